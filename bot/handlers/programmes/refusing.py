"""The keepers' command and buttons for everybody else: kindly told whose they are. Nothing is shown."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.errors import OkienkoError
from bot.handlers.programmes import buttons
from bot.intake.replies import Replies

router = Router(name="no keeper")


@router.message(Command("programy", "groups", "hrupy"))
async def refused(_message: Message) -> Replies:
    raise OkienkoError("programme-refused")


@router.callback_query(buttons.OpenLedList.filter())
@router.callback_query(buttons.OpenLed.filter())
@router.callback_query(buttons.OpenCandidates.filter())
@router.callback_query(buttons.OpenCandidate.filter())
@router.callback_query(buttons.Answer.filter())
@router.callback_query(buttons.OpenMeetings.filter())
@router.callback_query(buttons.OpenMeeting.filter())
@router.callback_query(buttons.MarkPresent.filter())
@router.callback_query(buttons.Decide.filter())
@router.callback_query(buttons.MakeLink.filter())
@router.callback_query(buttons.WriteDown.filter())
@router.callback_query(buttons.StepBack.filter())
@router.callback_query(buttons.TypeProgramme.filter())
@router.callback_query(buttons.TurnDraft.filter())
async def refused_tap(_tap: CallbackQuery) -> Replies:
    raise OkienkoError("programme-refused")
