"""/wydarzenie: an organiser types a title, a place, a time and for how many; changes and cancels.

Everything hangs on routers whose filter asks for the role in the person's centre at every step, so that a
role taken away in between ends the form. What is typed stands in the update's transaction.
"""

from datetime import datetime, time
from functools import partial
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import NotUnderstood, event_seats, events, explain, invitations, read_back, understand
from bot.announcements.events import NewEvent, Reason, local_day
from bot.announcements.invitations import Desk
from bot.errors import OkienkoError
from bot.handlers.announcing.event_buttons import (
    AnnounceEvent,
    BeginEvent,
    CancelEvent,
    ChangeEvent,
    EventForm,
)
from bot.handlers.announcing.event_screens import (
    cancel_screen,
    drafted_screen,
    event_screen,
    events_screen,
    refused_screen,
)
from bot.handlers.announcing.permission import organises
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, show
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.texts import Html

FORM: Final = "event:"
"""A state is this and what is asked: title, place, when, seats, picture; one of the middle of an event there is."""
QUESTIONS: Final = {
    "title": "event-ask-title",
    "place": "event-ask-place",
    "when": "event-ask-when",
    "seats": "event-ask-seats",
    "picture": "event-ask-picture",
}
USUAL: Final = time(17)
"""The hour of an event for which only a day was typed."""
COMMAND: Final = Command("wydarzenie", "new_event", "nova_podiia")


class Filling(BaseFilter):
    """Somebody is in the middle of the form; hands on what is asked."""

    async def __call__(self, _event: Any, raw_state: str | None = None) -> bool | dict[str, Any]:
        if raw_state is None or not raw_state.startswith(FORM):
            return False
        return {"asked": raw_state.removeprefix(FORM)}


router = Router(name="organising events")
form = Router(name="event form")
form.message.filter(Filling(), organises)
form.callback_query.filter(Filling(), organises)
organiser = Router(name="events for the organiser")
organiser.message.filter(organises)
organiser.callback_query.filter(organises)
others = Router(name="events for others")
router.include_routers(form, organiser, others)


@organiser.message(COMMAND)
async def command(message: Message, actor: Actor, house: House, state: FSMContext) -> Replies:
    return show(message, await _begin(house, actor, state))


@organiser.callback_query(BeginEvent.filter())
async def begin(
    tap: CallbackQuery, callback_data: BeginEvent, centre: str, actor: Actor, house: House, state: FSMContext
) -> Replies:
    """A new event; with an item of the plan, its title is proposed."""
    plan = house.plans.get(centre)
    item = plan.item(callback_data.item) if plan else None
    if item is None:
        return show(tap, await _begin(house, actor, state))
    title = item.title.in_("pl")
    return show(tap, await _begin(house, actor, state, item=item.id, title=title))


@organiser.callback_query(ChangeEvent.filter(F.what.in_({"when", "place", "seats"})))
async def begin_change(
    tap: CallbackQuery,
    callback_data: ChangeEvent,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
) -> Replies:
    if await events.find(session, callback_data.id, centre) is None:
        raise OkienkoError("event-gone")
    await state.set_data({"event": {"id": callback_data.id}})
    return show(tap, await _ask(house, actor, state, callback_data.what))


