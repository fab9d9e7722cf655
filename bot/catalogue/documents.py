"""YAML read so that every mistake can be shown with its line.

A file is composed once into PyYAML's nodes, which know their lines; the values are built from
them here, and a place in the values (the `loc` of a pydantic error) is walked back to its line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_MERGE = "tag:yaml.org,2002:merge"


@dataclass(frozen=True)
class Mistake:
    """One thing wrong in a file; ``line`` counts from 1."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


@dataclass
class Document:
    """A file as plain values, with the lines they stand in and the mistakes of its YAML."""

    file: str
    value: Any = None
    root: yaml.Node | None = None
    mistakes: list[Mistake] = field(default_factory=list)

    def line(self, loc: Sequence[str | int]) -> int:
        """The line of a place; the nearest enclosing one when the place does not exist."""
        node, line = self.root, 1
        for step in loc:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return line

    def path(self, loc: Sequence[str | int]) -> str:
        """A place in words: ids instead of numbers where the items of a list have them."""
        words: list[str] = []
        value = self.value
        for step in loc:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                value = None
            name = value.get("id") if isinstance(step, int) and isinstance(value, dict) else None
            if isinstance(name, str):
                words.append(name)
            elif isinstance(step, int) and isinstance(value, str):
                continue  # the sentence quotes it
            elif isinstance(step, int):
                words.append(f"no. {step + 1}")
            else:
                words.append(step)
        return " › ".join(words)

    def mistake(self, loc: Sequence[str | int], sentence: str) -> None:
        place = self.path(loc)
        self.mistakes.append(Mistake(self.file, self.line(loc), f"{place}: {sentence}" if place else sentence))


def read(path: Path, shown_as: str | None = None) -> Document:
    """Read one file. Mistakes are collected in the document, nothing is raised for them."""
    document = Document(shown_as or str(path))
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        document.mistake((), "this is not a UTF-8 text")
        return document
    except OSError as error:
        document.mistake((), f"cannot be read: {error.strerror}")
        return document
    try:
        loader = yaml.CSafeLoader(text)
        try:
            document.root = loader.get_single_node()
        finally:
            loader.dispose()
        if document.root is None:
            document.mistake((), "the file is empty")
        else:
            document.value = _Builder(document).build(document.root, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        why = " ".join(part for part in (error.context, error.problem) if part)
        document.mistakes.append(Mistake(document.file, mark.line + 1 if mark else 1, f"this is not YAML: {why}"))
    except (yaml.YAMLError, ValueError) as error:
        document.mistake((), f"this is not YAML: {error}")
    except RecursionError:
        document.mistake((), "this is not YAML: nested too deep")
    return document


class _Builder:
    """Values from nodes. PyYAML's own constructor would let the last of two equal keys win."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._scalars = yaml.constructor.SafeConstructor()
        self._built: dict[int, Any] = {}
        self._open: set[int] = set()

    def build(self, node: yaml.Node, loc: tuple[str | int, ...]) -> Any:
        if id(node) in self._built:  # an alias: the same node again
            return self._built[id(node)]
        if id(node) in self._open:
            raise yaml.constructor.ConstructorError(None, None, "an alias contains itself", node.start_mark)
        self._open.add(id(node))
        value: Any
        if isinstance(node, yaml.MappingNode):
            value = self._mapping(node, loc)
        elif isinstance(node, yaml.SequenceNode):
            value = [self.build(item, (*loc, index)) for index, item in enumerate(node.value)]
        else:
            value = self._scalar(node)
        self._open.discard(id(node))
        self._built[id(node)] = value
        return value

    def _mapping(self, node: yaml.MappingNode, loc: tuple[str | int, ...]) -> dict[str, Any]:
        value: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if key_node.tag == _MERGE:
                self._refuse(line, loc, "merge keys (<<) are not read here: write the values out")
                continue
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            if key in lines:
                self._refuse(line, loc, f'"{key}" stands twice, first in line {lines[key]}')
                continue
            lines[key] = line
            value[key] = self.build(value_node, (*loc, key))
        return value

    def _scalar(self, node: yaml.Node) -> Any:
        return self._scalars.construct_object(node)

    def _refuse(self, line: int, loc: tuple[str | int, ...], sentence: str) -> None:
        # The values of this place do not exist yet, so its path has numbers instead of ids.
        place = self._document.path(loc)
        self._document.mistakes.append(
            Mistake(self._document.file, line, f"{place}: {sentence}" if place else sentence)
        )


def _child(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == step:
                return key.start_mark.line + 1, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        item = node.value[step]
        return item.start_mark.line + 1, item
    return None
