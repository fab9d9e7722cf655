"""The screens of the roster: a month, a draft beside it, who is absent, which days are closed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import WARSAW
from bot.handlers.menu import House
from bot.handlers.rosters.buttons import (
    Absent,
    AddAdviser,
    ChooseDraftService,
    Closing,
    MonthPaper,
    OpenDraft,
    OpenMonth,
    PublishDraft,
    SetWhole,
    TypeRoster,
    packed,
    packed_month,
)
from bot.handlers.rosters.services import likely
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.places.daysoff import holiday_name, is_public_holiday
from bot.places.roster import drafts
from bot.places.roster.checking import doubtful
from bot.places.roster.comparing import Comparison, compare
from bot.places.roster.drafts import RosterDraft
from bot.places.roster.entries import Entry, Problem, month_of, next_month
from bot.places.roster.month import Posted, closing_days, of_month
from bot.texts import Html

MOST_LINES: Final = 40
"""In one message: the picture shows the rest."""
MOST_BUTTONS: Final = 8


def this_month(now: datetime) -> date:
    """The first day of the present month on Polish clocks."""
    return month_of(now.astimezone(WARSAW).date())


async def month_screen(
    house: House, actor: Actor, session: AsyncSession, centre: str, month: date, said: str | None = None
) -> Screen:
    """A month's duties by day, and what can be done with it."""
    texts, language = house.texts, actor.language
    found = await of_month(session, centre, month)
    closed = await closing_days(session, centre, month, next_month(month))
    lines: list[str] = [texts.html(language, said), ""] if said else []
    title = texts.html(
        language, "roster-title", city=house.city(centre, language), month=month_said(house, language, month)
    )
    lines.append(title)
    if any(each.provider.example for each in found):
        lines.append(f"<i>[{texts.html(language, 'example-mark')}]</i>")
    lines += _posted_lines(house, language, found) or [texts.html(language, "roster-empty")]
    for day, reason in closed.items():
        lines.append(
            texts.html(language, "roster-line-closed", day=day_said(house, language, day), reason=reason or "–")
        )
    number = packed_month(month)
    before, after = next_month(month, -1), next_month(month)

    def label(key: str) -> str:
        return texts.plain(language, key)

    rows: list[Row] = [
        [
            button(f"◀ {month_said(house, language, before)}", OpenMonth(month=packed_month(before))),
            button(f"{month_said(house, language, after)} ▶", OpenMonth(month=packed_month(after))),
        ],
        [button(label("roster-button-type"), TypeRoster(month=number))],
        [
            button(label("roster-button-picture"), MonthPaper(month=number, form="png")),
            button(label("roster-button-pdf"), MonthPaper(month=number, form="pdf")),
        ],
        [button(label("roster-button-sample"), MonthPaper(month=number, form="sample"))],
        [button(label("roster-button-absence"), Absent()), button(label("roster-button-closing"), Closing())],
        way_out(texts, language),
    ]
    return Screen(Html("\n".join(lines)), rows)


async def draft_screen(
    house: House,
    actor: Actor,
    session: AsyncSession,
    now: datetime,
    draft: RosterDraft,
    skipped: Iterable[date] = (),
) -> Screen:
    """What a draft would change and whom it touches; buttons for what is missing, or to publish it."""
    texts, language = house.texts, actor.language
    number = draft.id or 0
    back = OpenMonth(month=packed_month(draft.month))
    if draft.file is not None:
        rows = [[button(texts.plain(language, "roster-button-refresh"), OpenDraft(id=number))]]
        return Screen(texts.html(language, "roster-file-waits"), [*rows, way_out(texts, language, back)])
    if draft.published_at is not None:
        return Screen(texts.html(language, "roster-published-already"), [way_out(texts, language, back)])
    found = await compare(session, now, draft)
    lines: list[str] = [texts.html(language, "roster-preview", month=month_said(house, language, draft.month)), ""]
    if found.problems:
        lines.append(texts.html(language, "roster-problems", count=len(found.problems)))
        lines += [problem_said(house, language, problem) for problem in found.problems[:MOST_LINES]]
        rows = [
            [button(texts.plain(language, "roster-button-type"), TypeRoster(month=packed_month(draft.month)))],
            way_out(texts, language, back),
        ]
        return Screen(Html("\n".join(lines)), rows)
    lines += _change_lines(house, language, found)
    lines += _notes(house, language, found, skipped)
    rows = await _draft_rows(house, language, session, draft, found)
    if found.homeless:
        lines += ["", texts.html(language, "roster-which-service")]
    for name in found.strangers:
        lines += ["", texts.html(language, "roster-stranger", name=name)]
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language, back)])


async def _draft_rows(
    house: House, language: str, session: AsyncSession, draft: RosterDraft, found: Comparison
) -> list[Row]:
    texts, number = house.texts, draft.id or 0
    rows: list[Row] = []
    if found.ready:
        label = texts.plain(language, "roster-button-publish")
        rows.append([button(label, PublishDraft(id=number, seen=found.basis[:12]))])
    if found.homeless:
        rows += [
            [button(card.service.name.in_(language), ChooseDraftService(id=number, slug=card.service.id))]
            for card in (await likely(session, house.catalogue, draft.centre))[:MOST_BUTTONS]
        ]
    for place, name in enumerate(found.strangers[:MOST_BUTTONS]):
        label = texts.plain(language, "roster-button-add", name=name)
        rows.append([button(label, AddAdviser(id=number, number=place, seen=drafts.mark(name)))])
    if not found.homeless:
        key = "roster-button-beside" if draft.whole else "roster-button-whole"
        rows.append([button(texts.plain(language, key), SetWhole(id=number, whole=not draft.whole))])
    rows.append([button(texts.plain(language, "roster-button-refresh"), OpenDraft(id=number))])
    return rows


