"""/plan: what the centre's plan asks for and what is still missing; /kwartal: the quarter as a workbook."""

from datetime import datetime
from functools import partial
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import invitations
from bot.announcements import plan as plans
from bot.announcements import quarter as quarters
from bot.announcements.events import local_day
from bot.announcements.plan import Item, Period, Plan, Quota
from bot.announcements.quarter import Quarter
from bot.errors import OkienkoError
from bot.handlers.announcing.event_buttons import (
    AnnouncePlanItem,
    BeginEvent,
    NotePlanItem,
    OpenEvents,
    OpenPlan,
    OpenPlanItem,
    OpenQuarters,
    OpenRestOfPlan,
    SendQuarter,
)
from bot.handlers.announcing.event_form import desk
from bot.handlers.announcing.event_screens import drafted_screen, refused_screen
from bot.handlers.announcing.permission import organises
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.texts import Html

PLAN: Final = Command("plan", "the_plan", "plan_dii")
QUARTER: Final = Command("kwartal", "quarter", "kvartal")
QUARTERS: Final = 4
"""How many quarters are offered, the present one first."""

router = Router(name="planning")
organiser = Router(name="planning for the organiser")
organiser.message.filter(organises)
organiser.callback_query.filter(organises)
others = Router(name="planning for others")
router.include_routers(organiser, others)


