"""One A4 sheet for a notice board: what there is, for whom, and a QR code that opens it on a phone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.errors import OkienkoError

if TYPE_CHECKING:
    from fpdf import FPDF

FONTS: Final = Path(__file__).parent / "fonts"
FONT: Final = "Roboto"

MARGIN: Final = 18.0
WIDTH: Final = 210.0 - 2 * MARGIN
"""Millimetres, as everything here."""
QR_SIDE: Final = 62.0
BOTTOM: Final = 297.0 - MARGIN
QR_TOP: Final = BOTTOM - QR_SIDE - 13
QUIET_ZONE: Final = 4
"""White modules around the code (ISO/IEC 18004)."""
SCALES: Final = (1.3, 1.2, 1.1, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58)

_INK: Final = (20, 20, 20)
_GREY: Final = (95, 95, 95)
_BAND: Final = (0, 76, 92)
_LINE: Final = 1.28
_POINT: Final = 25.4 / 72
_ONE_LETTER: Final = re.compile(r"(?<!\w)([aiouwzAIOUWZ]) ")


@dataclass(frozen=True, slots=True)
class Poster:
    """Ready words in one language. ``facts`` are pairs of a label and a text, in order."""

    language: str
    centre: str
    title: str
    what: str
    facts: Sequence[tuple[str, str]]
    phone: tuple[str, str] | None
    """Label and number."""
    warning: str | None
    scan: str
    link: str
    link_words: str
    """What a person without a camera types: short, readable."""
    source: str


def poster_pdf(poster: Poster, made_at: datetime) -> bytes:
    """The sheet as a PDF; ``made_at`` (aware) stands in its properties.

    Raises `OkienkoError` where the words do not fit one page even in the smallest letters.
    """
    from fpdf import FPDF  # heavy, and only those who print need it
    from fpdf.fonts import TTFFont

    pdf = FPDF(format="A4")
    pdf.set_creation_date(made_at)
    pdf.set_title(poster.title)
    pdf.set_author(poster.centre)
    pdf.set_lang(poster.language)
    pdf.set_auto_page_break(False)
    pdf.set_margin(MARGIN)
    pdf.c_margin = 0
    for style, file in (("", "Roboto-Regular.ttf"), ("B", "Roboto-Bold.ttf")):
        pdf.add_font(FONT, style, FONTS / file)
    try:
        pdf.add_page()
        scale = next((s for s in SCALES if _words(pdf, poster, s, draw=False) <= QR_TOP - 6), None)
        if scale is None:
            raise OkienkoError("poster-too-long")
        _band(pdf, poster)
        _words(pdf, poster, scale, draw=True)
        _code(pdf, poster)
        return bytes(pdf.output())
    finally:
        for font in pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()  # fpdf2 leaves the files open


def _band(pdf: "FPDF", poster: Poster) -> None:
    """The centre's name over the whole width."""
    pdf.set_fill_color(*_BAND)
    pdf.rect(0, 0, 210, 24, style="F")
    pdf.set_text_color(255, 255, 255)
    pdf.set_font(FONT, "B", 17)
    while pdf.get_string_width(poster.centre) > WIDTH:
        pdf.set_font_size(pdf.font_size_pt - 0.5)
    pdf.set_xy(MARGIN, 0)
    pdf.cell(WIDTH, 24, poster.centre)


def _words(pdf: "FPDF", poster: Poster, scale: float, *, draw: bool) -> float:
    """Write everything above the code; where it ends. Without ``draw`` only measure."""
    y = 36.0

    def write(text: str, size: float, style: str = "", colour: tuple[int, int, int] = _INK, gap: float = 0) -> None:
        nonlocal y
        pdf.set_font(FONT, style, size * scale)
        pdf.set_text_color(*colour)
        pdf.set_xy(MARGIN, y)
        line = size * scale * _POINT * _LINE
        lines = pdf.multi_cell(WIDTH, line, _unbroken(text), align="L", dry_run=not draw, output="LINES")
        y += len(lines) * line + gap * scale  # type: ignore[arg-type]

    write(poster.title, _title_size(pdf, poster.title, 50 * scale) / scale, "B", gap=4)
    write(poster.what, 21, gap=7)
    for label, text in poster.facts:
        write(label, 13, "B", _GREY, gap=0.5)
        write(text, 18, gap=4.5)
    if poster.phone:
        label, number = poster.phone
        write(label, 13, "B", _GREY)
        write(number, 40, "B", gap=4)
    if poster.warning:
        y += 3 * scale
        before = y
        write(poster.warning, 15, "B")
        if draw:
            pdf.set_fill_color(*_BAND)
            pdf.rect(MARGIN - 5, before, 1.6, y - before, style="F")
    return y


def _title_size(pdf: "FPDF", title: str, points: float) -> float:
    """The largest letters, up to ``points``, in which a title takes two lines at most."""
    while points > 24:
        pdf.set_font(FONT, "B", points)
        if len(pdf.multi_cell(WIDTH, 1, _unbroken(title), align="L", dry_run=True, output="LINES")) <= 2:  # type: ignore[arg-type]
            break
        points -= 1
    return points


def _unbroken(text: str) -> str:
    """Polish typography: a line does not end with a one-letter word."""
    return _ONE_LETTER.sub("\\1\u00a0", text).replace("\u202f", "\u00a0")


def _code(pdf: "FPDF", poster: Poster) -> None:
    """The QR code with what to do with it, and at the very bottom the source."""
    import segno

    pdf.set_draw_color(*_BAND)
    pdf.set_line_width(0.8)
    pdf.line(MARGIN, QR_TOP, MARGIN + WIDTH, QR_TOP)
    rows = [bytes(row) for row in segno.make(poster.link, micro=False, error="m").matrix]
    module = QR_SIDE / (len(rows) + 2 * QUIET_ZONE)
    # The code's own white edge is its margin, so its black begins at the margin of the text.
    left, top = MARGIN - QUIET_ZONE * module, QR_TOP + 2
    pdf.set_fill_color(0, 0, 0)
    for number, row in enumerate(rows):
        start = 0
        while (start := row.find(1, start)) >= 0:
            end = row.find(0, start)
            end = len(row) if end < 0 else end
            x, y = left + (QUIET_ZONE + start) * module, top + (QUIET_ZONE + number) * module
            pdf.rect(x, y, (end - start) * module, module, style="F")
            start = end
    beside = MARGIN + QR_SIDE
    pdf.set_xy(beside, QR_TOP + 2 + QUIET_ZONE * module)
    pdf.set_text_color(*_INK)
    pdf.set_font(FONT, "B", 19)
    pdf.multi_cell(MARGIN + WIDTH - beside, 8.6, _unbroken(poster.scan), align="L")
    pdf.set_xy(beside, pdf.get_y() + 3)
    pdf.set_font(FONT, "", 14)
    pdf.multi_cell(MARGIN + WIDTH - beside, 6.2, poster.link_words, align="L")
    pdf.set_text_color(*_GREY)
    pdf.set_font(FONT, "", 9)
    pdf.set_xy(MARGIN, BOTTOM - 7)
    pdf.multi_cell(WIDTH, 4, _unbroken(poster.source), align="L")
