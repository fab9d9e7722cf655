"""The screens around the cards: menu, shelves, choice of centre and language, notice, person."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.announcements.plan import Plans
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.crisis import Net
from bot.catalogue.learning import Askers
from bot.catalogue.library import Library
from bot.catalogue.model import Topic
from bot.handlers.announcing.buttons import Notifications
from bot.handlers.announcing.event_buttons import OpenEvents
from bot.handlers.booking.buttons import BeginBooking, OpenBookings
from bot.handlers.buttons import (
    ChooseCentre,
    ChooseLanguage,
    NoneOfThese,
    OpenCentres,
    OpenHuman,
    OpenLanguages,
    OpenMenu,
    OpenPrivacy,
    OpenTopic,
)
from bot.handlers.card import card_button, fee_parts, location_line, phone_line, schedule_lines
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.people.flood import Flood
from bot.people.own_data import OwnData
from bot.texts import LANGUAGES, Html, Texts

LANGUAGE_NAMES = {"pl": "Polski", "uk": "Українська", "en": "English"}
"""Each language in its own name, so that nobody has to read another one to find theirs."""


async def _nobody(*_anything: object) -> bool:
    return False


def _nothing_kept() -> OwnData:
    return OwnData((), _nobody)


@dataclass(slots=True)
class Pages:
    """Where this installation's own pages are, like https://okienko.example; empty until it is known."""

    url: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """What handlers need beside the update: the texts, the living catalogue and the crisis net."""

    texts: Texts
    library: Library
    net: Net
    askers: Askers = field(default_factory=Askers)
    plans: Plans = field(default_factory=dict)
    pages: Pages = field(default_factory=Pages)
    flood: Flood = field(default_factory=Flood)
    own_data: OwnData = field(default_factory=_nothing_kept)

    @property
    def catalogue(self) -> Catalogue:
        return self.library.catalogue

    def city(self, centre: str, language: str) -> str:
        """The town's name as people read it."""
        found = self.catalogue.centre(centre)
        return found.organization.city.in_(language) if found else centre


def home_screen(house: House, actor: Actor, greeting: bool = False, smalltalk: bool = False) -> Screen:
    """The menu of the person's centre, under the words that fit; the choice of a centre where there is none yet."""
    if actor.centre is None or house.catalogue.centre(actor.centre) is None:
        return centres_screen(house, actor.language, "greeting-where" if greeting else "centre-where")
    texts, language = house.texts, actor.language
    key = "greeting-menu" if greeting else "smalltalk" if smalltalk else "menu"
    rows = topic_rows(house, actor.centre, language)
    rows.append(
        [
            button(texts.plain(language, "booking-menu"), BeginBooking()),
            button(texts.plain(language, "booking-button-mine"), OpenBookings()),
        ]
    )
    rows.append([button(texts.plain(language, "button-human"), OpenHuman())])
    rows.append(
        [
            button(texts.plain(language, "event-button-list"), OpenEvents()),
            button(texts.plain(language, "following-button"), Notifications()),
        ]
    )
    last = [button(texts.plain(language, "button-language"), OpenLanguages())]
    if len(house.catalogue.ids) > 1:
        last.insert(0, button(texts.plain(language, "button-centre"), OpenCentres()))
    rows.append(last)
    return Screen(texts.html(language, key, city=house.city(actor.centre, language)), rows)


def topic_rows(house: House, centre: str, language: str) -> list[Row]:
    """The shelves that hold something, two a row."""
    filled = Counter(topic for card in house.catalogue.cards(centre) for topic in card.service.topics)
    buttons = [
        button(house.texts.plain(language, f"topic-{topic.value}"), OpenTopic(topic=topic.value))
        for topic in Topic
        if filled[topic]
    ]
    return [buttons[i : i + 2] for i in range(0, len(buttons), 2)]


def topic_screen(house: House, actor: Actor, topic: str) -> Screen:
    """The cards of a shelf, or the menu where the shelf is gone."""
    if actor.centre is None or topic not in set(Topic):
        return home_screen(house, actor)
    cards = house.catalogue.cards(actor.centre, Topic(topic))
    if not cards:
        return home_screen(house, actor)
    title = house.texts.html(
        actor.language,
        "topic-title",
        topic=house.texts.plain(actor.language, f"topic-{topic}"),
        city=house.city(actor.centre, actor.language),
    )
    rows = [card_button(card, actor.language, back=topic) for card in cards]
    return Screen(title, [*rows, way_out(house.texts, actor.language)])


def centres_screen(house: House, language: str, key: str, *, again: bool = False, way: bool = False) -> Screen:
    """Which town? ``again`` asks the last question once more after the tap; ``way`` for who has one already."""
    rows: list[Row] = [
        [button(centre.organization.city.in_(language), ChooseCentre(centre=centre.organization.id, again=again))]
        for centre in house.catalogue
    ]
    rows.append(language_row(language))
    if way:
        rows.append(way_out(house.texts, language))
    return Screen(house.texts.html(language, key), rows)


def language_row(language: str) -> Row:
    """The other languages, one tap each."""
    return [button(name, ChooseLanguage(language=code)) for code, name in LANGUAGE_NAMES.items() if code != language]


