"""Whole stories by the people who act in them, in a real browser, with its scripts on and off."""

import pytest

from application.questions import cases as queries

CELL, OFFICE, DECIDER = "CB-cell_committee", "DB-committee_office", "DB-party_committee"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def anybody(request, visitor):
    return lambda name: visitor(scripts=request.param).come_in(name)


def give(somebody, act, reason, on, fill):
    """From one's own work to the form, the check, and the case again."""
    somebody.go("/work")
    somebody.press(act)
    for name, value in fill.items():
        field = somebody.page.locator(f'[name="{name}"]')
        if value is True:
            field.check()
        elif field.first.get_attribute("type") == "radio":
            somebody.page.locator(f'[name="{name}"][value="{value}"]').check()
        elif field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    somebody.page.fill("#reason", reason)
    somebody.page.fill("#on", on)
    somebody.press("Kiểm tra trước khi gửi")
    somebody.page.locator("button[data-once], #wrong").wait_for()
    assert "Chưa có gì được ghi" in somebody.text, somebody.page.inner_text("main")
    somebody.page.locator("button[data-once]").click()
    somebody.page.locator("p.done").wait_for()
    assert "Đã ghi." in somebody.text


def test_from_a_returned_dossier_to_a_recognition(anybody, served):
    give(
        anybody(CELL), "Bổ sung hồ sơ", "Bổ sung theo yêu cầu", "09/12/2024",
        {"data.documents.new0.document": "DOC-AGG", "data.documents.new0.number": "03-BC/CB"},
    )  # fmt: skip
    give(
        anybody(OFFICE), "Thẩm định", "Đủ hồ sơ", "12/12/2024",
        {"data.proposal": "PASS", "data.opinion": "Đủ điều kiện", "data.review_results": "Đã kiểm điểm"},
    )  # fmt: skip
    give(
        anybody(DECIDER), "Quyết định", "Theo đề nghị", "20/12/2024",
        {"data.level": "PASS", "data.number": "12-QĐ/ĐU"},
    )  # fmt: skip

    [row] = queries.cases(served.desk.system)
    assert (row["stage"], row["outcome"]) == ("recognised", "PASS")


def test_what_was_typed_is_kept_as_one_types(visitor, served):
    [row] = queries.cases(served.desk.system)
    form = f"/cases/{row['case']}/do/supplement-dossier"
    somebody = visitor().come_in(CELL).go(form)
    somebody.page.locator("#reason").press_sequentially("đang viết dở")
    somebody.page.locator("#on").focus()
    somebody.page.get_by_text("Đã lưu nháp lúc").wait_for()
    again = visitor().come_in(CELL).go(form)

    assert again.page.input_value("#reason") == "đang viết dở"


def test_the_form_is_filled_in_by_keyboard_alone(visitor, served):
    [row] = queries.cases(served.desk.system)
    somebody = visitor().come_in(CELL).go(f"/cases/{row['case']}/do/supplement-dossier")
    keyboard = somebody.page.keyboard
    keyboard.press("Tab")
    assert somebody.page.evaluate("document.activeElement.className") == "skip"
    keyboard.press("Enter")
    for _ in range(200):
        keyboard.press("Tab")
        if somebody.page.evaluate("document.activeElement.id") == "reason":
            break
    keyboard.type("bằng bàn phím")

    assert somebody.page.input_value("#reason") == "bằng bàn phím"
