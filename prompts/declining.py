"""What is said where no law answers: a forecast, a fact of the world, another matter, a rule that is none, a wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from prompts.aim import Aim
from prompts.figures import figures
from prompts.phrase import phrase, plain
from prompts.wording import HELPERS

_SAID = {
    Aim.PREDICTION: (
        "Không ai nói trước được Tòa án hay cơ quan sẽ quyết định một vụ việc cụ thể thế nào: điều đó tùy chứng cứ và "
        "người có thẩm quyền. HỏiLuật không đoán kết quả.\n\nBạn có thể hỏi luật quy định thế nào: căn cứ để quyết "
        f"định, mức thấp nhất và cao nhất, giấy tờ cần nộp. Về vụ việc của riêng mình, hãy hỏi {HELPERS}."
    ),
    Aim.FACT: (
        "Điều bạn hỏi không nằm trong văn bản pháp luật (một người, một nơi, một con số thực tế, hoặc việc chưa xảy "
        "ra), nên HỏiLuật không trả lời thay vì đoán.\n\nHãy hỏi cơ quan, đơn vị đang quản lý việc đó. Số điện thoại "
        "và địa chỉ nơi giúp đỡ đã được kiểm tra có ở trang “Nơi giúp đỡ”."
    ),
    Aim.ELSEWHERE: (
        "HỏiLuật chỉ tra cứu và cung cấp thông tin pháp luật Việt Nam, nên không trả lời việc này.\n\nNếu có việc cần "
        "hỏi về luật, bạn hãy kể: việc gì đã xảy ra, giữa ai với ai, bạn muốn biết điều gì."
    ),
}

NOT_FOUND = (
    "Câu hỏi cho rằng luật quy định như vậy, nhưng HỏiLuật không tìm thấy quy định nào nói thế, "
    "nên không trả lời tiếp theo hướng đó."
)
"""Said where what follows from a rule is asked and the rule is not found."""

_REFUSED = "HỏiLuật không giúp làm việc này, vì có thể gây hại cho người khác hoặc trái pháp luật."
# No way leads to mediation or to meeting the other: who is sought may be hiding from the one who asks.
_WAYS = (
    (
        phrase("(cấp dưỡng|tiền nuôi con|nuôi con hằng tháng|nuôi con hàng tháng)"),
        "Nếu mức cấp dưỡng quá khả năng, hai bên có thể thỏa thuận lại, hoặc yêu cầu Tòa án thay đổi mức.",
    ),
    (
        phrase(
            "(theo dõi|đọc lén|nghe lén|xem lén|quay lén|định vị|mật khẩu|hack|"
            "tạm lánh|chỗ trốn|đang trốn|địa chỉ|nơi ở)"
        ),
        "Đời sống riêng, thư tín và nơi ở của mỗi người được pháp luật bảo vệ. Việc còn tranh chấp thì yêu cầu Tòa án "
        "giải quyết.",
    ),
    (
        phrase("(giả|giấy tờ giả|chữ ký|con dấu|tẩy xóa|sửa năm sinh|khai gian|mạo danh)"),
        "Giấy tờ bị mất, hỏng hay sai thì xin cấp lại, cấp bản sao hoặc cải chính ở cơ quan đã cấp; làm thay người "
        "khác thì cần người đó ủy quyền.",
    ),
    (
        phrase("(tài sản|sang tên|chuyển tiền|tẩu tán|giấu tiền|giấu lương|thu nhập)"),
        "Tài sản chung thì hai bên thỏa thuận hoặc yêu cầu Tòa án chia; nghĩa vụ với người khác vẫn còn dù đã chuyển "
        "tài sản đi.",
    ),
    (
        phrase("(con|cháu|bé)"),
        "Ai nuôi con, thăm con thế nào do hai bên thỏa thuận hoặc Tòa án quyết định vì lợi ích của con.",
    ),
)
_ANY_WAY = "Có tranh chấp thì yêu cầu Tòa án hoặc cơ quan có thẩm quyền giải quyết."


def declined(aim: Aim) -> str | None:
    """What to say where the aim alone tells that no law answers; None for the other aims."""
    return _SAID.get(aim)


def refused(question: str) -> str:
    """What to say to who wants help with a wrong: plainly no, and the lawful way."""
    text = plain(question)
    way = next((way for sign, way in _WAYS if sign.search(text)), _ANY_WAY)
    return f"{_REFUSED} {way} Có thể hỏi trực tiếp {HELPERS}."


def is_borne_out(question: str, texts: Sequence[str]) -> bool:
    """Whether what a question takes for granted may be so: all its amounts stand in one of the texts."""
    told = _amounts(question)
    return bool(told) and any(told <= _amounts(text) for text in texts)


_PLACE = re.compile(r"(?i)\b(?:điều|khoản|dieu|khoan)\s+\d+\w?")


def _amounts(text: str) -> frozenset[Fraction | str]:
    """The amounts of a text; the number of an article is none."""
    return figures(_PLACE.sub(" ", text))
