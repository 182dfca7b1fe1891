"""How many articles of which publisher the graph holds, over time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import partial

from babel.dates import format_skeleton
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from kg.graph.store import GraphStore
from kg.query.result import Cell
from kg.views import facts
from kg.views.picture import Article
from kg.views.plots.chart import Chart, mark
from kg.views.plots.look import SERIES, quiet
from kg.views.plots.options import PlotOptions
from kg.views.plots.words import day, parse_day, short, texts

COLUMNS = ("period", "publisher", "articles")
#: days between the first and the last article up to which the bars are days, and then weeks
_DAYS, _WEEKS = 31, 210
Cells = list[tuple[dt.date, str, int]]


def chart(graph: GraphStore, options: PlotOptions) -> Chart:
    """Return the number of articles in each day, week or month."""
    articles = [facts.article(graph, iri) for iri in sorted(graph.articles())]
    asked = [one for one in articles if options.covers(one.published)]
    dated = [one for one in asked if parse_day(one.published)]
    unit = _unit(dated)
    counts = _counts(dated, unit, options)
    return Chart(
        texts(options.lang)["sources"],
        COLUMNS,
        [_row(*one, unit, options.lang) for one in counts],
        partial(_paint, counts=counts, unit=unit, lang=options.lang),
        4.2,
        len(asked) - len(dated),
    )


def _unit(articles: Iterable[Article]) -> str:
    """Return how wide a bar is: a day, a week or a month, by the time that the articles span."""
    days = [day for one in articles if (day := parse_day(one.published))]
    span = (max(days) - min(days)).days if days else 0
    return "day" if span <= _DAYS else "week" if span <= _WEEKS else "month"


def _counts(articles: Iterable[Article], unit: str, options: PlotOptions) -> Cells:
    words = texts(options.lang)
    names = Counter(one.publisher or words["unknown"] for one in articles)
    kept = {name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))[: options.top]}
    counts: Counter[tuple[dt.date, str]] = Counter()
    for one in articles:
        name = one.publisher or words["unknown"]
        when = parse_day(one.published)
        assert when is not None
        counts[_start(when, unit), name if name in kept else words["others"]] += 1
    return [(*key, counts[key]) for key in sorted(counts)]


def _start(when: dt.date, unit: str) -> dt.date:
    """Return the first day of the day's week or month.

    >>> _start(dt.date(2025, 9, 27), "week"), _start(dt.date(2025, 9, 27), "month")
    (datetime.date(2025, 9, 22), datetime.date(2025, 9, 1))
    """
    if unit == "month":
        return when.replace(day=1)
    return when - dt.timedelta(days=when.weekday()) if unit == "week" else when


def _named(start: dt.date, unit: str, lang: str) -> str:
    return format_skeleton("yMMM", start, locale=lang) if unit == "month" else day(start, lang)


def _row(start: dt.date, publisher: str, count: int, unit: str, lang: str) -> tuple[Cell, ...]:
    return _named(start, unit, lang), publisher, count


def _paint(figure: Figure, counts: Cells, unit: str, lang: str) -> None:
    axes = figure.add_subplot()
    starts = sorted({start for start, _, _ in counts})
    totals = Counter[str]()
    for _, name, count in counts:
        totals[name] += count
    colours = {name: SERIES[number % len(SERIES)] for number, (name, _) in enumerate(totals.most_common())}
    heights = Counter[dt.date]()
    for number, (start, name, count) in enumerate(counts):
        (bar,) = axes.bar([starts.index(start)], [count], 0.7, heights[start], color=colours[name], ec="white", lw=0.6)
        bar.set_gid(mark(number))
        heights[start] += count
    step = max(1, len(starts) // 12)
    axes.set_xticks(range(0, len(starts), step), [_named(one, unit, lang) for one in starts[::step]],
                    rotation=30, ha="right")  # fmt: skip
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylabel(texts(lang)["articles"])
    quiet(axes, "y")
    handles = [axes.bar(0, 0, color=colour, label=short(name, 28)) for name, colour in colours.items()]
    figure.legend(handles=handles, loc="outside right upper", frameon=False, fontsize=8)
