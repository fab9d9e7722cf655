"""/telefony: whom to phone before a day, and one tap for each call; the day on paper."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.counter.buttons import OpenCalls, OpenCounter, OpenHeld, Phoned, PrintDay
from bot.handlers.counter.permission import clerk
from bot.handlers.counter.wording import day_word, parsed_day, person_said, phone_said, who_said
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import calls, codes, day_paper
from bot.places.calls import Call, Reason
from bot.places.wording import hour_said, local_day, moment_said
from bot.texts import Html

COMMAND: Final = Command("telefony", "calls", "dzvinky")
PAGE: Final = 6

router = Router(name="calls")
router.message.filter(clerk)
router.callback_query.filter(clerk)


@router.message(COMMAND)
async def command(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(message, await _screen(session, house, actor, now, centre, OpenCalls()))


@router.callback_query(OpenCalls.filter())
async def opened(
    tap: CallbackQuery,
    callback_data: OpenCalls,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    return show(tap, await _screen(session, house, actor, now, centre, callback_data))


@router.callback_query(Phoned.filter())
async def phoned(
    tap: CallbackQuery,
    callback_data: Phoned,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """A call was made: whom it reached is off the list, the others go to its end."""
    if callback_data.reason not in set(Reason):
        raise OkienkoError("counter-outdated")
    reason = Reason(callback_data.reason)
    by, reached = actor.account_id, callback_data.reached
    await calls.phoned(session, now, centre, callback_data.booking, reason, by=by, reached=reached)
    return show(tap, await _screen(session, house, actor, now, centre, OpenCalls(day=callback_data.day)))


@router.callback_query(PrintDay.filter())
async def paper(
    tap: CallbackQuery,
    callback_data: PrintDay,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """The day as a PDF comes in a moment; meanwhile the other day and the other kind are one tap away."""
    day = parsed_day(callback_data.day)
    if day is None:
        raise OkienkoError("counter-outdated")
    await day_paper.owe(
        session, now, centre, day, actor.account_id, actor.channel, actor.chat_id, names=callback_data.names
    )
    say = partial(house.texts.plain, actor.language)
    today = local_day(now)
    rows: list[Row] = [
        [button(say("counter-button-door"), PrintDay(day=callback_data.day, names=False))],
        [button(say("counter-button-desk"), PrintDay(day=callback_data.day, names=True))],
        [
            button(f"◀ {_short(day - timedelta(days=1))}", PrintDay(day=_packed(day - timedelta(days=1)), names=True)),
            button(f"{_short(day + timedelta(days=1))} ▶", PrintDay(day=_packed(day + timedelta(days=1)), names=True)),
        ],
        way_out(house.texts, actor.language, OpenCounter()),
    ]
    key = "counter-paper-desk" if callback_data.names else "counter-paper-door"
    text = house.texts.html(actor.language, key, day=day_word(house, actor.language, day, today))
    return show(tap, Screen(text, rows))


async def _screen(
    session: AsyncSession, house: House, actor: Actor, now: datetime, centre: str, asked: OpenCalls
) -> Screen:
    """The list in the order in which to phone, with three buttons for each call."""
    language = actor.language
    html, say = partial(house.texts.html, language), partial(house.texts.plain, language)
    today = local_day(now)
    day = parsed_day(asked.day) or await calls.next_day(session, centre, today) or today + timedelta(days=1)
    found = await calls.of_day(session, now, centre, day)
    page = found[asked.page * PAGE : (asked.page + 1) * PAGE]
    title = html("counter-calls", day=day_word(house, language, day, today), count=len(found))
    parts = [title]
    rows: list[Row] = []
    for number, call in enumerate(page, asked.page * PAGE + 1):
        parts.append(_line(house, language, number, call))
        about = {"booking": call.booking.id or 0, "reason": call.reason.value, "day": _packed(day)}
        rows.append(
            [
                button(say("counter-button-reached", number=str(number)), Phoned(reached=True, **about)),
                button(say("counter-button-not-reached", number=str(number)), Phoned(reached=False, **about)),
                button(say("counter-button-open", number=str(number)), OpenHeld(id=call.booking.id or 0)),
            ]
        )
    if page:
        parts.append(html("counter-calls-legend"))
    rows.append(_ways(day, asked.page, len(found)))
    rows.append([button(say("counter-button-print-day"), PrintDay(day=_packed(day), names=True))])
    return Screen(Html("\n\n".join(parts)), [*rows, way_out(house.texts, language, OpenCounter())])


def _line(house: House, language: str, number: int, call: Call) -> Html:
    html = partial(house.texts.html, language)
    phone = phone_said(call.attendee.phone)
    lines = [
        html(
            "counter-call",
            number=str(number),
            person=person_said(house, language, call.attendee),
            phone=phone or house.texts.plain(language, "counter-no-phone", code=codes.shown(call.booking.code)),
        ),
        html(
            "counter-call-about",
            when=moment_said(house.texts, language, call.booking.starts_at),
            who=call.slot.title or who_said(house, language, call.provider),
        ),
        html("counter-call-why", reason=call.reason.value),
    ]
    if call.tried_at:
        lines.append(html("counter-call-tried", hour=hour_said(call.tried_at)))
    return Html("\n".join(lines))


def _ways(day: date, page: int, calls_found: int) -> Row:
    """The day before and after; where the list goes on, its next page."""
    row = [
        button(f"◀ {_short(day - timedelta(days=1))}", OpenCalls(day=_packed(day - timedelta(days=1)))),
        button(f"{_short(day + timedelta(days=1))} ▶", OpenCalls(day=_packed(day + timedelta(days=1)))),
    ]
    if page:
        row.insert(1, button("▲", OpenCalls(day=_packed(day), page=page - 1)))
    if calls_found > (page + 1) * PAGE:
        row.insert(-1, button("▼", OpenCalls(day=_packed(day), page=page + 1)))
    return row


def _packed(day: date) -> str:
    return f"{day:%Y%m%d}"


def _short(day: date) -> str:
    return f"{day.day}.{day:%m}"
