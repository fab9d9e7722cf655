"""Who may press what, as a table: every button (callback data class) of the bot has a row in one of the tables here.

A new button needs a row, or `test_every_button_has_a_row` names it. The name is the room's and the class's:
``waiting.JoinLine`` for a class in `bot.handlers.waiting`. Which table:

- `EVERYBODY`: it shows and changes nothing but what is public and who presses it.
- `OWN`: it carries the number of something that belongs to somebody. Name the tests in which a stranger presses it:
  a folder, a file that has its data or its class in it, or ``file::test`` where it is pressed by its words.
- `STAFF`: a role opens it. ``{roles}``: pressed here by a resident, and by each role in the own and in another centre.
- `REAL`: the same, but a made-up number is refused to everybody, so name the tests in which those who may do it
  on real things; that residents and other centres' staff are refused is pressed here all the same.
- `ROOM`: works in staff rooms only; pressed on real things in `tests/desk_chat/test_room_buttons.py`.

Who may not press gets word for word what a resident gets. A made-up number is 1, a made-up word "x"; if a button
needs another one to get past its parsing, put it into `SAMPLES`.
"""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from aiogram import Router
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage

import bot.handlers
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
from tests.conversations.conftest import stage as stage
from tests.conversations.people import BOT_ID, Person, Stage
from tests.privacy.button_rows import EVERYBODY, OWN, REAL, ROOM, SAMPLES, STAFF

HERE, ELSEWHERE = "koszalin", "dobczyce"
ROOT: Final = Path(__file__).parents[2]


def _all() -> dict[str, type[CallbackData]]:
    """Every button, by room and class."""
    for module in pkgutil.walk_packages(bot.handlers.__path__, "bot.handlers."):
        importlib.import_module(module.name)
    return {
        f"{one.__module__.split('.')[2]}.{one.__name__}": one
        for one in _below(CallbackData)
        if one.__module__.startswith("bot.handlers.") and not one.__name__.startswith("_")
    }


def _below(one: type[CallbackData]) -> Iterator[type[CallbackData]]:
    for each in one.__subclasses__():
        yield each
        yield from _below(each)


BUTTONS: Final = _all()
TABLES: Final = {"EVERYBODY": EVERYBODY, "OWN": OWN, "STAFF": STAFF, "REAL": REAL, "ROOM": ROOM}


def _listened_to(router: Router) -> Iterator[type[CallbackData]]:
    for handler in router.callback_query.handlers:
        for each in handler.filters or ():
            if isinstance(each.callback, CallbackQueryFilter):
                yield each.callback.callback_data
    for inside in router.sub_routers:
        yield from _listened_to(inside)


def test_every_button_has_a_row() -> None:
    rows = Counter(name for table in TABLES.values() for name in table)
    assert BUTTONS.keys() - rows.keys() == set(), "say who may press these"
    assert rows.keys() - BUTTONS.keys() == set(), "rows without a button"
    assert [name for name, count in rows.items() if count > 1] == [], "one row each"


def test_somebody_listens_to_every_button(library: Library, net: Net) -> None:
    heard = set(_listened_to(build_dispatcher(House(texts=texts(), library=library, net=net))))
    assert {name for name, one in BUTTONS.items() if one not in heard} == set()


def test_no_two_buttons_begin_alike() -> None:
    """A prefix that two classes share sends a tap to whichever is asked first."""
    prefixes = Counter(one.__prefix__ for one in BUTTONS.values())
    shared = {prefix for prefix, count in prefixes.items() if count > 1}
    assert {name: one.__prefix__ for name, one in BUTTONS.items() if one.__prefix__ in shared} == {}


@pytest.mark.parametrize("name", [*OWN, *REAL])
def test_the_tests_that_a_row_names_press_the_button(name: str) -> None:
    path, _, test = (OWN.get(name) or REAL[name][0]).partition("::")
    where, one = ROOT / path, BUTTONS[name]
    begins = rf"\b{one.__prefix__}{re.escape(one.__separator__)}|\b{one.__name__}\b|\"{one.__prefix__}\""
    wanted = re.compile(rf"def {test}\(" if test else begins)
    files = sorted(where.rglob("test_*.py")) if where.is_dir() else [where]
    assert any(wanted.search(file.read_text("utf-8")) for file in files), f"{name} is not pressed in {where}"


def _data(name: str) -> str:
    one = BUTTONS[name]
    made_up: dict[Any, Any] = {int: 1, str: "x", bool: False}
    needed = {key: made_up[field.annotation] for key, field in one.model_fields.items() if field.is_required()}
    return one(**needed | SAMPLES.get(name, {})).pack()


Said = list[tuple[str, str | None]]


class Crowd:
    """A resident, and each role in the own centre and in another one; all of them have chosen Koszalin."""

    def __init__(self, stage: Stage, database: Database, clock: SteppedClock) -> None:
        self._stage, self._database, self._clock = stage, database, clock
        self._next = 3000

    async def somebody(self, role: Role | None = None, where: str = HERE) -> Person:
        self._next += 1
        person = Person(self._stage, self._next, "pl")
        await person.says(f"/start c-{HERE}")
        if role:
            async with self._database.transaction() as session:
                actor = await accounts.find_actor(session, "telegram", self._next, "pl")
                assert actor is not None
                await roles.grant(session, self._clock(), actor.account_id, where, role)
        return person

    async def press(self, person: Person, data: str) -> Said:
        """Everything that is said, also above the button."""
        message = {
            "message_id": 7,
            "date": 1_700_000_000,
            "chat": person.chat,
            "from": {"id": BOT_ID, "is_bot": True, "first_name": "Okienko"},
            "text": "…",
        }
        query = {"id": "1", "from": person.user, "chat_instance": "1", "message": message, "data": data}
        left = await self._stage.deliver(callback_query=query)
        told = SendMessage | EditMessageText | AnswerCallbackQuery
        return [(type(one).__name__, one.text) if isinstance(one, told) else (type(one).__name__, None) for one in left]


@pytest.fixture
def crowd(stage: Stage, database: Database, clock: SteppedClock) -> Crowd:
    return Crowd(stage, database, clock)


async def test_who_has_the_role_here_presses_and_nobody_else(crowd: Crowd) -> None:
    resident = await crowd.somebody()
    people = [(role, where, await crowd.somebody(role, where)) for role in Role for where in (HERE, ELSEWHERE)]
    wrong = []
    for name, may in [*STAFF.items(), *((name, frozenset[Role]()) for name in REAL)]:
        refusal = await crowd.press(resident, _data(name))
        assert refusal, f"{name}: a resident is told something"
        for role, where, person in people:
            if name in REAL and where == HERE and role in REAL[name][1]:
                continue
            opened = await crowd.press(person, _data(name)) != refusal
            if opened is not (where == HERE and role in may):
                wrong.append(f"{name}: {role} of {where} {'opened' if opened else 'was refused'}")
    assert wrong == []


async def test_in_private_no_button_of_a_staff_room_does_anything(crowd: Crowd) -> None:
    clerk = await crowd.somebody(Role.CLERK)
    resident = await crowd.somebody()
    for name in ROOM:
        assert await crowd.press(clerk, _data(name)) == await crowd.press(resident, _data(name)), name
