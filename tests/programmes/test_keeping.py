"""A keeper's side: talks, yes and no, links, who came, and whether it takes place: through the chat."""

import re
from typing import Any

from sqlalchemy import event
from sqlmodel import col, select

from bot.storage.tables import Booking, ProgrammeLink, Slot
from tests.conversations.people import Person
from tests.events.conftest import Postman
from tests.programmes.conftest import CLUB, QUIET, SCHOOL, House, Newcomer, alert_of, local


async def test_a_first_talk_then_the_keepers_yes(house: House, resident: Person, postman: Postman) -> None:
    number = await house.opens(QUIET, "quiet")  # a talk, but not quiet: seen in the list
    await resident.presses(f"qo:{number}::0")
    await resident.taps("Zaproponować rozmowę")
    (task,) = await postman.round()
    assert (task.chat_id, task.words) == (house.keeper.id, "🔔 Nowe zgłoszenie do prowadzonych spotkań.")
    candidate = await house.candidate(number, resident)
    await house.keeper.presses(f"qe:{candidate.id}:yes:0")
    assert "najpierw jest rozmowa" in alert_of(house.keeper)
    await house.keeper.presses(f"qc:{candidate.id}")
    (asked,) = await house.keeper.taps("Zaproponować rozmowę")
    assert "Kiedy rozmowa" in asked
    (wrong,) = await house.keeper.says("wczoraj")
    assert "już minął" in wrong
    (sent,) = await house.keeper.says("w czwartek o 17")
    assert "Propozycja wysłana" in sent
    await postman.round()
    offer = postman.to(resident)[-1]
    assert "czwartek 26 listopada, 17:00" in offer.words
    assert offer.labels == ["✅ Pasuje", "🔁 Poproszę inny termin", "❌ Nie, dziękuję"]
    (other,) = await resident.presses(f"qw:{number}:0")
    assert "zaproponuje inny termin" in other
    await house.keeper.presses(f"qe:{candidate.id}:talk:0")
    await house.keeper.says("w piątek o 12")
    (suits,) = await resident.presses(f"qw:{number}:1")
    assert "Rozmowa: piątek 27 listopada, 12:00" in suits
    assert "piątek 27 listopada, 12:00" in "".join((await resident.says("/moje"))[:1] + resident.buttons)
    assert await house.seats(number) == [0] * 5
    await house.keeper.presses(f"qe:{candidate.id}:yes:0")
    await postman.round()
    assert "Jest miejsce" in postman.to(resident)[-1].words
    (joined,) = await resident.presses(f"qt:{number}:0")
    assert "wszystkie 5 spotkań" in joined
    assert await house.seats(number) == [1] * 5


async def test_a_talk_by_phone_and_a_kind_no(house: House, resident: Person, postman: Postman) -> None:
    number = await house.opens(QUIET, "quiet")
    await resident.presses(f"qi:{number}:0:")
    candidate = await house.candidate(number, resident)
    await house.keeper.presses(f"qe:{candidate.id}:talked:0")
    await house.keeper.presses(f"qe:{candidate.id}:no:0")
    await house.keeper.taps("Tak")
    await postman.round()
    assert "Tym razem nie ma miejsca" in postman.to(resident)[-1].words
    (again,) = await resident.presses(f"qo:{number}::0")
    assert "krótka rozmowa" in again


async def test_a_talk_that_is_cancelled_reaches_the_keeper(house: House, resident: Person, postman: Postman) -> None:
    number = await house.opens(QUIET, "quiet")
    await resident.presses(f"qi:{number}:0:")
    candidate = await house.candidate(number, resident)
    await house.keeper.presses(f"qe:{candidate.id}:talk:0")
    await house.keeper.says("w piątek o 12")
    await resident.presses(f"qw:{number}:1")
    talk = (await house.candidate(number, resident)).talk_id
    (said, *_) = await resident.presses(f"bx:{talk}:1:")
    assert "Rozmowa odwołana" in said
    assert "Pozostałe spotkania" not in said
    await house.watches()
    assert (await house.candidate(number, resident)).state == "interested"
    await postman.round()
    assert "potrzebny jest inny" in postman.to(house.keeper)[-1].words


