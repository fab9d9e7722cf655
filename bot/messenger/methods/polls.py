"""Asking by poll: regular polls, open or anonymous, with one answer or several."""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.messenger import keyboards, polls
from bot.messenger.calls import Call, Method
from bot.messenger.entities import formatted
from bot.messenger.exchange import Change
from bot.messenger.methods.messages import deliver
from bot.messenger.objects import Json
from bot.messenger.params import Params
from bot.messenger.refusals import bad_request
from bot.messenger.tables import Chat, Message, Poll

QUESTION_LENGTH = 300
OPTION_LENGTH = 100
MOST_OPTIONS = 12
OPEN_AT_MOST = 2_628_000
"""Seconds that a poll may be open when it is told for how long."""


def _words(params: Params, field: str, mode: str, entities: str) -> tuple[str, list[Json]]:
    return formatted(params.string(field) or "", params.string(mode), params.array(entities))


def _option(number: int, raw: object) -> Json:
    if isinstance(raw, str):
        raw = {"text": raw}
    if not isinstance(raw, dict):
        raise bad_request("can't parse options JSON object")
    text, entities = _words(Params(raw), "text", "text_parse_mode", "text_entities")
    if not text:
        raise bad_request("poll options must be non-empty")
    if len(text) > OPTION_LENGTH:
        raise bad_request(f"poll options length must not exceed {OPTION_LENGTH}")
    return {"persistent_id": str(number), "text": text} | ({"text_entities": entities} if entities else {})


def _shape(params: Params) -> Json:
    question, entities = _words(params, "question", "question_parse_mode", "question_entities")
    if not question:
        raise bad_request("poll question must be non-empty")
    if len(question) > QUESTION_LENGTH:
        raise bad_request(f"poll question length must not exceed {QUESTION_LENGTH}")
    if (params.string("type") or "regular") != "regular":
        raise bad_request("unsupported poll type specified")
    options = [_option(number, raw) for number, raw in enumerate(params.array("options") or [])]
    if len(options) < 2:
        raise bad_request("poll must have at least 2 option")
    if len(options) > MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {MOST_OPTIONS} options")
    many, revoting = params.boolean("allows_multiple_answers"), params.values.get("allows_revoting")
    return {
        "question": question,
        **({"question_entities": entities} if entities else {}),
        "options": options,
        "is_anonymous": params.values.get("is_anonymous") is None or params.boolean("is_anonymous"),
        "type": "regular",
        "allows_multiple_answers": many,
        "allows_revoting": revoting is None or params.boolean("allows_revoting"),
        "members_only": params.boolean("members_only"),
    }


def _time(params: Params, shape: Json, now: datetime) -> datetime | None:
    period, date = params.integer("open_period"), params.integer("close_date")
    if period is None and date is not None:
        period = date - int(now.timestamp())
    if not period:
        return None
    if not 5 <= period <= OPEN_AT_MOST:
        raise bad_request("wrong poll close date specified" if date else "wrong poll open period specified")
    closes_at = now + timedelta(seconds=period)
    shape |= {"open_period": period, "close_date": int(closes_at.timestamp())}
    return datetime.fromtimestamp(shape["close_date"], UTC)


async def _ask(
    call: Call, change: Change, room: Chat, shape: Json, *, closes_at: datetime | None, closed: bool, counted: bool
) -> Message:
    assert room.id is not None
    poll = Poll(
        id=str(secrets.randbelow(2**63)),
        room_id=room.id,
        message_id=0,
        bot_id=call.bot.id,
        shape=shape,
        closed=closed,
        closes_at=closes_at,
    )
    content = {"poll": polls.shown(poll, [], change.exchange.clock)}
    message = await deliver(call, change, room, content, counted=counted)
    poll.message_id = message.message_id
    change.session.add(poll)
    return message


async def send_poll(call: Call) -> Json:
    shape = _shape(call.params)
    closed = call.params.boolean("is_closed")
    async with call.change() as change:
        room = await call.open_chat(change)
        closes_at = _time(call.params, shape, change.now)
        message = await _ask(call, change, room, shape, closes_at=closes_at, closed=closed, counted=True)
        return await change.render_one(room, message)


async def asked_anew(call: Call, change: Change, room: Chat, original: Message) -> Message:
    """A copy of a poll is a new poll without votes, open as long as nobody closes it."""
    shown: dict[str, Any] = original.content["poll"]
    changing = ("id", "total_voter_count", "is_closed", "open_period", "close_date")
    shape = {key: value for key, value in shown.items() if key not in changing}
    shape["options"] = [{k: v for k, v in option.items() if k != "voter_count"} for option in shape["options"]]
    return await _ask(call, change, room, shape, closes_at=None, closed=False, counted=False)


async def stop_poll(call: Call) -> Json:
    """Close one's own poll; it shows its results."""
    async with call.change() as change:
        room = await call.open_chat(change)
        message = await call.named_message(change, room, "message with poll to stop not found")
        if "poll" not in message.content:
            raise bad_request("message is not a poll")
        poll = await change.session.get(Poll, message.content["poll"]["id"])
        if poll is None or message.sender_id != call.bot.id or "forward_origin" in message.content:
            raise bad_request("poll can't be stopped")
        if message.content["poll"]["is_closed"] or poll.closed:
            raise bad_request("poll has already been closed")
        poll.closed = True
        change.session.add(poll)
        message.markup = keyboards.inline(call.params)
        change.session.add(message)
        await change.session.flush()
        stopped: Json = (await polls.current(change.session, change.exchange.clock, [poll.id]))[poll.id]
        message.content = message.content | {"poll": stopped}
        await change.event(room, "edited", message.message_id, thread_id=message.thread_id)
        await change.owe_update(call.bot.id, room.chat_id, "poll", stopped)
        return stopped


METHODS: dict[str, Method] = {
    "sendPoll": send_poll,
    "stopPoll": stop_poll,
}
