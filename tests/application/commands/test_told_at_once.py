"""What whoever records a meeting is told at once: of members who were due and stand on no list."""

from datetime import date

import pytest

from application.commands.handle import handle
from application.commands.request import Request
from application.commands.trial import trial
from tests.application.systems import a_sample
from words.language import LANGUAGES
from words.sentences import sentence

MEMBERS = [f"cg-{n}" for n in range(11, 18)]
EXEMPT = ["cg-18"]


@pytest.fixture(scope="module")
def system(tmp_path_factory):
    system = a_sample(f"sqlite:///{tmp_path_factory.mktemp('log')}/log.db", "cam-giang")
    yield system
    system.close()


def a_meeting(name, **lists):
    data = {
        "meeting": name,
        "minutes": 95,
        "speakers": 1,
        "present": MEMBERS,
        "exempt": EXEMPT,
        **lists,
    }
    return Request(
        verb="record-meeting", target="CG-TH:2025", actor="cg-08", organ="CG-TH/cell_committee",
        reason="Sinh hoạt định kỳ", command_id=name, data=data, on=date(2025, 5, 5),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "lists", "unlisted"),
    [
        ("all", {}, []),
        ("one", {"present": MEMBERS[1:]}, ["cg-11"]),
        ("excused", {"present": MEMBERS[1:], "excused": ["cg-11"]}, []),
        ("exempt", {"exempt": [], "present": MEMBERS[2:]}, ["cg-11", "cg-12"]),
    ],
)
def test_members_on_no_list_are_told_by_the_trial_and_by_the_command(system, name, lists, unlisted):
    request = a_meeting(name, **lists)
    tried, done = trial(system, request), handle(system, request)

    assert tried.refusals == []
    assert tried.warnings == done.warnings
    assert [reason.code for reason in done.warnings] == ["members_unlisted"] * bool(unlisted)
    for reason in done.warnings:
        assert {said.value for said in reason.values["persons"].value} - {*EXEMPT} == {*unlisted}
        assert all(sentence(reason, language) for language in LANGUAGES)
