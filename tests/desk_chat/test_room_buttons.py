"""Every button of a staff room, pressed by each role of the own and of another centre: who may not changes nothing.

A new button of the rooms stands in `ROOM` of `tests/privacy/button_rows.py` and needs a step here.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Final

import pytest
from sqlmodel import SQLModel, select

from bot.announcements.marks import mark_of
from bot.catalogue import store
from bot.clock import SteppedClock
from bot.desk import conversations
from bot.desk.conversations import Opening
from bot.storage.tables import Booking, Callback, CatalogueProposal, Conversation, DeskMessage, OwedMessage, Role
from tests.counter.conftest import House, account_id
from tests.desk_chat.conftest import CENTRE, Desk, InRoom, Newcomer, Somebody
from tests.privacy.button_rows import ROOM

OTHER: Final = "kozienice"
STAFF: Final = (Role.CLERK, Role.ORGANISER, Role.ADMIN)


class Floor:
    """A staff room with a conversation in it, and all that a button may need."""

    def __init__(self, desk: Desk, clerk: InRoom, newcomer: Newcomer, clock: SteppedClock) -> None:
        self.desk, self.clerk, self.newcomer, self.clock = desk, clerk, newcomer, clock

    async def stands(self) -> str:
        """All that a button could change."""
        tables: list[type[SQLModel]] = [Conversation, DeskMessage, OwedMessage, Booking, Callback, CatalogueProposal]
        async with self.desk.database.session() as session:
            return str([[row.model_dump() for row in await session.exec(select(table))] for table in tables])

    async def held(self, by: InRoom | None = None) -> int:
        """The number of a reply that waits for whoever holds the conversation."""
        second = by or InRoom(await self.newcomer(Role.CLERK), self.desk)
        await self.clerk.works("take")
        await second.works("answer")
        await second.writes("Ja odpowiem na to pytanie", to=8888, said=second.shown[-1].text)
        return (await self.desk.messages("staff"))[-1].id or 0


Data = Callable[[Floor], Awaitable[str]]


async def _work(floor: Floor) -> str:
    return f"dw:take:{(await floor.desk.talk()).id}"


async def _close(floor: Floor) -> str:
    return f"dw:close-law:{(await floor.desk.talk()).id}"


async def _let_go(floor: Floor) -> str:
    number = await floor.held()
    await floor.clerk.works("release")
    return f"dl:{number}"


async def _take_back(floor: Floor) -> str:
    await floor.clerk.works("answer")
    await floor.clerk.writes("Nie ta osoba", to=8888, said=floor.clerk.shown[-1].text)
    return f"du:{(await floor.desk.messages('staff'))[-1].id}"


async def _note(floor: Floor) -> str:
    await floor.clerk.writes("notatka", to=(await floor.desk.topic()).card_id)
    return f"dn:{(await floor.desk.messages('note'))[-1].id}"


async def _propose(floor: Floor) -> str:
    async with floor.desk.database.transaction() as session:
        await store.seed(session, floor.clerk.person.stage.library.catalogue, floor.clock())
    await _take_back(floor)
    return f"dp:{(await floor.desk.messages('staff'))[-1].id}:1"


async def _send(floor: Floor) -> str:
    return f"db:{(await floor.desk.talk()).id}:{mark_of(_card(floor))}"


async def _show(floor: Floor) -> str:
    return f"da:{(await floor.desk.talk()).id}:{mark_of(_card(floor))}"


def _card(floor: Floor) -> str:
    return next(card.id for card in floor.clerk.person.stage.library.catalogue.cards(CENTRE))


async def _hours(floor: Floor) -> str:
    office = House(floor.desk.database, floor.clock)
    await office.adviser("prawnik", centre=CENTRE)
    await office.hours("prawnik", datetime(2026, 11, 24, 8, tzinfo=UTC), 3, centre=CENTRE)
    return f"dz:{(await floor.desk.talk()).id}:0:0:"


async def _book(floor: Floor) -> str:
    office = House(floor.desk.database, floor.clock)
    await office.adviser("prawnik", centre=CENTRE)
    first, *_ = await office.hours("prawnik", datetime(2026, 11, 24, 8, tzinfo=UTC), 3, centre=CENTRE)
    return f"dh:{(await floor.desk.talk()).id}:{first}:"


async def _pass_on(floor: Floor) -> str:
    colleague = await floor.newcomer(Role.CLERK)
    async with floor.desk.database.session() as session:
        return f"dv:{(await floor.desk.talk()).id}:{await account_id(session, colleague)}"


STEPS: Final[dict[str, tuple[Data, bool]]] = {
    "desk.Work": (_work, True),
    "desk.Work close": (_close, True),
    "desk.LetGo": (_let_go, True),
    "desk.TakeBack": (_take_back, True),
    "desk.SendNote": (_note, True),
    "desk.ProposeCard": (_propose, True),
    "desk.ChooseAnswer": (_show, False),
    "desk.SendAnswer": (_send, True),
    "desk.ChooseSlot": (_hours, False),
    "desk.BookSlot": (_book, True),
    "desk.PassOn": (_pass_on, True),
}
"""What makes the data, and whether the button changes anything."""
OF_THE_AUTHOR: Final = {"desk.TakeBack", "desk.SendNote"}


@pytest.fixture
def floor(talking: Somebody, desk: Desk, clerk: InRoom, newcomer: Newcomer, clock: SteppedClock) -> Floor:
    return Floor(desk, clerk, newcomer, clock)


def test_every_button_of_the_rooms_is_pressed() -> None:
    assert {name.split()[0] for name in STEPS} == ROOM


@pytest.mark.parametrize("name", STEPS)
async def test_who_works_at_this_desk_presses_and_nobody_else(floor: Floor, name: str) -> None:
    make, changes = STEPS[name]
    data = await make(floor)
    before = await floor.stands()

    async def refused(role: Role | None, of: str = CENTRE) -> None:
        person = InRoom(await floor.newcomer(role, of=of), floor.desk)
        shown = await person.presses(data)
        assert shown, f"{role} of {of} is told something"
        assert await floor.stands() == before, f"{role} of {of} changed something"
        said = [one for one in person.shown if type(one).__name__ != "AnswerCallbackQuery"]
        assert said == [], f"{role} of {of} is shown nothing"

    await refused(None)
    for role in Role:
        await refused(role, OTHER)
        if role not in STAFF or name in OF_THE_AUTHOR:
            await refused(role)
    if name in OF_THE_AUTHOR:
        await floor.clerk.presses(data)
    else:
        role = STAFF[list(STEPS).index(name) % len(STAFF)]
        person = InRoom(await floor.newcomer(role), floor.desk)
        await person.presses(data)
        assert changes or len(person.shown) > 1, f"{role} is shown something"
    assert (await floor.stands() != before) is changes


async def test_a_number_of_another_centre_is_refused_in_the_own_room(
    resident: Somebody, clerk: InRoom, desk: Desk, newcomer: Newcomer, clock: SteppedClock
) -> None:
    """Somebody forges the number of another centre's conversation into a button of their own room."""
    foreign = await newcomer(centre=OTHER)
    async with desk.database.transaction() as session:
        opening = Opening(OTHER, await account_id(session, foreign), "telegram", foreign.id, "pl")
        number = (await conversations.open_(session, clock(), opening)).id
    await resident.presses("dy:0:0")
    await desk.round()
    floor = Floor(desk, clerk, newcomer, clock)
    before = await floor.stands()
    for data in (f"dw:take:{number}", f"dw:close-law:{number}", f"dw:phone:{number}", f"dz:{number}:0:0:"):
        shown = await clerk.presses(data)
        assert shown is not None
        assert "tylko pracownik" in shown
    assert await floor.stands() == before
