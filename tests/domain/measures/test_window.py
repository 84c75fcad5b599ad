from datetime import date

import pytest

from domain.measures.window import is_in_window
from domain.programme.procedure import Window

WINDOW = Window(first=5, last=10, widened_first=4, widened_last=11)
HOLIDAY = frozenset({date(2024, 4, 10)})


@pytest.mark.parametrize(
    ("held_on", "scheduled_on", "inside"),
    [
        (date(2024, 6, 5), None, True),
        (date(2024, 6, 10), None, True),
        (date(2024, 6, 4), None, False),
        (date(2024, 6, 11), None, False),
        (date(2024, 5, 4), date(2024, 5, 5), True),
        (date(2024, 5, 4), None, True),
        (date(2024, 8, 11), date(2024, 8, 10), True),
        (date(2024, 8, 12), date(2024, 8, 10), False),
        (date(2024, 6, 11), date(2024, 6, 10), False),
        (date(2024, 4, 11), date(2024, 4, 10), True),
        (date(2024, 6, 11), date(2024, 6, 8), False),
        (date(2024, 5, 4), date(2024, 5, 12), False),
        (date(2024, 5, 4), date(2024, 6, 8), False),
        (date(2024, 5, 3), date(2024, 5, 5), False),
    ],
)
def test_a_meeting_is_inside_the_window_or_the_widened_one(held_on, scheduled_on, inside):
    assert is_in_window(held_on, scheduled_on, WINDOW, HOLIDAY) is inside


def test_a_working_tenth_does_not_widen_the_window():
    assert not is_in_window(date(2024, 4, 11), date(2024, 4, 10), WINDOW, frozenset())
