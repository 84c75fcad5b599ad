"""Benchmarks: ours, the library's and the bare limit in one run on the same data, as ratios."""
