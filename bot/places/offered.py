"""What can be booked in a centre at this moment: which services have something free, and with whom. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

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
    conditions = [
        col(Slot.withdrawn_at).is_(None),
        col(Slot.taken) < col(Slot.seats),
        col(Slot.centre) == centre,
        col(Slot.kind) == SlotKind.CONSULTATION.value,
        col(Slot.starts_at) >= now,
        col(Slot.book_until) > now,
        col(Slot.service).is_not(None) if service is None else col(Slot.service) == service,
    ]
    pairs = (await session.exec(select(Slot.service, Slot.provider_id).where(*conditions).distinct())).all()
    wanted = {provider_id for _, provider_id in pairs if provider_id is not None}
    rows = await session.exec(select(Provider).where(col(Provider.id).in_(wanted)))
    advisers = {adviser.id: adviser for adviser in rows.all()}
    found = [Offer(service or "", advisers.get(provider_id)) for service, provider_id in pairs]
    return sorted(found, key=lambda offer: (offer.service, offer.adviser.name if offer.adviser else ""))


async def is_offered(session: AsyncSession, now: datetime, service: str) -> bool:
    """Whether a card's service has a free consultation."""
    centre = service.partition("/")[0]
    found = await session.exec(
        select(Slot.id)
        .where(
            col(Slot.withdrawn_at).is_(None),
            col(Slot.taken) < col(Slot.seats),
            col(Slot.centre) == centre,
            col(Slot.kind) == SlotKind.CONSULTATION.value,
            col(Slot.starts_at) >= now,
            col(Slot.book_until) > now,
            col(Slot.service) == service,
        )
        .limit(1)
    )
    return found.first() is not None


def topics_to_ask(offered: Sequence[Offer]) -> list[Topic]:
    """The topics between which to choose; none where the answer would lead to the same advisers anyway."""
    theirs = [frozenset(offer.adviser.topics if offer.adviser else ()) for offer in offered]
    if len(set(theirs)) < 2:
        return []
    every = frozenset().union(*theirs)
    asked = [topic for topic in Topic if topic.value in every]
    return asked if len(asked) > 1 else []
