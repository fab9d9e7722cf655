"""Measurements. `make bench` runs them all; `benchmarks/RESULTS.md` keeps what they said."""
