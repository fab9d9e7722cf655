"""The screens of writing somebody down: where to begin, free hours, days, and what was booked."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final
from zlib import crc32

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.counter.buttons import (
    ChangeHeld,
    OpenCalls,
    OpenCounter,
    OpenDay,
    OpenDays,
    OpenHeld,
    OpenSlots,
    OpenWho,
    PrintDay,
    TakeSlot,
)
from bot.handlers.counter.wording import (
    booking_facts,
    day_word,
    is_topic,
    phone_said,
    short_day,
    slot_label,
    spelled,
    topic_said,
    who_said,
)
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.places import finding
from bot.places.booking import BookingState
from bot.places.days import day_begins, day_ends
from bot.places.finding import Wanted
from bot.places.rows import Attendee, Booking, Provider, Slot
from bot.places.slots import SlotKind
from bot.places.topics import Topic
from bot.places.wording import local_day
from bot.texts import Html

HORIZON: Final = timedelta(days=92)
"""How far ahead free hours are looked for."""
NEAREST: Final = 6
_DAYS: Final = 12
_IN_A_DAY: Final = 40
_LIVE: Final = (BookingState.BOOKED, BookingState.CONFIRMED)

Draft = dict[str, str]
"""Whom a typed line was about: name, and phone where one was said."""


def draft_mark(draft: Draft) -> str:
    """Marks on buttons whom they were offered for."""
    if not draft:
        return ""
    whole = "|".join((draft["name"], draft.get("phone", "")))
    return f"{crc32(whole.encode()):08x}"


def draft_line(house: House, language: str, draft: Draft) -> str:
    """Who is being written down, above the free hours."""
    phone = phone_said(draft.get("phone"))
    person = f"{draft['name']}, {phone}" if phone else draft["name"]
    return house.texts.html(language, "counter-for", person=person) + "\n"


def home_screen(
    house: House, language: str, free: Sequence[Slot], advisers: dict[int, Provider], now: datetime
) -> Screen:
    """Which topic, or a typed line; the way to calls and paper."""
    say = partial(house.texts.plain, language)
    theirs = [advisers[slot.provider_id].topics for slot in free if slot.provider_id in advisers]
    every = {topic for topics in theirs for topic in topics}
    buttons = [
        button(topic_said(house, language, topic.value), OpenSlots(topic=topic.value))
        for topic in Topic
        if topic.value in every
    ]
    rows: list[Row] = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    rows.append([button(say("counter-button-nearest"), OpenSlots()), button(say("counter-button-who"), OpenWho())])
    today = local_day(now)
    rows.append(
        [
            button(say("counter-button-calls"), OpenCalls()),
            button(say("counter-button-print"), PrintDay(day=f"{today:%Y%m%d}", names=True)),
        ]
    )
    return Screen(house.texts.html(language, "counter-home"), [*rows, way_out(house.texts, language)])


def slots_screen(
    house: House,
    language: str,
    slots: Sequence[Slot],
    advisers: dict[int, Provider],
    asked: OpenSlots,
    draft: Draft,
    *,
    heading: Html | None = None,
) -> Screen:
    """The nearest free hours, each booked by one tap. Where all are one adviser's, the heading says whose."""
    say, html = partial(house.texts.plain, language), partial(house.texts.html, language)
    whose = {slot.provider_id or 0 for slot in slots}
    one = asked.who or (whose.pop() if len(whose) == 1 else 0)
    what = _what(house, language, asked.model_copy(update={"who": one}), advisers)
    buttons = [
        button(
            slot_label(house, language, slot, None if one else advisers.get(slot.provider_id or 0)),
            TakeSlot(slot=slot.id or 0, topic=asked.topic, move=asked.move, draft=draft_mark(draft)),
        )
        for slot in slots
    ]
    wide = 2 if one else 1
    rows: list[Row] = [buttons[i : i + wide] for i in range(0, len(buttons), wide)]
    rows.append(
        [
            button(say("counter-button-days"), OpenDays(topic=asked.topic, who=asked.who, move=asked.move)),
            button(say("counter-button-who"), OpenWho(topic=asked.topic, move=asked.move)),
        ]
    )
    for_whom = draft_line(house, language, draft) if draft else ""
    if not slots:
        text = html("counter-no-slots", what=what)
    elif heading:
        text = Html(f"{heading}\n{html('counter-fact-who', who=what)}") if one else heading
    else:
        text = html("counter-slots", what=what)
    return Screen(Html(for_whom + text), [*rows, _back(house, language, asked.move)])


