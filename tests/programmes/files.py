"""The programme files and the texts they were read from, as tests look at them."""

from functools import cache
from pathlib import Path

import pytest

from application.intake.programme_files import load
from domain.programme.reading import stripped

ROOT = Path(__file__).parents[2]
PROGRAMMES = ROOT / "programmes"
REFERENCE = ROOT.parent / "shared"
TEXTS = {
    "kon-tum": "000",
    "son-la": "001",
    "soc-trang": "002",
    "cam-giang": "003",
    "power-tkv": "004",
}
"""Each guideline's code, and how the name of its text begins."""


@cache
def tree(name):
    """A file of the folder as read, `{assumed: …, default: …}` and all."""
    return load(PROGRAMMES / name)[0]


def programme(code):
    """A programme file without its marks of assumption."""
    return stripped(tree(f"{code}.yaml"), (), {})


def mappings(value):
    """Every mapping inside a tree, the tree itself first."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            yield from mappings(each)


def listed(value):
    """One thing or a list of them, as a list."""
    return value if isinstance(value, list) else [value]


def clauses_of(value):
    """Every clause id that a tree names."""
    found = (listed(each["clause"]) for each in mappings(value) if each.get("clause"))
    return {clause for clauses in found for clause in clauses}


def text_lines(code):
    """The lines of a guideline's text, the first at 1; typography is left aside.

    Asterisks are the text's marks of emphasis; hard spaces and spaces are the same to a reader.
    """
    folder = REFERENCE / "seeds"
    found = sorted(folder.glob(f"{TEXTS[code]}_*")) if folder.is_dir() else []
    if not found:
        pytest.skip("the texts of the guidelines are not beside this repository")
    text = found[0].read_text("utf-8").replace("*", "").replace("\N{NO-BREAK SPACE}", " ")
    return ["", *text.split("\n")]


def catalogue_text():
    """The clauses as they were first listed beside this repository, where every clause has its id."""
    path = REFERENCE / "reference" / "requirements.md"
    if not path.is_file():
        pytest.skip("the requirements catalogue is not beside this repository")
    text = path.read_text("utf-8")
    return text[text.index("## A.1") : text.index("# PART B")]
