"""Canned answers (/karta), a time for the person in the conversation, and replies that are worth being a card."""

import re
from datetime import datetime
from html import unescape
from typing import Final

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.marks import mark_of
from bot.catalogue import proposals
from bot.catalogue.catalogue import Card
from bot.catalogue.learning import masking, note_unanswered
from bot.catalogue.proposals import Draft
from bot.desk import canned, mirroring
from bot.desk.content import Content
from bot.desk.mirroring import STAFF, Incoming
from bot.desk.permission import Clerk, need_staff
from bot.desk.rows import Conversation, DeskMessage
from bot.errors import OkienkoError
from bot.handlers.card import card_text, short
from bot.handlers.desk import room_screens as screens
from bot.handlers.desk.buttons import ChooseAnswer, ProposeCard, SendAnswer
from bot.handlers.desk.permission import AtWork, InTopic
from bot.handlers.desk.room_screens import STAFF_LANGUAGE, in_topic
from bot.handlers.desk.writing import refusal, take_if_free
from bot.handlers.menu import House
from bot.handlers.view import Row, button
from bot.intake.replies import Replies
from bot.people.accounts import Actor

router = Router(name="canned answers")
router.message.filter(InTopic(), AtWork())
router.callback_query.filter(AtWork())
CARD: Final = Command("karta", "card", "kartka")
_TAG: Final = re.compile(r"<[^>]+>")
LONGEST_NAME: Final = 80


@router.message(CARD)
async def find(
    message: Message,
    command: CommandObject,
    talk: Conversation,
    clerk: Clerk,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """/karta kran: the best card as the resident would read it, and the next ones as buttons."""
    found = canned.find(house.library, talk.centre, command.args or "")
    if not found:
        return [in_topic(message, house.texts.html(STAFF_LANGUAGE, "room-no-card"))]
    try:
        await need_staff(session, clerk, talk)
    except OkienkoError as error:
        return [refusal(message, house, error)]
    text, rows = _offered(house, talk, found[0], found[1:], now)
    return [in_topic(message, text, rows)]


@router.callback_query(ChooseAnswer.filter())
async def choose(
    tap: CallbackQuery,
    callback_data: ChooseAnswer,
    clerk: Clerk,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    talk = await screens.talk_of(session, clerk, callback_data.id)
    text, rows = _offered(house, talk, _card(house, talk, callback_data.card), [], now)
    return [AnswerCallbackQuery(callback_query_id=tap.id), *screens.instead(tap, text, rows)]


@router.callback_query(SendAnswer.filter())
async def send(
    tap: CallbackQuery,
    callback_data: SendAnswer,
    clerk: Clerk,
    house: House,
    session: AsyncSession,
    now: datetime,
    channel: str,
) -> Replies:
    """It goes out like a typed reply. What was asked is counted as asked for that card, for the organiser to see."""
    talk = await screens.talk_of(session, clerk, callback_data.id)
    card = _card(house, talk, callback_data.card)
    assert tap.message is not None
    content = Content(_as_sent(house, card, talk.language, now))
    await take_if_free(talk, clerk, house, session, now)
    source = Incoming(channel, tap.message.chat.id, tap.message.message_id, content)
    answer = await mirroring.to_resident(session, now, talk, clerk, content, source)
    await _note_question(house, session, talk, now)
    said, rows = screens.answer_said(house, answer, worth=False)
    return [AnswerCallbackQuery(callback_query_id=tap.id), *screens.instead(tap, said, rows)]


@router.callback_query(ProposeCard.filter())
async def propose(
    tap: CallbackQuery,
    callback_data: ProposeCard,
    clerk: Clerk,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """A good answer becomes a proposed card: shown first, then the organiser decides under /propozycje."""
    message = await session.get(DeskMessage, callback_data.message)
    if message is None or message.who != STAFF or message.content is None:
        raise OkienkoError("desk-gone")
    talk = await screens.talk_of(session, clerk, message.conversation_id)
    draft = _draft(house, talk, str(message.content.get("text", "")))
    if callback_data.sure:
        await proposals.propose(session, now, talk.centre, draft, clerk.account_id)
        said = house.texts.plain(actor.language, "room-toast-proposed")
        text = house.texts.html(STAFF_LANGUAGE, "room-proposed", name=draft.name)
        return [AnswerCallbackQuery(callback_query_id=tap.id, text=said), *screens.instead(tap, text)]
    text = house.texts.html(STAFF_LANGUAGE, "room-propose", name=draft.name, what=draft.what)
    yes = button(
        house.texts.plain(STAFF_LANGUAGE, "room-button-propose-sure"), ProposeCard(message=message.id or 0, sure=True)
    )
    return [AnswerCallbackQuery(callback_query_id=tap.id), *screens.beside(tap, text, [[yes]])]


def _offered(house: House, talk: Conversation, card: Card, others: list[Card], now: datetime) -> tuple[str, list[Row]]:
    text = house.texts.html(STAFF_LANGUAGE, "room-answer-sure", text=_as_sent(house, card, talk.language, now)[:2400])
    number = talk.id or 0
    yes = button(house.texts.plain(STAFF_LANGUAGE, "room-button-send"), SendAnswer(id=number, card=mark_of(card.id)))
    rest = [
        [button(short(each.service.name.in_(STAFF_LANGUAGE)), ChooseAnswer(id=number, card=mark_of(each.id)))]
        for each in others
    ]
    return text, [[yes], *rest]


def _card(house: House, talk: Conversation, mark: str) -> Card:
    found = next((card for card in house.catalogue.cards(talk.centre) if mark_of(card.id) == mark), None)
    if found is None:
        raise OkienkoError("desk-gone")
    return found


def _as_sent(house: House, card: Card, language: str, now: datetime) -> str:
    """A card's words without formatting: what staff send is sent as text."""
    return unescape(_TAG.sub("", card_text(house.texts, card, language, now)))


async def _note_question(house: House, session: AsyncSession, talk: Conversation, now: datetime) -> None:
    """What the bot did not understand and a person did: masked and without who asked, for /braki."""
    asked = (talk.about or {}).get("question")
    if talk.in_danger or not isinstance(asked, str):
        return
    await note_unanswered(
        session,
        now,
        house.catalogue,
        talk.centre,
        talk.language,
        asked,
        who=talk.account_id,
        askers=house.askers,
        crisis=house.net.catch(asked) is not None,
    )


def _draft(house: House, talk: Conversation, answer: str) -> Draft:
    """The question as a name, the answer as what it is. Numbers and names of the question are masked."""
    centre = house.catalogue.centre(talk.centre)
    asked = str((talk.about or {}).get("question") or answer.split("\n")[0])
    name = masking(house.catalogue, talk.centre).mask(asked)[:LONGEST_NAME]
    draft = Draft().with_answer("name", name).with_answer("what", answer[:1000])
    draft = draft.with_answer("provider", centre.organization.name[:120] if centre else "")
    return draft.with_answer("how", house.texts.plain("pl", "room-proposal-how"))
