"""The short code of a booking, for people without an account: said at the desk, read from a slip of paper."""

import re
import secrets
from typing import Final

LETTERS: Final = "CDFGHJKMNPRTWXY34679"
"""No vowels (no words come out by chance), nothing that looks like something else: O 0, I 1 L, B 8, S 5, Z 2, V U."""
LENGTH: Final = 7
"""1,280 million codes: with 500 live bookings and `limits.CODE_TRIES` a day, nobody guesses one."""
MOST_WRONG: Final = 2
"""Letters that are in no code, in what was still meant as one."""
_SHAPE: Final = re.compile(r"[^\W_]{3}[\s-]?[^\W_]{4}")
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
    code = _bare(text)
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else None


def mistyped(text: str) -> bool:
    """Whether a text is a code but for a letter or two, and not something to ask about, as "800 plus" is."""
    code = _bare(text)
    letters, figures = any(map(str.isalpha, code)), any(map(str.isdigit, code))
    right = sum(letter in LETTERS for letter in code)
    return bool(_SHAPE.fullmatch(text)) and letters and figures and LENGTH - right <= MOST_WRONG


def _bare(text: str) -> str:
    return "".join(letter for letter in text.upper().translate(_CYRILLIC) if letter.isalnum())
