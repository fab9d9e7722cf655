"""/ogloszenie: sent as to a friend, then to whom, when, a last look, and one button that sends."""

from collections.abc import Collection
from datetime import date, datetime
from functools import partial
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.methods import AnswerCallbackQuery, SendMessage
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import announcements, audiences, communities, composing, notices
from bot.announcements.announcements import Stage
from bot.announcements.communities import Standing
from bot.announcements.content import Content
from bot.announcements.marks import mark_of
from bot.announcements.read_back import explain, read_back
from bot.announcements.rule import DaysOff
from bot.announcements.when import When, understand
from bot.clock import WARSAW
from bot.handlers.announcing import composing_screens as screens
from bot.handlers.announcing.buttons import Compose, Item, NewAnnouncement
from bot.handlers.announcing.listing import SAID, item_screen, on_card
from bot.handlers.announcing.permission import organises
from bot.handlers.announcing.taking_in import SENT_BY_PEOPLE, as_arguments, as_reply, taken_in
from bot.handlers.menu import House, home_screen
from bot.handlers.view import Screen, button, show
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.texts import LANGUAGES

COMMAND = Command("ogloszenie", "announce", "oholoshennia")
CONTENT, WHOM, WHEN = "announce:content", "announce:whom", "announce:when"

router = Router(name="composing")
router.callback_query.filter(F.data.regexp(r"^(ac:|an$)"), organises)


def _in(*states: str) -> Any:
    return lambda _message, raw_state: raw_state in states


def _album_of_draft(message: Message, actor: Actor) -> bool:
    """The next message of the album with which the draft began."""
    return message.media_group_id is not None and actor.dialogue_data.get("album") == message.media_group_id


