"""Takes the pictures of the page for the documentation: `python -m tests.docs.page_picture`.

Needs Chromium and its driver. A fresh home is used, so that only the starter corpus can be in the picture, and only
answers that quote nothing but digests and cards are taken.
"""

import json
import signal
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.conftest import ROOT
from tests.docs.reader import environment, free_port

QUESTION = "Ly hôn thì ai được nuôi con?"
PICTURES = {"page.png": (1180, 1180), "phone.png": (390, 1180)}
"""File name and window (width, height in pixels)."""


def main() -> None:
    """Serve a fresh home, ask, and write each picture."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        serving = subprocess.Popen(
            ["hoiluat", "serve", "--port", str(port)], env=environment(HOILUAT_HOME=f"{folder}/home")
        )
        try:
            _wait(f"http://127.0.0.1:{port}")
            for name, size in PICTURES.items():
                _take(f"http://127.0.0.1:{port}", size, ROOT / "docs" / "pictures" / name)
        finally:
            serving.send_signal(signal.SIGINT)
            serving.wait(30)


def _wait(site: str, seconds: int = 600) -> None:
    """Wait until questions can be answered, and see that the answer may be shown."""
    for _ in range(seconds):
        try:
            with urllib.request.urlopen(f"{site}/health/ready") as reply:  # noqa: S310
                if reply.status == 200:
                    break
        except OSError:
            time.sleep(1)
    body = json.dumps({"question": QUESTION}).encode()
    request = urllib.request.Request(f"{site}/ask", body, {"Content-Type": "application/json"})  # noqa: S310
    with urllib.request.urlopen(request) as reply:  # noqa: S310
        answer: dict[str, Any] = json.load(reply)
    shown = [cited["origin"] for cited in answer["citations"]]
    assert shown and set(shown) <= {"digest", "card"}, f"{QUESTION} quotes {shown}"


def _take(site: str, size: tuple[int, int], file: Path) -> None:
    width, height = size
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--hide-scrollbars", "--lang=vi"):
        options.add_argument(argument)
    options.add_experimental_option("mobileEmulation", {"deviceMetrics": _metrics(width, height)})
    browser = webdriver.Chrome(options)
    try:
        browser.get(site)
        browser.find_element(By.ID, "question").send_keys(QUESTION)
        browser.find_element(By.ID, "send").click()
        WebDriverWait(browser, 60).until(lambda b: b.find_elements(By.CSS_SELECTOR, "#sources .source"))
        browser.execute_script("window.scrollTo({top: 0, behavior: 'instant'})")
        time.sleep(1)
        file.parent.mkdir(parents=True, exist_ok=True)
        browser.save_screenshot(str(file))
    finally:
        browser.quit()


def _metrics(width: int, height: int) -> dict[str, float | bool]:
    return {"width": width, "height": height, "pixelRatio": 1.0, "touch": width < 600, "mobile": width < 600}


if __name__ == "__main__":
    main()
