"""What a shift is about, guessed from its words; the preview shows the guess and one tap turns it."""

from typing import Final

from bot.volunteering.words import Interest

_STEMS: Final = {
    Interest.CHILDREN: "korepet świetlic lekcj dzieci dzieck zabaw przedszkol szkoł półkoloni koloni odrabian "
    "дітьм діте дітей уроки школ дитяч репетит child kid school homework tutor playroom",
    Interest.SENIORS: "senior starsz samotn hospicj dps людей похил літн elderly older lonely hospice",
    Interest.EVENTS: "piknik festyn imprez bieg koncert wydarze scen kiermasz jarmark paczk zbiórk "
    "свято концерт пікнік ярмар event picnic concert run fair collection",
    Interest.HOME: "zakup napraw sprząt remont покупк ремонт прибиран shopping repair cleaning",
    Interest.NATURE: "zwierz schronisk drzew las ogród ogrod rzek sadzen тварин притул дерев animal shelter "
    "tree garden",
    Interest.OFFICE: "biur plakat ulot archiw komputer telefon офіс плакат комп'ютер office poster leaflet computer",
}
"""Beginnings of words, the first interest that has one wins: what may be work with children is taken for that."""


def interest_of(text: str) -> Interest:
    """The interest that the words of a shift speak of."""
    words = text.casefold().replace(",", " ").split()
    for interest, stems in _STEMS.items():
        if any(word.startswith(stem) for word in words for stem in stems.split()):
            return interest
    return Interest.OTHER
