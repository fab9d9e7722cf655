"""A process that dies between any two steps loses nothing and does nothing twice to the data."""

import asyncio
import json
import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from sqlmodel import select
from starlette.applications import Starlette

from bot.clock import system_clock
from bot.http import Server
from bot.messenger.limits import Limits
from bot.messenger.server import Messenger
from bot.storage import Database
from bot.storage.tables import Account, Dialogue
from tests.intake.nursery import KILLED

TOKEN = "5:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
RESIDENT = 700
WORDS = ["a", "b", "c"]
STEPS = [
    (name, time) for name in ("received", "recorded", "handled", "before commit", "committed") for time in (1, 2)
] + [(name, time) for name in ("before send", "after send") for time in (1, 2, 6)]

Live = Callable[[Path, str, tuple[str, int] | None], Awaitable[int]]


@pytest.fixture
async def live() -> AsyncIterator[Live]:
    """Lets a bot live until it has nothing left to do, or is killed; gives its exit code."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.intake.nursery", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None

    async def once(file: Path, base: str, crash: tuple[str, int] | None) -> int:
        order = {"url": f"sqlite:///{file}", "base": base, "token": TOKEN, "crash": crash}
        process.stdin.write(json.dumps(order).encode() + b"\n")
        await process.stdin.drain()
        return int(await process.stdout.readline())

    yield once
    process.stdin.close()
    await process.wait()


async def test_killed_between_any_two_steps(live: Live, sqlite_template: Path, tmp_path: Path) -> None:
    for number, crash in enumerate(STEPS):
        bot_file = Path(shutil.copy(sqlite_template, tmp_path / f"bot-{number}.db"))
        messenger_database = Database(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / f'chat-{number}.db')}")
        messenger = Messenger(messenger_database, system_clock, limits=Limits(enabled=False))
        await messenger.add_bot(TOKEN, "Okienko", "OkienkoBot")
        server = Server("127.0.0.1", 0)
        base = await server.start(Starlette(routes=messenger.routes()))
        opened = await messenger.people.open_chat(RESIDENT, 5, "pl")
        for word in WORDS:
            await messenger.people.send_text(RESIDENT, opened.chat_id, word, word)

        assert await live(bot_file, base, crash) == KILLED, crash
        assert await live(bot_file, base, None) == 0, crash

        events = await messenger.people.history(RESIDENT, opened.chat_id)
        said = [event.payload["message"]["text"] for event in events if not event.payload["mine"]]
        expected = [f"{word} {part}" for word in WORDS for part in ("one", "two")]
        assert list(dict.fromkeys(said)) == expected, crash  # nothing lost, order kept
        # An answer that left just before the end cannot be known to have left: it comes twice.
        may_double = crash[1] > 1 or crash[0] in ("committed", "before send", "after send")
        assert len(said) == len(expected) or may_double, crash
        assert len(said) <= 2 * len(expected), crash

        bot_database = Database(f"sqlite:///{bot_file}")
        async with bot_database.session() as session:
            (dialogue,) = (await session.exec(select(Dialogue))).all()
            assert len((await session.exec(select(Account))).all()) == 1, crash
        assert dialogue.data["heard"] == WORDS, crash  # each update worked off exactly once
        await bot_database.close()
        messenger.leave()
        await server.stop()
        await messenger.close()
        await messenger_database.close()
