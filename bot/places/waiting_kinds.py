"""The messages of `bot.places.waiting_notices`, looked at again and put into words when they are sent.

Read on lock screens: a consultation is a meeting in the centre, whatever it is about.
"""

from datetime import datetime
from typing import Any, Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.kinds import Call, Kind, Kinds, language_at
from bot.places import waiting_notices
from bot.places.slots import SlotKind
from bot.places.waiting_states import Answer, Waits
from bot.places.wording import Speech, moment_said, place_of
from bot.storage.tables import Offer, OwedMessage, Slot, WaitingEntry

ANSWER: Final = "wa"
"""Callback data ``wa:<offer>:<answer>:<beside>`` (`bot.handlers.waiting.buttons`, as the other)."""
OPEN: Final = "wo"
"""``wo:<entry>``: how it stands."""
TITLED: Final = frozenset({SlotKind.SHIFT.value, SlotKind.EVENT.value})
"""What has a name that everybody may read."""


def register(kinds: Kinds, speech: Speech) -> None:
    """Make the kinds of waiting lists known to the outbox. Call once when Okienko starts."""
    words = _Words(speech)
    for kind in (
        Kind(waiting_notices.OFFER, words.offer, still_held, resend_uncertain=True),
        Kind(waiting_notices.LAPSED, words.lapsed, still_lapsed, resend_uncertain=True),
        Kind(waiting_notices.ENDED, words.ended, still_there, resend_uncertain=True),
        Kind(waiting_notices.OVER, words.over, still_over, resend_uncertain=True),
    ):
        kinds.register(kind)


async def still_held(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """A place is offered only while it is held, and of several other moments only the last is told."""
    payload = owed.payload or {}
    offer = await session.get(Offer, payload["offer"])
    if offer is None:
        return "gone"
    if "until" in payload and datetime.fromisoformat(payload["until"]) != offer.deadline:
        return "moved"
    if offer.answered_at is not None:
        return "answered"
    return "over" if now >= offer.deadline else None


async def still_lapsed(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """Who has answered, left or got a place since then need not hear of an old offer."""
    offer = await session.get(Offer, (owed.payload or {})["offer"])
    entry = await session.get(WaitingEntry, offer.entry_id) if offer else None
    if entry is None:
        return "gone"
    if entry.state not in (Waits.WAITING, Waits.LEFT):
        return "news since then"
    slot = await session.get_one(Slot, entry.slot_id)
    return "over" if slot.withdrawn_at is not None or now >= slot.starts_at else None


async def still_there(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """What was waited for, and by whom."""
    return None if await session.get(WaitingEntry, (owed.payload or {})["entry"]) else "gone"


async def still_over(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """What was called off meanwhile is told in other words."""
    entry = await session.get(WaitingEntry, (owed.payload or {})["entry"])
    if entry is None:
        return "gone"
    slot = await session.get_one(Slot, entry.slot_id)
    return "withdrawn" if slot.withdrawn_at is not None else None


async def fact_lines(session: AsyncSession, speech: Speech, language: str, slot: Slot, people: int) -> list[str]:
    """What, when, where, and how many who come only together."""
    lines: list[str] = []
    if slot.title and slot.kind in TITLED:
        lines.append(speech.html(language, "waiting-what", title=slot.title))
    lines.append(speech.html(language, "booking-when", when=moment_said(speech, language, slot.starts_at)))
    if place := await place_of(session, slot):
        lines.append(speech.html(language, "booking-where", where=place))
    if people > 1:
        lines.append(speech.html(language, "waiting-people", people=people))
    return lines


class _Words:
    """Renders each kind in the language of its recipient."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    async def offer(self, session: AsyncSession, owed: OwedMessage) -> Call:
        """A place, until when it is held, and the three answers."""
        offer = await session.get_one(Offer, (owed.payload or {})["offer"])
        entry, slot, language = await self._of(session, owed, offer.entry_id)
        until = moment_said(self._speech, language, offer.deadline)
        lines = [
            self._speech.html(language, "waiting-offer", kind=slot.kind),
            *await fact_lines(session, self._speech, language, slot, entry.people),
            "",
            self._speech.html(language, "waiting-offer-until", until=until),
        ]
        rows = [
            [(self._speech.plain(language, f"waiting-button-{answer}"), f"{ANSWER}:{offer.id}:{answer}:0")]
            for answer in (Answer.TAKE.value, Answer.PASS.value, Answer.LEAVE.value)
        ]
        return _message(lines, rows)

    async def lapsed(self, session: AsyncSession, owed: OwedMessage) -> Call:
        offer = await session.get_one(Offer, (owed.payload or {})["offer"])
        entry, slot, language = await self._of(session, owed, offer.entry_id)
        left = "no" if entry.state == Waits.WAITING else "yes"
        lines = [
            self._speech.html(language, "waiting-lapsed", left=left),
            *await fact_lines(session, self._speech, language, slot, entry.people),
        ]
        return _message(lines, [[(self._speech.plain(language, "waiting-button-open"), f"{OPEN}:{entry.id}")]])

    async def ended(self, session: AsyncSession, owed: OwedMessage) -> Call:
        return await self._nothing_left(session, owed, "waiting-ended")

    async def over(self, session: AsyncSession, owed: OwedMessage) -> Call:
        return await self._nothing_left(session, owed, "waiting-in-vain")

    async def _nothing_left(self, session: AsyncSession, owed: OwedMessage, key: str) -> Call:
        _, slot, language = await self._of(session, owed, (owed.payload or {})["entry"])
        lines = [
            self._speech.html(language, key),
            *await fact_lines(session, self._speech, language, slot, 1),
        ]
        return _message(lines, [])

    async def _of(self, session: AsyncSession, owed: OwedMessage, entry_id: int) -> tuple[WaitingEntry, Slot, str]:
        entry = await session.get_one(WaitingEntry, entry_id)
        slot = await session.get_one(Slot, entry.slot_id)
        return entry, slot, await language_at(session, owed.channel, owed.chat_id)


def _message(lines: list[str], rows: list[list[tuple[str, str]]]) -> Call:
    arguments: dict[str, Any] = {"text": "\n".join(lines), "parse_mode": "HTML"}
    if rows:
        keyboard = [[{"text": text, "callback_data": data} for text, data in row] for row in rows]
        arguments["reply_markup"] = {"inline_keyboard": keyboard}
    return Call("sendMessage", arguments)
