"""One thing has one word: the hash of a log is called as the glossary calls it, wherever it is told."""

import pytest

from words.catalogue import catalogue

ROOT_IS = {"vi": "mã kiểm chứng", "en": "root"}


def about_the_root(language):
    """Every sentence that shows a root, and every title of one."""
    words = catalogue(language)
    return {key: told for key, told in words.items() if "{root}" in told or key.endswith(".root")}


@pytest.mark.parametrize("language", ROOT_IS)
def test_the_root_of_a_log_is_called_one_thing(language):
    found = about_the_root(language)

    assert len(found) > 4
    assert {key for key, told in found.items() if ROOT_IS[language] not in told.lower()} == set()
