"""Sending pictures and documents, and telling where a file is downloaded."""

from bot.messenger import objects, stored_files
from bot.messenger.calls import Call, Method
from bot.messenger.exchange import Change
from bot.messenger.methods.messages import caption_content, deliver
from bot.messenger.objects import Json
from bot.messenger.params import Upload
from bot.messenger.refusals import bad_request, too_large
from bot.messenger.tables import StoredFile

PHOTO_BYTES = 10 * 1024 * 1024
_LONGEST_ID = 64


def uploaded(call: Call, field: str) -> Upload | str:
    """The file in a field: an upload, or the id of one that was sent before.

    An address is refused: the messenger fetches nothing from elsewhere.
    """
    if field in call.params.files:
        return call.params.files[field]
    value = call.params.string(field)
    if not value:
        raise bad_request(f"there is no {field} in the request")
    if value.startswith("attach://"):
        upload = call.params.files.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"can't find the attached file {value!r}"[:200])
        return upload
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return value


async def _stored(change: Change, folder: str, source: Upload | str) -> StoredFile:
    if isinstance(source, Upload):
        return stored_files.keep(change, folder, source)
    known = await change.session.get(StoredFile, source) if len(source) <= _LONGEST_ID else None
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if known.folder != folder:
        raise bad_request(f"can't use file of type {known.folder.title()[:-1]} as {folder.title()[:-1]}")
    return known


async def send_photo(call: Call) -> Json:
    source = uploaded(call, "photo")
    if isinstance(source, Upload):
        if not source.data:
            raise bad_request("file must be non-empty")
        if len(source.data) > PHOTO_BYTES:
            raise too_large()
        if stored_files.image_size(source.data) is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
    caption = caption_content(call)
    async with call.change() as change:
        room = await call.open_chat(change)
        row = await _stored(change, "photos", source)
        size = stored_files.image_size(row.data) or (1, 1)
        content = {"photo": stored_files.photo(row, size)} | caption
        spoiler = {"has_media_spoiler": True} if call.params.boolean("has_spoiler") else {}
        message = await deliver(call, change, room, content | spoiler, file_id=row.file_id)
        return await change.render_one(room, message)


async def send_document(call: Call) -> Json:
    source = uploaded(call, "document")
    if isinstance(source, Upload) and not source.data:
        raise bad_request("file must be non-empty")
    caption = caption_content(call)
    async with call.change() as change:
        room = await call.open_chat(change)
        row = await _stored(change, "documents", source)
        content = {"document": stored_files.document(row)} | caption
        message = await deliver(call, change, room, content, file_id=row.file_id)
        return await change.render_one(room, message)


async def get_file(call: Call) -> Json:
    file_id = call.params.string("file_id") or ""
    async with call.look() as change:
        row = await change.session.get(StoredFile, file_id) if 0 < len(file_id) <= _LONGEST_ID else None
        if row is None:
            raise bad_request("invalid file_id")
        return objects.file(row)


METHODS: dict[str, Method] = {
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "getFile": get_file,
}
