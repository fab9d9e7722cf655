"""The first meeting: /start with or without a deep link, and the commands."""

from datetime import datetime
from typing import Final

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import BotCommand, Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.card import card_screen, gone_screen
from bot.handlers.footer import with_footer
from bot.handlers.menu import House, centres_screen, help_screen, home_screen, languages_screen, privacy_screen
from bot.handlers.staff import with_staff
from bot.handlers.view import remember, show
from bot.handlers.ways import with_ways
from bot.intake.replies import Replies
from bot.people.accounts import Actor, choose_centre
from bot.texts import Texts

router = Router(name="beginning")

COMMANDS: Final = ("start", "zapisy", "moje", "zajecia", "pomagam", "pomoc", "jezyk", "centrum", "prywatnosc")
"""In the messenger's command list, in this order. The words are Polish in every language: they
stand on posters. Each has English and Ukrainian twins that work too."""


def command_list(texts: Texts, language: str) -> list[BotCommand]:
    """The commands with their explanations in a language."""
    return [BotCommand(command=name, description=texts.plain(language, f"command-{name}")) for name in COMMANDS]


@router.message(CommandStart())
async def start(
    message: Message,
    command: CommandObject,
    actor: Actor,
    house: House,
    session: AsyncSession,
    state: FSMContext,
    now: datetime,
) -> Replies:
    """/start; with ``c-<centre>`` or ``k-<centre>__<slug>`` from a poster, straight there."""
    await state.clear()
    kind, _, rest = (command.args or "").partition("-")
    centre, _, slug = rest.partition("__")
    known = kind in ("c", "k") and house.catalogue.centre(centre) is not None
    if known and actor.centre != centre:
        await choose_centre(session, actor, centre)
    if known and kind == "k":
        card = house.catalogue.card(f"{centre}/{slug}")
        screen = (
            card_screen(house.texts, house.catalogue, card, actor, now)
            if card
            else gone_screen(house.texts, actor.language)
        )
        await remember(state, screen)
        screen = await with_ways(house, actor, session, screen, now)
    else:
        screen = await with_staff(house, actor, session, home_screen(house, actor, greeting=True))
    return await with_footer(message, session, actor, house, screen, now=now)


@router.message(Command("pomoc", "help", "dopomoha"))
async def help_(message: Message, actor: Actor, house: House) -> Replies:
    return show(message, help_screen(house, actor))


@router.message(Command("jezyk", "language", "mova"))
async def language(message: Message, actor: Actor, house: House) -> Replies:
    return show(message, languages_screen(house, actor.language))


@router.message(Command("centrum", "centre", "misto"))
async def centre(message: Message, actor: Actor, house: House) -> Replies:
    return show(
        message, centres_screen(house, actor.language, "centre-where", again=True, way=actor.centre is not None)
    )


@router.message(Command("prywatnosc", "privacy", "pryvatnist"))
async def privacy(message: Message, actor: Actor, house: House) -> Replies:
    return show(message, privacy_screen(house, actor))
