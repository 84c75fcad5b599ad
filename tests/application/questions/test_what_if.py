"""The year under other rules: hand-computed, nothing stored, what lacks facts is listed and not guessed."""

import re

import pytest

from application.intake.programme_publishing import edition_of_file
from application.intake.scenario import play
from application.questions import cases as queries
from application.questions.what_if import case_under, what_if
from domain.refusal import RefusedError
from domain.streams import case_stream
from tests.application.systems import a_system, played
from tests.architecture.tree import ROOT
from tests.support.five_goods import FILE, case, set_up
from words.sentences import sentence

STORY = ROOT / "samples" / "year-end"
APPRAISED = {
    "C01": 88, "C02": 85, "C03": 83, "C04": 87, "C05": 84, "C06": 87, "C07": 88, "C08": 82, "C09": 85,
    "C10": 70,
}  # fmt: skip
"""The appraiser's total of each cell, as the scenario gives the marks of its four nodes."""


@pytest.fixture
def year(fresh_url):
    """The made-up year of the story, as it was sealed."""
    from application.commands.opening import initialise  # noqa: PLC0415 -- opened earlier than other tests do
    from tests.application.systems import OPENED_AT  # noqa: PLC0415 -- as above

    system = initialise(fresh_url(), by="quan-tri", simulated=True, at=OPENED_AT.replace(year=2019))
    assert all(each.as_expected for each in play(system, [STORY / "years.jsonl"]))
    yield system
    system.close()


def other(tmp_path, *changes, of=STORY / "programme.yaml"):
    text = of.read_text(encoding="utf-8")
    for old, new in changes:
        assert re.search(old, text), old
        text = re.sub(old, new, text, count=1)
    path = tmp_path / "other.yaml"
    path.write_text(text, encoding="utf-8")
    return edition_of_file(str(path))


def subjects(rows):
    return sorted(row["subject"].removeprefix("unit:") for row in rows)


@pytest.mark.parametrize("mark", [81, 85, 88, 90])
def test_a_raised_mark_names_exactly_the_cases_that_a_hand_calculation_names(year, tmp_path, mark):
    before = year.ledger.head()
    fallen = sorted(cell for cell, total in APPRAISED.items() if 80 <= total < mark)
    passing = sum(total >= mark for total in APPRAISED.values())
    committee = ["DU"] if passing / len(APPRAISED) < 0.9 else []

    found = what_if(year, 2024, other(tmp_path, ("mark: 80", f"mark: {mark}")))

    assert subjects(found["changed"]) == fallen + committee
    assert found["counts"]["would_pass"] == passing + (not committee)
    assert found["simulation"]
    assert year.ledger.head() == before


def test_each_case_that_turns_says_what_turned_it(year, tmp_path):
    found = what_if(year, 2024, other(tmp_path, ("mark: 80", "mark: 85")))
    turned = {
        row["subject"]: [(t["about"], t["was"], t["would_be"]) for t in row["turned"]]
        for row in found["changed"]
    }
    assert turned["unit:C05"] == [("total", "84", "84 / 85")]
    assert turned["unit:DU"] == [("II.1", "met", "not_met")]


def test_a_lowered_mark_lets_one_pass(year, tmp_path):
    found = what_if(year, 2024, other(tmp_path, ("mark: 80", "mark: 70")))
    assert subjects(found["changed"]) == ["C10"]


def test_a_criterion_nobody_looked_at_is_listed_and_not_guessed(year, tmp_path):
    added = (
        r"nodes: \[\{id: IV.1, kind: points, max: 15",
        "nodes: [{id: IV.2, kind: points, max: 5, vi: Mới, en: New}, {id: IV.1, kind: points, max: 10",
    )
    found = what_if(year, 2024, other(tmp_path, added))

    lacking = {row["subject"]: row["lacking"] for row in found["lacking"]}
    assert len(lacking) == 10
    assert "IV.2" in lacking["unit:C01"]
    assert found["counts"]["lacking"] == 10
    assert [row["subject"] for row in found["unchanged"]] == ["unit:DU"]


