"""What the desk is woken up for; each step a transaction of its own that may be done twice without harm."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

import structlog
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue.catalogue import Catalogue
from bot.clock import WARSAW, Clock
from bot.desk import bringing, delivered, escalation, hours, mirroring, owing, working
from bot.desk.content import Content
from bot.desk.conversations import OPEN, State, locked
from bot.outbox import states
from bot.outbox.kinds import Done
from bot.storage import Database, writing
from bot.storage.tables import (
    Conversation,
    ConversationTopic,
    DeskFile,
    DeskMessage,
    OwedMessage,
    StaffRoom,
)

log = structlog.get_logger(__name__)

AHEAD: Final = timedelta(hours=1)
"""So long before its moment something gets its alarm."""
LATE: Final = timedelta(hours=2)
"""So long after opening the first line of a day is still one."""
Fetch = Callable[[str, str], Awaitable[bytes]]
"""Given (channel, file id), fetches a file from the channel's Bot API server."""
_FOLLOWED: Final[dict[str, Done]] = {
    owing.TOPIC: delivered.topic_made,
    owing.MIRROR: delivered.mirrored,
    owing.REPLY: delivered.replied,
}


class _Waits(NamedTuple):
    """All that the moment of somebody's next reminder hangs on, beside the centre's hours."""

    id: int
    centre: str
    since: datetime | None
    reminded: int
    reminded_at: datetime | None
    in_danger: bool


