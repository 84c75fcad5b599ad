"""Failures of the database and of files as one sentence each, Vietnamese and English."""

from __future__ import annotations

from ledger.errors import LedgerError

SENTENCES: dict[str, tuple[str, str]] = {
    "database-not-ours": (
        "Cơ sở dữ liệu {database} không phải của bontot; không có gì thay đổi.",
        "The database {database} is not one of bontot's; nothing was changed.",
    ),
    "database-not-initialised": (
        "Chưa có sổ tại {database}. Hãy chạy: bontot init --by NGƯỜI",
        "There is no log at {database} yet. Run: bontot init --by PERSON",
    ),
    "database-already-initialised": (
        "Đã có sổ tại {database}.",
        "There is already a log at {database}.",
    ),
    "database-newer": (
        "Cơ sở dữ liệu {database} do phiên bản mới hơn tạo ra ({found}); hãy cập nhật bontot.",
        "The database {database} was made by a newer version ({found}); update bontot.",
    ),
    "database-outdated": (
        "Sổ tại {database} theo cách lưu cũ ({found}), mà ở đây chỉ được đọc; hãy mở một lần ở nơi được ghi.",
        "The log at {database} is kept in an old way ({found}) and may only be read here; open it once to write.",
    ),
    "database-locked": (
        "Cơ sở dữ liệu {database} đang bị khoá quá lâu; không có gì thay đổi, hãy thử lại.",
        "The database {database} was locked for too long; nothing was changed, try again.",
    ),
    "database-unreachable": (
        "Không mở được cơ sở dữ liệu {database}. Nếu chưa có sổ, hãy chạy: bontot init --by NGƯỜI",
        "The database {database} cannot be reached. If there is no log yet, run: bontot init --by PERSON",
    ),
    "database-unsupported": (
        "Không dùng được địa chỉ cơ sở dữ liệu {database}: chỉ SQLite và PostgreSQL.",
        "The database address {database} cannot be used: only SQLite and PostgreSQL.",
    ),
    "sqlite-unsafe": (
        "Thư viện SQLite này có lỗi đã biết và không được dùng.",
        "This SQLite library has a known fault and is not used.",
    ),
    "position-not-found": (
        "Sổ không có vị trí {position}.",
        "The log has no position {position}.",
    ),
    "newer-event-schema": (
        "Sự kiện {topic} do phiên bản mới hơn ghi; hãy cập nhật bontot.",
        "The event {topic} was written by a newer version; update bontot.",
    ),
    "read-model-outdated": (
        "Bảng đọc {name} do phiên bản khác dựng; hãy chạy: bontot rebuild {name}",
        "The read model {name} was built by another version; run: bontot rebuild {name}",
    ),
    "read-model-unknown": (
        "Không có bảng đọc {name}.",
        "There is no read model {name}.",
    ),
    "part-failed": (
        "Một tiến trình đọc sổ đã dừng giữa chừng: {problem}.",
        "A process that was reading the log stopped half-way: {problem}.",
    ),
    "unknown-topic": (
        "Sổ có sự kiện {topic} mà phiên bản này không biết.",
        "The log holds an event {topic} that this version does not know.",
    ),
}


def sentence(failure: LedgerError | OSError, language: str) -> str:
    """Answer what went wrong in one sentence, `vi` or `en`."""
    if isinstance(failure, OSError):
        values = {"name": failure.filename, "problem": failure.strerror or failure}
        return _of_files(failure)[language == "en"].format(**values)
    told = SENTENCES.get(failure.code, ("Lỗi sổ: {told}", "Ledger failure: {told}"))
    return told[language == "en"].format(told=failure, **failure.values)


def _of_files(failure: OSError) -> tuple[str, str]:
    if failure.filename is None:
        return "Không ghi được hết kết quả: {problem}.", "Not all could be written: {problem}."
    if isinstance(failure, FileNotFoundError):
        return "Không tìm thấy tệp {name}.", "There is no file {name}."
    return "Không đọc hoặc ghi được {name}.", "Cannot read or write {name}."
