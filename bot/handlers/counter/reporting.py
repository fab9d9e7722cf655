"""/dyzury raport: what the roster's own numbers say, as a picture and in words."""

import math
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.counter.buttons import OpenReport
from bot.handlers.counter.permission import desk
from bot.handlers.counter.wording import topic_said
from bot.handlers.menu import House
from bot.handlers.view import Screen, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import report, roster_report, waiting_report
from bot.places.report import Advice, Report, shown
from bot.texts import Html

COMMAND: Final = Command("dyzury", "duties", "chergy", magic=F.args.lower().in_({"raport", "report", "zvit", "звіт"}))
_MOST: Final = 12
"""Sentences that are told; more are a second opinion, not a plan."""

router = Router(name="roster report")
router.message.filter(desk)
router.callback_query.filter(desk)


@router.message(COMMAND)
async def command(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(message, await _report(session, house, actor, now, centre))


@router.callback_query(OpenReport.filter())
async def opened(
    tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(tap, await _report(session, house, actor, now, centre))


async def _report(session: AsyncSession, house: House, actor: Actor, now: datetime, centre: str) -> Screen:
    """The words at once; the picture follows where there is something to draw."""
    found = await report.of_centre(session, now, centre)
    language, html = actor.language, partial(house.texts.html, actor.language)
    title = html("counter-report", city=house.city(centre, language), weeks=report.WEEKS)
    if not found.total.seats:
        return Screen(Html(f"{title}\n\n{html('counter-report-nothing')}"), [way_out(house.texts, language)])
    await roster_report.owe(session, now, centre, actor.account_id, actor.channel, actor.chat_id)
    total = found.total
    parts = [title, html("counter-report-fill", taken=total.taken, seats=total.seats)]
    if total.came + total.missed >= report.SMALLEST:
        missed, expected = shown(total.missed), str(total.came + total.missed)
        parts.append(html("counter-report-missed", missed=missed, expected=expected))
    lists = await waiting_report.of_centre(session, centre, found.since, now)
    if lists.freed >= report.SMALLEST:
        hours = math.ceil((lists.typical or timedelta()) / timedelta(hours=1))
        parts.append(html("waiting-report", freed=str(lists.freed), taken=shown(lists.taken), hours=hours))
    if topics := _topics(house, language, found):
        parts.append(topics)
    sentences = [_sentence(house, language, each) for each in report.advice(found)[:_MOST]]
    parts += sentences or [html("counter-report-no-advice")]
    parts.append(html("counter-report-how"))
    return Screen(Html("\n\n".join(parts)), [way_out(house.texts, language)])


def _topics(house: House, language: str, found: Report) -> Html | None:
    html = partial(house.texts.html, language)
    lines = [
        html("counter-report-topic", topic=topic_said(house, language, topic), people=shown(people))
        for topic, people in found.topics.items()
        if topic
    ]
    lines += [
        html("counter-report-unmet", topic=topic_said(house, language, topic), times=times)
        for topic, times in found.unmet.items()
        if topic and times >= report.SMALLEST
    ]
    return Html("\n".join([html("counter-report-topics"), *lines])) if lines else None


def _sentence(house: House, language: str, advice: Advice) -> Html:
    numbers = advice.numbers
    weekday = house.texts.plain(language, "when-weekday", weekday=advice.weekday)
    return house.texts.html(
        language,
        "counter-advice",
        what=advice.what,
        weekday=weekday[:1].upper() + weekday[1:],
        begins=str(advice.begins),
        ends=str(advice.ends),
        taken=shown(numbers.taken),
        seats=str(numbers.seats),
        wished=str(numbers.wished),
        missed=shown(numbers.missed),
        expected=str(numbers.came + numbers.missed),
    )
