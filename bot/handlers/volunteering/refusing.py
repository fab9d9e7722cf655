"""The coordinators' commands and buttons for everybody else: kindly told whose they are. Nothing is shown."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.errors import OkienkoError
from bot.handlers.volunteering import buttons
from bot.intake.replies import Replies

router = Router(name="no coordinator")


@router.message(Command("zmiany", "shifts", "zminy", "wolontariusze", "volunteers", "volontery"))
async def refused(_message: Message) -> Replies:
    raise OkienkoError("volunteering-refused")


@router.callback_query(buttons.OpenWeek.filter())
@router.callback_query(buttons.OpenWorkShift.filter())
@router.callback_query(buttons.EditShift.filter())
@router.callback_query(buttons.MarkCame.filter())
@router.callback_query(buttons.TypeShifts.filter())
@router.callback_query(buttons.OpenShiftDraft.filter())
@router.callback_query(buttons.TurnPlan.filter())
@router.callback_query(buttons.PublishShifts.filter())
@router.callback_query(buttons.OpenVolunteers.filter())
@router.callback_query(buttons.OpenVolunteer.filter())
@router.callback_query(buttons.MarkVolunteer.filter())
async def refused_tap(_tap: CallbackQuery) -> Replies:
    raise OkienkoError("volunteering-refused")
