"""What is said, to whom, when and how often. Today: the time, typed as people write it, and how it repeats."""

from bot.announcements.read_back import explain, holiday, read_back
from bot.announcements.rule import Rule
from bot.announcements.when import NotUnderstood, When, understand

__all__ = ["NotUnderstood", "Rule", "When", "explain", "holiday", "read_back", "understand"]
