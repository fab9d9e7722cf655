"""Programmes as residents see them: what there is, one of them, one's own place. Nobody sees anybody else."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.marks import mark_of
from bot.handlers.buttons import OpenCard, OpenHuman
from bot.handlers.card import short
from bot.handlers.menu import House
from bot.handlers.programmes.buttons import (
    LeaveProgramme,
    OpenProgramme,
    OpenProgrammes,
    SkipMeeting,
    TakeProgramme,
    TalkSuits,
    WantProgramme,
)
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.places.ahead import Ahead
from bot.places.hours import local
from bot.places.programmes import joining, making, members
from bot.places.programmes.joining import Became, Joined, Meeting
from bot.places.programmes.rows import Programme, ProgrammeCandidate
from bot.places.programmes.words import LIVE, WAITING, Standing, State, WayIn
from bot.places.rows import Slot
from bot.places.wording import day_said, moment_said, place_of
from bot.texts import Html

FIRST_MEETINGS: Final = 3
MOST_LINES: Final = 8
MOST_MEETINGS: Final = 40
"""Buttons of meetings on one screen: first the next few, then all that a message bears."""


def card_of(house: House, actor: Actor, via: str) -> str | None:
    """The card with a mark, in the person's centre."""
    cards = house.catalogue.cards(actor.centre) if via and actor.centre else ()
    return next((card.id for card in cards if mark_of(card.id) == via), None)


def name_of(house: House, language: str, programme: Programme) -> str:
    """What a programme is called; a quiet one is just meetings."""
    return house.texts.plain(language, "programme-quiet") if programme.quiet else programme.title


async def list_screen(house: House, actor: Actor, session: AsyncSession) -> Screen:
    """What the centre offers, and what this account is in."""
    texts, language = house.texts, actor.language
    found = await joining.listed(session, actor.centre or "", actor.account_id)
    rows: list[Row] = []
    for programme in found:
        mine = await joining.of_account(session, actor.account_id, programme.id or 0)
        tick = "✅ " if mine and mine.state == Standing.IN else ""
        label = short(f"{tick}{name_of(house, language, programme)}")
        rows.append([button(label, OpenProgramme(id=programme.id or 0))])
    city = house.city(actor.centre or "", language)
    text = texts.html(language, "programme-list" if found else "programme-list-none", city=city)
    if any(programme.example for programme in found):
        text = Html(f"{text}\n<i>[{texts.html(language, 'example-mark')}]</i>")
    return Screen(text, [*rows, way_out(texts, language)])


async def facts(house: House, language: str, session: AsyncSession, programme: Programme) -> list[str]:
    """When, where, for how many."""
    texts = house.texts
    line = partial(texts.html, language)
    assert programme.id is not None
    found = await members.meetings(session, programme.id)
    lines: list[str] = [*when_lines(house, language, programme)]
    place = await place_of(session, found[0]) if found else programme.room
    if where := ", ".join(dict.fromkeys(part for part in (place, programme.place) if part)):
        lines.append(line("booking-where", where=where))
    lines.append(line("programme-people", most=programme.most))
    if programme.example:
        lines.append(f"<i>[{line('example-mark')}]</i>")
    return lines


def when_lines(house: House, language: str, programme: Programme) -> list[Html]:
    """ "czwartek 17:00–19:00", how often, from when until when."""
    texts = house.texts
    plan = making.plan_of(programme)
    often = Counter(day.weekday() for day in plan.days)
    days = ", ".join(texts.plain(language, "when-weekday", weekday=day) for day in sorted(often))
    if len(plan.days) == 1:
        day = day_said(texts, language, plan.days[0])
        return [texts.html(language, "programme-when-once", day=day, hours=plan.hours)]
    first, last = (_date(house, language, day, plan.days) for day in (plan.days[0], plan.days[-1]))
    return [
        texts.html(language, "programme-when", days=days, hours=plan.hours),
        texts.html(language, "programme-span", count=len(plan.days), first=first, last=last),
    ]


