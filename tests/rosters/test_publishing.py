"""What a change does: slots that stay with their bookings, people who are told, and nothing done twice."""

import asyncio

import pytest
from aiogram.methods import AnswerCallbackQuery
from sqlmodel import select

from bot.errors import OkienkoError
from bot.places import slots
from bot.places.roster import drafts, publishing
from bot.places.roster.comparing import compare
from bot.places.roster.entries import Entry, Reading, month_of
from bot.places.slots import NewSlot, SlotKind
from bot.storage import Database
from bot.storage.tables import Account, Duty, Provider, Role, RosterDraft, Slot
from tests.booking.conftest import account_of
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.rosters.conftest import CENTRE, SERVICE, Desk, Newcomer, alert_of


async def test_a_month_is_cut_into_slots(roster: Desk) -> None:
    found = await roster.slots()
    assert len(found) == 4 * 8 + 3 * 6
    assert {slot.service for slot in found} == {SERVICE}
    rooms = await roster.rooms()
    assert {rooms[slot.room_id] for slot in found} == {"pokój 12", "pokój 3"}
    (screen,) = await roster.keeper.says("/grafik")
    assert "listopad 2026" in screen
    (screen,) = await roster.keeper.taps("grudzień")
    assert "<b>pn 7 grudnia</b>\n   9:00–13:00 prawnik, pokój 12" in screen


async def test_what_is_added_leaves_the_rest_alone(roster: Desk) -> None:
    before = {slot.id for slot in await roster.slots()}
    preview = await roster.types("8 grudnia 9-12 prawnik, pokój 12")
    assert "➕ prawnik, 9:00–12:00, pokój 12, co 30 min: wt 8" in preview
    assert "➖" not in preview
    await roster.keeper.taps("Opublikować")
    assert before < {slot.id for slot in await roster.slots()}
    assert len(await roster.slots()) == len(before) + 6


async def test_the_whole_month_takes_away_what_it_does_not_name(roster: Desk) -> None:
    await roster.types("poniedziałki 9-13 prawnik, pokój 12, co 30 min")
    (preview,) = await roster.keeper.taps("To cały miesiąc")
    assert "➖ psycholog, 9:00–12:00, pokój 3, co 30 min: czw 3, czw 10, czw 17" in preview
    assert "Bez zmian: 4 dyżury" in preview
    (preview,) = await roster.keeper.taps("reszta zostaje")
    assert "Nic się nie zmienia" in preview


async def test_a_booking_survives_another_room_and_is_told(roster: Desk, resident: Person, postman: Postman) -> None:
    slot = (await roster.slots())[0]
    booked = await roster.books(resident, slot)
    called = await roster.writes_down("pan K.", (await roster.slots())[1])
    preview = await roster.types("3 grudnia 9-12 psycholog, pokój 14")
    assert "🚪 psycholog, 9:00–12:00, pokój 3, co 30 min: czw 3 → pokój 14" in preview
    assert "Zmiana dotyczy 2 zapisów." in preview
    assert "1 osoba bez komunikatora: trzeba zadzwonić." in preview
    (said,) = await roster.keeper.taps("Opublikować")
    assert "Wiadomość dostaje 1 osoba" in said
    now = (await roster.bookings())[0]
    assert (now.slot_id, now.code, now.seat_no, now.sequence) == (booked.slot_id, booked.code, 1, booked.sequence)
    await postman.round()
    (sent,) = [each for each in postman.to(resident) if "pokój" in each.words]
    assert "pokój 14" in sent.words
    assert "czwartek 3 grudnia, 9:00" in sent.words
    assert "psycholog" not in sent.words  # read on lock screens
    (call,) = await roster.calls()
    assert (call.booking_id, call.reason) == (called.id, "other-room")


async def test_longer_hours_keep_the_slots_that_stay(roster: Desk, resident: Person, postman: Postman) -> None:
    booked = await roster.books(resident, (await roster.slots())[0])
    preview = await roster.types("3 grudnia 9-13 psycholog, pokój 3")
    assert "➖ psycholog, 9:00–12:00" in preview
    assert "Zmiana nie dotyczy żadnego zapisu" in preview
    await roster.keeper.taps("Opublikować")
    assert (await roster.bookings())[0].slot_id == booked.slot_id
    kept = next(slot for slot in await roster.slots() if slot.id == booked.slot_id)
    assert kept.duty_id in {duty.id for duty in await roster.duties()}
    await postman.round()
    assert postman.to(resident) == []


