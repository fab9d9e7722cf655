"""The whole catalogue in memory: every centre and its cards, read-only."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from bot.catalogue.model import Centre, Examples, Fee, Location, Organization, Phone, Service, Source, Topic


@dataclass(frozen=True)
class Card:
    """One service with what its references mean."""

    centre: Centre
    service: Service

    @property
    def id(self) -> str:
        """The fixed id, like ``koszalin/zlota-raczka``."""
        return f"{self.centre.organization.id}/{self.service.id}"

    @property
    def organization(self) -> Organization:
        return self.centre.organization

    @cached_property
    def locations(self) -> tuple[Location, ...]:
        return tuple(place for place in self.centre.locations if place.id in self.service.locations)

    @cached_property
    def fee(self) -> Fee | None:
        return next((fee for fee in self.centre.fees if fee.id == self.service.fee), None)

    @cached_property
    def source(self) -> Source:
        return next(source for source in self.centre.sources if source.id == self.service.source)

    @property
    def see_also(self) -> tuple[str, ...]:
        """Full ids of the cards to look at next."""
        return tuple(f"{self.centre.organization.id}/{slug}" for slug in self.service.see_also)


class Catalogue:
    """Centres in order, each an island. Immutable: a change makes a new one.

    ``revision`` is the database's number of it, 0 for one read from files.
    """

    def __init__(self, centres: Iterable[Centre], revision: int = 0) -> None:
        self._centres: Mapping[str, Centre] = MappingProxyType({c.organization.id: c for c in centres})
        self._cards: Mapping[str, Card] = MappingProxyType(
            {card.id: card for centre in self for card in (Card(centre, service) for service in centre.services)}
        )
        self.revision = revision

    def __iter__(self) -> Iterator[Centre]:
        return iter(self._centres.values())

    def __len__(self) -> int:
        """How many cards there are."""
        return len(self._cards)

    @property
    def ids(self) -> tuple[str, ...]:
        """The centres' ids, in order."""
        return tuple(self._centres)

    def centre(self, id: str) -> Centre | None:
        return self._centres.get(id)

    def card(self, id: str) -> Card | None:
        """The card of a fixed id; None when there is none (any more)."""
        return self._cards.get(id)

    def cards(self, centre: str, topic: Topic | None = None) -> tuple[Card, ...]:
        """A centre's cards in their order, or those of one shelf."""
        return tuple(
            card
            for card in self._cards.values()
            if card.organization.id == centre and (topic is None or topic in card.service.topics)
        )

    def with_examples(self, examples: Mapping[str, Examples]) -> "Catalogue":
        """This catalogue with the stage's made-up facts laid over it, each marked as an example."""
        return Catalogue(
            [_over(c, examples[c.organization.id]) if c.organization.id in examples else c for c in self],
            self.revision,
        )


def _over(centre: Centre, examples: Examples) -> Centre:
    organization = centre.organization
    services = []
    for service in centre.services:
        if added := examples.services.get(service.id):
            service = service.model_copy(
                update={
                    "phones": service.phones + _marked(added.phones),
                    "schedules": service.schedules
                    + tuple(s.model_copy(update={"example": True}) for s in added.schedules),
                    "locations": service.locations + added.locations,
                }
            )
        services.append(service)
    return centre.model_copy(
        update={
            "organization": organization.model_copy(
                update={
                    "phones": organization.phones + _marked(examples.phones),
                    "schedules": organization.schedules
                    + tuple(s.model_copy(update={"example": True}) for s in examples.schedules),
                    "locations": organization.locations + tuple(place.id for place in examples.locations),
                }
            ),
            "locations": centre.locations + tuple(p.model_copy(update={"example": True}) for p in examples.locations),
            "services": tuple(services),
        }
    )


def _marked(phones: tuple[Phone, ...]) -> tuple[Phone, ...]:
    return tuple(phone.model_copy(update={"example": True}) for phone in phones)
