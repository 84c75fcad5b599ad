"""The table of routes, as the application that runs has it; every test of this folder is made from it."""

import re
from typing import NamedTuple

from fastapi.routing import iter_route_contexts

from web import asked, sent

WAYS = (asked.anybody, asked.signed_in, asked.person, asked.administrator)
FORMS = (sent.ours, sent.values_sent)
BARE = {"/alive"}
"""Answers one word, whoever asks, and looks at nothing."""
_PARAMETER = re.compile(r"\{([a-z_]+)(?::[a-z]+)?\}")


class Entry(NamedTuple):
    """A route: its method, its address, the way in that it has, how its form is read (None for neither)."""

    method: str
    path: str
    way: str
    form: str

    def address(self, **values):
        """The address with a value for each of its parts; raises KeyError for a part that has none."""
        return _PARAMETER.sub(lambda part: str(values[part[1]]), self.path)

    @property
    def parts(self):
        return set(_PARAMETER.findall(self.path))


def table(app):
    """Every route but the files under /static, which are the same for everybody."""
    return [
        Entry(method, each.path, _one_of(WAYS, each), _one_of(FORMS, each))
        for each in iter_route_contexts(app.routes)
        for method in sorted((getattr(each, "methods", None) or {"ANY"}) - {"HEAD"})
        if each.path not in BARE | {"/static"}
    ]


def _one_of(calls, route):
    """The name of the one that a route depends on itself; empty for none."""
    dependant = getattr(route, "dependant", None)
    found = [each.call for each in dependant.dependencies] if dependant else []
    return next((call.__name__ for call in calls if call in found), "")
