"""The five sample years in one log, and asking it for commands as whoever holds an organ."""

from __future__ import annotations

from application.commands.request import Request
from application.commands.trial import trial
from application.intake.scenario import play
from command_line.demonstration import samples
from tests.application.systems import a_system
from words.sentences import sentence


class Asked:
    """A log of the sample years; nothing that is asked is written."""

    def __init__(self, url):
        self.system = a_system(url)
        self.told = list(play(self.system, samples()))
        self.holders = {}
        for line in self.told:
            if line.line and line.line.do == "give-mandate" and not line.refusals:
                self.holders.setdefault(line.line.data["organ"], line.line.person)

    def tried(self, verb, organ="", **given):
        """Try a command in the name of an organ, by the first person who got a mandate of it."""
        by = given.pop("by", None) or self.holders[organ]
        request = Request(
            verb=verb, actor=by, organ=organ, reason="lý do", command_id=f"asked-{verb}", **given
        )
        return trial(self.system, request)

    def refused(self, verb, organ="", **given):
        """The codes of every reason against it; each has its sentence in both languages."""
        found = self.tried(verb, organ, **given).refusals
        for reason in found:
            assert "{" not in sentence(reason, "vi") + sentence(reason, "en")
        return {reason.code for reason in found}
