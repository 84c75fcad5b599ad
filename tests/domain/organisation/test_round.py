"""Rounds, publications and holidays, and what may not be."""

from datetime import date

import pytest

from domain.events.round import ProgrammePublished, RoundOpened
from domain.events.unit import OrganEstablished, UnitMerged, UnitRegistered
from domain.programme.published import decide_published
from domain.refusal import RefusedError
from tests.domain.organisation.asking import TODAY, a_person, an_organisation, ask, do, refused
from tests.support.placed import placed
from tests.support.world import PROGRAMMES, edition_at

KON_TUM = edition_at(placed("kon-tum.yaml", ("KT-DUK", "C"), ("KT-KHTH", "X")))
UNPLACED = edition_at(PROGRAMMES / "kon-tum.yaml")
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


def test_a_round_is_opened_where_the_body_of_its_guideline_is_a_unit():
    version = UNPLACED.version
    assert refused(an_organisation(UNPLACED), "open-round", ROUND, opening(version=version)) == {
        "body_unregistered"
    }


def more(world, kind, *codes, parent="C"):
    for code in codes:
        event = UnitRegistered(code=code, name=code, kind=kind, parent=parent, organs=["cell"])
        world.give(f"unit:{code}", event)


@pytest.mark.parametrize(
    ("kind", "within", "beyond"),
    [
        ("SUBORDINATE_CELL", "a b c", "a b c d"),
        ("BASE_CELL", "a b c", "a b c d"),
        ("BASE_COMMITTEE", "a b c", "a b c d"),
    ],
)
def test_a_pilot_list_has_so_many_places_of_each_kind(kind, within, beyond):
    world = a_round()
    more(world, kind, *beyond.split())

    def listed(units):
        return {"units": ["X", *units.split()]}

    assert refused(world, "set-pilot-list", ROUND, listed(beyond), **AN) == {"pilot_places"}
    ask(world, "set-pilot-list", ROUND, listed(within), **AN)


def test_base_cells_and_base_committees_share_their_places():
    world = a_round()
    more(world, "BASE_CELL", "a", "b")
    more(world, "BASE_COMMITTEE", "c", "d")

    four = {"units": ["X", *"abcd"]}
    assert refused(world, "set-pilot-list", ROUND, four, **AN) == {"pilot_places"}


def test_the_pilot_list_names_units_that_there_are():
    world = a_round()

    assert "unit_unknown" in refused(world, "set-pilot-list", ROUND, {"units": ["?"]}, **AN)
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


def test_organs_of_the_body_s_successor_act_from_its_day_on():
    world = a_round()
    more(world, "BLOC_COMMITTEE", "H", parent="P")
    a_person(world, "ha", "H/standing_committee")
    founded = OrganEstablished(organ="standing_committee")
    world.give("unit:H", founded)
    world.give("unit:C", UnitMerged(into="H"), on="2024-05-01")
    data = {"deadline": "year_end", "due_on": "2025-01-15"}
    heir = {**AN, "by": "ha", "organ": "H/standing_committee"}
    before = {"on": date(2024, 4, 30)}

    assert "organ_not_competent" in refused(world, "extend-deadline", ROUND, data, **heir, **before)
    ask(world, "extend-deadline", ROUND, data, **AN, **before)
    assert "organ_not_competent" in refused(world, "extend-deadline", ROUND, data, **AN)
    ask(world, "extend-deadline", ROUND, data, **heir)


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
