"""Reactions: one emoji of somebody to a message."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from sqlmodel import col, select

from bot.messenger.exchange import Change
from bot.messenger.objects import Json
from bot.messenger.tables import Chat, Message, Reaction

EMOJI: Final = frozenset(
    """
    ❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉
    🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓
    👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡
    """.split()  # noqa: SIM905
)
"""What the Bot API takes."""


def plain(emoji: str) -> str:
    """An emoji without the selector that only says how it is drawn, as Telegram keeps it."""
    return emoji.replace("\ufe0f", "")


def objects(emoji: str | None) -> list[Json]:
    """The Bot API's ReactionType list."""
    return [{"type": "emoji", "emoji": emoji}] if emoji else []


async def react(change: Change, room: Chat, message: Message, user_id: int, emoji: str | None) -> str | None:
    """Put somebody's reaction in place of the earlier one, or take it back. Returns the earlier one."""
    row = await change.session.get(Reaction, (room.id, message.message_id, user_id))
    before = row.emoji if row else None
    if before == emoji:
        return before
    if row and emoji is None:
        await change.session.delete(row)
    elif row and emoji:
        row.emoji = emoji
        change.session.add(row)
    elif emoji:
        change.session.add(
            Reaction(room_id=message.room_id, message_id=message.message_id, user_id=user_id, emoji=emoji)
        )
    await change.session.flush()
    await change.event(room, "edited", message.message_id, thread_id=message.thread_id)
    return before


async def counted(change: Change, room: Chat, ids: Iterable[int], user_id: int) -> dict[int, list[Json]]:
    """The reactions to messages as a page shows them: ``emoji``, ``count`` and whether this person is among them."""
    wanted = set(ids)
    if not wanted:
        return {}
    query = select(Reaction).where(Reaction.room_id == room.id, col(Reaction.message_id).in_(wanted))
    rows = list(await change.session.exec(query))
    own = {(row.message_id, row.emoji) for row in rows if row.user_id == user_id}
    shown: dict[int, list[Json]] = {}
    for (message_id, emoji), count in Counter((row.message_id, row.emoji) for row in rows).items():
        mine = (message_id, emoji) in own
        shown.setdefault(message_id, []).append({"emoji": emoji, "count": count, "mine": mine})
    return shown
