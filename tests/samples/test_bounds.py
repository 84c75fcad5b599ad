"""Whose guideline it is: who acts on its rounds, and to whom it applies, on the five sample years."""

from datetime import date

import pytest

from tests.samples.asked import Asked

KT_PILOTS = ["KT-BQL", "KT-DB2", "KT-CB1", "KT-KHTH", "KT-CB2", "KT-CB3", "KT-CB4"]
ST_PILOTS = ["ST-CQ", "ST-KT", "ST-NH", "ST-GD", "ST-TT", "ST-XS"]
KON_TUM = {"programme": "kon-tum", "period": "2024", "on": date(2024, 6, 1)}
SOC_TRANG = {"programme": "soc-trang", "period": "2024", "on": date(2024, 6, 1)}
POWER = {"programme": "power-tkv", "period": "2024", "on": date(2024, 12, 30)}
POWER_2025 = {"programme": "power-tkv", "period": "2025", "on": date(2026, 2, 20)}
EXTENSION = {"deadline": "year_end", "due_on": "2025-06-30"}
PRAISE = {"commendation": "outstanding_individual", "person": "pw-50", "unit": "PW-VH"}
REPORT = {"report": "to_group", "document": {"document": "DOC-SUM", "number": "9-BC"}}
CHOICE = {
    "reward": "group_outstanding", "subject": "unit:PW-VH", "cases": [], "votes_for": 9,
    "votes_cast": 11,
}  # fmt: skip
CAM_GIANG = {**KON_TUM, "programme": "cam-giang"}
SON_LA = {**KON_TUM, "programme": "son-la"}
NOT_COMPETENT = "organ_not_competent"


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    asked = Asked(f"sqlite:///{tmp_path_factory.mktemp('asked')}/log.sqlite")
    yield asked
    asked.system.close()


@pytest.mark.parametrize(
    ("verb", "organ", "round_", "data", "right"),
    [
        ("set-pilot-list", "KT-BQL/standing_committee", KON_TUM, {"units": KT_PILOTS}, "KT-DUK/standing_committee"),
        ("set-pilot-list", "ST-DUK/standing_committee", KON_TUM, {"units": KT_PILOTS}, "KT-DUK/standing_committee"),
        ("set-pilot-list", "KT-DUK/standing_committee", SOC_TRANG, {"units": ST_PILOTS}, "ST-DUK/standing_committee"),
        ("extend-deadline", "ST-DUK/standing_committee", KON_TUM, EXTENSION, "KT-DUK/organisation_board"),
        ("extend-deadline", "KT-BQL/standing_committee", KON_TUM, EXTENSION, "KT-DUK/standing_committee"),
        ("lock-round", "PW-ND1/party_committee", POWER, {}, "PW-TCT/standing_committee"),
        ("lock-round", "KT-BQL/party_committee", KON_TUM, {}, "KT-DUK/standing_committee"),
        ("commend", "PW-ND1/party_committee", POWER, PRAISE, None),
        ("select-outstanding", "PW-ND1/party_committee", POWER_2025, CHOICE, None),
        ("select-outstanding", "PW-TCT/standing_committee", POWER_2025, CHOICE, None),
        ("file-round-report", "PW-ND1/committee_office", POWER, REPORT, "PW-TCT/organisation_board"),
        ("hold-review", "KT-BQL/party_committee", POWER, {"review": "interim"}, "PW-ND1/party_committee"),
        ("hold-review", "PW-TCT/organisation_board", POWER, {"review": "interim"}, "PW-VP/cell"),
        ("lock-round", "KT-BQL/standing_committee", CAM_GIANG, {}, "CG-DU/standing_committee"),
        ("lock-round", "SL-CS/executive_committee", SON_LA, {}, "SL-SO/party_committee"),
    ],
)  # fmt: skip
def test_only_organs_of_the_body_that_the_guideline_names_act_on_its_rounds(
    asked, verb, organ, round_, data, right
):
    assert NOT_COMPETENT in asked.refused(verb, organ, data=data, **round_)
    if right:
        assert asked.refused(verb, right, data=data, **round_) == set()


@pytest.mark.parametrize(
    ("programme", "period", "unit", "organ", "on"),
    [
        ("power-tkv", "2024", "KT-KHTH", "KT-KHTH/cell", date(2024, 12, 20)),
        ("cam-giang", "2024", "KT-KHTH", "KT-KHTH/cell", date(2024, 12, 20)),
        ("kon-tum", "2024", "ST-NH", "ST-NH/cell", date(2024, 12, 20)),
        ("soc-trang", "2024", "KT-CB1", "KT-CB1/cell", date(2024, 12, 20)),
        ("power-tkv", "2024", "SL-CB1", "SL-CB1/cell", date(2024, 12, 20)),
    ],
)
def test_a_unit_outside_the_bounds_of_a_guideline_has_no_case_under_it(
    asked, programme, period, unit, organ, on
):
    given = {"programme": programme, "period": period, "subject": f"unit:{unit}", "on": on}

    assert asked.refused("open-case", organ, **given) == {"unit_out_of_bounds"}


def test_a_unit_outside_does_not_register_and_is_on_no_pilot_list(asked):
    given = {"period": "2024", "on": date(2024, 5, 6)}
    register = {"programme": "son-la", "subject": "unit:KT-KHTH", **given}
    assert asked.refused("register", "KT-KHTH/cell", **register) == {"unit_out_of_bounds"}

    listed = [*KT_PILOTS[:2], "ST-NH", *KT_PILOTS[3:]]
    chooser = "KT-DUK/standing_committee"
    assert asked.refused("set-pilot-list", chooser, data={"units": listed}, **KON_TUM) == {
        "unit_out_of_bounds"
    }


def test_members_of_a_unit_outside_have_no_case_either(asked):
    given = {"programme": "cam-giang", "period": "2024", "on": date(2024, 12, 20)}
    outside = asked.refused("open-case", "KT-KHTH/cell", subject="member:kt-20", **given)

    assert "unit_out_of_bounds" in outside or "unknown_subject" in outside


@pytest.mark.parametrize(
    ("round_", "chooser", "units", "codes"),
    [
        (KON_TUM, "KT-DUK", KT_PILOTS, set()),
        (KON_TUM, "KT-DUK", ["KT-KHTH", "KT-CB2", "KT-CB3"], set()),
        (KON_TUM, "KT-DUK", ["KT-BQL", "KT-DB2"], {"pilot_named_missing"}),
        (KON_TUM, "KT-DUK", ["KT-KHTH", "KT-DUK"], {"subject_not_in_programme"}),
        (KON_TUM, "KT-DUK", ["KT-KHTH", "XX"], {"unit_unknown"}),
        (SOC_TRANG, "ST-DUK", ST_PILOTS, set()),
        (SOC_TRANG, "ST-DUK", ST_PILOTS[1:], {"pilot_named_missing"}),
    ],
)
def test_a_pilot_list_holds_what_the_guideline_names(asked, round_, chooser, units, codes):
    organ = f"{chooser}/standing_committee"

    assert asked.refused("set-pilot-list", organ, data={"units": units}, **round_) == codes
