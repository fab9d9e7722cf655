"""New shifts typed or sent as a file: read, previewed, turned by taps, published once."""

from datetime import date, datetime
from functools import partial
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.handlers.volunteering.buttons import OpenShiftDraft, OpenWeek, PublishShifts, TurnPlan, TypeShifts
from bot.handlers.volunteering.permission import coordinates
from bot.handlers.volunteering.typed import read_shifts
from bot.handlers.volunteering.week_screens import week_screen
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places.daysoff import holiday_name, is_public_holiday
from bot.places.hours import local
from bot.places.roster.month import closing_days
from bot.places.wording import day_said
from bot.texts import Html
from bot.volunteering import drafts, inbox
from bot.volunteering.plans import FARTHEST, Plan
from bot.volunteering.rows import ShiftDraft

FORM: Final = "shifts:"
MOST_BYTES: Final = 10_000_000
_FIRST_DAYS: Final = 3
_MOST_SHOWN: Final = 15


async def _typing(_event: Any, raw_state: str | None = None) -> bool:
    return raw_state == FORM


router = Router(name="drafts of shifts")
router.message.filter(coordinates)
router.callback_query.filter(coordinates)


@router.callback_query(TypeShifts.filter())
async def begin(tap: CallbackQuery, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.set_state(FORM)
    return show(
        tap, Screen(house.texts.html(actor.language, "shift-ask"), [way_out(house.texts, actor.language, OpenWeek())])
    )


@router.message(_typing, Command("anuluj", "cancel", "skasuvaty"))
async def leave(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    await state.set_state(None)
    return show(message, await week_screen(house, actor, session, centre, now, said="shift-left"))


@router.message(_typing, F.text, ~F.text.startswith("/"))
async def typed(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    """The lines as a draft, and its preview. With mistakes in them, the question stands."""
    today = local(now).date()
    closed = {*await closing_days(session, centre, today, today + FARTHEST)}
    if found := house.catalogue.centre(centre):
        closed |= {*found.organization.closing_days}
    reading = read_shifts(message.text or "", today, closed)
    draft = await drafts.make(session, now, centre, actor.account_id, reading)
    if not draft.problems:
        await state.set_state(None)
    return show(message, draft_screen(house, actor, draft))


@router.message(_typing, F.document)
async def sent(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    """A file is written down now and read in a moment (`bot.volunteering.inbox`)."""
    document = message.document
    name = (document.file_name or "") if document else ""
    if document is None or not name.lower().endswith((".xlsx", ".csv")):
        raise OkienkoError("shift-file-kind")
    if (document.file_size or 0) > MOST_BYTES:
        raise OkienkoError("roster-file-size", megabytes=MOST_BYTES // 1_000_000)
    file = {"file_id": document.file_id, "name": name[-80:]}
    await inbox.take_in(session, now, centre, actor.account_id, actor.channel, actor.chat_id, file)
    await state.set_state(None)
    return show(message, Screen(house.texts.html(actor.language, "roster-file-coming")))


@router.callback_query(OpenShiftDraft.filter())
async def look(
    tap: CallbackQuery, callback_data: OpenShiftDraft, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    return show(tap, draft_screen(house, actor, await drafts.own(session, actor.account_id, callback_data.id)))


@router.callback_query(TurnPlan.filter())
async def turn(
    tap: CallbackQuery, callback_data: TurnPlan, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    what = callback_data.what
    draft = await drafts.turn(
        session,
        actor.account_id,
        callback_data.id,
        callback_data.number,
        children=what == "children",
        interest=what == "interest",
    )
    return show(tap, draft_screen(house, actor, draft))


@router.callback_query(PublishShifts.filter())
async def publish(
    tap: CallbackQuery,
    callback_data: PublishShifts,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """What was previewed; a second tap, or another person's, is told that it is done."""
    count = await drafts.publish(session, now, actor.account_id, callback_data.id)
    said = Screen(house.texts.html(actor.language, "shift-published", count=count))
    return show(tap, said, await week_screen(house, actor, session, centre, now))


def draft_screen(house: House, actor: Actor, draft: ShiftDraft) -> Screen:
    """What would be made, or what is wrong and where."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    if draft.file is not None:
        return Screen(
            line("roster-file-waits"), [[button(say("roster-button-refresh"), OpenShiftDraft(id=draft.id or 0))]]
        )
    if draft.problems:
        lines: list[str] = [line("roster-problems", count=len(draft.problems)), ""]
        for problem in draft.problems[:_MOST_SHOWN]:
            sentence = line(problem["key"], **problem["values"])
            lines.append(
                line("roster-problem", line=problem["line"], sentence=sentence) if problem["line"] else sentence
            )
        return Screen(Html("\n".join(lines)), [way_out(texts, language, TypeShifts())])
    lines, rows = [line("shift-preview")], list[Row]()
    for number, row in enumerate(draft.shifts):
        plan = Plan.of(row)
        if number < _MOST_SHOWN:
            lines += ["", *_plan_lines(house, language, plan)]
            rows += _turn_rows(house, language, draft, number, plan) if draft.published_at is None else []
    if len(draft.shifts) > _MOST_SHOWN:
        lines += ["", line("shift-more", count=len(draft.shifts) - _MOST_SHOWN)]
    if draft.skipped:
        said = ", ".join(_off_said(house, language, date.fromisoformat(day)) for day in draft.skipped[:12])
        lines += ["", line("roster-skipped", days=said + (" …" if len(draft.skipped) > 12 else ""))]
    if draft.published_at is not None:
        lines += ["", line("shift-published-already")]
    else:
        rows.append([button(say("roster-button-publish"), PublishShifts(id=draft.id or 0))])
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, OpenWeek())])


def _plan_lines(house: House, language: str, plan: Plan) -> list[Html]:
    texts = house.texts
    line = partial(texts.html, language)
    first = ", ".join(day_said(texts, language, day) for day in plan.days[:_FIRST_DAYS])
    last = day_said(texts, language, plan.days[-1])
    lines = [line("volunteering-what", title=plan.title)]
    more = len(plan.days) > _FIRST_DAYS
    key = "shift-preview-season" if more else "shift-preview-days"
    lines.append(
        line(key, days=first, hours=plan.hours, count=len(plan.days), last=last)
        if more
        else line(key, days=first, hours=plan.hours)
    )
    lines.append(line("volunteering-where", where=plan.place))
    lines.append(line("shift-preview-people", least=plan.least, most=plan.most))
    if plan.adult and plan.phone:
        lines.append(line("volunteering-adult", who=plan.adult, phone=plan.phone))
    else:
        lines.append(line("shift-no-adult"))
    if plan.needs:
        lines.append(line("volunteering-needs", what=plan.needs))
    if plan.adults_only:
        lines.append(line("volunteering-adults-only"))
    return lines


def _turn_rows(house: House, language: str, draft: ShiftDraft, number: int, plan: Plan) -> list[Row]:
    say = partial(house.texts.plain, language)
    assert draft.id is not None
    children = say("shift-turn-children" if plan.with_children else "shift-turn-no-children", number=number + 1)
    about = say(f"volunteering-interest-{plan.interest.value}")
    return [
        [
            button(children, TurnPlan(id=draft.id, number=number, what="children")),
            button(f"{number + 1}. {about}", TurnPlan(id=draft.id, number=number, what="interest")),
        ]
    ]


def _off_said(house: House, language: str, day: date) -> str:
    name = holiday_name(day, language) if is_public_holiday(day) else ""
    said = day_said(house.texts, language, day)
    return f"{said} ({name})" if name else said
