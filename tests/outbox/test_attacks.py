"""What was tried to break sending: clocks, leases, lines to the database, proxies, hooks that fail."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import select, update
from telegram.error import Conflict, NetworkError, RetryAfter

from bot.clock import SteppedClock
from bot.outbox import lease
from bot.outbox.delivery import Delivery
from bot.outbox.kinds import Kind
from bot.outbox.ledger import Ledger
from bot.outbox.owed import cancel
from bot.outbox.pacer import UNLIMITED, Pacer, PacerLimits
from bot.outbox.states import Outcome, Priority, Result, State
from bot.outbox.telegram_bot import TelegramBot, outcome_of
from bot.storage import Database
from bot.storage.tables import OwedMessage, SendingLease
from tests.outbox.stand import CHANNEL, TOKEN, Stand
from tests.outbox.strict_server import refused

LENGTH = timedelta(seconds=30)


async def _take(stand: Stand, holder: str, now: datetime) -> bool | None:
    async with stand.database.transaction() as session:
        return await lease.take(session, CHANNEL, holder, now, LENGTH)


# Clocks


async def test_a_clock_set_back_leaves_no_lease_for_an_hour(stand: Stand) -> None:
    now = stand.clock()
    assert await _take(stand, "dead", now + timedelta(hours=1)) is True
    assert await _take(stand, "next", now) is True


async def test_a_clock_half_a_minute_behind_takes_nobody_s_lease(stand: Stand) -> None:
    now = stand.clock()
    assert await _take(stand, "alive", now) is True
    assert await _take(stand, "behind", now - timedelta(seconds=29)) is None


async def test_who_leads_renews_also_when_the_clock_was_set_back(stand: Stand, clock: SteppedClock) -> None:
    async def until_of() -> datetime | None:
        async with stand.database.session() as session:
            return (await session.exec(select(SendingLease.until))).first()

    async with stand.delivery(poll_seconds=0.01) as delivery:
        await stand.soon(lambda _: delivery.leads)
        clock.forward(hours=-1)
        for _ in range(200):
            if renewed := await until_of() == clock() + LENGTH:
                break
            await asyncio.sleep(0.01)
    assert renewed


async def test_a_pause_does_not_grow_with_a_clock_set_back(stand: Stand, clock: SteppedClock) -> None:
    await stand.server.stop()
    await stand.owe(7, "x", not_before=clock() - timedelta(hours=2), expires_at=clock() + timedelta(hours=2))
    async with stand.delivery(poll_seconds=0.01):
        await stand.soon(lambda rows: rows[0].retry_at is not None)
        await stand.server.start(int(stand.base.rpartition(":")[2]))
        clock.forward(hours=-1)
        await stand.owe(8, "y", not_before=clock())
        await stand.soon(lambda rows: rows[1].state == State.DELIVERED)


# The lease


async def test_what_is_claimed_while_the_lease_is_taken_is_seen_by_who_takes_it(
    any_database: Database, stand: Stand, any_database_url: str
) -> None:
    """A claim that is not committed yet keeps the lease where it is."""
    now = stand.clock()
    assert await _take(stand, "first", now) is True
    other = Database(any_database_url)
    await other.ping()
    order: list[str] = []

    async def takes() -> None:
        async with other.transaction() as session:
            await lease.take(session, CHANNEL, "second", now + 2 * LENGTH, LENGTH)
            order.append("taken")

    async with stand.database.transaction() as session:
        await lease.hold(session, CHANNEL, "first", now, LENGTH)
        task = asyncio.create_task(takes())
        await asyncio.sleep(0.3)
        order.append("claimed")
    await task
    await other.close()
    assert order == ["claimed", "taken"]


async def _recorded(stand: Stand, outcome: Outcome, **row: Any) -> OwedMessage:
    """A row in some state, after the first process has written down what became of its try."""
    await stand.owe(7, "x")
    async with stand.database.transaction() as session:
        await session.exec(update(OwedMessage).values(**row))
    ledger = Ledger(stand.database, stand.kinds, stand.clock, CHANNEL, "first", LENGTH)
    ledger.start()
    (before,) = await stand.rows()
    assert before.id is not None
    await ledger.record(before.id, outcome)
    await ledger.close()
    return (await stand.rows())[0]


async def test_who_was_thought_dead_and_surely_sent_nothing_gives_it_back(stand: Stand) -> None:
    row = await _recorded(
        stand, Outcome(Result.TOO_MANY, seconds=5), state=State.UNCERTAIN, claimed_by="first", finished_at=stand.clock()
    )
    assert (row.state, row.finished_at) == (State.WAITING, None)


@pytest.mark.parametrize("result", [Result.UNSENT, Result.TOO_MANY, Result.GONE, Result.REFUSED])
async def test_of_another_s_uncertain_try_it_knows_nothing(stand: Stand, result: Result) -> None:
    """A reminder that another process sent once more: our own failure says nothing about that."""
    row = await _recorded(stand, Outcome(result), state=State.UNCERTAIN, claimed_by="second", resent=True)
    assert row.state == State.UNCERTAIN


async def test_who_takes_over_counts_the_windows_as_full(stand: Stand, clock: SteppedClock) -> None:
    """The one before may have just sent twenty to the group; the pacer of the next knows nothing of it."""
    await stand.owe(-5, "before")
    async with stand.delivery():
        await stand.until(State.DELIVERED)
    clock.forward(seconds=31)
    await stand.owe(-5, "after")
    async with stand.delivery(PacerLimits(second=0.01, minute=0.6)):
        began = asyncio.get_running_loop().time()
        await stand.until(State.DELIVERED, State.DELIVERED)
    assert asyncio.get_running_loop().time() - began >= 0.5


# The line to the database


async def test_what_was_claimed_without_knowing_it_is_sent(
    stand: Stand, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The claim was committed, but the line broke before we heard of it."""
    claim = Ledger.claim
    broken: list[int] = []

    async def line_breaks(self: Ledger, number: int) -> Any:
        claimed = await claim(self, number)
        if not broken:
            broken.append(number)
            raise ConnectionError
        return claimed

    monkeypatch.setattr(Ledger, "claim", line_breaks)
    await stand.owe(7, "x")
    async with stand.delivery(poll_seconds=0.01):
        await stand.until(State.CLAIMED)
        clock.forward(seconds=11)
        await stand.until(State.DELIVERED)
    assert stand.server.texts(7) == ["x"]


