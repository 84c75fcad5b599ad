"""In the middle of a year, while somebody is waited for, nothing that a command tells has codes either."""

import pytest

from application.questions import cases as queries
from application.questions import organisation, persons
from documents.programmes.comparison import GUIDELINES
from tests.application.test_random_walks import begun, interrupted
from tests.command_line.test_codes_shown import TYPED
from tests.command_line.told_of_samples import LANGUAGES, bontot
from tests.support.codes_shown import shown_codes

CUTS = (0.8,)


@pytest.fixture(
    scope="module", params=[(code, cut) for code in GUIDELINES for cut in CUTS], ids=str
)
def midway(request, tmp_path_factory):
    """A log interrupted in a sample year: its programme and URL, its cases with who acted last, its ids."""
    folder = tmp_path_factory.mktemp("midway")
    url = f"sqlite:///{folder}/log.sqlite"
    system = begun(url, interrupted(*request.param), folder)
    cases = {
        each["case"]: queries.history(system, each["case"])[-1]["signed_by"]
        for each in queries.cases(system)
    }
    units = [each["code"] for each in organisation.units(system)]
    people = [each.person for each in persons.persons(system) if each.name != each.person]
    system.close()
    return request.param[0], url, cases, [*units, *people, *GUIDELINES]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_that_waits_is_told_by_a_code(midway, lang):
    code, url, cases, ids = midway
    asked = [["tasks"], ["cases", "list"], ["rounds", "list"], ["rounds", "owed", code, "2024"]]
    for case, signer in [*cases.items()][:: 1 if lang == "vi" else 4]:
        asked += [["cases", "show", case], ["cases", "allowed", case, "--by", signer]]

    found = {
        (heading, word, words[0])
        for words in asked
        for heading, word in shown_codes(
            TYPED.sub("", bontot(*words, url=url, lang=lang)), lang, ids
        )
    }

    assert sorted(found) == []
