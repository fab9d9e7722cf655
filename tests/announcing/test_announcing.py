"""From "a text, as to a friend" to a report; who may, who gets it, and what is refused."""

import pytest
from aiogram.methods import SendMediaGroup, SendPhoto
from sqlmodel import select

from bot.announcements import announcements, audiences, composing
from bot.announcements.announcements import Stage as Standing
from bot.clock import SteppedClock
from bot.errors import OkienkoError
from bot.outbox.states import Outcome, Result
from bot.people import accounts, roles
from bot.storage import Database
from bot.storage.tables import Announcement, AnnouncementRun, OwedMessage, Role
from tests.announcing.conftest import Newcomer
from tests.announcing.groups import claimed
from tests.announcing.post import PostOffice
from tests.conversations.people import Person

PHOTO = [
    {"file_id": "small", "file_unique_id": "s", "width": 90, "height": 90},
    {"file_id": "plakat", "file_unique_id": "p", "width": 900, "height": 900},
]


async def composed(
    organiser: Person, text: str = "Piknik w parku", audience: str = "Seniorzy", **content: object
) -> None:
    """Up to the question when."""
    await organiser.says("/ogloszenie")
    await (organiser.sends(**content) if content else organiser.says(text))
    await organiser.taps(audience)
    await organiser.taps("Dalej")


async def sent(organiser: Person, text: str = "Piknik w parku", audience: str = "Seniorzy", **content: object) -> None:
    await composed(organiser, text, audience, **content)
    await organiser.taps("Od razu")
    await organiser.taps("Wyślij")


async def account(database: Database, person: Person) -> int:
    async with database.session() as session:
        actor = await accounts.find_actor(session, person.channel, person.id, "pl")
        assert actor
        return actor.account_id


async def test_from_a_text_to_the_report(organiser: Person, newcomer: Newcomer, post: PostOffice) -> None:
    senior = await newcomer(follows="Seniorzy")
    parent = await newcomer(follows="Rodzice")
    await organiser.says("/ogloszenie")
    (to_whom,) = await organiser.says("Piknik w parku")
    assert "Nic nie jest wybrane z góry" in to_whom
    assert not any(label.startswith("✅") for label in organiser.buttons)
    await organiser.taps("Seniorzy")
    await organiser.taps("Dalej")
    preview, look = await organiser.taps("Od razu")
    assert preview.startswith("Piknik w parku\n\n— ")
    assert "Osoby w prywatnych rozmowach:</b> 1" in look
    await post.deliver()
    assert post.letters == []
    (answer,) = await organiser.taps("Wyślij")
    assert "Przyjęte" in answer
    await post.deliver()
    (letter,) = post.to(senior.id)
    assert letter.words == preview
    assert [button["text"] for button in letter.buttons] == ["Nie chcę więcej: Seniorzy"]
    assert post.to(parent.id) == []
    (report,) = post.to(organiser.id)
    assert "zakończone: 1 z 1" in report.words
    assert "dostarczono: 1" in report.words


async def test_photo_to_two_groups_on_thursday_then_corrected(
    organiser: Person, post: PostOffice, clock: SteppedClock
) -> None:
    await claimed(organiser, -101, "Wzgórze")
    await claimed(organiser, -102, "Śródmieście")
    await organiser.says("/ogloszenie")
    await organiser.sends(photo=PHOTO, caption="Gry terenowe", message_id=5)
    await organiser.taps("Wzgórze")
    await organiser.taps("Śródmieście")
    await organiser.taps("Dalej")
    (back,) = await organiser.says("w czwartek o 17")
    assert "czwartek 26 listopada, 17:00" in back
    assert "Dobrze?" in back
    before = len(organiser.stage.recorder.requests)
    await organiser.taps("Tak, zgadza się")
    preview = [r for r in organiser.stage.recorder.requests[before:] if isinstance(r, SendPhoto)]
    assert [(p.photo, p.parse_mode) for p in preview] == [("plakat", None)]
    await organiser.taps("Zaplanuj")
    await post.deliver()
    assert post.letters == []
    clock.forward(days=3, hours=6, minutes=59)
    await post.deliver()
    assert post.letters == []
    clock.forward(minutes=1)
    await post.deliver()
    for group in (-101, -102):
        (letter,) = post.to(group)
        assert letter.method == "sendPhoto"
        assert letter.arguments["photo"] == "plakat"
        assert letter.buttons == []
    assert "dostarczono: 2" in post.to(organiser.id)[-1].words

    await organiser.says("/ogloszenia")
    await organiser.taps("Gry terenowe")
    await organiser.taps("Popraw")
    await organiser.says("Gry terenowe: o 18, nie o 17")
    await organiser.taps("Popraw u wszystkich")
    await post.deliver()
    for group in (-101, -102):
        first, edit = post.to(group)
        assert first.method == "sendPhoto"
        assert edit.method == "editMessageCaption"
        assert edit.words.startswith("Gry terenowe: o 18")
    await organiser.says("/ogloszenia")
    (item,) = await organiser.taps("Gry terenowe")
    assert "zmieniono 2 z 2" in item


