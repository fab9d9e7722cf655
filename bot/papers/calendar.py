"""Calendar files (iCalendar, RFC 5545) from plain data."""

from datetime import UTC, datetime
from typing import Final, Protocol

PRODUCT: Final = "-//Okienko//PL"


class Entry(Protocol):
    """One thing for a calendar. Moments are aware."""

    @property
    def uid(self) -> str: ...
    @property
    def sequence(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def note(self) -> str: ...
    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...
    @property
    def changed_at(self) -> datetime: ...
    @property
    def cancelled(self) -> bool: ...


def write_calendar(entry: Entry) -> bytes:
    """A calendar file with one entry. Its moments are in UTC: the hour that comes twice in autumn has no other name.

    The same UID with a higher SEQUENCE replaces what somebody's calendar has; a cancelled one is crossed out.
    """
    from icalendar import Calendar, Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("dtstart", entry.starts_at.astimezone(UTC))
    event.add("dtend", entry.ends_at.astimezone(UTC))
    event.add("summary", entry.title)
    event.add("location", entry.place)
    event.add("description", entry.note)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
