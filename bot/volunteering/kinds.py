"""The messages of `bot.volunteering.telling`, looked at again and put into words when they are sent."""

from datetime import datetime
from typing import Any, Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.outbox.kinds import Call, Kind, Kinds, language_at
from bot.places.permission import is_desk
from bot.places.wording import Speech, moment_said
from bot.storage.tables import Booking, Guardian, OwedMessage, Shift, ShiftHours, Slot, Volunteer
from bot.volunteering import hours, telling

FITTING: Final = "vf:0"
"""Callback data: what fits me (`bot.handlers.volunteering.buttons`, as the others)."""
OPEN: Final = "vs"
CHILD: Final = "vg"
SHIFT: Final = "vk"
PERSON: Final = "vv"
HOURS: Final = "vh:"
Row = list[tuple[str, str]]


def register(kinds: Kinds, speech: Speech) -> None:
    """Make the kinds of volunteering known to the outbox. Call once when Okienko starts."""
    words = _Words(speech)
    for kind in (
        Kind(telling.GUARDIAN, words.guardian, still_to_be_told, resend_uncertain=True),
        Kind(telling.RELEASED, words.released, resend_uncertain=True),
        Kind(telling.CHANGED, words.changed, still_changed, resend_uncertain=True),
        Kind(telling.SHORT, words.short, still_short, resend_uncertain=True),
        Kind(telling.THANKS, words.thanks, still_confirmed, resend_uncertain=True),
        Kind(telling.CERTIFICATE, words.certificate, still_asked, resend_uncertain=True),
    ):
        kinds.register(kind)


