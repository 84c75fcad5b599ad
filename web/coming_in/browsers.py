"""What a browser calls itself, as somebody knows it: which one, on what."""

from __future__ import annotations

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("coc_coc", "Coc Coc"), ("Firefox", "Firefox"),
             ("Chrom", "Chrome"), ("Safari", "Safari"))  # fmt: skip
_SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
            ("Mac OS", "Mac"), ("Linux", "Linux"))  # fmt: skip
"""In this order: each calls itself by the names behind its own, too."""


def browser_named(agent: str) -> str:
    """`Firefox, Windows`; as much of it as is known, and empty for nothing. Never what was sent itself."""
    known = (
        next((name for mark, name in marks if mark in agent), "") for marks in (_BROWSERS, _SYSTEMS)
    )
    return ", ".join(filter(None, known))
