"""The words by which danger is told: one row a sign, in the grammar of `prompts.phrase`.

Written from the behaviour that people who receive such calls ask for: better one card too many than one too few,
but a student's question about a crime is no emergency.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from prompts.phrase import phrase


class Peril(StrEnum):
    """What kind of help a sign calls for."""

    VIOLENCE = "violence"
    FIRE = "fire"
    CHILD = "child"
    SELF_HARM = "self_harm"
    SEXUAL = "sexual"
    TRAFFICKING = "trafficking"


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern and the help it calls for; `urgent` signs mean danger now."""

    peril: Peril
    urgent: bool
    pattern: re.Pattern[str]


_HIT = (
    "(đánh đập|đánh|đập|uýnh|quánh|oánh|uánh|bóp cổ|siết cổ|đấm|tát|bạt tai|=đâm|chém|hành hung|=bạo =hành|"
    "hành hạ|tra tấn|đá vào|nện|quật|tẩn)"
)
_VICTIM = "(tôi|em|mình|vợ|chồng|mẹ|=má|con|cháu|bé|chị|cô ấy|=bà|mẹ con|hai mẹ con|cả nhà|bạn tôi|hàng xóm|người nhà)"
_CHILD = "(con|cháu|bé|con gái|con trai|con nhỏ|em bé|đứa nhỏ|mấy đứa nhỏ|các con|đứa con|trẻ|trẻ em)"
_FAMILY = (
    "(chồng|chồng cũ|vợ|vợ cũ|bố|ba|cha|mẹ|=má|dượng|bố dượng|cha dượng|mẹ kế|bố chồng|mẹ chồng|nhà chồng|con trai|"
    "anh trai|em trai|bạn trai|người yêu|người yêu cũ|người tình|anh ấy|anh ta|ảnh|hắn|nó|ông ấy|ổng|lão)"
)
_WEAPON = "(dao|con dao|búa|rựa|mã tấu|súng|rìu|kiếm|gậy|a xít|axit|xăng)"
_THREAT = "(dọa|đe dọa|hăm|hăm dọa|hù|hù dọa|đòi|đe|định|tính)"

