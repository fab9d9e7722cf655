"""A moment and a place in words. The texts come through a `Speech`, so that this room needs none of its own."""

from datetime import date, datetime
from typing import Any, Protocol

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.storage.tables import Room, Slot


class Speech(Protocol):
    """Renders a text in a language: `bot.texts.Texts`."""

    def html(self, language: str, key: str, **values: Any) -> str: ...
    def plain(self, language: str, key: str, **values: Any) -> str: ...


def local_day(at: datetime) -> date:
    """The day of a moment on Polish clocks."""
    return at.astimezone(WARSAW).date()


def day_said(speech: Speech, language: str, day: date) -> str:
    """A local day with its weekday: "czwartek 26 listopada"."""
    date = speech.plain(language, "when-date", day=str(day.day), month=day.month, year="")
    weekday = speech.plain(language, "when-weekday", weekday=day.weekday())
    return speech.plain(language, "when-day", weekday=weekday, date=date)


def hour_said(at: datetime) -> str:
    """The hour of a moment on Polish clocks: "9:30"."""
    wall = at.astimezone(WARSAW)
    return f"{wall.hour}:{wall:%M}"


def moment_said(speech: Speech, language: str, at: datetime) -> str:
    """A moment on Polish clocks: "czwartek 26 listopada, 9:30"."""
    day = day_said(speech, language, local_day(at))
    return speech.plain(language, "when-moment", day=day, hour=hour_said(at))


async def place_of(session: AsyncSession, slot: Slot) -> str:
    """Room and address as people are told them; empty where nobody said."""
    room = await session.get(Room, slot.room_id) if slot.room_id else None
    return ", ".join(part for part in (room.name, room.place) if part) if room else slot.place or ""
