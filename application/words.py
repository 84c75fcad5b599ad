"""Words for codes that belong to no programme: outcomes, kinds of units, organs, fields of a case."""

from __future__ import annotations

Words = dict[str, tuple[str, str]]

OUTCOMES: Words = {
    "PASS": ("Đạt", "Met"),
    "FAIL": ("Không đạt", "Not met"),
    "REVOKED": ("Đã huỷ bỏ", "Revoked"),
    "from_now": ("từ khi huỷ bỏ", "from then on"),
    "from_date": ("từ ngày ghi trong quyết định", "from the date in the decision"),
    "as_if_never": ("coi như chưa từng công nhận", "as if never made"),
}
UNIT_KINDS: Words = {
    "BASE_CELL": ("Chi bộ cơ sở", "Base cell"),
    "SUBORDINATE_CELL": ("Chi bộ trực thuộc", "Subordinate cell"),
    "DEPARTMENT_CELL": (
        "Chi bộ trực thuộc đảng bộ bộ phận",
        "Cell of a department-level committee",
    ),
    "BASE_COMMITTEE": ("Đảng bộ cơ sở", "Base committee"),
    "SUB_BASE_COMMITTEE": ("Đảng bộ trực thuộc cơ sở", "Body subordinate to the base"),
    "DEPARTMENT_COMMITTEE": ("Đảng bộ bộ phận", "Department-level committee"),
    "DISTRICT_COMMITTEE": ("Huyện ủy, thành ủy", "District or city committee"),
    "PROVINCE_DIRECT_COMMITTEE": (
        "Đảng ủy trực thuộc Tỉnh ủy",
        "Committee under the provincial committee",
    ),
    "BLOC_COMMITTEE": ("Đảng ủy khối", "Bloc committee"),
    "COMMUNE_COMMITTEE": ("Đảng ủy xã, phường", "Commune committee"),
    "PROVINCIAL_COMMITTEE": ("Tỉnh ủy", "Provincial committee"),
    "GROUP_COMMITTEE": ("Đảng ủy tập đoàn", "Group committee"),
    "CORPORATION_COMMITTEE": ("Đảng ủy tổng công ty", "Corporation committee"),
}
ITEMS: Words = {
    "case": ("Hồ sơ", "Case"),
    "programme": ("Chương trình", "Programme"),
    "programme_version": ("Phiên bản", "Version"),
    "subject": ("Đối tượng", "Subject"),
    "unit": ("Mã đơn vị", "Unit"),
    "unit_name": ("Đơn vị", "Unit name"),
    "period": ("Kỳ", "Period"),
    "subject_kind": ("Loại đối tượng", "Subject kind"),
    "stage": ("Giai đoạn", "Stage"),
    "outcome": ("Kết quả", "Outcome"),
    "claimed": ("Tự nhận", "Claimed"),
    "waiting_for": ("Chờ", "Waiting for"),
    "since": ("Từ ngày", "Since"),
    "due_on": ("Hạn", "Due on"),
    "late": ("Muộn", "Late"),
    "title": ("Danh hiệu", "Title"),
    "workflow": ("Quy trình", "Workflow"),
    "suspended": ("Tạm dừng", "Suspended"),
    "outcomes": ("Các bảng điểm", "Sheets"),
    "version": ("Số sự kiện", "Events"),
    "latest": ("Việc mới nhất", "Newest act"),
    "standing": ("Còn hiệu lực", "Standing"),
    "as_of": ("Tính đến ngày", "As of"),
    "known_at": ("Theo sổ tại vị trí", "As known at"),
    "position": ("Số sự kiện trong sổ", "Events in the log"),
    "root": ("Mã kiểm chứng", "Root"),
    "recorded_at": ("Ghi lúc", "Recorded at"),
    "simulated": ("Mô phỏng", "Simulated"),
    "refusals": ("Lần bị từ chối", "Refusals"),
    "cases": ("Hồ sơ", "Cases"),
    "registered": ("Đăng ký", "Registered"),
    "submitted": ("Nộp hồ sơ", "Submitted"),
    "returned": ("Trả lại", "Returned"),
    "passed": ("Được công nhận", "Passed"),
    "failed": ("Không công nhận", "Failed"),
    "withdrawn": ("Rút", "Withdrawn"),
    "revoked": ("Huỷ bỏ", "Revoked"),
    "total": ("điểm", "points"),
    "passes": ("đạt", "met"),
    "level": ("mức", "level"),
    "code": ("Mã", "Code"),
    "on": ("Ngày", "On"),
    "exists": ("Đang hoạt động", "Exists"),
    "name": ("Tên", "Name"),
    "kind": ("Loại", "Kind"),
    "org_type": ("Loại hình", "Organisation type"),
    "parent": ("Cấp trên", "Parent"),
    "organs": ("Cơ quan", "Organs"),
    "attributes": ("Thuộc tính", "Attributes"),
    "followers": ("Người theo dõi", "Followers"),
    "predecessors": ("Tiền thân", "Predecessors"),
    "successors": ("Kế thừa", "Successors"),
}
FOLLOWING: Words = {
    "case-opened": ("Mở hồ sơ", "Case opened"),
    "dependent-outcome-flagged": ("Đánh dấu cần xem xét lại", "Flagged for review"),
    "subject-succeeded": ("Chuyển sang đơn vị kế thừa", "Passed on to the successor"),
    "log-opened": ("Mở sổ", "Log opened"),
}
"""Events that no command of their own leads to."""
STATES: Words = {
    "open": ("đang mở", "open"),
    "locked": ("đã khoá", "locked"),
    "sealed": ("đã chốt", "sealed"),
}
AFTER_THE_SEAL: Words = {
    "revocation": ("huỷ bỏ, khôi phục", "revocation or restoration"),
    "correction": ("đính chính", "correction"),
    "supersession": ("quyết định thay thế", "supersession"),
    "backdated": ("nhập muộn", "backdated"),
    "late": ("sau khi chốt", "after the seal"),
}
TOUCHED: Words = {
    "case": ("hồ sơ", "case"),
    "streak": ("nhiều kỳ liền", "streak"),
    "selection": ("bình chọn", "selection"),
    "classification": ("xếp loại", "classification"),
    "reward": ("khen thưởng", "reward"),
}
