"""What people write: texts, contacts, files, albums; changing and deleting their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from bot.messenger import stored_files
from bot.messenger.exchange import Change, Exchange
from bot.messenger.groups import tell_bots
from bot.messenger.methods.copies import new_album
from bot.messenger.methods.edits import remove
from bot.messenger.methods.media import MOST_IN_ALBUM, PHOTO_BYTES
from bot.messenger.methods.messages import CAPTION_LENGTH, TEXT_LENGTH
from bot.messenger.objects import Json
from bot.messenger.own_chats import NotPossible, own_chat, own_message, own_topic, plain_line, written
from bot.messenger.params import MOST_BYTES, Upload
from bot.messenger.rights import may_write
from bot.messenger.tables import Message
from bot.messenger.topics import may_write_in

Kind = Literal["photo", "video", "document", "voice"]


@dataclass(frozen=True)
class SentFile:
    """A file that a person sends, and as what."""

    kind: Kind
    data: bytes
    name: str
    mime: str
    seconds: int = 0
    """How long it runs, where the file does not say."""


class Writing:
    """The part of `PeopleSide` that writes. Every method raises `NotPossible` when it cannot.

    ``thread_id`` is a topic of a forum, 1 the General one. ``reply_to`` is a message of the same chat and
    topic; any other is passed over, as one that was deleted meanwhile must not hold up what was written.
    """

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def send_text(
        self,
        user_id: int,
        chat_id: int,
        text: str,
        client_key: str,
        reply_to: int | None = None,
        thread_id: int | None = None,
    ) -> int:
        """Write a message; returns its id. The same ``client_key`` twice is one message."""
        content = written(text, "text", TEXT_LENGTH)
        return await self._send(user_id, chat_id, content, client_key, reply_to, thread_id=thread_id)

    async def send_contact(
        self, user_id: int, chat_id: int, phone_number: str, first_name: str, client_key: str
    ) -> int:
        """Hand over one's own phone number."""
        phone = plain_line(phone_number, 32)
        if not any(character.isdigit() for character in phone):
            raise NotPossible("empty")
        contact = {"phone_number": phone, "first_name": plain_line(first_name, 64) or "?", "user_id": user_id}
        return await self._send(user_id, chat_id, {"contact": contact}, client_key)

    async def send_file(
        self,
        user_id: int,
        chat_id: int,
        kind: Kind,
        data: bytes,
        filename: str,
        mime: str,
        caption: str | None,
        client_key: str,
        reply_to: int | None = None,
        thread_id: int | None = None,
        seconds: int = 0,
    ) -> int:
        """Send a picture, a video, a voice note or a document. One that cannot be shown so raises ``bad file``."""
        content, file = self._sent(SentFile(kind, data, filename, mime, seconds), caption)
        return await self._send(user_id, chat_id, content, client_key, reply_to, file, thread_id)

    async def send_album(
        self,
        user_id: int,
        chat_id: int,
        files: Sequence[SentFile],
        caption: str | None,
        client_key: str,
        reply_to: int | None = None,
        thread_id: int | None = None,
    ) -> list[int]:
        """Send 2 to 10 pictures and videos, or as many documents, as one album; the first has the caption.

        Each has a key of its own made of ``client_key``, so a repeated sending doubles none. Raises
        ``bad file`` when pictures and documents are mixed.
        """
        if not 2 <= len(files) <= MOST_IN_ALBUM or len({file.kind == "document" for file in files}) > 1:
            raise NotPossible("bad file")
        if sum(len(file.data) for file in files) > MOST_BYTES:
            raise NotPossible("too big")
        album = {"media_group_id": new_album()}
        pieces = [self._sent(file, caption if number == 0 else None) for number, file in enumerate(files)]
        async with self._exchange.change() as change:
            return [
                await self._post(
                    change, user_id, chat_id, content | album, f"{client_key[:60]}:{number}", reply_to, file, thread_id
                )
                for number, (content, file) in enumerate(pieces)
            ]

    def _sent(self, file: SentFile, caption: str | None) -> tuple[Json, SentFile]:
        if not stored_files.fitting(file.kind, file.data):
            raise NotPossible("bad file")
        if len(file.data) > (PHOTO_BYTES if file.kind == "photo" else MOST_BYTES):
            raise NotPossible("too big")
        content = written(caption, "caption", CAPTION_LENGTH) if caption and caption.strip() else {}
        return content, file

    async def _send(
        self,
        user_id: int,
        chat_id: int,
        content: Json,
        client_key: str,
        reply_to: int | None = None,
        file: SentFile | None = None,
        thread_id: int | None = None,
    ) -> int:
        for last in (False, True):
            try:
                async with self._exchange.change() as change:
                    return await self._post(
                        change, user_id, chat_id, content, client_key[:64], reply_to, file, thread_id
                    )
            except IntegrityError:
                # On PostgreSQL two sends of one key may meet; the second finds the first one's message.
                if last:
                    raise
        raise AssertionError("the second try returns or raises")

    async def _post(
        self,
        change: Change,
        user_id: int,
        chat_id: int,
        content: Json,
        client_key: str,
        reply_to: int | None,
        file: SentFile | None,
        thread_id: int | None,
    ) -> int:
        room = await own_chat(change, user_id, chat_id)
        if room.blocked:
            raise NotPossible("blocked")
        sort: Json = {file.kind: ...} if file else content
        member = await change.member(room, user_id)
        if room.type != "private" and not may_write(room, member, sort):
            raise NotPossible("no rights")
        topic_id = await own_topic(change, room, thread_id)
        if not await may_write_in(change, room, topic_id, member, user_id):
            raise NotPossible("topic closed")
        earlier = select(Message.message_id).where(
            Message.room_id == room.id, Message.sender_id == user_id, Message.client_key == client_key
        )
        if known := (await change.session.exec(earlier)).first():
            return known
        answered = await change.message(room, reply_to) if reply_to and 0 < reply_to < 2**31 else None
        reply_to = answered.message_id if answered and answered.thread_id == topic_id else None
        file_id = None
        if file:
            row = stored_files.keep(change, stored_files.FOLDERS[file.kind], Upload(file.name, file.mime, file.data))
            file_id = row.file_id
            content = stored_files.content(file.kind, row, (0, 0, file.seconds)) | content
        if not room.started:
            room.started = True
            change.session.add(room)
        message = await change.post(
            room,
            user_id,
            content,
            reply_to=reply_to,
            file_id=file_id,
            client_key=client_key,
            thread_id=topic_id,
        )
        await tell_bots(change, room, message)
        return message.message_id

    async def edit_own(self, user_id: int, chat_id: int, message_id: int, text: str) -> None:
        """Change one's own text, or the caption of one's own picture or document."""
        async with self._exchange.change() as change:
            room = await own_chat(change, user_id, chat_id)
            message = await own_message(change, room, message_id)
            if message.sender_id != user_id:
                raise NotPossible("not yours")
            if "text" in message.content:
                new = written(text, "text", TEXT_LENGTH)
            elif message.file_id:
                new = written(text, "caption", CAPTION_LENGTH) if text.strip() else {}
            else:
                raise NotPossible("not yours")
            gone = ("text", "entities", "caption", "caption_entities")
            message.content = {k: v for k, v in message.content.items() if k not in gone} | new
            message.edit_date = change.now
            change.session.add(message)
            await change.event(room, "edited", message_id, thread_id=message.thread_id)
            await tell_bots(change, room, message, "edited_message")

    async def delete_own(self, user_id: int, chat_id: int, message_id: int) -> None:
        """Delete one's own message; bots are not told, as in Telegram."""
        async with self._exchange.change() as change:
            room = await own_chat(change, user_id, chat_id)
            message = await own_message(change, room, message_id)
            if message.sender_id != user_id:
                raise NotPossible("not yours")
            await remove(change, room, message)
