"""What people do around events, as the tests say it."""

from typing import Any

from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from sqlmodel import col, select

from bot.storage import Database
from bot.storage.tables import Account, Address, Event
from tests.conversations.people import BOT_ID, Person, Stage
from tests.events.conftest import GROUP


async def makes_event(
    organiser: Person, when: str = "sobota 16:00", *, item: str = "", seats: int | None = None
) -> None:
    """Type a picnic into the form, to its end; for everybody, or with so many seats."""
    if item:
        await organiser.presses(f"evn:{item}")
        await organiser.presses("evf:yes")
    else:
        await organiser.says("/wydarzenie")
        await organiser.says("Piknik sąsiedzki")
    await organiser.says("park przy ul. Szkolnej")
    await organiser.says(when)
    await organiser.taps("Tak")
    if seats is None:
        await organiser.taps("Bez limitu")
    else:
        await organiser.says(str(seats))
    await organiser.taps("Bez zdjęcia")


async def taps_in_group(
    stage: Stage, user_id: int, data: str, *, message_id: int = 77, chat_id: int = GROUP
) -> list[TelegramMethod[Any]]:
    """A tap on a button under a message in a group."""
    message = {
        "message_id": message_id,
        "date": 1_700_000_000,
        "chat": {"id": chat_id, "type": "supergroup", "title": "Osiedle"},
        "from": {"id": BOT_ID, "is_bot": True, "first_name": "Okienko"},
        "text": "…",
    }
    user = {"id": user_id, "is_bot": False, "first_name": "Osoba", "language_code": "pl"}
    query = {"id": "1", "from": user, "chat_instance": "1", "message": message, "data": data}
    return await stage.deliver(callback_query=query)


def answer_of(requests: list[TelegramMethod[Any]]) -> AnswerCallbackQuery:
    """The one answer to a tap."""
    (answer,) = [request for request in requests if isinstance(request, AnswerCallbackQuery)]
    return answer


async def the_event(database: Database) -> Event:
    async with database.session() as session:
        return (await session.exec(select(Event).order_by(col(Event.id).desc()))).first() or Event()


async def account_of(database: Database, person: Person) -> Account:
    async with database.session() as session:
        found = await session.exec(select(Account).join(Address).where(col(Address.chat_id) == person.id))
        return found.one()
