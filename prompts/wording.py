"""The fixed sentences: what the service says of itself, of a text's origin, and when it has no answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corpus.day import in_words
from corpus.document import LegalDocument, Origin

ORIGINS = {
    Origin.OFFICIAL: "nguyên văn",
    Origin.UNOFFICIAL: "nguyên văn, bản không chính thức",
    Origin.SNAPSHOT: "bản chụp 2023",
    Origin.DIGEST: "bản tóm lược, không phải nguyên văn",
    Origin.CARD: "câu trả lời soạn sẵn, không phải nguyên văn",
}
"""How the origin of a text is shown."""

HELPERS = (
    "Trung tâm trợ giúp pháp lý nhà nước, Ủy ban nhân dân cấp xã (bộ phận tư pháp - hộ tịch) "
    "hoặc Hội Liên hiệp Phụ nữ cơ sở"
)
"""Who can help; without telephone numbers."""


def is_verbatim(origin: Origin) -> bool:
    """Whether words of this origin may stand between quotation marks as words of the law."""
    return origin not in (Origin.DIGEST, Origin.CARD)


def disclosure(reach: date) -> str:
    """What a reader must know of the service (Điều 11 Luật 134/2025/QH15). `reach`: the day the law is read for."""
    return (
        "HỏiLuật là hệ thống trí tuệ nhân tạo (Luật Trí tuệ nhân tạo số 134/2025/QH15) tra cứu, "
        f"cung cấp thông tin pháp luật từ các văn bản được trích dẫn, tính đến ngày {in_words(reach)}. "
        "Thông tin để tham khảo, không thay thế luật sư hay trợ giúp viên pháp lý; "
        "kết quả vụ việc do cơ quan có thẩm quyền quyết định."
    )


def abstention(near: str | None = None) -> str:
    """Said when the corpus does not carry an answer. `near`: the closest law held, if any is worth naming."""
    seen = f" Văn bản gần nhất tìm thấy là {near}, nhưng không đủ để trả lời." if near else ""
    return (
        "Kho văn bản hiện có chưa có quy định đủ để trả lời câu hỏi này, nên HỏiLuật không trả lời thay vì đoán."
        f"{seen}\n\nBạn có thể hỏi lại rõ hơn (việc gì, giữa ai với ai, xảy ra khi nào), hoặc hỏi trực tiếp {HELPERS}."
    )


def not_held(laws: Sequence[str], offices: Sequence[str]) -> str:
    """Said when the question belongs to acts that the corpus does not hold. `offices`: who handles such matters."""
    places = f"{'; '.join(offices)}, hoặc {HELPERS}" if offices else HELPERS
    return (
        f"Việc này thuộc {'; '.join(laws)}. Kho văn bản hiện chưa có, nên HỏiLuật không trả lời thay vì đoán.\n\n"
        f"Bạn có thể tìm văn bản ở Cơ sở dữ liệu quốc gia về pháp luật (vbpl.vn), hoặc hỏi trực tiếp {places}."
    )


def partly_held(laws: Sequence[str]) -> str:
    """Said beside an answer when the question touches acts that the corpus does not hold."""
    return f"Câu hỏi còn chạm đến {'; '.join(laws)}, chưa có trong kho văn bản; phần đó không được trả lời ở đây."


FOREIGN = (
    "HỏiLuật chỉ tra cứu pháp luật Việt Nam, không có luật của nước khác, nên không trả lời thay vì đoán.\n\n"
    "Về luật nước ngoài, bạn có thể hỏi cơ quan đại diện của nước đó ở Việt Nam hoặc luật sư của nước đó. "
    f"Nếu việc có liên quan đến pháp luật Việt Nam, hãy kể rõ hơn, hoặc hỏi trực tiếp {HELPERS}."
)
"""Said when the law of another country is asked for."""


def unknown_law(name: str) -> str:
    """Said when a question names a document that is not held."""
    return (
        f"Kho văn bản hiện chưa có {name}, nên HỏiLuật không trả lời thay vì đoán nội dung của văn bản đó.\n\n"
        f"Bạn có thể tìm văn bản ở Cơ sở dữ liệu quốc gia về pháp luật (vbpl.vn), hoặc hỏi trực tiếp {HELPERS}."
    )


def unnumbered(document: LegalDocument) -> str:
    """A document's name without its number, for a second mention."""
    return f"{document.type} {document.title}".strip() or document.id
