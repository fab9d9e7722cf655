"""What Okienko is woken up for.

Messages to people need nothing here: the outbox keeps the moment of each (reminders of events, say).
"""

from bot.announcements.herald import Herald
from bot.scheduler.wakeups import Wakeup


def of_announcements(herald: Herald) -> list[Wakeup]:
    """Announcements go out, are corrected or taken back, and their organisers are told how it goes."""
    return [
        Wakeup("announcement", herald.runs_due, herald.go_out),
        Wakeup("announcement chore", herald.chores_due, herald.do_chore),
        Wakeup("announcement progress", herald.runs_under_way, herald.tell),
    ]
