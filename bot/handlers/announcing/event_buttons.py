"""What the buttons around events, the plan and the quarter carry. Prefixes are never reused (`handlers.buttons`)."""

from aiogram.filters.callback_data import CallbackData

from bot.announcements.event_guests import Party
from bot.announcements.event_messages import ANSWER, FOR_CALENDAR, WHO_COMES


class AnswerEvent(CallbackData, prefix=ANSWER):
    """I come, I do not: also under announcements in groups."""

    id: int
    coming: bool


class EventForCalendar(CallbackData, prefix=FOR_CALENDAR):
    """The event as a file for one's calendar."""

    id: int


class WhoComes(CallbackData, prefix=WHO_COMES):
    """Who of a family comes to an event with a limit, as far as it is chosen; nothing is booked by it."""

    id: int
    me: int | None = None
    child: int | None = None
    parent: int | None = None
    other: int | None = None

    @property
    def party(self) -> Party | None:
        """Who is meant; None, when all are empty: as it stands."""
        if self.me is None:
            return None
        return Party(self.me, self.child or 0, self.parent or 0, self.other or 0)


class BookParty(WhoComes, prefix="evy"):
    """Yes, these people come."""


class BookPartyBeside(WhoComes, prefix="evj"):
    """Although one of them has something else at that time."""


class WaitTogether(WhoComes, prefix="evz"):
    """Stand in line: together or not at all."""


class LeaveLine(CallbackData, prefix="evv"):
    """No longer wait."""

    id: int


class OpenEvents(CallbackData, prefix="evl"):
    """The centre's events to come."""


class OpenEvent(CallbackData, prefix="evo"):
    """One event."""

    id: int


class BeginEvent(CallbackData, prefix="evn"):
    """For organisers: a new event; ``item`` of the plan that it fulfils, empty for none."""

    item: str = ""


class AnnounceEvent(CallbackData, prefix="eva"):
    """For organisers: lead an event into composing."""

    id: int


class ChangeEvent(CallbackData, prefix="evc"):
    """For organisers: another ``what``: "when", "place" or "seats"."""

    id: int
    what: str


class CancelEvent(CallbackData, prefix="evx"):
    """For organisers: it does not take place; ``why`` is empty until it is chosen."""

    id: int
    why: str = ""


class EventForm(CallbackData, prefix="evf"):
    """A step of the form: "yes", "skip", "leave", or "at" with the moment that was read back (minutes of the epoch)."""

    step: str


class OpenPlan(CallbackData, prefix="evp"):
    """For organisers: the plan and its quotas."""


class OpenRestOfPlan(CallbackData, prefix="evb"):
    """For organisers: what the plan names without saying how often."""


class OpenPlanItem(CallbackData, prefix="evi"):
    """For organisers: one item of the plan."""

    item: str


class AnnouncePlanItem(CallbackData, prefix="evq"):
    """For organisers: an announcement, without an event, that fulfils an item."""

    item: str


class NotePlanItem(CallbackData, prefix="evd"):
    """For organisers: an item was done without Okienko."""

    item: str


class OpenQuarters(CallbackData, prefix="evs"):
    """For organisers: of which quarter?"""


class SendQuarter(CallbackData, prefix="evr"):
    """For organisers: the quarter as a workbook."""

    year: int
    number: int
