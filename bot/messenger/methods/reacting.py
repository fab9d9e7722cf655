"""A bot's own reactions."""

from bot.messenger import reactions
from bot.messenger.calls import Call, Method
from bot.messenger.objects import SERVICE
from bot.messenger.refusals import bad_request


def _wanted(call: Call) -> str | None:
    given = call.params.array("reaction") or []
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")  # a bot has one reaction, as people without a subscription
    for one in given:
        if not isinstance(one, dict) or not isinstance(one.get("type"), str):
            raise bad_request("can't parse reaction types JSON object")
        emoji = one.get("emoji")
        plain = reactions.plain(emoji) if isinstance(emoji, str) else ""
        if one["type"] != "emoji" or plain not in reactions.EMOJI:
            raise bad_request("REACTION_INVALID")
        return plain
    return None


async def set_message_reaction(call: Call) -> bool:
    emoji = _wanted(call)
    async with call.change() as change:
        room = await call.open_chat(change)
        message = await call.named_message(change, room, "message to react not found")
        if any(key in message.content for key in SERVICE):
            raise bad_request("REACTION_INVALID")
        await reactions.react(change, room, message, call.bot.id, emoji)
    return True


METHODS: dict[str, Method] = {"setMessageReaction": set_message_reaction}
