"""Changing and deleting what was sent; answering button presses."""

from datetime import timedelta

from bot.messenger import keyboards, rights
from bot.messenger.calls import Call, Method
from bot.messenger.exchange import Change
from bot.messenger.methods.copies import message_ids
from bot.messenger.methods.media import new_media
from bot.messenger.methods.messages import caption_content, text_content
from bot.messenger.objects import MEDIA, Json
from bot.messenger.refusals import Refusal, bad_request
from bot.messenger.tables import Callback, Chat, Message

DELETABLE_FOR = timedelta(hours=48)
QUERY_LIFETIME = timedelta(minutes=15)
"""How long a press may be answered. Telegram tells no figure; this is what is observed."""
ANSWER_LENGTH = 200
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


def inline_message(call: Call) -> bool:
    return bool(call.params.string("inline_message_id"))


async def _own(call: Call, change: Change) -> tuple[Chat, Message]:
    if inline_message(call):
        raise bad_request("MESSAGE_ID_INVALID")
    room = await call.open_chat(change)
    message = await call.named_message(change, room, "message to edit not found")
    if message.sender_id != call.bot.id:
        raise bad_request("message can't be edited")
    return room, message


async def _edit(call: Call, change: Change, room: Chat, message: Message, content: Json) -> Json:
    """Put new content and keyboard. An edit without a keyboard takes the old one away."""
    markup = keyboards.inline(call.params)
    if message.markup and "inline_keyboard" not in message.markup:
        raise bad_request("message can't be edited")
    if content == message.content and markup == message.markup:
        raise bad_request(_NOT_MODIFIED)
    call.count(room)
    if content != message.content:
        message.edit_date = change.now
    message.content, message.markup = content, markup
    change.session.add(message)
    await change.event(room, "edited", message.message_id, thread_id=message.thread_id)
    return await change.render_one(room, message)


def _without(content: Json, *keys: str) -> Json:
    return {key: value for key, value in content.items() if key not in keys}


async def edit_message_text(call: Call) -> Json:
    new = text_content(call)
    async with call.change() as change:
        room, message = await _own(call, change)
        if "text" not in message.content:
            raise bad_request("there is no text in the message to edit")
        content = _without(message.content, "text", "entities", "link_preview_options") | new
        return await _edit(call, change, room, message, content)


async def edit_message_caption(call: Call) -> Json:
    new = caption_content(call.params)
    async with call.change() as change:
        room, message = await _own(call, change)
        if not any(kind in message.content for kind in MEDIA):
            raise bad_request("there is no caption in the message to edit")
        content = _without(message.content, "caption", "caption_entities") | new
        return await _edit(call, change, room, message, content)


async def edit_message_media(call: Call) -> Json:
    """Show another file in place of the old one, or of a text. The caption comes anew with it."""
    piece = new_media(call)
    async with call.change() as change:
        room, message = await _own(call, change)
        if not any(kind in message.content for kind in (*MEDIA, "text")):
            raise bad_request("there is no media in the message to edit")
        album = "media_group_id" in message.content
        if album and (piece.kind == "document") != ("document" in message.content):
            raise bad_request("document can't be mixed with other media types")
        new, file_id = await piece.content(change)
        kept = {k: v for k, v in message.content.items() if k in ("media_group_id", "has_protected_content")}
        shown = await _edit(call, change, room, message, kept | new)
        message.file_id = file_id
        change.session.add(message)
        return shown


async def edit_message_reply_markup(call: Call) -> Json:
    async with call.change() as change:
        room, message = await _own(call, change)
        return await _edit(call, change, room, message, message.content)


def _deletable(call: Call, change: Change, message: Message, *, any_sender: bool) -> Refusal | None:
    if not any_sender and message.sender_id != call.bot.id:
        return bad_request("message can't be deleted")
    if change.now - message.date >= DELETABLE_FOR:
        return bad_request("message can't be deleted for everyone")
    return None


async def _may_clear(call: Call, change: Change, room: Chat) -> bool:
    """Whether the bot may delete what others wrote there."""
    if room.type == "private":
        return True
    await call.there(change, room)
    return rights.permitted(room, await change.member(room, call.bot.id), "can_delete_messages")


async def remove(change: Change, room: Chat, message: Message) -> None:
    """Delete a message; what showed it learns so."""
    await change.session.delete(message)
    await change.event(room, "deleted", message.message_id, thread_id=message.thread_id)


async def delete_message(call: Call) -> bool:
    async with call.change() as change:
        room = await call.chat(change)
        message = await call.named_message(change, room, "message to delete not found")
        if refusal := _deletable(call, change, message, any_sender=await _may_clear(call, change, room)):
            raise refusal
        await remove(change, room, message)
    return True


async def delete_messages(call: Call) -> bool:
    """Deletes those that can be; the others are skipped, as Telegram does."""
    ids = message_ids(call)
    async with call.change() as change:
        room = await call.chat(change)
        any_sender = await _may_clear(call, change, room)
        for number in set(ids):
            message = await call.message(change, room, number)
            if message and not _deletable(call, change, message, any_sender=any_sender):
                await remove(change, room, message)
    return True


async def answer_callback_query(call: Call) -> bool:
    """The first answer counts; a second one, a late or a foreign one is "too old or invalid"."""
    text = call.params.string("text") or ""
    if len(text) > ANSWER_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    async with call.change() as change:
        query = await change.session.get(Callback, (call.params.string("callback_query_id") or "")[:32])
        if query is None or query.bot_id != call.bot.id or change.now - query.created_at > QUERY_LIFETIME:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        room = await change.session.get(Chat, query.room_id)
        await change.session.delete(query)
        if room:
            answer = {"callback_query_id": query.id, "text": text, "show_alert": call.params.boolean("show_alert")}
            await change.event(room, "answer", user_id=query.user_id, data=answer)
    return True


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "answerCallbackQuery": answer_callback_query,
}
