"""What a file uses from elsewhere, by its full dotted name, whichever way it was imported."""

from __future__ import annotations

import ast


def imported(tree):
    """Each local name with the dotted name behind it."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.split(".")[0]
                names[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def dotted(node, names):
    """The full name of `a.b.c`, or None when `a` was not imported."""
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value, names)
        return owner and f"{owner}.{node.attr}"
    return names.get(node.id) if isinstance(node, ast.Name) else None


def uses(tree):
    """Every imported thing that is named in the code or brought in by an import."""
    names = imported(tree)
    spelled = {dotted(n, names) for n in ast.walk(tree) if isinstance(n, ast.Attribute | ast.Name)}
    return {name for name in spelled | set(names.values()) if name}


def matching(tree, banned):
    """The uses that are one of `banned`, or lie inside a banned module (written `time.`)."""
    return sorted(
        name
        for name in uses(tree)
        if name in banned or any(b.endswith(".") and f"{name}.".startswith(b) for b in banned)
    )
