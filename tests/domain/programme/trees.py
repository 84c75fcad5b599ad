"""The made-up sixth programme as a plain tree that a test may change, and what check says of it."""

import json
from functools import reduce

from application.intake.programme_files import load
from domain.checks import check_tree
from domain.programme.reading import canonical
from tests.support.world import PROGRAMMES
from words.sentences import sentence

SIXTH = PROGRAMMES.parent / "tests" / "programmes" / "sixth.yaml"
GONE = object()
"""As a value: take the key out."""


def tree(path=SIXTH):
    """A file's tree without aliases: a change in one place stays in that place."""
    return json.loads(canonical(load(path)[0]))


def changed(*changes, of=None):
    """A tree with values put in: each change is a path written with dots, and a value."""
    found = of or tree()
    for path, value in changes:
        *above, last = steps(path)
        place = reduce(lambda inner, key: inner[key], above, found)
        if value is GONE:
            del place[last]
        elif isinstance(place, list) and last == len(place):
            place.append(value)
        else:
            place[last] = value
    return found


def steps(path):
    return [int(key) if key.isdigit() else key for key in path.split(".")]


def told(*changes, of=None):
    """Where check finds faults in a changed tree, in its order, as paths written with dots."""
    faults = check_tree(changed(*changes, of=of))
    assert all(sentence(fault.why, language) for fault in faults for language in ("vi", "en"))
    return [".".join(map(str, fault.path)) for fault in faults]


def said(*changes, language="en", of=None):
    """The sentences of the faults."""
    return [sentence(fault.why, language) for fault in check_tree(changed(*changes, of=of))]
