"""What a volunteer may choose between."""

from enum import StrEnum
from typing import Final


class Age(StrEnum):
    """How old somebody is, as far as the law asks. Nobody's birth date is kept; for who is under 13, nothing is."""

    YOUNGER = "13-15"
    OLDER = "16-17"
    ADULT = "adult"


class Interest(StrEnum):
    """What somebody wants to do, and what a shift is about."""

    CHILDREN = "children"
    SENIORS = "seniors"
    EVENTS = "events"
    HOME = "home"
    NATURE = "nature"
    OFFICE = "office"
    OTHER = "other"
    """Of shifts only: anybody may like it."""


class Skill(StrEnum):
    """What somebody can do; for the coordinator's eyes."""

    DRIVING = "driving"
    LANGUAGES = "languages"
    FIRST_AID = "first-aid"
    COMPUTERS = "computers"
    ARTS = "arts"
    SPORT = "sport"


INTERESTS: Final = tuple(interest for interest in Interest if interest is not Interest.OTHER)
LONGEST_NICKNAME: Final = 20
