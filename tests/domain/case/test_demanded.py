"""What a programme demands beside the way through its steps: registration, commitment, a secret ballot; each breaks."""

import pytest
from msgspec.structs import replace

from domain.events import case as c
from tests.clauses.homes import EDITIONS
from tests.domain.case.asking import refused, taken
from tests.domain.case.test_bound import PASS, ready
from tests.support.stage_world import Story, ballots

SECRET = [("son-la", "department_cell"), ("cam-giang", "member")]


def without(story, *events):
    """The same case, in which these acts never happened."""
    rows = story.world.rows[story.stream]
    story.world.rows[story.stream] = [row for row in rows if not isinstance(row[0], events)]
    return story


@pytest.mark.parametrize(
    ("event", "code"),
    [(c.Registered, "registration_missing"), (c.CommitmentSigned, "commitment_missing")],
)
def test_a_cell_of_son_la_is_not_decided_on_without_what_its_plan_demands(event, code):
    story = ready("son-la", "department_cell")
    assert taken(story, "decide", PASS)

    assert refused(without(story, event), "decide", PASS) == {code}


def test_where_registration_is_not_demanded_nobody_asks_for_it():
    """D-28; the committee of Sơn La is no subject of the registration."""
    story = without(ready("kon-tum", "subordinate_cell"), c.Registered, c.CommitmentSigned)
    assert taken(story, "decide", PASS)


@pytest.mark.parametrize(("code", "kind"), SECRET)
def test_d21_a_vote_that_was_open_is_refused_where_it_is_to_be_secret(code, kind):
    stages = {step.source for step in _counting(code, kind)}
    story = Story(EDITIONS[code], kind).at(next(iter(stages))[0], "captren/party_committee")

    assert taken(story, "count-ballots", ballots())
    assert refused(story, "count-ballots", replace(ballots(), secret=False)) == {"ballots_open"}


def _counting(code, kind):
    edition = EDITIONS[code]
    steps = edition.definitions[edition.programme.subjects[kind].workflow].steps
    return [step for step in steps if step.verb == "count-ballots"]
