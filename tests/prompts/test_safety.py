"""Danger in people's own words. A row is a question, the level and why it is that level."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folding import fold
from prompts.danger import Peril
from prompts.safety import Danger, assess

EMERGENCY = [
    ("Chồng tôi đang đánh tôi, tôi phải làm sao", "now"),
    ("chong dang danh toi cuu toi voi", "no marks"),
    ("ck e đang đánh e", "chat spelling"),
    ("Hắn đang đập cửa đòi vào", "at the door"),
    ("Chồng dọa giết tôi nếu tôi ly hôn", "a threat with a condition is a threat"),
    ("chong doa giet ca nha", "no marks"),
    ("Chồng doạ giết em và con", "the tone mark in its other place"),
    ("anh ta nói sẽ giết tôi", "threat"),
    ("Chồng cầm dao rượt tôi", "a knife"),
    ("ck cam dao doi chem vk", "a knife, chat spelling"),
    ("nó kề dao vào cổ mẹ tôi", "a knife"),
    ("chồng tôi mài dao đòi chém", "a knife"),
    ("Anh ấy đổ xăng quanh nhà đòi đốt", "petrol"),
    ("chong toi tuoi xang doi dot nha", "petrol, no marks"),
    ("Chồng cũ dọa tạt axit", "acid"),
    ("chồng đòi đốt nhà", "fire"),
    ("Chồng nhốt tôi trong phòng không cho ra", "locked in"),
    ("toi bi chong nhot trong nha", "locked in, no marks"),
    ("con gái tôi bị bố trói lại", "tied up"),
    ("Tôi không muốn sống nữa", "self-harm"),
    ("em khong muon song nua", "self-harm, no marks"),
    ("tôi muốn tự tử", "self-harm"),
    ("toi muon tu tu", "self-harm, no marks"),
    ("tôi chỉ muốn chết cho xong", "self-harm"),
    ("chắc em uống thuốc sâu quá", "self-harm"),
    ("Con tôi bị bố dượng đánh", "a child"),
    ("con bị đánh", "a child"),
    ("con bi ba no danh hoai", "a child, no marks"),
    ("chồng hay đánh con", "a child"),
    ("Tôi bị hiếp dâm", "rape"),
    ("em bi hiep", "rape, no marks"),
    ("cháu bé nhà hàng xóm bị xâm hại", "a child abused"),
    ("Chồng bóp cổ tôi", "strangling is the gravest sign"),
    ("chồng đánh tôi chảy máu đầu", "wounded"),
    ("vừa bị chồng đánh xong", "just now"),
    ("tối nay chồng lại đánh tôi", "tonight"),
    ("chị hàng xóm đang bị chồng đánh, tôi gọi ai", "somebody else, now"),
    ("năm ngoái chồng đánh tôi, bây giờ đang cầm dao ngoài cửa", "past and now"),
    ("Chồng dọa giết tôi thì phạm tội gì?", "a legal question of the person threatened"),
    ("Mạ tôi đang bị ba uýnh", "dialect"),
    ("chồng quánh tui chảy máu miệng", "dialect"),
    ("không chỉ chửi mà chồng còn cầm dao dọa em", "'not only' denies nothing"),
    ("đang trốn trong nhà tắm, chồng phá cửa", "hiding"),
    ("làm ơn cứu tôi", "a cry for help"),
    ("ck e dag đánh e", "chat spelling of now"),
    ("thằng chồng nó đập tui túi bụi nãy giờ", "since a while"),
    ("chồng khóa cửa không cho tôi ra ngoài, lấy hết điện thoại", "locked in"),
    ("nó đang đứng ngoài cửa đòi vào đánh tôi", "at the door"),
    ("đang bị giam trong nhà không ra được", "locked in"),
    ("my husband is beating me now", "English"),
    ("Ảnh đòi giết em rồi tự tử", "two dangers"),
    ("con trai nghiện ma túy cầm dao dọa giết mẹ", "a son"),
    ("tôi được ly hôn không, chồng đang đánh tôi", "a question mark's 'không' denies nothing"),
]
CONCERN = [
    ("Chồng đánh tôi, tôi muốn ly hôn thì làm thế nào?", "violence, not told as now"),
    ("chong danh toi co ly hon dc ko", "no marks"),
    ("ck e hay chửi bới, xúc phạm e", "words"),
    ("chồng giữ hết tiền không cho tôi đi làm", "money"),
    ("chồng ép quan hệ khi tôi đang ốm", "forced sex"),
    ("chồng cũ dọa tung ảnh nóng của tôi", "pictures"),
    ("Bố tôi hay đánh mẹ tôi", "a family"),
    ("bị chồng bạo hành thì tố cáo ở đâu", "violence"),
    ("sếp sàm sỡ tôi ở công ty", "harassment"),
    ("năm ngoái chồng cầm dao dọa tôi", "past"),
    ("trước đây tôi từng tự tử vì chồng ngoại tình", "past"),
    ("cách đây 3 năm tôi bị hiếp dâm, giờ tố cáo được không", "past"),
    ("Nếu chồng dọa giết tôi thì gọi ai", "supposed"),
    ("giả sử chồng nhốt tôi trong nhà thì báo ai", "supposed"),
    ("Chồng dùng dao đe dọa vợ bị xử phạt thế nào", "a textbook question near home"),
    ("bị bắt nạt, con tôi ở trường bị các bạn đánh hội đồng năm ngoái", "past"),
    ("bị ép gả năm 15 tuổi", "forced marriage"),
    ("chong duoi khoi nha", "thrown out"),
    ("tôi sợ chồng quá", "fear"),
    ("em bị mẹ chồng chửi mắng suốt ngày", "words"),
    ("chồng không cho tôi gặp bố mẹ", "kept from her family"),
    ("con bị bạn ở trường bắt nạt", "a school"),
    ("muốn tìm nơi tạm lánh cho mẹ tôi", "a shelter"),
]
NONE = [
    ("Ly hôn đơn phương cần giấy tờ gì?", "plain"),
    ("Mức phạt đối với hành vi bạo lực gia đình là bao nhiêu?", "textbook"),
    ("Tội giết người bị phạt bao nhiêu năm tù?", "textbook"),
    ("Hành vi dùng dao đe dọa giết người bị xử lý thế nào", "textbook"),
    ("Luật Phòng, chống bạo lực gia đình quy định những hành vi nào là bạo lực?", "textbook"),
    ("Cấm tiếp xúc là gì?", "textbook"),
    ("Tội hiếp dâm theo Điều 141 Bộ luật Hình sự", "textbook"),
    ("Phân biệt tự tử và bức tử trong luật hình sự", "textbook"),
    ("đang đánh giá tài sản chung của vợ chồng", "another word"),
    ("dang danh sach cong chuc", "another word, no marks"),
    ("đi đổ xăng bị phạt vì không đội mũ", "petrol for a motorbike"),
    ("luật đạo giáo và đảo Hoàng Sa", "đạo, đảo are not dao"),
    ("Tôi không muốn sống chung với chồng nữa, ly hôn được không", "living together"),
    ("toi khong muon song voi chong nua", "living together, no marks"),
    ("Chồng tôi không đánh tôi nhưng ngoại tình", "denied"),
    ("chồng chưa bao giờ đánh tôi, chỉ lười làm", "denied"),
    ("cứ từ từ rồi làm đơn", "từ từ"),
    ("cu tu tu roi lam don", "từ từ, no marks"),
    ("Bị nhốt xe thì lấy lại ở đâu", "a vehicle"),
    ("thủ tục giết mổ gia súc tại nhà", "cattle"),
    ("hiệp hội doanh nghiệp nữ", "hiệp"),
    ("Tiền cấp dưỡng nuôi con mỗi tháng bao nhiêu", "plain"),
    ("xin cấp cứu trợ xã hội cho mẹ già", "plain"),
    ("đánh bạc bị phạt thế nào", "another word"),
    ("tự tử có được hưởng bảo hiểm nhân thọ không", "textbook"),
    ("tội giam giữ người trái pháp luật", "textbook"),
    ("dao động kinh tế", "another word"),
    ("Xin chào", "greeting"),
    ("", "empty"),
]


@pytest.mark.parametrize(("question", "why"), EMERGENCY, ids=[q for q, _ in EMERGENCY])
def test_emergency(question: str, why: str) -> None:
    assert assess(question).level is Danger.EMERGENCY, why


@pytest.mark.parametrize(("question", "why"), CONCERN, ids=[q for q, _ in CONCERN])
def test_concern(question: str, why: str) -> None:
    assert assess(question).level is Danger.CONCERN, why


@pytest.mark.parametrize(("question", "why"), NONE, ids=[q for q, _ in NONE])
def test_none(question: str, why: str) -> None:
    assert assess(question).level is Danger.NONE, why
    assert assess(question).message is None


@pytest.mark.parametrize("question", [q for q, _ in EMERGENCY])
def test_danger_is_seen_without_marks(question: str) -> None:
    assert assess(fold(question)).level is not Danger.NONE
    assert assess(question.upper()).level is Danger.EMERGENCY


@pytest.mark.parametrize("question", [q for q, _ in EMERGENCY + CONCERN])
def test_card_gives_options_and_no_number(question: str) -> None:
    message = assess(question).message
    assert message and not re.search(r"\d", message)
    for forbidden in ("hòa giải", "đối mặt", "ghi âm", "bỏ đi ngay", "phải ", "tha thứ", "tư vấn"):
        assert forbidden not in message.replace("không phải", "").replace("phải chịu", "")


def test_perils_choose_the_help() -> None:
    assert Peril.CHILD in assess("con bị đánh").perils
    assert Peril.FIRE in assess("chồng đòi đốt nhà").perils
    assert Peril.SELF_HARM in assess("tôi không muốn sống nữa").perils


@given(st.text(max_size=300))
def test_any_text_is_assessed(text: str) -> None:
    assert assess(text).level in Danger
