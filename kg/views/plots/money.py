"""Money between companies: who pays, who gets, how much; one panel for each currency, nothing converted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from kg.graph.store import GraphStore
from kg.query.result import Cell, Result
from kg.query.run import run
from kg.views.plots.chart import Chart, mark
from kg.views.plots.look import SERIES, status_colour
from kg.views.plots.options import PlotOptions
from kg.views.plots.words import label, money, short, texts

COLUMNS = ("from", "relation", "to", "amount", "status", "articles", "quote", "article")
#: relations whose subject gets the money: a supplier is paid, a fine and a suit run to who brings them
_RECEIVES = frozenset({"suppliesTo", "sells", "fines", "sues"})
#: statuses of money that may flow
_SHOWN = ("actual", "planned", "possible", "alleged")
#: inches: the line of text that each ribbon carries, the air between names, the thinnest ribbon
_LINE, _AIR, _THINNEST = 0.19, 0.12, 0.02


@dataclass(frozen=True, slots=True)
class Flow:
    """A sum from one to another, with the articles that tell of it."""

    payer: str
    relation: str
    payee: str
    amount: float
    currency: str
    status: str
    quote: str
    articles: tuple[str, ...]


def chart(graph: GraphStore, options: PlotOptions) -> Chart:
    """Return the largest flows of money in each currency."""
    answer = run(graph, "money-flows")
    assert isinstance(answer, Result)
    flows = list(_flows(row for row in answer.to_dicts() if options.covers(row.get("published"))))
    panels = _panels(flows, options.top)
    shown = [flow for panel in panels for flow in panel]
    return Chart(
        texts(options.lang)["money"],
        COLUMNS,
        [_row(flow, options.lang) for flow in shown],
        partial(_paint, panels=panels, lang=options.lang),
        0.8 + sum(_height(panel) for panel in panels),
        len(flows) - len(shown),
    )


def _flows(rows: Iterable[dict[str, Cell]]) -> Iterator[Flow]:
    """Yield one flow for all articles that tell of it, with the amount that most of them give."""
    told: dict[tuple[str, str, str, str, str], list[dict[str, Cell]]] = defaultdict(list)
    for row in rows:
        if "object" in row and row["status"] in _SHOWN and row["subject"] != row["object"]:
            ends = str(row["subject"]), str(row["object"])
            payer, payee = ends[::-1] if row["relation"] in _RECEIVES else ends
            told[payer, str(row["relation"]), payee, str(row.get("unit", "")), str(row["status"])].append(row)
    for (payer, relation, payee, currency, status), same in sorted(told.items()):
        amounts = Counter(_number(row["amount"]) for row in same)
        amount = max(amounts, key=lambda value: (amounts[value], value))
        articles = tuple(sorted({str(row["article"]) for row in same}))
        if amount > 0:
            yield Flow(payer, relation, payee, amount, currency, status, str(same[0]["quote"]), articles)


def _number(value: Cell) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _panels(flows: Iterable[Flow], top: int) -> list[list[Flow]]:
    """Return the largest flows of each currency, the currency with the most flows first."""
    by_currency: dict[str, list[Flow]] = defaultdict(list)
    for flow in sorted(flows, key=lambda one: (-one.amount, one.payer, one.payee)):
        if len(by_currency[flow.currency]) < top:
            by_currency[flow.currency].append(flow)
    return sorted(by_currency.values(), key=lambda panel: (-len(panel), panel[0].currency))


def _height(panel: list[Flow]) -> float:
    widths = _widths(panel)
    return 0.5 + max(_stacked(panel, widths, side)[1] for side in ("payer", "payee"))


def _row(flow: Flow, lang: str) -> tuple[Cell, ...]:
    amount, status = money(flow.amount, flow.currency, lang), label("status", flow.status, lang)
    relation = label("predicate", flow.relation, lang)
    return flow.payer, relation, flow.payee, amount, status, len(flow.articles), flow.quote, flow.articles[0]


def _paint(figure: Figure, panels: list[list[Flow]], lang: str) -> None:
    ratios = [_height(panel) for panel in panels]
    grid = figure.subplots(len(panels), height_ratios=ratios, squeeze=False)
    first = 0
    for (axes,), panel in zip(grid, panels, strict=True):
        _paint_panel(axes, panel, first, lang)
        first += len(panel)


def _paint_panel(axes: Axes, panel: list[Flow], first: int, lang: str) -> None:
    """Draw ribbons from payers on the left to payees on the right, as wide as the sum."""
    widths = _widths(panel)
    left, depth = _stacked(panel, widths, "payer")
    right, other_depth = _stacked(panel, widths, "payee")
    payers = list(dict.fromkeys(flow.payer for flow in panel))
    for number, (flow, width) in enumerate(zip(panel, widths, strict=True)):
        dashed = flow.status != "actual"
        ribbon = PathPatch(_ribbon(left[number], right[number], width), alpha=0.25 if dashed else 0.5,
                           fc=SERIES[payers.index(flow.payer) % len(SERIES)],
                           ec=status_colour(flow.status) if dashed else "none", ls="--")  # fmt: skip
        ribbon.set_gid(mark(first + number))
        axes.add_patch(ribbon)
        middle = (left[number] + right[number] + width) / 2
        words = f"{label('predicate', flow.relation, lang)} · {money(flow.amount, flow.currency, lang)}"
        axes.text(0.5, middle, words, ha="center", va="center", fontsize=7)
    _write_ends(axes, panel, widths, left, "payer")
    _write_ends(axes, panel, widths, right, "payee")
    axes.set_xlim(-0.45, 1.45)
    axes.set_ylim(-0.05, max(depth, other_depth))
    axes.invert_yaxis()
    axes.axis("off")
    if panel[0].currency:
        axes.set_title(short(panel[0].currency, 12), fontsize=9)


def _widths(panel: list[Flow]) -> list[float]:
    """Return the widths of the ribbons in inches, in proportion to the sums."""
    total, room = sum(flow.amount for flow in panel), min(0.3 + 0.25 * len(panel), 3)
    return [max(_THINNEST, room * flow.amount / total) for flow in panel]


def _stacked(panel: list[Flow], widths: list[float], side: str) -> tuple[list[float], float]:
    """Return where each ribbon begins on one side, and the depth of all: those of one name lie together."""
    names = list(dict.fromkeys(getattr(flow, side) for flow in panel))
    starts, place = [0.0] * len(panel), 0.0
    for name in names:
        for number, flow in enumerate(panel):
            if getattr(flow, side) == name:
                slot = max(widths[number], _LINE)
                starts[number] = place + (slot - widths[number]) / 2
                place += slot
        place += _AIR
    return starts, place


def _ribbon(left: float, right: float, width: float) -> Path:
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    above = [(0.0, left), (0.5, left), (0.5, right), (1.0, right)]
    below = [(x, y + width) for x, y in reversed(above)]
    return Path([*above, *below, (0.0, left)], codes)


def _write_ends(axes: Axes, panel: list[Flow], widths: list[float], starts: list[float], side: str) -> None:
    """Write each name beside the middle of its ribbons."""
    spans: dict[str, tuple[float, float]] = {}
    for flow, start, width in zip(panel, starts, widths, strict=True):
        first, last = spans.get(getattr(flow, side), (start, start))
        spans[getattr(flow, side)] = min(first, start), max(last, start + width)
    for name, (first, last) in spans.items():
        spot = (-0.02, "right") if side == "payer" else (1.02, "left")
        axes.text(spot[0], (first + last) / 2, short(name, 28), ha=spot[1], va="center", fontsize=8)
