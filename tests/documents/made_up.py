"""A made-up review as large as a real one: long names, hundreds of rows, an empty table."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

from projections.review.tables import Review, Table
from tests.documents.made_up_words import (
    CORRECTED,
    COVER,
    CRITERIA,
    GROUND,
    KINDS,
    LEAST,
    ORGS,
    PASS,
    PLACES,
    PROGRAMMES,
    STEPS,
    TITLES,
    columns,
)  # fmt: skip
from tests.documents.titles import Label

CHRISTMAS = date(2024, 12, 25)


def review(*, simulated=True, programme="", seed=7):
    chance = Random(seed)
    return Review(
        year=2024,
        programme=programme,
        period="",
        as_of=date(2025, 1, 31),
        position=12345,
        root="0a1b2c3d4e5f6789" * 4,
        recorded_at="2025-01-30T17:05:09.123456+00:00",
        simulated=simulated,
        tables=[_table(chance, *line) for line in TABLES],
    )


def _table(chance, name, vi, en, names, rows):
    return Table(name, columns(names), list(rows(chance)), Label(vi, en))


def _unit(chance, number):
    return f"Chi bộ mẫu số {number}, Đảng bộ {chance.choice(PLACES)}"


def _counts(chance):
    for at, programme in enumerate(PROGRAMMES):
        for place in PLACES[at : at + 9]:
            cases = chance.randint(1, 60 - at * 10)
            submitted = chance.randint(cases // 2, cases)
            passed = chance.randint(submitted // 2, submitted)
            failed = chance.randint(0, submitted - passed)
            out = chance.randint(0, cases - submitted)
            revoked = chance.randint(0, min(passed, 3))
            above = (f"DB-{PLACES.index(place):02}", f"Đảng bộ {place}")
            counted = (cases, cases, submitted, failed // 2, passed, failed, out, failed, revoked)
            kinds = [chance.choice(words) for words in (TITLES, KINDS, ORGS)]
            yield (programme, *kinds, *above, *counted, passed - revoked)


def _recognitions(chance):
    for at in range(1, 261):
        yield (
            f"3f2504e0-4f89-51d3-9a0c-0305e82c{at:04}", chance.choice(PROGRAMMES), "2024", chance.choice(TITLES),
            f"unit:KT-{at:03}", _unit(chance, at), "a1b2c3d4e5f6", at % 3, at % 4, at % 2, PASS,
            f"DB-{at % 18:02}/standing_committee", f"bi-thu-{at % 18}", f"{at}-QĐ/ĐU",
            CHRISTMAS + timedelta(days=at % 40), at % 17 > 0, None if at % 17 else date(2025, 1, 20),
        )  # fmt: skip


def _changes(chance):
    for at in range(1, 48):
        recorded = f"2024-12-{1 + at % 31:02} 09:{at % 60:02}"
        change = (
            "effective_on",
            "2024-11-03",
            "2024-11-05",
            "Gõ nhầm ngày, đã đối chiếu lại bản gốc",
        )
        yield (
            chance.choice(PROGRAMMES), "2024", f"unit:KT-{at:03}", _unit(chance, at), 4000 + at * 7,
            CORRECTED, CHRISTMAS, recorded, "van-thu", "can-bo-tham-dinh", *change,
        )  # fmt: skip


def _revoked(chance):
    for at in range(1, 9):
        used = ["Khen thưởng", "Chuỗi 5 năm"][: at % 3]
        yield (PROGRAMMES[0], _unit(chance, at), f"{at}-QĐ/HB", GROUND, date(2025, 1, at + 1), used)


def _inflation(chance):
    for unit in range(1, 41):
        name, scored = _unit(chance, unit), unit % 2
        programme = PROGRAMMES[0] if scored else PROGRAMMES[3]
        for place, criterion in enumerate(CRITERIA):
            own = Decimal(chance.randint(16, 30)) / 2
            appraised = own - Decimal(chance.randint(0, 2 + place)) / 2
            decided = appraised - Decimal(chance.randint(-1, 2)) / 4
            points = (own, appraised, decided, own - appraised, own - decided)
            met = (True, chance.random() < 0.9, chance.random() < 0.8)
            yield (programme, "2024", name, criterion, *(points if scored else (None,) * 5), *met)


def _streaks(chance):
    for at in range(1, 121):
        long = chance.choice([0, 1, 1, 1, 2, 2, 3, 4, 5])
        years = [str(year) for year in range(2025 - long, 2025)]
        subject = (chance.choice(PROGRAMMES), f"unit:KT-{at:03}", _unit(chance, at))
        yield (*subject, long, long + (at % 11 == 0), years)


def _targets(chance):
    for programme in PROGRAMMES:
        among = chance.randint(20, 90)
        count = chance.randint(among // 2, among)
        part, few = Fraction(count, among), count % 7
        yield (programme, "2024", COVER, count, among, part, ">= 90 %", part >= Fraction(9, 10))
        yield (programme, "2024", LEAST, few, among, Fraction(few, among), ">= 1", few > 0)


def _not_nominated(chance):
    for at in range(300, 340):
        yield (chance.choice(PROGRAMMES), f"KT-{at:03}", _unit(chance, at))


def _deadlines(chance):
    for programme in PROGRAMMES[:3]:
        for step in STEPS:
            due = chance.randint(4, 80)
            missed, left = chance.randint(0, due // 4), due // 9
            late = (
                (Decimal(chance.randint(1, 9)) / 2, chance.randint(5, 40))
                if missed
                else (None,) * 2
            )
            yield (programme, "submitted", step, due, due - missed - left, missed, left, *late)


def _after_the_seal(_):
    yield (12001, "recognition-revoked", date(2025, 1, 20))
    yield (12044, CORRECTED, date(2024, 12, 3))


TABLES = (
    (
        "counts", "Số liệu chung", "Counts",
        ("programme title subject_kind org_type superior superior_name cases registered submitted returned "
        "passed failed withdrawn late revoked standing"), _counts,
    ),
    (
        "recognitions", "Các quyết định", "Decisions",
        ("case programme period title subject unit_name version sheets_1 sheets_2 sheets_3 level decided_by "
        "signed_by number decided_on stands revoked_on"), _recognitions,
    ),
    (
        "changes_after_submission", "Thay đổi sau khi nộp hồ sơ", "Changes after submission",
        ("programme period subject unit_name position event effective_on recorded_at actor signed_by field "
        "old new reason"), _changes,
    ),
    (
        "revoked", "Công nhận bị huỷ bỏ và kết quả phụ thuộc", "Revoked recognitions",
        "programme unit_name number ground revoked_on dependents", _revoked,
    ),
    (
        "inflation", "Chênh lệch điểm tự chấm, thẩm định, quyết định", "Self-score, appraiser, decider",
        ("programme period unit_name criterion self appraised decided self_over_appraised self_over_decided "
        "self_met appraised_met decided_met"), _inflation,
    ),
    (
        "streaks", "Chuỗi năm được công nhận", "Streaks",
        "programme subject unit_name in_a_row in_a_row_with_revoked years", _streaks,
    ),
    (
        "targets", "Chỉ tiêu", "Targets",
        "programme period target count among share wanted met", _targets,
    ),
    (
        "not_nominated", "Đơn vị đủ điều kiện nhưng không có hồ sơ", "Eligible units without a case",
        "programme unit unit_name", _not_nominated,
    ),
    ("quotas", "Tỷ lệ khống chế", "Quotas", "programme quota met", lambda _: ()),
    (
        "deadlines", "Thời hạn", "Deadlines",
        "programme stage step due kept missed open median_days worst_days", _deadlines,
    ),
    ("after_the_seal", "Ghi sau khi chốt", "After the seal", "position event effective_on", _after_the_seal),
)  # fmt: skip
