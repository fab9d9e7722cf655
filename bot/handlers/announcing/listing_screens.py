"""The screens of /ogloszenia: what was announced and will be, and what became of it."""

from datetime import datetime
from functools import partial
from typing import Any

from bot.announcements.announcements import Stage
from bot.announcements.content import Content
from bot.announcements.kinds import report_lines, trouble_lines
from bot.announcements.read_back import spoken
from bot.announcements.report import Report
from bot.announcements.when import When
from bot.clock import WARSAW
from bot.handlers.announcing.buttons import Compose, Groups, Item, Items, NewAnnouncement
from bot.handlers.announcing.composing_screens import when_said, words_now
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.texts import Html

PAGE = 8
_STAGES = {
    Stage.DRAFT: "announce-stage-draft",
    Stage.WAITING: "announce-stage-waiting",
    Stage.PLANNED: "announce-stage-planned",
    Stage.DONE: "announce-stage-done",
    Stage.STOPPED: "announce-stage-stopped",
    Stage.RECALLED: "announce-stage-recalled",
}
_SIGNS = {
    Stage.DRAFT: "✏️",
    Stage.WAITING: "✋",
    Stage.PLANNED: "🕒",
    Stage.DONE: "✅",
    Stage.STOPPED: "⏹",
    Stage.RECALLED: "↩️",
}


def list_screen(house: House, actor: Actor, centre: str, found: list[Any], page: int, *, more: bool) -> Screen:
    """The latest first; each opens."""
    texts, language = house.texts, actor.language
    rows: list[Row] = [[button(texts.plain(language, "announce-button-new"), NewAnnouncement())]]
    for one in found:
        title = Content.read(one.content).title or texts.plain(language, "announce-no-words")
        rows.append([button(f"{_sign(one)} {title}", Item(id=one.id, act="open"))])
    turn: Row = []
    if page:
        turn.append(button(texts.plain(language, "announce-button-newer"), Items(page=page - 1)))
    if more:
        turn.append(button(texts.plain(language, "announce-button-older"), Items(page=page + 1)))
    if turn:
        rows.append(turn)
    key = "announce-list" if found else "announce-list-empty"
    text = texts.html(language, key, city=house.city(centre, language))
    rows.append([button(texts.plain(language, "announce-button-communities"), Groups())])
    return Screen(text, [*rows, way_out(texts, language)])


def _sign(announcement: Any) -> str:
    """Where it stands, and the day on which it goes or went out, both short."""
    stage = Stage(announcement.state)
    if announcement.rule and stage == Stage.PLANNED:
        return "🔁"
    if stage == Stage.DRAFT or announcement.start_at is None:
        return _SIGNS[stage]
    at = announcement.start_at.astimezone(WARSAW)
    return f"{_SIGNS[stage]} {at.day}.{at:%m}, {at.hour}:{at:%M} ·"


def one_screen(
    house: House,
    actor: Actor,
    announcement: Any,
    now: datetime,
    *,
    next_at: datetime | None,
    run: Report | None,
    corrected: Report | None,
    recalled: Report | None,
    note: str = "",
) -> Screen:
    """One announcement: where it stands, the counts, and what can be done."""
    texts, language, number = house.texts, actor.language, announcement.id
    stage = Stage(announcement.state)
    head = texts.html(
        language,
        "announce-one",
        title=Content.read(announcement.content).title or texts.plain(language, "announce-no-words"),
        stage=texts.plain(language, _STAGES[stage]),
        when=when_said(house, language, announcement, now),
    )
    parts: list[str] = [note] if note else []
    parts.append(head)
    if next_at:
        moment = spoken(
            When(next_at, next_at.astimezone(WARSAW).replace(tzinfo=None)),
            partial(texts.plain, language),
            now.astimezone(WARSAW).date(),
        )
        parts.append(texts.html(language, "announce-next-time", moment=moment))
    if announcement.stopped_because == "role lost":
        parts.append(texts.html(language, "announce-because-role"))
    if announcement.stopped_because == "event over":
        parts.append(texts.html(language, "announce-because-event"))
    if run:
        parts.append("\n".join(report_lines(texts, language, run)))
    for key, report in (("announce-corrected", corrected), ("announce-taken-back", recalled)):
        if report and report.total:
            parts.append("\n".join(_change_lines(house, language, key, report)))
    return Screen(
        Html("\n\n".join(parts)), [*_rows(house, actor, announcement, stage, number, run), _back(house, actor)]
    )


def correct_screen(house: House, actor: Actor, announcement: Any) -> Screen:
    """What to type, under the words that are there to be copied."""
    texts, language = house.texts, actor.language
    parts = [texts.html(language, "announce-correct-what"), *words_now(texts, language, announcement)]
    return Screen(Html("\n\n".join(parts)), [way_out(texts, language, Item(id=announcement.id, act="open"))])


def _change_lines(house: House, language: str, key: str, found: Report) -> list[str]:
    """How a correction or a recall went: what is not zero, and the groups where it failed."""
    texts, failed = house.texts, found.total - found.delivered - found.pending
    lines: list[str] = [texts.html(language, key, done=str(found.delivered), total=str(found.total))]
    for count_key, count in (("announce-count-pending", found.pending), ("announce-count-failed", failed)):
        if count:
            lines.append(texts.html(language, count_key, count=str(count)))
    return lines + trouble_lines(texts, language, found)


def _rows(house: House, actor: Actor, announcement: Any, stage: Stage, number: int, run: Report | None) -> list[Row]:
    texts, language = house.texts, actor.language

    def tap(key: str, act: str) -> Row:
        return [button(texts.plain(language, key), Item(id=number, act=act))]

    rows: list[Row] = []
    if stage == Stage.DRAFT:
        rows.append([button(texts.plain(language, "announce-button-go-on"), Compose(id=number, step="whom"))])
        return rows
    if stage == Stage.WAITING:
        if announcement.author != actor.account_id:
            rows += [tap("announce-button-look", "look"), tap("announce-button-yes", "yes")]
        rows.append(tap("announce-button-no", "no"))
        return rows
    if stage == Stage.PLANNED or (run and run.pending):
        rows.append(tap("announce-button-stop", "stop"))
    if stage != Stage.RECALLED:
        rows.append(tap("announce-button-correct", "correct"))
        if run:
            rows.append(tap("announce-button-recall", "recall"))
    rows.append(tap("announce-button-paste", "paste"))
    if actor.channel != "web":  # our own page has no address for the code on the sheet
        rows[-1] += tap("announce-button-poster", "poster")
    rows.append(tap("announce-button-refresh", "open"))
    return rows


def sure_screen(house: House, actor: Actor, number: int, key: str, act: str, yes: str) -> Screen:
    """One question before something that cannot be undone."""
    texts, language = house.texts, actor.language
    return Screen(
        texts.html(language, key),
        [
            [button(texts.plain(language, yes), Item(id=number, act=act))],
            [button(texts.plain(language, "announce-button-leave"), Item(id=number, act="open"))],
        ],
    )


def _back(house: House, actor: Actor) -> Row:
    return way_out(house.texts, actor.language, Items())
