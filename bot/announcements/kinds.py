"""The outbox's kinds for announcements: words at the last moment, rights and wishes looked at again."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Final, Protocol

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import communities, report
from bot.announcements.announcements import Stage
from bot.announcements.audiences import TOPIC, via
from bot.announcements.content import Content, Keyboard, correcting, sending
from bot.announcements.following import ESTATE
from bot.announcements.notices import NOTICE, POSTER, POSTER_AT, TEST
from bot.outbox.kinds import Call, Kind, Kinds, Upload, language_at
from bot.people.roles import is_organiser
from bot.storage.tables import Announcement, AnnouncementFile, Community, OwedMessage

ANNOUNCEMENT: Final = "announcement"
CORRECTION: Final = "announcement-correction"
RECALL: Final = "announcement-recall"
PROGRESS: Final = "announcement-progress"
TOLD: Final = "announcement-told"
UNFOLLOW: Final = "fu"
"""Begins the data of the button under a message: ``fu:<announcement>:<number of the audience>``."""

TOPIC_NAMES: Final = {
    "centre": "following-centre",
    "seniors": "following-seniors",
    "parents": "following-parents",
    "children-youth": "following-children-youth",
    "volunteers": "following-volunteers",
    "ngo": "following-ngo",
}
"""Text keys of the fixed topics; an estate is called by its own name."""


class Speech(Protocol):
    """The renderer of texts (`bot.texts.Texts`), which this room may not import."""

    def html(self, language: str, key: str, **values: Any) -> str: ...

    def plain(self, language: str, key: str, **values: Any) -> str: ...


class Buttons(Protocol):
    """More buttons under an announcement: rows for (session, announcement, language, in a group)."""

    async def __call__(
        self, session: AsyncSession, announcement: Announcement, language: str, group: bool
    ) -> Keyboard: ...


BUTTONS: list[Buttons] = []
"""Other parts of this room add theirs ("będę / nie będę")."""


def topic_name(speech: Speech, language: str, topic: str) -> str:
    """What a topic is called."""
    key = TOPIC_NAMES.get(topic)
    return speech.plain(language, key) if key else topic.removeprefix(ESTATE)


def register(kinds: Kinds, speech: Speech) -> None:
    """Make everything that announcements send known to the outbox."""
    words = _Words(speech)
    kinds.register(Kind(ANNOUNCEMENT, render=words.announcement, recheck=still_right))
    kinds.register(Kind(TEST, render=words.announcement, resend_uncertain=True))
    kinds.register(Kind(CORRECTION, render=words.correction))
    kinds.register(Kind(RECALL, render=_recall))
    kinds.register(Kind(POSTER, render=_poster, resend_uncertain=True))
    kinds.register(Kind(PROGRESS, render=words.progress))
    kinds.register(Kind(TOLD, render=words.told, resend_uncertain=True))
    kinds.register(Kind(NOTICE, resend_uncertain=True))
    kinds.when_gone.append(communities.lost)
    kinds.when_migrated.append(communities.moved)


async def still_right(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """Not stopped, its organiser still is one, the group still the centre's, the person still wants it."""
    payload = owed.payload or {}
    announcement = await session.get(Announcement, payload.get("announcement"), populate_existing=True)
    if announcement is None or announcement.state not in (Stage.PLANNED, Stage.DONE):
        return "stopped"
    if announcement.author is None or not await is_organiser(session, announcement.author, announcement.centre):
        return "role lost"
    if (number := payload.get("community")) is not None:
        community = await session.get(Community, number, populate_existing=True)
        if community is None or community.centre != announcement.centre or community.self_help:
            return "not ours"
        return None
    if await via(session, announcement.centre, announcement.audiences, payload["account"]) is None:
        return "not followed"
    return None


