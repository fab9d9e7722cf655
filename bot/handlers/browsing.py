"""Taps: menu, shelves, cards, centre, language, notice, person. Each works on any old message."""

from datetime import datetime

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.buttons import (
    ChooseCentre,
    ChooseLanguage,
    OpenCard,
    OpenCentres,
    OpenFee,
    OpenHuman,
    OpenLanguages,
    OpenMenu,
    OpenPrivacy,
    OpenShare,
    OpenTopic,
    SendPhones,
    SendPlaces,
)
from bot.handlers.card import card_screen, fee_screen, gone_screen
from bot.handlers.desk.offering import human as human_way
from bot.handlers.footer import with_footer
from bot.handlers.menu import (
    House,
    centres_screen,
    home_screen,
    languages_screen,
    privacy_screen,
    topic_screen,
)
from bot.handlers.questions import answer, note
from bot.handlers.sharing import contacts, pins, share_screen
from bot.handlers.staff import with_staff
from bot.handlers.view import remember, show
from bot.handlers.ways import with_ways
from bot.intake.replies import Replies
from bot.people.accounts import Actor, choose_centre, choose_language

router = Router(name="browsing")
forged = Router(name="buttons nobody made")
last = Router(name="buttons nobody knows")


@router.callback_query(OpenMenu.filter())
async def menu(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession, state: FSMContext) -> Replies:
    await state.clear()
    return show(tap, await with_staff(house, actor, session, home_screen(house, actor)))


@router.callback_query(OpenTopic.filter())
async def topic(tap: CallbackQuery, callback_data: OpenTopic, actor: Actor, house: House) -> Replies:
    return show(tap, topic_screen(house, actor, callback_data.topic))


@router.callback_query(OpenCard.filter())
async def card(
    tap: CallbackQuery,
    callback_data: OpenCard,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    found = house.catalogue.card(callback_data.id)
    if found is None:
        return show(tap, gone_screen(house.texts, actor.language))
    screen = card_screen(house.texts, house.catalogue, found, actor, now, callback_data.back)
    await remember(state, screen)
    screen = await with_ways(house, actor, session, screen, now)
    return show(tap, screen)


@router.callback_query(OpenFee.filter())
async def fee(tap: CallbackQuery, callback_data: OpenFee, actor: Actor, house: House) -> Replies:
    found = house.catalogue.card(callback_data.id)
    if found is None or found.fee is None:
        return show(tap, gone_screen(house.texts, actor.language))
    return show(tap, fee_screen(house.texts, found, actor.language, callback_data.back))


@router.callback_query(OpenShare.filter())
async def share(tap: CallbackQuery, callback_data: OpenShare, actor: Actor, house: House, username: str) -> Replies:
    found = house.catalogue.card(callback_data.id)
    if found is None:
        return show(tap, gone_screen(house.texts, actor.language))
    return show(tap, share_screen(house.texts, found, actor, username, callback_data.back))


@router.callback_query(SendPhones.filter())
async def phones(tap: CallbackQuery, callback_data: SendPhones, actor: Actor, house: House) -> Replies:
    """The numbers come as messages of their own; the card stays where it is."""
    found = house.catalogue.card(callback_data.id)
    sent = contacts(house.texts, found, actor.language, actor.chat_id) if found else []
    if not sent:
        return show(tap, gone_screen(house.texts, actor.language))
    return [AnswerCallbackQuery(callback_query_id=tap.id), *sent]


@router.callback_query(SendPlaces.filter())
async def places(tap: CallbackQuery, callback_data: SendPlaces, actor: Actor, house: House) -> Replies:
    found = house.catalogue.card(callback_data.id)
    sent = pins(house.texts, found, actor.language, actor.chat_id) if found else []
    if not sent:
        return show(tap, gone_screen(house.texts, actor.language))
    return [AnswerCallbackQuery(callback_query_id=tap.id), *sent]


@router.callback_query(OpenCentres.filter())
async def centres(tap: CallbackQuery, actor: Actor, house: House) -> Replies:
    return show(tap, centres_screen(house, actor.language, "centre-where", again=True, way=actor.centre is not None))


@router.callback_query(ChooseCentre.filter())
async def centre(
    tap: CallbackQuery,
    callback_data: ChooseCentre,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Switch the centre; a question that was asked is answered there at once."""
    if house.catalogue.centre(callback_data.centre) is None:
        return show(tap, centres_screen(house, actor.language, "centre-gone"))
    waiting = callback_data.again or actor.centre is None
    await choose_centre(session, actor, callback_data.centre)
    asked = (await state.get_data()).get("question") if waiting else None
    screen = answer(house, actor, asked, now) if isinstance(asked, str) else home_screen(house, actor)
    if screen.unanswered and isinstance(asked, str):
        await note(house, actor, session, asked, now)
    await remember(state, screen)
    screen = await with_ways(house, actor, session, screen, now)
    return await with_footer(tap, session, actor, house, screen, now=now)


@router.callback_query(OpenLanguages.filter())
async def languages(tap: CallbackQuery, actor: Actor, house: House) -> Replies:
    return show(tap, languages_screen(house, actor.language))


@router.callback_query(ChooseLanguage.filter())
async def language(
    tap: CallbackQuery,
    callback_data: ChooseLanguage,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """Switch the language; what was asked is said again in it."""
    if callback_data.language in ("pl", "uk", "en"):
        await choose_language(session, actor, callback_data.language)
    asked = (await state.get_data()).get("question")
    if isinstance(asked, str):
        if actor.centre is None:
            return show(tap, centres_screen(house, actor.language, "centre-for-question", again=True))
        screen = answer(house, actor, asked, now)
        await remember(state, screen)
        return show(tap, await with_ways(house, actor, session, screen, now))
    return show(tap, home_screen(house, actor))


@router.callback_query(OpenPrivacy.filter())
async def privacy(tap: CallbackQuery, actor: Actor, house: House) -> Replies:
    return show(tap, privacy_screen(house, actor))


@router.callback_query(OpenHuman.filter())
async def human(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession, now: datetime) -> Replies:
    return show(tap, await human_way(house, actor, session, now))


@forged.callback_query(F.data.regexp(r"\d{19}", mode="search"))  # no row has such a number, no database holds it
@last.callback_query()
async def unknown_button(tap: CallbackQuery, actor: Actor, house: House) -> Replies:
    """A button of an older Okienko, or a forged one: say so and show the way."""
    words = house.texts.plain(actor.language, "button-outdated")
    _, *rest = show(tap, home_screen(house, actor))
    return [AnswerCallbackQuery(callback_query_id=tap.id, text=words, show_alert=True), *rest]
