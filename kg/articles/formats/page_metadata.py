"""What a web page says about itself: JSON-LD first, then OpenGraph and other meta elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kg.articles.formats.markup import LenientParser

#: types of schema.org that describe an article
_ARTICLE_TYPES = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting"})
#: field → names of meta elements, best first
_META = {
    "title": ("og:title", "twitter:title"),
    "published": ("article:published_time", "date", "dc.date", "dcterms.date", "pubdate", "publish-date"),
    "publisher": ("og:site_name", "publisher", "dc.publisher"),
    "author": ("author", "article:author", "dc.creator"),
    "url": ("og:url",),
}


def page_metadata(page: str) -> dict[str, Any]:
    """Return title, published, publisher, author, url and lang as far as a page tells them.

    >>> page_metadata('<html lang="de"><meta property="og:title" content="Ein Abkommen"></html>')
    {'title': 'Ein Abkommen', 'lang': 'de'}
    """
    head = _Head()
    head.feed(page)
    head.close()
    found = {**_from_elements(head), **_from_json_ld(head.scripts)}
    return {field: value for field, value in found.items() if value}


def _from_elements(head: _Head) -> dict[str, Any]:
    fields: dict[str, Any] = {
        field: next((head.meta[name] for name in names if name in head.meta), None) for field, names in _META.items()
    }
    fields["title"] = fields["title"] or head.title.strip()
    fields["url"] = head.canonical or fields["url"]
    fields["lang"] = head.lang
    return fields


def _from_json_ld(scripts: list[str]) -> dict[str, Any]:
    article = next((node for script in scripts for node in _nodes(script) if _is_article(node)), None)
    if article is None:
        return {}
    fields = {
        "title": article.get("headline"),
        "published": article.get("datePublished"),
        "publisher": _name(article.get("publisher")),
        "author": _name(article.get("author")),
        "url": _address(article.get("url")) or _address(article.get("mainEntityOfPage")),
        "lang": article.get("inLanguage"),
    }
    return {field: value for field, value in fields.items() if isinstance(value, str) and value}


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-LD block: at its top, in its array, in its ``@graph``."""
    try:
        content = json.loads(script)
    except (ValueError, RecursionError):  # a page's broken block says nothing about the article
        return
    for node in content if isinstance(content, list) else [content]:
        if isinstance(node, dict):
            graph = node.get("@graph")
            yield from (n for n in (graph if isinstance(graph, list) else [node]) if isinstance(n, dict))


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name in _ARTICLE_TYPES for name in names)


def _name(value: Any) -> str | None:
    """Return the name of a person or organisation, several joined with commas."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value[:20]) if name) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else None


class _Head(LenientParser):
    """Collects meta elements, the canonical link, the title, JSON-LD blocks and the page's language."""

    def __init__(self) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.canonical: str | None = None
        self.lang: str | None = None
        self.title = ""
        self.scripts: list[str] = []
        self._inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang = values.get("lang")
        elif tag == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            self.meta.setdefault(name.lower(), values.get("content", ""))
        elif tag == "link" and values.get("rel") == "canonical":
            self.canonical = values.get("href")
        elif tag == "title" and not self.title:
            self._inside = "title"
        elif tag == "script" and values.get("type") == "application/ld+json":
            self._inside = "script"
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title += data
        elif self._inside == "script":
            self.scripts[-1] += data
