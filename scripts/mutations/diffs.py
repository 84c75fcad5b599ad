"""Prints the text of changes, run where mutmut made them: their names on stdin a line each, a NUL between the texts."""

import sys

from mutmut.mutation.diff_apply import get_diff_for_mutant

if __name__ == "__main__":
    sys.stdout.write("\0".join(map(get_diff_for_mutant, sys.stdin.read().splitlines())))
