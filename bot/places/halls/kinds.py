"""The messages of `bot.places.halls.telling`, looked at again and put into words when they are sent.

They are read on lock screens: none says for what a room is, and keepers see whose it is only inside.
"""

from datetime import datetime
from typing import Any, Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.kinds import Call, Kind, Kinds, language_at
from bot.places.halls import telling
from bot.places.halls.states import Answer, SeriesState
from bot.places.permission import is_desk
from bot.places.roster.entries import span
from bot.places.wording import Speech, day_said, hour_said, moment_said
from bot.storage.tables import Booking, HallSeries, Organisation, OwedMessage, Reservation, Room, Slot

OPEN: Final = "ho"
"""Callback data ``ho:<booking>``: a reservation (`bot.handlers.halls.buttons`, as the others)."""
SERIES: Final = "hr"
ORGANISATIONS: Final = "hi"
HALLS: Final = "ha"
Row = list[tuple[str, str]]


def register(kinds: Kinds, speech: Speech) -> None:
    """Make the kinds of rooms known to the outbox. Call once when Okienko starts."""
    words = _Words(speech)
    for kind in (
        Kind(telling.ASKED, words.asked, still_asked, resend_uncertain=True),
        Kind(telling.ANSWERED, words.answered, still_answered, resend_uncertain=True),
        Kind(telling.LATE, words.late, still_keeper, resend_uncertain=True),
        Kind(telling.SERIES_ASKED, words.series_asked, still_asked_again, resend_uncertain=True),
        Kind(telling.SERIES_ANSWERED, words.series_answered, still_answered_again, resend_uncertain=True),
        Kind(telling.SERIES_LATE, words.series_late, still_keeper, resend_uncertain=True),
        Kind(telling.ORGANISATION_ASKED, words.organisation_asked, still_unknown, resend_uncertain=True),
        Kind(telling.ORGANISATION_ANSWERED, words.organisation_answered, still_known, resend_uncertain=True),
    ):
        kinds.register(kind)


