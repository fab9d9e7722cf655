"""The few taps by which somebody becomes a volunteer, and the profile afterwards."""

from functools import partial
from typing import Final

from aiogram.types import CopyTextButton, InlineKeyboardButton

from bot.handlers.card import phone_line
from bot.handlers.menu import House
from bot.handlers.view import Row, Screen, button, way_out
from bot.handlers.volunteering.buttons import (
    AskNickname,
    Choose,
    InviteGuardian,
    LeaveVolunteering,
    OpenFitting,
    OpenHours,
    OpenProfile,
)
from bot.people.accounts import Actor
from bot.texts import Html
from bot.volunteering.profiles import Told
from bot.volunteering.rows import Volunteer
from bot.volunteering.rules import is_minor
from bot.volunteering.words import INTERESTS, Age, Interest, Skill

SKILLS: Final = tuple(Skill)
AGES: Final = tuple(Age)
_TICK: Final = "✅ "


def choose_screen(house: House, actor: Actor, chosen: Choose) -> Screen:
    """The question of the step, with what is chosen already; every tap answers at once."""
    texts, language = house.texts, actor.language
    say = partial(texts.plain, language)
    if chosen.step == "young":
        return young_screen(house, actor)
    if chosen.step == "age":
        rows: list[Row] = [
            [
                button(
                    say(f"volunteering-age-{age.value}"), chosen.model_copy(update={"age": age.value, "step": "likes"})
                )
            ]
            for age in AGES
        ]
        rows.insert(0, [button(say("volunteering-age-young"), chosen.model_copy(update={"step": "young"}))])
        return Screen(texts.html(language, "volunteering-ask-age"), [*rows, way_out(texts, language)])
    if chosen.step == "days":
        labels = [say("volunteering-weekday", weekday=day) for day in range(7)]
        rows = _ticked(chosen, "days", labels, per_row=4)
        on, back = "can", "likes"
    elif chosen.step == "can":
        rows = _ticked(chosen, "can", [say(f"volunteering-skill-{skill.value}") for skill in SKILLS])
        on, back = "keep", "days"
    else:
        rows = _ticked(chosen, "likes", [say(f"volunteering-interest-{each.value}") for each in INTERESTS])
        on, back = "days", "age"
    key = {"days": "volunteering-ask-days", "can": "volunteering-ask-skills"}.get(chosen.step, "volunteering-ask-likes")
    label = say("volunteering-button-keep" if on == "keep" else "volunteering-button-on")
    rows.append([button(label, chosen.model_copy(update={"step": on}))])
    return Screen(
        texts.html(language, key), [*rows, way_out(texts, language, chosen.model_copy(update={"step": back}))]
    )


def told_of(chosen: Choose) -> Told | None:
    """What the buttons carried in the end; None for forged ones."""
    if chosen.age not in set(Age):
        return None
    return Told(
        age=Age(chosen.age),
        interests=[each for n, each in enumerate(INTERESTS) if chosen.likes & 1 << n],
        days=[day for day in range(7) if chosen.days & 1 << day],
        skills=[each for n, each in enumerate(SKILLS) if chosen.can & 1 << n],
    )


def chosen_before(volunteer: Volunteer) -> Choose:
    """What a profile says, as the buttons carry it."""
    return Choose(
        step="likes",
        age=volunteer.age,
        likes=sum(1 << n for n, each in enumerate(INTERESTS) if each.value in volunteer.interests),
        days=sum(1 << day for day in volunteer.days),
        can=sum(1 << n for n, each in enumerate(SKILLS) if each.value in volunteer.skills),
    )


def young_screen(house: House, actor: Actor) -> Screen:
    """Under 13 the parents conclude the agreement, in the office; nothing is kept here."""
    texts, language = house.texts, actor.language
    centre = house.catalogue.centre(actor.centre) if actor.centre else None
    parts: list[Html] = [texts.html(language, "volunteering-young")]
    parts += [phone_line(texts, phone, language) for phone in (centre.organization.phones[:1] if centre else ())]
    return Screen(Html("\n\n".join(parts)), [way_out(texts, language, Choose())])


