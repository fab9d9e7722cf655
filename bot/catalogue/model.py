"""The shape of a centre's catalogue: what `data/centres/*.yaml` may say.

The names follow Open Referral HSDS 3.1 (organization, service, location, phone, schedule,
cost_option, required_document); where HSDS has one language, a text here has up to three.
"Absent" always means "the source does not say": nothing is filled in by guess.
"""

import re
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator

Language = Literal["pl", "uk", "en"]
LANGUAGES: tuple[Language, ...] = ("pl", "uk", "en")


class Part(BaseModel):
    """Base of everything in a file: unknown keys are mistakes, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Text(Part):
    """A text for people. Polish is always there; a missing language falls back to Polish."""

    pl: str = Field(min_length=1)
    uk: str | None = Field(default=None, min_length=1)
    en: str | None = Field(default=None, min_length=1)

    def in_(self, language: str) -> str:
        """The text in a language, else in Polish."""
        return getattr(self, language, None) or self.pl


class Words(Part):
    """What people call a thing or say when they need it; for search, not for reading.

    Russian stands here beside the three languages of the screen, because people write it.
    """

    pl: tuple[str, ...] = ()
    uk: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        return self.pl + self.uk + self.en + self.ru


class Kind(StrEnum):
    """What sort of thing a card describes (column `kind` of the fixed ids)."""

    SERVICE = "service"
    ACTIVITY = "activity"
    POINT = "point"
    PLACE = "place"
    GROUP = "group"
    VOLUNTEERING = "volunteering"
    CIVIC = "civic"


class Status(StrEnum):
    """How things stand, as far as the source or the centre says; shown in words."""

    ACTIVE = "active"
    INTAKE_CLOSED = "intake closed"
    PLANNED = "planned"
    ENDED = "ended"
    UNCONFIRMED = "unconfirmed"


class Topic(StrEnum):
    """The shelves of the menu; a card stands on one or two."""

    HOME = "home"
    HEALTH = "health"
    FAMILY = "family"
    SENIORS = "seniors"
    MEETINGS = "meetings"
    WORK = "work"
    OFFICE = "office"
    NGO = "ngo"
    VOLUNTEERING = "volunteering"


def _phone(value: str) -> str:
    if not re.fullmatch(r"\+?[0-9][0-9 ]*[0-9]", value):
        raise ValueError(f'"{value}" is not a phone number: digits and spaces only')
    digits = value.replace(" ", "")
    if digits.startswith("+"):
        good = 9 <= len(digits) - 1 <= 15
    else:  # a Polish number has nine digits, an emergency or harmonised one three or six
        good = len(digits) == 9 or digits in {"112", "997", "998", "999"} or bool(re.fullmatch(r"116\d{3}", digits))
    if not good:
        raise ValueError(
            f'"{value}" is not a phone number: nine digits, a short number like 116 123, or + and country code'
        )
    return value


def _url(value: str) -> str:
    """Anything else ("javascript:", a bare word) would be a dead or a dangerous link on a card."""
    if not re.fullmatch(r"https?://[^\s/?#@<>\"]+\.[^\s/?#@<>\"]+([/?#][^\s<>\"]*)?", value, re.I):
        raise ValueError(f'"{value}" is not a web address: write it like https://example.org')
    return value


def _email(value: str) -> str:
    if not re.fullmatch(r"[^\s@<>\",;:]+@[^\s@<>\",;:]+\.[^\s@<>\",;:.]+", value):
        raise ValueError(f'"{value}" is not an e-mail address: write it like cus@example.org')
    return value


def _slug(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise ValueError(f'"{value}" is not an id: lower-case letters a–z, digits and single hyphens')
    return value


def _hour(value: object) -> object:
    """YAML 1.1 reads 7:30 as the number 450, so hours must be quoted strings."""
    if isinstance(value, time):
        return value
    if not isinstance(value, str) or not (match := re.fullmatch(r"(\d{1,2}):(\d{2})", value)):
        raise ValueError(f'{value!r} is not an hour: write it in quotes, like "7:30"')
    hour, minute = int(match[1]), int(match[2])
    if hour > 23 or minute > 59:
        raise ValueError(f'"{value}" is not an hour of the day: 0:00 to 23:59')
    return time(hour, minute)


Url = Annotated[str, AfterValidator(_url)]
Email = Annotated[str, AfterValidator(_email)]
Slug = Annotated[str, AfterValidator(_slug)]
Hour = Annotated[time, BeforeValidator(_hour), PlainSerializer(lambda t: f"{t.hour}:{t.minute:02}", when_used="json")]
Weekday = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


class Phone(Part):
    """HSDS `phone`. ``number`` as people write it."""

    number: Annotated[str, AfterValidator(_phone)]
    description: Text | None = None
    example: bool = False
    """Comes from `data/demo`: shown as "przykład"; a centre's file may not set it."""