async def test_full_stays_interested_and_the_keeper_hears_of_a_free_place(
    house: House, newcomer: Newcomer, postman: Postman
) -> None:
    number = await house.opens("Krąg, środy 17–19 od 9 grudnia, 3 spotkania, 1 osoba", "way")
    one, two = await newcomer(), await newcomer()
    for person in (one, two):
        await person.presses(f"qi:{number}:0:")
        await house.keeper.presses(f"qe:{(await house.candidate(number, person)).id}:talked:0")
    await house.keeper.presses(f"qe:{(await house.candidate(number, one)).id}:yes:0")
    await house.keeper.presses(f"qe:{(await house.candidate(number, two)).id}:yes:0")
    assert "Jedyne miejsce jest zajęte" in alert_of(house.keeper)
    assert (await house.candidate(number, two)).state == "talked"
    await one.presses(f"qt:{number}:0")
    await postman.round()
    await one.presses(f"ql:{number}:1")
    await postman.round()
    assert "jest wolne miejsce" in postman.to(house.keeper)[-1].words
    await house.keeper.presses(f"qe:{(await house.candidate(number, two)).id}:yes:0")
    await two.presses(f"qt:{number}:0")
    assert await house.seats(number) == [1, 1, 1]


async def test_an_invitation_is_good_once(house: House, newcomer: Newcomer) -> None:
    number = await house.opens("Liderzy, soboty 10–14 od 12 grudnia, 5 spotkań, 10–20 osób", "way", "way")
    guest, other = await newcomer(), await newcomer(centre="dobczyce")
    (shown,) = await guest.presses(f"qo:{number}::0")
    assert "zaprasza osoba" in shown
    await guest.presses(f"qi:{number}:0:")
    assert "zaprasza osoba" in alert_of(guest)
    (link,) = await house.keeper.presses(f"qj:{number}:seat")
    payload = re.search(r"start=(pz-[\w-]+)", link)
    assert payload
    (invited,) = (await other.says(f"/start {payload[1]}"))[:1]
    assert "zaproszenie" in invited
    await other.taps("Tak, na wszystkie")
    assert await house.seats(number) == [1] * 5
    (used,) = (await guest.says(f"/start {payload[1]}"))[:1]
    assert "już nie działa" in used
    async with house.database.session() as session:
        assert not (await session.exec(select(ProgrammeLink))).all()


async def test_somebody_else_leads_by_a_link_and_the_first_steps_back(house: House, newcomer: Newcomer) -> None:
    number = await house.opens(QUIET)
    (link,) = await house.keeper.presses(f"qj:{number}:keep")
    payload = re.search(r"start=(pk-[\w-]+)", link)
    assert payload
    await house.keeper.presses(f"qb:{number}:1")
    assert "Ktoś musi prowadzić" in alert_of(house.keeper)
    psychologist = await newcomer()
    (leads,) = (await psychologist.says(f"/start {payload[1]}"))[:1]
    assert "prowadzone także z tego konta" in leads
    assert "samopomocowa" in (await psychologist.presses(f"qk:{number}"))[0]
    (back,) = await house.keeper.presses(f"qb:{number}:1")
    assert "Gotowe" in back
    # The organiser still sees that there is one, and not who: neither its name.
    (numbers,) = await house.keeper.presses(f"qk:{number}")
    assert "Spotkania w grupie" in numbers
    assert "samopomoc" not in numbers
    await house.keeper.presses(f"qp:{number}")
    assert "tylko dla osób, które prowadzą" in alert_of(house.keeper)


