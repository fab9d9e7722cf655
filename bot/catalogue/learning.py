"""Questions that Okienko could not answer, kept without who asked, shown from three alike.

What is kept: the centre, the language, the day, and the text with numbers, names and addresses
masked (`bot.catalogue.masking`). No account, no chat, no hash of either, no hour. After `KEEP`
everything is gone. What the crisis net caught is never kept.

One person counts once: which of the day's questions somebody was counted in is remembered in this
process only (`Askers`), under a key that is thrown away with the day. So three alike are three people,
or different days; a restart, or another replica, may count a person once more on the same day.
"""

import asyncio
import hashlib
import secrets
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import groupby

from rapidfuzz import fuzz
from sqlmodel import col, delete, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.masking import MASK, Masking
from bot.catalogue.search.commonwords import is_function
from bot.catalogue.search.corpus import lines_of
from bot.catalogue.search.folding import is_cyrillic, keys, words
from bot.catalogue.search.forms import stem
from bot.clock import WARSAW
from bot.storage import writing
from bot.storage.tables import UnansweredQuestion

KEEP = timedelta(days=30)
ENOUGH = 3
"""Questions alike before anybody sees them."""
LONGEST_WORDS, LONGEST_LETTERS = 40, 300
"""What is longer is somebody's story, not a question: it is not kept at all."""
MOST_OF_ONE = 10
"""Questions of one person a day that count."""
MOST_WAITING = 2000
"""Questions that a centre keeps at most; the newest are then not taken."""
MOST_PHRASES = 5
_SHARED, _SAME_WORD, _COMPARED = 0.6, 80, 50


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words for a card: the ``field`` of the card's `Words` and the language in it."""

    field: str
    language: str
    text: str


@dataclass(frozen=True)
class Gap:
    """Questions alike. ``id`` is that of its oldest question and stays while the gap does."""

    id: int
    questions: tuple[UnansweredQuestion, ...]
    phrases: tuple[Phrase, ...]
    """What they have in common, in their own words: what could be added to a card."""
    examples: tuple[str, ...]
    """How it was asked; words that fewer than `ENOUGH` questions share are hidden."""

    @property
    def count(self) -> int:
        return len(self.questions)

    @property
    def seen(self) -> str:
        """A mark of the phrases: whether somebody agrees to what they saw."""
        return hashlib.blake2b(repr(self.phrases).encode(), digest_size=3).hexdigest()


class Askers:
    """Who was counted in what today, in this process only. One for each process."""

    def __init__(self) -> None:
        self._day: date | None = None
        self._key = b""
        self._counted: dict[bytes, set[int]] = {}

    def counted(self, day: date, who: Hashable) -> set[int]:
        """The ids of the questions that a person was counted in on a day; add to it what is new."""
        if day != self._day:
            self._day, self._key, self._counted = day, secrets.token_bytes(32), {}
        mark = hashlib.blake2b(repr(who).encode(), key=self._key, digest_size=16).digest()
        return self._counted.setdefault(mark, set())


async def note_unanswered(
    session: AsyncSession,
    now: datetime,
    catalogue: Catalogue,
    centre: str,
    language: str,
    text: str,
    *,
    who: Hashable,
    askers: Askers,
    crisis: bool = False,
) -> bool:
    """Keep a question that found no answer; whether it was kept.

    ``language`` is the screen's, ``who`` anything that tells people apart: it never reaches the
    database. ``crisis``: the crisis net caught the text, nothing is kept. The caller commits.
    """
    if crisis or len(text) > LONGEST_LETTERS or len(words(text)) > LONGEST_WORDS:
        return False
    mask = masking(catalogue, centre)
    masked = mask.mask(text)
    terms = terms_of(masked)
    if not terms:
        return False
    day = now.astimezone(WARSAW).date()
    counted = askers.counted(day, who)
    if len(counted) >= MOST_OF_ONE:
        return False
    await writing(session)
    of_theirs = await session.exec(select(UnansweredQuestion.text).where(col(UnansweredQuestion.id).in_(counted)))
    if any(alike(terms, terms_of(other)) for other in of_theirs):
        return False
    of_centre = select(func.count()).select_from(UnansweredQuestion).where(col(UnansweredQuestion.centre) == centre)
    if (await session.exec(of_centre)).one() >= MOST_WAITING:
        return False
    row = UnansweredQuestion(centre=centre, language=written_in(text, language, mask), day=day, text=masked)
    session.add(row)
    await session.flush()
    assert row.id is not None
    counted.add(row.id)
    return True


async def gaps(session: AsyncSession, now: datetime, catalogue: Catalogue, centre: str) -> list[Gap]:
    """What is asked in a centre and not answered: from three alike, the most asked first."""
    rows = [row for row in await _kept(session, centre, _today(now)) if row.addition_id is None]
    # A centre's questions of a month: some milliseconds, and more if somebody fills it on purpose.
    groups = await asyncio.to_thread(_together, rows)
    return _gaps(groups)


