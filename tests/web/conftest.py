"""A stand for each test and one Chromium for all browser tests of a module."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from bot.clock import SteppedClock, system_clock
from tests.web.stand import Stand

FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run"),
]
GLANCE = (
    "test_a_conversation_with_buttons_edits_and_answers",
    "test_a_broken_line_loses_and_doubles_nothing",
    "test_a_quick_exit_leaves_at_once_and_back_shows_nothing",
    "test_hostile_texts_are_only_texts",
    "test_axe_finds_nothing",
    "test_a_topic_thursday_booked_moved_and_cancelled",
)
"""The short form of the browser tests: the page holds, a booking goes through. The others are `slow`."""
NOWHERE = "<!doctype html><title>elsewhere</title><p>elsewhere</p>"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "visit" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            if getattr(item, "originalname", "") not in GLANCE:
                item.add_marker(pytest.mark.slow)


@pytest.fixture
def stand(sqlite_url: str, clock: SteppedClock) -> Iterator[Stand]:
    """A messenger, its web chat and a scripted bot, by the clock that stands."""
    with Stand(sqlite_url, clock) as running:
        yield running


@pytest.fixture
def stage(sqlite_url: str, clock: SteppedClock) -> Iterator[Stand]:
    """The same with the demo's stage."""
    with Stand(sqlite_url, clock, stage=True) as running:
        yield running


@pytest.fixture
def now_stand(sqlite_url: str) -> Iterator[Stand]:
    """A stand by the machine's clock, as the browser's own is: for what is shown by days."""
    with Stand(sqlite_url, system_clock, stage=True) as running:
        yield running


@pytest.fixture(scope="module")  # while it lives, its event loop runs, and no asynchronous test can
def browser() -> Iterator[Browser]:
    """The system's Chromium, else Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=found, args=FLAGS)
        except PlaywrightError as error:
            if found:
                raise
            pytest.skip(
                "no Chromium: install one (apt-get install chromium, or .venv/bin/playwright install chromium) "
                f"or name it in CHROMIUM ({error.message.splitlines()[0]})"
            )
        yield running
        running.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page as somebody new: ``visit(address, locale="pl-PL", width=360, …)``.

    Nothing leaves this machine. A script error, and whatever the page's policy forbids, fails the test.
    """
    contexts: list[BrowserContext] = []
    mistakes: list[str] = []

    def open_page(address: str, *, locale: str = "pl-PL", width: int = 390, height: int = 800, **how: Any) -> Page:
        context = browser.new_context(
            locale=locale, viewport={"width": width, "height": height}, timezone_id="Europe/Warsaw", **how
        )
        contexts.append(context)
        context.set_default_timeout(8000)
        context.route(
            lambda url: "//127.0.0.1" not in url,
            lambda route: route.fulfill(body=NOWHERE, content_type="text/html"),
        )
        page = context.new_page()
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        page.on(
            "console",
            lambda line: mistakes.append(line.text) if "Content Security Policy" in line.text else None,
        )
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not mistakes, mistakes
