"""The pacer against a messenger that counts strictly, in a time that takes none."""

import asyncio
import random
from collections import deque
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import quantiles
from types import SimpleNamespace
from typing import Any

import pytest

from bot.outbox.pacer import OWN_PAGE, UNLIMITED, Pacer, PacerLimits, is_counted, messages_in
from bot.outbox.states import Priority
from tests.outbox.virtual_time import run

BULK, LIVE, PERSONAL = Priority.BULK, Priority.LIVE, Priority.PERSONAL


@dataclass
class Messenger:
    """Counts each request at some moment between its sending and its answer."""

    pacer: Pacer
    latency: float = 0.05
    seed: int = 1
    broken: int = 0
    arrived: list[tuple[int, str, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)
        self._windows: dict[Any, deque[float]] = {}

    async def send(self, chat: int, text: str, priority: Priority = BULK, messages: int = 1) -> None:
        loop = asyncio.get_running_loop()
        async with self.pacer.slot(chat, priority, messages):
            await asyncio.sleep(self._random.uniform(0, self.latency))
            now = loop.time()
            self._count("all", 1.0, 30, now, messages)
            self._count(chat, 1.0, 1, now, 1)
            if chat < 0:
                self._count(("minute", chat), 60.0, 20, now, messages)
            self.arrived.append((chat, text, now))
            await asyncio.sleep(self._random.uniform(0, self.latency))

    def _count(self, key: Any, length: float, most: int, now: float, messages: int) -> None:
        window = self._windows.setdefault(key, deque())
        while window and window[0] + length <= now:
            window.popleft()
        self.broken += len(window) + messages > most
        window.extend([now] * messages)

    def texts(self, chat: int) -> list[str]:
        return [text for where, text, _ in self.arrived if where == chat]


def test_no_order_of_arrival_breaks_a_limit() -> None:
    async def scene() -> Messenger:
        messenger = Messenger(Pacer(), latency=0.2)
        chats = [*range(1, 200), *([-1] * 45), *([-2] * 30), *([5] * 8)]
        random.Random(3).shuffle(chats)
        await asyncio.gather(*(messenger.send(chat, str(i)) for i, chat in enumerate(chats)))
        for chat in (-1, -2, 5):
            assert messenger.texts(chat) == [str(i) for i, where in enumerate(chats) if where == chat]
        return messenger

    messenger = run(scene())
    assert messenger.broken == 0
    assert len(messenger.arrived) == 282


def test_it_loses_hardly_any_time() -> None:
    async def scene() -> float:
        messenger = Messenger(Pacer(), latency=0.003)
        await asyncio.gather(*(messenger.send(chat, "") for chat in range(1, 901)))
        assert messenger.broken == 0
        return asyncio.get_running_loop().time()

    assert 29.9 <= run(scene()) <= 30.0 / 0.98


def test_a_group_takes_twenty_a_minute_and_nobody_waits_for_it() -> None:
    async def scene() -> None:
        messenger = Messenger(Pacer(), latency=0.01)
        group = [asyncio.create_task(messenger.send(-7, str(i))) for i in range(45)]
        for chat in range(1, 31):
            await messenger.send(chat, "private")
        assert asyncio.get_running_loop().time() < 3
        await asyncio.gather(*group)
        assert messenger.broken == 0
        assert 120 <= asyncio.get_running_loop().time() <= 126

    run(scene())


def test_a_live_answer_is_hardly_held_up_by_bulk() -> None:
    async def scene() -> list[float]:
        loop = asyncio.get_running_loop()
        messenger = Messenger(Pacer(), latency=0.02)
        bulk = [asyncio.create_task(messenger.send(chat, "")) for chat in range(1, 601)]
        took = []
        for i in range(50):
            await asyncio.sleep(0.25)
            began = loop.time()
            await messenger.send(10_000 + i, "answer", LIVE)
            took.append(loop.time() - began)
        assert not all(task.done() for task in bulk)
        await asyncio.gather(*bulk)
        assert messenger.broken == 0
        return took

    assert quantiles(run(scene()), n=20)[-1] < 0.1


def test_bulk_is_spaced_evenly() -> None:
    async def scene() -> list[float]:
        messenger = Messenger(Pacer(), latency=0.0)
        await asyncio.gather(*(messenger.send(chat, "") for chat in range(1, 61)))
        times = [at for _, _, at in messenger.arrived]
        return [later - earlier for earlier, later in pairwise(times)]

    assert run(scene()) == pytest.approx([1 / 30] * 59, abs=1e-6)


def test_a_429_holds_only_its_chat() -> None:
    async def scene() -> None:
        loop = asyncio.get_running_loop()
        pacer = Pacer()
        messenger = Messenger(pacer, latency=0.0)
        pacer.hold(-1, 35.0)
        held = asyncio.create_task(messenger.send(-1, "held"))
        await messenger.send(2, "free")
        assert loop.time() < 0.1
        await held
        assert loop.time() == pytest.approx(35.0)

    run(scene())


@pytest.mark.parametrize(("chat", "priority", "seconds"), [(5, BULK, 1), (-5, BULK, 60), (-5, PERSONAL, 60)])
def test_after_a_restart_the_windows_count_as_full(chat: int, priority: Priority, seconds: float) -> None:
    async def scene() -> None:
        await Messenger(Pacer(windows_full=True), latency=0.0).send(chat, "", priority)
        assert asyncio.get_running_loop().time() == pytest.approx(seconds)

    run(scene())


@pytest.mark.parametrize("chat", [5, -5])
def test_after_a_restart_who_asks_is_answered(chat: int) -> None:
    async def scene() -> None:
        await Messenger(Pacer(windows_full=True), latency=0.0).send(chat, "", LIVE)
        assert asyncio.get_running_loop().time() < 0.1

    run(scene())


def test_an_album_counts_as_its_pictures() -> None:
    async def scene() -> None:
        messenger = Messenger(Pacer(), latency=0.0)
        sends = [messenger.send(chat, "", BULK, 10) for chat in range(1, 7)]
        await asyncio.gather(*sends, messenger.send(-1, "", BULK, 10), messenger.send(-1, "", BULK, 10))
        assert messenger.broken == 0
        assert 1.9 < asyncio.get_running_loop().time() < 3.1

    run(scene())


def test_who_gives_up_waiting_blocks_nobody() -> None:
    async def scene() -> None:
        messenger = Messenger(Pacer(), latency=0.0)
        await messenger.send(1, "first")
        waiting = asyncio.create_task(messenger.send(1, "given up"))
        behind = asyncio.create_task(messenger.send(1, "behind"))
        await asyncio.sleep(0.1)
        waiting.cancel()
        await behind
        assert messenger.texts(1) == ["first", "behind"]
        assert asyncio.get_running_loop().time() == pytest.approx(1.0)

    run(scene())


def test_an_unused_slot_is_free_again_at_once() -> None:
    async def scene() -> None:
        pacer = Pacer()
        async with pacer.slot(1, BULK) as slot:
            slot.unused()
        async with pacer.slot(1, BULK):
            assert asyncio.get_running_loop().time() < 0.1

    run(scene())


def test_many_chats_are_forgotten_when_their_windows_are_empty() -> None:
    async def scene() -> None:
        pacer = Pacer(PacerLimits(per_second=10_000))
        messenger = Messenger(pacer, latency=0.0)
        for hundred in range(0, 12_000, 100):
            await asyncio.gather(*(messenger.send(hundred + i + 1, "", LIVE) for i in range(100)))
            await asyncio.sleep(0.1)
        assert len(pacer._chats) < 6000

    run(scene())


def test_a_server_without_limits_need_not_slow_answers_down_until_it_proves_to_have_them() -> None:
    async def scene() -> None:
        loop = asyncio.get_running_loop()
        pacer = Pacer(live_always_waits=False)
        messenger = Messenger(pacer, latency=0.0)
        await asyncio.gather(*(messenger.send(1, "", LIVE) for _ in range(100)))
        assert loop.time() == 0
        await asyncio.sleep(1)
        pacer.hold(2, 1.0)
        await asyncio.gather(*(messenger.send(1, "", LIVE) for _ in range(3)))
        assert loop.time() == pytest.approx(3.0)
        await asyncio.sleep(61)
        await messenger.send(3, "")
        await asyncio.gather(*(messenger.send(1, "", LIVE) for _ in range(3)))
        assert loop.time() == pytest.approx(66.0)

    run(scene())


def test_on_our_own_page_answers_never_wait_and_what_is_owed_is_only_spaced() -> None:
    async def scene() -> None:
        loop = asyncio.get_running_loop()
        messenger = Messenger(Pacer(OWN_PAGE), latency=0.0)
        owed = [asyncio.create_task(messenger.send(-1, "", BULK, 2)) for _ in range(45)]
        await asyncio.sleep(0)
        messenger.pacer.hold(1, 60.0)
        await asyncio.gather(*(messenger.send(1, "", LIVE) for _ in range(500)))
        assert loop.time() == 0
        await asyncio.gather(*owed)
        assert loop.time() == pytest.approx(44 * 2 / 30)

    run(scene())


def test_without_limits_nothing_waits() -> None:
    async def scene() -> None:
        messenger = Messenger(Pacer(UNLIMITED), latency=0.0)
        await asyncio.gather(*(messenger.send(1, "") for _ in range(500)))
        assert asyncio.get_running_loop().time() == 0

    run(scene())


def test_who_takes_over_later_fills_the_windows_then() -> None:
    async def scene() -> None:
        messenger = Messenger(Pacer(), latency=0.0)
        await asyncio.sleep(100)
        messenger.pacer.fill()
        await asyncio.gather(messenger.send(5, ""), messenger.send(-5, ""))
        assert [at for _, _, at in messenger.arrived] == pytest.approx([101, 160])

    run(scene())


def test_windows_are_full_from_the_start_and_not_from_the_first_message() -> None:
    async def scene() -> None:
        messenger = Messenger(Pacer(windows_full=True), latency=0.0)
        await asyncio.sleep(100)
        await messenger.send(-5, "")
        assert asyncio.get_running_loop().time() == pytest.approx(100)

    run(scene())


@pytest.mark.parametrize(
    ("method", "counted"),
    [
        ("sendMessage", True),
        ("copyMessages", True),
        ("forwardMessage", True),
        ("editMessageText", True),
        ("createForumTopic", True),
        ("sendChatAction", False),
        ("answerCallbackQuery", False),
        ("getUpdates", False),
        ("deleteMessage", False),
    ],
)
def test_what_counts(method: str, counted: bool) -> None:
    assert is_counted(method) is counted


def test_how_many_messages_a_call_makes() -> None:
    assert messages_in({"text": "a"}) == messages_in({"media": "file-id"}) == messages_in(None) == 1
    assert messages_in({"media": [{}, {}, {}]}) == messages_in(SimpleNamespace(message_ids=[1, 2, 3])) == 3


def test_among_equals_groups_go_first() -> None:
    """Else a group's next message would stand behind all private ones each time."""

    async def scene() -> None:
        messenger = Messenger(Pacer(), latency=0.0)
        private = [asyncio.create_task(messenger.send(chat, "")) for chat in range(1, 301)]
        await asyncio.sleep(0)
        for turn in range(5):
            await messenger.send(-1, str(turn))
        assert asyncio.get_running_loop().time() < 5
        await asyncio.gather(*private)
        assert messenger.broken == 0

    run(scene())
