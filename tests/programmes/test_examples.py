"""The stage's programmes: from the files, relative to any day, marked wherever they are shown, made once."""

from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import col, select

from bot.catalogue.library import Library
from bot.catalogue.loading import load_examples
from bot.clock import SteppedClock
from bot.places.programmes import examples
from bot.storage import Database
from bot.storage.tables import Programme, Role
from tests.booking.conftest import account_of
from tests.programmes.conftest import Newcomer

DATA = Path(__file__).parents[2] / "data"


async def test_they_are_there_on_any_day_and_say_what_they_are(
    newcomer: Newcomer, library: Library, database: Database, clock: SteppedClock
) -> None:
    rules = load_examples(DATA, library.catalogue)["kozienice"].programmes
    keeper = await newcomer(role=Role.ADVISER)
    account = await account_of(database, keeper)
    accounts = {rule.keeper: account for rule in rules}
    for now in (clock(), datetime(2027, 12, 20, 23, 30, tzinfo=UTC)):
        for _ in range(2):
            async with database.transaction() as session:
                await examples.settle(session, now, "kozienice", rules, accounts)
        async with database.session() as session:
            rows = await session.exec(select(Programme).where(col(Programme.made_at) == now))
            found = rows.all()
            assert all(each.example and each.state == "gathering" for each in found)
        if now == clock():
            assert len(found) == len(rules) == 6
            assert {each.title for each in found if each.quiet} == {
                "Grupa samopomocowa rodziców",
                "Grupa samopomocy opiekunów",
            }
    (listed,) = (await keeper.says("/zajecia"))[:1]
    assert "przykład" in listed
    (shown,) = await keeper.taps("Szkoła dla Rodziców")
    assert "przykład" in shown
