"""What can be booked in a centre at this moment: which services have something free, and with whom. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places.slots import SlotKind
from bot.places.topics import Topic
from bot.storage.tables import Provider, Slot


@dataclass(frozen=True, slots=True)
class Offer:
    """A service (a card's id) with free consultations, and an adviser who has one; None: nobody in particular."""

    service: str
    adviser: Provider | None

    def takes(self, topic: Topic | None) -> bool:
        """Whether one may come with a topic; an adviser without topics takes any."""
        return topic is None or self.adviser is None or not self.adviser.topics or topic in self.adviser.topics


async def offers(session: AsyncSession, now: datetime, centre: str, service: str | None = None) -> list[Offer]:
    """Everything with a free place that can still be booked, by service and the adviser's name."""
    conditions = [*_free(now, centre), col(Slot.service).is_not(None)]
    if service is not None:
        conditions.append(col(Slot.service) == service)
    pairs = (await session.exec(select(Slot.service, Slot.provider_id).where(*conditions).distinct())).all()
    wanted = {provider_id for _, provider_id in pairs if provider_id is not None}
    rows = await session.exec(select(Provider).where(col(Provider.id).in_(wanted)))
    advisers = {adviser.id: adviser for adviser in rows.all()}
    found = [Offer(service or "", advisers.get(provider_id)) for service, provider_id in pairs]
    return sorted(found, key=lambda offer: (offer.service, offer.adviser.name if offer.adviser else ""))


async def is_offered(session: AsyncSession, now: datetime, service: str) -> bool:
    """Whether a card's service has a free consultation."""
    free = select(Slot.id).where(*_free(now, service.partition("/")[0]), col(Slot.service) == service)
    found = await session.exec(free.limit(1))
    return found.first() is not None


def topics_to_ask(offered: Sequence[Offer]) -> list[Topic]:
    """The topics between which to choose; none where the answer would lead to the same advisers anyway."""
    theirs = [frozenset(offer.adviser.topics if offer.adviser else ()) for offer in offered]
    if len(set(theirs)) < 2:
        return []
    every = frozenset().union(*theirs)
    asked = [topic for topic in Topic if topic.value in every]
    return asked if len(asked) > 1 else []


async def consultation(session: AsyncSession, slot_id: int) -> Slot | None:
    """A slot for a consultation as it is now; None for none, and for other kinds: they have their own doors."""
    slot = await session.get(Slot, slot_id, populate_existing=True)
    return slot if slot and slot.kind == SlotKind.CONSULTATION else None


def why_closed(slot: Slot | None, now: datetime) -> OkienkoError | None:
    """Why a slot can no longer be had; None while it can. `bot.places.booking.book` looks again under the lock."""
    if slot is None or slot.withdrawn_at is not None:
        return OkienkoError("places-gone")
    if slot.book_until <= now:
        return OkienkoError("places-past")
    return OkienkoError("places-full") if slot.taken >= slot.seats else None


async def adviser(session: AsyncSession, number: int | None) -> Provider | None:
    """Who gives a duty."""
    return await session.get(Provider, number) if number else None


def _free(now: datetime, centre: str) -> list[ColumnElement[bool]]:
    return [
        col(Slot.withdrawn_at).is_(None),
        col(Slot.taken) < col(Slot.seats),
        col(Slot.centre) == centre,
        col(Slot.kind) == SlotKind.CONSULTATION.value,
        col(Slot.starts_at) >= now,
        col(Slot.book_until) > now,
    ]
