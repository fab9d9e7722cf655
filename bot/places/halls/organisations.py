"""Whom an account speaks for: it says a name, the keeper of the centre says whether that is so."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.places.booking import Booker
from bot.places.halls import rules, telling
from bot.places.halls.states import LONGEST_NAME, Answer
from bot.storage import writing
from bot.storage.tables import Organisation


async def of_account(session: AsyncSession, account_id: int, centre: str) -> Organisation | None:
    """What an account has said of itself in a centre, whatever the answer was."""
    rows = await session.exec(
        select(Organisation)
        .where(col(Organisation.account_id) == account_id, col(Organisation.centre) == centre)
        .execution_options(populate_existing=True)
    )
    return rows.first()


async def approved(session: AsyncSession, account_id: int, centre: str) -> Organisation | None:
    """The organisation for which an account may reserve."""
    found = await of_account(session, account_id, centre)
    return found if found and found.state == Answer.YES else None


async def ask(session: AsyncSession, now: datetime, booker: Booker, centre: str, name: str) -> Organisation:
    """Say for whom an account speaks; another name asks anew. Raises `OkienkoError` ``halls-wrong-name``."""
    name = " ".join(name.split())
    if not 2 <= len(name) <= LONGEST_NAME:
        raise OkienkoError("halls-wrong-name", most=LONGEST_NAME)
    await writing(session)
    row = await of_account(session, booker.account_id, centre)
    if row is not None and row.name == name and row.state != Answer.NO:
        return row
    if row is None:
        row = Organisation(centre=centre, account_id=booker.account_id, name=name, state="", asked_at=now)
    row.name, row.state, row.asked_at = name, Answer.ASKED.value, now
    row.channel, row.chat_id = booker.channel, booker.chat_id
    row.answered_at = row.answered_by = None
    session.add(row)
    await session.flush()
    await telling.owe_organisation_asked(session, now, row)
    return row


async def answer(
    session: AsyncSession, now: datetime, account_id: int, organisation_id: int, yes: bool
) -> Organisation:
    """The keeper knows them, or not. A yes may be taken back later; what is reserved already stays.

    Raises `OkienkoError` ``halls-refused`` for who is no keeper of that centre.
    """
    await writing(session)
    rows = await session.exec(
        select(Organisation)
        .where(col(Organisation.id) == organisation_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    row = rows.first()
    if row is None:
        raise OkienkoError("halls-refused")
    await rules.refuse_strangers(session, account_id, row.centre)
    state = (Answer.YES if yes else Answer.NO).value
    if row.state == state:
        return row
    row.state, row.answered_at, row.answered_by = state, now, account_id
    session.add(row)
    await session.flush()
    await telling.owe_organisation_answered(session, now, row)
    return row


async def of_centre(session: AsyncSession, account_id: int, centre: str) -> list[Organisation]:
    """The organisations of a centre for its keeper, those that wait first. Raises `OkienkoError` ``halls-refused``."""
    await rules.refuse_strangers(session, account_id, centre)
    rows = await session.exec(
        select(Organisation)
        .where(col(Organisation.centre) == centre, col(Organisation.account_id).is_not(None))
        .order_by(col(Organisation.state), col(Organisation.name))
        .limit(40)
        .execution_options(populate_existing=True)
    )
    return list(rows.all())
