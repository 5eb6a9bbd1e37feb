"""Words for how a search went: where the channels put each passage, and where an expected one was dropped."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from retriever.explanation import Emptiness, Fate, Places, Stage, emptiness_of, fate_of, places_of
from retriever.lay_terms import Added
from retriever.retriever import Ranked, Retriever
from retriever.unit import article_ref

EMPTY_WORDS = {
    Emptiness.NO_WORDS: "Không có kết quả vì câu hỏi không có chữ nào để tìm.",
    Emptiness.EMPTY_INDEX: "Không có kết quả vì chỉ mục đang trống. Hãy nạp văn bản bằng `hoiluat ingest`.",
    Emptiness.NOTHING_NEAR: "Không có kết quả vì không điều nào trùng từ hay gần nghĩa với câu hỏi.",
    Emptiness.FILTERED: "Không có kết quả vì những điều tìm thấy đều không có hiệu lực vào ngày được hỏi. "
    "Hãy thử ngày khác với --as-of.",
}
_STAGE_WORDS = {
    Stage.NOT_HELD: "không có trong kho luật. Hãy nạp văn bản bằng `hoiluat ingest`",
    Stage.NOT_LAW_THAT_DAY: "không có hiệu lực vào ngày được hỏi. Hãy thử ngày khác với --as-of",
    Stage.NOT_A_CANDIDATE: "không vào danh sách xét: từ và nghĩa đều đưa những điều khác lên trước",
    Stage.TWIN_SHOWN: "được thay bằng bản khác của cùng quy định: {instead} (hạng {rank})",
    Stage.RANKED_LOWER: "bị xếp thấp hơn số đoạn được in: hạng {rank}",
    Stage.SHOWN: "được tìm thấy: hạng {rank}",
}


@dataclass(frozen=True, slots=True)
class Explained:
    """What is told beside the passages of one search; `places` are theirs, in their order."""

    places: tuple[Places, ...]
    added: tuple[Added, ...]
    empty: Emptiness | None = None
    expected: str = ""
    fate: Fate | None = None

    def lines(self) -> Iterator[str]:
        """For the terminal."""
        for one in self.added:
            yield f"Lời thường được hiểu thêm: {one.legal}"
        if self.empty:
            yield EMPTY_WORDS[self.empty]
        if self.fate:
            yield f"{self.expected} {fate_in_words(self.fate)}."

    def record(self) -> dict[str, object]:
        """For programs."""
        return {
            "added": [one.legal for one in self.added],
            "places": [asdict(one) for one in self.places],
            "empty": self.empty.value if self.empty else None,
            "expected": {"ref": self.expected, **asdict(self.fate)} if self.fate else None,
        }


def explained_search(searcher: Retriever, args: argparse.Namespace, ranked: Sequence[Ranked]) -> Explained:
    """All that there is to say of a search and of what was expected of it."""
    asking = searcher.asking(args.text, args.as_of)
    fate = fate_of(args.expect, searcher, args.text, args.k, args.as_of) if args.expect else None
    return Explained(
        places_of([article_ref(one.passage) for one in ranked], asking),
        asking.question.added,
        None if ranked else emptiness_of(searcher, args.text, args.as_of),
        str(args.expect or ""),
        fate,
    )


def fate_in_words(fate: Fate) -> str:
    """What became of a provision, without its name and the full stop."""
    told = _STAGE_WORDS[fate.stage].format(rank=fate.rank, instead=fate.instead)
    if fate.before:
        told += f", sau {fate.before} điều mà câu hỏi nêu đích danh"
    return told if fate.stage is Stage.NOT_HELD else f"{told} ({places_in_words(fate.places)})"


def places_in_words(places: Places) -> str:
    """Where each channel alone puts an article."""
    parts = [("từ", places.words), ("từ của luật thay lời thường", places.lay_terms), ("nghĩa", places.meaning)]
    return "; ".join(f"theo {name}: {f'hạng {rank}' if rank else 'không thấy'}" for name, rank in parts)
