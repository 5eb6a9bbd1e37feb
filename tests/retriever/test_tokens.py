"""Words of Vietnamese."""

import pytest

from retriever.tokens import segmented


@pytest.mark.filterwarnings("ignore")  # underthesea imports much that warns
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vợ chồng ly hôn", "Vợ_chồng ly_hôn"),
        ("Luật 31/2024/QH15 có hiệu lực", "Luật 31/2024/QH15 có hiệu_lực"),
        ("ly ho\u0302n", "ly_hôn"),
        ("", ""),
    ],
)
def test_joins_words_and_keeps_numbers(text: str, expected: str) -> None:
    assert segmented(text) == expected
