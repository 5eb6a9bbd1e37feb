import pytest

from eval.answers.modality import Mode, agree, sentence


@pytest.mark.parametrize(
    ("text", "mode", "reason"),
    [
        ("Người đó được vào.", Mode.MAY, "a leave"),
        ("Người đó không được vào.", Mode.MUST_NOT, "a ban"),
        ("Người đó không bắt buộc phải vào.", Mode.NEED_NOT, "one sign, not a ban and a duty"),
        ("Người đó được miễn lệ phí.", Mode.NEED_NOT, "free of a duty"),
        ("Người đó không được miễn lệ phí.", Mode.MUST, "the duty stays"),
        ("Không cấm đốt lá.", Mode.MAY, "no ban is a leave"),
        ("Người đó không phải là chủ.", Mode.NOT, "a fact denied, no duty"),
        ("Diện tích không quá 5 ha.", Mode.UP_TO, "a bound"),
        ("Nếu không đóng cửa thì phải canh gác.", Mode.MUST, "the sign of the condition is not that of the sentence"),
        ("Phải canh gác nếu không đóng cửa.", Mode.MUST, "the same behind"),
        ("Được vào, trừ khi không có vé.", Mode.MAY, "nor is that of the exception"),
        ("Đốt lá là bị cấm.", Mode.MUST_NOT, "a sign at the end"),
        ("Cổng mở lúc sáu giờ.", Mode.PLAIN, "no sign"),
    ],
)
def test_the_mode_of_a_sentence(text: str, mode: Mode, reason: str) -> None:
    assert sentence(text).main.last is mode, reason


@pytest.mark.parametrize(
    ("one", "other", "same", "reason"),
    [
        ("Chỉ được vào khi có vé.", "Không được vào khi không có vé.", True, "two negations"),
        ("Chỉ được vào khi có vé.", "Được vào khi không có vé.", False, "the condition turned"),
        ("Chủ phải rào vườn và không được xả thải.", "Chủ không được xả thải.", True, "one half of two"),
        ("Chủ phải rào vườn và không được xả thải.", "Chủ không phải rào vườn.", False, "the other half turned"),
        ("Nếu không nộp đơn thì bị từ chối.", "Nếu nộp đơn thì bị từ chối.", False, "the condition alone turned"),
    ],
)
def test_two_sentences(one: str, other: str, same: bool, reason: str) -> None:
    assert agree(sentence(one), sentence(other)) is same, reason
    assert agree(sentence(other), sentence(one)) is same, reason
