"""The rows that this room hands to those who show them: for their types alone, changed only by its services."""

from bot.storage.tables import HallSeries as HallSeries
from bot.storage.tables import Organisation as Organisation