async def test_somebody_without_a_messenger_is_written_down(house: House) -> None:
    number = await house.opens(CLUB)
    await house.keeper.presses(f"qh:{number}")
    (wrong,) = await house.keeper.says("600 100 200")
    assert "Imię albo inicjały" in wrong
    (known,) = await house.keeper.says("J. K., 600 100 200")
    assert "J. K" in known
    await house.keeper.taps("Tak, jest miejsce")
    assert await house.seats(number) == [1, 1, 1, 1]


async def test_who_came_is_marked_in_taps(house: House, newcomer: Newcomer) -> None:
    number = await house.opens(CLUB)
    one, two = await newcomer(), await newcomer()
    for person in (one, two):
        await person.presses(f"qi:{number}:0:")
    first, second, *_ = await house.meetings(number)
    candidate = await house.candidate(number, one)
    await house.keeper.presses(f"qe:{candidate.id}:label:0")
    await house.keeper.says("Ala")
    await house.keeper.presses(f"qv:{second.id}:all")
    assert "pół godziny przed" in alert_of(house.keeper)
    house.clock.now = first.starts_at
    (screen,) = await house.keeper.presses(f"qv:{first.id}:")
    assert "(Ala)" in screen
    await house.keeper.taps("nieobecność")
    (marked,) = await house.keeper.taps("Pozostali byli")
    assert "❌ nr 1 (Ala)" in marked
    assert "✅ nr 2" in marked
    async with house.database.session() as session:
        rows = await session.exec(
            select(Booking.state).where(col(Booking.slot_id) == first.id).order_by(col(Booking.id))
        )
        assert list(rows.all()) == ["missed", "came"]


async def test_one_meeting_is_called_off_and_told_once(house: House, resident: Person, postman: Postman) -> None:
    number = await house.opens(CLUB)
    await resident.presses(f"qi:{number}:0:")
    second = (await house.meetings(number))[1]
    (sure,) = await house.keeper.presses(f"qv:{second.id}:off")
    assert "wtorek 8 grudnia" in sure
    await house.keeper.taps("Tak, odwołać")
    await house.keeper.presses(f"qv:{second.id}:sure")
    await postman.round()
    assert [each.words.count("nie odbędzie") for each in postman.to(resident)] == [1]
    assert await house.seats(number) == [1, 1, 1]


async def test_keepers_are_asked_and_too_few_is_said(house: House, resident: Person, postman: Postman) -> None:
    number = await house.opens(SCHOOL)
    await resident.presses(f"qi:{number}:0:")
    await house.at(local(2027, 1, 4, 8, 59))
    assert not await house.owed("programme-decide")
    await house.at(local(2027, 1, 4, 9))
    await house.at(local(2027, 1, 4, 9, 1))
    await postman.round()
    (asked,) = [each for each in postman.to(house.keeper) if "Za mało osób" in each.words]
    assert "jest 1, potrzeba 2" in asked.words
    await house.keeper.presses(f"qd:{number}:0:later:0:0")
    (moved,) = await house.keeper.taps("o tydzień")
    assert "Przesunięte" in moved
    assert (await house.meetings(number))[0].starts_at == local(2027, 1, 14, 17)
    assert await house.seats(number) == [1] * 8
    (stale,) = await house.keeper.presses(f"qd:{number}:0:later:1:0")
    assert "chwilę wcześniej" in stale
    await postman.round()
    told = [each.words for each in postman.to(resident) if "zaczną się później" in each.words]
    assert len(told) == 1
    assert "czwartek 14 stycznia, 17:00" in told[0]
    (started,) = await house.keeper.presses(f"qd:{number}:1:start:0:0")
    assert "Zaczynamy" in started
    await house.keeper.presses(f"qd:{number}:1:start:0:0")
    await postman.round()
    assert sum("się zaczynają" in each.words for each in postman.to(resident)) == 1


