"""What is owed around programmes beside the engine's reminders. No message names one: they are read on lock screens.

Keepers hear that there is something to do; who wants to join, or is in, hears what became of it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.owed import Debt, owe_these
from bot.outbox.states import Priority
from bot.places import reminders
from bot.storage.tables import Address, Programme, ProgrammeCandidate, ProgrammeKeeper

TASK: Final = "programme-task"
DECIDE: Final = "programme-decide"
INVITED: Final = "programme-invited"
TALK_OFFERED: Final = "programme-talk"
NEWS: Final = "programme-news"

TALK: Final = timedelta(minutes=45)
"""How long a first talk is."""
_FACTS: Final = timedelta(days=7)
"""So long a fact is worth a message."""


async def owe_task(
    session: AsyncSession,
    now: datetime,
    programme: Programme,
    what: str,
    candidate: ProgrammeCandidate | None = None,
) -> None:
    """Something for the keepers: ``interest``, ``suits``, ``other-hour``, ``seat``."""
    about = candidate.id if candidate else 0
    payload = {"programme": programme.id, "candidate": about, "what": what}
    await _owe_keepers(session, now, TASK, programme, f"{about}:{what}:{now:%Y%m%d%H%M%S}", payload, now + _FACTS)


async def owe_decide(session: AsyncSession, now: datetime, programme: Programme, first: datetime) -> None:
    """Can it start? Once for each plan of its days."""
    payload = {"programme": programme.id, "version": programme.version}
    await _owe_keepers(session, now, DECIDE, programme, f"{programme.version}", payload, first)


async def owe_invited(
    session: AsyncSession, now: datetime, programme: Programme, candidate: ProgrammeCandidate
) -> None:
    """There is a place, kept until a deadline."""
    until = candidate.invited_until
    assert until is not None
    which = f"{candidate.id}:{until:%Y%m%d%H%M%S}"
    payload = {"candidate": candidate.id, "until": until.isoformat()}
    await _owe(session, now, INVITED, programme, candidate, which, payload, until)


async def owe_talk(session: AsyncSession, now: datetime, programme: Programme, candidate: ProgrammeCandidate) -> None:
    """An hour for a first talk."""
    at = candidate.talk_at
    assert at is not None
    payload = {"candidate": candidate.id, "at": at.isoformat()}
    await _owe(session, now, TALK_OFFERED, programme, candidate, f"{candidate.id}:{now:%Y%m%d%H%M%S}", payload, at)


async def owe_news(
    session: AsyncSession,
    now: datetime,
    programme: Programme,
    what: str,
    who: Sequence[ProgrammeCandidate],
    instead_of: datetime | None = None,
) -> None:
    """``starts``, ``moved``, ``off``, ``declined``, ``lapsed``: once to each.

    What falls out (``instead_of``: its beginning) less than a day from now is told in quiet hours, too.
    """
    soon = instead_of is not None and instead_of - now < reminders.SOON
    for each in who:
        payload = {"candidate": each.id, "what": what, "version": programme.version}
        which = f"{each.id}:{what}:{programme.version}"
        if what in ("declined", "lapsed"):
            which += f":{now:%Y%m%d%H%M%S}"
        await _owe(session, now, NEWS, programme, each, which, payload, now + _FACTS, soon=soon)


async def _owe(
    session: AsyncSession,
    now: datetime,
    kind: str,
    programme: Programme,
    candidate: ProgrammeCandidate,
    which: str,
    payload: dict[str, Any],
    expires_at: datetime,
    *,
    soon: bool = False,
) -> None:
    if candidate.channel is None or candidate.chat_id is None:
        return
    debt = Debt(
        dedupe_key=f"{kind}:{which}",
        channel=candidate.channel,
        chat_id=candidate.chat_id,
        centre=programme.centre,
        kind=kind,
        payload=payload,
        priority=Priority.URGENT if soon else Priority.PERSONAL,
        expires_at=expires_at,
    )
    await owe_these(session, [debt], now=now)


async def _owe_keepers(
    session: AsyncSession,
    now: datetime,
    kind: str,
    programme: Programme,
    which: str,
    payload: dict[str, Any],
    expires_at: datetime,
) -> None:
    rows = await session.exec(
        select(Address.account_id, Address.channel, Address.chat_id)
        .join(ProgrammeKeeper, col(ProgrammeKeeper.account_id) == col(Address.account_id))
        .where(col(ProgrammeKeeper.programme_id) == programme.id, col(Address.blocked_at).is_(None))
        .order_by(col(Address.channel), col(Address.chat_id))
    )
    first: dict[int, tuple[str, int]] = {}
    for account_id, channel, chat_id in rows.all():
        first.setdefault(account_id, (channel, chat_id))
    debts = [
        Debt(
            dedupe_key=f"{kind}:{programme.id}:{which}:{account_id}",
            channel=channel,
            chat_id=chat_id,
            centre=programme.centre,
            kind=kind,
            payload={**payload, "account": account_id},
            priority=Priority.PERSONAL,
            expires_at=expires_at,
        )
        for account_id, (channel, chat_id) in first.items()
    ]
    await owe_these(session, debts, now=now)
