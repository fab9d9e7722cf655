"""The parameters of a Bot API call, from wherever in the request they stand."""

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.messenger.refusals import bad_request, too_large

MOST_BYTES = 20 * 1024 * 1024
"""A request's body, files included."""
_ROOM_FOR_FIELDS = 256 * 1024
_INT64 = 2**63


@dataclass(frozen=True)
class Upload:
    """A file that came in the request."""

    name: str
    mime: str
    data: bytes


@dataclass
class Params:
    """Values by name: JSON values as they are, strings from forms and addresses.

    Every getter raises `Refusal` 400 when the value is not what it should be.
    """

    values: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)

    def string(self, name: str) -> str | None:
        value = self.values.get(name)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        raise bad_request(f'parameter "{name}" must be of type String')

    def integer(self, name: str) -> int | None:
        value = self.values.get(name)
        if value is None or value == "":
            return None
        number = _number(value)
        if number is None:
            raise bad_request(f'parameter "{name}" must be of type Number')
        return number

    def boolean(self, name: str) -> bool:
        value = self.values.get(name)
        if isinstance(value, str):
            return value.strip().lower() in ("true", "yes", "1")
        if value is None or isinstance(value, bool | int):
            return bool(value)
        raise bad_request(f'parameter "{name}" must be of type Boolean')

    def decimal(self, name: str) -> float | None:
        value = self.values.get(name)
        if value is None or value == "":
            return None
        try:
            if isinstance(value, bool | list | dict):
                raise ValueError
            return float(value)
        except (ValueError, OverflowError):
            raise bad_request(f'parameter "{name}" must be of type Number') from None

    def object(self, name: str) -> dict[str, Any] | None:
        value = self.structure(name)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object")
        return value

    def array(self, name: str) -> list[Any] | None:
        value = self.structure(name)
        if value is not None and not isinstance(value, list):
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object: expected an Array")
        return value

    def structure(self, name: str) -> Any:
        """A JSON value, parsed if it came as a string."""
        value = self.values.get(name)
        if isinstance(value, str):
            if not value.strip():
                return None
            return parsed(value, f"can't parse {name.replace('_', ' ')} JSON object")
        return value


def _number(value: object) -> int | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str) and len(value) < 30:
        try:
            value = int(value)
        except ValueError:
            return None
    if isinstance(value, int) and not isinstance(value, bool) and -_INT64 <= value < _INT64:
        return value
    return None


def parsed(source: str | bytes, words: str) -> Any:
    """JSON that is safe to store: no lone surrogates, no NaN, not too deep. Else `Refusal` 400."""

    def refuse(constant: str) -> None:
        raise ValueError(constant)

    try:
        value = json.loads(source, parse_constant=refuse)
        if "\\u" in (source if isinstance(source, str) else source.decode("utf-8", "replace")):
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise bad_request(words) from None
    return value


async def read(request: Request) -> Params:
    """The parameters of a request. Raises `Refusal` 413 for a body over `MOST_BYTES`, 400 for a broken one."""
    values: dict[str, Any] = dict(request.query_params)
    files: dict[str, Upload] = {}
    if request.method == "POST":
        body = await _body(request)
        kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if body and kind == "application/json":
            value = parsed(body, "can't parse the request's JSON")
            if not isinstance(value, dict):
                raise bad_request("object expected as the request's JSON")
            values |= value
        elif body and kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
            await _form(request, body, kind, values, files)
    try:
        for value in (*values, *(v for v in values.values() if isinstance(v, str))):
            value.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    return Params(values, files)


async def _body(request: Request) -> bytes:
    most = MOST_BYTES + _ROOM_FOR_FIELDS
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and len(declared) < 20 and int(declared) > most:
        raise too_large()
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise too_large()
        chunks.append(chunk)
    return b"".join(chunks)


async def _form(request: Request, body: bytes, kind: str, values: dict[str, Any], files: dict[str, Upload]) -> None:
    async def stream() -> Any:
        yield body

    try:
        if kind == "multipart/form-data":
            form = await MultiPartParser(
                request.headers, stream(), max_files=50, max_fields=500, max_part_size=MOST_BYTES
            ).parse()
        else:
            form = await FormParser(request.headers, stream()).parse()
    except (MultiPartException, KeyError, ValueError):
        raise bad_request("can't parse the request's form") from None
    try:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                data = await value.read()
                if len(data) > MOST_BYTES:
                    raise too_large()
                files[name] = Upload(value.filename or "file", value.content_type or "", data)
            else:
                values[name] = value
    finally:
        await form.close()
