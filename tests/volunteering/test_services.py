"""The services from end to end on both databases: what the chat's tests see on one of them only."""

from datetime import date, time, timedelta

from sqlmodel import col, select

from bot.clock import SteppedClock
from bot.people import accounts, roles
from bot.places.booking import Booker
from bot.storage import Database
from bot.storage.tables import Booking, GuardianTold, OwedMessage, Role, Slot
from bot.volunteering import drafts, fitting, guardians, hours, marks, profiles, shifts, signing, watch
from bot.volunteering.marks import Mark
from bot.volunteering.plans import Plan, Reading
from bot.volunteering.profiles import Told
from bot.volunteering.words import Age
from tests.volunteering.conftest import CENTRE, SATURDAY, local


async def test_from_the_draft_to_the_certificate(any_database: Database, clock: SteppedClock) -> None:
    now = clock()
    plan = Plan(
        title="Paczki",
        place="hala",
        days=[SATURDAY, SATURDAY + timedelta(days=7)],
        opens_at=time(10),
        closes_at=time(12),
        least=2,
        most=3,
        adult="Anna Nowak",
        phone="600 100 200",
    )
    async with any_database.transaction() as session:
        people = [
            (await accounts.create_actor(session, now, "telegram", chat, "pl", CENTRE)).account_id for chat in (1, 2, 3)
        ]
        keeper, pupil, parent = people
        await roles.grant(session, now, keeper, CENTRE, Role.ORGANISER)
        draft = await drafts.make(session, now, CENTRE, keeper, Reading(plans=[plan]))
        assert await drafts.publish(session, now, keeper, draft.id or 0) == 2
        volunteer = await profiles.join(session, now, pupil, CENTRE, Told(Age.OLDER))
        assert volunteer.id is not None
        for paper in (Mark.CONSENT, Mark.AGREEMENT):
            await marks.mark(session, now, keeper, volunteer.id, paper, until=date(2027, 6, 30))
        secret = await guardians.invite(session, now, pupil, CENTRE)
        await guardians.accept(session, now, secret, parent, "telegram", 3)
    async with any_database.transaction() as session:
        found = await fitting.fitting(session, now, await profiles.locked(session, pupil, CENTRE))
        first, second = [each.slot_id for each in found]
        await signing.sign_up(session, now, first, Booker(pupil, "telegram", 2))
        assert (await signing.sign_up_for_the_rest(session, now, first, Booker(pupil, "telegram", 2))).taken == 1
    await watch.Watch(any_database, clock).tick()
    await watch.Watch(any_database, clock).tick()
    async with any_database.transaction() as session:
        told = (await session.exec(select(GuardianTold))).all()
        assert sorted(each.mark.split(":")[0] for each in told) == ["0", "0"]
        fit = await shifts.own(session, keeper, second)
        await shifts.change(session, now, keeper, second, fit.shift.version, place="biblioteka")
        assert await shifts.call_off(session, now, keeper, second, 1) == (1, 1)
    await watch.Watch(any_database, clock).tick()
    clock.now = local(2026, 11, 28, 12, 30)
    async with any_database.transaction() as session:
        booking = (await session.exec(select(Booking).where(col(Booking.slot_id) == first))).one()
        await hours.came(session, clock(), keeper, booking.id or 0)
        assert await hours.total(session, volunteer.id) == 120
        assert await hours.ask_for_certificate(session, clock(), pupil, CENTRE)
        assert not await hours.ask_for_certificate(session, clock(), pupil, CENTRE)
        (known,) = await marks.of_centre(session, clock(), keeper, CENTRE)
        assert (known.minutes, known.guardians, known.ahead) == (120, 1, 0)
    async with any_database.session() as session:
        owed = await session.exec(select(OwedMessage.kind).where(col(OwedMessage.kind).startswith("shift-")))
        kinds = sorted(owed.all())
        assert kinds == [*["shift-certificate", "shift-changed"], *["shift-guardian"] * 3, "shift-thanks"]
        assert [slot.taken for slot in (await session.exec(select(Slot).order_by(col(Slot.id)))).all()] == [1, 0]


async def test_profiles_outlive_a_chat_for_a_year(any_database: Database, clock: SteppedClock) -> None:
    async with any_database.transaction() as session:
        actor = await accounts.create_actor(session, clock(), "web", 7, "pl", CENTRE)
        volunteer = await profiles.join(session, clock(), actor.account_id, CENTRE, Told(Age.ADULT))
        number = volunteer.id
    async with any_database.transaction() as session:
        await accounts.forget_visitor(session, "web", 7)
    for days, there in ((364, True), (2, False)):
        clock.forward(days=days)
        async with any_database.transaction() as session:
            await profiles.forget_old(session, clock())
        async with any_database.session() as session:
            found = (await session.exec(select(marks.Volunteer).where(col(marks.Volunteer.id) == number))).first()
        assert (found is not None) is there