def profile_screen(house: House, actor: Actor, volunteer: Volunteer, said: str | None = None) -> Screen:
    """What is known of a volunteer, what the coordinator still has to see, and the ways on."""
    texts, language = house.texts, actor.language
    line, say = partial(texts.html, language), partial(texts.plain, language)
    lines: list[str] = [line(said), ""] if said else []
    lines.append(line("volunteering-profile", number=str(volunteer.id)))
    if volunteer.nickname:
        lines.append(line("volunteering-nickname", name=volunteer.nickname))
    lines.append(say(f"volunteering-age-{volunteer.age}"))
    lines.append(interests_line(house, language, volunteer))
    lines.append(days_line(house, language, volunteer))
    lines += ["", *paper_lines(house, language, volunteer)]
    if is_minor(volunteer) and (volunteer.consent_seen_at is None or volunteer.agreement_until is None):
        lines.append(line("volunteering-minor-how", number=str(volunteer.id)))
    rows: list[Row] = [
        [button(say("volunteering-button-fitting"), OpenFitting())],
        [button(say("volunteering-button-hours"), OpenHours())],
    ]
    if is_minor(volunteer):
        rows.append([button(say("volunteering-button-guardian"), InviteGuardian())])
    rows.append(
        [
            button(say("volunteering-button-change"), chosen_before(volunteer)),
            button(say("volunteering-button-nickname"), AskNickname()),
        ]
    )
    rows.append([button(say("volunteering-button-leave"), LeaveVolunteering())])
    return Screen(Html("\n".join(lines)), [*rows, way_out(texts, language)])


def interests_line(house: House, language: str, volunteer: Volunteer) -> Html:
    """What somebody wants to do."""
    say = partial(house.texts.plain, language)
    said = [say(f"volunteering-interest-{each}") for each in volunteer.interests if each in set(Interest)]
    return house.texts.html(language, "volunteering-likes", what=", ".join(said) or say("volunteering-anything"))


def days_line(house: House, language: str, volunteer: Volunteer) -> Html:
    """When somebody has time."""
    say = partial(house.texts.plain, language)
    said = [say("volunteering-weekday", weekday=day) for day in volunteer.days]
    return house.texts.html(language, "volunteering-days", days=", ".join(said) or say("volunteering-any-day"))


def paper_lines(house: House, language: str, volunteer: Volunteer) -> list[Html]:
    """What the coordinator has seen, and what is still missing; only what somebody of that age needs."""
    line = partial(house.texts.html, language)
    lines: list[Html] = []
    if is_minor(volunteer):
        seen = volunteer.consent_seen_at is not None
        lines.append(line("volunteering-consent-seen" if seen else "volunteering-consent-missing"))
    if volunteer.agreement_until is not None:
        lines.append(line("volunteering-agreement-until", date=volunteer.agreement_until))
    elif is_minor(volunteer):
        lines.append(line("volunteering-agreement-missing"))
    checked = volunteer.checked_at is not None
    lines.append(line("volunteering-checks-done" if checked else "volunteering-checks-missing"))
    return lines


def leave_screen(house: House, actor: Actor) -> Screen:
    """One more tap before everything is forgotten."""
    texts, language = house.texts, actor.language
    rows: list[Row] = [
        [button(texts.plain(language, "volunteering-button-leave-sure"), LeaveVolunteering(sure=True))],
        way_out(texts, language, OpenProfile()),
    ]
    return Screen(texts.html(language, "volunteering-leave-sure"), rows)


def link_screen(house: House, actor: Actor, username: str, key: str, payload: str, back: Row) -> Screen:
    """A text with a link to be sent on. Our own page has no address that leads anywhere: there it is typed."""
    texts, language = house.texts, actor.language
    on_page = actor.channel == "web" or not username
    link = f"/start {payload}" if on_page else f"https://t.me/{username}?start={payload}"
    copy = InlineKeyboardButton(text=texts.plain(language, "card-button-copy"), copy_text=CopyTextButton(text=link))
    how = texts.html(language, "volunteering-link-page" if on_page else "volunteering-link")
    return Screen(Html(f"{texts.html(language, key)}\n{how}\n\n{link}"), [[copy], back])


def _ticked(chosen: Choose, name: str, labels: list[str], per_row: int = 2) -> list[Row]:
    """Buttons that switch one bit each."""
    value: int = getattr(chosen, name)
    buttons = [
        button(f"{_TICK if value & 1 << n else ''}{label}", chosen.model_copy(update={name: value ^ 1 << n}))
        for n, label in enumerate(labels)
    ]
    return [buttons[at : at + per_row] for at in range(0, len(buttons), per_row)]
