"""/nieobecnosc: an adviser is ill. Who, which days, what it touches, yes. For the desk, and for advisers themselves."""

from datetime import date, datetime, timedelta
from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.errors import OkienkoError
from bot.handlers.menu import House
from bot.handlers.rosters.buttons import Absent, packed, unpacked
from bot.handlers.rosters.screens import MOST_BUTTONS, absent_button, day_said
from bot.handlers.rosters.typed import days_in
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places.roster import absence
from bot.texts import Html

router = Router(name="absences")


@router.message(Command("nieobecnosc", "absence", "vidsutnist"))
async def command(
    message: Message, command: CommandObject, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """With a name and days ("prawnik dziś", "psycholog 3–5 grudnia") straight to the preview."""
    found = await absence.advisers_of(session, actor.account_id, actor.centre or "")
    said = (command.args or "").casefold()
    meant = [each for each in found if each.name.casefold() in said]
    chosen = max(meant, key=lambda each: len(each.name), default=found[0] if len(found) == 1 else None)
    if chosen is None or chosen.id is None:
        return show(message, _who_screen(house, actor, found))
    days = days_in(said.replace(chosen.name.casefold(), " "), now.astimezone(WARSAW).date())
    if days is None or days[0][-1] - days[0][0] != timedelta(days=len(days[0]) - 1):
        return show(message, await _days_screen(house, actor, session, now, chosen.id))
    return show(message, await _preview_screen(house, actor, session, now, chosen.id, days[0][0], days[0][-1]))


@router.callback_query(Absent.filter())
async def step(
    tap: CallbackQuery, callback_data: Absent, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Each step carries what was chosen before; the service asks again whether the person may."""
    provider, centre = callback_data.provider, actor.centre or ""
    if not provider:
        return show(tap, _who_screen(house, actor, await absence.advisers_of(session, actor.account_id, centre)))
    first, last = unpacked(callback_data.first), unpacked(callback_data.last)
    if first is None or last is None:
        return show(tap, await _days_screen(house, actor, session, now, provider))
    if not callback_data.seen:
        return show(tap, await _preview_screen(house, actor, session, now, provider, first, last))
    days, seen = _range(first, last), callback_data.seen
    done = await absence.report(session, now, actor.account_id, centre, provider, days, seen)
    return show(tap, done_screen(house, actor, done, "roster-absence-done"))


def _who_screen(house: House, actor: Actor, found: list[Any]) -> Screen:
    texts, language = house.texts, actor.language
    rows: list[Row] = [[button(each.name, Absent(provider=each.id or 0))] for each in found[:30]]
    key = "roster-absence-who" if rows else "roster-absence-nobody"
    return Screen(texts.html(language, key), [*rows, way_out(texts, language)])


async def _days_screen(house: House, actor: Actor, session: AsyncSession, now: datetime, provider_id: int) -> Screen:
    texts, language = house.texts, actor.language
    provider = await absence.adviser(session, actor.account_id, actor.centre or "", provider_id)
    days = await absence.duty_days(session, now, provider)
    rows = [absent_button(house, language, provider_id, day) for day in days[:MOST_BUTTONS]]
    key = "roster-absence-days" if days else "roster-absence-no-days"
    return Screen(texts.html(language, key, who=provider.name), [*rows, way_out(texts, language, Absent())])


async def _preview_screen(
    house: House, actor: Actor, session: AsyncSession, now: datetime, provider_id: int, first: date, last: date
) -> Screen:
    """What would be called off; the day after may be added."""
    texts, language = house.texts, actor.language
    provider = await absence.adviser(session, actor.account_id, actor.centre or "", provider_id)
    found = await absence.preview(session, now, provider.centre, provider, _range(first, last))
    if not found.slot_ids:
        raise OkienkoError("roster-nothing-there")
    lines = preview_lines(house, language, found, "roster-absence-preview", who=provider.name)
    numbers = {"provider": provider_id, "first": packed(first)}
    rows = [
        [
            button(
                texts.plain(language, "roster-button-call-off"),
                Absent(**numbers, last=packed(last), seen=found.seen),
            )
        ]
    ]
    later = [day for day in await absence.duty_days(session, now, provider) if day > last]
    if later:
        label = texts.plain(language, "roster-button-also", day=day_said(house, language, later[0]))
        rows.append([button(label, Absent(**numbers, last=packed(later[0])))])
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, Absent(provider=provider_id))])


def preview_lines(house: House, language: str, found: absence.Preview, key: str, **values: str) -> list[str]:
    """Which days, how many people, how many of them to phone; what will happen to the others."""
    texts = house.texts
    days = ", ".join(day_said(house, language, day) for day in found.days) or "–"
    lines: list[str] = [texts.html(language, key, days=days, **values)]
    lines.append(texts.html(language, "roster-affected", count=len(found.affected)))
    if found.to_call:
        lines.append(texts.html(language, "roster-affected-calls", count=found.to_call))
    if len(found.affected) > found.to_call:
        lines.append(texts.html(language, "roster-will-be-told"))
    return lines


def done_screen(house: House, actor: Actor, done: absence.Preview, key: str) -> Screen:
    """What was done, and what is left to be done by people."""
    texts, language = house.texts, actor.language
    lines: list[str] = [texts.html(language, key)]
    if done.affected:
        lines.append(texts.html(language, "roster-told-people", told=len(done.affected) - done.to_call))
    if done.to_call:
        lines.append(texts.html(language, "roster-told-calls", count=done.to_call))
    return Screen(Html("\n".join(lines)), [way_out(texts, language)])


def _range(first: date, last: date) -> list[date]:
    count = min((last - first).days + 1, absence.MOST_DAYS)
    return [first + timedelta(days=ahead) for ahead in range(count)]
