"""How operators touch it: the command line, the demonstration, the benchmarks."""
