"""A card as a screen. It says what the source says, and how old that is; nothing is filled in."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time

from bot.catalogue.catalogue import Card, Catalogue
from bot.catalogue.hours import opening
from bot.catalogue.model import Centre, Fee, Location, Phone, Schedule, Status
from bot.clock import WARSAW
from bot.handlers.buttons import OpenCard, OpenFee, OpenHuman, OpenMenu, OpenShare, OpenTopic, SendPhones, SendPlaces
from bot.handlers.view import Row, Screen, button, way_out
from bot.people.accounts import Actor
from bot.texts import Html, Texts

LONGEST_BUTTON = 38
"""Letters that fit a button on a phone 360 px wide."""
WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")


def card_screen(texts: Texts, catalogue: Catalogue, card: Card, actor: Actor, now: datetime, back: str = "") -> Screen:
    """The card, with buttons to reach it, to who does not pay, to its neighbours, to a person and back."""
    language = actor.language
    rows: list[Row] = [reach_row(texts, card, actor, back)]
    share = button(texts.plain(language, "card-button-share"), OpenShare(id=card.id, back=back))
    rows.append([*exemptions_button(texts, card, language, back), share])
    for other in card.see_also[:2]:
        if near := catalogue.card(other):
            rows.append([button(short("↪ " + near.service.name.in_(language)), OpenCard(id=near.id, back=back))])
    rows.append([button(texts.plain(language, "button-human"), OpenHuman())])
    rows.append(way_out(texts, language, OpenTopic(topic=back) if back else None))
    return Screen(card_text(texts, card, language, now), [row for row in rows if row], about=card.id)


def reach_row(texts: Texts, card: Card, actor: Actor, back: str = "") -> Row:
    """The phone as a contact and the place as a pin, where they are known.

    On our page every number is a link already, so there is no button for it.
    """
    row: Row = []
    if phones_of(card) and actor.channel != "web":
        row.append(button(texts.plain(actor.language, "card-button-call"), SendPhones(id=card.id)))
    if any(place.latitude and place.longitude for place in card.locations):
        row.append(button(texts.plain(actor.language, "card-button-map"), SendPlaces(id=card.id)))
    return row


def exemptions_button(texts: Texts, card: Card, language: str, back: str = "") -> Row:
    """ "Who does not pay?", where the source has a list."""
    if not (card.fee and card.fee.exemptions):
        return []
    return [button(texts.plain(language, "card-button-exemptions"), OpenFee(id=card.id, back=back))]


def phones_of(card: Card) -> tuple[Phone, ...]:
    """The card's own numbers, else the centre's."""
    return card.service.phones or card.organization.phones


def card_text(texts: Texts, card: Card, language: str, now: datetime | None = None) -> Html:
    """Everything known about a card, in the order in which people ask.

    Without ``now`` (aware) nothing is said about the moment: open or closed, old or new.
    """
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
    facts += [phone_line(texts, phone, language) for phone in phones_of(card)]
    facts += hours_lines(texts, card, language, now)
    facts += [location_line(texts, place, language) for place in card.locations]
    if service.email:
        facts.append(line("card-email", text=service.email))
    if service.url:
        facts.append(line("card-url", text=service.url))
    parts.append("\n".join(facts))
    if service.more:
        parts.append(line("card-more", text=service.more.in_(language)))
    parts.append(state_text(texts, card, language, now))
    return Html("\n\n".join(part for part in parts if part))


def fee_screen(texts: Texts, card: Card, language: str, back: str = "") -> Screen:
    """What a service costs and, row by row, who does not pay. Asks nobody who they are."""
    assert card.fee is not None
    title = texts.html(language, "fee-title", name=card.service.name.in_(language))
    return Screen(
        Html("\n\n".join([title, *fee_parts(texts, card.centre, card.fee, language)])),
        [
            [button(texts.plain(language, "button-human"), OpenHuman())],
            way_out(texts, language, OpenCard(id=card.id, back=back)),
        ],
        about=card.id,
    )


def fee_parts(texts: Texts, centre: Centre, fee: Fee, language: str) -> list[str]:
    """The sentence, who does not pay, until when that was so, and where it is written."""
    parts: list[str] = [texts.html(language, "fee-sentence", text=fee.sentence.in_(language))]
    if fee.exemptions:
        rows = "\n".join(texts.html(language, "fee-row", text=row.option.in_(language)) for row in fee.exemptions)
        parts.append(texts.html(language, "fee-free") + "\n" + rows)
    parts.append(texts.html(language, "fee-who-decides"))
    if fee.valid_until:
        parts.append(texts.html(language, "fee-until", date=fee.valid_until))
    source = next(source for source in centre.sources if source.id == fee.source)
    parts.append(texts.html(language, "card-source", source=source.title, date=fee.assured_on))
    return parts


def phone_line(texts: Texts, phone: Phone, language: str) -> Html:
    """A number; one from the stage is marked as an example."""
    note = phone.description.in_(language) if phone.description else ""
    return _marked(
        texts,
        texts.html(language, "card-phone", number=phone.number, note=f" ({note})" if note else ""),
        phone.example,
        language,
    )


def schedule_lines(texts: Texts, schedules: Sequence[Schedule], language: str, now: datetime | None) -> list[Html]:
    """Opening hours, those that are over at ``now`` left out, those that begin later with their first day."""
    today = now.astimezone(WARSAW).date() if now else None
    return [
        _schedule_line(texts, schedule, language, bool(today and schedule.valid_from and schedule.valid_from > today))
        for schedule in schedules
        if not (today and schedule.valid_to and schedule.valid_to < today)
    ]


def _schedule_line(texts: Texts, schedule: Schedule, language: str, later: bool) -> Html:
    """Opening hours as a person says them: "pn., wt. 7:30–15:30"."""
    days = ", ".join(texts.plain(language, f"day-{day.lower()}") for day in schedule.byday)
    note = schedule.description.in_(language) if schedule.description else ""
    return _marked(
        texts,
        texts.html(
            language,
            "card-hours-later" if later else "card-hours",
            date=schedule.valid_from or "",
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


def hours_lines(texts: Texts, card: Card, language: str, now: datetime | None) -> list[Html]:
    """The hours of a card and, for what is not over and more than a plan, whether it is open at ``now``."""
    service = card.service
    lines = schedule_lines(texts, service.schedules, language, now)
    if now and service.status not in (Status.PLANNED, Status.ENDED):
        lines += opening_line(texts, service.schedules, card.organization.closing_days, language, now)
    return lines


def opening_line(
    texts: Texts, schedules: Sequence[Schedule], closing_days: Collection[date], language: str, now: datetime
) -> list[Html]:
    """ "Open now, until 15:30" or "closed, opens on Monday at 7:30"; nothing where hours do not say."""
    found = opening(schedules, closing_days, now)
    if found is None:
        return []
    if found.day is None or found.at is None:
        line = texts.html(language, "card-open-always")
    elif found.is_open:
        line = texts.html(language, "card-open", until="24:00" if found.at == time() else _hour(found.at))
    else:
        days = (found.day - now.astimezone(WARSAW).date()).days
        when = ("today", "tomorrow")[days] if days < 2 else WEEKDAYS[found.day.weekday()] if days < 7 else "later"
        line = texts.html(language, "card-closed", when=when, day=found.day, opens=_hour(found.at))
    return [_marked(texts, line, found.example, language)]


def state_text(texts: Texts, card: Card, language: str, now: datetime | None = None, *, brief: bool = False) -> Html:
    """How things stand and how old the fact is: a card that hides its age would mislead.

    ``brief`` leaves the source's long title to the card.
    """
    service = card.service
    today = now.astimezone(WARSAW).date() if now else None
    lines = []
    if service.alert:
        lines.append(texts.html(language, "card-alert", text=service.alert.in_(language)))
    else:
        key = "status-" + service.status.value.replace(" ", "-")
        until: date | None = service.valid_until
        lines.append(texts.html(language, key))
        if until:
            lines.append(
                texts.html(language, "card-until-past" if today and until < today else "card-until", date=until)
            )
    if brief:
        lines.append(texts.html(language, "card-as-of", date=service.assured_on))
    else:
        lines.append(texts.html(language, "card-source", source=card.source.title, date=service.assured_on))
    if today and (years := int((today - service.assured_on).days / 365.25)):
        lines.append(texts.html(language, "card-age", years=years))
    return Html("\n".join(lines))


def _marked(texts: Texts, line: Html, example: bool, language: str) -> Html:
    return Html(f"{line} <i>[{texts.html(language, 'example-mark')}]</i>") if example else line


def _hour(value: time) -> str:
    return f"{value.hour}:{value.minute:02}"


def short(text: str) -> str:
    """A label that fits a button."""
    return text if len(text) <= LONGEST_BUTTON else text[: LONGEST_BUTTON - 1].rstrip(" ,–-") + "…"


def card_button(card: Card, language: str, back: str = "") -> Row:
    """A row that opens a card."""
    return [button(short(card.service.name.in_(language)), OpenCard(id=card.id, back=back))]


def gone_screen(texts: Texts, language: str) -> Screen:
    """For a button or a link to a card that is no longer there."""
    return Screen(
        texts.html(language, "card-gone"),
        [
            [button(texts.plain(language, "button-human"), OpenHuman())],
            [button(texts.plain(language, "button-start-over"), OpenMenu())],
        ],
    )
