"""A browser at the staff's console without a window, and how links come about."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import httpx
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import SteppedClock
from bot.people import accounts, console, roles
from bot.storage import Database
from bot.storage.tables import Role

T = TypeVar("T")


class Town:
    """The rehearsal's database from outside, as the command line has it."""

    def __init__(self, folder: Path, clock: SteppedClock) -> None:
        self.url, self.clock = f"sqlite:///{folder / 'rehearsal.db'}", clock
        self._next = 700

    def do(self, work: Callable[[AsyncSession], Awaitable[T]]) -> T:
        async def working() -> T:
            database = Database(self.url)
            try:
                async with database.transaction() as session:
                    return await work(session)
            finally:
                await database.close()

        with ThreadPoolExecutor(1) as aside:  # the browser's own loop runs in this thread
            return aside.submit(lambda: asyncio.run(working())).result()

    def hire(self, centre: str, role: Role = Role.CLERK) -> int:
        """The account of somebody new who came by Telegram."""
        self._next += 1

        async def hiring(session: AsyncSession) -> int:
            actor = await accounts.create_actor(session, self.clock(), "telegram", self._next, "pl", centre)
            await roles.grant(session, self.clock(), actor.account_id, centre, role)
            return actor.account_id

        return self.do(hiring)

    def link(self, account: int, centre: str, name: str = "Anna K.") -> str:
        return self.do(lambda session: console.make_login(session, self.clock(), account, centre, name))

    def dismiss(self, account: int, centre: str) -> None:
        self.do(lambda session: roles.revoke(session, account, centre, Role.CLERK))


class Browser(httpx.Client):
    """Its cookie is sent by hand: it is for https, and tests have none."""

    def __init__(self, address: str, **headers: str) -> None:
        own = {"Origin": address, "Accept-Language": "pl", **headers}
        super().__init__(base_url=address, headers=own, timeout=60, trust_env=False)
        self.given = ""

    def come_in(self, **body: str) -> httpx.Response:
        answer = self.post("/personel/wejdz", json=body)
        for cookie in answer.headers.get_list("set-cookie"):
            self.given = cookie
            self.headers["Cookie"] = cookie.partition(";")[0]
        return answer

    def ask(self, what: str, room: str = "", **body: Any) -> httpx.Response:
        return self.post(f"/personel/czat{room}/chat/{what}", json=body)

    def topics(self, room: str) -> httpx.Response:
        return self.get(f"/personel/czat{room}/chat/topics")
