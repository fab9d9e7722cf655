"""The grammar of a typed time: from its signs to what was said.

`read` takes the parts out of the text one after the other (hours said in words, how often, until when, the
day, the hour) and refuses what is left over: nobody's words are passed over in silence.
"""

import re
from collections.abc import Callable
from typing import Final

from bot.announcements.when_said import CalendarDay, CalendarMonth, Hour, Refused, Said
from bot.announcements.when_tokens import signs

LONGEST: Final = 200
"""Characters. Whoever types more has typed something else than a time."""

_HOUR = r"w?(\d{1,2})\.?"
_MINUTES = r"(quarter|w?\d{1,2})(?: minute)?"
_PARTS = "am|morning|forenoon|noon|pm|evening|night"
_MONTHS: Final = {"month": 1, "season": 3, "halfyear": 6, "year": 12}
_EMPTY: Final = {"", "|", "at", "onto", "in", "from", "and", "day", "number", "year", "coming", "this"}
"""Signs that say nothing alone."""

Change = str | Callable[[re.Match[str]], str]


class _Text:
    """The signs not yet understood. What is taken leaves a bar, so that its neighbours do not meet."""

    def __init__(self, text: str) -> None:
        self.left = text

    def take(self, pattern: str) -> re.Match[str] | None:
        match = re.search(rf"(?<= )(?:{pattern})(?= )", self.left)
        if match:
            self.left = f"{self.left[: match.start()]}|{self.left[match.end() :]}"
        return match

    def has(self, pattern: str) -> bool:
        return re.search(rf"(?<= )(?:{pattern})(?= )", self.left) is not None

    def change(self, pattern: str, by: Change) -> None:
        changed = re.sub(rf"(?<= )(?:{pattern})(?= )", by, self.left)
        self.left = f" {' '.join(changed.split())} "


def read(typed: str) -> Said:
    """The parts of what was typed. Raises `Refused` when it is no time or says two at once."""
    if len(typed) > LONGEST:
        raise Refused("when-unclear")
    found, unknown = signs(typed)
    if unknown:
        raise Refused("when-unknown-words", words=", ".join(dict.fromkeys(unknown)))
    text, said = _Text(found), Said()
    for pattern, by in _PHRASES:
        text.change(pattern, by)
    for pattern, by in _SPOKEN_HOURS:
        text.change(pattern, by)
    text.change(r"w(\d+\.?)", r"\1")
    _two_at_once(text)
    _until(text, said)
    _how_often(text, said)
    _from_now(text, said)
    _said_hour(text, said)
    _day(text, said)
    _bare_hour(text, said)
    if set(text.left.split()) - _EMPTY or not (said.now or said.has_day or said.ends or said.hour or said.part):
        raise Refused("when-unclear")
    return said


def _tens(match: re.Match[str]) -> str:
    return f"w{int(match[1]) + int(match[2])}{match[3]}"


_PHRASES: Final[tuple[tuple[str, Change], ...]] = (
    (r"ten(?= (?:wd|week|month|working))", "this"),
    (r"ten", "w10"),
    (r"w([2-5]0)\.? w([1-9])(\.)", _tens),
    (r"w([2-5]0) w([1-9])()", _tens),
    (r"after noon", "pm"),
    (r"(?:before|until) noon", "forenoon"),
    (r"day after tomorrow", "dayafter"),
    (r"(w?\d+\.?|t\d+:\d+) дня", r"\1 pm"),
    (r"дня", "day"),
    (rf"(?:in|onto|at) ({_PARTS})", r"\1"),
    (r"half year", "halfyear"),
    (r"once (?:(?:onto|in|every) )?(day|week|month|season|halfyear|year)", r"every \1"),
    (r"once (?:onto |in )?w?(\d+) (week|month)", r"every \1 \2"),
    (r"every quarter", "every season"),
    (r"every(?= every)", ""),
    (r"(?:after|onto)(?= (?:day )?(?:every|working))", ""),
    (r"(\d\.|last) every (wd\d)", r"every \1 \2"),
    (r"((?:w?\d+ )?(?:minute|hour|day|week|month)) from now", r"in \1"),
    (r"in (w?\d+|half|onehalf) at(?! w?\d)", r"in \1 hour"),
    (r"in quarter(?: hour)?(?! (?:w?\d|at))", "in 15 minute"),
    (r"in half hour", "in 30 minute"),
    (r"in onehalf hour", "in 90 minute"),
)


def _clock(hour: int, minute: int) -> str:
    """The sign of an hour; ``minute`` below 0 counts back from it: a quarter to one is 12:45."""
    if minute < 0:
        hour, minute = hour - 1 if hour > 1 else {1: 12}.get(hour, 23), minute + 60
    return f"t{hour}:{minute:02}"


