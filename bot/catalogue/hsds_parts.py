"""Looking into foreign JSON so that nothing is dropped in silence.

Each object of the file becomes a `Part`: whoever understands a field takes it, and what nobody
took is counted in `Leftovers`, to be shown to the person who imports.
"""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.catalogue.hsds import ALSO, PREFIX
from bot.errors import DataError

MAX_BYTES = 50_000_000
"""A whole country's directory is smaller; a longer file is refused before it is read."""


class Leftovers:
    """Fields that no one took, by their place like ``service.phones.extension``."""

    def __init__(self) -> None:
        self.counted: Counter[str] = Counter()

    def lines(self) -> tuple[str, ...]:
        """One line for each kind of object: its fields that were left, with how often they stood there."""
        fields: dict[str, list[str]] = {}
        for place, times in sorted(self.counted.items()):
            if times > 0:
                owner, _, field = place.rpartition(".")
                fields.setdefault(owner, []).append(field if times == 1 else f"{field} ({times}×)")
        return tuple(f"{owner}: {', '.join(names)}" for owner, names in fields.items())


class Part:
    """One object of an HSDS file. Taking a field marks it as kept."""

    def __init__(self, value: Mapping[str, Any], place: str, left: Leftovers) -> None:
        self._value = value
        self._left = left
        self.place = place
        self._notes: dict[str, list[str]] = {}
        for key, found in value.items():
            if key == "attributes":
                self._read_notes(found)
            elif not (found in (None, "", [], {}) or key == "id" or key.endswith("_id")):
                left.counted[f"{place}.{key}"] += 1

    def _read_notes(self, found: object) -> None:
        for note in found if isinstance(found, list) else [found]:
            label, value = (note.get("label"), note.get("value")) if isinstance(note, dict) else (None, None)
            if isinstance(label, str) and label.startswith(PREFIX) and isinstance(value, str):
                self._notes.setdefault(label.removeprefix(PREFIX), []).append(value)
            else:
                self._left.counted[f"{self.place}.attributes"] += 1

    @property
    def id(self) -> str | None:
        """The object's own id, if it has one."""
        return self.reference("id")

    def reference(self, key: str) -> str | None:
        """An id of this or another object."""
        value = self._value.get(key)
        return value if isinstance(value, str) else None

    def take(self, key: str) -> Any:
        """Whatever stands there; it counts as kept."""
        value = self._value.get(key)
        if value not in (None, "", [], {}):
            self._left.counted[f"{self.place}.{key}"] -= 1
        return value

    def give_back(self, key: str) -> None:
        """A taken value that turned out to be unusable: list it after all."""
        self._left.counted[f"{self.place}.{key}"] += 1

    def expect(self, key: str, *usual: object) -> None:
        """A field that says nothing new when it has the usual value."""
        if self._value.get(key) in usual:
            self.take(key)

    def text(self, key: str) -> str | None:
        value = self._value.get(key)
        if isinstance(value, str) and value.strip():
            return str(self.take(key)).strip()
        return None

    def number(self, key: str, low: float, high: float) -> float | None:
        value = self._value.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
            self.take(key)
            return value
        return None

    def day(self, key: str) -> date | None:
        """A date; of a moment only its day."""
        value = self._value.get(key)
        try:
            found = date.fromisoformat(value[:10]) if isinstance(value, str) else None
        except ValueError:
            return None
        if found is not None:
            self.take(key)
        return found

    def parts(self, key: str) -> list["Part"]:
        """The objects of a list; what else stands in it is left over."""
        value = self.take(key) or []
        found = [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
        if value and found != value:
            self.give_back(key)
        return [Part(each, f"{self.place}.{key}", self._left) for each in found]

    def part(self, key: str) -> "Part | None":
        """The one object there."""
        if not isinstance(self._value.get(key), dict):
            return None
        return Part(self.take(key) or {}, f"{self.place}.{key}", self._left)

    def peek(self, key: str) -> Any:
        """A value without taking it."""
        return self._value.get(key)

    def note(self, label: str) -> str | None:
        """What our own export wrote there."""
        return next(iter(self._notes.get(label, ())), None)

    def notes(self, label: str) -> list[str]:
        return self._notes.get(label, [])

    def also(self) -> dict[str, Any]:
        """The fields of ours that our own export wrote as JSON."""
        found = {}
        for label in self._notes:
            if label.startswith(ALSO):
                try:
                    found[label.removeprefix(ALSO)] = json.loads(self._notes[label][0])
                except (ValueError, RecursionError):
                    raise DataError([f"{self.place}: the note {label} in the file is broken"]) from None
        return found


def parse(data: bytes, shown_as: str) -> Any:
    """The JSON of a file. Raises `DataError` with one sentence for what is none, or too long."""
    if len(data) > MAX_BYTES:
        raise DataError([f"{shown_as}: the file has more than {MAX_BYTES // 1_000_000} MB"])
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise DataError([f"{shown_as}: this is not a UTF-8 text"]) from None
    except json.JSONDecodeError as error:
        raise DataError([f"{shown_as}: line {error.lineno}: this is not JSON"]) from None
    except (RecursionError, ValueError):
        raise DataError(
            [f"{shown_as}: this is not JSON that can be read: nested too deep or too large a number"]
        ) from None