def test_another_share_of_the_cells_turns_the_committee(year, tmp_path):
    found = what_if(year, 2024, other(tmp_path, ("Từ 90 % chi bộ", "Từ 95 % chi bộ"), (
        'title: cell}, passes: ">= 90 %"', 'title: cell}, passes: ">= 95 %"')))  # fmt: skip
    assert subjects(found["changed"]) == ["DU"]


def test_under_its_own_rules_nothing_changes(year, tmp_path):
    assert what_if(year, 2024, other(tmp_path))["changed"] == []


def test_members_turn_their_cell_and_the_cell_its_committee(fresh_url, tmp_path):
    system = a_system(fresh_url())
    month = [
        *set_up(), *case("member:m1", "2024-05-20"), *case("member:m2", "2024-05-20"),
        *case("unit:X", "2024-05-25"), *case("unit:C", "2024-05-28"),
    ]  # fmt: skip
    assert played(system, tmp_path / "may.jsonl", month) == []
    knocked_out = (r"passes: \">= 50 %\"", 'passes: ">= 75 %"')

    found = what_if(system, 2024, other(tmp_path, knocked_out, of=FILE))

    assert subjects(found["changed"]) == ["C", "X"]
    cell = next(row for row in found["changed"] if row["subject"] == "unit:X")
    assert ("E.1", "knockout") in {(t["about"], t["would_be"]) for t in cell["turned"]}
    system.close()


def test_cases_not_yet_scored_are_said_to_be(fresh_url, tmp_path):
    system = a_system(fresh_url())
    lines = [*set_up(), *list(case("member:m1", "2024-05-20"))[:1]]
    assert played(system, tmp_path / "may.jsonl", lines) == []
    found = what_if(system, 2024, edition_of_file(str(FILE)))
    assert subjects(found["not_scored"]) == ["member:m1"]
    system.close()


@pytest.mark.parametrize(
    ("year_asked", "change", "code"),
    [(1999, ("mark: 80", "mark: 81"), "no_round_to_try"),
     (2024, ("code: bon-tot-mau", "code: khac"), "no_round_to_try")],
)  # fmt: skip
def test_a_file_or_year_that_does_not_fit_is_refused(year, tmp_path, year_asked, change, code):
    with pytest.raises(RefusedError) as refused:
        what_if(year, year_asked, other(tmp_path, change))
    assert [reason.code for reason in refused.value.refusals] == [code]


def test_a_file_without_the_cases_kind_is_refused(year, tmp_path):
    text = (STORY / "programme.yaml").read_text(encoding="utf-8")
    path = tmp_path / "x.yaml"
    path.write_text(text.replace("  committee: {vi: Đảng bộ, en", "  body: {vi: Đảng bộ, en")
                    .replace("subjects: [committee]", "subjects: [body]"), encoding="utf-8")  # fmt: skip
    with pytest.raises(RefusedError) as refused:
        what_if(year, 2024, edition_of_file(str(path)))
    assert [reason.code for reason in refused.value.refusals] == ["kind_missing_there"]


def test_a_broken_file_is_refused_with_its_line(tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text(
        (STORY / "programme.yaml").read_text(encoding="utf-8").replace("mark: 80", "mark: x")
    )
    with pytest.raises(RefusedError) as refused:
        edition_of_file(str(path))
    assert "23" in sentence(refused.value.refusals[0], "vi")


def test_one_case_under_a_file_or_a_version(year):
    path = STORY / "mark-85.yaml"
    stream = case_stream("bon-tot-mau", "unit:C05", "2024")
    version = queries.cases(year, unit="C05")[0]["programme_version"]

    assert case_under(year, stream, str(path))["outcome"] == "FAIL"
    assert case_under(year, stream, version[:8])["outcome"] == "PASS"
    for rules, code in (("ffff", "version_unclear"), ("kon-tum.yaml", "other_programme")):
        with pytest.raises(RefusedError) as refused:
            case_under(year, stream, rules)
        assert [reason.code for reason in refused.value.refusals] == [code]