def _minutes(said: str) -> int:
    return 15 if said == "quarter" else int(said.lstrip("w"))


_NO_UNIT = r"(?! (?:mo\d|minute|hour|day|week|month|year|times|number))"
_SPOKEN_HOURS: Final[tuple[tuple[str, Change], ...]] = (
    (rf"(?:at )?half (?:until|to|onto) {_HOUR}", lambda m: _clock(int(m[1]), -30)),
    (rf"(?:at )?half (?:after )?{_HOUR}{_NO_UNIT}", lambda m: _clock(int(m[1]), 30)),
    (rf"(?:at )?in {_MINUTES} (?:at )?{_HOUR}{_NO_UNIT}", lambda m: _clock(int(m[2]), -_minutes(m[1]))),
    (rf"(?:at )?(quarter|w\d+) to {_HOUR}", lambda m: _clock(int(m[2]), -_minutes(m[1]))),
    (rf"(?:at )?quarter until {_HOUR}", lambda m: _clock(int(m[1]), -15)),
    (rf"(?:at )?quarter onto {_HOUR}", lambda m: _clock(int(m[1]), -45)),
    (rf"(?:at )?{_MINUTES} after {_HOUR}", lambda m: _clock(int(m[2]), _minutes(m[1]))),
    (rf"(?:at )?w(\d+)\.? w(5|[1-5]\d){_NO_UNIT}", lambda m: _clock(int(m[1]), int(m[2]))),
    (rf"at {_HOUR} (\d\d){_NO_UNIT}", lambda m: _clock(int(m[1]), int(m[2]))),
)


def _two_at_once(text: _Text) -> None:
    if text.has(r"range mo\d+"):
        raise Refused("when-two-days")
    hour = r"(?:at )?(?:\d{1,2}|t\S+|x\d+\.\d\d)(?: hour)?"
    if text.has("range") or text.has(rf"from {hour} (?:until|to) {hour}(?! mo\d)"):
        raise Refused("when-two-hours")
    if text.has(r"(?:\d{1,2}|t\S+) (?:until|to) (?:at )?(?:\d{1,2}|t\S+)(?! (?:mo\d|number))"):
        raise Refused("when-two-hours")


def _number(said: str | None) -> int | None:
    return int(said) if said else None


def _take_date(text: _Text, before: str = "") -> CalendarDay | None:
    if match := text.take(rf"{before}D(\d+)-(\d+)-(\d+)(?: year)?"):
        return CalendarDay(int(match[3]), int(match[2]), int(match[1]))
    if match := text.take(rf"{before}X(\d+)\.(\d+)(?: (20\d\d))?(?: year)?"):
        return CalendarDay(int(match[1]), int(match[2]), _number(match[3]))
    if match := text.take(rf"{before}(\d{{1,2}})\.? mo(\d+)(?: (20\d\d))?(?: year)?"):
        return CalendarDay(int(match[1]), int(match[2]), _number(match[3]))
    if match := text.take(rf"{before}mo(\d+) (\d{{1,2}})\.?(?: (20\d\d))?(?! hour)"):
        return CalendarDay(int(match[2]), int(match[1]), _number(match[3]))
    return None


def _until(text: _Text, said: Said) -> None:
    before = "(?:until|to) "
    said.until = _take_date(text, before)
    if said.until is None and (match := text.take(rf"{before}x(\d+)\.(\d+)")):
        said.until = CalendarDay(int(match[1]), int(match[2]))
    elif match := text.take(rf"{before}(?:end )?mo(\d+)(?: (20\d\d))?(?: year)?"):
        said.until_end_of = CalendarMonth(int(match[1]), _number(match[2]))
        if "end" not in match[0]:
            said.guessed.append("when-guessed-month-end")
    elif match := text.take(rf"{before}end (?:this )?(?:(20\d\d)(?: year)?|year)"):
        said.until_end_of = CalendarMonth(12, _number(match[1]))
    elif match := text.take(rf"{before}end (?:(this|next) )?month"):
        said.until_end_of = CalendarMonth(months_on=int(match[1] == "next"))
    elif match := text.take(rf"{before}(\d{{1,2}})(?:\.| number)"):
        said.until = CalendarDay(int(match[1]))
    elif match := text.take(rf"{before}wd(\d)"):
        said.until_weekday = int(match[1])
    if match := text.take(r"during (?:(\d+) )?(week|month|season|halfyear|year)"):
        number = int(match[1] or 1)
        said.lasting = (number, "week") if match[2] == "week" else (number * _MONTHS[match[2]], "month")
    if match := text.take(r"(\d+) times"):
        said.times = int(match[1])


