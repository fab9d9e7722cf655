"""A wrong setting stops the start with one sentence that names the variable."""

import re
from pathlib import Path

import pytest

from bot import settings
from bot.errors import SettingsError
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAabcdefghijklmnop"


@pytest.fixture(autouse=True)
def _no_env_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def test_nothing_set_is_enough() -> None:
    loaded = settings.load()
    assert loaded.bot_token is None
    assert loaded.telegram_api_base == "https://api.telegram.org"
    assert loaded.database_url == "sqlite:///var/okienko.db"
    assert loaded.webchat
    assert loaded.host == "127.0.0.1"


def test_good_values_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": "http://127.0.0.1:8081/",
        "ADMIN_IDS": "12, 34",
        "CENTRES": "koszalin, dobczyce",
        "WEBHOOK_URL": "https://okienko.example.pl",
        "WEBHOOK_SECRET": "s3cret_-",
        "WEBCHAT": "false",
        "PORT": "9000",
    }.items():
        monkeypatch.setenv(name, value)
    loaded = settings.load()
    assert loaded.bot_token is not None
    assert loaded.bot_token.get_secret_value() == TOKEN
    assert loaded.telegram_api_base == "http://127.0.0.1:8081"
    assert loaded.admin_ids == {12, 34}
    assert loaded.centres == ("koszalin", "dobczyce")
    assert not loaded.webchat
    assert loaded.port == 9000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "no token"),
        ("BOT_TOKEN", "123456789:short"),
        ("TELEGRAM_API_BASE", "api.telegram.org"),
        ("TELEGRAM_API_BASE", "ftp://example.org"),
        ("DATABASE_URL", "mysql://here"),
        ("WEBHOOK_URL", "okienko.example.pl"),
        ("ADMIN_IDS", "anna"),
        ("ADMIN_IDS", "12;34"),
        ("WEBCHAT", "perhaps"),
        ("PORT", "http"),
        ("PORT", "70000"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_wrong_value_gives_one_sentence_with_its_name(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        settings.load()
    sentence = str(caught.value)
    assert sentence.startswith(f"{name} ")
    assert "\n" not in sentence
    assert len(sentence) < 160


@pytest.mark.parametrize("secret", ["", "with space", "ż", "x" * 257])
def test_a_webhook_needs_a_secret_that_telegram_takes(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://okienko.example.pl")
    monkeypatch.setenv("WEBHOOK_SECRET", secret)
    with pytest.raises(SettingsError, match=r"^WEBHOOK_SECRET "):
        settings.load()


def test_a_wrong_secret_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "planted but wrong")
    with pytest.raises(SettingsError) as caught:
        settings.load()
    assert "planted" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_secrets_do_not_show_when_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("SECRET_KEY", "planted-secret-key-of-forty-characters-xx")
    assert "AAabc" not in repr(settings.load())
    assert "planted" not in repr(settings.load())


def test_an_env_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PORT=9001\n", "utf-8")
    assert settings.load().port == 9001


def test_the_example_lists_every_setting_and_nothing_else() -> None:
    listed = re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(name.upper() for name in Settings.model_fields)


def test_the_example_as_it_stands_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes((ROOT / ".env.example").read_bytes())
    with_example = settings.load()
    (tmp_path / ".env").unlink()
    assert with_example == settings.load()