class _Words:
    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    async def announcement(self, session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        announcement = await session.get_one(Announcement, payload["announcement"], populate_existing=True)
        files = None
        if owed.channel != announcement.channel:
            stored = await session.exec(
                select(AnnouncementFile)
                .where(
                    col(AnnouncementFile.announcement_id) == announcement.id,
                    col(AnnouncementFile.position) < POSTER_AT,
                )
                .order_by(col(AnnouncementFile.position))
            )
            files = [Upload(file.content, file.filename) for file in stored]
        keyboard, tail = await self._around(session, owed, announcement, payload.get("account"))
        content = Content.read(announcement.content)
        if files is not None and len(files) < len(content.pieces):  # they could not be fetched: the words alone
            content, files = replace(content, pieces=()), None
        return sending(content, keyboard=keyboard, tail=tail, files=files)

    async def correction(self, session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        announcement = await session.get_one(Announcement, payload["announcement"], populate_existing=True)
        keyboard, tail = await self._around(session, owed, announcement, payload.get("account"))
        return correcting(Content.read(announcement.content), payload["messages"], keyboard=keyboard, tail=tail)

    async def _around(
        self, session: AsyncSession, owed: OwedMessage, announcement: Announcement, account_id: int | None
    ) -> tuple[Keyboard, str]:
        """The buttons below, and the words that stand for them where there can be none."""
        language = await language_at(session, owed.channel, owed.chat_id)
        keyboard: Keyboard = []
        for more in BUTTONS:
            keyboard += await more(session, announcement, language, account_id is None)
        if account_id is None:
            return keyboard, ""
        key = await via(session, announcement.centre, announcement.audiences, account_id)
        if key and key.startswith(TOPIC):
            name = topic_name(self._speech, language, key.removeprefix(TOPIC))
            label = self._speech.plain(language, "announce-button-unfollow", topic=name)
            data = f"{UNFOLLOW}:{announcement.id}:{announcement.audiences.index(key)}"
            keyboard.append([{"text": label, "callback_data": data}])
        return keyboard, self._speech.plain(language, "announce-tail")

    async def progress(self, session: AsyncSession, owed: OwedMessage) -> Call:
        """The live message to the organiser: a new one, or (``message``) the change of it."""
        payload = owed.payload or {}
        announcement = await session.get_one(Announcement, payload["announcement"], populate_existing=True)
        language = await language_at(session, owed.channel, owed.chat_id)
        found = await report.of_run(session, payload["run"])
        lines = report_lines(self._speech, language, found)
        key = "announce-progress" if found.pending else "announce-finished"
        title = Content.read(announcement.content).title or "…"
        head = self._speech.html(
            language, key, title=title, done=str(found.total - found.pending), total=str(found.total)
        )
        arguments: dict[str, Any] = {"text": "\n".join([head, *lines]), "parse_mode": "HTML"}
        label = self._speech.plain(language, "announce-button-open")
        open_ = {"text": label, "callback_data": f"ai:{announcement.id}:open"}
        arguments["reply_markup"] = {"inline_keyboard": [[open_]]}
        if "message" in payload:
            return Call("editMessageText", arguments | {"message_id": payload["message"]})
        return Call("sendMessage", arguments)

    async def told(self, session: AsyncSession, owed: OwedMessage) -> Call:
        """A sentence about an announcement, by its key."""
        payload = owed.payload or {}
        language = await language_at(session, owed.channel, owed.chat_id)
        text = self._speech.html(language, payload["key"], **payload["values"])
        return Call("sendMessage", {"text": text, "parse_mode": "HTML"})


def report_lines(speech: Speech, language: str, found: report.Report) -> list[str]:
    """The counts that are not zero, one a line, then the groups that did not get it (Telegram HTML)."""
    counts = [
        ("announce-count-delivered", found.delivered),
        ("announce-count-pending", found.pending),
        ("announce-count-migrated", found.migrated),
        ("announce-count-blocked", found.blocked),
        ("announce-count-gone", found.gone),
        ("announce-count-uncertain", found.uncertain),
        ("announce-count-held-back", found.held_back),
    ]
    lines = [speech.html(language, key, count=str(count)) for key, count in counts if count or key == counts[0][0]]
    return lines + trouble_lines(speech, language, found)


def trouble_lines(speech: Speech, language: str, found: report.Report) -> list[str]:
    """The groups that did not get it, each with the reason (Telegram HTML)."""
    return [
        speech.html(language, "announce-trouble", group=group, reason=speech.plain(language, _reason_key(reason)))
        for group, reason in found.troubles
    ]


def _reason_key(reason: str) -> str:
    match reason:
        case "no rights" | "topic closed" | "topic gone":
            return "announce-reason-no-rights"
        case "removed" | "no chat" | "forbidden" | "blocked" | "deactivated" | "gone":
            return "announce-reason-removed"
        case "uncertain" | "line broke" | "server failed" | "process ended":
            return "announce-reason-uncertain"
        case "message gone":
            return "announce-reason-message-gone"
        case "cancelled" | "stopped" | "role lost" | "not ours":
            return "announce-reason-stopped"
    return "announce-reason-other"


async def _recall(_session: AsyncSession, owed: OwedMessage) -> Call:
    messages = (owed.payload or {})["messages"]
    if len(messages) == 1:
        return Call("deleteMessage", {"message_id": messages[0]})
    return Call("deleteMessages", {"message_ids": messages})


async def _poster(session: AsyncSession, owed: OwedMessage) -> Call:
    sheet = await session.get_one(AnnouncementFile, ((owed.payload or {})["announcement"], POSTER_AT))
    return Call("sendDocument", {"document": Upload(sheet.content, sheet.filename)})
