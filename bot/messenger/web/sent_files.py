"""Files on the page: what people send, alone or as an album, and what they are shown."""

import re
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from urllib.parse import quote

from starlette.responses import Response

from bot.messenger.people_side import ChatFile, NotPossible, PeopleSide
from bot.messenger.people_writing import Kind, SentFile
from bot.messenger.stored_files import fitting, image_kind
from bot.messenger.videos import is_video
from bot.messenger.voices import as_ogg
from bot.messenger.voices import kind as sound_kind
from bot.messenger.web.guards import HEADERS


@dataclass(frozen=True)
class Place:
    """Who sends where: the chat, the topic of a forum, the message that is answered."""

    user_id: int
    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None


async def send(
    people: PeopleSide,
    place: Place,
    files: Sequence[tuple[bytes, str]],
    caption: str | None,
    key: str,
    *,
    voice: int | None = None,
) -> int:
    """Send bytes with their names: one as what it is, several as an album. Gives the (first) message's id.

    ``voice``: the seconds of a recording; it is a voice note or nothing.
    """
    who, where, rest = place.user_id, place.chat_id, (place.reply_to, place.thread_id)
    if voice is not None:
        data = as_ogg(files[0][0])
        return await people.send_file(who, where, "voice", data, "voice.ogg", "", caption, key, *rest, voice)
    if len(files) > 1:
        pieces = [SentFile(_kind(data)[1], data, name, _kind(data)[0]) for data, name in files]
        if any(piece.kind in ("document", "voice") or not fitting(piece.kind, piece.data) for piece in pieces):
            pieces = [replace(piece, kind="document") for piece in pieces]  # an album is of one sort
        return (await people.send_album(who, where, pieces, caption, key, *rest))[0]
    ((data, name),) = files
    mime, kind = _kind(data)
    kinds: tuple[Kind, ...] = (kind, "document") if kind != "document" else ("document",)
    for kind in kinds:
        # What begins like a picture but is none to the messenger goes as a document.
        with suppress(NotPossible) if kind != kinds[-1] else nullcontext():
            return await people.send_file(who, where, kind, data, name, mime, caption, key, *rest)
    raise AssertionError("the last kind returns or raises")


def answer(found: ChatFile, asked: str | None) -> Response:
    """A file for the page, whole or the part that the Range header ``asked`` for.

    Anything but a known picture, video or sound is only offered for download.
    """
    mime = image_kind(found.data) or sound_kind(found.data) or ("video/mp4" if is_video(found.data) else None)
    headers = dict(HEADERS) | {"Content-Security-Policy": "default-src 'none'; sandbox", "Accept-Ranges": "bytes"}
    kind = "inline" if mime else "attachment"
    headers["Content-Disposition"] = f"{kind}; filename*=UTF-8''{quote(found.name, safe='')}"
    data, status = found.data, 200
    if part := _part(asked, len(data)):  # some browsers play no video without
        headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{len(data)}"
        data, status = data[part], 206
    return Response(data, status, media_type=mime or "application/octet-stream", headers=headers)


def _kind(data: bytes) -> tuple[str, Kind]:
    """A file's MIME type and how it is shown, by its first bytes."""
    if mime := image_kind(data):
        return mime, "photo"
    if mime := sound_kind(data):
        return mime, "voice"
    return ("video/mp4", "video") if is_video(data) else ("application/octet-stream", "document")


def _part(asked: str | None, size: int) -> slice | None:
    """What a Range header asks for, if it is one part that exists; else the whole is sent."""
    found = re.fullmatch(r"bytes=(\d{1,12})-(\d{0,12})", asked or "")
    if not found:
        return None
    first, last = int(found[1]), min(int(found[2] or size), size - 1)
    return slice(first, last + 1) if first <= last else None
