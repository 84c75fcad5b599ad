"""One thing has one name; what no log can keep is refused where it arrives, and the rest goes on."""

import json
from datetime import date
from unicodedata import normalize

import pytest

from application.commands.door import DEEPEST, LONGEST_NAME, LONGEST_TEXT
from application.commands.handle import handle
from application.commands.request import Request
from application.commands.trial import trial
from application.intake.scenario import play
from domain.refusal import RefusedError
from tests.application.systems import a_system, played
from tests.support import small_year

DAY = date(2024, 1, 2)
NFD = normalize("NFD", "Hà")
NFC = normalize("NFC", "Hà")


OPENING = {"programme": "kon-tum", "closing_on": "2025-12-31"}


@pytest.fixture
def system(fresh_url):
    made = a_system(fresh_url())
    yield made
    made.close()


def asked(verb, number, data=None, **more):
    return Request(
        verb=verb,
        actor="quan-tri",
        reason="lý do",
        command_id=f"c{number}",
        data=data or {},
        on=DAY,
        **more,
    )


def a_unit(number, code, **more):
    data = {"code": code, "name": f"Đơn vị {code}", "kind": "BASE_COMMITTEE", "organs": ["cell"]}
    return asked("register-unit", number, data | more)


def codes(system, request):
    """The reasons against a request, the same when it is only tried."""
    tried = [reason.code for reason in trial(system, request).refusals]
    with pytest.raises(RefusedError) as refused:
        handle(system, request)
    assert [reason.code for reason in refused.value.refusals] == tried
    return tried


@pytest.mark.parametrize("again", [" CB", "CB ", "\u00a0CB\t"])
def test_a_unit_has_one_name_however_it_is_written(system, again):
    handle(system, a_unit(1, "CB"))

    assert codes(system, a_unit(2, again)) == ["unit_twice"]


@pytest.mark.parametrize("again", [NFD, f"{NFC} "])
def test_a_person_has_one_name_however_it_is_written(system, again):
    handle(system, asked("register-person", 1, {"person": NFC, "name": "Người mẫu"}))

    second = asked("register-person", 2, {"person": again, "name": "Người mẫu"})
    assert codes(system, second) == ["person_twice"]


def test_what_is_typed_is_kept_composed(system):
    done = handle(system, a_unit(1, "CB", name=normalize("NFD", "Tổ chức đảng")))

    [row] = system.ledger.stream(done.stream)
    assert json.loads(row.state)["name"] == normalize("NFC", "Tổ chức đảng")


@pytest.mark.parametrize(
    "code", ["a\u200bb", "a\u00a0b", "a  b", "a\nb", "a\u202eb", "x" * 101, "a:b", "a/b", NFC, NFD]
)
def test_an_id_that_looks_like_another_or_is_too_long_is_none(system, code):
    assert codes(system, a_unit(1, code)) == ["unit_code_unusable"]


def test_the_longest_id_is_one(system):
    assert handle(system, a_unit(1, "x" * 100)).topics == ["unit-registered"]


@pytest.mark.parametrize("year", ["02024", "２０２４", " 2024 x", "24", "9999", "", "1899"])
def test_a_year_has_one_name(system, year):
    handle(system, a_unit(1, "CB"))
    paid = asked("record-fee", 2, {"member": "quan-tri", "month": 1}, target=f"CB:{year}")

    assert codes(system, paid) == ["year_unreadable"]


@pytest.fixture
def with_programme(system, tmp_path):
    """A log in which a programme is published and has a round."""
    assert played(system, tmp_path / "set_up.jsonl", small_year.set_up()) == []
    return system


def test_a_period_in_other_digits_is_none(with_programme):
    data = {"programme": "kon-tum", "period": "２０２４", "closing_on": "2024-12-31"}

    assert codes(with_programme, asked("open-round", 1, data)) == ["period_unreadable"]


@pytest.mark.parametrize(
    ("verb", "target", "data"),
    [
        ("register-unit", "A", {"code": "B", "name": "B", "kind": "BASE_COMMITTEE"}),
        ("register-person", "a", {"person": "b", "name": "Người mẫu"}),
        ("publish-programme", "a", {"code": "b", "version": "1", "content": "{}"}),
        ("open-round", "a:2025", {**OPENING, "period": "2025"}),
        ("open-round", "kon-tum:2024", {**OPENING, "period": "2025"}),
    ],
)
def test_a_command_names_one_thing(with_programme, verb, target, data):
    assert codes(with_programme, asked(verb, 1, data, target=target)) == ["names_two_things"]


