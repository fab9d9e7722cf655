"""Who may do what, as a table: role by command, in the own centre and with that role in another one.

Who may not gets word for word what a resident gets. A command that stands in no row fails.
"""

from collections.abc import Iterator
from typing import Final

import pytest
from aiogram import Router
from aiogram.filters import Command

from bot.catalogue.crisis import Net
from bot.catalogue.library import Library
from bot.clock import SteppedClock
from bot.handlers.menu import House
from bot.handlers.routing import build_dispatcher
from bot.people import accounts, roles
from bot.storage import Database
from bot.storage.tables import Role
from bot.texts import texts
from tests.conversations.conftest import library as library
from tests.conversations.conftest import net as net
from tests.conversations.conftest import newcomer as a_newcomer  # noqa: F401
from tests.conversations.conftest import stage as stage
from tests.conversations.people import Person, Stage

CLERK, ADVISER, ORGANISER, ADMIN = Role.CLERK, Role.ADVISER, Role.ORGANISER, Role.ADMIN
STAFF: Final = {
    "braki": {ORGANISER},
    "dyzury raport": {CLERK, ORGANISER},
    "grafik": {CLERK, ORGANISER},
    "kolejka": {CLERK, ORGANISER, ADMIN},
    "kwartal": {ORGANISER},
    "ogloszenia": {ORGANISER},
    "ogloszenie": {ORGANISER},
    "plan": {ORGANISER},
    "praca": {CLERK, ADVISER, ORGANISER},
    "programy": {ORGANISER},
    "propozycje": {ORGANISER},
    "spolecznosci": {ORGANISER},
    "telefony": {CLERK},
    "tydzien": {CLERK, ORGANISER, ADMIN},
    "wzor_grafiku": {CLERK, ORGANISER},
    "wydarzenie": {ORGANISER},
    "zamkniete": {CLERK, ORGANISER},
    "zapisz": {CLERK},
}
"""Commands of staff, and who may give them."""
EVERYBODY: Final = {
    "start", "pomoc", "jezyk", "centrum", "prywatnosc", "anuluj", "zapisy", "moje", "powiadomienia", "wydarzenia",
    "nowa_karta", "moje_dane", "usun_dane", "koniec", "pomagam", "dyzury_dla_mnie", "moje_godziny", "zajecia",
}  # fmt: skip
"""Commands for everybody, about oneself."""
ELSEWHERE: Final = {
    "dzis": "tests/counter/test_advising.py",
    "doradcy": "tests/counter",
    "nieobecnosc": "tests/rosters",
    "pokoj": "tests/desk_chat/test_rooms.py",
    "sala": "tests/halls",
    "zmiany": "tests/volunteering",
    "wolontariusze": "tests/volunteering",
    **dict.fromkeys(("karta", "termin", "zablokuj", "odblokuj", "przekaz"), "tests/desk_chat"),
}
"""Commands whose outsiders are refused in tests of their own: where."""


def commands(router: Router) -> Iterator[str]:
    """The first word of every command that some handler of a router, or of one inside it, listens to."""
    for handler in router.message.handlers:
        for each in handler.filters or ():
            if isinstance(each.callback, Command):
                yield str(each.callback.commands[0])
    for inside in router.sub_routers:
        yield from commands(inside)


def test_every_command_has_a_row(library: Library, net: Net) -> None:
    known = {row.split()[0] for row in STAFF} | EVERYBODY | ELSEWHERE.keys()
    found = set(commands(build_dispatcher(House(texts=texts(), library=library, net=net))))
    assert found - known == set(), "say who may give these"
    assert known - found == set(), "rows without a command"


@pytest.mark.parametrize("row", STAFF)
@pytest.mark.parametrize("role", list(Role))
async def test_a_role_opens_what_is_its_own_and_nothing_else(
    stage: Stage, database: Database, clock: SteppedClock, row: str, role: Role
) -> None:
    async def somebody(number: int, where: str | None) -> list[str]:
        person = Person(stage, number, "pl")
        await person.says("/start c-koszalin")
        if where:
            async with database.transaction() as session:
                actor = await accounts.find_actor(session, "telegram", number, "pl")
                assert actor is not None
                await roles.grant(session, clock(), actor.account_id, where, role)
        return await person.says(f"/{row}")

    resident = await somebody(2001, None)
    assert resident, "a resident is told something"
    elsewhere = await somebody(2002, "dobczyce")
    assert elsewhere == resident
    here = await somebody(2003, "koszalin")
    assert (here != resident) is (role in STAFF[row])
