"""Events and the plan meet composing: drafts that lead there, answer buttons, those who come as an audience."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select
from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import composing, event_guests, event_messages, events, plan
from bot.announcements.audiences import SOURCES
from bot.announcements.content import Content, Keyboard, Piece
from bot.announcements.event_messages import Speech
from bot.announcements.events import Event
from bot.announcements.kinds import BUTTONS
from bot.announcements.plan import Plan
from bot.errors import OkienkoError
from bot.storage.tables import Account, Announcement, Attendance

AUDIENCE: Final = "event:"
"""Begins the key of the audience of those who come: ``event:<number>``."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who drafts and where: an organiser's account, centre, name of the centre and chat."""

    account_id: int
    centre: str
    signature: str
    channel: str
    chat_id: int


async def draft_for_event(session: AsyncSession, now: datetime, desk: Desk, speech: Speech, event: Event) -> int:
    """A draft that invites to an event: its words, its picture, and the answer buttons when it is sent.

    Raises `OkienkoError` for who does not organise the centre, and for an event cancelled or over.
    """
    if event.centre != desk.centre:
        raise OkienkoError("event-gone")
    if event.cancelled_at:
        raise OkienkoError("event-cancelled-already")
    if event.ends_at <= now:
        raise OkienkoError("event-over")
    pieces: tuple[Piece, ...] = ()
    if event.picture and event.picture_channel == desk.channel:
        pieces = (Piece("photo", event.picture),)
    text = await words(session, speech, event)
    return await _draft(session, now, desk, Content(text=text, pieces=pieces, signature=desk.signature), event.id)


async def words(session: AsyncSession, speech: Speech, event: Event) -> str:
    """What an invitation says before the organiser changes it."""
    left = await event_guests.left(session, event.id or 0)
    return event_messages.invitation(speech, "pl", event, left.total if left else 0)


async def draft_for_item(session: AsyncSession, now: datetime, desk: Desk, its_plan: Plan, item_id: str) -> int:
    """A draft that fulfils an item of the plan without an event (a poster, say); it counts once it goes out.

    Raises `OkienkoError` as `draft_for_event` does, and for an item that is not in the plan.
    """
    item = its_plan.item(item_id)
    if item is None or its_plan.centre != desk.centre:
        raise OkienkoError("plan-item-gone")
    number = await _draft(session, now, desk, Content(text=item.title.pl, signature=desk.signature), None)
    await plan.note(session, now, its_plan, item_id, desk.account_id, announcement_id=number)
    return number


def connect(speech: Speech) -> None:
    """Let announcements of events carry the answer buttons, and be sent to those who come. Harmless when repeated."""
    BUTTONS[:] = [*(more for more in BUTTONS if not isinstance(more, _AnswerButtons)), _AnswerButtons(speech)]
    SOURCES[AUDIENCE] = those_who_come


def those_who_come(centre: str, number: str) -> Select[Any]:
    """The accounts of those who said that they come to an event of this centre."""
    event = select(Event.id).where(
        col(Event.centre) == centre, col(Event.id) == (int(number) if number.isdigit() else 0)
    )
    said_so = select(Attendance.account_id).where(col(Attendance.event_id).in_(event), col(Attendance.coming).is_(True))
    chosen: Any = select(Account.id).where(
        or_(col(Account.id).in_(said_so), col(Account.id).in_(event_guests.accounts(event)))
    )
    return chosen  # type: ignore[no-any-return]


class _AnswerButtons:
    """The rows "będę / nie będę" under an announcement that invites to an event."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    async def __call__(self, session: AsyncSession, announcement: Announcement, language: str, group: bool) -> Keyboard:
        event = await events.find(session, announcement.event_id) if announcement.event_id else None
        if event is None:
            return []
        if group:
            count = await events.count(session, event)
            left = await event_guests.left(session, event.id or 0)
            made = event_messages.group_keyboard(self._speech, language, event, count, left)
        else:
            made = event_messages.private_keyboard(self._speech, language, event, None)
        rows: Keyboard = made["inline_keyboard"]
        return rows


async def _draft(session: AsyncSession, now: datetime, desk: Desk, content: Content, event_id: int | None) -> int:
    draft = await composing.draft(session, now, desk.account_id, desk.centre, desk.channel, desk.chat_id, content)
    draft.event_id = event_id
    session.add(draft)
    await session.flush()
    assert draft.id is not None
    return draft.id