def _date(house: House, language: str, day: date, days: Sequence[date]) -> str:
    """A day; with its year where they are in two."""
    year = f" {day.year}" if days[0].year != days[-1].year else ""
    return house.texts.plain(language, "when-date", day=str(day.day), month=day.month, year=year)


async def programme_screen(
    house: House,
    actor: Actor,
    session: AsyncSession,
    programme: Programme,
    now: datetime,
    said: Html | None = None,
    via: str = "",
    whole: bool = False,
) -> Screen:
    """One programme, how far one is in it, and what one can do."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    assert programme.id is not None
    mine = await joining.of_account(session, actor.account_id, programme.id)
    lines: list[str] = [said, ""] if said else []
    lines += [line("programme-title", title=name_of(house, language, programme))]
    lines += await facts(house, language, session, programme)
    rows: list[Row] = []
    if programme.state not in LIVE:
        lines += ["", line(f"programme-state-{programme.state}")]
    elif mine is None or mine.state in (Standing.LEFT, Standing.DECLINED):
        key, wanted = await _way_in(session, programme)
        lines += ["", line(f"programme-how-{key}")]
        if wanted:
            rows.append([button(say(wanted), WantProgramme(id=programme.id, via=via))])
        else:
            rows.append([button(say("button-human"), OpenHuman())])
    else:
        more, buttons = await _own(house, actor, session, programme, mine, now, whole)
        lines += ["", *more]
        rows += buttons
    if programme.service and house.catalogue.card(programme.service) and not programme.quiet:
        rows.append([button(say("programme-button-card"), OpenCard(id=programme.service))])
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, OpenProgrammes())])


async def _way_in(session: AsyncSession, programme: Programme) -> tuple[str, str]:
    """How one gets in now, and the words of the button for it; none where only an invitation leads in."""
    if programme.way_in == WayIn.INVITATION:
        return "invitation", ""
    if programme.way_in == WayIn.TALK:
        return "talk", "programme-button-talk"
    if programme.state == State.RUNNING:
        return "begun", "programme-button-ask"
    if await members.free(session, programme) > 0:
        return "open", "programme-button-join"
    return "full", "programme-button-wait"


async def _own(
    house: House,
    actor: Actor,
    session: AsyncSession,
    programme: Programme,
    mine: ProgrammeCandidate,
    now: datetime,
    whole: bool,
) -> tuple[list[str], list[Row]]:
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    assert programme.id is not None
    leave = [button(say("programme-button-not"), LeaveProgramme(id=programme.id))]
    if mine.state == Standing.IN:
        found = await joining.my_meetings(session, programme.id, actor.account_id)
        ahead = [each for each in found if each.slot.starts_at > now]
        lines: list[str] = [line("programme-yours", count=sum(each.comes for each in ahead))]
        if coming := next((each for each in found if each.comes and each.slot.ends_at > now), None):
            lines.append(line("programme-next", when=moment_said(texts, language, coming.slot.starts_at)))
        most = MOST_MEETINGS if whole else FIRST_MEETINGS
        rows = [_meeting_row(house, language, each) for each in ahead[:most]]
        if len(ahead) > most and not whole:
            rows.append([button(say("programme-button-whole"), OpenProgramme(id=programme.id, all=True))])
        gone = [button(say("programme-button-leave"), LeaveProgramme(id=programme.id))]
        return lines, [*rows, gone]
    if mine.state == Standing.INVITED and mine.invited_until is not None:
        until = moment_said(texts, language, mine.invited_until)
        take = [button(say("programme-button-take"), TakeProgramme(id=programme.id))]
        return [line("programme-kept", until=until)], [take, leave]
    if mine.state == Standing.OFFERED and mine.talk_at is not None:
        when = moment_said(texts, language, mine.talk_at)
        rows = [
            [button(say("programme-button-suits"), TalkSuits(id=programme.id, yes=True))],
            [button(say("programme-button-other-hour"), TalkSuits(id=programme.id, yes=False))],
        ]
        return [line("programme-talk-offered", when=when)], [*rows, leave]
    leave = [button(say("programme-button-withdraw"), LeaveProgramme(id=programme.id))]
    if mine.state == Standing.TALKED:
        if mine.talk_id is not None and mine.talk_at is not None and mine.talk_at > now:
            when = moment_said(texts, language, mine.talk_at)
            return [line("programme-talk-set", when=when)], [leave]
        return [line("programme-talked")], [leave]
    if programme.way_in == WayIn.OPEN and mine.state in WAITING:
        place = await joining.position(session, mine)
        return [line("programme-in-line", place=place)], [leave]
    return [line("programme-waits")], [leave]


def _meeting_row(house: House, language: str, meeting: Meeting) -> Row:
    at = local(meeting.slot.starts_at)
    key = "programme-button-skip" if meeting.comes else "programme-button-back"
    weekday = house.texts.plain(language, "volunteering-weekday", weekday=at.weekday())
    label = house.texts.plain(language, key, weekday=weekday, day=at.day, month=f"{at:%m}")
    return [button(label, SkipMeeting(slot=meeting.slot.id or 0, back=not meeting.comes))]


def overlap_screen(house: House, actor: Actor, joined: Joined, *, taking: bool, via: str = "") -> Screen:
    """Some meetings are at the time of something else: is that known? Nothing is booked yet."""
    texts, language = house.texts, actor.language
    number = joined.programme.id or 0
    lines: list[str] = [texts.html(language, "programme-overlap", count=len(joined.overlaps))]
    lines += [_overlap_line(house, language, *each) for each in joined.overlaps[:MOST_LINES]]
    again = TakeProgramme(id=number, beside=True) if taking else WantProgramme(id=number, beside=True, via=via)
    rows: list[Row] = [[button(texts.plain(language, "programme-button-beside"), again)]]
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, OpenProgramme(id=number, via=via))])


def _overlap_line(house: House, language: str, slot: Slot, other: Ahead) -> Html:
    texts = house.texts
    kind = "titled" if other.title else other.kind
    when = moment_said(texts, language, slot.starts_at)
    return texts.html(language, "programme-overlap-line", when=when, kind=kind, title=other.title or "")


def leave_screen(house: House, actor: Actor, programme: Programme, mine: ProgrammeCandidate, ahead: int) -> Screen:
    """One more tap before everything is given back."""
    texts, language = house.texts, actor.language
    number = programme.id or 0
    key = "programme-leave-sure" if mine.state == Standing.IN else "programme-leave-line-sure"
    text = texts.html(language, key, count=ahead)
    sure = button(texts.plain(language, "programme-button-leave-sure"), LeaveProgramme(id=number, sure=True))
    keep = button(texts.plain(language, "booking-button-keep"), OpenProgramme(id=number))
    return Screen(text, [[sure], [keep], way_out(texts, language)])


def skip_screen(house: House, actor: Actor, programme: Programme, slot: Slot) -> Screen:
    """Not to this one? The others stay."""
    texts, language = house.texts, actor.language
    when = moment_said(texts, language, slot.starts_at)
    sure = button(texts.plain(language, "programme-button-skip-sure"), SkipMeeting(slot=slot.id or 0, sure=True))
    keep = button(texts.plain(language, "booking-button-keep"), OpenProgramme(id=programme.id or 0))
    return Screen(texts.html(language, "programme-skip-sure", when=when), [[sure], [keep], way_out(texts, language)])


def said_of(house: House, language: str, joined: Joined) -> Html | None:
    """What came of a tap; nothing where nothing changed."""
    texts = house.texts
    if joined.became is Became.IN:
        return texts.html(language, "programme-joined", count=joined.meetings)
    if joined.became is Became.WAITS:
        mine = joined.candidate
        if mine is not None and mine.state == Standing.INVITED:
            return texts.html(language, "programme-invitation")
        line = joined.programme.way_in == WayIn.OPEN and joined.programme.state == State.GATHERING
        return texts.html(language, "programme-noted-line" if line else "programme-noted")
    return None
