"""Who of a family comes to an event with a limit: chosen in private, booked in one go or not at all, or in line.

The group sees only how many seats are left; whatever is to be asked is asked in the private chat.
"""

from datetime import datetime

from aiogram import Router
from aiogram.methods import AnswerCallbackQuery, EditMessageReplyMarkup, SendMessage
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import event_guests, event_messages, event_reminders, event_seats, events
from bot.announcements.event_guests import ALONE, Party
from bot.announcements.events import Event
from bot.errors import OkienkoError
from bot.handlers.announcing.event_buttons import BookParty, BookPartyBeside, LeaveLine, WaitTogether, WhoComes
from bot.handlers.announcing.event_keyboards import with_the_other_rows
from bot.handlers.announcing.event_party_screens import FULL, party_screen
from bot.handlers.menu import House
from bot.handlers.view import NO_PREVIEW, Screen, show, way_out
from bot.intake.replies import Replies, Reply
from bot.people.accounts import Actor
from bot.places.booking import Booker
from bot.places.rows import Slot

router = Router(name="families at events")


async def tapped(
    tap: CallbackQuery,
    actor: Actor,
    house: House,
    session: AsyncSession,
    event: Event,
    coming: bool,
    now: datetime,
    *,
    private: bool,
) -> Replies:
    """ "Będę" under an announcement takes a seat for who tapped; who else comes is asked in private."""
    screen, said = await answer(house, actor, session, event, coming, now)
    alert = said not in ("event-noted-seat", "event-noted-no-seat")
    text = house.texts.plain(actor.language, said)
    replies: list[Reply] = [AnswerCallbackQuery(callback_query_id=tap.id, text=text, show_alert=alert)]
    if private and screen:  # which says it all
        replies = [AnswerCallbackQuery(callback_query_id=tap.id)]
    if private and isinstance(tap.message, Message):
        mine = await event_guests.mine(session, event.id or 0, actor.account_id)
        now_coming = await events.is_coming(session, event.id or 0, actor.account_id)
        ours = event_messages.private_keyboard(house.texts, actor.language, event, now_coming, mine)
        replies.append(
            EditMessageReplyMarkup(
                chat_id=tap.message.chat.id,
                message_id=tap.message.message_id,
                reply_markup=with_the_other_rows(tap.message, ours),
            )
        )
    if screen and (private or said != "event-noted-in-line"):
        replies.append(
            SendMessage(
                chat_id=actor.chat_id, text=screen.text, reply_markup=screen.markup, link_preview_options=NO_PREVIEW
            )
        )
    return replies


async def answer(
    house: House, actor: Actor, session: AsyncSession, event: Event, coming: bool, now: datetime
) -> tuple[Screen | None, str]:
    """Take the answer. What is to be asked next, if anything, and the key of what is said.

    Raises `OkienkoError` for what no question helps with: it has begun, somebody has too many bookings.
    """
    slot = await event_guests.of(session, event.id or 0)
    assert slot is not None
    assert slot.id is not None
    booker = Booker(actor.account_id, actor.channel, actor.chat_id)
    if not coming:
        await event_seats.stay_away(session, now, slot.id, booker)
        return None, "event-noted-no-seat"
    has = await event_guests.party(session, slot.id, actor.account_id)
    if has.people:
        return None, "event-noted-seat"
    refused = None
    if await event_guests.place_in_line(session, slot.id, actor.account_id) is None:
        refused = await _refusal(session, now, slot.id, booker, ALONE)
        if refused is None:
            screen = await party_screen(house, actor, session, event, await _now(session, event), now)
            return screen, "event-noted-seat"
        if refused.key not in FULL and refused.key != "places-overlap":
            raise refused
    screen = await party_screen(house, actor, session, event, slot, now, wanted=ALONE, refused=refused)
    if refused is None:
        return screen, "event-noted-in-line"
    return screen, "event-noted-full" if refused.key in FULL else "event-noted-overlap"


@router.callback_query(WhoComes.filter())
async def choose(
    tap: CallbackQuery, callback_data: WhoComes, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    event, slot = await _found(session, callback_data.id)
    if event is None or slot is None:
        return show(tap, _gone(house, actor))
    wanted = callback_data.party
    if wanted is not None:
        event_seats.refuse_wrong(wanted)
    return show(tap, await party_screen(house, actor, session, event, slot, now, wanted=wanted))


@router.callback_query(BookParty.filter())
@router.callback_query(BookPartyBeside.filter())
async def book(
    tap: CallbackQuery,
    callback_data: BookParty | BookPartyBeside,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """All of them or none. A second tap changes nothing."""
    event, slot = await _found(session, callback_data.id)
    wanted = callback_data.party
    if event is None or slot is None or slot.id is None or wanted is None:
        return show(tap, _gone(house, actor))
    event_seats.refuse_wrong(wanted)
    booker = Booker(actor.account_id, actor.channel, actor.chat_id)
    beside = isinstance(callback_data, BookPartyBeside)
    refused = await _refusal(session, now, slot.id, booker, wanted, beside=beside)
    slot = await _now(session, event)
    if refused:
        return show(tap, await party_screen(house, actor, session, event, slot, now, wanted=wanted, refused=refused))
    reminders = event_reminders.how_many(now, event.starts_at)
    said = "event-party-done-reminded" if reminders else "event-party-done"
    return show(tap, await party_screen(house, actor, session, event, slot, now, said=said))


@router.callback_query(WaitTogether.filter())
async def wait(
    tap: CallbackQuery, callback_data: WaitTogether, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Stand in line. When there is room meanwhile, that is said and can be had."""
    event, slot = await _found(session, callback_data.id)
    wanted = callback_data.party
    if event is None or slot is None or slot.id is None or wanted is None:
        return show(tap, _gone(house, actor))
    event_seats.refuse_wrong(wanted)
    booker = Booker(actor.account_id, actor.channel, actor.chat_id)
    try:
        async with session.begin_nested():
            await event_seats.wait(session, now, slot.id, booker, wanted)
    except OkienkoError as error:
        slot = await _now(session, event)
        return show(tap, await party_screen(house, actor, session, event, slot, now, wanted=wanted, refused=error))
    slot = await _now(session, event)
    return show(tap, await party_screen(house, actor, session, event, slot, now, said="event-party-waits"))


@router.callback_query(LeaveLine.filter())
async def leave_line(
    tap: CallbackQuery, callback_data: LeaveLine, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    event, slot = await _found(session, callback_data.id)
    if event is None or slot is None or slot.id is None:
        return show(tap, _gone(house, actor))
    await event_seats.leave_line(session, now, slot.id, actor.account_id)
    slot = await _now(session, event)
    return show(tap, await party_screen(house, actor, session, event, slot, now, said="event-party-left-line"))


async def _refusal(
    session: AsyncSession, now: datetime, slot_id: int, booker: Booker, wanted: Party, *, beside: bool = False
) -> OkienkoError | None:
    """Book; in a savepoint, so that what is refused leaves nothing behind and can still be answered."""
    try:
        async with session.begin_nested():
            await event_seats.come(session, now, slot_id, booker, wanted, beside=beside)
    except OkienkoError as error:
        return error
    return None


async def _found(session: AsyncSession, event_id: int) -> tuple[Event | None, Slot | None]:
    return await events.find(session, event_id), await event_guests.of(session, event_id)


async def _now(session: AsyncSession, event: Event) -> Slot:
    slot = await event_guests.of(session, event.id or 0)
    assert slot is not None
    return slot


def _gone(house: House, actor: Actor) -> Screen:
    return Screen(house.texts.html(actor.language, "event-gone"), [way_out(house.texts, actor.language)])
