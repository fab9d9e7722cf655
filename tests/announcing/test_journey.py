"""The whole way against a running Okienko and a real Bot API server: photo, two groups, Thursday, a correction."""

import asyncio
from pathlib import Path

from bot.app import start
from bot.clock import SteppedClock
from bot.messenger.server import Messenger
from bot.people import accounts, roles
from bot.settings import load
from bot.storage import Database
from bot.storage.tables import Role
from tests.events.test_journey import DATA, TOKEN, Someone, telegram
from tests.messenger.pictures import PIXEL

__all__ = ["telegram"]


async def test_a_photo_to_two_groups_on_thursday_and_its_correction(
    telegram: tuple[Messenger, str], tmp_path: Path, clock: SteppedClock
) -> None:
    messenger, base = telegram
    organiser, neighbour = Someone(messenger, 500), Someone(messenger, 501)
    settings = load(
        bot_token=TOKEN,
        telegram_api_base=base,
        database_url=f"sqlite:///{tmp_path / 'bot.db'}",
        var_dir=tmp_path,
        port=0,
        data_dir=DATA,
        webchat=False,
    )
    async with asyncio.timeout(90), start(settings, clock=clock):
        for person in (organiser, neighbour):
            await person.opens()
            await person.says("/start c-starachowice")
            await person.sees("automat")
        await _grant(tmp_path, organiser.id, clock)
        await neighbour.says("/powiadomienia")
        await neighbour.presses("⬜ Seniorzy")
        await neighbour.sees("🔔 Seniorzy")
        groups = []
        for name in ("Osiedle Wzgórze", "Osiedle Południe"):
            group = await messenger.people.create_group(name, organiser.id)
            await messenger.people.add_member(organiser.id, group, neighbour.id)
            await messenger.people.add_member(organiser.id, group, 77)
            await organiser.sees(name)
            await organiser.presses("Starachowice")
            await organiser.sees("Można ją wybrać")
            groups.append(group)

        await organiser.says("/ogloszenie")
        await organiser.sees("tak, jak wysyła się wiadomość")
        await messenger.people.send_file(
            organiser.id, 77, "photo", PIXEL, "plakat.png", "image/png", "Gry terenowe", "photo"
        )
        await organiser.sees("Do kogo?")
        for audience in ("Osiedle Wzgórze", "Osiedle Południe", "Seniorzy"):
            await organiser.presses(f"⬜ {'' if audience == 'Seniorzy' else 'Grupa: '}{audience}")
        await organiser.presses("Dalej")
        await organiser.says("w czwartek o 17:00")
        await organiser.sees("czwartek 26 listopada, 17:00")
        await organiser.presses("Tak, zgadza się")
        look = await organiser.sees("Ostatnie spojrzenie")
        assert "Osiedle Południe, Osiedle Wzgórze" in look["text"]
        await organiser.presses("próbnie do mnie")
        await organiser.sees("Próbna wiadomość")
        await organiser.presses("Zaplanuj")
        await organiser.sees("Przyjęte")
        clock.forward(days=3, hours=7)

        for group in groups:
            seen = await neighbour.sees("Gry terenowe", group)
            assert seen["photo"]
            assert "reply_markup" not in seen
        mine = await neighbour.sees("Nie chcę więcej: Seniorzy")
        assert mine["caption"].startswith("Gry terenowe\n\n— ")
        report = await organiser.sees("zakończone: 3 z 3")
        assert "dostarczono: 3" in report["text"]

        await organiser.presses("Otwórz")
        await organiser.presses("Popraw")
        await organiser.sees("nową treść")
        await organiser.says("Gry terenowe: spotykamy się o 18")
        await organiser.presses("Popraw u wszystkich")
        for group in groups:
            await neighbour.sees("spotykamy się o 18", group)
        changed = await neighbour.sees("spotykamy się o 18")
        assert "Nie chcę więcej" in str(changed["reply_markup"])


async def _grant(folder: Path, chat_id: int, clock: SteppedClock) -> None:
    database = Database(f"sqlite:///{folder / 'bot.db'}")
    async with database.transaction() as session:
        actor = await accounts.find_actor(session, "telegram", chat_id, "pl")
        assert actor
        await roles.grant(session, clock(), actor.account_id, "starachowice", Role.ORGANISER)
    await database.close()
