"""Two small made-up centres, as files."""

from pathlib import Path

_HEAD = """\
organization:
  id: {id}
  name: CUS {id}
  city: {{pl: {city}}}
  city_locative: {city}
  description: {{pl: Centrum}}
  locations: [dom]
  schedules:
    - {{byday: [MO, TU], opens_at: "7:30", closes_at: "15:30"}}
sources:
  - {{id: "1", title: Uchwała, date: 2026-01-02}}
locations:
  - {{id: dom, name: {{pl: Dom}}, city: {city}}}
fees:
  - {{id: grosz, sentence: {{pl: Tanio}}, source: "1", assured_on: 2026-01-02}}
services:
"""
_SERVICE = """\
  - id: {id}
    kind: service
    official_name: {name}
    name: {{pl: {name}}}
    alternate_names: {{pl: [{others}]}}
    needs:
      pl: [{pl}]
      uk: [{uk}]
      en: [{en}]
    topics: [home]
    description: {{pl: Opis}}
    status: active
    source: "1"
    assured_on: 2026-01-02
"""
HANDYMAN = {
    "id": "zlota-raczka",
    "name": "Złota Rączka",
    "others": "majster, hydraulik, drobne naprawy",
    "pl": "cieknący kran, zepsuta spłuczka, urwana klamka, wymiana żarówki pod sufitem",
    "uk": "тече кран, зламаний замок",
    "en": "dripping tap, blocked sink",
}
TAXI = {
    "id": "taksowka",
    "name": "Taksówka dla seniora",
    "others": "podwózka, transport",
    "pl": "dojazd do lekarza, nie dojdę na przystanek, dowóz na rehabilitację",
    "uk": "доїхати до лікаря",
    "en": "ride to the doctor",
}
HAIRDRESSER = {
    "id": "fryzjer",
    "name": "Fryzjer w domu",
    "others": "strzyżenie, golenie",
    "pl": "ostrzyc leżącą mamę, obciąć włosy choremu",
    "uk": "підстригти бабусю",
    "en": "haircut at home",
}
CLUB = {
    "id": "klub-mam",
    "name": "Klub Mam",
    "others": "spotkania matek",
    "pl": "z niemowlakiem wśród ludzi, pogadać przy kawie",
    "uk": "познайомитися з мамами",
    "en": "meet other mothers",
}
BLOOD = {
    "id": "krwiodawstwo",
    "name": "Honorowe krwiodawstwo",
    "others": "oddawanie krwi",
    "pl": "oddać krew, zostać dawcą",
    "uk": "здати кров",
    "en": "give blood",
}


def centre_text(id: str, city: str, *services: dict[str, str]) -> str:
    return _HEAD.format(id=id, city=city) + "".join(_SERVICE.format(**service) for service in services)


def write_towns(data: Path) -> Path:
    """A data folder with the towns of Brzeg (four services) and Nysa (two)."""
    (data / "centres").mkdir(parents=True)
    (data / "centres/brzeg.yaml").write_text(centre_text("brzeg", "Brzeg", HANDYMAN, TAXI, HAIRDRESSER, CLUB), "utf-8")
    (data / "centres/nysa.yaml").write_text(centre_text("nysa", "Nysa", TAXI, BLOOD), "utf-8")
    return data
