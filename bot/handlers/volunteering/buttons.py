"""What the buttons of volunteering carry. The prefixes stand on messages people keep: never reuse one.

``vf``, ``vs``, ``vg``, ``vk``, ``vv``, ``vh`` and ``vd`` are also built by `bot.volunteering`. What somebody has
chosen of themselves stands in the buttons as sums of powers of two, until it is kept.
"""

from aiogram.filters.callback_data import CallbackData


class OpenProfile(CallbackData, prefix="vp"):
    """ "I want to help": the profile, or how to begin."""


class Choose(CallbackData, prefix="vq"):
    """As far as somebody has told of themselves.

    ``step`` is what is asked now: ``age``, ``young`` (under 13), ``likes``, ``days``, ``can``, ``keep``;
    ``slot`` a shift to which it leads.
    """

    step: str = "age"
    age: str = ""
    likes: int = 0
    days: int = 0
    can: int = 0
    slot: int = 0


class AskNickname(CallbackData, prefix="vn"):
    """Type a nickname."""


class LeaveVolunteering(CallbackData, prefix="vl"):
    """Forget the profile: first asked, then done."""

    sure: bool = False


class InviteGuardian(CallbackData, prefix="vi"):
    """A link for a parent."""


class OpenHours(CallbackData, prefix="vh", sep=":"):
    """Confirmed hours; ``act`` is empty or ``paper``: a certificate is wanted."""

    act: str = ""


class OpenFitting(CallbackData, prefix="vf"):
    """What fits me; ``page`` from 0."""

    page: int = 0
    all: bool = False


class OpenShift(CallbackData, prefix="vs"):
    """One shift."""

    slot: int


class TakeShift(CallbackData, prefix="vb"):
    """Sign up; ``rest`` for the later shifts of the season, too."""

    slot: int
    rest: bool = False


class DropShift(CallbackData, prefix="vx"):
    """Give a shift back: first asked, then done."""

    slot: int
    sure: bool = False


class InviteFriend(CallbackData, prefix="vy"):
    """A link to a shift for somebody else: nobody is booked along."""

    slot: int


class OpenChild(CallbackData, prefix="vg"):
    """A guardian's look at the shifts of their child; ``act`` is empty or ``stop``."""

    volunteer: int
    act: str = ""


class OpenWeek(CallbackData, prefix="vw"):
    """A coordinator's week; 0 is the one from today on."""

    week: int = 0


class OpenWorkShift(CallbackData, prefix="vk"):
    """A shift as its coordinator sees it."""

    slot: int


class EditShift(CallbackData, prefix="ve"):
    """Change ``what`` (place, adult, people, children, off) of a shift that was seen as ``version``.

    ``later``: of the rest of its season, too; ``sure``: the yes to calling it off.
    """

    slot: int
    version: int
    what: str
    later: bool = False
    sure: bool = False


class MarkCame(CallbackData, prefix="vc"):
    """Somebody came (``minutes`` 0 for the shift's length, -1: did not, -2: ask for how long)."""

    booking: int
    minutes: int = 0


class TypeShifts(CallbackData, prefix="vt"):
    """Type or send new shifts."""


class OpenShiftDraft(CallbackData, prefix="vd"):
    """What a draft would make."""

    id: int


class TurnPlan(CallbackData, prefix="vdt"):
    """Turn ``what`` (children, interest) of the plan with this number."""

    id: int
    number: int
    what: str


class PublishShifts(CallbackData, prefix="vdp"):
    """Publish a draft."""

    id: int


class OpenVolunteers(CallbackData, prefix="vo"):
    """The volunteers of a centre; ``page`` from 0."""

    page: int = 0


class OpenVolunteer(CallbackData, prefix="vv"):
    """A volunteer as the coordinator sees them."""

    id: int


class MarkVolunteer(CallbackData, prefix="vm"):
    """Mark (``bot.volunteering.marks.Mark``) or take back; ``until`` is the last day of an agreement, like 20270630."""

    id: int
    what: str
    on: bool = True
    until: int = 0
