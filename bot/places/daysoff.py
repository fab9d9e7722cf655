"""Days off in Poland: weekends and public holidays, of which the law says when they are (library `holidays`)."""

from collections.abc import Container
from datetime import date
from functools import cache

import holidays

_LOCALES = {"pl": "pl", "uk": "uk", "en": "en_US"}


def is_public_holiday(day: date) -> bool:
    """Whether a day is a public holiday in Poland."""
    return day in _public_holidays(day.year, "pl")


def holiday_name(day: date, language: str) -> str:
    """What a public holiday is called; empty for other days."""
    return _public_holidays(day.year, _LOCALES.get(language, "pl")).get(day, "")


def is_day_off(day: date, closed: Container[date] = ()) -> bool:
    """Whether a day is a Saturday, a Sunday, a public holiday in Poland or one of ``closed``."""
    return day.weekday() >= 5 or is_public_holiday(day) or day in closed


@cache
def _public_holidays(year: int, locale: str) -> dict[date, str]:
    return dict(holidays.country_holidays("PL", years=year, language=locale))
