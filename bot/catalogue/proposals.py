"""A card that an organisation or a firm proposes by plain answers, and an organiser lets in.

Nothing is shown to residents before the organiser's yes; then the card stands in the catalogue as
"unconfirmed", with the proposal and its day as its source. `Draft` holds the answers while they
are typed: each `with_answer` says at once what cannot be understood, by an `OkienkoError` whose key
is a text, so a form can ask again.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy import delete, func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue import store
from bot.catalogue.hours_typed import parse_hours
from bot.catalogue.hsds_reading import slug
from bot.catalogue.loading import centre_of
from bot.catalogue.model import Centre, Kind, Phone, Service, Status, Topic
from bot.clock import WARSAW
from bot.errors import OkienkoError
from bot.storage import writing
from bot.storage.tables import CatalogueProposal, Grant, ProposalState, Role

Object = dict[str, Any]

MOST_WAITING: Final = 3
"""Proposals of one account that may wait in a centre at once."""
MOST_OF_CENTRE: Final = 50
"""Proposals that may wait in a centre at once, so that nobody floods its organiser."""
KEEP: Final = timedelta(days=90)
"""How long a proposal waits, and what is left of a decided one stays; `/prywatnosc` tells people so."""
_DECIDERS: Final = (Role.ORGANISER, Role.ADMIN)
_LENGTHS: Final = {"name": 80, "provider": 120, "address": 120, "phone": 60, "hours": 200}
_LONGEST: Final = 1000
_PESEL: Final = re.compile(r"(?<!\d)\d{11}(?!\d)")


@dataclass(frozen=True)
class Draft:
    """The answers so far, as typed. ``name``, ``provider``, ``what`` and one way to get in touch are needed."""

    name: str = ""
    provider: str = ""
    what: str = ""
    for_whom: str = ""
    cost: str = ""
    how: str = ""
    phone: str = ""
    hours: str = ""
    address: str = ""
    topic: str = Topic.NGO.value

    def with_answer(self, question: str, text: str) -> "Draft":
        """The draft with one more answer. An empty text takes an answer back.

        Raises `OkienkoError`: ``proposal-too-long``, ``proposal-no-pesel``, ``proposal-wrong-phone``,
        ``proposal-wrong-hours``, ``proposal-wrong-topic``, ``proposal-no-name``.
        """
        text = "\n".join(re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n")).strip()
        longest = _LENGTHS.get(question, _LONGEST)
        if len(text) > longest:
            raise OkienkoError("proposal-too-long", count=longest)
        if _PESEL.search(text):
            raise OkienkoError("proposal-no-pesel")
        if text and question == "name" and not any(letter.isalpha() for letter in text):
            raise OkienkoError("proposal-no-name")
        if text and question == "phone":
            text = _phone(text)
        if text and question == "hours" and not parse_hours(text):
            raise OkienkoError("proposal-wrong-hours")
        if question == "topic" and text not in set(Topic):
            raise OkienkoError("proposal-wrong-topic")
        return replace(self, **{question: text})

    def missing(self) -> tuple[str, ...]:
        """The questions that must still be answered; ``how`` stands for any way to get in touch."""
        lacking = [question for question in ("name", "provider", "what") if not getattr(self, question)]
        if not (self.how or self.phone or self.address):
            lacking.append("how")
        return tuple(lacking)


QUESTIONS: Final = tuple(field.name for field in fields(Draft))


@dataclass(frozen=True)
class Proposal:
    """A proposed card as the organiser sees it. ``service`` has the id that it would get today."""

    id: int
    centre: str
    service: Service
    address: str | None
    state: ProposalState
    proposed_by: int | None
    created_at: datetime
    card: str | None
    """The fixed id, once accepted."""


async def propose(session: AsyncSession, now: datetime, centre: str, draft: Draft, by: int | None) -> Proposal:
    """Store a proposal for the centre's organiser. ``by``: the account that typed it. The caller commits.

    Raises `OkienkoError`: ``proposal-unfinished``, ``proposal-too-many``, ``proposal-centre-full``,
    ``proposal-no-centre``.
    """
    if draft.missing():
        raise OkienkoError("proposal-unfinished")
    await writing(session)
    present = await _centre(session, centre)
    of_centre = select(func.count()).where(
        col(CatalogueProposal.centre) == centre, col(CatalogueProposal.state) == ProposalState.WAITING.value
    )
    of_theirs = of_centre.where(col(CatalogueProposal.proposed_by) == by)
    if by is not None and (await session.exec(of_theirs)).one() >= MOST_WAITING:
        raise OkienkoError("proposal-too-many")
    if (await session.exec(of_centre)).one() >= MOST_OF_CENTRE:
        raise OkienkoError("proposal-centre-full")
    for question in QUESTIONS:  # a draft may have been kept in a form since before a change of rules
        draft = draft.with_answer(question, getattr(draft, question))
    row = CatalogueProposal(
        centre=centre, document=asdict(draft), proposed_by=by, created_at=now, state=ProposalState.WAITING.value
    )
    session.add(row)
    await session.flush()
    return _proposal(row, present, "")


async def waiting(session: AsyncSession, centre: str) -> list[Proposal]:
    """What an organiser has still to look at, the oldest first."""
    present = await _centre(session, centre)
    rows = await session.exec(
        select(CatalogueProposal)
        .where(col(CatalogueProposal.centre) == centre, col(CatalogueProposal.state) == ProposalState.WAITING.value)
        .order_by(col(CatalogueProposal.id))
        .limit(MOST_OF_CENTRE)
    )
    return [_proposal(row, present, "") for row in rows]


async def accept(session: AsyncSession, now: datetime, id: int, by: int, source_title: str) -> Proposal:
    """Put a proposed card into the catalogue; every process notices by the grown revision.

    ``by``: an organiser of the centre. ``source_title``: what the card's source is called, in
    Polish. The caller commits. Raises `OkienkoError`: ``proposal-not-allowed``, ``proposal-decided``.
    """
    row = await _decide(session, now, id, by, ProposalState.ACCEPTED)
    present = await _centre(session, row.centre)
    values = _with_card(row, present, source_title)
    changed = centre_of(values, f"proposal {id}")
    card = values["services"][-1]["id"]
    await store.import_(session, [changed], now)
    row.card = f"{row.centre}/{card}"
    session.add(row)
    await session.flush()
    return _proposal(row, present, source_title)


async def decline(session: AsyncSession, now: datetime, id: int, by: int) -> int | None:
    """Say no; what was proposed is deleted, only that and when it was decided stays.

    Gives the account that proposed it, to be told. Raises as `accept`.
    """
    row = await _decide(session, now, id, by, ProposalState.DECLINED)
    row.document = {}
    session.add(row)
    await session.flush()
    return row.proposed_by


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Delete proposals that nobody looked at for `KEEP`, and what is left of decided ones. The caller commits."""
    await writing(session)
    await session.exec(
        delete(CatalogueProposal)
        .where(col(CatalogueProposal.created_at) < now - KEEP)
        .execution_options(synchronize_session=False)
    )


