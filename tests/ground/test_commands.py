"""`okienko db`, `backup` and `restore` as they are typed: real processes, exit codes, one clear line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.storage import migrate

OKIENKO = Path(sys.executable).with_name("okienko")
NEWEST = migrate.revisions()[-1]


def okienko(folder: Path, *words: str) -> tuple[int, str, str]:
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder / 'var' / 'okienko.db'}"}
    run = subprocess.run([OKIENKO, *words], cwd=folder, env=environment, capture_output=True, text=True, timeout=60)
    return run.returncode, run.stdout, run.stderr


def test_the_tables_go_up_and_down(tmp_path: Path) -> None:
    assert okienko(tmp_path, "db", "upgrade") == (0, f"{NEWEST}\n", "")
    assert okienko(tmp_path, "db", "current") == (0, f"{NEWEST}\n", "")
    code, _, complaint = okienko(tmp_path, "db", "downgrade", "base")
    assert code == 2
    assert "--yes" in complaint
    assert okienko(tmp_path, "db", "downgrade", "base", "--yes") == (0, f"no tables yet (newest: {NEWEST})\n", "")


def test_there_and_back(tmp_path: Path) -> None:
    okienko(tmp_path, "db", "upgrade")
    code, said, _ = okienko(tmp_path, "backup", "copy.db")
    assert code == 0
    assert f"checked, revision {NEWEST}" in said
    code, said, _ = okienko(tmp_path, "restore", "copy.db")
    assert code == 0
    assert "before-restore" in said


@pytest.mark.parametrize(
    "words",
    [
        ["db", "upgrade", "9999"],
        ["db", "downgrade", "9999", "--yes"],
        ["backup", "copy.db"],
        ["restore", "nowhere.db"],
        ["backup"],
    ],
)
def test_a_mistake_is_exit_code_2_and_no_traceback(tmp_path: Path, words: list[str]) -> None:
    code, said, complaint = okienko(tmp_path, *words)
    assert (code, said) == (2, ""), complaint
    assert complaint
    assert "Traceback" not in complaint
