"""Where the nodes stand: computed beforehand, the same each time, so that the page opens at once."""

from __future__ import annotations

import networkx as nx

from kg.views.projection import Picture

#: pixels that the unit square of the layout is stretched to, for each square root of a node
_SPREAD = 105.0
#: screens are wider than high
_ASPECT = 1.5
_SEED = 7


def place(picture: Picture) -> dict[int, tuple[float, float]]:
    """Return x and y of every node in pixels (Fruchterman and Reingold 1991; components side by side)."""
    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(node["id"] for node in picture.nodes)
    network.add_edges_from((e.source, e.target) for e in picture.edges)
    if not network:
        return {}
    distance = 2.2 / max(1.0, len(network) ** 0.5)
    positions = nx.spring_layout(network, k=distance, iterations=120, seed=_SEED, method="force")
    scale = _SPREAD * len(network) ** 0.5
    return {
        node: (round(float(x) * scale * _ASPECT, 1), round(float(y) * scale, 1)) for node, (x, y) in positions.items()
    }
