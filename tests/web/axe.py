"""Looks at a page as people with weak eyes, a narrow phone or a screen reader need it."""

import os
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.web.test_browser import WCAG, sideways


def checked(page: Page, name: str) -> None:
    """Nothing sideways, nothing that a screen reader or weak eyes would miss.

    The environment's ``PICTURES`` names a folder for a picture of it, where one is wanted.
    """
    assert sideways(page) <= 0
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png")
    found: Any = Axe().run(page, options=WCAG).response["violations"]
    assert not found, [(v["id"], [n["html"][:200] for n in v["nodes"]]) for v in found]
