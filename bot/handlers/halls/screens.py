"""The screens of who reserves: rooms, days, hours, what will be reserved, a reservation as it stands."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.booking.buttons import BookingForCalendar, OpenBookings
from bot.handlers.halls.buttons import (
    AnswerRequest,
    GiveBack,
    HallDay,
    HallFrom,
    HallTo,
    OpenHall,
    OpenHalls,
    OpenPlan,
    OpenRequests,
    OpenReservation,
    OpenRules,
    OpenSeries,
    OpenWeek,
    SpeakFor,
    TakeHall,
    hour,
    minutes,
    packed,
    unpacked,
)
from bot.handlers.halls.permission import closing_days_of
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.places import codes
from bot.places.halls import free, looking, organisations, rules
from bot.places.halls.free import Wanted
from bot.places.halls.kinds import span_said
from bot.places.halls.rows import Organisation
from bot.places.halls.rules import Place
from bot.places.halls.states import Answer
from bot.places.hours import local
from bot.places.permission import is_desk
from bot.places.roster.entries import span
from bot.places.wording import day_said, moment_said
from bot.texts import Html

DAYS: Final = 12
"""Days to tap; later ones are typed."""
LOOK_AHEAD: Final = timedelta(days=21)
MOST_HOURS: Final = 14
"""Hours to tap on one screen; a longer day has only whole ones."""


async def halls_screen(
    house: House, actor: Actor, session: AsyncSession, places: Sequence[Place], said: str | None = None
) -> Screen:
    """Which room? For the keeper also what waits."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    lines: list[str] = [line(said), ""] if said else []
    lines.append(line("halls-which" if places else "halls-none"))
    rows: list[Row] = [[button(place.room.name[:60], OpenHall(room=place.id))] for place in places]
    centre = actor.centre or ""
    if await is_desk(session, actor.account_id, centre):
        rows.append([button(say("halls-button-requests"), OpenRequests())])
    elif await organisations.approved(session, actor.account_id, centre):
        rows.append([button(say("halls-button-plan"), OpenPlan())])
    rows.append([button(say("booking-button-mine"), OpenBookings())])
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language)])


