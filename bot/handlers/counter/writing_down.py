"""/zapisz: a clerk writes down somebody who phones or stands at the window, finds a booking and changes it.

Topic → hour → name, or one typed line. What the line says stands in the conversation until the hour is
tapped; each hour's button says for whom it was offered, so that an old screen books nobody else.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Final

from aiogram import BaseMiddleware, F, Router
from aiogram.filters import BaseFilter, Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.counter import screens, steps
from bot.handlers.counter.buttons import (
    ChangeHeld,
    OpenCounter,
    OpenDay,
    OpenDays,
    OpenHeld,
    OpenSlots,
    OpenWho,
    TakeSlot,
)
from bot.handlers.counter.permission import clerk
from bot.handlers.counter.screens import draft_mark
from bot.handlers.counter.steps import LINE
from bot.handlers.counter.typed import Typed, read_person
from bot.handlers.counter.wording import booking_facts, parsed_day
from bot.handlers.menu import House
from bot.handlers.view import Screen, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import advisers, booking, codes, finding, report
from bot.places.slots import SlotKind
from bot.places.wording import local_day

NAME: Final = "counter:name"
"""An hour is chosen: what is typed next is who it is for."""
COMMAND: Final = Command("zapisz", "write_down", "zapysaty")

router = Router(name="counter")
typing = Router(name="counter typing")
typing.message.filter(clerk)
counter = Router(name="counter for the clerk")
counter.message.filter(clerk)
counter.callback_query.filter(clerk)
router.include_routers(typing, counter)


class Line(BaseFilter):
    """A line that says whom to write down, or a code; anything else typed goes its usual way."""

    async def __call__(
        self,
        message: Message,
        session: AsyncSession,
        house: House,
        centre: str,
        now: datetime,
        raw_state: str | None = None,
    ) -> bool | dict[str, Any]:
        if raw_state != LINE or not message.text:
            return False
        if codes.typed(message.text):
            return {"typed": message.text}
        line = await steps.read(session, house, centre, now, message.text)
        return {"typed": line} if line.phone or line.provider or line.topic or line.hour_said else False


class At(BaseFilter):
    """Somebody is at this place of the conversation, or at any of the counter's."""

    def __init__(self, *places: str) -> None:
        self._places = places

    async def __call__(self, _message: Message, raw_state: str | None = None) -> bool:
        return raw_state in self._places


class PutAside(BaseMiddleware):
    """Whoever taps something else has not typed a name: what is typed later is nobody's name."""

    async def __call__(
        self, handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: Any
    ) -> Any:
        state: FSMContext | None = data.get("state")
        own = isinstance(event, CallbackQuery) and (event.data or "").partition(":")[0] == TakeSlot.__prefix__
        if state is not None and data.get("raw_state") == NAME and not own:
            await state.set_state(LINE)
        return await handler(event, data)


