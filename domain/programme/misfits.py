"""Why a value does not fit where it stands, told from msgspec's messages in both languages."""

from __future__ import annotations

import re

_KINDS = {
    "str": ("chữ", "text"),
    "int": ("số nguyên", "a whole number"),
    "float": ("số có phần thập phân", "a number"),
    "decimal": ("số", "a number"),
    "bool": ("true hoặc false", "true or false"),
    "date": ("ngày", "a date"),
    "object": ("nhóm mục", "a mapping of keys"),
    "array": ("danh sách", "a list"),
    "null": ("để trống", "nothing"),
}
_ON_DATES = (
    "Ngày không có thật. Viết như 2024-12-31, hoặc {{month: 12, day: 31}} nếu lặp lại hằng năm.",
    "No such date. Write it like 2024-12-31, or {{month: 12, day: 31}} where it comes every year.",
)
_TOLD: tuple[tuple[str, str, str], ...] = (
    (
        r"Object contains unknown field `(?P<a>.*)`",
        "Không có mục “{a}” ở đây. Hãy sửa tên hoặc bỏ mục này{choices}.",
        "There is no key “{a}” here. Mend the name or take it out{choices}.",
    ),
    (
        r"Object missing required field `(?P<a>.*)`",
        "Thiếu mục “{a}”. Hãy thêm mục này.",
        "The key “{a}” is missing. Add it.",
    ),
    (
        r"Invalid enum value '?(?P<a>.*?)'?",
        "Không dùng được “{a}” ở đây. Hãy chọn một giá trị khác{choices}.",
        "“{a}” cannot be used here. Choose another value{choices}.",
    ),
    (r"Invalid RFC3339 encoded date|day is out of range.*|month must be.*", *_ON_DATES),
    (
        r"Invalid decimal string",
        "Đây không phải là số. Viết như 15 hoặc 0.5.",
        "This is no number. Write it like 15 or 0.5.",
    ),
    (
        r"Expected `str` matching regex.*",
        "Tên không được có khoảng trắng, “/” hoặc “*”. Hãy sửa tên.",
        "A name has no space, “/” or “*”. Mend the name.",
    ),
    (
        r"Expected `(?P<a>[^`]*)`, got `(?P<b>[^`]*)`",
        "Chỗ này phải là {a_vi}, không phải {b_vi}. Hãy sửa.",
        "This must be {a_en}, not {b_en}. Mend it.",
    ),
    (
        r"Expected `(?P<a>[^`]*)` (?P<b>[<>]=? ?[-\d.]+)",
        "Chỗ này phải là {a_vi} {b}. Hãy sửa.",
        "This must be {a_en} {b}. Mend it.",
    ),
    (
        r"give exactly one of on, before, quarter, within, variants",
        "Thời hạn phải có đúng một mục trong on, before, quarter, within, variants. Hãy sửa.",
        "A deadline has exactly one of on, before, quarter, within, variants. Mend it.",
    ),
    (
        r"give either days or business_days",
        "Hãy ghi một trong hai: days hoặc business_days.",
        "Give one of the two: days or business_days.",
    ),
    (
        r"two variants are meant for the same year",
        "Hai phương án thời hạn cùng áp dụng cho một năm. Hãy sửa years.",
        "Two variants of the deadline are meant for the same year. Mend their years.",
    ),
    (
        r"(?P<a>.*)",
        "Giá trị không đúng ({a}). Hãy sửa.",
        "The value does not fit ({a}). Mend it.",
    ),
)
"""Messages by form, the first that fits; sentences in vi and en with what to do."""


def told(message: str, choices: tuple[object, ...] = ()) -> tuple[str, str]:
    """Tell a message in Vietnamese and English; `choices` are what may stand there."""
    for form, vi, en in _TOLD:
        found = re.fullmatch(form, message, re.DOTALL)
        if found is not None:
            return _filled(vi, found, choices, 0), _filled(en, found, choices, 1)
    raise AssertionError(message)


def _filled(text: str, found: re.Match[str], choices: tuple[object, ...], language: int) -> str:
    listed = ", ".join(map(str, choices))
    values = {"choices": f" ({('có', 'there are')[language]}: {listed})" if choices else ""}
    for name, value in found.groupdict().items():
        values[name] = value
        values[f"{name}_{('vi', 'en')[language]}"] = _kinds(value, language)
    return text.format(**values)


def _kinds(names: str, language: int) -> str:
    """Name msgspec's kinds, such as `decimal | null`, as people do; unknown ones as they stand."""
    told_kinds = [_KINDS.get(name, (name, name))[language] for name in names.split(" | ")]
    return (" hoặc ", " or ")[language].join(told_kinds)
