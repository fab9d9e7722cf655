"""The kinds of messages about events: each looked at again, and put into words, when it is sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import event_guests, event_messages, event_reminders, events
from bot.announcements.event_messages import Speech
from bot.outbox.kinds import Call, Kind, Kinds, Upload, language_at
from bot.storage.tables import Event, OwedMessage

CALENDAR_FILE: Final = "wydarzenie.ics"
GROUP_LANGUAGE: Final = "pl"


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
    """Make the kinds of events known to the outbox. Call once when Okienko starts."""
    words = _Words(speech, make_calendar)
    for kind in (
        Kind(event_reminders.REMINDER, words.reminder, still_coming, resend_uncertain=True),
        Kind(event_reminders.CHANGED, words.changed, newest_change, resend_uncertain=True),
        Kind(event_reminders.CANCELLED, words.cancelled, cancelled_for, resend_uncertain=True),
        Kind(event_reminders.CALENDAR, words.calendar, resend_uncertain=True),
        Kind(event_reminders.COUNT, words.count, still_there, resend_uncertain=True),
    ):
        kinds.register(kind)


async def still_coming(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """A reminder goes only to who still comes, to an event that stands, at the hour it was owed for."""
    payload = owed.payload or {}
    event = await events.find(session, payload["event"])
    if event is None or event.cancelled_at:
        return "cancelled"
    if event.starts_at.isoformat() != payload["start"]:
        return "moved"
    if now >= event.starts_at:
        return "over"
    return None if await events.is_coming(session, payload["event"], payload["account"]) else "not coming"


async def newest_change(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """Of several changes in a row only the last is told of."""
    payload = owed.payload or {}
    event = await events.find(session, payload["event"])
    if event is None or event.cancelled_at or event.sequence != payload["sequence"]:
        return "changed again"
    if now >= event.ends_at:
        return "over"
    mine = await event_guests.mine(session, payload["event"], payload["account"])
    if mine and mine.waits:
        return None
    return None if await events.is_coming(session, payload["event"], payload["account"]) else "not coming"


async def cancelled_for(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """The cancellation goes to who had said to come."""
    payload = owed.payload or {}
    event = await events.find(session, payload["event"])
    if event is None or event.cancelled_at is None:
        return "stands"
    if await event_guests.of(session, payload["event"]):  # those seats are gone: whoever was owed this had one
        return None
    return None if await events.is_coming(session, payload["event"], payload["account"]) else "not coming"


async def still_there(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """A count needs its event."""
    return None if await events.find(session, (owed.payload or {})["event"]) else "gone"


class _Words:
    """Renders each kind in the language of its recipient."""

    def __init__(self, speech: Speech, make_calendar: MakeCalendar) -> None:
        self._speech = speech
        self._make_calendar = make_calendar

    async def reminder(self, session: AsyncSession, owed: OwedMessage) -> Call:
        event, language = await self._of(session, owed)
        text = self._said(language, "event-reminder", event)
        markup = await self._keyboard(session, owed, language, event)
        return Call("sendMessage", {"text": text, "parse_mode": "HTML", "reply_markup": markup})

    async def changed(self, session: AsyncSession, owed: OwedMessage) -> Call:
        event, language = await self._of(session, owed)
        markup = await self._keyboard(session, owed, language, event)
        return self._file(language, event, self._said(language, "event-changed", event), reply_markup=markup)

    async def cancelled(self, session: AsyncSession, owed: OwedMessage) -> Call:
        event, language = await self._of(session, owed)
        return self._file(language, event, self._said(language, "event-cancelled", event))

    async def calendar(self, session: AsyncSession, owed: OwedMessage) -> Call:
        event, language = await self._of(session, owed)
        return self._file(language, event, self._speech.html(language, "event-calendar-caption"))

    async def count(self, session: AsyncSession, owed: OwedMessage) -> Call:
        event, _ = await self._of(session, owed)
        count = await events.count(session, event)
        left = await event_guests.left(session, event.id or 0)
        markup = event_messages.group_keyboard(self._speech, GROUP_LANGUAGE, event, count, left)
        return Call("editMessageReplyMarkup", {"message_id": (owed.payload or {})["message"], "reply_markup": markup})

    async def _of(self, session: AsyncSession, owed: OwedMessage) -> tuple[Event, str]:
        event = await events.find(session, (owed.payload or {})["event"])
        if event is None:
            raise LookupError("an event that is gone")
        return event, await language_at(session, owed.channel, owed.chat_id)

    async def _keyboard(
        self, session: AsyncSession, owed: OwedMessage, language: str, event: Event
    ) -> event_messages.Keyboard:
        mine = await event_guests.mine(session, event.id or 0, (owed.payload or {})["account"])
        coming = mine is None or mine.people > 0
        return event_messages.private_keyboard(self._speech, language, event, coming or None, mine)

    def _said(self, language: str, key: str, event: Event) -> str:
        described = event_messages.described(self._speech, language, event)
        return f"{self._speech.html(language, key)}\n\n{described}"

    def _file(self, language: str, event: Event, caption: str, **more: Any) -> Call:
        """The calendar file with a caption; the same UID changes, or cancels, what is in the calendar already."""
        entry = CalendarEntry(
            uid=event.uid,
            sequence=event.sequence,
            title=self._speech.plain(language, "event-calendar-title"),
            place=event.place,
            note=self._speech.plain(language, "event-calendar-note"),
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            changed_at=event.changed_at,
            cancelled=event.cancelled_at is not None,
        )
        document = Upload(self._make_calendar(entry), CALENDAR_FILE)
        return Call("sendDocument", {"document": document, "caption": caption, "parse_mode": "HTML", **more})
