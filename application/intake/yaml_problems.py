"""What is wrong with a YAML file and what to do."""

from __future__ import annotations

import re

from words.kinds import Because, because

_FORMS: tuple[tuple[str, str], ...] = (
    (r"size", "size"),
    (r"depth", "depth"),
    (r"nodes", "nodes"),
    (r"characters", "characters"),
    (r"tag", "tag"),
    (r"key", "key"),
    (r"merge", "merge"),
    (r"twice (?P<name>.*)", "twice"),
    (r"value (?P<name>.*)", "value"),
    (r".*'\\t'.*", "tab"),
    (r"found character '(?P<name>.)' that cannot start any token", "sign"),
    (r"found unknown escape character.*", "escape"),
    (r"mapping values are not allowed.*", "colon"),
    (r"could not find expected ':'", "colon_missing"),
    (r"expected <block end>.*|did not find expected.*", "indentation"),
    (r"expected ',' or '(?P<name>[\]}])'.*", "bracket"),
    (r"found unexpected end of stream", "quotation"),
    (r"found undefined alias '?(?P<name>[^']*)'?", "alias"),
    (r"but found another document", "several"),
    (r".*", "other"),
)
"""Problems by the form of PyYAML's words or of ours, the first that fits (`yaml.<name>`)."""


def told(problem: str) -> Because:
    """What is wrong, with what to do."""
    for form, name in _FORMS:
        match = re.fullmatch(form, problem, re.DOTALL)
        if match is not None:
            return because(f"yaml.{name}", name=match.groupdict().get("name") or "")
    raise AssertionError(problem)
