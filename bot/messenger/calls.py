"""A Bot API call on its way: who calls, with what, and the checks that most methods begin with."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from bot.messenger import rights
from bot.messenger.exchange import BotIdentity, Change, Exchange
from bot.messenger.objects import Json
from bot.messenger.params import Params
from bot.messenger.refusals import Refusal, bad_request, forbidden
from bot.messenger.tables import Chat, Message, User


@dataclass(frozen=True)
class Call:
    """One call of a method by a bot."""

    bot: BotIdentity
    params: Params
    exchange: Exchange

    def change(self) -> AbstractAsyncContextManager[Change]:
        return self.exchange.change()

    def look(self) -> AbstractAsyncContextManager[Change]:
        return self.exchange.look()

    async def chat(self, change: Change, name: str = "chat_id") -> Chat:
        """The chat that the call names. Raises `Refusal` "chat not found"."""
        value = self.params.values.get(name)
        if value is None or value == "":
            raise bad_request(f"{name} is empty")
        try:
            chat_id = self.params.integer(name)
        except Refusal:
            chat_id = None
        room = await change.room(self.bot.id, chat_id) if chat_id else None
        if room is None:
            known = await change.session.get(User, chat_id) if chat_id and chat_id > 0 else None
            if known:
                raise forbidden("bot can't initiate conversation with a user")
            raise bad_request("chat not found")
        if room.type != "private" and await change.status(room, self.bot.id) is None:
            raise bad_request("chat not found")
        return room

    async def there(self, change: Change, room: Chat) -> None:
        """Make sure that the bot is in a group or channel. Raises `Refusal` 403, or 400 for one that moved."""
        if room.upgraded_to:
            moved = {"migrate_to_chat_id": room.upgraded_to}
            raise Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", moved)
        status = await change.status(room, self.bot.id)
        if status not in rights.PRESENT:
            fate = "was kicked from" if status == "kicked" else "is not a member of"
            raise forbidden(f"bot {fate} the {room.type} chat")

    async def allowed(self, change: Change, room: Chat, right: str, refused: str) -> None:
        """Make sure that the bot has a right there. Raises `Refusal` 400 with the words ``refused``."""
        if room.type != "private" and not rights.permitted(room, await change.member(room, self.bot.id), right):
            raise bad_request(refused)

    async def sendable(self, change: Change, room: Chat, content: Json) -> None:
        """Make sure that the bot may send such a message there. Raises `Refusal` 400 in Telegram's words."""
        if room.type == "channel":
            words = "need administrator rights in the channel chat"
            await self.allowed(change, room, "can_post_messages", words)
        else:
            right, what = rights.needed(content)
            await self.allowed(change, room, right, f"not enough rights to send {what} to the chat")

    async def open_chat(self, change: Change) -> Chat:
        """The chat, if the bot may write there now. Raises `Refusal` in Telegram's words."""
        room = await self.chat(change)
        if room.type == "private":
            user = await change.session.get(User, room.chat_id)
            if user is None or not user.active:
                raise forbidden("user is deactivated")
            if room.blocked:
                raise forbidden("bot was blocked by the user")
            if not room.started:
                raise forbidden("bot can't initiate conversation with a user")
        else:
            await self.there(change, room)
        return room

    def count(self, room: Chat, messages: int = 1) -> None:
        """Count against the sending limits. Raises `Refusal` 429."""
        assert room.id is not None
        self.exchange.windows.take(self.bot.id, room.id, group=room.type != "private", count=messages)

    async def named_message(self, change: Change, room: Chat, missing: str) -> Message:
        """The message that ``message_id`` names. Raises `Refusal` with the words ``missing``."""
        number = self.params.integer("message_id")
        if number is None:
            raise bad_request("message identifier is not specified")
        found = await self.message(change, room, number)
        if found is None:
            raise bad_request(missing)
        return found

    async def message(self, change: Change, room: Chat, number: int) -> Message | None:
        """A message by its number, whatever number is given."""
        return await change.message(room, number) if 0 < number < 2**31 else None


Method = Callable[[Call], Awaitable[Json | list[Any] | bool | int | str]]
"""Works off one call and gives its ``result``."""
