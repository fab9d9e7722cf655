"""Waiting lists through the chat: real updates in, messages and rows out."""

from datetime import datetime

import pytest
from sqlmodel import col, select

from bot.clock import WARSAW, SteppedClock
from bot.outbox.kinds import Kind, Kinds
from bot.papers.calendar import write_calendar
from bot.people import accounts
from bot.places import booking_kinds, waiting_kinds
from bot.places.waiting_watch import Watch
from bot.storage import Database
from bot.storage.tables import Slot
from bot.texts import texts
from bot.volunteering.marks import Mark
from tests.booking.conftest import Newcomer, Office, lawyer, library, net, newcomer, office, resident, stage
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.volunteering.conftest import THURSDAY, TUESDAY, WEDNESDAY, House, alert_of, house

__all__ = ["house", "lawyer", "library", "net", "newcomer", "office", "resident", "stage"]

NINE = datetime(2026, 11, 26, 9, tzinfo=WARSAW)


@pytest.fixture
def postman(database: Database, clock: SteppedClock) -> Postman:
    kinds = Kinds(Kind("message"))
    booking_kinds.register(kinds, texts(), write_calendar)
    waiting_kinds.register(kinds, texts())
    return Postman(database, clock, kinds)


async def alarms(database: Database, clock: SteppedClock) -> None:
    """What the scheduler does at each deadline."""
    watch = Watch(database, clock)
    async with database.session() as session:
        due = [number for number, moment in await watch.lapses_due(session, clock()) if moment <= clock()]
    for number in due:
        await watch.lapse(number)


async def test_a_full_hour_offers_its_line_and_the_line_offers_the_hour(
    lawyer: Office, resident: Person, newcomer: Newcomer, postman: Postman
) -> None:
    slot = (await lawyer.slot_at(NINE)).id
    first = await newcomer()
    await first.presses(f"by:{slot}:law:self:1:0")
    (said,) = await resident.presses(f"by:{slot}:law:child:1:0")
    assert "zajęty" in said
    assert resident.buttons.index("🕒 Na listę oczekujących") == 3, "after the nearest free hours"
    (said,) = await resident.taps("Na listę oczekujących")
    assert "Zapisane na listę oczekujących" in said
    assert "To lista, jeszcze nie miejsce" in said
    assert "Dla dziecka" in said
    (said, *_) = await resident.says("/moje")
    assert any(label == "🕒 lista (1.) · czwartek 26 listopada, 9:00" for label in resident.buttons)
    await first.presses("bx:1:1:")
    (told,) = [sent for sent in await postman.round() if sent.chat_id == resident.id]
    assert "Zwolniło się miejsce: spotkanie w Centrum" in told.words
    assert "czwartek 26 listopada, 9:00" in told.words
    assert "Miejsce czeka do: <b>poniedziałek 23 listopada, 14:00</b>" in told.words
    assert not any(word in told.words.lower() for word in ("prawnik", "prawo", "dziec")), "a lock screen shows it"
    assert told.labels == ["✅ Biorę", "Tym razem nie", "Rezygnuję z listy"]
    done, slip = await resident.presses("wa:1:take:0")
    assert "Zapisane" in done
    assert "Dla dziecka" in done
    assert "zapisać na kartce" in slip
    booked = (await lawyer.bookings())[-1]
    assert (booked.state, booked.topic, booked.chat_id) == ("booked", "law", resident.id)
    (again,) = await resident.presses("wa:1:take:0")
    assert "już zapisane" in again
    assert await lawyer.taken() == 1


