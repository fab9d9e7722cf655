"""What one message says: words, a file, or both; as it is kept and as it is sent."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Self

from bot.outbox.kinds import Call, Upload

LONGEST_TEXT: Final = 4096
LONGEST_CAPTION: Final = 1024
MOST_IN_ALBUM: Final = 10
BIGGEST_FETCHED: Final = 20_000_000
"""Bytes of a file that a bot may fetch; a larger one cannot go to another channel."""


class Sort(StrEnum):
    """What can be mirrored; whatever else comes, the sender is told that staff do not see it."""

    TEXT = "text"
    VOICE = "voice"
    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"


class Standing(StrEnum):
    """Where a message stands on its way to the other side."""

    WAITING = "waiting"
    """Of a resident: not seen by staff yet."""
    HELD = "held"
    """Of staff: may still be taken back, or waits for who holds the conversation."""
    SENT = "sent"
    TAKEN_BACK = "taken_back"
    REFUSED = "refused"
    """The other side could not be given it; who wrote it was told."""
    NOTED = "noted"
    """A note among staff: never goes out."""


_METHODS: Final = {
    Sort.VOICE: "sendVoice",
    Sort.PHOTO: "sendPhoto",
    Sort.DOCUMENT: "sendDocument",
    Sort.VIDEO: "sendVideo",
    Sort.AUDIO: "sendAudio",
}
_NAMES: Final = {Sort.VOICE: "voice.ogg", Sort.PHOTO: "photo.jpg", Sort.VIDEO: "video.mp4", Sort.AUDIO: "audio.mp3"}


@dataclass(frozen=True, slots=True)
class Content:
    """``file_id`` is the number of a file on the channel that it came by; ``size`` in bytes, where it is known."""

    text: str = ""
    sort: Sort = Sort.TEXT
    file_id: str | None = None
    filename: str | None = None
    size: int | None = None

    def kept(self) -> dict[str, Any]:
        """As a row keeps it."""
        fields = {"text": self.text, "sort": self.sort.value}
        more = {"file_id": self.file_id, "filename": self.filename, "size": self.size}
        return fields | {name: value for name, value in more.items() if value is not None}

    @classmethod
    def read(cls, kept: dict[str, Any] | None) -> Self:
        """From a row; empty once it was forgotten."""
        fields = dict(kept or {})
        return cls(sort=Sort(fields.pop("sort", Sort.TEXT)), **fields)

    @property
    def name(self) -> str:
        """What the file is called where it is sent anew."""
        return self.filename or _NAMES.get(self.sort, "file")


def sending(text: str, content: Content | None = None, file: Upload | None = None) -> Call:
    """One message: ``text`` (HTML) alone, or as the caption of what ``content`` holds.

    ``file`` is given where it comes from another channel.
    """
    if content is None or content.sort is Sort.TEXT:
        return Call("sendMessage", {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}})
    arguments: dict[str, Any] = {content.sort.value: file or content.file_id}
    if text:
        arguments |= {"caption": text, "parse_mode": "HTML"}
    return Call(_METHODS[content.sort], arguments)


def album(pieces: list[tuple[str, Content, Upload | None]]) -> Call:
    """Several files as one album: caption (HTML), content and, from another channel, the file of each."""
    media: list[dict[str, Any]] = []
    for caption, content, file in pieces:
        piece: dict[str, Any] = {"type": content.sort.value, "media": file or content.file_id}
        if caption:
            piece |= {"caption": caption, "parse_mode": "HTML"}
        media.append(piece)
    return Call("sendMediaGroup", {"media": media})
