"""What Okienko is woken up for.

Messages to people need nothing here: the outbox keeps the moment of each (reminders of events, say).
"""

from bot.announcements.herald import Herald
from bot.desk.watch import Watch
from bot.scheduler.wakeups import Wakeup


def of_announcements(herald: Herald) -> list[Wakeup]:
    """Announcements go out, are corrected or taken back, and their organisers are told how it goes."""
    return [
        Wakeup("announcement", herald.runs_due, herald.go_out),
        Wakeup("announcement chore", herald.chores_due, herald.do_chore),
        Wakeup("announcement progress", herald.runs_under_way, herald.tell),
    ]


def of_desk(watch: Watch) -> list[Wakeup]:
    """Nobody is left waiting, nobody keeps a conversation over night, and files find their way to another channel."""
    return [
        Wakeup("desk reminder", watch.reminders_due, watch.remind),
        Wakeup("desk lapse", watch.lapses_due, watch.lapse),
        Wakeup("desk snooze", watch.snoozes_due, watch.wake),
        Wakeup("desk morning", watch.mornings_due, watch.greet),
        Wakeup("desk topic", watch.topics_due, watch.bring),
        Wakeup("desk file", watch.files_due, watch.fetch),
    ]
