"""A screen of the chat: a text and its buttons, and the ways to put it before a person."""

from dataclasses import dataclass, field

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
)

from bot.handlers.buttons import OpenMenu
from bot.intake.replies import Replies, Reply
from bot.texts import Html, Texts

Row = list[InlineKeyboardButton]
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(slots=True)
class Screen:
    """What a person sees in one message. ``text`` is Telegram HTML; ``about`` is the card it speaks of.

    ``aside``: said in passing ("you're welcome"); what was looked at before stays so. ``unanswered``: it
    says that no answer was found.
    """

    text: Html
    rows: list[Row] = field(default_factory=list)
    about: str | None = None
    aside: bool = False
    unanswered: bool = False

    @property
    def markup(self) -> InlineKeyboardMarkup | None:
        return InlineKeyboardMarkup(inline_keyboard=self.rows) if self.rows else None


def button(text: str, data: CallbackData) -> InlineKeyboardButton:
    """A button that asks the bot for something."""
    return InlineKeyboardButton(text=text, callback_data=data.pack())


async def remember(state: FSMContext, screen: Screen) -> None:
    """Keep which card is looked at, so that "how much is it?" can speak of it; any other screen ends that.

    A time that was being chosen is looked away from, too.
    """
    if screen.aside:
        return
    data = await state.get_data()
    if data.get("card") != screen.about or "booking" in data or "hall" in data:
        kept = {k: v for k, v in data.items() if k not in ("card", "booking", "booking_time", "hall")}
        await state.set_data({**kept, **({"card": screen.about} if screen.about else {})})


def way_out(texts: Texts, language: str, back: CallbackData | None = None) -> Row:
    """The last row of every screen: one step back where there is one, and the beginning."""
    row = [button(texts.plain(language, "button-back"), back)] if back else []
    return [*row, button(texts.plain(language, "button-start-over"), OpenMenu())]


def show(event: Message | CallbackQuery, *screens: Screen) -> Replies:
    """Answer a message with new ones, a tap by changing the message it was made on.

    A message too old to be changed is answered with a new one.
    """
    replies: list[Reply] = []
    first, *rest = screens
    if isinstance(event, CallbackQuery):
        replies.append(AnswerCallbackQuery(callback_query_id=event.id))
        chat_id = event.message.chat.id if event.message else event.from_user.id
        if isinstance(event.message, Message):
            replies.append(
                EditMessageText(
                    chat_id=chat_id,
                    message_id=event.message.message_id,
                    text=first.text,
                    reply_markup=first.markup,
                    link_preview_options=NO_PREVIEW,
                )
            )
        else:
            rest = [first, *rest]
    else:
        chat_id = event.chat.id
        rest = [first, *rest]
    replies += [
        SendMessage(chat_id=chat_id, text=screen.text, reply_markup=screen.markup, link_preview_options=NO_PREVIEW)
        for screen in rest
    ]
    return replies
