"""What staff see in their room: the buttons under a card and what each leads to."""

from functools import partial

from aiogram.methods import EditMessageReplyMarkup, EditMessageText, SendMessage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desk import card_keys, owing
from bot.desk.mirroring import Reply as Answer
from bot.desk.permission import Clerk, need_staff
from bot.desk.rows import Conversation
from bot.errors import OkienkoError
from bot.handlers.desk.buttons import LetGo, PassOn, ProposeCard, TakeBack, Work
from bot.handlers.menu import House
from bot.handlers.view import Row, button
from bot.intake.replies import Replies, Reply
from bot.places.topics import Topic

STAFF_LANGUAGE = owing.STAFF_LANGUAGE
WORTH_A_CARD = 60
"""Letters from which a reply may be worth being a card."""
SNOOZES = {"2h": "room-snooze-2h", "next": "room-snooze-next", "week": "room-snooze-week"}


def step(house: House, key: str, what: str, talk: Conversation) -> InlineKeyboardButton:
    return button(house.texts.plain(STAFF_LANGUAGE, key), Work(what=what, id=talk.id or 0))


def card_rows(house: House, talk: Conversation) -> list[Row]:
    """The buttons under a card."""
    return [[step(house, key, what, talk) for key, what in row] for row in card_keys.rows(talk.kind)]


def snooze_rows(house: House, talk: Conversation) -> list[Row]:
    choices = [step(house, key, f"snooze-{each}", talk) for each, key in SNOOZES.items()]
    return [choices, [step(house, "button-back", "menu", talk)]]


def close_rows(house: House, talk: Conversation) -> list[Row]:
    """What was it about?"""
    say = partial(house.texts.plain, STAFF_LANGUAGE)
    topics = [
        button(say("counter-topic", topic=topic.value), Work(what=f"close-{topic.value}", id=talk.id or 0))
        for topic in Topic
    ]
    rows = [topics[at : at + 2] for at in range(0, len(topics), 2)]
    return [*rows, [step(house, "button-back", "menu", talk)]]


def pass_rows(house: House, talk: Conversation, colleagues: list[Clerk], me: Clerk) -> list[Row]:
    """To whom? A unit is typed: /przekaz prawnik."""
    others = [
        button(each.name, PassOn(id=talk.id or 0, to=each.account_id))
        for each in colleagues
        if each.account_id != me.account_id
    ]
    rows = [others[at : at + 2] for at in range(0, len(others), 2)]
    return [*rows, [step(house, "room-button-unit", "unit", talk), step(house, "button-back", "menu", talk)]]


def with_keys(tap: CallbackQuery, rows: list[Row]) -> Reply:
    """Other buttons under the same message."""
    assert tap.message is not None
    return EditMessageReplyMarkup(
        chat_id=tap.message.chat.id,
        message_id=tap.message.message_id,
        reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
    )


def answer_said(house: House, answer: Answer, *, worth: bool = True) -> tuple[str, list[Row]]:
    """What became of a reply: on its way, and still to be taken back; or held, and for whose sake."""
    say, html = partial(house.texts.plain, STAFF_LANGUAGE), partial(house.texts.html, STAFF_LANGUAGE)
    number = answer.message.id or 0
    if answer.holder:
        rows = [
            [
                button(say("room-button-let-go"), LetGo(message=number)),
                button(say("room-button-take-back"), TakeBack(message=number)),
            ]
        ]
        return html("room-held", who=answer.holder), rows
    row = [button(say("room-button-take-back"), TakeBack(message=number))]
    if worth and len((answer.message.content or {}).get("text", "")) >= WORTH_A_CARD:
        row.append(button(say("room-button-propose"), ProposeCard(message=number)))
    return html("room-goes-out"), [row]


def in_topic(
    message: Message, text: str, rows: list[Row] | None = None, *, reply: bool = True, thread: int | None = None
) -> Reply:
    """A message of ours in the same topic."""
    return SendMessage(
        chat_id=message.chat.id,
        text=text,
        message_thread_id=thread or message.message_thread_id,
        reply_markup=InlineKeyboardMarkup(inline_keyboard=rows) if rows else None,
        reply_parameters=ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True)
        if reply
        else None,
    )


async def talk_of(session: AsyncSession, clerk: Clerk, number: int) -> Conversation:
    """A conversation for somebody who may work on it. Raises `OkienkoError` for others, and where it is gone."""
    talk = await session.get(Conversation, number)
    if talk is None:
        raise OkienkoError("desk-gone")
    await need_staff(session, clerk, talk)
    return talk


def instead(tap: CallbackQuery, text: str, rows: list[Row] | None = None) -> Replies:
    """Our own line changes; nothing new is posted."""
    if tap.message is None:
        return []
    markup = InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
    at = tap.message
    return [EditMessageText(chat_id=at.chat.id, message_id=at.message_id, text=text, reply_markup=markup)]


def beside(tap: CallbackQuery, text: str, rows: list[Row]) -> Replies:
    """A message of ours in the topic of the button."""
    if not isinstance(tap.message, Message):
        return []
    return [
        SendMessage(
            chat_id=tap.message.chat.id,
            message_thread_id=tap.message.message_thread_id,
            text=text,
            reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
        )
    ]
