"""Which papers there are: every file of this folder that declares one, found by itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import documents.papers
from documents.papers.parts.paper import Paper
from domain.programme.documents import DOCUMENTS


@cache
def papers() -> Mapping[str, Paper]:
    """Every paper by the code of its document, in the order of the documents."""
    files = [each.name for each in iter_modules(documents.papers.__path__) if not each.ispkg]
    modules = (import_module(f"{documents.papers.__name__}.{name}") for name in files)
    found = {each.PAPER.code: each.PAPER for each in modules if hasattr(each, "PAPER")}
    return {code: found[code] for code in DOCUMENTS if code in found}
