"""The messages of `bot.places.programmes.telling`, looked at again and put into words when they are sent."""

from datetime import datetime
from typing import Any, Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.outbox.kinds import Call, Kind, Kinds, language_at
from bot.places.programmes import keepers, members, telling
from bot.places.programmes.words import HOLDING, LIVE, WAITING, Standing, State
from bot.places.wording import Speech, moment_said
from bot.storage.tables import OwedMessage, Programme, ProgrammeCandidate

OPEN: Final = "qo"
"""Callback data ``qo:<programme>::0`` (`bot.handlers.programmes.buttons`, as the others): as a resident sees it."""
TAKE: Final = "qt"
"""``qt:<programme>:0``: yes to all meetings."""
LEAVE: Final = "ql"
"""``ql:<programme>:0``: first asked, then done."""
SUITS: Final = "qw"
"""``qw:<programme>:<suits>``: the hour of a talk."""
CANDIDATE: Final = "qc"
LEAD: Final = "qk"
"""``qk:<programme>``: as its keeper sees it."""
Row = list[tuple[str, str]]


def register(kinds: Kinds, speech: Speech) -> None:
    """Make the kinds of programmes known to the outbox. Call once when Okienko starts."""
    words = _Words(speech)
    for kind in (
        Kind(telling.TASK, words.task, still_to_do, resend_uncertain=True),
        Kind(telling.DECIDE, words.decide, still_undecided, resend_uncertain=True),
        Kind(telling.INVITED, words.invited, still_invited, resend_uncertain=True),
        Kind(telling.TALK_OFFERED, words.talk, still_offered, resend_uncertain=True),
        Kind(telling.NEWS, words.news, still_news, resend_uncertain=True),
    ):
        kinds.register(kind)


