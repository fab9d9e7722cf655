"""An import-linter contract that reads the house as the design draws it: a table of rooms.

import-linter's own contracts name existing modules only; this table also holds rooms that are yet to
be built, and refuses a room that is not in it.
"""

from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

_EVERYTHING = "*"


class HouseContract(Contract):
    """Every room of `bot` imports only what its line allows, every library is used only where allowed.

    Options: ``rooms``, lines like ``places = storage people`` (``*`` for everything), and
    ``libraries``, lines like ``starlette = messenger intake.webhook``: the modules below `bot` that may
    import this library. Only direct imports count.
    """

    rooms = fields.ListField(subfield=fields.StringField())
    libraries = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        rooms, libraries = _table(cast(list[str], self.rooms)), _table(cast(list[str], self.libraries))
        broken = [
            f"bot.{room} is not in the table of rooms in pyproject.toml"
            for room in _rooms_of(graph)
            if room not in rooms
        ]
        for importer in sorted(module for module in graph.modules if module.startswith("bot.")):
            room = _room(importer)
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                if imported.startswith("bot."):
                    allowed = rooms.get(room, set())
                    fine = _room(imported) == room or _room(imported) in allowed or _EVERYTHING in allowed
                else:
                    places = libraries.get(imported)
                    fine = places is None or any(f"{importer}.".startswith(f"bot.{place}.") for place in places)
                if not fine:
                    lines = sorted(
                        d["line_number"] for d in graph.get_import_details(importer=importer, imported=imported)
                    )
                    broken.append(f"{importer}:{lines[0]} must not import {imported}")
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["broken"]:
            output.print_error(f"- {line}", bold=False)


def _table(lines: list[str]) -> dict[str, set[str]]:
    return {name.strip(): set(rest.split()) for name, _, rest in (line.partition("=") for line in lines)}


def _room(module: str) -> str:
    return module.split(".")[1]


def _rooms_of(graph: ImportGraph) -> list[str]:
    return sorted({_room(module) for module in graph.modules if module.startswith("bot.")})