@counter.message(COMMAND)
async def command(
    message: Message,
    command: CommandObject,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """/zapisz alone opens the counter; with a line or a code behind it, that is worked off."""
    await steps.begin(state)
    if command.args:
        line = (
            command.args if codes.typed(command.args) else await steps.read(session, house, centre, now, command.args)
        )
        return show(message, await steps.typed_screen(session, house, actor, state, now, centre, line))
    return show(message, await steps.home_of(session, house, actor, now, centre))


@counter.callback_query(OpenCounter.filter())
async def home(
    tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    await steps.begin(state)
    return show(tap, await steps.home_of(session, house, actor, now, centre))


@typing.message(Line())
async def line(
    message: Message,
    typed: Typed | str,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    return show(message, await steps.typed_screen(session, house, actor, state, now, centre, typed))


@counter.callback_query(OpenSlots.filter())
async def slots(
    tap: CallbackQuery,
    callback_data: OpenSlots,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """The nearest free hours."""
    look = screens.wanted(centre, callback_data, now)
    found = await screens.free_hours(session, now, look)
    if not found and not callback_data.move:
        await report.not_found(session, now, look)
    theirs = await steps.advisers_at(session, centre)
    draft = {} if callback_data.move else await steps.draft_of(state)
    return show(tap, screens.slots_screen(house, actor.language, found, theirs, callback_data, draft))


@counter.callback_query(OpenWho.filter())
async def who(
    tap: CallbackQuery, callback_data: OpenWho, centre: str, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    theirs = await advisers.of_centre(session, centre)
    return show(tap, screens.who_screen(house, actor.language, theirs, callback_data))


@counter.callback_query(OpenDays.filter())
async def days(
    tap: CallbackQuery,
    callback_data: OpenDays,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    found = await finding.free_days(session, screens.wanted(centre, callback_data, now), now)
    theirs = await steps.advisers_at(session, centre)
    return show(tap, screens.days_screen(house, actor.language, found, callback_data, theirs))


@counter.callback_query(OpenDay.filter())
async def day(
    tap: CallbackQuery,
    callback_data: OpenDay,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    wished = parsed_day(callback_data.day)
    if wished is None:
        raise OkienkoError("counter-outdated")
    look = screens.wanted(centre, callback_data, now, wished)
    found = await finding.free(session, look, limit=60, now=now)
    draft = {} if callback_data.move else await steps.draft_of(state)
    theirs = await steps.advisers_at(session, centre)
    today = local_day(now)
    return show(tap, screens.day_screen(house, actor.language, wished, found, theirs, callback_data, draft, today))


@counter.callback_query(TakeSlot.filter())
async def take(
    tap: CallbackQuery,
    callback_data: TakeSlot,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """An hour was tapped: move there, write down whom the line was about, or ask who it is."""
    if callback_data.move:
        return show(tap, await steps.moved_screen(session, house, actor, now, centre, callback_data))
    slot = await advisers.slot_at(session, centre, callback_data.slot)
    if slot is None:
        raise OkienkoError("counter-outdated")
    # A typed line is about hours: from an event's own screen it is asked anew who it is.
    draft = {} if slot.kind == SlotKind.EVENT else await steps.draft_of(state)
    if callback_data.draft != draft_mark(draft):
        raise OkienkoError("counter-outdated")
    if draft:
        return show(tap, await steps.booked_screen(session, house, actor, state, now, centre, callback_data, draft))
    await state.set_state(NAME)
    await state.update_data(counter={"slot": callback_data.slot, "topic": callback_data.topic})
    provider = await advisers.of_slot(session, slot)
    return show(tap, screens.ask_name_screen(house, actor.language, slot, provider))


@typing.message(At(LINE, NAME), Command("anuluj", "cancel", "skasuvaty"))
async def leave(message: Message, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.clear()
    left = Screen(house.texts.html(actor.language, "counter-left"), [way_out(house.texts, actor.language)])
    return show(message, left)


@typing.message(At(NAME), F.text, ~F.text.startswith("/"))
async def named(
    message: Message,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """A name or initials, perhaps with a number: write them down. What does not fit is said; the question stands."""
    name, phone = read_person(message.text or "")
    chosen = (await state.get_data()).get("counter", {})
    take_it = TakeSlot(slot=chosen.get("slot", 0), topic=chosen.get("topic", ""))
    draft = {"name": name, "phone": phone} if phone else {"name": name}
    return show(message, await steps.booked_screen(session, house, actor, state, now, centre, take_it, draft))


@counter.callback_query(OpenHeld.filter())
async def held(
    tap: CallbackQuery, callback_data: OpenHeld, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    found = await booking.one(session, callback_data.id, by=actor.account_id)
    return show(tap, await screens.held_screen(session, house, actor, found, now))


@counter.callback_query(ChangeHeld.filter())
async def change(
    tap: CallbackQuery, callback_data: ChangeHeld, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Confirm, or call off after one more tap."""
    number, heading = callback_data.id, None
    if callback_data.act == "confirm":
        await booking.confirm(session, now, number, by=actor.account_id)
    elif callback_data.act == "sure":
        await booking.cancel(session, now, number, by=actor.account_id)
        heading = "counter-cancelled"
    found = await booking.one(session, number, by=actor.account_id)
    if callback_data.act == "cancel":
        facts = await booking_facts(session, house, actor.language, *found)
        return show(tap, screens.sure_screen(house, actor.language, facts, number))
    return show(tap, await screens.held_screen(session, house, actor, found, now, heading=heading))
