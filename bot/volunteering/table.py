"""Shifts as rows of a file (workbook or CSV): which column is which, and every row's shift or mistake."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from bot.places.roster.table import Rows, day_in_cell, hour_in_cell, lines, shown
from bot.volunteering.plans import Plan, Reading, weekly
from bot.volunteering.reckoning import interest_of
from bot.volunteering.words import Interest

HEADINGS: Final = {
    "day": ("data", "dzień", "дата", "день", "date", "day"),
    "opens_at": ("od", "від", "from", "start"),
    "closes_at": ("do", "до", "to", "end"),
    "title": ("co robić", "co", "zajęcie", "що робити", "що", "what", "task"),
    "place": ("miejsce", "gdzie", "місце", "де", "where", "place"),
    "least": ("najmniej", "min", "найменше", "least"),
    "most": ("osób", "najwięcej", "max", "осіб", "найбільше", "most", "people"),
    "adult": ("kto na miejscu", "opiekun", "osoba", "хто на місці", "in charge", "contact"),
    "phone": ("telefon", "телефон", "phone"),
    "needs": ("wymagania", "вимоги", "requirements"),
    "children": ("z dziećmi", "dzieci", "з дітьми", "with children"),
    "until": ("co tydzień do", "powtarzać do", "щотижня до", "weekly until"),
}
"""Columns by what may stand above them; the first is what people are told."""
NEEDED: Final = ("day", "opens_at", "closes_at", "title", "place", "most")
_YES: Final = frozenset({"tak", "так", "yes", "x", "1"})


def read_rows(rows: Rows, off: Collection[date], formulas: Sequence[tuple[int, int]] = ()) -> Reading:
    """The shifts of a sheet; ``off`` are closing days, ``formulas`` the cells (row from 1, column from 0) with one.

    Mistakes are in the reading; raises `OkienkoError` when no row of headings is found.
    """
    reading = Reading()
    for number, cells in lines(rows, HEADINGS, NEEDED, formulas, "shift-file-columns"):
        if cells is None:
            reading.wrong(number, "roster-wrong-formula")
        else:
            _read(reading, number, cells, off)
    return reading


def _read(reading: Reading, number: int, cells: dict[str, str], off: Collection[date]) -> None:
    day = day_in_cell(cells["day"])
    if day is None:
        reading.wrong(number, "roster-wrong-date", said=shown(cells["day"]))
        return
    opens_at, closes_at = hour_in_cell(cells["opens_at"]), hour_in_cell(cells["closes_at"])
    if opens_at is None or closes_at is None:
        said = cells["opens_at"] if opens_at is None else cells["closes_at"]
        reading.wrong(number, "roster-wrong-hour", said=shown(said))
        return
    for name in ("least", "most"):
        if cells.get(name) and not re.fullmatch(r"\d{1,3}", cells[name]):
            reading.wrong(number, "shift-wrong-number", said=shown(cells[name]))
            return
    days, said_until = [day], cells.get("until", "")
    if said_until:
        until = day_in_cell(said_until)
        if until is None or until < day:
            reading.wrong(number, "roster-wrong-date", said=shown(said_until))
            return
        days, skipped = weekly(day, until, off)
        reading.skipped |= skipped
    most = int(cells["most"] or 1)
    interest = interest_of(f"{cells['title']} {cells['place']}")
    said = cells.get("children", "").casefold()
    reading.plans.append(
        Plan(
            title=" ".join(cells["title"].split()),
            place=" ".join(cells["place"].split()),
            days=days,
            opens_at=opens_at,
            closes_at=closes_at,
            least=int(cells.get("least") or 1),
            most=most,
            adult=" ".join(cells.get("adult", "").split()),
            phone=cells.get("phone", ""),
            needs=" ".join(cells.get("needs", "").split()),
            interest=interest,
            with_children=said in _YES if said else interest is Interest.CHILDREN,
            line=number,
        )
    )
