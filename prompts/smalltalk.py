"""Telling a question from a greeting, thanks, or a topic too bare to look up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.folding import fold
from prompts.phrase import phrase, plain
from prompts.relevance import terms

_GREETING = phrase("(xin |em |dạ |kính )*(chào|hello|hi|helo|alo|hey|chào bạn|chào ad|chào shop|good morning)")
_THANKS = phrase("(xin |em |dạ |rất )*(cảm ơn|cám ơn|thanks|thank you|tks)")
_POLITE = frozenset(
    fold(
        "xin chào hello hi helo alo hey bạn ad shop em cảm ơn thanks thank you tks nhiều kính ok oke vâng ừ "
        "nha nhé nhen nghen hen hén nhá nà"
    ).split()
)
_CHAT = _POLITE | frozenset(
    fold("không chút xíu tí test thử cái coi tạm biệt bye ngủ đây tư vấn trực tuyến gặp lại ngon đi").split()
)
"""Words that open or end a talk; together with politeness alone they ask nothing."""
_GENERAL = frozenset(
    fold(
        "thủ tục giấy tờ hồ sơ mức phạt xử lý nộp xong giải quyết vụ trường hợp luật mới đơn lừa mất tiền kiện "
        "chuyện tình huống đúng sai mấy lâu nhiêu chi tốn không gồm nhưng"
    ).split()
)
"""What is asked of any matter: without another word nobody can tell which."""
_TOPIC = phrase(
    "((cho )?(tôi|em|mình|con|cháu|anh|chị|tui) )?(muốn )?(hỏi|tìm hiểu|tư vấn) (chút |tí |xíu )?(về|vấn đề)"
)
_FEW = 2
_ASKS = phrase("(gì|sao|nào|không|bao nhiêu|bao lâu|ai|đâu|mấy|khi nào|chưa)")
_OF_ITSELF = phrase(
    "(bạn|ad|hệ thống|hỏi luật|trang này|mày) (là (ai|gì)|tên gì|làm được gì|giúp được gì|có phải (người|máy|ai))"
)

EXAMPLES = (
    "Vợ chồng không đồng ý với nhau thì một người có xin ly hôn được không?",
    "Sau ly hôn ai được nuôi con dưới 36 tháng tuổi?",
    "Bị chồng đánh thì báo cho ai và được bảo vệ thế nào?",
)
"""Questions to begin with."""


@dataclass(frozen=True, slots=True)
class Clarification:
    """What to say back, and questions to choose from."""

    text: str
    suggestions: tuple[str, ...] = EXAMPLES


def clarify(question: str) -> Clarification | None:
    """The reply to what is no question of law yet; None for everything that can be looked up."""
    text = plain(question)
    if _OF_ITSELF.search(text):
        return Clarification(
            "Tôi là HỏiLuật, một hệ thống trí tuệ nhân tạo tra cứu và cung cấp thông tin pháp luật, không phải "
            "luật sư. Bạn hãy kể việc của mình bằng lời thường; tôi tìm quy định và trích đúng điều, khoản."
        )
    left = [word for word in terms(text) if word not in _POLITE]
    if not left and _THANKS.search(text):
        return Clarification("Cảm ơn bạn. Nếu còn việc muốn hỏi, bạn cứ viết bằng lời thường.")
    if (not left and _GREETING.search(text)) or (left and all(word in _CHAT for word in left)):
        return Clarification("Chào bạn. Bạn muốn hỏi việc gì? Hãy kể bằng lời thường, có dấu hay không dấu đều được.")
    if left and re.search(r"[^\W\d_]{2}", text) and _is_bare(text, left):
        return Clarification(
            "Câu hỏi còn thiếu việc cụ thể nên chưa tra cứu được. Bạn hãy viết thêm: việc gì đã xảy ra, giữa ai với "
            "ai, xảy ra khi nào, và bạn muốn biết điều gì."
        )
    if not left or not re.search(r"[^\W\d_]{2}", text):
        return Clarification(
            "Tôi chưa hiểu bạn muốn hỏi việc gì. Bạn hãy viết một câu: việc gì đã xảy ra, giữa ai với ai, "
            "bạn muốn biết điều gì."
        )
    return None


def _is_bare(text: str, left: list[str]) -> bool:
    """Whether a question says what it wants and not of what, or names a whole field of law and asks nothing of it."""
    topic = _TOPIC.match(text)
    rest = text[topic.end() :] if topic else ""
    after = terms(rest) if not _ASKS.search(rest) else []
    return all(word in _GENERAL for word in left) or 0 < len(after) <= _FEW
