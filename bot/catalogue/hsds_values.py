"""Phones, hours, places and prices of HSDS as the values of our model, before they are checked."""

import re
from typing import Any

from pydantic import ValidationError

from bot.catalogue.hsds_parts import Part
from bot.catalogue.model import Phone, Schedule

Object = dict[str, Any]

_LANGUAGES = ("uk", "en")
_NARROWING = ("interval", "count", "byweekno", "bymonthday", "byyearday")
"""Rules that make hours rarer than every week."""


def pruned(values: Object) -> Object:
    """Without what is not there."""
    return {key: value for key, value in values.items() if value is not None}


def text(part: Part, key: str, label: str | None = None) -> Object | None:
    """A text whose Polish is the field and whose other languages our export noted beside it."""
    pl = part.text(key)
    return noted(part, label or key, pl) if pl else None


def noted(part: Part, label: str, pl: str | None = None) -> Object | None:
    """A text that stands in notes only, or whose Polish is known already."""
    pl = pl or part.note(f"{label}.pl")
    return pruned({"pl": pl, **{each: part.note(f"{label}.{each}") for each in _LANGUAGES}}) if pl else None


def phone(part: Part) -> Object | None:
    """A number as we can show it; None, and listed, for what cannot be dialled."""
    raw = part.text("number")
    if raw is None:
        return None
    digits = re.sub(r"\s+", " ", re.sub(r"[^\d+]", " ", raw)).strip().replace("+ ", "+")
    made = pruned({"number": digits, "description": text(part, "description")})
    part.expect("type", "voice")
    try:
        Phone.model_validate(made)
    except ValidationError:
        part.give_back("number")
        return None
    return made


def hours(part: Part) -> Object | None:
    """Weekly hours; None, and listed, for what is not that (days of a month, no hours, past midnight)."""
    days = part.peek("byday")
    made: Object = {
        "byday": [day.strip() for day in days.split(",")] if isinstance(days, str) else [],
        "opens_at": _hour(part.peek("opens_at")),
        "closes_at": _hour(part.peek("closes_at")),
    }
    try:
        if part.peek("freq") not in (None, "WEEKLY"):
            return None
        Schedule.model_validate(made)
    except ValidationError:
        return None
    for key in ("byday", "opens_at", "closes_at"):
        part.take(key)
    part.expect("freq", "WEEKLY")
    part.expect("interval", 1, "1")
    starts, ends = part.day("valid_from"), part.day("valid_to")
    made |= pruned({"description": text(part, "description")})
    if starts := starts or part.day("dtstart"):
        made["valid_from"] = starts
    if ends := ends or part.day("until"):
        made["valid_to"] = ends
    return made


def _hour(value: object) -> str | None:
    """Without seconds. An hour of another time zone is not one of our wall clock."""
    match = re.fullmatch(r"(\d{1,2}:\d{2})(:\d{2}(\.\d+)?)?", value) if isinstance(value, str) else None
    return match[1] if match else None


def narrowed(part: Part) -> bool:
    """Whether the file's rule means fewer weeks than all."""
    return any(part.peek(key) not in (None, "", 1, "1") for key in _NARROWING)


def location(part: Part, slug: str) -> Object:
    """A place. Coordinates outside Poland are listed, not kept."""
    made: Object = {"id": slug, "city": "", "name": text(part, "name")}
    part.expect("location_type", "physical")
    addresses = part.parts("addresses")
    chosen = next((each for each in addresses if each.peek("address_type") == "physical"), None)
    for each in [chosen or addresses[0]] if addresses else []:
        each.expect("address_type", "physical")
        each.expect("country", "PL")
        lines = [each.text("address_1"), each.text("address_2"), each.text("postal_code")]
        made["address"] = ", ".join(line for line in lines if line) or None
        made["city"] = each.text("city") or ""
    made["latitude"] = part.number("latitude", 49, 55)
    made["longitude"] = part.number("longitude", 14, 25)
    made["transportation"] = text(part, "transportation")
    for access in part.parts("accessibility")[:1]:
        seen = text(access, "description")
        if seen and (details := access.text("details")):
            seen["pl"] = f"{seen['pl']} {details}"
        made["accessibility"] = seen
    if made["name"] is None:
        made["name"] = {"pl": made.get("address") or made["city"] or slug}
    return pruned(made)


def costs(part: Part) -> tuple[list[str], list[str]]:
    """The file's price rows as sentences, and those who do not pay."""
    prices, free = [], []
    for row in part.parts("cost_options"):
        option, amount = row.text("option"), row.number("amount", 0, 10**9)
        if amount == 0 and option:
            free.append(option)
            row.take("currency")
            continue
        currency, per = row.text("currency"), row.text("amount_description")
        since, until = row.day("valid_from"), row.day("valid_to")
        price = " ".join(
            str(each)
            for each in (None if amount is None else f"{amount:g}", currency and currency.upper(), per)
            if each
        )
        words = ": ".join(each for each in (option, price) if each)
        span = f" ({since or '…'} – {until or '…'})" if since or until else ""
        if words:
            prices.append(words + span)
    return prices, free
