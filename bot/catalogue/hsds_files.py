"""The shapes in which HSDS travels: one object, a page of them, tables; told apart and made alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

Object = dict[str, Any]

_TABLES = {
    "phones": ("service", "service_at_location", "location", "organization"),
    "schedules": ("service", "service_at_location", "location"),
    "addresses": ("location",),
    "accessibility": ("location",),
    "cost_options": ("service",),
    "required_documents": ("service",),
    "languages": ("phone", "service", "location"),
    "contacts": ("service", "service_at_location", "location", "organization"),
    "service_areas": ("service", "service_at_location"),
    "funding": ("service", "organization"),
    "programs": ("organization",),
    "organization_identifiers": ("organization",),
}
"""The tables of the tabular form, and whose part a row may be: of the first that it names."""
_NO_ORGANIZATION = {"location_type", "taxonomy", "code", "version", "address_type", "number"}
"""What has a name too, but is a place, a taxonomy or a term."""


@dataclass
class Offer:
    """An organization (None when the file names none) and its services, as the file has them."""

    organization: Object | None
    services: list[Object] = field(default_factory=list)


def offers(value: object) -> list[Offer]:
    """Who offers what in a file; empty for one of another kind (a taxonomy, a place)."""
    found: dict[str, Offer] = {}
    for organization, service in _flat(value):
        key = str((organization or {}).get("id") or (organization or {}).get("name"))
        offer = found.setdefault(key, Offer(organization))
        if service is not None:
            offer.services.append(service)
    return list(found.values())


def _flat(value: object) -> Iterator[tuple[Object | None, Object | None]]:
    if isinstance(value, list):
        for each in value:
            if isinstance(each, dict):  # a list in a list is no shape of the standard
                yield from _flat(each)
    elif not isinstance(value, dict):
        return
    elif any(key.endswith(".csv") for key in value):
        yield from _flat(_nested(value))
    elif isinstance(value.get("contents"), list):
        yield from _flat(value["contents"])
    elif isinstance(value.get("services"), list):
        organization = {key: part for key, part in value.items() if key != "services"}
        yield organization, None
        for service in value["services"]:
            if isinstance(service, dict):
                yield organization, _without_owner(service)
    elif isinstance(service := value.get("service"), dict):
        at = {key: part for key, part in value.items() if key != "service"}
        places = service.get("service_at_locations")
        places = [*places, at] if isinstance(places, list) else [at]
        yield _owner(service), _without_owner(service) | {"service_at_locations": places}
    elif "name" in value and "status" in value:
        yield _owner(value), _without_owner(value)
    elif "name" in value and not _NO_ORGANIZATION & value.keys():
        yield value, None


def _owner(service: Object) -> Object | None:
    owner = service.get("organization")
    return owner if isinstance(owner, dict) else None


def _without_owner(service: Object) -> Object:
    return {key: value for key, value in service.items() if key != "organization"}


def _nested(tables: Object) -> list[Object]:
    """Organizations with their services out of the tabular form's rows."""
    rows = {
        name.removesuffix(".csv"): [dict(row) for row in table if isinstance(row, dict)]
        for name, table in tables.items()
        if isinstance(table, list)
    }
    by_id = {
        entity: {str(row.get("id")): row for row in rows.get(table, ())}
        for entity, table in (
            ("organization", "organizations"),
            ("service", "services"),
            ("location", "locations"),
            ("phone", "phones"),
            ("service_at_location", "service_at_location"),
        )
    }
    for table, owners in _TABLES.items():
        _hang(rows.get(table, ()), table, owners, by_id)
    entities = {row["id"]: row for kind in by_id.values() for row in kind.values() if isinstance(row.get("id"), str)}
    for note in rows.get("attributes", ()):
        if isinstance(link := note.get("link_id"), str) and link in entities:
            entities[link].setdefault("attributes", []).append(note)
    for at in by_id["service_at_location"].values():
        if (service := by_id["service"].get(str(at.get("service_id")))) is not None:
            place = by_id["location"].get(str(at.get("location_id")))
            service.setdefault("service_at_locations", []).append(at | ({"location": place} if place else {}))
    for place in by_id["location"].values():
        if (owner := by_id["organization"].get(str(place.get("organization_id")))) is not None:
            owner.setdefault("locations", []).append(place)
    made = [*by_id["organization"].values()]
    for service in by_id["service"].values():
        if (owner := by_id["organization"].get(str(service.get("organization_id")))) is not None:
            owner.setdefault("services", []).append(service)
        else:
            made.append(service)
    return made


def _hang(rows: Iterable[Object], table: str, owners: tuple[str, ...], by_id: dict[str, dict[str, Object]]) -> None:
    for row in rows:
        for owner in owners:
            if (found := by_id[owner].get(str(row.get(f"{owner}_id")))) is not None:
                found.setdefault(table, []).append(row)
                break
