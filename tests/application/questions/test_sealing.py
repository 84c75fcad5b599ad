"""A year is closed: locked, sealed, and what comes afterwards stands against the seal."""

import msgspec
import pytest

from application.commands.sealing import digest, is_unchanged, review_of_round
from application.intake.export import lines_of
from application.intake.scenario import play
from application.questions import cases as queries
from application.questions.cases import world_of
from application.questions.rounds import round_shown
from domain.refusal import RefusedError
from domain.streams import case_stream
from tests.application.systems import a_system, played
from tests.support import small_year
from tests.support.small_year import _line as line

CASE = case_stream("kon-tum", "unit:CB", "2024")
DECIDER = "DUK-standing_committee"


@pytest.fixture
def system(fresh_url, tmp_path):
    """The small year up to its decision; the round is still open."""
    system = a_system(fresh_url())
    year = [each for each in small_year.year() if each["at"] < "2025"]
    assert played(system, tmp_path / "year.jsonl", small_year.set_up(), year) == []
    yield system
    system.close()


def close(verb, day, by=DECIDER, reason="Khoá sổ năm", **more):
    return line(verb, at=day, by=by, programme="kon-tum", period="2024", **more) | {
        "reason": reason
    }


def late(system):
    """One backdated, one correction, one revocation (after a finding and its explanation)."""
    [decided] = [e for e in queries.history(system, CASE) if e["event"] == "decision-issued"]
    of = {"programme": "kon-tum", "subject": "unit:CB", "period": "2024"}
    correction = {"of_position": decided["position"], "field": "number", "value": "12A-QĐ/ĐU"}
    return [
        line("comment", at="2025-02-01", by="DB-committee_office", data={"comment": "muộn"}, **of)
        | {"on": "2024-12-22"},
        line("correct", at="2025-02-02", by="DB-party_committee", data=correction, **of),
        *[each for each in small_year.year() if each["at"] > "2025" and each["do"] in _BACK],
    ]  # fmt: skip


_BACK = ("find-defect", "explain", "revoke")


def shown(system):
    return round_shown(system, "kon-tum", "2024")


def refusals(system, tmp_path, *lines):
    told = list(play(system, [small_year.write(tmp_path / "t.jsonl", lines)]))
    return [{reason.code for reason in each.refusals} for each in told]


def test_three_late_entries_stand_against_the_seal_and_the_review_stays_to_the_byte(
    system, tmp_path
):
    closing = [close("lock-round", "2025-01-10"), close("seal-round", "2025-01-12")]
    assert played(system, tmp_path / "close.jsonl", closing) == []
    [seal] = shown(system)["seals"]
    before = digest(review_of_round(system, "kon-tum", "2024", seal["position"]))
    assert shown(system)["after_the_seal"] == []

    assert played(system, tmp_path / "late.jsonl", late(system)) == []

    kinds = [entry["kind"] for entry in shown(system)["after_the_seal"]]
    assert kinds == ["backdated", "correction", "late", "late", "revocation"]
    assert shown(system)["unchanged"]
    assert digest(review_of_round(system, "kon-tum", "2024", seal["position"])) == before
    assert before == seal["digest"]
    head = system.ledger.head().position
    assert digest(review_of_round(system, "kon-tum", "2024", head)) != before


def erase_the_reason_of_the_return(system):
    [row] = [
        row for batch in system.ledger.read() for row in batch if row.topic == "dossier-returned"
    ]
    system.ledger.erase(row.position, row.reason)


def with_texts(system, seal):
    """The digest as early seals have it: of the review with its texts in it."""
    review = review_of_round(system, "kon-tum", "2024", seal.position, says_texts=True)
    return msgspec.structs.replace(seal, digest=digest(review))


def unchanged(system, seal):
    return is_unchanged(system, "kon-tum", "2024", seal)


@pytest.fixture
def seal(system, tmp_path):
    """The seal of the small year."""
    closing = [close("lock-round", "2025-01-10"), close("seal-round", "2025-01-12")]
    assert played(system, tmp_path / "close.jsonl", closing) == []
    return world_of(system).round("kon-tum", "2024").seals[-1]


def test_an_erasure_does_not_make_a_sealed_year_look_forged(system, seal):
    other = msgspec.structs.replace(seal, digest="0" * 64)
    assert (unchanged(system, seal), unchanged(system, other)) == (True, False)
    before = with_texts(system, seal)

    erase_the_reason_of_the_return(system)

    assert with_texts(system, seal) != before
    assert unchanged(system, seal) is True


def test_of_an_early_seal_that_counts_an_erased_text_it_is_said_that_nobody_can_tell(system, seal):
    early = with_texts(system, seal)
    assert early.digest != seal.digest
    assert unchanged(system, early) is True

    erase_the_reason_of_the_return(system)

    assert unchanged(system, early) is None


def test_a_seal_whose_figures_are_typed_is_refused(system, tmp_path):
    sealing = close("seal-round", "2025-01-12", data={"position": 1, "digest": "giả"})
    lines = [close("lock-round", "2025-01-10"), sealing]

    [told] = played(system, tmp_path / "close.jsonl", lines)
    assert told.count("is filled in by bontot and is not typed") == 2
    assert shown(system)["seals"] == []