def _how_often(text: _Text, said: Said) -> None:
    if text.has("weekend"):
        raise Refused("when-day-missing")
    if match := text.take(r"(?:every )?(?:day )?working(?: day)?"):
        said.unit, said.weekdays, said.working = "week", (0, 1, 2, 3, 4), True
    elif (match := text.take(r"every (\d{1,2}) day")) and int(match[1]) and int(match[1]) % 7 == 0:
        said.unit, said.step = "week", int(match[1]) // 7
    elif match:  # there is no rule for every third day
        raise Refused("when-unclear")
    elif match := text.take(r"every (?:(\d{1,2})\. (?:day|number)|(\d{1,2}) number)(?: (?:every )?month)?"):
        said.unit, said.date = "month", CalendarDay(int(match[1] or match[2]))
    elif match := text.take(r"every day"):
        said.unit, said.weekdays = "week", (0, 1, 2, 3, 4, 5, 6)
    _nth(text, said)
    if match := text.take(r"every (?:(\d{1,2})\.? )?(week|month|season|halfyear|year)"):
        number = int(match[1] or 1)
        if number == 0:
            raise Refused("when-unclear")
        said.unit, said.step = ("week", number) if match[2] == "week" else ("month", number * _MONTHS[match[2]])
    elif match := text.take(r"every (\d{1,2}\. )?(wd\d(?: (?:and )?(?:every )?wd\d)*)"):
        if match[1]:  # "co drugi wtorek": the other nths are taken above
            said.guessed.append("when-guessed-fortnight")
        said.unit, said.step = "week", 2 if match[1] else 1
        said.weekdays = tuple(int(found) for found in re.findall(r"wd(\d)", match[2]))
    elif match := text.take(r"every (\d{1,2})\.(?: month)?"):
        said.unit, said.date = "month", CalendarDay(int(match[1]))


def _nth(text: _Text, said: Said) -> None:
    which = r"(?<!every )([1-5]\.|last)"
    if match := text.take(rf"{which} wd(\d) (?:mo(\d+)(?: (20\d\d))?(?: year)?|(this|next) month)"):
        said.nth_in = CalendarMonth(_number(match[3]), _number(match[4]), int(match[5] == "next"))
    elif match := text.take(r"every ([1-5]\.|last) wd(\d) (?:every )?month") or text.take(
        r"every ([1345]\.|last) wd(\d)"
    ):
        said.unit = "month"
    elif match := text.take(rf"{which} wd(\d) every (month|season|halfyear)"):
        said.unit, said.step = "month", _MONTHS[match[3]]
    elif match := text.take(rf"{which} wd(\d) month"):
        said.unit = "month"
        if not text.has("every (?:month|season)"):
            said.guessed.append("when-guessed-monthly")
    elif text.take(r"(?:every )?last day (?:every )?month") or (text.has("every month") and text.take("last day")):
        said.unit, said.nth = "month", -1
    else:
        match = text.take(rf"{which} wd(\d)")
        if match and match[1] == "last" and not text.has("every (?:month|season|halfyear)"):
            raise Refused("when-unclear")  # last Friday, or the month's last one?
    if match:
        nth, weekday, *_ = (group for group in match.groups() if group)
        said.nth, said.weekdays = -1 if nth == "last" else int(nth[0]), (int(weekday),)


def _from_now(text: _Text, said: Said) -> None:
    amount = r"in (?:(\d+) )?(minute|hour|day|week|month|season|halfyear|year)"
    if match := text.take(rf"{amount}(?: (?:and )?(?:(\d+) minute|(half)))?|in (\d+) and half (hour)"):
        number = int(match[1] or match[5] or 1)
        unit = match[2] or match[6]
        extra = 30 if match[4] or match[5] else int(match[3] or 0)
        if (extra and unit != "hour") or number > 5000:
            raise Refused("when-unclear")
        _move_on(said, number, unit, extra)
    elif match := text.take(r"(this|next) week|week (this|next)"):
        said.weeks_on = int("next" in match[0])
    elif match := text.take(r"(\d{1,2})\.?(?: day)? (this|next) month"):
        said.date, said.months_on = CalendarDay(int(match[1])), int(match[2] == "next")
    elif match := text.take(r"(this|next) month (\d{1,2})\.?"):
        said.date, said.months_on = CalendarDay(int(match[2])), int(match[1] == "next")
    elif text.take("next year"):
        said.next_year = True


def _move_on(said: Said, number: int, unit: str, extra: int) -> None:
    if unit in ("minute", "hour"):
        said.minutes = number * (60 if unit == "hour" else 1) + extra
    elif unit == "day":
        said.days_on = number
    elif unit == "week":
        said.weeks_on, said.days_on = number, 7 * number
    else:
        said.months_on = number * _MONTHS[unit]


