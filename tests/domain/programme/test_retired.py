"""A key that no rule reads is refused in a file, and left aside in a version that a log has had since before."""

import copy

import pytest

from domain.checks import check_tree
from domain.programme.reading import RETIRED, canonical, read_content
from tests.domain.programme.trees import tree

PLACES = pytest.mark.parametrize("path", RETIRED, ids=".".join)


WHOLE = {"cadence": {"every": "year"}, "registration": {"required": False}}
"""What a part needs where the programme has none."""


def with_key(path):
    """A programme with a key at a place of it; `*` is the first that stands there."""
    found = at = copy.deepcopy(tree())
    for key in path[:-1]:
        key = next(iter(at)) if key == "*" else key  # noqa: PLW2901 -- `*` is the first
        at = at.setdefault(key, copy.deepcopy(WHOLE.get(key, {})))
    at[path[-1]] = "x"
    return found


@PLACES
def test_a_file_with_it_is_told_where_it_stands(path):
    faults = check_tree(with_key(path))

    assert path[-1] in {str(each) for fault in faults for each in (*fault.path, *_said(fault))}


def _said(fault):
    return [str(fault.why)]


@PLACES
def test_a_version_in_a_log_is_read_without_it(path):
    plain = read_content(canonical(tree())).programme

    read = read_content(canonical(with_key(path))).programme

    assert (read.code, read.subjects) == (plain.code, plain.subjects)


def test_a_key_of_that_name_elsewhere_is_none_of_them():
    """The control: a group has a minimum of its own, which is read."""
    assert ("registration", "minimum") in RETIRED
    assert not any(path[-1] == "minimum" and path[0] != "registration" for path in RETIRED)
