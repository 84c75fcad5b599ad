"""Python's search for cycles, left out while a log is folded: its records are trees, and there are millions."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_cycles_sought() -> Iterator[None]:
    """Memory is given back by counting alone, as most of it always is; a fifth of a long fold is saved."""
    sought = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sought:
            gc.enable()
