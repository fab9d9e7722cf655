"""Too many messages at once get one sentence, then silence. Asked after the crisis net, which always answers."""

from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.filters import BaseFilter
from aiogram.types import Message

from bot.handlers.menu import House
from bot.handlers.view import Screen, show
from bot.intake.replies import Replies
from bot.people.accounts import Actor
from bot.people.flood import Pace

router = Router(name="flood")


class TooMuch(BaseFilter):
    """Counts a message; hands on ``pace`` when it is one too many."""

    async def __call__(self, _message: Message, house: House, actor: Actor, now: datetime) -> bool | dict[str, Any]:
        pace = house.flood.pace(actor.account_id, now)
        return {"pace": pace} if pace is not Pace.FINE else False


@router.message(TooMuch())
async def slow_down(message: Message, pace: Pace, actor: Actor, house: House) -> Replies:
    if pace is Pace.SILENCE:
        return []
    return show(message, Screen(house.texts.html(actor.language, "flood-slow-down")))
