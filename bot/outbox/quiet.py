"""Quiet hours: no message between nine in the evening and eight in the morning, Polish time."""

from datetime import datetime, time, timedelta

from bot.clock import WARSAW

QUIET_FROM = time(21, 0)
QUIET_UNTIL = time(8, 0)
EVENING_BEFORE = time(20, 30)
"""Where a message goes whose moment falls into quiet hours."""


def is_quiet(moment: datetime) -> bool:
    """Whether an aware moment falls into quiet hours (21:00 is quiet, 8:00 is not)."""
    local = moment.astimezone(WARSAW).time()
    return local >= QUIET_FROM or local < QUIET_UNTIL


def allowed_moment(
    wanted: datetime,
    now: datetime,
    *,
    earliest_useful: datetime | None = None,
    expires_at: datetime | None = None,
) -> datetime | None:
    """When a message that is wanted at ``wanted`` may be sent; None when at no moment of use.

    Outside quiet hours that is the moment itself, or now when it has passed. Inside, it is 20:30 of
    the evening before, or dropped when that is earlier than makes sense (``earliest_useful``). When
    that evening is over already, it is 8:00 in the morning, as long as that is before ``expires_at``.
    All are aware; the result is never before now, never at or after ``expires_at``.
    """
    moment = max(wanted, now)
    if is_quiet(moment):
        begins, ends = _night_of(moment)
        evening = max(begins.replace(hour=EVENING_BEFORE.hour, minute=EVENING_BEFORE.minute), now)
        if evening < begins:
            if earliest_useful and evening < earliest_useful:
                return None
            moment = evening
        else:
            moment = ends
    if expires_at and moment >= expires_at:
        return None
    return moment.astimezone(now.tzinfo)


def _night_of(moment: datetime) -> tuple[datetime, datetime]:
    """Beginning and end of the quiet hours in which a moment lies, on Polish clocks."""
    local = moment.astimezone(WARSAW)
    evening = local.date() if local.time() >= QUIET_FROM else local.date() - timedelta(days=1)
    return (
        datetime.combine(evening, QUIET_FROM, WARSAW),
        datetime.combine(evening + timedelta(days=1), QUIET_UNTIL, WARSAW),
    )
