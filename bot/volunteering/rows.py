"""The rows that this room hands to those who show them: for their types alone, changed only by its services."""

from bot.storage.tables import Shift as Shift
from bot.storage.tables import ShiftDraft as ShiftDraft
from bot.storage.tables import ShiftHours as ShiftHours
from bot.storage.tables import Volunteer as Volunteer