_URGENT: tuple[tuple[Peril, str], ...] = (
    (Peril.VIOLENCE, f"(đang|ngay lúc này|bây giờ|hiện giờ) … {_HIT}"),
    (Peril.VIOLENCE, f"đang {_HIT}"),
    (Peril.VIOLENCE, f"{_HIT} … (ngay bây giờ|bây giờ|lúc này|ngay lúc này|nãy giờ)"),
    (Peril.VIOLENCE, f"(vừa|mới|vừa mới|tối nay|sáng nay|hôm nay) … (bị|{_FAMILY}) … {_HIT}"),
    (Peril.VIOLENCE, f"{_FAMILY} … (vừa|mới|vừa mới) … {_HIT}"),
    (Peril.VIOLENCE, "(đứng|ở|chờ|rình|ngồi) … (ngoài|trước) (cửa|cổng|nhà) … (đòi|dọa|đánh|giết|chửi|phá)"),
    (Peril.VIOLENCE, "(chạy|trốn) … (khỏi nhà|ra đường|ra ngoài) … (giữa đêm|nửa đêm|trong đêm)"),
    (Peril.VIOLENCE, "(khóa|chốt|chặn) (trái )?cửa … không cho … (ra|đi)"),
    (Peril.VIOLENCE, "(=kill|=beating|=choking|=stabbing|=locked) =me"),
    (Peril.SELF_HARM, "=suicide|=kill =myself|=want =to =die"),
    (Peril.SEXUAL, "=raped|=raping"),
    (Peril.VIOLENCE, f"{_HIT} … (chảy máu|gãy|bất tỉnh|ngất|nhập viện|gần chết|suýt chết|thâm tím|thương tích)"),
    (Peril.VIOLENCE, "(bóp cổ|siết cổ|cắt cổ)"),
    (Peril.VIOLENCE, f"{_THREAT} … (giết|chém|=đâm|đâm chết|đâm tôi|đâm em|cắt cổ|thủ tiêu|xử tôi|xử em)"),
    (Peril.VIOLENCE, f"(sẽ|muốn) giết {_VICTIM}"),
    (Peril.VIOLENCE, f"giết (chết )?{_VICTIM}"),
    (Peril.VIOLENCE, f"(cầm|vác|=xách|kề|dí|rút|giơ|vung|mài|thủ|dùng) (một |cái |con |sẵn |cả )*{_WEAPON}"),
    (Peril.VIOLENCE, f"(=lấy|=có|=mang|=mua) (một |cái |con )*{_WEAPON} … (dọa|=đâm|chém|đuổi|rượt|đòi|giết)"),
    (Peril.VIOLENCE, f"{_WEAPON} … (dọa|đe dọa|=đâm|chém|rượt|đuổi theo|kề cổ|vào cổ|giết)"),
    (Peril.VIOLENCE, f"{_THREAT} … (dao|=súng|rựa|mã tấu|axit|a xít)"),
    (Peril.VIOLENCE, "(đang (trốn|núp)(?! nợ| thuế| nghĩa vụ| truy)|(đang|đòi) (phá|đập|đạp) cửa)"),
    (Peril.VIOLENCE, "(cứu (tôi|em|mình|con tôi|mẹ con|với)|cứu mạng|làm ơn cứu|kêu cứu|cầu cứu)"),
    (Peril.FIRE, "(tưới|tạt|hắt|dội) (xăng|axit|a xít|dầu hỏa|nước sôi)"),
    (Peril.FIRE, "(đổ|mua|đem|mang|xách) xăng … (đốt|thiêu|vào nhà|vào người|lên người|quanh nhà|khắp nhà|dọa|đòi)"),
    (Peril.FIRE, f"{_THREAT} … (xăng|đốt nhà|đốt cả nhà|thiêu|châm lửa)"),
    (Peril.FIRE, f"(đốt|thiêu) (chết|sống|nhà tôi|nhà em|{_VICTIM})"),
    (Peril.VIOLENCE, f"(nhốt|trói|xích|giam lỏng|giam giữ|khóa cửa nhốt) … ({_VICTIM}|trong nhà|trong phòng|ở nhà)"),
    (Peril.VIOLENCE, "(bị|đang) … (nhốt|trói|xích|giam lỏng|bắt cóc|giam trong (nhà|phòng))"),
    (Peril.SELF_HARM, "(=tự =tử|=tự =vẫn|=tự =sát|=tự =vận|quyên sinh)"),
    (Peril.SELF_HARM, "(muốn|định|dọa|đòi|tính|nghĩ đến|ý định|toan|sẽ|có lúc) tự (tử|vẫn|sát|vận)"),
    (Peril.SELF_HARM, "(không|chẳng|chả|hết|không còn|chẳng còn|đâu còn|chán không) (còn )?(muốn|thiết|tha thiết) sống"
                      "(?! (chung|cùng|với|riêng|gần|ở|cảnh|kiểu|trong|nhờ|dưới))"),
    (Peril.SELF_HARM, "(muốn chết|chết cho xong|chết đi cho|chết quách|chết cho rồi|chán sống|không sống nổi|"
                      "hết đường sống|kết liễu|kết thúc cuộc (đời|sống)|tìm đến cái chết|nghĩ đến cái chết)"),
    (Peril.SELF_HARM, "(uống thuốc (sâu|chuột|trừ sâu|cỏ|diệt cỏ)|nhảy (cầu|lầu)|cắt cổ tay|treo cổ|rạch tay)"),
    (Peril.SEXUAL, "(bị|bắt|đang|vừa|đòi|định|dọa) … (hiếp|hiếp dâm|cưỡng hiếp|cưỡng dâm|giở trò đồi bại)"),
    (Peril.SEXUAL, f"(hiếp|hiếp dâm|cưỡng hiếp) {_VICTIM}"),
    (Peril.CHILD, f"{_CHILD} (tôi |em |mình |gái |trai |nhỏ |riêng )*(đang |hay |cũng |toàn )*bị … {_HIT}"),
    (Peril.CHILD, f"{_HIT} (cả |luôn |lên |mấy |các |hai |đứa |vào |chửi )*{_CHILD}"),
    (Peril.CHILD, f"{_CHILD} … bị … (xâm hại|dâm ô|sàm sỡ|lạm dụng)"),
    (Peril.CHILD, f"(đang|vừa) (xâm hại|dâm ô|sàm sỡ|sờ soạng|lạm dụng) … {_CHILD}"),
    (Peril.TRAFFICKING, "(đang bị (giữ|bán|lừa bán)|không (về|thoát) được … (campuchia|trung quốc|myanmar|lào))"),
)  # fmt: skip

