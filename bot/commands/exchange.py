"""`okienko catalogue export` and `okienko catalogue import`: the catalogue out and in."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

from bot.catalogue.model import Centre, Topic
from bot.errors import DataError, OkienkoError

if TYPE_CHECKING:
    from bot.catalogue.catalogue import Catalogue
    from bot.catalogue.store import Difference
    from bot.settings import Settings


_ZIP: Final = b"PK\x03\x04"


class Format(StrEnum):
    """What the catalogue can be written as."""

    HSDS = "hsds"
    XLSX = "xlsx"


def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.")],
    format: Annotated[Format, typer.Option(help="hsds: JSON of Open Referral 3.1; xlsx: a workbook for the office.")],
    centre: Annotated[
        str | None, typer.Option(help="One centre, like koszalin; needed for xlsx.", show_default=False)
    ] = None,
    language: Annotated[str, typer.Option(help="Of the workbook: pl, uk or en.")] = "pl",
) -> None:
    """Write the catalogue to a file: what the database has, or data/ while there is none."""
    from bot.settings import load

    catalogue = asyncio.run(_catalogue(load()))
    if centre is not None and catalogue.centre(centre) is None:
        _stop(f'there is no centre "{centre}"; there are {", ".join(catalogue.ids)}')
    centres = [each for each in catalogue if centre in (None, each.organization.id)]
    if format is Format.HSDS:
        from bot.catalogue import hsds

        data = (json.dumps(hsds.export(centres), ensure_ascii=False, indent=1) + "\n").encode()
    else:
        data = _workbook(centres, catalogue.revision, language)
    try:
        out.write_bytes(data)
    except OSError as error:
        _stop(f"{out}: cannot be written: {error.strerror}")
    print(f"{out}: {len(centres)} centres, {sum(len(each.services) for each in centres)} cards")


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="HSDS JSON (.json) or the office's workbook (.xlsx).")],
    centre: Annotated[str, typer.Option(help="The centre that it is for, like koszalin.", show_default=False)],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    topic: Annotated[Topic, typer.Option(help="Shelf of the menu for cards that name none.")] = Topic.NGO,
    assured_on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Date of facts that carry none.", show_default=False),
    ] = None,
) -> None:
    """Show what a file would add, change and take away in a centre's catalogue, ask, and do it."""
    from bot.settings import load

    try:
        data = file.read_bytes()
    except OSError as error:
        _stop(f"{file}: cannot be read: {error.strerror}")
    incoming = _Incoming(file.name, data, centre, topic, assured_on.date() if assured_on else None)
    asyncio.run(_import(load(), incoming, yes))


@dataclass(frozen=True)
class _Incoming:
    name: str
    data: bytes
    centre: str
    topic: Topic
    assured_on: date | None


async def _import(settings: "Settings", incoming: _Incoming, yes: bool) -> None:
    from bot.catalogue import loading, store
    from bot.storage import Database, migrate

    database = Database(settings.database_url)
    try:
        await migrate.upgrade(database)
        async with database.transaction() as session:
            if await store.revision(session) == 0:  # as `okienko run` begins
                await store.seed(session, loading.load(settings.data_dir), datetime.now(UTC))
        async with database.session() as session:
            catalogue = await store.read(session, learned=False)
            present = catalogue.centre(incoming.centre)
            made = _read(incoming, present, catalogue.revision)
            change = await store.difference(session, [made])
        if not change:
            print("Nothing would change.")
            return
        _show(change, present, made)
        if not yes and not _agreed():
            print("Nothing was changed.")
            return
        async with database.transaction() as session:
            if await store.revision(session) != catalogue.revision:
                _stop("the catalogue was changed by somebody else meanwhile; nothing was done: import again")
            await store.import_(session, [made], datetime.now(UTC))
            number = await store.revision(session)
        print(f"Done: the catalogue has revision {number}.")
    finally:
        await database.close()


def _agreed() -> bool:
    try:
        return typer.confirm("Do this?", default=False)
    except typer.Abort:  # nobody is there to answer
        print()
        _stop("the question was not answered; nothing was changed (--yes does it without asking)")


