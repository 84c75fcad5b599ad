"""The documents that a dossier or an act may name."""

from __future__ import annotations

DOCUMENTS: dict[str, tuple[str, str]] = {
    "DOC-PLAN": ("Kế hoạch triển khai", "Plan"),
    "DOC-PILOT": ("Quyết định chọn đơn vị thí điểm", "Decision on pilot units"),
    "DOC-REG": ("Bản đăng ký", "Registration form"),
    "DOC-REGFWD": ("Văn bản đề xuất đăng ký", "Forwarded registration"),
    "DOC-COMMIT": ("Bản cam kết", "Commitment"),
    "DOC-MONTH": ("Báo cáo tháng", "Monthly report"),
    "DOC-SELF": ("Phiếu tự đánh giá", "Self-assessment form"),
    "DOC-AGG": ("Biểu tổng hợp kết quả chấm điểm", "Aggregate sheet"),
    "DOC-MEMBER": ("Phiếu tự đánh giá đảng viên bốn tốt", "Member's self-assessment form"),
    "DOC-BALLOT": ("Phiếu biểu quyết", "Ballot"),
    "DOC-COUNT": ("Biên bản kiểm phiếu", "Ballot-count minutes"),
    "DOC-MIN": ("Biên bản họp", "Minutes"),
    "DOC-REPORT": ("Báo cáo kết quả thực hiện mô hình", "Report of results"),
    "DOC-SUBMIT": ("Tờ trình, văn bản đề nghị công nhận", "Request for recognition"),
    "DOC-INDEX": ("Danh mục hồ sơ", "Dossier index"),
    "DOC-RETURN": ("Công văn yêu cầu bổ sung", "Request to supplement"),
    "DOC-APPR": ("Báo cáo thẩm định", "Appraisal report"),
    "DOC-CONS": ("Công văn lấy ý kiến", "Letter of consultation"),
    "DOC-OPIN": ("Phiếu góp ý", "Opinion"),
    "DOC-PROP": ("Tờ trình đề nghị công nhận", "Proposal"),
    "DOC-DEC": ("Quyết định công nhận", "Recognition decision"),
    "DOC-NOTREC": ("Thông báo kết quả không công nhận", "Notice of non-recognition"),
    "DOC-REWARD": ("Quyết định khen thưởng", "Reward decision"),
    "DOC-CERT": ("Giấy khen", "Certificate of commendation"),
    "DOC-REV": ("Quyết định huỷ bỏ quyết định công nhận", "Revocation decision"),
    "DOC-INSP": ("Kết luận kiểm tra, giám sát", "Inspection conclusion"),
    "DOC-SUM": ("Báo cáo sơ kết, tổng kết", "Interim or final report"),
    "DOC-AUDIT": ("Trích lịch sử hồ sơ", "Extract of the history"),
}
"""Documents by code, Vietnamese and English."""
