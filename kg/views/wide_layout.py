"""Where the nodes of a large picture stand: in seconds for tens of thousands, the same each time.

The first places come from the distances to some pivots (Brandes and Pich 2007); then related nodes draw each other
near and all push each other away, the push taken from a grid that a Fourier transform spreads out (after Linderman et
al. 2019, who speed up t-SNE so). Parts that hang together with nothing else stand around the largest one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.views.picture import Picture

Points = NDArray[np.float64]
Numbers = NDArray[np.int64]

_PIVOTS = 24
_ROUNDS = 90
#: cells of the grid along each side
_CELLS = 192
#: how much every relation draws together, whatever its ends, and how much everything is drawn to the middle
_BOND = 0.4
_GRAVITY = 0.01
#: room for a node, in pixels: the picture's area grows with their number
_ROOM = 26.0
#: angle between neighbours on a sunflower's disc
_GOLDEN = np.pi * (3 - 5**0.5)


def place_wide(picture: Picture) -> list[tuple[float, float]]:
    """Return x and y of every node in pixels, around 0."""
    count = len(picture.nodes)
    if not count:
        return []
    ties = np.array([(edge.source, edge.target) for edge in picture.edges], dtype=np.int64).reshape(-1, 2)
    ties = ties[ties[:, 0] != ties[:, 1]]
    network = _Network.of(count, ties)
    points = _settled(_first_places(picture, network), ties, network.degrees)
    return [(round(float(x), 1), round(float(y), 1)) for x, y in points * _scale(points, count)]


@dataclass(frozen=True)
class _Network:
    """Neighbours of each node, one after another: those of node n stand from ``starts[n]`` on."""

    starts: Numbers
    neighbours: Numbers

    @classmethod
    def of(cls, count: int, ties: Numbers) -> _Network:
        ends = np.concatenate([ties, ties[:, ::-1]])
        ends = ends[np.argsort(ends[:, 0], kind="stable")]
        return cls(np.searchsorted(ends[:, 0], np.arange(count + 1)), ends[:, 1])

    @property
    def degrees(self) -> Numbers:
        return np.diff(self.starts)

    def steps_from(self, start: int) -> Points:
        """Return how many relations away each node is; infinite where there is no way."""
        steps = np.full(len(self.starts) - 1, np.inf)
        steps[start] = 0.0
        border = np.array([start])
        distance = 0.0
        while len(border):
            distance += 1
            near = self._next_to(border)
            border = np.unique(near[np.isinf(steps[near])])
            steps[border] = distance
        return steps

    def _next_to(self, nodes: Numbers) -> Numbers:
        first, counts = self.starts[nodes], self.degrees[nodes]
        offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        return np.asarray(self.neighbours[np.repeat(first, counts) + offsets])


def _first_places(picture: Picture, network: _Network) -> Points:
    """Return the largest part by its distances to pivots, the others on rings around it."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(picture.nodes)))
    graph.add_edges_from((edge.source, edge.target) for edge in picture.edges)
    parts = sorted((np.array(sorted(part)) for part in nx.connected_components(graph)), key=lambda p: (-len(p), p[0]))
    points = np.zeros((len(picture.nodes), 2))
    taken = 0
    for part in parts:
        radius = np.sqrt(taken + len(part) / 2)
        slot = radius * np.array([np.cos(taken * _GOLDEN), np.sin(taken * _GOLDEN)]) * 1.1 if taken else np.zeros(2)
        inside = _by_pivots(network, part) if len(part) > 50 else _sunflower(len(part))
        points[part] = slot + inside * np.sqrt(len(part)) * 0.8
        taken += len(part)
    return points


