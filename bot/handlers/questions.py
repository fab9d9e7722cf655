"""Anything typed in private is a question."""

from dataclasses import replace
from datetime import datetime

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue.learning import asks_again, note_unanswered
from bot.catalogue.search.intents import Aspect, Intent, follow_up_of, intent_of
from bot.handlers.buttons import ChooseCentre
from bot.handlers.card import card_screen
from bot.handlers.desk.offering import human
from bot.handlers.followups import follow_up_screen
from bot.handlers.footer import with_footer
from bot.handlers.menu import (
    House,
    centres_screen,
    choices_screen,
    fees_screen,
    home_screen,
    unknown_screen,
)
from bot.handlers.view import Screen, button, remember
from bot.handlers.ways import with_ways
from bot.handlers.wishes import wish_screen
from bot.intake.replies import Replies
from bot.people.accounts import Actor, choose_centre

router = Router(name="questions")

LONGEST_QUESTION = 2000
"""Letters of a message that are looked at; a dictated question has a few hundred."""


@router.message(F.text)
@router.edited_message(F.text)
async def question(
    message: Message, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    """Answer a question; one that comes before the town is known waits for it."""
    asked = (message.text or "")[:LONGEST_QUESTION]
    if screen := await _beside_the_catalogue(asked, actor, house, session, state, now):
        return await with_footer(message, session, actor, house, screen, now=now)
    mentioned = house.library.mentioned_centre(asked)
    if actor.centre is None and mentioned:
        await choose_centre(session, actor, mentioned)
    if actor.centre is None or house.catalogue.centre(actor.centre) is None:
        await state.update_data(question=asked)
        screen = centres_screen(house, actor.language, "centre-for-question", again=True)
        return await with_footer(message, session, actor, house, screen, now=now)
    screen = answer(house, actor, asked, now)
    before = (await state.get_data()).get("question")
    if screen.unanswered:
        await note(house, actor, session, asked, now)
    elif isinstance(before, str) and message.edit_date is None and asks_again(before, asked):
        await note(house, actor, session, before, now)  # what was answered then did not help
    await remember(state, screen)
    await state.update_data(question=asked)
    screen = await with_ways(house, actor, session, screen, now)
    if mentioned and mentioned != actor.centre:
        words = house.texts.plain(actor.language, "centre-switch", city=house.city(mentioned, actor.language))
        screen.rows.insert(0, [button(words, ChooseCentre(centre=mentioned, again=True))])
    return await with_footer(message, session, actor, house, screen, now=now)


async def _beside_the_catalogue(
    asked: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Screen | None:
    """The screen of a wish or of a follow-up to the card looked at; None for a question."""

    def known(word: str) -> bool:
        return house.library.knows(actor.centre, word)

    if intent := intent_of(asked, known):
        if intent is Intent.START_OVER:
            await state.clear()
        if intent is Intent.HUMAN:
            return await human(house, actor, session, now)
        return wish_screen(house, actor, intent, now)
    looked_at = house.catalogue.card(str((await state.get_data()).get("card")))
    aspects = follow_up_of(asked, known) if looked_at else ()
    return follow_up_screen(house.texts, looked_at, aspects, actor, now) if looked_at and aspects else None


def answer(house: House, actor: Actor, asked: str, now: datetime) -> Screen:
    """The screen that a question deserves: a card, a choice, the fees, a greeting, or an honest "not sure"."""
    centre = actor.centre
    assert centre is not None
    if follow_up_of(asked, lambda word: house.library.knows(centre, word)) == (Aspect.FEE,):
        return fees_screen(house, actor)
    found = house.library.find(centre, asked)
    ids = [hit.id for hit in found.results]
    card = house.catalogue.card(ids[0]) if ids else None
    if found.outcome == "answer" and card:
        return card_screen(house.texts, house.catalogue, card, actor, now)
    if found.outcome == "choices" and len(ids) > 1:
        return choices_screen(house, actor, ids)
    if found.outcome == "smalltalk":
        return replace(home_screen(house, actor, smalltalk=True), aside=True)
    return unknown_screen(house, actor, ids)


async def note(house: House, actor: Actor, session: AsyncSession, asked: str, now: datetime) -> None:
    """Keep a question that was not answered, without who asked. Nothing that the crisis net catches."""
    if actor.centre is not None:
        await note_unanswered(
            session,
            now,
            house.catalogue,
            actor.centre,
            actor.language,
            asked,
            who=actor.account_id,
            askers=house.askers,
            crisis=house.net.catch(asked) is not None,
        )
