"""From a row to a chat: once, in order, at the right time, and what is written down about it."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select, update

from bot.clock import SteppedClock
from bot.outbox import lease
from bot.outbox.delivery import Delivery, TokenRefusedError
from bot.outbox.kinds import Call, Kind, Upload
from bot.outbox.pacer import UNLIMITED, Pacer
from bot.outbox.states import Priority, State
from bot.outbox.telegram_bot import TelegramBot
from bot.people.accounts import choose_language, create_actor, mark_blocked
from bot.storage import Database
from bot.storage.tables import Address, OwedMessage, SendingLease
from tests.outbox.stand import CHANNEL, TOKEN, Stand
from tests.outbox.strict_server import refused


async def test_what_is_owed_arrives_once(stand: Stand) -> None:
    assert await stand.owe(7, "Piknik")
    assert not await stand.owe(7, "Piknik")
    async with stand.delivery():
        (row,) = await stand.until(State.DELIVERED)
    assert stand.server.texts(7) == ["Piknik"]
    assert row.message_ids == [1]
    assert row.payload is None


async def test_in_a_chat_one_after_the_other_and_urgent_before_bulk(stand: Stand) -> None:
    for text in ("a", "b", "c"):
        await stand.owe(7, text)
    await stand.owe(7, "now", priority=Priority.URGENT)
    async with stand.delivery():
        await stand.until(*[State.DELIVERED] * 4)
    assert stand.server.texts(7) == ["now", "a", "b", "c"]


async def test_nothing_before_its_moment_nor_after_its_end(stand: Stand, clock: SteppedClock) -> None:
    await stand.owe(1, "later", not_before=clock() + timedelta(hours=1))
    await stand.owe(2, "over", expires_at=clock() + timedelta(minutes=1))
    clock.forward(minutes=2)
    async with stand.delivery(poll_seconds=0.01):
        await stand.until(State.WAITING, State.EXPIRED)
        clock.forward(hours=1)
        await stand.until(State.DELIVERED, State.EXPIRED)
    assert [one.text for one in stand.server.delivered] == ["later"]


async def test_without_an_end_a_message_is_of_use_for_a_day(stand: Stand, clock: SteppedClock) -> None:
    await stand.owe(1, "old")
    clock.forward(hours=24)
    async with stand.delivery():
        await stand.until(State.EXPIRED)


async def test_quiet_hours_are_kept_also_by_what_was_left_over(stand: Stand, clock: SteppedClock) -> None:
    """10:00 in Warsaw; at 22:30 only the urgent one goes, the other one in the morning."""
    await stand.owe(1, "bulk")
    await stand.owe(2, "urgent", priority=Priority.URGENT)
    clock.forward(hours=12, minutes=30)
    async with stand.delivery(poll_seconds=0.01):
        await stand.until(State.WAITING, State.DELIVERED)
        rows = await stand.soon(lambda rows: rows[0].not_before != datetime(2026, 11, 23, 9, tzinfo=UTC))
        assert rows[0].not_before == datetime(2026, 11, 24, 7, tzinfo=UTC)
        clock.forward(hours=9, minutes=30)
        await stand.until(State.DELIVERED, State.DELIVERED)


async def test_a_moment_in_the_night_moves_to_the_evening_before_or_is_dropped(
    stand: Stand, clock: SteppedClock
) -> None:
    night = datetime(2026, 11, 23, 22, tzinfo=UTC)  # 23:00 in Warsaw
    await stand.owe(1, "early enough", not_before=night)
    await stand.owe(2, "senseless before", not_before=night, earliest_useful=night - timedelta(hours=1))
    await stand.owe(3, "urgent", not_before=night, urgent=True)
    rows = await stand.rows()
    assert rows[0].not_before == datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
    assert [(row.state, row.reason) for row in rows] == [("waiting", None), ("dropped", "quiet"), ("waiting", None)]
    assert rows[2].not_before == night


@pytest.mark.parametrize(
    ("fault", "kind", "state", "arrivals"),
    [
        ("500", "announcement", State.UNCERTAIN, 0),
        ("500 sent", "announcement", State.UNCERTAIN, 1),
        ("reset", "announcement", State.UNCERTAIN, 0),
        ("reset sent", "announcement", State.UNCERTAIN, 1),
        ("garbage sent", "announcement", State.UNCERTAIN, 1),
        ("reset", "reminder", State.DELIVERED, 1),
        ("reset sent", "reminder", State.DELIVERED, 2),
    ],
)
async def test_what_may_have_left_is_uncertain_and_only_a_reminder_goes_once_more(
    stand: Stand, clock: SteppedClock, fault: str, kind: str, state: State, arrivals: int
) -> None:
    faults = [fault]
    stand.server.fault = lambda *_: faults.pop() if faults else ""
    await stand.owe(7, "x", kind=kind)
    async with stand.delivery(poll_seconds=0.01):
        if kind == "reminder":
            await stand.soon(lambda rows: rows[0].resent)
            assert stand.server.requests == 1  # not at once
            clock.forward(seconds=31)
        await stand.until(state)
    assert len(stand.server.delivered) == arrivals


async def test_a_reminder_that_stays_uncertain_is_not_sent_a_third_time(stand: Stand, clock: SteppedClock) -> None:
    stand.server.fault = lambda *_: "reset sent"
    await stand.owe(7, "x", kind="reminder")
    async with stand.delivery(poll_seconds=0.01):
        while (await stand.rows())[0].state != State.UNCERTAIN:
            clock.forward(seconds=1)
            await asyncio.sleep(0.01)
    assert len(stand.server.delivered) == 2


async def test_what_surely_did_not_leave_is_tried_again(stand: Stand, clock: SteppedClock) -> None:
    """Nobody listens at the address; then somebody does."""
    await stand.server.stop()
    await stand.owe(7, "x")
    async with stand.delivery(poll_seconds=0.01):
        await stand.soon(lambda rows: rows[0].retry_at is not None)
        assert await stand.states() == [State.WAITING]
        await stand.server.start(int(stand.base.rpartition(":")[2]))
        clock.forward(minutes=2)
        (row,) = await stand.until(State.DELIVERED)
    assert row.attempts >= 2
    assert stand.server.texts(7) == ["x"]


async def test_a_429_holds_its_chat_in_order_and_nobody_else(stand: Stand, clock: SteppedClock) -> None:
    refusals = ["429"]
    stand.server.fault = lambda _method, chat, _text: refusals.pop() if chat == 7 and refusals else ""
    await stand.owe(7, "first")
    await stand.owe(7, "second")
    await stand.owe(8, "other")
    async with stand.delivery(poll_seconds=0.01):
        await stand.until(State.WAITING, State.WAITING, State.DELIVERED)
        clock.forward(seconds=5)
        await stand.until(*[State.DELIVERED] * 3)
    assert stand.server.texts(7) == ["first", "second"]


@pytest.mark.parametrize(
    ("code", "words", "state", "reason"),
    [
        (403, "Forbidden: bot was blocked by the user", State.GONE, "blocked"),
        (403, "Forbidden: user is deactivated", State.GONE, "deactivated"),
        (403, "Forbidden: bot was kicked from the supergroup chat", State.GONE, "removed"),
        (400, "Bad Request: chat not found", State.GONE, "no chat"),
        (400, "Bad Request: not enough rights to send text messages to the chat", State.DROPPED, "no rights"),
        (400, "Bad Request: message thread not found", State.DROPPED, "topic gone"),
        (400, "Bad Request: message to edit not found", State.DROPPED, "message gone"),
        (400, "Bad Request: can't parse entities", State.DROPPED, "refused"),
        (400, "Bad Request: message is not modified", State.DELIVERED, None),
        (404, "Not Found", State.DROPPED, "unsupported"),
        (413, "Request Entity Too Large", State.DROPPED, "refused"),
    ],
)
async def test_a_refusal_is_final_and_says_why(
    stand: Stand, code: int, words: str, state: State, reason: str | None
) -> None:
    gone: list[int] = []

    async def note(_session: object, _channel: str, chat_id: int, _now: datetime) -> None:
        gone.append(chat_id)

    stand.kinds.when_gone.append(note)
    stand.server.answer = lambda *_: refused(code, words)
    async with stand.database.transaction() as session:
        await create_actor(session, stand.clock(), CHANNEL, 7, "pl")
    await stand.owe(7, "x")
    async with stand.delivery():
        (row,) = await stand.until(state)
    assert row.reason == reason
    assert stand.server.requests == 1
    async with stand.database.session() as session:
        (address,) = (await session.exec(select(Address))).all()
    assert (address.blocked_at is not None) is (state == State.GONE)
    assert gone == ([7] if state == State.GONE else [])


async def test_whoever_blocked_us_is_not_written_to(stand: Stand) -> None:
    async with stand.database.transaction() as session:
        await create_actor(session, stand.clock(), CHANNEL, 7, "pl")
        await mark_blocked(session, CHANNEL, 7, stand.clock())
    await stand.owe(7, "x")
    async with stand.delivery():
        await stand.until(State.GONE)
    assert stand.server.requests == 0


async def test_a_group_that_became_a_supergroup_is_followed_and_gets_nothing_twice(stand: Stand) -> None:
    old, new = -5, -1005
    moved: list[tuple[int, int]] = []

    async def note(_session: object, _channel: str, before: int, after: int) -> None:
        moved.append((before, after))

    stand.kinds.when_migrated.append(note)
    stand.server.answer = lambda _method, chat, _text: (
        refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=new)
        if chat == old
        else None
    )
    await stand.owe(old, "one", batch="a:1")
    await stand.owe(old, "two", batch="a:2")
    await stand.owe(new, "two", batch="a:2")
    async with stand.delivery():
        rows = await stand.until(State.DELIVERED, State.DROPPED, State.DELIVERED)
    assert sorted(stand.server.texts(new)) == ["one", "two"]
    assert (rows[0].chat_id, rows[0].migrated_from) == (new, old)
    assert rows[1].reason == "same chat"
    assert moved == [(old, new)]


async def test_it_is_looked_at_again_before_it_is_sent(stand: Stand) -> None:
    async def lost_the_role(_session: object, _owed: object, _now: object) -> str:
        return "role lost"

    async def cannot(_session: object, _owed: object) -> Call:
        raise RuntimeError

    stand.kinds.register(Kind("wrong", recheck=lost_the_role))
    stand.kinds.register(Kind("mute", render=cannot))
    await stand.owe(1, "x", kind="wrong")
    await stand.owe(2, "x", kind="mute")
    await stand.owe(3, "x", kind="unheard of")
    async with stand.delivery():
        rows = await stand.until(State.DROPPED, State.DROPPED, State.DROPPED)
    assert [row.reason for row in rows] == ["role lost", "not rendered", "unknown kind"]
    assert stand.server.requests == 0


async def test_it_speaks_the_language_chosen_by_then(stand: Stand) -> None:
    payload = {"method": "sendMessage", "arguments": {}, "by_language": {"pl": {"text": "a"}, "uk": {"text": "б"}}}
    await stand.owe(7, "x", payload=payload)
    await stand.owe(8, "x", payload=payload)
    async with stand.database.transaction() as session:
        actor = await create_actor(session, stand.clock(), CHANNEL, 7, "pl")
        await choose_language(session, actor, "uk")
    async with stand.delivery():
        await stand.until(State.DELIVERED, State.DELIVERED)
    assert stand.server.texts(7) == ["б"]
    assert stand.server.texts(8) == ["a"]


async def test_a_refused_token_stops_everything_and_loses_nothing(stand: Stand) -> None:
    stand.server.answer = lambda *_: refused(401, "Unauthorized")
    await stand.owe(7, "x")
    pacer = Pacer(UNLIMITED)
    line = TelegramBot(TOKEN, stand.base, pacer)
    with pytest.raises(TokenRefusedError):
        await Delivery(stand.database, stand.kinds, stand.clock, CHANNEL, line, pacer).run()
    await line.hang_up()
    assert await stand.states() == [State.WAITING]


async def test_two_processes_send_nothing_twice(stand: Stand, any_database_url: str) -> None:
    """The second one takes over when the first one has gone, and only then."""
    for chat in range(1, 41):
        await stand.owe(chat, "x")
    stand.server.latency = 0.01
    other = Stand(Database(any_database_url), stand.clock, stand.server, stand.base, stand.kinds)
    async with other.delivery(poll_seconds=0.01) as second:
        async with stand.delivery(poll_seconds=0.01) as first:
            await stand.until(*[State.DELIVERED] * 40)
            assert first.leads != second.leads
            leader = "first" if first.leads else "second"
        await stand.owe(50, "y")
        await other.until(*[State.DELIVERED] * 41)
        assert second.leads, leader
    await other.database.close()
    assert len(stand.server.delivered) == 41


async def test_what_a_dead_process_had_claimed_is_uncertain_or_goes_once_more(
    stand: Stand, clock: SteppedClock
) -> None:
    await stand.owe(1, "x")
    await stand.owe(2, "x", kind="reminder")
    async with stand.database.transaction() as session:
        assert await lease.take(session, CHANNEL, "dead", clock(), timedelta(seconds=30))
        await session.exec(update(OwedMessage).values(state=State.CLAIMED, claimed_by="dead", claimed_at=clock()))
    async with stand.delivery(poll_seconds=0.01) as delivery:
        await asyncio.sleep(0.1)
        assert not delivery.leads  # it may be alive
        clock.forward(seconds=31)
        rows = await stand.until(State.UNCERTAIN, State.DELIVERED)
    assert rows[0].reason == "process ended"
    assert rows[1].resent
    assert [one.chat_id for one in stand.server.delivered] == [2]


async def test_who_lost_the_lease_sends_nothing_more(stand: Stand, clock: SteppedClock) -> None:
    async with stand.delivery(poll_seconds=0.01) as delivery:
        await stand.soon(lambda _: delivery.leads)
        async with stand.database.transaction() as session:
            await session.exec(update(SendingLease).values(holder="other", until=clock() + timedelta(hours=1)))
        await stand.owe(1, "x")
        await stand.soon(lambda _: not delivery.leads)
    assert await stand.states() == [State.WAITING]
    assert stand.server.requests == 0


async def test_an_album_with_new_pictures_is_sent_and_its_numbers_kept(stand: Stand) -> None:
    bodies: list[str] = []

    async def album(_session: object, _owed: object) -> Call:
        photo = Upload(b"picture", "plakat.png")
        media = [{"type": "photo", "media": photo, "caption": "Plakat"}, {"type": "photo", "media": "file-id"}]
        return Call("sendMediaGroup", {"media": media})

    def answer(method: str, _chat: int, _text: str) -> tuple[int, dict[str, Any]]:
        bodies.append(method)
        return 200, {"ok": True, "result": [{"message_id": 5}, {"message_id": 6}]}

    stand.kinds.register(Kind("album", render=album))
    stand.server.answer = answer
    await stand.owe(7, "x", kind="album")
    async with stand.delivery():
        (row,) = await stand.until(State.DELIVERED)
    assert bodies == ["sendMediaGroup"]
    assert row.message_ids == [5, 6]


@pytest.mark.parametrize(
    ("meanwhile", "ends"),
    [(State.DELIVERED, State.DELIVERED), (State.DROPPED, State.DROPPED), ("uncertain", "delivered")],
)
async def test_who_thought_us_dead_is_corrected_only_where_we_know_better(
    stand: Stand, meanwhile: str, ends: str
) -> None:
    stand.server.latency = 0.3
    await stand.owe(7, "x")
    async with stand.delivery(poll_seconds=0.01) as delivery:
        await stand.until(State.CLAIMED)
        async with stand.database.transaction() as session:
            await session.exec(update(OwedMessage).values(state=meanwhile, claimed_by="other", message_ids=[99]))
        await stand.soon(lambda _: not delivery.under_way)
        (row,) = await stand.rows()
    assert row.state == ends
    assert row.message_ids == ([1] if meanwhile == "uncertain" else [99])
