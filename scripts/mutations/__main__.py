"""`scripts/mutation`: how many small changes of the rules the tests notice.

Exit 1 where fewer than nine in ten are noticed of at least twenty.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Sequence

from scripts.mutations.areas import AREAS, NoSuchAreaError, Part, parts
from scripts.mutations.changed import changed_parts
from scripts.mutations.report import is_enough, report
from scripts.mutations.running import NotMeasuredError, measured
from scripts.mutations.tree import differing, is_commit, text, text_in, tracked

_SHORT = 240
"""Seconds for what changed, unless others are asked for."""


def main() -> None:
    """Measure what is asked for; a part that comes after the end of the time is told as not tried."""
    options = _options()
    within = options.within or (_SHORT if options.changed else None)
    until = time.monotonic() + within if within else math.inf
    try:
        enough = [_measure(part, until, show=options.show) for part in _asked(options)]
    except NoSuchAreaError as word:
        sys.exit(f"no such area, and no file of one: {word}; there are {', '.join(AREAS)}")
    except NotMeasuredError as told:
        sys.exit(str(told))
    sys.exit(not all(enough))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/mutation", description=__doc__)
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument(
        "parts", nargs="*", default=[], help=f"{', '.join(AREAS)}, or files by a pattern"
    )
    asked.add_argument(
        "--changed",
        nargs="?",
        const="HEAD~1",
        metavar="COMMIT",
        help="only functions that are not as in this commit (HEAD~1), within four minutes",
    )
    parser.add_argument("--show", action="store_true", help="each change that nobody noticed")
    parser.add_argument("--within", type=float, metavar="SECONDS", help="stop after this time")
    return parser.parse_args()


def _asked(options: argparse.Namespace) -> Sequence[Part]:
    base = options.changed
    if base is None:
        return parts(options.parts, tracked())
    if not is_commit(base):
        sys.stdout.write(f"nothing to measure: there is no commit {base} here\n")
        return []
    found = changed_parts(differing(base), text, lambda file: text_in(base, file))
    if not found:
        sys.stdout.write(f"nothing to measure: no function of the areas changed since {base}\n")
    return found


def _measure(part: Part, until: float, *, show: bool) -> bool:
    """Whether enough was noticed."""
    found = measured(part, until)
    sys.stdout.writelines(f"{line}\n" for line in report(part.name, found, show=show))
    sys.stdout.flush()
    return is_enough(found)


if __name__ == "__main__":
    main()
