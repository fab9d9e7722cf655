"""The rows that this room hands to those who show them: for their types alone, changed only by its services."""

from bot.storage.tables import Attendee as Attendee
from bot.storage.tables import Booking as Booking
from bot.storage.tables import Event as Event
from bot.storage.tables import Provider as Provider
from bot.storage.tables import Slot as Slot
