"""A programme as its keepers see it: numbers and labels, no accounts. Organisers who lead nothing see counts."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.card import short
from bot.handlers.menu import House
from bot.handlers.programmes.buttons import (
    Answer,
    Decide,
    MakeLink,
    MarkPresent,
    OpenCandidate,
    OpenCandidates,
    OpenLed,
    OpenLedList,
    OpenMeeting,
    OpenMeetings,
    StepBack,
    TypeProgramme,
    WriteDown,
)
from bot.handlers.programmes.screens import facts, name_of
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.places.hours import local
from bot.places.programmes import keepers, keeping, making, members
from bot.places.programmes.keeping import Known, Present
from bot.places.programmes.rows import Programme, ProgrammeCandidate
from bot.places.programmes.words import HOLDING, LIVE, WAITING, Standing, State, WayIn
from bot.places.rows import Attendee, Slot
from bot.places.states import BookingState
from bot.places.wording import moment_said
from bot.texts import Html

MOST = 40
"""Lines and buttons on one screen."""


async def led_screen(
    house: House, actor: Actor, session: AsyncSession, centre: str, said: Html | None = None
) -> Screen:
    """What somebody leads, then what else there is in the centre (for organisers), and the way to a new one."""
    texts, language = house.texts, actor.language
    mine = await keepers.led_by(session, actor.account_id, centre)
    ids = {programme.id for programme in mine}
    others = [each for each in await keepers.of_centre(session, actor.account_id, centre) if each.id not in ids]
    rows: list[Row] = []
    for programme in [*mine, *others][:MOST]:
        there = await members.counts(session, programme.id or 0)
        holding = sum(there.get(state, 0) for state in HOLDING)
        name = programme.title if programme.id in ids else name_of(house, language, programme)
        mark = "✏️" if programme.state == State.DRAFT else f"{holding}/{programme.most}"
        rows.append([button(short(f"{mark} {name}"), OpenLed(id=programme.id or 0))])
    rows.append([button(texts.plain(language, "programme-button-new"), TypeProgramme())])
    title = texts.html(
        language, "programme-led" if rows[:-1] else "programme-led-none", city=house.city(centre, language)
    )
    text = Html(f"{said}\n\n{title}") if said else title
    return Screen(text, [*rows, way_out(texts, language)])


async def keeper_screen(
    house: House, actor: Actor, session: AsyncSession, programme: Programme, now: datetime, said: Html | None = None
) -> Screen:
    """How it stands, and what can be done; an organiser who does not lead it sees how many, not who."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    assert programme.id is not None
    number, version = programme.id, programme.version
    leads = await keepers.is_keeper(session, actor.account_id, number)
    there = await members.counts(session, number)
    waiting = sum(there.get(state, 0) for state in WAITING)
    name = programme.title if leads else name_of(house, language, programme)
    lines: list[str] = [said, ""] if said else []
    lines += [line("programme-title", title=name), line(f"programme-state-{programme.state}")]
    lines += await facts(house, language, session, programme)
    lines.append(line(f"programme-way-{programme.way_in}"))
    if programme.quiet:
        lines.append(line("programme-is-quiet"))
    lines.append("")
    lines.append(
        line(
            "programme-numbers",
            taken=there.get(Standing.IN.value, 0),
            asked=there.get(Standing.INVITED.value, 0),
            waiting=waiting,
            least=programme.least,
            most=programme.most,
        )
    )
    rows: list[Row] = []
    live = programme.state in LIVE
    if leads:
        rows.append(
            [
                button(say("programme-button-candidates", count=waiting), OpenCandidates(id=number)),
                button(say("programme-button-meetings"), OpenMeetings(id=number)),
            ]
        )
    if leads and programme.state == State.GATHERING:
        rows.append([button(say("programme-button-start"), Decide(id=number, version=version, what="start"))])
        rows.append([button(say("programme-button-later"), Decide(id=number, version=version, what="later"))])
    if leads and live:
        rows.append([button(say("programme-button-invite"), MakeLink(id=number, what="seat"))])
        rows.append([button(say("programme-button-write"), WriteDown(id=number))])
    if live:
        rows.append([button(say("programme-button-keeper"), MakeLink(id=number, what="keep"))])
        rows.append([button(say("programme-button-off"), Decide(id=number, version=version, what="off"))])
    if leads and len(await keepers.accounts_of(session, number)) > 1:
        rows.append([button(say("programme-button-step-back"), StepBack(id=number))])
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, OpenLedList())])


