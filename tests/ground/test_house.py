"""The rooms keep to the table of the design, and the table bites."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def _lint(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [LINT_IMPORTS, "--no-logo", "--no-cache", *options], cwd=folder, capture_output=True, text=True, timeout=60
    )


def test_every_room_imports_only_what_it_may() -> None:
    run = _lint(ROOT)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(
    ("file", "line", "complaint"),
    [
        ("people/accounts.py", "from bot import handlers", "bot.people.accounts:1 must not import bot.handlers"),
        ("handlers/menu.py", "import bot.storage", "bot.handlers.menu:1 must not import bot.storage"),
        ("people/accounts.py", "import aiogram.types", "bot.people.accounts:1 must not import aiogram"),
        ("intake/journey.py", "import starlette", "bot.intake.journey:1 must not import starlette"),
        ("people/accounts.py", "import bot.settings", "bot.people.accounts:1 must not import bot.settings"),
        ("attic/box.py", "", "bot.attic is not in the table"),
    ],
)
def test_a_forbidden_import_is_found(tmp_path: Path, file: str, line: str, complaint: str) -> None:
    for name in ("__init__", "settings", "handlers/__init__", "storage/__init__", "people/__init__", file[:-3]):
        module = tmp_path / "bot" / f"{name}.py"
        module.parent.mkdir(parents=True, exist_ok=True)
        (module.parent / "__init__.py").touch()
        module.touch()
    (tmp_path / "bot" / file).write_text(line)
    contract = (ROOT / "pyproject.toml").read_text("utf-8").partition("[tool.importlinter]")
    (tmp_path / "pyproject.toml").write_text(contract[1] + contract[2], "utf-8")
    (tmp_path / "tests" / "ground").mkdir(parents=True)
    (tmp_path / "tests" / "ground" / "house_contract.py").write_bytes(
        (ROOT / "tests" / "ground" / "house_contract.py").read_bytes()
    )
    run = _lint(tmp_path)
    assert run.returncode == 1
    assert complaint in run.stdout


def test_search_needs_no_messenger_library() -> None:
    """`okienko search` starts fast and measures search alone."""
    code = (
        "import sys, bot.commands.search\n"
        "print(*sorted({'aiogram', 'aiohttp', 'telegram', 'starlette', 'alembic'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == ""
