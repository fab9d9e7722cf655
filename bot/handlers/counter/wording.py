"""Whom, when and about what, as the desk and the adviser read it."""

from datetime import date, datetime
from functools import partial
from typing import Any, Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.menu import House
from bot.places import advisers, codes
from bot.places.attendees import Relation
from bot.places.rows import Attendee, Booking, Provider, Slot
from bot.places.topics import Topic
from bot.places.wording import day_said, hour_said, local_day, moment_said, place_of
from bot.texts import Html

_GROUP: Final = 3


def topic_said(house: House, language: str, topic: str | None) -> str:
    """A topic's name; empty where none was said."""
    return house.texts.plain(language, "counter-topic", topic=topic) if topic else ""


def who_said(house: House, language: str, provider: Provider | None) -> str:
    """An adviser as the roster calls them; what is made up for the demo says so."""
    if provider is None:
        return house.texts.plain(language, "counter-anybody")
    mark = house.texts.plain(language, "example-mark")
    return f"{provider.name} ({mark})" if provider.example and mark not in provider.name else provider.name


def person_said(house: House, language: str, attendee: Attendee) -> str:
    """A caller's name or initials; of an account nobody knows a name, only whom the place is for."""
    if attendee.relation == Relation.CALLER:
        return attendee.name or "–"
    return house.texts.plain(language, "counter-of-account", relation=attendee.relation)


def phone_said(phone: str | None) -> str:
    """A number in groups of three, as people read it out; empty for none."""
    if not phone:
        return ""
    plus, digits = ("+", phone[1:]) if phone.startswith("+") else ("", phone)
    if plus and len(digits) == 11:  # the country's two digits, then nine
        return f"+{digits[:2]} {phone_said(digits[2:])}"
    groups = [digits[i : i + _GROUP] for i in range(0, len(digits), _GROUP)]
    return plus + " ".join(groups)


def short_day(house: House, language: str, day: date) -> str:
    """ "wt. 24.11", for a button."""
    weekday = house.texts.plain(language, "counter-weekday", weekday=day.weekday())
    return f"{weekday} {day.day}.{day:%m}"


def slot_label(house: House, language: str, slot: Slot, provider: Provider | None, *, day: bool = True) -> str:
    """A free hour on a button: day, hour and whose."""
    when = f"{short_day(house, language, local_day(slot.starts_at))}, " if day else ""
    who = f" · {who_said(house, language, provider)}" if provider else ""
    return f"{when}{hour_said(slot.starts_at)}{who}"


def day_word(house: House, language: str, day: date, today: date) -> str:
    """A day in words, with "today" and "tomorrow" where it is."""
    said = day_said(house.texts, language, day)
    apart = (day - today).days
    return house.texts.plain(language, "counter-day", apart=apart, day=said) if apart in (0, 1) else said


def spelled(house: House, language: str, code: str) -> str:
    """A code letter by letter, to be read out on the phone: "K jak Karol, R jak Roman, 4"."""
    say = partial(house.texts.plain, language)
    parts = [letter if letter.isdigit() else say("counter-letter", letter=letter) for letter in code]
    return ", ".join(parts)


async def booking_facts(
    session: AsyncSession,
    house: House,
    language: str,
    booking: Booking,
    slot: Slot,
    attendee: Attendee,
    *,
    topic: bool = True,
) -> Html:
    """A booking in lines: who, when, where, to whom, about what, and its code."""
    texts = house.texts
    provider = await advisers.of_slot(session, slot)
    phone = phone_said(attendee.phone)
    person = person_said(house, language, attendee)
    lines: list[Any] = [
        texts.html(language, "counter-fact-person", person=f"{person}, {phone}" if phone else person),
        texts.html(language, "counter-fact-when", when=moment_said(texts, language, slot.starts_at)),
    ]
    if place := await place_of(session, slot):
        lines.append(texts.html(language, "counter-fact-where", where=place))
    if provider:
        lines.append(texts.html(language, "counter-fact-who", who=who_said(house, language, provider)))
    if topic and booking.topic:
        lines.append(texts.html(language, "counter-fact-topic", topic=topic_said(house, language, booking.topic)))
    lines.append(texts.html(language, "counter-fact-code", code=codes.shown(booking.code)))
    return Html("\n".join(lines))


def parsed_day(text: str) -> date | None:
    """A day from a button, like 20261124; None for what is none."""
    try:
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 (a local day)
    except ValueError:
        return None


def is_topic(text: str) -> bool:
    return text in set(Topic)