async def test_putting_off_leaves_out_holidays_and_keeps_what_was_given_back(house: House, resident: Person) -> None:
    number = await house.opens("Krąg, czwartki 17–19 od 3 grudnia, 3 spotkania, 5 osób, sala 3")
    await resident.presses(f"qi:{number}:0:")
    second = (await house.meetings(number))[1]
    await resident.presses(f"qx:{second.id}:0:1")
    await house.keeper.presses(f"qd:{number}:0:later:1:0")
    days = [slot.starts_at for slot in await house.meetings(number)]
    assert days == [local(2026, 12, 10, 17), local(2026, 12, 17, 17), local(2026, 12, 31, 17)]
    assert await house.seats(number) == [1, 0, 1]


async def test_putting_off_locks_its_room_before_people_and_slots(house: House, resident: Person) -> None:
    """As who reserves the room does: in another order the two could wait for each other on PostgreSQL."""
    number = await house.opens("Krąg, czwartki 17–19 od 3 grudnia, 3 spotkania, 5 osób, sala 3")
    await resident.presses(f"qi:{number}:0:")
    order: list[str] = []

    def note(_connection: Any, _cursor: Any, said: str, *_: Any) -> None:
        order.extend(table for table in ("room", "attendee", "slot") if f"WHERE {table}.id IN" in said)

    event.listen(house.database.engine.sync_engine, "before_cursor_execute", note)
    await house.keeper.presses(f"qd:{number}:0:later:1:0")
    event.remove(house.database.engine.sync_engine, "before_cursor_execute", note)
    assert list(dict.fromkeys(order)) == ["room", "attendee", "slot"]


async def test_calling_off_tells_everybody_once(house: House, newcomer: Newcomer, postman: Postman) -> None:
    number = await house.opens(CLUB)
    people = [await newcomer() for _ in range(3)]
    for person in people:
        await person.presses(f"qi:{number}:0:")
    await house.keeper.presses(f"qd:{number}:0:off:0:0")
    (done,) = await house.keeper.taps("Tak, odwołać")
    assert "Wiadomość dostanie: 3" in done
    await house.keeper.presses(f"qd:{number}:0:off:0:1")
    await postman.round()
    assert [sum("nie odbędą" in each.words for each in postman.to(person)) for person in people] == [1, 1, 1]
    assert not await house.meetings(number)
    async with house.database.session() as session:
        assert set((await session.exec(select(Slot.taken))).all()) == {0}


async def test_calling_off_ends_talks_and_nobody_is_asked_any_more(
    house: House, newcomer: Newcomer, postman: Postman
) -> None:
    number = await house.opens(QUIET, "quiet")
    talks, asked = await newcomer(), await newcomer()
    for person, hour in ((talks, 12), (asked, 13)):
        await person.presses(f"qi:{number}:0:")
        candidate = await house.candidate(number, person)
        await house.keeper.presses(f"qe:{candidate.id}:talk:0")
        await house.keeper.says(f"w piątek o {hour}")
    await talks.presses(f"qw:{number}:1")
    await house.keeper.presses(f"qd:{number}:0:off:0:1")
    await postman.round()
    assert ["nie odbędą" in each.words for each in (*postman.to(talks), *postman.to(asked))] == [True, True]
    await asked.presses(f"qw:{number}:1")
    assert "już się skończyły" in alert_of(asked)
    async with house.database.session() as session:
        left = await session.exec(select(Slot.id).where(col(Slot.withdrawn_at).is_(None)))
        assert not left.all()


async def test_what_is_called_off_for_tomorrow_is_told_at_night(
    house: House, resident: Person, postman: Postman
) -> None:
    number = await house.opens(CLUB)
    await resident.presses(f"qi:{number}:0:")
    house.clock.now = local(2026, 11, 30, 21, 30)
    await house.keeper.presses(f"qd:{number}:0:off:0:1")
    await postman.round()
    assert any("nie odbędą" in each.words for each in postman.to(resident))


