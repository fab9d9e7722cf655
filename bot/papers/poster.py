"""One A4 sheet for a notice board: what there is, for whom, and a QR code that opens it on a phone."""

import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.errors import OkienkoError

if TYPE_CHECKING:
    from fpdf import FPDF
    from PIL.Image import Image

FONTS: Final = Path(__file__).parent / "fonts"
FONT: Final = "Roboto"

MARGIN: Final = 18.0
WIDTH: Final = 210.0 - 2 * MARGIN
"""Millimetres, as everything here."""
QR_SIDE: Final = 62.0
TOP: Final = 36.0
GAP: Final = 8.0
BOTTOM: Final = 297.0 - MARGIN
QR_TOP: Final = BOTTOM - QR_SIDE - 13
LOWEST_PICTURE: Final = 50.0
HIGHEST_PICTURE: Final = 120.0
"""A picture lower than the one is left out for the words, none is higher than the other."""
LARGEST_PICTURE: Final = 40_000_000
"""Pixels; a messenger's photo has five million at most."""
PRINTED: Final = 1800
"""Pixels of a picture's longer side on paper: some 260 dpi over the whole width."""
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
    picture: bytes | None = None
    """A JPEG or PNG above the title; left out where it would take the words' place."""

    @property
    def words(self) -> dict[str, Any]:
        """Everything but the picture, as JSON takes it: `reprinted` takes it back."""
        return {name: value for name, value in asdict(self).items() if name != "picture"}


def poster_pdf(poster: Poster, made_at: datetime) -> bytes:
    """The sheet as a PDF; ``made_at`` (aware) stands in its properties.

    Signs that the sheet's letters do not have (emoji) are left out. Raises `OkienkoError` where the words do
    not fit one page even in the smallest letters, for a writing that cannot be printed, and for a picture that
    is none.
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
        font = pdf.fonts[FONT.lower()]
        assert isinstance(font, TTFFont)
        poster = _printable(poster, font.cmap)
        picture = _opened(poster.picture) if poster.picture else None
        pdf.add_page()
        need = LOWEST_PICTURE + GAP if picture else 0.0
        most = QR_TOP - 6 - _words(pdf, poster, SCALES[-1], draw=False)
        if most < 0:
            raise OkienkoError("poster-too-long")
        if most < need:
            need, picture = 0.0, None
        scale, free = next(
            (s, free) for s in SCALES if (free := QR_TOP - 6 - _words(pdf, poster, s, draw=False)) >= need
        )
        _band(pdf, poster)
        top = TOP
        if picture:
            top += _picture(pdf, picture, min(free - GAP, HIGHEST_PICTURE)) + GAP
        _words(pdf, poster, scale, top, draw=True)
        _code(pdf, poster)
        return bytes(pdf.output())
    finally:
        for font in pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()  # fpdf2 leaves the files open


def reprinted(words: Mapping[str, Any], picture: bytes, made_at: datetime) -> bytes:
    """The sheet of `Poster.words` with a picture. Raises as `poster_pdf`."""
    return poster_pdf(Poster(**words, picture=picture), made_at)


def _printable(poster: Poster, letters: Mapping[int, Any]) -> Poster:
    """The same without signs that the letters do not have. Raises `OkienkoError` where words would be lost."""
    unknown: dict[str, None] = {}

    def clean(text: str) -> str:
        kept = []
        for sign in unicodedata.normalize("NFC", text).replace("\u202f", "\u00a0"):
            if ord(sign) in letters or sign.isspace():
                kept.append(sign)
            elif sign.isalnum():
                unknown[sign] = None
        return "\n".join(re.sub(" {2,}", " ", line).strip() for line in "".join(kept).split("\n")).strip()

    cleaned = replace(
        poster,
        centre=clean(poster.centre),
        title=clean(poster.title),
        what=clean(poster.what),
        facts=[(clean(label), clean(text)) for label, text in poster.facts],
        phone=(clean(poster.phone[0]), clean(poster.phone[1])) if poster.phone else None,
        warning=clean(poster.warning) if poster.warning else None,
        source=clean(poster.source),
    )
    if unknown:
        raise OkienkoError("poster-letters", letters=", ".join(list(unknown)[:5]))
    return cleaned


def _opened(data: bytes) -> "Image":
    """A picture, upright, without what a camera wrote into it. Raises `OkienkoError` for what is none."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as found:
            if found.width * found.height > LARGEST_PICTURE:
                raise OkienkoError("poster-picture")
            upright = ImageOps.exif_transpose(found)
            upright.thumbnail((PRINTED, PRINTED))
            paper = Image.new("RGB", upright.size, "white")  # what is transparent is white on paper
            shape = upright.convert("RGBA")
            paper.paste(shape, mask=shape.getchannel("A"))
            return paper
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise OkienkoError("poster-picture") from None


def _picture(pdf: "FPDF", picture: "Image", highest: float) -> float:
    """Draw it in the middle of the width, as large as there is room; its height."""
    height = min(WIDTH * picture.height / picture.width, highest)
    width = height * picture.width / picture.height
    pdf.set_image_filter("DCTDecode")
    pdf.image(picture, MARGIN + (WIDTH - width) / 2, TOP, width, height)
    return height


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


def _words(pdf: "FPDF", poster: Poster, scale: float, y: float = TOP, *, draw: bool) -> float:
    """Write everything above the code, from ``y`` on; where it ends. Without ``draw`` only measure."""

    def write(text: str, size: float, style: str = "", colour: tuple[int, int, int] = _INK, gap: float = 0) -> None:
        nonlocal y
        pdf.set_font(FONT, style, size * scale)
        pdf.set_text_color(*colour)
        pdf.set_xy(MARGIN, y)
        line = size * scale * _POINT * _LINE
        lines = pdf.multi_cell(WIDTH, line, _unbroken(text), align="L", dry_run=not draw, output="LINES")
        y += len(lines) * line + gap * scale  # type: ignore[arg-type]

    write(poster.title, _title_size(pdf, poster.title, 50 * scale) / scale, "B", gap=4)
    if poster.what:
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
