"""What people come about, as far as it has to be known: for the adviser and the desk alone."""

from enum import StrEnum


class Topic(StrEnum):
    """A topic of a consultation. Never in a group, on a lock screen, in a log or a calendar's title."""

    LAW = "law"
    DEBTS = "debts"
    BENEFITS = "benefits"
    FAMILY = "family"
    PSYCHOLOGY = "psychology"
    VIOLENCE = "violence"
    ADDICTION = "addiction"
    MEDIATION = "mediation"
    LETTERS = "letters"
    ORGANISATIONS = "organisations"
    OTHER = "other"
