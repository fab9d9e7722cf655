"""A copy of a SQLite database in one file, taken while Okienko runs, and its way back.

PostgreSQL brings tools that do this better; for it the functions only say which.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.errors import DataError
from bot.storage.migrate import revisions


def backup(url: str, target: Path) -> str:
    """Copy the database at ``url`` into the new file ``target`` and return its revision.

    The copy is one moment's state, complete in that one file and readable by its owner only: it
    holds personal data. Raises `DataError` when there is nothing to copy, when the target exists or
    when the copy does not pass SQLite's own check.
    """
    source = _sqlite_file(url, "pg_dump --format=custom --file={file} {url}", target)
    if not source.exists():
        raise DataError([f"There is no database at {source}."])
    with _new_file(target) as unfinished:
        _copy(source, unfinished)
        return _checked_revision(unfinished)


def restore(url: str, copy: Path, *, overwrite: bool = False) -> Path | None:
    """Put a copy in the place of the database at ``url``. Okienko must not be running.

    What was there is kept beside it; returns where, or None when there was nothing. Raises `DataError`
    when the copy is damaged, from a newer Okienko or no database of Okienko; when the database is in
    use; when it holds data and ``overwrite`` is not given. In each case nothing has changed.
    """
    target = _sqlite_file(url, "pg_restore --clean --if-exists --dbname={url} {file}", copy)
    if not copy.exists():
        raise DataError([f"There is no file {copy}."])
    _checked_revision(copy)
    if not overwrite and target.exists() and _has_data(target):
        raise DataError([f"{target} holds data already; --yes puts the copy in its place and keeps the old one."])
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        _copy(copy, unfinished)
        kept = _set_aside(target) if target.exists() else None
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    _sync_folder(target.parent)
    return kept


def _sqlite_file(url: str, instead: str, file: Path) -> Path:
    address = make_url(url)
    if not url.startswith("sqlite"):
        shown = address._replace(password=None).render_as_string()
        raise DataError([f"This database is PostgreSQL, which does it itself: {instead.format(url=shown, file=file)}"])
    if not address.database or address.database == ":memory:":
        raise DataError(["This database lives in memory only and cannot be copied."])
    return Path(address.database)


@contextmanager
def _new_file(target: Path) -> Iterator[Path]:
    """A file to fill that becomes ``target`` only when all went well; never overwrites one."""
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise DataError([f"{target} exists already; a backup overwrites nothing."]) from None
    except OSError as error:
        raise DataError([f"{target} cannot be written: {error.strerror}."]) from None
    unfinished = target.with_name(f"{target.name}.part")
    try:
        yield unfinished
        unfinished.replace(target)
        _sync_folder(target.parent)
    except BaseException:
        target.unlink()
        raise
    finally:
        unfinished.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    """SQLite's online backup in one step: one moment's state, and writers need not wait."""
    os.close(os.open(target, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
    try:
        with closing(_read_only(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new, pages=-1)
            # The copy inherits write-ahead logging; without it everything is in the one file.
            new.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        raise DataError([f"{source} cannot be copied: {error}."]) from None
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _read_only(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _checked_revision(file: Path) -> str:
    """The revision of a copy, after SQLite has found no damage in it."""
    try:
        with closing(_read_only(file)) as connection:
            damage = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
            revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError:
        raise DataError([f"{file} is not a database of Okienko."]) from None
    if damage != ["ok"] or orphans:
        raise DataError([f"{file} is damaged: {damage[0] if damage != ['ok'] else 'rows refer to missing ones'}."])
    if revision is None or revision[0] not in revisions():
        raise DataError([f"{file} comes from a newer Okienko: update Okienko first."])
    return str(revision[0])


def _has_data(file: Path) -> bool:
    """Whether any table has a row, alembic's own left aside."""
    try:
        with closing(_read_only(file)) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            return any(
                connection.execute(f'SELECT EXISTS (SELECT 1 FROM "{name}")').fetchone()[0]
                for (name,) in tables
                if name != "alembic_version" and not name.startswith("sqlite_")
            )
    except sqlite3.DatabaseError:
        return True  # whatever it is, it is somebody's


def _set_aside(target: Path) -> Path:
    """Rename the present database, complete in one file, and say to what."""
    try:
        with closing(sqlite3.connect(target, timeout=0)) as connection:
            # Folds the write-ahead log into the file; refused while anybody has it open.
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        raise DataError([f"{target} is in use: stop Okienko first."]) from None
    except sqlite3.DatabaseError:
        pass  # damaged: set aside as it is
    kept = target.with_name(f"{target.name}.before-restore")
    number = 1
    while kept.exists():
        number += 1
        kept = target.with_name(f"{target.name}.before-restore-{number}")
    target.rename(kept)
    return kept


def _sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