class Watch:
    """Looks after every centre's desk. ``catalogue`` gives the living one."""

    def __init__(self, database: Database, clock: Clock, catalogue: Callable[[], Catalogue], fetch: Fetch) -> None:
        self._database = database
        self._clock = clock
        self._catalogue = catalogue
        self._fetch = fetch
        self._hours: dict[str, hours.DeskHours] = {}
        self._moments: dict[_Waits, datetime | None] = {}

    async def tick(self) -> None:
        """Everything that is due now, one after the other; who has alarms (`bot.scheduler`) needs it not."""
        now = self._clock()
        for due, work in (
            (self.lapses_due, self.lapse),
            (self.snoozes_due, self.wake),
            (self.topics_due, self.bring),
            (self.files_due, self.fetch),
            (self.reminders_due, self.remind),
            (self.mornings_due, self.greet),
        ):
            async with self._database.session() as session:
                found = list(await due(session, now))
            for number, moment in found:
                if moment <= now:
                    await work(number)

    async def reminders_due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        """Conversations without an answer, with the moment of their next reminder."""
        waiting = await escalation.unanswered(session)
        for centre in {one.centre for one in waiting}:
            its = await hours.of_centre(session, self._catalogue(), centre)
            if self._hours.get(centre) != its:
                self._hours[centre] = its
                self._moments = {key: moment for key, moment in self._moments.items() if key.centre != centre}
        # Two months of opening hours are gone through for each: once is enough, until something of it changes.
        keys = {
            _Waits(one.id or 0, one.centre, one.waiting_since, one.reminded, one.reminded_at, one.in_danger): one
            for one in waiting
        }
        self._moments = {
            key: self._moments[key] if key in self._moments else escalation.moment(one, self._hours[one.centre])
            for key, one in keys.items()
        }
        return [(key.id, moment) for key, moment in self._moments.items() if moment and moment <= now + AHEAD]

    async def remind(self, conversation_id: int) -> None:
        async with self._database.transaction() as session:
            conversation = await session.get(Conversation, conversation_id)
            if conversation is not None:
                its = await hours.of_centre(session, self._catalogue(), conversation.centre)
                await escalation.remind(session, self._clock(), conversation_id, its)

    async def lapses_due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        """Conversations that are held, with the desk's closing time; at once where the holder works here no more."""
        found = dict(await _moments(session, State.TAKEN, Conversation.lapses_at, now))
        rows = await session.exec(select(Conversation.id).where(working.let_go_of(now)))
        return (found | {number: now for number in rows.all() if number is not None}).items()

    async def lapse(self, conversation_id: int) -> None:
        async with self._database.transaction() as session:
            await working.lapse(session, self._clock(), conversation_id)

    async def snoozes_due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        """Conversations that were put aside, with the moment when they come back."""
        return await _moments(session, State.SNOOZED, Conversation.snoozed_until, now)

    async def wake(self, conversation_id: int) -> None:
        async with self._database.transaction() as session:
            await working.wake(session, self._clock(), conversation_id)

    async def mornings_due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        """Rooms to which the first line of today is to be said, with the moment when their desk opens."""
        found = list[tuple[int, datetime]]()
        for room in await escalation.rooms_to_greet(session, now):
            its = await hours.of_centre(session, self._catalogue(), room.centre)
            opening = its.opening_of(now.astimezone(WARSAW).date())
            if room.id is not None and opening is not None and opening - AHEAD <= now < opening + LATE:
                found.append((room.id, opening))
        return found

    async def greet(self, room_id: int) -> None:
        async with self._database.transaction() as session:
            await escalation.greet(session, self._clock(), room_id)

    async def topics_due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        """Open conversations whose topic was asked for in vain, with the moment when to ask again."""
        rows = await session.exec(
            select(ConversationTopic.conversation_id, ConversationTopic.asked_at)
            .join(Conversation, col(Conversation.id) == col(ConversationTopic.conversation_id))
            .join(
                StaffRoom,
                (col(StaffRoom.channel) == col(ConversationTopic.channel))
                & (col(StaffRoom.chat_id) == col(ConversationTopic.chat_id)),
            )
            .where(
                col(ConversationTopic.thread_id).is_(None),
                col(StaffRoom.trouble).is_(None),
                col(Conversation.state).in_(OPEN),
            )
        )
        return [(number, (asked or now) + bringing.ASK_AGAIN) for number, asked in rows.all()]

    async def bring(self, conversation_id: int) -> None:
        async with self._database.transaction() as session:
            if conversation := await locked(session, conversation_id):
                await bringing.bring(session, self._clock(), conversation)

    async def files_due(self, session: AsyncSession, now: datetime) -> Iterable[tuple[int, datetime]]:
        """Messages whose file is to go to another channel."""
        rows = await session.exec(
            select(DeskFile.message_id).where(col(DeskFile.content).is_(None), col(DeskFile.failed).is_(False))
        )
        return [(number, now) for number in rows.all()]

    async def fetch(self, message_id: int) -> None:
        """Fetch a file and let its message go on; without it when that cannot be."""
        async with self._database.session() as session:
            message = await session.get(DeskMessage, message_id)
            file = await session.get(DeskFile, message_id)
        if message is None or file is None:
            return
        data, content = None, Content.read(message.content)
        try:
            data = await self._fetch(message.source_channel, content.file_id or "")
        except Exception as error:
            if self._clock() < file.give_up_at:
                raise  # rings again after a pause
            log.warning("file not fetched", number=message_id, reason=type(error).__name__)
        async with self._database.transaction() as session:
            await session.exec(
                update(DeskFile)
                .where(col(DeskFile.message_id) == message_id)
                .values(content=data, failed=data is None)
                .execution_options(synchronize_session=False)
            )
            await mirroring.go_on(session, self._clock(), message_id)


async def follow_up(session: AsyncSession, now: datetime) -> int:
    """What was being sent, for the second time, by a process that was killed: nobody was told how that ended."""
    await writing(session)
    rows = await session.exec(
        select(OwedMessage).where(
            col(OwedMessage.finished_at) > now - AHEAD,
            col(OwedMessage.state) == states.State.UNCERTAIN,
            col(OwedMessage.reason) == "process ended",
            col(OwedMessage.kind).in_(list(_FOLLOWED)),
        )
    )
    found = list(rows.all())
    for owed in found:
        await session.exec(
            update(OwedMessage)
            .where(col(OwedMessage.id) == owed.id)
            .values(reason="followed up")
            .execution_options(synchronize_session=False)
        )
        await _FOLLOWED[owed.kind](session, owed, states.State.UNCERTAIN, [], now)
    return len(found)


async def _moments(session: AsyncSession, state: State, column: Any, now: datetime) -> list[tuple[int, datetime]]:
    moment = col(column)
    rows = await session.exec(
        select(Conversation.id, moment).where(col(Conversation.state) == state, moment <= now + AHEAD)
    )
    return [(number, at) for number, at in rows.all() if number is not None]