def who_screen(house: House, language: str, advisers: Sequence[Provider], asked: OpenWho) -> Screen:
    """Whose hours? Only those who take the topic."""
    rows: list[Row] = [
        [button(who_said(house, language, each), OpenSlots(topic=asked.topic, who=each.id or 0, move=asked.move))]
        for each in advisers
        if not asked.topic or not each.topics or asked.topic in each.topics
    ]
    anybody = button(house.texts.plain(language, "counter-anybody"), OpenSlots(topic=asked.topic, move=asked.move))
    text = house.texts.html(language, "counter-whose")
    return Screen(text, [[anybody], *rows, _back(house, language, asked.move)])


def days_screen(
    house: House, language: str, days: Sequence[tuple[date, int]], asked: OpenDays, advisers: dict[int, Provider]
) -> Screen:
    """The days with free hours and how many each has, two a row."""
    page = days[asked.page * _DAYS : (asked.page + 1) * _DAYS]
    buttons = [
        button(
            f"{short_day(house, language, day)} · {free}",
            OpenDay(day=f"{day:%Y%m%d}", topic=asked.topic, who=asked.who, move=asked.move),
        )
        for day, free in page
    ]
    rows: list[Row] = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    further = [
        button(label, asked.model_copy(update={"page": to}))
        for label, to, there in (
            ("◀", asked.page - 1, asked.page > 0),
            ("▶", asked.page + 1, len(days) > (asked.page + 1) * _DAYS),
        )
        if there
    ]
    what = _what(house, language, OpenSlots(topic=asked.topic, who=asked.who), advisers)
    text = house.texts.html(language, "counter-days" if page else "counter-no-slots", what=what)
    back = OpenSlots(topic=asked.topic, who=asked.who, move=asked.move)
    return Screen(
        text,
        [*rows, further, way_out(house.texts, language, back)]
        if further
        else [*rows, way_out(house.texts, language, back)],
    )


def day_screen(
    house: House,
    language: str,
    day: date,
    slots: Sequence[Slot],
    advisers: dict[int, Provider],
    asked: OpenDay,
    draft: Draft,
    today: date,
) -> Screen:
    """The free hours of a day; each adviser's together, three a row where nobody has to be told apart."""
    rows: list[Row] = []
    groups: defaultdict[int, list[Slot]] = defaultdict(list)
    for slot in slots[:_IN_A_DAY]:
        groups[slot.provider_id or 0].append(slot)
    for provider_id, theirs in groups.items():
        several = len(groups) > 1
        who = advisers.get(provider_id) if several else None
        buttons = [
            button(
                slot_label(house, language, slot, who, day=False),
                TakeSlot(slot=slot.id or 0, topic=asked.topic, move=asked.move, draft=draft_mark(draft)),
            )
            for slot in theirs
        ]
        wide = 2 if several else 3
        rows += [buttons[i : i + wide] for i in range(0, len(buttons), wide)]
    for_whom = draft_line(house, language, draft) if draft else ""
    key = "counter-day-free" if slots else "counter-day-full"
    text = house.texts.html(language, key, day=day_word(house, language, day, today))
    back = OpenDays(topic=asked.topic, who=asked.who, move=asked.move)
    return Screen(Html(for_whom + text), [*rows, way_out(house.texts, language, back)])


def ask_name_screen(house: House, language: str, slot: Slot, provider: Provider | None) -> Screen:
    """Who is it?"""
    when = slot_label(house, language, slot, provider)
    rows = [[button(house.texts.plain(language, "counter-button-other-hour"), OpenCounter())]]
    return Screen(house.texts.html(language, "counter-ask-name", when=when), rows)


