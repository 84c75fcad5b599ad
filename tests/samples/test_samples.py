"""The sample years: what they come to, and that they say what they are."""

import json
from datetime import date

import pytest

from application.intake.scenario import play, read_line
from application.intake.units_import import import_units
from application.questions import cases as queries
from application.questions import organisation as catalogue
from application.questions.named_case import case_named
from application.questions.revocation_preview import preview
from command_line.demonstration import GUIDELINES, samples
from domain.streams import case_stream
from tests.application.systems import a_system, scenario_of
from words.sentences import sentence


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    system = a_system(f"sqlite:///{tmp_path_factory.mktemp('samples')}/log.sqlite")
    told = list(play(system, samples()))
    yield system, told
    system.close()


def lines_of(code):
    return [read_line(text) for text in scenario_of(code).read_text(encoding="utf-8").splitlines()]


def unexpected(told):
    return [
        f"{line.file}:{line.number} " + "; ".join(sentence(each, "en") for each in line.refusals)
        for line in told
        if not line.as_expected
    ]


def test_every_line_goes_as_it_says(played):
    assert unexpected(played[1]) == []


@pytest.mark.parametrize("code", GUIDELINES)
def test_each_year_goes_as_it_says_on_its_own(sqlite_url, code):
    system = a_system(sqlite_url())

    assert unexpected(play(system, [scenario_of(code)])) == []
    system.close()


def test_every_guideline_shows_a_refusal_with_three_reasons_or_more(played):
    most = {}
    for line in played[1]:
        code = line.file.partition("/")[0]
        most[code] = max(most.get(code, 0), len({reason.code for reason in line.refusals}))

    assert {code for code, reasons in most.items() if reasons >= 3} == set(GUIDELINES)


def test_playing_the_samples_again_changes_nothing(played):
    system, _ = played
    root = system.ledger.head().root

    assert all(line.as_expected for line in play(system, samples()))
    assert system.ledger.head().root == root


def stages(system, programme):
    """How each case of a programme stands, by subject and period."""
    return {
        (case["subject"].partition(":")[2], case["period"]): case["stage"]
        for case in queries.cases(system, programme=programme)
    }


def in_2024(**subjects):
    """Subjects by stage, written the other way round: `recognised="A B"`."""
    return {
        (subject, "2024"): stage for stage, codes in subjects.items() for subject in codes.split()
    }


@pytest.mark.parametrize(
    ("programme", "expected"),
    [
        ("kon-tum", in_2024(
            recognised="KT-BQL KT-CB1 KT-CB4", not_recognised="KT-DB2 KT-CB2",
            withdrawn="KT-CB3", revoked="KT-KHTH",
        )),
        ("son-la", {
            **in_2024(
                recognised="SL-CS SL-CB1", not_recognised="SL-CB5", revoked="SL-CB2",
                registration_declined="SL-CB4", voted="SL-CB3",
            ),
            ("SL-CB1", "2025"): "registered", ("SL-CB3", "2025"): "registered",
        }),
        ("soc-trang", in_2024(
            recognised="ST-CQ ST-KT ST-NH ST-TT", not_recognised="ST-XS", revoked="ST-GD",
        )),
        ("cam-giang", in_2024(
            recognised="CG-TH cg-12 cg-13 cg-14 cg-15 cg-19 cg-20",
            not_recognised="CG-CQ cg-16 cg-17 cg-21 cg-22", revoked="cg-11",
        )),
        ("power-tkv", {
            **in_2024(
                recognised="PW-ND1 PW-VH", not_recognised="PW-SC PW-HC", withdrawn="PW-ND2",
                revoked="PW-VP",
            ),
            ("PW-VH", "2025"): "recognised", ("PW-MK", "2025"): "recognised",
            ("PW-SC", "2025"): "appraised",
        }),
    ],
)  # fmt: skip
def test_what_each_year_comes_to(played, programme, expected):
    assert stages(played[0], programme) == expected


def history_of(system, programme, subject, period="2024"):
    [case] = [
        case
        for case in queries.cases(system, programme=programme)
        if (case["subject"], case["period"]) == (subject, period)
    ]
    return queries.history(system, case["case"])


def events_of(system, programme, subject):
    return [entry["event"] for entry in history_of(system, programme, subject)]


def test_the_cell_that_is_named_is_revoked_as_if_it_had_never_been(played):
    [entry] = [e for e in queries.register(played[0]) if e["subject"] == "unit:KT-KHTH"]

    assert (entry["standing"], entry["revoked_on"], entry["revocation_effect"]) == (
        False, date(2026, 5, 25), "as_if_never",
    )  # fmt: skip
    assert events_of(played[0], "kon-tum", "unit:KT-KHTH")[-6:] == [
        "inspection-concluded", "defect-found", "explanation-given", "recognition-revoked",
        "petition-filed", "petition-answered",
    ]  # fmt: skip


def test_a_dossier_went_back_and_came_again(played):
    events = events_of(played[0], "kon-tum", "unit:KT-KHTH")
    start = events.index("dossier-submitted")

    assert events[start : start + 5] == [
        "dossier-submitted", "dossier-returned", "dossier-supplemented", "appraised",
        "decision-issued",
    ]  # fmt: skip


