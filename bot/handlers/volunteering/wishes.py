"""What volunteers type: "chcę pomagać", "moje godziny", "potrzebne zaświadczenie". Whole sentences, nothing guessed."""

import re
from datetime import datetime
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import Message
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.handlers.footer import with_footer
from bot.handlers.menu import House
from bot.handlers.volunteering.hours import hours_screen, wanted_screen
from bot.handlers.volunteering.profile import start_screen
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.volunteering import profiles

router = Router(name="wishes of volunteers")

LONGEST: Final = 60
_HELP: Final = re.compile(
    r"(?:ja )?(?:też )?(?:bardzo )?(?:chcę|chce|chciałbym|chciałabym|chcialbym|chcialabym)"
    r" (?:pomagać|pomagac|(?:zostać|zostac|być|byc) wolontariusz(?:em|ką|ka))(?: innym)?"
    r"|(?:я )?хочу (?:допомагати(?: іншим)?|(?:стати|бути) волонтер(?:ом|кою))"
    r"|(?:i )?(?:want|would like) to (?:volunteer|help others|be(?:come)? a volunteer)"
)
_HOURS: Final = re.compile(r"(?:moje|ile mam) godzin[y]?|мої години|my hours")
_PAPER: Final = re.compile(
    r"(?:(?:jest )?potrzebne(?: mi)?|potrzebuję|potrzebuje|poproszę|poprosze|proszę o|prosze o)"
    r" (?:zaświadczenie|zaswiadczenie)"
    r"(?: o wolontariacie)?|(?:мені )?потрібна довідка|i need a certificate"
)


class Typed(BaseFilter):
    """Hands on ``wish``. Hours and certificates mean something to volunteers only; others ask the catalogue."""

    async def __call__(
        self, message: Message, actor: Actor, session: AsyncSession, raw_state: str | None = None
    ) -> bool | dict[str, Any]:
        text = " ".join((message.text or "").casefold().split()).strip(" .!?")
        if raw_state is not None or actor.centre is None or not 0 < len(text) <= LONGEST:
            return False
        if _HELP.fullmatch(text):
            return {"wish": "help"}
        wish = "hours" if _HOURS.fullmatch(text) else "paper" if _PAPER.fullmatch(text) else None
        if wish and await profiles.of_account(session, actor.account_id, actor.centre):
            return {"wish": wish}
        return False


@router.message(F.text, Typed())
async def typed(
    message: Message, wish: str, actor: Actor, house: House, session: AsyncSession, now: datetime
) -> Replies:
    if wish == "help":
        screen = await start_screen(house, actor, session)
    elif wish == "hours":
        screen = await hours_screen(house, actor, session)
    else:
        screen = await wanted_screen(house, actor, session, now)
    return await with_footer(message, session, actor, house, screen, now=now)
