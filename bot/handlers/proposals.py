"""/nowa_karta: an organisation or a firm proposes a card by plain answers; /propozycje: an organiser decides.

The only form typed line by line so far. Its state and answers stand in the update's transaction, so a
restart loses nothing; /anuluj always works; a wrong answer is asked again. Who taps something else
meanwhile has put the form aside: what they type then is a question, and a button leads back.
"""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from aiogram import BaseMiddleware, F, Router
from aiogram.filters import BaseFilter, Command
from aiogram.fsm.context import FSMContext
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, TelegramObject
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.telling import tell
from bot.catalogue import proposals
from bot.catalogue.model import Schedule, Topic
from bot.catalogue.proposals import QUESTIONS, Draft
from bot.handlers.buttons import (
    AcceptProposal,
    AnswerTopic,
    DeclineProposal,
    LeaveForm,
    OpenProposals,
    ResumeForm,
    SendProposal,
    SkipQuestion,
    StepBack,
)
from bot.handlers.menu import House, centres_screen, home_screen
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies, Reply
from bot.people.accounts import Actor
from bot.people.roles import is_organiser
from bot.texts import LANGUAGES, Html

router = Router(name="proposals")
form = Router(name="proposal form")
rest = Router(name="proposals beside the form")
router.include_routers(form, rest)  # a router's own handlers would be asked before those of routers in it
FORM: Final = "proposal:"
"""A state is this and the question that waits for an answer."""
NEEDED: Final = ("name", "provider", "what")
SUMMARY: Final = "send"


class Filling(BaseFilter):
    """Somebody is in the middle of the form; hands on the question."""

    async def __call__(self, _event: Any, raw_state: str | None = None) -> bool | dict[str, Any]:
        if raw_state is None or not raw_state.startswith(FORM):
            return False
        return {"question": raw_state.removeprefix(FORM)}


form.message.filter(Filling())
form.callback_query.filter(Filling())
_OWN_TAPS: Final = (LeaveForm, SkipQuestion, StepBack, AnswerTopic, SendProposal, ResumeForm)


class PutAside(BaseMiddleware):
    """Whoever taps something else leaves the form: no question typed afterwards becomes an answer of it.

    The draft and its place are kept, and the screen gets a button back to them.
    """

    async def __call__(
        self, handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: Any
    ) -> Any:
        question: str | None = data.get("raw_state")
        own = isinstance(event, CallbackQuery) and (event.data or "").partition(":")[0] in {
            tap.__prefix__ for tap in _OWN_TAPS
        }
        if question is None or not question.startswith(FORM) or own:
            return await handler(event, data)
        state: FSMContext = data["state"]
        draft = (await state.get_data()).get("proposal", {})
        replies = await handler(event, data)
        now_in = await state.get_state()
        if now_in is not None and not now_in.startswith(FORM):
            return replies  # another form has begun
        await state.set_state(None)
        await state.update_data(proposal=draft, proposal_at=question.removeprefix(FORM))
        return _with_way_back(replies, data["house"], data["actor"])


def _with_way_back(replies: Replies, house: House, actor: Actor) -> list[Reply]:
    row = [button(house.texts.plain(actor.language, "proposal-button-resume"), ResumeForm())]
    found = list(replies or ())
    for at, reply in enumerate(found):
        if isinstance(reply, EditMessageText | SendMessage):
            markup = reply.reply_markup
            if markup is None or isinstance(markup, InlineKeyboardMarkup):
                rows = [*(markup.inline_keyboard if markup else ()), row]
                found[at] = reply.model_copy(update={"reply_markup": InlineKeyboardMarkup(inline_keyboard=rows)})
                return found
    text = house.texts.html(actor.language, "proposal-put-aside")
    said = SendMessage(chat_id=actor.chat_id, text=text, reply_markup=InlineKeyboardMarkup(inline_keyboard=[row]))
    return [*found, said]


@rest.message(Command("nowa_karta", "new_card", "nova_kartka"))
async def begin(message: Message, actor: Actor, house: House, state: FSMContext) -> Replies:
    """The first question, or the town where it is not known yet."""
    if actor.centre is None:
        return show(message, centres_screen(house, actor.language, "centre-where"))
    await state.set_data({"proposal": {}})  # a form is kept for longer than the last question may be
    return show(message, await _ask(house, actor, state, QUESTIONS[0]))


