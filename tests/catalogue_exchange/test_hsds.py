"""HSDS 3.1 out and in: valid by the standard, back without loss, foreign files as far as they go."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.hsds import STATUSES, export
from bot.catalogue.hsds_reading import read_hsds
from bot.catalogue.loading import load
from bot.catalogue.model import Centre, Status, Topic
from bot.errors import DataError
from tests.catalogue_exchange.full_centre import full_centre
from tests.catalogue_exchange.hsds_schema import example, needs_the_standard, schema

SHIPPED = Path(__file__).parents[2] / "data"


def written(*centres: Centre) -> bytes:
    return json.dumps(export(centres)).encode()


def centres() -> list[Centre]:
    return [*load(SHIPPED), full_centre()]


@needs_the_standard
def test_what_we_write_is_valid() -> None:
    organization, service = schema("organization"), schema("service")
    page = export(centres())
    assert len(page["contents"]) == page["total_items"] == 5
    for each in page["contents"]:
        assert organization(each) == []
        assert [problem for one in each["services"] for problem in service(one)] == []


@needs_the_standard
def test_the_schema_would_find_a_mistake() -> None:
    """Else the test above would say nothing: references and formats are followed."""
    service = export([full_centre()])["contents"][0]["services"][0]
    service["phones"][0]["id"] = "not a uuid"
    service["service_at_locations"][0]["location"]["addresses"][0].pop("postal_code")
    assert len(schema("service")(service)) == 2


def test_ids_are_the_same_in_every_export_and_one_for_each_card() -> None:
    page = export(centres())
    assert page == export(centres())
    cards = [service["id"] for each in page["contents"] for service in each["services"]]
    assert len(set(cards)) == len(cards) == 94


@pytest.mark.parametrize("id", ["dobczyce", "koszalin", "kozienice", "starachowice", "brzeg"])
def test_a_centre_comes_back_equal(id: str) -> None:
    """Out of a file with all of them, into an installation that knows it, and into one that does not."""
    data = written(*centres())
    centre = next(each for each in centres() if each.organization.id == id)
    for present in (centre, None):
        reading = read_hsds(data, id, present, shown_as="out.json")
        assert reading.centre == centre
        assert (reading.not_kept, reading.remarks) == ((), ())


def test_who_edits_the_standards_fields_is_heard() -> None:
    page = export([full_centre()])
    service = page["contents"][0]["services"][0]
    service |= {"status": "active", "fees_description": "Bez opłat", "name": "Naprawy", "wait_time": "3 dni"}
    reading = read_hsds(json.dumps(page).encode(), "brzeg", full_centre(), shown_as="out.json")
    card = reading.centre.services[0]
    assert (card.status, card.name.pl, card.name.uk) == (Status.ACTIVE, "Naprawy", "Drobne naprawy (uk)")
    assert card.fees_description is not None
    assert card.fees_description.pl == "Bez opłat"
    assert reading.not_kept == ("service: wait_time",)


def test_a_card_that_the_file_lacks_is_gone() -> None:
    page = export([full_centre()])
    del page["contents"][0]["services"][0]
    reading = read_hsds(json.dumps(page).encode(), "brzeg", full_centre(), shown_as="out.json")
    assert [card.id for card in reading.centre.services] == ["biuro"]


def test_every_status_has_its_word_and_finds_back() -> None:
    assert set(STATUSES) == set(Status)


@needs_the_standard
@pytest.mark.parametrize(
    "name",
    [
        "organization_full",
        "service_full",
        "service_at_location_full",
        "service_at_location_list",
        "service_list",
        "tabular",
    ],
)
def test_the_official_examples_come_in(name: str) -> None:
    reading = read_hsds(example(name), "mycity", None, shown_as=name)
    (card,) = reading.centre.services
    assert (card.id, card.name.pl, card.status) == ("community-counselling", "Community Counselling", Status.ACTIVE)
    assert card.assured_on == date(2005, 1, 1)
    assert card.alternate_names.pl == ("MyCity Counselling Services",)
    assert (card.minimum_age, card.maximum_age) == (12, 100)
    assert (card.email, card.url) == ("email@example.com", "http://example.com/counselling")
    assert card.eligibility
    assert card.application_process
    assert card.alert
    assert card.fees_description
    assert reading.centre.organization.name == "Example Organization Inc."


@needs_the_standard
@pytest.mark.parametrize("name", ["organization_full", "service_full", "service_at_location_full", "tabular"])
def test_nothing_that_the_model_has_a_place_for_is_lost(name: str) -> None:
    reading = read_hsds(example(name), "mycity", None, shown_as=name)
    (card,) = reading.centre.services
    assert [phone.number for phone in card.phones] == ["+44 1234 234567"]
    (hours,) = card.schedules
    assert (hours.byday, hours.opens_at.hour, hours.closes_at.hour) == (("TH", "FR"), 10, 18)
    assert (hours.valid_from, hours.valid_to) == (date(2005, 1, 1), date(2005, 1, 1))
    assert card.fees_description
    assert "Under 18s and Over 60s: 35 GBP per 1 hour session" in card.fees_description.pl
    assert len(card.required_documents) == 1
    (place,) = reading.centre.locations
    assert card.locations == (place.id,)
    assert (place.name.pl, place.city) == ("MyCity Civic Center", "MyCity")
    assert place.address == "1-30 Main Street, MyVillage, ABC 1234"
    assert place.accessibility
    assert "T-coil" in place.accessibility.pl
    assert place.transportation


@needs_the_standard
def test_what_cannot_be_kept_is_listed() -> None:
    reading = read_hsds(example("organization_full"), "mycity", None, shown_as="x")
    listed = {
        f"{owner}.{field}"
        for line in reading.not_kept
        for owner, _, fields in [line.partition(": ")]
        for field in fields.split(", ")
    }
    assert listed >= {
        "organization.contacts",
        "organization.logo",
        "organization.locations.latitude",  # 100 is not in Poland
        "service.accreditations",
        "service.languages",
        "service.funding",
        "service.metadata",
        "service.phones.extension",
        "service.schedules.count",
        "service.service_areas",
    }
    assert any("not for every week" in remark for remark in reading.remarks)


@needs_the_standard
@pytest.mark.parametrize("name", ["base", "location", "organization_list", "taxonomy", "taxonomy_term_list"])
def test_a_file_without_services_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(DataError, match="there is no service in this file"):
        read_hsds(example(name), "mycity", None, shown_as=name)


@needs_the_standard
def test_a_provider_is_added_to_a_centre_and_touches_nothing_of_it() -> None:
    before = full_centre()
    once = read_hsds(example("organization_full"), "brzeg", before, shown_as="x", topic=Topic.HEALTH).centre
    assert once.services[:2] == before.services
    assert once.organization == before.organization
    card = once.services[2]
    assert card.id == "example-organiza-community-counselling"
    assert card.topics == (Topic.HEALTH,)
    assert card.more
    assert card.more.pl.startswith("Example Organization Inc.")  # nobody takes a provider for the centre
    assert len(f"k-brzeg__{card.id}") <= 64
    again = read_hsds(example("organization_full"), "brzeg", once, shown_as="x", topic=Topic.HEALTH).centre
    assert again == once


def service(**fields: object) -> dict[str, object]:
    return {"id": "1", "name": "Porady", "status": "active", "assured_date": "2026-01-02", **fields}


def read_one(*services: dict[str, object]) -> Any:
    organization = {"id": "o", "name": "Fundacja", "description": "Pomoc", "services": list(services)}
    return read_hsds(json.dumps(organization).encode(), "brzeg", full_centre(), shown_as="in.json")


def test_who_does_not_pay_becomes_rows_and_prices_a_sentence() -> None:
    costs = [
        {"id": "1", "option": "Dzieci", "amount": 0, "currency": "pln"},
        {"id": "2", "option": "Pozostali", "amount": 12.5, "currency": "pln", "amount_description": "za godzinę"},
    ]
    reading = read_one(service(cost_options=costs))
    card = reading.centre.services[-1]
    fee = next(fee for fee in reading.centre.fees if fee.id == card.fee)
    assert [row.option.pl for row in fee.exemptions] == ["Dzieci"]
    assert fee.sentence.pl == "Pozostali: 12.5 PLN za godzinę"


@pytest.mark.parametrize(
    "schedule",
    [
        {"byday": "1MO", "freq": "MONTHLY", "opens_at": "10:00", "closes_at": "11:00"},
        {"byday": "MO", "opens_at": "22:00", "closes_at": "06:00"},
        {"byday": "MO", "opens_at": "10:00+01:00", "closes_at": "11:00+01:00"},
        {"byday": "MO"},
        {"bymonthday": "1"},
    ],
)
def test_hours_that_are_not_weekly_ones_are_listed_not_bent(schedule: dict[str, str]) -> None:
    reading = read_one(service(schedules=[{"id": "1", **schedule}]))
    assert reading.centre.services[-1].schedules == ()
    assert [line.split(":")[0] for line in reading.not_kept] == ["service.schedules"]


def test_a_number_that_cannot_be_dialled_is_listed() -> None:
    reading = read_one(service(phones=[{"id": "1", "number": "zapytaj"}, {"id": "2", "number": "77/400-10-10"}]))
    assert [phone.number for phone in reading.centre.services[-1].phones] == ["77 400 10 10"]
    assert reading.not_kept == ("service.phones: number",)


def test_facts_without_a_date_are_asked_for() -> None:
    organization = {"id": "o", "name": "F", "services": [service(assured_date=None), service(assured_date="soon")]}
    data = json.dumps(organization).encode()
    with pytest.raises(DataError) as refused:
        read_hsds(data, "brzeg", full_centre(), shown_as="in.json")
    assert len(refused.value.problems) == 2
    assert "--assured-on" in refused.value.problems[0]
    reading = read_hsds(data, "brzeg", full_centre(), shown_as="in.json", assured_on=date(2026, 5, 1))
    assert {card.assured_on for card in reading.centre.services[2:]} == {date(2026, 5, 1)}


def test_two_of_one_name_are_two_cards() -> None:
    reading = read_one(service(), service(id="2"), service(id="3", name="Житло"))
    ids = [card.id for card in reading.centre.services[2:]]
    assert ids[:2] == ["fundacja-porady", "fundacja-porady-2"]
    assert len(set(ids)) == 3


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{", "line 1: this is not JSON"),
        (b"\xff", "not a UTF-8 text"),
        (b"[" * 200_000, "nested too deep"),
        (b"7", "no service"),
        (b"[[[]]]", "no service"),
        (b'{"contents": 7}', "no service"),
        (b'{"services": [7]}', "no service"),
        (b'{"name": 7, "status": "active", "assured_date": "2026-01-02"}', "name"),
        (b'{"name": "a", "status": 7, "minimum_age": NaN, "phones": 7, "attributes": 7}', "assured_date"),
        (b'{"name": "a", "services": [{"name": "b", "status": "active"}], "attributes": [{"label": "okienko:id", '
         b'"value": "brzeg"}, {"label": "okienko:fee", "value": "{}"}]}', "note of ours"),
        (b'{"name": "a", "services": [{"name": "b", "status": "active"}], "attributes": [{"label": "okienko:id", '
         b'"value": "nysa"}]}', 'has nysa, but no centre "brzeg"'),
    ],
)  # fmt: skip
def test_a_broken_file_is_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(DataError) as refused:
        read_hsds(data, "brzeg", full_centre(), shown_as="in.json")
    assert sentence in str(refused.value)