def overlap_screen(house: House, language: str, said: str, take: TakeSlot) -> Screen:
    """They have something else at that time: all the same?"""
    anyway = button(house.texts.plain(language, "counter-button-anyway"), take.model_copy(update={"beside": True}))
    return Screen(
        house.texts.html(language, "counter-overlap", said=said), [[anyway], _back(house, language, take.move)]
    )


async def held_screen(
    session: AsyncSession,
    house: House,
    actor: Actor,
    found: tuple[Booking, Slot, Attendee],
    now: datetime,
    *,
    heading: str | None = None,
    spell: bool = False,
) -> Screen:
    """One booking as it stands, and what can be done with it."""
    booking, slot, attendee = found
    language, html = actor.language, partial(house.texts.html, actor.language)
    say = partial(house.texts.plain, language)
    state = html("counter-state", state=booking.state)
    parts = [
        html(heading) if heading else state,
        await booking_facts(session, house, language, booking, slot, attendee),
    ]
    if spell:
        parts.append(html("counter-read-out", spelled=spelled(house, language, booking.code)))
    live = booking.seat_no is not None and booking.state in _LIVE and slot.ends_at > now
    event = slot.kind == SlotKind.EVENT  # nobody confirms one, and there is no other hour to move to
    rows: list[Row] = []
    if live and booking.state == BookingState.BOOKED and not event:
        rows.append([button(say("counter-button-confirm"), ChangeHeld(id=booking.id or 0, act="confirm"))])
    change: Row = []
    if (live or booking.state == BookingState.CALLED_OFF) and not event:
        change.append(button(say("counter-button-move"), OpenSlots(topic=booking.topic or "", move=booking.id or 0)))
    if live:
        change.append(button(say("counter-button-cancel"), ChangeHeld(id=booking.id or 0, act="cancel")))
    rows += [change] if change else []
    rows.append([button(say("counter-button-next"), OpenCounter()), button(say("counter-button-calls"), OpenCalls())])
    return Screen(Html("\n\n".join(parts)), [*rows, way_out(house.texts, language)])


def sure_screen(house: House, language: str, facts: Html, booking_id: int) -> Screen:
    """Really call it off?"""
    say = partial(house.texts.plain, language)
    rows: list[Row] = [
        [button(say("counter-button-sure"), ChangeHeld(id=booking_id, act="sure"))],
        [button(say("counter-button-keep"), OpenHeld(id=booking_id))],
    ]
    return Screen(Html(f"{house.texts.html(language, 'counter-cancel-sure')}\n\n{facts}"), rows)


def wanted(centre: str, asked: OpenSlots | OpenDays | OpenDay, now: datetime, day: date | None = None) -> Wanted:
    """What a screen looks for; a whole local day, or all up to the horizon."""
    return Wanted(
        centre=centre,
        topic=Topic(asked.topic) if is_topic(asked.topic) else None,
        provider_id=asked.who or None,
        since=day_begins(day) if day else now,
        until=day_ends(day) if day else now + HORIZON,
    )


async def free_hours(
    session: AsyncSession, now: datetime, look: Wanted, hour: datetime | None = None, limit: int = NEAREST
) -> list[Slot]:
    """Free hours; with ``hour`` (aware) those at that very hour first, then what is nearest on either side."""
    if hour is None:
        return await finding.free(session, look, limit=limit, now=now)
    found = await finding.free(session, look, limit=500, now=now)
    return sorted(found, key=lambda slot: (abs(slot.starts_at - hour), slot.starts_at))[:limit]


def _what(house: House, language: str, asked: OpenSlots, advisers: dict[int, Provider]) -> str:
    parts = [topic_said(house, language, asked.topic if is_topic(asked.topic) else None)]
    if asked.who and (provider := advisers.get(asked.who)):
        parts.append(who_said(house, language, provider))
    return " · ".join(part for part in parts if part) or house.texts.plain(language, "counter-any-topic")


def _back(house: House, language: str, move: int) -> Row:
    return way_out(house.texts, language, OpenHeld(id=move) if move else OpenCounter())
