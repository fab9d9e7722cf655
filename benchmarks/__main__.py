"""All benchmarks, one after the other: what `make bench` runs."""

import subprocess
import sys

BENCHMARKS = (
    "benchmarks.crisis",
    "benchmarks.search",
    "benchmarks.updates",
    "benchmarks.dates",
    "benchmarks.delivery",
    "benchmarks.booking",
    "benchmarks.desk",
    "benchmarks.waiting",
    "benchmarks.volunteering",
)


def main() -> int:
    worst = 0
    for name in BENCHMARKS:
        print(f"\n## python -m {name}\n", flush=True)
        worst = max(worst, subprocess.run([sys.executable, "-m", name], check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
