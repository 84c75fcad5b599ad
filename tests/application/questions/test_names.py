"""Names that a log knows: a programme's own words before any other's."""

import json
from datetime import datetime

import pytest

from application.commands.handle import handle
from application.commands.opening import initialise
from application.commands.request import Request
from application.intake.programme_publishing import edition_of_file, programme_data
from application.questions.names import LogNames
from domain.programme.reading import read
from words.sentences import shown
from words.values import HOME

CODES = ("kon-tum", "son-la")


@pytest.fixture
def names(tmp_path):
    system = initialise(
        f"sqlite:///{tmp_path}/log.sqlite",
        by="quan-tri",
        simulated=True,
        at=datetime(2024, 1, 1, 8, tzinfo=HOME),
    )
    for code in CODES:
        data = programme_data(f"{code}.yaml")
        handle(system, Request(
            verb="publish-programme", actor="quan-tri", reason="r", command_id=code, data=data,
            at=datetime(2024, 1, 2, 8, tzinfo=HOME)))  # fmt: skip
    yield LogNames(system)
    system.close()


def of_both(section):
    """Codes that both programmes have, with what each calls them."""
    one, other = (getattr(edition_of_file(f"{code}.yaml").programme, section) for code in CODES)
    return {code: (one[code].vi, other[code].vi) for code in one if code in other}


@pytest.mark.parametrize(("kind", "section"), [("stage", "stages"), ("title", "titles")])
def test_the_programme_named_says_first_what_both_have_words_for(names, kind, section):
    told = {code: pair for code, pair in of_both(section).items() if pair[0] != pair[1]}
    assert told

    for code, pair in told.items():
        assert [names.within(each)(kind, code, "vi") for each in CODES] == list(pair)


def test_without_a_programme_named_nothing_is_told_in_the_words_of_one_alone(names):
    for code, (one, other) in of_both("stages").items():
        expected = one if one == other else f"{one} / {other}"
        assert names("stage", code, "vi") == expected


def test_a_case_is_told_in_the_words_of_its_own_version(names):
    data = programme_data("kon-tum.yaml")
    before = edition_of_file("kon-tum.yaml")
    content = json.loads(data["content"])
    content["titles"]["four_good_cell"]["vi"] = "Chi bộ bốn tốt (mới)"
    after = read(content)
    data |= {"content": after.content, "version": after.version}
    handle(names._system, Request(
        verb="publish-programme", actor="quan-tri", reason="r", command_id="again", data=data,
        at=datetime(2024, 1, 3, 8, tzinfo=HOME)))  # fmt: skip
    newer = LogNames(names._system)

    old = newer.within("kon-tum", before.version)("title", "four_good_cell", "vi")
    new = newer.within("kon-tum")("title", "four_good_cell", "vi")

    assert (old, new) == ("Chi bộ bốn tốt", "Chi bộ bốn tốt (mới)")


def test_what_one_programme_has_no_word_for_another_says(names):
    one, other = (edition_of_file(f"{code}.yaml").programme.stages for code in CODES)
    alone = next(code for code in one if code not in other)

    assert names.within("son-la")("stage", alone, "en") == one[alone].en
    assert names.within("no-such")("stage", alone, "en") == one[alone].en


@pytest.mark.parametrize(
    ("code", "vi"), [("person:quan-tri@9", "quan-tri"), ("member:kt-09", "kt-09")]
)
def test_a_right_that_is_not_on_record_is_told_by_whose_it_is(names, code, vi):
    assert shown(code, "authority", "vi", names) == vi


def test_a_mandate_is_told_by_its_day(names):
    assert shown("person:quan-tri@0", "authority", "en", names) == "quan-tri"
    [given] = names._rights("quan-tri")
    assert shown(given, "authority", "en", names).startswith("Mandate")
