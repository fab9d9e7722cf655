"""The web chat as a whole: its pages and where everything is mounted."""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from bot.clock import Clock
from bot.messenger.methods.media import MOST_IN_ALBUM
from bot.messenger.methods.messages import CAPTION_LENGTH
from bot.messenger.server import Messenger
from bot.messenger.web import leading
from bot.messenger.web.conversation import (
    BIGGEST_ALBUM,
    BIGGEST_FILE,
    LONGEST,
    CentreOf,
    Centres,
    Conversation,
    OnLanguage,
)
from bot.messenger.web.doors import CookieDoor, asked_language
from bot.messenger.web.guards import HEADERS
from bot.messenger.web.staff import HOME, StaffDoor, StaffKeys
from bot.messenger.web.staff import PREFIX as STAFF
from bot.messenger.web.stage import PREFIX, Stage, StageDoor, StagePerson, loopback_only
from bot.texts import LANGUAGES, Texts

Handler = Callable[[Request], Awaitable[Response]]

_HERE: Final = Path(__file__).parent
_STATIC: Final = "/static/webchat"
_LANGUAGE_NAMES: Final = (("pl", "PL", "Polski"), ("uk", "УК", "Українська"), ("en", "EN", "English"))
_SCRIPT_WORDS: Final = (
    *("letters", "call", "choices", "said-mine", "said-theirs", "in-reply", "edited", "photo", "photo-open", "file"),
    *("map", "spoiler", "copied", "sending", "lost", "lost-waiting", "lost-press", "refused", "slow-down"),
    *("too-long", "caption-too-long", "too-big", "ended", "begin-again", "video"),
    *("poll", "poll-anonymous", "poll-open", "poll-several"),
    *("poll-closed", "poll-vote", "poll-retract", "poll-votes", "poll-over", "group-joined", "group-left"),
    *("group-pinned", "group-upgraded", "forwarded", "read-only"),
    *("voice", "voice-record", "voice-stop", "voice-refused", "voice-recording", "more", "reply", "replying", "edit"),
    *("editing", "cancel", "react", "reacted", "topic-made", "topic-named", "topic-shut", "topic-opened"),
    *("topic-general", "topic-new", "topic-closed-mark", "topic-empty", "topic-gone"),
    "topics-all",
)
_STAFF_WORDS: Final = ("ended", "begin-again")
"""What the console says otherwise."""
_LOGIN_WORDS: Final = ("lost", "insecure", "coming-in")
_TOPIC: Final = "/t/{topic:int}"


class _Signed(Convertor[int]):
    """The number of a group in an address: those are below zero."""

    regex = "-[0-9]{1,18}"

    def convert(self, value: str) -> int:
        return int(value)

    def to_string(self, value: int) -> str:
        return str(value)


register_url_convertor("signed", _Signed())


