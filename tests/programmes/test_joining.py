"""Joining by one tap, one meeting left out, leaving, the line: through the chat."""

from tests.conversations.people import Person
from tests.programmes.conftest import CLUB, House


async def test_one_tap_books_all_meetings(house: House, resident: Person) -> None:
    number = await house.opens(CLUB)
    (listed,) = (await resident.says("/zajecia"))[:1]
    assert "Kozienice" in listed
    (shown,) = await resident.taps("Klub seniora")
    assert "4 spotkania" in shown
    (joined,) = await resident.taps("Zapisać na wszystkie")
    assert "wszystkie 4 spotkania" in joined
    assert await house.seats(number) == [1, 1, 1, 1]
    (again,) = await resident.presses(f"qi:{number}:0:")
    assert "Zapisane:" not in again
    assert await house.seats(number) == [1, 1, 1, 1]
