"""Settings: the environment before the file before the default; a bad value is named with its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.settings import TABLE, InvalidSetting, RateLimit, read_settings


def test_nothing_set_gives_the_defaults(tmp_path: Path) -> None:
    settings = read_settings({}, tmp_path / "none.toml")
    assert settings.home == Path("./.hoiluat")
    assert settings.rate_limit == RateLimit(30, 60)
    assert settings.embedding_model == ""


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "hoiluat.toml"
    file.write_text('home = "/a"\nrate_limit = "off"\n', encoding="utf-8")
    settings = read_settings({"HOILUAT_HOME": "/b"}, file)
    assert settings.home == Path("/b")
    assert settings.rate_limit is None


@pytest.mark.parametrize(
    ("environment", "file", "named"),
    [
        ({"HOILUAT_RATE_LIMIT": "many"}, "", "many"),
        ({"HOILUAT_RATE_LIMIT": "0/minute"}, "", "0/minute"),
        ({"HOILUAT_LLM_MODEL": "x"}, "", "HOILUAT_LLM_BASE_URL"),
        ({"HOILUAT_JUDGE_BASE_URL": "http://127.0.0.1:1/v1"}, "", "HOILUAT_JUDGE_MODEL"),
        ({}, "hoome = 1", "hoome"),
        ({}, "home = = 1", "hoiluat.toml"),
    ],
)
def test_a_bad_value_is_named(environment: dict[str, str], file: str, named: str, tmp_path: Path) -> None:
    path = tmp_path / "hoiluat.toml"
    path.write_text(file, encoding="utf-8")
    with pytest.raises(InvalidSetting, match=named):
        read_settings(environment, path)


def test_secrets_stay_out_of_what_is_printed(tmp_path: Path) -> None:
    environment = {s.name: "k3y-secret" for s in TABLE if s.secret}
    assert "k3y-secret" not in repr(read_settings(environment, tmp_path / "none.toml"))


def test_every_setting_says_what_it_means() -> None:
    assert all(setting.meaning and setting.name.startswith("HOILUAT_") for setting in TABLE)
