"""The roster's commands and buttons for everybody else: kindly told whose they are. Nothing is shown."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.errors import OkienkoError
from bot.handlers.rosters import buttons
from bot.intake.replies import Replies

router = Router(name="no roster")


@router.message(Command("grafik", "roster", "hrafik", "zamkniete", "closed", "zachyneno"))
@router.message(Command("wzor_grafiku", "roster_sample", "zrazok_hrafika"))
async def refused(_message: Message) -> Replies:
    raise OkienkoError("roster-refused")


@router.callback_query(buttons.OpenMonth.filter())
@router.callback_query(buttons.TypeRoster.filter())
@router.callback_query(buttons.MonthPaper.filter())
@router.callback_query(buttons.OpenDraft.filter())
@router.callback_query(buttons.PublishDraft.filter())
@router.callback_query(buttons.AddAdviser.filter())
@router.callback_query(buttons.ChooseDraftService.filter())
@router.callback_query(buttons.SetWhole.filter())
@router.callback_query(buttons.Closing.filter())
async def refused_tap(_tap: CallbackQuery) -> Replies:
    raise OkienkoError("roster-refused")
