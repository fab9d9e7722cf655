"""Named logins of the staff's console: links that open it once, sessions that end, a password where one is wanted.

Only hashes are kept. A session counts as long as its account has a role at the centre's desk: whoever loses it
is out with the next request. Services as everywhere: the session is handed in, the caller commits.
"""

import asyncio
import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlmodel import col, delete, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.people.roles import roles_in
from bot.storage import writing
from bot.storage.tables import Address, ConsoleLogin, ConsoleSession, Grant, Role, StaffPerson

STAFF: Final = frozenset({Role.CLERK, Role.ORGANISER, Role.ADMIN})
"""Who works at a centre's desk."""
LINK_LASTS: Final = timedelta(hours=24)
SESSION_LASTS: Final = timedelta(hours=12)
"""Without anything done in the console."""
NOTED_EVERY: Final = timedelta(minutes=1)
SHORTEST_PASSWORD: Final = 12
LONGEST_PASSWORD: Final = 200
LONGEST_NAME: Final = 60

_hasher: Final = PasswordHasher()


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody of the staff in the console."""

    account_id: int
    centre: str
    name: str


def _hash(secret: str) -> str:
    """Of a long random secret: nothing slow is needed."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


async def is_staff(session: AsyncSession, account_id: int, centre: str) -> bool:
    return not STAFF.isdisjoint(await roles_in(session, account_id, centre))


async def name_of(session: AsyncSession, account_id: int) -> str | None:
    """How a member of staff is called among colleagues; None where nobody has said yet."""
    person = await session.get(StaffPerson, account_id)
    return person.name if person else None


async def call(session: AsyncSession, account_id: int, name: str) -> None:
    """Say how a member of staff is called among colleagues. Raises `OkienkoError` ``console-no-name``."""
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise OkienkoError("console-no-name")
    await writing(session)
    person = await session.get(StaffPerson, account_id) or StaffPerson(account_id=account_id, name=name)
    person.name = name
    session.add(person)
    await session.flush()


async def make_login(
    session: AsyncSession, now: datetime, account_id: int, centre: str, name: str, made_by: int | None = None
) -> str:
    """The secret of a link that opens the console once, within `LINK_LASTS`; earlier unused links end.

    ``made_by``: the administrator of the centre who asks in a chat; None from the command line of the machine.
    Raises `OkienkoError` ``console-not-admin`` for anybody else, ``console-not-staff`` when the account has no
    role at the centre's desk, ``console-no-name``.
    """
    await writing(session)
    if made_by is not None and Role.ADMIN not in await roles_in(session, made_by, centre):
        raise OkienkoError("console-not-admin")
    if not await is_staff(session, account_id, centre):
        raise OkienkoError("console-not-staff")
    await call(session, account_id, name)
    await session.exec(
        delete(ConsoleLogin).where(
            col(ConsoleLogin.account_id) == account_id,
            col(ConsoleLogin.centre) == centre,
            col(ConsoleLogin.used_at).is_(None),
        )
    )
    secret = secrets.token_urlsafe(32)
    session.add(
        ConsoleLogin(
            key_hash=_hash(secret),
            account_id=account_id,
            centre=centre,
            made_by=made_by,
            made_at=now,
            expires_at=now + LINK_LASTS,
        )
    )
    await session.flush()
    return secret


async def open_login(session: AsyncSession, now: datetime, secret: str) -> tuple[str, Entry]:
    """Use a link: the secret of a new session and whose it is.

    Raises `OkienkoError` ``console-link-unknown``, ``console-link-used``, ``console-link-old`` or
    ``console-not-staff``.
    """
    await writing(session)
    login = await session.get(ConsoleLogin, _hash(secret))
    if login is None:
        raise OkienkoError("console-link-unknown")
    if login.expires_at <= now:
        raise OkienkoError("console-link-old")
    used = await session.exec(
        update(ConsoleLogin)
        .where(col(ConsoleLogin.key_hash) == login.key_hash, col(ConsoleLogin.used_at).is_(None))
        .values(used_at=now)
        .execution_options(synchronize_session=False)
    )
    if used.rowcount != 1:
        raise OkienkoError("console-link-used")
    if not await is_staff(session, login.account_id, login.centre):
        raise OkienkoError("console-not-staff")
    return await _let_in(session, now, login.account_id, login.centre)


async def whose(session: AsyncSession, name: str, password: str) -> int:
    """The account of a name and a password. For a session that only reads: comparing takes its time.

    Raises `OkienkoError` ``console-wrong``, whatever is wrong.
    """
    wanted = " ".join(name.split()).casefold()[:LONGEST_NAME]
    query = select(StaffPerson).where(col(StaffPerson.password_hash).is_not(None))
    known = [(p.account_id, p.password_hash or "") for p in await session.exec(query) if p.name.casefold() == wanted]
    found = None
    # Nobody of that name takes as long as a wrong password, so that names cannot be tried out.
    for account_id, hashed in known or [(0, await asyncio.to_thread(_nobody))]:
        if await asyncio.to_thread(_fits, hashed, password):
            found = account_id
    if found is None:
        raise OkienkoError("console-wrong")
    return found


