"""aiogram as a witness: by polling and by webhook, over HTTP."""

import asyncio
from io import BytesIO

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramMigrateToChat
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    MessageOriginUser,
    Update,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.messenger.conversation import GREETING, gather, hold
from tests.messenger.pictures import FILM, PIXEL
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


class Announcer:
    """The announcing bot of `gather`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._offset = 0

    async def send_album(self, chat_id: int) -> list[int]:
        picture = InputMediaPhoto(media=BufferedInputFile(PIXEL, "p.png"), caption="Plakat")
        film = InputMediaVideo(media=BufferedInputFile(FILM, "f.mp4"))
        sent = await self._bot.send_media_group(chat_id, [picture, film])
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
        media = InputMediaVideo(media=BufferedInputFile(FILM, "f.mp4"))
        edited = await self._bot.edit_message_media(media, chat_id=chat_id, message_id=message_id)
        assert isinstance(edited, Message)
        assert edited.video
        return edited.video.width

    async def pin(self, chat_id: int, message_id: int) -> None:
        await self._bot.pin_chat_message(chat_id, message_id)
        pinned = (await self._bot.get_chat(chat_id)).pinned_message
        assert pinned
        assert pinned.message_id == message_id
        await self._bot.unpin_chat_message(chat_id, message_id=message_id)

    async def refused(self, chat_id: int) -> str:
        with pytest.raises(TelegramAPIError) as refusal:
            await self._bot.send_message(chat_id, "x")
        return refusal.value.message.partition(": ")[2]

    async def moved(self, chat_id: int) -> int:
        with pytest.raises(TelegramMigrateToChat) as refusal:
            await self._bot.send_message(chat_id, "x")
        return refusal.value.migrate_to_chat_id

    async def heard(self) -> list[str]:
        updates = await self._bot.get_updates(offset=self._offset)
        self._offset = max([self._offset, *(update.update_id + 1 for update in updates)])
        return [line(update) for update in updates]


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
    async with bot_of(stand) as bot:
        await gather(stand, Announcer(bot))
