"""Keeping files, and reading what a picture says about itself."""

import hashlib
import mimetypes
import secrets
import struct
from pathlib import PurePath

from bot.messenger import videos, voices
from bot.messenger.exchange import Change
from bot.messenger.objects import Json
from bot.messenger.params import Upload
from bot.messenger.tables import StoredFile

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"RIFF", "image/webp"),
)


def image_kind(data: bytes) -> str | None:
    """The MIME type of a PNG, JPEG, GIF or WebP by its first bytes; None for anything else."""
    for signature, mime in _SIGNATURES:
        if data.startswith(signature):
            return mime if mime != "image/webp" or data[8:12] == b"WEBP" else None
    return None


def image_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None when it is no picture that we know or it is broken."""
    try:
        match image_kind(data):
            case "image/png":
                width, height = struct.unpack(">II", data[16:24])
            case "image/gif":
                width, height = struct.unpack("<HH", data[6:10])
            case "image/jpeg":
                width, height = _jpeg_size(data)
            case "image/webp":
                width, height = _webp_size(data)
            case _:
                return None
    except (struct.error, IndexError, ValueError):
        return None
    return (width, height) if width > 0 and height > 0 else None


def _jpeg_size(data: bytes) -> tuple[int, int]:
    position = 2
    while position + 9 <= len(data):
        if data[position] != 0xFF:
            raise ValueError("no marker")
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            position += 2
        else:
            position += 2 + struct.unpack(">H", data[position + 2 : position + 4])[0]
    raise ValueError("no frame")


def _webp_size(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", data[26:30])
    return width & 0x3FFF, height & 0x3FFF


def clean_name(name: str) -> str:
    """A file name without folders and control characters, at most 200 characters."""
    plain = "".join(c for c in PurePath(name.replace("\\", "/")).name if c.isprintable()).strip()
    stem, dot, suffix = plain.rpartition(".")
    return (f"{stem[:180]}.{suffix[:16]}" if dot else plain[:200]) or "file"


def mime_of(name: str, told: str = "") -> str:
    """The MIME type by the name, else as the sender told it, else unknown bytes."""
    told = told.split(";")[0].strip().lower()
    guessed = mimetypes.guess_type(name)[0]
    plain = told if len(told) <= 100 and told.isascii() and told.count("/") == 1 else ""
    return guessed or plain or "application/octet-stream"


def keep(change: Change, folder: str, upload: Upload) -> StoredFile:
    """Store a file in the transaction."""
    name = clean_name(upload.name)
    row = StoredFile(
        file_id=secrets.token_urlsafe(36),
        unique_id=hashlib.sha256(upload.data).hexdigest()[:16],
        folder=folder,
        name=name,
        mime=_mime(folder, upload, name),
        size=len(upload.data),
        data=upload.data,
    )
    change.session.add(row)
    return row


def _mime(folder: str, upload: Upload, name: str) -> str:
    known = {"photos": image_kind(upload.data) or "image/jpeg", "voices": voices.kind(upload.data)}.get(folder)
    return known or mime_of(name, upload.mime)


def photo(row: StoredFile, size: tuple[int, int]) -> list[Json]:
    """The PhotoSize list: one size, the picture is kept as it came."""
    return [
        {
            "file_id": row.file_id,
            "file_unique_id": row.unique_id,
            "file_size": row.size,
            "width": size[0],
            "height": size[1],
        }
    ]


def document(row: StoredFile) -> Json:
    return {
        "file_id": row.file_id,
        "file_unique_id": row.unique_id,
        "file_name": row.name,
        "mime_type": row.mime,
        "file_size": row.size,
    }


def film(row: StoredFile, told: tuple[int, int, int] = (0, 0, 0)) -> Json:
    """A Video or an Animation; ``told``: width, height, seconds where the file does not say."""
    read = videos.facts(row.data) if videos.is_video(row.data) else (*(image_size(row.data) or (0, 0)), 0)
    width, height, seconds = (known or said for known, said in zip(read, told, strict=True))
    return document(row) | {"width": width, "height": height, "duration": seconds}


def note(row: StoredFile, told: int = 0) -> Json:
    """A Voice; ``told``: seconds, where the file does not say."""
    shown = {key: value for key, value in document(row).items() if key != "file_name"}
    return shown | {"duration": voices.seconds(row.data) or told}


FOLDERS = {"photo": "photos", "video": "videos", "animation": "animations", "document": "documents", "voice": "voices"}
"""Where the files of each kind of message are kept."""


def fitting(kind: str, data: bytes) -> bool:
    """Whether bytes can be shown as this kind of message."""
    match kind:
        case "photo":
            return image_size(data) is not None
        case "video":
            return videos.is_video(data)
        case "animation":
            return videos.is_video(data) or (image_kind(data) == "image/gif" and image_size(data) is not None)
        case "voice":
            return voices.kind(data) is not None
    return bool(data)


def content(kind: str, row: StoredFile, told: tuple[int, int, int] = (0, 0, 0)) -> Json:
    """The fields of a message that shows the file."""
    match kind:
        case "photo":
            return {"photo": photo(row, image_size(row.data) or (1, 1))}
        case "video":
            return {"video": film(row, told)}
        case "animation":  # Telegram gives the document too, for bots that know no animations
            return {"animation": film(row, told), "document": document(row)}
        case "voice":
            return {"voice": note(row, told[2])}
    return {"document": document(row)}
