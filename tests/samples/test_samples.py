"""The sample years: what they come to, and that they say what they are."""

import pytest

from application import catalogue, queries
from application.scenario import play
from application.tables import read_table
from application.units_import import HEADINGS
from scripts.demonstration import GUIDELINES, samples
from tests.application.systems import a_system


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    system = a_system(f"sqlite:///{tmp_path_factory.mktemp('samples')}/log.sqlite")
    told = list(play(system, samples()))
    yield system, told
    system.close()


def test_every_line_goes_as_it_says(played):
    _, told = played

    assert [(line.file, line.number) for line in told if not line.as_expected] == []


def test_every_guideline_shows_rules_saying_no(played):
    _, told = played
    refused = {line.file.partition("/")[0] for line in told if line.refusals}

    assert refused == set(GUIDELINES)
    assert max(len(line.refusals) for line in told) >= 3


def test_playing_the_samples_again_changes_nothing(played):
    system, _ = played
    root = system.ledger.head().root

    assert all(line.as_expected for line in play(system, samples()))
    assert system.ledger.head().root == root


def outcomes(system, programme):
    """How many cases of a programme ended how."""
    found = {}
    for case in queries.cases(system, programme=programme):
        found[case["stage"]] = found.get(case["stage"], 0) + 1
    return found


@pytest.mark.parametrize(
    ("programme", "stages"),
    [
        ("kon-tum", {"recognised": 3, "not_recognised": 2, "withdrawn": 1, "revoked": 1}),
        ("son-la", {"recognised": 3, "not_recognised": 1, "registration_declined": 1, "voted": 1}),
        ("soc-trang", {"recognised": 5, "not_recognised": 1}),
        ("cam-giang", {"recognised": 6, "not_recognised": 6, "revoked": 1}),
        ("power-tkv", {"recognised": 4, "not_recognised": 2}),
    ],
)
def test_what_each_year_comes_to(played, programme, stages):
    assert outcomes(played[0], programme) == stages


def test_the_cell_that_is_named_is_revoked_as_if_it_had_never_been(played):
    [entry] = [e for e in queries.register(played[0]) if e["subject"] == "unit:KT-KHTH"]

    assert (entry["standing"], entry["revocation_effect"]) == (False, "as_if_never")


def test_a_revoked_member_left_a_flag_at_the_cell_that_was_reviewed(played):
    system, _ = played
    [cell] = [
        c for c in queries.cases(system, programme="cam-giang") if c["subject"] == "unit:CG-TH"
    ]
    events = [entry["event"] for entry in queries.history(system, cell["case"])]

    assert events[-2:] == ["dependent-outcome-flagged", "dependent-outcome-reviewed"]


def test_units_of_the_guidelines_stand_under_their_names(played):
    names = {unit["name"] for unit in catalogue.units(played[0])}

    assert {"Chi bộ Kế hoạch Tổng hợp", "Chi bộ Ngân hàng Nhà nước tỉnh"} <= names


@pytest.mark.parametrize("code", GUIDELINES)
def test_the_units_table_holds_the_units_of_the_scenario(code):
    [scenario] = [path for path in samples() if path.parent.name == code]
    registered = scenario.read_text(encoding="utf-8").count('"do": "register-unit"')

    assert len(read_table(scenario.parent / "units.csv", HEADINGS)) == registered


@pytest.mark.parametrize("code", GUIDELINES)
def test_persons_of_the_samples_are_marked_as_made_up(code):
    [scenario] = [path for path in samples() if path.parent.name == code]
    names = [
        line.split('"name": "')[1].split('"')[0]
        for line in scenario.read_text(encoding="utf-8").splitlines()
        if '"do": "register-person"' in line
    ]

    assert names
    assert all(name.startswith("Người mẫu") for name in names)
