"""HSDS 3.1 JSON in: our own export without loss, other directories as far as our model goes.

Three kinds of file are told apart. Our own export of the centre stands for the whole centre. A
foreign organization becomes a centre that is not there yet. For a centre that is there, foreign
organizations are providers: their cards are added or brought up to date, nothing else is touched.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError

from bot.catalogue.hsds import STATUSES
from bot.catalogue.hsds_files import Offer, offers
from bot.catalogue.hsds_parts import Leftovers, Part, parse
from bot.catalogue.hsds_values import Object, costs, hours, location, narrowed, noted, phone, pruned, text
from bot.catalogue.loading import centre_of
from bot.catalogue.model import Centre, Fee, Kind, Schedule, Status, Topic
from bot.errors import DataError

_THEIR_STATUS = {
    "active": Status.ACTIVE,
    "inactive": Status.UNCONFIRMED,
    "defunct": Status.ENDED,
    "temporarily closed": Status.INTAKE_CLOSED,
}
_SLUG_CHARACTERS = 44
"""A deep link holds 64 characters: ``k-<centre>__<card>``."""


@dataclass(frozen=True)
class Reading:
    """The centre as it would be after the import, and the fields that our model cannot keep."""

    centre: Centre
    not_kept: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What a person should look at before saying yes, one English sentence each."""


def read_hsds(
    data: bytes,
    centre: str,
    present: Centre | None,
    *,
    shown_as: str,
    topic: Topic = Topic.NGO,
    assured_on: date | None = None,
) -> Reading:
    """What a file would make of a centre (``present``: as the database has it, None if it does not).

    ``topic`` is the shelf of cards that name none; ``assured_on`` the date of facts that carry none.
    Raises `DataError` with every reason why it cannot be.
    """
    everybody = offers(parse(data, shown_as))
    found = [offer for offer in everybody if offer.services]
    if not found:
        raise DataError([f"{shown_as}: there is no service in this file"])
    own = {id: offer for offer in found if (id := _own_id(offer.organization)) is not None}
    if own and centre not in own:
        raise DataError([f'{shown_as}: has {", ".join(sorted(own))}, but no centre "{centre}"'])
    reader = _Reader(topic, assured_on)
    if not own and (idle := len(everybody) - len(found)):
        reader.remarks.append(f"{idle} organizations have no services here and are left out.")
    if own:
        values = reader.whole(own[centre], centre, prefix="")
    elif present is None:
        if len(found) > 1:
            raise DataError(
                [f'{shown_as}: there is no centre "{centre}", and {len(found)} organizations cannot be one']
            )
        values = reader.whole(found[0], centre, prefix="")
        reader.remarks.append(f'"{centre}" is a new centre: look at its name, town and the town\'s locative.')
    else:
        values = reader.into(present, found)
    if reader.undated:
        raise DataError(
            [
                f'{shown_as}: "{name}" has no assured_date: say with --assured-on from when the facts are'
                for name in reader.undated
            ]
        )
    return Reading(centre_of(values, shown_as), reader.left.lines(), tuple(dict.fromkeys(reader.remarks)))


def slug(name: str, length: int = _SLUG_CHARACTERS) -> str:
    """A name as an id: "Złota rączka" is "zlota-raczka"; empty when it has no Latin letter."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ł", "l")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:length].strip("-")


def _own_id(organization: Object | None) -> str | None:
    return Part(organization, "", Leftovers()).note("id") if organization else None


@dataclass
class _Owner:
    """What the services of one organization share."""

    prefix: str
    name: str | None
    contacts: Object
    source: str
    own: bool
    places: dict[str, Object] = field(default_factory=dict)
    """Locations by the file's id, in the order in which they are met."""
    fees: dict[str, Object] = field(default_factory=dict)
    assured: list[date] = field(default_factory=list)


