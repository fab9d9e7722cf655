"""A month typed or sent as a file: read, previewed, completed, published."""

from datetime import datetime
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.errors import OkienkoError
from bot.handlers.menu import House
from bot.handlers.rosters.buttons import (
    AddAdviser,
    ChooseDraftService,
    OpenDraft,
    OpenMonth,
    PublishDraft,
    SetWhole,
    TypeRoster,
    packed_month,
    unpacked,
)
from bot.handlers.rosters.permission import keeps_roster
from bot.handlers.rosters.screens import draft_screen, month_said, month_screen, this_month
from bot.handlers.rosters.services import likely, services_of
from bot.handlers.rosters.typed import read_lines
from bot.handlers.view import Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places.roster import drafts, inbox, publishing
from bot.places.roster.entries import next_month
from bot.places.roster.month import advisers, closing_days
from bot.texts import Html

FORM: Final = "roster:"
"""A state is this and the month whose duties are being typed, like 202612."""
MOST_BYTES: Final = 10_000_000


class Typing(BaseFilter):
    """Somebody is typing duties; hands on the month."""

    async def __call__(self, _event: Any, raw_state: str | None = None) -> bool | dict[str, Any]:
        if raw_state is None or not raw_state.startswith(FORM):
            return False
        month = unpacked(int(raw_state.removeprefix(FORM)))
        return {"month": month} if month else False


router = Router(name="drafts of the roster")
form = Router(name="typing a roster")
form.message.filter(keeps_roster, Typing())
keeper = Router(name="keeping drafts")
keeper.message.filter(keeps_roster)
keeper.callback_query.filter(keeps_roster)
router.include_routers(form, keeper)


@keeper.callback_query(TypeRoster.filter())
async def begin(
    tap: CallbackQuery, callback_data: TypeRoster, actor: Actor, house: House, state: FSMContext, now: datetime
) -> Replies:
    month = unpacked(callback_data.month) or this_month(now)
    await state.set_state(f"{FORM}{packed_month(month)}")
    texts, language = house.texts, actor.language
    text = texts.html(language, "roster-ask", month=month_said(house, language, month))
    return show(tap, Screen(text, [way_out(texts, language, OpenMonth(month=packed_month(month)))]))


@form.message(Command("anuluj", "cancel", "skasuvaty"))
async def leave(
    message: Message, month: Any, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext
) -> Replies:
    await state.set_state(None)
    return show(message, await month_screen(house, actor, session, centre, month, "roster-left"))


@form.message(F.text, ~F.text.startswith("/"))
async def typed(
    message: Message,
    month: Any,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """The lines as a draft, and its preview. With mistakes in them, the question stands."""
    known = [provider.name for provider in await advisers(session, centre)]
    closed = {*await closing_days(session, centre, month, next_month(month))}
    if of_card := house.catalogue.centre(centre):
        closed |= {*of_card.organization.closing_days}
    today = now.astimezone(WARSAW).date()
    services = services_of(house.catalogue, centre)
    reading = read_lines(message.text or "", month, today, services, known, closed)
    meant = {card.id for card in await likely(session, house.catalogue, centre)}
    draft_id = await drafts.make(session, now, centre, actor.account_id, month, reading, services=meant, whole=False)
    draft = await drafts.own(session, actor.account_id, draft_id)
    if not draft.problems:
        await state.set_state(None)
    return show(message, await draft_screen(house, actor, session, now, draft, reading.skipped))


@form.message(F.document)
@keeper.message(F.document.file_name.regexp(r"(?i).*\.(xlsx|csv)$"))
async def sent(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """A file is written down now and read in a moment (`bot.places.roster.inbox`)."""
    document = message.document
    name = (document.file_name or "") if document else ""
    if document is None or not name.lower().endswith((".xlsx", ".csv")):
        raise OkienkoError("roster-file-kind")
    if (document.file_size or 0) > MOST_BYTES:
        raise OkienkoError("roster-file-size", megabytes=MOST_BYTES // 1_000_000)
    file = {"file_id": document.file_id, "name": name[-80:]}
    await inbox.take_in(session, now, centre, actor.account_id, actor.channel, actor.chat_id, file)
    return show(message, Screen(house.texts.html(actor.language, "roster-file-coming")))


@keeper.callback_query(OpenDraft.filter())
async def look(
    tap: CallbackQuery, callback_data: OpenDraft, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    return await _preview(tap, callback_data.id, actor, house, session, now)


@keeper.callback_query(SetWhole.filter())
async def whole(
    tap: CallbackQuery, callback_data: SetWhole, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    await drafts.make_whole(session, actor.account_id, callback_data.id, callback_data.whole)
    return await _preview(tap, callback_data.id, actor, house, session, now)


@keeper.callback_query(ChooseDraftService.filter())
async def service(
    tap: CallbackQuery,
    callback_data: ChooseDraftService,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    card = house.catalogue.card(f"{centre}/{callback_data.slug}")
    if card is None:
        raise OkienkoError("roster-refused")
    await drafts.choose_service(session, actor.account_id, callback_data.id, card.id)
    return await _preview(tap, callback_data.id, actor, house, session, now)


@keeper.callback_query(AddAdviser.filter())
async def add_adviser(
    tap: CallbackQuery, callback_data: AddAdviser, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    await drafts.add_adviser(session, actor.account_id, callback_data.id, callback_data.number, callback_data.seen)
    return await _preview(tap, callback_data.id, actor, house, session, now)


@keeper.callback_query(PublishDraft.filter())
async def publish(
    tap: CallbackQuery, callback_data: PublishDraft, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """What was previewed, exactly that; a second tap, or another person's, is told how it stands."""
    done = await publishing.publish(session, now, actor.account_id, callback_data.id, callback_data.seen)
    texts, language = house.texts, actor.language
    draft = await drafts.own(session, actor.account_id, callback_data.id)
    lines = [texts.html(language, "roster-published", count=done.slots)]
    if told := done.called_off + done.other_room - done.to_call:
        lines.append(texts.html(language, "roster-told-people", told=told))
    if done.to_call:
        lines.append(texts.html(language, "roster-told-calls", count=done.to_call))
    back = button(texts.plain(language, "roster-button-month"), OpenMonth(month=packed_month(draft.month)))
    return show(tap, Screen(Html("\n".join(lines)), [[back], way_out(texts, language)]))


async def _preview(
    tap: CallbackQuery, draft_id: int, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    draft = await drafts.own(session, actor.account_id, draft_id)
    return show(tap, await draft_screen(house, actor, session, now, draft))
