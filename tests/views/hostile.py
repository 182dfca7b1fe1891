"""A graph whose every text tries to get out of its place."""

from __future__ import annotations

from kg.articles.article import Article
from kg.graph.store import GraphStore
from tests.graph.newsroom import Story, claim, entity

TEXTS = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "javascript:alert(3)",
    "\u202eevil\u2066",
    "x" * 10_000,
    "a\u2028b\u2029c",
    "${alert(4)} {{ alert(5) }}",
    "__proto__",
]


def hostile_graph(graph: GraphStore | None = None) -> GraphStore:
    """Return a graph, the given or a new one, with each text as name, title, publisher, source, qualifier and quote."""
    graph = GraphStore() if graph is None else graph
    for story in hostile_stories():
        story.into(graph)
    return graph


def hostile_stories() -> list[Story]:
    """Return one story for each text."""
    stories, middle = [], entity("Mitte")
    for number, text in enumerate(TEXTS):
        article = Article(f"h{number}", f"{text} kauft Mitte.", title=text, publisher=text, url=text)
        other = entity(f"{text} {number}", "Company", text)
        bought = claim(article, other, "acquires", middle, by=(text,), topic=text, date=text)
        denied = claim(article, other, "denies", None, topic=text)
        stories.append(Story(article, [bought, denied]))
    return stories
