"""Staff need not read somebody for a while; who is in danger is always read."""

from bot.clock import SteppedClock
from bot.storage.tables import Role
from tests.desk_chat.conftest import Desk, InRoom, Newcomer, Somebody


async def test_a_block_needs_a_reason_ends_by_itself_and_can_be_lifted(
    talking: Somebody, clerk: InRoom, desk: Desk, clock: SteppedClock
) -> None:
    (asked,) = await clerk.writes("/zablokuj")
    assert "powód" in asked
    (done,) = await clerk.writes("/zablokuj grozi pracownikom")
    assert "Zablokowano do" in done
    (said,) = await talking.says("ще одне слово")
    assert "не читають" in said
    assert "погрожує" not in said
    assert "grozi" not in said
    kept = len(await desk.messages("resident"))
    (lifted,) = await clerk.writes("/odblokuj")
    assert "Odblokowano" in lifted
    await talking.says("дякую")
    assert len(await desk.messages("resident")) == kept + 1
    await clerk.writes("/zablokuj grozi pracownikom")
    clock.forward(days=7, seconds=1)
    await talking.says("добрий день")
    assert len(await desk.messages("resident")) == kept + 2


async def test_danger_is_never_blocked(talking: Somebody, clerk: InRoom, desk: Desk) -> None:
    await clerk.writes("/zablokuj wulgarne wiadomości")
    shown = await talking.says("він мене б'є, допоможіть")
    assert any("112" in text for text in shown)
    await talking.presses("dt:1")
    await talking.presses("dy:0:1")
    assert (await desk.talk()).in_danger


async def test_only_staff_of_the_centre_block_and_never_a_colleague(
    talking: Somebody, clerk: InRoom, desk: Desk, newcomer: Newcomer
) -> None:
    for outsider in (await newcomer(), await newcomer(Role.CLERK, of="dobczyce"), await newcomer(Role.VOLUNTEER)):
        await InRoom(outsider, desk).writes("/zablokuj bo tak")
    kept = len(await desk.messages("resident"))
    await talking.says("чи є хтось?")
    assert len(await desk.messages("resident")) == kept + 1