class Schedule(Part):
    """HSDS `schedule`: opening hours on the centre's wall clock (Europe/Warsaw)."""

    byday: tuple[Weekday, ...] = Field(min_length=1)
    opens_at: Hour
    closes_at: Hour
    valid_from: date | None = None
    valid_to: date | None = None
    description: Text | None = None
    example: bool = False

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.closes_at <= self.opens_at:
            raise ValueError("closes_at must be later than opens_at")
        return self


class Location(Part):
    """HSDS `location`. ``accessibility`` only where the source says so."""

    id: Slug
    name: Text
    address: str | None = None
    city: str
    latitude: float | None = Field(default=None, ge=49, le=55)
    longitude: float | None = Field(default=None, ge=14, le=25)
    accessibility: Text | None = None
    transportation: Text | None = None
    example: bool = False


class Source(Part):
    """A document that facts come from. ``date`` is the document's own (or the latest it names)."""

    id: str
    title: str
    date: date


class CostOption(Part):
    """HSDS `cost_option`: one row of a price, or one reason not to pay."""

    id: Slug
    option: Text


class Fee(Part):
    """What a group of services costs: the sentence and, row by row, who does not pay."""

    id: Slug
    sentence: Text
    exemptions: tuple[CostOption, ...] = ()
    source: str
    assured_on: date
    valid_until: date | None = None


