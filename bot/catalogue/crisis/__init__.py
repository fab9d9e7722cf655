"""The crisis net: finds danger in what people write and says whom to call. Rules are data: `data/crisis/`."""

from bot.catalogue.crisis.answer import Answer, AnswerLine, answer
from bot.catalogue.crisis.net import Caught, Net

__all__ = ["Answer", "AnswerLine", "Caught", "Net", "answer"]
