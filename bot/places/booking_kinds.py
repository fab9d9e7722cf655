"""The kinds of messages about bookings: each looked at again, and put into words, when it is sent.

They are read on lock screens, so none says what it is about or for whom: a meeting in the centre, when, where.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.kinds import Call, Kind, Kinds, Upload, language_at
from bot.places import finding, reminders
from bot.places.halls.states import Answer
from bot.places.states import BookingState
from bot.places.topics import Topic
from bot.places.wording import Speech, moment_said, place_of
from bot.storage.tables import Booking, OwedMessage, Provider, Reservation, Slot

CONFIRM: Final = "bc"
"""Callback data ``bc:<booking>:``: I will be there. What comes last is the code of who has no account in it."""
MOVE: Final = "bm"
"""``bm:<booking>:``: another time."""
CANCEL: Final = "bx"
"""``bx:<booking>:<sure>:``: first asked (0), then done (1)."""
INSTEAD: Final = "bn"
"""``bn:<booking>:<slot>:``: that hour instead of the one that it has, or had."""

CALENDAR_FILE: Final = "spotkanie.ics"
OFFERED: Final = 3
"""How many hours are offered instead."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What a calendar file needs (RFC 5545). Moments are aware; ``title`` says nothing of what it is about."""

    uid: str
    sequence: int
    title: str
    place: str
    note: str
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    cancelled: bool


MakeCalendar = Callable[[CalendarEntry], bytes]
"""Writes a calendar file: `bot.papers.calendar.write_calendar`."""


def register(kinds: Kinds, speech: Speech, make_calendar: MakeCalendar) -> None:
    """Make the kinds of bookings known to the outbox. Call once when Okienko starts."""
    words = _Words(speech, make_calendar)
    for kind in (
        Kind(reminders.REMINDER, words.reminder, still_booked, resend_uncertain=True),
        Kind(reminders.CALLED_OFF, words.called_off, still_called_off, resend_uncertain=True),
        Kind(reminders.FREED, words.freed, still_to_come, resend_uncertain=True),
        Kind(reminders.CALENDAR, words.calendar, still_there, resend_uncertain=True),
    ):
        kinds.register(kind)


