"""A month of duties on one sheet for the notice board: the same drawing as a PDF (A4, lying) and as a picture.

Measured in millimetres. The letters are as large as the fullest day allows; a day that is too full even for
the smallest says how many are left out, and the list in the chat has them all.
"""

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Protocol

from bot.papers.poster import FONT, FONTS

if TYPE_CHECKING:
    from fpdf import FPDF

WIDTH: Final = 297.0
HEIGHT: Final = 210.0
MARGIN: Final = 10.0
PIXELS: Final = 8
"""A millimetre of the picture: 2376 × 1680, sharp on a phone and on paper."""
SCALES: Final = (1.4, 1.3, 1.2, 1.1, 1.0, 0.92, 0.84, 0.76, 0.68, 0.6)

_HEAD: Final = 25.0
_NAMES: Final = 8.0
_FOOT: Final = 12.0
_POINT: Final = 25.4 / 72
_LINE: Final = 1.25
_PAD: Final = 2.0

Colour = tuple[int, int, int]
_INK: Final = (20, 20, 20)
_GREY: Final = (95, 95, 95)
_BAND: Final = (0, 76, 92)
_ONE_LETTER: Final = re.compile(r"(?<!\w)([aiouwzAIOUWZівузяІВУЗЯ]) ")
_WHITE: Final = (255, 255, 255)
_OFF: Final = (238, 238, 236)
_RULE: Final = (150, 160, 165)