async def test_one_message_for_a_person_in_three_audiences(
    organiser: Person, newcomer: Newcomer, post: PostOffice
) -> None:
    person = await newcomer(follows="Seniorzy")
    for more in ("Rodzice", "Wolontariat"):
        await person.taps(more)
    await organiser.says("/ogloszenie")
    await organiser.says("Piknik")
    for audience in ("Seniorzy", "Rodzice", "Wolontariat"):
        await organiser.taps(audience)
    await organiser.taps("Dalej")
    await organiser.taps("Od razu")
    await organiser.taps("Wyślij")
    await post.deliver()
    await post.deliver()
    assert len(post.to(person.id)) == 1


@pytest.mark.parametrize("who", ["resident", "volunteer", "organiser of another centre"])
async def test_outsiders_are_refused(
    who: str, organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await claimed(organiser, -101, "Wzgórze")
    await composed(organiser)
    await organiser.taps("Od razu")
    outsider = {
        "resident": lambda: newcomer(),
        "volunteer": lambda: newcomer(role=Role.VOLUNTEER),
        "organiser of another centre": lambda: newcomer(role=Role.ORGANISER, of="kozienice"),
    }
    person = await outsider[who]()
    for command in ("/ogloszenie", "/ogloszenia", "/spolecznosci"):
        (text,) = await person.says(command)
        assert "osoby, które prowadzą Okienko" in text
    forged = [
        "ac:1:send:",
        "ac:1:now:",
        "ac:1:drop:",
        "ai:1:open",
        "ai:1:stopyes",
        "ai:1:recallyes",
        "ai:1:yes",
        "al:0",
    ]
    for data in [*forged, "an", "sl", "sg:1:open:", "sg:1:claim:koszalin", "sg:1:release:"]:
        shown = await person.presses(data)
        assert not any("Piknik" in text or "Wzgórze" in text for text in shown), data
    await post.deliver()
    assert post.to(senior.id) == []
    async with database.session() as session:
        assert [one.state for one in await session.exec(select(Announcement))] == [Standing.DRAFT]


async def test_an_organiser_of_two_towns_has_no_way_from_one_into_the_other(
    organiser: Person, newcomer: Newcomer, database: Database
) -> None:
    """The role in the centre one looks at does not open announcements of another."""
    await composed(organiser)
    other = await newcomer("kozienice", role=Role.ORGANISER)
    for data in ("ac:1:send:", "ai:1:open", "ai:1:recallyes"):
        await other.presses(data)
    with pytest.raises(OkienkoError, match="announce-refused"):
        async with database.transaction() as session:
            await announcements.own(session, await account(database, other), 1)
    await other.says("/ogloszenie")
    await other.says("Nasze")
    assert not any("Wzgórze" in label for label in other.buttons)


async def test_two_press_send_and_it_goes_once(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database
) -> None:
    senior = await newcomer(follows="Seniorzy")
    second = await newcomer(role=Role.ORGANISER)
    await composed(organiser)
    await organiser.taps("Od razu")
    await organiser.taps("Wyślij")
    (again,) = await second.presses("ac:1:send:")
    assert "Drugi raz nie wyjdzie" in again
    await organiser.presses("ac:1:send:")
    await post.deliver()
    await post.deliver()
    assert len(post.to(senior.id)) == 1
    async with database.session() as session:
        assert len((await session.exec(select(AnnouncementRun))).all()) == 1


async def test_a_second_yes_where_the_centre_wants_it(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database, clock: SteppedClock
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await composed(organiser)
    await organiser.taps("Od razu")
    me = await account(database, organiser)
    with pytest.raises(OkienkoError, match="announce-no-second"):
        async with database.transaction() as session:
            await announcements.confirm(session, clock(), me, 1, second_yes_from=1)
    second = await newcomer(role=Role.ORGANISER)
    async with database.transaction() as session:
        assert await announcements.confirm(session, clock(), me, 1, second_yes_from=1) == Standing.WAITING
    await post.deliver()
    assert post.to(senior.id) == []
    with pytest.raises(OkienkoError, match="announce-second-same"):
        async with database.transaction() as session:
            await announcements.second_yes(session, clock(), me, 1)
    await second.says("/ogloszenia")
    await second.taps("Piknik")
    await second.taps("Tak, wysłać")
    await post.deliver()
    assert len(post.to(senior.id)) == 1


async def test_a_role_lost_in_between_stops_it(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database, clock: SteppedClock
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await composed(organiser)
    await organiser.says("24 listopada o 12")
    await organiser.taps("Tak, zgadza się")
    await organiser.taps("Zaplanuj")
    async with database.transaction() as session:
        await roles.revoke(session, await account(database, organiser), "koszalin", Role.ORGANISER)
    clock.forward(days=1, hours=2)
    await post.deliver()
    assert post.to(senior.id) == []
    (told,) = post.to(organiser.id)
    assert "nie wyszło" in told.words


async def test_a_role_lost_while_it_is_sent_stops_the_rest(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await sent(organiser)
    await post.herald.tick()
    async with database.transaction() as session:
        await roles.revoke(session, await account(database, organiser), "koszalin", Role.ORGANISER)
    await post.deliver()
    assert post.to(senior.id) == []


async def test_no_more_of_this_under_the_message(organiser: Person, newcomer: Newcomer, post: PostOffice) -> None:
    senior = await newcomer(follows="Seniorzy")
    await sent(organiser, "Pierwsze")
    await post.deliver()
    (letter,) = post.to(senior.id)
    (said,) = await senior.presses(letter.buttons[0]["callback_data"])
    assert "więcej nie napiszę o: Seniorzy" in said
    await composed(organiser, "Drugie")
    await organiser.taps("Od razu")
    alert = await organiser.taps("Wyślij")
    assert alert == []  # nobody is left: said in an alert
    await post.deliver()
    assert len(post.to(senior.id)) == 1


async def test_who_stopped_following_after_it_was_owed_gets_nothing(
    organiser: Person, newcomer: Newcomer, post: PostOffice
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await sent(organiser)
    await post.herald.tick()
    await senior.says("/powiadomienia")
    await senior.taps("Seniorzy")
    await post.deliver()
    assert post.to(senior.id) == []


async def test_quiet_hours_are_told_before_and_kept(
    organiser: Person, newcomer: Newcomer, post: PostOffice, clock: SteppedClock
) -> None:
    senior = await newcomer(follows="Seniorzy")
    clock.forward(hours=12)  # 22:00
    await composed(organiser)
    _, look = await organiser.taps("Od razu")
    assert "wtorek 24 listopada, 8:00" in look
    await organiser.taps("Wyślij")
    await post.deliver()
    assert post.to(senior.id) == []
    clock.forward(hours=10)
    await post.deliver()
    assert len(post.to(senior.id)) == 1


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("31 lutego o 10", "nie ma"),
        ("1 listopada o 10", "minął"),
        ("28 marca 2027 o 02:30", "tej nocy nie będzie"),
        ("kiedyś", "Niezrozumiałe"),
        ("24 grudnia o 17", "Wigilia"),
    ],
)
async def test_times_that_need_a_second_look(organiser: Person, typed: str, answer: str) -> None:
    await composed(organiser)
    (said,) = await organiser.says(typed)
    assert answer in said


async def test_a_repetition_needs_an_end_and_keeps_the_wall_clock(
    organiser: Person, newcomer: Newcomer, post: PostOffice, clock: SteppedClock
) -> None:
    senior = await newcomer(follows="Seniorzy")
    clock.forward(days=114)  # 17 March 2027; the clocks go forward on the 28th
    await composed(organiser)
    assert await organiser.says("co piątek o 12") == [
        "Do kiedy ma się to powtarzać? Proszę dopisać koniec, na przykład: „co środę o 10 do 30 czerwca”."
    ]
    await organiser.says("co piątek o 12 do 2 kwietnia")
    await organiser.taps("Tak, zgadza się")
    await organiser.taps("Zaplanuj")
    got = []
    for _ in range(24 * 24):
        clock.forward(hours=1)
        if clock().hour in (9, 10, 11, 12):
            before = len(post.to(senior.id))
            await post.deliver()
            if len(post.to(senior.id)) > before:
                got.append(clock())
    assert [f"{at:%m-%d %H}" for at in got] == ["03-19 11", "03-26 11", "04-02 10"]


async def test_bad_content_gets_one_clear_sentence(organiser: Person) -> None:
    await organiser.says("/ogloszenie")
    (long,) = await organiser.sends(photo=PHOTO, caption="a" * 1024)
    assert "za długi" in long
    (voice,) = await organiser.sends(voice={"file_id": "v", "file_unique_id": "v", "duration": 1})
    assert "nie da się ogłosić" in voice
    (to_whom,) = await organiser.says("Teraz dobrze")
    assert "Do kogo" in to_whom


async def test_an_album_is_one_announcement_and_does_not_mix(
    organiser: Person, newcomer: Newcomer, post: PostOffice
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await organiser.says("/ogloszenie")
    await organiser.sends(photo=PHOTO, caption="Nasze zajęcia", media_group_id="77")
    assert await organiser.sends(photo=PHOTO, media_group_id="77") == []
    file = {"file_id": "d", "file_unique_id": "d", "file_name": "plan.pdf"}
    (mixed,) = await organiser.sends(document=file, media_group_id="77")
    assert "nie da się dołączyć" in mixed
    await organiser.taps("Seniorzy")
    await organiser.taps("Dalej")
    before = len(organiser.stage.recorder.requests)
    await organiser.taps("Od razu")
    (preview,) = [r for r in organiser.stage.recorder.requests[before:] if isinstance(r, SendMediaGroup)]
    assert [piece.media for piece in preview.media] == ["plakat", "plakat"]
    await organiser.taps("Wyślij")
    await post.deliver()
    (letter,) = post.to(senior.id)
    assert letter.method == "sendMediaGroup"
    assert len(letter.arguments["media"]) == 2
    assert "/powiadomienia" in letter.words


async def test_what_crosses_to_the_other_channel_is_sent_anew(
    organiser: Person, newcomer: Newcomer, post: PostOffice
) -> None:
    organiser.stage.intake._bots["web"] = organiser.stage.intake._bots["telegram"]
    organiser.stage.intake._usernames["web"] = "okienko"
    organiser.stage.sender._bots["web"] = organiser.stage.sender._bots["telegram"]
    visitor = Person(organiser.stage, 9001, channel="web")
    await visitor.says("/start c-koszalin")
    await visitor.says("/powiadomienia")
    await visitor.taps("Seniorzy")
    await sent(organiser, photo=PHOTO, caption="Plakat")
    await post.deliver()
    (letter,) = post.to(9001)
    assert letter.channel == "web"
    assert letter.arguments["photo"].content == b"telegram/plakat"


async def test_recall_deletes_and_says_where_it_could_not(
    organiser: Person, newcomer: Newcomer, post: PostOffice
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await claimed(organiser, -101, "Wzgórze")
    await organiser.says("/ogloszenie")
    await organiser.says("Pomyłka")
    await organiser.taps("Seniorzy")
    await organiser.taps("Wzgórze")
    await organiser.taps("Dalej")
    await organiser.taps("Od razu")
    await organiser.taps("Wyślij")
    await post.deliver()
    post.refuse = lambda letter: (
        Outcome(Result.REFUSED, "message gone") if letter.method == "deleteMessage" and letter.chat_id == -101 else None
    )
    await organiser.says("/ogloszenia")
    await organiser.taps("Pomyłka")
    await organiser.taps("Cofnij")
    await organiser.taps("Cofnij")
    await post.deliver()
    assert [letter.method for letter in post.to(senior.id)] == ["sendMessage", "deleteMessage"]
    (item,) = await organiser.presses("ai:1:open")
    assert "skasowano 1 z 2" in item
    assert "nie udało się: 1" in item
    assert "Wzgórze: tej wiadomości nie da się już zmienić" in item


async def test_stopped_before_its_time_it_never_goes_out(
    organiser: Person, newcomer: Newcomer, post: PostOffice, clock: SteppedClock
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await composed(organiser)
    await organiser.says("24 listopada o 12")
    await organiser.taps("Tak, zgadza się")
    await organiser.taps("Zaplanuj")
    await organiser.taps("Zatrzymaj")
    (said,) = await organiser.taps("Zatrzymaj")
    assert "Zatrzymane" in said
    clock.forward(days=1, hours=2)
    await post.deliver()
    assert post.to(senior.id) == []


async def test_a_correction_before_its_time_changes_what_will_be_sent(
    organiser: Person, newcomer: Newcomer, post: PostOffice, clock: SteppedClock
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await composed(organiser, "Piknik o 12")
    await organiser.says("24 listopada o 12")
    await organiser.taps("Tak, zgadza się")
    await organiser.taps("Zaplanuj")
    await organiser.taps("Popraw")
    await organiser.says("Piknik o 13")
    await organiser.taps("Popraw u wszystkich")
    clock.forward(days=1, hours=2)
    await post.deliver()
    (letter,) = post.to(senior.id)
    assert letter.words.startswith("Piknik o 13")


async def test_a_moment_long_missed_is_not_made_up_for(
    organiser: Person, newcomer: Newcomer, post: PostOffice, clock: SteppedClock
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await composed(organiser)
    await organiser.says("24 listopada o 12")
    await organiser.taps("Tak, zgadza się")
    await organiser.taps("Zaplanuj")
    clock.forward(days=2, hours=4)
    await post.deliver()
    assert post.to(senior.id) == []
    assert "za późno" in post.to(organiser.id)[0].words


async def test_the_report_counts_who_blocked_and_names_only_groups(
    organiser: Person, newcomer: Newcomer, post: PostOffice
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await claimed(organiser, -101, "Wzgórze")
    post.refuse = lambda letter: {
        senior.id: Outcome(Result.GONE, "blocked"),
        -101: Outcome(Result.REFUSED, "no rights"),
    }.get(letter.chat_id)
    await organiser.says("/ogloszenie")
    await organiser.says("Piknik")
    await organiser.taps("Seniorzy")
    await organiser.taps("Wzgórze")
    await organiser.taps("Dalej")
    await organiser.taps("Od razu")
    await organiser.taps("Wyślij")
    await post.deliver()
    (report,) = post.to(organiser.id)
    assert "zablokowane przez odbiorcę: 1" in report.words
    assert "Wzgórze: Okienko nie może tam pisać" in report.words


async def composed_keys(database: Database) -> list[str]:
    """The audiences chosen in the first draft."""
    async with database.session() as session:
        return (await session.get_one(Announcement, 1)).audiences


async def test_a_long_sending_is_told_by_one_message_that_changes(
    organiser: Person, post: PostOffice, database: Database, clock: SteppedClock
) -> None:
    for number in range(30):
        await claimed(organiser, -200 - number, f"Grupa {number}")
    me = await account(database, organiser)
    async with database.session() as session:
        keys = [choice.key for choice in await audiences.choices(session, "koszalin") if choice.people is None]
        assert len(keys) == 30
    await composed(organiser, audience="Grupa 0")
    chosen = (await composed_keys(database))[0]
    for key in keys:
        if key == chosen:
            continue
        async with database.transaction() as session:
            await composing.toggle(session, clock(), me, 1, key)
    await organiser.taps("Od razu")
    await organiser.taps("Wyślij")
    await post.deliver()
    told = post.to(organiser.id)
    assert told[0].method == "sendMessage"
    assert {letter.method for letter in told[1:]} == {"editMessageText"}
    assert len(told) <= 5
    assert "zakończone" in told[-1].words


async def test_a_test_goes_to_oneself_only(organiser: Person, newcomer: Newcomer, post: PostOffice) -> None:
    senior = await newcomer(follows="Seniorzy")
    await composed(organiser)
    await organiser.taps("Od razu")
    await organiser.taps("próbnie do mnie")
    await post.deliver()
    letter, look = post.to(organiser.id)
    assert letter.words.startswith("Piknik w parku")
    assert "Ostatnie spojrzenie" in look.words
    assert post.to(senior.id) == []
    await organiser.presses(next(one["callback_data"] for one in look.buttons if "Wyślij" in one["text"]))
    await post.deliver()
    assert len(post.to(senior.id)) == 1


async def test_words_to_paste_and_a_poster(organiser: Person, newcomer: Newcomer, post: PostOffice) -> None:
    await newcomer(follows="Seniorzy")
    await sent(organiser, "Piknik w parku\nW sobotę o 11, wstęp wolny.")
    await post.deliver()
    (words,) = await organiser.presses("ai:1:paste")
    assert "Piknik w parku" in words
    assert "https://t.me/OkienkoBot?start=c-koszalin" in words
    await organiser.presses("ai:1:poster")
    await post.deliver()
    (sheet,) = post.to(organiser.id, "sendDocument")
    assert sheet.arguments["document"].content.startswith(b"%PDF")


async def test_what_is_half_composed_survives_a_restart(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await composed(organiser)
    fresh = Person(organiser.stage, organiser.id)  # nothing but the database remembers
    await fresh.says("/ogloszenia")
    await fresh.taps("Piknik")
    await fresh.taps("Dokończ")
    assert any(label.startswith("✅") and "Seniorzy" in label for label in fresh.buttons)
    await fresh.taps("Dalej")
    await fresh.taps("Od razu")
    await fresh.taps("Wyślij")
    await post.deliver()
    assert len(post.to(senior.id)) == 1


async def test_nobody_elses_message_is_kept_in_the_rows(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database
) -> None:
    await newcomer(follows="Seniorzy")
    await sent(organiser)
    await post.deliver()
    async with database.session() as session:
        assert all(row.payload is None for row in await session.exec(select(OwedMessage)))
