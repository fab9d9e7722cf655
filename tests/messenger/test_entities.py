"""Parse modes: text, entities and their UTF-16 offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messenger.entities import formatted, units
from bot.messenger.refusals import Refusal

Found = list[tuple[str, int, int]]


def _parsed(text: str, mode: str | None) -> tuple[str, Found]:
    shown, entities = formatted(text, mode)
    return shown, [(e["type"], e["offset"], e["length"]) for e in entities]


HTML: list[tuple[str, str, Found]] = [
    ("<b>Ż</b>ółw", "Żółw", [("bold", 0, 1)]),
    ("🪟<i>a</i>", "🪟a", [("italic", 2, 1)]),
    ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("<STRONG>a</strong><em>b</em><ins>c</ins><del>d</del>", "abcd",
     [("bold", 0, 1), ("italic", 1, 1), ("underline", 2, 1), ("strikethrough", 3, 1)]),
    ("<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span>", "ab", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
    ("1 &lt; 2 &amp;&amp; &quot;x&quot; &#379;&#x1F600; &nbsp; & co", '1 < 2 && "x" Ż😀 &nbsp; & co', []),
    ("<pre><code class=\"language-python\">x = 1</code></pre>", "x = 1", [("pre", 0, 5)]),
    ("<code>/start</code> /start", "/start /start", [("code", 0, 6), ("bot_command", 7, 6)]),
    ("<a href=\"tel:112\">112</a> <a href='example.com'>x</a>", "112 x", [("text_link", 4, 1)]),
    ("<blockquote expandable>a\nb</blockquote>", "a\nb", [("expandable_blockquote", 0, 3)]),
    ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
    ("a\x00b\rc", "a bc", []),
]  # fmt: skip
MARKDOWN: list[tuple[str, str, Found]] = [
    ("*Ż*ółw", "Żółw", [("bold", 0, 1)]),
    ("🪟_a_", "🪟a", [("italic", 2, 1)]),
    ("*a _b_*", "a b", [("bold", 0, 3), ("italic", 2, 1)]),
    ("__a__ ~b~ ||c||", "a b c", [("underline", 0, 1), ("strikethrough", 2, 1), ("spoiler", 4, 1)]),
    ("`a*b_c` 1\\.5 \\\\", "a*b_c 1.5 \\", [("code", 0, 5)]),
    ("```python\nx = 1\n```", "x = 1", [("pre", 0, 5)]),
    ("[tu](http://example\\.com/a\\)b)", "tu", [("text_link", 0, 2)]),
    (">raz\n>dwa\ntrzy", "raz\ndwa\ntrzy", [("blockquote", 0, 7)]),
    (">raz\n>dwa||", "raz\ndwa", [("expandable_blockquote", 0, 7)]),
]
PLAIN: list[tuple[str, Found]] = [
    ("/start c-koszalin", [("bot_command", 0, 6)]),
    ("/pomoc@okienko_bot", [("bot_command", 0, 18)]),
    ("km/h i/lub 1/2", []),
    ("🪟 biuro@example.org, https://example.org/a?b=c.", [("email", 3, 17), ("url", 22, 25)]),
    ("@okienko #pomoc +48 600 700 800", [("mention", 0, 8), ("hashtag", 9, 6), ("phone_number", 16, 15)]),
    ("#1 #", []),
]


@pytest.mark.parametrize(("source", "text", "found"), HTML)
def test_html(source: str, text: str, found: Found) -> None:
    assert _parsed(source, "html") == (text, found)


@pytest.mark.parametrize(("source", "text", "found"), MARKDOWN)
def test_markdown_v2(source: str, text: str, found: Found) -> None:
    assert _parsed(source, "MarkdownV2") == (text, found)


@pytest.mark.parametrize(("source", "found"), PLAIN)
def test_what_is_found_in_plain_text(source: str, found: Found) -> None:
    assert _parsed(source, None) == (source, found)


def test_legacy_markdown() -> None:
    assert _parsed("*a* _b_ `c` [d](example.com) \\_ 1.", "Markdown") == (
        "a b c d _ 1.",
        [("bold", 0, 1), ("italic", 2, 1), ("code", 4, 1), ("text_link", 6, 1)],
    )


@given(
    st.text(alphabet="ab Ż🪟<>/&;*_~|`[]()!\\\n>#x1\"'= biacodepre", max_size=60),
    st.sampled_from(["HTML", "MarkdownV2", "Markdown"]),
)
def test_whatever_is_written_is_parsed_or_refused(source: str, mode: str) -> None:
    try:
        text, entities = formatted(source, mode)
    except Refusal:
        return
    for entity in entities:
        assert entity["length"] > 0
        assert 0 <= entity["offset"] <= entity["offset"] + entity["length"] <= units(text)
