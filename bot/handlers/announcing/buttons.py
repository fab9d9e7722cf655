"""What the buttons around announcements carry. The prefixes stand on messages people keep: never reuse one.

``fu`` (stop hearing of something) is built by the room of the announcements, see its `kinds`.
"""

from aiogram.filters.callback_data import CallbackData


class Compose(CallbackData, prefix="ac"):
    """A step of composing; ``mark`` is that of an audience."""

    id: int
    step: str
    mark: str = ""


class Item(CallbackData, prefix="ai"):
    """Something about one announcement."""

    id: int
    act: str


class Items(CallbackData, prefix="al"):
    """A centre's announcements; ``page`` counts from 0."""

    page: int = 0


class NewAnnouncement(CallbackData, prefix="an"):
    """Begin a new announcement."""


class Notifications(CallbackData, prefix="fn"):
    """What somebody follows; with ``mark`` one topic is switched."""

    mark: str = ""


class Unfollow(CallbackData, prefix="fu"):
    """Under a message: no more of this; ``number`` is the place in the announcement's audiences."""

    id: int
    number: int


class Group(CallbackData, prefix="sg"):
    """Something about one community; ``mark`` is the centre that claims it."""

    id: int
    act: str
    mark: str = ""


class Groups(CallbackData, prefix="sl"):
    """The centre's communities."""
