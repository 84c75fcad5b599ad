"""The acts on a case: one record a kind, by the part of a case's life to which it belongs.

A new act is a payload and an event (`domain/events/`), a record here with its rules, and its words.
"""

from __future__ import annotations

from domain.case.acts import (
    appraising,
    assessing,
    deciding,
    petitioning,
    preparing,
    revoking,
    submitting,
)

KINDS = (
    *preparing.KINDS,
    *assessing.KINDS,
    *submitting.KINDS,
    *appraising.KINDS,
    *deciding.KINDS,
    *revoking.KINDS,
    *petitioning.KINDS,
)
"""Every kind of act, in the order in which a case meets them."""
BY_VERB = {kind.verb: kind for kind in KINDS if kind.verb}
BY_TOPIC = {kind.topic: kind for kind in KINDS}
