"""Errors that a person is meant to see: each carries the key of a text, never the text itself."""

from typing import Any


class OkienkoError(Exception):
    """Something went wrong in a way that a person can be told about.

    ``key`` names a message of `bot/texts`; ``args`` of the message are keyword arguments.
    Raised by services; the intake's error handler renders it in the person's language after
    the rollback.
    """

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class SettingsError(Exception):
    """A setting is missing or wrong. The message is one English sentence naming the variable."""


class DataError(Exception):
    """A data file cannot be used. ``problems`` holds every mistake found, one sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
