"""A card proposed in chat, line by line, and the organiser's yes."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from bot.catalogue import store
from bot.catalogue.proposals import MOST_OF_CENTRE, Draft, propose
from bot.errors import OkienkoError
from bot.people.roles import grant
from bot.storage import Database
from bot.storage.tables import Address, CatalogueProposal, Dialogue, OwedMessage, Role
from tests.conversations.people import Person

Newcomer = Callable[..., Person]
FILLED = (
    ("Kawiarenka naprawcza", "Kto to prowadzi"),
    ("Stowarzyszenie Śrubka", "Co to jest"),
    ("Wspólnie naprawiamy drobne sprzęty.", "Dla kogo"),
)


async def seeded(database: Database, person: Person) -> None:
    async with database.transaction() as session:
        await store.seed(session, list(person.stage.library.catalogue), person.stage.sender._clock())


async def make_organiser(database: Database, person: Person, centre: str = "koszalin") -> None:
    async with database.transaction() as session:
        address = await session.get(Address, ("telegram", person.id))
        assert address is not None
        await grant(session, person.stage.sender._clock(), address.account_id, centre, Role.ORGANISER)


async def owed(database: Database) -> list[OwedMessage]:
    async with database.session() as session:
        return list(await session.exec(select(OwedMessage)))


async def fill(person: Person) -> None:
    (first,) = await person.says("/nowa_karta")
    assert "Jak nazywa się" in first
    for said, following in FILLED:
        (asked,) = await person.says(said)
        assert following in asked
    for _ in ("for whom", "cost"):
        await person.taps("Pomiń")
    (asked,) = await person.says("Wystarczy przyjść w sobotę")
    assert "Numer telefonu" in asked


async def test_from_the_first_line_to_the_catalogue(resident: Person, newcomer: Newcomer, database: Database) -> None:
    await seeded(database, resident)
    await fill(resident)
    (wrong,) = await resident.says("zadzwoń do mnie")
    assert "numer telefonu" in wrong
    (asked,) = await resident.says("94 000 00 99")
    assert "godzinach" in asked
    await resident.says("pn–pt 8:00–16:00")
    (asked,) = await resident.taps("Pomiń")
    assert "półce" in asked
    (summary,) = await resident.taps("Dom i codzienność")
    assert "Kawiarenka naprawcza" in summary
    assert "94 000 00 99" in summary
    assert "Dom i codzienność" in summary
    (thanks,) = await resident.taps("Wyślij")
    assert "Dziękujemy" in thanks

    organiser = newcomer()
    await organiser.says("/start c-koszalin")
    await make_organiser(database, organiser)
    (waiting,) = await organiser.says("/propozycje")
    assert "Kawiarenka naprawcza" in waiting
    assert "Stowarzyszenie Śrubka" in waiting
    assert "08:00–16:00" in waiting
    assert "Dom i codzienność" in waiting
    (done,) = await organiser.taps("Przyjmij")
    assert "w katalogu" in done
    async with database.session() as session:
        catalogue = await store.read(session)
    card = catalogue.card("koszalin/kawiarenka-naprawcza")
    assert card is not None
    assert card.service.status == "unconfirmed"
    await organiser.presses("oy:1")
    (told,) = await owed(database)
    assert told.chat_id == resident.id
    assert told.kind == "message"
    assert "przyjęło" in told.payload["by_language"]["pl"]["text"]
    assert "Kawiarenka" not in str(told.payload)


async def test_a_restart_or_another_wish_in_between_loses_nothing(resident: Person, database: Database) -> None:
    await seeded(database, resident)
    await fill(resident)
    async with database.session() as session:
        assert (await session.exec(select(CatalogueProposal))).all() == []
    (help_,) = await resident.says("/pomoc")
    assert "Jak korzystać" in help_
    (asked,) = await resident.says("94 000 00 99")
    assert "godzinach" in asked
    (asked,) = await resident.taps("Wróć")
    assert "Numer telefonu" in asked


async def test_leaving_always_works(resident: Person) -> None:
    await resident.says("/nowa_karta")
    (left, menu) = await resident.says("/anuluj")
    assert "przerwane" in left
    assert "Proszę napisać" in menu
    (card,) = await resident.says("złota rączka")
    assert "Złota Rączka" in card


async def test_an_old_button_of_a_finished_form_says_so(resident: Person) -> None:
    for data in ("nx", "ns", "nb", "nt:home", "ny"):
        said = await resident.presses(data)
        assert "zakończone" in said[0]


async def test_only_the_centre_s_own_organiser_decides(
    resident: Person, mother: Person, newcomer: Newcomer, database: Database
) -> None:
    await seeded(database, resident)
    await fill(resident)
    await resident.taps("Pomiń")
    await resident.taps("Pomiń")
    await resident.taps("Pomiń")
    await resident.taps("Dom")
    await resident.taps("Wyślij")
    stranger = newcomer()
    await stranger.says("/start c-starachowice")
    await make_organiser(database, stranger, "starachowice")
    for outsider in (resident, stranger):
        (refused,) = await outsider.says("/propozycje")
        assert "Kawiarenka" not in refused
        before = len(outsider.stage.recorder.requests)
        await outsider.presses("oy:1")
        answer = outsider.stage.recorder.requests[before]
        assert "organizator" in answer.text
    async with database.session() as session:
        (row,) = (await session.exec(select(CatalogueProposal))).all()
    assert row.state == "waiting"


async def test_danger_in_the_form_is_heard(resident: Person) -> None:
    await resident.says("/nowa_karta")
    (said,) = await resident.says("chcę się zabić")
    assert "116 123" in said
    (asked,) = await resident.says("Kawiarenka")
    assert "Kto to prowadzi" in asked


async def test_who_taps_something_else_asks_a_question_and_finds_the_form_again(
    resident: Person, database: Database
) -> None:
    await seeded(database, resident)
    await resident.says("złota rączka")
    await fill(resident)
    before = len(resident.stage.recorder.requests)
    await resident.presses("k|koszalin/zlota-raczka|")
    assert len(resident.stage.recorder.requests) > before
    assert "Wróć do zgłoszenia" in resident.buttons[-1]
    way_back = resident.screen
    (card,) = await resident.says("złota rączka")
    assert "Złota Rączka" in card
    resident.screen = way_back
    (asked,) = await resident.taps("Wróć do zgłoszenia")
    assert "Numer telefonu" in asked
    (asked,) = await resident.says("94 000 00 99")
    assert "godzinach" in asked
    (asked,) = await resident.taps("Wróć")
    assert "Numer telefonu" in asked


@pytest.mark.parametrize("data", ["m", "t:home", "p", "h", "kt|koszalin/zlota-raczka", "nonsense"])
async def test_any_other_tap_puts_the_form_aside(resident: Person, data: str) -> None:
    await resident.says("/nowa_karta")
    await resident.says("Kawiarenka")
    await resident.presses(data)
    (card,) = await resident.says("złota rączka")
    assert "Złota Rączka" in card
    (asked,) = await resident.presses("nr")
    assert "Kto to prowadzi" in asked


async def test_without_a_form_the_way_back_says_so(resident: Person) -> None:
    said = await resident.presses("nr")
    assert "zakończone" in said[0]


async def test_the_last_question_is_not_kept_with_the_form(resident: Person, database: Database) -> None:
    await resident.says("złota rączka")
    await resident.says("/nowa_karta")
    async with database.session() as session:
        (row,) = await session.exec(select(Dialogue))
    assert row.data == {"proposal": {}}


async def test_a_decline_is_told_too(resident: Person, newcomer: Newcomer, database: Database) -> None:
    await seeded(database, resident)
    async with database.transaction() as session:
        by = await session.get(Address, ("telegram", resident.id))
        assert by is not None
        draft = Draft(name="Warsztat", provider="Śrubka", what="Naprawy", how="Przyjść")
        await propose(session, resident.stage.sender._clock(), "koszalin", draft, by.account_id)
    organiser = newcomer()
    await organiser.says("/start c-koszalin")
    await make_organiser(database, organiser)
    await organiser.says("/propozycje")
    await organiser.taps("Odrzuć")
    (told,) = await owed(database)
    assert told.chat_id == resident.id
    assert "nie przyjęło" in told.payload["by_language"]["pl"]["text"]


async def test_a_centre_s_organiser_is_not_flooded(resident: Person, database: Database) -> None:
    await seeded(database, resident)
    now = resident.stage.sender._clock()
    draft = Draft(name="Warsztat", provider="Śrubka", what="Naprawy", how="Przyjść")
    async with database.transaction() as session:
        for _ in range(MOST_OF_CENTRE):
            await propose(session, now, "koszalin", draft, None)
        with pytest.raises(OkienkoError, match="proposal-centre-full"):
            await propose(session, now, "koszalin", draft, None)
        await propose(session, now, "dobczyce", draft, None)
