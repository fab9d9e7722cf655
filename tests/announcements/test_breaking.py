"""What can go wrong between composing and the last message: each time nothing is sent by mistake, nothing twice."""

import asyncio
from datetime import timedelta

import pytest
from aiogram import Bot
from sqlmodel import select, update

from bot.announcements.announcements import RunState, confirm, stop
from bot.announcements.composing import draft, set_when, toggle
from bot.announcements.content import Content
from bot.announcements.herald import Herald
from bot.catalogue.crisis import Net
from bot.catalogue.library import Library
from bot.clock import SteppedClock
from bot.handlers.announcing import composing as handlers
from bot.handlers.menu import House
from bot.handlers.routing import build_dispatcher
from bot.intake.journey import Intake
from bot.people import roles
from bot.storage import Database
from bot.storage.tables import Account, Address, Announcement, AnnouncementRun, Event, Following, OwedMessage, Role
from bot.texts import texts
from tests.announcing.conftest import Newcomer
from tests.announcing.post import PostOffice
from tests.announcing.test_announcing import PHOTO, account, composed, sent
from tests.conversations.people import BOT_ID, Person


async def runs(database: Database) -> list[str]:
    async with database.session() as session:
        return list((await session.exec(select(AnnouncementRun.state))).all())


async def stages(database: Database) -> list[str]:
    async with database.session() as session:
        return list((await session.exec(select(Announcement.state))).all())


async def test_a_role_lost_before_the_button_is_pressed(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database
) -> None:
    await newcomer(follows="Seniorzy")
    await composed(organiser)
    await organiser.taps("Od razu")
    async with database.transaction() as session:
        await roles.revoke(session, await account(database, organiser), "koszalin", Role.ORGANISER)
    await organiser.taps("Wyślij")
    assert await runs(database) == []
    assert await stages(database) == ["draft"]


async def test_two_press_at_the_same_moment(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database
) -> None:
    senior = await newcomer(follows="Seniorzy")
    second = await newcomer(role=Role.ORGANISER)
    await composed(organiser)
    await organiser.taps("Od razu")
    await asyncio.gather(*(person.presses("ac:1:send:") for person in (organiser, second, organiser, second)))
    await post.deliver()
    assert len(post.to(senior.id)) == 1
    assert len(await runs(database)) == 1