async def still_to_do(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """Keepers only, and only while there is something to do."""
    payload = owed.payload or {}
    if not await keepers.is_keeper(session, payload["account"], payload["programme"]):
        return "role"
    programme = await session.get(Programme, payload["programme"])
    if programme is None or programme.state not in LIVE:
        return "over"
    if payload["what"] == "seat":
        return None if await members.free(session, programme) > 0 else "taken"
    candidate = await session.get(ProgrammeCandidate, payload["candidate"])
    return None if candidate and candidate.state in WAITING else "done"


async def still_undecided(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """Until somebody has decided."""
    payload = owed.payload or {}
    if not await keepers.is_keeper(session, payload["account"], payload["programme"]):
        return "role"
    programme = await session.get(Programme, payload["programme"])
    if programme is None or programme.state != State.GATHERING or programme.version != payload["version"]:
        return "decided"
    return None


async def still_invited(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """The invitation that it speaks of, while there is time for an answer."""
    payload = owed.payload or {}
    candidate = await session.get(ProgrammeCandidate, payload["candidate"])
    if candidate is None or candidate.state != Standing.INVITED or candidate.invited_until is None:
        return "answered"
    if not await _takes_place(session, candidate):
        return "called off"
    if candidate.invited_until != datetime.fromisoformat(payload["until"]):
        return "another one"
    return "over" if now >= candidate.invited_until else None


async def still_offered(session: AsyncSession, owed: OwedMessage, now: datetime) -> str | None:
    """The hour that it speaks of."""
    payload = owed.payload or {}
    candidate = await session.get(ProgrammeCandidate, payload["candidate"])
    if candidate is None or candidate.state != Standing.OFFERED or candidate.talk_at is None:
        return "answered"
    if not await _takes_place(session, candidate):
        return "called off"
    return None if candidate.talk_at == datetime.fromisoformat(payload["at"]) and candidate.talk_at > now else "over"


async def still_news(session: AsyncSession, owed: OwedMessage, _now: datetime) -> str | None:
    """What is so when it is sent, to whom it concerns then."""
    payload = owed.payload or {}
    candidate = await session.get(ProgrammeCandidate, payload["candidate"])
    programme = await session.get(Programme, candidate.programme_id) if candidate else None
    if candidate is None or programme is None:
        return "gone"
    what = payload["what"]
    if what == "declined":
        return None if candidate.state == Standing.DECLINED else "changed"
    if what == "lapsed":
        return None if candidate.state == Standing.LEFT else "changed"
    if what == "moved" and programme.version != payload["version"]:
        return "changed again"
    if candidate.state not in (*HOLDING, *WAITING):
        return "left"
    if what == "off":
        return None if programme.state == State.OFF else "changed"
    return None if programme.state in LIVE else "over"


async def _takes_place(session: AsyncSession, candidate: ProgrammeCandidate) -> bool:
    programme = await session.get(Programme, candidate.programme_id)
    return programme is not None and programme.state in LIVE


class _Words:
    """Renders each kind in the language of its recipient."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    async def task(self, session: AsyncSession, owed: OwedMessage) -> Call:
        payload = owed.payload or {}
        language = await language_at(session, owed.channel, owed.chat_id)
        text = self._speech.html(language, f"programme-task-{payload['what']}")
        to = f"{CANDIDATE}:{payload['candidate']}" if payload["candidate"] else f"{LEAD}:{payload['programme']}"
        return _message([text], [[(self._speech.plain(language, "programme-button-look"), to)]])

    async def decide(self, session: AsyncSession, owed: OwedMessage) -> Call:
        number = (owed.payload or {})["programme"]
        programme = await session.get_one(Programme, number)
        language = await language_at(session, owed.channel, owed.chat_id)
        there = await members.counts(session, number)
        html = self._speech.html
        holding = sum(there.get(state, 0) for state in HOLDING)
        enough = "enough" if holding >= programme.least else "short"
        lines = [html(language, f"programme-decide-{enough}", count=holding, least=programme.least)]
        lines += await self._first(session, language, programme)
        return _message(lines, [[(self._speech.plain(language, "programme-button-decide"), f"{LEAD}:{number}")]])

    async def invited(self, session: AsyncSession, owed: OwedMessage) -> Call:
        candidate, programme, language = await self._of(session, owed)
        until = candidate.invited_until or owed.not_before
        lines = [self._speech.html(language, "programme-invited", until=moment_said(self._speech, language, until))]
        lines += await self._first(session, language, programme)
        say = self._speech.plain
        return _message(
            lines,
            [
                [(say(language, "programme-button-take"), f"{TAKE}:{programme.id}:0")],
                [(say(language, "programme-button-look"), f"{OPEN}:{programme.id}::0")],
                [(say(language, "programme-button-not"), f"{LEAVE}:{programme.id}:0")],
            ],
        )

    async def talk(self, session: AsyncSession, owed: OwedMessage) -> Call:
        candidate, programme, language = await self._of(session, owed)
        at = candidate.talk_at or owed.not_before
        text = self._speech.html(language, "programme-talk-offered", when=moment_said(self._speech, language, at))
        say = self._speech.plain
        return _message(
            [text],
            [
                [(say(language, "programme-button-suits"), f"{SUITS}:{programme.id}:1")],
                [(say(language, "programme-button-other-hour"), f"{SUITS}:{programme.id}:0")],
                [(say(language, "programme-button-not"), f"{LEAVE}:{programme.id}:0")],
            ],
        )

    async def news(self, session: AsyncSession, owed: OwedMessage) -> Call:
        _, programme, language = await self._of(session, owed)
        what = (owed.payload or {})["what"]
        lines = [self._speech.html(language, f"programme-news-{what}")]
        if what in ("starts", "moved"):
            lines += await self._first(session, language, programme)
        rows = []
        if what in ("starts", "moved"):
            rows = [[(self._speech.plain(language, "programme-button-look"), f"{OPEN}:{programme.id}::0")]]
        return _message(lines, rows)

    async def _of(self, session: AsyncSession, owed: OwedMessage) -> tuple[ProgrammeCandidate, Programme, str]:
        candidate = await session.get_one(ProgrammeCandidate, (owed.payload or {})["candidate"])
        programme = await session.get_one(Programme, candidate.programme_id)
        return candidate, programme, await language_at(session, owed.channel, owed.chat_id)

    async def _first(self, session: AsyncSession, language: str, programme: Programme) -> list[str]:
        """When it begins; what is made up for the demo says so."""
        lines: list[str] = []
        assert programme.id is not None
        if found := await members.meetings(session, programme.id):
            when = moment_said(self._speech, language, found[0].starts_at)
            lines.append(self._speech.html(language, "programme-first", when=when))
        if programme.example:
            lines.append(f"<i>[{self._speech.html(language, 'example-mark')}]</i>")
        return lines


def _message(lines: list[str], rows: list[Row]) -> Call:
    keyboard = [[{"text": text, "callback_data": data} for text, data in row] for row in rows]
    arguments: dict[str, Any] = {"text": "\n".join(lines), "parse_mode": "HTML"}
    if rows:
        arguments["reply_markup"] = {"inline_keyboard": keyboard}
    return Call("sendMessage", arguments)
