"""The rows of `tests/privacy/test_buttons.py`, which says what each table is for and how to add to it."""

from typing import Any, Final

from bot.storage.tables import Role

CLERK, ADVISER, ORGANISER, ADMIN = Role.CLERK, Role.ADVISER, Role.ORGANISER, Role.ADMIN
May = frozenset[Role]
DESK: Final = May({CLERK, ORGANISER})
"""Who keeps the centre's lists."""

_OPEN: Final = """
    announcing.Notifications announcing.Unfollow announcing.OpenEvents announcing.OpenEvent announcing.AnswerEvent
    announcing.EventForCalendar
    announcing.WhoComes announcing.BookParty announcing.BookPartyBeside announcing.WaitTogether announcing.LeaveLine
    booking.BeginBooking booking.ChooseTime booking.ChooseHour booking.ChooseWhom booking.BookNow booking.OpenBookings
    buttons.OpenMenu buttons.OpenTopic buttons.OpenCard buttons.OpenFee buttons.OpenShare buttons.SendPhones
    buttons.SendPlaces buttons.OpenCentres buttons.ChooseCentre buttons.OpenLanguages buttons.ChooseLanguage
    buttons.OpenPrivacy buttons.OpenHuman buttons.NoneOfThese
    buttons.LeaveForm buttons.SkipQuestion buttons.StepBack buttons.AnswerTopic buttons.SendProposal buttons.ResumeForm
    desk.OpenTalk desk.BeginTalk desk.TalkState desk.AskCall desk.SkipCallQuestion desk.LeaveCall
    halls.OpenHalls halls.SpeakFor
    mine.MorePages mine.OpenCalendar mine.RenewCalendar mine.EndCalendar
    privacy.TapOwnData
    programmes.OpenProgrammes
    volunteering.OpenProfile volunteering.Choose volunteering.AskNickname volunteering.LeaveVolunteering
    volunteering.InviteGuardian volunteering.OpenHours volunteering.OpenFitting volunteering.OpenShift
    volunteering.TakeShift volunteering.InviteFriend
    waiting.JoinLine
    """
EVERYBODY: Final = frozenset(_OPEN.split())

_BOOKINGS: Final = dict.fromkeys(
    ("OpenBooking", "ConfirmBooking", "MoveBooking", "MoveHere", "MoveNow", "MoveBeside", "CancelBooking",
     "BookingForCalendar"),
    "tests/booking",
)  # fmt: skip
OWN: Final[dict[str, str]] = {
    **{f"booking.{name}": where for name, where in _BOOKINGS.items()},
    **dict.fromkeys(
        (
            "halls.OpenHall", "halls.HallDay", "halls.HallFrom", "halls.HallTo", "halls.TakeHall",
            "halls.OpenReservation", "halls.GiveBack", "halls.OpenSeries", "halls.AskSeries", "halls.GiveBackSeries",
            "halls.TypeWish",
        ),
        "tests/halls/test_outsiders.py",
    ),
    "desk.EndTalk": "tests/desk_chat/test_residents.py",
    **dict.fromkeys(
        (
            "programmes.OpenProgramme", "programmes.WantProgramme", "programmes.TakeProgramme",
            "programmes.LeaveProgramme", "programmes.TalkSuits", "programmes.SkipMeeting",
        ),
        "tests/programmes/test_permissions.py",
    ),
    "volunteering.OpenChild": "tests/volunteering/test_guardians.py",
    "volunteering.DropShift": "tests/volunteering/test_signing.py",
    **dict.fromkeys(("waiting.OpenLine", "waiting.AnswerOffer", "waiting.LeaveLine"), "tests/waiting/test_chat.py"),
}  # fmt: skip