async def test_hours_that_go_are_told_once_with_the_nearest_in_one_tap(
    roster: Desk, resident: Person, postman: Postman
) -> None:
    booked = await roster.books(resident, (await roster.slots())[0])
    preview = await roster.types("3 grudnia 13-15 psycholog, pokój 3", "10 i 17 grudnia 9-12 psycholog, pokój 3")
    await roster.keeper.taps("To cały miesiąc")
    preview = roster.keeper.screen.text if roster.keeper.screen else ""
    assert "Zmiana dotyczy 1 zapisu" in preview
    await roster.keeper.taps("Opublikować")
    await postman.round()
    (sent,) = postman.to(resident)
    assert any("czwartek 3 grudnia, 13:00" in label for label in sent.labels)
    row = next(b for row in sent.call.arguments["reply_markup"]["inline_keyboard"] for b in row if "13:00" in b["text"])
    await resident.presses(row["callback_data"])
    (again,) = [each for each in await roster.bookings() if each.seat_no]
    assert again.code == booked.code
    assert again.slot_id != booked.slot_id


async def test_two_who_publish_together(roster: Desk, newcomer: Newcomer) -> None:
    second = Desk(await newcomer(role=Role.CLERK), roster.database, roster.clock)
    await roster.types("8 grudnia 9-12 prawnik, pokój 12")
    await second.types("8 grudnia 10-14 prawnik, pokój 12")
    taps = [_tap(each.keeper, "Opublikować") for each in (roster, second)]
    looks = [_tap(each.keeper, "Odświeżyć") for each in (roster, second)]
    await asyncio.gather(roster.keeper.presses(taps[0]), second.keeper.presses(taps[1]))
    told = [each.text for each in roster.keeper.stage.recorder.requests if isinstance(each, AnswerCallbackQuery)]
    assert len([text for text in told if text and "W międzyczasie" in text]) == 1
    assert len([duty for duty in await roster.duties() if duty.day.day == 8]) == 1
    previews = [(await roster.keeper.presses(looks[0]))[0], (await second.keeper.presses(looks[1]))[0]]
    assert sorted("już opublikowany" in preview for preview in previews) == [False, True]
    assert sorted("➖ prawnik" in preview for preview in previews) == [False, True]  # what the other did is in it


def _tap(person: Person, words: str) -> str | None:
    rows = person.screen.reply_markup.inline_keyboard if person.screen else []
    return next(button.callback_data for row in rows for button in row if words in button.text)


async def test_a_second_tap_publishes_nothing_twice(roster: Desk) -> None:
    await roster.types("8 grudnia 9-12 prawnik, pokój 12")
    publish = next(b for row in roster.keeper.screen.reply_markup.inline_keyboard for b in row if "Opubl" in b.text)
    await roster.keeper.presses(publish.callback_data)
    count = len(await roster.slots())
    await roster.keeper.presses(publish.callback_data)
    assert "już opublikowany" in alert_of(roster.keeper)
    assert len(await roster.slots()) == count


async def test_a_booking_made_after_the_preview_is_looked_at_first(roster: Desk, resident: Person) -> None:
    await roster.types("10 grudnia 9-12 psycholog, pokój 3")
    await roster.keeper.taps("To cały miesiąc")
    await roster.books(resident, (await roster.slots())[0])
    await roster.keeper.taps("Opublikować")
    assert "W międzyczasie" in alert_of(roster.keeper)
    assert (await roster.bookings())[0].seat_no == 1
    (preview,) = await roster.keeper.taps("Odświeżyć")
    assert "Zmiana dotyczy 1 zapisu" in preview


async def test_a_room_that_something_else_has(roster: Desk, database: Database) -> None:
    monday = next(slot for slot in await roster.slots() if slot.starts_at.day == 7)
    async with database.transaction() as session:
        taken = NewSlot(
            centre=CENTRE,
            kind=SlotKind.MEETING,
            title="Rada",
            room_id=monday.room_id,
            starts_at=monday.starts_at.replace(day=8),
            ends_at=monday.ends_at.replace(day=8),
        )
        await slots.add(session, roster.clock(), [taken])
    said = await roster.types("8 grudnia 9-12 psycholog, pokój 12")
    assert "pokój 12: to miejsce jest wtedy zajęte, wt 8 grudnia, 9:00–12:00 i 9:00–9:30" in said


