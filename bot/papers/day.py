"""A day's hours on A4: one table for each adviser, big enough to be read at a window."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Protocol

from bot.papers.poster import FONT, FONTS, MARGIN, WIDTH

_INK: Final = (20, 20, 20)
_GREY: Final = (95, 95, 95)
_HEAD: Final = (226, 236, 238)
_BAND: Final = (0, 76, 92)
_TEXT: Final = 10.5
_LARGE: Final = 17.0
"""Points: a list in the hand, and one on a door."""
_LINE: Final = 0.46
"""Millimetres of a line for each point; all other lengths are millimetres."""


class Part(Protocol):
    """One adviser's hours."""

    @property
    def title(self) -> str: ...
    @property
    def rows(self) -> Sequence[Sequence[str]]: ...


class Paper(Protocol):
    """Ready words in one language; ``widths`` are parts of the whole, one a column."""

    @property
    def language(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def note(self) -> str: ...
    @property
    def columns(self) -> Sequence[str]: ...
    @property
    def widths(self) -> Sequence[float]: ...
    @property
    def parts(self) -> Sequence[Part]: ...
    @property
    def nothing(self) -> str: ...
    @property
    def large(self) -> bool: ...


def day_pdf(paper: Paper, made_at: datetime) -> bytes:
    """The day as a PDF; ``made_at`` (aware) stands in its properties. A table's heading stays with its rows."""
    from fpdf import FPDF  # heavy, and only those who print need it
    from fpdf.fonts import FontFace, TTFFont

    points = _LARGE if paper.large else _TEXT
    line = points * _LINE
    pdf = FPDF(format="A4")
    pdf.set_creation_date(made_at)
    pdf.set_title(paper.title)
    pdf.set_lang(paper.language)
    pdf.set_margin(MARGIN)
    pdf.set_auto_page_break(True, MARGIN)
    for style, file in (("", "Roboto-Regular.ttf"), ("B", "Roboto-Bold.ttf")):
        pdf.add_font(FONT, style, FONTS / file)
    try:
        pdf.add_page()
        pdf.set_text_color(*_INK)
        pdf.set_font(FONT, "B", max(20, points * 1.4))
        pdf.multi_cell(WIDTH, max(9, line * 1.4), paper.title, align="L", new_x="LMARGIN", new_y="NEXT")
        pdf.set_font(FONT, "", max(11, points * 0.8))
        pdf.set_text_color(*_GREY)
        pdf.multi_cell(WIDTH, max(6, line * 0.9), paper.note, align="L", new_x="LMARGIN", new_y="NEXT")
        if not paper.parts:
            pdf.ln(8)
            pdf.set_text_color(*_INK)
            pdf.multi_cell(WIDTH, line, paper.nothing, align="L", new_x="LMARGIN", new_y="NEXT")
        heading = FontFace(emphasis="BOLD", color=_INK, fill_color=_HEAD)
        for part in paper.parts:
            if pdf.will_page_break(6 * line):
                pdf.add_page()
            pdf.ln(6)
            pdf.set_font(FONT, "B", max(14, points * 1.2))
            pdf.set_text_color(*_BAND)
            pdf.cell(WIDTH, max(8, line * 1.3), part.title, new_x="LMARGIN", new_y="NEXT")
            pdf.set_font(FONT, "", points)
            pdf.set_text_color(*_INK)
            pdf.set_draw_color(*_GREY)
            with pdf.table(
                col_widths=tuple(width * WIDTH for width in paper.widths),
                line_height=line,
                borders_layout="HORIZONTAL_LINES",
                headings_style=heading,
                text_align="LEFT",
                padding=(1.4, 1.2),
            ) as table:
                for cells in (paper.columns, *part.rows):
                    row = table.row()
                    for cell in cells:
                        row.cell(cell.replace("\u202f", "\u00a0"))
        return bytes(pdf.output())
    finally:
        for font in pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()  # fpdf2 leaves the files open
