"""200 people want the same place at the same moment, from four processes: it is given once, and none is wasted."""

import pytest

from tests.places.race import CONTENDERS, Contest


@pytest.mark.timeout(400)
async def test_each_place_is_given_once_and_none_is_wasted(any_database_url: str) -> None:
    async with Contest(any_database_url) as contest:
        for seats in (1, 12, 20):
            tally = await contest.rounds(seats, 1)
            assert (tally.over_booked, tally.lost) == (0, 0), tally
            assert tally.answers == {"booked": seats, "places-full": CONTENDERS - seats}


@pytest.mark.timeout(400)
async def test_without_the_lock_places_are_given_twice_or_wasted(any_database_url: str) -> None:
    """The negative control: if this one fails, the test above proves nothing."""
    async with Contest(any_database_url, unlocked=True) as contest:
        tally = await contest.rounds(12, 2)
    assert tally.over_booked + tally.lost > 0, tally
