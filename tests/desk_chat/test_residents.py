"""A resident's side: what is passed on and agreed to, silence, the truth about time, the end and the way back."""

from datetime import timedelta

from bot.clock import SteppedClock
from bot.storage.tables import Conversation
from tests.desk_chat.conftest import ROOM, Desk, InRoom, Newcomer, Somebody


async def test_nothing_is_offered_where_nobody_reads(newcomer: Newcomer) -> None:
    person = await newcomer()
    [shown] = await person.presses("h")
    assert "nikt z Centrum teraz nie czyta" in shown
    assert not any("pracownika" in words for words in person.buttons)


async def test_what_is_passed_on_is_shown_first_and_agreed_to_by_one_tap(resident: Somebody, desk: Desk) -> None:
    await resident.says("чи можна отримати щось дуже особливе зовсім інше")
    await resident.says("хочу поговорити з людиною")
    assert "Написати працівнику" in resident.buttons[0]
    [consent] = await resident.taps("Написати працівнику")
    assert "чи можна отримати щось дуже особливе" in consent
    assert "PESEL" in consent
    assert "112" in consent
    assert await desk.round() == []
    [begun] = await resident.taps("Так, передайте")
    assert "Номер розмови: 1" in begun
    assert "Місце в черзі: 1" in begun
    assert "відчинено" in begun
    sent = await desk.round()
    methods = [method for _, method, _ in sent]
    assert methods[:2] == ["createForumTopic", "sendMessage"]
    assert sent[0][2]["name"].startswith("1 · uk")
    assert "чи можна отримати" in sent[1][2]["text"]
    assert sent[1][0] == ROOM


async def test_the_question_can_be_left_out(resident: Somebody, desk: Desk) -> None:
    await resident.says("чи можна отримати щось дуже особливе зовсім інше")
    await resident.presses("dt:0")
    await resident.taps("без того")
    assert (await desk.talk()).about is None


async def test_the_bot_is_silent_and_everything_reaches_staff(talking: Somebody, desk: Desk) -> None:
    assert await talking.says("скільки коштує?") == []
    assert await talking.says("і ще одне", message_id=9001) == []
    photo = [{"file_id": "f1", "file_unique_id": "u1", "width": 9, "height": 9, "file_size": 100}]
    assert await talking.sends(photo=photo, caption="ось", media_group_id="g") == []
    voice = {"file_id": "v1", "file_unique_id": "v", "duration": 3}
    assert await talking.sends(voice=voice) == []
    desk.postman.clock.forward(seconds=4)
    sent = await desk.round()
    assert [method for _, method, _ in sent] == ["sendMessage", "sendPhoto", "sendVoice"]
    assert "скільки коштує?\nі ще одне" in sent[0][2]["text"]
    assert await talking.edits(9001, "і ще два") == []
    [(_, method, arguments)] = await desk.round()
    assert method == "editMessageText"
    assert "і ще два" in arguments["text"]
    assert "і ще одне" in arguments["text"]


async def test_what_cannot_be_passed_on_is_said(talking: Somebody, desk: Desk) -> None:
    sticker = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}
    [said] = await talking.sends(sticker=sticker | {"is_animated": False, "is_video": False})
    assert "не вмію передати" in said
    assert await talking.sends(pinned_message={"message_id": 1, "date": 1, "chat": talking.chat}) == []
    assert await desk.messages("resident") == []


async def test_one_true_line_on_saturday(resident: Somebody, desk: Desk, clock: SteppedClock) -> None:
    clock.forward(days=5)  # Saturday, 10:00
    await resident.presses("dt:0")
    [begun] = await resident.presses("dy:0:0")
    assert "з понеділка, 7:30" in begun
    assert "приклад" in begun
    assert await resident.says("алло?") == []  # it was said a moment ago
    clock.forward(hours=2)
    assert await resident.says("є хтось?") == []
    clock.forward(days=1, hours=22)  # Monday, 10:00
    [line] = await resident.says("алло?")
    assert "зараз відчинено" in line
    assert "Місце в черзі: 1" in line
    assert await resident.says("алло??") == []


async def test_friday_evening_changes_what_is_true(talking: Somebody, clock: SteppedClock) -> None:
    clock.forward(hours=8)  # Monday, 18:00
    [line] = await talking.says("я тут")
    assert "завтра з 7:30" in line
    [state] = await talking.presses("ds")
    assert "завтра з 7:30" in state


