"""Reading `data/`: the centres' files, whole or not at all, and the stage's examples."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.documents import Document, read
from bot.catalogue.model import Centre, Examples
from bot.errors import DataError

_Model = TypeVar("_Model", bound=BaseModel)
_Loc = tuple[str | int, ...]


def load(data_dir: Path, *, examples: bool = False) -> Catalogue:
    """The catalogue of ``data_dir/centres/*.yaml``; with ``data_dir/demo/*.yaml`` laid over when asked.

    Raises `DataError` with every mistake of every file; then nothing is loaded.
    """
    files = sorted((data_dir / "centres").glob("*.yaml"))
    if not files:
        raise DataError([f"{data_dir / 'centres'}: there is no centre's file (*.yaml) here"])
    centres = read_centres(files, data_dir.parent)
    catalogue = Catalogue(centres)
    return catalogue.with_examples(load_examples(data_dir, catalogue)) if examples else catalogue


def read_centres(files: Sequence[Path], root: Path | None = None) -> list[Centre]:
    """The centres of these files, in the order of their ids; paths are shown relative to ``root``.

    Raises `DataError` with every mistake of every file.
    """
    centres: list[Centre] = []
    problems: list[str] = []
    homes: dict[str, str] = {}
    for file in files:
        document = read(file, _shown(file, root))
        centre = _validated(document, Centre)
        if centre is not None:
            _check_centre(document, centre, file.stem, homes)
            centres.append(centre)
        problems += _sentences(document)
    if problems:
        raise DataError(problems)
    return sorted(centres, key=lambda centre: centre.organization.id)


def centre_of(value: Mapping[str, Any], shown_as: str) -> Centre:
    """A centre from plain values that stand in no file of ours, held to all that a file is held to.

    Raises `DataError` with every mistake, each with its place in the values.
    """
    document = Document(shown_as, value)
    centre = _validated(document, Centre)
    if centre is not None:
        _check_centre(document, centre, centre.organization.id, {})
    if document.mistakes:
        raise DataError([f"{shown_as}: {mistake.sentence}" for mistake in document.mistakes])
    assert centre is not None
    return centre


def load_examples(data_dir: Path, catalogue: Catalogue) -> dict[str, Examples]:
    """The made-up facts of ``data_dir/demo/<centre>.yaml``, by centre. Raises `DataError` like `load`."""
    found: dict[str, Examples] = {}
    problems: list[str] = []
    for file in sorted((data_dir / "demo").glob("*.yaml")):
        document = read(file, _shown(file, data_dir.parent))
        part = _validated(document, Examples)
        if part is not None:
            centre = catalogue.centre(file.stem)
            if centre is None:
                document.mistake((), f'there is no centre "{file.stem}" in data/centres')
            else:
                _check_examples(document, part, centre)
                found[file.stem] = part
        problems += _sentences(document)
    if problems:
        raise DataError(problems)
    return found


def _shown(file: Path, root: Path | None) -> str:
    return str(file.relative_to(root)) if root is not None and file.is_relative_to(root) else str(file)


def _sentences(document: Document) -> list[str]:
    return [str(mistake) for mistake in sorted(document.mistakes, key=lambda mistake: mistake.line)]


def _validated(document: Document, model: type[_Model]) -> _Model | None:
    if document.value is None:
        if not document.mistakes:
            document.mistake((), "the file is empty")
        return None
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            if problem["type"] == "too_short" and problem["input"]:
                continue  # only because its items are wrong, which is said for each
            loc = tuple(step for step in problem["loc"] if step != "[key]")
            document.mistake(loc[:-1] if problem["type"] == "missing" else loc, _sentence(problem, loc))
        return None


def _sentence(problem: Any, loc: _Loc) -> str:
    kind, context, value = problem["type"], problem.get("ctx", {}), problem.get("input")
    match kind:
        case "extra_forbidden":
            return f'unknown key "{loc[-1]}"'
        case "missing":
            return f'"{loc[-1]}" is missing'
        case "enum" | "literal_error":
            return f"{_quoted(value)} is not one of {context['expected']}"
        case "value_error":
            return str(context.get("error", problem["msg"]))
        case "string_type":
            return f"{_quoted(value)} is not a text: put it in quotes"
        case "string_too_short" | "too_short":
            return "must not be empty"
        case "tuple_type":
            return f"{_quoted(value)} is not a list"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"{_quoted(value)} is not a group of keys"
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return f"{_quoted(value)} is not a date like 2026-09-30"
    message = str(problem["msg"])
    return f"{_quoted(value)}: {message[0].lower()}{message[1:]}"


def _quoted(value: object) -> str:
    text = str(value)
    return f'"{text if len(text) <= 60 else text[:59] + "…"}"'


def _check_centre(document: Document, centre: Centre, stem: str, homes: dict[str, str]) -> None:
    organization = centre.organization
    if organization.id != stem:
        document.mistake(("organization", "id"), f'"{organization.id}" must be the name of the file, "{stem}"')
    if organization.id in homes:
        document.mistake(("organization", "id"), f'"{organization.id}" is already in {homes[organization.id]}')
    homes.setdefault(organization.id, document.file)

    sources = _unique(document, ("sources",), [source.id for source in centre.sources])
    places = _unique(document, ("locations",), [place.id for place in centre.locations])
    fees = _unique(document, ("fees",), [fee.id for fee in centre.fees])
    services = _unique(document, ("services",), [service.id for service in centre.services])

    _known(document, ("organization", "locations"), organization.locations, places, "location")
    if organization.desk is not None and organization.desk not in services:
        document.mistake(("organization", "desk"), f'there is no service "{organization.desk}"')
    for n, fee in enumerate(centre.fees):
        _unique(document, ("fees", n, "exemptions"), [row.id for row in fee.exemptions])
        if fee.source not in sources:
            document.mistake(("fees", n, "source"), f'there is no source "{fee.source}"')
    for n, service in enumerate(centre.services):
        at: _Loc = ("services", n)
        _known(document, (*at, "locations"), service.locations, places, "location")
        _known(document, (*at, "see_also"), service.see_also, services, "service")
        if service.id in service.see_also:
            document.mistake((*at, "see_also"), f'"{service.id}" is this card itself')
        if service.fee is not None and service.fee not in fees:
            document.mistake((*at, "fee"), f'there is no fee "{service.fee}"')
        if service.source not in sources:
            document.mistake((*at, "source"), f'there is no source "{service.source}"')
        low, high = service.minimum_age, service.maximum_age
        if low is not None and high is not None and low > high:
            document.mistake((*at, "minimum_age"), f"{low} is more than maximum_age, {high}")
    _no_examples(document, centre)


def _no_examples(document: Document, centre: Centre) -> None:
    sentence = "examples belong to data/demo, not to a centre's file"
    holders: list[tuple[_Loc, Any]] = [(("organization",), centre.organization)]
    holders += [(("services", n), service) for n, service in enumerate(centre.services)]
    for at, holder in holders:
        for name in ("phones", "schedules"):
            for n, part in enumerate(getattr(holder, name)):
                if part.example:
                    document.mistake((*at, name, n, "example"), sentence)
    for n, phone in enumerate(centre.organization.crisis_phones):
        if phone.example:
            document.mistake(("organization", "crisis_phones", n, "example"), sentence)
    for n, place in enumerate(centre.locations):
        if place.example:
            document.mistake(("locations", n, "example"), sentence)


def _check_examples(document: Document, examples: Examples, centre: Centre) -> None:
    real = {place.id for place in centre.locations}
    places = _unique(document, ("locations",), [place.id for place in examples.locations])
    for n, place in enumerate(examples.locations):
        if place.id in real:
            document.mistake(("locations", n, "id"), f'"{place.id}" is already a location of the centre')
    _unique(document, ("people",), [person.id for person in examples.people])
    services = {service.id for service in centre.services}
    for slug, part in examples.services.items():
        if slug not in services:
            document.mistake(("services", slug), f'there is no service "{slug}"')
        _known(document, ("services", slug, "locations"), part.locations, places | real, "location")
    everybody = {person.id for person in examples.people}
    for n, programme in enumerate(examples.programmes):
        if programme.service not in services:
            document.mistake(("programmes", n, "service"), f'there is no service "{programme.service}"')
        if programme.keeper not in everybody:
            document.mistake(("programmes", n, "keeper"), f'there is no "{programme.keeper}" among the people')
    advisers = {person.id for person in examples.people if person.role == "adviser"}
    for n, hall in enumerate(examples.halls):
        if hall.service not in services:
            document.mistake(("halls", n, "service"), f'there is no service "{hall.service}"')
    everybody = {person.id for person in examples.people}
    for n, organisation in enumerate(examples.organisations):
        if organisation.person not in everybody:
            document.mistake(("organisations", n, "person"), f'there is no "{organisation.person}" among the people')
    for n, duty in enumerate(examples.duties):
        if duty.service not in services:
            document.mistake(("duties", n, "service"), f'there is no service "{duty.service}"')
        if duty.person is not None and duty.person not in advisers:
            document.mistake(("duties", n, "person"), f'there is no adviser "{duty.person}" among the people')
        if any(duty.meets(other) for other in examples.duties[:n]):
            document.mistake(("duties", n), "its adviser or room has another duty at that time")


def _unique(document: Document, at: _Loc, ids: Iterable[str]) -> set[str]:
    seen: Counter[str] = Counter()
    for n, id in enumerate(ids):
        if seen[id]:
            document.mistake((*at, n, "id"), f'the id "{id}" stands twice')
        seen[id] += 1
    return set(seen)


def _known(document: Document, at: _Loc, used: Iterable[str], known: set[str], what: str) -> None:
    for n, id in enumerate(used):
        if id not in known:
            document.mistake((*at, n), f'there is no {what} "{id}"')
