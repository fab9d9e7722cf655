"""The embedded messenger: a Bot API server and the chat that a web page shows.

It is a world of its own: its tables, its files, its people. The bot speaks with it over HTTP only,
as with Telegram. `Messenger` is the server; ``Messenger.people`` is what the page calls.
"""

from bot.messenger.limits import Limits
from bot.messenger.own_chats import NotPossible
from bot.messenger.page_events import Event
from bot.messenger.people_side import OpenedChat, PeopleSide
from bot.messenger.server import Messenger

__all__ = ["Event", "Limits", "Messenger", "NotPossible", "OpenedChat", "PeopleSide"]
