"""What msgspec says of data that do not fit is told in words."""

from __future__ import annotations

import msgspec
import pytest

from domain.programme.misfits import told
from words.sentences import sentence


@pytest.mark.parametrize(
    ("content", "vi", "en"),
    [
        (b'{"a" 1}', "JSON ở ký tự thứ 5", "malformed at character 5"),
        (b'{"a": 1', "thiếu phần cuối", "The end of the JSON is missing"),
    ],
)
def test_what_is_no_json_is_told_in_both_languages(content, vi, en):
    with pytest.raises(msgspec.DecodeError) as error:
        msgspec.json.decode(content)

    assert vi in sentence(told(str(error.value)), "vi")
    assert en in sentence(told(str(error.value)), "en")
