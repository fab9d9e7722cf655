"""The cards that duties may be of, and what the office may call them."""

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue.catalogue import Card, Catalogue
from bot.catalogue.model import Kind
from bot.places.roster.served import services_with_duties
from bot.places.roster.table import Services
from bot.texts import LANGUAGES


def services_of(catalogue: Catalogue, centre: str) -> Services:
    """A centre's cards by slug and by name in each language, all in small letters."""
    found: dict[str, str] = {}
    for card in catalogue.cards(centre):
        names = [card.service.name.in_(language) for language in LANGUAGES]
        for name in (card.service.id, card.id, *names, card.service.official_name or ""):
            if name:
                found.setdefault(" ".join(name.casefold().split()), card.id)
    return found


async def likely(session: AsyncSession, catalogue: Catalogue, centre: str) -> list[Card]:
    """The cards that a line without a service may mean: points of advice, and what had duties before."""
    had = await services_with_duties(session, centre)
    return [card for card in catalogue.cards(centre) if card.service.kind == Kind.POINT or card.id in had]