async def hall_screen(
    house: House, actor: Actor, session: AsyncSession, place: Place, now: datetime, move: int = 0
) -> Screen:
    """A room's rules, and the next days on which it can be had."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    lines: list[str] = [line("halls-title", name=place.room.name)]
    if place.hall.example:
        lines.append(Html(f"<i>[{line('example-mark')}]</i>"))
    if place.room.place:
        lines.append(line("halls-where", where=place.room.place))
    lines += rule_lines(house, language, place)
    keeper = await is_desk(session, actor.account_id, place.hall.centre)
    speaks = await organisations.of_account(session, actor.account_id, place.hall.centre)
    known = speaks is not None and speaks.state == Answer.YES
    rows: list[Row] = []
    if place.hall.organisations_only and not keeper and not known:
        waits = speaks is not None and speaks.state == Answer.ASKED
        lines += ["", line("halls-wait-for-answer" if waits else "halls-ask-first")]
    else:
        days = await _free_days(house, session, place, now)
        if days:
            offered = free.blocks(place, days[0])
            hint = span(*offered[0]) if place.hall.desks and offered else "17–19"
            lines += ["", line("halls-ask-day-move" if move else "halls-ask-day", hours=hint)]
        else:
            lines += ["", line("halls-nothing-soon")]
        if (known or keeper) and not move:
            lines.append(line("halls-ask-series"))
        buttons = [
            button(day_short(house, language, day), HallDay(room=place.id, day=packed(day), move=move))
            for day in days[:DAYS]
        ]
        rows += [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    if not keeper and not known and not move:
        rows.append([button(say("halls-button-speak"), SpeakFor())])
    if keeper and not move:
        rows.append(
            [
                button(say("halls-button-week"), OpenWeek(room=place.id)),
                button(say("halls-button-rules"), OpenRules(room=place.id)),
            ]
        )
    back = OpenReservation(id=move) if move else OpenHalls()
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, back)])


def rule_lines(house: House, language: str, place: Place) -> list[Html]:
    """Hours, who may, whether somebody has to agree, desks."""
    line = partial(house.texts.html, language)
    hall = place.hall
    lines = [line("halls-hours", hours=hours_said(house, language, place))]
    if hall.desks:
        lines.append(line("halls-desks", count=hall.desks))
    lines.append(line("halls-who", who="organisations" if hall.organisations_only else "everybody"))
    if hall.needs_yes:
        lines.append(line("halls-needs-yes"))
    return lines


def hours_said(house: House, language: str, place: Place) -> str:
    """ "pn–pt 9:00–17:00, sob 10:00–14:00"."""
    parts: list[tuple[list[int], str]] = []
    for weekday, (opens_at, closes_at) in sorted(place.hours.items()):
        said = span(opens_at, closes_at)
        if parts and parts[-1][1] == said and parts[-1][0][-1] == weekday - 1:
            parts[-1][0].append(weekday)
        else:
            parts.append(([weekday], said))

    def name(weekday: int) -> str:
        return house.texts.plain(language, "halls-weekday", weekday=weekday)

    return ", ".join(f"{name(days[0])}{f'–{name(days[-1])}' if len(days) > 1 else ''} {said}" for days, said in parts)


async def day_screen(
    house: House, actor: Actor, session: AsyncSession, place: Place, day: date, now: datetime, move: int = 0
) -> Screen:
    """From when? Of desks: which part of the day?"""
    texts, language = house.texts, actor.language
    taken = await free.busy(session, place, day, day)
    if place.hall.desks:
        rows: list[Row] = []
        for opens, closes, left in free.free_blocks(place, taken, now, day):
            label = texts.plain(language, "halls-button-block", hours=span(opens, closes), left=left)
            to = HallTo(room=place.id, day=packed(day), at=minutes(opens), to=minutes(closes), move=move)
            rows.append([button(label, to)])
        key = "halls-ask-block"
    else:
        found = free.beginnings(place, taken, now, day)
        if len(found) > MOST_HOURS:
            found = [at for at in found if at.minute == 0]
        buttons = [
            button(f"{at.hour}:{at:%M}", HallFrom(room=place.id, day=packed(day), at=minutes(at), move=move))
            for at in found
        ]
        rows = [buttons[at : at + 4] for at in range(0, len(buttons), 4)]
        key = "halls-ask-from"
    said = day_said(texts, language, day)
    text = texts.html(language, key if rows else "halls-day-full", day=said)
    return Screen(text, [*rows, way_out(texts, language, OpenHall(room=place.id, move=move))])


async def until_screen(
    house: House, actor: Actor, session: AsyncSession, place: Place, chosen: HallFrom, day: date, now: datetime
) -> Screen:
    """Until when?"""
    texts, language = house.texts, actor.language
    opens_at = hour(chosen.at)
    taken = await free.busy(session, place, day, day)
    found = free.endings(place, taken, now, day, opens_at) if opens_at else []
    back = HallDay(room=place.id, day=chosen.day, move=chosen.move)
    if not found or opens_at is None:
        text = texts.html(language, "halls-day-full", day=day_said(texts, language, day))
        return Screen(text, [way_out(texts, language, back)])
    if len(found) > MOST_HOURS:
        found = [at for at in found if at.minute == 0]
    buttons = [
        button(
            f"{at.hour}:{at:%M}",
            HallTo(room=place.id, day=chosen.day, at=chosen.at, to=minutes(at), move=chosen.move),
        )
        for at in found
    ]
    rows = [buttons[at : at + 4] for at in range(0, len(buttons), 4)]
    said = f"{day_said(texts, language, day)}, {opens_at.hour}:{opens_at:%M}"
    return Screen(texts.html(language, "halls-ask-to", when=said), [*rows, way_out(texts, language, back)])


def purpose_screen(house: House, actor: Actor, place: Place, wanted: Wanted) -> Screen:
    """For what? Typed, in a few words."""
    texts, language = house.texts, actor.language
    when = f"{day_said(texts, language, wanted.day)}, {wanted.hours}"
    text = texts.html(language, "halls-ask-purpose", name=place.room.name, when=when)
    return Screen(text, [way_out(texts, language, OpenHall(room=place.id))])


def summary_screen(
    house: House, actor: Actor, place: Place, chosen: TakeHall, wanted: Wanted, purpose: str, *, asks: bool
) -> Screen:
    """Everything before it is reserved."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    when = f"{day_said(texts, language, wanted.day)}, {wanted.hours}"
    lines: list[str] = [line("halls-summary-move" if chosen.move else "halls-summary"), line("halls-when", when=when)]
    lines.append(line("halls-where", where=place.room.name))
    if purpose:
        lines.append(line("halls-purpose-said", purpose=purpose))
    if asks:
        lines += ["", line("halls-summary-asks")]
    yes = say("halls-button-ask" if asks else "halls-button-take")
    back = HallDay(room=place.id, day=chosen.day, move=chosen.move)
    return Screen(Html("\n".join(lines)), [[button(yes, chosen)], way_out(texts, language, back)])


def overlap_screen(house: House, actor: Actor, error: OkienkoError, chosen: TakeHall) -> Screen:
    """The same person has something else then: is that known?"""
    texts, language = house.texts, actor.language
    rows: list[Row] = [
        [button(texts.plain(language, "booking-button-beside"), chosen.model_copy(update={"beside": True}))],
        [button(texts.plain(language, "booking-button-mine"), OpenBookings())],
        way_out(texts, language, HallDay(room=chosen.room, day=chosen.day, move=chosen.move)),
    ]
    return Screen(texts.html(language, error.key, **error.values), rows)