_SERIOUS: tuple[tuple[Peril, str], ...] = (
    (Peril.VIOLENCE, f"{_FAMILY} … {_HIT}"),
    (Peril.VIOLENCE, f"bị … {_HIT}"),
    (Peril.VIOLENCE, f"{_HIT} … {_VICTIM}"),
    (Peril.VIOLENCE, "(bạo lực|=bạo =hành|bị … bạo hành|ngược đãi|hành hạ|vũ phu|đánh vợ|đánh chồng|đòn roi)"),
    (Peril.VIOLENCE, f"({_FAMILY}|bị) … (chửi|chửi bới|sỉ nhục|xúc phạm|nhục mạ|lăng mạ|chì chiết|uy hiếp|khủng bố|"
                     "ghen tuông|=dọa|=doạ|đe dọa|hăm dọa|hù dọa|khống chế|đuổi ra|đuổi khỏi|tống cổ)"),
    (Peril.VIOLENCE, f"({_FAMILY}|bị) … (theo dõi|kiểm soát|giữ hết tiền|lấy hết tiền|cấm đi làm|cấm ra)"),
    (Peril.VIOLENCE, "không cho … (đi làm|ra khỏi nhà|ra ngoài|ra đường|gặp con|gặp cha mẹ|gặp bố mẹ|"
                     "gặp ba mẹ|gặp mẹ|gặp gia đình|"
                     "gặp ai|dùng điện thoại)"),
    (Peril.VIOLENCE, "((rất|quá|sợ) sợ (chồng|hắn|nó|anh ta|anh ấy)|sợ bị (đánh|giết)|không dám về nhà|=sợ =chồng)"),
    (Peril.VIOLENCE, "(tạm lánh|chỗ trốn|trốn chồng|bỏ trốn khỏi chồng|cấm tiếp xúc|bảo vệ khỏi chồng)"),
    (Peril.SEXUAL, "(ép|bắt|cưỡng ép|đòi) … (quan hệ|ngủ cùng|ngủ chung|làm tình|chuyện vợ chồng|sex)"),
    (Peril.VIOLENCE, "=domestic =violence|(=beats|=hits|=abuses|=beat|=threatens) =me"),
    (Peril.SEXUAL, "(quấy rối|sàm sỡ|sờ soạng|dâm ô|xâm hại|gạ tình|lạm dụng tình dục|hiếp dâm|cưỡng dâm|cưỡng hiếp)"),
    (Peril.SEXUAL, "(dọa|đe dọa|đòi|bị) … (tung|phát tán|đăng|gửi) … (ảnh|hình|clip|video)"),
    (Peril.TRAFFICKING, "(mua bán người|lừa bán|bán sang|bị bán|ép bán dâm|=bán =dâm|ép gả|ép cưới|bắt cưới|"
                        "ép lấy chồng|bắt lấy chồng|giữ hộ chiếu)"),
    (Peril.CHILD, "(trẻ em|học sinh|con|cháu|bé) … bị … (bỏ rơi|bỏ đói|bắt nạt|lạm dụng|bóc lột)"),
)  # fmt: skip

SIGNS = tuple(Sign(peril, True, phrase(text)) for peril, text in _URGENT) + tuple(
    Sign(peril, False, phrase(text)) for peril, text in _SERIOUS
)

HARMLESS = tuple(
    phrase(text)
    for text in (
        "đánh (giá|máy|bài|cờ|răng|bóng|cá|bắt|thuế|ghen|son|giày|vần|dấu|số|đề|bạc|đổi|thức|mất|rơi|cắp|đàn|trống|võ|"
        "tráo|lừa|chén|liều|động|thắng|thua|lẻ|chặn)",
        "(=danh|=dành|danh) (sách|dự|nghĩa|tính|hiệu|mục|tiếng|phận|dụm|giật|riêng|thời gian|sư|nhân|lam|từ|bạ)",
        "(đập|dập) (phá nhà cũ|nhà cũ|nhà xây|bỏ nhà)",
        "giết (mổ|thịt|gà|lợn|heo|trâu|bò|chó|mèo|gia súc|thời gian)",
        "(nhốt|giam|xích|trói) (xe|gà|vịt|chó|mèo|bò|heo|lợn|gia súc|phương tiện)",
        "(đói|mệt|nóng|vui|buồn cười|bận|đau đầu) muốn chết",
        "(hiệp|hiep) (hội|định|thương|ước|sĩ|đồng)",
        "cưỡng bức lao động",
        "con dao hai lưỡi",
        "trẻ em trai",
    )
)
"""Blanked before signs are looked for: other meanings of the same words."""

DENIED = phrase(
    "(không|chưa|chẳng|chả|đâu có|chớ) (hề |có |từng |bao giờ |dám |còn |bị |ai |bao giờ bị |đến mức |đến nỗi ){0,4}"
    "(chồng |vợ )?(đánh đập|đánh|đập|dọa giết|đe dọa|dọa|giết|nhốt|chửi|bạo hành|bạo lực|hành hạ|hiếp|=tự =tử|"
    "=tự =sát|cầm dao|ngược đãi|xâm hại|quấy rối)"
)
"""Blanked too, unless it ends a question (`… được không đánh …`): what did not happen."""
