"""Our buttons under a message that has others', too."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.announcements import event_messages

OURS = frozenset({event_messages.ANSWER, event_messages.FOR_CALENDAR, event_messages.WHO_COMES})


def with_the_other_rows(message: Message, ours: event_messages.Keyboard) -> InlineKeyboardMarkup:
    """Our rows anew, and the rows of others below them as they are ("nie chcę więcej")."""
    others: list[list[InlineKeyboardButton]] = []
    if message.reply_markup:
        others = [
            row
            for row in message.reply_markup.inline_keyboard
            if not any((each.callback_data or "").split(":")[0] in OURS for each in row)
        ]
    return InlineKeyboardMarkup(inline_keyboard=[*InlineKeyboardMarkup.model_validate(ours).inline_keyboard, *others])
