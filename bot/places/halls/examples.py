"""The demo's rooms and desks: marked as examples, never under `okienko run`."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Final, Protocol

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.places.halls import rules
from bot.places.halls.states import Answer
from bot.storage import writing
from bot.storage.tables import Hall, HallHours, Organisation

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Opening(Protocol):
    """Hours on some weekdays of `data/demo`."""

    @property
    def byday(self) -> Sequence[str]: ...
    @property
    def opens_at(self) -> time: ...
    @property
    def closes_at(self) -> time: ...


class Rule(Protocol):
    """A room of `data/demo`."""

    @property
    def service(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def hours(self) -> Sequence[Opening]: ...
    @property
    def desks(self) -> int: ...
    @property
    def buffer_minutes(self) -> int: ...
    @property
    def organisations_only(self) -> bool: ...
    @property
    def needs_yes(self) -> bool: ...


class Speaker(Protocol):
    """Somebody of the example people who speaks for an organisation."""

    @property
    def person(self) -> str: ...
    @property
    def name(self) -> str: ...


async def settle(
    session: AsyncSession,
    now: datetime,
    centre: str,
    place: str,
    halls: Sequence[Rule],
    speakers: Sequence[Speaker],
    accounts: Mapping[str, int],
) -> None:
    """Make the rooms of a centre that has none; what somebody changed on the stage stays."""
    await writing(session)
    for speaker in speakers:
        account_id = accounts.get(speaker.person)
        known = select(Organisation.id).where(col(Organisation.centre) == centre)
        if account_id and (await session.exec(known.where(col(Organisation.account_id) == account_id))).first() is None:
            session.add(
                Organisation(
                    centre=centre,
                    account_id=account_id,
                    name=speaker.name,
                    state=Answer.YES.value,
                    asked_at=now,
                    answered_at=now,
                )
            )
    if (await session.exec(select(Hall.room_id).where(col(Hall.centre) == centre).limit(1))).first() is not None:
        return
    for rule in halls:
        made = await rules.add(
            session, now, None, centre, rule.name, place, service=f"{centre}/{rule.service}", example=True
        )
        hall = made.hall
        hall.desks, hall.buffer_minutes = rule.desks, rule.buffer_minutes
        hall.organisations_only, hall.needs_yes = rule.organisations_only, rule.needs_yes
        session.add(hall)
        for row in (await session.exec(select(HallHours).where(col(HallHours.room_id) == made.id))).all():
            await session.delete(row)
        await session.flush()
        for opening in rule.hours:
            for weekday in (_WEEKDAYS.index(day) for day in opening.byday):
                session.add(
                    HallHours(room_id=made.id, weekday=weekday, opens_at=opening.opens_at, closes_at=opening.closes_at)
                )
        await session.flush()
