"""What is kept of a person is told whole, and erased in every table, index and free page; what stays is listed."""

import json
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Connection, MetaData, make_url, select
from sqlmodel import SQLModel, col
from sqlmodel import select as select_rows

import bot.messenger.tables  # noqa: F401  (fills SQLModel.metadata)
from bot.app import OWN_DATA
from bot.catalogue import store
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.library import Library
from bot.clock import SteppedClock
from bot.desk import forgetting
from bot.outbox.kinds import Kind, Kinds, Upload
from bot.outbox.own_data import MY_DATA, register
from bot.people import accounts, own_data, roles
from bot.places import attendees, booking, slots
from bot.places.attendees import Relation
from bot.places.slots import NewSlot, SlotKind
from bot.storage import Database
from bot.storage.tables import (
    Account,
    Announcement,
    Attendance,
    AuditEntry,
    Block,
    Booking,
    CalendarFeed,
    Callback,
    CatalogueProposal,
    CodeTry,
    Conversation,
    ConversationTopic,
    DeskCopy,
    DeskMessage,
    Event,
    Following,
    Hall,
    HallSeries,
    Organisation,
    OwedMessage,
    Programme,
    ProgrammeCandidate,
    ProgrammeKeeper,
    Provider,
    Reservation,
    Role,
    Room,
    Slot,
    StaffPerson,
    Volunteer,
    WaitingEntry,
)
from bot.texts import texts
from tests.conversations.people import Person

MARK: Final = "znacznik-71-Jagoda"
"""Planted wherever a person's words are kept."""
CENTRE: Final = "kozienice"

ERASED: Final = {
    "account", "address", "announcement", "attendance", "attendee", "audit_entry", "block", "booking",
    "calendar_feed", "callback", "catalogue_proposal", "code_try", "console_login", "console_session",
    "conversation", "conversation_topic", "desk_copy", "desk_file", "desk_message", "dialogue", "following",
    "guardian", "guardian_told", "hall_series", "organisation", "owed_message", "programme_candidate",
    "programme_keeper", "provider", "reservation",
    "role_grant", "staff_person", "volunteer", "waiting_entry", "waiting_offer", "waiting_offered_seat",
    "waiting_person",
}  # fmt: skip
NOT_OF_A_RESIDENT: Final = {
    "advice_given", "announcement_file", "announcement_run", "call_task", "catalogue_card", "catalogue_centre",
    "catalogue_revision", "closing_day", "community", "duty", "event", "event_post", "event_seats", "hall",
    "hall_hours", "plan_done", "programme", "programme_link", "programme_meeting", "room",
    "roster_draft", "sending_lease", "shift", "shift_draft", "shift_hours",
    "shift_season", "slot", "staff_room", "unanswered_question", "unmet_wish", "vacancy", "word_addition",
}  # fmt: skip
"""Of the centre, or numbers without a person; an account that is named in them only loses the link."""
SHORT: Final = {"incoming_update"}
"""Numbers of updates, three days; answers not sent yet, an hour at most."""


def test_every_table_has_been_thought_of() -> None:
    """A new table fails here until somebody says what becomes of a person's data in it."""
    ours = {name for name in SQLModel.metadata.tables if not name.startswith("messenger_")}
    assert ours <= ERASED | NOT_OF_A_RESIDENT | SHORT, "say in this file, and in a Part, what is erased there"


