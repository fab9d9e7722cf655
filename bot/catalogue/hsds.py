"""A centre as Open Referral HSDS 3.1 JSON, for other directories and for a way back.

What HSDS has no field for (a second language, the words people search with, the source of a fact)
stands in `attributes` whose label begins with ``okienko:``, so that nothing is lost on the way
out and in. What we do not know is left out; where the standard insists on a text, it is empty.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final
from uuid import UUID, uuid5

from bot.catalogue.model import (
    Centre,
    Fee,
    Kind,
    Location,
    Organization,
    Phone,
    Schedule,
    Service,
    Status,
    Text,
    Topic,
    Words,
)

Object = dict[str, Any]
"""One object of the standard."""

VERSION: Final = "3.1"
PREFIX: Final = "okienko:"
"""Begins the label of each attribute that is ours."""
STATUSES: Final[Mapping[Status, str]] = {
    Status.ACTIVE: "active",
    Status.INTAKE_CLOSED: "temporarily closed",
    Status.PLANNED: "inactive",
    Status.ENDED: "defunct",
    Status.UNCONFIRMED: "inactive",
}
KINDS: Final = "Okienko kinds"
TOPICS: Final = "Okienko topics"

ALSO: Final = "also."
"""Begins the note of a field of ours that stands there as JSON."""

# fmt: off
_TOLD_OF_ORGANIZATION: Final = frozenset(
    {
        "id", "name", "city", "city_locative", "description", "phones", "email", "url", "locations",
        "schedules", "desk", "crisis_phones",
    }
)
_TOLD_OF_SERVICE: Final = frozenset(
    {
        "id", "kind", "official_name", "name", "alternate_names", "needs", "topics", "description",
        "eligibility", "minimum_age", "maximum_age", "fee", "fees_description", "application_process",
        "required_documents", "phones", "email", "url", "locations", "schedules", "capacity", "alert", "more",
        "see_also", "status", "source", "assured_on",
    }
)
# fmt: on
_NAMESPACE: Final = UUID("5a4bb0c5-6f0e-5d53-9f2e-2f7e5a0f7d31")
_ABOUT: Final = {
    KINDS: "What sort of thing a card describes.",
    TOPICS: "The shelf of the menu on which a card stands.",
}


def identifier(*path: str) -> str:
    """The UUID of a thing by its fixed path: the same in every export, on every machine."""
    return str(uuid5(_NAMESPACE, "/".join(path)))


def export(centres: Iterable[Centre]) -> Object:
    """A page (as HSDS's API gives lists) of organizations, each with its services."""
    contents = [_organization(centre) for centre in centres]
    return {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }


class _Notes:
    """The attributes of one object, in the order they are added."""

    def __init__(self, entity: str, path: tuple[str, ...]) -> None:
        self._entity = entity
        self._path = path
        self.all: list[Object] = []

    def add(self, label: str, value: str | None, term: Object | None = None) -> None:
        if value is None:
            return
        note = {
            "id": identifier(*self._path, "attribute", str(len(self.all))),
            "link_id": identifier(*self._path),
            "link_type": label,
            "link_entity": self._entity,
            "value": value,
            "label": PREFIX + label,
        }
        self.all.append(note | ({"taxonomy_term": term} if term else {}))

    def translations(self, label: str, text: Text | None) -> None:
        """The languages for which the standard has no room; Polish is in the field itself."""
        if text is not None:
            self.add(f"{label}.uk", text.uk)
            self.add(f"{label}.en", text.en)

    def text(self, label: str, text: Text | None) -> None:
        if text is not None:
            self.add(f"{label}.pl", text.pl)
            self.translations(label, text)

    def rest(self, thing: Organization | Service, told: Collection[str]) -> None:
        """What neither the standard nor a note above has room for, as JSON."""
        for name, value in thing.model_dump(mode="json", exclude_defaults=True).items():
            if name not in told:
                self.add(f"{ALSO}{name}", json.dumps(value, ensure_ascii=False))

    def words(self, label: str, words: Words) -> None:
        for language, said in words.model_dump().items():
            self.add(f"{label}.{language}", "\n".join(said) or None)


def _made(id: str, fields: Object, notes: _Notes) -> Object:
    """An object without what is not known."""
    known = {key: value for key, value in fields.items() if value is not None and value != []}
    return {"id": id, **known, **({"attributes": notes.all} if notes.all else {})}


def _pl(text: Text | None) -> str | None:
    return text.pl if text else None


def _organization(centre: Centre) -> Object:
    organization = centre.organization
    path = (organization.id,)
    notes = _Notes("organization", path)
    notes.add("id", organization.id)
    notes.text("city", organization.city)
    notes.add("city_locative", organization.city_locative)
    notes.translations("description", organization.description)
    notes.add("desk", organization.desk)
    for place in organization.locations:
        notes.add("location", place)
    notes.rest(organization, _TOLD_OF_ORGANIZATION)
    for source in centre.sources:
        notes.add("source", f"{source.date.isoformat()} {source.id}\n{source.title}")
    for fee in centre.fees:
        notes.add("fee", fee.model_dump_json(exclude_none=True))
    if not organization.locations:  # the standard keeps hours with a place, and there is none
        for hours in organization.schedules:
            notes.add("schedule", hours.model_dump_json(exclude_none=True))
    phones = [(phone, False) for phone in organization.phones]
    phones += [(phone, True) for phone in organization.crisis_phones]
    return _made(
        identifier(*path),
        {
            "name": organization.name,
            "description": organization.description.pl,
            "email": organization.email,
            "website": organization.url,
            "phones": [_phone(p, (*path, "phone", str(n)), crisis) for n, (p, crisis) in enumerate(phones)],
            "locations": [_place_of(organization, place) for place in centre.locations],
            "services": [_service(centre, service) for service in centre.services],
        },
        notes,
    )


def _place_of(organization: Organization, place: Location) -> Object:
    made = _location(place, organization.id)
    if organization.locations and place.id == organization.locations[0]:
        path = (organization.id, "hours")
        made |= {"schedules": [_schedule(hours, (*path, str(n))) for n, hours in enumerate(organization.schedules)]}
    return made


def _service(centre: Centre, service: Service) -> Object:
    path = (centre.organization.id, service.id)
    fee = next((fee for fee in centre.fees if fee.id == service.fee), None)
    notes = _Notes("service", path)
    notes.add("id", service.id)
    notes.add("kind", service.kind, _term(KINDS, service.kind))
    for topic in service.topics:
        notes.add("topic", topic, _term(TOPICS, topic))
    notes.add("status", service.status)
    notes.add("official_name", service.official_name)
    for label, text in (
        ("name", service.name),
        ("description", service.description),
        ("eligibility", service.eligibility),
        ("application_process", service.application_process),
        ("alert", service.alert),
    ):
        notes.translations(label, text)
    for label, text in (
        ("capacity", service.capacity),
        ("more", service.more),
        ("fees_description", service.fees_description),
    ):
        notes.text(label, text)
    notes.words("alternate_names", service.alternate_names)
    notes.words("needs", service.needs)
    notes.add("fee", service.fee)
    for other in service.see_also:
        notes.add("see_also", other)
    notes.add("source", service.source)
    notes.rest(service, _TOLD_OF_SERVICE)
    places = {place.id: place for place in centre.locations}
    costs = " ".join(text.pl for text in (service.fees_description, fee.sentence if fee else None) if text)
    return _made(
        identifier(*path),
        {
            "organization_id": identifier(centre.organization.id),
            "name": service.name.pl,
            "alternate_name": next(iter(service.alternate_names.pl), None),
            "description": service.description.pl,
            "url": service.url,
            "email": service.email,
            "status": STATUSES[service.status],
            "application_process": _pl(service.application_process),
            "fees_description": costs or None,
            "eligibility_description": _pl(service.eligibility),
            "minimum_age": service.minimum_age,
            "maximum_age": service.maximum_age,
            "assured_date": service.assured_on.isoformat(),
            "alert": _pl(service.alert),
            "phones": [_phone(p, (*path, "phone", str(n))) for n, p in enumerate(service.phones)],
            "schedules": [_schedule(s, (*path, "schedule", str(n))) for n, s in enumerate(service.schedules)],
            "service_at_locations": [
                {
                    "id": identifier(*path, "at", slug),
                    "service_id": identifier(*path),
                    "location_id": identifier(centre.organization.id, "location", slug),
                    "location": _location(places[slug], centre.organization.id),
                }
                for slug in service.locations
            ],
            "cost_options": _costs(fee, path) if fee else [],
            "required_documents": [
                _document(text, (*path, str(n))) for n, text in enumerate(service.required_documents)
            ],
        },
        notes,
    )


def _costs(fee: Fee, path: tuple[str, ...]) -> list[Object]:
    """Who does not pay: price rows of nothing."""
    rows = []
    for row in fee.exemptions:
        notes = _Notes("cost_option", (*path, "cost", row.id))
        notes.add("id", row.id)
        notes.translations("option", row.option)
        until = fee.valid_until.isoformat() if fee.valid_until else None
        fields = {"option": row.option.pl, "amount": 0, "currency": "pln", "valid_to": until}
        rows.append(_made(identifier(*path, "cost", row.id), fields, notes))
    return rows


def _document(text: Text, path: tuple[str, ...]) -> Object:
    notes = _Notes("required_document", (*path, "document"))
    notes.translations("document", text)
    return _made(identifier(*path, "document"), {"document": text.pl}, notes)


def _phone(phone: Phone, path: tuple[str, ...], crisis: bool = False) -> Object:
    notes = _Notes("phone", path)
    notes.translations("description", phone.description)
    notes.add("crisis", "yes" if crisis else None)
    fields = {"number": phone.number, "type": "voice", "description": _pl(phone.description)}
    return _made(identifier(*path), fields, notes)


def _schedule(hours: Schedule, path: tuple[str, ...]) -> Object:
    notes = _Notes("schedule", path)
    notes.translations("description", hours.description)
    fields = {
        "valid_from": hours.valid_from.isoformat() if hours.valid_from else None,
        "valid_to": hours.valid_to.isoformat() if hours.valid_to else None,
        "freq": "WEEKLY",
        "byday": ",".join(hours.byday),
        "description": _pl(hours.description),
        "opens_at": hours.opens_at.isoformat(),
        "closes_at": hours.closes_at.isoformat(),
    }
    return _made(identifier(*path), fields, notes)


def _location(place: Location, centre: str) -> Object:
    path = (centre, "location", place.id)
    notes = _Notes("location", path)
    notes.add("id", place.id)
    notes.translations("name", place.name)
    notes.translations("transportation", place.transportation)
    address = {
        "id": identifier(*path, "address"),
        "address_1": place.address or "",
        "city": place.city,
        "state_province": "",
        "postal_code": "",
        "country": "PL",
        "address_type": "physical",
    }
    access = _Notes("accessibility", (*path, "accessibility"))
    access.translations("description", place.accessibility)
    fields = {
        "location_type": "physical",
        "name": place.name.pl,
        "transportation": _pl(place.transportation),
        "latitude": place.latitude,
        "longitude": place.longitude,
        "addresses": [address],
        "accessibility": [_made(identifier(*path, "accessibility"), {"description": place.accessibility.pl}, access)]
        if place.accessibility
        else None,
    }
    return _made(identifier(*path), fields, notes)


def _term(taxonomy: str, code: Kind | Topic) -> Object:
    return {
        "id": identifier(taxonomy, code),
        "code": code.value,
        "name": code.value,
        "description": _ABOUT[taxonomy],
        "taxonomy": taxonomy,
        "taxonomy_detail": {"id": identifier(taxonomy), "name": taxonomy, "description": _ABOUT[taxonomy]},
    }
