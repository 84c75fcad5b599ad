"""The promises of this room about itself."""

import ast
import re
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

FOLDER = Path(find_spec("workflow").origin).parent
FILES = sorted(FOLDER.rglob("*.py"))
FOREIGN = re.compile(
    r"recogni|\bcells?\b|\bparty\b|criteri|committee|province|"
    r"chi bộ|đảng|công nhận|bốn tốt|thi đua",
    re.IGNORECASE,
)


def names(files):
    return [str(file.relative_to(FOLDER)) for file in files]


def imported(file):
    """The first part of every module a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module.split(".")[0]


def test_the_room_is_found_whole():
    assert "machine.py" in names(FILES)
    assert "deadline.py" in names(FILES)


@pytest.mark.parametrize("file", FILES, ids=names(FILES))
def test_no_file_speaks_of_what_the_engine_is_used_for(file):
    assert FOREIGN.findall(file.read_text(encoding="utf-8")) == []


def test_transitions_is_imported_in_one_file_only():
    assert names(file for file in FILES if "transitions" in imported(file)) == ["machine.py"]


def test_the_room_imports_two_libraries_and_of_our_rooms_the_ground_floor():
    found = {name for file in FILES for name in imported(file)} - sys.stdlib_module_names
    assert found == {"workflow", "words", "msgspec", "transitions"}
