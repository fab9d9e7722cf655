"""How many in danger the crisis net finds, and how many others it alarms.

    python -m benchmarks.crisis [--failing]

`crisis-holdout.jsonl` was written without sight of the rules, but has been looked at since;
`crisis-holdout-2.jsonl` was written later, without sight of rules or examples, and measured only.
"""

import argparse
import json
import statistics
import time
from collections import Counter
from pathlib import Path

from bot.catalogue.crisis import Net

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SETS = {
    "dev lines": (SHARED / "search-dev.jsonl", SHARED / "search-dev-needs.jsonl"),
    "first hold-out": (ROOT / "benchmarks" / "questions" / "crisis-holdout.jsonl",),
    "second hold-out": (ROOT / "benchmarks" / "questions" / "crisis-holdout-2.jsonl",),
    "everyday questions": (ROOT / "benchmarks" / "questions" / "needs-holdout.jsonl",),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failing", action="store_true", help="print the lines that were missed or wrongly caught")
    failing = parser.parse_args().failing
    began = time.process_time()
    net = Net.load(ROOT / "data")
    print(f"loading: {time.process_time() - began:.2f} s of processor")
    took: list[float] = []
    for name, files in SETS.items():
        if not all(file.exists() for file in files):
            print(f"{name}: not here")
            continue
        lines = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
        right: Counter[bool] = Counter()
        total: Counter[bool] = Counter()
        for line in lines:
            danger = line["accept"] == ["crisis"]
            began = time.process_time()
            caught = net.catch(line["query"]) is not None
            took.append(time.process_time() - began)
            total[danger] += 1
            right[danger] += caught == danger
            if failing and caught != danger:
                print(f"  {'missed' if danger else 'wrongly caught'}: {line['query']}")
        found = f"found {right[True]} of {total[True]} ({right[True] / total[True]:.1%}), " if total[True] else ""
        wrong = total[False] - right[False]
        print(f"{name}: {found}wrongly caught {wrong} of {total[False]} ({wrong / total[False]:.1%})")
    print(f"a message: median {statistics.median(took) * 1000:.2f} ms, longest {max(took) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
