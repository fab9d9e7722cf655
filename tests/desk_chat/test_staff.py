"""Staff at work in the topics: notes stay, replies go, one has a conversation at a time, outsiders do nothing."""

from sqlmodel import col, select

from bot.catalogue import store
from bot.catalogue.library import Library
from bot.clock import SteppedClock
from bot.storage import Database
from bot.storage.tables import DeskCopy, Role
from tests.desk_chat.conftest import ROOM, Desk, InRoom, Newcomer, Somebody


async def _copy(desk: Desk, resident: Somebody, text: str = "добрий день") -> int:
    """The resident writes; the number of its copy in the topic."""
    await resident.says(text)
    desk.postman.clock.forward(seconds=4)
    await desk.round()
    async with desk.database.session() as session:
        found = await session.exec(select(DeskCopy.copy_id).where(col(DeskCopy.chat_id) == ROOM))
        return max(found.all())


def _to(resident: Somebody, sent: list[tuple[int, str, dict[str, str]]]) -> list[str]:
    return [call["text"] for chat, _, call in sent if chat == resident.id]


async def test_a_plain_message_is_a_note_and_nothing_leaves(
    talking: Somebody, desk: Desk, clerk: InRoom, clock: SteppedClock
) -> None:
    number = await _copy(desk, talking)
    assert await clerk.writes("ta pani była już w zeszłym tygodniu") == []
    card = (await desk.topic()).card_id
    assert card
    [asked] = await clerk.writes("to też notatka", to=card)
    assert "zostało notatką" in asked
    clock.forward(minutes=5)
    assert _to(talking, await desk.round()) == []
    assert len(await desk.messages("note")) == 2
    assert number


async def test_a_reply_to_the_residents_message_goes_out_after_ten_seconds(
    talking: Somebody, desk: Desk, clerk: InRoom, clock: SteppedClock
) -> None:
    copy = await _copy(desk, talking)
    [said] = await clerk.writes("Dzień dobry, już sprawdzam", to=copy)
    assert "10 sekund" in said
    assert (await desk.talk()).taken_by  # who answers what nobody has takes it
    clock.forward(seconds=9)
    assert not any("sprawdzam" in text for text in _to(talking, await desk.round()))
    clock.forward(seconds=2)
    assert any("Dzień dobry, już sprawdzam" in text for text in _to(talking, await desk.round()))
    too_late = await clerk.presses(f"du:{(await desk.messages('staff'))[0].id}")
    assert too_late
    assert "Za późno" in too_late


async def test_a_reply_can_be_taken_back(talking: Somebody, desk: Desk, clerk: InRoom, clock: SteppedClock) -> None:
    copy = await _copy(desk, talking)
    await clerk.writes("Nie ta osoba!", to=copy)
    await clerk.presses(clerk.button("Cofnij"))
    clock.forward(minutes=1)
    assert not any("Nie ta osoba" in text for text in _to(talking, await desk.round()))


async def test_the_answer_button_and_a_note_that_was_meant(
    talking: Somebody, desk: Desk, clerk: InRoom, clock: SteppedClock
) -> None:
    await clerk.works("answer")
    prompt = clerk.shown[-1].text
    assert "proszę odpowiedzieć" in prompt
    [said] = await clerk.writes("Proszę przyjść z dowodem", to=8888, said=prompt)
    assert "10 sekund" in said
    card = (await desk.topic()).card_id
    await clerk.writes("I o 9:00", to=card)
    await clerk.presses(clerk.button("Wyślij do osoby"))
    clock.forward(seconds=11)
    said = " ".join(_to(talking, await desk.round()))
    assert "z dowodem" in said
    assert "I o 9:00" in said


async def test_a_second_clerk_is_held_and_told_who_has_it(
    talking: Somebody, desk: Desk, clerk: InRoom, newcomer: Newcomer, clock: SteppedClock
) -> None:
    copy = await _copy(desk, talking)
    second = InRoom(await newcomer(Role.CLERK), desk)
    taken = await clerk.works("take")
    assert taken
    assert "15:30" in taken
    refused = await second.works("take")
    assert refused
    assert "Osoba" in refused
    [held] = await second.writes("Ja odpowiem", to=copy)
    assert "Nie wysłano" in held
    assert "Osoba" in held
    let_go = second.button("Wyślij")
    clock.forward(minutes=1)
    assert not any("Ja odpowiem" in text for text in _to(talking, await desk.round()))
    assert await second.presses(let_go)
    assert not await clerk.presses(let_go)
    await clerk.works("release")
    await second.presses(let_go)
    clock.forward(seconds=11)
    sent = await desk.round()
    assert _to(talking, sent)


async def test_snooze_pass_on_close_and_reopen(
    talking: Somebody, desk: Desk, clerk: InRoom, newcomer: Newcomer
) -> None:
    second = InRoom(await newcomer(Role.CLERK), desk)
    await second.works("take")
    await second.works("release")
    await clerk.works("pass")
    await clerk.presses(clerk.button("Osoba"))
    assert (await desk.talk()).taken_by
    await second.works("snooze")
    await second.presses(second.button("godziny"))
    assert (await desk.talk()).state == "snoozed"
    await clerk.works("close")
    await clerk.presses(clerk.button("praw"))
    talk = await desk.talk()
    assert (talk.state, talk.topic) == ("closed", "law")
    copy = await _copy(desk, talking) if talk.state != "closed" else 1
    assert copy
    [closed] = await clerk.writes("/przekaz prawnik")
    assert "zamknięta" in closed
    await clerk.works("reopen")
    [passed] = await clerk.writes("/przekaz prawnik")
    assert "prawnik" in passed
    assert (await desk.talk()).unit == "prawnik"