def _change_lines(house: House, language: str, found: Comparison) -> list[str]:
    texts = house.texts
    if not found.changes:
        return [texts.html(language, "roster-no-change")]
    lines: list[str] = [
        texts.html(language, "roster-line-added", duty=duty) for duty in _grouped(house, language, found.added)
    ]
    gone = [each.entry for each in found.gone]
    lines += [texts.html(language, "roster-line-gone", duty=duty) for duty in _grouped(house, language, gone)]
    by_room: dict[str, list[Entry]] = defaultdict(list)
    for standing, entry in found.moved:
        by_room[entry.room].append(standing.entry)
    for room, entries in by_room.items():
        for duty in _grouped(house, language, entries):
            lines.append(texts.html(language, "roster-line-moved", duty=duty, room=room or "–"))
    if len(lines) > MOST_LINES:
        lines[MOST_LINES:] = [texts.html(language, "roster-more-lines", count=len(lines) - MOST_LINES)]
    if found.same:
        lines.append(texts.html(language, "roster-same", count=found.same))
    count = len(found.called_off) + len(found.other_room)
    lines += ["", texts.html(language, "roster-affected", count=count)]
    if found.to_call:
        lines.append(texts.html(language, "roster-affected-calls", count=found.to_call))
    if found.other_room:
        lines.append(texts.html(language, "roster-affected-room", count=len(found.other_room)))
    return lines


def _notes(house: House, language: str, found: Comparison, skipped: Iterable[date]) -> list[str]:
    lines = []
    if days := sorted(skipped):
        said = ", ".join(_with_holiday(house, language, day) for day in days)
        lines += ["", house.texts.html(language, "roster-skipped", days=said)]
    if doubts := doubtful(found.added):
        said = ", ".join(_with_holiday(house, language, day) for day in doubts)
        lines += ["", house.texts.html(language, "roster-doubtful", days=said)]
    return lines


def problem_said(house: House, language: str, problem: Problem) -> Html:
    """A mistake as a sentence, with its line where it has one."""
    values: dict[str, Any] = dict(problem.values)
    if "day" in values:
        values["day"] = day_said(house, language, date.fromisoformat(str(values["day"])))
    if "month" in values:
        values["month"] = month_name(house, language, int(values["month"]))
    sentence = house.texts.html(language, problem.key, **values)
    if not problem.line:
        return Html(f"• {sentence}")
    return house.texts.html(language, "roster-problem", line=problem.line, sentence=sentence)


def day_said(house: House, language: str, day: date) -> str:
    """A day with its weekday, short: "pn 7 grudnia"."""
    weekday = house.texts.plain(language, "roster-weekday", weekday=day.weekday())
    return f"{weekday} {house.texts.plain(language, 'when-date', day=str(day.day), month=day.month, year='')}"


def month_name(house: House, language: str, number: int) -> str:
    return house.texts.plain(language, "roster-month", month=number)


def month_said(house: House, language: str, month: date) -> str:
    """ "grudzień 2026"."""
    return f"{month_name(house, language, month.month)} {month.year}"


def _with_holiday(house: House, language: str, day: date) -> str:
    said = day_said(house, language, day)
    return f"{said} ({holiday_name(day, language)})" if is_public_holiday(day) else said


def _posted_lines(house: House, language: str, found: Sequence[Posted]) -> list[str]:
    lines: list[str] = []
    last: date | None = None
    for each in found:
        if len(lines) >= MOST_LINES:
            left = len(found) - sum(line.startswith("   ") for line in lines)
            return [*lines, house.texts.html(language, "roster-more-lines", count=left)]
        if each.duty.day != last:
            last = each.duty.day
            lines.append(house.texts.html(language, "roster-line-day", day=day_said(house, language, last)))
        room = f", {each.room.name}" if each.room else ""
        what = f"{each.hours} {each.provider.name}{room}"
        lines.append("   " + house.texts.html(language, "roster-line-duty", duty=what))
    return lines


def _grouped(house: House, language: str, entries: Iterable[Entry]) -> list[str]:
    """The same hours on several days are one line: "prawnik, 9:00–13:00, pokój 12: pn 7, pn 14"."""
    groups: dict[tuple[str, str, str, str, int], list[date]] = defaultdict(list)
    for entry in entries:
        groups[entry.service, entry.provider, entry.hours, entry.room, entry.step].append(entry.day)
    services = {service for service, *_ in groups}
    lines = []
    for (service, provider, hours, room, step), days in groups.items():
        parts = [provider, hours, *([room] if room else []), house.texts.plain(language, "roster-step", step=step)]
        card = house.catalogue.card(service) if len(services) > 1 else None
        if card:
            parts.insert(0, card.service.name.in_(language))
        said = ", ".join(
            f"{house.texts.plain(language, 'roster-weekday', weekday=day.weekday())} {day.day}" for day in sorted(days)
        )
        lines.append(f"{', '.join(parts)}: {said}")
    return lines


def absent_button(house: House, language: str, provider: int, day: date) -> Row:
    """One day to choose for an absence."""
    number = packed(day)
    return [button(day_said(house, language, day), Absent(provider=provider, first=number, last=number))]
