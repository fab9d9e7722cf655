"""A recurring use: what it would hold, what it leaves out, what has become of it."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.booking.buttons import OpenBookings
from bot.handlers.halls.buttons import (
    AnswerSeries,
    AskSeries,
    GiveBackSeries,
    OpenHall,
    OpenPlan,
    OpenRequests,
    OpenSeries,
)
from bot.handlers.halls.permission import closing_days_of
from bot.handlers.halls.screens import day_short
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.places.daysoff import holiday_name
from bot.places.halls import series
from bot.places.halls.kinds import series_lines
from bot.places.halls.rows import HallSeries
from bot.places.halls.series import Preview
from bot.places.halls.states import SeriesState
from bot.places.permission import is_desk
from bot.texts import Html

_MOST_DAYS: Final = 20
"""Days that are named one by one."""


async def series_screen(
    house: House,
    actor: Actor,
    session: AsyncSession,
    series_id: int,
    now: datetime,
    said: str | None = None,
    **values: Any,
) -> Screen:
    """A recurring use as it stands, for whose it is or for the keeper."""
    found, place, organisation = await series.one(session, actor.account_id, series_id)
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    keeper = await is_desk(session, actor.account_id, found.centre)
    own = found.account_id == actor.account_id
    lines: list[str] = [line(said, **values), ""] if said else []
    lines.append(line("halls-series-state", state=found.state, year=str(found.plan_year or "")))
    lines += series_lines(texts, language, found, place.room)
    if keeper and not own:
        who = organisation.name if organisation else say("halls-somebody")
        lines.append(line("halls-whose", who=who))
    if found.purpose:
        lines.append(line("halls-purpose-said", purpose=found.purpose))
    if found.why:
        lines.append(line("halls-why-said", why=found.why))
    rows: list[Row] = []
    if found.state in (SeriesState.DRAFT, SeriesState.WISH):
        preview = await series.preview(session, now, found, closing_days_of(house, found.centre))
        lines += ["", *preview_lines(house, language, preview)]
        if found.state == SeriesState.DRAFT and own and preview.days:
            asks = place.hall.needs_yes and not keeper
            key = "halls-button-ask-days" if asks else "halls-button-take-days"
            rows.append([button(say(key, count=len(preview.days)), AskSeries(id=series_id, seen=preview.seen))])
        if found.state == SeriesState.WISH and keeper:
            rows += _answer_rows(house, language, found, preview.seen if preview.days else None)
    elif found.state == SeriesState.ASKED and keeper:
        rows += _answer_rows(house, language, found, 0)
    if own and found.state in (SeriesState.ASKED, SeriesState.YES, SeriesState.WISH):
        rows.append([button(say("halls-button-series-end"), GiveBackSeries(id=series_id))])
    if found.plan_year:
        back: Any = OpenPlan(all=keeper)
    else:
        back = OpenHall(room=place.id) if own else OpenRequests() if keeper else OpenBookings()
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, back)])


def preview_lines(house: House, language: str, preview: Preview) -> list[Html]:
    """How many days, which of them are left out and why, and what is taken already."""
    texts = house.texts
    lines = [texts.html(language, "halls-preview", count=len(preview.days))]
    if preview.days:
        shown = ", ".join(day_short(house, language, day) for day in _ends(preview.days))
        lines.append(texts.html(language, "halls-preview-days", days=shown))
    if preview.skipped:
        lines.append(texts.html(language, "halls-preview-skipped", days=_skipped(house, language, preview.skipped)))
    if preview.taken:
        days = ", ".join(day_short(house, language, day) for day in list(preview.taken)[:_MOST_DAYS])
        more = " …" if len(preview.taken) > _MOST_DAYS else ""
        lines.append(texts.html(language, "halls-preview-taken", days=days + more, count=len(preview.taken)))
    return lines


def end_screen(house: House, actor: Actor, found: HallSeries) -> Screen:
    """One more tap before all of it is given back."""
    texts, language = house.texts, actor.language
    number = found.id or 0
    rows: list[Row] = [
        [button(texts.plain(language, "halls-button-series-end-sure"), GiveBackSeries(id=number, sure=True))],
        [button(texts.plain(language, "booking-button-keep"), OpenSeries(id=number))],
    ]
    return Screen(texts.html(language, "halls-series-end-sure"), rows)


def _answer_rows(house: House, language: str, found: HallSeries, seen: int | None) -> list[Row]:
    say = partial(house.texts.plain, language)
    no = button(say("halls-button-no"), AnswerSeries(id=found.id or 0, what="no"))
    if seen is None:
        return [[no]]
    return [[button(say("halls-button-yes"), AnswerSeries(id=found.id or 0, what="yes", seen=seen)), no]]


def _ends(days: list[date]) -> list[date]:
    """The first ones and the last."""
    return days if len(days) <= 4 else [*days[:3], days[-1]]


def _skipped(house: House, language: str, skipped: Mapping[date, str]) -> str:
    said = []
    for day, why in list(skipped.items())[:_MOST_DAYS]:
        name = holiday_name(day, language) if why == "holiday" else ""
        reason = name or house.texts.plain(language, "halls-skipped", why=why)
        said.append(f"{day_short(house, language, day)} ({reason})")
    return ", ".join(said) + (" …" if len(skipped) > _MOST_DAYS else "")
