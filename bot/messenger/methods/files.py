"""Telling where a file is downloaded."""

from bot.messenger import objects
from bot.messenger.calls import Call, Method
from bot.messenger.methods.media import LONGEST_ID
from bot.messenger.objects import Json
from bot.messenger.refusals import bad_request
from bot.messenger.tables import StoredFile


async def get_file(call: Call) -> Json:
    file_id = call.params.string("file_id") or ""
    async with call.look() as change:
        row = await change.session.get(StoredFile, file_id) if 0 < len(file_id) <= LONGEST_ID else None
        if row is None:
            raise bad_request("invalid file_id")
        return objects.file(row)


METHODS: dict[str, Method] = {"getFile": get_file}
