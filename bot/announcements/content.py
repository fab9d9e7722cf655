"""What an announcement says: words as they were typed, pictures, files, and the call that sends them."""

from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from bot.errors import OkienkoError
from bot.outbox.kinds import Call, Upload

LONGEST_TEXT: Final = 4096
"""UTF-16 units of a message (Bot API, sendMessage.text)."""
LONGEST_CAPTION: Final = 1024
"""UTF-16 units under a picture or file (Bot API, sendPhoto.caption)."""
MOST_PIECES: Final = 10
"""Pictures of one album (Bot API, sendMediaGroup.media)."""
_METHODS: Final = {
    "photo": "sendPhoto",
    "video": "sendVideo",
    "animation": "sendAnimation",
    "document": "sendDocument",
}
_TOGETHER: Final = ({"photo", "video"}, {"document"})
"""What the messenger puts into one album."""

Keyboard = list[list[dict[str, str]]]
"""Rows of inline buttons as the Bot API has them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A picture, video or document by its id on the channel where the announcement was composed."""

    type: str
    file_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What is said. ``entities`` are the messenger's own (UTF-16 offsets), so it looks as it was typed.

    ``signature`` is the centre's name, said below the text. ``album`` is the messenger's number of the
    album whose pieces may still be coming in.
    """

    text: str = ""
    entities: tuple[dict[str, Any], ...] = ()
    pieces: tuple[Piece, ...] = ()
    signature: str = ""
    album: str | None = None

    @classmethod
    def read(cls, row: dict[str, Any]) -> "Content":
        return cls(
            text=row["text"],
            entities=tuple(row["entities"]),
            pieces=tuple(Piece(**piece) for piece in row["pieces"]),
            signature=row["signature"],
            album=row["album"],
        )

    def row(self) -> dict[str, Any]:
        """As it is stored (JSON)."""
        return asdict(self) | {"entities": list(self.entities), "pieces": [asdict(piece) for piece in self.pieces]}

    @property
    def words(self) -> str:
        """The text with who says it."""
        return "\n\n".join(part for part in (self.text, f"— {self.signature}" if self.signature else "") if part)

    @property
    def title(self) -> str:
        """The first line, short enough for a list."""
        line = self.text.strip().partition("\n")[0]
        if len(line) <= 60:
            return line
        whole_words = line[:59].rpartition(" ")[0]
        return (whole_words if len(whole_words) > 40 else line[:59]).rstrip(" ,;:–-") + "…"

    def check(self) -> None:
        """Raises `OkienkoError` for what the messenger would refuse, or what says nothing."""
        if not self.text.strip() and not self.pieces:
            raise OkienkoError("announce-empty")
        length, most = units(self.words), LONGEST_CAPTION if self.pieces else LONGEST_TEXT
        if length > most:
            key = "announce-caption-too-long" if self.pieces else "announce-text-too-long"
            raise OkienkoError(key, over=length - most)

    def with_piece(self, more: "Content") -> "Content":
        """An album with one more message of it. Raises `OkienkoError` for what one album cannot hold."""
        pieces = self.pieces + more.pieces
        types = {piece.type for piece in pieces}
        if len(pieces) > MOST_PIECES or not any(types <= together for together in _TOGETHER):
            raise OkienkoError("announce-album-mixed")
        said = more if more.text and not self.text else self
        return replace(self, pieces=pieces, text=said.text, entities=said.entities)


def units(text: str) -> int:
    """Length as the messenger counts it."""
    return len(text.encode("utf-16-le")) // 2


def sending(
    content: Content, *, keyboard: Keyboard | None = None, tail: str = "", files: list[Upload] | None = None
) -> Call:
    """The call that sends it. ``files`` go instead of the ids on another channel.

    An album cannot carry buttons (Bot API), so what they would do is said in ``tail`` where it fits.
    """
    words, entities = content.words, list(content.entities)
    markup = {"reply_markup": {"inline_keyboard": keyboard}} if keyboard else {}
    if not content.pieces:
        return Call("sendMessage", {"text": words, "entities": entities} | markup)
    media: list[str | Upload] = list(files) if files else [piece.file_id for piece in content.pieces]
    if len(content.pieces) == 1:
        piece = content.pieces[0]
        return Call(
            _METHODS[piece.type], {piece.type: media[0], "caption": words, "caption_entities": entities} | markup
        )
    if tail and units(f"{words}\n\n{tail}") <= LONGEST_CAPTION:
        words = f"{words}\n\n{tail}" if words else tail
    album: list[dict[str, Any]] = [
        {"type": piece.type, "media": file} for piece, file in zip(content.pieces, media, strict=True)
    ]
    album[0] |= {"caption": words, "caption_entities": entities}
    return Call("sendMediaGroup", {"media": album})


def correcting(content: Content, messages: list[int], *, keyboard: Keyboard | None = None, tail: str = "") -> Call:
    """The call that changes the words of what was delivered; pictures and files stay."""
    words, entities = content.words, list(content.entities)
    markup = {"reply_markup": {"inline_keyboard": keyboard}} if keyboard else {}
    if not content.pieces:
        return Call("editMessageText", {"message_id": messages[0], "text": words, "entities": entities} | markup)
    if len(content.pieces) > 1:
        markup = {}
        if tail and units(f"{words}\n\n{tail}") <= LONGEST_CAPTION:
            words = f"{words}\n\n{tail}" if words else tail
    return Call(
        "editMessageCaption", {"message_id": messages[0], "caption": words, "caption_entities": entities} | markup
    )