def nested(depth):
    inner = {}
    for _ in range(depth):
        inner = {"a": inner}
    return inner


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (asked("register-unit", 1, {"name": "x" * (LONGEST_TEXT + 1)}), "text_too_long"),
        (asked("register-unit", 1, {"name": "a\x00b"}), "text_unprintable"),
        (asked("register-unit", 1, {"name": "a\ud800b"}), "text_unprintable"),
        (asked("register-unit", 1, {"a\x07": 1}), "text_unprintable"),
        (asked("register-unit", 1, nested(DEEPEST + 1)), "data_too_deep"),
        (asked("register-unit", 1, {"name": 10**400}), "number_too_large"),
        (asked("register-unit", 1, {"name": float("inf")}), "number_too_large"),
        (asked("rename-unit", 1, target="x" * (LONGEST_NAME + 1)), "text_too_long"),
        (asked("rename-unit", 1, target="a\u200bb"), "text_unprintable"),
        (asked("rename-unit", "x" * LONGEST_NAME), "text_too_long"),
        (asked("x" * 7000, 1), "text_too_long"),
    ],
)
def test_what_no_log_can_keep_is_turned_away_and_not_counted(system, request_, code):
    assert codes(system, request_) == [code]
    assert system.ledger.refusals() == []
    assert system.ledger.verify().ok


def test_what_is_refused_is_counted_whatever_its_length(system):
    many = [f"nguoi-{number}" for number in range(500)]
    long = a_unit(1, "CB", predecessors=many, parent="x" * 5000)

    assert "unit_unknown" in codes(system, long)
    assert [each.count for each in system.ledger.refusals()] == [1]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("value", "Infinity", "number_is_none"),
        ("value", "NaN", "number_is_none"),
        ("value", "sNaN", "number_is_none"),
        ("target", "-1", "number_negative"),
        ("value", "1e16", "number_too_large"),
        ("value", "1e-7", "number_too_fine"),
    ],
)
def test_a_figure_that_no_form_would_take_is_none(system, field, value, code):
    handle(system, a_unit(1, "CB"))
    data = {"measure": "admissions", "value": "1", field: value}

    assert codes(system, asked("report-figure", 2, data, target="CB:2024")) == [code]


def test_figures_at_their_bounds_are_taken(system):
    handle(system, a_unit(1, "CB"))
    data = {"measure": "admissions", "value": "1e15", "target": "0.000001"}

    assert not {
        reason.code
        for reason in trial(system, asked("report-figure", 2, data, target="CB:2024")).refusals
        if reason.code.startswith("number_")
    }


def told(system, path, *lines):
    path.write_bytes(b"\n".join(lines) + b"\n")
    return [
        (each.number, [reason.code for reason in each.refusals], each.as_expected)
        for each in play(system, [path])
    ]


def line(code, name="Đơn vị", **more):
    data = {"code": code, "name": name, "kind": "BASE_COMMITTEE", "organs": ["cell"]}
    made = {"do": "register-unit", "by": "quan-tri", "at": "2024-01-02T08:00", "reason": "lý do"}
    return json.dumps({**made, "data": data, **more}, ensure_ascii=False).encode()


def test_the_rest_of_a_scenario_goes_on_after_a_line_that_is_none(system, tmp_path):
    deep = b'{"do":"x","by":"y","data":' + b'{"a":' * 3000 + b"1" + b"}" * 3001
    lines = [
        line("A", "một\u2028hai\u2029ba"),
        line("B", "Tổ chức").decode().encode("utf-16-le"),
        '{"do": "đổi"}'.encode("cp1258", "replace"),
        deep,
        line("C" * 7000),
        line("D"),
        line("E", unit="F", target="E"),
        line("G") + b"\r",
    ]

    assert told(system, tmp_path / "lines.jsonl", *lines) == [
        (1, [], True),
        (2, ["line_no_text"], False),
        (3, ["line_no_text"], False),
        (4, ["data_too_deep"], False),
        (5, ["unit_code_unusable"], False),
        (6, [], True),
        (7, ["names_two_things"], False),
        (8, [], True),
    ]
    assert system.ledger.verify().ok
