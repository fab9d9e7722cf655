"""Reply markup: inline keyboards, reply keyboards, their removal, forced replies."""

from typing import Any

from bot.messenger.entities import link
from bot.messenger.params import Params
from bot.messenger.refusals import Refusal, bad_request

Json = dict[str, Any]

MOST_BUTTONS = 100
MOST_IN_ROW = 8
DATA_BYTES = 64
_SWITCHES = ("switch_inline_query", "switch_inline_query_current_chat")
_ACTIONS = ("url", "callback_data", "copy_text", *_SWITCHES, "switch_inline_query_chosen_chat", "web_app", "login_url")


def markup(params: Params, name: str = "reply_markup") -> Json | None:
    """The call's reply markup, checked and cut to what is stored; None when absent or empty."""
    value = params.structure(name)
    if value is None or value == {}:
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in value:
        rows = _rows(value["inline_keyboard"], "inline keyboard", _inline_button)
        return {"inline_keyboard": rows}
    if "keyboard" in value:
        rows = _rows(value["keyboard"], "keyboard", _reply_button)
        options = {key: bool(value.get(key)) for key in ("resize_keyboard", "one_time_keyboard", "is_persistent")}
        hint = value.get("input_field_placeholder")
        return {"keyboard": rows, **options, "input_field_placeholder": hint if isinstance(hint, str) else ""}
    if value.get("remove_keyboard"):
        return {"remove_keyboard": True}
    if value.get("force_reply"):
        hint = value.get("input_field_placeholder")
        return {"force_reply": True, "input_field_placeholder": hint if isinstance(hint, str) else ""}
    return None


def inline(params: Params) -> Json | None:
    """The same where only an inline keyboard will do: in edits. An empty one removes."""
    found = markup(params)
    if found is not None and "inline_keyboard" not in found:
        raise bad_request("inline keyboard expected")
    return found if found and found["inline_keyboard"] else None


def callback_data(stored: Json | None) -> set[str]:
    """The callback data that stand on a message's keyboard."""
    rows = (stored or {}).get("inline_keyboard", [])
    return {button["callback_data"] for row in rows for button in row if "callback_data" in button}


def _rows(rows: object, what: str, button: Any) -> list[list[Json]]:
    if not isinstance(rows, list):
        raise bad_request(f"can't parse {what}: Field must be of type Array")
    kept = []
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f"can't parse {what}: row must be an Array")
        if len(row) > MOST_IN_ROW:
            raise bad_request("BUTTON_ROW_TOO_LONG")
        if row:
            kept.append([button(one) for one in row])
    if sum(len(row) for row in kept) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return kept


def _text(button: Json, what: str) -> str:
    text = button.get("text")
    if not isinstance(text, str):
        raise bad_request(f'can\'t parse {what}: Field "text" must be of type String')
    if not text.strip():
        raise bad_request(f"{what} text must be non-empty")
    return text


def _inline_button(button: object) -> Json:
    what = "inline keyboard button"
    if not isinstance(button, dict):
        raise bad_request(f"can't parse {what}: expected an Object")
    kept: Json = {"text": _text(button, what)}
    actions = [action for action in _ACTIONS if button.get(action) is not None]
    if not actions:
        raise bad_request("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _invalid("BUTTON_TYPE_INVALID")
    action, value = actions[0], button[actions[0]]
    if action == "callback_data":
        if not isinstance(value, str) or not 1 <= len(value.encode()) <= DATA_BYTES:
            raise _invalid("BUTTON_DATA_INVALID")
    elif action == "url":
        value = link(value) if isinstance(value, str) else None
        if not value:
            raise _invalid("BUTTON_URL_INVALID")
    elif action == "copy_text":
        copied = value.get("text") if isinstance(value, dict) else None
        if not isinstance(copied, str) or not 1 <= len(copied) <= 256:
            raise _invalid("BUTTON_COPY_TEXT_INVALID")
        value = {"text": copied}
    elif action in _SWITCHES:
        if not isinstance(value, str):
            raise _invalid("BUTTON_TYPE_INVALID")
    elif not isinstance(value, dict):
        raise _invalid("BUTTON_TYPE_INVALID")
    kept[action] = value
    if button.get("style") in ("danger", "success", "primary"):
        kept["style"] = button["style"]
    return kept


def _reply_button(button: object) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: expected an Object")
    kept: Json = {"text": _text(button, "keyboard button")}
    for wish in ("request_contact", "request_location"):
        if button.get(wish):
            kept[wish] = True
    return kept


def _invalid(word: str) -> Refusal:
    return bad_request(word)
