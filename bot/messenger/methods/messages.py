"""Sending messages: text, places, contacts, chat actions; and what all sending methods share."""

from bot.messenger import keyboards
from bot.messenger.calls import Call, Method
from bot.messenger.entities import formatted, link
from bot.messenger.exchange import Change
from bot.messenger.objects import Json
from bot.messenger.params import Params
from bot.messenger.refusals import bad_request
from bot.messenger.tables import Chat, Message
from bot.messenger.topics import GENERAL, may_write_in, topic

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
_ACTIONS = frozenset(
    (
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
        "record_audio",
        "upload_audio",
    )
)


def text_content(call: Call) -> Json:
    """Text and entities of a call. Raises `Refusal`: empty, too long, broken entities."""
    source = call.params.string("text") or ""
    entities = call.params.array("entities")
    text, found = formatted(source, call.params.string("parse_mode"), entities)
    if not text:
        raise bad_request("message text is empty")
    if len(text) > TEXT_LENGTH:
        raise bad_request("message is too long")
    content: Json = {"text": text}
    if found:
        content["entities"] = found
    if preview := _link_preview(call):
        content["link_preview_options"] = preview
    return content


def caption_content(params: Params) -> Json:
    """Caption and its entities; empty when there is none."""
    source = params.string("caption") or ""
    entities = params.array("caption_entities")
    text, found = formatted(source, params.string("parse_mode"), entities)
    if len(text) > CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    content: Json = {"caption": text} if text else {}
    return content | ({"caption_entities": found} if found else {})


def _link_preview(call: Call) -> Json | None:
    options = call.params.object("link_preview_options") or {}
    if options.get("is_disabled") or call.params.boolean("disable_web_page_preview"):
        return {"is_disabled": True}
    url = options.get("url")
    return {"url": address} if isinstance(url, str) and (address := link(url)) else None


async def reply_target(call: Call, change: Change, room: Chat) -> int | None:
    """The message to answer. Raises `Refusal` "message to be replied not found" unless that is allowed."""
    reply = call.params.object("reply_parameters") or {}
    number = reply.get("message_id", call.params.integer("reply_to_message_id"))
    if number is None:
        return None
    if isinstance(number, str) and number.isdigit() and len(number) < 12:
        number = int(number)
    if not isinstance(number, int) or isinstance(number, bool):
        raise bad_request('can\'t parse reply parameters: Field "message_id" must be of type Number')
    if 0 < number < 2**31 and await change.message(room, number):
        return number
    if reply.get("allow_sending_without_reply") or call.params.boolean("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


async def thread_target(call: Call, change: Change, room: Chat, reply_to: int | None) -> int | None:
    """The topic to write in: the named one, else that of the message to answer.

    The General one has no number to name it by. Raises `Refusal` "message thread not found" or "TOPIC_CLOSED".
    """
    number = call.params.integer("message_thread_id") or None
    if number is None and reply_to and room.is_forum:
        answered = await change.message(room, reply_to)
        number = answered.thread_id if answered else None
    elif number is not None and (number == GENERAL or await topic(change, room, number) is None):
        raise bad_request("message thread not found")
    if room.is_forum:
        member = await change.member(room, call.bot.id)
        if not await may_write_in(change, room, number, member, call.bot.id):
            raise bad_request("TOPIC_CLOSED")
    return number


async def deliver(
    call: Call, change: Change, room: Chat, content: Json, *, file_id: str | None = None, counted: bool = True
) -> Message:
    """Post a bot's message with the options that all sending methods share."""
    markup = keyboards.markup(call.params)
    if markup == {"inline_keyboard": []}:
        markup = None
    await call.sendable(change, room, content)
    reply_to = await reply_target(call, change, room)
    thread_id = await thread_target(call, change, room, reply_to)
    if counted:
        call.count(room)
    protected = {"has_protected_content": True} if call.params.boolean("protect_content") else {}
    call.exchange.actions.pop(room.id or 0, None)
    return await change.post(
        room,
        call.bot.id,
        content | protected,
        markup=markup,
        reply_to=reply_to,
        file_id=file_id,
        thread_id=thread_id,
    )


async def _send(call: Call, content: Json) -> Json:
    async with call.change() as change:
        room = await call.open_chat(change)
        return await change.render_one(room, await deliver(call, change, room, content))


async def send_message(call: Call) -> Json:
    return await _send(call, text_content(call))


def _coordinates(call: Call) -> Json:
    latitude, longitude = call.params.decimal("latitude"), call.params.decimal("longitude")
    if latitude is None or longitude is None:
        raise bad_request("latitude or longitude is empty" if latitude is None else "longitude is empty")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong latitude or longitude specified")
    return {"latitude": latitude, "longitude": longitude}


def _named(call: Call, name: str, missing: str, longest: int = 256) -> str:
    value = (call.params.string(name) or "").strip()
    if not value:
        raise bad_request(missing)
    return value[:longest]


async def send_venue(call: Call) -> Json:
    location = _coordinates(call)
    venue = {
        "location": location,
        "title": _named(call, "title", "venue title must be non-empty"),
        "address": _named(call, "address", "venue address must be non-empty"),
    }
    return await _send(call, {"venue": venue, "location": location})


async def send_location(call: Call) -> Json:
    return await _send(call, {"location": _coordinates(call)})


async def send_contact(call: Call) -> Json:
    contact = {
        "phone_number": _named(call, "phone_number", "contact phone number must be non-empty", 64),
        "first_name": _named(call, "first_name", "contact first name must be non-empty", 64),
    }
    if last_name := call.params.string("last_name"):
        contact["last_name"] = last_name[:64]
    return await _send(call, {"contact": contact})


async def send_chat_action(call: Call) -> bool:
    action = (call.params.string("action") or "").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    async with call.look() as change:
        room = await call.open_chat(change)
        number = call.params.integer("message_thread_id")
        if number and await topic(change, room, number) is None:
            raise bad_request("message thread not found")
    assert room.id is not None
    call.exchange.actions[room.id] = (call.bot.id, action, call.exchange.clock())
    call.exchange.room_bell.ring(room.id)
    return True


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendVenue": send_venue,
    "sendLocation": send_location,
    "sendContact": send_contact,
    "sendChatAction": send_chat_action,
}
