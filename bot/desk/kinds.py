"""The outbox's kinds of the desk: words at the last moment, and whether they are still right."""

from datetime import datetime
from typing import Any, Final, Protocol

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import card_keys, delivered, owing, rooms
from bot.desk.content import LONGEST_CAPTION, LONGEST_TEXT, Content, Sort, Standing, album, sending
from bot.desk.permission import Clerk, need_staff
from bot.errors import OkienkoError
from bot.outbox.kinds import Call, Kind, Kinds, Upload, language_at
from bot.storage.tables import Callback, Conversation, ConversationTopic, DeskCopy, DeskFile, DeskMessage, OwedMessage

_QUESTION: Final = 400
"""Letters of what was asked before that a card shows."""
_SIGNS: Final = 60
"""Letters that the signs around what staff wrote may take."""


class Speech(Protocol):
    """The renderer of texts (`bot.texts.Texts`), which this room may not import."""

    def html(self, language: str, key: str, **values: Any) -> str: ...

    def plain(self, language: str, key: str, **values: Any) -> str: ...


class CardName(Protocol):
    """What a card of the catalogue is called: for (card's id, language); empty when there is none any more."""

    def __call__(self, card: str, language: str) -> str: ...


def register(kinds: Kinds, speech: Speech, card_name: CardName) -> None:
    """Make everything that the desk sends known to the outbox. Call once when Okienko starts."""
    words = _Words(speech, card_name)
    for kind in (
        Kind(owing.TOPIC, words.topic, not_erased, resend_uncertain=True, done=delivered.topic_made),
        Kind(owing.REOPEN, words.reopen, still_there, resend_uncertain=True, done=delivered.reopened),
        Kind(owing.TITLE, words.title, title_differs, resend_uncertain=True, done=delivered.titled),
        Kind(owing.MIRROR, words.mirror, still_there, resend_uncertain=True, done=delivered.mirrored),
        Kind(owing.EDIT, words.edit, still_there, resend_uncertain=True, done=delivered.said),
        Kind(owing.REPLY, words.reply, still_to_send, resend_uncertain=True, done=delivered.replied),
        Kind(owing.REPLY_EDIT, words.reply_edit, not_erased, resend_uncertain=True),
        Kind(owing.SAID, words.said, still_there, resend_uncertain=True, done=delivered.said),
        Kind(owing.TOLD, words.told, resend_uncertain=True),
    ):
        kinds.register(kind)
    kinds.when_gone.append(rooms.lost)
    kinds.when_migrated.append(rooms.moved)


