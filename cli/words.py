"""Words for origins and statuses on the terminal."""

from __future__ import annotations

from corpus.document import Origin
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