def _hour_of(said: str) -> Hour:
    """Of 17, 05, 9:30, 9.30, 1730. Raises `Refused` for hours that no clock shows."""
    figures = re.split(r"[:.]", said) if re.search(r"[:.]\d", said) else [said.rstrip(".")]
    if len(figures) == 1 and len(figures[0]) > 2:
        figures = [figures[0][:-2], figures[0][-2:]]
    hour, minute = int(figures[0]), int(figures[1]) if len(figures) > 1 else 0
    if (hour, minute) == (24, 0):
        raise Refused("when-midnight")
    if hour > 23 or minute > 59:
        raise Refused("when-no-such-hour", hour=said)
    return Hour(hour, minute, sure=hour == 0 or hour > 12 or figures[0].startswith("0"))


def _said_hour(text: _Text, said: Said) -> None:
    """Hours that can be nothing else."""
    hours = []
    for pattern in (
        r"(?:(?:at|onto) )?(?:hour )?t(\d+:\d+)(?: hour)?",
        r"at (?:hour )?[xX](\d+\.\d\d)",
        r"(?:at|onto)(?: hour)? (\d{1,4}\.?)(?: hour)?(?! (?:mo\d|number))",
        r"hour (\d{1,2}\.?)",
        r"(\d{1,2}\.?) hour",
        rf"(\d{{1,2}}\.?)(?= (?:{_PARTS}))",
        r"((?:[01]?\d|2[0-3])(?:00|15|30|45))(?! year)",
    ):
        while match := text.take(pattern):
            hours.append(_hour_of(match[1]))
    if len(hours) > 1:
        raise Refused("when-two-hours")
    said.hour = hours[0] if hours else None
    if text.take("midnight"):
        raise Refused("when-midnight")
    parts = []
    while match := text.take(_PARTS):
        parts.append(match[0])
    if len(set(parts) - {"night"}) > 1:
        raise Refused("when-contradiction")
    said.part = parts[0] if parts else ""


def _day(text: _Text, said: Said) -> None:
    if text.take("yesterday|gone"):
        raise Refused("when-past-day")
    while text.take("now"):
        said.now = True
    for days_on, word in enumerate(("today", "tomorrow", "dayafter")):
        if text.take(word):
            if said.days_on is not None:
                raise Refused("when-two-days")
            said.days_on = days_on
    if said.unit and said.weekdays and (match := text.take(r"from mo(\d+)(?: (20\d\d))?(?: year)?")):
        said.date = CalendarDay(1, int(match[1]), _number(match[2]))
    said.date = said.date or _take_date(text)
    _weekday(text, said)
    while match := text.take(r"x(\d+)\.(\d+)"):
        time_of_day = said.hour is None and (said.days_on is not None or (said.has_day and said.date))
        if time_of_day or int(match[2]) > 12 or int(match[1]) == 0 or (match[2] == "00"):
            said.hour = _two_hours(said, f"{match[1]}.{match[2]}")
        elif said.date:
            raise Refused("when-two-days")
        else:
            said.date = CalendarDay(int(match[1]), int(match[2]))
    if said.date is None and (said.days_on is None) and (said.nth is None):
        monthly = said.unit == "month" and text.left.find("| ") >= 0
        pattern = r"(?:day )?(\d{1,2})(?:\.(?: day| number)?| number)|day (\d{1,2})"
        if match := text.take(pattern) or (text.take(r"(?:onto )?(\d{1,2})()") if monthly else None):
            said.date = CalendarDay(int(match[1] or match[2]))
    if _take_date(text) or text.has(r"wd\d"):
        raise Refused("when-two-days")
    if text.take(r"mo\d+(?: 20\d\d)?"):
        raise Refused("when-day-missing")


def _weekday(text: _Text, said: Said) -> None:
    found: list[int] = []
    while match := text.take(r"(?:(next|coming|this|and|onto) )?wd(\d)(?: (next|coming))?"):
        found.append(int(match[2]))
        if "next" in (match[1], match[3]):
            said.weeks_on = 1
            said.guessed.append("when-guessed-next-week")
    if (found and said.nth is not None) or (len(set(found)) > 1 and said.unit != "week"):
        raise Refused("when-two-days")
    if found:
        said.weekdays = tuple(sorted(set(found)))
        if said.weeks_on is not None and said.days_on == 7 * said.weeks_on:
            said.days_on = None  # "in a week on Wednesday" is a week and a weekday
    elif said.weeks_on is not None and said.days_on is None and not said.unit:
        raise Refused("when-day-missing")


def _two_hours(said: Said, hour: str) -> Hour:
    if said.hour:
        raise Refused("when-two-hours")
    return _hour_of(hour)


def _bare_hour(text: _Text, said: Said) -> None:
    """A number alone beside a day is the hour: "jutro 17"."""
    if said.hour is None and said.minutes is None and (match := text.take(r"(\d{1,2})\.?")):
        said.hour = _hour_of(match[1])
