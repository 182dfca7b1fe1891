"""From IRIs to the pages that show them, and back."""

from __future__ import annotations

import re
from urllib.parse import quote

from kg.graph.namespaces import BASE

#: addresses below these have pages at the same path
KINDS = ("entity", "statement", "article", "publisher")
_PATH = re.compile(rf"(?:{'|'.join(KINDS)})/[\w~%!*'()-][\w.~%!*'()-]*", re.ASCII)


def page_of(iri: str) -> str:
    """Return the path of the page that shows an IRI; IRIs of ours keep their path.

    >>> page_of("https://w3id.org/newskg/entity/alibaba"), page_of("https://a.example/b?c=d")
    ('/entity/alibaba', '/resource?iri=https%3A%2F%2Fa.example%2Fb%3Fc%3Dd')
    """
    path = iri.removeprefix(BASE)
    return f"/{path}" if path != iri and _PATH.fullmatch(path) else f"/resource?iri={quote(iri, safe='')}"


def iri_of(path: str) -> str:
    """Return the IRI that a path of ours stands for; the path is taken as it was sent, with its escapes."""
    return BASE + path.removeprefix("/")


def is_web(address: str) -> bool:
    """Tell whether an address may become a link to the web.

    >>> is_web("https://a.example/"), is_web("javascript:alert(1)")
    (True, False)
    """
    return re.fullmatch(r"https?://[^\s]+", address, re.IGNORECASE) is not None