class Turn(Protocol):
    """One duty: ready words."""

    @property
    def hours(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def where(self) -> str: ...


class Day(Protocol):
    """One day: its number, why it is off (empty when it is not), its duties."""

    @property
    def number(self) -> int: ...
    @property
    def off(self) -> str: ...
    @property
    def turns(self) -> Sequence[Turn]: ...


class Month(Protocol):
    """Ready words in one language; ``weeks`` hold a day or None for each of ``weekdays``."""

    @property
    def language(self) -> str: ...
    @property
    def centre(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def mark(self) -> str: ...
    @property
    def weekdays(self) -> Sequence[str]: ...
    @property
    def weeks(self) -> Sequence[Sequence[Day | None]]: ...
    @property
    def foot(self) -> str: ...
    @property
    def more(self) -> str: ...


class _Canvas(Protocol):
    """What is drawn on. Sizes of letters are points, everything else millimetres."""

    def width(self, text: str, size: float, bold: bool) -> float: ...
    def text(self, x: float, baseline: float, text: str, size: float, bold: bool, colour: Colour) -> None: ...
    def box(self, x: float, y: float, w: float, h: float, fill: Colour | None, line: Colour | None) -> None: ...


def month_pdf(month: Month, made_at: datetime) -> bytes:
    """The sheet as a PDF; ``made_at`` (aware) stands in its properties."""
    from fpdf import FPDF  # heavy, and only those who print need it
    from fpdf.fonts import TTFFont

    pdf = FPDF(orientation="landscape", format="A4")
    pdf.set_creation_date(made_at)
    pdf.set_title(f"{month.title}, {month.centre}")
    pdf.set_lang(month.language)
    pdf.set_auto_page_break(False)
    for style, file in (("", "Roboto-Regular.ttf"), ("B", "Roboto-Bold.ttf")):
        pdf.add_font(FONT, style, FONTS / file)
    try:
        pdf.add_page()
        _draw(_Page(pdf), month)
        return bytes(pdf.output())
    finally:
        for font in pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()  # fpdf2 leaves the files open


def month_picture(month: Month) -> bytes:
    """The sheet as a PNG."""
    from PIL import Image

    image = Image.new("RGB", (round(WIDTH * PIXELS), round(HEIGHT * PIXELS)), _WHITE)
    _draw(_Picture(image), month)
    out = io.BytesIO()
    # 64 colours are enough for ink on paper, and a tenth of the bytes.
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


class _Page:
    def __init__(self, pdf: "FPDF") -> None:
        self._pdf = pdf

    def width(self, text: str, size: float, bold: bool) -> float:
        self._pdf.set_font(FONT, "B" if bold else "", size)
        return self._pdf.get_string_width(text)

    def text(self, x: float, baseline: float, text: str, size: float, bold: bool, colour: Colour) -> None:
        self._pdf.set_font(FONT, "B" if bold else "", size)
        self._pdf.set_text_color(*colour)
        self._pdf.text(x, baseline, text)

    def box(self, x: float, y: float, w: float, h: float, fill: Colour | None, line: Colour | None) -> None:
        if fill:
            self._pdf.set_fill_color(*fill)
        if line:
            self._pdf.set_draw_color(*line)
            self._pdf.set_line_width(0.25)
        self._pdf.rect(x, y, w, h, style=("D" if line else "") + ("F" if fill else ""))


class _Picture:
    def __init__(self, image: Any) -> None:
        from PIL import ImageDraw

        self._draw = ImageDraw.Draw(image)
        self._fonts: dict[tuple[float, bool], Any] = {}

    def width(self, text: str, size: float, bold: bool) -> float:
        return float(self._font(size, bold).getlength(text)) / PIXELS

    def text(self, x: float, baseline: float, text: str, size: float, bold: bool, colour: Colour) -> None:
        at = (x * PIXELS, baseline * PIXELS)
        self._draw.text(at, text, fill=colour, font=self._font(size, bold), anchor="ls")

    def box(self, x: float, y: float, w: float, h: float, fill: Colour | None, line: Colour | None) -> None:
        edges = (x * PIXELS, y * PIXELS, (x + w) * PIXELS, (y + h) * PIXELS)
        self._draw.rectangle(edges, fill=fill, outline=line, width=2)

    def _font(self, size: float, bold: bool) -> Any:
        from PIL import ImageFont

        if (size, bold) not in self._fonts:
            file = FONTS / ("Roboto-Bold.ttf" if bold else "Roboto-Regular.ttf")
            self._fonts[size, bold] = ImageFont.truetype(file, round(size * _POINT * PIXELS))
        return self._fonts[size, bold]


def _draw(on: _Canvas, month: Month) -> None:
    inner = WIDTH - 2 * MARGIN
    on.box(0, 0, WIDTH, _HEAD - 4, _BAND, None)
    size = 26.0
    while on.width(month.title, size, True) > inner * 0.6:
        size -= 1
    on.text(MARGIN, 14, month.title, size, True, _WHITE)
    side = 16.0
    while on.width(month.centre, side, False) > inner * 0.36:
        side -= 1
    on.text(WIDTH - MARGIN - on.width(month.centre, side, False), 14, month.centre, side, False, _WHITE)
    column, row = inner / len(month.weekdays), (HEIGHT - _HEAD - _NAMES - _FOOT - 2) / max(len(month.weeks), 1)
    for n, name in enumerate(month.weekdays):
        _fitted(on, MARGIN + n * column + _PAD, _HEAD + 5, name, 14, True, _BAND, column - 2 * _PAD)
    scale = next((s for s in SCALES if _all_fit(on, month, column, row, s)), SCALES[-1])
    for down, week in enumerate(month.weeks):
        for across, day in enumerate(week):
            x, y = MARGIN + across * column, _HEAD + _NAMES + down * row
            on.box(x, y, column, row, _OFF if day is None or day.off else _WHITE, _RULE)
            if day is not None:
                _day(on, day, x, y, column, row, scale, month.more)
    _fitted(on, MARGIN, HEIGHT - 7, month.foot, 12, False, _INK, inner - (70 if month.mark else 0))
    if month.mark:
        on.text(WIDTH - MARGIN - on.width(month.mark, 12, True), HEIGHT - 7, month.mark, 12, True, _GREY)


def _day(on: _Canvas, day: Day, x: float, y: float, column: float, row: float, scale: float, more: str) -> None:
    on.text(x + _PAD, y + 6.5, str(day.number), 15, True, _GREY if day.off else _BAND)
    if day.off:
        for n, line in enumerate(_broken(on, day.off, 10, False, column - 2 * _PAD - 9)[:3]):
            on.text(x + _PAD + 9, y + 6 + n * 4.2, line, 10, False, _GREY)
    turns = [_turn(on, turn, column, scale) for turn in day.turns]
    height = 10 * scale * _POINT * _LINE
    at, left = y + 8 + height, len(turns)
    for parts in turns:
        if at + (len(parts) - 1) * height > y + row - (height if left > 1 else 0):
            on.text(x + _PAD, y + row - 1.2, more.replace("{n}", str(left)), 10 * scale, True, _GREY)
            return
        for text, bold in parts:
            on.text(x + _PAD, at, text, 10 * scale, bold, _INK)
            at += height
        at += height * 0.2
        left -= 1


def _turn(on: _Canvas, turn: Turn, column: float, scale: float) -> list[tuple[str, bool]]:
    """The lines of a duty: hours in bold, then who and where, as few lines as they take."""
    size, room = 10 * scale, column - 2 * _PAD
    said = ", ".join(part for part in (turn.who, turn.where) if part)
    return [(turn.hours, True), *((line, False) for line in _broken(on, said, size, False, room))]


def _all_fit(on: _Canvas, month: Month, column: float, row: float, scale: float) -> bool:
    height = 10 * scale * _POINT * _LINE
    for week in month.weeks:
        for day in week:
            if day is None:
                continue
            lines = [_turn(on, turn, column, scale) for turn in day.turns]
            needed = sum(len(parts) + 0.2 for parts in lines) * height
            if needed > row - 9:
                return False
            if any(on.width(text, 10 * scale, bold) > column - 2 * _PAD for parts in lines for text, bold in parts):
                return False
    return True


def _broken(on: _Canvas, text: str, size: float, bold: bool, room: float) -> list[str]:
    """A text in lines of at most ``room``; a word is never broken, nor parted from a one-letter word before it."""
    lines: list[str] = []
    for word in _ONE_LETTER.sub("\\1\u00a0", text).split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and on.width(longer, size, bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fitted(
    on: _Canvas, x: float, baseline: float, text: str, size: float, bold: bool, colour: Colour, room: float
) -> None:
    while size > 6 and on.width(text, size, bold) > room:
        size -= 0.5
    on.text(x, baseline, text, size, bold, colour)
