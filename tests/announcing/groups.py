"""Groups that the bot is added to, muted in and thrown out of."""

from typing import Any

from aiogram.methods import SendMessage

from tests.conversations.people import BOT_ID, Person

BOT = {"id": BOT_ID, "is_bot": True, "first_name": "Okienko"}


async def adds(person: Person, chat_id: int, title: str, status: str = "member", **more: Any) -> list[SendMessage]:
    """Somebody changes how the bot stands in a group; what is said because of it."""
    kind = more.pop("kind", "supergroup")
    requests = await person.stage.deliver(
        my_chat_member={
            "chat": {"id": chat_id, "type": kind, "title": title},
            "from": person.user,
            "date": 1_700_000_000,
            "old_chat_member": {"user": BOT, "status": "left"},
            "new_chat_member": {"user": BOT, "status": status, **more},
        }
    )
    said = [request for request in requests if isinstance(request, SendMessage)]
    if said and said[-1].reply_markup:
        person.screen = said[-1]
    return said


async def claimed(person: Person, chat_id: int, title: str, city: str = "Koszalin") -> None:
    """A group of the organiser's centre."""
    (asked,) = await adds(person, chat_id, title)
    assert title in asked.text
    await person.taps(city)