def decide_screen(house: House, actor: Actor, programme: Programme, what: str) -> Screen:
    """By how many weeks? Or: really not at all?"""
    texts, language = house.texts, actor.language
    say = partial(texts.plain, language)
    number, version = programme.id or 0, programme.version
    if what == "later":
        rows: list[Row] = [
            [
                button(
                    say("programme-button-weeks", count=weeks),
                    Decide(id=number, version=version, what="later", weeks=weeks),
                )
            ]
            for weeks in making.WEEKS
        ]
    else:
        sure = Decide(id=number, version=version, what="off", sure=True)
        rows = [[button(say("programme-button-off-sure"), sure)]]
    text = texts.html(language, "programme-later-how" if what == "later" else "programme-off-sure")
    return Screen(text, [*rows, way_out(texts, language, OpenLed(id=number))])


def who(house: House, language: str, candidate: ProgrammeCandidate, attendee: Attendee) -> str:
    """A number, and what the keepers call somebody; of who has no messenger, the name that was written down."""
    name = candidate.label or attendee.name
    said = house.texts.plain(language, "programme-number", number=str(candidate.id))
    return f"{said} ({name})" if name else said


async def candidates_screen(house: House, actor: Actor, session: AsyncSession, programme_id: int) -> Screen:
    """Everybody, those who wait for an answer first."""
    texts, language = house.texts, actor.language
    programme = await keepers.led(session, actor.account_id, programme_id)
    found = await keeping.candidates(session, actor.account_id, programme_id)
    rows: list[Row] = []
    for each in found[:MOST]:
        state = texts.plain(language, f"programme-standing-{each.candidate.state}")
        label = f"{who(house, language, each.candidate, each.attendee)} · {state}"
        rows.append([button(short(label), OpenCandidate(id=each.candidate.id or 0))])
    key = "programme-candidates" if found else "programme-candidates-none"
    text = texts.html(language, key, title=programme.title)
    return Screen(text, [*rows, way_out(texts, language, OpenLed(id=programme_id))])


