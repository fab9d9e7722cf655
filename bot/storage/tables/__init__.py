"""Every table of the bot (the embedded messenger keeps its own in `bot/messenger/tables.py`)."""

from bot.storage.tables.announcements import (
    Announcement,
    AnnouncementFile,
    AnnouncementRun,
    Community,
    Following,
)
from bot.storage.tables.catalogue import (
    CatalogueCard,
    CatalogueCentre,
    CatalogueProposal,
    CatalogueRevision,
    ProposalState,
)
from bot.storage.tables.console import ConsoleLogin, ConsoleSession, StaffPerson
from bot.storage.tables.desk import (
    AuditEntry,
    Block,
    Callback,
    Conversation,
    ConversationTopic,
    DeskCopy,
    DeskFile,
    DeskMessage,
    StaffRoom,
)
from bot.storage.tables.events import Attendance, Event, EventPost, PlanDone
from bot.storage.tables.intake import Dialogue, IncomingUpdate
from bot.storage.tables.learning import UnansweredQuestion, WordAddition
from bot.storage.tables.outbox import OwedMessage, SendingLease
from bot.storage.tables.people import Account, Address, Grant, Role
from bot.storage.tables.places import (
    AdviceGiven,
    Attendee,
    Booking,
    CallTask,
    ClosingDay,
    CodeTry,
    Duty,
    Provider,
    Room,
    RosterDraft,
    Slot,
    UnmetWish,
)

__all__ = [
    "Account",
    "Address",
    "AdviceGiven",
    "Announcement",
    "AnnouncementFile",
    "AnnouncementRun",
    "Attendance",
    "Attendee",
    "AuditEntry",
    "Block",
    "Booking",
    "CallTask",
    "Callback",
    "CatalogueCard",
    "CatalogueCentre",
    "CatalogueProposal",
    "CatalogueRevision",
    "ClosingDay",
    "CodeTry",
    "Community",
    "ConsoleLogin",
    "ConsoleSession",
    "Conversation",
    "ConversationTopic",
    "DeskCopy",
    "DeskFile",
    "DeskMessage",
    "Dialogue",
    "Duty",
    "Event",
    "EventPost",
    "Following",
    "Grant",
    "IncomingUpdate",
    "OwedMessage",
    "PlanDone",
    "ProposalState",
    "Provider",
    "Role",
    "Room",
    "RosterDraft",
    "SendingLease",
    "Slot",
    "StaffPerson",
    "StaffRoom",
    "UnansweredQuestion",
    "UnmetWish",
    "WordAddition",
]
