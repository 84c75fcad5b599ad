"""Two at once on one case; facts that change while a decision is taken."""

from dataclasses import dataclass, fields
from datetime import datetime
from itertools import count

import pytest

from application.commands import handle as handling
from application.commands.handle import handle
from application.commands.request import Request
from application.running.system import HERE, System
from domain.refusal import RefusedError
from tests.application.systems import a_system, played
from tests.support import small_year
from words.sentences import sentence

AT = datetime(2024, 12, 1, 9, tzinfo=HERE)
CELL, OFFICE = "CB-cell_committee", "DB-committee_office"


@dataclass
class Interrupted(System):
    """A system in which something else happens just before the next append."""

    interruption: object = None

    def now(self, asked=None, on=None):
        interruption, self.interruption = self.interruption, None
        if interruption is not None:
            self.countdown -= 1
            if self.countdown:
                self.interruption = interruption
            else:
                interruption()
        return super().now(asked, on)


def interrupted(system, interruption, calls=3):
    """`now` is asked for today, for the command, and for the append: then it happens."""
    kept = {field.name: getattr(system, field.name) for field in fields(System)}
    other = Interrupted(**kept, interruption=interruption)
    other.countdown = calls
    return other


def request(verb, by, data=None, command_id="a", **more):
    return Request(
        verb=verb, actor=by, reason="r", command_id=command_id, data=data or {}, at=AT,
        **{**small_year.SUBJECT, **more},
    )  # fmt: skip


@pytest.fixture
def system(fresh_url, tmp_path):
    system = a_system(fresh_url())
    assert (
        played(system, tmp_path / "year.jsonl", small_year.set_up(), list(small_year.year())[:4])
        == []
    )
    yield system
    system.close()


def codes(refused):
    return [reason.code for reason in refused.value.refusals]


def test_of_two_at_once_on_one_case_the_second_is_told_what_changed(system):
    other = request("suspend", OFFICE, command_id="b")
    second = interrupted(system, lambda: handle(system, other))

    with pytest.raises(RefusedError) as refused:
        handle(second, request("claim-level", CELL, {"level": "PASS", "classification": "WELL"}))

    assert codes(refused) == ["changed_meanwhile", "case_suspended"]
    assert OFFICE in sentence(refused.value.refusals[0], "vi")
    assert "01/12/2024 09:00" in sentence(refused.value.refusals[0], "vi")
    assert "Suspend the case" in sentence(refused.value.refusals[0], "en")


def test_a_command_that_others_always_come_before_is_given_up(system, monkeypatch):
    monkeypatch.setattr(handling, "TRIES", 3)
    numbers = count(1)

    def comment():
        asked = request("comment", OFFICE, {"comment": "c"}, f"b{next(numbers)}")
        second.interruption, second.countdown = comment, 3
        handle(system, asked)

    second = interrupted(system, comment)
    with pytest.raises(RefusedError) as refused:
        handle(second, request("claim-level", CELL, {"level": "PASS", "classification": "WELL"}))

    assert codes(refused) == ["too_busy"]
    assert next(numbers) == 4


def test_a_fact_that_changes_meanwhile_is_decided_on_again(system):
    end = request(
        "end-mandate", "quan-tri", {"mandate": "m1"}, "b",
        target=CELL, programme="", subject="", period="", on=AT.date().replace(day=1),
    )  # fmt: skip
    second = interrupted(system, lambda: handle(system, end))

    done = handle(second, request("claim-level", CELL, {"level": "PASS", "classification": "WELL"}))

    assert done.topics == ["level-claimed"]
    later = request("submit-dossier", CELL, {"documents": []}, "c", on=AT.date().replace(day=2))
    with pytest.raises(RefusedError) as refused:
        handle(system, msgspec_replace(later, at=AT.replace(day=2)))
    assert codes(refused) == ["no_mandate", "no_recording_mandate"]


def msgspec_replace(record, **changes):
    from msgspec.structs import replace  # noqa: PLC0415 -- beside its only use

    return replace(record, **changes)


def test_a_refusal_on_remembered_facts_is_taken_again_on_new_ones(system, tmp_path):
    stranger = request(
        "claim-level",
        "nguoi-moi",
        {"level": "PASS", "classification": "WELL"},
        organ="CB/cell_committee",
    )
    with pytest.raises(RefusedError):
        handle(system, stranger)
    elsewhere = type(system)(system.ledger, system.app, system.clock, system.simulated)
    lines = [
        small_year._line("register-person", at="2024-12-01", data={"person": "nguoi-moi", "name": "n"}),
        small_year._line("give-mandate", at="2024-12-01", person="nguoi-moi",
                         data={"mandate": "m1", "organ": "CB/cell_committee"}),
    ]  # fmt: skip
    assert played(elsewhere, tmp_path / "more.jsonl", lines) == []

    assert handle(system, msgspec_replace(stranger, command_id="b")).topics == ["level-claimed"]


@pytest.mark.parametrize(
    ("verb", "by", "data"),
    [("claim-level", CELL, {"level": "PASS", "classification": "WELL"}), ("suspend", OFFICE, {})],
)
def test_a_command_sent_twice_is_done_once_also_where_it_would_be_refused_now(
    system, verb, by, data
):
    asked = request(verb, by, data)
    first = handle(system, asked)
    root = system.ledger.head()

    again = handle(system, asked)

    assert again.receipt == first.receipt._replace(repeated=True)
    assert (again.topics, system.ledger.head(), system.ledger.refusals()) == (
        first.topics,
        root,
        [],
    )


def test_the_same_id_with_other_content_is_refused(system):
    handle(system, request("claim-level", CELL, {"level": "PASS", "classification": "WELL"}))

    with pytest.raises(RefusedError) as refused:
        handle(system, request("claim-level", CELL, {"level": "FAIL", "classification": "WELL"}))

    assert codes(refused) == ["command_reused"]


def test_a_refused_id_may_be_tried_again(system):
    wrong = request(
        "claim-level",
        CELL,
        {"level": "PASS", "classification": "WELL"},
        on=AT.date().replace(year=2030),
    )
    with pytest.raises(RefusedError):
        handle(system, wrong)

    assert handle(
        system, request("claim-level", CELL, {"level": "PASS", "classification": "WELL"})
    ).topics == ["level-claimed"]


def test_one_who_may_act_for_several_organs_says_for_which(system, tmp_path):
    lines = [
        small_year._line("give-mandate", at="2024-12-01", person=OFFICE,
                         data={"mandate": "m2", "organ": "DB/party_committee"}),
    ]  # fmt: skip
    assert played(system, tmp_path / "more.jsonl", lines) == []

    with pytest.raises(RefusedError) as refused:
        handle(system, request("suspend", OFFICE))

    assert codes(refused) == ["organ_unclear"]
