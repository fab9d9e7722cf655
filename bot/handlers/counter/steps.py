"""What writing somebody down does between two screens: read a line, find its hours, book, move, offer the nearest."""

from datetime import datetime, timedelta
from typing import Final

from aiogram.fsm.context import FSMContext
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import OkienkoError
from bot.handlers.counter import screens
from bot.handlers.counter.buttons import OpenCounter, OpenSlots, TakeSlot
from bot.handlers.counter.screens import Draft
from bot.handlers.counter.typed import Typed, read_line
from bot.handlers.counter.wording import is_topic
from bot.handlers.menu import House
from bot.handlers.view import Screen, way_out
from bot.people.accounts import Actor
from bot.places import advisers, attendees, booking, finding, report
from bot.places.booking import Booker
from bot.places.days import day_begins
from bot.places.rows import Attendee, Booking, Provider, Slot
from bot.places.slots import SlotKind
from bot.places.topics import Topic
from bot.places.wording import local_day
from bot.texts import LANGUAGES

LINE: Final = "counter:line"
"""A typed line is read as whom to write down, if it can be."""
_NOON: Final = timedelta(hours=12)
_TAKEN: Final = ("places-full", "places-gone", "places-past")


async def home_of(session: AsyncSession, house: House, actor: Actor, now: datetime, centre: str) -> Screen:
    """Where to begin: the topics for which somebody has hours."""
    look = screens.wanted(centre, OpenSlots(), now)
    free = await finding.free(session, look, limit=500, now=now)
    return screens.home_screen(house, actor.language, free, await advisers.of_slots(session, free), now)


async def begin(state: FSMContext) -> None:
    """Ready for a line about somebody new."""
    await state.set_state(LINE)
    data = await state.get_data()
    if "counter" in data:
        await state.set_data({name: value for name, value in data.items() if name != "counter"})


async def draft_of(state: FSMContext) -> Draft:
    """Whom the last line was about, if it said."""
    kept = (await state.get_data()).get("counter", {})
    return {name: kept[name] for name in ("name", "phone") if kept.get(name)}


async def read(session: AsyncSession, house: House, centre: str, now: datetime, text: str) -> Typed:
    """A line as far as it can be read, with this centre's advisers and topics."""
    words = {
        topic: [
            word
            for language in LANGUAGES
            for word in house.texts.plain(language, "counter-topic-words", topic=topic.value).split()
        ]
        for topic in Topic
    }
    return read_line(text, now, await advisers.of_centre(session, centre), words)


async def typed_screen(
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
    theirs = await advisers_at(session, centre)
    return screens.slots_screen(house, language, found_slots, theirs, asked, draft, heading=title)


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


async def booked_screen(
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
    topic = take.topic if is_topic(take.topic) else await advisers.only_topic(session, take.slot)
    try:
        done = await booking.book(session, now, take.slot, who.id, Booker(actor.account_id), topic=topic)
    except OkienkoError as error:
        slot = await advisers.slot_at(session, centre, take.slot)
        if error.key not in _TAKEN or (slot and slot.kind == SlotKind.EVENT):  # no other one is as good
            raise
        await session.delete(who)
        await session.flush()
        await state.set_state(LINE)
        await state.update_data(counter=draft)
        return await _instead(session, house, actor, now, centre, take, error.key, draft)
    await begin(state)
    found = (done.booking, done.slot, who)
    return await screens.held_screen(session, house, actor, found, now, heading="counter-booked", spell=True)


async def moved_screen(
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
    slot = await advisers.slot_at(session, centre, take.slot)
    topic = Topic(take.topic) if is_topic(take.topic) else None
    near = await finding.nearest(session, now, slot, screens.NEAREST, topic=topic) if slot else []
    asked = OpenSlots(topic=take.topic, move=take.move)
    heading = house.texts.html(actor.language, "counter-instead", why=house.texts.plain(actor.language, key))
    theirs = await advisers_at(session, centre)
    return screens.slots_screen(house, actor.language, near, theirs, asked, draft, heading=heading)


async def advisers_at(session: AsyncSession, centre: str) -> dict[int, Provider]:
    """A centre's advisers by number."""
    return {each.id: each for each in await advisers.of_centre(session, centre) if each.id is not None}