class _Reader:
    def __init__(self, topic: Topic, assured_on: date | None) -> None:
        self.left = Leftovers()
        self.remarks: list[str] = []
        self.undated: list[str] = []
        self._topic = topic
        self._assured_on = assured_on
        self._taken: set[str] = set()

    def whole(self, offer: Offer, centre: str, prefix: str) -> Object:
        """A centre from one organization."""
        part = Part(offer.organization or {}, "organization", self.left)
        owner, head = self._organization(part, centre, prefix)
        services = [self._service(each, owner) for each in offer.services]
        sources = [_source(note) for note in part.notes("source")] or [
            {"id": owner.source, "title": _title(head), "date": max(owner.assured, default=date.min)}
        ]
        return {
            "organization": head,
            "sources": sources,
            "locations": list(owner.places.values()),
            "fees": list(owner.fees.values()),
            "services": services,
        }

    def into(self, present: Centre, found: Iterable[Offer]) -> Object:
        """The centre that is there, with the cards of these providers added or brought up to date."""
        values = present.model_dump(mode="json", exclude_defaults=True)
        for offer in found:
            part = Part(offer.organization or {}, "organization", self.left)
            name = part.peek("name")
            prefix = slug(name if isinstance(name, str) else "", 16) or "hsds"
            owner, head = self._organization(part, present.organization.id, prefix)
            made = [self._service(each, owner) for each in offer.services]
            source = {"id": owner.source, "title": _title(head), "date": max(owner.assured, default=date.min)}
            for key, added in (
                ("services", made),
                ("locations", list(owner.places.values())),
                ("fees", list(owner.fees.values())),
                ("sources", [source]),
            ):
                values[key] = _laid_over(values.get(key, []), added)
        return values

    def _organization(self, part: Part, centre: str, prefix: str) -> tuple[_Owner, Object]:
        own = part.note("id") is not None
        phones = [(each, made) for each in part.parts("phones") if (made := phone(each))]
        contacts = {"email": part.text("email"), "url": part.text("website")}
        name = part.text("name")
        owner = _Owner(prefix, None if own else name, contacts, f"hsds-{prefix}".strip("-"), own)
        owner.contacts["phones"] = [made for each, made in phones if not each.note("crisis")]
        kept_hours = [_noted_json(Schedule, note) for note in part.notes("schedule")]
        addresses = []
        for place in part.parts("locations"):
            made = self._place(place, owner)
            addresses.append(made["id"])
            kept_hours += [found for each in place.parts("schedules") if (found := self._hours(each))]
        for note in part.notes("fee"):
            fee = _noted_json(Fee, note)
            owner.fees[fee["id"]] = fee
        towns = [place["city"] for place in owner.places.values() if place["city"]]
        town = next(iter(towns), name or centre)
        head = {
            "id": centre,
            "name": name or centre,
            "city": noted(part, "city") or {"pl": town},
            "city_locative": part.note("city_locative") or town,
            "description": text(part, "description") or {"pl": name or centre},
            "phones": owner.contacts["phones"],
            "crisis_phones": [made for each, made in phones if each.note("crisis")],
            "email": contacts["email"],
            "url": contacts["url"],
            "locations": part.notes("location") if own else addresses,
            "schedules": _once(kept_hours),
            "desk": part.note("desk"),
        }
        return owner, pruned(part.also() | head)

    def _service(self, value: Object, owner: _Owner) -> Object:
        part = Part(value, "service", self.left)
        name = part.peek("name")
        id = part.note("id") or self._free(owner, slug(name) if isinstance(name, str) else "", part.id)
        words, usual = _words(part, "alternate_names"), part.text("alternate_name")
        if usual and usual not in words.get("pl", ()):
            words["pl"] = [usual, *words.get("pl", ())]
        kept = {
            "id": id,
            "kind": part.note("kind") or Kind.SERVICE,
            "topics": part.notes("topic") or [self._topic],
            "official_name": part.note("official_name") or name,
            "name": text(part, "name"),
            "alternate_names": words,
            "needs": _words(part, "needs"),
            "description": text(part, "description") or text_of(name),
            "eligibility": text(part, "eligibility_description", "eligibility"),
            "application_process": text(part, "application_process"),
            "alert": text(part, "alert"),
            "minimum_age": _whole(part, "minimum_age"),
            "maximum_age": _whole(part, "maximum_age"),
            "email": part.text("email") or (None if owner.own else owner.contacts["email"]),
            "url": part.text("url") or (None if owner.own else owner.contacts["url"]),
            "required_documents": [
                made for each in part.parts("required_documents") if (made := text(each, "document"))
            ],
            "capacity": noted(part, "capacity") or self._capacity(part),
            "more": noted(part, "more") or self._more(part, owner),
            "see_also": part.notes("see_also"),
            "source": part.note("source") or owner.source,
            "status": _status(part),
        }
        if not part.notes("topic"):
            self.remarks.append(
                f'Cards that name no shelf of the menu stand on "{self._topic}" (--topic changes that).'
            )
        kept["assured_on"] = assured = part.day("assured_date") or part.day("last_modified") or self._assured_on
        if assured is None:
            self.undated.append(str(name))
        else:
            owner.assured.append(assured)
        kept |= self._contact(part, owner)
        kept |= self._price(part, owner, id, assured)
        return pruned(part.also() | kept)

    def _contact(self, part: Part, owner: _Owner) -> Object:
        """Where and when. What a service does not say itself is its place's, then its organization's."""
        phones = [made for each in part.parts("phones") if (made := phone(each))]
        times = [made for each in part.parts("schedules") if (made := self._hours(each))]
        slugs, near_phones, near_times = [], [], []
        for at in part.parts("service_at_locations"):
            phones += [made for each in at.parts("phones") if (made := phone(each))]
            times += [made for each in at.parts("schedules") if (made := self._hours(each))]
            if (place := at.part("location")) is not None:
                slugs.append(self._place(place, owner)["id"])
                near_phones += [made for each in place.parts("phones") if (made := phone(each))]
                near_times += [made for each in place.parts("schedules") if (made := self._hours(each))]
            elif (known := owner.places.get(at.reference("location_id") or "")) is not None:
                slugs.append(known["id"])
        return {
            "phones": _once(phones or near_phones or ([] if owner.own else owner.contacts["phones"])),
            "schedules": _once(times or near_times),
            "locations": list(dict.fromkeys(slugs)),
        }

    def _place(self, part: Part, owner: _Owner) -> Object:
        id = part.id or str(len(owner.places))
        known = owner.places.get(id)
        if known is not None:
            location(part, known["id"])  # read all the same: what cannot be kept is counted
            return known
        name = part.peek("name")
        made = location(part, part.note("id") or self._free(owner, slug(name) if isinstance(name, str) else "", id))
        owner.places[id] = made
        return made

    def _hours(self, part: Part) -> Object | None:
        made = hours(part)
        if made and narrowed(part):
            self.remarks.append(
                "Some hours are not for every week in the file; the card shows every week: look at them."
            )
        return made

    def _price(self, part: Part, owner: _Owner, id: str, assured: date | None) -> Object:
        fee = owner.fees.get(part.note("fee") or "")
        said = noted(part, "fees_description")
        if owner.own and fee is not None:
            ours = [row["option"]["pl"] for row in fee.get("exemptions", ())]
            theirs = part.take("cost_options") or []
            if theirs and not (isinstance(theirs, list) and [_option(row) for row in theirs] == ours):
                part.give_back("cost_options")  # the fee is the centre's, told once for all its services
        prices, free = ([], []) if owner.own and fee is not None else costs(part)
        their = part.text("fees_description") or part.text("fees")
        told = " ".join(each["pl"] for each in (said, fee and fee["sentence"]) if each)
        if their is not None and their != told:
            said = {**(said or {}), "pl": their}
        if prices:
            said = {"pl": "\n".join([*([said["pl"]] if said else []), *prices])}
        if free:
            sentence = said or {"pl": "; ".join(free)}
            rows = [{"id": f"r{n}", "option": {"pl": each}} for n, each in enumerate(free, 1)]
            fee = {"id": id, "sentence": sentence, "exemptions": rows, "source": owner.source, "assured_on": assured}
            owner.fees[id], said = fee, None
        return {"fee": fee["id"] if fee else None, "fees_description": said}

    def _capacity(self, part: Part) -> Object | None:
        lines = []
        for each in part.parts("capacities"):
            unit, most, said = each.part("unit"), each.number("maximum", 0, 10**9), each.text("description")
            words = [None if most is None else f"{most:g}", unit.text("name") if unit else None, said]
            lines.append(" ".join(word for word in words if word))
        return text_of("\n".join(line for line in lines if line))

    def _more(self, part: Part, owner: _Owner) -> Object | None:
        """Who offers it stands on the card: a resident must not take a firm for the centre."""
        return text_of("\n".join(each for each in (owner.name, part.text("interpretation_services")) if each))

    def _free(self, owner: _Owner, base: str, id: str | None) -> str:
        stem = f"{owner.prefix}-{base}".strip("-")[:_SLUG_CHARACTERS].strip("-") or f"hsds-{slug(id or '', 8) or 'x'}"
        found, n = stem, 1
        while found in self._taken:
            n += 1
            found = f"{stem}-{n}"
        self._taken.add(found)
        return found


