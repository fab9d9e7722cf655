"""Words that an organiser added to cards because people asked so: with author, date and undo."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.learning import Gap, gap
from bot.storage import writing
from bot.storage.tables import CatalogueRevision, UnansweredQuestion, WordAddition


@dataclass(frozen=True, slots=True)
class Addition:
    """A decision about a gap. ``card`` is None when the questions were put aside, ``author`` an account or gone."""

    id: int
    card: str | None
    words: tuple[str, ...]
    author: int | None
    added_at: datetime
    undone_at: datetime | None


async def add_words(
    session: AsyncSession,
    now: datetime,
    catalogue: Catalogue,
    centre: str,
    gap_id: int,
    card: str,
    seen: str,
    author: int,
) -> Addition | None:
    """Put the phrases of a gap on a card of its centre. The caller has checked the author's role, and commits.

    None, and nothing done, when the gap is no longer what was agreed to (``seen``, see `Gap.seen`),
    or the card is not there.
    """
    await writing(session)
    found = await gap(session, now, catalogue, centre, gap_id)
    there = catalogue.card(card)
    if found is None or found.seen != seen or there is None or there.organization.id != centre:
        return None
    words = [{"field": p.field, "language": p.language, "text": p.text} for p in found.phrases]
    return await _decide(
        session, now, found, WordAddition(centre=centre, card=card, words=words, author=author, added_at=now)
    )


async def put_aside(
    session: AsyncSession, now: datetime, catalogue: Catalogue, centre: str, gap_id: int, author: int
) -> Addition | None:
    """Take a gap that belongs to no card off the list; None when it is gone already."""
    await writing(session)
    found = await gap(session, now, catalogue, centre, gap_id)
    if found is None:
        return None
    return await _decide(
        session, now, found, WordAddition(centre=centre, card=None, words=[], author=author, added_at=now)
    )


async def undo(session: AsyncSession, now: datetime, centre: str, addition_id: int, author: int) -> Addition | None:
    """Take an addition back: the words leave the card, the questions wait again. None when it was undone before."""
    await writing(session)
    addition = await session.get(WordAddition, addition_id, populate_existing=True, with_for_update=True)
    if addition is None or addition.centre != centre or addition.undone_at is not None:
        return None
    addition.undone_at, addition.undone_by = now, author
    await session.exec(
        update(UnansweredQuestion)
        .where(col(UnansweredQuestion.addition_id) == addition_id)
        .values(addition_id=None)
        .execution_options(synchronize_session=False)
    )
    await session.flush()
    if addition.card is not None:
        await _grow_revision(session)
    return _addition(addition)


async def history(session: AsyncSession, centre: str, skip: int, most: int) -> tuple[list[Addition], int]:
    """Past additions of a centre, the newest first, and how many there are in all."""
    listed = await session.exec(
        select(WordAddition)
        .where(col(WordAddition.centre) == centre)
        .order_by(col(WordAddition.id).desc())
        .offset(skip)
        .limit(most)
    )
    total = await session.exec(select(func.count()).select_from(WordAddition).where(col(WordAddition.centre) == centre))
    return [_addition(row) for row in listed], total.one()


async def added_words(session: AsyncSession) -> dict[str, list[dict[str, Any]]]:
    """The words that stand, by card."""
    found: dict[str, list[dict[str, Any]]] = {}
    for card, words in await session.exec(
        select(WordAddition.card, WordAddition.words)
        .where(col(WordAddition.card).is_not(None), col(WordAddition.undone_at).is_(None))
        .order_by(col(WordAddition.id))
    ):
        found.setdefault(card or "", []).extend(words)
    return found


def with_words(document: dict[str, Any], words: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A card's document with added words; the document itself stays as it is."""
    if not words:
        return document
    document = deepcopy(document)
    for word in words:
        listed = document.setdefault(word["field"], {}).setdefault(word["language"], [])
        if word["text"] not in listed:
            listed.append(word["text"])
    return document


async def _decide(session: AsyncSession, now: datetime, found: Gap, addition: WordAddition) -> Addition | None:
    session.add(addition)
    await session.flush()
    taken = await session.exec(
        update(UnansweredQuestion)
        .where(
            col(UnansweredQuestion.id).in_([row.id for row in found.questions]),
            col(UnansweredQuestion.addition_id).is_(None),
        )
        .values(addition_id=addition.id)
        .execution_options(synchronize_session=False)
    )
    if taken.rowcount == 0:  # on PostgreSQL another organiser may have been quicker
        await session.delete(addition)
        await session.flush()
        return None
    if addition.card is not None:
        await _grow_revision(session)
    return _addition(addition)


def _addition(row: WordAddition) -> Addition:
    assert row.id is not None
    texts = tuple(str(word["text"]) for word in row.words)
    return Addition(row.id, row.card, texts, row.author, row.added_at, row.undone_at)


async def _grow_revision(session: AsyncSession) -> None:
    """Every process notices a new number and reads the catalogue anew."""
    await session.exec(
        update(CatalogueRevision)
        .where(col(CatalogueRevision.id) == 1)
        .values(number=col(CatalogueRevision.number) + 1)
        .execution_options(synchronize_session=False)
    )
