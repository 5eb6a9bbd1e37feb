"""What field of law a question belongs to, told from its own words: which act governs it, and which office handles it.

A field counts only where its words are plain: the fields that the starter corpus holds stand here too, so that a
question on the land of a divorce is one on marriage as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.folding import fold
from prompts.phrase import phrase, plain


@dataclass(frozen=True, slots=True)
class Subject:
    """A field: the act that governs it, words in the title of whatever holds it, its own words, who handles it."""

    law: str
    titles: tuple[str, ...]
    pattern: re.Pattern[str]
    office: str = ""

    def held_in(self, titles: tuple[str, ...]) -> bool:
        """Whether one of the titles (folded) is of an act in this field."""
        return any(fold(own) in title for own in self.titles for title in titles)


def _subject(law: str, titles: str, words: str, office: str = "") -> Subject:
    return Subject(law, tuple(titles.split("|")), phrase(f"({words})"), office)


SUBJECTS = (
    _subject(
        "Luật Hôn nhân và gia đình", "hôn nhân và gia đình",
        "ly hôn|li hôn|ly dị|li dị|ly thân|đơn phương|thuận tình|kết hôn|lấy chồng|lấy vợ|cưới|tảo hôn|"
        "ngoại tình|cấp dưỡng|"
        "nuôi con|giành con|chia con|vợ … chồng|chồng … vợ|"
        "ngoài giá thú|nhận cha|nhận con(?! nuôi)|có bồ|bồ nhí|vợ bé|tiểu tam|"
        "mất chồng|khai tên cha|tài sản chung|tài sản riêng|vợ chồng|"
        "mang thai hộ|chồng cũ|vợ cũ|con riêng|thăm con|thăm cháu",
    ),
    _subject(
        "Bộ luật Dân sự", "dân sự",
        "thừa kế|thừa hưởng|di chúc|di sản|để lại … tài sản|đặt cọc|tiền cọc|cho vay|vay tiền|vay nóng|"
        "mượn tiền|cho … mượn … không trả|vay … không trả|thiếu nợ|mắc nợ|trả nợ|đòi nợ|"
        "chơi hụi|tiền hụi|họ hụi|lãi suất|thuê nhà|thuê trọ|bồi thường … sức khỏe|xúc phạm danh dự|nói xấu|"
        "đổi họ|đổi tên|giám hộ|mất tích",
    ),
    _subject(
        "Bộ luật Lao động", "lao động",
        "hợp đồng lao động|thử việc|nghỉ việc|thôi việc|sa thải|đuổi việc|nợ lương|chậm lương|tiền lương|"
        "trả lương|lương tháng|"
        "làm thêm giờ|nghỉ làm|công ty … nghỉ|tăng ca|nghỉ phép|nghỉ thai sản|nghỉ sinh|người lao động|"
        "giúp việc|nghỉ lễ|kỷ luật lao động",
    ),
    _subject(
        "Bộ luật Hình sự", "hình sự",
        "tội|trộm cắp|đi tù|ở tù|án tù|hình sự|khởi tố|truy cứu|trộm|cướp|lừa đảo|bị lừa|thương tích|giết người|"
        "dọa giết|hiếp dâm|"
        "xâm hại|sàm sỡ|dâm ô|ma túy|đánh bạc|vu khống|làm nhục|tố giác|án treo|tội phạm|buôn người|mua bán người",
    ),
    _subject(
        "Luật Phòng, chống bạo lực gia đình", "bạo lực gia đình",
        "bạo lực|bạo hành|đánh đập|chồng đánh(?! (bạc|bài|đề|cờ|lô))|đánh vợ|hành hạ|cấm tiếp xúc|tạm lánh|chửi mắng",
    ),
    _subject("Luật Trợ giúp pháp lý", "trợ giúp pháp lý",
        "trợ giúp pháp lý|luật sư miễn phí|không có tiền … luật sư|trợ giúp viên"),
    _subject(
        "Luật Đất đai", "đất đai",
        "sổ đỏ|sổ hồng|sổ đất|quyền sử dụng đất|thu hồi đất|thu hồi … đất|đền bù … đất|giải tỏa|"
        "giải phóng mặt bằng|tái định cư|"
        "chuyển mục đích|lên thổ cư|đất thổ cư|lấn đất|lấn … đất|chiếm đất|lấn chiếm|ranh giới đất|ranh đất|"
        "tách thửa|"
        "hợp thửa|sang tên đất|tiền sử dụng đất|thuê đất|đất nông nghiệp|đất ruộng|bảng giá đất|quy hoạch|"
        "tranh chấp đất|"
        "luật đất đai|địa chính|bán đất|mua đất|đất vườn",
        "Văn phòng đăng ký đất đai hoặc bộ phận một cửa của Ủy ban nhân dân cấp xã",
    ),
    _subject(
        "Luật Bảo hiểm xã hội", "bảo hiểm xã hội",
        "bảo hiểm xã hội|bhxh|lương hưu|hưu trí|nghỉ hưu|sổ bảo hiểm|trợ cấp thai sản|tiền thai sản|chế độ thai sản|"
        "chế độ ốm đau|tiền ốm đau|tử tuất|tiền tuất",
        "cơ quan bảo hiểm xã hội nơi bạn ở",
    ),
    _subject(
        "Luật Bảo hiểm y tế", "bảo hiểm y tế", "bảo hiểm y tế|bhyt|thẻ bảo hiểm|trái tuyến|đúng tuyến|thông tuyến",
        "cơ quan bảo hiểm xã hội hoặc nơi khám chữa bệnh",
    ),
    _subject(
        "Luật Việc làm", "việc làm", "thất nghiệp|bhtn|mất việc … trợ cấp", "trung tâm dịch vụ việc làm",
    ),
    _subject(
        "Luật Hộ tịch", "hộ tịch",
        "khai sinh|khai tử|hộ tịch|trích lục|giấy độc thân|xác nhận độc thân|tình trạng hôn nhân",
        "công chức tư pháp - hộ tịch ở Ủy ban nhân dân cấp xã",
    ),
    _subject(
        "Luật Cư trú", "cư trú", "tạm trú|thường trú|hộ khẩu|tạm vắng|nhập khẩu|tách khẩu|cắt khẩu|lưu trú|cư trú",
        "Công an cấp xã",
    ),
    _subject(
        "Luật Trật tự, an toàn giao thông đường bộ", "an toàn giao thông|giao thông đường bộ",
        "đèn đỏ|nồng độ cồn|mũ bảo hiểm|nón bảo hiểm|bằng lái|giấy phép lái xe|quá tốc độ|csgt|"
        "cảnh sát giao thông|biển số|"
        "cà vẹt|đăng ký xe|vi phạm giao thông|luật giao thông|(rượu|bia|nhậu) … (lái xe|chạy xe|xe máy|ô tô)|"
        "phạt nguội|"
        "(lái xe|chạy xe) … phạt",
        "Công an cấp xã hoặc cảnh sát giao thông",
    ),
    _subject(
        "Luật Thuế", "thuế",
        "thuế thu nhập|thuế tncn|tncn|đóng thuế|nộp thuế|khai thuế|trốn thuế|hoàn thuế|quyết toán thuế|mã số thuế|"
        "thuế đất|thuế môn bài|giảm trừ gia cảnh|hóa đơn",
        "cơ quan thuế",
    ),
    _subject(
        "Luật Công chứng", "công chứng", "phí công chứng|phòng công chứng|công chứng viên|công chứng hợp đồng|"
        "công chứng ở đâu",
        "tổ chức hành nghề công chứng",
    ),
    _subject(
        "Luật Nhà ở", "nhà ở", "nhà ở xã hội|chung cư|quỹ bảo trì|nhà tập thể|ban quản trị",
        "cơ quan xây dựng của thành phố, tỉnh",
    ),
    _subject(
        "Luật Nuôi con nuôi", "nuôi con nuôi",
        "nhận con nuôi|xin con nuôi|nhận nuôi|làm con nuôi|cho con nuôi|nuôi con nuôi|bỏ con nuôi",
        "công chức tư pháp - hộ tịch ở Ủy ban nhân dân cấp xã",
    ),
    _subject(
        "Luật Doanh nghiệp và quy định về hộ kinh doanh", "doanh nghiệp|hộ kinh doanh",
        "đăng ký kinh doanh|hộ kinh doanh|kinh doanh hộ|hộ cá thể|giấy phép kinh doanh|mở công ty|thành lập công ty|"
        "thành lập doanh nghiệp|cổ đông|cổ phần|giải thể|phá sản|mở quán|mở tiệm|mở cửa hàng",
        "cơ quan đăng ký kinh doanh ở Ủy ban nhân dân cấp xã hoặc cấp tỉnh",
    ),
    _subject(
        "Luật Nghĩa vụ quân sự", "nghĩa vụ quân sự",
        "nghĩa vụ quân sự|nvqs|nhập ngũ|đi lính|đi bộ đội|khám tuyển|xuất ngũ|dân quân", "Ban Chỉ huy quân sự cấp xã",
    ),
    _subject(
        "Luật Xây dựng", "xây dựng",
        "giấy phép xây dựng|phép xây dựng|xây nhà … phép|xin phép xây|xây dựng trái phép|trật tự xây dựng|"
        "sửa nhà … phép|"
        "cơi nới", "Ủy ban nhân dân cấp xã",
    ),
    _subject(
        "Luật Xuất cảnh, nhập cảnh", "xuất cảnh|nhập cảnh|cư trú của người nước ngoài",
        "hộ chiếu|passport|visa|thị thực|xuất cảnh|nhập cảnh|"
        "xuất nhập cảnh", "phòng quản lý xuất nhập cảnh của Công an",
    ),
    _subject("Luật Căn cước", "căn cước", "căn cước|cccd|cmnd|chứng minh nhân dân|vneid", "Công an cấp xã"),
    _subject("Luật Quốc tịch Việt Nam", "quốc tịch", "quốc tịch|nhập tịch", "Sở Tư pháp"),
    _subject(
        "Luật Sở hữu trí tuệ", "sở hữu trí tuệ", "nhãn hiệu|bản quyền|quyền tác giả|sáng chế|sở hữu trí tuệ|"
        "nhái thương hiệu",
        "cơ quan sở hữu trí tuệ",
    ),
    _subject(
        "Luật Bảo vệ quyền lợi người tiêu dùng", "người tiêu dùng",
        "người tiêu dùng|đổi trả|bảo hành|hàng bị lỗi|mua … hàng giả|hàng kém chất lượng|hoàn tiền",
        "cơ quan bảo vệ người tiêu dùng ở địa phương",
    ),
    _subject(
        "Luật Kinh doanh bảo hiểm", "kinh doanh bảo hiểm",
        "bảo hiểm nhân thọ|hợp đồng bảo hiểm|công ty bảo hiểm|bảo hiểm xe|bảo hiểm ô tô", "cơ quan quản lý bảo hiểm",
    ),
    _subject(
        "Luật Giáo dục", "giáo dục",
        "học phí|tuyển sinh|chuyển trường|nhập học|học bạ|học bổng|bằng tốt nghiệp|lớp một|"
        "trường công", "cơ quan giáo dục",
    ),
    _subject(
        "Luật Khám bệnh, chữa bệnh", "khám bệnh", "chữa bệnh|khám bệnh|viện phí|bác sĩ|phẫu thuật|thẩm mỹ viện|"
        "phá thai",
        "cơ quan y tế",
    ),
    _subject("Luật Điện lực", "điện lực", "tiền điện|giá điện|điện lực|cúp điện|cắt điện", "đơn vị bán điện"),
    _subject(
        "Luật Khiếu nại", "khiếu nại", "khiếu nại quyết định|đơn khiếu nại|khiếu nại hành chính|luật khiếu nại|"
        "khiếu nại lần",
        "bộ phận tiếp công dân",
    ),
    _subject(
        "Luật Cán bộ, công chức; Luật Viên chức", "công chức|viên chức", "công chức|viên chức|biên chế|"
        "cán bộ xã", "cơ quan nội vụ",
    ),
    _subject(
        "quy định về trợ giúp xã hội", "trợ giúp xã hội|bảo trợ xã hội|người khuyết tật|người cao tuổi",
        "trợ cấp xã hội|bảo trợ xã hội|trợ cấp người già|trợ cấp người cao tuổi|trợ cấp khuyết tật|sổ hộ nghèo|"
        "trợ cấp mẹ đơn thân", "Ủy ban nhân dân cấp xã",
    ),
    _subject(
        "Luật Bảo vệ môi trường", "bảo vệ môi trường", "ô nhiễm|xả thải|tiếng ồn|hát karaoke|mùi hôi|"
        "đổ rác", "Ủy ban nhân dân cấp xã",
    ),
    _subject(
        "Luật Các tổ chức tín dụng", "tổ chức tín dụng", "vay ngân hàng|thẻ tín dụng|nợ xấu|trả góp|gửi tiết kiệm",
        "ngân hàng đã giao dịch",
    ),
    _subject("Luật Thi hành án dân sự", "thi hành án", "thi hành án", "cơ quan thi hành án dân sự"),
    _subject(
        "Luật Người lao động Việt Nam đi làm việc ở nước ngoài", "đi làm việc ở nước ngoài",
        "xuất khẩu lao động|đi xuất khẩu|xklđ", "cơ quan nội vụ, lao động của thành phố, tỉnh",
    ),
    _subject("Luật Lý lịch tư pháp", "lý lịch tư pháp", "lý lịch tư pháp", "Công an cấp tỉnh"),
    _subject(
        "quy định về chứng thực", "chứng thực", "chứng thực bản sao|sao y|"
        "chứng thực chữ ký", "Ủy ban nhân dân cấp xã",
    ),
    _subject(
        "Luật Chứng khoán; quy định về tài sản số", "chứng khoán|tài sản số", "chứng khoán|cổ phiếu|bitcoin|"
        "tiền ảo|tiền số",
        "cơ quan quản lý chứng khoán",
    ),
    _subject(
        "Luật Bảo vệ dữ liệu cá nhân", "dữ liệu cá nhân", "dữ liệu cá nhân|lộ thông tin cá nhân|"
        "bán thông tin cá nhân",
        "Công an",
    ),
    _subject("Luật Phòng cháy, chữa cháy", "phòng cháy", "phòng cháy|chữa cháy|pccc", "Công an cấp xã"),
)  # fmt: skip

_COUNTRY = (
    "(=mỹ|my|hoa kỳ|=nhật|nhật bản|hàn quốc|=hàn|trung quốc|đài loan|nước anh|anh quốc|nước pháp|nước đức|=đức|"
    "=úc|nước úc|"
    "australia|canada|singapore|thái lan|malaysia|campuchia|nước nga|=nga|châu âu|california|ấn độ|philippines|"
    "nước ngoài)"
)
_BRANCH = (
    "(lao động|hôn nhân|gia đình|và gia đình|hình sự|dân sự|di trú|nhập cư|đất đai|ly hôn|thuế|giao thông|bảo hiểm)"
)
_LAW_OF = phrase(f"(luật|pháp luật|bộ luật) ({_BRANCH} )?(của |bên |ở |nước )?{_COUNTRY}")
_THERE = phrase(f"(ở|tại|bên|nước) (bang |nước )?{_COUNTRY}|nước (mỹ|nhật|đức|pháp|anh|nga|úc|hàn)")
_OURS = phrase(
    "(tôi|tui|=em|=e|mình|con em|cháu|chúng em|việt nam|người việt|công dân|chồng tôi|vợ tôi|lấy chồng|kết hôn với)"
)


def subjects_of(question: str) -> tuple[Subject, ...]:
    """The fields whose own words a question uses, in the order of the table."""
    text = plain(question)
    return tuple(subject for subject in SUBJECTS if subject.pattern.search(text))


def is_foreign(question: str) -> bool:
    """Whether a question asks for the law of another country, rather than tells of somebody who lives there."""
    text = plain(question)
    if _LAW_OF.search(text) and "việt nam" not in text:
        return True
    return bool(_THERE.search(text)) and not _OURS.search(text)
