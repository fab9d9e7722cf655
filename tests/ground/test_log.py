"""A token, a name or a person's sentence never reaches the log, by whichever way it comes."""

import ast
import asyncio
import io
import json
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import structlog
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot import log
from bot.errors import OkienkoError
from bot.storage import Database

TOKEN = "1234567890:AAHplantedTokenThatMustNeverBePrinted"
SENTENCE = "mój mąż pije i bije dzieci"


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything that was logged, with the most talkative level."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    usual = structlog.get_config()
    for owner, name in ((sys, "excepthook"), (threading, "excepthook"), (logging, "raiseExceptions")):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    stream = io.StringIO()
    log.configure("debug", stream)
    yield stream
    root.handlers[:], root.level = before
    logging.captureWarnings(False)
    structlog.configure(**usual)
    structlog.contextvars.clear_contextvars()


def _only_line(stream: io.StringIO) -> dict[str, object]:
    (line,) = stream.getvalue().splitlines()
    return json.loads(line)  # type: ignore[no-any-return]


def test_our_lines_are_json_with_a_moment_a_level_and_a_place(printed: io.StringIO) -> None:
    structlog.get_logger("bot.intake").info("update_worked_off", update_id=7, channel="telegram")
    line = _only_line(printed)
    assert str(line.pop("at")).endswith("Z")
    assert line == {
        "event": "update_worked_off",
        "update_id": 7,
        "channel": "telegram",
        "level": "info",
        "logger": "bot.intake",
    }


def test_a_terminal_gets_readable_lines(printed: io.StringIO) -> None:
    log.configure("info", printed, json=False)
    structlog.get_logger("bot").warning("slow_start", seconds=3)
    assert "slow_start" in printed.getvalue()
    assert "{" not in printed.getvalue()


@pytest.mark.parametrize("field", ["text", "caption", "query", "first_name", "username", "phone_number", "payload"])
def test_personal_fields_are_left_out_at_any_depth(printed: io.StringIO, field: str) -> None:
    log_ = structlog.get_logger("bot")
    log_.info("seen", **{field: SENTENCE}, nested={"deeper": [{field: SENTENCE, "id": 5}]})
    assert SENTENCE not in printed.getvalue()
    assert _only_line(printed)["nested"] == {"deeper": [{"id": 5}]}


def test_objects_are_not_printed_by_their_repr(printed: io.StringIO) -> None:
    class Update:
        def __repr__(self) -> str:
            return SENTENCE

    structlog.get_logger("bot").info("seen", it=Update(), secret=SecretStr(TOKEN), many=[Update()])
    assert SENTENCE not in printed.getvalue()
    assert _only_line(printed)["it"] == "<Update>"


def test_what_a_server_quotes_is_left_out(printed: io.StringIO) -> None:
    structlog.get_logger("bot").error("answer_refused", reason=f'Bad Request: Unsupported start tag "{SENTENCE}" at 5')
    assert _only_line(printed)["reason"] == 'Bad Request: Unsupported start tag "…" at 5'


