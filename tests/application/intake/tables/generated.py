"""Made-up tables of units as offices have them: titles above, headings anywhere, formats, merged and hidden cells."""

import random
from datetime import date
from unicodedata import normalize

from xlsxwriter.workbook import Workbook

HEADINGS = ("mã", "tên", "loại", "loại hình", "cấp trên trực tiếp", "cơ quan", "từ ngày")
NAMES = ("Chi bộ Kế hoạch", "Chi bộ Đội 3", "Đảng bộ Cơ khí", "Chi bộ Thôn Đoài")
FORMATS = (
    "General",
    "@",
    "0",
    "000",
    "00000",
    "#,##0",
    "0.00",
    "0%",
    '"CB-"0',
    '"CB-"@',
    "dd/mm/yyyy",
)
DAYS = ("dd/mm/yyyy", "d/m/yyyy", "yyyy-mm-dd", "mm/yyyy", "dd/mm/yyyy hh:mm")
TEXTS = (
    "001",
    "CB-7",
    "Chi bo",
    "chi\u00a0bộ",
    normalize("NFD", "Chi bộ"),
    "Chi bé µ",
    "ChÄ©nh",
    "a\nb",
    " x ",
)


def write_generated(path, seed):
    """Write one workbook; the same seed writes the same one."""
    book = Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False})
    _Table(book, random.Random(seed)).write()
    book.close()


class _Table:
    def __init__(self, book, chance):
        self.book, self.chance = book, chance
        self.sheet = book.add_worksheet("Danh sách")
        self.columns = chance.sample(HEADINGS, k=chance.randint(3, len(HEADINGS)))
        self.columns += [each for each in HEADINGS[:3] if each not in self.columns]
        self.left = chance.choice((0, 0, 0, 2))

    def maybe(self, share):
        return self.chance.random() < share

    def write(self):
        top = self._above()
        for at, title in enumerate(self.columns, self.left):
            self.sheet.write_string(top, at, self._title(title))
        rows = self.chance.randint(1, 6)
        for row in range(top + 1, top + 1 + rows):
            for at, title in enumerate(self.columns, self.left):
                self._cell(row, at, title)
        self._strange(top, rows)

    def _above(self):
        """Lines above the headings: the office, the title of the list."""
        count = self.chance.choice((0, 0, 1, 3))
        for row in range(count):
            self.sheet.write_string(row, 0, f"ĐẢNG BỘ MẪU – dòng {row + 1}")
        return count + self.chance.choice((0, 0, 1))

    def _title(self, title):
        ways = (
            str,
            str.upper,
            str.capitalize,
            lambda t: normalize("NFD", t),
            lambda t: t.replace(" ", "\n"),
        )
        return self.chance.choice(ways)(title)

    def _cell(self, row, at, title):
        if title == "từ ngày":
            self._day(row, at)
        elif title == "tên":
            self.sheet.write_string(row, at, self.chance.choice(NAMES))
        elif title == "mã":
            self._code(row, at)
        elif self.maybe(0.6):
            self.sheet.write_string(row, at, "Chi bộ cơ sở")

    def _day(self, row, at):
        form = self.book.add_format(
            {"num_format": self.chance.choice(DAYS) if self.maybe(0.3) else DAYS[0]}
        )
        if self.maybe(0.8):
            self.sheet.write_datetime(
                row, at, date(2024, self.chance.randint(1, 12), self.chance.randint(1, 28)), form
            )
        else:
            self.sheet.write_string(row, at, "05/03/2024")

    def _code(self, row, at):
        form = self.book.add_format({"num_format": self.chance.choice(FORMATS)})
        kind = self.chance.randint(0, 9)
        if kind < 4:
            self.sheet.write_string(row, at, f"CB{row:02}", form)
        elif kind < 7:
            self.sheet.write_number(row, at, self.chance.choice((7, 36, 1204, 10**12, 1.5)), form)
        elif kind == 7:
            self.sheet.write_string(row, at, self.chance.choice(TEXTS), form)
        elif kind == 8:
            self.sheet.write_formula(row, at, "=1+1", form, self.chance.choice((2, "CB2", "")))
        else:
            self.sheet.write_boolean(row, at, True, form)

    def _strange(self, top, rows):
        last = top + rows
        if self.maybe(0.1):
            self.sheet.set_row(self.chance.randint(top + 1, last), None, None, {"hidden": True})
        if self.maybe(0.1):
            at = self.chance.randint(self.left, self.left + len(self.columns) - 1)
            self.sheet.set_column(at, at, None, None, {"hidden": True})
        if self.maybe(0.1):
            self.sheet.write_string(last, self.left + len(self.columns) + 1, "ghi chú")
        if self.maybe(0.1):
            self.book.add_worksheet("Phụ").write_string(0, 0, "chú thích")
        if self.maybe(0.1):
            self._twin(top)
        if self.maybe(0.15) and rows > 1:
            self.sheet.merge_range(top + 1, self.left, last, self.left, self.chance.choice(NAMES))

    def _twin(self, top):
        twin = self.book.add_worksheet("Bản sao")
        for at, title in enumerate(self.columns):
            twin.write_string(top, at, title)
        twin.write_string(top + 1, 0, "X")
        if self.maybe(0.5):
            twin.hide()
