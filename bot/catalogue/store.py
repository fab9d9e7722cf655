"""The catalogue in the database: seeded once from `data/`, from then on the database rules.

The service's writer commits; these functions get the session handed in (`writing` is called here).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue.additions import added_words, with_words
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Centre
from bot.storage import writing
from bot.storage.tables.catalogue import CatalogueCard, CatalogueCentre, CatalogueRevision


@dataclass(frozen=True)
class Difference:
    """What an import would change, by id; a centre's id stands for what is not a card of it."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.gone)


async def revision(session: AsyncSession) -> int:
    """The number that grows with every change; 0 for an empty catalogue."""
    row = await session.get(CatalogueRevision, 1, populate_existing=True)
    return row.number if row else 0


async def read(session: AsyncSession, *, learned: bool = True) -> Catalogue:
    """The whole catalogue as the database has it, with the words that organisers added.

    ``learned=False`` leaves those out: for what is changed and stored again, so that they can
    still be taken back.
    """
    number = await revision(session)
    centres = (await session.exec(select(CatalogueCentre).order_by(col(CatalogueCentre.position)))).all()
    cards: dict[str, list[dict[str, Any]]] = {centre.id: [] for centre in centres}
    added = await added_words(session) if learned else {}
    for card in await session.exec(select(CatalogueCard).order_by(col(CatalogueCard.position))):
        cards[card.centre].append(with_words(card.document, added.get(card.id, ())))
    return Catalogue(
        [Centre.model_validate({**centre.document, "services": cards[centre.id]}) for centre in centres], number
    )


async def seed(session: AsyncSession, centres: Iterable[Centre], now: datetime) -> bool:
    """Fill an empty catalogue; False, and nothing done, when it has a centre already."""
    await writing(session)
    if (await session.exec(select(CatalogueCentre.id).limit(1))).first() is not None:
        return False
    await import_(session, centres, now)
    return True


async def difference(session: AsyncSession, centres: Iterable[Centre]) -> Difference:
    """What `import_` of these centres would change. Centres not given are left as they are."""
    added: list[str] = []
    changed: list[str] = []
    gone: list[str] = []
    for centre in centres:
        id = centre.organization.id
        row = await session.get(CatalogueCentre, id, populate_existing=True)
        head, services = _documents(centre)
        if row is None:
            added.append(id)
        elif row.document != head:
            changed.append(id)
        there = await session.exec(select(CatalogueCard).where(CatalogueCard.centre == id))
        old = {card.id: (card.position, card.document) for card in there}
        new = {f"{id}/{document['id']}": (place, document) for place, document in enumerate(services)}
        added += [card for card in new if card not in old]
        changed += [card for card in new if card in old and new[card] != old[card]]
        gone += [card for card in old if card not in new]
    return Difference(tuple(added), tuple(changed), tuple(gone))


async def import_(session: AsyncSession, centres: Iterable[Centre], now: datetime) -> Difference:
    """Make these centres what the database has of them, and say what changed.

    ``now`` is an aware moment (UTC); cards that stay the same keep their time. The caller shows
    `difference` first and asks.
    """
    await writing(session)
    centres = list(centres)
    change = await difference(session, centres)
    if not change:
        return change
    places = {id: n for n, id in enumerate((await session.exec(select(CatalogueCentre.id))).all())}
    touched = set(change.added) | set(change.changed)
    for centre in centres:
        id = centre.organization.id
        head, services = _documents(centre)
        if id in touched:
            place = places.setdefault(id, len(places))
            await session.merge(CatalogueCentre(id=id, position=place, document=head, updated_at=now))
            await session.flush()  # the cards' foreign key
        for place, document in enumerate(services):
            if (card := f"{id}/{document['id']}") in touched:
                await session.merge(
                    CatalogueCard(id=card, centre=id, position=place, document=document, updated_at=now)
                )
    for card in change.gone:
        await session.delete(await session.get_one(CatalogueCard, card))
    await session.merge(CatalogueRevision(id=1, number=await revision(session) + 1))
    await session.flush()
    return change


def _documents(centre: Centre) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    head = centre.model_dump(mode="json", exclude_defaults=True)
    services: list[dict[str, Any]] = head.pop("services")
    return head, services
