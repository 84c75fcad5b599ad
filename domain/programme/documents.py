"""The documents that a dossier or an act may name."""

from __future__ import annotations

DOCUMENTS = (
    "DOC-PLAN",
    "DOC-PILOT",
    "DOC-REG",
    "DOC-REGFWD",
    "DOC-COMMIT",
    "DOC-MONTH",
    "DOC-SELF",
    "DOC-AGG",
    "DOC-MEMBER",
    "DOC-BALLOT",
    "DOC-COUNT",
    "DOC-MIN",
    "DOC-REPORT",
    "DOC-SUBMIT",
    "DOC-INDEX",
    "DOC-RETURN",
    "DOC-APPR",
    "DOC-CONS",
    "DOC-OPIN",
    "DOC-PROP",
    "DOC-DEC",
    "DOC-NOTREC",
    "DOC-REWARD",
    "DOC-CERT",
    "DOC-REV",
    "DOC-INSP",
    "DOC-SUM",
    "DOC-AUDIT",
)
"""Codes of documents; each has the word `document.<code>`."""
