"""A field that a record has not is named with the nearest, wherever data come in; a stored event may have grown."""

import msgspec
import pytest

from application.commands.request import Request, payload_of
from application.intake.office_tables import read_table
from application.intake.scenario import read_line
from application.intake.units_import import WANTED
from domain.catalogue import VERBS
from domain.events.person import MandateGiven
from domain.refusal import RefusedError
from projections.machinery.codec import CODEC
from tests.application.systems import a_system, played
from tests.support import small_year
from words.sentences import sentence


def refusals_of(verb, data):
    request = Request(verb=verb, actor="a", reason="r", command_id="c", data=data)
    with pytest.raises(RefusedError) as error:
        payload_of(request, VERBS[verb])
    return error.value.refusals


def unknown(verb, data):
    """The fields told as unknown, each with the nearest."""
    codes = {"field_unknown", "field_not_needed"}
    found = [each for each in refusals_of(verb, data) if each.code in codes]
    return {str(each.values["field"]): str(each.values.get("nearest", "")) for each in found}


@pytest.mark.parametrize("verb", VERBS)
def test_no_command_takes_a_field_that_its_record_has_not(verb):
    fields = [field.encode_name for field in msgspec.structs.fields(VERBS[verb].payload)]
    data = {f"{name}x": "1" for name in fields} | {"zzzzz": "1"}

    assert set(unknown(verb, data)) == set(data) - set(fields)


def test_an_until_that_is_misspelt_makes_no_endless_mandate():
    data = {"mandate": "m", "organ": "CB/cell", "til": "2024-12-31"}

    assert unknown("give-mandate", data) == {"til": "until"}


def test_every_unknown_field_at_any_depth_is_told_at_once_and_what_else_does_not_fit():
    marks = [{"node": "I.1", "value": "6"}, {"node": "I.2", "valu": "6"}]
    data = {"sheet": {"marks": marks, "bonuss": []}, "departures": {"I.1": "vì"}, "zzz": 1}
    told = refusals_of("adopt-aggregate", {**data, "mean": {"I.1": "không"}})

    assert [(each.code, str(each.values.get("field", each.values.get("at")))) for each in told] == [
        ("field_unknown", "sheet.marks[1].valu"), ("field_unknown", "sheet.bonuss"),
        ("field_unknown", "zzz"), ("payload_unreadable", "mean.I.1"),
    ]  # fmt: skip


def test_a_compulsory_field_that_is_misspelt_is_told_twice():
    codes = [each.code for each in refusals_of("give-mandate", {"mandat": "m", "organ": "CB/cell"})]

    assert codes == ["field_unknown", "payload_unreadable"]


def test_a_field_like_no_other_is_told_with_all_there_are():
    assert unknown("withdraw", {"zzz": 1}) == {"zzz": ""}
    assert unknown("claim-level", {"zzz": 1, "level": "PASS"}) == {"zzz": "level, grade, departure"}


def test_the_sentence_is_in_both_languages():
    [reason] = refusals_of("give-mandate", {"mandate": "m", "organ": "CB/cell", "til": "x"})

    assert "“til”" in sentence(reason, "vi")
    assert "Nearest: Until (until)." in sentence(reason, "en")


def test_data_for_a_command_that_needs_none_are_told_so():
    [reason] = refusals_of("withdraw", {"zzz": 1})

    assert "không cần dữ liệu" in sentence(reason, "vi")


def test_a_refused_line_changes_nothing(fresh_url, tmp_path):
    system = a_system(fresh_url())
    assert played(system, tmp_path / "up.jsonl", small_year.set_up()) == []
    before = system.ledger.head().position
    data = {"mandate": "m9", "organ": "CB/cell", "til": "2024-12-31"}
    line = {"do": "give-mandate", "by": "quan-tri", "reason": "r", "person": "bi-thu", "data": data}

    [told] = played(system, tmp_path / "typo.jsonl", [{**line, "at": "2026-06-01T08:00"}])
    assert "“til”" in told
    assert system.ledger.head().position == before
    system.close()


def test_every_key_that_a_line_has_not_is_told_with_the_nearest():
    with pytest.raises(RefusedError) as error:
        read_line('{"do": "x", "by": "y", "signed": "z", "resaon": "r"}')
    told = [(each.code, *map(str, each.values.values())) for each in error.value.refusals]

    assert told == [
        ("line_key_unknown", "signed", "signed_by"), ("line_key_unknown", "resaon", "reason"),
    ]  # fmt: skip


def test_a_programme_named_by_its_file_takes_nothing_beside():
    line = {"file": "kon-tum.yaml", "versoin": "x"}
    assert "versoin" in unknown("publish-programme", line)


@pytest.mark.parametrize(
    ("headings", "unknown", "missing"),
    [
        ("mã;tênn;loại", "tênn (tên?)", "tên / name"),
        ("mã;tên;loại;zzz", "zzz", ""),
        ("mã;tên;loại;code", "code (×2)", ""),
    ],
)
def test_a_heading_that_is_unknown_or_comes_twice_is_told(tmp_path, headings, unknown, missing):
    (tmp_path / "units.csv").write_text(f"{headings}\nA;B;C;D\n")
    with pytest.raises(RefusedError) as error:
        read_table(tmp_path / "units.csv", WANTED)

    told = {reason.code: reason.values for reason in error.value.refusals}
    assert str(told["headings_unknown"]["unknown"]) == unknown
    assert str(told.get("headings_missing", {}).get("missing", "")) == missing
    sentences = [sentence(reason, "vi") for reason in error.value.refusals]
    assert "tên / name" in sentences[0]
    assert not any("–" in each for each in sentences)


def test_a_stored_event_that_has_grown_is_still_read():
    topic, state = CODEC.encode(MandateGiven(mandate="m", organ="CB/cell"))
    grown = state[:-1] + b',"grown":1}'

    assert CODEC.decode(topic, grown) == CODEC.decode(topic, state)
