"""Kinds of owed messages: how each is put into words at the last moment, and whether it is still right.

Rooms that owe messages register their kinds when Okienko starts:

    kinds.register(Kind("reminder", render=render_reminder, recheck=still_booked, resend_uncertain=True))
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.states import State
from bot.storage.tables import Account, Address, OwedMessage
from bot.texts import DEFAULT


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to be sent anew, as a value in a `Call`'s arguments (also inside ``media``)."""

    content: bytes
    filename: str


@dataclass(frozen=True, slots=True)
class Call:
    """A Bot API method and its arguments, without ``chat_id``: delivery adds where to."""

    method: str
    arguments: dict[str, Any]


Render = Callable[[AsyncSession, OwedMessage], Awaitable[Call]]
"""Puts a message into words, in the person's language. Reads only."""

Recheck = Callable[[AsyncSession, OwedMessage, datetime], Awaitable[str | None]]
"""Whether a message is still right now (consent, role, freshness). None, or a short reason to drop it."""

Done = Callable[[AsyncSession, OwedMessage, State, Sequence[int], datetime], Awaitable[None]]
"""Told (message, how it ended, the messenger's numbers, now) in the recording transaction.

The payload still stands, and ``reason`` says why it did not arrive. A new topic's number counts as a message's."""

Gone = Callable[[AsyncSession, str, int, datetime], Awaitable[None]]
"""Told (channel, chat id, now) when nobody is at an address any more, in the recording transaction."""

Migrated = Callable[[AsyncSession, str, int, int], Awaitable[None]]
"""Told (channel, old id, new id) when a group became a supergroup, in the recording transaction."""


async def as_written(session: AsyncSession, owed: OwedMessage) -> Call:
    """The payload's own method and arguments.

    ``by_language`` may hold arguments for each language ({"pl": {"text": …}, …}): those of the
    recipient's win over ``arguments``; Polish where the language is unknown.
    """
    payload = owed.payload or {}
    arguments = dict(payload.get("arguments", {}))
    if by_language := payload.get("by_language"):
        language = await language_at(session, owed.channel, owed.chat_id)
        arguments |= by_language.get(language) or by_language.get(DEFAULT) or {}
    return Call(payload["method"], arguments)


async def language_at(session: AsyncSession, channel: str, chat_id: int) -> str:
    """The language chosen by the person at an address; the default when none was (and for groups)."""
    found = await session.exec(
        select(Account.language)
        .join(Address, col(Address.account_id) == col(Account.id))
        .where(col(Address.channel) == channel, col(Address.chat_id) == chat_id)
    )
    return found.first() or DEFAULT


async def always_right(_session: AsyncSession, _owed: OwedMessage, _now: datetime) -> str | None:
    """For kinds that nothing can make wrong."""
    return None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of message.

    ``resend_uncertain``: once more when it may not have arrived (a reminder twice is better than
    none); an announcement never is. ``done`` hears how each ended.
    """

    name: str
    render: Render = as_written
    recheck: Recheck = always_right
    resend_uncertain: bool = False
    done: Done | None = None


class Kinds:
    """What delivery knows: the kinds, and who wants to hear of lost and moved chats."""

    def __init__(self, *kinds: Kind) -> None:
        self._kinds: dict[str, Kind] = {}
        self.when_gone: list[Gone] = []
        self.when_migrated: list[Migrated] = []
        for kind in kinds:
            self.register(kind)

    def register(self, kind: Kind) -> None:
        """Make a kind known. Raises `ValueError` for a name that is taken."""
        if kind.name in self._kinds:
            raise ValueError(f"the kind {kind.name} is registered already")
        self._kinds[kind.name] = kind

    def named(self, name: str) -> Kind | None:
        return self._kinds.get(name)

    @property
    def resent(self) -> list[str]:
        """The kinds that are sent once more when they may not have arrived."""
        return [kind.name for kind in self._kinds.values() if kind.resend_uncertain]