async def test_not_this_time_late_and_leaving(
    lawyer: Office, newcomer: Newcomer, postman: Postman, database: Database, clock: SteppedClock
) -> None:
    slot = (await lawyer.slot_at(NINE)).id
    holder, ala, ola, ula = [await newcomer() for _ in range(4)]
    await holder.presses(f"by:{slot}::self:1:0")
    for person in (ala, ola, ula):
        await person.presses(f"wj:{slot}::self:1")
    await holder.presses("bx:1:1:")
    await postman.round()
    (said,) = await ala.presses("wa:1:pass:0")
    assert "tym razem nie" in said
    assert "Miejsce na liście: <b>1</b>" in said
    (late,) = await ala.presses("wa:1:take:0")
    assert "Było już „tym razem nie”" in late
    await ala.presses("wx:1:1")
    (again,) = await ala.presses("wa:1:pass:0")
    assert "Tego miejsca na liście już nie ma" in again, "and not that the list stays"
    await postman.round()
    clock.forward(hours=4)
    (late,) = await ola.presses("wa:2:take:0")
    assert "Czas na odpowiedź minął" in late
    await alarms(database, clock)
    told = await postman.round()
    assert [sent.chat_id for sent in told] == [ola.id, ula.id]
    assert "Gdy drugi raz z rzędu" in told[0].words
    assert "Zwolniło się miejsce" in told[1].words
    (said,) = await ula.presses("wa:3:leave:0")
    assert "Nie jest to już na liście" in said
    (said,) = await ula.presses("wa:3:take:0")
    assert "Tego miejsca na liście już nie ma" in said
    said, _ = await holder.presses(f"by:{slot}::self:1:0")
    assert "Zapisane" in said, "nobody in the line wants it: it is everybody's"


async def test_leaving_from_what_is_mine_is_asked_first(lawyer: Office, resident: Person, newcomer: Newcomer) -> None:
    slot = (await lawyer.slot_at(NINE)).id
    holder = await newcomer()
    await holder.presses(f"by:{slot}::self:1:0")
    await resident.presses(f"wj:{slot}::self:1")
    await resident.says("/moje")
    await resident.taps("lista (1.)")
    (said,) = await resident.taps("Rezygnuję z listy")
    assert "Zrezygnować z listy" in said
    (said,) = await resident.taps("Tak, rezygnuję")
    assert "Nie jest to już na liście" in said
    (said,) = await resident.presses("wx:1:1")
    assert "Tego miejsca na liście już nie ma" in said


async def test_an_hour_that_is_held_is_answered_not_booked_anew(
    lawyer: Office, resident: Person, newcomer: Newcomer
) -> None:
    slot = (await lawyer.slot_at(NINE)).id
    holder = await newcomer()
    await holder.presses(f"by:{slot}::self:1:0")
    await resident.presses(f"wj:{slot}::self:1")
    await holder.presses("bx:1:1:")
    (said,) = await resident.presses(f"by:{slot}::self:1:0")
    assert "Miejsce czeka do" in said
    assert resident.buttons[:3] == ["✅ Biorę", "Tym razem nie", "Rezygnuję z listy"]


async def test_what_they_have_at_that_time_is_said_before_it_is_taken(
    lawyer: Office, resident: Person, newcomer: Newcomer
) -> None:
    slot = (await lawyer.slot_at(NINE)).id
    await lawyer.room("pokój 5")
    await lawyer.adviser("mediator")
    await lawyer.duty("mediator", NINE.date(), 9, 10, "pokój 5")
    holder = await newcomer()
    await holder.presses(f"by:{slot}::self:1:0")
    await resident.presses(f"wj:{slot}::self:1")
    async with lawyer.database.session() as session:
        rows = await session.exec(select(Slot.id).where(col(Slot.starts_at) == NINE, col(Slot.id) != slot))
        other = rows.one()
    await resident.presses(f"by:{other}::self:1:0")
    await holder.presses("bx:1:1:")
    (said,) = await resident.presses("wa:1:take:0")
    assert "W tym czasie jest już zapisana rozmowa" in said
    done, _ = await resident.taps("Biorę mimo to")
    assert "Zapisane" in done


