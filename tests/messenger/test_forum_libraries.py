"""aiogram and python-telegram-bot as witnesses of topics, reactions and voice notes."""

import io

import pytest
from aiogram import Bot as AiogramBot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, ReactionTypeEmoji, ReplyParameters
from telegram import Bot as PtbBot
from telegram import Update
from telegram.error import BadRequest

from tests.messenger.forums import forum_of
from tests.messenger.sounds import NOTE
from tests.messenger.stand import TOKEN, Stand
from tests.messenger.test_aiogram_talks import bot_of

ALL = ["message", "edited_message", "message_reaction"]


async def test_aiogram(stand: Stand) -> None:
    anna, _, forum = await forum_of(stand)
    bot: AiogramBot = bot_of(stand)
    async with bot:
        topic = await bot.create_forum_topic(forum, "214 · pl · czeka")
        there = topic.message_thread_id
        sent = await bot.send_voice(forum, BufferedInputFile(NOTE, "v.ogg"), message_thread_id=there)
        assert sent.voice
        assert (sent.voice.duration, sent.is_topic_message, sent.chat.is_forum) == (2, True, True)
        await bot.get_updates(allowed_updates=ALL)
        await stand.people.send_text(anna, forum, "już", "k", reply_to=sent.message_id, thread_id=there)
        await stand.people.react(anna, forum, sent.message_id, "👍")
        await stand.people.send_file(anna, forum, "voice", NOTE, "v.ogg", "", None, "k2", thread_id=there)
        said, tapped, note = await bot.get_updates(allowed_updates=ALL)
        assert said.message
        assert said.message.reply_to_message
        assert said.message.reply_to_message.voice
        assert said.message.message_thread_id == there
        assert tapped.message_reaction
        assert isinstance(tapped.message_reaction.new_reaction[0], ReactionTypeEmoji)
        assert note.message
        assert note.message.voice
        fetched = await bot.download(note.message.voice)
        assert fetched is not None
        assert fetched.read() == NOTE
        assert await bot.set_message_reaction(forum, said.message.message_id, [ReactionTypeEmoji(emoji="👀")])
        reply = ReplyParameters(message_id=said.message.message_id)
        assert (await bot.send_message(forum, "x", reply_parameters=reply)).message_thread_id == there
        assert await bot.close_forum_topic(forum, there)
        assert await bot.delete_forum_topic(forum, there)
        with pytest.raises(TelegramBadRequest, match="message thread not found"):
            await bot.send_message(forum, "x", message_thread_id=there)


async def test_ptb(stand: Stand) -> None:
    anna, _, forum = await forum_of(stand)
    async with PtbBot(TOKEN, base_url=f"{stand.address}/bot", base_file_url=f"{stand.address}/file/bot") as bot:
        topic = await bot.create_forum_topic(forum, "214 · pl · czeka")
        there = topic.message_thread_id
        sent = await bot.send_voice(forum, io.BytesIO(NOTE), message_thread_id=there)
        assert sent.voice
        assert (sent.is_topic_message, sent.message_thread_id) == (True, there)
        await bot.get_updates(allowed_updates=Update.ALL_TYPES)
        await stand.people.send_text(anna, forum, "już", "k", thread_id=there)
        await stand.people.react(anna, forum, sent.message_id, "👍")
        said, tapped = (await bot.get_updates(allowed_updates=Update.ALL_TYPES))[-2:]
        assert said.message
        assert said.message.reply_to_message
        assert said.message.reply_to_message.forum_topic_created
        assert tapped.message_reaction
        assert await bot.set_message_reaction(forum, said.message.message_id, "👀")
        assert await bot.edit_forum_topic(forum, there, "214 · pl · Anna")
        assert await bot.close_forum_topic(forum, there)
        with pytest.raises(BadRequest, match=r"(?i)topic_not_modified"):
            await bot.close_forum_topic(forum, there)
        assert await bot.reopen_forum_topic(forum, there)
        assert await bot.delete_forum_topic(forum, there)
