"""The whole Okienko as `okienko demo` starts it, on a port of this machine, by a clock that moves when told."""

import asyncio
import threading
from pathlib import Path

from bot.app import Running, start
from bot.clock import SteppedClock
from bot.settings import load

DATA = Path(__file__).parents[2] / "data"


class Rehearsal:
    """Runs in a thread with a loop of its own, so that a browser can be led beside it."""

    def __init__(self, folder: Path, clock: SteppedClock) -> None:
        self._settings = load(
            database_url=f"sqlite:///{folder / 'rehearsal.db'}",
            var_dir=folder,
            port=0,
            data_dir=DATA,
            log_level="error",
        )
        self._clock = clock
        self._thread = threading.Thread(target=lambda: asyncio.run(self._main()), daemon=True)
        self._up = threading.Event()
        self.address = ""

    def __enter__(self) -> "Rehearsal":
        self._thread.start()
        if not self._up.wait(240) or not self.address:
            raise RuntimeError("the rehearsal did not start")
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._leave.set)
        self._thread.join(30)

    def person(self, name: str, group: str | None = None) -> str:
        """The address of somebody's chat with Okienko, or of a group of theirs."""
        return f"{self.address}/stage/as/{name}/" + (f"g/{group}/" if group else "")

    async def _main(self) -> None:
        self._loop, self._leave = asyncio.get_running_loop(), asyncio.Event()
        try:
            async with start(self._settings, demo=True, clock=self._clock) as running:
                self._tell(running)
                await self._leave.wait()
        finally:
            self._up.set()

    def _tell(self, running: Running) -> None:
        self.address = running.url.rstrip("/")
        self._up.set()