@rest.callback_query(ResumeForm.filter())
async def resume(tap: CallbackQuery, actor: Actor, house: House, state: FSMContext) -> Replies:
    """Back to the question at which the form was put aside."""
    data = await state.get_data()
    question = data.get("proposal_at")
    if question not in (*QUESTIONS, SUMMARY) or actor.centre is None:
        return show(tap, _over(house, actor), home_screen(house, actor))
    await state.set_data({"proposal": data.get("proposal", {})})
    return show(tap, await _ask(house, actor, state, question))


@form.message(Command("anuluj", "cancel", "skasuvaty"))
async def leave(message: Message, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.clear()
    return show(message, Screen(house.texts.html(actor.language, "proposal-left")), home_screen(house, actor))


@form.callback_query(LeaveForm.filter())
async def leave_by_button(tap: CallbackQuery, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.clear()
    return show(tap, Screen(house.texts.html(actor.language, "proposal-left")), home_screen(house, actor))


@form.message(F.text, ~F.text.startswith("/"))
async def answered(message: Message, question: str, actor: Actor, house: House, state: FSMContext) -> Replies:
    """One more answer. What cannot be understood is told by the service, and the question stands."""
    if question not in QUESTIONS or question == "topic":
        return show(message, await _ask(house, actor, state, question))
    draft = (await _draft(state)).with_answer(question, message.text or "")
    await state.update_data(proposal=asdict(draft))
    return show(message, await _ask(house, actor, state, _after(question)))


@form.callback_query(SkipQuestion.filter())
async def skipped(tap: CallbackQuery, question: str, actor: Actor, house: House, state: FSMContext) -> Replies:
    step = question if question in NEEDED or question == SUMMARY else _after(question)
    return show(tap, await _ask(house, actor, state, step))


@form.callback_query(StepBack.filter())
async def back(tap: CallbackQuery, question: str, actor: Actor, house: House, state: FSMContext) -> Replies:
    steps = [*QUESTIONS, SUMMARY]
    at = steps.index(question) if question in steps else 0
    return show(tap, await _ask(house, actor, state, steps[max(at - 1, 0)]))


@form.callback_query(AnswerTopic.filter())
async def shelf(
    tap: CallbackQuery, callback_data: AnswerTopic, actor: Actor, house: House, state: FSMContext
) -> Replies:
    draft = (await _draft(state)).with_answer("topic", callback_data.topic)
    await state.update_data(proposal=asdict(draft))
    return show(tap, await _ask(house, actor, state, SUMMARY))


@form.callback_query(SendProposal.filter())
async def send(
    tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    """Hand it in. What is still missing is asked for first."""
    draft = await _draft(state)
    if missing := draft.missing():
        return show(tap, await _ask(house, actor, state, missing[0]))
    await proposals.propose(session, now, actor.centre or "", draft, actor.account_id)
    await state.clear()
    said = Screen(house.texts.html(actor.language, "proposal-sent"), [way_out(house.texts, actor.language)])
    return show(tap, said)


@rest.message(Command("propozycje", "proposals", "propozycii"))
async def waiting(message: Message, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(message, await _list(house, actor, session))


@rest.callback_query(OpenProposals.filter())
async def waiting_again(tap: CallbackQuery, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(tap, await _list(house, actor, session))


@rest.callback_query(AcceptProposal.filter())
async def accept(
    tap: CallbackQuery,
    callback_data: AcceptProposal,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """The service checks that the person may: an organiser of that very centre."""
    title = house.texts.plain("pl", "proposal-source")
    accepted = await proposals.accept(session, now, callback_data.id, actor.account_id, title)
    await _tell(house, session, now, accepted.centre, callback_data.id, accepted.proposed_by, "proposal-told-yes")
    return show(tap, await _list(house, actor, session, "proposal-accepted"))


@rest.callback_query(DeclineProposal.filter())
async def decline(
    tap: CallbackQuery,
    callback_data: DeclineProposal,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    by = await proposals.decline(session, now, callback_data.id, actor.account_id)
    await _tell(house, session, now, actor.centre, callback_data.id, by, "proposal-told-no")
    return show(tap, await _list(house, actor, session, "proposal-declined"))


@rest.callback_query(LeaveForm.filter())
@rest.callback_query(SkipQuestion.filter())
@rest.callback_query(StepBack.filter())
@rest.callback_query(AnswerTopic.filter())
@rest.callback_query(SendProposal.filter())
async def no_form(tap: CallbackQuery, actor: Actor, house: House) -> Replies:
    """A button of a form that was sent or left long ago."""
    return show(tap, _over(house, actor), home_screen(house, actor))


def _over(house: House, actor: Actor) -> Screen:
    return Screen(house.texts.html(actor.language, "proposal-over"))


async def _draft(state: FSMContext) -> Draft:
    return Draft(**(await state.get_data()).get("proposal", {}))


def _shelf(house: House, language: str, topic: str) -> str:
    return house.texts.plain(language, f"topic-{topic}") if topic in set(Topic) else ""


def _hours(house: House, language: str, schedule: Schedule) -> str:
    days = ", ".join(house.texts.plain(language, f"day-{day.lower()}") for day in schedule.byday)
    return f"{days} {schedule.opens_at:%H:%M}–{schedule.closes_at:%H:%M}"


async def _tell(
    house: House, session: AsyncSession, now: datetime, centre: str | None, id: int, account: int | None, key: str
) -> None:
    """Owe the decision, and nothing more, to who proposed."""
    words = {language: house.texts.plain(language, key) for language in LANGUAGES}
    await tell(session, now, account, centre, f"proposal-decided:{id}", words)


def _after(question: str) -> str:
    steps = [*QUESTIONS, SUMMARY]
    return steps[steps.index(question) + 1]


async def _ask(house: House, actor: Actor, state: FSMContext, question: str) -> Screen:
    """Put a question, or show everything before it is sent."""
    await state.set_state(FORM + question)
    texts, language = house.texts, actor.language
    rows: list[Row] = []
    if question == SUMMARY:
        draft = asdict(await _draft(state))
        lines = [
            texts.html(language, "proposal-line", what=texts.plain(language, f"proposal-label-{name}"), said=said)
            for name, answer in draft.items()
            if (said := _shelf(house, language, answer) if name == "topic" else answer)
        ]
        text = Html("\n".join([texts.html(language, "proposal-summary"), "", *lines]))
        rows.append([button(texts.plain(language, "proposal-button-send"), SendProposal())])
    else:
        text = texts.html(language, f"proposal-ask-{question}")
        if question == "topic":
            shelves = [
                button(texts.plain(language, f"topic-{topic.value}"), AnswerTopic(topic=topic.value)) for topic in Topic
            ]
            rows += [shelves[i : i + 2] for i in range(0, len(shelves), 2)]
        elif question not in NEEDED:
            rows.append([button(texts.plain(language, "proposal-button-skip"), SkipQuestion())])
    back = [button(texts.plain(language, "button-back"), StepBack())] if question != QUESTIONS[0] else []
    rows.append([*back, button(texts.plain(language, "proposal-button-leave"), LeaveForm())])
    return Screen(text, rows)


async def _list(house: House, actor: Actor, session: AsyncSession, said: str | None = None) -> Screen:
    """The oldest proposal that waits, to be decided; others are told that this is the organiser's."""
    texts, language = house.texts, actor.language
    if actor.centre is None or not await is_organiser(session, actor.account_id, actor.centre):
        return Screen(texts.html(language, "proposal-for-organisers"), [way_out(texts, language)])
    found = await proposals.waiting(session, actor.centre)
    head = [texts.html(language, said), ""] if said else []
    if not found:
        return Screen(Html("\n".join([*head, texts.html(language, "proposal-none")])), [way_out(texts, language)])
    first = found[0]
    service = first.service
    lines = [texts.html(language, "proposal-waiting", count=len(found)), ""]
    for name, value in (
        ("name", service.name),
        ("provider", service.more),
        ("what", service.description),
        ("for_whom", service.eligibility),
        ("cost", service.fees_description),
        ("how", service.application_process),
    ):
        if value:
            label = texts.plain(language, f"proposal-label-{name}")
            lines.append(texts.html(language, "proposal-line", what=label, said=value.pl))
    shelves = ", ".join(_shelf(house, language, topic.value) for topic in service.topics)
    for name, said_so in (
        ("phone", ", ".join(p.number for p in service.phones)),
        ("hours", "; ".join(_hours(house, language, each) for each in service.schedules)),
        ("address", first.address or ""),
        ("topic", shelves),
    ):
        if said_so:
            label = texts.plain(language, f"proposal-label-{name}")
            lines.append(texts.html(language, "proposal-line", what=label, said=said_so))
    rows: list[Row] = [
        [button(texts.plain(language, "proposal-button-accept"), AcceptProposal(id=first.id))],
        [button(texts.plain(language, "proposal-button-decline"), DeclineProposal(id=first.id))],
        way_out(texts, language),
    ]
    return Screen(Html("\n".join([*head, *lines])), rows)
