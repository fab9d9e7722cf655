"""Giving back, booking and answering from four processes at once: the line loses nothing to anybody."""

from datetime import timedelta

import pytest

from tests.waiting.race import PROCESSES, Act, Crowd

SEATS, WAITS = 4, 12
HONEST = {"answered", "waiting-taken", "waiting-passed", "waiting-left"}


@pytest.mark.timeout(300)
async def test_what_is_given_back_goes_to_the_line_and_to_each_once(any_database_url: str) -> None:
    async with Crowd(any_database_url) as crowd:
        for _ in range(2):
            await _round(crowd)


async def _round(crowd: Crowd) -> None:
    booked = await crowd.full(SEATS, WAITS)
    line, outside = crowd.people[:WAITS], crowd.people[WAITS:-SEATS]
    cancels: list[Act] = [
        ["cancel", number, account] for number, (account, _) in zip(booked, crowd.people[-SEATS:], strict=True)
    ]
    books: list[Act] = [["book", crowd.slot, *person] for person in outside]
    done = await crowd.at_once(_mixed(cancels, books))
    assert {said for act, said in done if act[0] == "cancel"} == {"cancelled"}
    assert {said for act, said in done if act[0] == "book"} == {"places-full"}, "nobody is quicker than the line"
    assert await crowd.broken() == {}
    offers = await crowd.offers()
    assert [account for _, account in offers] == [account for account, _ in line[:SEATS]]

    says = ("take", "pass", "leave", "take")
    answers: list[Act] = [["answer", offer, who, said] for (offer, who), said in zip(offers, says, strict=True)]
    others: list[Act] = [["answer", offer, line[-1][0], "take"] for offer, _ in offers]
    joins: list[Act] = [["join", crowd.slot, *person] for person in outside[:8]]
    done = await crowd.at_once(_mixed([*answers, *answers], [*books[8:], *others, *joins]))
    assert {said for act, said in done if act in answers} == {"answered"}, "a second tap changes nothing"
    assert {said for act, said in done if act in others} == {"waiting-not-yours"}
    assert {said for act, said in done if act[0] == "book"} == {"places-full"}
    assert {said for act, said in done if act[0] == "join"} == {"joined"}
    assert await crowd.broken() == {}
    assert await crowd.seats() == {"booked": 2, "offered": 2}

    held = await crowd.offers()
    assert [account for _, account in held] == [account for account, _ in line[SEATS : SEATS + 2]]
    double: list[Act] = [["answer", offer, who, said] for offer, who in held for said in ("take", "pass")]
    done = await crowd.at_once(_mixed(double, books[8:]))
    for offer, _ in held:
        said = sorted(outcome for act, outcome in done if act[0] == "answer" and act[1] == offer)
        assert said in (["answered", "waiting-passed"], ["answered", "waiting-taken"])
    assert await crowd.broken() == {}

    crowd.now += timedelta(hours=24)
    late: list[Act] = [["answer", offer, who, "take"] for offer, who in await crowd.offers()]
    lapses: list[Act] = [["lapse", offer] for _, offer, *_ in late] * PROCESSES
    done = await crowd.at_once(_mixed(lapses, [*late, *books[8:]]))
    assert sum(int(said.split()[1]) for act, said in done if act[0] == "lapse") == len(late)
    assert {said for act, said in done if act[0] == "answer"} <= {"waiting-late"}
    assert await crowd.broken() == {}
    assert sum((await crowd.seats()).values()) == SEATS


@pytest.mark.timeout(300)
async def test_without_the_lock_the_line_loses_places(any_database_url: str) -> None:
    """The negative control: if this one fails, the test above proves nothing."""
    async with Crowd(any_database_url, unlocked=True) as crowd:
        seen = list[object]()
        for _ in range(3):
            booked = await crowd.full(SEATS, WAITS)
            holders = crowd.people[-SEATS:]
            cancels: list[Act] = [["cancel", n, account] for n, (account, _) in zip(booked, holders, strict=True)]
            seen += [said for _, said in await crowd.at_once(cancels) if said != "cancelled"]
            offers = await crowd.offers()
            doubles: list[Act] = [["answer", *offer, said] for said in ("take", "pass", "leave") for offer in offers]
            done = await crowd.at_once(doubles)
            agreed = {act[1] for act, said in done if said == "answered"}
            seen += [said for _, said in done if said not in HONEST]
            seen += [None] * (sum(said == "answered" for _, said in done) - len(agreed))
            seen += await crowd.broken()
    assert seen


def _mixed(some: list[Act], others: list[Act]) -> list[Act]:
    """Spread, so that every process has some of each."""
    acts = [*some, *others]
    return [acts[(number * 7) % len(acts)] for number in range(len(acts))] if len(acts) % 7 else acts[::-1]
