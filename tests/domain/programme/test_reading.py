"""Reading a programme: marks of assumption, versions, workflows written out."""

import hashlib
import json
from datetime import date

import pytest

from application.intake.programme_files import load
from domain.programme.faults import ProgrammeFaultsError, path_of
from domain.programme.model import Instrument, Programme
from domain.programme.reading import KEPT, canonical, read, read_content, stripped
from tests.domain.programme.trees import GONE, changed, tree
from tests.support.world import PROGRAMMES

FILES = sorted(PROGRAMMES.glob("*.yaml"))


def test_a_mark_of_assumption_gives_way_to_its_value_and_leaves_its_default():
    found = {}
    plain = stripped({"a": [{"b": {"assumed": 80, "default": "D-01"}}], "c": 1}, (), found)
    assert (plain, found) == ({"a": [{"b": 80}], "c": 1}, {"a.0.b": "D-01"})


def test_a_mark_inside_an_assumed_value_is_taken_off_as_well():
    inner = {"x": {"assumed": 2, "default": "D-02"}}
    found = {}
    assert stripped({"a": {"assumed": inner, "default": "D-01"}}, (), found) == {"a": {"x": 2}}
    assert found == {"a": "D-01", "a.x": "D-02"}


def test_a_default_beside_other_keys_is_no_mark_of_assumption():
    found = {}
    whole = {"body": "cell", "default": "D-16"}
    assert (stripped(whole, (), found), found) == (whole, {})


def test_the_version_is_the_hash_of_the_content_and_the_content_keeps_the_marks():
    edition = read(changed(("revocation.explanation_days", {"assumed": 5, "default": "D-31"})))
    assert edition.version == hashlib.sha256(edition.content.encode()).hexdigest()
    assert edition.assumptions == {"revocation.explanation_days": "D-31"}
    assert edition.programme.revocation.explanation_days == 5
    kept = json.loads(edition.content)["revocation"]["explanation_days"]
    assert kept == {"assumed": 5, "default": "D-31"}


def test_the_order_of_keys_does_not_change_the_version_and_a_value_does():
    found = tree()
    turned = dict(reversed(found.items()))
    assert read(turned).version == read(found).version
    assert read(changed(("vote.quorum", "2/3"))).version != read(found).version


def test_dates_are_kept_as_text_and_read_as_dates():
    content = canonical({"from": date(2024, 1, 2)})
    assert content == '{"from":"2024-01-02"}'
    assert read(tree()).programme.span.valid_from == date(2024, 1, 1)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_the_log_keeps_reads_as_the_same_edition(path):
    edition = read(load(path)[0])
    again = read_content(edition.content)
    assert (again.version, again.content) == (edition.version, edition.content)
    assert (again.programme, again.definitions) == (edition.programme, edition.definitions)
    assert again.assumptions == edition.assumptions


def test_the_same_content_is_read_once():
    content = canonical(tree())
    assert read_content(content) is read_content(str(content.encode(), "utf-8"))
    assert read_content.cache_info().maxsize == KEPT


def test_a_workflow_has_the_steps_of_its_blocks_first_then_its_own():
    found = tree()
    definition = read(found).definitions["member"]
    blocks = [*found["blocks"]["start"], *found["blocks"]["ending"]]
    own = found["workflows"]["member"]["steps"]
    assert [step.step for step in definition.steps] == [step["step"] for step in [*blocks, *own]]


def test_a_workflow_has_only_the_stages_and_deadlines_that_its_steps_use():
    late = {"within": {"after": "explain", "days": 3}}
    definition = read(changed(("deadlines.unused", late))).definitions["member"]
    assert "voted" not in definition.stages
    assert "voted" in read(tree()).definitions["unit"].stages
    assert list(definition.deadlines) == ["month_end"]


def test_a_step_from_everywhere_can_be_taken_at_every_stage_but_the_start():
    edition = read(tree())
    table = edition.tables["member"]
    stages = [stage for stage in table.stages if table.find(stage, "correct")]
    assert stages == list(edition.definitions["member"].stages)


def test_an_instrument_has_criteria_and_no_workflow():
    edition = read(load(PROGRAMMES / "an-phu.yaml")[0])
    assert isinstance(edition.programme, Instrument)
    assert (edition.definitions, edition.tables) == ({}, {})


def test_a_programme_may_say_that_it_is_one():
    said = read(changed(("kind", "programme"))).programme
    assert (type(said), said) == (Programme, read(tree()).programme)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (("cadence", GONE), ()),
        (("vote.quorums", "1/2"), ("vote", "quorums")),
        (("revocation.explanation_days", "five"), ("revocation", "explanation_days")),
        (("workflows.member.steps.0.to", "nowhere"), ("workflows", "member")),
    ],
)
def test_a_tree_that_is_no_programme_is_refused_where_it_is_wrong(change, path):
    with pytest.raises(ProgrammeFaultsError) as refused:
        read(changed(change))
    assert [fault.path for fault in refused.value.faults] == [path]


@pytest.mark.parametrize("wrong", [[], "text", 7, None])
def test_what_is_no_mapping_is_refused(wrong):
    with pytest.raises(ProgrammeFaultsError):
        read(wrong)


@pytest.mark.parametrize("depth", [900, 100_000])
def test_content_that_is_too_deep_is_refused(depth):
    with pytest.raises(ProgrammeFaultsError):
        read_content("[" * depth + "]" * depth)


def test_a_path_of_a_message_ends_where_it_is_not_known():
    assert path_of("groups[0].nodes[2].max") == ("groups", 0, "nodes", 2, "max")
    assert path_of("grounds[...].vi") == ("grounds",)


def test_a_key_that_is_read_no_more_is_refused_in_a_file_and_passed_over_in_a_published_version():
    of_old = changed(("meetings", {"regular_per_year": 12}))
    with pytest.raises(ProgrammeFaultsError):
        read(of_old)
    kept = read_content(canonical(of_old))
    assert kept.programme.meetings == read(changed(("meetings", {}))).programme.meetings
    assert kept.content == canonical(of_old)
    with pytest.raises(ProgrammeFaultsError):
        read_content(canonical(changed(("meetings", {"regular_per_yaer": 12}))))
