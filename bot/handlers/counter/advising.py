"""/dzis: the adviser's day. Who came, what it was about in two taps, a delay told at once, the secret link.

Every tap asks again whose day it is; a booking of another adviser does not exist here.
"""

from datetime import date, datetime, timedelta
from functools import partial
from secrets import token_hex
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.counter.buttons import AskMinutes, AskTopic, Delay, Mark, NoteAdvice, OpenSheet, SheetKey
from bot.handlers.counter.permission import adviser
from bot.handlers.counter.wording import day_word, is_topic, parsed_day, person_said, topic_said, who_said
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import advice, codes, delays, sheet
from bot.places.attendees import Relation
from bot.places.rows import Provider
from bot.places.sheet import Line, Sheet
from bot.places.topics import Topic
from bot.places.wording import hour_said, local_day
from bot.texts import Html

COMMAND: Final = Command("dzis", "today", "sohodni")
PATH: Final = "/dyzur/"
"""Where the secret links lead; see `bot.pages.sheet`."""

router = Router(name="advising")
router.message.filter(adviser)
router.callback_query.filter(adviser)


@router.message(COMMAND)
async def command(
    message: Message, provider: Provider, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(message, await _sheet(session, house, actor, now, provider, local_day(now)))


@router.callback_query(OpenSheet.filter())
async def opened(
    tap: CallbackQuery,
    callback_data: OpenSheet,
    provider: Provider,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    day = parsed_day(callback_data.day) or local_day(now)
    return show(tap, await _sheet(session, house, actor, now, provider, day))


@router.callback_query(Mark.filter())
async def mark(
    tap: CallbackQuery,
    callback_data: Mark,
    provider: Provider,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """Came: what was it about? Did not: back to the day."""
    line = await sheet.mark(session, now, provider, callback_data.booking, came=callback_data.came)
    if callback_data.came and line.booking and not line.booking.noted:
        return show(tap, _topics(house, actor, provider, callback_data.booking, line.booking.topic))
    return show(tap, await _sheet(session, house, actor, now, provider, local_day(line.slot.starts_at)))


@router.callback_query(AskTopic.filter())
async def ask_topic(
    tap: CallbackQuery,
    callback_data: AskTopic,
    provider: Provider,
    actor: Actor,
    house: House,
    session: AsyncSession,
) -> Replies:
    booked = None
    if callback_data.booking:
        line = await sheet.line_of(session, provider, callback_data.booking)
        booked = line.booking.topic if line.booking else None
    return show(tap, _topics(house, actor, provider, callback_data.booking, booked))


@router.callback_query(AskMinutes.filter())
async def ask_minutes(tap: CallbackQuery, callback_data: AskMinutes, actor: Actor, house: House) -> Replies:
    if not is_topic(callback_data.topic):
        raise OkienkoError("counter-outdated")
    rows: list[Row] = [
        [
            button(
                house.texts.plain(actor.language, "counter-minutes", minutes=str(minutes)),
                NoteAdvice(
                    booking=callback_data.booking,
                    topic=callback_data.topic,
                    minutes=minutes,
                    once=callback_data.once,
                ),
            )
            for minutes in advice.MINUTES
        ]
    ]
    back = AskTopic(booking=callback_data.booking)
    topic = topic_said(house, actor.language, callback_data.topic)
    text = house.texts.html(actor.language, "counter-ask-minutes", topic=topic)
    return show(tap, Screen(text, [*rows, way_out(house.texts, actor.language, back)]))


@router.callback_query(NoteAdvice.filter())
async def note(
    tap: CallbackQuery,
    callback_data: NoteAdvice,
    provider: Provider,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """Topic and minutes: a second tap adds nothing."""
    topic, minutes = callback_data.topic, callback_data.minutes
    if callback_data.booking:
        new = await advice.note(session, now, provider, callback_data.booking, topic, minutes)
    else:
        new = await advice.note_walk_in(session, now, provider, topic, minutes, callback_data.once)
    said = house.texts.html(actor.language, "counter-noted" if new else "counter-noted-already")
    return show(tap, await _sheet(session, house, actor, now, provider, local_day(now), said=said))


@router.callback_query(Delay.filter())
async def delay(
    tap: CallbackQuery,
    callback_data: Delay,
    provider: Provider,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    told = await delays.announce(session, now, provider, callback_data.minutes, callback_data.once)
    html = partial(house.texts.html, actor.language)
    said = html("counter-delay-told", count=len(told.messages))
    if told.to_phone:
        hours = ", ".join(hour_said(line.slot.starts_at) for line in told.to_phone)
        said = Html(f"{said} {html('counter-delay-phone', hours=hours)}")
    return show(tap, await _sheet(session, house, actor, now, provider, local_day(now), said=said))


@router.callback_query(SheetKey.filter(F.id == 0))
async def key(
    tap: CallbackQuery,
    callback_data: SheetKey,
    provider: Provider,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """The adviser's own link: a new one, or none any more."""
    if callback_data.new:
        return show(tap, await link_screen(session, house, actor, provider, OpenSheet()))
    await sheet.revoke_key(session, provider.id or 0)
    said = house.texts.html(actor.language, "counter-link-off")
    return show(tap, await _sheet(session, house, actor, now, provider, local_day(now), said=said))


async def link_screen(
    session: AsyncSession, house: House, actor: Actor, provider: Provider, back: OpenSheet | None
) -> Screen:
    """A new secret link, shown this once."""
    if not house.pages.url:
        raise OkienkoError("counter-no-pages")
    secret = await sheet.make_key(session, provider.id or 0)
    text = house.texts.html(
        actor.language,
        "counter-link",
        who=who_said(house, actor.language, provider),
        link=f"{house.pages.url}{PATH}{secret}",
    )
    off = button(
        house.texts.plain(actor.language, "counter-button-link-off"),
        SheetKey(id=0 if back else provider.id or 0, new=False),
    )
    return Screen(text, [[off], way_out(house.texts, actor.language, back)])


async def _sheet(
    session: AsyncSession,
    house: House,
    actor: Actor,
    now: datetime,
    provider: Provider,
    day: date,
    *,
    said: Html | None = None,
) -> Screen:
    found = await sheet.of_day(session, provider, day)
    later = await sheet.next_day(session, provider, day)
    return _day_screen(house, actor, found, now, later, said)


def _day_screen(
    house: House, actor: Actor, found: Sheet, now: datetime, later: date | None, said: Html | None
) -> Screen:
    """The hours in order; two buttons for whoever is still to come, one for what is not noted yet."""
    language, today = actor.language, local_day(now)
    html, say = partial(house.texts.html, language), partial(house.texts.plain, language)
    title = html(
        "counter-sheet",
        day=day_word(house, language, found.day, today),
        who=who_said(house, language, found.provider),
    )
    parts = [said, title] if said else [title]
    lines = [sheet_line(house, language, line) for line in found.lines]
    parts.append(Html("\n".join(lines)) if lines else html("counter-sheet-empty"))
    rows: list[Row] = []
    if found.day <= today:
        rows += [row for line in found.lines if (row := _line_row(house, language, line))]
    if found.day == today:
        rows.append([button(say("counter-button-walk-in"), AskTopic())])
        if any(line.waits and line.slot.ends_at > now for line in found.lines):
            once = token_hex(4)
            rows.append(
                [
                    button(say("counter-button-delay", minutes=str(minutes)), Delay(minutes=minutes, once=once))
                    for minutes in delays.MINUTES
                ]
            )
    ways = [
        button(f"◀ {_short(found.day - timedelta(days=1))}", OpenSheet(day=f"{found.day - timedelta(days=1):%Y%m%d}"))
    ]
    if later:
        ways.append(button(f"{_short(later)} ▶", OpenSheet(day=f"{later:%Y%m%d}")))
    rows.append(ways)
    rows.append([button(say("counter-button-link"), SheetKey(id=0, new=True))])
    if found.provider.sheet_key:
        rows[-1].append(button(say("counter-button-link-off"), SheetKey(id=0, new=False)))
    return Screen(Html("\n\n".join(parts)), [*rows, way_out(house.texts, language)])


def sheet_line(house: House, language: str, line: Line) -> str:
    """One hour: its state, who and what about."""
    html = partial(house.texts.html, language)
    hour = hour_said(line.slot.starts_at)
    if line.booking is None or line.attendee is None:
        return html("counter-sheet-free", hour=hour)
    about = [person_said(house, language, line.attendee)]
    if line.attendee.relation != Relation.CALLER:
        about.append(codes.shown(line.booking.code))
    if topic := topic_said(house, language, line.booking.topic):
        about.append(topic)
    if line.room:
        about.append(line.room.name)
    return html("counter-sheet-line", state=line.booking.state, hour=hour, about=", ".join(about))


def _line_row(house: House, language: str, line: Line) -> Row | None:
    say, booking = partial(house.texts.plain, language), line.booking
    if booking is None or booking.id is None:
        return None
    hour = hour_said(line.slot.starts_at)
    if line.waits:
        return [
            button(say("counter-button-came", hour=hour), Mark(booking=booking.id, came=True)),
            button(say("counter-button-missed", hour=hour), Mark(booking=booking.id, came=False)),
        ]
    if booking.state == "came" and not booking.noted:
        return [
            button(say("counter-button-note", hour=hour), AskTopic(booking=booking.id)),
            button(say("counter-button-missed", hour=hour), Mark(booking=booking.id, came=False)),
        ]
    if booking.state == "missed":
        return [button(say("counter-button-came-after-all", hour=hour), Mark(booking=booking.id, came=True))]
    return None


def _topics(house: House, actor: Actor, provider: Provider, booking_id: int, booked: str | None) -> Screen:
    """What was it about? What it was booked for comes first, then what this adviser takes."""
    once = "" if booking_id else token_hex(4)
    theirs = [*provider.topics, Topic.OTHER] if provider.topics else list(Topic)
    offered = list(dict.fromkeys([*([booked] if booked else []), *theirs]))
    buttons = [
        button(topic_said(house, actor.language, topic), AskMinutes(booking=booking_id, topic=str(topic), once=once))
        for topic in offered
    ]
    rows: list[Row] = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    later = button(house.texts.plain(actor.language, "counter-button-later"), OpenSheet())
    key = "counter-ask-topic" if booking_id else "counter-ask-topic-walk-in"
    return Screen(house.texts.html(actor.language, key), [*rows, [later]])


def _short(day: date) -> str:
    return f"{day.day}.{day:%m}"
