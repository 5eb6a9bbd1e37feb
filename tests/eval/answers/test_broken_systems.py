"""Systems broken on purpose: each loses on the measure that is meant to see it, and hardly on the others.

Twelve questions that the law of the garden answers and twelve that it does not; a good system, and one for each fault.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from eval.answers.catalogue import MEASURES
from eval.comparison import Outcome
from eval.runs.comparison import compare
from eval.runs.folder import RunFolder
from eval.runs.session import ask, judge
from eval.runs.system import Scripted
from eval.suites.suite import Row, read_row
from tests.eval.answers import garden

Record = Mapping[str, Any]
LAW, DECREE = "1/2024/QH90", "903/2025/NĐ-CP"
ANSWERS = {
    "q01": (f"{LAW}#dieu_1__khoan_2", "Người dưới 15 tuổi không được tự mình dùng máy cắt cỏ [1]."),
    "q02": (f"{LAW}#dieu_1__khoan_2", "Theo khoản 2 Điều 1, người chưa đủ 15 tuổi không được tự mình dùng máy [1]."),
    "q03": (f"{LAW}#dieu_2__khoan_3", "Lệ phí đăng ký là 150.000 đồng, hộ nghèo không phải nộp lệ phí [1]."),
    "q04": (f"{LAW}#dieu_2__khoan_3", "Theo khoản 3 Điều 2, hộ nghèo không phải nộp lệ phí 150 nghìn đồng [1]."),
    "q05": (f"{LAW}#dieu_3__khoan_2", "Cây chết khô thì không bị xử phạt, trừ trường hợp cây trên 50 năm tuổi [1]."),
    "q06": (f"{LAW}#dieu_3__khoan_2", "Theo khoản 2 Điều 3, người chặt cây chết khô không bị xử phạt [1]."),
    "q07": (f"{DECREE}#dieu_1__khoan_3", "Vườn không được mở cửa cho trẻ em dưới 36 tháng tuổi khi thiếu nước [1]."),
    "q08": (f"{DECREE}#dieu_1__khoan_3", "Nếu không có nước sạch thì không được mở cửa cho trẻ dưới 3 tuổi [1]."),
    "q09": (f"{DECREE}#dieu_3__khoan_1", "Theo khoản 1 Điều 3, chủ vườn không được xả nước thải ra mương [1]."),
    "q10": (f"{DECREE}#dieu_3__khoan_3", "Theo khoản 3 Điều 3, chủ vườn không bắt buộc phải lắp đèn chiếu sáng [1]."),
    "q11": (f"{DECREE}#dieu_3__khoan_3", "Chủ vườn không cần lắp đèn chiếu sáng (khoản 3 Điều 3) [1]."),
    "q12": (f"{DECREE}#dieu_4__khoan_3", "Theo khoản 3 Điều 4, trẻ em không bị phạt tiền [1]."),
}
"""The right place and a good answer."""
SILENT = [f"q{number}" for number in range(13, 25)]
NOTICE = {"kind": "low_confidence", "text": "Cần giúp ngay thì gọi 113."}


def rows() -> list[Row]:
    known = {"expected_level": "none", "must_not_include": ["cấp huyện"], "as_of": garden.TODAY.isoformat()}
    asked = [
        known | {"id": name, "question": f"Câu {name}?", "answerable": True, "gold": [ref], "gold_not": ["9/2010/QH80"]}
        for name, (ref, _) in ANSWERS.items()
    ]
    return [read_row(row) for row in asked] + [
        read_row(known | {"id": name, "question": f"Câu {name}?", "answerable": False}) for name in SILENT
    ]


def good() -> dict[str, Record]:
    given = {name: {"answer": answer, "cites": [ref]} for name, (ref, answer) in ANSWERS.items()}
    quiet = {name: {"status": "abstained", "answer": "Chưa tìm thấy quy định."} for name in SILENT}
    return {name: garden.reply(one | {"notices": [NOTICE]}) for name, one in (given | quiet).items()}


def _wrong_article(reply: Record) -> Record:
    """It answers from an article about something else, and quotes it faithfully."""
    words = {"answer": "Luật có hiệu lực thi hành từ ngày 01 tháng 01 năm 2025, không sớm hơn [1]."}
    return dict(reply) | words | {"citations": [garden.citation(1, {"ref": f"{LAW}#dieu_5__khoan_1"})]}


def _shifted_quote(reply: Record) -> Record:
    moved = [one | {"start": one["start"] + 1, "end": one["end"] + 1} for one in reply["citations"]]
    return dict(reply) | {"citations": moved}


def _changed_number(reply: Record) -> Record:
    return dict(reply) | {"answer": re.sub(r"(?<![\[\d])\d+(?![\]\d])", lambda n: str(int(n[0]) + 7), reply["answer"])}


def _dropped_not(reply: Record) -> Record:
    return dict(reply) | {"answer": re.sub("(?i)không (bắt buộc )?", "", reply["answer"])}


def _expired_law(reply: Record) -> Record:
    old = garden.citation(2, {"ref": "9/2010/QH80#dieu_1__khoan_1"})
    return dict(reply) | {"citations": [*reply["citations"], old]}


def _invented_phone(reply: Record) -> Record:
    return dict(reply) | {"notices": [NOTICE | {"text": "Cần giúp ngay thì gọi 0236 3 822 999."}]}


def _always_abstains(reply: Record) -> Record:
    return dict(reply) | {"status": "abstained", "answer": "Chưa tìm thấy quy định.", "citations": []}


def _never_abstains(reply: Record) -> Record:
    if reply["status"] == "answered":
        return reply
    ref = f"{LAW}#dieu_1__khoan_1"
    return garden.reply({"answer": "Người từ đủ 15 tuổi được trồng cây [1].", "cites": [ref], "notices": [NOTICE]})


PLACES = {"provision_hit", "provision_precision", "provision_recall", "clause_precision", "clause_recall"}
FAULTS: list[tuple[Callable[[Record], Record], set[str], set[str]]] = [
    # how it is broken, what must see it, what falls with it of necessity
    (_wrong_article, PLACES, set()),
    (_shifted_quote, {"quote_exact"}, set()),
    (_changed_number, {"figures"}, set()),
    (_dropped_not, {"polarity"}, set()),
    (_expired_law, {"in_force", "wrong_place"}, {"provision_precision", "clause_precision"}),
    (_invented_phone, {"telephones"}, set()),
    (_always_abstains, {"outcome"}, {"provision_hit", "provision_recall", "clause_recall"}),
    (_never_abstains, {"outcome"}, set()),
]


def judged(path: Path, replies: Mapping[str, Record]) -> RunFolder:
    folder = RunFolder.begin(path, {"system": path.name, "today": garden.TODAY.isoformat()}, rows())
    ask(folder, Scripted(replies, path.name))
    judge(folder, garden.law(), MEASURES)
    return folder


def broken(fault: Callable[[Record], Record], replies: Mapping[str, Record]) -> dict[str, Record]:
    """Replies that say something of law are broken; silence stays, but for the fault of never keeping it."""
    touches_all = fault in (_never_abstains, _invented_phone)
    return {name: fault(one) if touches_all or one["citations"] else one for name, one in replies.items()}


@pytest.mark.parametrize(("fault", "meant", "also"), FAULTS, ids=[fault.__name__.strip("_") for fault, *_ in FAULTS])
def test_a_broken_system_loses_where_it_is_broken(
    tmp_path: Path, fault: Callable[[Record], Record], meant: set[str], also: set[str]
) -> None:
    whole = judged(tmp_path / "good", good())
    found = {one.measure: one for one in compare(whole, judged(tmp_path / "bad", broken(fault, good()))).measures}
    for name in sorted(meant):
        assert (found[name].outcome, found[name].difference.mean <= -0.3) == (Outcome.WORSE, True), found[name]
    for name in sorted({measure.name for measure in MEASURES if measure.unit == "share"} - meant - also):
        assert not found[name].losses or found[name].difference.mean > -0.1, found[name]


def test_the_good_system_is_right_in_every_measure(tmp_path: Path) -> None:
    scores = judged(tmp_path / "good", good()).scores()["slices"]["all"]
    shares = {
        one.name: scores[one.name]["mean"] for one in MEASURES if one.unit == "share" and scores[one.name]["scored"]
    }
    assert set(shares.values()) == {1.0}, shares
    assert PLACES | {"outcome", "quote_exact", "figures", "polarity", "telephones", "in_force"} <= set(shares)
