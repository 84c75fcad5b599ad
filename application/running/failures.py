"""Failures of the database and of files as one sentence each."""

from __future__ import annotations

from ledger.errors import LedgerError
from words.language import Language, find, say


def sentence(failure: LedgerError | OSError, language: Language) -> str:
    """Answer what went wrong in one sentence."""
    if isinstance(failure, OSError):
        problem = failure.strerror or failure
        return say(_of_files(failure), language, name=failure.filename, problem=problem)
    key = f"failure.{failure.code}"
    if find(key, language) is None:
        return say("failure.other", language, told=failure)
    return say(key, language, **failure.values)


def _of_files(failure: OSError) -> str:
    if failure.filename is None:
        return "failure.output"
    return "failure.no_file" if isinstance(failure, FileNotFoundError) else "failure.file"