async def still_to_be_told(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """A guardian hears only what is so when it is sent, while they want to hear it."""
    payload = owed.payload or {}
    guardian = await session.get(Guardian, payload["guardian"])
    booking = await session.get(Booking, payload["booking"])
    if guardian is None or guardian.account_id is None or booking is None:
        return "gone"
    slot, shift = await session.get(Slot, booking.slot_id), await session.get(Shift, booking.slot_id)
    if slot is None or shift is None:
        return "gone"
    if telling.without_version(telling.mark_of(booking, slot, shift)) != telling.without_version(payload["mark"]):
        return "changed again"
    return "over" if now >= slot.ends_at else None


async def still_changed(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """Of several changes only the last is told, to who is still coming."""
    payload = owed.payload or {}
    booking = await session.get(Booking, payload["booking"])
    if booking is None or booking.seat_no is None or booking.sequence != payload["sequence"]:
        return "cancelled"
    slot, shift = await session.get(Slot, booking.slot_id), await session.get(Shift, booking.slot_id)
    # More seats, or another number of people, is nothing that a later message would tell.
    if slot is None or shift is None or telling.facts_of(slot, shift) != payload.get("facts"):
        return "changed again"
    return "over" if now >= booking.starts_at else None


async def still_short(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """Coordinators only, and only while somebody is lacking."""
    payload = owed.payload or {}
    slot, shift = await session.get(Slot, payload["slot"]), await session.get(Shift, payload["slot"])
    if slot is None or shift is None or slot.withdrawn_at is not None:
        return "gone"
    if slot.taken >= shift.least:
        return "enough"
    if not await is_desk(session, payload["account"], slot.centre):
        return "role"
    return "over" if now >= slot.starts_at else None


async def still_confirmed(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """Thanks for the hours that stand in the end."""
    payload = owed.payload or {}
    rows = await session.exec(select(ShiftHours.minutes).where(col(ShiftHours.booking_id) == payload["booking"]))
    return None if rows.first() == payload["minutes"] else "corrected"


async def still_asked(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """A certificate that nobody has given yet."""
    payload = owed.payload or {}
    volunteer = await session.get(Volunteer, payload["volunteer"])
    if volunteer is None or volunteer.certificate_asked_at is None:
        return "done"
    return None if await is_desk(session, payload["account"], volunteer.centre) else "role"


class _Words:
    """Renders each kind in the language of its recipient."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    async def guardian(self, session: AsyncSession, owed: OwedMessage) -> Call:
        """Where, when, who is in charge and how to phone them."""
        payload = owed.payload or {}
        guardian = await session.get(Guardian, payload["guardian"])
        volunteer = await session.get(Volunteer, guardian.volunteer_id) if guardian else None
        if volunteer is None:
            raise LookupError("a volunteer who is gone")
        booking, slot, shift, language = await self._of(session, owed)
        html = self._speech.html
        who = who_said(self._speech, language, volunteer)
        live = booking.seat_no is not None
        lines = [html(language, "volunteering-guardian-told" if live else "volunteering-guardian-off", who=who)]
        lines += self._facts(language, slot)
        if live:
            lines += in_charge(self._speech, language, shift)
        lines += self._example(language, shift)
        rows = [[(self._speech.plain(language, "volunteering-button-child"), f"{CHILD}:{volunteer.id}")]]
        return _message(lines, rows)

    async def released(self, session: AsyncSession, owed: OwedMessage) -> Call:
        _, slot, shift, language = await self._of(session, owed)
        html = self._speech.html
        lines = [html(language, "volunteering-released"), *self._facts(language, slot), ""]
        lines.append(html(language, str((owed.payload or {})["why"])))
        lines += self._example(language, shift)
        return _message(lines, [[(self._speech.plain(language, "volunteering-button-fitting"), FITTING)]])

    async def changed(self, session: AsyncSession, owed: OwedMessage) -> Call:
        _, slot, shift, language = await self._of(session, owed)
        lines = [self._speech.html(language, "volunteering-changed"), *self._facts(language, slot)]
        lines += in_charge(self._speech, language, shift) + self._example(language, shift)
        return _message(lines, [[(self._speech.plain(language, "volunteering-button-shift"), f"{OPEN}:{slot.id}")]])

    async def short(self, session: AsyncSession, owed: OwedMessage) -> Call:
        slot_id = (owed.payload or {})["slot"]
        slot, shift = await session.get_one(Slot, slot_id), await session.get_one(Shift, slot_id)
        language = await language_at(session, owed.channel, owed.chat_id)
        html = self._speech.html
        lines = [html(language, "volunteering-short", taken=slot.taken, least=shift.least)]
        lines += self._facts(language, slot) + self._example(language, shift)
        return _message(lines, [[(self._speech.plain(language, "volunteering-button-shift"), f"{SHIFT}:{slot.id}")]])

    async def thanks(self, session: AsyncSession, owed: OwedMessage) -> Call:
        language = await language_at(session, owed.channel, owed.chat_id)
        minutes = await hours.total(session, (owed.payload or {})["volunteer"])
        text = self._speech.html(language, "volunteering-thanks", hours=hours_number(minutes))
        return _message([text], [[(self._speech.plain(language, "volunteering-button-hours"), HOURS)]])

    async def certificate(self, session: AsyncSession, owed: OwedMessage) -> Call:
        volunteer = await session.get_one(Volunteer, (owed.payload or {})["volunteer"])
        language = await language_at(session, owed.channel, owed.chat_id)
        assert volunteer.id is not None
        text = self._speech.html(
            language,
            "volunteering-certificate-wanted",
            who=who_said(self._speech, language, volunteer),
            hours=hours_number(await hours.total(session, volunteer.id)),
        )
        open_it = self._speech.plain(language, "volunteering-button-person")
        return _message([text], [[(open_it, f"{PERSON}:{volunteer.id}")]])

    async def _of(self, session: AsyncSession, owed: OwedMessage) -> tuple[Booking, Slot, Shift, str]:
        booking = await session.get_one(Booking, (owed.payload or {})["booking"])
        slot, shift = await session.get_one(Slot, booking.slot_id), await session.get_one(Shift, booking.slot_id)
        return booking, slot, shift, await language_at(session, owed.channel, owed.chat_id)

    def _facts(self, language: str, slot: Slot) -> list[str]:
        html = self._speech.html
        when = span_said(self._speech, language, slot)
        lines: list[str] = [
            html(language, "volunteering-what", title=slot.title or ""),
            html(language, "volunteering-when", when=when),
        ]
        if slot.place:
            lines.append(html(language, "volunteering-where", where=slot.place))
        return lines

    def _example(self, language: str, shift: Shift) -> list[str]:
        return [f"<i>[{self._speech.html(language, 'example-mark')}]</i>"] if shift.example else []


def span_said(speech: Speech, language: str, slot: Slot) -> str:
    """ "wtorek 1 grudnia, 15:30–17:00"."""
    ends = slot.ends_at.astimezone(WARSAW)
    return f"{moment_said(speech, language, slot.starts_at)}–{ends.hour}:{ends:%M}"


def in_charge(speech: Speech, language: str, shift: Shift) -> list[str]:
    """The grown-up there and their phone; nothing where nobody was named."""
    if not shift.adult and not shift.phone:
        return []
    return [speech.html(language, "volunteering-adult", who=shift.adult or "–", phone=shift.phone or "–")]


def who_said(speech: Speech, language: str, volunteer: Volunteer) -> str:
    """A volunteer by number, and by the nickname if there is one."""
    name = f" ({volunteer.nickname})" if volunteer.nickname else ""
    return speech.plain(language, "volunteering-number", number=str(volunteer.id)) + name


def hours_number(minutes: int) -> float | int:
    """Hours for a text: 12, or 1.5."""
    return minutes // 60 if minutes % 60 == 0 else minutes / 60


def _message(lines: list[str], rows: list[Row]) -> Call:
    keyboard = [[{"text": text, "callback_data": data} for text, data in row] for row in rows]
    arguments: dict[str, Any] = {"text": "\n".join(lines), "parse_mode": "HTML"}
    return Call("sendMessage", arguments | {"reply_markup": {"inline_keyboard": keyboard}})
