"""Words to paste elsewhere and the sheet for the notice board: from an announcement, with and without an event."""

import io
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PIL import Image

from bot.announcements.printing import PATIENCE, Printer
from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.handlers.announcing.elsewhere import _in_pieces
from bot.papers.poster import Poster, poster_pdf, reprinted
from bot.storage import Database
from bot.storage.tables import Role
from tests.conversations.people import Person
from tests.events.conftest import Newcomer, Postman
from tests.events.people import makes_event
from tests.events.test_plan import group_of, plans_to_send

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


async def announced(organiser: Person, database: Database, clock: SteppedClock) -> None:
    """The picnic, to go to the group in two days."""
    await group_of(database, clock, "starachowice")
    await makes_event(organiser)
    await organiser.presses("eva:1")
    await plans_to_send(database, clock, clock() + timedelta(days=2))


async def test_an_event_is_pasted_without_markup_with_time_place_and_its_own_link(
    organiser: Person, database: Database, clock: SteppedClock
) -> None:
    await announced(organiser, database, clock)
    (words,) = await organiser.presses("ai:1:paste")
    pasted = re.search(r"<pre>(.*)</pre>", words, re.DOTALL)
    assert pasted
    assert pasted[1].split("\n\n") == [
        "Piknik sąsiedzki",
        "Kiedy: sobota 28 listopada, 16:00\nGdzie: park przy ul. Szkolnej",
        "Zapraszamy!",
        "— Centrum Usług Społecznych w Starachowicach",
        "Szczegóły: https://t.me/OkienkoBot?start=e-1\nTelefon: 533 848 489",
    ]


async def test_what_is_pasted_says_how_it_is_now(organiser: Person, database: Database, clock: SteppedClock) -> None:
    await announced(organiser, database, clock)
    await organiser.presses("evc:1:place")
    await organiser.says("świetlica")
    (words,) = await organiser.presses("ai:1:paste")
    assert "Gdzie: świetlica" in words
    assert "Szkolnej" not in words
    await organiser.presses("evx:1:weather")
    (words,) = await organiser.presses("ai:1:paste")
    assert "ODWOŁANE: Piknik sąsiedzki" in words


async def test_links_behind_words_and_long_words_are_not_lost(
    newcomer: Newcomer, database: Database, clock: SteppedClock
) -> None:
    organiser = await newcomer("kozienice", Role.ORGANISER)
    await group_of(database, clock, "kozienice")
    await organiser.says("/ogloszenie")
    text = "🎉 Zapisy tutaj. " + "Zapraszamy & prosimy. " * 178
    at = len("🎉 Zapisy ".encode("utf-16-le")) // 2
    link = {"type": "text_link", "offset": at, "length": 5, "url": "https://example.pl/zapisy"}
    await organiser.sends(text=text, entities=[link])
    await plans_to_send(database, clock, clock() + timedelta(days=2))
    pieces = await organiser.presses("ai:1:paste")
    assert len(pieces) == 2
    assert "🎉 Zapisy tutaj (https://example.pl/zapisy)." in pieces[0]
    assert sum(piece.count("Zapraszamy &amp; prosimy.") for piece in pieces) == 178
    assert "start=c-kozienice" in pieces[1]


def test_pieces_are_cut_between_words_and_nothing_is_dropped() -> None:
    text = "żółw 🐢 " * 40
    pieces = _in_pieces(text, 50)
    assert all(len(piece.encode("utf-16-le")) <= 100 for piece in pieces)
    assert " ".join(pieces).split() == text.split()
    assert _in_pieces("🐢" * 60, 50) == ["🐢" * 25, "🐢" * 25, "🐢" * 10]


async def test_the_poster_waits_for_its_picture_and_comes_once(
    organiser: Person, database: Database, clock: SteppedClock, postman: Postman
) -> None:
    await _with_picture(organiser, database, clock)
    await organiser.presses("ai:1:poster")
    await organiser.presses("ai:1:poster")  # twice
    asked: list[tuple[str, str]] = []

    async def fetch(channel: str, file_id: str) -> bytes:
        asked.append((channel, file_id))
        return _photo()

    assert await postman.round() == []
    await Printer(database, clock, fetch, reprinted).tick()
    (sent,) = await postman.round()
    assert asked == [("telegram", "poster-file")]
    assert sent.call.arguments["document"].filename == "plakat.pdf"
    assert _pictures(sent.file) == 1
    clock.forward(minutes=2)
    assert await postman.round() == []


