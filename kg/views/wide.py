"""What the page of a large picture is made of: places for thousands of nodes, and a library that draws with WebGL."""

from __future__ import annotations

from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from kg.views.picture import Picture
from kg.views.wide_layout import place_wide

#: pictures with more entities than this are drawn with WebGL
WIDE = 3_000


class LibraryMissingError(RuntimeError):
    """The package that draws large pictures is not installed."""

    def __init__(self, entities: int) -> None:
        super().__init__(
            f"a picture of {entities} entities is drawn with pydeck: pip install 'newskg[plots]', "
            f"or show at most {WIDE} of them with --max-nodes {WIDE}"
        )
        self.entities = entities


def is_wide(picture: Picture) -> bool:
    """Tell whether a picture is a large one."""
    return len(picture.nodes) > WIDE


def library(picture: Picture) -> str:
    """Return deck.gl as the installed pydeck carries it; raises LibraryMissingError."""
    if find_spec("pydeck") is None:
        raise LibraryMissingError(len(picture.nodes))
    source = files("pydeck") / "nbextension" / "static" / "index.js"
    return source.read_text(encoding="utf-8").replace("</script", "<\\/script")


def drawing(picture: Picture) -> dict[str, Any]:
    """Return places and lines; ids are numbers, never words of an article."""
    lines = [
        {"id": number, "from": edge.source, "to": edge.target, "predicate": edge.predicate, "status": edge.status,
         "symmetric": edge.symmetric, "claims": edge.claims, "sources": edge.sources}
        for number, edge in enumerate(picture.edges)
    ]  # fmt: skip
    return {"places": place_wide(picture), "edges": lines}
