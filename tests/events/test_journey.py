"""The whole way against a running Okienko: event, announcement in a group, answers, a change of the weather."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import icalendar
import pytest
from starlette.applications import Starlette

from bot.app import start
from bot.clock import SteppedClock
from bot.http import Server
from bot.messenger.limits import Limits
from bot.messenger.server import Messenger
from bot.people import accounts, roles
from bot.settings import load
from bot.storage import Database
from bot.storage.tables import Role

TOKEN = "77:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
DATA = Path(__file__).parents[2] / "data"


@dataclass
class Someone:
    """A person with a messenger, who reads what is there and presses what is shown."""

    messenger: Messenger
    id: int

    async def opens(self) -> None:
        await self.messenger.people.open_chat(self.id, 77, "pl")

    async def says(self, text: str) -> None:
        await self.messenger.people.send_text(self.id, 77, text, f"{self.id}:{text}")

    async def sees(self, words: str, chat: int = 77) -> dict[str, Any]:
        """The message with these words, in its text, caption, file name or buttons, as soon as it is there."""
        async for event in self.messenger.people.events(self.id, chat):
            if event.kind in ("message", "edited") and not event.payload["mine"] and words in str(event.payload):
                message: dict[str, Any] = event.payload["message"]
                return message
        raise AssertionError(words)

    async def presses(self, words: str, chat: int = 77) -> str:
        """Press the newest button with these words; what the answer to it says."""
        message_id, data = await self._button(words, chat)
        number = await self.messenger.people.press(self.id, chat, message_id, data)
        async for event in self.messenger.people.events(self.id, chat):
            if event.kind == "answer" and event.payload["callback_query_id"] == number:
                return str(event.payload["text"])
        raise AssertionError(words)

    async def _button(self, words: str, chat: int) -> tuple[int, str]:
        there = reversed(await self.messenger.people.history(self.id, chat))
        found = next((found for event in there if (found := _button_in(event.payload, words))), None)
        if found:
            return found
        async for event in self.messenger.people.events(self.id, chat):
            if found := _button_in(event.payload, words):
                return found
        raise AssertionError(words)


def _button_in(payload: dict[str, Any], words: str) -> tuple[int, str] | None:
    message = payload.get("message", {})
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    found = next((b["callback_data"] for row in rows for b in row if words in b["text"]), None)
    return (message["message_id"], found) if found else None


@pytest.fixture
async def telegram(sqlite_url: str, clock: SteppedClock) -> AsyncIterator[tuple[Messenger, str]]:
    database = Database(sqlite_url)
    messenger = Messenger(database, clock, limits=Limits(enabled=False))
    await messenger.add_bot(TOKEN, "Okienko", "OkienkoBot")
    server = Server("127.0.0.1", 0)
    base = await server.start(Starlette(routes=messenger.routes()))
    yield messenger, base
    messenger.leave()
    await server.stop()
    await messenger.close()
    await database.close()


async def test_from_the_form_to_the_group_and_back(
    telegram: tuple[Messenger, str], tmp_path: Path, clock: SteppedClock
) -> None:
    messenger, base = telegram
    organiser, neighbour = Someone(messenger, 500), Someone(messenger, 501)
    settings = load(
        bot_token=TOKEN,
        telegram_api_base=base,
        database_url=f"sqlite:///{tmp_path / 'bot.db'}",
        var_dir=tmp_path,
        port=0,
        data_dir=DATA,
        webchat=False,
    )
    async with start(settings, clock=clock):
        for person in (organiser, neighbour):
            await person.opens()
        await organiser.says("/start c-starachowice")
        await organiser.sees("automat")
        await _grant(tmp_path, organiser.id, clock)
        group = await messenger.people.create_group("Osiedle Wzgórze", organiser.id)
        await messenger.people.add_member(organiser.id, group, neighbour.id)
        await messenger.people.add_member(organiser.id, group, 77)
        await organiser.presses("Starachowice")  # whose group is it?

        await organiser.says("/wydarzenie")
        await organiser.sees("Jak się nazywa")
        await organiser.says("Piknik sąsiedzki")
        await organiser.sees("Gdzie?")
        await organiser.says("park")
        await organiser.sees("Kiedy?")
        await organiser.says("sobota 16:00")
        await organiser.presses("Tak")
        await organiser.presses("Bez limitu")
        await organiser.presses("Bez zdjęcia")
        await organiser.presses("Ogłosić")
        await organiser.presses("do kogo")
        await organiser.presses("Osiedle Wzgórze")
        await organiser.presses("Dalej")
        await organiser.presses("Od razu")
        await organiser.presses("Wyślij")

        invitation = await neighbour.sees("Zapraszamy", group)
        assert "Piknik sąsiedzki" in invitation["text"]
        assert "prywatną rozmowę" in await neighbour.presses("Będę", group)
        await neighbour.says("/start e-1-y")
        await neighbour.sees("Zapisane: będę")
        clock.forward(seconds=40)
        await neighbour.sees("Będę · 1", group)
        assert "Zapisane" in await neighbour.presses("Będę · 1", group)

        await neighbour.presses("Do kalendarza")
        await neighbour.sees("wydarzenie.ics")

        await organiser.says("/wydarzenia")
        await organiser.presses("Piknik sąsiedzki: sobota")
        await organiser.presses("Odwołać")
        await organiser.presses("pogodę")
        told = await neighbour.sees("Odwołane przez pogodę")
        file = await messenger.people.file(neighbour.id, 77, told["document"]["file_id"])
        assert file is not None
        entry = icalendar.Calendar.from_ical(file.data).walk("VEVENT")[0]
        assert entry["STATUS"] == "CANCELLED"
        await neighbour.sees("❌ Odwołane", group)


async def _grant(folder: Path, chat_id: int, clock: SteppedClock) -> None:
    database = Database(f"sqlite:///{folder / 'bot.db'}")
    async with database.transaction() as session:
        actor = await accounts.find_actor(session, "telegram", chat_id, "pl")
        assert actor
        await roles.grant(session, clock(), actor.account_id, "starachowice", Role.ORGANISER)
    await database.close()
