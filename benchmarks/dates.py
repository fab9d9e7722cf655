"""How well typed times are understood, beside `dateparser`: `python -m benchmarks.dates [--failing]`.

Reads the table of the tests (`tests/announcements/when_phrases.tsv`): phrases in Polish, Ukrainian and
English with a fixed present. dateparser gets that present, the three languages, day before month and
"prefer the future"; it knows no repetitions and assumes no hours, so each is counted by itself.
"""

import csv
import sys
import warnings
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from bot.announcements import When, understand
from bot.clock import WARSAW

TABLE = Path(__file__).parent.parent / "tests/announcements/when_phrases.tsv"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LOCAL = NOW.astimezone(WARSAW).replace(tzinfo=None)
Reading = Callable[[str], datetime | None]
"""What was typed → the local moment, or nothing."""


def okienko(phrase: str) -> datetime | None:
    when = understand(phrase, NOW)
    return when.wall if isinstance(when, When) else None


def dateparser_reading() -> Reading | None:
    try:
        import dateparser
    except ImportError:
        print("dateparser: not installed here, left out")
        return None
    settings = {"RELATIVE_BASE": LOCAL, "PREFER_DATES_FROM": "future", "DATE_ORDER": "DMY"}

    def read(phrase: str) -> datetime | None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found: datetime | None = dateparser.parse(phrase, languages=["pl", "uk", "en"], settings=settings)
        return found.replace(tzinfo=None) if found else None

    return read


def kind(row: dict[str, str]) -> str:
    if row["local"].startswith("!"):
        return "to be refused"
    if row["rule"]:
        return "repeating (first time)"
    if set(row["assumed"].split()) & {"hour", "part"}:
        return "once, no hour (day)"
    return "once, with an hour"


def right(row: dict[str, str], found: datetime | None) -> bool:
    if row["local"].startswith("!"):
        return found is None
    wanted = datetime.fromisoformat(row["local"])
    if found is None:
        return False
    return found.date() == wanted.date() if kind(row).endswith("(day)") else found.replace(second=0) == wanted


def main() -> int:
    with TABLE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    readings = {"okienko": okienko, "dateparser": dateparser_reading()}
    total = Counter(map(kind, rows))
    print(
        "| | "
        + " | ".join(f"{name} ({number})" for name, number in total.items())
        + " | a past moment for one to come | ms a phrase |"
    )
    print("|---|" + "---|" * (len(total) + 2))
    perfect = True
    for name, read in readings.items():
        if read is None:
            continue
        read(rows[0]["phrase"])  # its first use loads languages
        began = process_time()
        found = [(row, read(row["phrase"])) for row in rows]
        spent = (process_time() - began) / len(rows) * 1000
        hits = Counter(kind(row) for row, moment in found if right(row, moment))
        past = sum(moment is not None and moment < LOCAL for row, moment in found if "past" not in row["local"])
        print(f"| {name} | " + " | ".join(str(hits[each]) for each in total) + f" | {past} | {spent:.2f} |")
        if name == "okienko":
            perfect = sum(hits.values()) == len(rows)
        if "--failing" in sys.argv:
            for row, moment in found:
                if not right(row, moment):
                    print(f"    {row['phrase']}: {moment}, wanted {row['local']}")
    return 0 if perfect else 1


if __name__ == "__main__":
    sys.exit(main())
