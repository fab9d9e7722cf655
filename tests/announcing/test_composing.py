"""Ways back while composing, and whom an announcement can never reach."""

from typing import Any

import pytest
from aiogram.types import ChatMemberAdministrator, ChatMemberRestricted
from sqlmodel import select

from bot.announcements.content import Content
from bot.announcements.marks import mark_of
from bot.clock import SteppedClock
from bot.outbox.states import Outcome, Result
from bot.storage import Database
from bot.storage.tables import Announcement, Role
from tests.announcing.conftest import Newcomer
from tests.announcing.groups import adds, claimed
from tests.announcing.post import PostOffice
from tests.announcing.test_announcing import PHOTO, composed, sent
from tests.announcing.test_communities import no_rights
from tests.conversations.people import Person

MUTED: dict[str, Any] = {"is_member": True, "until_date": 0, **no_rights(ChatMemberRestricted)}


async def drafts(database: Database) -> list[Announcement]:
    async with database.session() as session:
        return list(await session.exec(select(Announcement)))


@pytest.mark.parametrize("leave", ["Od początku", "Wróć"])
async def test_what_is_typed_after_leaving_becomes_no_announcement(
    organiser: Person, database: Database, leave: str
) -> None:
    await organiser.says("/ogloszenie")
    await organiser.taps(leave)
    answer = await organiser.says("cieknie kran")
    assert not any("Do kogo" in text for text in answer)
    assert await drafts(database) == []


async def test_a_command_leaves_the_form_too(organiser: Person, database: Database) -> None:
    await organiser.says("/ogloszenie")
    await organiser.says("/powiadomienia")
    await organiser.says("cieknie kran")
    assert await drafts(database) == []


async def test_what_is_typed_after_leaving_a_correction_corrects_nothing(
    organiser: Person, newcomer: Newcomer, post: PostOffice
) -> None:
    await newcomer(follows="Seniorzy")
    await sent(organiser)
    await post.deliver()
    await organiser.taps("Popraw")
    await organiser.taps("Wróć")
    assert any("Cofnij" in label for label in organiser.buttons)  # back at the announcement itself
    answer = await organiser.says("cieknie kran")
    assert not any("po poprawce" in text for text in answer)


async def test_the_name_of_a_group_is_not_taken_from_a_question(organiser: Person) -> None:
    await claimed(organiser, -101, "Wzgórze")
    await organiser.taps("Nazwa")
    await organiser.taps("Od początku")
    await organiser.says("cieknie kran")
    await organiser.says("/spolecznosci")
    assert "💬 Wzgórze" in organiser.buttons


async def test_a_correction_begins_with_the_words_there_are(
    organiser: Person, newcomer: Newcomer, post: PostOffice
) -> None:
    await newcomer(follows="Seniorzy")
    long = "Piknik <w parku> & wokół. " + "słowo " * 450  # more than Fluent takes as one value
    await sent(organiser, long)
    await post.deliver()
    (asked,) = await organiser.taps("Popraw")
    assert "<pre>Piknik &lt;w parku&gt; &amp; wokół. słowo" in asked
    (refused,) = await organiser.sends(photo=PHOTO, caption="Inny plakat")
    assert "Poprawić można tylko słowa" in refused
    shown = await organiser.says("Piknik w sali")
    assert "Tak będzie wyglądać" in shown[-1]


async def test_words_are_changed_in_a_draft_and_the_rest_stays(organiser: Person, newcomer: Newcomer) -> None:
    await newcomer(follows="Seniorzy")
    await composed(organiser)
    await organiser.taps("Od razu")
    (asked,) = await organiser.taps("Treść")
    assert "<pre>Piknik w parku</pre>" in asked
    await organiser.taps("Wróć")
    assert any("Wyślij" in label for label in organiser.buttons)
    await organiser.taps("Treść")
    preview, look = await organiser.says("Piknik w sali")
    assert preview.startswith("Piknik w sali")
    assert "rozmowach:</b> 1" in look


async def test_new_words_before_a_time_is_chosen_lead_on_to_the_time(organiser: Person, newcomer: Newcomer) -> None:
    await newcomer(follows="Seniorzy")
    await organiser.says("/ogloszenie")
    await organiser.says("Piknik")
    await organiser.taps("Seniorzy")
    await organiser.taps("Treść")
    (to_whom,) = await organiser.says("Piknik w sali")
    assert "Do kogo" in to_whom
    assert any(label.startswith("✅") for label in organiser.buttons)


async def test_a_picture_where_a_time_was_asked_loses_nothing(organiser: Person, database: Database) -> None:
    await composed(organiser)
    (said,) = await organiser.sends(photo=PHOTO, caption="plakat")
    assert "termin słowami" in said
    (back,) = await organiser.says("w czwartek o 17")
    assert "czwartek 26 listopada, 17:00" in back
    assert "jeszcze raz" in back
    (draft,) = await drafts(database)
    assert Content.read(draft.content).text == "Piknik w parku"