async def test_a_canned_answer_is_shown_first_in_the_residents_language(
    talking: Somebody, desk: Desk, clerk: InRoom, clock: SteppedClock
) -> None:
    [shown] = await clerk.writes("/karta kran")
    assert "Wysłać to do osoby?" in shown
    assert await desk.messages("staff") == []
    await clerk.presses(clerk.button("Wyślij"))
    clock.forward(seconds=11)
    [said] = [text for text in _to(talking, await desk.round()) if "👤" in text]
    assert "<b>" not in said.replace("👤", "")
    assert any(letter in said for letter in "іїє")
    [none] = await clerk.writes("/karta")
    assert "Nie ma takiej karty" in none


async def test_a_good_answer_becomes_a_proposed_card(
    resident: Somebody, desk: Desk, clerk: InRoom, organiser: Somebody, newcomer: Newcomer, library: Library
) -> None:
    async with desk.database.transaction() as session:
        await store.seed(session, library.catalogue, desk.postman.clock())
    await resident.says("де можна позичити інвалідний візок на місяць")
    await resident.presses("dt:0")
    await resident.presses("dy:0:0")
    await desk.round()
    await clerk.works("answer")
    answer = "Wózek wypożycza PCK przy ul. Przykładowej, od poniedziałku do piątku, za darmo, na miesiąc."
    await clerk.writes(answer, to=8888, said=clerk.shown[-1].text)
    await clerk.presses(clerk.button("Na kartę"))
    [proposed] = [one.text for one in clerk.shown if hasattr(one, "text") and "Propozycja" in (one.text or "")]
    assert "PCK" in proposed
    assert "PCK" not in str(await organiser.says("/propozycje"))
    await clerk.presses(clerk.button("Zaproponuj"))
    assert "PCK" in str(await organiser.says("/propozycje"))
    assert "PCK" not in str(await (await newcomer()).says("/propozycje"))


async def test_the_queue_has_danger_first(talking: Somebody, desk: Desk, clerk: InRoom, newcomer: Newcomer) -> None:
    second = await newcomer(language="pl")
    await second.presses("dy:0:0")
    await second.says("mąż mnie bije")
    await desk.round()
    [queue] = await clerk.writes("/kolejka")
    lines = queue.splitlines()
    assert "Czekają 2 osoby" in lines[0]
    assert "❗" in lines[1]
    assert "2 · pl" in lines[1]
    assert "Czekają 2" in (await clerk.person.says("/kolejka"))[0]
    assert "Czekają" not in (await (await newcomer()).says("/kolejka"))[0]


async def test_who_only_sits_in_the_group_does_nothing(
    talking: Somebody, desk: Desk, newcomer: Newcomer, clerk: InRoom, clock: SteppedClock
) -> None:
    copy = await _copy(desk, talking)
    for outsider in (
        await newcomer(),
        await newcomer(Role.CLERK, of="kozienice"),
        await newcomer(Role.VOLUNTEER),
    ):
        sitting = InRoom(outsider, desk)
        assert await sitting.writes("hej") == []
        [refused] = await sitting.writes("To ja odpowiem", to=copy)
        assert "pokój pracowników" in refused
        for what in ("take", "close-law", "answer", "slot", "phone", "pass", "snooze-2h", "release"):
            shown = await sitting.works(what)
            assert "pokój pracowników" in (shown or ""), what
        assert await sitting.writes("/karta kran") == []
        assert await sitting.writes("/kolejka") in ([], [refused])
    clock.forward(minutes=1)
    await desk.round()
    assert await desk.messages("note") == []
    assert await desk.messages("staff") == []
    assert (await desk.talk()).state == "waiting"


async def test_an_adviser_works_only_on_what_was_passed_on(
    talking: Somebody, desk: Desk, newcomer: Newcomer, clerk: InRoom
) -> None:
    adviser = InRoom(await newcomer(Role.ADVISER), desk)
    copy = await _copy(desk, talking)
    assert "pracownik" in (await adviser.works("take") or "")
    [refused] = await adviser.writes("Odpowiem", to=copy)
    assert "tylko pracownik" in refused
    assert await desk.messages("staff") == []


async def test_figures_of_the_week_are_for_the_organiser(
    organiser: Somebody, clerk: InRoom, desk: Desk, newcomer: Newcomer
) -> None:
    await organiser.says("/tydzien")
    [(chat, method, call)] = await desk.round()
    assert (chat, method) == (organiser.id, "sendPhoto")
    assert call["photo"].content.startswith(b"\x89PNG")
    await clerk.person.says("/tydzien")
    await (await newcomer()).says("/tydzien")
    assert await desk.round() == []


async def test_a_note_and_a_reply_are_kept_apart_in_the_database(
    talking: Somebody, desk: Desk, clerk: InRoom, database: Database
) -> None:
    copy = await _copy(desk, talking)
    await clerk.writes("notatka")
    await clerk.writes("odpowiedź", to=copy)
    assert [one.who for one in await desk.messages()] == ["resident", "note", "staff"]