def _read(incoming: _Incoming, present: Centre | None, revision: int) -> Centre:
    if incoming.data.startswith(_ZIP) or incoming.name.lower().endswith(".xlsx"):
        if present is None:
            _stop(f'there is no centre "{incoming.centre}"; a workbook can only change one that is there')
        return _read_workbook(incoming, present, revision)
    from bot.catalogue.hsds_reading import read_hsds

    reading = read_hsds(
        incoming.data,
        incoming.centre,
        present,
        shown_as=incoming.name,
        topic=incoming.topic,
        assured_on=incoming.assured_on,
    )
    _list("Cannot be kept, our cards have no place for it:", reading.not_kept)
    for remark in reading.remarks:
        print(remark)
    return reading.centre


def _workbook(centres: Sequence[Centre], revision: int, language: str) -> bytes:
    from bot.catalogue import sheet
    from bot.papers.sheets import write_book
    from bot.texts import LANGUAGES, texts

    if len(centres) != 1:
        _stop("a workbook is of one centre: say which with --centre")
    if language not in LANGUAGES:
        _stop(f"there is no language {language!r}: choose one of {', '.join(LANGUAGES)}")
    (centre,) = centres
    try:
        return write_book(
            sheet.centre_sheets(centre, partial(texts().plain, language)), sheet.mark(centre.organization.id, revision)
        )
    except OkienkoError as error:
        _stop(texts().plain(language, error.key, **error.values))


def _read_workbook(incoming: _Incoming, present: Centre, revision: int) -> Centre:
    from bot.catalogue import sheet
    from bot.papers.sheets import read_book
    from bot.texts import DEFAULT, LANGUAGES, texts

    language = DEFAULT
    try:
        book = read_book(incoming.data)
        # A workbook is read in the language in which it was written.
        language = next((each for each in LANGUAGES if texts().plain(each, "sheet-services") in book.sheets), DEFAULT)
        if made_for := sheet.marked(book.mark):
            if made_for[0] != incoming.centre:
                raise OkienkoError("sheet-refused-other-centre", centre=made_for[0])
            if made_for[1] != revision > 1:  # 1 is what data/ seeds, and before that there is 0
                print(
                    f"The workbook was made from revision {made_for[1]}, the catalogue has {revision} by now: "
                    "what was changed since then would be changed back."
                )
        return sheet.read_sheets(book.sheets, book.formulas, present, partial(texts().plain, language))
    except OkienkoError as error:
        _stop(f"{incoming.name}: {texts().plain(language, error.key, **error.values)}")


def _show(change: "Difference", present: Centre | None, made: Centre) -> None:
    """What would be different, with names and the fields concerned. Contents are not printed."""
    old = {service.id: service for service in present.services} if present else {}
    new = {service.id: service for service in made.services}

    def named(id: str) -> str:
        slug = id.partition("/")[2]
        service = new.get(slug) or old.get(slug)
        return f"{id}  {service.name.pl}" if service else f"{id}  (the centre itself)"

    changed, moved = [], 0
    for id in change.changed:
        slug = id.partition("/")[2]
        if slug in old:
            fields = _fields(old[slug].model_dump(), new[slug].model_dump())
            moved += not fields
            changed += [f"{named(id)}: {fields}"] if fields else []
        else:
            assert present is not None
            fields = _fields(present.model_dump(exclude={"services"}), made.model_dump(exclude={"services"}))
            changed.append(f"{named(id)}: {fields}")
    _list("Added:", [named(id) for id in change.added])
    _list("Changed:", changed)
    _list("Gone:", [named(id) for id in change.gone])
    if moved:
        print(f"{moved} cards only change their place in the order.")


def _fields(old: dict[str, object], new: dict[str, object]) -> str:
    return ", ".join(key for key in new if old.get(key) != new[key])


def _list(title: str, lines: Sequence[str]) -> None:
    if lines:
        print(title)
        for line in lines:
            print(f"  {line}")


async def _catalogue(settings: "Settings") -> "Catalogue":
    """The database's catalogue; the data files' while there is no database yet."""
    from bot.catalogue import loading, store
    from bot.storage import Database, migrate

    if not _is_there(settings.database_url):
        return loading.load(settings.data_dir)
    database = Database(settings.database_url)
    try:
        if await migrate.current(database) is None:
            return loading.load(settings.data_dir)
        async with database.session() as session:
            catalogue = await store.read(session, learned=False)
    finally:
        await database.close()
    return catalogue if len(catalogue) else loading.load(settings.data_dir)


def _is_there(url: str) -> bool:
    """False for an SQLite file that opening it would make."""
    return not url.startswith("sqlite:///") or Path(url.removeprefix("sqlite:///")).exists()


def _stop(sentence: str) -> NoReturn:
    raise DataError([sentence])
