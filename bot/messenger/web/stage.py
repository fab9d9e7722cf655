"""The demo's stage: the chat as seen by the example people, two side by side. Never under `okienko run`.

Whoever opens the stage can be anybody, so it answers only a browser on this very machine: the client's
address and the Host header must both be loopback (the latter against names that are made to point here).
"""

import ipaddress
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Final
from zlib import crc32

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.messenger.server import Messenger
from bot.messenger.web.doors import Room, Visitor, asked_language

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


@dataclass(frozen=True)
class StageGroup:
    """A community's group on the stage. ``members`` are ids of its people; the first of them leads it."""

    id: str
    title: str
    members: Sequence[str]
    bot_member: bool = True
    forum: int | None = None
    """The number of a forum that somebody else makes and keeps: a staff room."""

    @property
    def chat_id(self) -> int:
        """The messenger's number of the group: the same after every start."""
        if self.forum:
            return self.forum
        return -(2 * 10**9 + crc32(self.id.encode()) % 10**9)


class Stage:
    """The people of the demo, in the order in which they are offered, and the groups they are in."""

    def __init__(self, people: list[StagePerson], groups: Sequence[StageGroup] = ()) -> None:
        for name in (*(person.id for person in people), *(group.id for group in groups)):
            if not re.fullmatch(r"[a-z0-9-]+", name):
                raise ValueError(f'"{name}" cannot stand in an address')
        self.people = {person.id: person for person in people}
        self.groups = {group.id: group for group in groups}
        for group in groups:
            if not group.members or not self.people.keys() >= set(group.members):
                raise ValueError(f'the members of "{group.id}" are not all people of the stage')

    async def settle(self, messenger: Messenger, bot_id: int) -> None:
        """Make the groups that are not there yet. To be called at every start, before people come."""
        for group in (group for group in self.groups.values() if not group.forum):
            members = {self.people[one].user_id: self.people[one].label for one in group.members}
            bot = messenger.people.bot(bot_id)
            if group.bot_member and bot:
                members[bot_id] = bot.name
            await messenger.people.settle_group(group.chat_id, group.title, members)


class StageDoor:
    """The address itself says who comes: `/stage/as/<person>/…`."""

    exit = f"{PREFIX}/gone"
    erases = True

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def base(self, request: Request) -> str:
        group, topic = request.path_params.get("group"), request.path_params.get("topic")
        home = f"{PREFIX}/as/{request.path_params['person']}"
        return home + (f"/g/{group}" if group else "") + (f"/t/{topic}" if topic else "")

    def group(self, request: Request) -> int | None:
        group = self._stage.groups.get(request.path_params.get("group", ""))
        return group.chat_id if group else None

    def thread(self, request: Request) -> int | None:
        group = self._stage.groups.get(request.path_params.get("group", ""))
        return int(request.path_params.get("topic", 0)) if group and group.forum else None

    async def still(self, request: Request) -> bool:
        return True

    def rooms(self, request: Request) -> list[Room]:
        person, here = request.path_params["person"], request.path_params.get("group")
        own = [group for group in self._stage.groups.values() if person in group.members]
        if not own:
            return []
        home = f"{PREFIX}/as/{person}/"
        groups = [Room(group.title, f"{home}g/{group.id}/", group.id == here) for group in own]
        return [Room(None, home, here is None), *groups]

    def leads(self, request: Request) -> bool:
        """Whether the person leads the group that the address names."""
        group = self._stage.groups.get(request.path_params.get("group", ""))
        return group is not None and not group.forum and group.members[0] == request.path_params["person"]

    def name(self, request: Request) -> str | None:
        person = self._stage.people.get(request.path_params["person"])
        return person.label if person else None

    def visitor(self, request: Request) -> Visitor | None:
        person = self._stage.people.get(request.path_params["person"])
        if "group" in request.path_params and self.group(request) is None:
            return None
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
