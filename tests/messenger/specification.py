"""Checks objects against Telegram's machine-readable description of the Bot API."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

FILE = Path(__file__).parents[3] / "shared" / "specs" / "telegram-bot-api.json"
NEWER = {("ChatMemberAdministrator", "can_send_welcome_messages")}
"""Fields that Telegram gives since (Bot API 10.3, which aiogram asks for), and the description lacks."""
PLAIN: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
    "True": (bool,),
}


def present() -> bool:
    return FILE.exists()


def needed() -> None:
    """Skip the test where the description is not at hand."""
    if not present():
        pytest.skip("the description of the Bot API (shared/specs/telegram-bot-api.json) is not on this machine")


@cache
def _described() -> dict[str, Any]:
    described: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return described


def problems_of_answer(method: str, answer: dict[str, Any]) -> list[str]:
    """What is wrong with an answer to a method, refusals included."""
    if not answer.get("ok"):
        good = isinstance(answer.get("error_code"), int) and isinstance(answer.get("description"), str)
        return [] if good else [f"{method}: a refusal without code or words"]
    methods = {name.lower(): value for name, value in _described()["methods"].items()}
    return problems(methods[method.lower()]["returns"], answer["result"], method)


def problems_of_update(update: dict[str, Any]) -> list[str]:
    return problems(["Update"], update, "update")


def problems(types: list[str], value: Any, where: str) -> list[str]:
    """What is wrong with a value that should be of one of the types; empty when nothing is."""
    found = [_of_type(kind, value, where) for kind in types]
    return min(found, key=len) if found else []


def _of_type(kind: str, value: Any, where: str) -> list[str]:
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where}: {value!r} is no array"]
        return [p for i, one in enumerate(value) for p in _of_type(kind[9:], one, f"{where}[{i}]")]
    if kind in PLAIN:
        wrong = not isinstance(value, PLAIN[kind]) or (isinstance(value, bool) and bool not in PLAIN[kind])
        return [f"{where}: {value!r} is no {kind}"] if wrong else []
    described = _described()["types"][kind]
    if subtypes := described.get("subtypes"):
        return min((_of_type(one, value, where) for one in subtypes), key=len)
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no {kind}"]
    fields = {field["name"]: field for field in described.get("fields", [])}
    wrong = [f"{where}: {kind} without {name}" for name, f in fields.items() if f["required"] and name not in value]
    for name, inner in value.items():
        if name in fields:
            wrong += problems(fields[name]["types"], inner, f"{where}.{name}")
        elif (kind, name) not in NEWER:
            wrong.append(f"{where}: {kind} has no field {name}")
    return wrong