async def test_what_is_on_the_line_is_not_taken_for_forgotten(stand: Stand, clock: SteppedClock) -> None:
    stand.server.latency = 0.3
    await stand.owe(7, "x")
    async with stand.delivery(poll_seconds=0.01):
        await stand.until(State.CLAIMED)
        clock.forward(seconds=11)
        await stand.until(State.DELIVERED)
    assert stand.server.texts(7) == ["x"]


# Nights and ends


async def test_nights_do_not_make_a_message_last_for_ever(stand: Stand, clock: SteppedClock) -> None:
    """The messenger is not reached for two days; each evening a try falls into quiet hours."""
    stand.server.answer = lambda *_: refused(429, "Too Many Requests", retry_after=3600)
    await stand.owe(7, "x")
    async with stand.delivery(poll_seconds=0.01):
        for _ in range(26):
            tries = stand.server.requests
            clock.forward(hours=1)
            for _ in range(20):
                await asyncio.sleep(0.005)
                if stand.server.requests > tries:
                    break
        await stand.until(State.EXPIRED)


async def test_in_the_evening_nothing_waits_for_a_morning_that_is_too_late(stand: Stand, clock: SteppedClock) -> None:
    await stand.owe(7, "x", expires_at=datetime(2026, 11, 24, 6, tzinfo=UTC))  # 7:00 in Warsaw
    clock.forward(hours=12)
    async with stand.delivery(poll_seconds=0.01):
        await stand.until(State.EXPIRED)
    assert stand.server.requests == 0


async def test_what_was_cancelled_while_on_the_line_is_not_tried_again(stand: Stand, clock: SteppedClock) -> None:
    stand.server.latency = 0.2
    stand.server.answer = lambda *_: refused(429, "Too Many Requests", retry_after=1)
    await stand.owe(7, "x", batch="a:1")
    async with stand.delivery(poll_seconds=0.01):
        await stand.until(State.CLAIMED)
        async with stand.database.transaction() as session:
            assert await cancel(session, now=clock(), batch="a:1") == 0
        await stand.until(State.WAITING)
        clock.forward(seconds=5)
        await stand.until(State.EXPIRED)
    assert stand.server.requests == 1


# What others bring


