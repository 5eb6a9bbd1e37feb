"""Preparing the model by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.main import main


@pytest.mark.parametrize(("setting", "said"), [("none", "chỉ tìm theo từ"), ("hashing", "sẵn sàng")])
def test_it_says_what_is_ready(
    setting: str, said: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOILUAT_EMBEDDING_MODEL", setting)
    assert main(["model"]) == 0
    assert said in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_a_sentence(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOILUAT_EMBEDDING_MODEL", "/khong/co/mo-hinh")
    assert main(["model"]) == 1
    assert "HOILUAT_EMBEDDING_MODEL" in capsys.readouterr().err
