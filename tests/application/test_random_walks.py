"""Whatever anybody tries, in any order, rightly or wrongly: an answer in words, a sound log, alike on both databases.

Each walk begins where a sample year was interrupted, and draws from every verb. `BONTOT_WALKS` says how many walks
there are on each database; by default few.
"""

import itertools
import json
import os
from datetime import datetime, timedelta
from random import Random

import pytest

from application.intake import scenario
from application.questions import cases as queries
from application.running.system import HERE
from application.running.world import newest_world
from domain.authority.acting import acting_authority
from domain.case.decide import organs_at, question, situate
from domain.catalogue import VERBS
from projections.engine import differing
from tests.application.everybody import Everybody, persons
from tests.application.systems import a_system, scenario_of
from tests.application.test_done_as_allowed import cases
from tests.support.spoiled import spoiled
from words.sentences import sentence

PROGRAMMES = ("kon-tum", "son-la", "soc-trang", "cam-giang", "power-tkv")
FEW = 40
WALKS = int(os.environ.get("BONTOT_WALKS", FEW))
CUTS = (0.55, 0.75, 0.9, 1.0) if WALKS > FEW else (0.75,)
STEPS = 12


class Walker:
    """Tries commands on two logs at once, each on a database of its own."""

    def __init__(self, systems, folder, lines, seed):
        self.systems, self.folder, self.lines = systems, folder, lines
        self.rng = Random(seed)
        self.everybody = Everybody([scenario.read_line(json.dumps(line)) for line in lines])
        self.numbers = itertools.count()
        self.at = max(datetime.fromisoformat(line["at"]) for line in lines).replace(tzinfo=HERE)
        self.persons = persons(systems[0])
        self.done, self.refused = set(), set()

    def step(self):
        """One attempt, on both logs: the same becomes of it."""
        self.at += timedelta(hours=self.rng.randint(1, 40))
        line = self._attempt()
        if self.rng.random() < 0.4:
            line = spoiled(line, self.rng)
        line |= {
            "at": self.at.replace(tzinfo=None).isoformat(),
            "reason": line.get("reason") or "thử",
        }
        file = self.folder / f"{next(self.numbers)}.jsonl"
        file.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
        first, second = ([*scenario.play(system, [file])] for system in self.systems)
        assert told(first) == told(second), line
        (self.refused if first[0].refusals else self.done).add(line.get("do"))

    def _attempt(self):
        streams = cases(self.systems[0])
        if streams and self.rng.random() < 0.75:
            return self._on_a_case(self.rng.choice(streams))
        line = dict(self.rng.choice(self.lines))
        if self.rng.random() < 0.3:
            line["do"] = self.rng.choice(sorted(VERBS))
        return {key: each for key, each in line.items() if key not in {"expect", "note", "on"}}

    def _on_a_case(self, stream):
        """A command of the stage by somebody who may, or any command by anybody."""
        world = newest_world(self.systems[0], self.at)
        case = world.case(stream)
        situation = situate(case, question(case, world.today, world), world)
        organs = organs_at(case, world.today, world)
        likely = sorted(verb for verb, by in organs.items() if by)
        verb = self.rng.choice(likely if likely and self.rng.random() < 0.85 else sorted(VERBS))
        line = {
            "do": verb, "subject": case.subject, "programme": situation.programme.code,
            "period": case.opened.period, "by": self.rng.choice(self.persons), "data": {},
        }  # fmt: skip
        if verb in organs:
            line["data"] = self.rng.choice(
                self.everybody.right_data(situation.asking(verb), organs[verb])
            )
            line |= self._somebody_of(organs[verb], verb, world)
        return line

    def _somebody_of(self, organs, verb, world):
        """Who may act for one of the organs, if anybody."""
        found = [
            {"by": person, "for": organ}
            for organ in organs
            for person in self.persons
            if acting_authority(person, organ, world.today, verb, world)
        ]
        return self.rng.choice(found) if found else {}


def told(lines):
    """What became of lines, in words; every refusal has some in both languages."""
    for line in lines:
        assert all(sentence(reason, each) for reason in line.refusals for each in ("vi", "en"))
    return [(line.as_expected, [reason.code for reason in line.refusals]) for line in lines]


def interrupted(code, cut):
    """The lines of a sample year up to where it was interrupted."""
    lines = [
        json.loads(line)
        for line in scenario_of(code).read_text("utf-8").splitlines()
        if line[:1] == "{"
    ]
    return lines[: int(len(lines) * cut)]


def begun(url, lines, folder):
    """A log in which these lines have happened."""
    system = a_system(url)
    file = folder / "begun.jsonl"
    file.write_text(
        "\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8"
    )
    for _ in scenario.play(system, [file]):
        pass
    return system


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("code", PROGRAMMES)
def test_any_walk_leaves_a_sound_log_and_the_same_on_both_databases(
    code, cut, sqlite_url, postgres_url, tmp_path
):
    lines = interrupted(code, cut)
    systems = [begun(url(), lines, tmp_path) for url in (sqlite_url, postgres_url)]
    walker = Walker(systems, tmp_path, lines, f"{code} {cut}")

    for _ in range(STEPS * WALKS // (len(PROGRAMMES) * len(CUTS))):
        walker.step()

    first, second = systems
    assert [queries.cases(first), queries.register(first)] == [
        queries.cases(second),
        queries.register(second),
    ]
    for system in systems:
        assert system.ledger.verify().ok
        assert list(differing(system.ledger)) == []
        system.close()
    assert walker.done
    assert walker.refused