async def planted(database: Database, clock: SteppedClock, person: Person, catalogue: Catalogue) -> int:
    """Something of this person in every room. Returns the account."""
    now = clock()
    async with database.transaction() as session:
        actor = await accounts.find_actor(session, "telegram", person.id, "pl")
        assert actor is not None
        await store.seed(session, catalogue, now)
        me = actor.account_id
        await roles.grant(session, now, me, CENTRE, Role.CLERK)
        provider = Provider(centre=CENTRE, name="prawnik", topics=[], account_id=me, sheet_key="k" * 64)
        session.add(provider)
        await session.flush()
        new = [
            NewSlot(
                centre=CENTRE,
                kind=SlotKind.CONSULTATION,
                provider_id=provider.id,
                starts_at=now + timedelta(days=days),
                ends_at=now + timedelta(days=days, minutes=30),
            )
            for days in (1, 2)
        ]
        made = await slots.add(session, now, new)
        mother = await attendees.of_account(session, now, me, CENTRE, Relation.PARENT)
        session.add(
            Volunteer(
                centre=CENTRE,
                account_id=me,
                attendee_id=mother.id or 0,
                age="adult",
                nickname="Jagoda-71",
                created_at=now,
                changed_at=now,
            )
        )
        for slot in made:
            assert slot.id
            assert mother.id
            await booking.book(session, now, slot.id, mother.id, booking.Booker(me, "telegram", person.id), topic="law")
        made[1].waiting = 1
        line = WaitingEntry(
            centre=CENTRE, slot_id=made[1].id or 0, account_id=me, channel="telegram", chat_id=person.id, people=1,
            topic="family", state="waiting", joined_at=now,
        )  # fmt: skip
        session.add_all([made[1], line])
        room = Room(centre=CENTRE, name="sala")
        session.add(room)
        await session.flush()
        session.add(Hall(room_id=room.id or 0, centre=CENTRE, created_at=now))
        await session.flush()
        booked = (await session.exec(select_rows(Booking.id).limit(1))).one()
        session.add_all(
            [
                Organisation(centre=CENTRE, account_id=me, name=MARK, state="yes", asked_at=now),
                HallSeries(
                    centre=CENTRE, room_id=room.id or 0, account_id=me, channel="telegram", chat_id=person.id,
                    weekdays=[1], opens_at=time(17), closes_at=time(19), first_day=date(2026, 12, 1),
                    last_day=date(2026, 12, 31), purpose=MARK, state="wish", plan_year=2027, made_at=now,
                ),
                Reservation(
                    booking_id=booked or 0, centre=CENTRE, room_id=room.id or 0, purpose=MARK, state="no", why=MARK,
                    asked_at=now,
                ),
                CalendarFeed(account_id=me, key_hash="c" * 64, made_at=now),
            ]
        )  # fmt: skip
        group = Programme(
            centre=CENTRE, title="Grupa", way_in="talk", state="gathering", least=1, most=3, days=["2026-12-09"],
            opens_at=time(17), closes_at=time(19), made_by=me, made_at=now,
        )  # fmt: skip
        session.add(group)
        await session.flush()
        session.add_all(
            [
                ProgrammeKeeper(programme_id=group.id or 0, account_id=me, since=now),
                ProgrammeCandidate(
                    programme_id=group.id or 0, attendee_id=mother.id, account_id=me, channel="telegram",
                    chat_id=person.id, state="interested", label="znacznik-71-Jag", since=now, changed_at=now,
                ),
            ]
        )  # fmt: skip
        talk = Conversation(
            centre=CENTRE,
            number=1,
            kind="talk",
            state="taken",
            account_id=me,
            channel="telegram",
            chat_id=person.id,
            language="pl",
            about={"question": MARK},
            opened_at=now,
            waiting_since=now,
        )
        event = Event(
            uid="e@okienko", centre=CENTRE, title="Piknik", place="Park", starts_at=now, ends_at=now,
            created_at=now, changed_at=now,
        )  # fmt: skip
        session.add_all([talk, event])
        await session.flush()
        assert talk.id
        assert event.id
        said = DeskMessage(
            conversation_id=talk.id, who="resident", content={"text": MARK}, source_channel="telegram",
            source_chat=person.id, source_message=5, state="owed", previous=[{"text": MARK}], created_at=now,
        )  # fmt: skip
        session.add(said)
        await session.flush()
        assert said.id
        session.add_all(
            [
                DeskCopy(channel="telegram", chat_id=-100, copy_id=7, message_id=said.id),
                ConversationTopic(conversation_id=talk.id, channel="telegram", chat_id=-100, thread_id=9, title="1"),
                Callback(conversation_id=talk.id, first_name=MARK, phone="600000071", when_said=MARK),
                AuditEntry(centre=CENTRE, at=now, account_id=me, action="taken", conversation_id=talk.id),
                Block(centre=CENTRE, account_id=me, reason=MARK, blocked_at=now, until=now),
                Following(account_id=me, centre=CENTRE, topic="seniors", since=now),
                Attendance(
                    event_id=event.id, account_id=me, channel="telegram", chat_id=person.id, coming=True,
                    answered_at=now,
                ),
                CatalogueProposal(
                    centre=CENTRE, document={"name": MARK}, proposed_by=me, created_at=now, state="waiting"
                ),
                CodeTry(account_id=me, tried_at=now),
                StaffPerson(account_id=me, name=MARK),
                Announcement(
                    centre=CENTRE, author=me, channel="telegram", chat_id=person.id, state="draft",
                    content={"text": MARK}, audiences=[], created_at=now, changed_at=now,
                ),
            ]
        )  # fmt: skip
        for number, state in enumerate(("waiting", "delivered")):
            session.add(
                OwedMessage(
                    dedupe_key=f"announcement:{number}:{person.id}",
                    channel="telegram",
                    chat_id=person.id,
                    kind="message",
                    payload={"text": MARK},
                    priority=5,
                    not_before=now,
                    state=state,
                    batch="announcement:1",
                    created_at=now,
                )
            )
        return me


def _everything(connection: Connection) -> str:
    """All rows of all tables as one text, but for the answer that has just left (`SHORT`)."""
    found = MetaData()
    found.reflect(connection)
    rows = (
        (table.name, *row)
        for table in found.tables.values()
        if table.name not in SHORT
        for row in connection.execute(select(table)).all()
    )
    return "\n".join(repr(row) for row in rows)


async def everything(database: Database) -> str:
    async with database.session() as session:
        return await (await session.connection()).run_sync(_everything)


@pytest.fixture
async def known(
    newcomer: Callable[[], Person], any_database: Database, clock: SteppedClock, library: Library
) -> tuple[Person, int]:
    person = newcomer()
    await person.says("/start c-kozienice")
    await person.says(f"pytanie {MARK}")
    return person, await planted(any_database, clock, person, library.catalogue)


