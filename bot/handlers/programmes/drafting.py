"""A new programme typed in one message: read back, turned by taps, opened once."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.catalogue.model import Kind
from bot.errors import OkienkoError
from bot.handlers.card import short
from bot.handlers.menu import House
from bot.handlers.programmes.buttons import OpenLed, OpenLedList, TurnDraft, TypeProgramme
from bot.handlers.programmes.closed import closed_days, skipped_line
from bot.handlers.programmes.keeping import FORM
from bot.handlers.programmes.keeping_screens import keeper_screen, led_screen
from bot.handlers.programmes.permission import leads
from bot.handlers.programmes.screens import when_lines
from bot.handlers.programmes.typed import read_programme
from bot.handlers.view import Row, Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.places.hours import local
from bot.places.programmes import keepers, making
from bot.places.programmes.rows import Programme
from bot.places.programmes.words import State
from bot.texts import Html

NEW: Final = f"{FORM}new"
LONGEST: Final = 400
_KINDS: Final = (Kind.GROUP, Kind.PLACE, Kind.ACTIVITY, Kind.SERVICE, Kind.POINT)
_NEAR: Final = 4
"""So many cards are gone through by taps."""


async def _typing(_event: Any, raw_state: str | None = None) -> bool:
    return raw_state == NEW


router = Router(name="new programmes")
router.message.filter(leads)
router.callback_query.filter(leads)


@router.callback_query(TypeProgramme.filter())
async def begin(tap: CallbackQuery, actor: Actor, house: House, state: FSMContext) -> Replies:
    await state.set_state(NEW)
    back = way_out(house.texts, actor.language, OpenLedList())
    return show(tap, Screen(house.texts.html(actor.language, "programme-ask"), [back]))


@router.message(_typing, Command("anuluj", "cancel", "skasuvaty"))
async def leave(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext
) -> Replies:
    await state.set_state(None)
    said = house.texts.html(actor.language, "programme-form-left")
    return show(message, await led_screen(house, actor, session, centre, said))


@router.message(_typing, F.text, ~F.text.startswith("/"))
async def typed(
    message: Message, centre: str, actor: Actor, house: House, session: AsyncSession, state: FSMContext, now: datetime
) -> Replies:
    """The draft, read back. With a mistake in it, one sentence, and the question stands."""
    text = message.text or ""
    if len(text) > LONGEST:
        raise OkienkoError("programme-typed-long", most=LONGEST)
    plan = read_programme(text, local(now).date(), await closed_days(house, session, centre, now))
    cards = _cards(house, centre, plan.title)
    plan = replace(plan, service=cards[0] if cards else None)
    programme = await making.draft(session, now, actor.account_id, centre, plan)
    await state.set_state(None)
    return show(message, draft_screen(house, actor, programme))


@router.callback_query(TurnDraft.filter(F.what == "open"))
async def open_(
    tap: CallbackQuery, callback_data: TurnDraft, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    """Opened once; a second tap shows it as it is."""
    programme = await making.open_(session, now, actor.account_id, callback_data.id)
    said = house.texts.html(actor.language, "programme-is-open")
    return show(tap, await keeper_screen(house, actor, session, programme, now, said))


@router.callback_query(TurnDraft.filter(F.what == "drop"))
async def drop(
    tap: CallbackQuery, callback_data: TurnDraft, centre: str, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    await making.throw_away(session, actor.account_id, callback_data.id)
    said = house.texts.html(actor.language, "programme-dropped")
    return show(tap, await led_screen(house, actor, session, centre, said))


@router.callback_query(TurnDraft.filter())
async def turn(
    tap: CallbackQuery, callback_data: TurnDraft, actor: Actor, house: House, session: AsyncSession
) -> Replies:
    what, number = callback_data.what, callback_data.id
    service: tuple[str | None] | None = None
    if what == "card":
        shown = await keepers.led(session, actor.account_id, number)
        cards: list[str | None] = [*_cards(house, shown.centre, shown.title), None]
        at = cards.index(shown.service) if shown.service in cards else -1
        service = (cards[(at + 1) % len(cards)],)
    programme = await making.turn(
        session, actor.account_id, number, way_in=what == "way", quiet=what == "quiet", service=service
    )
    return show(tap, draft_screen(house, actor, programme))


@router.callback_query(OpenLed.filter())
async def opened(
    tap: CallbackQuery,
    callback_data: OpenLed,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """A programme as its keeper sees it; a draft as it was read."""
    await state.set_state(None)
    programme = await keepers.overseen(session, actor.account_id, callback_data.id)
    if programme.state == State.DRAFT:
        await keepers.led(session, actor.account_id, callback_data.id)
        return show(tap, draft_screen(house, actor, programme))
    return show(tap, await keeper_screen(house, actor, session, programme, now))


def draft_screen(house: House, actor: Actor, programme: Programme) -> Screen:
    """What was understood, and what can be turned before it is opened."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    plan, number = making.plan_of(programme), programme.id or 0
    lines: list[str] = [line("programme-preview"), "", line("programme-title", title=programme.title)]
    lines += when_lines(house, language, programme)
    if plan.skipped:
        lines.append(skipped_line(house, language, list(plan.skipped)))
    if where := ", ".join(part for part in (plan.room, plan.place) if part):
        lines.append(line("booking-where", where=where))
    lines.append(line("programme-people-range", least=plan.least, most=plan.most))
    lines.append(line(f"programme-way-{plan.way_in}"))
    if plan.quiet:
        lines.append(line("programme-is-quiet"))
    card = house.catalogue.card(plan.service) if plan.service else None
    name = card.service.name.in_(language) if card else say("programme-no-card")
    rows: list[Row] = [
        [button(say("programme-button-open"), TurnDraft(id=number, what="open"))],
        [button(say("programme-turn-way"), TurnDraft(id=number, what="way"))],
        [
            button(
                say("programme-turn-quiet-off" if plan.quiet else "programme-turn-quiet"),
                TurnDraft(id=number, what="quiet"),
            )
        ],
        [button(short(say("programme-turn-card", name=name)), TurnDraft(id=number, what="card"))],
        [
            button(say("programme-button-again"), TypeProgramme()),
            button(say("programme-button-drop"), TurnDraft(id=number, what="drop")),
        ],
    ]
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, OpenLedList())])


def _cards(house: House, centre: str, title: str) -> list[str]:
    """The cards that a title may mean, the best first."""
    near = house.library.nearest(centre, title, 2 * _NEAR)
    found = [card for card_id in near if (card := house.catalogue.card(card_id))]
    return [card.id for card in found if card.service.kind in _KINDS][:_NEAR]
