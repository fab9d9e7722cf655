"""The screens of /ogloszenia: what was announced and will be, and what became of it."""

from datetime import datetime
from typing import Any

from bot.announcements.announcements import Stage
from bot.announcements.content import Content
from bot.announcements.kinds import report_lines
from bot.announcements.report import Report
from bot.handlers.announcing.buttons import Compose, Item, Items, NewAnnouncement
from bot.handlers.announcing.composing_screens import when_said
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
        rows.append([button(f"{_SIGNS[Stage(one.state)]} {title}"[:60], Item(id=one.id, act="open"))])
    turn: Row = []
    if page:
        turn.append(button(texts.plain(language, "announce-button-newer"), Items(page=page - 1)))
    if more:
        turn.append(button(texts.plain(language, "announce-button-older"), Items(page=page + 1)))
    if turn:
        rows.append(turn)
    key = "announce-list" if found else "announce-list-empty"
    text = texts.html(language, key, city=house.city(centre, language))
    return Screen(text, [*rows, way_out(texts, language)])


def one_screen(
    house: House,
    actor: Actor,
    announcement: Any,
    now: datetime,
    *,
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
    if announcement.stopped_because == "role lost":
        parts.append(texts.html(language, "announce-because-role"))
    if run:
        parts.append("\n".join(report_lines(texts, language, run)))
    for key, report in (("announce-corrected", corrected), ("announce-taken-back", recalled)):
        if report and report.total:
            parts.append(
                texts.html(
                    language,
                    key,
                    done=str(report.delivered),
                    left=str(report.total - report.delivered - report.pending),
                    pending=str(report.pending),
                    where=", ".join(group for group, _ in report.troubles) or "–",
                )
            )
    return Screen(
        Html("\n\n".join(parts)), [*_rows(house, actor, announcement, stage, number, run), _back(house, actor)]
    )


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
    rows.append(tap("announce-button-paste", "paste") + tap("announce-button-poster", "poster"))
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