async def test_all_that_is_kept_is_told(known: tuple[Person, int], any_database: Database) -> None:
    _, me = known
    async with any_database.session() as session:
        found = await own_data.told(session, OWN_DATA, me)
    told = json.dumps(found, ensure_ascii=False)
    assert all(found.values()), "every room has something of this person"
    for word in (
        "question",
        "call_back",
        "seniors",
        "Piknik",
        "law",
        "clerk",
        "gives_duties_as",
        "waits_in",
        "blocked_in",
        "did",
        "nickname",
    ):
        assert word in told
    assert told.count(MARK) >= 5


async def test_a_tap_shows_how_much_and_owes_the_file(known: tuple[Person, int], any_database: Database) -> None:
    person, me = known
    (shown,) = await person.says("/moje_dane")
    assert "zapisy na terminy" in shown
    assert MARK not in shown
    (coming,) = await person.taps("Pobrać plik")
    assert "Plik zaraz przyjdzie" in coming
    async with any_database.session() as session:
        owed = (await session.exec(select_rows(OwedMessage).where(col(OwedMessage.kind) == MY_DATA))).one()
        assert owed.payload == {"account": me}
        kinds = Kinds(Kind("message"))
        register(kinds, texts(), OWN_DATA)
        kind = kinds.named(MY_DATA)
        assert kind is not None
        call = await kind.render(session, owed)
    document = call.arguments["document"]
    assert isinstance(document, Upload)
    assert MARK in json.dumps(json.loads(document.content), ensure_ascii=False)


async def test_nothing_is_erased_before_the_yes(known: tuple[Person, int], any_database: Database) -> None:
    person, _ = known
    before = (await everything(any_database)).count(MARK)
    (asked,) = await person.says("/usun_dane")
    assert "nie da się cofnąć" in asked
    assert (await everything(any_database)).count(MARK) == before


async def test_a_yes_erases_the_person_everywhere(
    known: tuple[Person, int], any_database: Database, clock: SteppedClock
) -> None:
    person, me = known
    await person.says("/usun_dane")
    (done,) = await person.taps("Tak, usunąć wszystko")
    assert "nic już nie pamięta" in done
    kept = await everything(any_database)
    assert MARK not in kept
    assert str(person.id) not in kept
    assert "600000071" not in kept
    assert "Jagoda-71" not in kept
    assert "znacznik-71-Jag" not in kept
    async with any_database.session() as session:
        assert (await session.exec(select_rows(Account).where(col(Account.id) == me))).first() is None
        # The seats to come are free again, for somebody else.
        assert set((await session.exec(select_rows(Slot.taken))).all()) == {0}
        assert set((await session.exec(select_rows(Booking.state))).all()) == {"cancelled"}
        # Staff's steps stay, under one sign that leads nowhere.
        (step,) = (await session.exec(select_rows(AuditEntry))).all()
        assert step.account_id is None
        assert (step.pseudonym or "").startswith("p-")
        # The topic in the staff room is to be deleted.
        (gone,) = (
            await session.exec(select_rows(OwedMessage).where(col(OwedMessage.dedupe_key).startswith("desk-erase")))
        ).all()
        assert gone.payload == {"method": "deleteForumTopic", "arguments": {"message_thread_id": 9}}
        # Reports still count what was delivered.
        assert "delivered" in (await session.exec(select_rows(OwedMessage.state))).all()


async def test_not_a_byte_stays_in_the_file(known: tuple[Person, int], any_database: Database) -> None:
    if not any_database.is_sqlite:
        return  # PostgreSQL overwrites dead rows when it vacuums; docs/rodo says so
    person, _ = known
    await person.says("/usun_dane")
    await person.taps("Tak, usunąć wszystko")
    await any_database.forget_log()
    file = Path(make_url(any_database.url).database or "")
    for each in (file, file.with_name(f"{file.name}-wal")):
        content = each.read_bytes() if each.exists() else b""
        assert MARK.encode() not in content, each.name


async def test_another_person_loses_nothing(
    known: tuple[Person, int], newcomer: Callable[[], Person], any_database: Database, clock: SteppedClock
) -> None:
    person, _ = known
    other = newcomer()
    await other.says("/start c-kozienice")
    await other.says("/usun_dane")
    before = (await everything(any_database)).count(MARK)
    await other.taps("Tak, usunąć wszystko")
    assert (await everything(any_database)).count(MARK) == before
    assert str(person.id) in await everything(any_database)


async def test_old_words_go_by_themselves_and_numbers_stay(
    known: tuple[Person, int], any_database: Database, clock: SteppedClock
) -> None:
    async with any_database.transaction() as session:
        talk = (await session.exec(select_rows(Conversation))).one()
        talk.state, talk.closed_at = "closed", clock()
        session.add(talk)
    for days, remembered in ((89, True), (2, False)):
        clock.forward(days=days)
        async with any_database.transaction() as session:
            await forgetting.forget_old(session, clock())
        async with any_database.session() as session:
            talk = (await session.exec(select_rows(Conversation))).one()
            assert (talk.chat_id is not None) is remembered
            assert bool((await session.exec(select_rows(DeskMessage))).all()) is remembered
            assert talk.number == 1
