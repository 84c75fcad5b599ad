"""The question of a year's review: its defaults, what it refuses, the same bytes on both databases."""

from datetime import date

import msgspec
import pytest

from application.intake.scenario import play
from application.questions import cases as queries
from application.questions import years_compared as comparing
from application.questions.year import Question, review
from command_line.demonstration import samples
from documents.review.comparison_files import comparison_files
from documents.review.files import review_files
from domain.refusal import RefusedError
from ledger.errors import PositionNotFoundError
from projections.review.as_json import pieces
from tests.application.systems import a_system, played
from tests.support import five_goods, small_year
from tests.support.written import written


@pytest.fixture
def year(fresh_url, tmp_path):
    system = a_system(fresh_url())
    assert played(system, tmp_path / "year.jsonl", small_year.set_up(), small_year.year()) == []
    yield system
    system.close()


def refused(system, *question, **named):
    with pytest.raises(RefusedError) as error:
        review(system, Question(*question, **named))
    [reason] = error.value.refusals
    return reason.code


def test_a_review_is_named_by_the_last_event_it_knows(year):
    head = year.ledger.head()
    found = review(year, Question(2024, known_at=head.position))
    assert (found.position, found.root) == (head.position, head.root.hex())
    assert (found.recorded_at, found.simulated) == (head.recorded_at, True)
    assert found.as_of == date(2026, 5, 20)  # the day of the last event, whatever today is


def test_inside_a_commit_it_knows_the_whole_commit(year):
    case = queries.cases(year)[0]["case"]
    first = year.ledger.stream(f"case:{case}")[0].position
    found = review(year, Question(2024, known_at=first))
    assert found.position == first + 1  # the opening and its first step are one commit


def test_without_a_moment_it_is_as_of_today(year):
    assert review(year, Question(2024)).as_of == year.today()


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ({"year": 2023}, "year_without_rounds"),
        ({"year": 2024, "programme": "son-la"}, "programme_unknown_nearest"),
        ({"year": 2024, "period": "2024-05"}, "year_without_rounds"),
        ({"year": 2024, "as_of": date(2023, 11, 30)}, "year_without_rounds"),
        ({"year": 2024, "known_at": 3}, "year_without_rounds"),
        ({"year": 2024, "period": "2023"}, "period_of_another_year"),
        ({"year": 2024, "period": "tháng 5"}, "period_unreadable"),
    ],
)
def test_what_has_no_answer_is_refused_with_one_reason(year, question, code):
    assert refused(year, **question) == code


@pytest.mark.parametrize("position", [0, -1, 999_999])
def test_a_position_that_the_log_does_not_have_is_refused(year, position):
    with pytest.raises(PositionNotFoundError):
        review(year, Question(2024, known_at=position))


def test_later_events_do_not_change_what_was_known(year, tmp_path):
    at = year.ledger.head().position
    question = Question(2024, known_at=at)
    before = b"".join(pieces(review(year, question)))
    more = [small_year._line("rename-unit", at="2026-06-01", unit="CB", data={"name": "Tên mới"})]
    assert played(year, tmp_path / "more.jsonl", more) == []
    assert year.ledger.head().position > at
    assert b"".join(pieces(review(year, question))) == before


def test_a_year_of_the_sixth_programme_has_its_target_and_its_quota(fresh_url, tmp_path):
    system = a_system(fresh_url())
    lines = [
        line for member in five_goods.MEMBERS
        for line in five_goods.case(f"member:{member}", "2024-05-20")
    ]  # fmt: skip
    lines += five_goods.case("unit:X", "2024-05-25")
    star = {"reward": "star", "number": "1-QĐ"}
    rewarding = five_goods.line(
        "decide-reward", at="2024-05-26", by="C-standing_committee", data=star,
        programme="nam-tot", subject="unit:X", period="2024-05",
    )  # fmt: skip
    parts = (five_goods.set_up(), lines, [rewarding])
    assert played(system, tmp_path / "five.jsonl", *parts) == []
    found = review(system, Question(2024, period="2024-05"))
    [target] = found.table("targets").dicts()
    [quota] = found.table("quotas").dicts()
    system.close()
    assert (target["count"], target["among"], target["met"]) == (1, 1, True)
    # one of five recognised (four members, one cell) may have it, and one has
    assert (quota["count"], quota["among"], quota["allowed"], quota["kept"]) == (1, 5, 1, True)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_whatever_table_of_a_year_is_empty_the_files_are_written(year, language):
    found = review(year, Question(2024))
    empty = [table._replace(rows=[]) for table in found.tables]
    for at, none in enumerate(empty):
        one_empty = found._replace(tables=[*found.tables[:at], none, *found.tables[at + 1 :]])
        assert len(written(review_files(one_empty, language))) == len(empty) + 3
    assert len(written(review_files(found._replace(tables=empty), language))) == len(empty) + 3


def test_then_and_now_are_compared_from_the_earlier_to_the_later(year):
    case = queries.cases(year)[0]["case"]
    then = queries.position_before_revocation(year, case)
    now = year.ledger.head().position
    one, other = (
        comparing.comparison(year, Question(2024, known_at=a), comparing.Against(known_at=b))
        for a, b in ((then, now), (now, then))
    )
    assert (one.before.position, one.after.position) == (then, now)
    assert written(comparison_files(one, "vi")) == written(comparison_files(other, "vi"))
    assert {table.name for table in one.tables} >= {"counts", "recognitions", "revoked"}


def test_a_year_is_compared_only_with_a_year_that_has_rounds(year):
    with pytest.raises(RefusedError):
        comparing.comparison(year, Question(2024), comparing.Against(year=2023))


def test_the_samples_give_the_same_bytes_on_both_databases_by_one_and_by_two_processes(
    sqlite_url, postgres_url
):
    found = []
    for url in (sqlite_url(), postgres_url()):
        system = a_system(url)
        assert all(line.as_expected for line in play(system, samples()))
        question = Question(2024, known_at=system.ledger.head().position)
        files = [
            written(review_files(review(system, question), language)) for language in ("vi", "en")
        ]
        by_two = question._replace(processes=2)
        again = [written(review_files(review(system, each), "vi")) for each in (question, by_two)]
        assert again == [files[0], files[0]]
        against = comparing.Against(known_at=900)
        found.append(
            (
                files,
                written(comparison_files(comparing.comparison(system, question, against), "vi")),
            )
        )
        system.close()
    assert found[0] == found[1]
    tables = msgspec.json.decode(found[0][0][0]["review.json"])["tables"]
    assert all(
        tables[name] for name in tables if name not in {"quotas", "not_nominated", "after_the_seal"}
    )
