"""Lending a book: a small workflow that shows the engine knows nothing of its other use."""

import copy
from typing import Any

import msgspec

from workflow.definition import Definition

GUARDS = ("on_shelf", "no_fine")
ROLES = ("reader", "librarian")
COMMANDS = ("ask", "answer", "renew", "recall", "give_back", "report_loss", "note")

Tree = dict[str, Any]


_TREE: Tree = {
    "name": "lending",
    "stages": {
        "asked": {"vi": "Đã hỏi mượn", "en": "Asked for"},
        "lent": {"vi": "Đang cho mượn", "en": "Lent", "clause": "R-1"},
        "overdue": {"vi": "Quá hạn", "en": "Overdue"},
        "returned": {"vi": "Đã trả", "en": "Returned", "resting": True},
        "refused": {"vi": "Từ chối", "en": "Refused", "resting": True},
        "lost": {"vi": "Bị mất", "en": "Lost", "resting": True},
    },
    "steps": [
        {"step": "ask", "from": "new", "to": "asked", "by": "reader", "vi": "Hỏi mượn"},
        {
            "step": "lend",
            "command": "answer",
            "outcome": "YES",
            "from": "asked",
            "to": "lent",
            "by": ["librarian"],
            "guards": ["on_shelf", "no_fine"],
            "deadline": "answer",
            "vi": "Cho mượn",
            "en": "Lend",
        },
        {
            "step": "refuse",
            "command": "answer",
            "from": "asked",
            "to": "refused",
            "by": "librarian",
        },
        {"step": "renew", "from": "lent", "by": "reader", "en": "Renew"},
        {"step": "recall", "from": "lent", "to": "overdue", "by": "librarian"},
        {
            "step": "extend",
            "command": "renew",
            "from": "overdue",
            "to": "lent",
            "by": "librarian",
        },
        {
            "step": "give_back",
            "from": ["lent", "overdue"],
            "to": "returned",
            "by": ["reader", "librarian"],
        },
        {"step": "report_loss", "from": ["lent", "overdue"], "to": "lost", "by": "reader"},
        {"step": "note", "from": "*", "by": "librarian", "vi": "Ghi chú", "en": "Note"},
    ],
    "required": {"returned": ["asked", "lent"]},
    "deadlines": {"answer": {"within": {"business_days": 3, "after": "ask"}}},
}


def tree() -> Tree:
    """The definition as a parsed YAML file would give it, to be changed at will."""
    return copy.deepcopy(_TREE)


def lending(**changes: object) -> Definition:
    """The definition itself, with whole sections changed."""
    return msgspec.convert({**tree(), **changes}, Definition)