async def test_the_list_tells_when_and_the_announcement_its_next_time(
    organiser: Person, newcomer: Newcomer, post: PostOffice, clock: SteppedClock
) -> None:
    await newcomer(follows="Seniorzy")
    await composed(organiser, "Klub")
    await organiser.says("co piątek o 12 do 18 grudnia")
    await organiser.taps("Tak, zgadza się")
    await organiser.taps("Zaplanuj")
    await composed(organiser, "Spacer nad zalewem dla wszystkich, którzy lubią chodzić i rozmawiać")
    await organiser.says("w czwartek o 17")
    await organiser.taps("Tak, zgadza się")
    await organiser.taps("Zaplanuj")
    clock.forward(days=4, hours=2)
    await post.deliver()
    await organiser.says("/ogloszenia")
    assert "✅ 26.11, 17:00 · Spacer nad zalewem dla wszystkich, którzy lubią chodzić i…" in organiser.buttons
    assert "🔁 Klub" in organiser.buttons
    (item,) = await organiser.taps("Klub")
    assert "Następny raz:</b> piątek 4 grudnia, 12:00" in item


async def test_groups_that_cannot_be_written_to_are_named_and_not_offered(organiser: Person) -> None:
    await claimed(organiser, -101, "Wzgórze")
    await claimed(organiser, -102, "Krąg wsparcia")
    await organiser.taps("To grupa samopomocowa")
    for group in (-101, -102):
        await adds(organiser, group, "…", "restricted", **MUTED)
    await organiser.says("/ogloszenie")
    (to_whom,) = await organiser.says("Piknik")
    assert "nie może teraz pisać w tych grupach: Wzgórze." in to_whom  # and not a word of the circle
    assert not any("Wzgórze" in label or "Krąg" in label for label in organiser.buttons)


async def test_a_group_that_may_be_written_to_again_is_offered_again(organiser: Person) -> None:
    await claimed(organiser, -101, "Wzgórze")
    await adds(organiser, -101, "Wzgórze", "restricted", **MUTED)
    await adds(organiser, -101, "Wzgórze", "member")
    await organiser.says("/ogloszenie")
    (to_whom,) = await organiser.says("Piknik")
    assert "nie może" not in to_whom
    assert "⬜ Grupa: Wzgórze" in organiser.buttons


async def test_a_channel_gets_it_like_a_group(organiser: Person, post: PostOffice) -> None:
    rights = no_rights(ChatMemberAdministrator) | {"can_be_edited": False, "is_anonymous": False}
    rights["can_post_messages"] = True
    (asked,) = await adds(organiser, -100200, "Kanał miasta", "administrator", kind="channel", **rights)
    assert asked.chat_id == organiser.id
    await organiser.taps("Koszalin")
    await sent(organiser, audience="Kanał miasta")
    await post.deliver()
    assert len(post.to(-100200)) == 1


async def test_a_group_that_moves_while_it_is_sent_gets_it_once_and_is_reported(
    organiser: Person, post: PostOffice
) -> None:
    await claimed(organiser, -101, "Wzgórze")
    post.refuse = lambda letter: Outcome(Result.MIGRATED, new_chat_id=-100777) if letter.chat_id == -101 else None
    await sent(organiser, audience="Wzgórze")
    await post.deliver()
    assert len(post.to(-100777, "sendMessage")) == 1
    report = post.to(organiser.id)[-1].words
    assert "dostarczono: 1" in report
    assert "pod nowym numerem: 1" in report


async def test_a_centre_reaches_only_its_own(
    organiser: Person, newcomer: Newcomer, post: PostOffice, database: Database
) -> None:
    own, other = await newcomer(follows="Seniorzy"), await newcomer("kozienice", follows="Seniorzy")
    theirs = await newcomer("kozienice", role=Role.ORGANISER)
    await claimed(theirs, -201, "Kozienicka", "Kozienice")
    await composed(organiser)
    await organiser.presses(f"ac:1:pick:{mark_of('community:1')}")  # by hand: no such choice here
    (draft,) = await drafts(database)
    assert draft.audiences == ["topic:seniors"]
    await organiser.presses("ac:1:now:")
    await organiser.taps("Wyślij")
    await post.deliver()
    assert len(post.to(own.id)) == 1
    assert post.to(other.id) == []
    assert post.to(-201) == []


async def test_an_estate_is_followed_and_left_under_its_message(
    organiser: Person, newcomer: Newcomer, post: PostOffice
) -> None:
    await claimed(organiser, -101, "Wzgórze: sąsiedzi")
    await organiser.taps("Osiedle")
    await organiser.says("Wzgórze")
    neighbour = await newcomer(follows="Wzgórze")
    for words in ("Pierwsze", "Drugie"):
        await organiser.says("/ogloszenie")
        await organiser.says(words)
        await organiser.taps("⬜ Wzgórze")
        await organiser.taps("Dalej")
        await organiser.taps("Od razu")
        await organiser.taps("Wyślij")
        await post.deliver()
        (letter, *_) = post.to(neighbour.id)
        (said,) = await neighbour.presses(letter.buttons[-1]["callback_data"])
        assert "więcej nie napiszę o: Wzgórze" in said
    assert len(post.to(neighbour.id)) == 1
