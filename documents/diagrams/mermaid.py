"""A workflow as Mermaid text (`stateDiagram-v2`), for pages that render it themselves."""

import re

from documents.diagrams.drawing.picture import Node, Picture, picture
from workflow.definition import ANY_STAGE, Definition

# Mermaid 11 parses its own entity codes in a state diagram but shows them undecoded, so signs
# that mean something to it are replaced by ones that look alike.
LOOKALIKES = str.maketrans({'"': "”", ":": "∶", ";": ",", "<": "‹", ">": "›", "\n": " "})


def mermaid(definition: Definition, lang: str = "vi", *, title: str = "") -> str:
    """The diagram as text, with labels in one language."""
    shown = picture(definition, lang, title=title)
    ids = _ids(shown)
    lines = ["stateDiagram-v2", "    direction TB", f"    accTitle: {_plain(shown.title)}"]
    for node in shown.nodes:
        lines.extend(f"    {line}" for line in _node_lines(node, ids[node.name]))
    for arrow in shown.arrows:
        label = _plain(", ".join(arrow.labels))
        lines.append(f"    {ids[arrow.source]} --> {ids[arrow.target]} : {label}")
    lines.extend(f"    {ids[node.name]} --> [*]" for node in shown.nodes if node.kind == "resting")
    return "\n".join(lines) + "\n"


def _node_lines(node: Node, name: str) -> list[str]:
    """The stage, the mark of the start, and the acts that stay there as a note."""
    lines = [f'state "{_plain(node.label)}" as {name}']
    if node.kind == "start":
        lines.append(f"[*] --> {name}")
    if notes := [*node.stages, *(f"· {stay}" for stay in node.stays)]:
        lines.append(f"note right of {name}")
        lines.extend(f"    {_plain(note)}" for note in notes)
        lines.append("end note")
    return lines


def _ids(shown: Picture) -> dict[str, str]:
    """A name for each stage close to our own; the prefix keeps it from being a word of Mermaid."""
    ids: dict[str, str] = {}
    for number, node in enumerate(shown.nodes):
        near = "s_" + re.sub(r"[^A-Za-z0-9_]", "_", node.name.replace(ANY_STAGE, "any"))
        ids[node.name] = f"{near}_{number}" if near in ids.values() else near
    return ids


def _plain(text: str) -> str:
    """Without signs and words that would end a label or a note ("Send note" would)."""
    unspaced = re.sub(r"(?i)(end) (note)", "\\1\N{NO-BREAK SPACE}\\2", text)
    return unspaced.translate(LOOKALIKES)
