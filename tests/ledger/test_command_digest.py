"""The same command is known again, and what it said cannot be tried out once it is erased."""

import json

import pytest

from ledger.command_digest import salted
from ledger.commit import Text
from ledger.errors import CommandReusedError
from ledger.ledger import Ledger
from ledger.opening import database_at
from ledger.texts import unpacked
from tests.support.entries import a_commit


def committing(*texts):
    """An envelope whose event commits to some texts."""
    return {"state": json.dumps([text.commitment for text in texts]).encode()}


def kept(url):
    """Digest and texts of the first event, as they stand in the database."""
    engine = database_at(url, timeout=1).engine()
    with engine.connect() as connection:
        sql = "SELECT digest, texts FROM event WHERE position = 1"
        digest, texts = connection.exec_driver_sql(sql).one()
    engine.dispose()
    return digest, [*unpacked(texts)]


def test_an_erased_text_cannot_be_tried_out_against_the_digest_of_its_command(fresh_url):
    """Whoever has the file guesses the content and takes its digest as the program does; before, the salt was there."""
    url, text = fresh_url(), Text.of(b"1" * 16, "one")
    with Ledger.initialise(url) as ledger:
        commit = a_commit(("a", 1), command_id="c", envelope=committing(text), texts=[text])
        ledger.append(commit)
        digest, texts = kept(url)
        assert digest == salted(commit.command_digest, texts)
        ledger.erase(1, text.commitment)
    digest, texts = kept(url)
    assert digest not in {commit.command_digest, salted(commit.command_digest, texts)}


def test_a_command_with_texts_is_known_again_before_and_after_an_erasure(ledger):
    text = Text.of(b"1" * 16, "one")
    with_text = {"envelope": committing(text), "texts": [text]}
    first = ledger.append(a_commit(("a", 1), command_id="c", command_digest="one", **with_text))
    again = first._replace(repeated=True)
    assert ledger.repeated("c", "one") == again
    with pytest.raises(CommandReusedError):
        ledger.repeated("c", "two")
    with pytest.raises(CommandReusedError):
        ledger.append(a_commit(("a", 2), command_id="c", command_digest="two"))
    ledger.erase(1, text.commitment)
    assert ledger.repeated("c", "one") == again
    assert ledger.append(a_commit(("a", 2), command_id="c", command_digest="one")) == again
