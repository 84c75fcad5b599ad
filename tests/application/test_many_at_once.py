"""Many at once on one case: what touches nobody else's view is done, what does is told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest

from application.commands.handle import handle
from application.commands.request import Request
from application.questions import cases as queries
from application.running.bootstrap import open_system
from application.running.system import HERE
from domain.refusal import RefusedError
from domain.streams import case_stream
from tests.application.systems import a_system, played
from tests.support import small_year
from words.sentences import sentence

SIXTEEN = [f"dv-{number:02}" for number in range(16)]
CASE = case_stream(*(small_year.SUBJECT[name] for name in ("programme", "subject", "period")))


def request(verb, by, data, day, **more):
    return Request(
        verb=verb, actor=by, reason="r", command_id=more.pop("id", f"{verb} {by}"), data=data,
        at=datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=HERE),
        **small_year.SUBJECT, **more,
    )  # fmt: skip


def members():
    for person in SIXTEEN:
        yield small_year._line(
            "register-person", at="2024-01-06", data={"person": person, "name": "n"}
        )
        mandate = {"mandate": "m1", "organ": "CB/cell_committee"}
        yield small_year._line("give-mandate", at="2024-01-06", person=person, data=mandate)


@pytest.fixture
def year(fresh_url, tmp_path):
    """A system in which the small year has come to a line, and another one on the same database."""
    opened = []

    def come_to(lines):
        url = fresh_url()
        system = a_system(url)
        opened.append(system)
        lines = list(small_year.year())[:lines]
        assert played(system, tmp_path / "y.jsonl", small_year.set_up(), members(), lines) == []
        other = open_system(url)
        opened.append(other)
        return system, other

    yield come_to
    for system in opened:
        system.close()


def at_once(systems, requests):
    """Hand in all requests at the same moment; answer what became of each: its events, or the refusals."""
    barrier = Barrier(len(requests))

    def hand_in(numbered):
        number, request = numbered
        barrier.wait()
        try:
            return handle(systems[number % len(systems)], request).topics
        except RefusedError as refused:
            return refused.refusals

    with ThreadPoolExecutor(len(requests)) as pool:
        return list(pool.map(hand_in, enumerate(requests)))


def acts(system):
    return [row.topic for row in system.ledger.stream(CASE)]


def test_sixteen_hand_in_their_sheets_at_once_and_all_are_done(year):
    systems = year(2)
    sheet = small_year.sheet()

    told = at_once(
        systems,
        [request("submit-sheet", by, {"sheet": sheet}, "2024-11-20") for by in SIXTEEN],
    )

    assert told == [["individual-sheet-submitted"]] * 16
    assert acts(systems[0]).count("individual-sheet-submitted") == 16


def test_of_two_who_decide_at_once_one_is_done_and_one_is_told_what_changed(year):
    systems = year(10)
    decider = "DB-party_committee"
    version = queries.case(systems[0], CASE)["version"]

    two = [
        request("decide", decider, {"level": "PASS", "number": number}, "2024-12-20",
                id=number, made_from=version)
        for number in ("12-QĐ/ĐU", "13-QĐ/ĐU")
    ]  # fmt: skip

    told = at_once(systems, two)

    [refusals] = [each for each in told if each != ["decision-issued"]]
    assert [reason.code for reason in refusals] == ["changed_meanwhile"]
    assert sentence(refusals[0], "vi") == (
        f"Trong lúc đó {decider} đã thực hiện “Quyết định”, ghi lúc 20/12/2024 09:00. Hãy xem lại rồi làm tiếp."
    )
    assert acts(systems[0]).count("decision-issued") == 1


def test_a_command_from_an_older_version_is_decided_again_where_nothing_touches_it(year):
    system, _ = year(4)
    version = queries.case(system, CASE)["version"]
    handle(system, request("comment", "DB-committee_office", {"comment": "c"}, "2024-11-26"))

    claim = request("claim-level", "CB-cell_committee", {"level": "PASS", "classification": "WELL"}, "2024-11-26",
                    made_from=version)  # fmt: skip

    assert handle(system, claim).topics == ["level-claimed"]


def test_a_command_from_an_older_version_is_refused_with_what_changed_what_its_sender_saw(year):
    system, _ = year(3)
    version = queries.case(system, CASE)["version"]
    sheet = {"sheet": small_year.sheet()}
    handle(system, request("submit-sheet", SIXTEEN[0], sheet, "2024-11-21"))

    adopt = request("adopt-aggregate", "CB-cell_committee", sheet, "2024-11-25", made_from=version)
    with pytest.raises(RefusedError) as refused:
        handle(system, adopt)

    assert [(reason.code, str(reason.values["act"]), str(reason.values["by"]))
            for reason in refused.value.refusals] == [
        ("changed_meanwhile", "individual-sheet-submitted", SIXTEEN[0])
    ]  # fmt: skip
    assert acts(system).count("aggregate-adopted") == 0


def test_a_correction_touches_what_the_corrected_act_does(year):
    system, _ = year(7)
    version = queries.case(system, CASE)["version"]
    [submitted] = [
        row.position for row in system.ledger.stream(CASE) if row.topic == "dossier-submitted"
    ]
    correction = {"of_position": submitted, "field": "channel", "value": "DB/party_committee"}
    handle(system, request("correct", "CB-cell_committee", correction, "2024-12-02"))

    back = {"missing": ["biểu tổng hợp"], "due_on": "2024-12-10"}
    with pytest.raises(RefusedError) as refused:
        handle(system, request("return-dossier", "DB-committee_office", back, "2024-12-03",
                               made_from=version))  # fmt: skip

    assert [str(each.values["act"]) for each in refused.value.refusals] == ["correction-recorded"]


def test_the_version_it_was_made_from_is_no_content_of_a_command(year):
    system, _ = year(4)
    claim = request(
        "claim-level",
        "CB-cell_committee",
        {"level": "PASS", "classification": "WELL"},
        "2024-11-26",
    )
    first = handle(system, claim)

    again = request("claim-level", "CB-cell_committee", {"level": "PASS", "classification": "WELL"}, "2024-11-26",
                    made_from=first.receipt.last)  # fmt: skip

    assert handle(system, again).receipt.repeated
