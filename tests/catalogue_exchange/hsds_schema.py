"""The standard's own schemas and examples, which stand beside the repository where it is developed."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FOLDER = Path(__file__).parents[3] / "shared" / "specs" / "hsds"

needs_the_standard = pytest.mark.skipif(
    not (FOLDER / "service.json").exists(), reason="the HSDS 3.1 schemas are not in ../shared/specs/hsds"
)


@cache
def _registry() -> "Registry[Any]":
    return Registry[Any]().with_resources(
        (file.name, Resource.from_contents(json.loads(file.read_text("utf-8")), default_specification=DRAFT202012))
        for file in sorted(FOLDER.glob("*.json"))
    )


def schema(name: str) -> Callable[[object], list[str]]:
    """What is wrong with a value by the standard's schema of that name; formats count."""
    validator = Draft202012Validator(
        _registry().contents(f"{name}.json"), registry=_registry(), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return lambda value: [f"{error.json_path}: {error.message[:120]}" for error in validator.iter_errors(value)]


def example(name: str) -> bytes:
    return (FOLDER / "examples" / f"{name}.json").read_bytes()