async def still_there(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """Whose conversation was erased is not spoken of; without its topic nothing may go to the room at large."""
    number = (owed.payload or {}).get("conversation")
    if number is None:
        return None
    if await session.get(Conversation, number, populate_existing=True) is None:
        return "erased"
    topic = await session.get(ConversationTopic, (number, owed.channel, owed.chat_id), populate_existing=True)
    return None if topic is not None and topic.thread_id is not None else "topic gone"


async def not_erased(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """As long as the conversation is there."""
    conversation = await session.get(Conversation, (owed.payload or {})["conversation"], populate_existing=True)
    return None if conversation is not None else "erased"


async def title_differs(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """A title that says it already needs no call."""
    payload = owed.payload or {}
    topic = await session.get(
        ConversationTopic, (payload["conversation"], owed.channel, owed.chat_id), populate_existing=True
    )
    if topic is None or topic.thread_id is None:
        return "erased"
    return "unchanged" if topic.title == payload["code"] else None


async def still_to_send(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """A reply goes while it is not taken back, the person is there, and its author still works here."""
    payload = owed.payload or {}
    conversation = await session.get(Conversation, payload["conversation"], populate_existing=True)
    message = await session.get(DeskMessage, payload["message"], populate_existing=True)
    if conversation is None or message is None or conversation.chat_id is None or message.content is None:
        return "erased"
    if message.state != Standing.HELD:
        return "taken back"
    if message.author is None:
        return "role lost"
    try:
        await need_staff(session, Clerk(message.author, ""), conversation)
    except OkienkoError:
        return "role lost"
    return None


class _Words:
    def __init__(self, speech: Speech, card_name: CardName) -> None:
        self._speech = speech
        self._card_name = card_name

    async def topic(self, session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        conversation = await session.get_one(Conversation, payload["conversation"], populate_existing=True)
        return Call("createForumTopic", {"name": self._title(conversation, payload["code"], again=owed.resent)})

    async def title(self, session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        conversation = await session.get_one(Conversation, payload["conversation"], populate_existing=True)
        arguments = {**await self._thread(session, owed), "name": self._title(conversation, payload["code"])}
        return Call("editForumTopic", arguments)

    async def reopen(self, session: AsyncSession, owed: OwedMessage) -> Call:
        return Call("reopenForumTopic", await self._thread(session, owed))

    def _title(self, conversation: Conversation, code: str, again: bool = False) -> str:
        state, kind, danger = code.split(":")
        return self._speech.plain(
            owing.STAFF_LANGUAGE,
            "desk-title",
            number=str(conversation.number),
            spoken=conversation.language,
            state=state,
            kind=kind,
            danger="yes" if danger else "no",
            again="yes" if again else "no",
        )

    async def mirror(self, session: AsyncSession, owed: OwedMessage) -> Call:
        """What a resident wrote within one burst; the first one under the card."""
        payload = owed.payload or {}
        conversation = await session.get_one(Conversation, payload["conversation"], populate_existing=True)
        messages = await self._messages(session, payload["messages"])
        again = bool(payload.get("again")) or owed.resent
        head = await self._card(session, conversation) if payload.get("card") else ""
        is_card = bool(head)
        if not is_card and conversation.in_danger and not await self._title_warns(session, owed):
            head = self._speech.html(owing.STAFF_LANGUAGE, "desk-card-danger")
        call = await self._resident_said(session, owed.channel, messages, head, again, is_card=is_card)
        if payload.get("card"):
            call.arguments["reply_markup"] = self._card_buttons(conversation)
        call.arguments.update(await self._thread(session, owed))
        return call

    async def edit(self, session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        conversation = await session.get_one(Conversation, payload["conversation"], populate_existing=True)
        topic = await session.get(
            ConversationTopic, (conversation.id, owed.channel, owed.chat_id), populate_existing=True
        )
        is_card = topic is not None and topic.card_id == payload["copy"]
        messages = await self._copied(session, owed)
        card = await self._card(session, conversation) if is_card else ""
        text = self._text(messages, card, LONGEST_TEXT if _is_text(messages) else LONGEST_CAPTION)
        call = _editing(payload["copy"], text, messages)
        if is_card:
            call.arguments["reply_markup"] = self._card_buttons(conversation)
        return call

    async def reply(self, session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        message = await session.get_one(DeskMessage, payload["message"], populate_existing=True)
        conversation = await session.get_one(Conversation, payload["conversation"], populate_existing=True)
        content = Content.read(message.content)
        text = self._staff_said(conversation, content, again=owed.resent)
        file = await self._file(session, message, owed.channel)
        return sending(text, *self._with_file(conversation.language, content, file, message, owed.channel))

    async def reply_edit(self, session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        conversation = await session.get_one(Conversation, payload["conversation"], populate_existing=True)
        messages = await self._copied(session, owed)
        text = "\n".join(self._staff_said(conversation, Content.read(message.content)) for message in messages)
        return _editing(payload["copy"], text, messages)

    async def said(self, session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        lines = [self._speech.html(owing.STAFF_LANGUAGE, key, **values) for key, values in payload["lines"]]
        arguments: dict[str, Any] = {"text": "\n".join(lines), "parse_mode": "HTML"}
        if payload.get("conversation") is not None:
            arguments |= await self._thread(session, owed)
        return Call("sendMessage", arguments)

    async def told(self, session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        language = payload.get("language") or await language_at(session, owed.channel, owed.chat_id)
        text = self._speech.html(language, payload["key"], **payload["values"])
        arguments: dict[str, Any] = {"text": text, "parse_mode": "HTML"}
        if rows := payload.get("buttons"):
            arguments["reply_markup"] = {
                "inline_keyboard": [[self._button(language, *one) for one in row] for row in rows]
            }
        return Call("sendMessage", arguments)

    def _button(self, language: str, key: str, data: str, n: str | None = None) -> dict[str, str]:
        values = {} if n is None else {"n": int(n)}
        return {"text": self._speech.plain(language, key, **values), "callback_data": data}

    def _card_buttons(self, conversation: Conversation) -> dict[str, Any]:
        rows = [
            [self._button(owing.STAFF_LANGUAGE, key, f"{owing.DATA}:{what}:{conversation.id}") for key, what in row]
            for row in card_keys.rows(conversation.kind)
        ]
        return {"inline_keyboard": rows}

    async def _card(self, session: AsyncSession, conversation: Conversation) -> str:
        """What staff need to begin: number, language, what was asked and shown. No name, no number of a person."""
        language, about = owing.STAFF_LANGUAGE, conversation.about or {}
        lines = [
            self._speech.html(
                language,
                "desk-card",
                number=str(conversation.number),
                spoken=conversation.language,
                channel=conversation.channel or "",
                kind=conversation.kind,
            )
        ]
        if conversation.in_danger:
            lines.append(self._speech.html(language, "desk-card-danger"))
        if case := about.get("case"):
            lines.append(self._speech.html(language, "desk-card-case", case=str(case)))
        if question := about.get("question"):
            lines.append(self._speech.html(language, "desk-card-question", question=str(question)[:_QUESTION]))
        if (card := about.get("card")) and (name := self._card_name(str(card), language)):
            lines.append(self._speech.html(language, "desk-card-shown", name=name))
        call = await session.get(Callback, conversation.id, populate_existing=True)
        if call is not None:
            lines.append(
                self._speech.html(language, "desk-card-call", name=call.first_name, when=call.when_said or "–")
            )
        return "\n".join(lines)

    async def _resident_said(
        self, session: AsyncSession, channel: str, messages: list[DeskMessage], head: str, again: bool, *, is_card: bool
    ) -> Call:
        mark = self._speech.html(owing.STAFF_LANGUAGE, "desk-again") if again else ""
        head = "\n".join(part for part in (mark, head) if part)
        most = LONGEST_TEXT if _is_text(messages) else LONGEST_CAPTION
        if not is_card and len(head) + sum(len(Content.read(one.content).text) + 1 for one in messages) > most:
            head = ""  # what was written comes first
        if _is_text(messages):
            return sending(self._text(messages, head, LONGEST_TEXT))
        language = owing.STAFF_LANGUAGE
        pieces: list[tuple[str, Content, Upload | None]] = []
        for message in messages:
            content, file = Content.read(message.content), await self._file(session, message, channel)
            caption = self._text([message], head if not pieces else "", LONGEST_CAPTION)
            if content.file_id and message.source_channel != channel and file is None:
                caption = "\n".join(part for part in (caption, self._speech.html(language, "desk-file-lost")) if part)
                content = Content(content.text)
            pieces.append((caption, content, file))
        files = [piece for piece in pieces if piece[1].sort is not Sort.TEXT]
        if len(pieces) == 1:
            return sending(*pieces[0])
        if len(files) < len(pieces):  # not all could be fetched: the words of all, and no album
            return sending("\n".join(caption for caption, _, _ in pieces if caption))
        return album(pieces)

    def _text(self, messages: list[DeskMessage], head: str, most: int) -> str:
        """The words of messages under each other (HTML), with what stood there before an edit, as far as it fits."""
        language, room = owing.STAFF_LANGUAGE, most - len(head)
        lines = []
        for message in messages:
            content = Content.read(message.content)
            said = content.text if len(content.text) <= room else content.text[: max(room - 1, 0)] + "…"
            text = self._speech.html(language, "desk-words", text=said) if content.text else ""
            room -= len(content.text) + 1
            if message.previous and room > 40:
                old = str(message.previous[-1]["text"])[: room - 30] or "–"
                text += "\n" + self._speech.html(language, "desk-words-before", text=old)
                room -= len(old) + 30
            lines.append(text)
        return "\n".join(line for line in (head, *lines) if line)

    def _staff_said(self, conversation: Conversation, content: Content, *, again: bool = False) -> str:
        """What staff wrote, under a sign that a person did; the longest messages have no room for signs."""
        language, most = conversation.language, LONGEST_TEXT if content.sort is Sort.TEXT else LONGEST_CAPTION
        if len(content.text) > most - _SIGNS:
            return self._speech.html(language, "desk-words", text=content.text[:most])
        text = self._speech.html(language, "desk-staff-says", text=content.text)
        return f"{self._speech.html(language, 'desk-again')}\n{text}" if again else text

    def _with_file(
        self, language: str, content: Content, file: Upload | None, message: DeskMessage, channel: str
    ) -> tuple[Content | None, Upload | None]:
        if content.file_id is None or (message.source_channel != channel and file is None):
            return None, None
        return content, file

    async def _file(self, session: AsyncSession, message: DeskMessage, channel: str) -> Upload | None:
        if message.source_channel == channel:
            return None
        file = await session.get(DeskFile, message.id, populate_existing=True)
        if file is None or file.content is None:
            return None
        return Upload(file.content, Content.read(message.content).name)

    async def _thread(self, session: AsyncSession, owed: OwedMessage) -> dict[str, Any]:
        number = (owed.payload or {})["conversation"]
        topic = await session.get_one(ConversationTopic, (number, owed.channel, owed.chat_id), populate_existing=True)
        return {"message_thread_id": topic.thread_id}

    async def _title_warns(self, session: AsyncSession, owed: OwedMessage) -> bool:
        """Whether the topic's title says already that somebody may be in danger; it lags up to a minute behind."""
        number = (owed.payload or {})["conversation"]
        topic = await session.get_one(ConversationTopic, (number, owed.channel, owed.chat_id), populate_existing=True)
        return bool(topic.title and topic.title.endswith("danger"))

    async def _messages(self, session: AsyncSession, numbers: list[int]) -> list[DeskMessage]:
        rows = await session.exec(
            select(DeskMessage)
            .where(col(DeskMessage.id).in_(numbers))
            .order_by(col(DeskMessage.id))
            .execution_options(populate_existing=True)
        )
        return list(rows.all())

    async def _copied(self, session: AsyncSession, owed: OwedMessage) -> list[DeskMessage]:
        """What stands in one message on the other side."""
        rows = await session.exec(
            select(DeskMessage)
            .join(DeskCopy, col(DeskCopy.message_id) == col(DeskMessage.id))
            .where(
                col(DeskCopy.channel) == owed.channel,
                col(DeskCopy.chat_id) == owed.chat_id,
                col(DeskCopy.copy_id) == (owed.payload or {})["copy"],
            )
            .order_by(col(DeskMessage.id))
            .execution_options(populate_existing=True)
        )
        return list(rows.all())


def _is_text(messages: list[DeskMessage]) -> bool:
    return all(Content.read(message.content).sort is Sort.TEXT for message in messages)


def _editing(copy: int, text: str, messages: list[DeskMessage]) -> Call:
    if _is_text(messages):
        return Call("editMessageText", {"message_id": copy, "text": text, "parse_mode": "HTML"})
    return Call("editMessageCaption", {"message_id": copy, "caption": text, "parse_mode": "HTML"})