async def test_a_hook_that_fails_does_not_keep_the_ending_from_being_written(stand: Stand) -> None:
    async def fails(session: Any, *_: object) -> None:
        await session.exec(update(OwedMessage).values(reason="half done"))
        raise RuntimeError

    stand.kinds.when_gone.append(fails)
    stand.server.answer = lambda *_: refused(403, "Forbidden: bot was blocked by the user")
    await stand.owe(7, "x")
    async with stand.delivery():
        (row,) = await stand.until(State.GONE)
    assert row.reason == "blocked"


async def test_a_recheck_that_fails_holds_up_nobody(stand: Stand) -> None:
    async def fails(_session: object, _owed: object, _now: object) -> str | None:
        raise RuntimeError

    stand.kinds.register(Kind("broken", recheck=fails))
    await stand.owe(7, "x", kind="broken")
    await stand.owe(7, "y")
    async with stand.delivery():
        rows = await stand.until(State.DROPPED, State.DELIVERED)
    assert rows[0].reason == "not rechecked"


@pytest.mark.parametrize(("code", "state"), [(401, "waiting"), (403, "waiting"), (404, "waiting"), (429, "waiting"),
                                             (302, "waiting"), (413, "dropped")])  # fmt: skip
async def test_a_page_of_a_proxy_is_not_the_messenger_s_word(stand: Stand, code: int, state: str) -> None:
    """It surely did not get through: nobody is marked as gone, the token is not given up, nothing is in doubt."""
    stand.server.answer = lambda *_: (code, {})
    stand.server.page = b"<html>no</html>"
    await stand.owe(7, "x")
    async with stand.delivery(poll_seconds=0.01) as delivery:
        (row,) = await stand.soon(lambda rows: rows[0].attempts and rows[0].state != State.CLAIMED)
        assert row.state == state
        assert delivery.leads


def _caused(cause: Exception) -> NetworkError:
    error = NetworkError("x")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "result"),
    [
        (_caused(httpx.ProxyError("407")), Result.UNSENT),
        (_caused(httpx.ConnectTimeout("x")), Result.UNSENT),
        (_caused(httpx.PoolTimeout("x")), Result.UNSENT),
        (_caused(httpx.WriteTimeout("x")), Result.UNCERTAIN),
        (_caused(httpx.ReadTimeout("x")), Result.UNCERTAIN),
        (_caused(httpx.RemoteProtocolError("x")), Result.UNCERTAIN),
        (_caused(httpx.WriteError("x")), Result.UNCERTAIN),
        (Conflict("x"), Result.REFUSED),
    ],
)
def test_only_what_surely_did_not_leave_is_sent_again(error: NetworkError, result: Result) -> None:
    assert outcome_of(error).result is result


@pytest.mark.filterwarnings("ignore:.*timedelta")
@pytest.mark.parametrize("as_timedelta", [False, True])
def test_a_429_is_never_tried_again_at_once(as_timedelta: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", str(as_timedelta).lower())
    assert outcome_of(RetryAfter(0)).seconds == 1.0
    assert outcome_of(RetryAfter(timedelta(seconds=7))).seconds == 7.0


# Two things at once


async def test_a_second_process_on_the_same_database_doubles_nothing_under_faults(
    stand: Stand, any_database_url: str
) -> None:
    """The lease is lost in the middle of slow answers, again and again."""
    stand.server.latency = 0.15
    for chat in range(1, 31):
        await stand.owe(chat, "x", priority=Priority.URGENT)
    database = Database(any_database_url)

    async def thief() -> None:
        for turn in range(6):
            async with database.transaction() as session:
                await session.exec(
                    update(SendingLease).values(holder=f"thief {turn}", until=stand.clock() - timedelta(seconds=1))
                )
            await asyncio.sleep(0.2)

    task = asyncio.create_task(thief())
    line = TelegramBot(TOKEN, stand.base, Pacer(UNLIMITED))
    second = Delivery(database, stand.kinds, stand.clock, CHANNEL, line, Pacer(UNLIMITED), poll_seconds=0.01)
    other = asyncio.create_task(second.run())
    async with stand.delivery(poll_seconds=0.01):
        await stand.soon(lambda rows: all(row.state not in ("waiting", "claimed") for row in rows), 30)
    other.cancel()
    await asyncio.gather(task, other, return_exceptions=True)
    await line.hang_up()
    await database.close()
    rows = await stand.rows()
    assert len(stand.server.delivered) == len({one.chat_id for one in stand.server.delivered}) == 30
    assert {row.state for row in rows} == {State.DELIVERED}
