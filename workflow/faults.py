"""What can be wrong with a definition, each in a sentence that also says what to do."""

import msgspec

Path = tuple[str | int, ...]

SENTENCES: dict[str, tuple[str, str]] = {
    "unknown_stage": (
        "Giai đoạn “{stage}” chưa được khai báo. Hãy thêm vào mục “stages” hoặc sửa lại tên{hint}.",
        "The stage “{stage}” is not declared. Add it to “stages” or correct the name{hint}.",
    ),
    "unknown_role": (
        "Vai trò “{role}” không có trong danh sách. Hãy khai báo vai trò hoặc sửa lại tên{hint}.",
        "The role “{role}” is unknown. Declare the role or correct the name{hint}.",
    ),
    "unknown_guard": (
        "Điều kiện “{guard}” không có trong danh mục. Hãy sửa lại tên hoặc bỏ điều kiện{hint}.",
        "The guard “{guard}” is not in the catalogue. Correct the name or leave it out{hint}.",
    ),
    "unknown_command": (
        "Lệnh “{command}” không có trong danh mục. Hãy ghi lệnh đúng ở mục “command”{hint}.",
        "The command “{command}” is not in the catalogue. Give the right one as “command”{hint}.",
    ),
    "unknown_deadline": (
        "Thời hạn “{deadline}” chưa được khai báo. Hãy thêm vào “deadlines” hoặc sửa tên{hint}.",
        "The deadline “{deadline}” is not declared. Add it to “deadlines” or correct it{hint}.",
    ),
    "no_role": (
        "Không ai được thực hiện bước “{step}”. Hãy ghi ít nhất một vai trò ở mục “by”.",
        "Nobody may take the step “{step}”. Give at least one role in “by”.",
    ),
    "no_first_step": (
        "Không có bước nào rời điểm bắt đầu “{stage}”. Hãy thêm một bước có “from: {stage}”.",
        "No step leads out of the start “{stage}”. Add a step with “from: {stage}”.",
    ),
    "unreachable": (
        (
            "Không có đường nào từ “{start}” đến giai đoạn “{stage}”. Hãy thêm bước dẫn đến đó "
            "hoặc bỏ giai đoạn này."
        ),
        (
            "No path leads from “{start}” to the stage “{stage}”. Add a step that leads there "
            "or remove the stage."
        ),
    ),
    "dead_end": (
        (
            "Hồ sơ ở giai đoạn “{stage}” không thể đi tiếp. Hãy thêm bước rời giai đoạn này "
            "hoặc ghi “resting: true” nếu hồ sơ được kết thúc tại đây."
        ),
        (
            "A case at the stage “{stage}” cannot go on. Add a step that leaves it, "
            "or write “resting: true” if a case may end there."
        ),
    ),
    "trap": (
        (
            "Hồ sơ chỉ đi vòng giữa các giai đoạn {stages} và không bao giờ kết thúc. "
            "Hãy thêm bước ra khỏi vòng này hoặc ghi “resting: true” cho một giai đoạn trong đó."
        ),
        (
            "A case goes round among the stages {stages} and never ends. "
            "Add a step that leads out, or write “resting: true” for one of them."
        ),
    ),
    "bypassed": (
        (
            "Có thể đến “{goal}” mà không qua giai đoạn bắt buộc “{stage}”: {path}. "
            "Hãy bỏ hoặc sửa một bước trên đường này."
        ),
        (
            "“{goal}” can be reached without the required stage “{stage}”: {path}. "
            "Remove or change a step on this path."
        ),
    ),
    "same_answer": (
        (
            "Hai bước “{first}” (thứ {first_number}) và “{second}” (thứ {second_number}) cùng "
            "trả lời lệnh “{command}” ở giai đoạn “{stage}”. "
            "Hãy bỏ một bước hoặc ghi “outcome” khác nhau."
        ),
        (
            "Two steps, “{first}” (number {first_number}) and “{second}” (number {second_number}), "
            "answer “{command}” at the stage “{stage}”. Remove one or give different outcomes."
        ),
    ),
}


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One thing wrong, and where: `path` holds the keys and indices into the definition."""

    code: str
    path: Path
    values: dict[str, str] = {}

    def sentence(self, lang: str = "vi") -> str:
        """What is wrong and what to do about it."""
        vietnamese, english = SENTENCES[self.code]
        hint = self._hint(lang)
        return (english if lang == "en" else vietnamese).format(**{**self.values, "hint": hint})

    def _hint(self, lang: str) -> str:
        if not self.values.get("nearest"):
            return ""
        words = "did you mean" if lang == "en" else "có phải là"
        return f" ({words} “{self.values['nearest']}”?)"
