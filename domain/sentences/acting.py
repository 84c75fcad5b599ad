"""Reasons for refusals about who acts, for whom, when."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "no_mandate": (
        "{person} không có quyền thay mặt {organ} vào ngày {on}.",
        "{person} has no mandate to act for {organ} on {on}.",
    ),
    "no_recording_mandate": (
        "{person} không có quyền nhập cho {organ} vào ngày {on}.",
        "{person} has no mandate to enter for {organ} on {on}.",
    ),
    "organ_missing": (
        "{person} không thay mặt cơ quan nào có thẩm quyền “{verb}” vào ngày {on}.",
        "{person} acts for no organ that is competent for “{verb}” on {on}.",
    ),
    "organ_not_competent": (
        "{organ} không có thẩm quyền “{verb}”; cấp có thẩm quyền: {competent}.",
        "{organ} is not competent for “{verb}”; competent: {competent}.",
    ),
}
