"""`okienko search`: ask the catalogue in `data/`, without a database or a bot."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.crisis.net import Net
from bot.catalogue.loading import load
from bot.catalogue.search import Found, Outcome, Search
from bot.errors import DataError

DATA = Path(__file__).parent.parent.parent / "data"


def search(
    query: Annotated[str | None, typer.Argument(help="What somebody might write.", show_default=False)] = None,
    centre: Annotated[str | None, typer.Option(help="The centre to ask, like koszalin.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    batch: Annotated[
        Path | None, typer.Option(metavar="IN.jsonl", help='Questions: {"centre", "query"} a line.', show_default=False)
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="OUT.jsonl", help="Where the batch's answers go.", show_default=False)
    ] = None,
    data: Annotated[Path, typer.Option(help="The folder with centres/*.yaml.", show_default=False)] = DATA,
) -> None:
    """Find the cards for a question: one with --centre, or a file of them with --batch and --out."""
    if batch is not None or out is not None:
        if batch is None or out is None or query is not None or centre is not None or as_json:
            _stop("--batch IN.jsonl and --out OUT.jsonl go together, without a question, --centre or --json")
        _batch(batch, out, _catalogue(data))
        return
    if centre is None or query is None:
        _stop('say which centre and what: okienko search --centre koszalin "cieknie mi kran"')
    catalogue = _catalogue(data)
    if catalogue.centre(centre) is None:
        _stop(_no_such(centre, catalogue))
    found = _Finder(catalogue).find(centre, query)
    if as_json:
        print(_line(centre, query, found))
        return
    print(found.outcome.value)
    for hit in found.results:
        card = catalogue.card(hit.id)
        print(f"{hit.score:8.2f}  {hit.id}  {card.service.name.pl if card else ''}".rstrip())


class _Finder:
    """The crisis net before the search, as in a chat."""

    def __init__(self, catalogue: Catalogue) -> None:
        try:
            self._net = Net.load(DATA)
        except DataError as error:
            _stop(error.problems[0])
        self._search = Search(catalogue)

    def find(self, centre: str, query: str) -> Found:
        if self._net.catch(query) is not None:
            return Found(Outcome.CRISIS)
        return self._search.search(centre, query)


def _batch(source: Path, target: Path, catalogue: Catalogue) -> None:
    questions = list(_questions(source, catalogue))
    finder = _Finder(catalogue)
    lines = [_line(centre, query, finder.find(centre, query)) for centre, query in questions]
    try:
        target.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    except OSError as error:
        _stop(f"{target}: cannot be written: {error.strerror}")


def _questions(source: Path, catalogue: Catalogue) -> list[tuple[str, str]]:
    try:
        text = source.read_text("utf-8-sig")
    except OSError as error:
        _stop(f"{source}: cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        _stop(f"{source}: is not a UTF-8 text")
    questions = []
    # Only \n ends a line of JSON: splitlines() would also break at U+2028 inside a question.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            item: Any = json.loads(line)
        except (ValueError, RecursionError):
            _stop(f"{source}:{number}: is not JSON")
        if not isinstance(item, dict) or not all(isinstance(item.get(key), str) for key in ("centre", "query")):
            _stop(f'{source}:{number}: needs "centre" and "query", both texts')
        if catalogue.centre(item["centre"]) is None:
            _stop(f"{source}:{number}: {_no_such(item['centre'], catalogue)}")
        questions.append((item["centre"], item["query"]))
    return questions


def _line(centre: str, query: str, found: Found) -> str:
    results = [{"id": hit.id, "score": hit.score} for hit in found.results]
    answer = {"centre": centre, "query": query, "outcome": found.outcome.value, "results": results}
    # A lone surrogate can stand in JSON but not in UTF-8; escaped it can.
    text = json.dumps(answer, ensure_ascii=False)
    return text if text.isprintable() or text.encode("utf-8", "ignore").decode() == text else json.dumps(answer)


def _catalogue(data: Path) -> Catalogue:
    try:
        return load(data)
    except DataError as error:
        more = len(error.problems) - 1
        rest = f" (and {more} more: okienko catalogue check)" if more else ""
        _stop(f"{error.problems[0]}{rest}")


def _no_such(centre: str, catalogue: Catalogue) -> str:
    return f'there is no centre "{centre}"; there are {", ".join(catalogue.ids)}'


def _stop(sentence: str) -> NoReturn:
    print(sentence, file=sys.stderr)
    raise typer.Exit(2)
