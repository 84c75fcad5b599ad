"""Python's search for cycles, left out while a log is folded: its records are trees, and there are millions."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_cycles_sought() -> Iterator[None]:
    """Switch the search for cycles off; memory is still freed by reference counts. Saves a fifth of a long fold."""
    sought = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sought:
            gc.enable()
