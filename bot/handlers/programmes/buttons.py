"""What the buttons of programmes carry. The prefixes stand on messages people keep: never reuse one.

``qo``, ``qt``, ``ql``, ``qw``, ``qc`` and ``qk`` are also built by `bot.places.programmes.kinds`.
"""

from aiogram.filters.callback_data import CallbackData


class OpenProgrammes(CallbackData, prefix="qa"):
    """What a centre offers, and what one is in."""


class OpenProgramme(CallbackData, prefix="qo"):
    """One programme, as a resident sees it. ``via`` is the mark of the card that led there; ``all`` its meetings."""

    id: int
    via: str = ""
    all: bool = False


class WantProgramme(CallbackData, prefix="qi"):
    """One tap: in, or interested. ``beside``: although there is something else at that time."""

    id: int
    beside: bool = False
    via: str = ""


class TakeProgramme(CallbackData, prefix="qt"):
    """Invited, and yes: all meetings."""

    id: int
    beside: bool = False


class LeaveProgramme(CallbackData, prefix="ql"):
    """First asked, then done."""

    id: int
    sure: bool = False


class TalkSuits(CallbackData, prefix="qw"):
    """The hour of the first talk suits, or another one is wanted."""

    id: int
    yes: bool


class SkipMeeting(CallbackData, prefix="qx"):
    """Not this time; with ``back`` after all. ``sure``: asked already, or beside something else."""

    slot: int
    back: bool = False
    sure: bool = False


class OpenLed(CallbackData, prefix="qk"):
    """A programme as its keeper sees it, an organiser its numbers."""

    id: int


class OpenLedList(CallbackData, prefix="qn"):
    """What somebody leads."""


class OpenCandidates(CallbackData, prefix="qp"):
    """Who waits, is invited or in."""

    id: int


class OpenCandidate(CallbackData, prefix="qc"):
    """Somebody, as a keeper sees them."""

    id: int


class Answer(CallbackData, prefix="qe"):
    """What a keeper does: ``talk`` (type an hour), ``talked``, ``yes``, ``no`` (asked first), ``label``."""

    id: int
    what: str
    sure: bool = False


class OpenMeetings(CallbackData, prefix="qm"):
    """The meetings of a programme."""

    id: int


class OpenMeeting(CallbackData, prefix="qv"):
    """One meeting: who comes, who came. ``act`` is empty, ``all`` (everybody came), ``off`` or ``sure``."""

    slot: int
    act: str = ""


class MarkPresent(CallbackData, prefix="qr"):
    """Somebody came, or did not."""

    booking: int
    came: bool


class Decide(CallbackData, prefix="qd"):
    """``start``, ``later`` (``weeks`` 0: ask by how many) or ``off`` of a programme that was seen as ``version``."""

    id: int
    version: int
    what: str
    weeks: int = 0
    sure: bool = False


class MakeLink(CallbackData, prefix="qj"):
    """A link that is good once: for a ``seat``, or to ``keep`` it too."""

    id: int
    what: str


class WriteDown(CallbackData, prefix="qh"):
    """Type somebody who has no messenger."""

    id: int


class StepBack(CallbackData, prefix="qb"):
    """No longer lead it."""

    id: int
    sure: bool = False


class TypeProgramme(CallbackData, prefix="qy"):
    """Type a new one."""


class TurnDraft(CallbackData, prefix="qg"):
    """Turn ``what`` of a draft: way, quiet, card; ``open`` it, or ``drop`` it."""

    id: int
    what: str