class Service(Part):
    """HSDS `service`: one card. ``id`` is the part behind the slash of the fixed id."""

    id: Slug
    kind: Kind
    official_name: str
    name: Text
    alternate_names: Words
    needs: Words
    topics: tuple[Topic, ...] = Field(min_length=1, max_length=2)
    description: Text
    eligibility: Text | None = None
    minimum_age: int | None = Field(default=None, ge=0, le=120)
    maximum_age: int | None = Field(default=None, ge=0, le=120)
    fee: Slug | None = None
    fees_description: Text | None = None
    application_process: Text | None = None
    required_documents: tuple[Text, ...] = ()
    phones: tuple[Phone, ...] = ()
    email: Email | None = None
    url: Url | None = None
    locations: tuple[Slug, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    capacity: Text | None = None
    alert: Text | None = None
    more: Text | None = None
    see_also: tuple[Slug, ...] = ()
    status: Status
    valid_until: date | None = None
    source: str
    assured_on: date


class Organization(Part):
    """HSDS `organization`: the centre. ``city`` is what people read ("Koszalin")."""

    id: Slug
    name: str
    city: Text
    city_locative: str
    description: Text
    phones: tuple[Phone, ...] = ()
    email: Email | None = None
    url: Url | None = None
    locations: tuple[Slug, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    desk: Slug | None = None
    """The service (a `point`) where people ask for everything, if the centre has one."""
    crisis_phones: tuple[Phone, ...] = ()
    inspector: str | None = None
    """How to reach the centre's data-protection inspector (RODO art. 13(1)(b))."""
    second_yes_from: int | None = Field(default=None, ge=1)
    """From so many messages on an announcement needs a second organiser's yes; absent: never."""
    closing_days: tuple[date, ...] = ()
    """Days on which the centre is closed though its hours say otherwise; public holidays are known."""


class Centre(Part):
    """One file: a centre and all that it offers."""

    organization: Organization
    sources: tuple[Source, ...] = Field(min_length=1)
    locations: tuple[Location, ...] = ()
    fees: tuple[Fee, ...] = ()
    services: tuple[Service, ...] = Field(min_length=1)


class ServiceExamples(Part):
    """What `data/demo` adds to one service."""

    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    locations: tuple[Slug, ...] = ()


class ExamplePerson(Part):
    """Somebody whose role can be taken on the demo's stage."""

    id: Slug
    label: Text
    role: Literal["resident", "volunteer", "organiser", "clerk", "adviser"]
    language: Language
    age: Literal["13-15", "16-17", "adult"] | None = None
    """Of a volunteer: has a profile when the demo begins."""


class ExampleDuty(Part):
    """A recurring duty on the stage: a rule, never dates, so that the demo has a roster on any day.

    ``weeks`` are the first to fifth such weekday of a month; all where it is empty. ``person`` is the
    adviser among the example people, if one is to be played.
    """

    service: Slug
    adviser: str = Field(min_length=1, max_length=80)
    person: Slug | None = None
    room: str = Field(min_length=1, max_length=80)
    byday: tuple[Weekday, ...] = Field(min_length=1)
    weeks: tuple[Annotated[int, Field(ge=1, le=5)], ...] = ()
    opens_at: Hour
    closes_at: Hour
    step_minutes: int = Field(ge=5, le=240)
    buffer_minutes: int = Field(default=0, ge=0, le=240)

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.closes_at <= self.opens_at:
            raise ValueError("closes_at must be later than opens_at")
        return self

    def meets(self, other: Self) -> bool:
        """Whether one adviser, or one room, would be needed twice at the same time."""
        same = self.adviser == other.adviser or self.room == other.room
        days = set(self.byday) & set(other.byday)
        weeks = not self.weeks or not other.weeks or set(self.weeks) & set(other.weeks)
        return bool(same and days and weeks and self.opens_at < other.closes_at and other.opens_at < self.closes_at)


class ExampleShift(Part):
    """A recurring shift of volunteers on the stage: a rule, never dates. Nobody can be reached at ``phone``."""

    title: str = Field(min_length=1, max_length=120)
    place: str = Field(min_length=1, max_length=200)
    byday: tuple[Weekday, ...] = Field(min_length=1)
    opens_at: Hour
    closes_at: Hour
    least: int = Field(default=1, ge=1, le=200)
    most: int = Field(ge=1, le=200)
    adult: str = Field(min_length=1, max_length=80)
    phone: str = Field(min_length=1, max_length=20)
    needs: str = Field(default="", max_length=200)
    interest: Literal["children", "seniors", "events", "home", "nature", "office", "other"] = "other"
    with_children: bool = False

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.closes_at <= self.opens_at or self.least > self.most:
            raise ValueError("closes_at must be later than opens_at, and least not more than most")
        return self


class ExampleProgramme(Part):
    """A group for several meetings on the stage: begins so many days from today, led by one of the example people."""

    title: str = Field(min_length=1, max_length=120)
    service: Slug
    keeper: Slug
    place: str = Field(min_length=1, max_length=200)
    byday: tuple[Weekday, ...] = Field(min_length=1)
    opens_at: Hour
    closes_at: Hour
    starts_in_days: int = Field(ge=1, le=200)
    meetings: int = Field(ge=1, le=80)
    least: int = Field(default=1, ge=1, le=60)
    most: int = Field(ge=1, le=60)
    way_in: Literal["open", "talk", "invitation"] = "open"
    quiet: bool = False

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.closes_at <= self.opens_at or self.least > self.most:
            raise ValueError("closes_at must be later than opens_at, and least not more than most")
        return self


class ExampleOpening(Part):
    """Hours of a room on some weekdays."""

    byday: tuple[Weekday, ...] = Field(min_length=1)
    opens_at: Hour
    closes_at: Hour

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.closes_at <= self.opens_at:
            raise ValueError("closes_at must be later than opens_at")
        return self


class ExampleHall(Part):
    """A room on the stage that people may reserve; with ``desks``, one of so many desks."""

    service: Slug
    name: str = Field(min_length=1, max_length=80)
    hours: tuple[ExampleOpening, ...] = Field(min_length=1)
    desks: int = Field(default=0, ge=0, le=40)
    buffer_minutes: int = Field(default=0, ge=0, le=240)
    organisations_only: bool = False
    needs_yes: bool = True


class ExampleOrganisation(Part):
    """An organisation for which one of the example people speaks."""

    person: Slug
    name: str = Field(min_length=2, max_length=80)


class Examples(Part):
    """One file of `data/demo`: made-up facts for the stage, never loaded by `okienko run`.

    ``phones``, ``schedules`` and ``locations`` are the organization's; a service may use the
    locations by id.
    """

    example: Literal[True]
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    locations: tuple[Location, ...] = ()
    services: dict[Slug, ServiceExamples] = {}
    people: tuple[ExamplePerson, ...] = ()
    duties: tuple[ExampleDuty, ...] = ()
    shifts: tuple[ExampleShift, ...] = ()
    halls: tuple[ExampleHall, ...] = ()
    organisations: tuple[ExampleOrganisation, ...] = ()
    programmes: tuple[ExampleProgramme, ...] = ()
