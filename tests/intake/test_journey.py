"""One update's journey: once, in order, all or nothing, answered only after COMMIT."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot, Dispatcher, Router
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import Message
from aiohttp import ClientConnectorError
from aiohttp.client_reqrep import ConnectionKey
from sqlalchemy.exc import OperationalError
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.intake.journey import Intake
from bot.intake.sending import Sender
from bot.people.accounts import Actor, choose_centre
from bot.storage import Database
from bot.storage.tables import Account, Address, Dialogue, IncomingUpdate
from bot.texts import texts
from tests.conversations.people import BOT_ID, Recorder, bad_request


def incoming(update_id: int, text: str, chat_id: int = 5) -> dict[str, Any]:
    person = {"id": chat_id, "is_bot": False, "first_name": "A", "language_code": "pl"}
    chat = {"id": chat_id, "type": "private"}
    return {"update_id": update_id, "message": {"message_id": 1, "date": 1, "chat": chat, "from": person, "text": text}}


class Bench:
    """An intake with a few handlers of its own."""

    def __init__(self, database: Database, clock: SteppedClock) -> None:
        self.database, self.clock = database, clock
        self.recorder = Recorder()
        self.naps: list[float] = []
        self.losses = 0
        self.gate = asyncio.Event()
        self.gate.set()
        router = Router()

        @router.message()
        async def handle(message: Message, actor: Actor, session: AsyncSession, state: FSMContext) -> object:
            await self.gate.wait()
            text = message.text or ""
            await state.update_data(last=text)
            await choose_centre(session, actor, "koszalin")
            if text == "forget":
                await state.clear()
            if text == "break":
                raise RuntimeError("no")
            if text == "lose" and self.losses:
                self.losses -= 1
                lost = OSError("deadlock detected")
                lost.sqlstate = "40P01"  # type: ignore[attr-defined]
                raise OperationalError("UPDATE …", None, lost)
            if text == "refuse":
                raise OkienkoError("card-gone")
            if text == "wrong":
                return "a string"
            return [SendMessage(chat_id=message.chat.id, text=f"{text} {i}") for i in (1, 2)]

        self.dispatcher = Dispatcher(disable_fsm=True)
        self.dispatcher.include_router(router)
        self.sender = Sender(database, clock, sleep=self.nap)
        self.intake = Intake(database, self.dispatcher, self.sender, texts(), clock)
        self.intake.serve("telegram", Bot(f"{BOT_ID}:AAAAAAAAAAAAAAAAAAAA", session=self.recorder))

    async def nap(self, seconds: float) -> None:
        self.naps.append(seconds)

    async def take(self, *updates: dict[str, Any]) -> list[str]:
        await asyncio.gather(*(self.intake.receive("telegram", update) for update in updates))
        await self.sender.settled()
        return self.said

    @property
    def said(self) -> list[str]:
        return [request.text for request in self.recorder.requests if isinstance(request, SendMessage)]

    async def rows(self, table: Any) -> list[Any]:
        async with self.database.session() as session:
            return list((await session.exec(select(table))).all())


@pytest.fixture
async def bench(any_database: Database, clock: SteppedClock) -> AsyncIterator[Bench]:
    bench = Bench(any_database, clock)
    yield bench
    bench.gate.set()
    await bench.intake.close()
    await bench.sender.close()


async def test_answers_leave_in_order_and_are_forgotten(bench: Bench) -> None:
    assert await bench.take(incoming(1, "a")) == ["a 1", "a 2"]
    (row,) = await bench.rows(IncomingUpdate)
    assert row.replies is not None  # forgotten with the next update …
    await bench.take(incoming(2, "b"))
    assert [row.replies for row in await bench.rows(IncomingUpdate) if row.update_id == 1] == [None]
    await bench.sender.close()  # … or at the end
    assert all(row.replies is None for row in await bench.rows(IncomingUpdate))


async def test_a_redelivered_update_changes_nothing_and_says_nothing(bench: Bench) -> None:
    await bench.take(incoming(1, "a"))
    assert await bench.take(incoming(1, "a"), incoming(1, "a")) == ["a 1", "a 2"]
    assert len(await bench.rows(IncomingUpdate)) == 1


async def test_the_same_update_twice_at_once_is_one(bench: Bench) -> None:
    assert await bench.take(incoming(1, "a"), incoming(1, "a"), incoming(1, "a")) == ["a 1", "a 2"]


async def test_one_chat_s_updates_keep_their_order(bench: Bench) -> None:
    said = await bench.take(*(incoming(i, f"u{i}", chat_id=5 + i % 3) for i in range(1, 31)))
    for chat in range(3):
        mine = [text for text in said if int(text[1:].split()[0]) % 3 == chat]
        assert mine == [f"u{i} {n}" for i in range(1, 31) if i % 3 == chat for n in (1, 2)]


async def test_first_words_of_one_person_in_two_updates_make_one_account(bench: Bench) -> None:
    await bench.take(incoming(1, "a"), incoming(2, "b"))
    assert len(await bench.rows(Account)) == len(await bench.rows(Address)) == 1


async def test_what_fails_is_rolled_back_whole_and_answered(bench: Bench) -> None:
    (said,) = await bench.take(incoming(1, "break"))
    assert "zepsuło" in said
    assert await bench.rows(Dialogue) == []
    (account,) = await bench.rows(Account)
    assert account.centre is None
    assert bench.intake.failed == 1


async def test_an_update_that_lost_a_deadlock_is_worked_off_again_and_counts_once(bench: Bench) -> None:
    bench.losses = 2
    assert await bench.take(incoming(1, "lose")) == ["lose 1", "lose 2"]
    assert len(await bench.rows(Account)) == 1
    bench.losses = 99
    assert "zepsuło" in (await bench.take(incoming(2, "lose")))[2]
    assert bench.losses == 95


async def test_a_refusal_is_told_in_its_own_words(bench: Bench) -> None:
    (said,) = await bench.take(incoming(1, "refuse"))
    assert "nie ma w ofercie" in said


async def test_a_handler_that_returns_something_else_is_a_failure(bench: Bench) -> None:
    (said,) = await bench.take(incoming(1, "wrong"))
    assert "zepsuło" in said


async def test_nothing_leaves_before_the_commit(bench: Bench) -> None:
    bench.gate.clear()
    task = asyncio.create_task(bench.intake.receive("telegram", incoming(1, "a")))
    for _ in range(20):
        await asyncio.sleep(0)
    assert bench.said == []
    bench.gate.set()
    await task
    await bench.sender.settled()
    assert bench.said == ["a 1", "a 2"]


async def test_state_is_kept_with_the_update(bench: Bench) -> None:
    await bench.take(incoming(1, "a"), incoming(2, "b"))
    (dialogue,) = await bench.rows(Dialogue)
    assert dialogue.data == {"last": "b"}


async def test_someone_who_blocked_us_is_marked_and_comes_back(bench: Bench) -> None:
    bench.recorder.refuse = lambda m: TelegramForbiddenError(method=m, message="Forbidden: bot was blocked by the user")
    await bench.take(incoming(1, "a"))
    (address,) = await bench.rows(Address)
    assert address.blocked_at == bench.clock()


async def test_too_many_requests_waits_as_long_as_told(bench: Bench) -> None:
    answers = iter([TelegramRetryAfter(method=SendMessage(chat_id=5, text="x"), message="slow", retry_after=7)])
    bench.recorder.refuse = lambda _m: next(answers, None)
    assert await bench.take(incoming(1, "a")) == ["a 1", "a 2"]
    assert bench.naps == [7]


def refused(method: TelegramMethod[Any]) -> TelegramNetworkError:
    error = TelegramNetworkError(method=method, message="refused")
    key = ConnectionKey("localhost", 1, False, None, None, None, None)
    error.__cause__ = ClientConnectorError(key, OSError("refused"))
    return error


async def test_what_surely_was_not_sent_is_tried_again(bench: Bench) -> None:
    left = [4]

    def refuse(method: TelegramMethod[Any]) -> Exception | None:
        left[0] -= 1
        return refused(method) if left[0] >= 0 else None

    bench.recorder.refuse = refuse
    assert await bench.take(incoming(1, "a")) == ["a 1", "a 2"]
    assert bench.naps == [1, 2, 4, 8]


@pytest.mark.parametrize("kind", ["502", "page of a proxy"])
async def test_what_may_have_been_sent_is_tried_twice_more_and_then_never_again(bench: Bench, kind: str) -> None:
    asked = []

    def refuse(method: TelegramMethod[Any]) -> Exception:
        asked.append(method.text)
        if kind == "502":
            return TelegramServerError(method=method, message="502")
        return ClientDecodeError("no JSON", ValueError(), "<html>")

    bench.recorder.refuse = refuse
    await bench.take(incoming(1, "a"))
    for _ in range(3):
        assert await bench.sender.recover() == 0
        await bench.sender.settled()
    assert asked == ["a 1", "a 1", "a 1"]


async def test_what_surely_was_not_sent_waits_for_recovery(bench: Bench) -> None:
    bench.recorder.refuse = refused
    assert await bench.take(incoming(1, "a")) == []
    bench.recorder.refuse = lambda _m: None
    assert await bench.sender.recover() == 1
    await bench.sender.settled()
    assert bench.said == ["a 1", "a 2"]
    assert await bench.sender.recover() == 0


async def test_recovery_leaves_alone_what_is_being_sent(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = asyncio.Event()
    send = bench.recorder.make_request

    async def slow(*args: Any, **values: Any) -> Any:
        answer = await send(*args, **values)
        await gate.wait()
        return answer

    commit = AsyncSession.commit

    async def commit_while_it_ends(session: AsyncSession) -> None:
        gate.set()
        await bench.sender.settled()
        await commit(session)

    monkeypatch.setattr(bench.recorder, "make_request", slow)
    await bench.intake.receive("telegram", incoming(1, "a"))
    monkeypatch.setattr(AsyncSession, "commit", commit_while_it_ends)
    assert await bench.sender.recover() == 0
    monkeypatch.setattr(AsyncSession, "commit", commit)
    assert await bench.sender.recover() == 0
    await bench.sender.settled()
    assert bench.said == ["a 1", "a 2"]


async def test_a_commit_that_fails_forgets_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    await bench.take(incoming(1, "a"))

    async def full(_session: AsyncSession) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as broken:
        broken.setattr(AsyncSession, "commit", full)
        with pytest.raises(OSError, match="disk full"):
            await bench.sender.recover()
    assert await bench.sender.recover() == 0
    await bench.sender.settled()
    assert bench.said == ["a 1", "a 2"]
    assert [row.replies for row in await bench.rows(IncomingUpdate)] == [None]


@pytest.mark.parametrize("where", ["from", "chat"])
async def test_an_update_that_no_database_can_hold_is_recorded_and_done(bench: Bench, where: str) -> None:
    update = incoming(1, "a")
    update["message"][where]["id"] = 2**70
    await bench.take(update)
    await bench.take(update)  # comes again: nothing happens
    assert (await bench.take(incoming(2, "b")))[-2:] == ["b 1", "b 2"]


async def test_an_answer_an_hour_late_is_dropped(bench: Bench) -> None:
    bench.recorder.refuse = refused
    await bench.take(incoming(1, "a"))
    bench.recorder.refuse = lambda _m: None
    bench.clock.forward(minutes=61)
    assert await bench.sender.recover() == 0
    await bench.sender.close()
    assert [row.replies for row in await bench.rows(IncomingUpdate)] == [None]


async def test_old_updates_are_forgotten(bench: Bench) -> None:
    await bench.take(incoming(1, "a"))
    await bench.sender.close()
    bench.clock.forward(days=4)
    await bench.sender.recover()
    assert await bench.rows(IncomingUpdate) == []


async def test_a_refused_answer_is_given_up_and_the_next_ones_go_on(bench: Bench) -> None:
    bench.recorder.refuse = lambda m: bad_request(m, "chat not found") if m.text.startswith("a") else None
    assert await bench.take(incoming(1, "a"), incoming(2, "b")) == ["b 1", "b 2"]


async def test_addresses_of_two_channels_are_two(bench: Bench) -> None:
    other = Recorder()
    bench.intake.serve("web", Bot("43:AAAAAAAAAAAAAAAAAAAA", session=other))
    await bench.take(incoming(1, "a"))
    await bench.intake.receive("web", incoming(1, "b"))
    await bench.sender.settled()
    assert bench.said == ["a 1", "a 2"]
    assert [request.text for request in other.requests] == ["b 1", "b 2"]
    addresses = await bench.rows(Address)
    assert sorted(address.channel for address in addresses) == ["telegram", "web"]
    assert len({address.account_id for address in addresses}) == 2


async def test_a_conversation_with_nothing_to_remember_has_no_row(bench: Bench) -> None:
    await bench.take(incoming(1, "a"), incoming(2, "forget"))
    assert await bench.rows(Dialogue) == []
