"""/braki: what was asked and not answered, and the words the organiser adds because of it.

Everything an organiser may do hangs on one router whose filter asks for the role in the person's
centre, so that a new handler cannot forget to; who has no role there falls through to the refusal.
"""

from datetime import datetime
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue import additions, learning
from bot.handlers import gap_screens as screens
from bot.handlers.announcing.permission import organises
from bot.handlers.buttons import (
    AddGapWords,
    ChooseGapCard,
    NoneOfThese,
    OpenGap,
    OpenGapHistory,
    OpenGaps,
    OpenGapTopics,
    PutGapAside,
    UndoGapWords,
)
from bot.handlers.desk.offering import human
from bot.handlers.menu import House
from bot.handlers.questions import note
from bot.handlers.view import Screen, show
from bot.intake.replies import Replies
from bot.people.accounts import Actor

COMMAND: Final = Command("braki", "gaps", "prohalyny")
PAGE: Final = 6
"""Additions on one screen of the history."""


router = Router(name="gaps")
organiser = Router(name="gaps for the organiser")
# What is meant for others is seen by its first letters, before the database is asked about a role.
organiser.message.filter(COMMAND, organises)
organiser.callback_query.filter(F.data.startswith("g"), organises)
others = Router(name="gaps for others")
router.include_routers(organiser, others)  # a router's own handlers would be asked before those of routers in it


@organiser.message(COMMAND)
async def command(
    message: Message,
    command: CommandObject,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """/braki, and /braki historia."""
    if (command.args or "").strip().lower() in ("historia", "history", "історія"):
        return show(message, await _history(house, actor, session, centre, 0))
    return show(message, await _list(house, actor, session, centre, now))


@organiser.callback_query(OpenGaps.filter())
async def listed(
    tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return show(tap, await _list(house, actor, session, centre, now))


@organiser.callback_query(OpenGap.filter())
async def one(
    tap: CallbackQuery,
    callback_data: OpenGap,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    gap = await learning.gap(session, now, house.catalogue, centre, callback_data.gap)
    if gap is None:
        return show(tap, await _list(house, actor, session, centre, now, changed=True))
    return show(tap, screens.gap_screen(house, actor, centre, gap))


@organiser.callback_query(OpenGapTopics.filter())
async def topics(tap: CallbackQuery, callback_data: OpenGapTopics, centre: str, actor: Actor, house: House) -> Replies:
    return show(tap, screens.topics_screen(house, actor, centre, callback_data.gap, callback_data.topic))


@organiser.callback_query(ChooseGapCard.filter())
async def choose(
    tap: CallbackQuery,
    callback_data: ChooseGapCard,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    gap = await learning.gap(session, now, house.catalogue, centre, callback_data.gap)
    card = house.catalogue.card(f"{centre}/{callback_data.card}")
    if gap is None or card is None:
        return show(tap, await _list(house, actor, session, centre, now, changed=True))
    return show(tap, screens.confirm_screen(house, actor, gap, card))


@organiser.callback_query(AddGapWords.filter())
async def add(
    tap: CallbackQuery,
    callback_data: AddGapWords,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    added = await additions.add_words(
        session,
        now,
        house.catalogue,
        centre,
        callback_data.gap,
        f"{centre}/{callback_data.card}",
        callback_data.seen,
        actor.account_id,
    )
    return await _decided(tap, added, house, actor, session, centre, now)


@organiser.callback_query(PutGapAside.filter())
async def put_aside(
    tap: CallbackQuery,
    callback_data: PutGapAside,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    gone = await additions.put_aside(session, now, house.catalogue, centre, callback_data.gap, actor.account_id)
    return await _decided(tap, gone, house, actor, session, centre, now)


@organiser.callback_query(UndoGapWords.filter())
async def undo(
    tap: CallbackQuery,
    callback_data: UndoGapWords,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    undone = await additions.undo(session, now, centre, callback_data.addition, actor.account_id)
    return show(tap, screens.undone_screen(house, actor, undone))


@organiser.callback_query(OpenGapHistory.filter())
async def history(
    tap: CallbackQuery, callback_data: OpenGapHistory, centre: str, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    return show(tap, await _history(house, actor, session, centre, callback_data.page))


@others.callback_query(NoneOfThese.filter())
async def none_of_these(
    tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    """Anybody's: a person instead, and the question is kept as unanswered."""
    asked = (await state.get_data()).get("question")
    if isinstance(asked, str) and actor.centre is not None:
        await note(house, actor, session, asked, now)
    return show(tap, await human(house, actor, session, now))


@others.message(COMMAND)
async def refuse(message: Message, actor: Actor, house: House) -> Replies:
    return show(message, screens.refused_screen(house, actor))


@others.callback_query(F.data.regexp(r"^(g|g[gtpydhu]\|.*)$"))
async def refuse_tap(tap: CallbackQuery, actor: Actor, house: House) -> Replies:
    return show(tap, screens.refused_screen(house, actor))


async def _list(
    house: House, actor: Actor, session: AsyncSession, centre: str, now: datetime, *, changed: bool = False
) -> Screen:
    return screens.list_screen(
        house, actor, centre, await learning.gaps(session, now, house.catalogue, centre), changed=changed
    )


async def _history(house: House, actor: Actor, session: AsyncSession, centre: str, page: int) -> Screen:
    page = max(0, min(page, 10_000))
    past, total = await additions.history(session, centre, page * PAGE, PAGE)
    return screens.history_screen(house, actor, past, page, more=total > (page + 1) * PAGE)


async def _decided(
    tap: CallbackQuery,
    addition: additions.Addition | None,
    house: House,
    actor: Actor,
    session: AsyncSession,
    centre: str,
    now: datetime,
) -> Replies:
    if addition is None:
        return show(tap, await _list(house, actor, session, centre, now, changed=True))
    return show(tap, screens.decided_screen(house, actor, addition))
