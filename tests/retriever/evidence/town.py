"""Units of an invented town's rules, to count words in."""

from retriever.unit import Unit


def unit(ref: str, title: str, text: str) -> Unit:
    """A unit `document#article__clause`."""
    article = ref.partition("__")[0]
    return Unit(ref, article, article.partition("#")[0], title, text)


DOGS = [
    unit("1/QC#1__1", "Điều 1. Nuôi chó — Quy chế thị trấn", "Chủ nuôi chó phải đăng ký với thị trấn."),
    unit("1/QC#1__2", "Điều 1. Nuôi chó — Quy chế thị trấn", "Chó ra đường phải đeo rọ mõm."),
    unit("1/QC#2", "Điều 2. Tiếng ồn — Quy chế thị trấn", "Không làm ồn sau 22 giờ, kể cả tiếng chó sủa."),
]
TREES = [
    unit("2/QC#1", "Điều 1. Trồng cây — Quy chế cây xanh", "Mỗi nhà trồng một cây trước cửa."),
    unit("2/QC#2", "Điều 2. Chặt cây — Quy chế cây xanh", "Muốn chặt cây phải xin phép thị trấn."),
]
TOWN = {"1/QC": DOGS, "2/QC": TREES}
