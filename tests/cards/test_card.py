"""The card that ends the search: open or closed, reach it, send it on."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from aiogram.methods import AnswerCallbackQuery, SendContact, SendVenue

from bot.catalogue.library import Library
from bot.catalogue.model import Schedule
from bot.clock import SteppedClock
from bot.handlers.buttons import OpenCard, OpenShare, SendPhones, SendPlaces
from bot.handlers.card import card_screen, schedule_lines
from bot.handlers.sharing import LONGEST_COPY, share_screen
from bot.people.accounts import Actor
from bot.texts import LANGUAGES, texts
from tests.conversations.people import Person

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def actor(language: str = "pl", channel: str = "telegram") -> Actor:
    return Actor(1, channel, 1, language, True, "koszalin", True)


async def test_open_now_and_when_next(resident: Person, clock: SteppedClock) -> None:
    (card,) = await resident.says("złota rączka")
    assert "Otwarte teraz</b>, do 15:00 <i>[przykład]" in card
    clock.forward(hours=6)
    (card,) = await resident.says("złota rączka")
    assert "Teraz zamknięte</b>, otwarte jutro od 8:00" in card
    clock.forward(days=4)
    (card,) = await resident.says("złota rączka")
    assert "otwarte w poniedziałek od 8:00" in card


async def test_where_hours_are_not_known_nothing_is_said_of_them(mother: Person) -> None:
    (card,) = await mother.says("логопед")
    assert "ідчинено" not in card
    assert "ачинено" not in card


async def test_the_age_of_a_fact_is_said_in_words(resident: Person) -> None:
    (card,) = await resident.says("złota rączka")
    assert "Ta wiadomość ma ponad 3 lata" in card


async def test_a_tap_sends_the_number_as_a_contact(resident: Person) -> None:
    await resident.says("złota rączka")
    await resident.taps("Zadzwoń")
    answered, contact = resident.stage.recorder.requests[-2:]
    assert isinstance(answered, AnswerCallbackQuery)
    assert isinstance(contact, SendContact)
    assert contact.phone_number == "+48940000011"
    assert contact.last_name is not None
    assert contact.last_name.endswith("[przykład]")


async def test_a_tap_sends_the_place_as_a_pin(resident: Person) -> None:
    await resident.says("mediacje")
    await resident.taps("Pokaż na mapie")
    venue = resident.stage.recorder.requests[-1]
    assert isinstance(venue, SendVenue)
    assert (venue.latitude, venue.longitude) == (54.19, 16.18)
    assert venue.address == "ul. Przykładowa 1, Koszalin"
    assert "przykład" in venue.title


async def test_without_a_point_or_on_the_page_there_is_no_such_button(resident: Person, library: Library) -> None:
    await resident.says("złota rączka")
    assert not any("mapie" in label for label in resident.buttons)
    card = library.catalogue.card("koszalin/zlota-raczka")
    assert card is not None
    screen = card_screen(texts(), library.catalogue, card, actor(channel="web"), MONDAY)
    assert not any("Zadzwoń" in button.text for row in screen.rows for button in row)


async def test_the_share_text_carries_the_deep_link(resident: Person) -> None:
    await resident.says("złota rączka")
    (shown,) = await resident.taps("Wyślij bliskim")
    assert "t.me/OkienkoBot?start=k-koszalin__zlota-raczka" in shown
    assert resident.screen is not None
    url = resident.screen.reply_markup.inline_keyboard[0][0].url  # type: ignore[union-attr]
    address = urlsplit(str(url))
    assert (address.netloc, address.path) == ("t.me", "/share/url")
    sent = parse_qs(address.query)
    assert sent["url"] == ["https://t.me/OkienkoBot?start=k-koszalin__zlota-raczka"]
    assert sent["text"][0].startswith("Złota Rączka (Koszalin). ")
    assert sent["text"][0].endswith("Zasady po tym dniu nie są potwierdzone.")
    (card,) = await resident.taps("Wróć")
    assert "Dla kogo" in card


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shared_fits(library: Library, language: str) -> None:
    for centre in library.catalogue.ids:
        for card in library.catalogue.cards(centre):
            web = share_screen(texts(), card, actor(language, "web"), "OkienkoBot").rows[0][0]
            assert web.copy_text is not None
            assert len(web.copy_text.text) <= LONGEST_COPY
            assert "t.me" not in web.copy_text.text
            url = share_screen(texts(), card, actor(language), "OkienkoBot").rows[0][0].url
            assert url is not None
            assert len(url) < 2000


def test_a_number_of_the_stage_is_never_shared(library: Library) -> None:
    card = library.catalogue.card("koszalin/zlota-raczka")
    assert card is not None
    shared = share_screen(texts(), card, actor(channel="web"), "").rows[0][0].copy_text
    assert shared is not None
    assert "94 000" not in shared.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_rows_of_short_labels_on_every_card(library: Library, language: str) -> None:
    for centre in library.catalogue.ids:
        for card in library.catalogue.cards(centre):
            for topic in card.service.topics:
                screen = card_screen(texts(), library.catalogue, card, actor(language), MONDAY, topic.value)
                assert len(screen.rows) <= 6
                assert len(screen.text) < 4096
                for row in screen.rows:
                    assert all(len(b.text) <= (40 if len(row) == 1 else 19) for b in row), [b.text for b in row]
                for data in (OpenShare(id=card.id, back=topic.value), SendPhones(id=card.id), SendPlaces(id=card.id)):
                    assert len(data.pack().encode()) <= 64


async def test_buttons_of_cards_that_are_gone_say_so(resident: Person) -> None:
    for data in (OpenShare(id="koszalin/x"), SendPhones(id="koszalin/x"), SendPlaces(id="x"), OpenCard(id="x")):
        (said,) = await resident.presses(data.pack())
        assert "Tego już nie ma" in said


def test_hours_that_are_over_are_hidden_and_later_ones_dated() -> None:
    def hours(opens: str, **more: object) -> Schedule:
        return Schedule.model_validate({"byday": ["MO"], "opens_at": opens, "closes_at": "15:00", **more})

    over, later = hours("6:00", valid_to="2026-11-22"), hours("9:00", valid_from="2027-01-01")
    lines = schedule_lines(texts(), [over, hours("8:00"), later], "pl", MONDAY)
    assert [line.split("</b>")[0] for line in lines] == ["🕘 <b>Godziny:", "🕘 <b>Godziny od 1 stycznia 2027:"]
