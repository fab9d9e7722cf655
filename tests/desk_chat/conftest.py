"""A whole bot with a staff room in Telegram: residents in private, staff in the topics of a forum group."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from sqlmodel import col, select

from bot.catalogue import loading
from bot.catalogue.library import Library
from bot.clock import SteppedClock
from bot.desk import kinds as desk_kinds
from bot.desk import rooms, weekly
from bot.outbox.kinds import Kind, Kinds
from bot.papers.bars import bars_png
from bot.people import roles
from bot.storage import Database
from bot.storage.tables import Conversation, ConversationTopic, DeskMessage, Role
from bot.texts import texts
from tests.conversations.conftest import net, stage
from tests.conversations.people import BOT_ID, Person, Stage
from tests.counter.conftest import account_id
from tests.events.conftest import Postman

__all__ = ["net", "stage"]

CENTRE = "koszalin"
ROOM = -1001234567890
Newcomer = Callable[..., Awaitable["Somebody"]]
_numbers = count(5000)


@pytest.fixture(scope="session")
def library() -> Library:
    """The catalogue with the stage's hours: Koszalin is open from 7:30 to 15:30, on Wednesdays until 17:00."""
    data = Path(__file__).parents[2] / "data"
    catalogue = loading.load(data)
    return Library(catalogue.with_examples(loading.load_examples(data, catalogue)))


@dataclass
class Somebody(Person):
    """Each message has a number of its own: by it the desk knows what was seen already."""

    async def sends(self, **content: Any) -> list[str]:
        return await super().sends(**{"message_id": next(_numbers)} | content)

    async def edits(self, number: int, text: str) -> list[str]:
        message = {
            "message_id": number,
            "date": 1_700_000_000,
            "edit_date": 1_700_000_100,
            "chat": self.chat,
            "from": self.user,
            "text": text,
        }
        return self._look(await self.stage.deliver(self.channel, edited_message=message))


@dataclass
class Desk:
    """What tests ask of the desk: the postman's rounds, and what stands in the database."""

    database: Database
    postman: Postman

    async def round(self) -> list[tuple[int, str, dict[str, Any]]]:
        """Everything owed goes out, also what that owes anew: where to, which method, what."""
        sent = []
        while fresh := await self.postman.round():
            sent += [(one.chat_id, one.call.method, one.call.arguments) for one in fresh]
        return sent

    async def talk(self) -> Conversation:
        """The newest conversation."""
        async with self.database.session() as session:
            found = await session.exec(select(Conversation).order_by(col(Conversation.id).desc()).limit(1))
            return found.one()

    async def topic(self) -> ConversationTopic:
        async with self.database.session() as session:
            number = (await self.talk()).id
            return await session.get_one(ConversationTopic, (number, "telegram", ROOM))

    async def messages(self, who: str | None = None) -> list[DeskMessage]:
        async with self.database.session() as session:
            rows = await session.exec(select(DeskMessage).order_by(col(DeskMessage.id)))
            return [row for row in rows if who in (None, row.who)]


