"""Named logins of the console: who gets in, how often, how long, and who stays outside."""

from dataclasses import dataclass

import pytest
from sqlmodel import select

from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.people import accounts, console, roles
from bot.storage import Database
from bot.storage.tables import ConsoleLogin, ConsoleSession, Role, StaffPerson

HERE, ELSEWHERE = "koszalin", "starachowice"
PASSWORD = "trzy zielone parasole"


@dataclass
class Desk:
    """A clerk and an administrator here, a clerk elsewhere, a resident; each by the account's number."""

    database: Database
    clock: SteppedClock
    clerk: int = 0
    admin: int = 0
    stranger: int = 0
    resident: int = 0

    async def settled(self) -> "Desk":
        async with self.database.transaction() as session:
            for number, (name, centre, role) in enumerate(
                (
                    ("clerk", HERE, Role.CLERK),
                    ("admin", HERE, Role.ADMIN),
                    ("stranger", ELSEWHERE, Role.CLERK),
                    ("resident", HERE, None),
                )
            ):
                actor = await accounts.create_actor(session, self.clock(), "telegram", 100 + number, "pl", HERE)
                setattr(self, name, actor.account_id)
                if role:
                    await roles.grant(session, self.clock(), actor.account_id, centre, role)
        return self

    async def link(self, account: int | None = None, by: int | None = None, centre: str = HERE) -> str:
        async with self.database.transaction() as session:
            return await console.make_login(session, self.clock(), account or self.clerk, centre, "Anna K.", by)

    async def open(self, link: str) -> tuple[str, console.Entry]:
        async with self.database.transaction() as session:
            return await console.open_login(session, self.clock(), link)

    async def enter(self, name: str, password: str) -> console.Entry:
        async with self.database.session() as session:
            account_id = await console.whose(session, name, password)
        async with self.database.transaction() as session:
            return (await console.open_known(session, self.clock(), account_id))[1]

    async def who(self, secret: str) -> console.Entry | None:
        async with self.database.session() as session:
            return await console.session_of(session, self.clock(), secret)

    async def act(self, secret: str) -> None:
        async with self.database.transaction() as session:
            await console.seen(session, self.clock(), secret)


@pytest.fixture
async def desk(any_database: Database, clock: SteppedClock) -> Desk:
    return await Desk(any_database, clock).settled()


async def test_a_link_opens_once_and_only_hashes_are_kept(desk: Desk) -> None:
    link = await desk.link()
    secret, entry = await desk.open(link)
    assert entry == console.Entry(desk.clerk, HERE, "Anna K.")
    assert await desk.who(secret) == entry
    with pytest.raises(OkienkoError, match="console-link-used"):
        await desk.open(link)
    with pytest.raises(OkienkoError, match="console-link-unknown"):
        await desk.open(link + "x")
    async with desk.database.session() as session:
        kept = [*await session.exec(select(ConsoleLogin)), *await session.exec(select(ConsoleSession))]
    assert link not in repr(kept)
    assert secret not in repr(kept)


async def test_a_link_ends_after_a_day_and_with_the_next_one(desk: Desk) -> None:
    first, second = await desk.link(), await desk.link()
    with pytest.raises(OkienkoError, match="console-link-unknown"):
        await desk.open(first)
    desk.clock.forward(hours=24)
    with pytest.raises(OkienkoError, match="console-link-old"):
        await desk.open(second)


async def test_who_may_make_links_and_for_whom(desk: Desk) -> None:
    await desk.link(by=desk.admin)
    for by in (desk.clerk, desk.stranger, desk.resident):
        with pytest.raises(OkienkoError, match="console-not-admin"):
            await desk.link(by=by)
    for account in (desk.resident, desk.stranger):
        with pytest.raises(OkienkoError, match="console-not-staff"):
            await desk.link(account)
    with pytest.raises(OkienkoError, match="console-not-admin"):
        await desk.link(desk.stranger, by=desk.admin, centre=ELSEWHERE)  # an administrator of another centre


async def test_a_session_ends_after_twelve_hours_of_nothing(desk: Desk) -> None:
    secret, _ = await desk.open(await desk.link())
    desk.clock.forward(hours=11)
    async with desk.database.session() as session:
        assert await console.unnoted(session, desk.clock(), secret)
    await desk.act(secret)
    async with desk.database.session() as session:
        assert not await console.unnoted(session, desk.clock(), secret)
    desk.clock.forward(hours=11, minutes=59)
    assert await desk.who(secret)
    desk.clock.forward(minutes=1)
    assert await desk.who(secret) is None
    await desk.act(secret)  # too late: it does not come back
    assert await desk.who(secret) is None


async def test_a_lost_role_or_a_logout_ends_it_at_once(desk: Desk) -> None:
    secret, _ = await desk.open(await desk.link())
    waiting = await desk.link()
    async with desk.database.transaction() as session:
        await roles.grant(session, desk.clock(), desk.clerk, ELSEWHERE, Role.ADMIN)  # counts there only
        await roles.revoke(session, desk.clerk, HERE, Role.CLERK)
    assert await desk.who(secret) is None
    with pytest.raises(OkienkoError, match="console-not-staff"):
        await desk.open(waiting)
    secret, _ = await desk.open(await desk.link(desk.admin))
    async with desk.database.transaction() as session:
        await console.end_session(session, secret)
    assert await desk.who(secret) is None


async def test_a_password_beside_links(desk: Desk) -> None:
    first, _ = await desk.open(await desk.link())
    second, _ = await desk.open(await desk.link())
    with pytest.raises(OkienkoError, match="console-password-short"):
        await console.hashed("za krótkie")
    hashed = await console.hashed(PASSWORD)
    async with desk.database.transaction() as session:
        with pytest.raises(OkienkoError, match="console-no-name"):
            await console.set_password(session, desk.admin, hashed)
        await console.set_password(session, desk.clerk, hashed, keep=second)
    assert await desk.who(first) is None
    assert await desk.who(second)
    assert (await desk.enter("  anna  K. ", PASSWORD)).account_id == desk.clerk
    for name, password in (("Anna K.", PASSWORD + "x"), ("Anna", PASSWORD), ("", ""), ("Anna K.", "x" * 10_000)):
        with pytest.raises(OkienkoError, match="console-wrong"):
            await desk.enter(name, password)
    async with desk.database.session() as session:
        person = await session.get(StaffPerson, desk.clerk)
    assert person
    assert (person.password_hash or "").startswith("$argon2id$")
    async with desk.database.transaction() as session:
        await roles.revoke(session, desk.clerk, HERE, Role.CLERK)
    with pytest.raises(OkienkoError, match="console-wrong"):
        await desk.enter("Anna K.", PASSWORD)


async def test_the_people_of_a_staff_room(desk: Desk) -> None:
    await desk.link()
    async with desk.database.transaction() as session:
        assert await console.address_of(session, desk.clerk, "web", 9001) == 9001
        assert await console.address_of(session, desk.clerk, "web", 9002) == 9001
        for account, number in ((desk.admin, 9003), (desk.stranger, 9004), (desk.resident, 9005)):
            await console.address_of(session, account, "web", number)
        assert await console.staff_of(session, HERE, "web") == {9001: "Anna K.", 9003: ""}


async def test_what_is_over_is_forgotten(desk: Desk) -> None:
    await desk.open(await desk.link())
    desk.clock.forward(hours=49)
    async with desk.database.transaction() as session:
        await console.forget_old(session, desk.clock())
        assert not [*await session.exec(select(ConsoleLogin)), *await session.exec(select(ConsoleSession))]
