"""A centre's advisers: who they are, whose account sees whose day."""

from collections.abc import Iterable

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places.rows import Provider, Slot
from bot.storage import writing
from bot.storage.tables import Account, Grant, Role


async def of_centre(session: AsyncSession, centre: str) -> list[Provider]:
    """A centre's advisers by name."""
    found = await session.exec(select(Provider).where(col(Provider.centre) == centre).order_by(col(Provider.name)))
    return list(found.all())


async def one_at(session: AsyncSession, centre: str, provider_id: int) -> Provider:
    """A centre's adviser. Raises `OkienkoError` for one of another centre."""
    provider = await session.get(Provider, provider_id)
    if provider is None or provider.centre != centre:
        raise OkienkoError("counter-not-here")
    return provider


async def unlinked_accounts(session: AsyncSession, centre: str) -> list[Account]:
    """Accounts with the adviser's role in a centre that are nobody's day yet."""
    linked = select(Provider.account_id).where(col(Provider.centre) == centre, col(Provider.account_id).is_not(None))
    found = await session.exec(
        select(Account)
        .join(Grant, col(Grant.account_id) == col(Account.id))
        .where(col(Grant.centre) == centre, col(Grant.role) == Role.ADVISER, col(Account.id).not_in(linked))
        .order_by(col(Account.id))
    )
    return list(found.all())


async def link(session: AsyncSession, centre: str, provider_id: int, account_id: int | None) -> Provider:
    """Give an adviser's day to an account, or with None to nobody; the secret link of before ends with it.

    Raises `OkienkoError` for a provider of another centre, and for an account without the adviser's role
    there or with somebody else's day.
    """
    await writing(session)
    provider = await one_at(session, centre, provider_id)
    if account_id is not None and account_id not in [each.id for each in await unlinked_accounts(session, centre)]:
        raise OkienkoError("counter-no-such-account")
    provider.account_id, provider.sheet_key = account_id, None
    session.add(provider)
    await session.flush()
    return provider


async def of_slot(session: AsyncSession, slot: Slot) -> Provider | None:
    """Whose hour it is."""
    return await session.get(Provider, slot.provider_id) if slot.provider_id else None


async def of_slots(session: AsyncSession, slots: Iterable[Slot]) -> dict[int, Provider]:
    """Whose hours they are, by number."""
    wanted = {slot.provider_id for slot in slots if slot.provider_id}
    found = await session.exec(select(Provider).where(col(Provider.id).in_(wanted)))
    return {each.id: each for each in found.all() if each.id is not None}


async def slot_at(session: AsyncSession, centre: str, slot_id: int) -> Slot | None:
    """A centre's hour by its number."""
    slot = await session.get(Slot, slot_id)
    return slot if slot and slot.centre == centre else None


async def only_topic(session: AsyncSession, slot_id: int) -> str | None:
    """The topic of an hour's adviser who takes only one: it need not be asked."""
    slot = await session.get(Slot, slot_id)
    provider = await of_slot(session, slot) if slot else None
    return provider.topics[0] if provider and len(provider.topics) == 1 else None
