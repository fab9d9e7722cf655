"""Staff rooms: forum groups of a centre, one on each channel, in Telegram or in the page's own messenger."""

from datetime import datetime
from typing import Final

from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import owing
from bot.desk.audit import Action
from bot.errors import OkienkoError
from bot.outbox.states import State
from bot.people.roles import roles_in
from bot.storage import writing
from bot.storage.tables import AuditEntry, Conversation, ConversationTopic, DeskCopy, OwedMessage, Role, StaffRoom

MAY_SET: Final = frozenset({Role.ORGANISER, Role.ADMIN})
GONE, NO_RIGHTS, NO_FORUM = "gone", "no rights", "no forum"
TROUBLES: Final = (GONE, NO_RIGHTS, NO_FORUM)


async def register(session: AsyncSession, now: datetime, centre: str, channel: str, chat_id: int, by: int) -> StaffRoom:
    """Make a forum the centre's staff room on its channel, in the place of an earlier one; ends its trouble.

    `bot.desk.mirroring.bring_all` then brings there what is open. Raises `OkienkoError` ``desk-not-yours`` for
    outsiders and ``desk-room-taken`` for a group of another centre.
    """
    await writing(session)
    if MAY_SET.isdisjoint(await roles_in(session, by, centre)):
        raise OkienkoError("desk-not-yours")
    there = await at(session, channel, chat_id)
    if there is not None and there.centre != centre:
        raise OkienkoError("desk-room-taken")
    if there is None:
        await session.exec(delete(StaffRoom).where(col(StaffRoom.centre) == centre, col(StaffRoom.channel) == channel))
        there = StaffRoom(centre=centre, channel=channel, chat_id=chat_id, set_at=now)
    there.set_by, there.set_at, there.trouble = by, now, None
    session.add(there)
    session.add(AuditEntry(centre=centre, at=now, account_id=by, action=Action.ROOM_SET, about={"channel": channel}))
    await session.flush()
    return there


async def leave(session: AsyncSession, now: datetime, centre: str, channel: str, by: int) -> bool:
    """Nothing more goes to the centre's room on a channel. False when there was none."""
    await writing(session)
    if MAY_SET.isdisjoint(await roles_in(session, by, centre)):
        raise OkienkoError("desk-not-yours")
    done = await session.exec(
        delete(StaffRoom).where(col(StaffRoom.centre) == centre, col(StaffRoom.channel) == channel)
    )
    session.add(AuditEntry(centre=centre, at=now, account_id=by, action=Action.ROOM_LEFT, about={"channel": channel}))
    return bool(done.rowcount)


async def at(session: AsyncSession, channel: str, chat_id: int) -> StaffRoom | None:
    """The staff room that a group is, if it is one."""
    found = await session.exec(
        select(StaffRoom)
        .where(col(StaffRoom.channel) == channel, col(StaffRoom.chat_id) == chat_id)
        .execution_options(populate_existing=True)
    )
    return found.first()


async def conversation_at(
    session: AsyncSession, channel: str, chat_id: int, thread_id: int | None
) -> Conversation | None:
    """Whose topic that is."""
    found = await session.exec(
        select(Conversation)
        .join(ConversationTopic, col(ConversationTopic.conversation_id) == col(Conversation.id))
        .where(
            col(ConversationTopic.channel) == channel,
            col(ConversationTopic.chat_id) == chat_id,
            col(ConversationTopic.thread_id) == thread_id,
        )
    )
    return found.first() if thread_id is not None else None


async def trouble(session: AsyncSession, now: datetime, channel: str, chat_id: int, why: str) -> None:
    """Nothing reaches a room; whoever set it is told, once. What is owed there waits until it is set anew."""
    room = await at(session, channel, chat_id)
    if room is None or room.trouble == why:
        return
    room.trouble = why
    session.add(room)
    await session.flush()
    await owing.tell_account(
        session,
        now,
        room.set_by,
        room.centre,
        f"room:{room.id}:{why}:{now.timestamp():.0f}",
        "desk-room-trouble",
        why=why.replace(" ", "-"),
    )


async def well(session: AsyncSession, now: datetime, channel: str, chat_id: int) -> str | None:
    """A room's trouble is over: whoever set it is told. Its centre, for `bring_all`; None where there was none."""
    room = await at(session, channel, chat_id)
    if room is None or room.trouble is None:
        return None
    await writing(session)
    room.trouble = None
    session.add(room)
    await session.flush()
    once = f"room:{room.id}:well:{now.timestamp():.0f}"
    await owing.tell_account(session, now, room.set_by, room.centre, once, "desk-room-well")
    return room.centre


async def lost(session: AsyncSession, channel: str, chat_id: int, now: datetime) -> None:
    """Nobody is there any more, as a delivery found out (outbox hook)."""
    await trouble(session, now, channel, chat_id, GONE)


async def moved(session: AsyncSession, channel: str, old: int, new: int) -> None:
    """A group has a new number (outbox hook and service message): the room and its topics keep their place."""
    await writing(session)
    if await at(session, channel, old) is None or old == new:
        return
    for table in (StaffRoom, ConversationTopic, DeskCopy):
        await session.exec(
            update(table)
            .where(col(table.channel) == channel, col(table.chat_id) == old)
            .values(chat_id=new)
            .execution_options(synchronize_session=False)
        )
    # What is owed there must find its topic again, also when nobody has told the outbox yet.
    await session.exec(
        update(OwedMessage)
        .where(
            col(OwedMessage.channel) == channel,
            col(OwedMessage.chat_id) == old,
            col(OwedMessage.state) == State.WAITING,
        )
        .values(chat_id=new, migrated_from=old)
        .execution_options(synchronize_session=False)
    )