STAFF: Final[dict[str, May]] = {
    **dict.fromkeys(("programmes.OpenLedList", "programmes.TypeProgramme"), May({ORGANISER})),
    **dict.fromkeys(
        (
            "announcing.Compose", "announcing.Item", "announcing.Items", "announcing.NewAnnouncement",
            "announcing.Group", "announcing.Groups",
            "announcing.BeginEvent", "announcing.AnnounceEvent", "announcing.CancelEvent", "announcing.EventForm",
            "announcing.OpenPlan", "announcing.OpenRestOfPlan", "announcing.OpenPlanItem", "announcing.NotePlanItem",
            "announcing.AnnouncePlanItem", "announcing.OpenQuarters", "announcing.SendQuarter",
            "buttons.OpenGaps", "buttons.OpenGap", "buttons.OpenGapTopics", "buttons.ChooseGapCard",
            "buttons.AddGapWords", "buttons.PutGapAside", "buttons.OpenGapHistory", "buttons.UndoGapWords",
            "buttons.OpenProposals",
        ),
        May({ORGANISER}),
    ),
    "buttons.OpenStaff": May({CLERK, ADVISER, ORGANISER}),
    **dict.fromkeys(
        (
            "counter.OpenCounter", "counter.OpenSlots", "counter.OpenWho", "counter.OpenDays", "counter.OpenDay",
            "counter.TakeSlot", "counter.OpenHeld", "counter.ChangeHeld", "counter.OpenCalls", "counter.Phoned",
            "counter.PrintDay",
        ),
        May({CLERK}),
    ),
    **dict.fromkeys(
        (
            "counter.OpenReport", "counter.OpenAdvisers", "counter.OpenAdviser", "counter.LinkAccount",
            "counter.SheetKey",
            "halls.OpenPlan", "halls.CopyPlan", "halls.OpenRequests", "halls.OpenOrganisations", "halls.AddHall",
            "rosters.OpenMonth", "rosters.TypeRoster", "rosters.Closing", "rosters.Absent",
            "volunteering.OpenWeek", "volunteering.TypeShifts", "volunteering.OpenVolunteers",
            "volunteering.MarkVolunteer",
        ),
        DESK,
    ),
}  # fmt: skip

REAL: Final[dict[str, tuple[str, May]]] = {
    **dict.fromkeys(
        (
            "programmes.OpenLed", "programmes.OpenCandidates", "programmes.OpenCandidate", "programmes.Answer",
            "programmes.OpenMeetings", "programmes.OpenMeeting", "programmes.MarkPresent", "programmes.Decide",
            "programmes.MakeLink", "programmes.WriteDown", "programmes.StepBack", "programmes.TurnDraft",
        ),
        ("tests/programmes/test_permissions.py", May({ORGANISER})),
    ),
    "announcing.ChangeEvent": ("tests/events", May({ORGANISER})),
    "buttons.AcceptProposal": ("tests/conversations/test_proposals.py", May({ORGANISER})),
    "buttons.DeclineProposal": ("tests/conversations/test_proposals.py::test_a_decline_is_told_too", May({ORGANISER})),
    **dict.fromkeys(
        ("counter.OpenSheet", "counter.Mark", "counter.AskTopic", "counter.NoteAdvice", "counter.Delay"),
        ("tests/counter/test_advising.py", May({ADVISER})),
    ),
    "counter.AskMinutes": ("tests/counter/test_advising.py::test_the_day_and_two_taps_afterwards", May({ADVISER})),
    "desk.SetRoom": ("tests/desk_chat/test_rooms.py", May({ORGANISER, ADMIN})),
    **dict.fromkeys(
        (
            "halls.OpenWeek", "halls.AnswerRequest", "halls.AnswerSeries", "halls.AnswerOrganisation",
            "halls.OpenRules", "halls.EditHall",
        ),
        ("tests/halls/test_outsiders.py", DESK),
    ),
    **dict.fromkeys(
        (
            "rosters.OpenDraft", "rosters.PublishDraft", "rosters.AddAdviser", "rosters.ChooseDraftService",
            "rosters.SetWhole", "rosters.MonthPaper",
        ),
        ("tests/rosters", DESK),
    ),
    **dict.fromkeys(
        (
            "volunteering.OpenWorkShift", "volunteering.EditShift", "volunteering.MarkCame",
            "volunteering.OpenShiftDraft", "volunteering.TurnPlan", "volunteering.PublishShifts",
            "volunteering.OpenVolunteer",
        ),
        ("tests/volunteering", DESK),
    ),
}  # fmt: skip

_IN_ROOMS: Final = """
    desk.Work desk.TakeBack desk.LetGo desk.SendNote desk.ProposeCard desk.ChooseAnswer desk.SendAnswer
    desk.ChooseSlot desk.BookSlot desk.PassOn
    """
ROOM: Final = frozenset(_IN_ROOMS.split())

SAMPLES: Final[dict[str, dict[str, Any]]] = {}
