"""Reading the Fluent files and the code that uses them, for the tests beside this file."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.texts import FOLDER

CODE = FOLDER.parent
_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_PREFIX = re.compile(r"([a-z][a-z0-9]*-)+")


@dataclass
class FluentMessage:
    """One message of one language, and what it wants to be given."""

    key: str
    file: str
    variables: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    choices: dict[str, set[str]] = field(default_factory=dict)
    """For each variable that a selector asks about: the names of its variants."""


class _Wants(Visitor):
    def __init__(self, message: FluentMessage) -> None:
        self.message = message

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.message.variables.add(node.id.name)

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:
        if node.id.name == "DATETIME":
            self.message.dates |= {
                argument.id.name
                for argument in node.arguments.positional
                if isinstance(argument, ftl.VariableReference)
            }
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        asked: object = node.selector
        if isinstance(asked, ftl.FunctionReference):
            asked = asked.arguments.positional[0]
        if isinstance(asked, ftl.VariableReference):
            names = {v.key.name if isinstance(v.key, ftl.Identifier) else v.key.value for v in node.variants}
            self.message.choices.setdefault(asked.id.name, set()).update(names)
        self.generic_visit(node)


@cache
def resources(language: str) -> dict[str, ftl.Resource]:
    """The parsed files of a language by name."""
    return {
        file.name: FluentParser(with_spans=True).parse(file.read_text("utf-8"))
        for file in sorted((FOLDER / language).glob("*.ftl"))
    }


@cache
def messages(language: str) -> list[FluentMessage]:
    """Every message of a language, in the files' order; a key written twice is there twice."""
    found = []
    for file, resource in resources(language).items():
        for entry in resource.body:
            if isinstance(entry, ftl.Message):
                found.append(message := FluentMessage(entry.id.name, file))
                _Wants(message).visit(entry)
    return found


@dataclass
class Use:
    """A place in the code that renders a message: its key and, where they can be read, its values."""

    place: str
    key: str
    values: set[str] | None


def _python_files() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(CODE.rglob("*.py")):
        yield file, ast.parse(file.read_text("utf-8"))


@cache
def uses() -> list[Use]:
    """Calls like `texts.html(language, "key", …)`, `….plain(…)` and `OkienkoError("key", …)`."""
    found = []
    for file, tree in _python_files():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            position = {"html": 1, "plain": 1, "OkienkoError": 0}.get(name)
            if position is None or len(node.args) <= position:
                continue
            argument = node.args[position]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                names = {keyword.arg for keyword in node.keywords}
                values = None if None in names else {str(each) for each in names}
                found.append(Use(f"{file.relative_to(CODE)}:{node.lineno}", argument.value, values))
    return found


@cache
def literals() -> set[str]:
    """Every string in the code that could be a key."""
    return {
        node.value
        for _, tree in _python_files()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _KEY.fullmatch(node.value)
    }


@cache
def computed_prefixes() -> set[str]:
    """What `f"topic-{topic}"` or `"status-" + …` begin with, when that could be the beginning of a key."""
    return {
        node.value
        for _, tree in _python_files()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _PREFIX.fullmatch(node.value)
    }
