"""What is owed around shifts beside the engine's reminders: to volunteers, their guardians, the coordinators."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.owed import Debt, owe_these
from bot.outbox.states import Priority
from bot.places import reminders
from bot.places.permission import DESK
from bot.places.states import LIVE
from bot.storage.tables import Address, Booking, Grant, Guardian, Role, Shift, Slot, Volunteer

GUARDIAN: Final = "shift-guardian"
RELEASED: Final = "shift-released"
CHANGED: Final = "shift-changed"
SHORT: Final = "shift-short"
THANKS: Final = "shift-thanks"
CERTIFICATE: Final = "shift-certificate"

A_MOMENT: Final = timedelta(minutes=2)
"""Thanks wait so long: the coordinator's second tap may say other hours."""
_FACTS: Final = timedelta(days=3)
"""So long a fact about somebody's shift or certificate is worth a message."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Where somebody is written to."""

    account_id: int
    channel: str
    chat_id: int


async def coordinators(session: AsyncSession, centre: str, maker: int | None = None) -> list[Reached]:
    """Whom shifts concern: who wrote one down, while still at the desk; else the organisers; else the clerks."""
    rows = await session.exec(
        select(Grant.role, Address.account_id, Address.channel, Address.chat_id)
        .join(Address, col(Address.account_id) == col(Grant.account_id))
        .where(
            col(Grant.centre) == centre,
            col(Grant.role).in_([role.value for role in DESK]),
            col(Address.blocked_at).is_(None),
        )
        .order_by(col(Address.channel), col(Address.chat_id))
    )
    by_role: dict[str, dict[int, Reached]] = {}
    for role, account_id, channel, chat_id in rows.all():
        by_role.setdefault(role, {}).setdefault(account_id, Reached(account_id, channel, chat_id))
    everybody = {account: at for accounts in by_role.values() for account, at in accounts.items()}
    if maker in everybody:
        return [everybody[maker]]
    return list((by_role.get(Role.ORGANISER.value) or everybody).values())


async def owe_released(session: AsyncSession, now: datetime, booking: Booking, why: str) -> None:
    """A seat was given back because the rules no longer allow it; ``why`` is the key of the refusal."""
    await _owe_volunteer(session, now, RELEASED, booking, {"why": why}, str(booking.sequence), booking.starts_at)


async def owe_changed(session: AsyncSession, now: datetime, slot: Slot, version: int) -> None:
    """Place, person in charge or phone are others now: everybody who has signed up hears it."""
    rows = await session.exec(
        select(Booking).where(
            col(Booking.slot_id) == slot.id, col(Booking.seat_no).is_not(None), col(Booking.state).in_(LIVE)
        )
    )
    shift = await session.get_one(Shift, slot.id)
    for booking in rows.all():
        values = {"facts": facts_of(slot, shift), "sequence": booking.sequence}
        await _owe_volunteer(session, now, CHANGED, booking, values, str(version), slot.starts_at)


async def owe_thanks(
    session: AsyncSession, now: datetime, booking: Booking, volunteer: Volunteer, minutes: int
) -> None:
    """Hours were confirmed: thanks, with all that there are by then. Written to where the reminders went."""
    values = {"volunteer": volunteer.id, "minutes": minutes}
    which = f"{minutes}:{now:%Y%m%d%H%M%S}"
    await _owe_volunteer(session, now, THANKS, booking, values, which, now + _FACTS, now + A_MOMENT)


async def owe_short(session: AsyncSession, now: datetime, slot: Slot, shift: Shift) -> None:
    """Too few have signed up, and it is near."""
    payload = {"slot": slot.id}
    people = await coordinators(session, slot.centre, shift.made_by)
    await _owe_desk(session, now, SHORT, slot.centre, people, f"{slot.id}", payload, slot.starts_at)


async def owe_certificate(session: AsyncSession, now: datetime, volunteer: Volunteer) -> None:
    """Somebody asks for a certificate."""
    payload = {"volunteer": volunteer.id}
    which = f"{volunteer.id}:{now:%Y%m%d%H%M%S}"
    people = await coordinators(session, volunteer.centre)
    await _owe_desk(session, now, CERTIFICATE, volunteer.centre, people, which, payload, now + _FACTS)


async def owe_guardian(
    session: AsyncSession, now: datetime, guardian: Guardian, booking: Booking, slot: Slot, mark: str
) -> None:
    """A parent hears of a shift, or that it is not what they were told."""
    if guardian.channel is None or guardian.chat_id is None:
        return
    soon = slot.starts_at - now < reminders.SOON
    debt = Debt(
        dedupe_key=f"{GUARDIAN}:{guardian.id}:{booking.id}:{mark}",
        channel=guardian.channel,
        chat_id=guardian.chat_id,
        centre=slot.centre,
        kind=GUARDIAN,
        payload={"guardian": guardian.id, "booking": booking.id, "mark": mark},
        priority=Priority.URGENT if soon else Priority.PERSONAL,
        expires_at=slot.ends_at,
    )
    await owe_these(session, [debt], now=now)


def mark_of(booking: Booking, slot: Slot, shift: Shift) -> str:
    """What there is to tell a guardian of a booking, shortened: another one means something else is to be told."""
    live = int(booking.seat_no is not None)
    return f"{booking.sequence}:{live}:{shift.version}:{facts_of(slot, shift)}"


def without_version(mark: str) -> list[str]:
    """What a guardian reads of a change: how many people are wanted is none of it."""
    parts = mark.split(":")
    return [*parts[:2], *parts[3:]]


def facts_of(slot: Slot, shift: Shift) -> str:
    """Place, person in charge and phone, shortened."""
    return sha256(f"{slot.place}|{shift.adult}|{shift.phone}".encode()).hexdigest()[:8]


async def _owe_volunteer(
    session: AsyncSession,
    now: datetime,
    kind: str,
    booking: Booking,
    values: dict[str, Any],
    which: str,
    expires_at: datetime,
    not_before: datetime | None = None,
) -> None:
    if booking.channel is None or booking.chat_id is None:
        return
    soon = kind != THANKS and booking.starts_at - now < reminders.SOON
    debt = Debt(
        dedupe_key=f"{kind}:{booking.id}:{which}",
        channel=booking.channel,
        chat_id=booking.chat_id,
        centre=booking.centre,
        kind=kind,
        payload={"booking": booking.id, **values},
        priority=Priority.URGENT if soon else Priority.PERSONAL,
        not_before=not_before,
        expires_at=expires_at,
    )
    await owe_these(session, [debt], now=now)


async def _owe_desk(
    session: AsyncSession,
    now: datetime,
    kind: str,
    centre: str,
    people: Sequence[Reached],
    which: str,
    payload: dict[str, Any],
    expires_at: datetime,
) -> None:
    debts = [
        Debt(
            dedupe_key=f"{kind}:{which}:{each.account_id}",
            channel=each.channel,
            chat_id=each.chat_id,
            centre=centre,
            kind=kind,
            payload={**payload, "account": each.account_id},
            priority=Priority.PERSONAL,
            expires_at=expires_at,
        )
        for each in people
    ]
    await owe_these(session, debts, now=now)