async def gap(session: AsyncSession, now: datetime, catalogue: Catalogue, centre: str, id: int) -> Gap | None:
    """The gap that a question is in; None when there is none (any more)."""
    found = await gaps(session, now, catalogue, centre)
    return next((gap for gap in found if any(row.id == id for row in gap.questions)), None)


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Delete the questions that are older than `KEEP`. The caller commits."""
    await writing(session)
    await session.exec(
        delete(UnansweredQuestion)
        .where(col(UnansweredQuestion.day) <= _today(now) - KEEP)
        .execution_options(synchronize_session=False)
    )


def asks_again(before: str, now: str) -> bool:
    """Whether a question is the one before in other words: what was answered did not help."""
    first, second = terms_of(before), terms_of(now)
    return bool(first and second) and words(before) != words(now) and alike(first, second)


def alike(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two questions ask the same: at least 60 % of the longer one's words are in both."""
    fewer, more = sorted((one, other), key=len)
    needed = _SHARED * len(more)
    if len(fewer) < needed:
        return False
    return sum(any(_same(word, another) for another in more) for word in fewer) >= needed


def _same(one: str, other: str) -> bool:
    """Whether two stems are one word, endings that were not cut off and typing mistakes aside."""
    return one == other or fuzz.ratio(one, other) >= _SAME_WORD


@lru_cache(maxsize=4096)
def terms_of(text: str) -> frozenset[str]:
    """The words of a question that say something, as stems: endings and diacritics do not count."""
    return frozenset(_term(word) for word in words(text) if not is_function(word))


def written_in(text: str, language: str, mask: Masking) -> str:
    """The language of a text: by its letters; Latin ones are Polish unless the screen is English and the words too."""
    if is_cyrillic(text):
        return "ru" if any(letter in text.lower() for letter in "ыэъё") else "uk"
    told = words(text)
    polish = any(letter in text.lower() for letter in "ąćęłńóśźż") or 2 * sum(map(mask.is_polish, told)) >= len(told)
    return "pl" if polish or language != "en" else "en"


@lru_cache(maxsize=8)
def masking(catalogue: Catalogue, centre: str) -> Masking:
    """The masking that knows a centre's words."""
    said = (word for card in catalogue.cards(centre) for line in lines_of(card) for word in line.words)
    return Masking({key for word in set(said) for key in keys(word)})


def _term(word: str) -> str:
    key = keys(word)[0]
    return stem(key, "uk" if is_cyrillic(word) else "pl").partition("~")[2]


def _today(now: datetime) -> date:
    return now.astimezone(WARSAW).date()


async def _kept(session: AsyncSession, centre: str, day: date) -> Sequence[UnansweredQuestion]:
    return (
        await session.exec(
            select(UnansweredQuestion)
            .where(col(UnansweredQuestion.centre) == centre, col(UnansweredQuestion.day) > day - KEEP)
            .order_by(col(UnansweredQuestion.id))
        )
    ).all()


def _gaps(groups: Iterable[list[UnansweredQuestion]]) -> list[Gap]:
    found = [
        Gap(together[0].id or 0, tuple(together), phrases, _examples(together, shared))
        for together in groups
        if len(together) >= ENOUGH and (phrases := _phrases(together, shared := _shared(together)))
    ]
    return sorted(found, key=lambda gap: (-gap.count, gap.id))


def _together(rows: Iterable[UnansweredQuestion]) -> list[list[UnansweredQuestion]]:
    """Each question goes to the first that it is like, or begins a new group."""
    groups: list[tuple[frozenset[str], list[UnansweredQuestion]]] = []
    # Not all have to be compared with all: those whose words begin alike are the likely ones.
    beginnings: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        terms = terms_of(row.text)
        likely = Counter(number for start in {term[:3] for term in terms} for number in beginnings[start])
        for number, _ in likely.most_common(_COMPARED):
            if alike(terms, groups[number][0]):
                groups[number][1].append(row)
                break
        else:
            for start in {term[:3] for term in terms}:
                beginnings[start].append(len(groups))
            groups.append((terms, [row]))
    return [listed for _, listed in groups]


def _shared(rows: Iterable[UnansweredQuestion]) -> frozenset[str]:
    """The stems that three questions have, typing mistakes included."""
    times = Counter(term for row in rows for term in {_term(word) for word in words(row.text)})
    beginnings: dict[str, list[str]] = defaultdict(list)
    for term in times:
        beginnings[term[:3]].append(term)
    return frozenset(
        term
        for term, n in times.items()
        if n >= ENOUGH or sum(times[other] for other in beginnings[term[:3]] if _same(term, other)) >= ENOUGH
    )


def _phrases(rows: Iterable[UnansweredQuestion], shared: Collection[str]) -> tuple[Phrase, ...]:
    """The shared words of each question as they stand, the commonest way of saying it first."""
    said: Counter[tuple[str, str]] = Counter()
    for row in rows:
        kept = [word for word in words(row.text) if _term(word) in shared]
        while kept and is_function(kept[0]):
            kept.pop(0)
        while kept and is_function(kept[-1]):
            kept.pop()
        if text := " ".join(word for word, _ in groupby(kept)):
            said[row.language, text] += 1
    return tuple(
        Phrase("alternate_names" if len(text.split()) <= 2 else "needs", language, text)
        for (language, text), _ in said.most_common(MOST_PHRASES)
    )


def _examples(rows: Sequence[UnansweredQuestion], shared: Collection[str]) -> tuple[str, ...]:
    """Three ways it was asked, the newest first, of each only what others said too: the rest may tell of somebody."""
    shown: dict[str, None] = {}
    for row in reversed(rows):
        parts = [
            word if (said := words(word)) and all(_term(w) in shared for w in said) else MASK
            for word in row.text.split()
        ]
        shown[" ".join(word for word, _ in groupby(parts))] = None
    return tuple(list(shown)[:3])
