"""The invented law that the cases of answer measures speak of: acts on gardens, and how they are cited."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from eval.answers.law import Held, WrittenLaw

ACTS: dict[str, tuple[tuple[str, str], ...]] = {
    # in force since 2025-01-01
    "1/2024/QH90": (
        ("dieu_1", "Điều 1. Quyền trồng cây"),
        ("dieu_1__khoan_1", "1. Người từ đủ 15 tuổi được trồng cây trong vườn chung."),
        ("dieu_1__khoan_2", "2. Người dưới 15 tuổi không được tự mình dùng máy cắt cỏ."),
        ("dieu_1__khoan_3", "3. Người trồng cây phải tưới nước ít nhất hai lần mỗi tuần."),
        ("dieu_2", "Điều 2. Đăng ký vườn"),
        (
            "dieu_2__khoan_1",
            "1. Chủ vườn nộp hồ sơ tại Ủy ban nhân dân cấp xã trong thời hạn 30 ngày, kể từ ngày nhận vườn.",
        ),
        ("dieu_2__khoan_2", "2. Hồ sơ gồm:"),
        ("dieu_2__khoan_2__diem_a", "a) Tờ khai đăng ký vườn;"),
        ("dieu_2__khoan_2__diem_b", "b) Bản sao giấy tờ về đất;"),
        ("dieu_2__khoan_2__diem_đ", "đ) Ảnh chụp vườn trong 06 tháng gần nhất."),
        ("dieu_2__khoan_3", "3. Lệ phí đăng ký là 150.000 đồng; hộ nghèo không phải nộp lệ phí."),
        ("dieu_3", "Điều 3. Xử phạt"),
        (
            "dieu_3__khoan_1",
            "1. Phạt tiền từ 2.000.000 đồng đến 5.000.000 đồng đối với người chặt cây của người khác.",
        ),
        ("dieu_3__khoan_2", "2. Người chặt cây bị chết khô thì không bị xử phạt, trừ trường hợp cây trên 50 năm tuổi."),
        ("dieu_4", "Điều 4. Vườn bỏ hoang"),
        (
            "dieu_4__khoan_1",
            "1. Vườn không được chăm sóc trong 24 tháng liên tục thì có thể bị thu hồi, trừ trường hợp bất khả kháng.",
        ),
        ("dieu_4__khoan_2", "2. Tòa án nhân dân khu vực giải quyết tranh chấp về thu hồi vườn."),
        ("dieu_5", "Điều 5. Hiệu lực thi hành"),
        ("dieu_5__khoan_1", "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2025."),
    ),
    # ended by it
    "9/2010/QH80": (
        ("dieu_1", "Điều 1. Quyền trồng cây"),
        ("dieu_1__khoan_1", "1. Người từ đủ 18 tuổi được trồng cây trong vườn chung."),
        ("dieu_2", "Điều 2. Đăng ký vườn"),
        ("dieu_2__khoan_1", "1. Chủ vườn nộp hồ sơ tại Ủy ban nhân dân cấp huyện trong thời hạn 60 ngày."),
    ),
    # begins on 2027-03-01
    "5/2026/QH91": (
        ("dieu_1", "Điều 1. Quyền trồng cây"),
        ("dieu_1__khoan_1", "1. Người từ đủ 12 tuổi được trồng cây trong vườn chung."),
    ),
    # in force since 2025-07-01
    "903/2025/NĐ-CP": (
        ("dieu_1", "Điều 1. Điều kiện mở vườn"),
        (
            "dieu_1__khoan_1",
            "1. Chủ vườn chỉ được mở vườn khi có giấy phép do Ủy ban nhân dân cấp xã cấp.",
        ),
        ("dieu_1__khoan_2", "2. Giấy phép có thời hạn 10 năm; diện tích mỗi vườn không quá 500 m2."),
        ("dieu_1__khoan_3", "3. Nếu không có nước sạch thì vườn không được mở cửa cho trẻ em dưới 36 tháng tuổi."),
        ("dieu_2", "Điều 2. Lệ phí và hỗ trợ"),
        ("dieu_2__khoan_1", "1. Người khuyết tật được miễn lệ phí cấp giấy phép."),
        ("dieu_2__khoan_2", "2. Mức hỗ trợ bằng 20% chi phí trồng cây, tối đa 10.000.000 đồng mỗi năm."),
        ("dieu_2__khoan_3", "3. Tiền công của người giữ vườn là 4.961.507 đồng mỗi tháng."),
        ("dieu_3", "Điều 3. Nghĩa vụ của chủ vườn"),
        ("dieu_3__khoan_1", "1. Chủ vườn có trách nhiệm rào vườn và không được xả nước thải ra mương."),
        ("dieu_3__khoan_2", "2. Nghiêm cấm đốt lá trong vườn từ 22 giờ đến 06 giờ."),
        ("dieu_3__khoan_3", "3. Chủ vườn không bắt buộc phải lắp đèn chiếu sáng."),
        ("dieu_3__khoan_4", "4. Khách tham quan có thể mang theo chó nhỏ, trừ khi chủ vườn từ chối."),
        ("dieu_4", "Điều 4. Xử lý vi phạm"),
        ("dieu_4__khoan_1", "1. Phạt tiền từ 500.000 đồng đến 1.000.000 đồng đối với một trong các hành vi sau đây:"),
        ("dieu_4__khoan_1__diem_a", "a) Đốt lá trong giờ cấm;"),
        ("dieu_4__khoan_1__diem_b", "b) Không rào vườn."),
        (
            "dieu_4__khoan_2",
            "2. Phạt tiền gấp hai lần mức quy định tại khoản 1 Điều này nếu tái phạm trong 12 tháng.",
        ),
        ("dieu_4__khoan_3", "3. Trẻ em không bị phạt tiền."),
        ("dieu_4__khoan_4", "4. Người không có giấy phép bị tịch thu máy cắt cỏ."),
        ("dieu_5", "Điều 5. Giải quyết khiếu nại"),
        (
            "dieu_5__khoan_1",
            "1. Trong thời hạn 05 ngày làm việc, kể từ ngày nhận đơn, Chủ tịch Ủy ban nhân dân cấp xã phải trả lời "
            "bằng văn bản.",
        ),
        (
            "dieu_5__khoan_2",
            "2. Người không đồng ý có quyền khởi kiện tại Tòa án nhân dân khu vực trong thời hạn 01 năm.",
        ),
        ("dieu_6", "Điều 6. Vườn thú"),
        ("dieu_6__khoan_1", "1. Vườn thú phải có bác sĩ thú y."),
        ("dieu_7", "Điều 7. Vườn hoa"),
        ("dieu_7__khoan_1", "1. Vườn hoa được mở cửa cả ban đêm."),
        ("phu_luc_I", "Phụ lục I\nDanh mục cây không được trồng: cây anh túc, cây cần sa."),
    ),
    # repeats 1/2024/QH90
    "12/VBHN-QH90": (
        ("dieu_1", "Điều 1. Quyền trồng cây"),
        ("dieu_1__khoan_1", "1. Người từ đủ 15 tuổi được trồng cây trong vườn chung."),
    ),
}
REPEATS = {"12/VBHN-QH90": "1/2024/QH90"}
LATER = {
    "903/2025/NĐ-CP#dieu_6": (date(2026, 3, 1), "suspended"),
    "903/2025/NĐ-CP#dieu_7": (date(2026, 6, 1), "partly_expired"),
}
"""Places that a later act changed, each with all that lies in it: since when, and what they are."""
DAYS = {
    "1/2024/QH90": (date(2025, 1, 1), None),
    "9/2010/QH80": (date(2011, 1, 1), date(2025, 1, 1)),
    "5/2026/QH91": (date(2027, 3, 1), None),
    "903/2025/NĐ-CP": (date(2025, 7, 1), None),
    "12/VBHN-QH90": (date(2025, 7, 1), None),
}
TITLES = dict.fromkeys(ACTS, "Luật Vườn") | {"903/2025/NĐ-CP": "Quy định chi tiết Luật Vườn"}
TEXTS = {act: "\n".join(words for _, words in lines) for act, lines in ACTS.items()}
HASHES = {act: hashlib.sha256(text.encode()).hexdigest() for act, text in TEXTS.items()}
TODAY = date(2026, 11, 25)


def words_of(ref: str) -> str:
    """The words of a provision, from its label through its last descendant."""
    act, _, path = ref.partition("#")
    return "\n".join(words for place, words in ACTS[act] if place == path or place.startswith(path + "__"))


def law() -> WrittenLaw:
    """The acts as measures look them up."""
    return WrittenLaw(
        {HASHES[act]: text for act, text in TEXTS.items()},
        {f"{act}#{path}": _wordings(act, path) for act, lines in ACTS.items() for path, _ in lines},
        REPEATS,
    )


def citation(marker: int, given: Mapping[str, Any]) -> dict[str, Any]:
    """A citation of `given["ref"]`: its exact words, unless `given` says otherwise in any field."""
    ref = str(given["ref"])
    act = ref.partition("#")[0]
    quote = str(given.get("quote", words_of(ref) if act in ACTS else ""))
    start = TEXTS[act].find(words_of(ref)) if act in ACTS else 0
    start += max(words_of(ref).find(quote), 0) if act in ACTS else 0
    begins, until = DAYS.get(act, (None, None))
    return (
        {
            "marker": marker,
            "origin": "official",
            "label": ref,
            "quote": quote,
            "start": start,
            "end": start + len(quote),
            "source_sha256": HASHES.get(act, "0" * 64),
            "document": {
                "id": act,
                "title": TITLES.get(act, ""),
                "status": _status(act, TODAY) if act in ACTS else "unknown",
                "in_force_from": begins and begins.isoformat(),
                "in_force_until": until and until.isoformat(),
            },
        }
        | {key: value for key, value in given.items() if key not in ("ref", "quote")}
        | {"ref": ref}
    )


def reply(given: Mapping[str, Any]) -> dict[str, Any]:
    """The answer object of a case. `cites` lists references, or objects with what is wrong about them."""
    cites = [{"ref": one} if isinstance(one, str) else one for one in given.get("cites", ())]
    whole = {"status": "answered", "answer": "", "as_of": TODAY.isoformat()}
    own = {key: value for key, value in given.items() if key != "cites"}
    return whole | {"citations": [citation(n, one) for n, one in enumerate(cites, 1)]} | own


def _wordings(act: str, path: str) -> dict[date, Held]:
    begins, until = DAYS[act]
    words = words_of(f"{act}#{path}")
    found = {date(1945, 9, 2): Held(words, "not_yet"), begins: Held(words, "in_force")}
    found |= {until: Held(words, "expired")} if until else {}
    changed = (LATER[f"{act}#{place}"] for place in (path, path.partition("__")[0]) if f"{act}#{place}" in LATER)
    return found | {since: Held(words, status) for since, status in changed}


def _status(act: str, day: date) -> str:
    begins, until = DAYS[act]
    return "not_yet" if day < begins else "expired" if until and day >= until else "in_force"