async def still_booked(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """A reminder goes only for a booking that stands as it stood when it was owed."""
    payload = owed.payload or {}
    booking = await session.get(Booking, payload["booking"])
    if booking is None or booking.seat_no is None:
        return "cancelled"
    if booking.sequence != payload["sequence"]:
        return "moved"
    reservation = await session.get(Reservation, booking.id)
    if reservation is not None and reservation.state == Answer.ASKED:
        return "not agreed"
    return "over" if now >= booking.starts_at else None


async def still_called_off(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """Nobody is told of a change that they have answered already."""
    payload = owed.payload or {}
    booking = await session.get(Booking, payload["booking"])
    if booking is None:
        return "gone"
    if booking.state != BookingState.CALLED_OFF or booking.sequence != payload["sequence"]:
        return "answered"
    return "over" if now >= booking.ends_at else None


async def still_to_come(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """An adviser hears of a place that became free while it is still free and to come."""
    slot = await session.get(Slot, (owed.payload or {})["slot"])
    if slot is None or slot.withdrawn_at:
        return "gone"
    if slot.taken >= slot.seats:
        return "taken again"
    return "over" if now >= slot.starts_at else None


async def still_there(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """A calendar file needs its booking."""
    return None if await session.get(Booking, (owed.payload or {})["booking"]) else "gone"


class _Words:
    """Renders each kind in the language of its recipient."""

    def __init__(self, speech: Speech, make_calendar: MakeCalendar) -> None:
        self._speech = speech
        self._make_calendar = make_calendar

    async def reminder(self, session: AsyncSession, owed: OwedMessage) -> Call:
        booking, slot, language = await self._of(session, owed)
        reminder = self._speech.html(language, "booking-reminder", kind=slot.kind)
        lines = [reminder, *await self._facts(session, language, slot)]
        say = self._speech.plain
        rows = [[(say(language, "booking-button-cancel"), f"{CANCEL}:{booking.id}:0:")]]
        if not slot.rules.get("door"):
            rows[0].insert(0, (say(language, "booking-button-move"), f"{MOVE}:{booking.id}:"))
        if booking.state == BookingState.BOOKED:
            rows.insert(0, [(say(language, "booking-button-confirm"), f"{CONFIRM}:{booking.id}:")])
        return _message(lines, rows)

    async def called_off(self, session: AsyncSession, owed: OwedMessage) -> Call:
        """What does not take place, and the nearest free hours, one tap each."""
        booking, slot, language = await self._of(session, owed)
        now = owed.claimed_at or owed.not_before
        lines = [
            self._speech.html(language, "booking-called-off", kind=slot.kind),
            *await self._facts(session, language, slot),
        ]
        if slot.rules.get("door"):  # another room knows what fits instead
            return _message(lines, [])
        topic = Topic(booking.topic) if booking.topic else None
        near = await finding.nearest(session, now, slot, OFFERED, topic=topic)
        lines += [
            "",
            self._speech.html(language, "booking-called-off-instead" if near else "booking-called-off-none"),
        ]
        rows = [
            [(moment_said(self._speech, language, each.starts_at), f"{INSTEAD}:{booking.id}:{each.id}:")]
            for each in near
        ]
        rows.append([(self._speech.plain(language, "booking-button-other-times"), f"{MOVE}:{booking.id}:")])
        return _message(lines, rows)

    async def freed(self, session: AsyncSession, owed: OwedMessage) -> Call:
        slot = await session.get(Slot, (owed.payload or {})["slot"])
        if slot is None:
            raise LookupError("a slot that is gone")
        language = await language_at(session, owed.channel, owed.chat_id)
        freed = self._speech.html(language, "booking-freed", kind=slot.kind, title=slot.title or "")
        lines = [freed, *await self._facts(session, language, slot)]
        return _message(lines, [])

    async def calendar(self, session: AsyncSession, owed: OwedMessage) -> Call:
        """The same UID with a higher sequence changes, or crosses out, what is in the calendar already."""
        booking, slot, language = await self._of(session, owed)
        cancelled = booking.seat_no is None
        entry = CalendarEntry(
            uid=booking.uid,
            sequence=booking.sequence,
            title=self._speech.plain(language, "booking-calendar-title", kind=slot.kind),
            place=await place_of(session, slot),
            note=self._speech.plain(language, "booking-calendar-note"),
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            changed_at=owed.created_at,
            cancelled=cancelled,
        )
        document = Upload(self._make_calendar(entry), CALENDAR_FILE)
        key = "booking-calendar-caption-cancelled" if cancelled else "booking-calendar-caption"
        caption = self._speech.html(language, key)
        return Call("sendDocument", {"document": document, "caption": caption, "parse_mode": "HTML"})

    async def _of(self, session: AsyncSession, owed: OwedMessage) -> tuple[Booking, Slot, str]:
        booking = await session.get(Booking, (owed.payload or {})["booking"])
        slot = await session.get(Slot, booking.slot_id) if booking else None
        if booking is None or slot is None:
            raise LookupError("a booking that is gone")
        return booking, slot, await language_at(session, owed.channel, owed.chat_id)

    async def _facts(self, session: AsyncSession, language: str, slot: Slot) -> list[str]:
        """When and where; what is made up for the demo says so."""
        lines = [self._speech.html(language, "booking-when", when=moment_said(self._speech, language, slot.starts_at))]
        if place := await place_of(session, slot):
            lines.append(self._speech.html(language, "booking-where", where=place))
        provider = await session.get(Provider, slot.provider_id) if slot.provider_id else None
        if provider and provider.example:
            lines.append(f"<i>[{self._speech.html(language, 'example-mark')}]</i>")
        return lines


def _message(lines: list[str], rows: list[list[tuple[str, str]]]) -> Call:
    arguments: dict[str, Any] = {"text": "\n".join(lines), "parse_mode": "HTML"}
    if rows:
        keyboard = [[{"text": text, "callback_data": data} for text, data in row] for row in rows]
        arguments["reply_markup"] = {"inline_keyboard": keyboard}
    return Call("sendMessage", arguments)
