"""python-telegram-bot as a witness: by polling and by webhook, over HTTP."""

import asyncio
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    MessageOriginUser,
    Update,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
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
from tests.messenger.conversation import GREETING, gather, hold
from tests.messenger.pictures import FILM, PIXEL
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


class Announcer:
    """The announcing bot of `gather`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._offset = 0

    async def send_album(self, chat_id: int) -> list[int]:
        sent = await self._bot.send_media_group(chat_id, [InputMediaPhoto(PIXEL, caption="Plakat"), _film()])
        assert sent[0].caption == "Plakat"
        assert sent[1].video
        assert sent[0].media_group_id == sent[1].media_group_id
        return [message.message_id for message in sent]

    async def ask(self, chat_id: int) -> int:
        sent = await self._bot.send_poll(chat_id, "Kiedy?", ["Sobota", "Niedziela"], is_anonymous=False)
        assert sent.poll
        assert not sent.poll.is_anonymous
        return sent.message_id

    async def stop(self, chat_id: int, message_id: int) -> list[int]:
        poll = await self._bot.stop_poll(chat_id, message_id)
        assert poll.is_closed
        return [option.voter_count for option in poll.options]

    async def forward(self, chat_id: int, source: int, message_id: int) -> str:
        sent = await self._bot.forward_message(chat_id, source, message_id)
        assert isinstance(sent.forward_origin, MessageOriginUser)
        return sent.forward_origin.sender_user.first_name

    async def repeat(self, chat_id: int, source: int, ids: list[int]) -> list[int]:
        return [one.message_id for one in await self._bot.copy_messages(chat_id, source, ids)]

    async def replace(self, chat_id: int, message_id: int) -> int:
        edited = await self._bot.edit_message_media(_film(), chat_id=chat_id, message_id=message_id)
        assert isinstance(edited, Message)
        assert edited.video
        return edited.video.width

    async def pin(self, chat_id: int, message_id: int) -> None:
        await self._bot.pin_chat_message(chat_id, message_id)
        pinned = (await self._bot.get_chat(chat_id)).pinned_message
        assert pinned
        assert pinned.message_id == message_id
        await self._bot.unpin_chat_message(chat_id, message_id)

    async def refused(self, chat_id: int) -> str:
        with pytest.raises(TelegramError) as refusal:
            await self._bot.send_message(chat_id, "x")
        words = refusal.value.message.removeprefix("Forbidden: ")
        return words[:1].lower() + words[1:]

    async def moved(self, chat_id: int) -> int:
        with pytest.raises(ChatMigrated) as refusal:
            await self._bot.send_message(chat_id, "x")
        return refusal.value.new_chat_id

    async def heard(self) -> list[str]:
        updates = await self._bot.get_updates(offset=self._offset)
        self._offset = max([self._offset, *(update.update_id + 1 for update in updates)])
        return [line(update) for update in updates]


def _film() -> InputMediaVideo:
    return InputMediaVideo(FILM, filename="f.mp4")


def line(update: Update) -> str:
    """An update in few words. Written once more for the other library: it shows what each of them reads."""
    message = update.message
    if changed := update.my_chat_member:
        return f"bot {changed.old_chat_member.status} -> {changed.new_chat_member.status}"
    if update.poll:
        return "poll " + " ".join(str(option.voter_count) for option in update.poll.options)
    if answer := update.poll_answer:
        assert answer.user
        return f"chose {answer.user.first_name} {tuple(answer.option_ids)}"
    if update.channel_post:
        return f"post {update.channel_post.text}"
    assert message
    if message.new_chat_members:
        return f"joined {message.new_chat_members[0].first_name}"
    if message.migrate_to_chat_id:
        return f"moved to {message.migrate_to_chat_id}"
    if message.migrate_from_chat_id:
        return f"moved from {message.migrate_from_chat_id}"
    if message.media_group_id:
        return f"album {'photo' if message.photo else 'video'} {message.caption}"
    return f"text {message.text}"


async def test_announcing_in_groups(stand: Stand) -> None:
    async with Bot(TOKEN, base_url=f"{stand.address}/bot", base_file_url=f"{stand.address}/file/bot") as bot:
        await gather(stand, Announcer(bot))
