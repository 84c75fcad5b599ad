"""The table of topics is filled for many positions at once; asked for, topics are found whole all the same."""

import pytest

from ledger.entry import Row
from ledger.errors import NotInitialisedError
from ledger.ledger import Ledger
from ledger.schema import TOPICS_TOGETHER
from tests.support.entries import a_commit
from tests.support.tampering import tamper

TOPICS = ("round", "square", "rare")
COMMITS, EACH = 6, 400


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    return f"sqlite:///{tmp_path_factory.mktemp('topics')}/log.db"


def fill(ledger):
    """A log that ends between two fillings of the table; every 500th event is of a rare topic."""
    for commit in range(COMMITS):
        at = range(commit * EACH + 1, (commit + 1) * EACH + 1)
        for n, topic in enumerate(TOPICS[:2]):
            streams = [(f"{topic}-{each}", 1) for each in at if (each % 500 != 0) and each % 2 == n]
            ledger.append(a_commit(*streams, envelope={"topic": topic}))
        rare = [(f"rare-{each}", 1) for each in at if each % 500 == 0]
        if rare:
            ledger.append(a_commit(*rare, envelope={"topic": "rare"}))
    return ledger


def entered(ledger):
    with ledger.connection() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM topic").scalar_one()


def test_topics_are_found_in_the_table_and_behind_its_end(ledger):
    head = fill(ledger).head().position
    assert (head, entered(ledger)) == (COMMITS * EACH, 2 * TOPICS_TOGETHER)
    rows = [row for batch in ledger.read() for row in batch]
    ends = (0, 1, 1023, 1024, 1025, 2047, 2048, 2049, head)
    for after in ends:
        for upto in ends:
            for asked in (TOPICS[:1], TOPICS[1:], TOPICS, ("none",)):
                wanted = [r for r in rows if after < r.position <= upto and r.topic in asked]
                assert ledger.of_topics(Row, asked, after, upto) == wanted
    assert ledger.verify().ok


def test_one_commit_may_fill_it_several_times(ledger):
    ledger.append(a_commit(*((f"s-{each}", 1) for each in range(2 * TOPICS_TOGETHER + 5))))
    assert entered(ledger) == 2 * TOPICS_TOGETHER
    assert len(ledger.of_topics(Row, ("thing-done",), 0, 9_999)) == 2 * TOPICS_TOGETHER + 5


def test_it_is_filled_once_by_the_event_that_ends_a_filling(ledger):
    ledger.append(a_commit(*((f"s-{each}", 1) for each in range(TOPICS_TOGETHER - 1))))
    filled_upto = [entered(ledger)]
    for each in range(2):
        ledger.append(a_commit((f"t-{each}", 1)))
        filled_upto.append(entered(ledger))
    assert filled_upto == [0, TOPICS_TOGETHER, TOPICS_TOGETHER]


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("DELETE FROM topic WHERE position = 500", 500),
        ("UPDATE topic SET topic = 'rare' WHERE position = 500", 500),
        ("UPDATE topic SET position = 3000 WHERE position = 500", 3000),
        ("INSERT INTO topic VALUES ('rare', 7)", 7),
        ("INSERT INTO topic VALUES ('rare', 3000)", 3000),
        ("INSERT INTO topic SELECT topic, position FROM event WHERE position = 2100", 2100),
    ],
)
def test_a_wrong_entry_is_found(url, statement, where):
    with filled(url) as ledger:
        tamper(ledger, "DELETE FROM topic", ENTER_ALL, statement, guards=True)
        checked = ledger.verify()
        assert (checked.ok, checked.first_bad, checked.reason) == (False, where, "topic")


ENTER_ALL = (
    f"INSERT INTO topic SELECT topic, position FROM event WHERE position <= {2 * TOPICS_TOGETHER}"  # noqa: S608 -- a number
)


def filled(url):
    """The one log of this file, made when it is first asked for; each test puts its table right first."""
    try:
        return Ledger.open(url)
    except NotInitialisedError:
        return fill(Ledger.initialise(url))
