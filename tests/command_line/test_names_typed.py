"""What people type on the command line is read as a name too, and what to type is shown."""

import json


def test_names_do_wherever_codes_do(year):
    for words in (
        ("units", "show", "don vi cb"), ("persons", "show", "nguoi mau db-party_committee"),
        ("units", "list", "--under", "Đơn vị DB"), ("persons", "list", "--for", "đơn vị db/Văn phòng cấp ủy"),
        ("cases", "list", "--unit", "Đơn vị CB", "--under", "don vi db"), ("register", "--unit", "don vi cb"),
        ("tasks", "--by", "Người mẫu DB-party_committee"), ("tasks", "--for", "Đơn vị DB/party_committee"),
        ("cases", "allowed", "Đơn vị CB", "2024", "--by", "Người mẫu CB-cell", "--for", "Đơn vị CB/cell"),
    ):  # fmt: skip
        year(*words)
    for lang, told in (("vi", "Đơn vị CB (CB)"), ("en", "(CB)")):
        assert told in year("units", "show", "don vi cx", "--lang", lang, code=1).stderr


def test_who_is_nobody_is_told_so_and_not_that_they_have_no_right(year):
    done = ("do", "comment", "CB", "2024", "--reason", "r", "--data", '{"comment": "x"}')
    refused = year(*done, "--by", "Người mẫu CB-cel", code=1).stderr

    assert "✗ Không có người nào" in refused
    assert "(CB-cell)" in refused
    assert "không có quyền" not in refused


def test_the_codes_of_organs_and_the_words_of_commands_are_shown(year):
    assert "(CB/cell_committee)" in year("units", "show", "CB").stdout
    assert "CB/cell_committee" in year("persons", "show", "CB-cell_committee").stdout
    allowed = year("cases", "allowed", "CB", "2024", "--by", "CB-cell").stdout
    assert "file-petition" in allowed
    assert "quyền nhập" not in allowed


def test_the_commands_are_listed_with_the_word_to_type_and_who_may(year):
    assert "Từ để gõ" in year("forms").stdout
    listed = {row["command"]: row for row in json.loads(year("forms", "--json").stdout)}
    assert "appraiser" in listed["appraise"]["roles"]
    assert listed["give-mandate"]["permission"] == "set_up"
    assert "the registrar" in year("forms", "--lang", "en").stdout


def test_a_time_that_is_not_taken_is_told_in_words_and_in_json(year):
    done = (
        "do",
        "register-person",
        "--by",
        "quan-tri",
        "--reason",
        "r",
        "--at",
        "2024-01-01T09:00",
    )
    by_json = year(*done, "--data", '{"person": "p-1", "name": "A"}', "--json").stdout
    in_words = year(*done, "--data", '{"person": "p-2", "name": "B"}').stdout

    assert [each["about"] for each in json.loads(by_json)["warnings"]] == ["at"]
    assert "Lưu ý: Giờ ghi là" in in_words
