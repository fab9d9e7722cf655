"""The roster's report as a picture: owed in answer to a tap, drawn when it is sent, from the numbers of then."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.kinds import Call, Kind, Kinds, Upload, language_at
from bot.outbox.owed import owe as owe_message
from bot.outbox.states import Priority
from bot.places import report
from bot.places.permission import is_desk
from bot.places.report import Cell, Report
from bot.places.wording import Speech
from bot.storage.tables import OwedMessage

ROSTER_REPORT: Final = "places-roster-report"
_MOST_TOPICS: Final = 8


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn, as `bot.papers.chart` takes it. Shares are 0 to 1; what is not there is not told."""

    title: str
    topics_title: str
    topics: Sequence[tuple[str, int, str]]
    """Name, length of the bar, and the number as it may be told."""
    fill_title: str
    fill: Mapping[Cell, float]
    missed_title: str
    missed: Mapping[Cell, float]
    weekdays: Sequence[str]
    note: str


DrawChart = Callable[[Chart], bytes]
"""Draws a PNG: `bot.papers.chart.chart_png`."""
CentreName = Callable[[str, str], str]
"""The name of a centre's town in a language."""


def chart(speech: Speech, language: str, town: str, found: Report) -> Chart:
    """The picture of a report. Numbers of people under five are neither drawn nor written."""
    say = partial(speech.plain, language)
    topics = [
        (say("counter-topic", topic=topic), people, str(people))
        for topic, people in found.topics.items()
        if topic and people >= report.SMALLEST
    ]
    return Chart(
        title=say("counter-chart-title", city=town, weeks=report.WEEKS),
        topics_title=say("counter-chart-topics"),
        topics=topics[:_MOST_TOPICS],
        fill_title=say("counter-chart-fill"),
        fill={cell: share for cell, hour in found.hours.items() if (share := hour.fill) is not None},
        missed_title=say("counter-chart-missed"),
        missed={cell: share for cell, hour in found.hours.items() if (share := hour.missed_share) is not None},
        weekdays=[say("counter-weekday", weekday=weekday) for weekday in range(7)],
        note=say("counter-chart-note"),
    )


async def owe(session: AsyncSession, now: datetime, centre: str, account_id: int, channel: str, chat_id: int) -> None:
    """The picture for somebody at the desk; the role is asked again when it is sent."""
    await owe_message(
        session,
        now=now,
        dedupe_key=f"{ROSTER_REPORT}:{centre}:{account_id}:{now:%Y%m%d%H%M%S}",
        channel=channel,
        chat_id=chat_id,
        centre=centre,
        kind=ROSTER_REPORT,
        payload={"centre": centre, "account": account_id},
        priority=Priority.LIVE,
        expires_at=now + timedelta(hours=1),
    )


def register(kinds: Kinds, speech: Speech, draw: DrawChart, town: CentreName) -> None:
    """Make the picture known to the outbox. Call once when Okienko starts."""

    async def still_desk(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
        payload = owed.payload or {}
        return None if await is_desk(session, payload["account"], payload["centre"]) else "role lost"

    async def render(session: AsyncSession, owed: OwedMessage) -> Call:
        centre = (owed.payload or {})["centre"]
        language = await language_at(session, owed.channel, owed.chat_id)
        found = await report.of_centre(session, owed.created_at, centre)
        # Drawing takes a second or two: the others are answered meanwhile.
        picture = await asyncio.to_thread(draw, chart(speech, language, town(centre, language), found))
        caption = speech.html(language, "counter-chart-caption")
        photo = Upload(picture, "dyzury.png")
        return Call("sendPhoto", {"photo": photo, "caption": caption, "parse_mode": "HTML"})

    kinds.register(Kind(ROSTER_REPORT, render, still_desk, resend_uncertain=True))