def candidate_screen(house: House, actor: Actor, known: Known, now: datetime, said: Html | None = None) -> Screen:
    """Somebody, and what the keeper can answer."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    candidate, attendee, programme = known.candidate, known.attendee, known.programme
    number = candidate.id or 0
    lines: list[str] = [said, ""] if said else []
    lines.append(line("programme-candidate", who=who(house, language, candidate, attendee)))
    lines.append(line("programme-candidate-state", state=say(f"programme-standing-{candidate.state}")))
    lines.append(line("programme-since", when=moment_said(texts, language, candidate.since)))
    if candidate.talk_at is not None:
        lines.append(line("programme-talk-set", when=moment_said(texts, language, candidate.talk_at)))
    if candidate.invited_until is not None:
        lines.append(line("programme-kept-for", until=moment_said(texts, language, candidate.invited_until)))
    if attendee.phone:
        lines.append(line("booking-phone", number=attendee.phone))
    rows: list[Row] = []
    if candidate.state in WAITING and programme.state in LIVE:
        if candidate.chat_id is not None:
            rows.append([button(say("programme-button-talk"), Answer(id=number, what="talk"))])
        if candidate.state != Standing.TALKED and programme.way_in == WayIn.TALK:
            rows.append([button(say("programme-button-talked"), Answer(id=number, what="talked"))])
        if candidate.state == Standing.TALKED or programme.way_in != WayIn.TALK:
            rows.append([button(say("programme-button-yes"), Answer(id=number, what="yes"))])
        else:
            lines += ["", line("programme-talk-first")]
    if candidate.state in (*WAITING, *HOLDING):
        key = "programme-button-remove" if candidate.state == Standing.IN else "programme-button-no"
        rows.append([button(say(key), Answer(id=number, what="no"))])
        if attendee.name is None:
            rows.append([button(say("programme-button-label"), Answer(id=number, what="label"))])
    back = OpenCandidates(id=programme.id or 0)
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, back)])


def no_screen(house: House, actor: Actor, known: Known) -> Screen:
    """One more tap before somebody is told no."""
    texts, language = house.texts, actor.language
    number = known.candidate.id or 0
    key = "programme-remove-sure" if known.candidate.state == Standing.IN else "programme-no-sure"
    name = who(house, language, known.candidate, known.attendee)
    sure = button(texts.plain(language, "programme-button-no-sure"), Answer(id=number, what="no", sure=True))
    return Screen(texts.html(language, key, who=name), [[sure], way_out(texts, language, OpenCandidate(id=number))])


def meetings_screen(house: House, actor: Actor, programme: Programme, found: Sequence[Slot], now: datetime) -> Screen:
    """All meetings; those that are over with how many had a place."""
    texts, language = house.texts, actor.language
    rows: list[Row] = []
    # The last few that are over, and what comes.
    over = sum(slot.ends_at <= now for slot in found)
    for slot in found[max(0, over - 4) :][:MOST]:
        at = local(slot.starts_at)
        state = "over" if slot.ends_at <= now else "now" if slot.starts_at - keeping.EARLY <= now else "ahead"
        label = texts.plain(
            language,
            "programme-button-meeting",
            state=state,
            weekday=texts.plain(language, "volunteering-weekday", weekday=at.weekday()),
            day=at.day,
            month=f"{at:%m}",
            count=slot.taken,
        )
        rows.append([button(label, OpenMeeting(slot=slot.id or 0))])
    key = "programme-meetings" if found else "programme-meetings-none"
    text = texts.html(language, key, title=programme.title)
    return Screen(text, [*rows, way_out(texts, language, OpenLed(id=programme.id or 0))])


def meeting_screen(
    house: House,
    actor: Actor,
    programme: Programme,
    slot: Slot,
    present: Sequence[Present],
    now: datetime,
    said: Html | None = None,
) -> Screen:
    """Who comes; from its beginning on, a tap for each who came or did not."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    number = slot.id or 0
    lines: list[str] = [said, ""] if said else []
    lines.append(line("programme-title", title=programme.title))
    lines.append(line("booking-when", when=moment_said(texts, language, slot.starts_at)))
    back = way_out(texts, language, OpenMeetings(id=programme.id or 0))
    if slot.withdrawn_at is not None:
        return Screen(Html("\n".join([*lines, "", line("programme-meeting-off")])), [back])
    begun = slot.starts_at - keeping.EARLY <= now
    lines += [
        "",
        line("programme-present" if present else "programme-present-none", count=sum(p.held for p in present)),
    ]
    lines += [_present_line(house, language, each) for each in present[:MOST]]
    rows: list[Row] = []
    if begun:
        if any(each.held and not _marked(each) for each in present):
            rows.append([button(say("programme-button-all"), OpenMeeting(slot=number, act="all"))])
        for each in present[:MOST]:
            if each.held and each.booking is not None and each.booking.id is not None:
                name = who(house, language, each.candidate, each.attendee)
                yes = "✅ " if each.booking.state == BookingState.CAME else ""
                no = "❌ " if each.booking.state == BookingState.MISSED else ""
                rows.append(
                    [
                        button(short(f"{yes}{name}"), MarkPresent(booking=each.booking.id, came=True)),
                        button(
                            f"{no}{say('programme-button-missed')}", MarkPresent(booking=each.booking.id, came=False)
                        ),
                    ]
                )
    elif programme.state in LIVE:
        rows.append([button(say("programme-button-meeting-off"), OpenMeeting(slot=number, act="off"))])
    return Screen(Html("\n".join(lines)), [*rows, back])


def meeting_off_screen(house: House, actor: Actor, slot: Slot) -> Screen:
    """One more tap before everybody is told."""
    texts, language = house.texts, actor.language
    number = slot.id or 0
    text = texts.html(language, "programme-meeting-off-sure", when=moment_said(texts, language, slot.starts_at))
    sure = button(texts.plain(language, "programme-button-off-sure"), OpenMeeting(slot=number, act="sure"))
    return Screen(text, [[sure], way_out(texts, language, OpenMeeting(slot=number))])


def step_back_screen(house: House, actor: Actor, programme_id: int) -> Screen:
    """One more tap before somebody leads it no more."""
    texts, language = house.texts, actor.language
    sure = button(texts.plain(language, "programme-button-step-back-sure"), StepBack(id=programme_id, sure=True))
    return Screen(
        texts.html(language, "programme-step-back-sure"), [[sure], way_out(texts, language, OpenLed(id=programme_id))]
    )


def _marked(present: Present) -> bool:
    return present.booking is not None and present.booking.state in (BookingState.CAME, BookingState.MISSED)


def _present_line(house: House, language: str, present: Present) -> Html:
    state = "skips"
    if present.held and present.booking is not None:
        state = present.booking.state
    name = who(house, language, present.candidate, present.attendee)
    return house.texts.html(language, "programme-present-line", who=name, state=state)