class WebChat:
    """The chat page over the embedded messenger.

    ``centres(language)`` gives the centres with names in that language; ``centre_of`` tells which one
    a person chose in the conversation, so that the header can follow; ``on_language`` hears that a
    person chose another language on the page. Without a ``stage`` its addresses do not exist; without
    ``staff``, who keeps the logins, there is no console.
    Call `close` when the server is told to stop: open event streams would keep it waiting.
    """

    def __init__(
        self,
        messenger: Messenger,
        texts: Texts,
        *,
        bot_id: int,
        secret_key: str,
        clock: Clock,
        centres: Centres,
        stage: Stage | None = None,
        staff: StaffKeys | None = None,
        centre_of: CentreOf | None = None,
        on_language: OnLanguage | None = None,
        heartbeat: float = 15.0,
    ) -> None:
        self._texts = texts
        self._centres = centres
        self._stage = stage
        build = partial(
            Conversation,
            messenger,
            texts,
            bot_id=bot_id,
            clock=clock,
            centres=centres,
            centre_of=centre_of,
            on_language=on_language,
            heartbeat=heartbeat,
        )
        self._public = build(CookieDoor(secret_key))
        self._staged = build(StageDoor(stage)) if stage else None
        self._staff_door = StaffDoor(staff, texts, clock) if staff else None
        self._staff = build(self._staff_door) if self._staff_door else None
        self._pages = Environment(loader=FileSystemLoader(_HERE / "templates"), autoescape=True)
        self._pages.filters["tel"] = lambda number: "tel:" + "".join(c for c in number if c.isdigit() or c == "+")

    def routes(self) -> list[BaseRoute]:
        """Everything to mount at `/`."""
        found: list[BaseRoute] = [
            Mount(_STATIC, _Static(directory=_HERE / "static")),
            Route("/", self._page(self._public)),
            Route("/c/{centre}", self._page(self._public)),
            *_requests(self._public, ""),
        ]
        if self._staged:
            here = f"{PREFIX}/as/{{person}}"
            found += [
                Route(PREFIX, loopback_only(self._show_stage)),
                Route(f"{PREFIX}/gone", loopback_only(self._show_gone)),
                Route(f"{here}/", loopback_only(self._page(self._staged))),
                *_requests(self._staged, here, loopback_only),
                Route(f"{here}/g/{{group}}/", loopback_only(self._page(self._staged))),
                *_requests(self._staged, f"{here}/g/{{group}}", loopback_only),
                Route(f"{here}/g/{{group}}{_TOPIC}/", loopback_only(self._page(self._staged))),
                *_requests(self._staged, f"{here}/g/{{group}}{_TOPIC}", loopback_only),
                Route(f"{here}/g/{{group}}/chat/lead", loopback_only(self._staged.lead), methods=["POST"]),
            ]
        if self._staff and self._staff_door:
            admitted = self._staff_door.admitted
            found += [
                Route(STAFF, self._show_login),
                Route(f"{STAFF}/wejdz", self._staff_door.enter, methods=["POST"]),
                Route(f"{STAFF}/haslo", admitted(self._staff_door.password), methods=["POST"]),
            ]
            for here in (HOME, f"{HOME}/g/{{group:signed}}", f"{HOME}/g/{{group:signed}}{_TOPIC}"):
                found += [
                    Route(f"{here}/", admitted(self._page(self._staff))),
                    Route(f"{here}/chat/leave", self._staff_door.leave, methods=["POST"]),
                    *_requests(self._staff, here, admitted),
                ]
        return found

    def close(self) -> None:
        """End every open event stream; the pages will look for the server again."""
        self._public.close()
        for more in (self._staged, self._staff):
            if more:
                more.close()

    def _page(self, conversation: Conversation) -> Handler:
        door = conversation.door

        async def page(request: Request) -> Response:
            if (chosen := request.query_params.get("lang")) in LANGUAGES:
                back = RedirectResponse(quote(request.url.path), 303, HEADERS)
                door.remember_language(request, back, chosen)
                return back
            language = door.language(request)
            visitor = door.visitor(request)
            if isinstance(door, StageDoor) and visitor is None:
                return PlainTextResponse("Not Found", 404, HEADERS)
            staff, thread = isinstance(door, StaffDoor), door.thread(request)
            centres = {centre.id: centre for centre in self._centres(language)}
            asked = request.path_params.get("centre")
            if asked is not None and asked not in centres:
                return RedirectResponse("/", 303, HEADERS)  # a centre that was renamed or a mistyped address
            centre_id = asked or await conversation.centre_id(visitor)
            words = {name: self._texts.plain(language, f"webchat-{name}") for name in _SCRIPT_WORDS}
            if staff:
                words |= {name: self._texts.plain(language, f"webchat-staff-{name}") for name in _STAFF_WORDS}
            words["example"] = self._texts.plain(language, "example-mark")
            return self._render(
                "chat.html",
                language,
                centre=centres.get(centre_id or ""),
                centres=list(centres.values()),
                rooms=door.rooms(request),
                leading=leading.ACTIONS if isinstance(door, StageDoor) and door.leads(request) else (),
                staff=door.name(request) if staff else None,
                topic=thread,
                setup={
                    "base": door.base(request),
                    "language": language,
                    "exit": door.exit,
                    "staff": staff,
                    "forum": None if thread is None else door.base(request).partition("/t/")[0],
                    "topic": thread,
                    "centre": asked,
                    "longest": LONGEST,
                    "longestCaption": CAPTION_LENGTH,
                    "biggest": BIGGEST_FILE,
                    "biggestAlbum": BIGGEST_ALBUM,
                    "album": MOST_IN_ALBUM,
                    "words": words,
                },
            )

        return page

    async def _show_stage(self, request: Request) -> Response:
        assert self._stage
        people = self._stage.people
        language = request.query_params.get("lang")
        language = language if language in LANGUAGES else asked_language(request, None)
        word = partial(self._texts.plain, language)
        left = request.query_params.get("left", next(iter(people), ""))
        another = (one.id for one in people.values() if left in people and one.role != people[left].role)
        right = request.query_params.get("right", next(another, ""))
        roles: defaultdict[str, list[StagePerson]] = defaultdict(list)
        for person in people.values():
            roles[person.role].append(person)
        known = self._texts.keys(language)
        names = {role: word(f"webchat-role-{role}") if f"webchat-role-{role}" in known else role for role in roles}
        return self._render(
            "stage.html",
            language,
            roles=[(names[role], members) for role, members in roles.items()],
            shown=[(people[one], names[people[one].role]) for one in (left, right) if one in people],
            query=f"&left={quote(left)}&right={quote(right)}",
            sides=[("left", word("webchat-stage-left"), left), ("right", word("webchat-stage-right"), right)],
        )

    async def _show_login(self, request: Request) -> Response:
        door = self._staff_door
        assert door
        if (chosen := request.query_params.get("lang")) in LANGUAGES:
            back = RedirectResponse(STAFF, 303, HEADERS)
            door.remember_language(request, back, chosen)
            return back
        language = door.language(request)
        words = {name: self._texts.plain(language, f"webchat-staff-{name}") for name in _LOGIN_WORDS}
        setup = {"prefix": STAFF, "home": f"{HOME}/", "in": await door.known(request), "words": words}
        return self._render("login.html", language, setup=setup)

    async def _show_gone(self, request: Request) -> Response:
        return self._render("gone.html", self._public.door.language(request))

    def _render(self, name: str, language: str, **values: Any) -> Response:
        values |= {
            "language": language,
            "languages": _LANGUAGE_NAMES,
            "static": _STATIC,
            "t": partial(self._texts.plain, language),
        }
        return HTMLResponse(self._pages.get_template(name).render(values), headers=HEADERS)


def _requests(
    chat: Conversation, base: str, guard: Callable[[Handler], Handler] = lambda same: same
) -> list[BaseRoute]:
    posts = {
        "open": chat.open,
        "send": chat.send,
        "press": chat.press,
        "vote": chat.vote,
        "react": chat.react,
        "edit": chat.edit,
        "read": chat.read,
        "upload": chat.upload,
        "contact": chat.contact,
        "leave": chat.leave,
    }
    return [
        *(Route(f"{base}/chat/{name}", guard(handler), methods=["POST"]) for name, handler in posts.items()),
        Route(f"{base}/chat/here", guard(chat.here)),
        Route(f"{base}/chat/events", guard(chat.events)),
        Route(f"{base}/chat/topics", guard(chat.topics)),
        Route(f"{base}/chat/file/{{file}}", guard(chat.file)),
    ]


class _Static(StaticFiles):
    """The page's own files: asked for anew each time (they are small and have ETags), never guessed at."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                extra = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
                message["headers"] += [(k.lower().encode(), v.encode()) for k, v in extra.items()]
            await send(message)

        await super().__call__(scope, receive, with_headers)
