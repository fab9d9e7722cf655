"""People who talk to the bot in tests: real updates in, the bot's requests out."""

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import Chat, Message

from bot.intake.journey import Intake
from bot.intake.sending import Sender

BOT_ID = 42
Refuse = Callable[[TelegramMethod[Any]], Exception | None]


class Recorder(BaseSession):
    """A Bot API server that says yes, and remembers what was asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.requests: list[TelegramMethod[Any]] = []
        self.refuse: Refuse = lambda _method: None
        self._ids = count(1000)

    async def make_request(  # the signature is aiogram's
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> Any:
        if error := self.refuse(method):
            raise error
        self.requests.append(method)
        if isinstance(method, SendMessage):
            chat = Chat(id=int(method.chat_id), type="private")
            return Message(message_id=next(self._ids), date=datetime.now(UTC), chat=chat, text=method.text)
        return True

    async def stream_content(self, *args: Any, **kwargs: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    async def close(self) -> None:
        """Nothing is open."""


@dataclass
class Stage:
    """The bot as tests see it."""

    intake: Intake
    sender: Sender
    recorder: Recorder
    library: Any = None
    update_ids: Any = field(default_factory=lambda: count(1))

    async def deliver(self, channel: str = "telegram", **event: Any) -> list[TelegramMethod[Any]]:
        """One update in; everything that left because of it."""
        before = len(self.recorder.requests)
        await self.intake.receive(channel, {"update_id": next(self.update_ids), **event})
        await self.sender.settled()
        return self.recorder.requests[before:]


@dataclass
class Person:
    """Somebody in a private chat."""

    stage: Stage
    id: int
    language: str = "pl"
    channel: str = "telegram"
    screen: EditMessageText | SendMessage | None = None
    """The last message with buttons."""

    @property
    def user(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, "first_name": "Osoba", "language_code": self.language}

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.id, "type": "private", "first_name": "Osoba"}

    async def says(self, text: str, **more: Any) -> list[str]:
        """Type a text; the texts that come back."""
        return await self.sends(text=text, **more)

    async def sends(self, **content: Any) -> list[str]:
        """Send any content."""
        text = content.get("text", "")
        if text.startswith("/"):
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        message = {"message_id": 1, "date": 1_700_000_000, "chat": self.chat, "from": self.user, **content}
        return self._look(await self.stage.deliver(self.channel, message=message))

    async def taps(self, words: str) -> list[str]:
        """Tap the button of the last screen whose label has these words."""
        assert self.screen is not None
        buttons = [button for row in self.screen.reply_markup.inline_keyboard for button in row]
        found = next((b for b in buttons if words in b.text), None)
        assert found is not None, f"no button {words!r} among {[b.text for b in buttons]}"
        return await self.presses(found.callback_data)

    async def presses(self, data: str | None) -> list[str]:
        """Send a callback with this data."""
        message = {
            "message_id": 7,
            "date": 1_700_000_000,
            "chat": self.chat,
            "from": {"id": BOT_ID, "is_bot": True, "first_name": "Okienko"},
            "text": "…",
        }
        query = {"id": "1", "from": self.user, "chat_instance": "1", "message": message, "data": data}
        return self._look(await self.stage.deliver(self.channel, callback_query=query))

    def _look(self, requests: list[TelegramMethod[Any]]) -> list[str]:
        shown = [r for r in requests if isinstance(r, SendMessage | EditMessageText)]
        for request in shown:
            if request.reply_markup is not None and hasattr(request.reply_markup, "inline_keyboard"):
                self.screen = request
        if len(shown) > 1 and shown[0].reply_markup is not None:
            self.screen = shown[0]  # the footer comes after; the answer is what people look at
        return [request.text for request in shown]

    @property
    def buttons(self) -> list[str]:
        assert self.screen is not None
        return [button.text for row in self.screen.reply_markup.inline_keyboard for button in row]


def bad_request(method: TelegramMethod[Any], words: str) -> TelegramBadRequest:
    return TelegramBadRequest(method=method, message=f"Bad Request: {words}")
