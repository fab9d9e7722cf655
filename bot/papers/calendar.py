"""Calendar files (iCalendar, RFC 5545) from plain data."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from icalendar import Calendar, Event

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


class FeedEntry(Entry, Protocol):
    """One thing of a calendar that is fetched again and again."""

    @property
    def tentative(self) -> bool: ...


def write_calendar(entry: Entry) -> bytes:
    """A calendar file with one entry. Its moments are in UTC: the hour that comes twice in autumn has no other name.

    The same UID with a higher SEQUENCE replaces what somebody's calendar has; a cancelled one is crossed out.
    """
    calendar = _calendar()
    calendar.add_component(_event(entry, tentative=False))
    return bytes(calendar.to_ical())


def write_feed(name: str, entries: Sequence[FeedEntry]) -> bytes:
    """A whole calendar with that name. The same entries give the same bytes.

    How often to fetch it is told in both ways that programs know (RFC 7986, and the older X-PUBLISHED-TTL).
    """
    calendar = _calendar()
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for entry in entries:
        calendar.add_component(_event(entry, tentative=entry.tentative))
    return bytes(calendar.to_ical())


def _calendar() -> "Calendar":
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    return calendar


def _event(entry: Entry, *, tentative: bool) -> "Event":
    from icalendar import Event

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
    event.add("status", "CANCELLED" if entry.cancelled else "TENTATIVE" if tentative else "CONFIRMED")
    return event
