"""Rounds, publications and holidays, and what may not be."""

from datetime import date

import pytest

from domain.events.round import ProgrammePublished, RoundOpened
from domain.programme.published import decide_published
from domain.refusals import RefusedError
from tests.domain.organisation.asking import TODAY, a_person, an_organisation, ask, do, refused
from tests.support.world import PROGRAMMES, edition_at

KON_TUM = edition_at(PROGRAMMES / "kon-tum.yaml")
POWER = edition_at(PROGRAMMES / "power-tkv.yaml")
SON_LA = edition_at(PROGRAMMES / "son-la.yaml")
ROUND = "round:kon-tum:2024"
AN = {"by": "an", "organ": "C/standing_committee", "programme": "kon-tum", "period": "2024"}


def opening(**changes):
    return {
        "programme": "kon-tum",
        "version": KON_TUM.version,
        "period": "2024",
        "closing_on": "2024-12-31",
        **changes,
    }


def a_round(edition=KON_TUM):
    world = an_organisation(edition)
    code = edition.programme.code
    opened = RoundOpened(
        programme=code, version=edition.version, period="2024", closing_on=date(2024, 12, 31)
    )
    world.give(f"round:{code}:2024", opened, on="2024-01-02")
    return world


def test_a_round_freezes_a_version():
    world = an_organisation(KON_TUM)
    do(world, "open-round", ROUND, opening())

    assert world.round("kon-tum", "2024").version == KON_TUM.version


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"period": "24"}, "period_unreadable"),
        ({"period": "2024-05"}, "period_cadence"),
        ({"period": "2019"}, "period_outside"),
        ({"version": "x"}, "version_unknown"),
    ],
)
def test_what_no_round_is_opened_for(changes, code):
    assert refused(an_organisation(KON_TUM), "open-round", ROUND, opening(**changes)) == {code}


def test_a_round_is_opened_once():
    assert refused(a_round(), "open-round", ROUND, opening()) == {"round_twice"}


def test_the_pilot_list_names_units_within_its_places():
    world = a_round()

    assert refused(world, "set-pilot-list", ROUND, {"units": ["?"]}, **AN) == {"unit_unknown"}
    assert refused(world, "set-pilot-list", ROUND, {"units": ["X"] * 8}, **AN) == {"pilot_places"}
    do(world, "set-pilot-list", ROUND, {"units": ["X"]}, **AN)
    assert world.round("kon-tum", "2024").pilot_units == ["X"]


@pytest.mark.parametrize(
    ("verb", "data", "code"),
    [
        ("extend-deadline", {"deadline": "?", "due_on": "2025-01-01"}, "deadline_unknown"),
        ("hold-review", {"review": "interim"}, "review_unknown"),
        ("commend", {"commendation": "?", "person": "an", "unit": "X"}, "commendation_unknown"),
        ("file-round-report", {"report": "?", "document": {"document": "D"}}, "report_unknown"),
        (
            "select-outstanding",
            {"reward": "?", "subject": "unit:X", "cases": [], "votes_for": 1, "votes_cast": 1},
            "reward_unknown",
        ),
    ],
)
def test_what_the_programme_does_not_have_is_refused(verb, data, code):
    world = a_round()
    a_person(world, "ba", "C/standing_committee")

    assert code in refused(world, verb, ROUND, data, **AN)


def test_a_round_that_was_not_opened_has_no_review():
    assert refused(an_organisation(KON_TUM), "hold-review", ROUND, {"review": "final"}, **AN) == {
        "round_unknown"
    }


def test_a_version_is_published_once_and_has_the_hash_it_says():
    world = an_organisation(KON_TUM)
    event = ProgrammePublished(code="kon-tum", version=KON_TUM.version, content=KON_TUM.content)

    def publish(**changes):
        data = {"code": "kon-tum", "version": event.version, "content": event.content, **changes}
        command = world.command("publish-programme", "programme:kon-tum", data)
        return decide_published(world.state("programme:kon-tum"), command, world)

    assert publish().events == [event]
    for changes, code in (
        ({"version": "0"}, "content_of_another"),
        ({"content": "{}"}, "content_unreadable"),
        ({"content": "{"}, "content_unreadable"),
    ):
        with pytest.raises(RefusedError) as error:
            publish(**changes)
        assert [reason.code for reason in error.value.refusals] == [code]
    world.give("programme:kon-tum", event)
    with pytest.raises(RefusedError) as error:
        publish()
    assert [reason.code for reason in error.value.refusals] == ["version_twice"]


def test_holidays_are_days_of_their_year():
    world = an_organisation()
    do(world, "declare-holidays", "log", {"year": 2024, "days": ["2024-04-30"]})

    assert world.holidays() == {date(2024, 4, 30)}
    assert refused(world, "declare-holidays", "log", {"year": 2024, "days": ["2025-01-01"]}) == {
        "holiday_of_another_year"
    }


def test_facts_are_not_dated_ahead_but_decisions_on_the_organisation_may_be():
    world = an_organisation()
    ahead = {"on": date(2025, 1, 1)}

    assert refused(world, "declare-holidays", "log", {"year": 2024, "days": []}, **ahead) == {
        "date_in_future"
    }
    assert ask(world, "rename-unit", "unit:X", {"name": "n"}, **ahead)
    assert refused(world, "rename-unit", "unit:X", {"name": "n"}, reason=" ") == {"reason_missing"}
    assert ahead["on"] > TODAY