def languages_screen(house: House, language: str) -> Screen:
    rows: list[Row] = [[button(LANGUAGE_NAMES[code], ChooseLanguage(language=code))] for code in LANGUAGES]
    return Screen(house.texts.html(language, "language-which"), [*rows, way_out(house.texts, language)])


def notice_screen(house: House, actor: Actor) -> Screen:
    """The footer of the first meeting: a machine, no PESEL, privacy; and how to change what was guessed."""
    texts, language = house.texts, actor.language
    rows: list[Row] = [language_row(language)]
    if actor.centre and len(house.catalogue.ids) > 1:
        rows.append(
            [
                button(texts.plain(language, "button-other-centre"), OpenCentres()),
                button(texts.plain(language, "button-privacy"), OpenPrivacy()),
            ]
        )
    else:
        rows.append([button(texts.plain(language, "button-privacy"), OpenPrivacy())])
    return Screen(texts.html(language, "notice"), rows)


def privacy_screen(house: House, actor: Actor) -> Screen:
    """RODO art. 13: who, why, how long, what rights."""
    texts, language = house.texts, actor.language
    centre = house.catalogue.centre(actor.centre) if actor.centre else None
    who = centre.organization.name if centre else texts.plain(language, "privacy-any-centre")
    inspector = centre.organization.inspector if centre else None
    contact = (
        texts.html(language, "privacy-inspector", contact=inspector)
        if inspector
        else texts.html(language, "privacy-inspector-unknown")
    )
    text = Html(texts.html(language, "privacy", centre=who) + "\n" + contact)
    return Screen(text, [way_out(texts, language)])


def help_screen(house: House, actor: Actor) -> Screen:
    rows = [[button(house.texts.plain(actor.language, "button-human"), OpenHuman())]]
    return Screen(house.texts.html(actor.language, "help"), [*rows, way_out(house.texts, actor.language)])


def human_screen(
    house: House, actor: Actor, now: datetime, reads: Html | None = None, ways: Sequence[Row] = ()
) -> Screen:
    """What is known of the ways to a person. ``reads``: when staff read here, ``ways``: how to reach them here.

    Without them nobody reads along, and it says so.
    """
    texts, language = house.texts, actor.language
    centre = house.catalogue.centre(actor.centre) if actor.centre else None
    if centre is None:
        return centres_screen(house, language, "centre-where")
    organization = centre.organization
    desk = house.catalogue.card(f"{organization.id}/{organization.desk}") if organization.desk else None
    phones = organization.phones or (desk.service.phones if desk else ())
    schedules = organization.schedules or (desk.service.schedules if desk else ())
    places = [
        p for p in centre.locations if p.id in (organization.locations or (desk.service.locations if desk else ()))
    ]
    lines: list[str] = [phone_line(texts, phone, language) for phone in phones]
    lines += schedule_lines(texts, schedules, language, now)
    lines += [location_line(texts, place, language) for place in places]
    parts: list[str] = [texts.html(language, "human-title", centre=organization.name)]
    parts.append("\n".join(lines) if lines else texts.html(language, "human-nothing-confirmed"))
    if lines and not any(phone.example for phone in phones):
        parts.append(texts.html(language, "card-source", source=centre.sources[-1].title, date=centre.sources[-1].date))
    parts.append(reads or texts.html(language, "human-nobody-reads"))
    rows: list[Row] = [card_button(desk, language)] if desk else []
    return Screen(Html("\n\n".join(parts)), [*ways, *rows, way_out(texts, language)])


def fees_screen(house: House, actor: Actor) -> Screen:
    """ "How much do I pay?" without a service: the centre's fee where all have the same, else which one is meant."""
    texts, language = house.texts, actor.language
    centre = house.catalogue.centre(actor.centre) if actor.centre else None
    if centre is None:
        return centres_screen(house, language, "centre-where")
    human = [button(texts.plain(language, "button-human"), OpenHuman())]
    city = centre.organization.city.in_(language)
    if len(centre.fees) != 1:
        rows = [*topic_rows(house, centre.organization.id, language), human, way_out(texts, language)]
        return Screen(texts.html(language, "fees-which", city=city), rows)
    parts = [
        texts.html(language, "fee-title", name=city),
        *fee_parts(texts, centre, centre.fees[0], language),
        texts.html(language, "fees-others"),
    ]
    return Screen(Html("\n\n".join(parts)), [human, way_out(texts, language)])


def unknown_screen(house: House, actor: Actor, near: list[str]) -> Screen:
    """An honest "not sure": a person first, then what comes nearest, then the shelves."""
    texts, language = house.texts, actor.language
    rows: list[Row] = [[button(texts.plain(language, "button-human"), OpenHuman())]]
    rows += [card_button(card, language) for id in near[:2] if (card := house.catalogue.card(id))]
    if actor.centre:
        rows += topic_rows(house, actor.centre, language)
    rows.append([button(texts.plain(language, "button-start-over"), OpenMenu())])
    return Screen(texts.html(language, "answer-unknown"), rows, unanswered=True)


def choices_screen(house: House, actor: Actor, ids: list[str]) -> Screen:
    """Two to four cards that the question may mean."""
    rows = [card_button(card, actor.language) for id in ids[:4] if (card := house.catalogue.card(id))]
    rows.append([button(house.texts.plain(actor.language, "choice-none"), NoneOfThese())])
    return Screen(house.texts.html(actor.language, "answer-choices"), [*rows, way_out(house.texts, actor.language)])