async def test_strangers_and_forged_buttons_get_nothing(
    lawyer: Office, resident: Person, newcomer: Newcomer, database: Database
) -> None:
    slot = (await lawyer.slot_at(NINE)).id
    holder, stranger = await newcomer(), await newcomer()
    await holder.presses(f"by:{slot}::self:1:0")
    await resident.presses(f"wj:{slot}::self:1")
    await holder.presses("bx:1:1:")
    answers = ("wa:1:take:0", "wa:1:pass:0", "wa:1:leave:0", "wa:99:take:0", "wa:1:lapsed:0")
    for data in ("wo:1", "wo:99", "wx:1:1", *answers):
        await stranger.presses(data)
        assert "Nie ma tu takiego miejsca na liście" in alert_of(stranger), data
    await resident.presses("wa:1:gone:0")
    for data in ("wj:999::self:1", f"wj:{slot}::caller:1", f"wj:{slot}::king:1", f"wj:{slot}::child:77"):
        await stranger.presses(data)
    states = [booking.state for booking in await lawyer.bookings()]
    assert states == ["cancelled", "offered"]
    async with database.session() as session:
        assert await accounts.find_actor(session, "telegram", stranger.id, "pl") is not None


async def test_a_full_shift_has_a_line_and_its_rules_are_asked_again(
    house: House, resident: Person, newcomer: Newcomer, postman: Postman
) -> None:
    (slot,) = await house.shift(WEDNESDAY, most=1)
    holder, pupil, unknown = await newcomer(), await newcomer(), await newcomer()
    await house.profile(holder)
    await holder.presses(f"vb:{slot}:0")
    number = await house.pupil(pupil)
    (said,) = await unknown.presses(f"wj:{slot}::self:1")
    assert "Najpierw" in said or "wolontari" in said.lower()
    (said,) = await pupil.presses(f"vb:{slot}:0")
    assert "zajęty" in said
    (said,) = await pupil.taps("Na listę oczekujących")
    assert "Paczki" in said
    await house.marked(number, Mark.CONSENT, on=False)
    await holder.presses(f"vx:{slot}:1")
    (told,) = [sent for sent in await postman.round() if sent.chat_id == pupil.id]
    assert "Jest wolne miejsce na dyżurze" in told.words
    assert "Paczki" in told.words
    (said,) = await pupil.presses("wa:1:take:0")
    assert "zgod" in said.lower()
    assert pupil.buttons[0] == "✅ Biorę", "it is held, and the paper may still come"
    await house.marked(number, Mark.CONSENT)
    said = (await pupil.presses("wa:1:take:0"))[0]
    assert "Zapisane" in said
    assert await house.seats(slot) == 1
    await house.watches()


async def test_a_shift_with_more_places_asks_its_line(house: House, resident: Person, newcomer: Newcomer) -> None:
    (slot,) = await house.shift(WEDNESDAY, most=1)
    holder = await newcomer()
    for person in (holder, resident):
        await house.profile(person)
    await holder.presses(f"vb:{slot}:0")
    await resident.presses(f"wj:{slot}::self:1")
    await resident.presses(f"vs:{slot}")
    assert "🕒 Moje miejsce na liście" in resident.buttons
    await house.coordinator.presses(f"vk:{slot}")
    await house.coordinator.taps("Ile osób")
    await house.coordinator.says("1-2")
    assert await house.seats(slot) == 2
    assert "Zapisane" in (await resident.presses("wa:1:take:0"))[0]


async def test_a_day_of_rest_is_kept_with_offers_too(house: House, resident: Person, newcomer: Newcomer) -> None:
    (slot,) = await house.shift(THURSDAY, most=1, title="Festyn")
    holder = await newcomer()
    for person in (holder, resident):
        await house.profile(person)
    await holder.presses(f"vb:{slot}:0")
    await resident.presses(f"wj:{slot}::self:1")
    for other in await house.shift(TUESDAY, WEDNESDAY):
        await resident.presses(f"vb:{other}:0")
    await holder.presses(f"vx:{slot}:1")
    (said,) = await resident.presses("wa:1:take:0")
    assert "dzień przerwy" in said