def test_a_seal_names_position_root_and_figures(system, tmp_path):
    head, sealing = system.ledger.head(), close("seal-round", "2025-01-12")
    played(system, tmp_path / "close.jsonl", [close("lock-round", "2025-01-10"), sealing])

    [seal] = shown(system)["seals"]

    assert (seal["position"], seal["figures"]["passed"]) == (head.position + 1, 1)
    assert seal["root"] == system.ledger.head_at(seal["position"]).root.hex()
    assert len(seal["digest"]) == 64


def test_the_review_lists_what_came_after_the_seal(system, tmp_path):
    closing = [close("lock-round", "2025-01-10"), close("seal-round", "2025-01-12")]
    played(system, tmp_path / "close.jsonl", closing)
    played(system, tmp_path / "late.jsonl", late(system))

    head = system.ledger.head().position
    found = review_of_round(system, "kon-tum", "2024", head, says_texts=True)

    rows = found.table("after_the_seal").dicts()
    assert [row["kind"] for row in rows] == [
        "backdated",
        "correction",
        "late",
        "late",
        "revocation",
    ]
    assert rows[0]["reason"] == "lý do: comment"


@pytest.mark.parametrize(
    ("verbs", "codes"),
    [
        (["lock-round", "lock-round"], {"round_locked"}),
        (["reopen-round"], {"round_not_locked"}),
        (["seal-round"], {"round_not_locked"}),
        (["lock-round", "seal-round", "seal-round"], {"round_sealed"}),
        (["lock-round", "seal-round", "reopen-round", "seal-round"], {"round_not_locked"}),
    ],
)
def test_a_round_is_closed_in_order(system, tmp_path, verbs, codes):
    told = refusals(
        system, tmp_path, *(close(verb, f"2025-01-1{n}") for n, verb in enumerate(verbs))
    )
    assert told[-1] == codes
    assert told[:-1] == [set()] * (len(verbs) - 1)


def test_a_round_is_reopened_with_a_reason_only_and_sealed_again(system, tmp_path):
    told = refusals(
        system, tmp_path,
        close("lock-round", "2025-01-10"), close("seal-round", "2025-01-11"),
        close("reopen-round", "2025-01-12", reason=" "), close("reopen-round", "2025-01-13"),
        close("lock-round", "2025-01-14"), close("seal-round", "2025-01-15"),
    )  # fmt: skip

    assert told == [set(), set(), {"reason_missing"}, set(), set(), set()]
    assert len(shown(system)["seals"]) == 2
    assert shown(system)["state"] == "sealed"


def test_only_a_decider_closes_a_round(system, tmp_path):
    [codes] = refusals(system, tmp_path, close("lock-round", "2025-01-10", by="CB-cell_committee"))
    assert codes == {"no_mandate", "no_recording_mandate"}


def test_who_acts_for_no_organ_that_closes_rounds_is_told_whose_it_is(system, tmp_path):
    known = line("register-person", at="2025-01-08", data={"person": "khac", "name": "Người mẫu"})
    told = refusals(system, tmp_path, known, close("lock-round", "2025-01-10", by="khac"))
    assert told[-1] == {"no_mandate", "no_recording_mandate"}


def test_an_organ_of_another_tree_does_not_close_it(system, tmp_path):
    lines = [
        line("register-unit", at="2025-01-08", data={
            "code": "KHAC", "name": "Khác", "kind": "BLOC_COMMITTEE", "organs": ["standing_committee"]}),
        line("register-person", at="2025-01-08", data={"person": "khac", "name": "Người mẫu"}),
        line("give-mandate", at="2025-01-08", person="khac",
             data={"mandate": "m", "organ": "KHAC/standing_committee"}),
        {**close("lock-round", "2025-01-10", by="khac"), "for": "KHAC/standing_committee"},
    ]  # fmt: skip
    assert refusals(system, tmp_path, *lines)[-1] == {"organ_not_competent", "organ_not_above"}


def test_a_locked_round_takes_no_step_but_looks_at_a_recognition_again(system, tmp_path):
    of = {"programme": "kon-tum", "subject": "unit:CB", "period": "2024"}
    evidence = {"evidence": "x", "nodes": [], "kind": "figure", "value": "1"}
    told = refusals(
        system, tmp_path, close("lock-round", "2025-01-10"),
        line("attach-evidence", at="2025-01-11", by="CB-cell_committee", data=evidence, **of),
        line("extend-deadline", at="2025-01-11", by=DECIDER, programme="kon-tum", period="2024",
             data={"deadline": "year_end", "due_on": "2025-02-01"}),
        line("comment", at="2025-01-12", by="DB-committee_office", data={"comment": "c"}, **of),
    )  # fmt: skip

    assert "round_not_open" in told[1]
    assert "round_locked" in told[2]
    assert told[3] == set()


def test_a_closed_year_is_exported_and_played_again_to_the_same_seal(system, tmp_path):
    closing = [close("lock-round", "2025-01-10"), close("seal-round", "2025-01-12")]
    played(system, tmp_path / "close.jsonl", closing)
    exported = tmp_path / "export.jsonl"
    exported.write_text("\n".join(lines_of(system.ledger)), encoding="utf-8")
    other = a_system(f"sqlite:///{tmp_path}/other.sqlite")

    assert all(each.as_expected for each in play(other, [exported]))
    assert shown(other)["seals"][0]["figures"] == shown(system)["seals"][0]["figures"]
    other.close()


def test_an_unknown_round_is_refused(system):
    with pytest.raises(RefusedError):
        round_shown(system, "kon-tum", "1999")