@router.message(COMMAND, organises)
async def command(message: Message, centre: str, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.clear()
    await state.set_state(CONTENT)
    return show(message, screens.what_screen(house, actor, centre))


@router.callback_query(NewAnnouncement.filter())
async def begin(tap: CallbackQuery, centre: str, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.clear()
    await state.set_state(CONTENT)
    return show(tap, screens.what_screen(house, actor, centre))


@router.message(Command("anuluj", "cancel", "skasuvaty"), _in(CONTENT, WHOM, WHEN))
async def cancel(message: Message, actor: Actor, house: House, state: FSMContext) -> Replies:
    """Stop composing; a draft stays on the list of announcements."""
    await state.clear()
    return show(message, Screen(house.texts.html(actor.language, "announce-cancelled")), home_screen(house, actor))


@router.message(_album_of_draft, organises)
async def more_of_album(
    message: Message, actor: Actor, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    """An album comes as one message for each picture; only the first is answered."""
    number = int((await state.get_data())["announcement"])
    await composing.add_piece(session, now, actor.account_id, number, taken_in(message, ""))
    return []


@router.message(_in(CONTENT), ~F.text.startswith("/"), organises)
async def content(
    message: Message,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    channel: str,
    now: datetime,
) -> Replies:
    """What is to be said: becomes a draft, or the new words of one."""
    found = house.catalogue.centre(centre)
    given = taken_in(message, found.organization.name if found else "")
    number = (await state.get_data()).get("announcement")
    if number is None:
        draft = await composing.draft(session, now, actor.account_id, centre, channel, actor.chat_id, given)
    else:
        draft = await composing.replace_content(session, now, actor.account_id, int(number), given)
    await state.set_state(WHOM)
    await state.set_data({"announcement": draft.id, **({"album": given.album} if given.album else {})})
    if screens.ready(draft):  # only the words were changed
        return [*_preview(draft, actor), *show(message, await _last_look(house, actor, session, draft, now))]
    return show(message, await _audiences(house, actor, session, draft))


@router.message(_in(WHEN), F.text, ~F.text.startswith("/"), organises)
async def when(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    """A time as people write it, read back and asked."""
    number = int((await state.get_data())["announcement"])
    found = understand((message.text or "")[:200], now)
    if not isinstance(found, When):
        why = explain(found, partial(house.texts.plain, actor.language))
        return show(message, screens.when_screen(house, actor, number, why))
    await composing.set_when(session, now, actor.account_id, number, found)
    return show(message, await _said_back(house, actor, session, centre, number, found, now))


@router.message(_in(WHEN), ~F.text, organises)
async def when_in_words(message: Message, actor: Actor, house: House, state: FSMContext) -> Replies:
    """A picture or a voice message where a time was asked for: nothing is lost, and it is said what to do."""
    if message.content_type not in SENT_BY_PEOPLE:
        return []
    number = int((await state.get_data())["announcement"])
    said = house.texts.plain(actor.language, "announce-when-words")
    return show(message, screens.when_screen(house, actor, number, said))


@router.callback_query(Compose.filter())
async def step(
    tap: CallbackQuery,
    callback_data: Compose,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """One tap of composing; the service asks for role, centre and draft each time."""
    number, me = callback_data.id, actor.account_id
    if callback_data.step == "send":
        return await _send(tap, actor, house, session, state, number, now)
    draft = await composing.own_draft(session, me, number)
    data = {"announcement": number}
    match callback_data.step:
        case "pick":
            for choice in await audiences.choices(session, draft.centre):
                if mark_of(choice.key) == callback_data.mark:
                    draft = await composing.toggle(session, now, me, number, choice.key)
            return show(tap, await _audiences(house, actor, session, draft))
        case "whom":
            return show(tap, await _audiences(house, actor, session, draft))
        case "when":
            await state.set_state(WHEN)
            await state.set_data(data)
            return show(tap, screens.when_screen(house, actor, number))
        case "days" if callback_data.mark in set(DaysOff):
            draft = await composing.set_days_off(session, now, me, number, DaysOff(callback_data.mark))
            when = announcements.when_of(draft, await days_closed(house, session, draft.centre))
            assert when
            return show(tap, await _said_back(house, actor, session, draft.centre, number, when, now))
        case "now":
            draft = await composing.set_when(session, now, me, number, None)
        case "text":
            await state.set_state(CONTENT)
            await state.set_data(data)
            return show(tap, screens.again_screen(house, actor, draft))
        case "test":
            then = as_arguments(await _last_look(house, actor, session, draft, now))
            await notices.test_send(session, now, me, number, actor.channel, actor.chat_id, then)
            return show(tap, Screen(house.texts.html(actor.language, "announce-test-sent")))
        case "drop":
            await composing.discard(session, me, number)
            await state.clear()
            return show(tap, Screen(house.texts.html(actor.language, "announce-dropped")), home_screen(house, actor))
    await state.set_state(WHOM)
    await state.set_data(data)
    screen = await _last_look(house, actor, session, draft, now)
    markup = InlineKeyboardMarkup(inline_keyboard=screen.rows)
    return [
        AnswerCallbackQuery(callback_query_id=tap.id),
        *_preview(draft, actor),
        SendMessage(chat_id=actor.chat_id, text=screen.text, reply_markup=markup),
    ]


async def _send(
    tap: CallbackQuery,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    number: int,
    now: datetime,
) -> Replies:
    """The one button that sends; pressed twice, or by two, it sends once."""
    announcement = await announcements.own(session, actor.account_id, number)
    limit = second_yes_from(house, announcement.centre)
    was = announcement.state
    closed = on_card(house, announcement.centre)
    stage = await announcements.confirm(session, now, actor.account_id, number, second_yes_from=limit, closed=closed)
    await state.clear()
    if stage == Stage.WAITING and was == Stage.DRAFT:
        asked = {language: _question(house, language, announcement) for language in LANGUAGES}
        mark = f"yes:{announcement.revision}:{now.timestamp()}"
        await notices.tell_others(session, now, announcement, actor.account_id, mark, asked)
    key = SAID[stage] if was == Stage.DRAFT else "announce-sent-before"
    note = house.texts.html(actor.language, key)
    return show(tap, await item_screen(house, actor, session, number, now, note=note))


def second_yes_from(house: House, centre: str) -> int | None:
    """From so many messages on the centre wants another organiser's yes; None: never."""
    found = house.catalogue.centre(centre)
    return found.organization.second_yes_from if found else None


async def days_closed(house: House, session: AsyncSession, centre: str) -> Collection[date]:
    """All the days on which a centre is closed beside weekends and public holidays."""
    return await announcements.closed_days(session, centre, also=on_card(house, centre))


def _question(house: House, language: str, announcement: Any) -> dict[str, Any]:
    title = Content.read(announcement.content).title or "…"
    label = house.texts.plain(language, "announce-button-open")
    row = [button(label, Item(id=announcement.id, act="open")).model_dump(mode="json", exclude_none=True)]
    return {
        "text": house.texts.html(language, "announce-asks-second", title=title),
        "parse_mode": "HTML",
        "reply_markup": {"inline_keyboard": [row]},
    }


def _preview(draft: Any, actor: Actor) -> Replies:
    return [as_reply(Content.read(draft.content), actor.chat_id)]


async def _audiences(house: House, actor: Actor, session: AsyncSession, draft: Any) -> Screen:
    unwritable = [
        one.name
        for one in await communities.of_centre(session, draft.centre)
        if one.state != Standing.ACTIVE and not one.self_help
    ]
    return screens.audiences_screen(house, actor, draft, await audiences.choices(session, draft.centre), unwritable)


async def _last_look(house: House, actor: Actor, session: AsyncSession, draft: Any, now: datetime) -> Screen:
    reach = await audiences.reach(session, draft.centre, draft.audiences)
    limit = second_yes_from(house, draft.centre)
    second = limit is not None and reach.messages >= limit
    closed = await days_closed(house, session, draft.centre)
    return screens.last_look_screen(house, actor, draft, reach, now, second=second, closed=closed)


async def _said_back(
    house: House, actor: Actor, session: AsyncSession, centre: str, number: int, when: When, now: datetime
) -> Screen:
    """What was understood, and the question whether it is right."""
    closed = await days_closed(house, session, centre)
    said = read_back(when, partial(house.texts.plain, actor.language), now.astimezone(WARSAW).date(), closed=closed)
    return screens.when_screen(house, actor, number, said, understood=when)