async def test_a_second_yes_above_a_number_through_the_chat(
    organiser: Person,
    newcomer: Newcomer,
    post: PostOffice,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(handlers, "second_yes_from", lambda _house, _centre: 2)
    first, other = await newcomer(follows="Seniorzy"), await newcomer(follows="Seniorzy")
    second = await newcomer(role=Role.ORGANISER)
    await composed(organiser)
    _, look = await organiser.taps("Od razu")
    assert "zgoda drugiej osoby" in look
    await organiser.taps("Wyślij")
    await post.deliver()
    assert post.to(first.id) == []
    (asked,) = post.to(second.id)
    await first.presses("ai:1:yes")  # a resident
    await organiser.presses("ai:1:yes")  # the author
    assert await stages(database) == ["waiting"]
    await second.presses(asked.buttons[0]["callback_data"])
    await asyncio.gather(second.taps("Tak, wysłać"), second.presses("ai:1:yes"))
    await post.deliver()
    assert [len(post.to(person.id)) for person in (first, other)] == [1, 1]


async def test_a_yes_to_other_words_than_those_that_were_seen_sends_nothing(
    organiser: Person,
    newcomer: Newcomer,
    post: PostOffice,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(handlers, "second_yes_from", lambda _house, _centre: 1)
    senior = await newcomer(follows="Seniorzy")
    second = await newcomer(role=Role.ORGANISER)
    await composed(organiser)
    await organiser.taps("Od razu")
    await organiser.taps("Wyślij")
    await organiser.presses("ai:1:correct")
    await organiser.says("Zupełnie inne słowa")
    (said,) = await organiser.presses("ai:1:correctyes")
    assert "wróciło do szkicu" in said
    (answer,) = await second.presses("ai:1:yes")  # the button under the question about the old words
    assert "Treść się zmieniła" in answer
    await post.deliver()
    assert await stages(database) == ["draft"]
    assert post.to(senior.id) == []


async def test_an_invitation_to_an_event_that_is_over_is_not_sent(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database, clock: SteppedClock
) -> None:
    await newcomer(follows="Seniorzy")
    await composed(organiser)
    await organiser.taps("Od razu")
    async with database.transaction() as session:
        event = Event(
            uid="a@okienko",
            centre="koszalin",
            title="Piknik",
            place="Park",
            starts_at=clock() - timedelta(hours=3),
            ends_at=clock() - timedelta(hours=1),
            created_at=clock(),
            changed_at=clock(),
        )
        session.add(event)
        await session.flush()
        (await session.get_one(Announcement, 1)).event_id = event.id
    await organiser.taps("Wyślij")
    assert await stages(database) == ["draft"]
    assert await runs(database) == []


async def test_a_second_yes_for_an_author_who_left_is_refused(
    organiser: Person,
    newcomer: Newcomer,
    post: PostOffice,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(handlers, "second_yes_from", lambda _house, _centre: 1)
    await newcomer(follows="Seniorzy")
    second = await newcomer(role=Role.ORGANISER)
    await composed(organiser)
    await organiser.taps("Od razu")
    await organiser.taps("Wyślij")
    async with database.transaction() as session:
        await roles.revoke(session, await account(database, organiser), "koszalin", Role.ORGANISER)
    await second.presses("ai:1:yes")
    assert await stages(database) == ["waiting"]
    assert await runs(database) == []


@pytest.mark.parametrize("step", ["content", "whom", "when", "read back", "look"])
async def test_a_restart_at_every_step_loses_nothing(
    organiser: Person,
    newcomer: Newcomer,
    post: PostOffice,
    database: Database,
    clock: SteppedClock,
    library: Library,
    net: Net,
    step: str,
) -> None:
    senior = await newcomer(follows="Seniorzy")

    async def restarted(at: str) -> None:
        if at == step:  # what is in memory goes; the buttons on the screen stay
            stage = organiser.stage
            await stage.intake.close()
            dispatcher = build_dispatcher(House(texts=texts(), library=library, net=net))
            stage.intake = Intake(database, dispatcher, stage.sender, texts(), clock)
            stage.intake.serve("telegram", Bot(f"{BOT_ID}:{'A' * 35}", session=stage.recorder), "OkienkoBot")

    await organiser.says("/ogloszenie")
    await restarted("content")
    await organiser.says("Piknik w parku")
    await restarted("whom")
    await organiser.taps("Seniorzy")
    await organiser.taps("Dalej")
    await restarted("when")
    await organiser.says("24 listopada o 12")
    await restarted("read back")
    await organiser.taps("Tak, zgadza się")
    await restarted("look")
    await organiser.taps("Zaplanuj")
    await organiser.stage.intake.close()
    clock.forward(days=1, hours=2, seconds=1)
    await post.deliver()
    assert len(post.to(senior.id)) == 1


async def test_what_broke_off_while_it_was_owed_is_not_taken_up_days_later(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database, clock: SteppedClock
) -> None:
    senior = await newcomer(follows="Seniorzy")
    await sent(organiser, "Dziś o 17 gry w parku")
    async with database.transaction() as session:  # begun, and then nothing ran for two days
        await session.exec(update(AnnouncementRun).values(state=RunState.OWING))
    clock.forward(days=2)
    await post.deliver()
    await post.deliver()
    assert post.to(senior.id) == []
    assert "niewysłane: 1" in post.to(organiser.id)[-1].words


async def test_a_file_that_cannot_be_fetched_does_not_keep_the_words(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database, clock: SteppedClock
) -> None:
    senior = await newcomer(follows="Seniorzy")
    async with database.transaction() as session:
        far = Account(created_at=clock(), centre="koszalin")
        session.add(far)
        await session.flush()
        assert far.id
        session.add(Address(account_id=far.id, channel="web", chat_id=77))
        session.add(Following(account_id=far.id, centre="koszalin", topic="seniors", since=clock()))

    async def too_big(_channel: str, _file_id: str) -> bytes:
        raise OSError("file is too big")

    post.herald = Herald(database, clock, too_big, ("telegram", "web"))
    await sent(organiser, photo=PHOTO, caption="Piknik")
    await post.deliver()
    assert post.letters == []
    clock.forward(minutes=6)
    await post.deliver()
    assert [(one.method, one.channel) for one in post.to(senior.id)] == [("sendPhoto", "telegram")]
    (words,) = post.to(77)
    assert words.method == "sendMessage"
    assert words.words.startswith("Piknik")
    assert any("nie udało się pobrać" in one.words for one in post.to(organiser.id))


async def test_stopped_confirmed_and_sent_by_two_at_once_ends_in_one_state(
    any_database: Database, clock: SteppedClock
) -> None:
    """Two processes and an organiser who stops it, all at the same moment."""

    async def no_files(_channel: str, _file_id: str) -> bytes:
        raise AssertionError

    async with any_database.transaction() as session:
        me = Account(created_at=clock(), centre="koszalin")
        session.add(me)
        await session.flush()
        assert me.id
        session.add(Address(account_id=me.id, channel="telegram", chat_id=1))
        session.add(Following(account_id=me.id, centre="koszalin", topic="seniors", since=clock()))
        await roles.grant(session, clock(), me.id, "koszalin", Role.ORGANISER)
    heralds = [Herald(any_database, clock, no_files, ("telegram",)) for _ in range(2)]
    for _ in range(15):
        async with any_database.transaction() as session:
            made = await draft(session, clock(), me.id, "koszalin", "telegram", 1, Content("Piknik"))
            number = made.id
            assert number
            await toggle(session, clock(), me.id, number, "topic:seniors")
            await set_when(session, clock(), me.id, number, None)
            await confirm(session, clock(), me.id, number)

        async def stopped(announcement_id: int = number) -> None:
            async with any_database.transaction() as session:
                await stop(session, clock(), me.id or 0, announcement_id)

        await asyncio.gather(heralds[0].tick(), stopped(), heralds[1].tick())
        async with any_database.session() as session:
            announcement = await session.get_one(Announcement, number)
            (run,) = (
                await session.exec(select(AnnouncementRun).where(AnnouncementRun.announcement_id == number))
            ).all()
            waiting = (
                await session.exec(
                    select(OwedMessage.id).where(
                        OwedMessage.batch == f"announcement:{run.id}", OwedMessage.state == "waiting"
                    )
                )
            ).all()
        # Stopped before, between or after: it never says "stopped" and yet goes on as if planned.
        assert (announcement.state, run.state) in {("stopped", "stopped"), ("stopped", "sending"), ("done", "sending")}
        assert announcement.state == "stopped" or waiting
        clock.now += timedelta(seconds=1)
