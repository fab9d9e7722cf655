"""What the leader of a stage's group can do there: what people do to bots, to see how Okienko takes it."""

from typing import Final

from bot.messenger.people_side import PeopleSide
from bot.messenger.rights import SENDING

ACTIONS: Final = ("add-bot", "promote-bot", "remove-bot", "only-leaders", "everyone", "upgrade")


async def lead(people: PeopleSide, action: str, *, leader: int, group: int, bot_id: int) -> None:
    """Do one of `ACTIONS`. Raises `NotPossible` when the messenger refuses, `ValueError` for any other word."""
    match action:
        case "add-bot":
            await people.add_member(leader, group, bot_id)
        case "promote-bot":
            await people.promote(leader, group, bot_id)
        case "remove-bot":
            await people.remove_member(leader, group, bot_id)
        case "only-leaders":
            await people.permit(leader, group, **dict.fromkeys(SENDING, False))
        case "everyone":
            await people.permit(leader, group)
        case "upgrade":
            await people.upgrade_group(leader, group)
        case _:
            raise ValueError(action)
