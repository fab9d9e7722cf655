"""A visitor without a browser: the page's requests over httpx, as the page makes them."""

import json
from typing import Any

import httpx


class Visitor(httpx.Client):
    """One browser's cookies at one address."""

    def __init__(self, address: str, base: str = "", **headers: str) -> None:
        super().__init__(
            base_url=address,
            headers={"Origin": address, "Accept-Language": "pl", **headers},
            timeout=10,
            trust_env=False,
        )
        self.at = base

    def begin(self, centre: str | None = None) -> dict[str, Any]:
        answer = self.post(f"{self.at}/chat/open", json={"centre": centre})
        assert answer.status_code == 200, answer.text
        opened: dict[str, Any] = answer.json()
        return opened

    def say(self, text: str, key: str = "key-1") -> httpx.Response:
        return self.post(f"{self.at}/chat/send", json={"text": text, "key": key})

    def vote(self, message: int, options: list[int]) -> httpx.Response:
        return self.post(f"{self.at}/chat/vote", json={"message": message, "options": options})

    def events(self, until: Any, after: int = 0, **headers: str) -> list[dict[str, Any]]:
        """What comes after an event, up to the first for which ``until`` says yes."""
        got: list[dict[str, Any]] = []
        with self.stream("GET", f"{self.at}/chat/events?after={after}", headers=headers) as answer:
            assert answer.status_code == 200, answer.status_code
            event: dict[str, Any] = {}
            for line in answer.iter_lines():
                name, _, value = line.partition(": ")
                if name == "event":
                    event["event"] = value
                elif name == "id":
                    event["seq"] = int(value)
                elif name == "data":
                    event |= json.loads(value)
                elif not line and event:
                    got.append(event)
                    if until(event):
                        return got
                    event = {}
        return got


def says(text: str) -> Any:
    """Whether an event is a message that holds a text."""
    return lambda event: text in event.get("payload", {}).get("message", {}).get("text", "")


def live(event: dict[str, Any]) -> bool:
    return bool(event["event"] == "live")


def texts_of(events: list[dict[str, Any]]) -> list[str]:
    return [event["payload"]["message"].get("text", "") for event in events if event.get("kind") == "message"]