@pytest.mark.parametrize("trouble", ["gone", "no picture", "printer away"])
async def test_without_the_picture_the_poster_still_comes(
    trouble: str, organiser: Person, database: Database, clock: SteppedClock, postman: Postman
) -> None:
    await _with_picture(organiser, database, clock)
    await organiser.presses("ai:1:poster")

    async def fetch(_channel: str, _file_id: str) -> bytes:
        if trouble == "gone":
            raise OSError("gone")
        return b"not a picture"

    if trouble == "printer away":
        clock.forward(seconds=PATIENCE.total_seconds())
    else:
        await Printer(database, clock, fetch, reprinted).tick()
    (sent,) = await postman.round()
    assert _pictures(sent.file) == 0
    assert sent.file.startswith(b"%PDF-")


async def test_outsiders_get_neither(
    organiser: Person, newcomer: Newcomer, database: Database, clock: SteppedClock, postman: Postman
) -> None:
    await announced(organiser, database, clock)
    for outsider in (await newcomer(), await newcomer("koszalin", Role.ORGANISER)):
        for act in ("paste", "poster"):
            assert "Piknik" not in str(await outsider.presses(f"ai:1:{act}"))
    assert await postman.round() == []


def test_emoji_are_left_out_and_letters_that_cannot_be_printed_are_said() -> None:
    assert poster_pdf(_poster(title="🎉 Piknik 🌻 sąsiedzki"), NOW).startswith(b"%PDF-")
    with pytest.raises(OkienkoError) as refused:
        poster_pdf(_poster(what="შეხვედრა"), NOW)
    assert (refused.value.key, refused.value.values) == ("poster-letters", {"letters": "შ, ე, ხ, ვ, დ"})


def test_words_have_their_place_before_the_picture() -> None:
    assert _pictures(poster_pdf(_poster(picture=_photo()), NOW)) == 1
    assert _pictures(poster_pdf(_poster(what="Zapraszamy wszystkich mieszkańców. " * 32, picture=_photo()), NOW)) == 0


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"\xff\xd8\xff\xe0 cut off", b"<svg/>"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(OkienkoError, match="poster-picture"):
        reprinted(_poster().words, data or b"-", NOW)


def test_a_huge_picture_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    with pytest.raises(OkienkoError, match="poster-picture"):
        reprinted(_poster().words, out.getvalue(), NOW)


def _poster(**more: Any) -> Poster:
    words: dict[str, Any] = {
        "language": "pl",
        "centre": "Centrum Usług Społecznych",
        "title": "Piknik",
        "what": "Zapraszamy!",
        "facts": [("Kiedy", "sobota 28 listopada, 16:00"), ("Gdzie", "park")],
        "phone": None,
        "warning": None,
        "scan": "Kod",
        "link": "https://t.me/OkienkoBot?start=e-1",
        "link_words": "t.me/OkienkoBot",
        "source": "Stan na dziś.",
    }
    return Poster(**words | more)


def _photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1280, 720), "green").save(out, "JPEG")
    return out.getvalue()


def _pictures(pdf: bytes) -> int:
    return len(re.findall(rb"/Subtype /Image", pdf))


async def _with_picture(organiser: Person, database: Database, clock: SteppedClock) -> None:
    await group_of(database, clock, "starachowice")
    await organiser.says("/wydarzenie")
    await organiser.says("Piknik sąsiedzki")
    await organiser.says("park przy ul. Szkolnej")
    await organiser.says("sobota 16:00")
    await organiser.taps("Tak")
    await organiser.taps("Bez limitu")
    size = {"width": 10, "height": 10, "file_unique_id": "u", "file_id": "poster-file"}
    await organiser.sends(photo=[size])
    await organiser.presses("eva:1")
    await plans_to_send(database, clock, clock() + timedelta(days=2))