@organiser.message(PLAN)
async def command(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(message, await _plan_screen(house, actor, session, centre, now))


@organiser.callback_query(OpenPlan.filter())
async def opened(
    tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(tap, await _plan_screen(house, actor, session, centre, now))


@organiser.callback_query(OpenRestOfPlan.filter())
async def rest(
    tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """What the plan names without saying how often: each can be planned at any time."""
    return show(tap, await _plan_screen(house, actor, session, centre, now, unset=True))


@organiser.callback_query(OpenPlanItem.filter())
async def one(
    tap: CallbackQuery,
    callback_data: OpenPlanItem,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """One item: plan an event, announce, or note that it was done without Okienko."""
    plan, item = _item(house, centre, callback_data.item)
    quota = await plans.quota(session, now, centre, item)
    say = partial(house.texts.plain, actor.language)
    text = house.texts.html(actor.language, "plan-ask", line=_line(house, actor.language, plan, quota))
    rows: list[Row] = [
        [button(say("plan-button-event"), BeginEvent(item=item.id))],
        [button(say("plan-button-announce"), AnnouncePlanItem(item=item.id))],
        [button(say("plan-button-noted"), NotePlanItem(item=item.id))],
        way_out(house.texts, actor.language, OpenPlan()),
    ]
    return show(tap, Screen(text, rows))


@organiser.callback_query(AnnouncePlanItem.filter())
async def announce(
    tap: CallbackQuery,
    callback_data: AnnouncePlanItem,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """Lead into composing: a poster of a campaign needs no event."""
    plan, item = _item(house, centre, callback_data.item)
    number = await invitations.draft_for_item(session, now, desk(house, actor, centre), plan, item.id)
    return show(tap, drafted_screen(house, actor, number, item.title.pl))


@organiser.callback_query(NotePlanItem.filter())
async def noted(
    tap: CallbackQuery,
    callback_data: NotePlanItem,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    plan, item = _item(house, centre, callback_data.item)
    new = await plans.note(session, now, plan, item.id, actor.account_id)
    said = "plan-noted" if new else "plan-noted-already"
    return show(tap, await _plan_screen(house, actor, session, centre, now, said=said))


@organiser.message(QUARTER)
@organiser.callback_query(OpenQuarters.filter())
async def quarter(event: Message | CallbackQuery, actor: Actor, house: House, now: datetime) -> Replies:
    """Which quarter?"""
    rows: list[Row] = []
    found = Quarter.of(local_day(now))
    for _ in range(QUARTERS):
        label = house.texts.plain(actor.language, "quarter-name", number=str(found.number), year=str(found.year))
        rows.append([button(label, SendQuarter(year=found.year, number=found.number))])
        found = found.before
    rows.append(way_out(house.texts, actor.language, OpenEvents()))
    return show(event, Screen(house.texts.html(actor.language, "quarter-which"), rows))


@organiser.callback_query(SendQuarter.filter())
async def send(
    tap: CallbackQuery,
    callback_data: SendQuarter,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """The workbook comes as a document in a moment."""
    wanted = Quarter(callback_data.year, callback_data.number)
    if not (1 <= wanted.number <= 4 and 2020 <= wanted.year <= local_day(now).year):
        raise OkienkoError("quarter-unknown")
    await quarters.owe_report(session, now, centre, wanted, actor.account_id, actor.channel, actor.chat_id)
    return [AnswerCallbackQuery(callback_query_id=tap.id, text=house.texts.plain(actor.language, "quarter-coming-now"))]


@others.message(PLAN)
@others.message(QUARTER)
async def refuse(message: Message, actor: Actor, house: House) -> Replies:
    return show(message, refused_screen(house, actor))


@others.callback_query(F.data.regexp(r"^ev[bpiqdrs](:|$)"))
async def refuse_tap(tap: CallbackQuery, actor: Actor, house: House) -> Replies:
    return show(tap, refused_screen(house, actor))


async def _plan_screen(
    house: House,
    actor: Actor,
    session: AsyncSession,
    centre: str,
    now: datetime,
    *,
    said: str | None = None,
    unset: bool = False,
) -> Screen:
    texts, language = house.texts, actor.language
    plan = house.plans.get(centre)
    if plan is None:
        return Screen(texts.html(language, "plan-none"), [way_out(texts, language, OpenEvents())])
    parts = [texts.html(language, said), ""] if said else []
    parts += [texts.html(language, "plan-title", city=house.city(centre, language)), ""]
    rows: list[Row] = []
    for quota in await plans.quotas(session, now, plan, unset=unset):
        key = "plan-line-missing" if quota.missing or unset else "plan-line-done"
        parts.append(texts.html(language, key, line=_line(house, language, plan, quota)))
        if quota.missing or unset:
            label = texts.plain(language, "plan-button-item", name=_name(language, plan, quota.item))
            rows.append([button(label, OpenPlanItem(item=quota.item.id))])
    key = "plan-source-old" if plan.source.valid_until < local_day(now) else "plan-source"
    parts += ["", texts.html(language, key, title=plan.source.title, until=plan.source.valid_until)]
    if not unset and any(item.period is Period.UNSET for item in plan.items):
        rows.append([button(texts.plain(language, "plan-button-rest"), OpenRestOfPlan())])
    back = OpenPlan() if unset else OpenEvents()
    return Screen(Html("\n".join(parts)), [*rows, way_out(texts, language, back)])


def _item(house: House, centre: str, item_id: str) -> tuple[Plan, Item]:
    plan = house.plans.get(centre)
    item = plan.item(item_id) if plan else None
    if plan is None or item is None:
        raise OkienkoError("plan-item-gone")
    return plan, item


def _name(language: str, plan: Plan, item: Item) -> str:
    return f"{item.title.in_(language)}, {plan.communities[item.community].in_(language)}"


def _line(house: House, language: str, plan: Plan, quota: Quota) -> str:
    """ "Gry terenowe, Wzgórze: 0 z 1 w tym kwartale, zostało 5 tygodni." """
    say = partial(house.texts.plain, language)
    weeks = quota.days_left // 7
    left = say("plan-weeks-left", weeks=weeks) if weeks >= 2 else say("plan-days-left", days=quota.days_left)
    return say(
        "plan-line",
        name=_name(language, plan, quota.item),
        done=str(quota.done),
        times=str(quota.item.times),
        period=quota.item.period.value,
        left=left,
    )
