"""Registrations and monthly reports of Sơn La: what is enough, and what is shown and blocks nothing."""

from datetime import date

import pytest

from domain.events import case as c
from domain.events import details as d
from domain.events.base import Document
from domain.owing.owed import Asked, owed
from domain.streams import unit_year_stream
from domain.unit_year.decide import decide
from projections.engine import inline
from tests.clauses.homes import EDITIONS
from tests.domain.case.asking import taken
from tests.domain.case.test_bound import PASS, ready
from tests.projections.casebook import Casebook
from tests.projections.review.asking import asked
from tests.support.placed import placed
from tests.support.stage_world import DOCUMENT, PARENT, UNIT, Story, holder
from tests.support.world import edition_at

SON_LA = edition_at(placed("son-la.yaml", ("SL-CS", PARENT)))
"""The guideline of Sơn La, with the unit above the made-up cell as its body."""


@pytest.mark.parametrize(
    ("accepted", "met"), [([], False), ([False], False), ([True, False], True)]
)
def test_d55_the_round_needs_one_registration_that_was_accepted(ledger, accepted, met):
    book = Casebook(ledger, then=inline)
    book.programme(EDITIONS["son-la"])
    of = {
        "programme": "son-la",
        "version": EDITIONS["son-la"].version,
        "subject_kind": "department_cell",
    }
    for number, answer in enumerate([*accepted, None]):
        stream = book.case(f"C{number}", at="registered", **of)
        forwarded = ("registered", "registration_forwarded")
        book.act(stream, c.RegistrationForwarded, d.Forwarding(), forwarded, "2024-04-10")
        if answer is not None:
            reply = d.RegistrationReply(accepted=answer)
            way = (
                "registration_forwarded",
                "registration_accepted" if answer else "registration_declined",
            )
            book.act(stream, c.RegistrationAnswered, reply, way, "2024-04-20")

    [row] = asked(book, "targets")
    assert (row["target"], row["count"], row["met"]) == (
        "one_registered",
        accepted.count(True),
        met,
    )


def test_d55_every_cell_may_register():
    story = Story(EDITIONS["son-la"], "department_cell")

    assert story.programme.pilot is None
    story.open()
    story.act(c.PlanFiled, d.Plan(document=DOCUMENT), to="planned", on="2024-05-01")
    form = Document(document="DOC-REG", number="1")
    asking = d.Registration(document=form, contact="đầu mối")
    assert taken(story, "register", asking, on=date(2024, 5, 5)).to_stage == "registered"


def monthly(story, on):
    """Which months of the unit's report are missing, and which were done, on a day."""
    world, programme = story.world, story.programme
    found = [
        each
        for each in owed(Asked(programme, world.round("son-la", "2024"), on, world))
        if (each.code, each.unit) == ("monthly", UNIT)
    ]
    return [each.month for each in found if each.missing], [
        each.month for each in found if each.done_on
    ]


@pytest.mark.parametrize(
    ("on", "missing"),
    [(date(2024, 5, 31), [4]), (date(2024, 6, 1), [4, 5]), (date(2024, 12, 31), [*range(4, 12)])],
)
def test_d56_a_month_that_is_over_without_a_report_is_shown(on, missing):
    assert monthly(Story(SON_LA, "department_cell"), on) == (missing, [])


@pytest.mark.parametrize("form", ["oral", "written"])
def test_d56_a_report_may_be_spoken_or_written(form):
    story = Story(SON_LA, "department_cell")
    stream, cell = unit_year_stream(UNIT, 2024), f"{UNIT}/cell_committee"
    data = {"month": 5, "form": form}
    command = story.world.command("file-monthly-report", stream, data, organ=cell, by=holder(cell),
                                  on=date(2024, 6, 3))  # fmt: skip
    story.world.give(stream, *decide(None, command, story.world).events, on="2024-06-03")

    assert monthly(story, date(2024, 7, 1)) == ([4, 6], [5])


def test_d56_missing_months_block_no_step():
    story = ready("son-la", "department_cell")

    assert story.world.unit_year(UNIT, 2024) is None
    assert taken(story, "decide", PASS).details.level == "PASS"
