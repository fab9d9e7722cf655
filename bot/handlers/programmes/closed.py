"""Days on which a centre is closed, and the days off that were left out, in words."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.menu import House
from bot.places.daysoff import holiday_name
from bot.places.hours import local
from bot.places.programmes.plan import FARTHEST
from bot.places.roster.month import closing_days
from bot.places.wording import day_said
from bot.texts import Html

_MOST = 12


async def closed_days(house: House, session: AsyncSession, centre: str, now: datetime) -> set[date]:
    """The centre's own closing days, those of its card too; as far as a programme can reach."""
    today = local(now).date()
    closed = {*await closing_days(session, centre, today, today + 2 * FARTHEST)}
    if found := house.catalogue.centre(centre):
        closed |= {*found.organization.closing_days}
    return closed


def skipped_line(house: House, language: str, days: Sequence[date]) -> Html:
    """Which days fall out, by name where they have one."""

    def named(day: date) -> str:
        name = holiday_name(day, language)
        return day_said(house.texts, language, day) + (f" ({name})" if name else "")

    said = ", ".join(named(day) for day in days[:_MOST]) + (" …" if len(days) > _MOST else "")
    return house.texts.html(language, "programme-skipped-days", days=said)
