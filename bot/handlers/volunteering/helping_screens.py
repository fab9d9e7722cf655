"""Shifts as volunteers see them: what fits, one of them, and what else there is when one cannot be had."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.booking.buttons import BookingForCalendar
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.handlers.volunteering.buttons import (
    Choose,
    DropShift,
    InviteFriend,
    OpenFitting,
    OpenProfile,
    OpenShift,
    TakeShift,
)
from bot.handlers.waiting.buttons import OpenLine
from bot.handlers.waiting.line_screens import join_row
from bot.people.accounts import Actor
from bot.places import waiting
from bot.places.reminders import SOON
from bot.places.states import LIVE
from bot.places.wording import moment_said
from bot.texts import Html
from bot.volunteering import fitting, profiles, rules
from bot.volunteering.fitting import Fit
from bot.volunteering.kinds import in_charge, span_said
from bot.volunteering.rows import Volunteer

PAGE: Final = 7
_LONGEST_LABEL: Final = 60


async def fitting_screen(
    house: House, actor: Actor, session: AsyncSession, now: datetime, page: int = 0, *, anything: bool = False
) -> Screen:
    """What fits, a page at a time; nothing: why, and what else could be done."""
    texts, language = house.texts, actor.language
    say = partial(texts.plain, language)
    volunteer = await profiles.of_account(session, actor.account_id, actor.centre or "")
    if volunteer is None:
        raise OkienkoError("volunteering-no-profile")
    found = await fitting.fitting(session, now, volunteer, anything=anything)
    shown = await fitting.load(session, found[page * PAGE : (page + 1) * PAGE])
    rows = shift_rows(house, actor, shown)
    turn: Row = []
    if page > 0:
        turn.append(button(say("booking-button-earlier"), OpenFitting(page=page - 1, all=anything)))
    if len(found) > (page + 1) * PAGE:
        turn.append(button(say("booking-button-later"), OpenFitting(page=page + 1, all=anything)))
    rows += [turn] if turn else []
    if not anything and (volunteer.interests or volunteer.days):
        rows.append([button(say("volunteering-button-anything"), OpenFitting(all=True))])
    key = "volunteering-fitting" if shown else _why_none(volunteer)
    return Screen(texts.html(language, key), [*rows, way_out(texts, language, OpenProfile())])


async def shift_screen(
    house: House, actor: Actor, session: AsyncSession, slot_id: int, now: datetime, said: str | None = None
) -> Screen:
    """One shift as it stands for this person, and what they can do with it."""
    texts, language = house.texts, actor.language
    line = partial(texts.html, language)
    fit = await fitting.one(session, slot_id)
    if fit is None or fit.slot.centre != actor.centre:
        return Screen(line("places-gone"), [way_out(texts, language, OpenFitting())])
    volunteer = await profiles.of_account(session, actor.account_id, fit.slot.centre)
    booking = (await fitting.held(session, volunteer, [slot_id])).get(slot_id) if volunteer else None
    mine = booking is not None and booking.state in LIVE
    lines: list[str] = [line(said), ""] if said else []
    lines += fact_lines(house, language, fit, phones=mine)
    rows: list[Row] = []
    if fit.slot.withdrawn_at is not None or fit.slot.starts_at <= now:
        lines += ["", line("places-gone" if fit.slot.withdrawn_at else "places-past")]
    elif booking is not None:
        if not said:
            lines += ["", line("volunteering-yours")]
        rows += _mine_rows(house, actor, fit, booking.id or 0)
    elif volunteer is None:
        lines += ["", line("volunteering-first-profile")]
        rows.append([button(texts.plain(language, "volunteering-button-help"), Choose(slot=slot_id))])
    elif refused := rules.why_not(volunteer, fit.slot, fit.shift):
        lines += ["", line(refused.key, **refused.values)]
    elif fit.slot.taken >= fit.slot.seats:
        lines += ["", line("places-full")]
        rows += await full_rows(house, actor, session, now, volunteer, fit)
    else:
        rows.append([button(texts.plain(language, "volunteering-button-take"), TakeShift(slot=slot_id))])
    rows.append([button(texts.plain(language, "volunteering-button-friend"), InviteFriend(slot=slot_id))])
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, OpenFitting())])


async def full_rows(
    house: House, actor: Actor, session: AsyncSession, now: datetime, volunteer: Volunteer, fit: Fit
) -> list[Row]:
    """What a full shift still offers: its line, or the place in it that is theirs already, and other dates."""
    mine = [each for each in await waiting.of_account(session, now, actor.account_id) if each.slot.id == fit.slot.id]
    open_it = house.texts.plain(actor.language, "waiting-button-open")
    rows: list[Row] = [[button(open_it, OpenLine(id=each.entry.id or 0))] for each in mine]
    rows = rows or join_row(house, actor, fit.slot, now)
    return [*rows, *shift_rows(house, actor, await fitting.instead(session, now, volunteer, fit.slot))]


async def instead_screen(
    house: House, actor: Actor, session: AsyncSession, now: datetime, slot_id: int, error: OkienkoError
) -> Screen:
    """Why a shift cannot be had, and other dates that can."""
    texts, language = house.texts, actor.language
    said = texts.html(language, error.key, **error.values)
    fit = await fitting.one(session, slot_id)
    volunteer = await profiles.of_account(session, actor.account_id, actor.centre or "")
    near: Sequence[Fit] = []
    if fit and volunteer and fit.slot.centre == volunteer.centre:
        near = await fitting.instead(session, now, volunteer, fit.slot)
    how = texts.html(language, "volunteering-instead" if near else "volunteering-instead-none")
    rows = shift_rows(house, actor, near)
    if fit and volunteer and error.key == "places-full":
        rows[:0] = join_row(house, actor, fit.slot, now)
    return Screen(Html(f"{said}\n\n{how}"), [*rows, way_out(texts, language, OpenFitting())])


def drop_screen(house: House, actor: Actor, fit: Fit, now: datetime) -> Screen:
    """One more tap; less than a day before it says that the coordinator will be told."""
    texts, language = house.texts, actor.language
    assert fit.slot.id is not None
    key = "volunteering-drop-late" if fit.slot.starts_at - now < SOON else "volunteering-drop-sure"
    text = texts.html(language, key, when=moment_said(texts, language, fit.slot.starts_at))
    rows: list[Row] = [
        [button(texts.plain(language, "volunteering-button-drop-sure"), DropShift(slot=fit.slot.id, sure=True))],
        [button(texts.plain(language, "booking-button-keep"), OpenShift(slot=fit.slot.id))],
    ]
    return Screen(text, rows)


def shift_rows(house: House, actor: Actor, found: Sequence[Fit]) -> list[Row]:
    """A button for each shift: when and what."""
    rows: list[Row] = []
    for fit in found:
        label = f"{moment_said(house.texts, actor.language, fit.slot.starts_at)} · {fit.slot.title or ''}"
        cut = label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1].rstrip() + "…"
        rows.append([button(cut, OpenShift(slot=fit.slot.id or 0))])
    return rows


def fact_lines(house: House, language: str, fit: Fit, *, phones: bool = True) -> list[str]:
    """What, when, where, how many, what it asks; who is in charge and their phone for those who come."""
    texts = house.texts
    line = partial(texts.html, language)
    slot, shift = fit.slot, fit.shift
    lines: list[str] = [line("volunteering-what", title=slot.title or "")]
    lines.append(line("volunteering-when", when=span_said(texts, language, slot)))
    if slot.place:
        lines.append(line("volunteering-where", where=slot.place))
    lines.append(line("volunteering-people", taken=slot.taken, most=slot.seats))
    if phones:
        lines += in_charge(texts, language, shift)
    if shift.needs:
        lines.append(line("volunteering-needs", what=shift.needs))
    if shift.with_children:
        lines.append(line("volunteering-with-children"))
    if shift.adults_only:
        lines.append(line("volunteering-adults-only"))
    if shift.example:
        lines.append(f"<i>[{line('example-mark')}]</i>")
    return lines


def _mine_rows(house: House, actor: Actor, fit: Fit, booking_id: int) -> list[Row]:
    say = partial(house.texts.plain, actor.language)
    assert fit.slot.id is not None
    rows: list[Row] = []
    if fit.shift.season_id is not None:
        rows.append([button(say("volunteering-button-rest"), TakeShift(slot=fit.slot.id, rest=True))])
    rows.append([button(say("booking-button-calendar"), BookingForCalendar(id=booking_id))])
    rows.append([button(say("volunteering-button-drop"), DropShift(slot=fit.slot.id))])
    return rows


def _why_none(volunteer: Volunteer) -> str:
    """Nothing fits: because of a paper, or because there is nothing."""
    if rules.is_minor(volunteer) and volunteer.consent_seen_at is None:
        return "volunteering-needs-consent"
    if rules.is_minor(volunteer) and volunteer.agreement_until is None:
        return "volunteering-needs-agreement"
    return "volunteering-fitting-none"
