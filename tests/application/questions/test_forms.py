"""Forms as data: what must be given is what is refused without, what is filled in is what the log fills in."""

import pytest

from application.commands.handle import handle
from application.commands.request import Request
from application.intake.scenario import play
from application.questions import log_choices
from application.questions.cases import cases
from application.questions.forms import About, fields_of, form_of
from domain.catalogue import VERBS
from domain.events import BY_TOPIC
from domain.events.base import StepTaken
from domain.events.marks import marks_of
from domain.refusal import RefusedError
from projections.machinery.codec import CODEC
from tests.application.systems import a_system
from tests.support import small_year
from words.language import LANGUAGES, find
from words.sentences import of, sentence

SAMPLES = {"whole": 1, "act": 1, "number": "1", "money": "1", "yes_no": True, "date": "31/12/2025"}


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms")
    system = a_system(f"sqlite:///{folder}/log.sqlite")
    lines = [*small_year.set_up(), *small_year.year()]
    told = play(system, [small_year.write(folder / "y.jsonl", lines)])
    assert all(line.as_expected for line in told)
    yield system
    system.close()


def least(field):
    """Something that fits a field."""
    if field.kind == "record":
        value = {each.name: least(each) for each in field.fields if each.required}
    else:
        value = field.choices[0].value if field.choices else SAMPLES.get(field.kind, "x")
    if field.keyed_by:
        return {"x": value}
    return [value] if field.many else value


def misfits(system, verb, data):
    """The fields that a real request is refused for at the door."""
    request = Request(
        verb=verb, actor="quan-tri", reason="r", command_id="c", target="x:2024", data=data
    )
    with pytest.raises(RefusedError) as error:
        handle(system, request)
    return [r.about for r in error.value.refusals if r.code == "payload_unreadable"]


@pytest.mark.parametrize("verb", sorted(set(VERBS) - {"open-log"}))
def test_what_a_form_asks_for_is_what_a_request_is_refused_without(year, verb):
    typed = [field for field in fields_of(VERBS[verb]) if field.is_typed]
    data = {field.name: least(field) for field in typed}

    for field in typed:
        without = {name: value for name, value in data.items() if name != field.name}
        try:
            missed = misfits(year, verb, without)
        except pytest.fail.Exception:
            missed = []
        assert missed == ([field.name] if field.required else []), field.name


def every_field(fields):
    for field in fields:
        yield field
        yield from every_field(field.fields)


@pytest.mark.parametrize("verb", VERBS)
def test_every_field_and_every_choice_has_words_in_both_languages(verb):
    for field in every_field(fields_of(VERBS[verb])):
        for language in LANGUAGES:
            assert field.title(language)
            assert find(f"kind.{field.kind}", language), field.kind
            for choice in field.choices:
                told = of(choice.said, language)
                assert told
                assert told != str(choice.said.value)


def test_what_the_log_holds_beyond_what_was_typed_is_what_forms_say_is_filled_in(year):
    typed = {line["do"]: set(line["data"]) for line in small_year.year()}
    verbs = {verb.event.TOPIC: name for name, verb in VERBS.items()}
    [case] = cases(year)
    for row in year.ledger.stream(f"case:{case['case']}"):
        if issubclass(BY_TOPIC[row.topic], StepTaken):
            details = CODEC.decode(row.topic, row.state).details
            verb = verbs[row.topic]
            marks = marks_of(type(details))
            held = {name for name in marks if getattr(details, name) not in (None, "", [], {})}
            beyond = held - typed[verb] - {n for n in held if getattr(details, n) is True}
            assert beyond <= {name for name, said in marks.items() if said.filled_in}, verb


def choices(year, verb, *path):
    [case] = cases(year)
    fields, found = form_of(year, verb, About(case["case"])), None
    for name in path:
        found = next(field for field in fields if field.name == name)
        fields = found.fields
    return [choice.value for choice in found.choices]


COMPLAINTS = ("backlog", "mass_complaints", "above_level_complaints")
"""What must not have happened is not on the best sheet, and can be marked all the same."""