async def test_nobody_is_invited_to_what_was_called_off(house: House, resident: Person, postman: Postman) -> None:
    number = await house.opens(QUIET, "quiet")
    await resident.presses(f"qi:{number}:0:")
    candidate = await house.candidate(number, resident)
    await house.keeper.presses(f"qe:{candidate.id}:talked:0")
    await house.keeper.presses(f"qe:{candidate.id}:yes:0")
    assert (await house.candidate(number, resident)).state == "invited"
    await house.keeper.presses(f"qd:{number}:0:off:0:1")
    await postman.round()
    assert ["nie odbędą" in each.words for each in postman.to(resident)] == [True]


async def test_that_it_starts_is_told_although_one_meeting_is_called_off_at_once(
    house: House, resident: Person, postman: Postman
) -> None:
    number = await house.opens(CLUB)
    await resident.presses(f"qi:{number}:0:")
    await house.keeper.presses(f"qd:{number}:0:start:0:0")
    last = (await house.meetings(number))[-1]
    await house.keeper.presses(f"qv:{last.id}:sure")
    await postman.round()
    assert any("się zaczynają" in each.words for each in postman.to(resident))


async def test_who_waits_already_loses_no_place_by_a_link(house: House, newcomer: Newcomer) -> None:
    number = await house.opens("Krąg, środy 17–19 od 9 grudnia, 3 spotkania, 1 osoba")
    people = [await newcomer() for _ in range(3)]
    for person in people:
        await person.presses(f"qi:{number}:0:")
        house.clock.forward(minutes=1)
    (link,) = await house.keeper.presses(f"qj:{number}:seat")
    payload = re.search(r"start=(pz-[\w-]+)", link)
    assert payload
    said = "\n".join(await people[1].says(f"/start {payload[1]}"))
    assert "kolejce: <b>1</b>" in said or "kolejce: 1" in said


async def test_an_old_button_of_who_left_says_so(house: House, resident: Person) -> None:
    number = await house.opens(CLUB)
    await resident.presses(f"qi:{number}:0:")
    (first, *_) = await house.meetings(number)
    await resident.presses(f"ql:{number}:1")
    await resident.presses(f"qx:{first.id}:0:1")
    assert "już się skończyły" in alert_of(resident)


async def test_a_room_that_is_taken_refuses_and_nothing_is_half_made(house: House) -> None:
    await house.opens(SCHOOL)
    await house.types("Kurs, czwartki 18–20 od 21 stycznia, 4 spotkania, 5 osób, sala 3")
    draft = await house.newest()
    await house.keeper.presses(f"qg:{draft.id}:open")
    assert "sala 3: to miejsce jest w tym czasie zajęte" in alert_of(house.keeper)
    assert (await house.newest()).state == "draft"
    assert not await house.meetings(draft.id or 0)


async def test_every_button_of_every_message_leads_somewhere(
    house: House, newcomer: Newcomer, postman: Postman
) -> None:
    number = await house.opens("Krąg, środy 17–19 od 9 grudnia, 3 spotkania, 2–5 osób", "way")
    guest = await newcomer(language="uk")
    await guest.presses(f"qi:{number}:0:")
    candidate = await house.candidate(number, guest)
    await house.keeper.presses(f"qe:{candidate.id}:talk:0")
    await house.keeper.says("w czwartek o 17")
    await postman.round()
    await house.keeper.presses(f"qe:{candidate.id}:talked:0")
    await house.keeper.presses(f"qe:{candidate.id}:yes:0")
    await postman.round()
    await guest.presses(f"qt:{number}:0")
    await house.at(local(2026, 12, 6, 9))
    await postman.round()
    await house.keeper.presses(f"qd:{number}:0:start:0:0")
    await postman.round()
    sent = [each for each in postman.sent if each.labels]
    assert len(sent) >= 5
    for message in sent:
        person = house.keeper if message.chat_id == house.keeper.id else guest
        for row in message.call.arguments["reply_markup"]["inline_keyboard"]:
            for each in row:
                if each["callback_data"].startswith(("bx", "bc")):
                    continue
                await person.presses(each["callback_data"])
                assert "już nie działa" not in alert_of(person), each
                assert "вже не працює" not in alert_of(person), each