async def test_two_advisers_swap_rooms(roster: Desk) -> None:
    await roster.publishes("8 grudnia 9-12 prawnik, pokój 12", "8 grudnia 9-12 psycholog, pokój 3")
    said = await roster.publishes("8 grudnia 9-12 prawnik, pokój 3", "8 grudnia 9-12 psycholog, pokój 12")
    assert "Opublikowane" in said
    rooms = await roster.rooms()
    assert {rooms[slot.room_id] for slot in await roster.slots() if slot.starts_at.day == 8} == {"pokój 3", "pokój 12"}


@pytest.mark.parametrize("role", [None, Role.ADVISER, Role.VOLUNTEER])
async def test_others_keep_no_roster(roster: Desk, newcomer: Newcomer, role: Role | None) -> None:
    await roster.types("8 grudnia 9-12 prawnik, pokój 12")
    taps = [b.callback_data for row in roster.keeper.screen.reply_markup.inline_keyboard for b in row]
    outsider = await newcomer(role=role)
    (said,) = await outsider.says("/grafik")
    assert "prowadzi biuro" in said
    for data in (*taps[:-1], "r:202612", "rf:202612:pdf", "rc:::", "rt:202612", "rs|1|pio", "ra:1:0:aa"):
        await outsider.presses(data)
        assert "prowadzi biuro" in alert_of(outsider), data
    assert all(duty.day.day != 8 for duty in await roster.duties())


async def test_the_next_towns_organiser_neither(roster: Desk, newcomer: Newcomer) -> None:
    await roster.types("8 grudnia 9-12 prawnik, pokój 12")
    taps = [b.callback_data for row in roster.keeper.screen.reply_markup.inline_keyboard for b in row]
    neighbour = await newcomer(centre="starachowice", role=Role.ORGANISER)
    for data in taps:
        if data and data.startswith(("rp", "rd", "ra", "rw")):
            await neighbour.presses(data)
            assert "prowadzi biuro" in alert_of(neighbour), data
    (said,) = await neighbour.says("/grafik")
    assert "prawnik" not in said
    assert all(duty.day.day != 8 for duty in await roster.duties())


async def test_on_both_databases_one_of_two_drafts_wins(any_database: Database, clock) -> None:  # type: ignore[no-untyped-def]
    """Services alone, two sessions at once: PostgreSQL has no writer's lock to hide behind."""
    from bot.people import roles

    async with any_database.transaction() as session:
        accounts = [Account(created_at=clock()), Account(created_at=clock())]
        session.add_all(accounts)
        session.add(Provider(centre=CENTRE, name="prawnik", topics=[]))
        await session.flush()
        for account in accounts:
            await roles.grant(session, clock(), account.id or 0, CENTRE, Role.ORGANISER)
    day = clock().date().replace(month=12, day=8)
    made = []
    for account, hour in zip(accounts, (9, 10), strict=True):
        entry = Entry(
            provider="prawnik",
            day=day,
            opens_at=clock().time().replace(hour=hour),
            closes_at=clock().time().replace(hour=hour + 3),
            room="pokój 12",
            service=SERVICE,
        )
        async with any_database.transaction() as session:
            draft_id = await drafts.make(
                session, clock(), CENTRE, account.id or 0, month_of(day), Reading([entry]), services=set(), whole=True
            )
            draft = await session.get(RosterDraft, draft_id)
            assert draft
            seen = (await compare(session, clock(), draft)).basis[:12]
        made.append((account.id or 0, draft_id, seen))

    async def publish(account_id: int, draft_id: int, seen: str) -> str:
        try:
            async with any_database.transaction() as session:
                await publishing.publish(session, clock(), account_id, draft_id, seen)
        except OkienkoError as error:
            return error.key
        return "done"

    assert sorted(await asyncio.gather(*(publish(*each) for each in made))) == ["done", "roster-changed-meanwhile"]
    async with any_database.session() as session:
        assert len((await session.exec(select(Duty))).all()) == 1
        assert len((await session.exec(select(Slot))).all()) == 6


async def test_an_account_of_nobody_learns_nothing(roster: Desk, resident: Person, database: Database) -> None:
    async with database.session() as session:
        with pytest.raises(OkienkoError, match="roster-refused"):
            await drafts.own(session, await account_of(database, resident), 1)
