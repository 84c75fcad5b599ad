"""What no round is opened for, and what is asked of records of a round, told with what there is."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.events import round as r
from domain.refusal import RefusedError
from domain.round.decide import decide
from tests.domain.case.asking import SON_LA
from tests.domain.organisation.asking import an_organisation
from tests.domain.round.asking import AN, KON_TUM, ROUND, a_round, with_programme
from tests.support.shown import assert_shown
from words.sentences import sentence

PROGRAMME = KON_TUM.programme


def told(world, verb, data, stream=ROUND, **given):
    """The sentences of every reason."""
    command = world.command(verb, stream, data, **{**AN, **given})
    with pytest.raises(RefusedError) as error:
        decide(world.state(stream), command, world)
    for each in error.value.refusals:
        assert_shown(each)
    return [sentence(each, "en") for each in error.value.refusals]


def opening(edition=KON_TUM, **changes):
    return {
        "programme": "kon-tum", "version": edition.version, "period": "2024", "closing_on": "2024-12-31",
        **changes,
    }  # fmt: skip


def opened(edition, **changes):
    world = an_organisation(edition)
    data = opening(edition, **changes)
    command = world.command("open-round", ROUND, data)
    return decide(None, command, world).events


def open_told(edition=KON_TUM, world=None, **changes):
    by = {"by": "quan-tri", "organ": ""}
    return told(world or an_organisation(edition), "open-round", opening(edition, **changes), **by)


def test_what_is_opened_has_the_version_that_was_asked_for_or_the_newest():
    expected = [
        r.RoundOpened(
            programme="kon-tum", version=KON_TUM.version, period="2024", closing_on=date(2024, 12, 31)
        )
    ]  # fmt: skip

    assert opened(KON_TUM) == expected
    assert opened(KON_TUM, version="") == expected


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({"period": "24"}, ["“24” is no period (2024, 2024-Q1 or 2024-05)."]),
        ({"version": "x"}, ["Programme kon-tum has not been published, or not in this version."]),
        ({"period": "2024-Q1"}, ["Period 2024-Q1 does not fit the programme's cadence (year)."]),
    ],
)
def test_what_no_round_is_opened_for_is_told(changes, reasons):
    assert open_told(**changes) == reasons


def test_a_round_that_is_open_is_told_beside_every_other_reason():
    assert open_told(world=a_round())[0] == "Round 2024 is already open."
    assert open_told(world=a_round(), version="x") == [
        "Round 2024 is already open.",
        "Programme kon-tum has not been published, or not in this version.",
    ]


@pytest.mark.parametrize(
    ("since", "until", "fits"),
    [
        ("2024-12-31", None, True), ("2025-01-01", None, False),
        ("2020-01-01", "2024-01-01", True), ("2020-01-01", "2023-12-31", False),
    ],
)  # fmt: skip
def test_a_round_is_of_a_year_in_which_the_programme_holds(since, until, fits):
    span = replace(
        PROGRAMME.span,
        valid_from=date.fromisoformat(since),
        valid_until=until and date.fromisoformat(until),
    )
    edition = with_programme(span=span)

    if fits:
        assert len(opened(edition)) == 1
    else:
        assert open_told(edition) == [
            f"Period 2024 is outside the time of programme {PROGRAMME.name.en}."
        ]


def test_a_programme_of_a_term_has_rounds_of_a_year():
    of_a_term = with_programme(cadence=replace(PROGRAMME.cadence, every="term"))

    assert len(opened(of_a_term)) == 1
    assert open_told(of_a_term, period="2024-05") == [
        "Period 2024-05 does not fit the programme's cadence (year)."
    ]


def test_a_programme_without_a_body_is_opened_anywhere_and_that_of_an_unknown_unit_nowhere():
    assert len(opened(with_programme(body=None))) == 1

    away = with_programme(body=replace(PROGRAMME.body, unit="nowhere"))
    [reason] = open_told(away)
    assert reason.startswith(
        f"Programme {PROGRAMME.name.en} is that of nowhere, a unit that is not"
    )


def test_a_round_that_was_never_opened_is_told():
    world = an_organisation(KON_TUM)

    assert told(world, "hold-review", {"review": "final"}) == [
        "Round 2024 (kon-tum) has not been opened."
    ]


RECORDS = with_programme(
    reviews={"final": SON_LA.programme.reviews["final"]}, reports=SON_LA.programme.reports
)


@pytest.mark.parametrize(
    ("verb", "data", "section", "start"),
    [
        ("extend-deadline", {"deadline": "?", "due_on": "2025-01-01"}, "deadlines",
         "There is no deadline ?. There is: "),
        ("file-round-report", {"report": "?", "document": {"document": "D"}}, "reports",
         "The programme has no report ?. There is: "),
        ("hold-review", {"review": "interim"}, "reviews", "The programme has no review “"),
    ],
)  # fmt: skip
def test_a_record_that_the_programme_does_not_have_is_told_with_those_it_has(
    verb, data, section, start
):
    known = getattr(RECORDS.programme, section)
    [reason] = [each for each in told(a_round(RECORDS), verb, data) if each.startswith(start)]

    assert known
    assert all(code in reason for code in known) or section != "deadlines"
    assert all(f"({code})" in reason for code in known) or section == "deadlines"


def test_a_locked_round_takes_no_list_and_no_other_deadline_but_a_review():
    world = a_round()
    world.give(ROUND, r.RoundLocked(), on="2024-05-01")
    locked = "The round 2024 (kon-tum) is locked; to change it, reopen it with a reason."

    assert locked in told(world, "set-pilot-list", {"units": ["X"]})
    assert locked in told(
        world, "extend-deadline", {"deadline": "year_end", "due_on": "2025-01-01"}
    )
    assert locked not in told(
        world, "file-round-report", {"report": "?", "document": {"document": "D"}}
    )
