"""Bars and a few numbers as one picture for a phone."""

import io
from collections.abc import Sequence
from typing import Final, Protocol

from bot.papers.poster import FONTS

INCHES: Final = (7.2, 8.0)
DOTS: Final = 150
"""A inch: 1080 by 1200 points."""
_INK: Final = "#141414"
_GREY: Final = "#5f5f5f"
_BAND: Final = "#004c5c"
_FRAME: Final = {"left": 0.34, "right": 0.96, "top": 0.9, "bottom": 0.06, "hspace": 0.25}
_FEWEST_BARS: Final = 3


class Bars(Protocol):
    """Ready words; a bar is its name, its length and the number as it may be told."""

    @property
    def title(self) -> str: ...
    @property
    def bars_title(self) -> str: ...
    @property
    def bars(self) -> Sequence[tuple[str, int, str]]: ...
    @property
    def numbers_title(self) -> str: ...
    @property
    def numbers(self) -> Sequence[tuple[str, str]]: ...
    @property
    def note(self) -> str: ...


def bars_png(what: Bars) -> bytes:
    """The picture as PNG. Every number stands as a number, too."""
    # heavy, and only a report needs it
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    # Nothing of matplotlib's own state is changed: two pictures may be drawn at once.
    plain, bold = (FontProperties(fname=FONTS / f"Roboto-{style}.ttf") for style in ("Regular", "Bold"))
    figure = Figure(figsize=INCHES, dpi=DOTS, facecolor="white")
    FigureCanvasAgg(figure)
    heights = [len(what.numbers), max(_FEWEST_BARS, len(what.bars))]
    first, second = figure.subplots(2, 1, height_ratios=heights, gridspec_kw=_FRAME)
    figure.suptitle(what.title, fontproperties=bold, fontsize=15, color=_BAND, y=0.975)
    for axes, title in ((first, what.numbers_title), (second, what.bars_title)):
        axes.set_title(title, loc="left", fontproperties=bold, fontsize=13, x=-0.5)
        for spine in axes.spines.values():
            spine.set_visible(False)
        axes.tick_params(which="both", length=0)
        axes.set_xticks([])
    first.set_yticks([])
    for place, (name, value) in enumerate(what.numbers):
        down = 1 - (place + 0.5) / len(what.numbers)
        for at, text, font in ((-0.5, name, plain), (0.55, value, bold)):
            first.text(
                at, down, text, transform=first.transAxes, fontproperties=font, fontsize=12, va="center", color=_INK
            )
    names = [name for name, _, _ in what.bars]
    second.barh(range(len(names)), [length for _, length, _ in what.bars], color=_BAND, height=0.6)
    second.set_yticks(range(len(names)), names, fontproperties=plain, fontsize=12)
    second.invert_yaxis()
    second.margins(x=0.1)
    for place, (_, length, said) in enumerate(what.bars):
        second.annotate(
            said,
            (length, place),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            fontproperties=plain,
            fontsize=12,
            color=_INK,
        )
    if not names:
        second.text(0, 0.5, "–", transform=second.transAxes, fontproperties=plain, fontsize=13, color=_GREY)
    figure.supxlabel(what.note, fontproperties=plain, fontsize=8.5, color=_GREY, y=0.012)
    out = io.BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()
