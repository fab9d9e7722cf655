"""python-telegram-bot as a witness: by polling and by webhook, over HTTP."""

import asyncio
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Forbidden, RetryAfter
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.clock import SteppedClock
from bot.messenger import Limits
from bot.storage import Database
from tests.messenger import specification
from tests.messenger.conversation import GREETING, hold
from tests.messenger.stand import BOT_ID, TOKEN, Stand, served, stand_of

SECRET = "only-the-messenger-knows"
Context = ContextTypes.DEFAULT_TYPE


def scripted(
    stand: Stand, blocked: asyncio.Event, *, webhook: bool = False
) -> "Application[Any, Any, Any, Any, Any, Any]":
    async def greet(update: Update, context: Context) -> None:
        assert context.args == ["c-koszalin"]
        assert update.message
        row = [InlineKeyboardButton(t, callback_data=d) for t, d in (("Pomoc", "help"), ("Telefon", "phone"))]
        await update.message.reply_html(GREETING, reply_markup=InlineKeyboardMarkup([row]))

    async def pressed(update: Update, context: Context) -> None:
        query = update.callback_query
        assert query
        await query.answer("Już.", show_alert=True)
        await query.edit_message_text(f"Wybrano: {query.data}")

    async def picture(update: Update, context: Context) -> None:
        message = update.message
        assert message
        file = await message.photo[-1].get_file()
        await message.reply_photo(bytes(await file.download_as_bytearray()), caption=f"Jest: {message.caption}")

    async def paper(update: Update, context: Context) -> None:
        message = update.message
        assert message
        assert message.document
        file = await message.document.get_file()
        data = bytes(await file.download_as_bytearray())
        await message.reply_document(data[::-1], filename=message.document.file_name)

    async def edited(update: Update, context: Context) -> None:
        message = update.edited_message
        assert message
        await message.reply_text(f"Poprawiono: {message.text}", do_quote=True)

    async def membership(update: Update, context: Context) -> None:
        assert update.my_chat_member
        if update.my_chat_member.new_chat_member.status == "kicked":
            blocked.set()

    builder = Application.builder().token(TOKEN)
    builder = builder.base_url(f"{stand.address}/bot").base_file_url(f"{stand.address}/file/bot")
    app = (builder.updater(None) if webhook else builder).build()
    app.add_handler(CommandHandler("start", greet))
    app.add_handler(CallbackQueryHandler(pressed))
    app.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, edited))
    app.add_handler(MessageHandler(filters.PHOTO, picture))
    app.add_handler(MessageHandler(filters.Document.ALL, paper))
    app.add_handler(ChatMemberHandler(membership, ChatMemberHandler.MY_CHAT_MEMBER))
    return app


async def test_by_polling(stand: Stand) -> None:
    blocked = asyncio.Event()
    app = scripted(stand, blocked)
    async with app:
        await app.start()
        assert app.updater
        await app.updater.start_polling(timeout=5)
        try:
            await hold(stand, blocked)
        finally:
            await app.updater.stop()
            await app.stop()


async def test_by_webhook(stand: Stand) -> None:
    """With a web server of one's own, as its documentation shows for other frameworks."""
    blocked = asyncio.Event()
    app = scripted(stand, blocked, webhook=True)
    posted: list[dict[str, Any]] = []

    async def hook(request: Request) -> Response:
        if request.headers.get("x-telegram-bot-api-secret-token") != SECRET:
            return Response(status_code=403)
        posted.append(await request.json())
        await app.update_queue.put(Update.de_json(posted[-1], app.bot))
        return Response()

    async with app, served(Starlette(routes=[Route("/hook", hook, methods=["POST"])])) as address:
        await app.start()
        await app.bot.set_webhook(f"{address}/hook", secret_token=SECRET, allowed_updates=Update.ALL_TYPES)
        await hold(stand, blocked)
        await app.bot.delete_webhook()
        await app.stop()
    assert [update["update_id"] for update in posted] == list(range(1, len(posted) + 1))
    if specification.present():
        assert not [problem for update in posted for problem in specification.problems_of_update(update)]


async def test_refusals_arrive_as_its_exceptions(database: Database, clock: SteppedClock) -> None:
    async with stand_of(database, clock, limits=Limits()) as stand:
        anna = await stand.visitor()
        app = scripted(stand, asyncio.Event(), webhook=True)
        async with app:
            await app.bot.send_message(anna, "raz")
            with pytest.raises(RetryAfter) as wait:
                await app.bot.send_message(anna, "dwa")
            assert wait.value.retry_after.total_seconds() == 1  # type: ignore[union-attr]
            with pytest.raises(BadRequest, match="Chat not found"):
                await app.bot.send_message(5, "trzy")
            await stand.people.block(anna, BOT_ID)
            with pytest.raises(Forbidden, match="bot was blocked by the user"):
                await app.bot.send_message(anna, "cztery")
