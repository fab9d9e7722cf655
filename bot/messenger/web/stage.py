"""The demo's stage: the chat as seen by the example people, two side by side. Never under `okienko run`.

Whoever opens the stage can be anybody, so it answers only a browser on this very machine: the client's
address and the Host header must both be loopback (the latter against names that are made to point here).
"""

import ipaddress
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.messenger.web.doors import Visitor, asked_language

Handler = Callable[[Request], Awaitable[Response]]

PREFIX: Final = "/stage"


@dataclass(frozen=True)
class StagePerson:
    """One role of the demo. ``user_id`` is the messenger's id by which the bot knows the person."""

    id: str
    label: str
    role: str
    centre: str | None
    language: str
    user_id: int


class Stage:
    """The people of the demo, in the order in which they are offered."""

    def __init__(self, people: list[StagePerson]) -> None:
        for person in people:
            if not re.fullmatch(r"[a-z0-9-]+", person.id):
                raise ValueError(f'"{person.id}" cannot stand in an address')
        self.people = {person.id: person for person in people}


class StageDoor:
    """The address itself says who comes: `/stage/as/<person>/…`."""

    exit = f"{PREFIX}/gone"

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def base(self, request: Request) -> str:
        return f"{PREFIX}/as/{request.path_params['person']}"

    def visitor(self, request: Request) -> Visitor | None:
        person = self._stage.people.get(request.path_params["person"])
        return Visitor(person.user_id, person.centre, person.language) if person else None

    def newcomer(self, request: Request, language: str) -> Visitor | None:
        return None

    def language(self, request: Request) -> str:
        person = self._stage.people.get(request.path_params["person"])
        chosen = request.cookies.get("okienko_stage_lang")
        return asked_language(request, chosen or (person.language if person else None))

    def remember_language(self, request: Request, response: Response, language: str) -> None:
        path = f"{self.base(request)}/"
        response.set_cookie("okienko_stage_lang", language, path=path, httponly=True, samesite="lax")

    def remember(self, request: Request, response: Response, visitor: Visitor) -> None:
        pass  # nothing to remember: the address is the person

    def forget(self, request: Request, response: Response) -> None:
        response.delete_cookie("okienko_stage_lang", path=f"{self.base(request)}/", httponly=True, samesite="lax")


def on_loopback(request: Request) -> bool:
    """Whether both the client and the name it used are this machine's own."""
    host = request.headers.get("host", "")
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return _loopback(request.client.host if request.client else "") and (
        name == "localhost" or _loopback(name.strip("[]"))
    )


def _loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def loopback_only(handler: Handler) -> Handler:
    """For everybody else the page does not exist."""

    @wraps(handler)
    async def guarded(request: Request) -> Response:
        if not on_loopback(request):
            return PlainTextResponse("Not Found", 404)
        return await handler(request)

    return guarded