def test_our_own_lines_are_plain_events_with_fields_that_may_be_printed() -> None:
    """Read from the code: no f-string puts a value into the event, no field is one that would be dropped."""
    wrong = []
    calls = 0
    for file in sorted(Path(log.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            owner = node.func.value
            if not (isinstance(owner, ast.Name) and owner.id in ("log", "logger", "_log") and node.args):
                continue
            calls += 1
            if not (isinstance(node.args[0], ast.Constant) and len(node.args) == 1):
                wrong.append(f"{file.name}:{node.lineno} has an event that is not a plain string")
            wrong += [
                f"{file.name}:{node.lineno} {k.arg}" for k in node.keywords if k.arg is None or k.arg in log.PERSONAL
            ]
    assert calls > 5
    assert wrong == []


def test_a_token_is_masked_in_every_string(printed: io.StringIO) -> None:
    structlog.contextvars.bind_contextvars(base=f"http://x/bot{TOKEN}")
    structlog.get_logger("bot").info(f"calling /bot{TOKEN}/getMe", where=[f"a {TOKEN} b"], deep={"url": TOKEN})
    structlog.get_logger("bot").info("encoded", url=f"/bot{TOKEN.replace(':', '%3A')}/getMe")
    logging.getLogger("anything").warning("GET https://api.telegram.org/bot%s/getMe", TOKEN)
    logging.getLogger("anything").warning(f"GET https://api.telegram.org/bot{TOKEN}/getMe")
    assert len(printed.getvalue().splitlines()) == 4
    assert "plantedToken" not in printed.getvalue()
    assert "‹token›" in printed.getvalue()


def _fail() -> None:
    try:
        int(SENTENCE)
    except ValueError as error:
        raise RuntimeError(f"{SENTENCE} {TOKEN}") from error


def test_an_exception_gives_types_and_places_but_no_words(printed: io.StringIO) -> None:
    try:
        _fail()
    except RuntimeError as error:
        structlog.get_logger("bot").exception("update_failed", update_id=7, because=error)
    assert SENTENCE not in printed.getvalue()
    assert "plantedToken" not in printed.getvalue()
    line = _only_line(printed)
    assert line["error"] == "RuntimeError < ValueError"
    assert line["because"] == "RuntimeError"
    assert any(str(place).startswith("tests/ground/test_log.py:") for place in line["trace"])  # type: ignore[attr-defined]


def test_an_error_of_ours_keeps_its_key_but_not_its_values(printed: io.StringIO) -> None:
    error = OkienkoError("error-too-long", words=SENTENCE)
    structlog.get_logger("bot").warning("refused", exc_info=error)
    assert _only_line(printed)["error"] == "bot.errors.OkienkoError(error-too-long)"


def test_a_group_of_exceptions_names_its_members(printed: io.StringIO) -> None:
    group = ExceptionGroup(SENTENCE, [ValueError(SENTENCE), ConnectionRefusedError(111, SENTENCE)])
    structlog.get_logger("bot").error("many", exc_info=group)
    assert SENTENCE not in printed.getvalue()
    assert _only_line(printed)["error"] == "ExceptionGroup < ValueError < ConnectionRefusedError(ECONNREFUSED)"


async def test_a_statement_that_fails_keeps_its_parameters_to_itself(printed: io.StringIO, database: Database) -> None:
    async with database.session() as session:
        try:
            await session.exec(text("SELECT * FROM nowhere WHERE words = :words"), params={"words": SENTENCE})  # type: ignore[call-overload]
        except OperationalError:
            structlog.get_logger("bot").exception("statement_failed")
    assert SENTENCE not in printed.getvalue()
    assert "sqlalchemy.exc.OperationalError" in str(_only_line(printed)["error"])
    assert "SQLITE_ERROR" in str(_only_line(printed)["error"])


def test_libraries_fill_in_numbers_only(printed: io.StringIO) -> None:
    other = logging.getLogger("aiogram.dispatcher")
    other.error("update id=%d by %s: %s (%.1f %%)\n%s", 9, SENTENCE, ValueError(SENTENCE), 2.5, SENTENCE)
    assert SENTENCE not in printed.getvalue()
    assert _only_line(printed)["event"] == "update id=9 by …: ValueError (2.5 %)"


@pytest.mark.parametrize(
    "name",
    ["aiogram.event", "httpx", "httpcore.http11", "aiohttp.access", "uvicorn.access", "sqlalchemy.engine.Engine"],
)
def test_libraries_are_silent_below_warning(printed: io.StringIO, name: str) -> None:
    logging.getLogger(name).info("POST /bot%s/sendMessage %s", TOKEN, SENTENCE)
    logging.getLogger(name).debug("%s", SENTENCE)
    assert printed.getvalue() == ""


async def test_httpx_does_not_tell_the_address(printed: io.StringIO) -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200))
    async with httpx.AsyncClient(transport=transport) as client:
        await client.get(f"https://api.telegram.org/bot{TOKEN}/getMe")
    assert printed.getvalue() == ""


async def test_a_forgotten_task_does_not_tell_its_words(printed: io.StringIO) -> None:
    asyncio.get_running_loop().call_exception_handler(
        {"message": "Task exception was never retrieved", "exception": ValueError(SENTENCE), "future": SENTENCE}
    )
    assert SENTENCE not in printed.getvalue()
    assert _only_line(printed)["error"] == "ValueError"


def test_what_nobody_catches_is_told_without_words(printed: io.StringIO) -> None:
    try:
        _fail()
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert SENTENCE not in printed.getvalue()
    assert _only_line(printed)["event"] == "uncaught"
    assert _only_line(printed)["error"] == "RuntimeError < ValueError"


def test_a_line_that_cannot_be_formatted_is_not_printed_with_its_arguments(
    printed: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("anything").warning("%d", SENTENCE)
    captured = capsys.readouterr()
    assert SENTENCE not in printed.getvalue() + captured.err + captured.out
    logging.getLogger("anything").warning({"odd": 1}, SENTENCE, 7)
    assert SENTENCE not in printed.getvalue() + captured.err + captured.out
