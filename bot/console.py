"""The staff's console put together: logins of `bot.people`, the messenger's page, each centre's staff room.

A member of staff is the messenger's user of their account: one who came by Telegram gets a number there with the
first login. The staff room of the page's own messenger is a forum that the bot leads, under a number that follows
from the centre's name; in it is who works at the centre's desk now, and nobody else.
"""

from collections.abc import Callable
from datetime import datetime
from zlib import crc32

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.desk import mirroring, rooms
from bot.handlers.menu import House
from bot.messenger.server import Messenger
from bot.messenger.web.staff import StaffPerson
from bot.people import console
from bot.storage import Database
from bot.storage.tables import Account, AuditEntry, Grant, Role
from bot.texts import DEFAULT

Audit = Callable[[AsyncSession, datetime, str, console.Entry], None]
"""Writes down, in the transaction of what was done: ``console-in``, ``console-out``, ``console-password``."""


def write_down(session: AsyncSession, now: datetime, action: str, who: console.Entry) -> None:
    session.add(AuditEntry(centre=who.centre, at=now, account_id=who.account_id, action=action))


def staff_chat_id(centre: str) -> int:
    """The number of a centre's staff room: below those that supergroups get otherwise, the same after every start."""
    return -(10**12 + crc32(f"personel {centre}".encode()) % 10**9)


class Console:
    """What the console's door asks (`bot.messenger.web.staff.StaffKeys`), and the staff rooms."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        house: House,
        messenger: Messenger,
        channel: str,
        bot_id: int,
        audit: Audit = write_down,
    ) -> None:
        self._database, self._clock, self._house = database, clock, house
        self._messenger, self._channel, self._bot_id = messenger, channel, bot_id
        self._audit = audit
        self._settled: dict[str, dict[int, str]] = {}
        """Who is in each centre's room, so that looking again writes nothing."""

    # Logins

    async def open_link(self, secret: str) -> str:
        """Raises `OkienkoError` as `bot.people.console.open_login`."""
        now = self._clock()
        async with self._database.transaction() as session:
            opened, who = await console.open_login(session, now, secret)
            await self._entered(session, now, who)
        await self.staff_room(who.centre)
        return opened

    async def open_by_password(self, name: str, password: str) -> str:
        """Raises `OkienkoError` as `bot.people.console.whose`."""
        now = self._clock()
        async with self._database.session() as session:
            account_id = await console.whose(session, name, password)
        async with self._database.transaction() as session:
            opened, who = await console.open_known(session, now, account_id)
            await self._entered(session, now, who)
        await self.staff_room(who.centre)
        return opened

    async def _entered(self, session: AsyncSession, now: datetime, who: console.Entry) -> None:
        fresh = self._messenger.people.new_user_id()
        await console.address_of(session, who.account_id, self._channel, fresh)
        self._audit(session, now, "console-in", who)

    async def who(self, session: str) -> StaffPerson | None:
        """Who a session lets in now; None too for a centre that is not served any more."""
        async with self._database.session() as reading:
            entry = await console.session_of(reading, self._clock(), session)
            if entry is None or entry.centre not in self._house.catalogue.ids:
                return None
            number = await console.chat_of(reading, entry.account_id, self._channel)
            account = await reading.get_one(Account, entry.account_id)
        if number is None:
            return None
        language = account.language or DEFAULT
        room = (staff_chat_id(entry.centre), self._title(entry.centre, language))
        return StaffPerson(number, entry.centre, language, entry.name, [room])

    async def seen(self, session: str) -> None:
        now = self._clock()
        async with self._database.session() as reading:
            if not await console.unnoted(reading, now, session):
                return
        async with self._database.transaction() as writing:
            await console.seen(writing, now, session)

    async def end(self, session: str) -> None:
        now = self._clock()
        async with self._database.transaction() as writing:
            who = await console.session_of(writing, now, session)
            await console.end_session(writing, session)
            if who:
                self._audit(writing, now, "console-out", who)

    async def set_password(self, session: str, password: str) -> None:
        """Raises `OkienkoError` as `bot.people.console.hashed` and `set_password`."""
        now, hashed = self._clock(), await console.hashed(password)
        async with self._database.transaction() as writing:
            who = await console.session_of(writing, now, session)
            if who:
                await console.set_password(writing, who.account_id, hashed, keep=session)
                self._audit(writing, now, "console-password", who)

    # Staff rooms

    def _title(self, centre: str, language: str) -> str:
        return self._house.texts.plain(language, "webchat-staff-room", city=self._house.city(centre, language))

    async def staff_room(self, centre: str) -> int:
        """The number of a centre's room in the page's messenger, made and filled with who works there now."""
        number = staff_chat_id(centre)
        async with self._database.session() as session:
            members = await console.staff_of(session, centre, self._channel)
        if self._settled.get(centre) != members:
            title = self._title(centre, DEFAULT)
            await self._messenger.people.settle_forum(number, title, members, self._bot_id)
            self._settled[centre] = members
        return number

    async def settle(self) -> None:
        """All centres' rooms: at the start, and now and then for roles that came or went.

        A room becomes the desk's as soon as the centre has somebody who may set one.
        """
        for centre in self._house.catalogue.ids:
            number = await self.staff_room(centre)
            async with self._database.session() as session:
                known = await rooms.at(session, self._channel, number)
            if known is None or known.trouble:
                await self._register(centre, number)
        async with self._database.transaction() as session:
            await console.forget_old(session, self._clock())

    async def _register(self, centre: str, number: int) -> None:
        may = (Role.ORGANISER, Role.ADMIN)
        async with self._database.transaction() as session:
            query = select(Grant.account_id).where(Grant.centre == centre)
            by = (await session.exec(query.where(Grant.role == may[0]))).first()
            by = by or (await session.exec(query.where(Grant.role == may[1]))).first()
            if by is None:
                return
            now = self._clock()
            await rooms.register(session, now, centre, self._channel, number, by)
            await mirroring.bring_all(session, now, centre)
