"""What is wrong with a YAML file and what to do, in both languages."""

from __future__ import annotations

import re

_TOLD: tuple[tuple[str, str, str], ...] = (
    (
        r"size",
        "Tệp quá lớn. Tệp chương trình không quá 300 KB; hãy xem có đúng tệp không.",
        "The file is too large. A programme file has at most 300 KB; see whether it is the right one.",
    ),
    (
        r"depth",
        "Quá nhiều tầng lồng nhau. Hãy bớt tầng.",
        "Too many levels inside each other. Take some out.",
    ),
    (
        r"nodes",
        "Các chỗ nhắc lại (*) làm tệp quá lớn hoặc không có điểm dừng. Hãy viết ra thay vì nhắc lại.",
        "Repeated parts (*) make the file too large, or endless. Write them out.",
    ),
    (
        r"characters",
        "Có ký tự không đọc được. Hãy lưu tệp bằng bảng mã UTF-8.",
        "There is a character that cannot be read. Save the file as UTF-8.",
    ),
    (
        r"tag",
        "Không dùng nhãn kiểu (!…). Hãy viết giá trị không có nhãn.",
        "Type tags (!…) are not used. Write the value without one.",
    ),
    (
        r"key",
        "Tên mục phải là chữ, không phải danh sách hay nhóm mục. Hãy sửa tên mục.",
        "A key is a word, not a list or a mapping. Mend the key.",
    ),
    (
        r"merge",
        "Không dùng “<<” để gộp mục. Hãy viết các mục ra.",
        "“<<” is not used to merge keys. Write them out.",
    ),
    (
        r"twice (?P<name>.*)",
        "Mục “{name}” được viết hai lần. Hãy bỏ một lần.",
        "The key “{name}” is written twice. Take one away.",
    ),
    (
        r"value (?P<name>.*)",
        "Ngày hoặc số không có thật. Hãy sửa; ngày viết như 2024-12-31.",
        "A date or number that does not exist. Mend it; a date is written like 2024-12-31.",
    ),
    (
        r".*'\\t'.*",
        "Có dấu tab. Hãy thụt lề bằng dấu cách.",
        "There is a tab. Indent with spaces.",
    ),
    (
        r"mapping values are not allowed.*",
        "Dấu hai chấm ở chỗ không được có. Hãy xem thụt lề, hoặc đặt cả câu trong dấu nháy.",
        "A colon where there may be none. Look at the indentation, or put the text in quotes.",
    ),
    (
        r"could not find expected ':'",
        "Thiếu dấu hai chấm sau tên mục. Hãy thêm “:” hoặc xem thụt lề.",
        "A colon is missing after a key. Add “:” or look at the indentation.",
    ),
    (
        r"expected <block end>.*|did not find expected.*",
        "Thụt lề không khớp với các dòng trên. Hãy sửa cho thẳng cột.",
        "The indentation does not fit the lines above. Line it up.",
    ),
    (
        r"expected ',' or '(?P<name>[\]}])'.*",
        "Ngoặc chưa đóng hoặc thiếu dấu phẩy. Hãy thêm “{name}” hoặc “,”.",
        "A bracket is not closed or a comma is missing. Add “{name}” or “,”.",
    ),
    (
        r"found unexpected end of stream",
        "Dấu nháy mở mà không đóng. Hãy thêm dấu nháy.",
        "A quotation mark is opened and not closed. Close it.",
    ),
    (
        r"found undefined alias '?(?P<name>[^']*)'?",
        "“*{name}” nhắc lại phần không có. Hãy đặt tên “&{name}” trước đó hoặc sửa tên.",
        "“*{name}” repeats a part that is not there. Name it “&{name}” before, or mend the name.",
    ),
    (
        r"but found another document",
        "Tệp có nhiều phần ngăn bằng “---”. Hãy để một chương trình mỗi tệp.",
        "The file has several parts divided by “---”. Keep one programme a file.",
    ),
    (
        r"(?P<name>.*)",
        "Tệp viết sai cú pháp YAML ({name}). Hãy sửa dòng này.",
        "The file is no valid YAML ({name}). Mend this line.",
    ),
)
"""Problems by the form of PyYAML's words or of ours, the first that fits; told in vi and en."""


def told(problem: str) -> tuple[str, str]:
    """Tell a problem in Vietnamese and English, with what to do."""
    for form, vi, en in _TOLD:
        found = re.fullmatch(form, problem, re.DOTALL)
        if found is not None:
            values = {"name": found.groupdict().get("name") or "–"}
            return vi.format(**values), en.format(**values)
    raise AssertionError(problem)
