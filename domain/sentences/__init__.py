"""Every reason for a refusal as a sentence, Vietnamese and English, one file per subject."""

from __future__ import annotations

from domain.sentences import acting, case, facts, organisation, requests

SENTENCES: dict[str, tuple[str, str]] = {
    **acting.SENTENCES,
    **case.SENTENCES,
    **facts.SENTENCES,
    **organisation.SENTENCES,
    **requests.SENTENCES,
}
