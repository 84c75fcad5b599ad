"""The words of the made-up review: columns, programmes, criteria, steps, long names of places."""

from projections.review.collecting.words import Word
from tests.documents.titles import Label
from words.tables import Column

_COLUMNS = """
actor|Người nhập|Entered by
among|Trên tổng số|Among|number
appraised_met|Thẩm định: đạt|Appraised: met|yes_no
appraised|Thẩm định|Appraised|number
cases|Hồ sơ|Cases|number
case|Hồ sơ|Case
count|Số đạt|Count|number
criterion|Tiêu chí|Criterion
decided_by|Cấp quyết định|Decided by
decided_met|Quyết định: đạt|Decided: met|yes_no
decided_on|Ngày quyết định|Decided on|date
decided|Quyết định|Decided|number
dependents|Kết quả phụ thuộc|Dependents|list
due|Đến hạn|Due|number
effective_on|Ngày|Date|date
event|Việc|What
failed|Không công nhận|Failed|number
field|Mục|Field
ground|Căn cứ|Ground
in_a_row_with_revoked|Kể cả đã huỷ bỏ|With revoked ones|number
in_a_row|Số năm liên tục|Years in a row|number
kept|Đúng hạn|Kept|number
late|Muộn|Late|number
level|Kết quả|Result
median_days|Trung vị (ngày)|Median (days)|number
met|Đạt chỉ tiêu|Met|yes_no
missed|Quá hạn|Missed|number
new|Sau|After
number|Số quyết định|Decision number
old|Trước|Before
open|Chưa làm|Not done yet|number
org_type|Loại hình tổ chức|Organisation type
passed|Được công nhận|Passed|number
period|Kỳ|Period
position|Vị trí|Position|number
programme|Chương trình|Programme
quota|Tỷ lệ khống chế|Quota
reason|Lý do|Why
recorded_at|Ghi lúc|Recorded at
registered|Đăng ký|Registered|number
returned|Trả lại|Returned|number
revoked_on|Huỷ bỏ ngày|Revoked on|date
revoked|Huỷ bỏ|Revoked|number
self_met|Tự chấm: đạt|Self: met|yes_no
self_over_appraised|Tự chấm – thẩm định|Self – appraised|number
self_over_decided|Tự chấm – quyết định|Self – decided|number
self|Tự chấm|Self|number
share|Tỷ lệ|Share|share
sheets_1|Phiếu bước 1|Sheets at hop 1|number
sheets_2|Phiếu bước 2|Sheets at hop 2|number
sheets_3|Phiếu bước 3|Sheets at hop 3|number
signed_by|Người ký|Signed by
stage|Giai đoạn|Stage
standing|Còn hiệu lực|Standing|number
stands|Còn hiệu lực|Standing|yes_no
step|Bước|Step
subject_kind|Loại đối tượng|Subject kind
subject|Đối tượng|Subject
submitted|Nộp hồ sơ|Submitted|number
superior_name|Tên cấp trên|Name of the superior body
superior|Cấp trên trực tiếp|Superior body
target|Chỉ tiêu|Target
title|Danh hiệu|Title
unit_name|Đơn vị|Name of the unit
unit|Mã đơn vị|Unit
version|Phiên bản tiêu chí|Criteria version
wanted|Yêu cầu|Wanted
withdrawn|Rút|Withdrawn|number
worst_days|Muộn nhất (ngày)|Worst (days)|number
years|Các năm|Years|list
"""


def _column(name, vi, en, kind="text"):
    return Column(name, kind, label=Label(vi, en))


_BY_NAME = {line.split("|")[0]: _column(*line.split("|")) for line in _COLUMNS.split("\n") if line}


def columns(names):
    return [_BY_NAME[name] for name in names.split()]


def words(text):
    return [Word(*line.split("|")) for line in text.strip().split("\n")]


PROGRAMMES = words("""
kon-tum|Mô hình “Chi bộ bốn tốt”, “Đảng bộ cơ sở bốn tốt” (Kon Tum)|Four-good cells and committees (Kon Tum)
son-la|Chi bộ bốn tốt (Sơn La)|Four-good cell (Sơn La)
soc-trang|Chi bộ “4 tốt”, Đảng bộ “4 tốt” (Sóc Trăng)|Four-good cell (Sóc Trăng)
cam-giang|Chi bộ bốn tốt, đảng viên bốn tốt (Cẩm Giàng)|Four-good cell and member (Cẩm Giàng)
power-tkv|Đảng bộ, chi bộ bốn tốt (Điện lực - TKV)|Four-good cell (Power - TKV)
""")
TITLES = words("cell|Chi bộ bốn tốt|Four-good cell\ncommittee|Đảng bộ bốn tốt|Four-good committee")
KINDS = words("base|Chi bộ cơ sở|Base cell\nsub|Chi bộ trực thuộc|Subordinate cell")
ORGS = words("agency|Cơ quan hành chính|Agency\nenterprise|Doanh nghiệp|Enterprise")
CRITERIA = words("""
I.1|Hoàn thành tốt nhiệm vụ chính trị được giao|Fulfils the political tasks given to it
I.2|Lãnh đạo cơ quan, đơn vị hoàn thành 100% chỉ tiêu, kế hoạch công tác năm|Meets all of the year's plans
II.1|Duy trì nền nếp sinh hoạt, tỷ lệ đảng viên dự họp đạt từ 85% trở lên|Regular meetings, at least 85% attend
II.2|Chất lượng sinh hoạt chi bộ được xếp loại tốt|Meetings are rated good
III.1|Đoàn kết thống nhất, thực hiện nghiêm nguyên tắc tập trung dân chủ|Solidarity, democratic centralism
III.3|Không có đảng viên vi phạm Quy định những điều đảng viên không được làm|No member is in breach
IV.1|Cán bộ, đảng viên tốt|Good cadres and members
IV.2|Kết nạp đảng viên mới đạt chỉ tiêu|New members admitted as planned
""")
STEPS = words("""
register|Đăng ký|Register
submit|Nộp hồ sơ|Submit the dossier
appraise|Thẩm định, tổng hợp kết quả kiểm điểm và đề xuất|Appraise and propose
consult|Lấy ý kiến các cơ quan tham mưu|Consult advisory bodies
decide|Quyết định công nhận|Decide
explain|Giải trình|Explain
""")
PASS, CORRECTED, GROUND, COVER, LEAST = words("""
PASS|Công nhận|Recognised
correction-recorded|Đính chính|Correct an entry
criteria_not_met|Không bảo đảm tiêu chí|Criteria not met
coverage|Tỷ lệ chi bộ đạt danh hiệu Chi bộ bốn tốt|Share of cells recognised
least|Ít nhất một chi bộ đăng ký|At least one cell registers
""")
PLACES = """
Ban Quản lý Khu kinh tế tỉnh
Công ty Trách nhiệm hữu hạn Một thành viên Xổ số kiến thiết
Sở Giáo dục và Đào tạo
Sở Lao động - Thương binh và Xã hội
Cơ sở Điều trị nghiện ma túy tỉnh
Ngân hàng Nhà nước tỉnh
Thanh tra tỉnh
Tổng công ty Điện lực mẫu
Ủy ban nhân dân xã mẫu số 1
Khối các cơ quan và doanh nghiệp tỉnh
Sở Y tế
Bệnh viện Đa khoa khu vực mẫu
Trường Cao đẳng Sư phạm mẫu
""".strip().split("\n")