def _by_pivots(network: _Network, part: Numbers) -> Points:
    """Return places in a disc of radius 1 that show the distances to pivots, each as far as can be from the others."""
    nearest, rows, pivot = np.full(len(part), np.inf), [], int(part[network.degrees[part].argmax()])
    for _ in range(min(_PIVOTS, len(part))):
        rows.append(network.steps_from(pivot)[part])
        nearest = np.minimum(nearest, rows[-1])
        pivot = int(part[nearest.argmax()])
    squares = np.array(rows).T ** 2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()
    _, _, axes = np.linalg.svd(centred.T @ centred)
    plane = centred @ (axes[:2] * np.sign(axes[[0, 1], np.abs(axes[:2]).argmax(axis=1)])[:, None]).T
    # ranks in place of lengths: the middle is crowded and the rim is not
    ranks = np.argsort(np.argsort(plane, axis=0, kind="stable"), axis=0, kind="stable") / len(part) * 2 - 1
    return np.asarray(0.6 * ranks + 0.4 * plane / (np.abs(plane).max(axis=0) + 1e-9) + 0.05 * _sunflower(len(part)))


def _sunflower(count: int) -> Points:
    """Return points spread evenly on a disc of radius 1."""
    index = np.arange(count)
    radius = np.sqrt((index + 0.5) / count)
    return np.stack([radius * np.cos(index * _GOLDEN), radius * np.sin(index * _GOLDEN)], axis=1)


def _settled(points: Points, ties: Numbers, degrees: Numbers) -> Points:
    """Let relations pull and nodes push, with smaller and smaller steps."""
    masses: Points = np.sqrt(1.0 + degrees)
    strengths = _BOND + 1.0 / degrees[ties].min(axis=1) if len(ties) else np.zeros(0)
    size = len(points) ** 0.5
    for number in range(_ROUNDS):
        step = size * 0.08 * (1 - number / _ROUNDS) ** 1.5
        force = masses[:, None] * (_push(points, masses) - _GRAVITY * points) + _pull(points, ties, strengths)
        force /= masses[:, None] ** 2
        length = np.linalg.norm(force, axis=1, keepdims=True) + 1e-9
        points = points + force / length * np.minimum(length * 0.5, step)
    return points


def _pull(points: Points, ties: Numbers, strengths: Points) -> Points:
    """Return the force of the relations: the longer one is, the stronger it draws its ends together."""
    along = (points[ties[:, 1]] - points[ties[:, 0]]) * strengths[:, None]
    count = len(points)
    pulls = [np.bincount(ties[:, 0], along[:, axis], count) - np.bincount(ties[:, 1], along[:, axis], count)
             for axis in (0, 1)]  # fmt: skip
    return np.stack(pulls, axis=1)


def _push(points: Points, masses: Points) -> Points:
    """Return the force that keeps nodes apart, summed over all others by way of a grid.

    It falls with the distance to the power of 1.5: quickly enough that parts of the whole can draw together.
    """
    low = points.min(axis=0)
    cell = max(float(np.ptp(points, axis=0).max()) / (_CELLS - 1), 1e-9)
    places = np.minimum(((points - low) / cell).astype(np.int64), _CELLS - 1)
    index = places[:, 1] * _CELLS + places[:, 0]
    grid = np.bincount(index, masses, _CELLS * _CELLS).reshape(_CELLS, _CELLS)
    spread = np.fft.rfft2(grid, s=(2 * _CELLS, 2 * _CELLS))
    fields = [np.fft.irfft2(spread * kernel, s=(2 * _CELLS, 2 * _CELLS))[:_CELLS, :_CELLS] for kernel in _kernels()]
    within = (points - low) / cell - places - 0.5
    crowd = grid.reshape(-1)[index][:, None]
    far = np.stack([field.reshape(-1)[index] for field in fields], axis=1)
    return np.asarray((far + 2.0 * within * crowd) / cell**1.5)


@cache
def _kernels() -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    """Return the transforms of the push around a cell, in x and in y, wrapped so that they reach both ways."""
    offsets = np.fft.fftfreq(2 * _CELLS, 1 / (2 * _CELLS))
    x, y = np.meshgrid(offsets, offsets)
    squares = x**2 + y**2
    squares[0, 0] = 1.0
    return np.fft.rfft2(x / squares**1.25), np.fft.rfft2(y / squares**1.25)


def _scale(points: Points, count: int) -> float:
    """Return the factor that gives every node its room."""
    spread = np.quantile(np.abs(points - np.median(points, axis=0)), 0.9) or 1.0
    return float(_ROOM * np.sqrt(count) / 2 / spread)
