"""200 people want the same place at the same moment, from four processes: it is given once, and none is wasted."""

from tests.places.race import CONTENDERS, Contest


async def test_each_place_is_given_once_and_none_is_wasted(any_database_url: str) -> None:
    async with Contest(any_database_url) as contest:
        for seats in (1, 12, 20):
            tally = await contest.rounds(seats, 2)
            assert (tally.over_booked, tally.lost) == (0, 0), tally
            assert tally.answers == {"booked": 2 * seats, "places-full": 2 * (CONTENDERS - seats)}
