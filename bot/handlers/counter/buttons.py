"""What the buttons of the desk and the adviser carry. All prefixes begin with ``z``; never reuse one."""

from typing import Final

from aiogram.filters.callback_data import CallbackData

PREFIXES: Final = r"^z[a-z]?(:|$)"


class OpenCounter(CallbackData, prefix="z"):
    """Begin: whom to write down?"""


class OpenSlots(CallbackData, prefix="zt"):
    """The nearest free hours; ``topic`` empty for any, ``who`` 0 for anybody, ``move`` the booking to move."""

    topic: str = ""
    who: int = 0
    move: int = 0


class OpenWho(CallbackData, prefix="zw"):
    """Whose hours?"""

    topic: str = ""
    move: int = 0


class OpenDays(CallbackData, prefix="zd"):
    """The days with free hours."""

    topic: str = ""
    who: int = 0
    move: int = 0
    page: int = 0


class OpenDay(CallbackData, prefix="zy"):
    """The free hours of a day, like 20261124."""

    day: str
    topic: str = ""
    who: int = 0
    move: int = 0


class TakeSlot(CallbackData, prefix="zs"):
    """This hour. ``draft`` marks whom it was offered for, ``beside``: although they have something else then."""

    slot: int
    topic: str = ""
    move: int = 0
    draft: str = ""
    beside: bool = False


class OpenHeld(CallbackData, prefix="zo"):
    """One booking."""

    id: int


class ChangeHeld(CallbackData, prefix="zh"):
    """Something about a booking: confirm, cancel (asks first) or sure (does it)."""

    id: int
    act: str


class OpenCalls(CallbackData, prefix="zc"):
    """The calls for a day, empty for the next one with hours."""

    day: str = ""
    page: int = 0


class Phoned(CallbackData, prefix="zk"):
    """A call was made."""

    booking: int
    reason: str
    reached: bool
    day: str


class PrintDay(CallbackData, prefix="zr"):
    """A day on paper, for the desk (``names``) or for the door."""

    day: str
    names: bool


class OpenSheet(CallbackData, prefix="zj"):
    """The adviser's day; empty for today."""

    day: str = ""


class Mark(CallbackData, prefix="zm"):
    """Came, or did not."""

    booking: int
    came: bool


class AskTopic(CallbackData, prefix="zn"):
    """What was it about? ``booking`` is 0 for who came without one."""

    booking: int = 0


class AskMinutes(CallbackData, prefix="za"):
    """How long did it take? ``once`` is the screen's secret."""

    booking: int
    topic: str
    once: str = ""


class NoteAdvice(CallbackData, prefix="zb"):
    """Topic and minutes are known: write it down."""

    booking: int
    topic: str
    minutes: int
    once: str = ""


class Delay(CallbackData, prefix="zl"):
    """Tell those who wait that it begins later."""

    minutes: int
    once: str


class OpenAdvisers(CallbackData, prefix="zi"):
    """The centre's advisers and their accounts."""


class OpenAdviser(CallbackData, prefix="zv"):
    """One adviser."""

    id: int


class LinkAccount(CallbackData, prefix="zx"):
    """Give an adviser's day to an account; 0 takes it away."""

    id: int
    account: int


class SheetKey(CallbackData, prefix="zq"):
    """The secret link to a day: new, or none any more. ``id`` 0 is the adviser's own."""

    id: int
    new: bool


class OpenReport(CallbackData, prefix="ze"):
    """What the roster's numbers say."""
