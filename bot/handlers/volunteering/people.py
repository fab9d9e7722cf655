"""/wolontariusze: who helps, by number; what the coordinator has seen on paper, marked and taken back."""

from datetime import date, datetime
from functools import partial
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.menu import House
from bot.handlers.rosters.buttons import packed, unpacked
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.handlers.volunteering.buttons import MarkVolunteer, OpenVolunteer, OpenVolunteers, OpenWeek
from bot.handlers.volunteering.permission import coordinates
from bot.handlers.volunteering.profile_screens import days_line, interests_line, paper_lines
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places.hours import local
from bot.texts import Html
from bot.volunteering import marks
from bot.volunteering.kinds import hours_number, who_said
from bot.volunteering.marks import Known, Mark
from bot.volunteering.rules import is_minor
from bot.volunteering.words import Age, Skill

PAGE: Final = 12

router = Router(name="volunteers")
router.message.filter(coordinates)
router.callback_query.filter(coordinates)


@router.message(Command("wolontariusze", "volunteers", "volontery"))
async def command(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(message, await _list_screen(house, actor, session, centre, now))


@router.callback_query(OpenVolunteers.filter())
async def listed(
    tap: CallbackQuery,
    callback_data: OpenVolunteers,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    return show(tap, await _list_screen(house, actor, session, centre, now, max(callback_data.page, 0)))


@router.callback_query(OpenVolunteer.filter())
async def opened(
    tap: CallbackQuery, callback_data: OpenVolunteer, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    known = await marks.known(session, now, actor.account_id, callback_data.id)
    return show(tap, volunteer_screen(house, actor, known))


@router.callback_query(MarkVolunteer.filter((F.what == "agreement") & F.on & (F.until == 0)))
async def until_when(
    tap: CallbackQuery, callback_data: MarkVolunteer, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Until when was the agreement signed?"""
    known = await marks.known(session, now, actor.account_id, callback_data.id)
    texts, language = house.texts, actor.language
    rows: list[Row] = [
        [
            button(
                texts.plain(language, "volunteering-until", date=day),
                MarkVolunteer(id=callback_data.id, what=Mark.AGREEMENT.value, until=packed(day)),
            )
        ]
        for day in last_days(local(now).date())
    ]
    text = texts.html(language, "volunteering-ask-until", who=who_said(texts, language, known.volunteer))
    return show(tap, Screen(text, [*rows, way_out(texts, language, OpenVolunteer(id=callback_data.id))]))


@router.callback_query(MarkVolunteer.filter())
async def mark(
    tap: CallbackQuery, callback_data: MarkVolunteer, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Mark or take back. What may no longer be is given back at once, and said."""
    if callback_data.what not in set(Mark):
        raise OkienkoError("volunteering-outdated")
    released = await marks.mark(
        session,
        now,
        actor.account_id,
        callback_data.id,
        Mark(callback_data.what),
        until=unpacked(callback_data.until) if callback_data.until else None,
        on=callback_data.on,
    )
    known = await marks.known(session, now, actor.account_id, callback_data.id)
    return show(tap, volunteer_screen(house, actor, known, released))


def volunteer_screen(house: House, actor: Actor, known: Known, released: int = 0) -> Screen:
    """A volunteer as the coordinator sees them: no name; what was seen, what is missing, what can be marked."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    volunteer = known.volunteer
    lines: list[str] = [line("volunteering-released-count", count=released), ""] if released else []
    lines.append(line("volunteering-person", who=who_said(texts, language, volunteer)))
    lines.append(say(f"volunteering-age-{volunteer.age}"))
    lines += [interests_line(house, language, volunteer), days_line(house, language, volunteer)]
    if volunteer.skills:
        skills = ", ".join(say(f"volunteering-skill-{each}") for each in volunteer.skills if each in set(Skill))
        lines.append(line("volunteering-can", what=skills))
    lines += ["", *paper_lines(house, language, volunteer)]
    if is_minor(volunteer):
        lines.append(line("volunteering-guardians", count=known.guardians))
    if known.needs_paper:
        lines.append(line("volunteering-needs-paper"))
    lines += ["", line("volunteering-ahead", count=known.ahead)]
    lines.append(line("volunteering-hours", hours=hours_number(known.minutes)))
    if volunteer.certificate_asked_at is not None:
        lines.append(line("volunteering-certificate-waits"))
    if volunteer.account_id is None:
        lines.append(line("volunteering-no-chat"))
    return Screen(
        Html("\n".join(lines)), [*_mark_rows(house, language, known), way_out(texts, language, OpenVolunteers())]
    )


def last_days(today: date) -> list[date]:
    """The usual last days of agreements: of the school year, of this year, of the next one."""
    june = date(today.year + (today.month > 6), 6, 30)
    return sorted({june, date(today.year, 12, 31), date(today.year + 1, 12, 31)})


def _mark_rows(house: House, language: str, known: Known) -> list[Row]:
    say = partial(house.texts.plain, language)
    volunteer = known.volunteer
    assert volunteer.id is not None
    rows: list[Row] = []

    def offer(what: Mark, key: str, on: bool = True) -> None:
        rows.append([button(say(key), MarkVolunteer(id=volunteer.id or 0, what=what.value, on=on))])

    if is_minor(volunteer):
        seen = volunteer.consent_seen_at is not None
        offer(Mark.CONSENT, "volunteering-mark-not-consent" if seen else "volunteering-mark-consent", not seen)
    offer(Mark.AGREEMENT, "volunteering-mark-agreement")
    if volunteer.agreement_until is not None:
        offer(Mark.AGREEMENT, "volunteering-mark-not-agreement", False)
    checked = volunteer.checked_at is not None
    offer(Mark.CHECKS, "volunteering-mark-not-checks" if checked else "volunteering-mark-checks", not checked)
    if volunteer.age == Age.OLDER:
        offer(Mark.GROWN_UP, "volunteering-mark-grown-up")
    if volunteer.certificate_asked_at is not None:
        offer(Mark.CERTIFICATE, "volunteering-mark-certificate")
    return rows


async def _list_screen(
    house: House, actor: Actor, session: AsyncSession, centre: str, now: datetime, page: int = 0
) -> Screen:
    texts, language = house.texts, actor.language
    found = await marks.of_centre(session, now, actor.account_id, centre)
    shown = found[page * PAGE : (page + 1) * PAGE]
    rows: list[Row] = []
    for known in shown:
        age = texts.plain(language, f"volunteering-age-{known.volunteer.age}")
        label = f"{'⏳ ' if marks.waits(known) else ''}{who_said(texts, language, known.volunteer)} · {age}"
        rows.append([button(label, OpenVolunteer(id=known.volunteer.id or 0))])
    turn: Row = []
    if page:
        turn.append(button("◀", OpenVolunteers(page=page - 1)))
    if len(found) > (page + 1) * PAGE:
        turn.append(button("▶", OpenVolunteers(page=page + 1)))
    rows += [turn] if turn else []
    waiting = sum(marks.waits(known) for known in found)
    text = texts.html(language, "volunteering-list", count=len(found), waiting=waiting)
    return Screen(text, [*rows, way_out(texts, language, OpenWeek())])
