"""Seeing that something is refused, and that the person can read why."""

from collections.abc import Awaitable
from typing import Any

import pytest

from bot.errors import OkienkoError
from bot.texts import LANGUAGES, texts


async def refused(key: str, action: Awaitable[Any]) -> OkienkoError:
    """Fails unless the action is refused with that text, which every language has with these values."""
    with pytest.raises(OkienkoError) as raised:
        await action
    assert raised.value.key == key
    for language in LANGUAGES:
        assert texts().plain(language, key, **raised.value.values)
    return raised.value
