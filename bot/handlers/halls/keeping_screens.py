"""The keeper's screens: a room's week, what waits for an answer, who speaks for whom, a room's rules."""

from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.halls.buttons import (
    AddHall,
    AnswerOrganisation,
    EditHall,
    OpenHall,
    OpenHalls,
    OpenOrganisations,
    OpenPlan,
    OpenRequests,
    OpenReservation,
    OpenRules,
    OpenSeries,
    OpenWeek,
)
from bot.handlers.halls.screens import day_short, hours_said, rule_lines
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.places.days import day_begins
from bot.places.halls import free, looking, organisations, rules, series
from bot.places.halls.kinds import span_said
from bot.places.halls.looking import Listed
from bot.places.halls.rules import Place
from bot.places.halls.states import Answer
from bot.places.hours import local
from bot.places.wording import day_said, hour_said
from bot.texts import Html

WEEK: Final = timedelta(days=7)
BUFFERS: Final = (0, 15, 30, 60)


async def week_screen(
    house: House, actor: Actor, session: AsyncSession, place: Place, now: datetime, week: int = 0
) -> Screen:
    """Seven days from today on, or so many weeks later: who has the room, and what else is in it."""
    texts, language = house.texts, actor.language
    say = partial(texts.plain, language)
    first = local(now).date() + WEEK * week
    since, until = day_begins(first), day_begins(first + WEEK)
    held = {
        each.reserved.booking.id: each for each in await looking.between(session, actor.account_id, place, since, until)
    }
    others = await free.busy(session, place, first, first + timedelta(days=6))
    taken = {(each.reserved.slot.starts_at, each.reserved.slot.ends_at) for each in held.values()}
    lines: list[tuple[datetime, Html]] = [
        (starts, texts.html(language, "halls-week-duty", hours=f"{hour_said(starts)}–{hour_said(ends)}"))
        for starts, ends in _joined(
            [(each.starts_at, each.ends_at) for each in others if (each.starts_at, each.ends_at) not in taken]
        )
    ]
    rows: list[Row] = []
    for each in sorted(held.values(), key=lambda one: one.reserved.slot.starts_at):
        slot = each.reserved.slot
        lines.append((slot.starts_at, _line(house, language, each)))
        mark = "⏳ " if each.reserved.row.state == Answer.ASKED else ""
        label = f"{mark}{day_short(house, language, local(slot.starts_at).date())}, {hour_said(slot.starts_at)}"
        rows.append([button(label, OpenReservation(id=each.reserved.row.booking_id))])
    last = first + timedelta(days=6)
    days = f"{first.day}.{first.month:02}–{last.day}.{last.month:02}"
    parts: list[str] = [texts.html(language, "halls-week", name=place.room.name, days=days)]
    if not lines:
        parts.append(texts.html(language, "halls-week-none"))
    day = None
    for at, said in sorted(lines, key=lambda pair: pair[0]):
        if local(at).date() != day:
            day = local(at).date()
            parts += ["", f"<b>{texts.html(language, 'halls-day', day=day_said(texts, language, day))}</b>"]
        parts.append(said)
    pairs = [rows[at][0] for at in range(len(rows))][:40]
    two = [pairs[at : at + 2] for at in range(0, len(pairs), 2)]
    turn = [button("◀", OpenWeek(room=place.id, week=week - 1)), button("▶", OpenWeek(room=place.id, week=week + 1))]
    requests = [button(say("halls-button-requests"), OpenRequests())]
    return Screen(Html("\n".join(parts)), [*two, turn, requests, way_out(texts, language, OpenHall(room=place.id))])