@organiser.callback_query(AnnounceEvent.filter())
async def announce(
    tap: CallbackQuery,
    callback_data: AnnounceEvent,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """Lead into composing: a draft with the event's words, which asks next to whom it goes."""
    event = await events.find(session, callback_data.id, centre)
    if event is None:
        raise OkienkoError("event-gone")
    number = await invitations.draft_for_event(session, now, desk(house, actor, centre), house.texts, event)
    return show(tap, drafted_screen(house, actor, number, await invitations.words(session, house.texts, event)))


@organiser.callback_query(CancelEvent.filter())
async def cancel(
    tap: CallbackQuery,
    callback_data: CancelEvent,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    now: datetime,
) -> Replies:
    """First the question why, then it is told to those coming."""
    event = await events.find(session, callback_data.id, centre)
    if event is None:
        raise OkienkoError("event-gone")
    if callback_data.why not in set(Reason):
        return show(tap, cancel_screen(house, actor.language, event))
    event = await events.cancel(session, now, centre, callback_data.id, Reason(callback_data.why))
    return show(tap, await event_screen(house, actor, session, event, said="event-cancelled-told"))


@form.message(Command("anuluj", "cancel", "skasuvaty"))
async def leave(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    await state.clear()
    left = Screen(house.texts.html(actor.language, "event-form-left"))
    return show(message, left, await events_screen(house, actor, session, centre, now))


@form.callback_query(EventForm.filter(F.step == "leave"))
async def leave_by_button(
    tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    await state.clear()
    return show(tap, await events_screen(house, actor, session, centre, now))


@form.message(F.text, ~F.text.startswith("/"))
async def typed(
    message: Message,
    asked: str,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """One answer. What does not fit is said by the service, and the question stands."""
    said, text = await _said(state), message.text or ""
    if asked == "title":
        await _keep(state, said | {"title": events.checked_title(text)})
        return show(message, await _ask(house, actor, state, "place"))
    if asked == "place":
        place = events.checked_place(text)
        if "id" in said:
            return await _changed(message, house, actor, session, state, now, centre, place=place)
        await _keep(state, said | {"place": place})
        return show(message, await _ask(house, actor, state, "when"))
    if asked == "when":
        return show(message, await _time_typed(house, actor, state, now, text))
    if asked == "seats":
        seats = event_seats.typed(text)
        if "id" in said:
            changed = await events.limit(session, now, centre, said["id"], seats)
            await state.clear()
            return show(message, await event_screen(house, actor, session, changed, said="event-seats-changed"))
        await _keep(state, said | {"seats": seats})
        return show(message, await _ask(house, actor, state, "picture"))
    return show(message, await _ask(house, actor, state, asked))


@form.message(F.photo)
async def picture(
    message: Message,
    asked: str,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """The poster. Before it is asked for, it is not lost: the question that stands is asked again."""
    said = await _said(state)
    if "id" in said or not message.photo:
        return show(message, await _ask(house, actor, state, asked))
    await _keep(state, said | {"picture": message.photo[-1].file_id})
    if asked != "picture":
        return show(message, await _ask(house, actor, state, asked))
    return await _created(message, house, actor, session, state, now, centre)


@form.callback_query(EventForm.filter(F.step.regexp(r"^(yes|at\d+)$")))
async def yes(
    tap: CallbackQuery,
    callback_data: EventForm,
    asked: str,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """The proposed title, or the time that was read back: the one under which the button stands."""
    said = await _said(state)
    if asked == "title" and "title" in said:
        return show(tap, await _ask(house, actor, state, "place"))
    moment = datetime.fromisoformat(said["starts_at"]) if "starts_at" in said else None
    if asked == "when" and moment and callback_data.step == _yes_to(moment):
        if "id" in said:
            return await _changed(tap, house, actor, session, state, now, centre, starts_at=moment)
        return show(tap, await _ask(house, actor, state, "seats"))
    return show(tap, await _ask(house, actor, state, asked))


@form.callback_query(EventForm.filter(F.step == "skip"))
async def without_picture(
    tap: CallbackQuery,
    asked: str,
    centre: str,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    if asked != "picture":
        return show(tap, await _ask(house, actor, state, asked))
    return await _created(tap, house, actor, session, state, now, centre)


@form.callback_query(EventForm.filter(F.step == "nolimit"))
async def without_limit(tap: CallbackQuery, asked: str, actor: Actor, house: House, state: FSMContext) -> Replies:
    """For everybody who comes."""
    said = await _said(state)
    if asked != "seats" or "id" in said:
        return show(tap, await _ask(house, actor, state, asked))
    await _keep(state, said | {"seats": None})
    return show(tap, await _ask(house, actor, state, "picture"))


@organiser.callback_query(EventForm.filter())
async def no_form(
    tap: CallbackQuery, centre: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """A button of a form that was left, or sent, long ago."""
    return show(tap, await events_screen(house, actor, session, centre, now))


@others.message(COMMAND)
@others.message(Filling(), F.text, ~F.text.startswith("/"))
async def refuse(message: Message, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.clear()
    return show(message, refused_screen(house, actor))


@others.callback_query(F.data.regexp(r"^ev[nacxf](:|$)"))
async def refuse_tap(tap: CallbackQuery, actor: Actor, house: House) -> Replies:
    return show(tap, refused_screen(house, actor))


def desk(house: House, actor: Actor, centre: str) -> Desk:
    """Where the organiser composes, and the name with which the centre signs."""
    found = house.catalogue.centre(centre)
    return Desk(actor.account_id, centre, found.organization.name if found else "", actor.channel, actor.chat_id)


async def _begin(house: House, actor: Actor, state: FSMContext, **said: str) -> Screen:
    await state.set_data({"event": said})
    return await _ask(house, actor, state, "title")


async def _said(state: FSMContext) -> dict[str, Any]:
    return dict((await state.get_data()).get("event", {}))


async def _keep(state: FSMContext, said: dict[str, Any]) -> None:
    await state.update_data(event=said)


async def _ask(house: House, actor: Actor, state: FSMContext, what: str) -> Screen:
    """Put a question."""
    await state.set_state(FORM + what)
    texts, language = house.texts, actor.language
    said = await _said(state)
    rows: list[Row] = []
    text = texts.html(language, QUESTIONS[what])
    if what == "title" and "title" in said:
        text = texts.html(language, "event-ask-title-plan")
        rows.append([button(said["title"], EventForm(step="yes"))])
    if what == "seats" and "id" not in said:
        rows.append([button(texts.plain(language, "event-button-no-limit"), EventForm(step="nolimit"))])
    if what == "picture":
        rows.append([button(texts.plain(language, "event-button-no-picture"), EventForm(step="skip"))])
    rows.append([button(texts.plain(language, "event-button-leave"), EventForm(step="leave"))])
    return Screen(text, rows)


async def _time_typed(house: House, actor: Actor, state: FSMContext, now: datetime, text: str) -> Screen:
    """Read a time back and ask, or say why it is none."""
    say = partial(house.texts.plain, actor.language)
    when = understand(text, now, USUAL)
    leave_row = [button(say("event-button-leave"), EventForm(step="leave"))]
    if isinstance(when, NotUnderstood):
        return Screen(house.texts.html(actor.language, "event-said", said=explain(when, say)), [leave_row])
    if when.recurrence:
        return Screen(house.texts.html(actor.language, "event-once-only"), [leave_row])
    await _keep(state, await _said(state) | {"starts_at": when.start.isoformat()})
    back = read_back(when, say, local_day(now))
    rows = [[button(say("event-button-yes"), EventForm(step=_yes_to(when.start)))], leave_row]
    again = house.texts.html(actor.language, "event-or-type-again")
    return Screen(Html(f"{house.texts.html(actor.language, 'event-said', said=back)}\n\n{again}"), rows)


def _yes_to(moment: datetime) -> str:
    return f"at{int(moment.timestamp()) // 60}"


async def _created(
    event: Message | CallbackQuery,
    house: House,
    actor: Actor,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
    centre: str,
) -> Replies:
    """Everything is there: keep it. Residents hear of it only when it is announced."""
    said = await _said(state)
    if missing := next((name for name in ("title", "place") if name not in said), None):
        return show(event, await _ask(house, actor, state, missing))
    moment = datetime.fromisoformat(said["starts_at"]) if "starts_at" in said else now
    if moment <= now:  # it was typed long ago
        return show(event, await _ask(house, actor, state, "when"))
    new = NewEvent(
        title=said["title"],
        place=said["place"],
        starts_at=moment,
        picture=said.get("picture"),
        picture_channel=actor.channel if "picture" in said else None,
        plan_item=said.get("item"),
        seats=said.get("seats"),
    )
    made = await events.create(session, now, centre, actor.account_id, new)
    await state.clear()
    return show(event, await event_screen(house, actor, session, made, said="event-created"))


async def _changed(
    event: Message | CallbackQuery,
    house: House,
    actor: Actor,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
    centre: str,
    *,
    starts_at: datetime | None = None,
    place: str | None = None,
) -> Replies:
    number = (await _said(state))["id"]
    changed = await events.change(session, now, centre, number, starts_at=starts_at, place=place)
    await state.clear()
    return show(event, await event_screen(house, actor, session, changed, said="event-changed-told"))