@dataclass
class InRoom:
    """Somebody in the forum group, in the topic of the newest conversation unless another is said."""

    person: Somebody
    desk: Desk
    shown: list[Any] = field(default_factory=list)

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": ROOM, "type": "supergroup", "title": "Zespół", "is_forum": True}

    async def writes(self, text: str, *, to: int | None = None, said: str | None = None, **more: Any) -> list[str]:
        """Write in the topic; ``to`` is the bot's message that is answered, ``said`` its words."""
        thread = (await self.desk.topic()).thread_id
        message: dict[str, Any] = {
            "message_id": next(_numbers),
            "date": 1_700_000_000,
            "chat": self.chat,
            "from": self.person.user,
            "text": text,
            "message_thread_id": thread,
            "is_topic_message": True,
            **more,
        }
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        began = {"name": "1", "icon_color": 7322096}
        answered = {"text": said or "…"} if to else {"forum_topic_created": began}
        message["reply_to_message"] = {
            "message_id": to or thread,
            "date": 1_700_000_000,
            "chat": self.chat,
            "from": {"id": BOT_ID, "is_bot": True, "first_name": "Okienko"},
            **answered,
        }
        return self._look(await self.person.stage.deliver(message=message))

    async def presses(self, data: str) -> str | None:
        """Tap a button; what is shown to who tapped."""
        thread = (await self.desk.topic()).thread_id
        message = {
            "message_id": next(_numbers),
            "date": 1_700_000_000,
            "chat": self.chat,
            "from": {"id": BOT_ID, "is_bot": True, "first_name": "Okienko"},
            "text": "…",
            "message_thread_id": thread,
            "is_topic_message": True,
        }
        query = {"id": "1", "from": self.person.user, "chat_instance": "1", "message": message, "data": data}
        self._look(await self.person.stage.deliver(callback_query=query))
        answers = [one for one in self.shown if type(one).__name__ == "AnswerCallbackQuery"]
        return answers[-1].text if answers else None

    async def works(self, what: str) -> str | None:
        """Tap a button of the newest conversation's card."""
        return await self.presses(f"dw:{what}:{(await self.desk.talk()).id}")

    def button(self, words: str) -> str:
        """The data of a button that was shown last."""
        keys = [
            key
            for one in self.shown
            if getattr(one, "reply_markup", None) and hasattr(one.reply_markup, "inline_keyboard")
            for row in one.reply_markup.inline_keyboard
            for key in row
        ]
        return str(next(key.callback_data for key in keys if words in key.text))

    def _look(self, requests: list[TelegramMethod[Any]]) -> list[str]:
        self.shown = requests
        return [str(one.text) for one in requests if isinstance(one, SendMessage | EditMessageText)]


@pytest.fixture
def desk(database: Database, clock: SteppedClock, library: Library) -> Desk:
    kinds = Kinds(Kind("message"))

    def name(card: str, language: str) -> str:
        found = library.catalogue.card(card)
        return found.service.name.in_(language) if found else ""

    desk_kinds.register(kinds, texts(), name)
    weekly.register(kinds, texts(), bars_png, lambda centre, _language: centre.capitalize(), lambda: library.catalogue)
    return Desk(database, Postman(database, clock, kinds))


@pytest.fixture
def newcomer(stage: Stage, database: Database, clock: SteppedClock) -> Newcomer:
    """Somebody who knows the bot, perhaps with a role somewhere."""
    ids = count(1001)

    async def come(role: Role | None = None, of: str = CENTRE, centre: str = CENTRE, language: str = "pl") -> Somebody:
        person = Somebody(stage, next(ids), language)
        await person.says(f"/start c-{centre}")
        if role:
            async with database.transaction() as session:
                await roles.grant(session, clock(), await account_id(session, person), of, role)
        return person

    return come


@pytest.fixture
async def organiser(newcomer: Newcomer) -> Somebody:
    return await newcomer(Role.ORGANISER)


@pytest.fixture
async def room(organiser: Somebody, database: Database, clock: SteppedClock) -> None:
    """The forum is the staff room of Koszalin."""
    async with database.transaction() as session:
        me = await account_id(session, organiser)
        await rooms.register(session, clock(), CENTRE, "telegram", ROOM, by=me)


@pytest.fixture
async def resident(newcomer: Newcomer, room: None) -> Somebody:
    """A mother from Ukraine."""
    return await newcomer(language="uk")


@pytest.fixture
async def clerk(newcomer: Newcomer, desk: Desk, room: None) -> InRoom:
    return InRoom(await newcomer(Role.CLERK), desk)


@pytest.fixture
async def talking(resident: Somebody, desk: Desk) -> Somebody:
    """The resident, handed over."""
    await resident.presses("h")
    await resident.presses("dt:0")
    await resident.presses("dy:0:0")
    await desk.round()
    return resident
