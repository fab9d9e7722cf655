"""Whom a change of the roster reaches: those affected, once each; the desk and the adviser; the list of calls.

Hours that were called off are told of by `bot.places.reminders`, with the nearest free ones. Here is the rest.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.kinds import Call, Kind, Kinds, language_at
from bot.outbox.owed import Debt, owe_these
from bot.outbox.states import Priority
from bot.places import calls, reminders
from bot.places.permission import DESK
from bot.places.roster.comparing import Affected
from bot.places.states import BookingState
from bot.places.wording import Speech, day_said, moment_said, place_of
from bot.storage.tables import Address, Booking, Grant, OwedMessage, Provider, Slot

OTHER_ROOM: Final = "roster-other-room"
CALLED_OFF: Final = "roster-called-off"
"""To the desk and the adviser: which duties do not take place."""
_OPEN_BOOKING: Final = "bo"
"""Callback data ``bo:<booking>``: see `bot.places.booking_kinds`."""


async def tell_called_off(session: AsyncSession, now: datetime, affected: Sequence[Affected]) -> int:
    """Tell each whose hour was withdrawn, once; ask for calls to the others. How many are to be phoned.

    Call after `slots.withdraw`, with who was affected before it.
    """
    reached = [each.booking for each in affected if each.reachable]
    to_call = [each.booking for each in affected if not each.reachable]
    for booking in (*reached, *to_call):
        await session.refresh(booking)
    to_call += await reminders.owe_called_off(session, now, reached)
    for booking in to_call:
        await calls.ask(session, now, booking, calls.Reason.CALLED_OFF)
    return len(to_call)


async def tell_other_room(session: AsyncSession, now: datetime, affected: Sequence[Affected]) -> int:
    """Tell each whose booking stands in another room now; ask for calls to the others. How many are to be phoned."""
    debts, to_call = list[Debt](), 0
    for each in affected:
        booking = each.booking
        if not each.reachable or booking.channel is None or booking.chat_id is None:
            await calls.ask(session, now, booking, calls.Reason.OTHER_ROOM)
            to_call += 1
            continue
        slot = await session.get(Slot, booking.slot_id)
        assert slot is not None
        soon = booking.starts_at - now < reminders.SOON
        debts.append(
            Debt(
                dedupe_key=f"{OTHER_ROOM}:{booking.id}:{booking.sequence}:{slot.room_id}:{now:%Y%m%d%H%M%S}",
                channel=booking.channel,
                chat_id=booking.chat_id,
                centre=booking.centre,
                kind=OTHER_ROOM,
                payload={"booking": booking.id, "sequence": booking.sequence, "room": slot.room_id},
                priority=Priority.URGENT if soon else Priority.PERSONAL,
                expires_at=booking.starts_at,
            )
        )
    await owe_these(session, debts, now=now)
    return to_call


async def tell_staff(
    session: AsyncSession,
    now: datetime,
    centre: str,
    days: Sequence[date],
    *,
    provider: Provider | None,
    told: int,
    to_call: int,
    by: int,
) -> None:
    """Tell the centre's desk and the adviser which duties were called off; not who did it. ``provider`` None: all."""
    rows = await session.exec(
        select(Grant.account_id).where(col(Grant.centre) == centre, col(Grant.role).in_([role.value for role in DESK]))
    )
    accounts = set(rows.all()) | ({provider.account_id} if provider and provider.account_id else set())
    payload: dict[str, Any] = {
        "who": provider.name if provider else "",
        "days": [day.isoformat() for day in days],
        "told": told,
        "calls": to_call,
    }
    debts = []
    for account_id in sorted(accounts - {by}):
        if (at := await _address(session, account_id)) is None:
            continue
        key = f"{CALLED_OFF}:{centre}:{provider.id if provider else 'all'}:{days[0]}:{days[-1]}:{account_id}"
        debts.append(
            Debt(
                dedupe_key=f"{key}:{now:%Y%m%d%H%M%S}",
                channel=at.channel,
                chat_id=at.chat_id,
                centre=centre,
                kind=CALLED_OFF,
                payload=payload,
                priority=Priority.PERSONAL,
            )
        )
    await owe_these(session, debts, now=now)


def register(kinds: Kinds, speech: Speech) -> None:
    """Make the roster's kinds known to the outbox. Call once when Okienko starts."""
    words = _Words(speech)
    kinds.register(Kind(OTHER_ROOM, words.other_room, still_there, resend_uncertain=True))
    kinds.register(Kind(CALLED_OFF, words.called_off, resend_uncertain=True))
    kinds.when_gone.append(ask_for_calls)


async def still_there(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """A new room is told of while the booking is still in it."""
    payload = owed.payload or {}
    booking = await session.get(Booking, payload["booking"])
    if booking is None or booking.seat_no is None or booking.sequence != payload["sequence"]:
        return "changed"
    slot = await session.get(Slot, booking.slot_id)
    if slot is None or slot.room_id != payload["room"]:
        return "changed again"
    return "over" if now >= booking.starts_at else None


async def ask_for_calls(session: AsyncSession, channel: str, chat_id: int, now: datetime) -> None:
    """Nobody is at an address any more: whoever was to hear there that their hour is off has to be phoned."""
    rows = await session.exec(
        select(Booking).where(
            col(Booking.channel) == channel,
            col(Booking.chat_id) == chat_id,
            col(Booking.state) == BookingState.CALLED_OFF,
            col(Booking.starts_at) > now,
        )
    )
    for booking in rows.all():
        await calls.ask(session, now, booking, calls.Reason.CALLED_OFF)


class _Words:
    """Renders each kind in the language of its recipient."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    async def other_room(self, session: AsyncSession, owed: OwedMessage) -> Call:
        booking = await session.get(Booking, (owed.payload or {})["booking"])
        slot = await session.get(Slot, booking.slot_id) if booking else None
        if booking is None or slot is None:
            raise LookupError("a booking that is gone")
        language = await language_at(session, owed.channel, owed.chat_id)
        when = moment_said(self._speech, language, slot.starts_at)
        room = await place_of(session, slot)
        text = self._speech.html(language, "roster-told-room", when=when, room=room or "–")
        open_it = {"text": self._speech.plain(language, "roster-button-booking")}
        keyboard = [[open_it | {"callback_data": f"{_OPEN_BOOKING}:{booking.id}"}]]
        return Call("sendMessage", {"text": text, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": keyboard}})

    async def called_off(self, session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        language = await language_at(session, owed.channel, owed.chat_id)
        days = [day_said(self._speech, language, date.fromisoformat(day)) for day in payload["days"]]
        said = ", ".join(days[:6]) + (" …" if len(days) > 6 else "")
        key = "roster-told-absence" if payload["who"] else "roster-told-closed"
        values = {"who": payload["who"]} if payload["who"] else {}
        lines = [
            self._speech.html(language, key, days=said, **values),
            self._speech.html(language, "roster-told-people", told=payload["told"]),
        ]
        if payload["calls"]:
            lines.append(self._speech.html(language, "roster-told-calls", count=payload["calls"]))
        return Call("sendMessage", {"text": "\n".join(lines), "parse_mode": "HTML"})


async def _address(session: AsyncSession, account_id: int) -> Address | None:
    found = await session.exec(
        select(Address)
        .where(col(Address.account_id) == account_id, col(Address.blocked_at).is_(None))
        .order_by(col(Address.channel), col(Address.chat_id))
        .limit(1)
    )
    return found.first()
