"""What people do with messages that stand there: press, vote, react, change, read; and lead a group on the stage."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.messenger.people_side import NotPossible
from bot.messenger.topics import TopicLine
from bot.messenger.web import leading
from bot.messenger.web.asking import LONGEST, Asking, clean, wait_for
from bot.messenger.web.doors import Visitor
from bot.messenger.web.guards import HEADERS, same_origin


class Acting(Asking):
    """The part of `Conversation` about messages that are there already."""

    async def press(self, request: Request) -> Response:
        """A tapped inline button. The messenger refuses what does not stand on that message."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        body = await self._body(request)
        message_id, data = body.get("message"), body.get("data")
        if type(message_id) is not int or not isinstance(data, str):
            return self._refuse(request, 400, "webchat-old-button")
        try:
            query = await self._people.press(visitor.user_id, self._chat(request), message_id, data)
        except NotPossible:
            return self._refuse(request, 409, "webchat-old-button")
        return JSONResponse({"query": query}, headers=HEADERS)

    async def vote(self, request: Request) -> Response:
        """A choice in a poll, or an empty one to take it back."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        body = await self._body(request)
        message_id, options = body.get("message"), body.get("options")
        if type(message_id) is not int or not isinstance(options, list) or not all(type(o) is int for o in options):
            return self._refuse(request, 400, "webchat-poll-over")
        try:
            await self._people.vote(visitor.user_id, self._chat(request), message_id, options)
        except NotPossible:
            return self._refuse(request, 409, "webchat-poll-over")
        return JSONResponse({}, headers=HEADERS)

    async def lead(self, request: Request) -> Response:
        """One of `leading.ACTIONS` in a group that the person leads."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        action = (await self._body(request)).get("do")
        group = self.door.group(request)
        if group is None or action not in leading.ACTIONS:
            return self._refuse(request, 400, "webchat-refused")
        try:
            await leading.lead(self._people, action, leader=visitor.user_id, group=group, bot_id=self._bot_id)
        except NotPossible:
            return self._refuse(request, 409, "webchat-lead-refused")
        return JSONResponse({"sentence": self._texts.plain(self.door.language(request), "webchat-lead-done")})

    async def react(self, request: Request) -> Response:
        """An emoji to a message, or none to take it back."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        body = await self._body(request)
        message_id, emoji = body.get("message"), body.get("emoji")
        if type(message_id) is not int or not (emoji is None or isinstance(emoji, str)):
            return self._refuse(request, 400, "webchat-refused")
        try:
            await self._people.react(visitor.user_id, self._chat(request), message_id, emoji)
        except NotPossible:
            return self._refuse(request, 409, "webchat-react-refused")
        return JSONResponse({}, headers=HEADERS)

    async def edit(self, request: Request) -> Response:
        """Other words for a message of one's own."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        body = await self._body(request)
        message_id, text = body.get("message"), clean(body.get("text"))
        if type(message_id) is not int or not text:
            return self._refuse(request, 400, "webchat-empty")
        if len(text) > LONGEST:
            return self._refuse(request, 413, "webchat-too-long")
        try:
            await self._people.edit_own(visitor.user_id, self._chat(request), message_id, text)
        except NotPossible:
            return self._refuse(request, 409, "webchat-edit-refused")
        return JSONResponse({}, headers=HEADERS)

    # Topics

    async def topics(self, request: Request) -> Response:
        """The topics of a forum, as the page lists them."""
        visitor = await self._known(request)
        lines = await self._people.topics(visitor.user_id, self._chat(request)) if visitor else None
        if visitor is None or lines is None:
            return Response(status_code=404 if visitor else 401, headers=HEADERS)
        return JSONResponse({"topics": [_topic(line) for line in lines]}, headers=HEADERS)

    async def read(self, request: Request) -> Response:
        """How far the topic that is shown has been read."""
        visitor, thread_id = await self._reader(request), self.door.thread(request)
        if isinstance(visitor, Response):
            return visitor
        message_id = (await self._body(request)).get("message")
        if type(message_id) is not int or not thread_id:
            return self._refuse(request, 400, "webchat-refused")
        try:
            await self._people.read_to(visitor.user_id, self._chat(request), thread_id, message_id)
        except NotPossible:
            return self._refuse(request, 409, "webchat-topic-gone")
        return Response(status_code=204, headers=HEADERS)

    async def _reader(self, request: Request) -> Visitor | Response:
        """As `_admit`, but reading is counted apart: it must not use up what somebody may write."""
        if not same_origin(request):
            return self._refuse(request, 403, "webchat-refused")
        visitor = self.door.visitor(request)
        if visitor is None:
            return self._refuse(request, 401, "webchat-ended")
        wait = wait_for(self._reads, visitor.user_id)
        return self._refuse(request, 429, "webchat-slow-down", wait) if wait else visitor


def _topic(line: TopicLine) -> dict[str, object]:
    return {"id": line.thread_id, "name": line.name, "closed": line.closed, "unread": line.unread, "last": line.last}
