"""A card's web and e-mail addresses are such, or the file is refused."""

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.catalogue.model import Email, Url


@pytest.mark.parametrize("url", ["https://example.org", "http://www.example.org/a?b=c#d", "HTTPS://example.org:8443/"])
def test_a_web_address_is_taken(url: str) -> None:
    assert TypeAdapter(Url).validate_python(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "tg://user?id=1",
        "www.example.org",
        "https://",
        "https://a b.pl",
        "https://x@evil.org",
        "",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(ValidationError, match="is not a web address"):
        TypeAdapter(Url).validate_python(url)


@pytest.mark.parametrize("email", ["cus@example.org", "a.b+c@sub.example.org"])
def test_an_e_mail_address_is_taken(email: str) -> None:
    assert TypeAdapter(Email).validate_python(email) == email


@pytest.mark.parametrize("email", ["cus", "cus@", "@example.org", "cus@example", "a b@example.org", "a@b@c.pl", ""])
def test_what_is_no_e_mail_address_is_refused(email: str) -> None:
    with pytest.raises(ValidationError, match="is not an e-mail address"):
        TypeAdapter(Email).validate_python(email)
