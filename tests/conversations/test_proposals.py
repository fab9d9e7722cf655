"""A card proposed in chat, line by line, and the organiser's yes."""

from collections.abc import Callable

from sqlmodel import select

from bot.catalogue import store
from bot.people.roles import grant
from bot.storage import Database
from bot.storage.tables import Address, CatalogueProposal, Role
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
    await resident.taps("Pomiń")
    (asked,) = await resident.taps("Pomiń")
    assert "półce" in asked
    (summary,) = await resident.taps("Dom i codzienność")
    assert "Kawiarenka naprawcza" in summary
    assert "94 000 00 99" in summary
    (thanks,) = await resident.taps("Wyślij")
    assert "Dziękujemy" in thanks

    organiser = newcomer()
    await organiser.says("/start c-koszalin")
    await make_organiser(database, organiser)
    (waiting,) = await organiser.says("/propozycje")
    assert "Kawiarenka naprawcza" in waiting
    assert "Stowarzyszenie Śrubka" in waiting
    (done,) = await organiser.taps("Przyjmij")
    assert "w katalogu" in done
    async with database.session() as session:
        catalogue = await store.read(session)
    card = catalogue.card("koszalin/kawiarenka-naprawcza")
    assert card is not None
    assert card.service.status == "unconfirmed"


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
