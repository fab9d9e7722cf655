"""What people may come with to an adviser, told from the profession in their name; nothing where none is known."""

from typing import Final

from bot.places.topics import Topic

_BY_STEM: Final = {
    "prawn": (Topic.LAW, Topic.DEBTS),
    "radc": (Topic.LAW, Topic.DEBTS),
    "adwokat": (Topic.LAW, Topic.DEBTS),
    "юрист": (Topic.LAW, Topic.DEBTS),
    "адвокат": (Topic.LAW, Topic.DEBTS),
    "lawyer": (Topic.LAW, Topic.DEBTS),
    "psycho": (Topic.PSYCHOLOGY, Topic.FAMILY, Topic.VIOLENCE),
    "психо": (Topic.PSYCHOLOGY, Topic.FAMILY, Topic.VIOLENCE),
    "terapeut": (Topic.PSYCHOLOGY, Topic.ADDICTION),
    "pedagog": (Topic.FAMILY,),
    "педагог": (Topic.FAMILY,),
    "mediator": (Topic.MEDIATION, Topic.FAMILY),
    "медіатор": (Topic.MEDIATION, Topic.FAMILY),
    "uzależn": (Topic.ADDICTION,),
    "залежн": (Topic.ADDICTION,),
    "socjaln": (Topic.BENEFITS, Topic.LETTERS, Topic.VIOLENCE),
    "соціальн": (Topic.BENEFITS, Topic.LETTERS, Topic.VIOLENCE),
    "księgow": (Topic.ORGANISATIONS,),
    "organizac": (Topic.ORGANISATIONS,),
    "oddłuż": (Topic.DEBTS,),
    "pism": (Topic.LETTERS,),
    "wniosk": (Topic.LETTERS,),
}


def topics_of(name: str) -> list[str]:
    """The topics of somebody called like that ("prawniczka Nowak"); empty for who takes anything."""
    said = name.casefold().split()
    found = {
        topic for stem, topics in _BY_STEM.items() if any(word.startswith(stem) for word in said) for topic in topics
    }
    return [topic.value for topic in Topic if topic in found]
