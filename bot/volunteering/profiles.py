"""Who wants to help, without a name: made by a few taps, changed and forgotten by the volunteer alone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places import attendees, booking, waiting
from bot.places.slots import SlotKind
from bot.places.states import BookingState
from bot.storage import writing
from bot.storage.tables import Booking, Shift, ShiftDraft, Slot, Volunteer
from bot.volunteering import rules
from bot.volunteering.words import LONGEST_NICKNAME, Age, Interest, Skill

KEEP_LEFT: Final = timedelta(days=365)
"""How long somebody's hours outlive their chat: a certificate may still be asked for."""
KEEP_DRAFTS: Final = timedelta(days=30)
_AGES: Final = tuple(Age)


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told of themselves. ``days`` are weekdays, 0 for Monday; empty collections mean any."""

    age: Age
    interests: Collection[Interest] = ()
    days: Collection[int] = ()
    skills: Collection[Skill] = ()


async def of_account(session: AsyncSession, account_id: int, centre: str) -> Volunteer | None:
    """An account's profile in a centre."""
    rows = await session.exec(
        select(Volunteer)
        .where(col(Volunteer.account_id) == account_id, col(Volunteer.centre) == centre)
        .execution_options(populate_existing=True)
    )
    return rows.first()


async def locked(session: AsyncSession, account_id: int, centre: str) -> Volunteer:
    """The profile, kept from others: marks cannot be taken back meanwhile.

    Raises `OkienkoError` ``volunteering-no-profile``.
    """
    await writing(session)
    rows = await session.exec(
        select(Volunteer)
        .where(col(Volunteer.account_id) == account_id, col(Volunteer.centre) == centre)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    volunteer = rows.first()
    if volunteer is None:
        raise OkienkoError("volunteering-no-profile")
    return volunteer


async def join(session: AsyncSession, now: datetime, account_id: int, centre: str, told: Told) -> Volunteer:
    """Make the profile, or change it. Who is a minor here becomes an adult by the coordinator's word only.

    Raises `OkienkoError` ``volunteering-age-kept``.
    """
    await writing(session)
    attendee = await attendees.of_account(session, now, account_id, centre)
    assert attendee.id is not None
    volunteer = await of_account(session, account_id, centre)
    if volunteer is None:
        volunteer = Volunteer(
            centre=centre,
            account_id=account_id,
            attendee_id=attendee.id,
            age=told.age.value,
            created_at=now,
            changed_at=now,
        )
    elif _AGES.index(told.age) > _AGES.index(Age(volunteer.age)):
        raise OkienkoError("volunteering-age-kept")
    volunteer.age = told.age.value
    volunteer.interests = sorted(each.value for each in told.interests)
    volunteer.days = sorted(told.days) if len(set(told.days)) < 7 else []
    volunteer.skills = sorted(each.value for each in told.skills)
    volunteer.changed_at = now
    session.add(volunteer)
    await session.flush()
    return volunteer


async def call_me(session: AsyncSession, now: datetime, account_id: int, centre: str, nickname: str) -> None:
    """What the coordinator reads beside the number; an empty one takes it away.

    Raises `OkienkoError` ``volunteering-nickname-wrong`` or ``volunteering-no-profile``.
    """
    nickname = " ".join(nickname.split())
    if len(nickname) > LONGEST_NICKNAME or any(letter.isdigit() for letter in nickname):
        raise OkienkoError("volunteering-nickname-wrong", most=LONGEST_NICKNAME)
    volunteer = await locked(session, account_id, centre)
    volunteer.nickname, volunteer.changed_at = nickname or None, now
    session.add(volunteer)
    await session.flush()


async def leave(session: AsyncSession, now: datetime, account_id: int, centre: str) -> int:
    """Forget somebody, their hours too; their shifts ahead are given back. How many those were."""
    volunteer = await locked(session, account_id, centre)
    for waits in await waiting.of_account(session, now, account_id):
        if waits.entry.door == rules.DOOR and waits.entry.centre == centre:
            await waiting.leave(session, now, waits.entry.id or 0, account_id)
    freed = await shifts_ahead(session, now, volunteer)
    for each, _, _ in freed:
        assert each.id is not None
        await booking.cancel(session, now, each.id, by=account_id)
    await session.delete(volunteer)
    await session.flush()
    return len(freed)


async def shifts_ahead(session: AsyncSession, now: datetime, volunteer: Volunteer) -> list[tuple[Booking, Slot, Shift]]:
    """What a volunteer has signed up for and what has not begun, the next first."""
    rows = await session.exec(
        select(Booking, Slot, Shift)
        .join(Slot, col(Slot.id) == col(Booking.slot_id))
        .join(Shift, col(Shift.slot_id) == col(Slot.id))
        .where(
            col(Booking.attendee_id) == volunteer.attendee_id,
            col(Booking.seat_no).is_not(None),
            col(Booking.state) != BookingState.OFFERED.value,
            col(Booking.starts_at) > now,
            col(Slot.kind) == SlotKind.SHIFT.value,
        )
        .order_by(col(Booking.starts_at), col(Booking.id))
    )
    return list(rows.all())


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Profiles whose chat was erased long ago, and drafts that nobody published. The caller commits."""
    await writing(session)
    await session.exec(
        delete(Volunteer)
        .where(col(Volunteer.account_id).is_(None), col(Volunteer.changed_at) < now - KEEP_LEFT)
        .execution_options(synchronize_session=False)
    )
    await session.exec(
        delete(ShiftDraft)
        .where(col(ShiftDraft.made_at) < now - KEEP_DRAFTS)
        .execution_options(synchronize_session=False)
    )