def test_a_recognition_looked_at_again_was_confirmed(played):
    assert events_of(played[0], "kon-tum", "unit:KT-CB1")[-3:] == [
        "defect-found", "explanation-given", "recognition-confirmed",
    ]  # fmt: skip


def test_a_late_dossier_is_marked_late_and_not_dropped(played):
    late = [c["subject"] for c in queries.cases(played[0], programme="kon-tum") if c["late"]]

    assert late == ["unit:KT-CB4"]


def test_a_lost_vote_ended_before_the_dossier(played):
    assert events_of(played[0], "son-la", "unit:SL-CB3")[-1] == "ballots-counted"


def test_a_revoked_member_left_a_flag_at_the_cell_that_was_reviewed(played):
    assert events_of(played[0], "cam-giang", "unit:CG-TH")[-2:] == [
        "dependent-outcome-flagged", "dependent-outcome-reviewed",
    ]  # fmt: skip


def test_what_a_delegate_signed_rests_on_his_delegation(played):
    [decision] = [
        entry
        for entry in history_of(played[0], "cam-giang", "member:cg-19")
        if entry["event"] == "decision-issued"
    ]

    assert (decision["signed_by"], decision["organ"]) == ("cg-02", "CG-DU/standing_committee")
    assert decision["authority"].startswith("person:cg-02@")


@pytest.mark.parametrize("code", GUIDELINES)
def test_an_office_clerk_enters_what_others_signed(code):
    assert [line.by for line in lines_of(code) if line.signed_by and line.expect == "done"] != []


@pytest.mark.parametrize("code", GUIDELINES)
def test_lines_stand_in_the_order_in_which_they_happened(code):
    instants = [line.at for line in lines_of(code)]

    assert instants == sorted(instants)


def as_registered(system):
    """The units without the day on which one ended, which no table of units has."""
    return [{**unit, "ended_on": None} for unit in catalogue.units(system)]


@pytest.mark.parametrize("code", GUIDELINES)
def test_the_units_table_gives_the_units_of_the_scenario(sqlite_url, code):
    from_table, from_scenario = a_system(sqlite_url()), a_system(sqlite_url())

    import_units(from_table, scenario_of(code).parent / "units.csv", by="quan-tri", reason="mẫu")
    list(play(from_scenario, [scenario_of(code)]))

    assert as_registered(from_table) == as_registered(from_scenario) != []
    from_table.close()
    from_scenario.close()


@pytest.mark.parametrize("code", GUIDELINES)
def test_persons_of_the_samples_are_marked_as_made_up(code):
    registered = [line.data for line in lines_of(code) if line.do == "register-person"]
    prefix = registered[0]["person"].partition("-")[0]

    assert {
        person["name"] == f"Người mẫu {prefix.upper()} {person['person'].partition('-')[2]}"
        for person in registered
    } == {True}


def test_no_letter_of_the_samples_is_escaped():
    assert [code for code in GUIDELINES if "\\u" in scenario_of(code).read_text("utf-8")] == []


def test_units_of_the_guidelines_stand_under_their_names(played):
    names = {unit["name"] for unit in catalogue.units(played[0])}

    assert {"Chi bộ Kế hoạch Tổng hợp", "Chi bộ Ngân hàng Nhà nước tỉnh"} <= names


def test_a_line_is_one_json_object():
    texts = [
        text for code in GUIDELINES for text in scenario_of(code).read_text("utf-8").splitlines()
    ]

    assert {type(json.loads(text)) for text in texts} == {dict}


def test_without_the_revoked_member_the_cell_of_cam_giang_would_keep_its_half(played):
    system, member = played[0], case_stream("cam-giang", "member:cg-11", "2024")
    before = queries.position_before_revocation(system, member)

    [cell] = preview(system, member, upto=before)["touched"]

    assert (cell.subject, cell.was, cell.would_be) == ("unit:CG-TH", "5/7", "4/7")
    assert (cell.holds, cell.reviewers) == (True, ["CG-DU/standing_committee"])


def test_a_case_whose_unit_was_merged_before_the_decision_is_found_by_either_name(played):
    system, _ = played
    case = case_named(system, "PW-BP", "2025", "power-tkv")

    assert case == case_named(system, "PW-SC", "2025", "power-tkv")
    [open_case] = [each for each in queries.cases(system) if each["case"] == case]
    assert (open_case["subject"], open_case["stage"]) == ("unit:PW-SC", "appraised")


def test_a_registration_is_late_the_day_after_the_quarter(played):
    late = {
        subject: [e["sentence"] for e in history_of(played[0], "son-la", subject, "2025")][-1]
        for subject in ("unit:SL-CB1", "unit:SL-CB3")
    }

    assert "late, due 31 Mar 2025" not in late["unit:SL-CB1"]
    assert "31/03/2025" in late["unit:SL-CB3"]


def test_a_delegation_that_ran_out_gives_no_power(played):
    """It ended on 31/01/2025; the same person could sign rewards before."""
    recalls = [
        ({reason.code for reason in line.refusals}, line.number)
        for line in played[1]
        if line.file.startswith("soc-trang")
        and lines_of("soc-trang")[line.number - 1].do == "recall-reward"
    ]

    assert [codes for codes, _ in recalls] == [{"no_mandate", "no_recording_mandate"}, set()]
