"""What a resident sees of the desk: what would be passed on, how it stands, and when somebody reads."""

from datetime import datetime
from functools import partial
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.desk import conversations, hours
from bot.desk.conversations import State
from bot.desk.hours import DeskHours
from bot.desk.rows import Conversation
from bot.handlers.buttons import OpenHuman
from bot.handlers.card import WEEKDAYS
from bot.handlers.desk.buttons import BeginTalk, EndTalk, TalkState, Work
from bot.handlers.menu import LANGUAGE_NAMES, House
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.places.wording import hour_said, local_day
from bot.texts import Html

LONGEST_QUESTION: Final = 400
"""Letters of the last question that are passed on; the rest can be said in the conversation."""
_WEEK: Final = 7


def consent_screen(house: House, actor: Actor, question: str | None, card: str | None, *, danger: bool) -> Screen:
    """What staff will see, a word about PESEL, and one tap to agree."""
    html, say = partial(house.texts.html, actor.language), partial(house.texts.plain, actor.language)
    lines: list[str] = [html("talk-ask")]
    if question:
        lines.append(html("talk-ask-question", question=question))
    if card and (found := house.catalogue.card(card)):
        lines.append(html("talk-ask-card", card=found.service.name.in_(actor.language)))
    lines += [html("talk-ask-language", spoken=LANGUAGE_NAMES[actor.language]), html("talk-ask-rest")]
    rows: list[Row] = [[button(say("talk-button-yes"), BeginTalk(danger=danger))]]
    if question or card:
        rows.append([button(say("talk-button-bare"), BeginTalk(bare=True, danger=danger))])
    text = Html("\n".join(lines) + "\n\n" + html("talk-ask-warning"))
    return Screen(text, [*rows, way_out(house.texts, actor.language, OpenHuman())])


async def state_screen(
    house: House, actor: Actor, session: AsyncSession, talk: Conversation, now: datetime, heading: Html | None = None
) -> Screen:
    """How a conversation stands at this moment."""
    title = heading or house.texts.html(actor.language, "talk-title", number=str(talk.number))
    text = Html(f"{title}\n{await state_said(house, actor, session, talk, now)}")
    rows: list[Row] = [
        [
            button(house.texts.plain(actor.language, "talk-button-state"), TalkState()),
            button(house.texts.plain(actor.language, "talk-button-end"), EndTalk(id=talk.id or 0)),
        ]
    ]
    return Screen(text, rows, aside=True)


async def state_said(house: House, actor: Actor, session: AsyncSession, talk: Conversation, now: datetime) -> Html:
    """Who has it, or which place in the line; and, where nobody reads now, from when on somebody will."""
    html = partial(house.texts.html, actor.language)
    lines: list[str] = []
    if talk.state == State.TAKEN:
        lines.append(html("talk-taken", who=talk.taken_name) if talk.taken_name else html("talk-taken-by-somebody"))
    elif talk.state == State.SNOOZED:
        lines.append(html("talk-snoozed"))
    else:
        lines.append(html("talk-place", place=str(await conversations.place_in_line(session, talk))))
    desk = await hours.of_centre(session, house.catalogue, talk.centre)
    lines.append(when_read(house, actor.language, desk, now))
    if not (desk.known and desk.open_at(now)):
        lines.append(html("talk-waits"))
    return Html("\n".join(lines))


def when_read(house: House, language: str, desk: DeskHours, now: datetime) -> Html:
    """Whether somebody reads now; else from when on, as far as confirmed hours say."""
    html = partial(house.texts.html, language)
    if not desk.known:
        return html("talk-hours-unknown")
    if desk.open_at(now):
        said = html("talk-open")
    elif opens := desk.next_opening(now):
        day = local_day(opens)
        days = (day - now.astimezone(WARSAW).date()).days
        when = ("today", "tomorrow")[days] if days <= 1 else WEEKDAYS[day.weekday()] if days < _WEEK else "later"
        said = html("talk-closed", when=when, day=day, opens=hour_said(opens))
    else:
        return html("talk-hours-unknown")
    return Html(f"{said} <i>[{html('example-mark')}]</i>") if desk.example else said


def ended_screen(house: House, actor: Actor, talk: Conversation) -> Screen:
    """It is over, the bot answers again, and until when it can be opened again."""
    html, say = partial(house.texts.html, actor.language), partial(house.texts.plain, actor.language)
    text = html("talk-ended", number=str(talk.number))
    rows: list[Row] = []
    if talk.reopen_until:
        text = Html(f"{text}\n{html('talk-reopen-until', date=local_day(talk.reopen_until))}")
        rows.append([button(say("desk-button-reopen"), Work(what="reopen", id=talk.id or 0))])
    return Screen(text, [*rows, way_out(house.texts, actor.language)])
