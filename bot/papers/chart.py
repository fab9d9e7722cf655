"""The roster's numbers as one picture for a phone: topics as bars, hours of the week as tiles with their share."""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol

from bot.papers.poster import FONTS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INCHES: Final = (7.2, 10.2)
DOTS: Final = 150
"""A inch: 1080 by 1530 points, a phone held upright."""
_INK: Final = "#141414"
_GREY: Final = "#5f5f5f"
_BAND: Final = "#004c5c"
_FRAME: Final = {"left": 0.26, "right": 0.97, "top": 0.925, "bottom": 0.04}
"""Parts of the picture; fixed, because working them out takes longer than drawing."""
_WORKDAYS: Final = 5
_DARK: Final = 0.78
"""From here on white figures are read better than black ones."""
Cell = tuple[int, int]


class Chart(Protocol):
    """Ready words; shares from 0 to 1 by weekday and hour, what is not there stays empty."""

    @property
    def title(self) -> str: ...
    @property
    def topics_title(self) -> str: ...
    @property
    def topics(self) -> Sequence[tuple[str, int, str]]: ...
    @property
    def fill_title(self) -> str: ...
    @property
    def fill(self) -> Mapping[Cell, float]: ...
    @property
    def missed_title(self) -> str: ...
    @property
    def missed(self) -> Mapping[Cell, float]: ...
    @property
    def weekdays(self) -> Sequence[str]: ...
    @property
    def note(self) -> str: ...


def chart_png(chart: Chart) -> bytes:
    """The picture as PNG. Every share stands on its tile as a number: colour alone says nothing."""
    # heavy, and only a report needs it
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    # Nothing of matplotlib's own state is changed: two pictures may be drawn at once.
    plain, bold = (FontProperties(fname=FONTS / f"Roboto-{style}.ttf") for style in ("Regular", "Bold"))
    figure = Figure(figsize=INCHES, dpi=DOTS, facecolor="white")
    FigureCanvasAgg(figure)
    bars = max(2, len(chart.topics))
    hours = sorted({hour for _, hour in (*chart.fill, *chart.missed)}) or [9]
    down = range(hours[0], hours[-1] + 1)
    first, second, third = figure.subplots(
        3, 1, height_ratios=[bars * 0.8, len(down), len(down)], gridspec_kw=_FRAME | {"hspace": 0.32}
    )
    figure.suptitle(chart.title, fontproperties=bold, fontsize=15, color=_BAND, y=0.985)
    _bars(first, chart, plain, bold)
    for axes, title, shares, colours in (
        (second, chart.fill_title, chart.fill, "GnBu"),
        (third, chart.missed_title, chart.missed, "YlOrBr"),
    ):
        axes.set_title(title, loc="left", fontproperties=bold, fontsize=12)
        _tiles(axes, shares, chart.weekdays, down, colours, plain)
    figure.supxlabel(chart.note, fontproperties=plain, fontsize=9, color=_GREY, y=0.012)
    out = io.BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()


def _bars(axes: "Axes", chart: Chart, plain: Any, bold: Any) -> None:
    axes.set_title(chart.topics_title, loc="left", fontproperties=bold, fontsize=12)
    names = [name for name, _, _ in chart.topics]
    axes.barh(range(len(names)), [length for _, length, _ in chart.topics], color=_BAND, height=0.62)
    axes.set_yticks(range(len(names)), names, fontproperties=plain, fontsize=11)
    axes.invert_yaxis()
    axes.set_xticks([])
    axes.margins(x=0.08)
    for place, (_, length, said) in enumerate(chart.topics):
        axes.annotate(
            said,
            (length, place),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            fontproperties=plain,
            fontsize=11,
            color=_INK,
        )
    if not names:
        axes.text(0, 0.5, "–", transform=axes.transAxes, fontproperties=plain, fontsize=12, color=_GREY)
    _bare(axes)


def _tiles(
    axes: "Axes", shares: Mapping[Cell, float], weekdays: Sequence[str], down: range, colours: str, plain: Any
) -> None:
    """Weekdays across, hours down; Saturday and Sunday only where there is something."""
    days = max([_WORKDAYS, *(weekday + 1 for weekday, _ in shares)])
    grid = [[shares.get((day, hour), float("nan")) for day in range(days)] for hour in down]
    axes.imshow(grid, cmap=colours, vmin=0, vmax=1, aspect="auto")
    axes.set_xticks(range(days), weekdays[:days], fontproperties=plain, fontsize=11)
    axes.xaxis.tick_top()
    axes.set_yticks(range(len(down)), [f"{hour}:00" for hour in down], fontproperties=plain, fontsize=10)
    axes.set_xticks([day + 0.5 for day in range(days - 1)], minor=True)
    axes.set_yticks([place + 0.5 for place in range(len(down) - 1)], minor=True)
    axes.grid(which="minor", color="white", linewidth=3)
    for place, hour in enumerate(down):
        for day in range(days):
            if (share := shares.get((day, hour))) is not None:
                axes.text(
                    day,
                    place,
                    f"{share:.0%}",
                    ha="center",
                    va="center",
                    fontproperties=plain,
                    fontsize=11,
                    color="white" if share > _DARK else _INK,
                )
    _bare(axes)


def _bare(axes: "Axes") -> None:
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(which="both", length=0)