def test_the_choices_come_from_the_case(year):
    due = {mark["node"] for mark in small_year.sheet()["marks"]}
    [case] = cases(year)
    acts = [row.position for row in year.ledger.stream(f"case:{case['case']}")][1:]

    offered = choices(year, "decide", "sheet", "marks", "node")
    assert due <= {*offered}
    assert {*offered} - due == {f"I.5/{name}" for name in COMPLAINTS}
    assert choices(year, "submit-sheet", "sheet", "marks", "evidence") == ["mc-1"]
    assert "criteria_not_met" in choices(year, "revoke", "ground")
    assert choices(year, "correct", "of_position") == acts[::-1]
    assert choices(year, "submit-dossier", "documents", "document")[:2] == [
        "DOC-REPORT",
        "DOC-SUBMIT",
    ]
    assert choices(year, "give-opinion", "body") == []


def test_a_form_of_nothing_is_refused(year):
    for verb, case, code in (
        ("revke", "", "verb_unknown_nearest"), ("?", "", "verb_unknown"), ("revoke", "no-such", "no_such_case"),
        ("register-unit", "no-such", "no_such_case"),
    ):  # fmt: skip
        with pytest.raises(RefusedError) as error:
            form_of(year, verb, About(case))
        assert [each.code for each in error.value.refusals] == [code]
        assert sentence(error.value.refusals[0], "vi")


NOT_YET_OPEN = About(programme="kon-tum", subject="unit:DB", period="2024")
ON_CASES = [name for name, verb in VERBS.items() if verb.stream == "case"]


def named(fields, name):
    return next(field for field in every_field(fields) if field.name == name)


def test_before_a_case_is_open_the_choices_come_from_its_programme(year):
    documents = named(form_of(year, "submit-dossier", NOT_YET_OPEN), "document").choices
    grounds = named(form_of(year, "revoke", NOT_YET_OPEN), "ground").choices

    assert documents[0].value == "DOC-REPORT"
    assert "criteria_not_met" in [ground.value for ground in grounds]
    assert named(form_of(year, "withdraw-evidence", NOT_YET_OPEN), "evidence").choices == ()


@pytest.mark.parametrize("verb", ON_CASES)
def test_every_command_on_a_case_has_a_form_before_it_is_open(year, verb):
    assert [each.name for each in form_of(year, verb, NOT_YET_OPEN)] == [
        each.name for each in fields_of(VERBS[verb])
    ]


def test_persons_and_kinds_of_units_are_chosen_from_what_is_known(year):
    voters = named(form_of(year, "decide"), "voters").choices
    kinds_ = named(form_of(year, "register-unit"), "kind").choices

    assert "CB-cell_committee" in [choice.value for choice in voters]
    assert ("SUBORDINATE_CELL", "Chi bộ trực thuộc") in [
        (choice.value, of(choice.said, "vi")) for choice in kinds_
    ]


def test_where_there_are_more_persons_than_anybody_reads_none_is_listed(year, monkeypatch):
    monkeypatch.setattr(log_choices, "MOST_PERSONS", 3)

    assert named(form_of(year, "decide"), "voters").choices == ()


def test_a_form_for_what_can_have_no_case_is_refused(year):
    for about, code in (
        (About(programme="kon-tum", subject="unit:NO", period="2024"), "unknown_subject"),
        (About(programme="kon-tum", subject="unit:DB", period="2031"), "no_such_round"),
    ):
        with pytest.raises(RefusedError) as error:
            form_of(year, "register", about)
        assert [each.code for each in error.value.refusals] == [code]


@pytest.mark.parametrize(
    ("verb", "field", "required"),
    [("find-defect", "evidence", True), ("find-defect", "nodes", False), ("submit-dossier", "documents", True)],
)  # fmt: skip
def test_what_the_programme_refuses_a_command_without_must_be_given(year, verb, field, required):
    [case] = cases(year)
    asked = {each.name: each.required for each in form_of(year, verb, About(case["case"]))}
    everywhere = {each.name: each.required for each in fields_of(VERBS[verb])}

    assert asked[field] is required
    assert {name for name, must in everywhere.items() if must} <= {
        name for name, must in asked.items() if must
    }


def test_where_no_programme_asks_for_it_the_evidence_of_a_finding_is_free():
    [evidence] = [each for each in fields_of(VERBS["find-defect"]) if each.name == "evidence"]
    assert not evidence.required


def test_the_figures_that_units_report_are_chosen_from_those_of_the_programmes(year):
    measures = named(form_of(year, "report-figure"), "measure").choices

    assert ("targets_met", "Tỷ lệ chỉ tiêu hoàn thành") in [
        (choice.value, of(choice.said, "vi")) for choice in measures
    ]
    assert "attendance_rate" not in [choice.value for choice in measures]
