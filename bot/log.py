"""Logging without personal data: what may be printed, and how it looks.

Our own lines are structlog events with ids (`log.warning("update_dropped", update_id=…)`). The
lines of libraries go the same way. What never gets through:

* fields that hold people's words or names (`PERSONAL`), whatever their value;
* anything that looks like a bot token, in any string, also in addresses;
* what stands in double quotes in a field: so servers quote people ('Unsupported start tag "…"');
* the messages of exceptions: they quote what people wrote ("invalid literal: '…'", the parameters of
  an SQL statement). Printed are the types, the places (file:line) and codes without words
  (errno, SQLSTATE, SQLite's error name); only errors of ours that carry no words keep their text;
* the words in libraries' lines: numbers and bare exception types are filled in, other arguments are
  not, and only the first line counts. Below WARNING libraries are silent, because the INFO
  lines of httpx, aiohttp and uvicorn hold addresses with the token in them.
"""

import errno
import logging
import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, TextIO

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

from bot.errors import DataError, OkienkoError, SettingsError

PERSONAL: Final = frozenset(
    """text caption message messages query question answer words body content contents payload update callback_data
    name first_name last_name full_name username title phone phone_number email contact address_text street note
    topic request response headers cookies params parameters values""".split()  # noqa: SIM905
)
"""Field names that are never printed."""

_LIBRARIES: Final = (  # noqa: SIM905
    "aiogram aiohttp aiosqlite alembic apscheduler asyncio asyncpg httpcore httpx multipart sqlalchemy telegram "
    "tornado urllib3 uvicorn websockets fontTools PIL matplotlib"
).split()
_ACCESS: Final = ("aiohttp.access", "uvicorn.access", "uvicorn.error", "aiogram.event", "sqlalchemy.engine")
_TOKEN: Final = re.compile(r"\d{3,}(?::|%3A)[A-Za-z0-9_-]{10,}", re.IGNORECASE)
_MASK: Final = "‹token›"
_QUOTED: Final = re.compile(r'"[^"]*"')
_PLACEHOLDER: Final = re.compile(r"%(?:\(\w+\))?[-+ #0]*[\d.*]*[hlL]?([a-zA-Z%])")
_MOST_FRAMES: Final = 20
_MOST_ERRORS: Final = 8
_ROOT: Final = Path(__file__).parent.parent


def configure(level: str = "info", stream: TextIO | None = None, *, json: bool | None = None) -> None:
    """Send all logging of this process to a stream (standard error unless told).

    ``level`` is the lowest level of our own lines; libraries speak from WARNING on. Lines are JSON,
    or readable ones when the stream is a terminal; ``json`` decides otherwise. Also uncaught
    exceptions go there, in the same reduced form.
    """
    stream = stream or sys.stderr
    readable = stream.isatty() if json is None else not json
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        describe_exception,
        drop_personal,
        mask_tokens,
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    renderer: Processor = (
        structlog.dev.ConsoleRenderer(colors=True, timestamp_key="at")
        if readable
        else structlog.processors.JSONRenderer(ensure_ascii=False, default=_type_name)
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[keep_numbers_only, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
            pass_foreign_args=True,
            use_get_message=False,
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in ("bot", "__main__"):
        logging.getLogger(name).setLevel(level.upper())
    for name in (*_LIBRARIES, *_ACCESS):
        library = logging.getLogger(name)
        library.handlers.clear()
        library.propagate = True
        library.setLevel(logging.WARNING)
    logging.captureWarnings(True)
    # A line that cannot be formatted would otherwise be printed with its arguments.
    logging.raiseExceptions = False
    sys.excepthook = _log_uncaught
    threading.excepthook = lambda args: _log_uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def drop_personal(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Leave out the fields that hold people's words or names, at any depth."""
    return {key: _without_personal(value) for key, value in event.items() if key.lower() not in PERSONAL}


def mask_tokens(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Make bot tokens unreadable in every string of the line, and what fields quote."""
    return {
        key: value if key.startswith("_") else _masked(value, quotes=key in ("event", "trace"))
        for key, value in event.items()
    }


def describe_exception(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Put ``error`` (types and codes) and ``trace`` (places) in the stead of an exception's traceback.

    Exceptions given as a field's value become their types, too.
    """
    info = event.pop("exc_info", None)
    event.pop("stack_info", None)
    for key, value in event.items():
        if isinstance(value, BaseException):
            event[key] = _named(value)
    if isinstance(info, tuple):
        info = info[1]
    elif info and not isinstance(info, BaseException):
        info = sys.exception()
    if isinstance(info, BaseException):
        chain = list(_chain(info))[:_MOST_ERRORS]
        event["error"] = " < ".join(_named(error) for error in chain)
        event["trace"] = [place for error in chain for place in _places(error)][-_MOST_FRAMES:]
    return event


def keep_numbers_only(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Rebuild a library's line: the template's first line with its numbers, without its words."""
    record: logging.LogRecord = event["_record"]
    arguments = event.pop("positional_args", None) or ()
    template = str(record.msg).split("\n", 1)[0][:300]
    if isinstance(arguments, tuple) and arguments:
        remaining = iter(arguments)
        template = _PLACEHOLDER.sub(lambda hit: "%" if hit[1] == "%" else _harmless(next(remaining, None)), template)
    event["event"] = template
    return event


def _harmless(value: object) -> str:
    if isinstance(value, int | float):
        return str(value)
    return _named(value) if isinstance(value, BaseException) else "…"


def _without_personal(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_personal(v) for key, v in value.items() if str(key).lower() not in PERSONAL}
    if isinstance(value, list | tuple):
        return [_without_personal(item) for item in value]
    return value


def _masked(value: Any, *, quotes: bool = False) -> Any:
    if isinstance(value, str):
        value = _TOKEN.sub(_MASK, value)
        return value if quotes else _QUOTED.sub('"…"', value)
    if isinstance(value, dict):
        return {key: _masked(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(item, quotes=quotes) for item in value]
    # Anything else would be printed by its repr, and that of an update or a row quotes people.
    return value if value is None or isinstance(value, bool | int | float) else _type_name(value)


def _type_name(value: object) -> str:
    return f"<{type(value).__name__}>"


def _named(error: BaseException) -> str:
    name = type(error).__qualname__
    if type(error).__module__ != "builtins":
        name = f"{type(error).__module__}.{name}"
    if isinstance(error, OkienkoError):
        return f"{name}({error.key})"
    if isinstance(error, SettingsError | DataError):
        return f"{name}: {error}"
    for code in ("sqlite_errorname", "sqlstate", "status_code"):
        if isinstance(value := getattr(error, code, None), str | int):
            return f"{name}({value})"
    if isinstance(error, OSError) and error.errno is not None and error.errno in errno.errorcode:
        return f"{name}({errno.errorcode[error.errno]})"
    return name


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        if isinstance(error, BaseExceptionGroup):
            for member in error.exceptions:
                yield from _chain(member)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _places(error: BaseException) -> Iterator[str]:
    traceback: TracebackType | None = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        yield f"{_short(code.co_filename)}:{traceback.tb_lineno} {code.co_name}"
        traceback = traceback.tb_next


def _short(file: str) -> str:
    """A file's path without where this machine keeps it."""
    for mark in ("/site-packages/", "/lib/python"):
        if mark in file:
            return file.rpartition(mark)[2]
    try:
        return str(Path(file).relative_to(_ROOT))
    except ValueError:
        return Path(file).name


def _log_uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if error is None or issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger("bot").critical("uncaught", exc_info=(kind, error, trace))
