"""Finding and changing accounts. The session is handed in; the caller commits."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam
from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.tables import Account, Address, Dialogue, Grant

SPOKEN_BY_DEFAULT: Final = "pl"
"""What is sent to who chose no language (`bot.outbox.kinds.language_at`)."""


@dataclass(slots=True)
class Actor:
    """The person behind an update, as the handlers see them.

    ``language`` is what to speak now (chosen, else the app's); ``language_chosen`` tells which.
    ``dialogue`` is the state and data of a half-typed conversation, as loaded.
    """

    account_id: int
    channel: str
    chat_id: int
    language: str
    language_chosen: bool
    centre: str | None
    notice_seen: bool
    is_new: bool = False
    dialogue_state: str | None = None
    dialogue_data: dict[str, Any] = field(default_factory=dict)


# Built once: it runs for every update. Parameters: ``on`` (channel) and ``chat``.
FIND: Any = (
    select(
        col(Account.id),
        col(Account.language),
        col(Account.centre),
        col(Account.notice_seen_at),
        col(Dialogue.state),
        col(Dialogue.data),
    )  # type: ignore[call-overload]
    .select_from(Address)
    .join(Account, col(Account.id) == col(Address.account_id))
    .join(
        Dialogue,
        (col(Dialogue.channel) == col(Address.channel))
        & (col(Dialogue.chat_id) == col(Address.chat_id))
        & (col(Dialogue.user_id) == col(Address.chat_id)),
        isouter=True,
    )
    .where(col(Address.channel) == bindparam("on"), col(Address.chat_id) == bindparam("chat"))
)


async def find_actor(session: AsyncSession, channel: str, chat_id: int, app_language: str) -> Actor | None:
    """The actor at an address, or None. One query: it runs for every update."""
    row = (await session.exec(FIND, params={"on": channel, "chat": chat_id})).first()
    return actor_of(row, channel, chat_id, app_language)


def actor_of(row: Any, channel: str, chat_id: int, app_language: str) -> Actor | None:
    """The actor that a row of `FIND` tells of."""
    if row is None:
        return None
    account_id, language, centre, notice_seen_at, state, data = row
    return Actor(
        account_id=account_id,
        channel=channel,
        chat_id=chat_id,
        language=language or app_language,
        language_chosen=language is not None,
        centre=centre,
        notice_seen=notice_seen_at is not None,
        dialogue_state=state,
        dialogue_data=data or {},
    )


async def create_actor(
    session: AsyncSession, now: datetime, channel: str, chat_id: int, app_language: str, centre: str | None = None
) -> Actor:
    """A new account at an address. ``centre`` is given where an installation serves only one.

    An app in another language than Polish counts as a choice: what is sent later knows no app.
    """
    chosen = app_language if app_language != SPOKEN_BY_DEFAULT else None
    account = Account(created_at=now, centre=centre, language=chosen)
    session.add(account)
    await session.flush()
    assert account.id is not None
    session.add(Address(channel=channel, chat_id=chat_id, account_id=account.id))
    await session.flush()
    return Actor(
        account_id=account.id,
        channel=channel,
        chat_id=chat_id,
        language=app_language,
        language_chosen=chosen is not None,
        centre=centre,
        notice_seen=False,
        is_new=True,
    )


async def choose_language(session: AsyncSession, actor: Actor, language: str) -> None:
    await _change(session, actor, language=language)
    actor.language, actor.language_chosen = language, True


async def choose_centre(session: AsyncSession, actor: Actor, centre: str) -> None:
    await _change(session, actor, centre=centre)
    actor.centre = centre


async def notice_shown(session: AsyncSession, actor: Actor, now: datetime) -> None:
    """Remember that the footer about machine, PESEL and privacy was shown (RODO art. 13)."""
    await _change(session, actor, notice_seen_at=now)
    actor.notice_seen = True


async def mark_blocked(session: AsyncSession, channel: str, chat_id: int, at: datetime | None) -> None:
    """The messenger says that the person blocked the bot (``at``) or came back (None)."""
    await session.exec(
        update(Address)
        .where(col(Address.channel) == channel, col(Address.chat_id) == chat_id)
        .values(blocked_at=at)
        .execution_options(synchronize_session=False)
    )


async def forget_dialogue(session: AsyncSession, channel: str, chat_id: int) -> None:
    """Delete what is remembered of a conversation: the last question, a half-typed form."""
    await session.exec(
        delete(Dialogue)
        .where(col(Dialogue.channel) == channel, col(Dialogue.chat_id) == chat_id)
        .execution_options(synchronize_session=False)
    )


async def forget_visitor(session: AsyncSession, channel: str, chat_id: int) -> None:
    """Delete an address that will never be used again, and its account unless it has roles or other addresses."""
    await forget_dialogue(session, channel, chat_id)
    address = await session.get(Address, (channel, chat_id))
    if address is None:
        return
    account_id = address.account_id
    granted = (await session.exec(select(Grant).where(col(Grant.account_id) == account_id).limit(1))).first()
    if granted:
        return
    await session.delete(address)
    await session.flush()
    elsewhere = (await session.exec(select(Address).where(col(Address.account_id) == account_id).limit(1))).first()
    if elsewhere is None and (account := await session.get(Account, account_id)):
        await session.delete(account)
    await session.flush()


async def _change(session: AsyncSession, actor: Actor, **values: Any) -> None:
    await session.exec(
        update(Account)
        .where(col(Account.id) == actor.account_id)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
