"""The rows that this room hands to those who show them: for their types alone, changed only by its services."""

from bot.storage.tables import Conversation as Conversation
from bot.storage.tables import ConversationTopic as ConversationTopic
from bot.storage.tables import DeskMessage as DeskMessage
from bot.storage.tables import Role as Role
from bot.storage.tables import StaffRoom as StaffRoom
