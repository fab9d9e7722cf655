"""All forms of Polish words, made by Morfeusz in a process of its own.

Generating takes twenty megabytes that a process never gets back (Morfeusz frees nothing), for a
moment's work. This file is also what that process runs, so it imports nothing of ours.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

_LONGEST_SECONDS = 60


def inflected(lemmas: Sequence[str]) -> Iterator[list[str]]:
    """The forms of each of these lemmas that people ask with. Needs Morfeusz.

    Where no other process can be had, they are made in this one.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", __file__],
            input="\n".join(lemmas),
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=_LONGEST_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return generated(lemmas)
    return (line.split("\t") if line else [] for line in done.stdout.removesuffix("\n").split("\n"))


def generated(lemmas: Iterable[str]) -> Iterator[list[str]]:
    """The same, made here."""
    import morfeusz2

    # The public methods build tags that nobody reads here, and call through Python a hundred thousand times.
    generator: Any = morfeusz2.Morfeusz(analyse=False)._morfeusz_obj
    spelt = morfeusz2.MorphInterpretation._orth.fget
    for lemma in lemmas:
        forms = set(map(spelt, generator.generate(lemma)))
        # "nienaprawiony" is in the paradigm of "naprawić", "najcichszy" in that of "cichy"; nobody asks so.
        if not lemma.startswith(("nie", "naj")):
            forms = {form for form in forms if not form.startswith(("nie", "naj"))}
        yield list(forms)


if __name__ == "__main__":
    for listed in generated(sys.stdin.read().split("\n")):
        sys.stdout.write("\t".join(listed) + "\n")
