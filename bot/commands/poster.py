"""`okienko catalogue poster`: a card as a sheet for the notice board."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn
from urllib.parse import urlsplit

import typer

from bot.catalogue.catalogue import Card
from bot.catalogue.deep_link import deep_link
from bot.catalogue.loading import load
from bot.catalogue.model import Status
from bot.clock import system_clock
from bot.commands.search import DATA
from bot.errors import OkienkoError
from bot.papers.poster import Poster, poster_pdf
from bot.texts import LANGUAGES, Texts, texts


def poster(
    card: Annotated[str, typer.Argument(help="The card's id, like koszalin/zlota-raczka.", show_default=False)],
    out: Annotated[Path, typer.Argument(metavar="OUT.pdf", help="Where the sheet goes.", show_default=False)],
    bot: Annotated[
        str | None, typer.Option(metavar="USERNAME", help="The Telegram bot that the code opens.", show_default=False)
    ] = None,
    page: Annotated[
        str | None, typer.Option(metavar="URL", help="Or the page that it opens.", show_default=False)
    ] = None,
    language: Annotated[str, typer.Option(help="pl, uk or en.")] = "pl",
    data: Annotated[Path, typer.Option(help="The folder with centres/*.yaml.", show_default=False)] = DATA,
) -> None:
    """Make a print-ready A4 PDF about one card, with a QR code that opens it on a phone."""
    if (bot is None) == (page is None):
        _stop("say what the QR code opens: --bot USERNAME or --page URL, one of them")
    if language not in LANGUAGES:
        _stop(f'there is no "{language}": --language is pl, uk or en')
    found = load(data).card(card)
    if found is None:
        _stop(f"there is no card {card}")
    if bot is not None:
        name = bot.removeprefix("@")
        if not (name.isascii() and name.replace("_", "").isalnum()):
            _stop(f'"{bot}" is not the name of a bot')
        link, words, scan = deep_link(name, found), f"t.me/{name}", "poster-scan-telegram"
    else:
        assert page is not None
        if urlsplit(page).scheme not in ("http", "https") or not urlsplit(page).netloc or not page.isprintable():
            _stop(f'"{page}" is not an address that begins with https://')
        link, words, scan = page, page.split("://", 1)[1].rstrip("/"), "poster-scan-page"
    try:
        sheet = poster_pdf(_poster(found, language, link, words, scan, texts()), system_clock())
    except OkienkoError as error:
        _stop(texts().plain("en", error.key))
    try:
        out.write_bytes(sheet)
    except OSError as error:
        _stop(f"{out} cannot be written: {error.strerror}")
    print(out)
    if found.service.status is not Status.ACTIVE:
        print(f"{card}: the centre has not confirmed it ({found.service.status}); the sheet says so", file=sys.stderr)


def _poster(card: Card, language: str, link: str, link_words: str, scan: str, speech: Texts) -> Poster:
    """The card's words in one language; what the source does not say is not on the sheet."""
    service = card.service

    def say(key: str) -> str:
        return speech.plain(language, key)

    cost = card.fee.sentence if card.fee else service.fees_description
    facts = (
        ("poster-for-whom", service.eligibility),
        ("poster-cost", cost),
        ("poster-how", service.application_process),
    )
    phone = next((p.number for p in service.phones or card.organization.phones if not p.example), None)
    if service.alert:
        warning: str | None = service.alert.in_(language)
    elif service.status is not Status.ACTIVE:
        # On paper no sign stands before it: the sheet's letters have no emoji.
        warning = say("status-" + service.status.value.replace(" ", "-")).removeprefix("⚠️ ")
    else:
        warning = None
    return Poster(
        language=language,
        centre=card.organization.name,
        title=service.name.in_(language),
        what=service.description.in_(language),
        facts=[(say(key), text.in_(language)) for key, text in facts if text],
        phone=(say("poster-phone"), phone) if phone else None,
        warning=warning,
        scan=say(scan),
        link=link,
        link_words=link_words,
        source=speech.plain(language, "poster-source", source=card.source.title, date=service.assured_on),
    )


def _stop(sentence: str) -> NoReturn:
    print(sentence, file=sys.stderr)
    raise typer.Exit(2)
