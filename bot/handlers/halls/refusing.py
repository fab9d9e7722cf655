"""The keepers' buttons for everybody else: kindly told whose they are. Nothing is shown."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.errors import OkienkoError
from bot.handlers.halls import buttons
from bot.intake.replies import Replies

router = Router(name="no keeper of halls")


@router.callback_query(buttons.OpenWeek.filter())
@router.callback_query(buttons.OpenRequests.filter())
@router.callback_query(buttons.AnswerRequest.filter())
@router.callback_query(buttons.AnswerSeries.filter())
@router.callback_query(buttons.OpenOrganisations.filter())
@router.callback_query(buttons.AnswerOrganisation.filter())
@router.callback_query(buttons.OpenRules.filter())
@router.callback_query(buttons.EditHall.filter())
@router.callback_query(buttons.AddHall.filter())
async def refused_tap(_tap: CallbackQuery) -> Replies:
    raise OkienkoError("halls-refused")
