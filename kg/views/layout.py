"""Where the nodes stand: computed beforehand, the same each time, so that the page opens at once.

Each connected part is laid out by itself and the parts are set side by side. Small parts get the positions whose
distances come nearest to the number of relations between the nodes (stress majorisation, Gansner, Koren and North
2005), large ones the distances to some pivots (Brandes and Pich 2007). Then nodes whose names would overlap move
apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.views.picture import Picture

Points = NDArray[np.float64]

#: pixels between two related nodes
_LENGTH = 100.0
#: screens are wider than high
_ASPECT = 1.2
#: room for a node with its name, in pixels
_ROOM = np.array([112.0, 58.0])
#: parts with more nodes than this are laid out by pivots
_EXACT = 500
_PIVOTS = 50
#: how much longer the relations of a node are that has many
_CROWD = 0.2
_ROUNDS = 150
#: growth of the whole with each round of pushing nodes apart
_SWELL = 1.004
#: angle between neighbours on a sunflower's disc
_GOLDEN = np.pi * (3 - 5**0.5)


def place(picture: Picture) -> dict[int, tuple[float, float]]:
    """Return x and y of every node in pixels, around 0."""
    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(node.id for node in picture.nodes)
    network.add_edges_from((edge.source, edge.target) for edge in picture.edges)
    for first, second, facts in network.edges(data=True):
        facts["length"] = 1.0 + _CROWD * (network.degree[first] ** 0.5 + network.degree[second] ** 0.5 - 2)
    parts = sorted((sorted(part) for part in nx.connected_components(network)), key=lambda p: (-len(p), p[0]))
    placed = _side_by_side([_part(network, part) for part in parts])
    points = (tuple(round(float(value), 1) for value in row) for rows in placed for row in rows)
    return {node: (x, y) for node, (x, y) in zip((n for part in parts for n in part), points, strict=True)}


def _part(network: nx.Graph[int], nodes: Sequence[int]) -> Points:
    """Return the positions of connected nodes."""
    if len(nodes) == 1:
        return np.zeros((1, 2))
    pivots = nodes if len(nodes) <= _EXACT else _spread(network, nodes)
    distances = np.array([_distances(network, pivot, nodes) for pivot in pivots])
    points = _scaled(distances) + 0.1 * _sunflower(len(nodes))
    if len(nodes) <= _EXACT:
        points = _stress(points, distances)
    masses = np.array([1.0 + network.degree[node] for node in nodes])
    return _apart(_lying(points) * _LENGTH, masses)


def _spread(network: nx.Graph[int], nodes: Sequence[int]) -> list[int]:
    """Return pivots, each as far as can be from those before."""
    nearest = np.full(len(nodes), np.inf)
    pivots: list[int] = []
    while len(pivots) < _PIVOTS:
        pivots.append(nodes[int(nearest.argmax())])
        nearest = np.minimum(nearest, _distances(network, pivots[-1], nodes))
    return pivots


def _distances(network: nx.Graph[int], start: int, nodes: Iterable[int]) -> Points:
    lengths = nx.single_source_dijkstra_path_length(network, start, weight="length")
    return np.array([float(lengths[node]) for node in nodes])


def _scaled(distances: Points) -> Points:
    """Return the plane that shows the distances to the pivots best (classical scaling)."""
    squares = distances.T**2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    axes = axes[:2] if len(axes) > 1 else np.vstack([axes, np.zeros_like(axes)])
    plane = centred @ (axes * np.sign(axes[np.arange(2), np.abs(axes).argmax(axis=1)] + 1e-12)[:, None]).T
    size = float(np.abs(plane).max()) or 1.0
    scaled: Points = plane / size * float(distances.max())
    return scaled


def _sunflower(count: int) -> Points:
    """Return points spread evenly on a disc of radius 1: they tell nodes apart that distances cannot."""
    index = np.arange(count)
    radius = np.sqrt((index + 0.5) / count)
    return np.stack([radius * np.cos(index * _GOLDEN), radius * np.sin(index * _GOLDEN)], axis=1)


def _stress(points: Points, wanted: Points) -> Points:
    """Move the points until their distances are near the wanted ones, near pairs counting most."""
    count = len(points)
    weights = 1.0 / np.where(wanted > 0, wanted, np.inf) ** 2
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian + 1.0 / count)
    for _ in range(_ROUNDS):
        between = np.linalg.norm(points[:, None] - points[None, :], axis=2)
        ratio = weights * wanted / np.where(between > 1e-9, between, np.inf)
        points = inverse @ ((np.diag(ratio.sum(axis=1)) - ratio) @ points)
    return points


def _lying(points: Points) -> Points:
    """Turn the points so that their longest side lies flat, as a screen does."""
    points = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(points, full_matrices=False)
    turned: Points = points @ (axes * np.sign(axes[:, 0] + 1e-12)[:, None]).T
    return turned


def _apart(points: Points, masses: Points, rounds: int = 120) -> Points:
    """Push nodes apart, and the whole a little outwards, until no two share the room of a name.

    A heavy node stays where it is and the light one moves.
    """
    for _ in range(rounds):
        pairs = _near(points)
        if not len(pairs):
            break
        first, second = pairs.T
        gap = points[second] - points[first]
        gap[np.abs(gap) < 1e-6] = 1e-3
        overlap = _ROOM - np.abs(gap)
        push = np.where(overlap == overlap.min(axis=1, keepdims=True), overlap, 0.0) * np.sign(gap)
        share = (masses[first] / (masses[first] + masses[second]))[:, None]
        moved = np.zeros_like(points)
        np.add.at(moved, second, push * share)
        np.add.at(moved, first, -push * (1 - share))
        points = (points + moved) * _SWELL
    return points


def _near(points: Points) -> NDArray[np.intp]:
    """Return the pairs of nodes that overlap, sought only among nodes close by from left to right."""
    order = np.argsort(points[:, 0], kind="stable")
    xs = points[order, 0]
    ends = np.searchsorted(xs, xs + _ROOM[0], side="left")
    first = np.repeat(np.arange(len(xs)), np.maximum(ends - np.arange(len(xs)) - 1, 0))
    starts = np.concatenate([np.arange(i + 1, end) for i, end in enumerate(ends)]) if len(xs) else first
    pairs = order[np.stack([first, starts], axis=1)]
    close = np.abs(points[pairs[:, 0], 1] - points[pairs[:, 1], 1]) < _ROOM[1]
    return np.asarray(pairs[close], dtype=np.intp)


def _side_by_side(parts: Sequence[Points]) -> list[Points]:
    """Set the parts in rows from the largest to the smallest, the whole as wide as a screen, around 0."""
    sizes = [np.ptp(part, axis=0) + _ROOM * 1.15 for part in parts]
    area = float(sum(size[0] * size[1] for size in sizes))
    width = max([float(size[0]) for size in sizes] + [(area * _ASPECT * 1.15) ** 0.5])
    corner, height, placed = np.zeros(2), 0.0, []
    for part, size in zip(parts, sizes, strict=True):
        if corner[0] and corner[0] + size[0] > width:
            corner, height = np.array([0.0, corner[1] + height]), 0.0
        placed.append(part - part.min(axis=0) + corner + _ROOM / 2)
        corner, height = corner + np.array([size[0], 0.0]), max(height, float(size[1]))
    middle = _middle(placed)
    return [part - middle for part in placed]


def _middle(parts: Sequence[Points]) -> Points:
    if not parts:
        return np.zeros(2)
    points = np.vstack(parts)
    middle: Points = (points.min(axis=0) + points.max(axis=0)) / 2
    return middle
