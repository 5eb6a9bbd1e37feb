"""The page in a real browser, where one is installed: asking, reading a source, leaving."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from api.http.app import create_app
from tests.api.twins import TwinHouse

webdriver = pytest.importorskip("selenium.webdriver")
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed")
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(TwinHouse()), log_config=None))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(str(Path(DRIVER or "")))
    made = webdriver.Chrome(options=options, service=service)
    yield made
    made.quit()


def size(browser: Any, width: int, height: int) -> None:
    shape = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", shape)


def until(found: Any, seconds: float = 10) -> Any:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := found():
            return value
        time.sleep(0.05)
    raise AssertionError("it did not come")


def ask(browser: Any, address: str, question: str) -> None:
    browser.get(address)
    browser.find_element("id", "question").send_keys(question)
    browser.find_element("id", "send").click()
    until(lambda: browser.find_element("id", "disclosure").text)


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)])
def test_an_answer_opens_its_source(browser: Any, address: str, width: int, height: int) -> None:
    size(browser, width, height)
    ask(browser, address, "Hồ sơ mượn vườn gồm những gì?")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    browser.execute_script("document.querySelector('#text .marker').click()")
    place = "#text .source" if width < 500 else "#sources .source.here"
    shown = until(lambda: browser.find_elements("css selector", place))[0]
    assert "Đơn mượn vườn theo mẫu;" in shown.text and "nguyên văn" in shown.text
    assert "mượn" not in browser.current_url
    assert not [line for line in browser.get_log("browser") if line["level"] == "SEVERE"]


def test_danger_shows_help_first(browser: Any, address: str) -> None:
    size(browser, 360, 740)
    ask(browser, address, "chồng đang đánh tôi, tôi trả vườn")
    lines = [a.get_attribute("href") for a in browser.find_elements("css selector", "#safety a.line")]
    assert lines == ["tel:113", "tel:115", "tel:111"]


def test_leaving_takes_the_words_away(browser: Any, address: str) -> None:
    ask(browser, address, "trả vườn khi nào")
    before = browser.execute_script("return history.length")
    escape = "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))"
    browser.execute_script(f"{escape}; {escape}")
    until(lambda: "vườn" not in browser.page_source)
    assert browser.execute_script("return history.length") == before
    assert browser.execute_script("try { return localStorage.length } catch { return 0 }") == 0
