"""Every act that changed a case after its dossier was submitted: who, when, what was there before, why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from domain.events import case as c
from projections.review.answer import Answer, Share
from projections.review.collecting.kept_acts import ONCE, ORDINARY
from projections.review.collecting.kept_facts import By, KeptAct
from projections.review.collecting.known import CaseOnDay
from projections.review.collecting.lazy_rows import Lazily
from projections.review.collecting.words import STAGE
from projections.review.collecting.year import Year
from projections.story.acts import acts as told_acts
from words.tables import Column
from words.values import HOME

Values = tuple[Any, ...]


class Difference(NamedTuple):
    """One field that an act changed."""

    field: str
    old: str
    new: str


NO_DIFFERENCE = Difference("", "", "")
_NONE: Mapping[int, list[Difference]] = {}
_NOBODY = By("", "", "", "", "", "")


def changing(case: CaseOnDay) -> list[KeptAct]:
    """The acts after the case was handed in that change what was there.

    A correction holds whatever its own date; any other act counts once it is in effect.
    """
    handed_in = (case.of(c.DossierSubmitted.TOPIC) or case.of(c.LevelClaimed.TOPIC))[:1]
    if not handed_in:
        return []
    seen: set[tuple[str, str]] = set()
    found = []
    for act in case.all_acts:
        about = (
            act.move.topic,
            act.by.signed_by if act.by and act.move.topic == c.HopAppraised.TOPIC else "",
        )
        again = act.move.topic not in ONCE or about in seen
        seen.add(about)
        counts = act.on <= case.on or act.move.topic == c.CorrectionRecorded.TOPIC
        if (
            act.position > handed_in[0].position
            and counts
            and again
            and act.move.topic not in ORDINARY
        ):
            found.append(act)
    return found


class Changed(NamedTuple):
    """A case with the acts that changed it, and by position what they replaced."""

    case: CaseOnDay
    acts: list[KeptAct]
    replaced: Mapping[int, list[Difference]]


def rows(year: Year) -> Sequence[Values]:
    """By programme, period, subject and position; an act that changed several fields has a row for each."""
    acts = ((case, changing(case)) for case in year.cases)
    found = [Changed(case, made, _replaced(case, made, year)) for case, made in acts if made]
    texts = year.texts(act.position for each in found for act in each.acts)
    return Lazily(found, lambda each: list(_rows(each, texts, year)), _count)


def shares(year: Year) -> Iterator[Share]:
    for row in rows(year):
        yield Share((row[0], row[5], row[12]), f"case:{row[4]}", row)


def _count(changed: Changed) -> int:
    return sum(
        max(1, act.move.moves + len(changed.replaced.get(act.position, ()))) for act in changed.acts
    )


def _rows(changed: Changed, texts: dict[str, str], year: Year) -> Iterator[Values]:
    case, opening = changed.case, changed.case.opening
    name = year.unit_name(case.unit)
    head = (opening.programme, opening.period, case.subject, name, case.case)
    for act in changed.acts:
        by = act.by or _NOBODY
        said = (
            act.position,
            act.move.topic,
            date.fromisoformat(act.on),
            local(by.recorded_at),
            by.actor,
            by.signed_by,
            by.organ,
        )
        replaced = changed.replaced.get(act.position, ())
        for difference in [*_moved(case, act, year), *replaced] or [NO_DIFFERENCE]:
            yield (*head, *said, *difference, texts.get(by.reason, by.reason))


def local(recorded_at: str) -> str:
    """An instant as the offices' clocks showed it, to the minute."""
    if not recorded_at:
        return ""
    return datetime.fromisoformat(recorded_at).astimezone(HOME).strftime("%Y-%m-%d %H:%M")


def _moved(case: CaseOnDay, act: KeptAct, year: Year) -> list[Difference]:
    if not act.move.moves:
        return []
    stages = (
        year.word("stages", stage, case) for stage in (act.move.from_stage, act.move.to_stage)
    )
    return [Difference(STAGE, *stages)]


def _replaced(case: CaseOnDay, acts: list[KeptAct], year: Year) -> Mapping[int, list[Difference]]:
    """The values that corrections and repeated acts replaced. Only cases with such acts are read a second time."""
    topics = [act.move.topic for act in case.all_acts]
    again = any(
        act.move.topic == c.CorrectionRecorded.TOPIC or topics.count(act.move.topic) > 1
        for act in acts
    )
    if not again:
        return _NONE
    rows = year.ledger.stream(case.stream, year.upto)
    texts = year.texts(row.position for row in rows)
    wanted = {act.position for act in acts}
    return {
        act.row.position: list(_old_to_new(act.changes, case, year))
        for act in told_acts(rows, texts, "vi")
        if act.row.position in wanted
    }


def _old_to_new(
    changes: Iterable[dict[str, Any]], case: CaseOnDay, year: Year
) -> Iterator[Difference]:
    for change in changes:
        if change["old"] is not None and change["field"] != "stage":
            name = change["field"].rpartition(".")[2]
            old, new = (_word(name, shown(change[at]), case, year) for at in ("old", "new"))
            yield Difference(change["field"], old, new)


def _word(field: str, value: str, case: CaseOnDay, year: Year) -> str:
    """A ground or a reward in the words of the case's programme; any other value as it is."""
    if field == "ground":
        return year.ground_word(value, case)
    return year.word("rewards", value, case) if field == "reward" else value


def shown(value: Any) -> str:
    """A value of an act as text."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(shown(each) for each in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


CHANGES = Answer(
    name="changes_after_submission",
    columns=(
        Column("programme", "programme"),
        Column("period"),
        Column("subject", "subject"),
        Column("unit_name"),
        Column("case", "code", word="case_id"),
        Column("position", "ordinal"),
        Column("event", "event"),
        Column("effective_on", "date"),
        Column("recorded_at", "instant"),
        Column("actor", "person"),
        Column("signed_by", "person"),
        Column("organ", "organ"),
        Column("field", "field"),
        Column("old", "value"),
        Column("new", "value"),
        Column("reason"),
    ),
    keys=("programme", "position", "field"),
    rows=rows,
    shares=shares,
    by_year=False,
)
