"""Words for origins and statuses on the terminal."""

from __future__ import annotations

from corpus.document import Origin
from corpus.relation import RelationKind
from corpus.validity import Status

STATUS_WORDS = {
    Status.IN_FORCE: "còn hiệu lực",
    Status.NOT_YET: "chưa có hiệu lực",
    Status.EXPIRED: "hết hiệu lực",
    Status.PARTLY_EXPIRED: "hết hiệu lực một phần",
    Status.SUSPENDED: "tạm ngưng hiệu lực",
    Status.UNKNOWN: "chưa rõ hiệu lực",
}

ORIGIN_WORDS = {
    Origin.OFFICIAL: "nguyên văn",
    Origin.UNOFFICIAL: "bản không chính thức",
    Origin.SNAPSHOT: "bản chụp 2023",
    Origin.DIGEST: "bản tóm lược",
    Origin.CARD: "thẻ trả lời",
}

RELATION_WORDS = {
    RelationKind.AMENDS: "sửa đổi, bổ sung",
    RelationKind.REPLACES: "thay thế",
    RelationKind.REPEALS: "bãi bỏ",
    RelationKind.SUSPENDS: "tạm ngưng hiệu lực của",
    RelationKind.GUIDES: "quy định chi tiết, hướng dẫn",
    RelationKind.CONSOLIDATES: "hợp nhất",
    RelationKind.BASED_ON: "căn cứ vào",
    RelationKind.CORRECTS: "đính chính",
    RelationKind.OVERLAYS: "tạm thay cho",
}
