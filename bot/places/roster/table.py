"""A month's roster as rows of a file (workbook or CSV): which column is which, and every row's duty or mistake."""

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, time
from typing import Final

from bot.errors import OkienkoError
from bot.places.roster.entries import USUAL_STEP, Entry, Reading

MOST_BYTES: Final = 1_000_000
"""Of a CSV file: a month needs a hundredth of it."""
MOST_ROWS: Final = 5_000

Rows = Mapping[int, Sequence[str]]
"""The non-empty rows by number, counted from 1."""
Services = Mapping[str, str]
"""Cards by what they may be called, in small letters: slugs and names to ids like ``kozienice/pio``."""

HEADINGS: Final = {
    "day": ("data", "dzień", "дата", "день", "date", "day"),
    "opens_at": ("od", "початок", "від", "from", "start"),
    "closes_at": ("do", "кінець", "to", "until", "end"),
    "provider": ("osoba", "dyżur", "kto", "prowadzi", "specjalista", "хто", "особа", "who", "adviser", "person"),
    "room": ("pokój", "sala", "miejsce", "gabinet", "кімната", "кабінет", "room"),
    "service": ("usługa", "punkt", "послуга", "service"),
    "step": ("co ile minut", "co ile", "minuty", "крок", "minutes", "step"),
    "buffer": ("przerwa", "перерва", "break"),
}
"""Columns by what may stand above them; the first is what our own sample says."""
NEEDED: Final = ("day", "opens_at", "closes_at", "provider")
_LOOK_FOR_HEADINGS: Final = 20


def read_csv(data: bytes) -> Rows:
    """The rows of a CSV file, as Excel and LibreOffice write them in Poland (semicolons, Windows-1250 or UTF-8).

    Raises `OkienkoError` for one that is too big or no text.
    """
    if len(data) > MOST_BYTES:
        raise OkienkoError("roster-file-size", megabytes=MOST_BYTES // 1_000_000)
    if b"\0" in data:
        raise OkienkoError("roster-file-format")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1250", errors="replace")
    head = text[:2000]
    delimiter = max(";\t,", key=head.count)
    rows: dict[int, Sequence[str]] = {}
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
            if number > MOST_ROWS:
                raise OkienkoError("roster-file-rows", rows=MOST_ROWS)
            if any(cell.strip() for cell in row):
                rows[number] = tuple(cell.replace("\xa0", " ").strip() for cell in row)
    except csv.Error:
        raise OkienkoError("roster-file-format") from None
    return rows


def read_rows(rows: Rows, services: Services, formulas: Sequence[tuple[int, int]] = ()) -> Reading:
    """The duties of a sheet; ``formulas`` are the cells (row from 1, column from 0) that hold one.

    Mistakes are in the reading; raises `OkienkoError` when no row of headings is found.
    """
    reading = Reading()
    for number, cells in lines(rows, HEADINGS, NEEDED, formulas, "roster-file-columns"):
        if cells is None:
            reading.wrong(number, "roster-wrong-formula")
        else:
            _read(reading, number, cells, services)
    return reading


def lines(
    rows: Rows,
    headings: Mapping[str, Sequence[str]],
    needed: Collection[str],
    formulas: Sequence[tuple[int, int]],
    lacking: str,
) -> Iterator[tuple[int, dict[str, str] | None]]:
    """The rows below the headings by number, their cells by column; None for a row with a formula.

    ``headings`` are columns by what may stand above them, ``needed`` those that must be there. Without them
    raises `OkienkoError` by the key ``lacking`` (``lacking``: the names).
    """
    top, columns = _headings(rows, headings)
    if missing := [headings[column][0] for column in needed if column not in columns]:
        raise OkienkoError(lacking, lacking=", ".join(f"„{name}”" for name in missing))
    calculated = {row for row, column in formulas if column in columns.values()}
    for number, row in rows.items():
        cells = {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
        if number > top and any(cells.values()):
            yield number, None if number in calculated else cells


def _headings(rows: Rows, headings: Mapping[str, Sequence[str]]) -> tuple[int, dict[str, int]]:
    """The row in which most columns are named, and where each stands."""
    columns = {name: column for column, names in headings.items() for name in names}
    best: tuple[int, dict[str, int]] = (0, {})
    for number, row in list(rows.items())[:_LOOK_FOR_HEADINGS]:
        found: dict[str, int] = {}
        for at, cell in enumerate(row):
            column = columns.get(" ".join(cell.casefold().split()))
            if column and column not in found:
                found[column] = at
        if len(found) > len(best[1]):
            best = number, found
    return best


def _read(reading: Reading, number: int, cells: dict[str, str], services: Services) -> None:
    day = day_in_cell(cells["day"])
    if day is None:
        reading.wrong(number, "roster-wrong-date", said=shown(cells["day"]))
        return
    opens_at, closes_at = hour_in_cell(cells["opens_at"]), hour_in_cell(cells["closes_at"])
    if opens_at is None or closes_at is None:
        said = cells["opens_at"] if opens_at is None else cells["closes_at"]
        reading.wrong(number, "roster-wrong-hour", said=shown(said))
        return
    step, buffer = _minutes(cells.get("step", ""), USUAL_STEP), _minutes(cells.get("buffer", ""), 0)
    if step is None or buffer is None:
        said = cells["step"] if step is None else cells["buffer"]
        reading.wrong(number, "roster-wrong-minutes", said=shown(said))
        return
    service = cells.get("service", "")
    if service and service.casefold() not in services:
        reading.wrong(number, "roster-wrong-service", said=shown(service))
        return
    reading.entries.append(
        Entry(
            provider=" ".join(cells["provider"].split()),
            day=day,
            room=" ".join(cells.get("room", "").split()),
            service=services.get(service.casefold(), ""),
            opens_at=opens_at,
            closes_at=closes_at,
            step=step,
            buffer=buffer,
            line=number,
        )
    )


def day_in_cell(said: str) -> date | None:
    """2026-12-03 or 3.12.2026; what the calendar has not is None."""
    said = said.split(" ")[0]
    match = re.fullmatch(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})", said) or re.fullmatch(
        r"(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{4})", said
    )
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])) if match else None
    except ValueError:
        return None


def hour_in_cell(said: str) -> time | None:
    """9, 9:00 or what a workbook makes of an hour; None for anything else."""
    match = re.fullmatch(r"(?:1899-12-\d\d )?(\d{1,2})(?:[:.](\d\d)(?::\d\d(?:\.\d+)?)?)?", said)
    try:
        return time(int(match[1]), int(match[2] or 0)) if match else None
    except ValueError:
        return None


def _minutes(said: str, usual: int) -> int | None:
    if not said:
        return usual
    match = re.fullmatch(r"(\d{1,3})\s*(?:min\.?|minut\w*|хв\w*)?", said)
    return int(match[1]) if match else None


def shown(said: str) -> str:
    """A cell's text, short enough for a sentence about it."""
    return said if len(said) <= 40 else said[:39] + "…"