def text_of(pl: object) -> Object | None:
    """A text of one language; None for an empty one."""
    return {"pl": pl} if isinstance(pl, str) and pl else None


def _status(part: Part) -> Status:
    their, note = part.text("status"), part.note("status")
    if note in set(Status) and STATUSES[Status(note)] == their:
        return Status(note)
    return _THEIR_STATUS.get(their or "", Status.UNCONFIRMED)


def _words(part: Part, label: str) -> dict[str, list[str]]:
    return {
        language: note.split("\n")
        for language in ("pl", "uk", "en", "ru")
        if (note := part.note(f"{label}.{language}"))
    }


def _whole(part: Part, key: str) -> int | None:
    found = part.number(key, 0, 120)
    if found is not None and found != int(found):
        part.give_back(key)
        return None
    return None if found is None else int(found)


def _option(row: object) -> object:
    return row.get("option") if isinstance(row, dict) else None


def _noted_json(model: type[Fee] | type[Schedule], note: str) -> Object:
    try:
        return model.model_validate_json(note).model_dump(mode="json", exclude_none=True)
    except ValidationError:
        raise DataError([f"a note of ours ({model.__name__.lower()}) in the file is broken"]) from None


def _source(note: str) -> Object:
    first, _, title = note.partition("\n")
    day, _, id = first.partition(" ")
    return {"id": id, "title": title, "date": day}


def _title(head: Object) -> str:
    return ", ".join(each for each in (head["name"], head.get("url")) if each)


def _once(values: list[Any]) -> list[Any]:
    """The same said at the service and at its place is said once."""
    return [value for n, value in enumerate(values) if value not in values[:n]]


def _laid_over(there: list[Object], added: list[Object]) -> list[Object]:
    by_id = {each["id"]: each for each in added}
    return [by_id.pop(each["id"], each) for each in there] + list(by_id.values())
