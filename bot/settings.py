"""Settings, from the environment or a `.env` file. `.env.example` explains each to a centre."""

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

TELEGRAM_API = "https://api.telegram.org"


class Settings(BaseSettings):
    """What one installation needs to know. Wrong values stop the start (see `load`)."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True, frozen=True)

    bot_token: SecretStr | None = None
    telegram_api_base: str = TELEGRAM_API
    database_url: str = "sqlite:///var/okienko.db"
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    centres: Annotated[tuple[str, ...], NoDecode] = ()
    webchat: bool = True
    page_url: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    secret_key: SecretStr | None = None
    data_dir: Path = Path(__file__).parent.parent / "data"
    var_dir: Path = Path("var")
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split_numbers(cls, value: object) -> object:
        if isinstance(value, str):
            parts = [part.strip() for part in value.split(",") if part.strip()]
            if not all(part.isdigit() for part in parts):
                raise ValueError("must be numbers separated by commas, like 123456789,987654321")
            return frozenset(int(part) for part in parts)
        return value

    @field_validator("centres", mode="before")
    @classmethod
    def _split_names(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("bot_token")
    @classmethod
    def _token_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            number, _, rest = value.get_secret_value().partition(":")
            if not (number.isdigit() and len(rest) >= 10 and " " not in rest):
                raise ValueError("must look like 123456789:AA…, as BotFather gives it")
        return value

    @field_validator("telegram_api_base", "webhook_url", "page_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None:
            parts = urlsplit(value)
            if parts.scheme not in ("http", "https") or not parts.netloc:
                raise ValueError("must be an address that begins with https:// (or http:// on this machine)")
            return value.rstrip("/")
        return value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < 32:
            raise ValueError("must have at least 32 characters: it signs the visitors' cookies")
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if not value.startswith(("sqlite:///", "postgresql://")):
            raise ValueError("must begin with sqlite:/// or postgresql://")
        return value

    @model_validator(mode="after")
    def _webhook_has_a_secret(self) -> "Settings":
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        if self.webhook_url and not secret:
            raise ValueError("WEBHOOK_SECRET must be set when WEBHOOK_URL is: it proves that updates are Telegram's")
        if secret and not (len(secret) <= 256 and all(c.isascii() and (c.isalnum() or c in "_-") for c in secret)):
            raise ValueError("WEBHOOK_SECRET may hold only letters A–Z, a–z, digits, _ and -, at most 256")
        return self


def load(**overrides: object) -> Settings:
    """Read the settings; keyword arguments (by field name) win over the environment.

    Raises `SettingsError` with one sentence that names the first wrong variable.
    """
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        message = str(first["msg"]).removeprefix("Value error, ")
        if first["loc"]:
            message = f"{str(first['loc'][0]).upper()} {message[0].lower()}{message[1:]}"
        raise SettingsError(message) from None