async def test_commands_buttons_and_cancelling_still_work(talking: Somebody, desk: Desk) -> None:
    assert "Okienk" in (await talking.says("/pomoc"))[0]
    assert await talking.presses("m")
    [own] = await talking.says("скасувати візит")
    assert "Номер розмови" not in own
    assert [one.content["text"] for one in await desk.messages("resident") if one.content] == ["скасувати візит"]


async def test_danger_inside_a_conversation_comes_first(talking: Somebody, desk: Desk) -> None:
    said = await talking.says("він мене б'є, я боюся за життя")
    assert "112" in said[0]
    talk = await desk.talk()
    assert talk.in_danger
    assert [one.content["text"] for one in await desk.messages("resident") if one.content] == [
        "він мене б'є, я боюся за життя"
    ]


async def test_somebody_reads_only_while_the_desk_is_open(resident: Somebody, clock: SteppedClock) -> None:
    [open_now, *_] = await resident.says("чоловік мене б'є")
    assert "ніхто з Центру" not in open_now
    assert resident.screen
    assert resident.screen.reply_markup
    clock.forward(hours=10)
    [closed, *_] = await resident.says("чоловік мене б'є")
    assert open_now != closed
    assert "ніхто з Центру" in closed


async def test_end_and_back_again(talking: Somebody, desk: Desk, clock: SteppedClock) -> None:
    [asked] = await talking.says("закінчити розмову")
    assert "Закінчити" in asked
    [ended] = await talking.taps("Закінчити")
    assert "закінчено" in ended
    assert any("zakończyła rozmowę" in str(call) for *_, call in await desk.round())
    assert await talking.says("хто ремонтує крани?")  # the bot answers again
    [back] = await talking.presses(f"dw:reopen:{(await desk.talk()).id}")
    assert "Розмова № 1" in back
    assert await talking.says("ще одне") == []
    await talking.says("/koniec")
    clock.forward(days=9)
    refused = await talking.presses(f"dw:reopen:{(await desk.talk()).id}")
    assert refused == []
    assert (await desk.talk()).state == "closed"


async def test_nobody_ends_reopens_or_rates_for_somebody_else(
    talking: Somebody, newcomer: Newcomer, desk: Desk, clerk: InRoom
) -> None:
    stranger = await newcomer()
    number = (await desk.talk()).id
    await stranger.presses(f"de:{number}")
    assert (await desk.talk()).state == "waiting"
    await clerk.works("close-law")
    assert (await desk.talk()).state == "closed"
    await stranger.presses(f"dw:rate-5:{number}")
    await stranger.presses(f"dw:reopen:{number}")
    await stranger.presses(f"dw:take:{number}")
    talk = await desk.talk()
    assert (talk.state, talk.rating) == ("closed", None)
    await talking.presses(f"dw:rate-4:{number}")
    await talking.presses(f"dw:rate-1:{number}")
    assert (await desk.talk()).rating == 4


async def test_no_rating_is_asked_after_danger(talking: Somebody, desk: Desk, clerk: InRoom) -> None:
    await talking.says("хочу померти")
    await clerk.works("close-other")
    told = [call for chat, _, call in await desk.round() if chat == talking.id]
    assert told
    assert "⭐" not in str(told)
    await talking.presses(f"dw:rate-5:{(await desk.talk()).id}")
    assert (await desk.talk()).rating is None


async def test_a_double_tap_is_one_conversation(resident: Somebody, desk: Desk) -> None:
    await resident.presses("dy:0:0")
    await resident.presses("dy:0:0")
    talk = await desk.talk()
    assert talk.number == 1
    assert timedelta() == talk.opened_at - (talk.waiting_since or talk.opened_at)


async def test_only_one_conversation_is_open_at_a_time(talking: Somebody, desk: Desk) -> None:
    first = (await desk.talk()).id
    await talking.says("/koniec")
    await talking.presses("dy:0:0")
    [shown] = await talking.presses(f"dw:reopen:{first}")
    assert "Розмова № 2" in shown
    async with desk.database.session() as session:
        old = await session.get_one(Conversation, first)
    assert old.state == "closed"
