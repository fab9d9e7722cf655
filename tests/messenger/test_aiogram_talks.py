"""aiogram as a witness: by polling and by webhook, over HTTP."""

import asyncio
from io import BytesIO

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.messenger.conversation import GREETING, hold
from tests.messenger.stand import TOKEN, Stand

SECRET = "only-the-messenger-knows"


def scripted(blocked: asyncio.Event) -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart(deep_link=True))
    async def greet(message: Message, command: CommandObject) -> None:
        assert command.args == "c-koszalin"
        row = [InlineKeyboardButton(text=t, callback_data=d) for t, d in (("Pomoc", "help"), ("Telefon", "phone"))]
        await message.answer(GREETING, parse_mode="HTML", reply_markup=InlineKeyboardMarkup(inline_keyboard=[row]))

    @dispatcher.callback_query(F.data == "help")
    async def pressed(query: CallbackQuery) -> None:
        await query.answer("Już.", show_alert=True)
        assert isinstance(query.message, Message)
        await query.message.edit_text(f"Wybrano: {query.data}")

    @dispatcher.message(F.photo)
    async def picture(message: Message, bot: Bot) -> None:
        assert message.photo
        data = await bot.download(message.photo[-1], destination=BytesIO())
        assert data is not None
        await message.answer_photo(BufferedInputFile(data.read(), "p.png"), caption=f"Jest: {message.caption}")

    @dispatcher.message(F.document)
    async def paper(message: Message, bot: Bot) -> None:
        assert message.document
        data = await bot.download(message.document, destination=BytesIO())
        assert data is not None
        name = message.document.file_name
        await message.answer_document(BufferedInputFile(data.read()[::-1], name or "?"))

    @dispatcher.edited_message(F.text)
    async def edited(message: Message) -> None:
        await message.reply(f"Poprawiono: {message.text}")

    @dispatcher.my_chat_member()
    async def membership(change: ChatMemberUpdated) -> None:
        if change.new_chat_member.status == "kicked":
            blocked.set()

    return dispatcher


def bot_of(stand: Stand) -> Bot:
    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(stand.address)))


async def test_by_polling(stand: Stand) -> None:
    blocked = asyncio.Event()
    dispatcher, bot = scripted(blocked), bot_of(stand)
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=5))
    try:
        await hold(stand, blocked)
    finally:
        await dispatcher.stop_polling()
        await polling


async def test_by_webhook(stand: Stand) -> None:
    blocked = asyncio.Event()
    dispatcher, bot = scripted(blocked), bot_of(stand)
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(app, "/hook")
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token=SECRET)
        await hold(stand, blocked)
        info = await bot.get_webhook_info()
        assert (info.pending_update_count, info.last_error_message) == (0, None)
    finally:
        await runner.cleanup()
        await bot.session.close()


async def test_refusals_arrive_as_its_exceptions(stand: Stand) -> None:
    anna = await stand.visitor()
    async with bot_of(stand) as bot:
        message = await bot.send_message(anna, "raz")
        with pytest.raises(TelegramBadRequest, match="message is not modified"):
            await bot.edit_message_text("raz", chat_id=anna, message_id=message.message_id)
