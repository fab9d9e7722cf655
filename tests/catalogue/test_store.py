"""The database rules once it has been seeded; an import says what it changes."""

from datetime import timedelta
from pathlib import Path

from bot.catalogue import store
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.loading import load
from bot.clock import SteppedClock
from bot.storage import Database
from bot.storage.tables.catalogue import CatalogueCard
from tests.catalogue.towns import BLOOD, HAIRDRESSER, HANDYMAN, TAXI, centre_text

SHIPPED = Path(__file__).parent.parent.parent / "data"


async def catalogue_in(database: Database) -> Catalogue:
    async with database.session() as session:
        return await store.read(session)


async def test_an_empty_database_is_an_empty_catalogue(any_database: Database) -> None:
    catalogue = await catalogue_in(any_database)
    assert (catalogue.ids, len(catalogue), catalogue.revision) == ((), 0, 0)


async def test_what_is_seeded_is_read_back_the_same(any_database: Database, clock: SteppedClock) -> None:
    shipped = load(SHIPPED)
    async with any_database.transaction() as session:
        assert await store.seed(session, shipped, clock())
    kept = await catalogue_in(any_database)
    assert list(kept) == list(shipped)
    assert kept.revision == 1


async def test_a_second_seed_changes_nothing(database: Database, data: Path, clock: SteppedClock) -> None:
    async with database.transaction() as session:
        await store.seed(session, load(data), clock())
    (data / "centres/opole.yaml").write_text(centre_text("opole", "Opole", TAXI), "utf-8")
    async with database.transaction() as session:
        assert not await store.seed(session, load(data), clock())
    kept = await catalogue_in(database)
    assert (kept.ids, kept.revision) == (("brzeg", "nysa"), 1)


async def test_an_import_tells_and_does_what_changed(any_database: Database, data: Path, clock: SteppedClock) -> None:
    async with any_database.transaction() as session:
        await store.seed(session, load(data), clock())
    taxi = {**TAXI, "name": "Taksówka społeczna"}
    (data / "centres/nysa.yaml").write_text(centre_text("nysa", "Nysa", taxi, HANDYMAN), "utf-8")
    (data / "centres/brzeg.yaml").unlink()
    clock.forward(hours=1)
    async with any_database.session() as session:
        told = await store.difference(session, load(data))
    async with any_database.transaction() as session:
        done = await store.import_(session, load(data), clock())
    assert told == done
    assert (told.added, told.changed, told.gone) == (("nysa/zlota-raczka",), ("nysa/taksowka",), ("nysa/krwiodawstwo",))
    kept = await catalogue_in(any_database)
    assert kept.revision == 2
    assert [card.id for card in kept.cards("nysa")] == ["nysa/taksowka", "nysa/zlota-raczka"]
    assert len(kept.cards("brzeg")) == 4  # a centre that is not in the import stays
    async with any_database.session() as session:
        changed = await session.get_one(CatalogueCard, "nysa/taksowka")
        same = await session.get_one(CatalogueCard, "brzeg/taksowka")
        assert changed.updated_at - same.updated_at == timedelta(hours=1)


async def test_an_import_of_the_same_is_no_change(database: Database, data: Path, clock: SteppedClock) -> None:
    async with database.transaction() as session:
        await store.seed(session, load(data), clock())
    async with database.transaction() as session:
        assert not await store.import_(session, load(data), clock())
    assert (await catalogue_in(database)).revision == 1


async def test_a_new_order_of_cards_is_a_change(database: Database, data: Path, clock: SteppedClock) -> None:
    async with database.transaction() as session:
        await store.seed(session, load(data), clock())
    (data / "centres/nysa.yaml").write_text(centre_text("nysa", "Nysa", BLOOD, TAXI, HAIRDRESSER), "utf-8")
    async with database.transaction() as session:
        await store.import_(session, load(data), clock())
    kept = await catalogue_in(database)
    assert [card.id for card in kept.cards("nysa")] == ["nysa/krwiodawstwo", "nysa/taksowka", "nysa/fryzjer"]
