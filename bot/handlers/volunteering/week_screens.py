"""A coordinator's week, one shift of it with who comes, and what can be changed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.handlers.volunteering.buttons import (
    EditShift,
    MarkCame,
    OpenVolunteers,
    OpenWeek,
    OpenWorkShift,
    TypeShifts,
)
from bot.handlers.volunteering.helping_screens import fact_lines
from bot.people.accounts import Actor
from bot.places.days import day_begins
from bot.places.hours import local
from bot.places.states import BookingState
from bot.places.wording import day_said, hour_said
from bot.texts import Html
from bot.volunteering import shifts
from bot.volunteering.fitting import Fit
from bot.volunteering.kinds import hours_number, who_said
from bot.volunteering.shifts import Person

WEEK: Final = timedelta(days=7)
MOST: Final = 25
"""Shifts on one screen: more than any centre has in a week, and all that a message's buttons bear."""
OTHER, MISSED = -2, -1
"""Instead of minutes in `MarkCame`."""
HALVES: Final = (30, 60, 90, 120, 150, 180, 240, 300, 360, 480)


async def week_screen(
    house: House,
    actor: Actor,
    session: AsyncSession,
    centre: str,
    now: datetime,
    week: int = 0,
    said: str | None = None,
) -> Screen:
    """Seven days from today on, or so many weeks later; what lacks people is marked."""
    texts, language = house.texts, actor.language
    say = partial(texts.plain, language)
    first = local(now).date() + WEEK * week
    since = day_begins(first)
    found = await shifts.between(session, actor.account_id, centre, since, day_begins(first + WEEK))
    lines: list[str] = [texts.html(language, said), ""] if said else []
    last = first + WEEK - timedelta(days=1)
    days = f"{first.day}.{first.month:02}–{last.day}.{last.month:02}"
    lines.append(texts.html(language, "shift-week", city=house.city(centre, language), days=days))
    if not found:
        lines.append(texts.html(language, "shift-week-none"))
    if any(fit.shift.example for fit in found):
        lines.append(f"<i>[{texts.html(language, 'example-mark')}]</i>")
    rows: list[Row] = []
    day = None
    for fit in found[:MOST]:
        at = local(fit.slot.starts_at).date()
        if at != day:
            day = at
            lines += ["", f"<b>{texts.html(language, 'shift-day', day=day_said(texts, language, at))}</b>"]
        values = {"hour": hour_said(fit.slot.starts_at), "title": fit.slot.title or "", "taken": fit.slot.taken}
        key = "shift-line-short" if lacks(fit) else "shift-line"
        lines.append(texts.html(language, key, most=fit.slot.seats, least=fit.shift.least, **values))
        label = say("shift-button", day=at.day, month=at.month, **values)
        rows.append([button(label, OpenWorkShift(slot=fit.slot.id or 0))])
    turn = [button("◀", OpenWeek(week=week - 1)), button("▶", OpenWeek(week=week + 1))]
    rows += [turn, [button(say("shift-button-new"), TypeShifts())]]
    rows.append([button(say("shift-button-volunteers"), OpenVolunteers())])
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language)])


def lacks(fit: Fit) -> bool:
    """Whether fewer have signed up than are needed."""
    return fit.slot.taken < fit.shift.least


async def work_screen(
    house: House, actor: Actor, session: AsyncSession, fit: Fit, now: datetime, said: Html | None = None
) -> Screen:
    """A shift for its coordinator: who comes; from its beginning on, who came and for how long."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    slot, shift = fit.slot, fit.shift
    assert slot.id is not None
    lines: list[str] = [said, ""] if said else []
    lines += fact_lines(house, language, fit)
    if slot.withdrawn_at is not None:
        return Screen(Html("\n".join([*lines, "", line("shift-off")])), [way_out(texts, language, OpenWeek())])
    if lacks(fit) and slot.starts_at > now:
        lines.append(line("volunteering-short", taken=slot.taken, least=shift.least))
    if not shift.adult or not shift.phone:
        lines.append(line("shift-no-adult"))
    people = await shifts.people(session, fit)
    lines += ["", line("shift-people" if people else "shift-people-none")]
    lines += [_person_line(house, language, person) for person in people]
    rows: list[Row] = []
    if slot.starts_at <= now:
        rows += _came_rows(house, language, people)
    else:
        edit = partial(EditShift, slot=slot.id, version=shift.version)
        rows.append([button(say("shift-button-adult"), edit(what="adult"))])
        rows.append(
            [
                button(say("shift-button-place"), edit(what="place")),
                button(say("shift-button-people"), edit(what="people")),
            ]
        )
        key = "shift-button-not-children" if shift.with_children else "shift-button-children"
        rows.append([button(say(key), edit(what="children"))])
        rows.append([button(say("shift-button-off"), edit(what="off"))])
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, OpenWeek())])


def edit_screen(house: House, actor: Actor, fit: Fit, chosen: EditShift) -> Screen:
    """What to type, or whether to call it off; of this shift alone, or of the rest of its season too."""
    texts, language = house.texts, actor.language
    say = partial(texts.plain, language)
    rows: list[Row] = []
    if chosen.what == "off":
        rows.append([button(say("shift-button-off-sure"), chosen.model_copy(update={"sure": True}))])
    if fit.shift.season_id is not None:
        key = "shift-button-this" if chosen.later else "shift-button-later"
        rows.append([button(say(key), chosen.model_copy(update={"later": not chosen.later}))])
    text = texts.html(language, f"shift-ask-{chosen.what}", which="season" if chosen.later else "single")
    return Screen(text, [*rows, way_out(texts, language, OpenWorkShift(slot=chosen.slot))])


def hours_screen(house: House, actor: Actor, booking_id: int, slot_id: int) -> Screen:
    """For how long?"""
    texts, language = house.texts, actor.language
    buttons = [
        button(
            texts.plain(language, "shift-hours", hours=hours_number(minutes)),
            MarkCame(booking=booking_id, minutes=minutes),
        )
        for minutes in HALVES
    ]
    rows = [buttons[at : at + 3] for at in range(0, len(buttons), 3)]
    return Screen(
        texts.html(language, "shift-ask-hours"), [*rows, way_out(texts, language, OpenWorkShift(slot=slot_id))]
    )


def _person_line(house: House, language: str, person: Person) -> Html:
    texts = house.texts
    who = who_said(texts, language, person.volunteer)
    age = texts.plain(language, f"volunteering-age-{person.volunteer.age}")
    state = "booked"
    if person.booking.state == BookingState.CAME:
        state = "came"
    elif person.booking.state == BookingState.MISSED:
        state = "missed"
    elif person.booking.state == BookingState.CONFIRMED:
        state = "confirmed"
    given = hours_number(person.minutes or 0)
    return texts.html(language, "shift-person", who=who, age=age, state=state, hours=given)


def _came_rows(house: House, language: str, people: Sequence[Person]) -> list[Row]:
    """Came (again: other hours) and did not, a row for each."""
    say = partial(house.texts.plain, language)
    rows: list[Row] = []
    for person in people:
        number = person.booking.id or 0
        who = who_said(house.texts, language, person.volunteer)
        if person.minutes is not None:
            label = say("shift-button-hours", who=who, hours=hours_number(person.minutes))
            yes = button(label, MarkCame(booking=number, minutes=OTHER))
        else:
            yes = button(say("shift-button-came", who=who), MarkCame(booking=number))
        rows.append([yes, button(say("shift-button-missed"), MarkCame(booking=number, minutes=MISSED))])
    return rows
