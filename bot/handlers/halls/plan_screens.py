"""Next year's plan of the rooms: an organisation's own wishes, or all of them side by side for the keeper."""

from datetime import datetime
from functools import partial
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.halls.buttons import CopyPlan, OpenHalls, OpenPlan, OpenSeries, TypeWish
from bot.handlers.halls.permission import closing_days_of
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.places.halls import organisations, plans, rules, series
from bot.places.halls.plans import Planned
from bot.places.halls.rows import HallSeries
from bot.places.halls.rules import Place
from bot.places.halls.states import SeriesState
from bot.places.hours import local
from bot.places.permission import is_desk
from bot.places.roster.entries import span
from bot.texts import Html


def plan_year(now: datetime) -> int:
    """The year that is planned: the next one."""
    return local(now).year + 1


async def plan_screen(
    house: House,
    actor: Actor,
    session: AsyncSession,
    centre: str,
    now: datetime,
    said: str | None = None,
    **values: Any,
) -> Screen:
    """The plan for whoever asks. Raises `OkienkoError` ``halls-series-organisations`` for who speaks for nobody."""
    texts, language = house.texts, actor.language
    line = partial(texts.html, language)
    year = plan_year(now)
    lines: list[str] = [line(said, **values), ""] if said else []
    if await is_desk(session, actor.account_id, centre):
        return await _all(house, actor, session, centre, now, lines)
    if await organisations.approved(session, actor.account_id, centre) is None:
        raise OkienkoError("halls-series-organisations")
    say = partial(texts.plain, language)
    found = await series.of_account(session, actor.account_id, centre, year)
    lines.append(line("halls-plan", year=str(year)))
    lines.append(line("halls-plan-own" if found else "halls-plan-empty"))
    places = await rules.of_centre(session, centre)
    names = {place.id: place.room.name for place in places}
    rows: list[Row] = [
        [button(_label(house, language, each, names.get(each.room_id, "")), OpenSeries(id=each.id or 0))]
        for each in found
    ]
    rows.append([button(say("halls-button-copy"), CopyPlan())])
    rows += [[button(say("halls-button-wish", name=place.room.name), TypeWish(room=place.id))] for place in places[:6]]
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, OpenHalls())])


def wish_screen(house: House, actor: Actor, place: Place, now: datetime) -> Screen:
    """When, and for what?"""
    texts, language = house.texts, actor.language
    text = texts.html(language, "halls-ask-wish", name=place.room.name, year=str(plan_year(now)))
    return Screen(text, [way_out(texts, language, OpenPlan())])


async def _all(
    house: House, actor: Actor, session: AsyncSession, centre: str, now: datetime, lines: list[str]
) -> Screen:
    texts, language = house.texts, actor.language
    line = partial(texts.html, language)
    year = plan_year(now)
    found = await plans.plan(session, now, actor.account_id, centre, year, closing_days_of(house, centre))
    lines.append(line("halls-plan", year=str(year)))
    if not found:
        lines.append(line("halls-plan-nobody"))
    rows: list[Row] = []
    numbers = {each.series.id: number for number, each in enumerate(found, 1)}
    room = None
    for number, each in enumerate(found, 1):
        if each.place.id != room:
            room = each.place.id
            lines += ["", line("halls-plan-room", name=each.place.room.name)]
        lines.append(f"{number}. {_planned(house, language, each)}")
        if each.meets:
            others = ", ".join(str(numbers[other]) for other in each.meets)
            lines.append(line("halls-plan-meets", others=others))
        if each.preview.taken:
            lines.append(line("halls-plan-taken", count=len(each.preview.taken)))
        label = f"{number}. {_label(house, language, each.series, '')}"
        rows.append([button(label, OpenSeries(id=each.series.id or 0))])
    return Screen(Html("\n".join(lines)), [*rows[:40], way_out(texts, language, OpenHalls())])


def _planned(house: House, language: str, each: Planned) -> Html:
    who = each.organisation.name if each.organisation else house.texts.plain(language, "halls-somebody")
    return house.texts.html(
        language,
        "halls-plan-line",
        who=who,
        when=_when(house, language, each.series),
        purpose=each.series.purpose or "–",
        state=each.series.state,
    )


def _when(house: House, language: str, each: HallSeries) -> str:
    days = ", ".join(house.texts.plain(language, "halls-weekday", weekday=weekday) for weekday in each.weekdays)
    return f"{days} {span(each.opens_at, each.closes_at)}"


def _label(house: House, language: str, each: HallSeries, name: str) -> str:
    marks = {SeriesState.YES: "✅", SeriesState.NO: "✖️", SeriesState.WISH: "⏳"}
    mark = marks.get(SeriesState(each.state), "▫️")
    return " ".join(part for part in (mark, _when(house, language, each), name) if part)
