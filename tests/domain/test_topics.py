"""Stored names are promises: the list of topics, pinned."""

from domain.catalogue import VERBS
from domain.events import ALL, BY_TOPIC

NOT_COMMANDED = {"case-opened", "dependent-outcome-flagged", "subject-succeeded"}
TOPICS = [
    "aggregate-adopted",
    "appraised",
    "attributes-changed",
    "ballots-counted",
    "breach-recorded",
    "case-cancelled",
    "case-opened",
    "case-resumed",
    "case-suspended",
    "case-withdrawn",
    "certificate-issued",
    "classification-imported",
    "commendation-given",
    "comment-given",
    "commitment-signed",
    "consultation-closed",
    "consultation-opened",
    "correction-recorded",
    "deadline-extended",
    "decision-issued",
    "decision-superseded",
    "defect-found",
    "delegation-ended",
    "delegation-given",
    "dependent-outcome-flagged",
    "dependent-outcome-reviewed",
    "directly-opened",
    "discipline-recorded",
    "dissemination-held",
    "dossier-returned",
    "dossier-submitted",
    "dossier-supplemented",
    "duty-performed",
    "evidence-attached",
    "evidence-withdrawn",
    "example-registered",
    "exemption-recorded",
    "explanation-given",
    "fee-paid",
    "figure-reported",
    "follower-assigned",
    "follower-released",
    "holidays-declared",
    "hop-appraised",
    "individual-sheet-submitted",
    "inquiry-opened",
    "inspection-concluded",
    "level-claimed",
    "log-opened",
    "mandate-ended",
    "mandate-given",
    "meeting-rated",
    "meeting-recorded",
    "membership-ended",
    "membership-started",
    "monthly-report-filed",
    "opinion-given",
    "organ-abolished",
    "organ-established",
    "outstanding-selected",
    "periodic-report-filed",
    "person-registered",
    "petition-answered",
    "petition-filed",
    "pilot-list-set",
    "pilot-selected",
    "plan-filed",
    "programme-published",
    "recognition-confirmed",
    "recognition-restored",
    "recognition-revoked",
    "registered",
    "registration-answered",
    "registration-forwarded",
    "review-held",
    "reward-decided",
    "reward-recalled",
    "round-locked",
    "round-opened",
    "round-reopened",
    "round-report-filed",
    "round-sealed",
    "session-held",
    "subject-succeeded",
    "unit-dissolved",
    "unit-kind-changed",
    "unit-merged",
    "unit-moved",
    "unit-registered",
    "unit-renamed",
    "unit-split",
    "visit-recorded",
]


def test_no_stored_name_has_changed():
    assert sorted(BY_TOPIC) == TOPICS


def test_no_two_events_share_a_name():
    assert len(BY_TOPIC) == len(ALL)


def test_every_event_but_those_that_follow_by_themselves_has_a_command():
    commanded = {verb.event.TOPIC for verb in VERBS.values()}

    assert set(BY_TOPIC) - commanded == NOT_COMMANDED
