"""/zapisz: a clerk writes down somebody who phones or stands at the window, finds a booking and changes it.

Topic → hour → name, or one typed line. What the line says stands in the conversation until the hour is
tapped; each hour's button says for whom it was offered, so that an old screen books nobody else.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Final

from aiogram import BaseMiddleware, F, Router
from aiogram.filters import BaseFilter, Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.counter import screens
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
from bot.handlers.counter.screens import Draft, draft_mark
from bot.handlers.counter.typed import Typed, read_line, read_person
from bot.handlers.counter.wording import booking_facts, is_topic, parsed_day
from bot.handlers.menu import House
from bot.handlers.view import Screen, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places import attendees, booking, codes, finding, report, sheet
from bot.places.booking import Booker
from bot.places.days import day_begins
from bot.places.topics import Topic
from bot.places.wording import local_day
from bot.storage.tables import Attendee, Booking, Provider, Slot
from bot.texts import LANGUAGES

LINE: Final = "counter:line"
"""A typed line is read as whom to write down, if it can be."""
NAME: Final = "counter:name"
"""An hour is chosen: what is typed next is who it is for."""
_NOON: Final = timedelta(hours=12)
_TAKEN: Final = ("places-full", "places-gone", "places-past")
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
        line = await _read(session, house, centre, now, message.text)
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
    await _begin(state)
    if command.args:
        line = command.args if codes.typed(command.args) else await _read(session, house, centre, now, command.args)
        return show(message, await _typed(session, house, actor, state, now, centre, line))
    return show(message, await _home(session, house, actor, now, centre))


@counter.callback_query(OpenCounter.filter())
async def home(
    tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    await _begin(state)
    return show(tap, await _home(session, house, actor, now, centre))


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
    return show(message, await _typed(session, house, actor, state, now, centre, typed))


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
    advisers = await _advisers(session, centre)
    draft = {} if callback_data.move else await _draft(state)
    return show(tap, screens.slots_screen(house, actor.language, found, advisers, callback_data, draft))


@counter.callback_query(OpenWho.filter())
async def who(
    tap: CallbackQuery, callback_data: OpenWho, centre: str, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    advisers = await sheet.providers(session, centre)
    return show(tap, screens.who_screen(house, actor.language, advisers, callback_data))


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
    advisers = await _advisers(session, centre)
    return show(tap, screens.days_screen(house, actor.language, found, callback_data, advisers))


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
    draft = {} if callback_data.move else await _draft(state)
    advisers = await _advisers(session, centre)
    today = local_day(now)
    return show(tap, screens.day_screen(house, actor.language, wished, found, advisers, callback_data, draft, today))


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
        return show(tap, await _moved(session, house, actor, now, centre, callback_data))
    draft = await _draft(state)
    if callback_data.draft != draft_mark(draft):
        raise OkienkoError("counter-outdated")
    if draft:
        return show(tap, await _booked(session, house, actor, state, now, centre, callback_data, draft))
    slot = await session.get(Slot, callback_data.slot)
    if slot is None or slot.centre != centre:
        raise OkienkoError("counter-outdated")
    await state.set_state(NAME)
    await state.update_data(counter={"slot": callback_data.slot, "topic": callback_data.topic})
    provider = (await screens.advisers_of(session, [slot])).get(slot.provider_id or 0)
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
    return show(message, await _booked(session, house, actor, state, now, centre, take_it, draft))


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


async def _home(session: AsyncSession, house: House, actor: Actor, now: datetime, centre: str) -> Screen:
    look = screens.wanted(centre, OpenSlots(), now)
    free = await finding.free(session, look, limit=500, now=now)
    return screens.home_screen(house, actor.language, free, await screens.advisers_of(session, free), now)


async def _begin(state: FSMContext) -> None:
    await state.set_state(LINE)
    data = await state.get_data()
    if "counter" in data:
        await state.set_data({name: value for name, value in data.items() if name != "counter"})


async def _draft(state: FSMContext) -> Draft:
    kept = (await state.get_data()).get("counter", {})
    return {name: kept[name] for name in ("name", "phone") if kept.get(name)}


async def _read(session: AsyncSession, house: House, centre: str, now: datetime, text: str) -> Typed:
    words = {
        topic: [
            word
            for language in LANGUAGES
            for word in house.texts.plain(language, "counter-topic-words", topic=topic.value).split()
        ]
        for topic in Topic
    }
    return read_line(text, now, await sheet.providers(session, centre), words)


async def _typed(
    session: AsyncSession,
    house: House,
    actor: Actor,
    state: FSMContext,
    now: datetime,
    centre: str,
    typed: Typed | str,
) -> Screen:
    """A code opens its booking; a line shows the hours it may mean, the very one first."""
    language = actor.language
    if isinstance(typed, str):
        found = await booking.by_code(session, now, centre, typed, account_id=actor.account_id)
        if found is None:
            back = way_out(house.texts, language, OpenCounter())
            return Screen(house.texts.html(language, "counter-no-code", code=typed.strip()), [back])
        assert found.id is not None
        return await screens.held_screen(
            session, house, actor, await booking.one(session, found.id, by=actor.account_id), now
        )
    draft: Draft = {"name": typed.name[: attendees.NAME_LENGTH]} if typed.name else {}
    if draft and typed.phone:
        draft["phone"] = typed.phone
    await state.set_state(LINE)
    await state.update_data(counter=draft)
    provider = typed.provider.id if typed.provider and typed.provider.id else 0
    asked = OpenSlots(topic=typed.topic.value if typed.topic else "", who=provider)
    found_slots, heading = await _hours(session, now, centre, asked, typed)
    title = house.texts.html(language, heading) if heading else None
    advisers = await _advisers(session, centre)
    return screens.slots_screen(house, language, found_slots, advisers, asked, draft, heading=title)


async def _hours(
    session: AsyncSession, now: datetime, centre: str, asked: OpenSlots, typed: Typed
) -> tuple[list[Slot], str | None]:
    """The hours that a line may mean; where that time has none, the nearest ones and a word that it is so."""
    anytime = screens.wanted(centre, asked, now)
    if typed.when is None:
        return await screens.free_hours(session, now, anytime), None
    day = local_day(typed.when.start)
    that_day = screens.wanted(centre, asked, now, day)
    if typed.hour_said:
        near = await screens.free_hours(session, now, anytime, typed.when.start)
        if exact := [slot for slot in near if slot.starts_at == typed.when.start]:
            return exact, None
        await report.not_found(session, now, that_day, hour=typed.when.wall.hour)
        return near, "counter-not-that-hour"
    if found := await screens.free_hours(session, now, that_day):
        return found, None
    await report.not_found(session, now, that_day)
    return await screens.free_hours(session, now, anytime, day_begins(day) + _NOON), "counter-not-that-day"


async def _booked(
    session: AsyncSession,
    house: House,
    actor: Actor,
    state: FSMContext,
    now: datetime,
    centre: str,
    take: TakeSlot,
    draft: Draft,
) -> Screen:
    """Write somebody down and read the code out; where the hour is gone meanwhile, say so and offer the nearest."""
    who = await attendees.caller(session, now, centre, draft["name"], draft.get("phone"))
    assert who.id is not None
    topic = take.topic if is_topic(take.topic) else await _only_topic(session, take.slot)
    try:
        done = await booking.book(session, now, take.slot, who.id, Booker(actor.account_id), topic=topic)
    except OkienkoError as error:
        if error.key not in _TAKEN:
            raise
        await session.delete(who)
        await session.flush()
        await state.set_state(LINE)
        await state.update_data(counter=draft)
        return await _instead(session, house, actor, now, centre, take, error.key, draft)
    await _begin(state)
    found = (done.booking, done.slot, who)
    return await screens.held_screen(session, house, actor, found, now, heading="counter-booked", spell=True)


async def _moved(
    session: AsyncSession, house: House, actor: Actor, now: datetime, centre: str, take: TakeSlot
) -> Screen:
    """Move a booking; where the person has something else then, ask."""
    by = actor.account_id
    try:
        await booking.move(session, now, take.move, take.slot, by=by, beside=take.beside)
    except OkienkoError as error:
        if error.key in _TAKEN:
            return await _instead(session, house, actor, now, centre, take, error.key, {})
        if error.key != "places-overlap":
            raise
        said = house.texts.plain(actor.language, error.key, **error.values)
        return screens.overlap_screen(house, actor.language, said, take)
    found: tuple[Booking, Slot, Attendee] = await booking.one(session, take.move, by=by)
    return await screens.held_screen(session, house, actor, found, now, heading="counter-moved", spell=True)


async def _instead(
    session: AsyncSession,
    house: House,
    actor: Actor,
    now: datetime,
    centre: str,
    take: TakeSlot,
    key: str,
    draft: Draft,
) -> Screen:
    """The hour is gone: why, and the nearest ones."""
    slot = await session.get(Slot, take.slot)
    topic = Topic(take.topic) if is_topic(take.topic) else None
    near = await finding.nearest(session, now, slot, screens.NEAREST, topic=topic) if slot else []
    asked = OpenSlots(topic=take.topic, move=take.move)
    heading = house.texts.html(actor.language, "counter-instead", why=house.texts.plain(actor.language, key))
    advisers = await _advisers(session, centre)
    return screens.slots_screen(house, actor.language, near, advisers, asked, draft, heading=heading)


async def _only_topic(session: AsyncSession, slot_id: int) -> str | None:
    """The topic of an adviser who has only one: it need not be asked."""
    slot = await session.get(Slot, slot_id)
    provider = await session.get(Provider, slot.provider_id) if slot and slot.provider_id else None
    return provider.topics[0] if provider and len(provider.topics) == 1 else None


async def _advisers(session: AsyncSession, centre: str) -> dict[int, Provider]:
    return {each.id: each for each in await sheet.providers(session, centre) if each.id is not None}
