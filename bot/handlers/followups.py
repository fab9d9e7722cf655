""" "A ile zapłacę?": a short answer about the card that is being looked at."""

from collections.abc import Sequence
from datetime import datetime

from bot.catalogue.catalogue import Card
from bot.catalogue.search.intents import Aspect
from bot.handlers.buttons import OpenCard, OpenHuman
from bot.handlers.card import (
    exemptions_button,
    hours_lines,
    location_line,
    phone_line,
    phones_of,
    reach_row,
    short,
    state_text,
)
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.texts import Html, Texts

ABSENT = {
    Aspect.FEE: "followup-no-fee",
    Aspect.PHONE: "followup-no-phone",
    Aspect.DOCUMENTS: "followup-no-documents",
    Aspect.FOR_WHOM: "followup-no-eligibility",
    Aspect.HOW: "followup-no-how",
    Aspect.ACCESS: "followup-no-access",
    Aspect.HOURS: "followup-no-hours",
    Aspect.WHERE: "followup-no-place",
}
"""What is said where the source says nothing."""


def follow_up_screen(texts: Texts, card: Card, aspects: Sequence[Aspect], actor: Actor, now: datetime) -> Screen:
    """What the card says about each aspect; where it says nothing, that, and whom to ask."""
    language = actor.language
    lines: list[str] = [texts.html(language, "followup-title", name=card.service.name.in_(language))]
    absent = False
    for aspect in aspects:
        said = _said(texts, card, aspect, language, now)
        absent |= not said
        lines += said or [texts.html(language, ABSENT[aspect])]
        if aspect is Aspect.WHERE and not said:
            lines += _where_to_turn(texts, card, language, Aspect.HOW in aspects)
    if absent:
        lines.append(texts.html(language, "followup-ask" if _reachable(card) else "followup-nobody"))
        if Aspect.PHONE not in aspects:
            lines += [phone_line(texts, phone, language) for phone in phones_of(card)[:1]]
    rows: list[Row] = []
    if {Aspect.PHONE, Aspect.WHERE} & set(aspects) or absent:
        rows.append(reach_row(texts, card, actor))
    if Aspect.FEE in aspects:
        rows.append(exemptions_button(texts, card, language))
    name = short("◀ " + card.service.name.in_(language))
    rows += [[button(name, OpenCard(id=card.id))], [button(texts.plain(language, "button-human"), OpenHuman())]]
    rows.append(way_out(texts, language))
    text = Html("\n".join(lines) + "\n\n" + state_text(texts, card, language, now, brief=True))
    return Screen(text, [row for row in rows if row], about=card.id)


def _where_to_turn(texts: Texts, card: Card, language: str, how_is_said: bool) -> list[Html]:
    """Where a service without an address is asked for: its own way to apply, and the desk's place."""
    how = [] if how_is_said else _process(texts, card, language)
    desk = _desk(card)
    return how + [location_line(texts, place, language) for place in (desk.locations if desk else ())]


def _desk(card: Card) -> Card | None:
    """The card of the place where people ask for everything, if the centre has one beside this card."""
    desk = card.organization.desk
    found = next((service for service in card.centre.services if service.id == desk), None)
    return Card(card.centre, found) if found and found.id != card.service.id else None


def _reachable(card: Card) -> bool:
    """Whether any way to ask is confirmed: a number, an address, a desk."""
    organization, service = card.organization, card.service
    desk = _desk(card)
    ways = phones_of(card), service.email, service.url, service.application_process, organization.email
    return any(ways) or bool(organization.locations or (desk and (desk.service.phones or desk.locations)))


def _process(texts: Texts, card: Card, language: str) -> list[Html]:
    how = card.service.application_process
    return [texts.html(language, "card-how", text=how.in_(language))] if how else []


def _said(texts: Texts, card: Card, aspect: Aspect, language: str, now: datetime) -> list[Html]:
    """The card's own words, as on the card; empty where the source says nothing."""
    service = card.service
    match aspect:
        case Aspect.FEE:
            cost = card.fee.sentence if card.fee else service.fees_description
            return [texts.html(language, "card-cost", text=cost.in_(language))] if cost else []
        case Aspect.PHONE:
            return [phone_line(texts, phone, language) for phone in phones_of(card)]
        case Aspect.DOCUMENTS:
            papers = "; ".join(paper.in_(language) for paper in service.required_documents)
            return [texts.html(language, "card-documents", text=papers)] if papers else []
        case Aspect.FOR_WHOM:
            whom = service.eligibility
            return [texts.html(language, "card-for-whom", text=whom.in_(language))] if whom else []
        case Aspect.HOW:
            return _process(texts, card, language)
        case Aspect.ACCESS:
            return [location_line(texts, place, language) for place in card.locations if place.accessibility]
        case Aspect.HOURS:
            return hours_lines(texts, card, language, now)
        case Aspect.WHERE:
            return [location_line(texts, place, language) for place in card.locations]