async def open_known(session: AsyncSession, now: datetime, account_id: int) -> tuple[str, Entry]:
    """A session for who showed by a password who they are, in the centre of their latest link.

    Raises `OkienkoError` ``console-wrong`` without a role at any desk.
    """
    await writing(session)
    rows = await session.exec(
        select(Grant.centre).where(
            col(Grant.account_id) == account_id, col(Grant.role).in_([role.value for role in STAFF])
        )
    )
    centres = sorted(set(rows))
    if not centres:
        raise OkienkoError("console-wrong")
    last = await session.exec(
        select(ConsoleLogin.centre)
        .where(col(ConsoleLogin.account_id) == account_id, col(ConsoleLogin.centre).in_(centres))
        .order_by(col(ConsoleLogin.made_at).desc())
        .limit(1)
    )
    return await _let_in(session, now, account_id, last.first() or centres[0])


async def _let_in(session: AsyncSession, now: datetime, account_id: int, centre: str) -> tuple[str, Entry]:
    secret = secrets.token_urlsafe(32)
    session.add(
        ConsoleSession(
            key_hash=_hash(secret),
            account_id=account_id,
            centre=centre,
            made_at=now,
            seen_at=now,
            expires_at=now + SESSION_LASTS,
        )
    )
    await session.flush()
    return secret, Entry(account_id, centre, await name_of(session, account_id) or "")


async def session_of(session: AsyncSession, now: datetime, secret: str) -> Entry | None:
    """Who a session belongs to, if it counts now."""
    row = await session.get(ConsoleSession, _hash(secret), populate_existing=True)
    if row is None or row.expires_at <= now or not await is_staff(session, row.account_id, row.centre):
        return None
    return Entry(row.account_id, row.centre, await name_of(session, row.account_id) or "")


async def unnoted(session: AsyncSession, now: datetime, secret: str) -> bool:
    """Whether it is time to note that a session is in use: not more often than `NOTED_EVERY`."""
    row = await session.get(ConsoleSession, _hash(secret), populate_existing=True)
    return row is not None and now - row.seen_at >= NOTED_EVERY


async def seen(session: AsyncSession, now: datetime, secret: str) -> None:
    """Something was done in a session: it lasts `SESSION_LASTS` from now. One that is over stays so."""
    await writing(session)
    await session.exec(
        update(ConsoleSession)
        .where(col(ConsoleSession.key_hash) == _hash(secret), col(ConsoleSession.expires_at) > now)
        .values(seen_at=now, expires_at=now + SESSION_LASTS)
        .execution_options(synchronize_session=False)
    )


async def end_session(session: AsyncSession, secret: str) -> None:
    """Log out."""
    await writing(session)
    await session.exec(delete(ConsoleSession).where(col(ConsoleSession.key_hash) == _hash(secret)))


async def hashed(password: str) -> str:
    """A password as it is kept. To be made before the writing begins: it takes its time.

    Raises `OkienkoError` ``console-password-short`` below `SHORTEST_PASSWORD` characters; nothing else is asked
    of it, as NIST SP 800-63B advises.
    """
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise OkienkoError("console-password-short", least=SHORTEST_PASSWORD)
    return await asyncio.to_thread(_hasher.hash, password)


async def set_password(session: AsyncSession, account_id: int, password_hash: str, keep: str | None = None) -> None:
    """A password to come in with, beside links. All sessions end but the one whose secret is ``keep``.

    Raises `OkienkoError` ``console-no-name`` before the person has a name.
    """
    await writing(session)
    person = await session.get(StaffPerson, account_id)
    if person is None:
        raise OkienkoError("console-no-name")
    person.password_hash = password_hash
    session.add(person)
    await session.exec(
        delete(ConsoleSession).where(
            col(ConsoleSession.account_id) == account_id, col(ConsoleSession.key_hash) != _hash(keep or "")
        )
    )
    await session.flush()


async def chat_of(session: AsyncSession, account_id: int, channel: str) -> int | None:
    """The account's own chat on a channel, if it has one."""
    query = select(Address.chat_id).where(col(Address.account_id) == account_id, col(Address.channel) == channel)
    return (await session.exec(query.order_by(col(Address.chat_id)).limit(1))).first()


async def address_of(session: AsyncSession, account_id: int, channel: str, fresh: int) -> int:
    """The account's own chat on a channel; ``fresh`` is the number to give it when it has none yet."""
    known = await chat_of(session, account_id, channel)
    if known is not None:
        return known
    await writing(session)
    session.add(Address(channel=channel, chat_id=fresh, account_id=account_id))
    await session.flush()
    return fresh


async def staff_of(session: AsyncSession, centre: str, channel: str) -> dict[int, str]:
    """The chats on a channel of all who work at a centre's desk, with their names ("" where none is known)."""
    rows = await session.exec(
        select(Address.chat_id, StaffPerson.name)
        .join(Grant, col(Grant.account_id) == col(Address.account_id))
        .outerjoin(StaffPerson, col(StaffPerson.account_id) == col(Address.account_id))
        .where(
            col(Address.channel) == channel,
            col(Grant.centre) == centre,
            col(Grant.role).in_([role.value for role in STAFF]),
        )
    )
    return {chat_id: name or "" for chat_id, name in rows}


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Delete links and sessions that are over."""
    await writing(session)
    await session.exec(
        delete(ConsoleLogin).where(
            or_(col(ConsoleLogin.expires_at) <= now - LINK_LASTS, col(ConsoleLogin.used_at) <= now - LINK_LASTS)
        )
    )
    await session.exec(delete(ConsoleSession).where(col(ConsoleSession.expires_at) <= now))


def _fits(hashed: str, password: str) -> bool:
    try:
        return _hasher.verify(hashed, password[:LONGEST_PASSWORD])
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    """A hash that no password fits."""
    return _hasher.hash(secrets.token_urlsafe(32))
