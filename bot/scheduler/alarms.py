"""What Okienko is woken up for.

Messages to people need nothing here: the outbox keeps the moment of each (reminders of events, say).
"""

from bot.announcements.herald import Herald
from bot.desk.watch import Watch
from bot.places.halls.watch import Watch as HallWatch
from bot.places.waiting_watch import Watch as LineWatch
from bot.scheduler.wakeups import Wakeup


def of_announcements(herald: Herald) -> list[Wakeup]:
    """Announcements go out, are corrected or taken back, and their organisers are told how it goes."""
    return [
        Wakeup("announcement", herald.runs_due, herald.go_out),
        Wakeup("announcement chore", herald.chores_due, herald.do_chore),
        Wakeup("announcement progress", herald.runs_under_way, herald.tell, every=2),
    ]


def of_desk(watch: Watch) -> list[Wakeup]:
    """Nobody is left waiting, nobody keeps a conversation over night, and files find their way to another channel.

    Whatever is looked for seldom lies further ahead when it comes about: a reminder five minutes at least, a topic's
    second try as long, the end of putting aside two hours or the next opening.
    """
    return [
        Wakeup("desk reminder", watch.reminders_due, watch.remind, every=10),
        Wakeup("desk lapse", watch.lapses_due, watch.lapse, every=10),
        Wakeup("desk snooze", watch.snoozes_due, watch.wake, every=10),
        Wakeup("desk morning", watch.mornings_due, watch.greet, every=10),
        Wakeup("desk topic", watch.topics_due, watch.bring, every=10),
        Wakeup("desk file", watch.files_due, watch.fetch),
    ]


def of_lines(watch: LineWatch) -> list[Wakeup]:
    """A free place that nobody answered for goes to the next in the line, and who waited in vain hears it."""
    return [
        Wakeup("waiting lapse", watch.lapses_due, watch.lapse, every=10),
        Wakeup("waiting over", watch.overs_due, watch.over, every=60),
    ]


def of_halls(watch: HallWatch) -> list[Wakeup]:
    """A room that was asked for in vain is free again."""
    return [
        Wakeup("hall request", watch.requests_due, watch.lapse),
        Wakeup("recurring hall request", watch.series_due, watch.lapse_series),
    ]
