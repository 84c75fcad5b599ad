"""All answers of a year's review, in the order in which they are printed, and the review made of them."""

from __future__ import annotations

from ledger.ledger import Ledger
from ledger.reading import Head
from projections.machinery.parallel import fold_in_parts, processes_for
from projections.machinery.without_gc import no_cycles_sought
from projections.review.after_the_seal import AFTER_THE_SEAL
from projections.review.answer import Answer
from projections.review.changes import CHANGES
from projections.review.collecting.kept_facts import Collected
from projections.review.collecting.merging import merge
from projections.review.collecting.parallel_parts import Collecting
from projections.review.collecting.year import Asked, Year
from projections.review.counts import COUNTS
from projections.review.deadlines import DEADLINES
from projections.review.inflation import INFLATION
from projections.review.not_nominated import NOT_NOMINATED
from projections.review.quotas import QUOTAS
from projections.review.recognitions import RECOGNITIONS
from projections.review.revoked import REVOKED
from projections.review.streaks import STREAKS
from projections.review.tables import Review, Table
from projections.review.targets import TARGETS

ANSWERS: tuple[Answer, ...] = (
    COUNTS,
    TARGETS,
    QUOTAS,
    RECOGNITIONS,
    CHANGES,
    REVOKED,
    INFLATION,
    STREAKS,
    NOT_NOMINATED,
    DEADLINES,
    AFTER_THE_SEAL,
)


def year_of_log(ledger: Ledger, asked: Asked, upto: int, processes: int = 0) -> Year:
    """The year folded from the log up to a position, by so many processes; 0 is as many as are worth while.

    Raises PartFailedError.
    """
    folding = Collecting(asked.year, {})
    with no_cycles_sought():
        parts = fold_in_parts(folding, ledger, upto, processes or processes_for(upto))
        return Year(merge(parts), asked, ledger, upto)


def tables(collected: Collected, asked: Asked, ledger: Ledger, upto: int) -> list[Table]:
    """Every answer from what was collected up to a position."""
    return answered(Year(collected, asked, ledger, upto))


def answered(year: Year) -> list[Table]:
    return [answer.table(year) for answer in ANSWERS]


def review_of(year: Year, head: Head) -> Review:
    """The review of a year, named by the last event it knows."""
    return Review(
        year=year.asked.year,
        programme=year.asked.programme,
        period=year.asked.period,
        as_of=year.asked.as_of,
        position=head.position,
        root=head.root.hex(),
        recorded_at=head.recorded_at,
        simulated=head.simulated,
        tables=answered(year),
    )
