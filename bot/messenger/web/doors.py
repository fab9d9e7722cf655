"""Who comes: a visitor known by a signed cookie. The demo's stage has a door of its own (`stage.py`)."""

import re
import secrets
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from itsdangerous import BadData, URLSafeSerializer
from starlette.requests import Request
from starlette.responses import Response

from bot.texts import LANGUAGES, language_of

EXIT: Final = "https://www.google.com/"
"""Where a quick exit leads: a page that everybody has open now and then."""

_COOKIE: Final = "okienko"
_LANGUAGE: Final = "okienko_lang"
_REMEMBERED: Final = 90 * 24 * 3600  # a booking made here must still be the person's own weeks later


@dataclass(frozen=True)
class Visitor:
    """One person of the chat. ``centre`` is the one whose door (`/c/…`) was opened last."""

    user_id: int
    centre: str | None
    language: str


@dataclass(frozen=True)
class Room:
    """A chat that a person can go to on the page. Without a ``title`` it is the one with the bot."""

    title: str | None
    address: str
    here: bool


class Door(Protocol):
    """How a request tells who asks, and where this door's addresses begin."""

    exit: str
    erases: bool
    """Whether leaving wipes the conversation with the bot."""

    def base(self, request: Request) -> str:
        """What every address of this chat begins with, without a slash at the end."""

    def group(self, request: Request) -> int | None:
        """The group that the address names, as the messenger numbers it; None for the chat with the bot."""

    def thread(self, request: Request) -> int | None:
        """The topic of a forum that the address names, 0 for its list of topics; None where there are no topics."""

    async def still(self, request: Request) -> bool:
        """Whether who asked is still let in: looked at again and again while a page is open."""

    def rooms(self, request: Request) -> list[Room]:
        """The chats to choose from; empty where there is only the one with the bot."""

    def name(self, request: Request) -> str | None:
        """What others see as the person's name; None for a visitor without one."""

    def visitor(self, request: Request) -> Visitor | None:
        """Who asks; None for a stranger."""

    def newcomer(self, request: Request, language: str) -> Visitor | None:
        """A stranger becomes a visitor; None where strangers are not let in."""

    def language(self, request: Request) -> str:
        """The page's language: pl, uk or en."""

    def remember_language(self, request: Request, response: Response, language: str) -> None:
        """Keep the choice for the next visit."""

    def remember(self, request: Request, response: Response, visitor: Visitor) -> None:
        """Make the next request known as this visitor's."""

    def forget(self, request: Request, response: Response) -> None:
        """Take back everything that `remember` and `remember_language` gave."""


class CookieDoor:
    """The public door: a signed cookie that scripts cannot read and other sites cannot send."""

    exit = EXIT
    erases = True

    def __init__(self, secret_key: str) -> None:
        self._signer = URLSafeSerializer(secret_key, salt="okienko-webchat-visitor")

    def base(self, request: Request) -> str:
        return ""

    def group(self, request: Request) -> int | None:
        return None

    def thread(self, request: Request) -> int | None:
        return None

    async def still(self, request: Request) -> bool:
        return True

    def rooms(self, request: Request) -> list[Room]:
        return []

    def name(self, request: Request) -> str | None:
        return None

    def visitor(self, request: Request) -> Visitor | None:
        try:
            data: Any = self._signer.loads(request.cookies.get(_COOKIE, ""))
            return Visitor(int(data["u"]), data["c"], data["l"])
        except (BadData, KeyError, TypeError, ValueError):
            return None

    def newcomer(self, request: Request, language: str) -> Visitor | None:
        # Telegram's ids have at most 52 bits. Drawn, not counted: an id tells nothing about anybody else.
        return Visitor(secrets.randbelow(2**51) + 2**50, None, language)

    def language(self, request: Request) -> str:
        return asked_language(request, request.cookies.get(_LANGUAGE))

    def remember_language(self, request: Request, response: Response, language: str) -> None:
        self._set(request, response, _LANGUAGE, language)

    def remember(self, request: Request, response: Response, visitor: Visitor) -> None:
        value = self._signer.dumps({"u": visitor.user_id, "c": visitor.centre, "l": visitor.language})
        self._set(request, response, _COOKIE, str(value))

    def forget(self, request: Request, response: Response) -> None:
        for name in (_COOKIE, _LANGUAGE):
            response.delete_cookie(name, httponly=True, samesite="lax", secure=request.url.scheme == "https")

    def _set(self, request: Request, response: Response, name: str, value: str) -> None:
        secure = request.url.scheme == "https"
        response.set_cookie(name, value, max_age=_REMEMBERED, httponly=True, samesite="lax", secure=secure)


def asked_language(request: Request, chosen: str | None) -> str:
    """The language chosen before, else the browser's first."""
    if chosen in LANGUAGES:
        return chosen
    first = re.match(r"\s*([A-Za-z-]+)", request.headers.get("accept-language", ""))
    return language_of(first[1] if first else None)


def moved(visitor: Visitor, *, centre: str | None, language: str) -> Visitor:
    """The same person at another centre's door or in another language."""
    return replace(visitor, centre=centre or visitor.centre, language=language)
