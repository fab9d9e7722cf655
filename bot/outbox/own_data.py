"""What the outbox keeps of one person, and the file with everything that is kept of them."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

from sqlalchemy import String, cast
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.kinds import Call, Kind, Kinds, Upload, language_at
from bot.outbox.owed import owe
from bot.outbox.states import Priority, State
from bot.people import own_data
from bot.people.own_data import Line, Part, Person, moment
from bot.storage.tables import Address, OwedMessage

MY_DATA: Final = "my-data"
FILE: Final = "moje-dane.json"
_LASTS: Final = timedelta(hours=1)


class Speech(Protocol):
    """The renderer of texts."""

    def plain(self, language: str, key: str, **values: Any) -> str: ...


async def owe_file(session: AsyncSession, now: datetime, account_id: int, channel: str, chat_id: int) -> bool:
    """Everything kept of an account as a file (RODO art. 20), to the chat that asks; false for a second tap at once."""
    return await owe(
        session,
        now=now,
        dedupe_key=f"{MY_DATA}:{channel}:{chat_id}:{now:%Y%m%d%H%M}",
        channel=channel,
        chat_id=chat_id,
        centre=None,
        kind=MY_DATA,
        payload={"account": account_id},
        priority=Priority.LIVE,
        expires_at=now + _LASTS,
    )


def register(kinds: Kinds, speech: Speech, parts: Sequence[Part]) -> None:
    """Make the file known to the outbox. It is written when it is sent, so it is kept nowhere."""

    async def render(session: AsyncSession, owed: OwedMessage) -> Call:
        found = await own_data.told(session, parts, (owed.payload or {})["account"])
        language = await language_at(session, owed.channel, owed.chat_id)
        content = json.dumps(found, ensure_ascii=False, indent=2).encode()
        caption = speech.plain(language, "own-file-caption")
        return Call("sendDocument", {"document": Upload(content, FILE), "caption": caption, "protect_content": True})

    async def recheck(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
        address = await session.get(Address, (owed.channel, owed.chat_id))
        same = address is not None and address.account_id == (owed.payload or {}).get("account")
        return None if same else "gone"

    kinds.register(Kind(MY_DATA, render, recheck))


async def _tell(session: AsyncSession, person: Person) -> list[Line]:
    lines: list[Line] = []
    for channel, chat_id in person.addresses:
        rows = await session.exec(
            select(OwedMessage)
            .where(col(OwedMessage.channel) == channel, col(OwedMessage.chat_id) == chat_id)
            .order_by(col(OwedMessage.id))
        )
        lines += [
            {"kind": row.kind, "state": row.state, "at": moment(row.finished_at or row.not_before)} for row in rows
        ]
    return lines


async def _erase(session: AsyncSession, now: datetime, person: Person) -> None:
    """What waits is taken back; what was sent stays counted in its report, to nobody."""
    for channel, chat_id in person.addresses:
        theirs = (col(OwedMessage.channel) == channel) & (col(OwedMessage.chat_id) == chat_id)
        await session.exec(
            update(OwedMessage)
            .where(theirs, col(OwedMessage.state) == State.WAITING)
            .values(state=State.DROPPED, reason="erased", finished_at=now)
            .execution_options(synchronize_session=False)
        )
        await session.exec(
            update(OwedMessage)
            .where(theirs)
            .values(
                chat_id=0,
                payload=None,
                message_ids=None,
                dedupe_key="erased:" + cast(col(OwedMessage.id), String),
            )
            .execution_options(synchronize_session=False)
        )


PART: Final = Part("messages", _tell, _erase)
