"""Sending pictures, videos, animations and documents: one, or an album of them."""

from dataclasses import dataclass
from typing import Any

from bot.messenger import stored_files
from bot.messenger.calls import Call, Method
from bot.messenger.exchange import Change
from bot.messenger.methods.copies import new_album
from bot.messenger.methods.messages import caption_content, deliver
from bot.messenger.objects import Json
from bot.messenger.params import Params, Upload
from bot.messenger.refusals import Refusal, bad_request, too_large
from bot.messenger.tables import StoredFile

PHOTO_BYTES = 10 * 1024 * 1024
LONGEST_ID = 64
MOST_IN_ALBUM = 10
_ONLY_ALONE = ("animation", "audio")
_SHOWN = tuple(kind for kind in stored_files.FOLDERS if kind != "voice")
"""What an album or an edit may show."""


@dataclass(frozen=True)
class Piece:
    """One picture, video, animation or document as a call names it, checked."""

    kind: str
    source: Upload | str
    """The file, or the id of one that was sent before."""
    told: tuple[int, int, int]
    """Width, height, seconds."""
    around: Json
    """Caption and how it is shown."""

    async def content(self, change: Change) -> tuple[Json, str]:
        """The message's content and the id of its file, which is stored if it is new."""
        row = await self._row(change)
        return stored_files.content(self.kind, row, self.told) | self.around, row.file_id

    async def _row(self, change: Change) -> StoredFile:
        folder = stored_files.FOLDERS[self.kind]
        if isinstance(self.source, Upload):
            return stored_files.keep(change, folder, self.source)
        known = await change.session.get(StoredFile, self.source) if len(self.source) <= LONGEST_ID else None
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if known.folder != folder:
            raise bad_request(f"can't use file of type {known.folder.title()[:-1]} as {folder.title()[:-1]}")
        return known


def _uploaded(params: Params, field: str) -> Upload | str:
    """The file in a field: an upload, or the id of one that was sent before.

    An address is refused: the messenger fetches nothing from elsewhere.
    """
    if field in params.files and field not in params.values:
        return params.files[field]
    value = params.string(field)
    if not value:
        raise bad_request("media not found" if field == "media" else f"there is no {field} in the request")
    if value.startswith("attach://"):
        upload = params.files.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"can't find the attached file {value!r}"[:200])
        return upload
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return value


def _piece(params: Params, kind: str, field: str, *, album: bool = False) -> Piece:
    source = _uploaded(params, field)
    if isinstance(source, Upload):
        if not source.data:
            raise bad_request("file must be non-empty")
        if kind == "photo" and len(source.data) > PHOTO_BYTES:
            raise too_large()
        if not stored_files.fitting(kind, source.data):
            if kind == "photo":
                raise bad_request("IMAGE_PROCESS_FAILED")
            if album:
                raise bad_request("VIDEO_CONTENT_TYPE_INVALID")
            kind = "document"  # as Telegram does with formats that it cannot play
    around = caption_content(params)
    for flag, shown in (("has_spoiler", "has_media_spoiler"), ("show_caption_above_media", "show_caption_above_media")):
        if params.boolean(flag):
            around[shown] = True
    width, height, seconds = (min(max(params.integer(name) or 0, 0), 2**31 - 1) for name in _TOLD)
    return Piece(kind, source, (width, height, seconds), around)


_TOLD = ("width", "height", "duration")


def _input_media(call: Call, raw: object, *, album: bool) -> Piece:
    """An InputMedia. Raises `Refusal` in Telegram's words."""
    if not isinstance(raw, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = raw.get("type")
    if not isinstance(kind, str) or kind not in (*_SHOWN, *_ONLY_ALONE):
        raise bad_request("can't parse InputMedia: unsupported type specified")
    if album and kind in _ONLY_ALONE:
        raise bad_request(f"can't parse InputMedia: type \"{kind}\" can't be used in sendMediaGroup")
    if kind not in _SHOWN:
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    try:
        return _piece(Params(raw, call.params.files), kind, "media", album=album)
    except Refusal as refusal:
        if refusal.description == "Bad Request: media not found":
            raise bad_request("can't parse InputMedia: media not found") from None
        raise


async def _send(call: Call, kind: str) -> Json:
    piece = _piece(call.params, kind, kind)
    async with call.change() as change:
        room = await call.open_chat(change)
        content, file_id = await piece.content(change)
        return await change.render_one(room, await deliver(call, change, room, content, file_id=file_id))


async def send_photo(call: Call) -> Json:
    return await _send(call, "photo")


async def send_video(call: Call) -> Json:
    """An MP4; anything else becomes a document."""
    return await _send(call, "video")


async def send_animation(call: Call) -> Json:
    """A GIF or an MP4 without sound; anything else becomes a document."""
    return await _send(call, "animation")


async def send_document(call: Call) -> Json:
    return await _send(call, "document")


async def send_voice(call: Call) -> Json:
    """An OGG with Opus, an MP3 or an M4A; anything else becomes a document."""
    return await _send(call, "voice")


async def send_media_group(call: Call) -> list[Any]:
    """An album, all of it or nothing."""
    items = call.params.array("media")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > MOST_IN_ALBUM:
        raise bad_request("too many messages to send as an album")
    pieces = [_input_media(call, item, album=True) for item in items]
    if len({piece.kind == "document" for piece in pieces}) > 1:
        raise bad_request("document can't be mixed with other media types")
    call.params.values.pop("reply_markup", None)  # an album has no keyboard
    album = {"media_group_id": new_album()} if len(pieces) > 1 else {}
    async with call.change() as change:
        room = await call.open_chat(change)
        call.count(room, len(pieces))
        messages = []
        for piece in pieces:
            content, file_id = await piece.content(change)
            messages.append(await deliver(call, change, room, content | album, file_id=file_id, counted=False))
        await change.session.flush()
        return await change.render(room, messages)


def new_media(call: Call) -> Piece:
    """The parameter ``media`` of an edit."""
    return _input_media(call, call.params.structure("media"), album=False)


METHODS: dict[str, Method] = {
    "sendPhoto": send_photo,
    "sendVideo": send_video,
    "sendAnimation": send_animation,
    "sendDocument": send_document,
    "sendVoice": send_voice,
    "sendMediaGroup": send_media_group,
}
