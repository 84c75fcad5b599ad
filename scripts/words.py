"""Sort the catalogues of words by key, after words were added: `python -m scripts.words`."""

from __future__ import annotations

import io

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from documents.files.whole_file import replace_file
from words.catalogue import HERE
from words.language import LANGUAGES


def ordered(source: bytes) -> bytes:
    """A catalogue with its entries by key, a line each; a key that stands twice is an error."""
    found: Catalog = read_po(io.BytesIO(source), abort_invalid=True)
    if source.count(b"\nmsgid ") != len(found) + 1:
        raise ValueError("a key stands twice")
    into = io.BytesIO()
    write_po(into, found, sort_output=True, width=0, no_location=True)
    return into.getvalue()


def main() -> None:
    """Rewrite both catalogues in order."""
    for language in LANGUAGES:
        path = HERE / f"{language}.po"
        replace_file(path, ordered(path.read_bytes()), is_ours=lambda _: True)


if __name__ == "__main__":
    main()