async def _decide(session: AsyncSession, now: datetime, id: int, by: int, state: ProposalState) -> CatalogueProposal:
    await writing(session)
    row = await session.get(CatalogueProposal, id, populate_existing=True)
    if row is None or not await _may_decide(session, by, row.centre):
        raise OkienkoError("proposal-not-allowed")
    done = await session.exec(
        update(CatalogueProposal)
        .where(col(CatalogueProposal.id) == id, col(CatalogueProposal.state) == ProposalState.WAITING.value)
        .values(state=state.value, decided_by=by, decided_at=now)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount == 0:
        raise OkienkoError("proposal-decided")
    await session.refresh(row)
    return row


async def _may_decide(session: AsyncSession, account: int, centre: str) -> bool:
    found = await session.exec(
        select(Grant.role).where(
            col(Grant.account_id) == account,
            col(Grant.centre) == centre,
            col(Grant.role).in_([role.value for role in _DECIDERS]),
        )
    )
    return found.first() is not None


async def _centre(session: AsyncSession, id: str) -> Centre:
    centre = (await store.read(session, learned=False)).centre(id)
    if centre is None:
        raise OkienkoError("proposal-no-centre")
    return centre


def _proposal(row: CatalogueProposal, present: Centre, source_title: str) -> Proposal:
    assert row.id is not None
    service = Service.model_validate(_with_card(row, present, source_title or "–")["services"][-1])
    address = row.document["address"] or None
    return Proposal(
        row.id, row.centre, service, address, ProposalState(row.state), row.proposed_by, row.created_at, row.card
    )


def _with_card(row: CatalogueProposal, present: Centre, source_title: str) -> Object:
    """The centre with the proposed card at its end."""
    draft = row.document
    values = present.model_dump(mode="json", exclude_defaults=True)
    source, day = f"proposal-{row.id}", row.created_at.astimezone(WARSAW).date().isoformat()
    places = []
    if draft["address"]:
        places.append(_unused(slug(draft["name"], 30) or "miejsce", [p["id"] for p in values.get("locations", ())]))
        name = {"pl": draft["address"]}
        place = {"id": places[0], "name": name, "address": draft["address"], "city": present.organization.city.pl}
        values["locations"] = [*values.get("locations", ()), place]
    values["sources"] = [*values["sources"], {"id": source, "title": source_title, "date": day}]
    card = {
        "id": _unused(slug(draft["name"], 40) or "karta", [each["id"] for each in values["services"]]),
        "kind": Kind.SERVICE,
        "official_name": draft["name"],
        "name": {"pl": draft["name"]},
        "alternate_names": {},
        "needs": {},
        "topics": [draft["topic"]],
        "description": {"pl": draft["what"]},
        "eligibility": _text(draft, "for_whom"),
        "fees_description": _text(draft, "cost"),
        "application_process": _text(draft, "how"),
        "phones": [{"number": draft["phone"]}] if draft["phone"] else [],
        "schedules": parse_hours(draft["hours"]) or [],
        "locations": places,
        "more": _text(draft, "provider"),  # who offers it: nobody takes it for the centre
        "status": Status.UNCONFIRMED,
        "source": source,
        "assured_on": day,
    }
    values["services"] = [*values["services"], {key: value for key, value in card.items() if value is not None}]
    return values


def _text(draft: Mapping[str, str], question: str) -> Object | None:
    return {"pl": draft[question]} if draft[question] else None


def _unused(stem: str, taken: list[str]) -> str:
    found, n = stem, 1
    while found in taken:
        n += 1
        found = f"{stem}-{n}"
    return found


def _phone(text: str) -> str:
    digits = re.sub(r"[\s().\-/]+", " ", text).strip()
    if re.fullmatch(r"\d{9}", digits):
        digits = f"{digits[:3]} {digits[3:6]} {digits[6:]}"
    try:
        return Phone(number=digits).number
    except ValidationError:
        raise OkienkoError("proposal-wrong-phone") from None
