""" "Begins about twenty minutes late": told at once to those still waiting today, neutral on a lock screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.outbox.kinds import Call, Kind, Kinds, language_at
from bot.outbox.owed import Debt, owe_these
from bot.outbox.states import Priority
from bot.places import calls
from bot.places.calls import Reason
from bot.places.sheet import WAITING, Line, of_day
from bot.places.wording import Speech, hour_said, local_day
from bot.storage import writing
from bot.storage.tables import Booking, OwedMessage, Provider

DELAY: Final = "booking-delay"
MINUTES: Final = (10, 20, 40)
"""What can be tapped."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who gets a message, and who has no messenger and became a call for the desk."""

    messages: Sequence[Line]
    to_phone: Sequence[Line]


async def announce(session: AsyncSession, now: datetime, provider: Provider, minutes: int, once: str) -> Told:
    """Tell those who wait for this adviser today and whose hour is not over.

    ``once`` is a secret of the screen that was tapped: the same one again tells nobody twice. Raises
    `OkienkoError` for minutes that cannot be tapped.
    """
    if minutes not in MINUTES:
        raise OkienkoError("counter-outdated")
    await writing(session)
    sheet = await of_day(session, provider, local_day(now))
    waiting = [line for line in sheet.lines if line.waits and line.slot.ends_at > now]
    debts, messages, to_phone = list[Debt](), list[Line](), list[Line]()
    for line in waiting:
        booking = line.booking
        assert booking is not None
        if booking.channel is None or booking.chat_id is None:
            await calls.ask(session, now, booking, Reason.DELAY)
            to_phone.append(line)
            continue
        messages.append(line)
        debts.append(
            Debt(
                dedupe_key=f"{DELAY}:{booking.id}:{once}",
                channel=booking.channel,
                chat_id=booking.chat_id,
                centre=booking.centre,
                kind=DELAY,
                payload={"booking": booking.id, "sequence": booking.sequence, "minutes": minutes},
                priority=Priority.URGENT,
                expires_at=booking.ends_at,
            )
        )
    await owe_these(session, debts, now=now)
    return Told(messages, to_phone)


def register(kinds: Kinds, speech: Speech) -> None:
    """Make the message known to the outbox. Call once when Okienko starts."""

    async def still_waits(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
        payload = owed.payload or {}
        booking = await session.get(Booking, payload["booking"])
        if booking is None or booking.seat_no is None or booking.sequence != payload["sequence"]:
            return "cancelled or moved"
        if booking.state not in WAITING:
            return "was there already"
        return "over" if now >= booking.ends_at else None

    async def render(session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        booking = await session.get(Booking, payload["booking"])
        if booking is None:
            raise LookupError("a booking that is gone")
        language = await language_at(session, owed.channel, owed.chat_id)
        text = speech.html(
            language, "counter-delay", hour=hour_said(booking.starts_at), minutes=str(payload["minutes"])
        )
        return Call("sendMessage", {"text": text, "parse_mode": "HTML"})

    kinds.register(Kind(DELAY, render, still_waits))
