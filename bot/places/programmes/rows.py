"""The rows that this room hands to those who show them: for their types alone, changed only by its services."""

from bot.storage.tables import Programme as Programme
from bot.storage.tables import ProgrammeCandidate as ProgrammeCandidate
