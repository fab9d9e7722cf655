"""The web channel put together: the embedded messenger, our bot in it, the page over it, the demo's stage."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.routing import BaseRoute

from bot.catalogue.model import Examples
from bot.clock import Clock
from bot.console import Console, staff_chat_id
from bot.handlers.menu import House
from bot.messenger.limits import Limits
from bot.messenger.server import Messenger
from bot.messenger.web.conversation import CentreLine
from bot.messenger.web.routes import WebChat
from bot.messenger.web.stage import Stage, StageGroup, StagePerson
from bot.people import accounts, roles
from bot.people import console as staff
from bot.places.halls import examples as hall_examples
from bot.places.programmes import examples as programme_examples
from bot.places.roster import examples as roster_examples
from bot.settings import Settings
from bot.storage import Database
from bot.storage.tables import Role
from bot.texts import DEFAULT
from bot.volunteering import examples as shift_examples

WEB = "web"
"""The channel's name in addresses."""
WEB_BOT_ID = 1
WEB_BOT_NAME = "Okienko"
WEB_BOT_USERNAME = "OkienkoBot"
_IN_GROUPS = ("organiser", "resident", "volunteer")
FIRST_STAGE_PERSON = 2**50
"""Numbers of the demo's people begin here, far from the visitors'."""


@dataclass(frozen=True, slots=True)
class WebChannel:
    messenger: Messenger
    token: str
    chat: WebChat
    console: Console

    def routes(self) -> list[BaseRoute]:
        return [*self.messenger.routes(), *self.chat.routes()]

    async def staff_room(self, centre: str) -> int:
        """The number of a centre's staff room on the page, filled with who works at its desk now."""
        return await self.console.staff_room(centre)

    async def hang_up(self) -> None:
        """Send home who waits for events, or the server would wait for them."""
        self.chat.close()
        self.messenger.leave()


async def web_channel(
    settings: Settings, database: Database, clock: Clock, house: House, examples: Mapping[str, Examples]
) -> WebChannel:
    """The embedded messenger with our bot in it, and the page over it."""
    # Telegram's limits are not ours: on our own page an answer need not wait.
    messenger = Messenger(database, clock, limits=Limits(enabled=False))
    # The token never leaves this process, so each start makes its own; the bot's number stays.
    token = f"{WEB_BOT_ID}:{secrets.token_urlsafe(32)}"
    await messenger.add_bot(token, WEB_BOT_NAME, WEB_BOT_USERNAME)

    def centres(language: str) -> list[CentreLine]:
        return [
            CentreLine(
                c.organization.id,
                c.organization.city.in_(language),
                c.organization.phones[0].number if c.organization.phones else None,
                bool(c.organization.phones) and c.organization.phones[0].example,
            )
            for c in house.catalogue
        ]

    async def centre_of(user_id: int) -> str | None:
        async with database.session() as session:
            actor = await accounts.find_actor(session, WEB, user_id, DEFAULT)
        return actor.centre if actor else None

    async def on_language(user_id: int, language: str) -> None:
        async with database.transaction() as session:
            if actor := await accounts.find_actor(session, WEB, user_id, language):
                await accounts.choose_language(session, actor, language)

    stage = await _stage(database, clock, house, examples) if examples else None
    if stage:
        await stage.settle(messenger, WEB_BOT_ID)
    console = Console(database, clock, house, messenger, WEB, WEB_BOT_ID)
    await console.settle()
    chat = WebChat(
        messenger,
        house.texts,
        bot_id=WEB_BOT_ID,
        secret_key=settings.secret_key.get_secret_value() if settings.secret_key else _own_secret(settings.var_dir),
        clock=clock,
        centres=centres,
        stage=stage,
        staff=console,
        centre_of=centre_of,
        on_language=on_language,
    )
    return WebChannel(messenger, token, chat, console)


def _own_secret(folder: Path) -> str:
    """A key for signing the visitors' cookies, made once and kept beside the database."""
    file = folder / "secret-key"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()


async def _stage(database: Database, clock: Clock, house: House, examples: Mapping[str, Examples]) -> Stage:
    """The example people of the demo, with accounts and roles as if they had long been here."""
    people: list[StagePerson] = []
    accounts_of: dict[str, int] = {}
    async with database.transaction() as session:
        for centre, example in examples.items():
            for person in example.people:
                user_id = FIRST_STAGE_PERSON + len(people)
                people.append(
                    StagePerson(
                        person.id,
                        f"{person.label.pl} · {house.city(centre, DEFAULT)}",
                        person.role,
                        centre,
                        person.language,
                        user_id,
                    )
                )
                actor = await accounts.find_actor(session, WEB, user_id, person.language)
                if actor is None:
                    actor = await accounts.create_actor(session, clock(), WEB, user_id, person.language, centre)
                accounts_of[person.id] = actor.account_id
                if person.role != "resident":
                    await roles.grant(session, clock(), actor.account_id, centre, Role(person.role))
                    await staff.call(session, actor.account_id, person.label.pl)
            place = next((f"{at.address}, {at.city}" for at in example.locations if at.address), "")
            await roster_examples.settle(session, clock(), centre, place, example.duties, accounts_of)
            await shift_examples.settle(session, clock(), centre, example.shifts, example.people, accounts_of)
            await hall_examples.settle(
                session, clock(), centre, place, example.halls, example.organisations, accounts_of
            )
            await programme_examples.settle(session, clock(), centre, example.programmes, accounts_of)
    return Stage(people, [group for centre in examples for group in _groups(people, centre, house)])


def _groups(people: list[StagePerson], centre: str, house: House) -> list[StageGroup]:
    """The staff room, and two groups of a centre led by its organiser: who adds Okienko there is asked whose it is."""
    by_role = {role: [p.id for p in people if p.centre == centre and p.role == role] for role in _IN_GROUPS}
    organisers, residents, volunteers = by_role.values()
    kinds = {"neighbours": residents + volunteers, "volunteers": volunteers}
    city = house.city(centre, DEFAULT)
    groups = [
        StageGroup(
            f"{kind}-{centre}",
            house.texts.plain(DEFAULT, f"webchat-stage-{kind}", city=city),
            organisers + members,
            bot_member=False,
        )
        for kind, members in kinds.items()
        if organisers
    ]
    at_desk = [p.id for p in people if p.centre == centre and p.role in staff.STAFF]
    if at_desk:
        title = house.texts.plain(DEFAULT, "webchat-staff-room", city=city)
        groups.append(StageGroup(f"personel-{centre}", title, at_desk, forum=staff_chat_id(centre)))
    return groups
