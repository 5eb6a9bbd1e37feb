"""Invented laws by the dozen, and the command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ASKED = "tưới rau vườn 2 lần 3"


def write_laws(folder: Path, count: int, articles: int = 4) -> Path:
    """Laws 1/2031/QH99, 2/2031/QH99 … as files that are quickly read."""
    folder.mkdir(exist_ok=True)
    for number in range(1, count + 1):
        head = f"---\nnumber: {number}/2031/QH99\ntype: Luật\ntitle: Vườn số {number}\nin_force_from: 2020-07-01\n---\n"
        body = "".join(
            f"Điều {n}. Việc thứ {n} của vườn {number}\n1. Người giữ vườn {number} tưới rau lần {n} mỗi ngày.\n"
            f"2. Đuổi gà ra khỏi vườn trong {n} giờ.\n"
            for n in range(1, articles + 1)
        )
        (folder / f"vuon-{number}.md").write_text(head + body, encoding="utf-8")
    return folder


def hoiluat(*words: str, prefix: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command without the starter corpus; `prefix` is Python that is run before it, in its process."""
    run = "import sys\nfrom cli.main import main\nif __name__ == '__main__': sys.exit(main(sys.argv[1:]))"
    code = f"from api.house import House\nHouse.furnish = lambda *_, **__: None\n{prefix}\n{run}"
    return subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, env=os.environ)