async def still_asked(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """Keepers hear of a request that nobody has answered, as it is now."""
    payload = owed.payload or {}
    row, booking = await _reservation(session, payload)
    if row is None or booking is None or booking.seat_no is None:
        return "given back"
    if row.state != Answer.ASKED or booking.sequence != payload["sequence"]:
        return "answered"
    return None if await is_desk(session, payload["account"], row.centre) else "role"


async def still_answered(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """Only the last answer counts."""
    payload = owed.payload or {}
    row, booking = await _reservation(session, payload)
    if row is None or booking is None:
        return "gone"
    return None if (row.state, booking.sequence) == (payload["state"], payload["sequence"]) else "changed again"


async def still_keeper(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """Who no longer keeps rooms hears nothing of them."""
    return None if await is_desk(session, (owed.payload or {})["account"], owed.centre or "") else "role"


async def still_asked_again(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """A recurring request, or a wish, that nobody has answered."""
    payload = owed.payload or {}
    series = await session.get(HallSeries, payload["series"])
    if series is None or series.state != payload["state"]:
        return "answered"
    return None if await is_desk(session, payload["account"], series.centre) else "role"


async def still_answered_again(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """The answer as it stands."""
    payload = owed.payload or {}
    series = await session.get(HallSeries, payload["series"])
    return None if series and series.state == payload["state"] else "changed again"


async def still_unknown(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """An organisation that nobody has answered."""
    payload = owed.payload or {}
    row = await session.get(Organisation, payload["organisation"])
    if row is None or row.state != Answer.ASKED:
        return "answered"
    return None if await is_desk(session, payload["account"], row.centre) else "role"


async def still_known(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """What the keeper said last."""
    payload = owed.payload or {}
    row = await session.get(Organisation, payload["organisation"])
    return None if row and row.state == payload["state"] else "changed again"


class _Words:
    """Renders each kind in the language of its recipient."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    async def asked(self, session: AsyncSession, owed: OwedMessage) -> Call:
        row, slot, room, language = await self._of(session, owed)
        lines = [self._speech.html(language, "halls-asked"), *self._facts(language, slot, room)]
        if row.answer_by:
            until = moment_said(self._speech, language, row.answer_by)
            lines.append(self._speech.html(language, "halls-asked-until", until=until))
        return self._message(language, lines, "halls-button-look", f"{OPEN}:{row.booking_id}")

    async def answered(self, session: AsyncSession, owed: OwedMessage) -> Call:
        row, slot, room, language = await self._of(session, owed)
        lines = [self._speech.html(language, "halls-answered", state=row.state), *self._facts(language, slot, room)]
        if row.why:
            lines.append(self._speech.html(language, "halls-why-said", why=row.why))
        if row.state == Answer.YES:
            return self._message(language, lines, "halls-button-look", f"{OPEN}:{row.booking_id}")
        return self._message(language, lines, "halls-button-halls", f"{HALLS}:")

    async def late(self, session: AsyncSession, owed: OwedMessage) -> Call:
        _, slot, room, language = await self._of(session, owed)
        lines = [self._speech.html(language, "halls-late"), *self._facts(language, slot, room)]
        return self._message(language, lines, "halls-button-halls", f"{HALLS}:")

    async def series_asked(self, session: AsyncSession, owed: OwedMessage) -> Call:
        series, room, language = await self._again(session, owed)
        key = "halls-wish-asked" if series.state == SeriesState.WISH else "halls-series-asked"
        lines = [self._speech.html(language, key), *series_lines(self._speech, language, series, room)]
        return self._message(language, lines, "halls-button-look", f"{SERIES}:{series.id}")

    async def series_answered(self, session: AsyncSession, owed: OwedMessage) -> Call:
        series, room, language = await self._again(session, owed)
        lines = [
            self._speech.html(language, "halls-answered", state=series.state),
            *series_lines(self._speech, language, series, room),
        ]
        if series.why:
            lines.append(self._speech.html(language, "halls-why-said", why=series.why))
        return self._message(language, lines, "halls-button-look", f"{SERIES}:{series.id}")

    async def series_late(self, session: AsyncSession, owed: OwedMessage) -> Call:
        series, room, language = await self._again(session, owed)
        lines = [self._speech.html(language, "halls-late"), *series_lines(self._speech, language, series, room)]
        return self._message(language, lines, "halls-button-halls", f"{HALLS}:")

    async def organisation_asked(self, session: AsyncSession, owed: OwedMessage) -> Call:
        language = await language_at(session, owed.channel, owed.chat_id)
        lines = [self._speech.html(language, "halls-organisation-asked")]
        return self._message(language, lines, "halls-button-look", f"{ORGANISATIONS}:")

    async def organisation_answered(self, session: AsyncSession, owed: OwedMessage) -> Call:
        row = await session.get_one(Organisation, (owed.payload or {})["organisation"])
        language = await language_at(session, owed.channel, owed.chat_id)
        lines = [self._speech.html(language, "halls-organisation-answered", state=row.state, name=row.name)]
        return self._message(language, lines, "halls-button-halls", f"{HALLS}:")

    async def _of(self, session: AsyncSession, owed: OwedMessage) -> tuple[Reservation, Slot, Room, str]:
        row = await session.get_one(Reservation, (owed.payload or {})["booking"])
        booking = await session.get_one(Booking, row.booking_id)
        slot, room = await session.get_one(Slot, booking.slot_id), await session.get_one(Room, row.room_id)
        return row, slot, room, await language_at(session, owed.channel, owed.chat_id)

    async def _again(self, session: AsyncSession, owed: OwedMessage) -> tuple[HallSeries, Room, str]:
        series = await session.get_one(HallSeries, (owed.payload or {})["series"])
        room = await session.get_one(Room, series.room_id)
        return series, room, await language_at(session, owed.channel, owed.chat_id)

    def _facts(self, language: str, slot: Slot, room: Room) -> list[str]:
        return [
            self._speech.html(language, "halls-when", when=span_said(self._speech, language, slot)),
            self._speech.html(
                language, "halls-where", where=", ".join(each for each in (room.name, room.place) if each)
            ),
        ]

    def _message(self, language: str, lines: list[str], key: str, data: str) -> Call:
        keyboard = [[{"text": self._speech.plain(language, key), "callback_data": data}]]
        arguments: dict[str, Any] = {"text": "\n".join(lines), "parse_mode": "HTML"}
        return Call("sendMessage", arguments | {"reply_markup": {"inline_keyboard": keyboard}})


async def _reservation(session: AsyncSession, payload: dict[str, Any]) -> tuple[Reservation | None, Booking | None]:
    return await session.get(Reservation, payload["booking"]), await session.get(Booking, payload["booking"])


def span_said(speech: Speech, language: str, slot: Slot) -> str:
    """ "czwartek 26 listopada, 17:00–19:00"."""
    return f"{moment_said(speech, language, slot.starts_at)}–{hour_said(slot.ends_at)}"


def series_lines(speech: Speech, language: str, series: HallSeries, room: Room) -> list[str]:
    """On which weekdays, at what hours, from when to when, where."""
    days = ", ".join(speech.plain(language, "halls-weekday", weekday=weekday) for weekday in series.weekdays)
    since, until = (day_said(speech, language, day) for day in (series.first_day, series.last_day))
    hours = span(series.opens_at, series.closes_at)
    return [
        speech.html(language, "halls-series-when", days=days, hours=hours),
        speech.html(language, "halls-series-span", since=since, until=until),
        speech.html(language, "halls-where", where=room.name),
    ]