async def requests_screen(
    house: House, actor: Actor, session: AsyncSession, centre: str, now: datetime, said: str | None = None
) -> Screen:
    """Everything that waits for the keeper, what lapses first at the top."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    lines: list[str] = [line(said), ""] if said else []
    found = await looking.waiting(session, actor.account_id, centre, now)
    again = await series.waiting(session, actor.account_id, centre)
    known = await organisations.of_centre(session, actor.account_id, centre)
    new = sum(row.state == Answer.ASKED for row in known)
    lines.append(line("halls-requests" if found or again or new else "halls-requests-none"))
    rows: list[Row] = []
    for held, place in found:
        label = f"{place.room.name}: {span_said(texts, language, held.slot)}"
        rows.append([button(f"⏳ {label}"[:60], OpenReservation(id=held.row.booking_id))])
    for one in again:
        days = ", ".join(say("halls-weekday", weekday=weekday) for weekday in one.weekdays)
        rows.append([button(f"🔁 {days} {one.opens_at.hour}:{one.opens_at:%M}", OpenSeries(id=one.id or 0))])
    if known:
        rows.append([button(say("halls-button-organisations", count=new), OpenOrganisations())])
    rows.append([button(say("halls-button-plan"), OpenPlan(all=True))])
    rows.append([button(say("halls-button-add"), AddHall())])
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, OpenHalls())])


async def organisations_screen(house: House, actor: Actor, session: AsyncSession, centre: str) -> Screen:
    """Who has said to speak for whom; a tap says yes, another takes it back."""
    texts, language = house.texts, actor.language
    found = await organisations.of_centre(session, actor.account_id, centre)
    lines = [texts.html(language, "halls-organisations" if found else "halls-organisations-none")]
    rows: list[Row] = []
    for number, row in enumerate(found, 1):
        lines.append(texts.html(language, "halls-organisation-line", number=number, name=row.name, state=row.state))
        buttons = []
        if row.state != Answer.YES:
            yes = AnswerOrganisation(id=row.id or 0, yes=True)
            buttons.append(button(texts.plain(language, "halls-button-known", number=number), yes))
        if row.state != Answer.NO:
            no = AnswerOrganisation(id=row.id or 0, yes=False)
            buttons.append(button(texts.plain(language, "halls-button-unknown", number=number), no))
        rows.append(buttons)
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, OpenRequests())])


def rules_screen(house: House, actor: Actor, place: Place, said: str | None = None) -> Screen:
    """A room's rules, each with a button that changes it."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    hall = place.hall
    lines: list[str] = [line(said), ""] if said else []
    lines += [line("halls-title", name=place.room.name), *rule_lines(house, language, place)]
    lines.append(line("halls-buffer", minutes=hall.buffer_minutes))
    edit = partial(EditHall, room=place.id, version=hall.version)
    rows: list[Row] = [
        [
            button(say("halls-button-hours"), edit(what="hours")),
            button(say("halls-button-buffer"), edit(what="buffer")),
        ],
        [
            button(
                say("halls-button-who", who="everybody" if hall.organisations_only else "organisations"),
                edit(what="who"),
            )
        ],
        [button(say("halls-button-needs", needs="no" if hall.needs_yes else "yes"), edit(what="yes"))],
        [button(say("halls-button-desks"), edit(what="desks"))],
        [button(say("halls-button-open" if hall.closed_at else "halls-button-close"), edit(what="closed"))],
    ]
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, OpenHall(room=place.id))])


def ask_screen(house: House, actor: Actor, place: Place, what: str) -> Screen:
    """What to type: hours or desks."""
    texts, language = house.texts, actor.language
    if what == "hours":
        text = texts.html(language, "halls-ask-hours", hours=hours_said(house, language, place))
    else:
        text = texts.html(language, "halls-ask-desks", most=rules.MOST_DESKS)
    return Screen(text, [way_out(texts, language, OpenRules(room=place.id))])


def next_buffer(minutes: int) -> int:
    """The next of a few usual ones."""
    return next((each for each in BUFFERS if each > minutes), BUFFERS[0])


def _line(house: House, language: str, each: Listed) -> Html:
    held = each.reserved
    who = each.organisation.name if each.organisation else each.attendee.name
    return house.texts.html(
        language,
        "halls-week-line",
        hours=f"{hour_said(held.slot.starts_at)}–{hour_said(held.slot.ends_at)}",
        who=who or house.texts.plain(language, "halls-somebody"),
        purpose=held.row.purpose or "–",
        state=held.row.state,
    )


def _joined(spans: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Stretches in order, those that touch as one: a duty's hours are of no use one by one here."""
    found: list[tuple[datetime, datetime]] = []
    for starts, ends in spans:
        if found and found[-1][1] == starts:
            found[-1] = (found[-1][0], ends)
        else:
            found.append((starts, ends))
    return found
