"""The manual has a part for every page of the menu, and every command with its fields."""

import pytest

from domain.catalogue import VERBS
from tests.web.conftest import account_for
from web.help.page import TOPICS
from web.places import PLACES
from words.catalogue import catalogue
from words.language import say


def test_every_entry_of_the_menu_has_its_part():
    assert {key for key, _ in PLACES} <= set(TOPICS)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_part_is_written_for_each_topic_and_for_nothing_else(language):
    parts = {key for key in catalogue(language) if key.startswith("web.help.")}
    written = {f"web.help.{topic}{end}" for topic in TOPICS for end in ("", ".title")}

    assert written <= parts
    assert parts - written - {f"web.help.about.{verb.stream}" for verb in VERBS.values()} == {
        "web.help.assumed", "web.help.commands",
    }  # fmt: skip


def test_the_manual_names_every_command(browser, desk):
    account_for(desk, "DB-committee_office", "van thu")
    browser.come_in("van thu")
    told = browser.get("/help").text

    assert [verb for verb in VERBS if say(f"verb.{verb}", "vi") not in told] == []
    assert "D-31" in told


def test_a_page_leads_to_its_own_part(browser, desk):
    account_for(desk, "DB-committee_office", "van thu")
    browser.come_in("van thu")

    assert 'href="/help#cases"' in browser.get("/cases").text
