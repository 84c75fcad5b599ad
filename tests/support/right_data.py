"""Data for each command that are right for a case as it stands: they name what the case has."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import to_builtins

from domain.case.choices import CHOICES
from domain.events import case as c

PAPER = {"document": "DOC-INSP", "number": "1"}
LEVELS = ("PASS", "FAIL")


class Asked:
    """A command that is asked of a case, for the organs that may give it."""

    def __init__(self, situation, organs):
        self.case, self.programme, self.organs = situation.case, situation.programme, organs
        self.today = situation.on.isoformat()
        self.later = (situation.on + timedelta(days=10)).isoformat()
        self.named = CHOICES[situation.verb](situation) if situation.verb in CHOICES else []
        self.a_body = organs[0] if organs else _organ_of(situation)

    @property
    def sheet(self):
        """The newest sheet of the case."""
        details = (act.event.details for act in reversed(self.case.acts))
        found = (getattr(each, "sheet", None) for each in details)
        return next((to_builtins(sheet) for sheet in found if sheet), None)

    @property
    def sheets(self):
        return [{"sheet": self.sheet}] if self.sheet else []

    @property
    def corrections(self):
        return [
            {"of_position": act.position, "field": "effective_on", "value": on}
            for at, act in enumerate(self.case.acts)
            if act.organ in (self.organs or [act.organ]) and act.topic != c.CorrectionRecorded.TOPIC
            for on in self.days(at)
        ]

    def days(self, at):
        """Days that an act can have between its neighbours, so that one is another than its own."""
        earlier = [act.effective_on for act in self.case.acts[:at]][-1:] or [self.case.opened_on]
        later = [act.effective_on for act in self.case.acts[at + 1 :]][:1] or [self.today]
        after = (date.fromisoformat(earlier[0]) + timedelta(days=1)).isoformat()
        own = self.case.acts[at].effective_on
        return [day for day in dict.fromkeys((*later, *earlier, after)) if day != own]

    @property
    def flags(self):
        flagged = [act.event.details for act in self.case.all(c.DependentOutcomeFlagged)]
        return [{"revoked": e.revoked, "use": e.use, "result": "stands"} for e in flagged]

    @property
    def silent(self):
        asked = self.case.last(c.ConsultationOpened)
        return dict.fromkeys(asked.event.details.bodies if asked else [], "r")

    @property
    def papers(self):
        return [{"document": each.document, "number": "1"} for each in self.programme.dossier]

    @property
    def ground(self):
        return next(iter(self.programme.revocation.grounds), "")

    @property
    def effect(self):
        return next(iter(self.programme.revocation.effects), "")


def _organ_of(situation):
    """An organ that there is, where nobody may act for one."""
    unit = situation.world.unit(situation.candidate.unit)
    organs = unit.organs_on(situation.on) if unit else ()
    return f"{unit.code}/{min(organs)}" if organs else "x/y"


RIGHT = {
    "attach-evidence": lambda a: [
        {"evidence": "mc-99", "nodes": [], "kind": "figure", "value": "1"}
    ],
    "withdraw-evidence": lambda a: [{"evidence": each} for each in a.named],
    "submit-sheet": lambda a: a.sheets,
    "adopt-aggregate": lambda a: a.sheets,
    "claim-level": lambda a: [{"level": level, "classification": "WELL"} for level in LEVELS],
    "submit-dossier": lambda a: [{"documents": a.papers}],
    "return-dossier": lambda a: [{"missing": ["báo cáo"], "due_on": a.later}],
    "supplement-dossier": lambda a: [{"documents": a.papers}],
    "appraise-at-hop": lambda a: [{"proposal": "PASS", "sheet": a.sheet}],
    "appraise": lambda a: [
        {"proposal": "PASS", "sheet": a.sheet, "review_results": "đã kiểm điểm"}
    ],
    "open-consultation": lambda a: [{"bodies": a.named, "due_on": a.later}],
    "give-opinion": lambda a: [{"body": each, "stance": "agree"} for each in a.organs or a.named],
    "close-consultation": lambda a: [{"silent": a.silent}],
    "decide": lambda a: [
        {"level": level, "number": "99-QĐ", "departure": "r"} for level in LEVELS
    ],
    "supersede-decision": lambda a: [
        {"level": level, "number": "99-QĐ", "departure": "r"} for level in LEVELS
    ],
    "decide-reward": lambda a: [{"reward": each, "number": "95"} for each in a.programme.rewards],
    "issue-certificate": lambda a: [
        {"reward": each, "number": "95"} for each in a.programme.rewards
    ],
    "recall-reward": lambda a: [{"reward": each, "returned": True} for each in a.programme.rewards],
    "find-defect": lambda a: [{"ground": a.ground, "statement": "s", "evidence": [PAPER]}],
    "open-inquiry": lambda a: [{"body": a.a_body, "due_on": a.later}],
    "confirm-recognition": lambda a: [{"number": "96-TB"}],
    "revoke": lambda a: [
        {"number": "97-QĐ", "ground": a.ground, "effect": a.effect, "without_explanation": "r"}
    ],
    "restore-recognition": lambda a: [{"petition": each, "number": "98-QĐ"} for each in a.named],
    "review-dependent": lambda a: a.flags,
    "file-petition": lambda a: [{"petition": "kn-99", "subject_matter": "s"}],
    "answer-petition": lambda a: [{"petition": each, "upheld": False} for each in a.named],
    "correct": lambda a: a.corrections,
    "answer-registration": lambda _: [{"accepted": accepted} for accepted in (True, False)],
    "file-plan": lambda _: [{"document": PAPER}],
    "register": lambda _: [
        {"document": {"document": "DOC-REG", "number": "1"}, "contact": "r"}
    ],
    "sign-commitment": lambda a: [{"conference_on": a.today}],
    "register-example": lambda _: [{"commitment": "r"}],
    "comment": lambda _: [{"comment": "r"}],
    "explain": lambda _: [{"explanation": "r"}],
    "conclude-inspection": lambda _: [{"conclusion": "r", "in_order": True}],
    "count-ballots": lambda _: [
        {**dict.fromkeys(("roll", "present", "issued", "returned", "valid", "votes_for"), 9),
         "roll_reason": "r", "invalid": 0, "votes_against": 0},
    ],
}  # fmt: skip
"""By command; those that are not here need no data."""
NOTHING = {
    "open-consultation": {"bodies": ["x/y"], "due_on": "2030-01-01"},
    "withdraw-evidence": {"evidence": "mc-nothing"},
    "answer-petition": {"petition": "kn-nothing", "upheld": False},
    "restore-recognition": {"petition": "kn-nothing", "number": "98-QĐ"},
    "review-dependent": {"revoked": "case:nothing", "use": "x", "result": "stands"},
    "correct": {"of_position": 1, "field": "effective_on", "value": "2024-01-01"},
    "give-opinion": {"body": "x/nothing", "stance": "agree"},
}
"""By command, what can be read and names nothing that is there."""
