"""What the guideline of Sơn La says, held against its file."""

from tests.programmes.files import mappings, programme, tree
from tests.programmes.looking import organs, step

SON_LA = programme("son-la")


def test_son_la_runs_from_2024_to_2026():
    assert {key: str(day) for key, day in SON_LA["span"].items() if key != "clause"} == {
        "from": "2024-04-26",
        "until": "2026-12-31",
    }


def test_son_la_s_dates_are_strictly_before_and_then_the_first_quarter():
    due = SON_LA["deadlines"]
    assert due["cell_plan"]["before"] == {"month": 5, "day": 6}
    assert due["registration"]["variants"] == [
        {"before": {"month": 5, "day": 7}, "years": {"from": 2024, "until": 2024}},
        {"quarter": 1, "years": {"from": 2025}},
    ]


def test_a_cell_registers_in_two_hops_and_commits_and_votes():
    required = SON_LA["workflows"]["cell"]["required"]["recognised"]
    assert {"registration_forwarded", "registration_accepted", "voted", "hop_appraised"} <= {
        *required
    }
    assert "commitment_signed" in step(SON_LA, "cell", "adopt-aggregate")["guards"]
    assert "vote_passed" in step(SON_LA, "cell", "submit-dossier")["guards"]
    assert SON_LA["registration"]["required"] is True


def test_at_least_one_cell_registers_in_2024():
    target = SON_LA["targets"]["one_registered"]
    assert (target["measure"], target["passes"], target["periods"]) == (
        "registered", ">= 1", ["2024"],
    )  # fmt: skip


def test_the_vote_of_son_la_is_secret_with_two_thirds_there_and_more_than_half_of_the_roll():
    keys = ("quorum", "majority", "majority_of", "secret")
    assert [SON_LA["vote"][key] for key in keys] == ["2/3", "1/2", "roll", True]


def test_the_department_level_committee_never_decides():
    above = [("party_committee", "superior:2")]
    assert organs(SON_LA, "decider", "department_cell") == above
    assert organs(SON_LA, "decider", "department_committee") == [("party_committee", "superior")]


def test_the_certificate_asks_for_the_excellent_band():
    reward = SON_LA["rewards"]["giay_khen"]
    assert reward["level"] == "EXCELLENT"
    bands = {band["level"]: band["range"] for band in SON_LA["criteria"]["cell"]["bands"]}
    assert bands["EXCELLENT"] == "[90, 100]"


def test_the_whole_point_table_of_son_la_is_marked_as_a_sample():
    for found in tree("son-la.yaml")["criteria"].values():
        sample = [node for node in mappings(found["groups"]) if "kind" in node]
        assert {node["max"]["default"] for node in sample} == {"D-02"}
        assert {node["default"] for node in sample} == {"D-02"}


def test_the_dossier_of_son_la_has_four_documents():
    assert [d["document"] for d in SON_LA["dossier"]] == [
        "DOC-SUBMIT", "DOC-COUNT", "DOC-REPORT", "DOC-SELF",
    ]  # fmt: skip
