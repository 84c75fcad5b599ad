"""A four-level cascade: member, cell, committee, reward and streak; previewed, then settled by people."""

from datetime import date

import pytest

from application.questions import cases as queries
from application.questions.revocation_preview import preview
from domain.refusal import RefusedError
from domain.streams import case_stream
from tests.application.systems import a_system, played
from tests.support.five_goods import case, line, revocation, set_up


def of(subject, period="2024-04"):
    return case_stream("nam-tot", subject, period)


def act(verb, subject, by, day, period="2024-04", expect=None, **data):
    told = {"expect": expect} if expect else {}
    return line(verb, at=day, by=by, data=data, programme="nam-tot", subject=subject,
                period=period, **told)  # fmt: skip


def month(number, last):
    """Two of four members, the cell, the committee: all recognised, each resting on the one below."""
    day = f"2024-{number:02}"
    return [
        *case("member:m1", f"{day}-20"), *case("member:m2", f"{day}-20"),
        *case("unit:X", f"{day}-25"), *case("unit:C", f"{day}-{last}"),
    ]  # fmt: skip


@pytest.fixture
def system(fresh_url, tmp_path):
    system = a_system(fresh_url())
    lines = [
        *set_up(), *month(4, 28),
        act("decide-reward", "unit:C", "P-standing_committee", "2024-04-29", reward="star", number="S4"),
        *month(5, 28),
        act("decide-reward", "unit:C", "P-standing_committee", "2024-05-29", "2024-05",
            reward="two_months", number="H5"),
    ]  # fmt: skip
    assert played(system, tmp_path / "spring.jsonl", lines) == []
    yield system
    system.close()


def touched(system, subject="member:m1"):
    return preview(system, of(subject))["touched"]


def test_the_preview_lists_every_level_with_what_each_figure_was_and_would_be(system):
    found = [
        (t.level, t.kind, t.subject, t.period, t.use, t.was, t.would_be, t.holds)
        for t in touched(system)
    ]  # fmt: skip

    assert found == [
        (1, "case", "unit:X", "2024-04", "four_good_members", "2/4", "1/4", False),
        (2, "case", "unit:C", "2024-04", "four_good_units", "1/1", "0/1", False),
        (2, "reward", "unit:C", "2024-04", "reward:star", "S4", "", False),
        (3, "streak", "unit:C", "2024-05", "streak:two_months", "2", "1", False),
    ]


def test_targets_of_the_round_are_told_with_those_that_would_fall(system):
    [target] = preview(system, of("member:m1"))["targets"]
    assert (target["was"], target["would_be"], target["holds"]) == ("1/1", "0/1", False)


def test_each_line_names_who_settles_it(system):
    assert [each.reviewers for each in touched(system)] == [
        ["C/standing_committee"], ["P/standing_committee"],
        ["P/standing_committee"], ["P/standing_committee"],
    ]  # fmt: skip


def test_a_preview_changes_nothing(system):
    before = system.ledger.head()
    preview(system, of("member:m1"))
    assert system.ledger.head() == before


def test_what_does_not_stand_has_no_preview(system, tmp_path):
    with pytest.raises(RefusedError) as unknown:
        preview(system, "case:none")
    played(system, tmp_path / "r.jsonl", revocation("member:m1", "C", "2024-06-03", "2024-04"))
    with pytest.raises(RefusedError) as revoked:
        preview(system, of("member:m1"))

    assert [r.code for r in unknown.value.refusals] == ["no_such_case"]
    assert [r.code for r in revoked.value.refusals] == ["not_standing"]


def test_an_old_recognition_is_warned_of(system):
    assert preview(system, of("member:m1"))["warnings"] == []
    system.today = lambda at=None, on=None: date(2031, 1, 1)
    assert "6 năm" in preview(system, of("member:m1"))["warnings"][0]


def tasks(system, kind):
    return sorted(
        (task["subject"], task["period"], task["about"].partition("|")[2] or task["about"])
        for task in queries.tasks(system)
        if task["kind"] == kind
    )


def test_after_the_revocation_each_is_settled_by_its_own_competent_person(system, tmp_path):
    member = of("member:m1")
    assert played(system, tmp_path / "1.jsonl",
                  revocation("member:m1", "C", "2024-06-03", "2024-04")) == []  # fmt: skip
    assert tasks(system, "review") == [
        ("unit:C", "2024-04", "four_good_units"), ("unit:C", "2024-05", "streak:two_months"),
        ("unit:X", "2024-04", "four_good_members"),
    ]  # fmt: skip

    def review(
        subject, by, day, use, revoked=member, period="2024-04", result="to_be_re_examined", **more
    ):
        return act("review-dependent", subject, by, day, period, revoked=revoked, use=use,
                   result=result, **more)  # fmt: skip

    lines = [
        review("unit:X", "P-standing_committee", "2024-06-04", "four_good_members") | {"expect": "refused"},
        review("unit:X", "C-standing_committee", "2024-06-04", "four_good_members"),
        *revocation("unit:X", "C", "2024-06-05", "2024-04"),
        review("unit:C", "C-standing_committee", "2024-06-06", "four_good_units") | {"expect": "refused"},
        review("unit:C", "P-standing_committee", "2024-06-06", "four_good_units"),
        review("unit:C", "P-standing_committee", "2024-06-06", "four_good_units", of("unit:X")),
        *revocation("unit:C", "P", "2024-06-07", "2024-04"),
    ]  # fmt: skip
    assert played(system, tmp_path / "2.jsonl", lines) == []
    assert tasks(system, "recall") == [("unit:C", "2024-04", "star")]

    streak = [
        review("unit:C", "P-second", "2024-06-08", "streak:two_months", revoked,
               "2024-05", "stands")
        for revoked in (member, of("unit:X"), of("unit:C"))
    ]  # fmt: skip
    recall = act("recall-reward", "unit:C", "P-third", "2024-06-09", reward="star",
                 returned=True)  # fmt: skip
    assert played(system, tmp_path / "3.jsonl", [*streak, recall]) == []
    assert tasks(system, "review") == tasks(system, "recall") == []
    assert settled_by(system) == {
        "four_good_members": {"C-standing_committee"}, "four_good_units": {"P-standing_committee"},
        "streak:two_months": {"P-second"}, "star": {"P-third"},
    }  # fmt: skip


def settled_by(system):
    """Who settled what, from the histories."""
    found = {}
    for subject, period in (("unit:X", "2024-04"), ("unit:C", "2024-04"), ("unit:C", "2024-05")):
        for entry in queries.history(system, of(subject, period)):
            if entry["event"] in {"dependent-outcome-reviewed", "reward-recalled"}:
                values = {change["field"]: change["new"] for change in entry["changes"]}
                about = values.get("use") or values.get("reward")
                if about:
                    found.setdefault(about, set()).add(entry["signed_by"])
    return found
