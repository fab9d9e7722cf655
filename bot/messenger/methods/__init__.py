"""The Bot API's methods by topic. Each module gives ``METHODS``: a name as Telegram writes it → its function."""

from bot.messenger.calls import Method
from bot.messenger.methods import (
    chats,
    commands,
    copies,
    edits,
    files,
    forum,
    media,
    messages,
    polls,
    reacting,
    updates,
)

METHODS: dict[str, Method] = {
    name.lower(): method
    for topic in (messages, media, polls, copies, edits, files, chats, forum, reacting, updates, commands)
    for name, method in topic.METHODS.items()
}
"""All methods by their lower-case name: Telegram does not mind the case."""
