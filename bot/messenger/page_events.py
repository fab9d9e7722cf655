"""A chat's events as a page reads them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from bot.messenger import polls, reactions
from bot.messenger.exchange import Change
from bot.messenger.tables import Chat, ChatEvent, Message
from bot.messenger.topics import GENERAL

ANSWER_SHOWN_FOR = timedelta(minutes=1)
"""An answer to a button press is news for so long; later it is left out of the events."""


@dataclass(frozen=True)
class Event:
    """Something that happened in a chat.

    ``kind`` and ``payload``:
    - ``message`` and ``edited``: ``message`` (a Bot API Message in its present state), ``mine``,
      ``keyboard`` (a reply keyboard, its removal or a forced reply that came with it; else None) and
      ``voted`` (this person's options in its poll, by position) and ``reactions`` (see `reactions.counted`).
      To be taken as "now it is so": the same message may come again.
    - ``deleted``: ``message_id``.
    - ``answer``: ``callback_query_id``, ``text``, ``show_alert``: the answer to a press of this person.
    - ``action``: ``action`` ("typing", …); repeats the ``seq`` before it and is not kept.
    - ``blocked``: ``blocked`` true or false.
    - ``cleared``: the chat was forgotten (quick exit, perhaps in another tab). The last one.
    - ``topic``: a topic was changed or deleted.
    - ``elsewhere``: something happened in the forum, perhaps in another topic; repeats the ``seq`` before it.
    - ``past``: of no interest any more; only its ``seq`` counts.

    ``seq`` grows within a chat and is what to go on from after a lost connection.
    """

    seq: int
    kind: str
    payload: dict[str, Any]


async def read(
    change: Change, room: Chat, user_id: int, after_seq: int | None, limit: int, thread_id: int | None = None
) -> list[Event]:
    """The first ``limit`` events after ``after_seq``, or with None the latest ``limit`` messages; in order.

    ``thread_id``: only those of a topic, and what concerns no message.
    """
    query = select(ChatEvent).where(
        ChatEvent.room_id == room.id, col(ChatEvent.user_id).is_(None) | (col(ChatEvent.user_id) == user_id)
    )
    if thread_id is not None:
        about = col(ChatEvent.thread_id)
        here = about.is_(None) if thread_id == GENERAL else about == thread_id
        query = query.where(here | col(ChatEvent.message_id).is_(None))
    if after_seq is None:
        latest = query.where(ChatEvent.kind == "message").order_by(col(ChatEvent.seq).desc()).limit(limit)
        rows = list(await change.session.exec(latest))[::-1]
    else:
        later = query.where(ChatEvent.seq > after_seq).order_by(col(ChatEvent.seq)).limit(limit)
        rows = list(await change.session.exec(later))
    return await _shown(change, room, rows, user_id)


async def _shown(change: Change, room: Chat, rows: list[ChatEvent], user_id: int) -> list[Event]:
    """Rows as events. One whose message is gone becomes ``deleted``, so that no ``seq`` is left out."""
    ids = {row.message_id for row in rows if row.message_id and row.kind in ("message", "edited")}
    query = select(Message).where(Message.room_id == room.id, col(Message.message_id).in_(ids))
    messages = list(await change.session.exec(query)) if ids else []
    rendered = dict(zip((m.message_id for m in messages), await change.render(room, messages), strict=True))
    asked = [message.content["poll"]["id"] for message in messages if "poll" in message.content]
    voted = await polls.chosen(change.session, user_id, asked)
    reacted = await reactions.counted(change, room, ids, user_id)
    rows_by_id = {message.message_id: message for message in messages}
    events = []
    for row in rows:
        message = rows_by_id.get(row.message_id or 0)
        if message:
            keyboard = message.markup if message.markup and "inline_keyboard" not in message.markup else None
            payload = {
                "message": rendered[message.message_id],
                "mine": message.sender_id == user_id,
                "keyboard": keyboard,
                "voted": voted.get(message.content["poll"]["id"], []) if "poll" in message.content else [],
                "reactions": reacted.get(message.message_id, []),
            }
            events.append(Event(row.seq, row.kind, payload))
        elif row.kind in ("message", "edited", "deleted"):
            events.append(Event(row.seq, "deleted", {"message_id": row.message_id}))
        elif row.kind != "answer" or change.now - row.created_at <= ANSWER_SHOWN_FOR:
            events.append(Event(row.seq, row.kind, row.data or {}))
        else:
            events.append(Event(row.seq, "past", {}))
    return events
