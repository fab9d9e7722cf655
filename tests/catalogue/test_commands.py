"""`okienko search` and `okienko catalogue check`: real files in, lines out, exit code 2 for mistakes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app


def okienko(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def refused(*arguments: str | Path) -> str:
    """The one line that comes with exit code 2."""
    result = okienko(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    return line


def test_one_question(data: Path) -> None:
    result = okienko("search", "--data", data, "--centre", "brzeg", "zlota raczka")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "answer"
    assert "brzeg/zlota-raczka  Złota Rączka" in result.stdout.splitlines()[1]


def test_one_question_as_json(data: Path) -> None:
    result = okienko("search", "--data", data, "--centre", "brzeg", "zlota raczka", "--json")
    answer = json.loads(result.stdout)
    assert list(answer) == ["centre", "query", "outcome", "results"]
    assert (answer["centre"], answer["query"], answer["outcome"]) == ("brzeg", "zlota raczka", "answer")
    assert set(answer["results"][0]) == {"id", "score"}


def test_a_batch_has_a_line_for_each_question(data: Path, tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    questions = [
        {"centre": "brzeg", "query": "cieknie kran", "class": "need"},
        {"centre": "nysa", "query": "oddać krew\u2028teraz"},
        {"centre": "nysa", "query": "\ud800 xyzzy"},
        {"centre": "nysa", "query": "hej"},
        {"centre": "nysa", "query": "nie chcę już żyć"},
    ]
    source.write_text("\n\n".join(json.dumps(question) for question in questions), "utf-8")
    assert okienko("search", "--data", data, "--batch", source, "--out", target).exit_code == 0
    answers = [json.loads(line) for line in target.read_text("utf-8").split("\n") if line]
    assert [(answer["centre"], answer["query"]) for answer in answers] == [(q["centre"], q["query"]) for q in questions]
    assert [answer["outcome"] for answer in answers] == ["answer", "answer", "unknown", "smalltalk", "crisis"]
    assert [len(answer["results"]) for answer in answers[2:]] == [0, 0, 0]
    assert answers[1]["results"][0]["id"] == "nysa/krwiodawstwo"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "in.jsonl:2: is not JSON"),
        ("[1]", 'in.jsonl:2: needs "centre" and "query", both texts'),
        ('{"centre": "brzeg", "query": 7}', 'in.jsonl:2: needs "centre" and "query", both texts'),
        ('{"centre": "opole", "query": "kran"}', 'in.jsonl:2: there is no centre "opole"; there are brzeg, nysa'),
        ("[" * 100_000, "in.jsonl:2: is not JSON"),
    ],
)
def test_a_broken_line_is_named_and_nothing_written(data: Path, tmp_path: Path, line: str, sentence: str) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"centre": "brzeg", "query": "kran"}\n' + line, "utf-8")
    assert refused("search", "--data", data, "--batch", source, "--out", target).endswith(sentence)
    assert not target.exists()


def test_bad_input_is_one_line(data: Path, tmp_path: Path) -> None:
    assert "there is no centre" in refused("search", "--data", data, "--centre", "opole", "kran")
    assert "say which centre" in refused("search", "--data", data, "kran")
    assert "go together" in refused("search", "--batch", tmp_path / "in.jsonl")
    assert "cannot be read" in refused("search", "--data", data, "--batch", tmp_path / "in", "--out", tmp_path / "out")
    (tmp_path / "in").write_bytes(b"\xff")
    assert "UTF-8" in refused("search", "--data", data, "--batch", tmp_path / "in", "--out", tmp_path / "out")
    (tmp_path / "in").write_text("", "utf-8")
    assert "cannot be written" in refused("search", "--data", data, "--batch", tmp_path / "in", "--out", tmp_path)
    assert "no centre's file" in refused("search", "--data", tmp_path, "--centre", "brzeg", "kran")


def test_check_prints_every_mistake(data: Path) -> None:
    file = data / "centres/brzeg.yaml"
    assert okienko("catalogue", "check", file).stdout == "1 centres, 4 cards: no mistakes\n"
    file.write_text(
        file.read_text("utf-8").replace("status: active", "status: open").replace("kind: ", "sort: "), "utf-8"
    )
    result = okienko("catalogue", "check", file)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 12


def test_check_without_files_checks_what_is_shipped() -> None:
    assert okienko("catalogue", "check").stdout == "4 centres, 92 cards: no mistakes\n"


def test_searching_loads_neither_the_bot_nor_the_database() -> None:
    code = (
        "import sys; from bot.commands.search import search; "
        "print([name for name in ('aiogram', 'sqlalchemy', 'telegram', 'starlette') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
