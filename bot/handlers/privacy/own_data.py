"""/moje_dane and /usun_dane: what is kept of a person, as a list, as a file, and gone."""

from datetime import datetime
from typing import Final

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.menu import House
from bot.handlers.view import Screen, button, show, way_out
from bot.intake.replies import Replies
from bot.people import own_data
from bot.people.accounts import Actor
from bot.texts import Html

router = Router(name="own data")

_SHOWN: Final = 40
"""Kinds of things in the list; the file has all."""


class TapOwnData(CallbackData, prefix="pd"):
    """``act``: show, file, ask (before erasing), erase."""

    act: str


@router.message(Command("moje_dane", "my_data", "moi_dani"))
async def my_data(message: Message, actor: Actor, house: House, session: AsyncSession) -> Replies:
    return show(message, await _kept(house, actor, session))


@router.message(Command("usun_dane", "delete_my_data", "vydalyty_dani"))
async def delete_my_data(message: Message, actor: Actor, house: House) -> Replies:
    return show(message, _ask(house, actor))


@router.callback_query(TapOwnData.filter())
async def tapped(
    tap: CallbackQuery,
    callback_data: TapOwnData,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    match callback_data.act:
        case "file":
            await house.own_data.hand_over(session, now, actor.account_id, actor.channel, actor.chat_id)
            coming = Screen(house.texts.html(actor.language, "own-file-comes"), [way_out(house.texts, actor.language)])
            return show(tap, coming)
        case "ask":
            return show(tap, _ask(house, actor))
        case "erase":
            await own_data.erase(session, now, house.own_data.parts, actor.account_id)
            await state.clear()
            key = "own-erased-web" if actor.channel == "web" else "own-erased"
            return show(tap, Screen(house.texts.html(actor.language, key)))
    return show(tap, await _kept(house, actor, session))


async def _kept(house: House, actor: Actor, session: AsyncSession) -> Screen:
    """How many things of each sort; the things themselves are in the file, not on a lock screen."""
    texts, language = house.texts, actor.language
    found = await own_data.told(session, house.own_data.parts, actor.account_id)
    lines = [texts.html(language, f"own-part-{name}", count=len(things)) for name, things in found.items() if things]
    return Screen(
        Html(texts.html(language, "own-title") + "\n\n" + "\n".join(lines[:_SHOWN])),
        [
            [button(texts.plain(language, "own-button-file"), TapOwnData(act="file"))],
            [button(texts.plain(language, "own-button-erase"), TapOwnData(act="ask"))],
            way_out(texts, language),
        ],
    )


def _ask(house: House, actor: Actor) -> Screen:
    """What goes, what stays and why, before anything happens."""
    texts, language = house.texts, actor.language
    return Screen(
        texts.html(language, "own-ask"),
        [
            [button(texts.plain(language, "own-button-erase-yes"), TapOwnData(act="erase"))],
            [button(texts.plain(language, "own-button-show"), TapOwnData(act="show"))],
            way_out(texts, language),
        ],
    )
