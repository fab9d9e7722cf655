"""A card as a screen. It says what the source says, and how old that is; nothing is filled in."""

from datetime import date, time

from bot.catalogue.catalogue import Card, Catalogue
from bot.catalogue.model import Location, Phone, Schedule
from bot.handlers.buttons import OpenCard, OpenFee, OpenHuman, OpenMenu, OpenTopic
from bot.handlers.view import Row, Screen, button, way_out
from bot.texts import Html, Texts

LONGEST_BUTTON = 38
"""Letters that fit a button on a phone 360 px wide."""


def card_screen(texts: Texts, catalogue: Catalogue, card: Card, language: str, back: str = "") -> Screen:
    """The card, with buttons to who does not pay, to its neighbours, to a person and back."""
    rows: list[Row] = []
    if card.fee and card.fee.exemptions:
        rows.append([button(texts.plain(language, "card-button-exemptions"), OpenFee(id=card.id, back=back))])
    for other in card.see_also[:2]:
        if near := catalogue.card(other):
            rows.append([button(_short("↪ " + near.service.name.in_(language)), OpenCard(id=near.id, back=back))])
    rows.append([button(texts.plain(language, "button-human"), OpenHuman())])
    rows.append(way_out(texts, language, OpenTopic(topic=back) if back else None))
    return Screen(card_text(texts, card, language), rows)


def card_text(texts: Texts, card: Card, language: str) -> Html:
    """Everything known about a card, in the order in which people ask."""
    service = card.service

    def line(key: str, **values: object) -> str:
        return texts.html(language, key, **values)

    parts: list[str] = [
        line("card-title", name=service.name.in_(language)),
        line("card-what", text=service.description.in_(language)),
    ]
    facts: list[str] = []
    if service.eligibility:
        facts.append(line("card-for-whom", text=service.eligibility.in_(language)))
    if card.fee:
        facts.append(line("card-cost", text=card.fee.sentence.in_(language)))
    elif service.fees_description:
        facts.append(line("card-cost", text=service.fees_description.in_(language)))
    if service.application_process:
        facts.append(line("card-how", text=service.application_process.in_(language)))
    if service.required_documents:
        facts.append(line("card-documents", text="; ".join(d.in_(language) for d in service.required_documents)))
    if service.capacity:
        facts.append(line("card-capacity", text=service.capacity.in_(language)))
    facts += [phone_line(texts, phone, language) for phone in service.phones or card.organization.phones]
    facts += [schedule_line(texts, schedule, language) for schedule in service.schedules]
    facts += [location_line(texts, place, language) for place in card.locations]
    if service.email:
        facts.append(line("card-email", text=service.email))
    if service.url:
        facts.append(line("card-url", text=service.url))
    parts.append("\n".join(facts))
    if service.more:
        parts.append(line("card-more", text=service.more.in_(language)))
    parts.append(_state(texts, card, language))
    return Html("\n\n".join(part for part in parts if part))


def fee_screen(texts: Texts, card: Card, language: str, back: str = "") -> Screen:
    """What a service costs and, row by row, who does not pay. Asks nobody who they are."""
    fee = card.fee
    assert fee is not None
    parts: list[str] = [
        texts.html(language, "fee-title", name=card.service.name.in_(language)),
        texts.html(language, "fee-sentence", text=fee.sentence.in_(language)),
    ]
    if fee.exemptions:
        rows = "\n".join(texts.html(language, "fee-row", text=row.option.in_(language)) for row in fee.exemptions)
        parts.append(texts.html(language, "fee-free") + "\n" + rows)
    parts.append(texts.html(language, "fee-who-decides"))
    source = next(source for source in card.centre.sources if source.id == fee.source)
    parts.append(texts.html(language, "card-source", source=source.title, date=fee.assured_on))
    return Screen(
        Html("\n\n".join(parts)),
        [
            [button(texts.plain(language, "button-human"), OpenHuman())],
            way_out(texts, language, OpenCard(id=card.id, back=back)),
        ],
    )


def phone_line(texts: Texts, phone: Phone, language: str) -> Html:
    """A number; one from the stage is marked as an example."""
    note = phone.description.in_(language) if phone.description else ""
    return _marked(
        texts,
        texts.html(language, "card-phone", number=phone.number, note=f" ({note})" if note else ""),
        phone.example,
        language,
    )


def schedule_line(texts: Texts, schedule: Schedule, language: str) -> Html:
    """Opening hours as a person says them: "pn., wt. 7:30–15:30"."""
    days = ", ".join(texts.plain(language, f"day-{day.lower()}") for day in schedule.byday)
    note = schedule.description.in_(language) if schedule.description else ""
    return _marked(
        texts,
        texts.html(
            language,
            "card-hours",
            days=days,
            opens=_hour(schedule.opens_at),
            closes=_hour(schedule.closes_at),
            note=f" ({note})" if note else "",
        ),
        schedule.example,
        language,
    )


def location_line(texts: Texts, place: Location, language: str) -> Html:
    """Where it is, and step-free access where the source says so."""
    words = [place.name.in_(language), place.address, place.city]
    text = ", ".join(dict.fromkeys(word for word in words if word))
    line = texts.html(language, "card-where", text=text)
    if place.accessibility:
        line = Html(line + "\n" + texts.html(language, "card-access", text=place.accessibility.in_(language)))
    return _marked(texts, line, place.example, language)


def _state(texts: Texts, card: Card, language: str) -> Html:
    """How things stand and how old the fact is: a card that hides its age would mislead."""
    service = card.service
    lines = []
    if service.alert:
        lines.append(texts.html(language, "card-alert", text=service.alert.in_(language)))
    else:
        key = "status-" + service.status.value.replace(" ", "-")
        until: date | None = service.valid_until
        lines.append(texts.html(language, key))
        if until:
            lines.append(texts.html(language, "card-until", date=until))
    lines.append(texts.html(language, "card-source", source=card.source.title, date=service.assured_on))
    return Html("\n".join(lines))


def _marked(texts: Texts, line: Html, example: bool, language: str) -> Html:
    return Html(f"{line} <i>[{texts.html(language, 'example-mark')}]</i>") if example else line


def _hour(value: time) -> str:
    return f"{value.hour}:{value.minute:02}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_BUTTON else text[: LONGEST_BUTTON - 1].rstrip(" ,–-") + "…"


def card_button(card: Card, language: str, back: str = "") -> Row:
    """A row that opens a card."""
    return [button(_short(card.service.name.in_(language)), OpenCard(id=card.id, back=back))]


def gone_screen(texts: Texts, language: str) -> Screen:
    """For a button or a link to a card that is no longer there."""
    return Screen(
        texts.html(language, "card-gone"),
        [
            [button(texts.plain(language, "button-human"), OpenHuman())],
            [button(texts.plain(language, "button-start-over"), OpenMenu())],
        ],
    )
