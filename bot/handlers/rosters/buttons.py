"""What the buttons around the roster carry. The prefixes stand on messages people keep: never reuse one.

``rd`` (the preview of a draft) is also built by `bot.places.roster.inbox`. Months are like 202612, days like
20261224.
"""

from datetime import date

from aiogram.filters.callback_data import CallbackData


class OpenMonth(CallbackData, prefix="r"):
    """The roster of a month; 0 for the present one."""

    month: int = 0


class TypeRoster(CallbackData, prefix="rt"):
    """Type duties of a month."""

    month: int


class MonthPaper(CallbackData, prefix="rf"):
    """A month as a file: ``png``, ``pdf``, or ``sample`` for the office's own."""

    month: int
    form: str


class OpenDraft(CallbackData, prefix="rd"):
    """What a draft would change."""

    id: int


class PublishDraft(CallbackData, prefix="rp"):
    """Publish a draft; ``seen`` marks what the preview was reckoned from."""

    id: int
    seen: str


class AddAdviser(CallbackData, prefix="ra"):
    """Add the adviser with this number and mark among those a draft names and nobody knows."""

    id: int
    number: int
    seen: str


class ChooseDraftService(CallbackData, prefix="rs", sep="|"):
    """Of which service the lines of a draft are: the part of a card's id behind the slash."""

    id: int
    slug: str


class SetWhole(CallbackData, prefix="rw"):
    """Whether a draft replaces the whole month of its services."""

    id: int
    whole: bool


class Absent(CallbackData, prefix="rx"):
    """An adviser's absence: nothing chosen, an adviser, the days, and with ``seen`` the yes."""

    provider: int = 0
    first: int = 0
    last: int = 0
    seen: str = ""


class Closing(CallbackData, prefix="rc"):
    """A closing day: ``yes`` to what was typed (with ``seen``), or ``open`` a day again."""

    act: str = ""
    day: int = 0
    seen: str = ""


def packed(day: date) -> int:
    """20261224."""
    return day.year * 10_000 + day.month * 100 + day.day


def packed_month(month: date) -> int:
    """202612."""
    return month.year * 100 + month.month


def unpacked(number: int) -> date | None:
    """A day or a month's first day; None for a number that is none (a forged button)."""
    if number < 1_000_000:
        number = number * 100 + 1
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError:
        return None