def refused_screen(house: House, actor: Actor, error: OkienkoError, chosen: TakeHall) -> Screen:
    """It cannot be had: why, and the way back to the day."""
    texts, language = house.texts, actor.language
    rows: list[Row] = [
        [
            button(
                texts.plain(language, "halls-button-day"), HallDay(room=chosen.room, day=chosen.day, move=chosen.move)
            )
        ],
        way_out(texts, language, OpenHall(room=chosen.room, move=chosen.move)),
    ]
    return Screen(texts.html(language, error.key, **error.values), rows)


async def reservation_screen(
    house: House, actor: Actor, session: AsyncSession, booking_id: int, now: datetime, said: str | None = None
) -> Screen:
    """A reservation as it stands, for whose it is or for the keeper."""
    held, place, organisation = await looking.one(session, actor.account_id, booking_id)
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    row, booking, slot = held.row, held.booking, held.slot
    keeper = await is_desk(session, actor.account_id, row.centre)
    own = booking.booked_by == actor.account_id
    over = slot.ends_at <= now
    state = "over" if held.live and over else row.state if held.live or row.state != Answer.YES else "given-back"
    if not held.live and row.state == Answer.ASKED:
        state = "given-back"
    lines: list[str] = [line(said), ""] if said else []
    lines.append(line("halls-state", state=state))
    lines += [line("halls-when", when=span_said(texts, language, slot)), line("halls-where", where=place.room.name)]
    if keeper:
        lines.append(line("halls-whose", who=await whose(house, language, session, booking_id, organisation)))
    if row.purpose:
        lines.append(line("halls-purpose-said", purpose=row.purpose))
    if row.why:
        lines.append(line("halls-why-said", why=row.why))
    rows: list[Row] = []
    if held.live and not over:
        if row.state == Answer.ASKED and row.answer_by:
            lines.append(line("halls-asked-until", until=moment_said(texts, language, row.answer_by)))
        if keeper and row.state == Answer.ASKED:
            rows.append(
                [
                    button(say("halls-button-yes"), AnswerRequest(id=booking_id, what="yes")),
                    button(say("halls-button-no"), AnswerRequest(id=booking_id, what="no")),
                ]
            )
        elif keeper and not own:
            rows.append([button(say("halls-button-off"), AnswerRequest(id=booking_id, what="off"))])
        if own or keeper:
            lines.append(line("booking-code", code=codes.shown(booking.code)))
            change = button(say("halls-button-change"), OpenHall(room=place.id, move=booking_id))
            rows.append([change, button(say("halls-button-give-back"), GiveBack(id=booking_id))] if own else [change])
        if own:
            rows.append([button(say("booking-button-calendar"), BookingForCalendar(id=booking_id))])
    if row.series_id is not None:
        rows.append([button(say("halls-button-series"), OpenSeries(id=row.series_id))])
    back = OpenWeek(room=place.id) if keeper and not own else OpenBookings()
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, back)])


def give_back_screen(house: House, actor: Actor, booking_id: int, when: str) -> Screen:
    """One more tap before somebody else may have it."""
    texts, language = house.texts, actor.language
    rows: list[Row] = [
        [button(texts.plain(language, "halls-button-give-back-sure"), GiveBack(id=booking_id, sure=True))],
        [button(texts.plain(language, "booking-button-keep"), OpenReservation(id=booking_id))],
    ]
    return Screen(texts.html(language, "halls-give-back-sure", when=when), rows)


async def whose(
    house: House, language: str, session: AsyncSession, booking_id: int, organisation: Organisation | None
) -> str:
    """For the keeper: the organisation, the name that a clerk wrote down, or nobody's name."""
    if organisation is not None:
        return organisation.name
    name = await looking.caller_of(session, booking_id)
    return name or house.texts.plain(language, "halls-somebody")


def day_short(house: House, language: str, day: date) -> str:
    """ "czw 26.11"."""
    weekday = house.texts.plain(language, "halls-weekday", weekday=day.weekday())
    return f"{weekday} {day.day}.{day.month:02}"


def wanted_of(chosen: HallTo | TakeHall) -> Wanted:
    """What a button means. Raises `OkienkoError` for a forged one."""
    day, opens_at, closes_at = unpacked(chosen.day), hour(chosen.at), hour(chosen.to)
    if day is None or opens_at is None or closes_at is None:
        raise OkienkoError("halls-gone")
    return Wanted(day, opens_at, closes_at)


async def _free_days(house: House, session: AsyncSession, place: Place, now: datetime) -> list[date]:
    today = local(now).date()
    last = today + LOOK_AHEAD
    off = await rules.days_off(session, place.hall.centre, today, last, closing_days_of(house, place.hall.centre))
    taken = await free.busy(session, place, today, last)
    found = []
    for day in (today + timedelta(days=n) for n in range(LOOK_AHEAD.days)):
        if off.why(place, day):
            continue
        if place.hall.desks:
            any_left = bool(free.free_blocks(place, taken, now, day))
        else:
            any_left = bool(free.beginnings(place, taken, now, day))
        if any_left:
            found.append(day)
    return found
