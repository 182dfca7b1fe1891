"""News agencies' XML: NITF, and NewsML-G2 with NITF, XHTML or plain text inside."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.articles.article import Article
from kg.articles.failure import ReadError, ReadFailure
from kg.articles.options import ReadOptions
from kg.articles.record import article_from
from kg.articles.source import Source

#: elements of NITF and XHTML that are a paragraph each
_PARAGRAPHS = frozenset({"p", "h2", "h3", "h4", "li", "hl2", "lead", "td"})
_NEWSML = frozenset({"newsItem", "newsMessage"})


def is_news(root: Element) -> bool:
    """Tell whether a document is NITF or NewsML-G2."""
    return tag(root) == "nitf" or tag(root) in _NEWSML


def read_news(root: Element, source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield an article or a failure for each item of a document."""
    items = [root] if tag(root) == "nitf" else [one for one in root.iter() if tag(one) == "newsItem"]
    for number, item in enumerate(items, start=1):
        try:
            fields = _nitf(item) if tag(item) == "nitf" else _news_item(item)
            yield article_from(fields, source.id if len(items) == 1 else f"{source.id}-{number}", options)
        except ReadError as error:
            yield error.at(f"{source.name}, item {number}" if len(items) > 1 else source.name)


def tag(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _nitf(root: Element) -> dict[str, str | None]:
    issued, id_ = _first(root, "date.issue"), _first(root, "doc-id")
    content = _first(root, "body.content")
    return {
        "id": id_.get("id-string") if id_ is not None else None,
        "title": _text(_first(root, "hl1")) or _text(_first(root, "title")),
        "published": issued.get("norm") if issued is not None else None,
        "publisher": _text(_first(root, "distributor")),
        "author": _text(_first(root, "byline")),
        "text": _paragraphs(content) if content is not None else None,
    }


def _news_item(item: Element) -> dict[str, str | None]:
    language, inner = _first(item, "language"), _first(item, "inlineXML")
    provider = _first(item, "provider")
    return {
        "id": item.get("guid"),
        "title": _text(_first(item, "headline")),
        "published": _text(_first(item, "contentCreated")) or _text(_first(item, "versionCreated")),
        "publisher": _text(_first(provider, "name")) if provider is not None else None,
        "author": _text(_first(item, "by")),
        "lang": language.get("tag") if language is not None else None,
        "text": _paragraphs(inner) if inner is not None else _text(_first(item, "inlineData")),
    }


def _paragraphs(content: Element) -> str:
    """Return the text of a body, one paragraph a line."""
    inner = [one for one in content.iter() if tag(one) in ("body.content", "body")]
    lines = (_text(one) for one in (inner or [content])[0].iter() if tag(one) in _PARAGRAPHS)
    return "\n".join(line for line in lines if line) or _text(content) or ""


def _first(element: Element, name: str) -> Element | None:
    return next((one for one in element.iter() if tag(one) == name), None)


def _text(element: Element | None) -> str | None:
    return " ".join("".join(element.itertext()).split()) if element is not None else None
