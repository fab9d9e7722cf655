"""The messenger's events as the page wants them: plain JSON of the kinds that `static/chat.js` knows."""

from typing import Any

from bot.messenger.people_side import Event

Json = dict[str, Any]


def page_event(event: Event) -> Json | None:
    """``{"kind", "payload"}`` for the page, or None when there is nothing to show."""
    given = event.payload
    match event.kind:
        case "message":
            return {"kind": "message", "payload": _message(given) | {"keyboard": _keyboard(given["keyboard"])}}
        case "edited":
            return {"kind": "edit", "payload": _message(given)}
        case "deleted":
            return {"kind": "delete", "payload": {"ids": [given["message_id"]]}}
        case "answer":
            query, text, alert = given["callback_query_id"], given.get("text"), bool(given.get("show_alert"))
            return {
                "kind": "answer",
                "payload": {"query": query, "text": text, "alert": alert, "url": given.get("url")},
            }
    return None


def _message(given: Json) -> Json:
    return {key: given[key] for key in ("message", "mine", "voted", "reactions")}


def _keyboard(markup: Json | None) -> Json | None:
    """What a message does to the keyboard under the text field."""
    if not markup:
        return None
    rows = [
        [
            {"text": str(key.get("text", "")), "contact": bool(key.get("request_contact"))}
            for key in (key if isinstance(key, dict) else {"text": key} for key in row)
        ]
        for row in markup.get("keyboard", [])
    ]
    return {
        "rows": rows,
        "once": bool(markup.get("one_time_keyboard")),
        "force": bool(markup.get("force_reply")),
        "placeholder": markup.get("input_field_placeholder"),
    }
