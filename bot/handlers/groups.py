"""In groups the bot is silent unless commanded, mentioned or replied to, and repeats nothing."""

from aiogram import Bot, F, Router
from aiogram.enums import MessageEntityType
from aiogram.filters import BaseFilter
from aiogram.methods import AnswerCallbackQuery, SendMessage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters

from bot.handlers.beginning import COMMANDS
from bot.handlers.menu import House
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.texts import language_of

router = Router(name="groups")
DANGER_NOW = "danger-now"
"""The kind of the crisis net (`data/crisis/rules`) for which nothing can wait."""


class SpokenTo(BaseFilter):
    """The bot is meant: a command, its @name, or a reply to one of its messages."""

    async def __call__(self, message: Message, bot: Bot, username: str) -> bool:
        replied = message.reply_to_message
        if replied and replied.from_user and replied.from_user.id == bot.id:
            return True
        text = message.text or message.caption or ""
        for entity in message.entities or message.caption_entities or []:
            word = entity.extract_from(text).lower()
            if entity.type == MessageEntityType.MENTION and word == f"@{username.lower()}":
                return True
            if entity.type == MessageEntityType.BOT_COMMAND:
                command, _, name = word.partition("@")
                # A bare command may be meant for another bot of the group; with our name it is ours.
                if name == username.lower() or (not name and command[1:] in COMMANDS):
                    return True
        return False


@router.message(SpokenTo())
async def lead_away(message: Message, actor: Actor | None, house: House, username: str) -> Replies:
    """Answer with the way to a private chat; what was asked is not repeated before others.

    Who writes of danger at this moment gets 112 and nothing that tells of it; anything else of that sort is
    for the private chat.
    """
    language = actor.language if actor else language_of(message.from_user.language_code if message.from_user else None)
    link = InlineKeyboardButton(
        text=house.texts.plain(language, "group-button"), url=f"https://t.me/{username}?start=g"
    )
    return [
        SendMessage(
            chat_id=message.chat.id,
            text=house.texts.html(language, "group-danger" if _in_danger_now(message, house) else "group-private"),
            reply_markup=InlineKeyboardMarkup(inline_keyboard=[[link]]),
            reply_parameters=ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True),
        )
    ]


@router.callback_query(F.message)
async def tap(tap: CallbackQuery, actor: Actor | None, house: House) -> Replies:
    """A tap in a group: nothing happens there, the person is told where it does."""
    language = actor.language if actor else language_of(tap.from_user.language_code)
    return [
        AnswerCallbackQuery(
            callback_query_id=tap.id, text=house.texts.plain(language, "group-private"), show_alert=True
        )
    ]


def _in_danger_now(message: Message, house: House) -> bool:
    caught = house.net.catch(message.text or message.caption or "")
    return caught is not None and DANGER_NOW in caught.kinds
