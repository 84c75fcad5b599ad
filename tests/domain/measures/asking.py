"""Asking one measure, or a whole criteria set, about the made-up cell."""

from datetime import date

from domain.measures.ask import Ask
from domain.measures.catalogue import MEASURES
from domain.programme.procedure import MeetingRules, Window
from tests.support.cell_year import CELL

RULES = MeetingRules(window=Window(first=5, last=10, widened_first=4, widened_last=11))


def ask_of(world, unit=CELL, member="", period="2024", closing_on=date(2024, 12, 31)):
    return Ask(
        unit=unit,
        member=member,
        period=period,
        closing_on=closing_on,
        world=world,
        programme="cam-giang",
        rules=RULES,
    )


def value(world, name, **about):
    return MEASURES[name].compute(ask_of(world, **about), name).value


def series(world, name, **about):
    return MEASURES[name].series(ask_of(world, **about), name).value
