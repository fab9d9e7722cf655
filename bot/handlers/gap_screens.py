"""The screens of /braki."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from bot.catalogue.additions import Addition
from bot.catalogue.catalogue import Card
from bot.catalogue.learning import KEEP, Gap
from bot.catalogue.model import Topic
from bot.clock import WARSAW
from bot.handlers.buttons import (
    AddGapWords,
    ChooseGapCard,
    OpenGap,
    OpenGapHistory,
    OpenGaps,
    OpenGapTopics,
    PutGapAside,
    UndoGapWords,
)
from bot.handlers.card import short
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.texts import Html

MOST: Final = 10
"""Gaps on one screen: the most asked ones; the others move up."""
SUGGESTED: Final = 4


def list_screen(house: House, actor: Actor, centre: str, gaps: Sequence[Gap], *, changed: bool = False) -> Screen:
    """What is asked and not answered. ``changed``: the tap came too late, this is how things are now."""
    texts, language = house.texts, actor.language
    city = house.city(centre, language)
    parts: list[str] = [texts.html(language, "gaps-changed")] if changed else []
    if gaps:
        parts.append(texts.html(language, "gaps-title", city=city, days=KEEP.days))
    else:
        parts.append(texts.html(language, "gaps-nothing", city=city, days=KEEP.days))
    rows: list[Row] = [
        [button(f"{short(gap.phrases[0].text)} · {gap.count}", OpenGap(gap=gap.id))] for gap in gaps[:MOST]
    ]
    rows.append([button(texts.plain(language, "gaps-button-history"), OpenGapHistory())])
    return Screen(Html("\n\n".join(parts)), [*rows, way_out(texts, language)])


def gap_screen(house: House, actor: Actor, centre: str, gap: Gap) -> Screen:
    """How it was asked, and the cards that come nearest."""
    texts, language = house.texts, actor.language
    examples = "\n".join(texts.html(language, "gaps-example", text=text) for text in gap.examples)
    text = texts.html(language, "gaps-one", count=gap.count, examples=Html(examples))
    near = house.library.nearest(centre, " ".join(phrase.text for phrase in gap.phrases), SUGGESTED)
    rows = [_card_row(card, language, gap.id) for id in near if (card := house.catalogue.card(id))]
    rows.append([button(texts.plain(language, "gaps-button-other-card"), OpenGapTopics(gap=gap.id))])
    rows.append([button(texts.plain(language, "gaps-button-aside"), PutGapAside(gap=gap.id))])
    return Screen(text, [*rows, way_out(texts, language, OpenGaps())])


def topics_screen(house: House, actor: Actor, centre: str, gap_id: int, topic: str) -> Screen:
    """Every card of the centre can be reached: first the shelves, then what stands on one."""
    texts, language = house.texts, actor.language
    text = texts.html(language, "gaps-which-card")
    if topic in set(Topic):
        rows = [_card_row(card, language, gap_id) for card in house.catalogue.cards(centre, Topic(topic))]
        return Screen(text, [*rows, way_out(texts, language, OpenGapTopics(gap=gap_id))])
    filled = Counter(topic for card in house.catalogue.cards(centre) for topic in card.service.topics)
    buttons = [
        button(texts.plain(language, f"topic-{topic.value}"), OpenGapTopics(gap=gap_id, topic=topic.value))
        for topic in Topic
        if filled[topic]
    ]
    rows = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    return Screen(text, [*rows, way_out(texts, language, OpenGap(gap=gap_id))])


def confirm_screen(house: House, actor: Actor, gap: Gap, card: Card) -> Screen:
    """Exactly what would be added, before it is."""
    texts, language = house.texts, actor.language
    text = texts.html(
        language,
        "gaps-confirm",
        card=card.service.name.in_(language),
        words=_words(house, language, [phrase.text for phrase in gap.phrases]),
    )
    yes = AddGapWords(gap=gap.id, card=card.service.id, seen=gap.seen)
    rows = [[button(texts.plain(language, "gaps-button-yes"), yes)]]
    return Screen(text, [*rows, way_out(texts, language, OpenGap(gap=gap.id))])


def decided_screen(house: House, actor: Actor, addition: Addition) -> Screen:
    """What was just done, and how to undo it."""
    texts, language = house.texts, actor.language
    if addition.card is None:
        text = texts.html(language, "gaps-put-aside")
    else:
        text = texts.html(
            language,
            "gaps-added",
            card=_name(house, addition.card, language),
            words=_words(house, language, addition.words),
        )
    undo = UndoGapWords(addition=addition.id)
    return Screen(
        text,
        [[button(texts.plain(language, "gaps-button-undo"), undo)], way_out(texts, language, OpenGaps())],
    )


def undone_screen(house: House, actor: Actor, addition: Addition | None) -> Screen:
    """After an undo; ``addition`` is None when there was nothing left to undo."""
    texts, language = house.texts, actor.language
    text = texts.html(language, "gaps-undone-before") if addition is None else texts.html(language, "gaps-undone")
    return Screen(text, [way_out(texts, language, OpenGaps())])


def history_screen(house: House, actor: Actor, past: Sequence[Addition], page: int, *, more: bool) -> Screen:
    """Past additions, numbered, each with its undo. A colleague is "somebody else": names are not stored."""
    texts, language = house.texts, actor.language
    title = texts.html(language, "gaps-history-title") if past else texts.html(language, "gaps-history-nothing")
    parts: list[str] = [title]
    rows: list[Row] = []
    for number, addition in enumerate(past, start=1):
        parts.append(_past(house, actor, number, addition))
        if addition.undone_at is None:
            label = texts.plain(language, "gaps-button-undo-number", number=number)
            rows.append([button(label, UndoGapWords(addition=addition.id))])
    turn = [button("◀", OpenGapHistory(page=page - 1))] if page else []
    turn += [button("▶", OpenGapHistory(page=page + 1))] if more else []
    rows += [turn] if turn else []
    return Screen(Html("\n\n".join(parts)), [*rows, way_out(texts, language, OpenGaps())])


def refused_screen(house: House, actor: Actor) -> Screen:
    """For everybody who is not an organiser of their centre."""
    return Screen(house.texts.html(actor.language, "gaps-refused"), [way_out(house.texts, actor.language)])


def _past(house: House, actor: Actor, number: int, addition: Addition) -> str:
    texts, language = house.texts, actor.language
    mine = addition.author == actor.account_id
    who = texts.html(language, "gaps-by-me") if mine else texts.html(language, "gaps-by-another")
    day = addition.added_at.astimezone(WARSAW).date()
    if addition.card is None:
        line = texts.html(language, "gaps-past-aside", number=number, day=day, who=who)
    else:
        line = texts.html(
            language,
            "gaps-past-added",
            number=number,
            day=day,
            who=who,
            card=_name(house, addition.card, language),
            words=_words(house, language, addition.words),
        )
    if addition.undone_at is None:
        return line
    return line + "\n" + texts.html(language, "gaps-past-undone", day=addition.undone_at.astimezone(WARSAW).date())


def _words(house: House, language: str, words: Sequence[str]) -> Html:
    return Html("\n".join(house.texts.html(language, "gaps-word", text=text) for text in words))


def _name(house: House, id: str, language: str) -> str:
    card = house.catalogue.card(id)
    return card.service.name.in_(language) if card else id


def _card_row(card: Card, language: str, gap_id: int) -> Row:
    return [button(short(card.service.name.in_(language)), ChooseGapCard(gap=gap_id, card=card.service.id))]
