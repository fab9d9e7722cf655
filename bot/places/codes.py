"""The short code of a booking, for people without an account: said at the desk, read from a slip of paper."""

import secrets
from typing import Final

LETTERS: Final = "CDFGHJKMNPRTWXY34679"
"""No vowels (no words come out by chance), nothing that looks like something else: O 0, I 1 L, B 8, S 5, Z 2, V U."""
LENGTH: Final = 7
"""1,280 million codes: with 500 live bookings and `limits.CODE_TRIES` a day, nobody guesses one."""
_CYRILLIC: Final = str.maketrans("СНКМРТХУ", "CHKMPTXY")
"""What a Ukrainian keyboard gives for the letters that look the same."""


def new() -> str:
    """A code that nobody can guess, as it is stored: ``KRT4X7M``."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def shown(code: str) -> str:
    """A code as people are told it, in two parts: ``KRT 4X7M``."""
    return f"{code[:3]} {code[3:]}"


def typed(text: str) -> str | None:
    """What somebody typed, as it is stored; None for what is no code. Case, spaces and dashes are forgiven."""
    code = "".join(letter for letter in text.upper().translate(_CYRILLIC) if letter.isalnum())
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else None
