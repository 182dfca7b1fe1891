"""XML files: RSS and Atom with one article per entry, and what news agencies write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from kg.articles.article import Article
from kg.articles.failure import ReadError, ReadFailure
from kg.articles.formats.markup import LenientParser
from kg.articles.formats.news_xml import is_news, read_news, tag
from kg.articles.options import ReadOptions
from kg.articles.record import article_from, text_digest
from kg.articles.source import Source
from kg.articles.streams import read_whole

_ENTITY = re.compile(rb"<!\s*(?:ENTITY|DOCTYPE)", re.IGNORECASE)
#: field → elements of an entry that hold it, best first (without namespace)
_ELEMENTS = {
    "title": ("title",),
    "text": ("encoded", "content", "description", "summary"),
    "published": ("pubDate", "published", "date", "updated"),
    "author": ("creator", "author"),
    "url": ("link", "guid", "id"),
}


def read(source: Source, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield an article or a failure for each entry; its publisher is the feed's title."""
    with source.open() as stream:
        root = _parse(read_whole(stream, options.max_file_bytes))
    if is_news(root):
        yield from read_news(root, source, options)
        return
    publisher = _feed_title(root)
    entries = [element for element in root.iter() if tag(element) in ("item", "entry")]
    if not entries:
        raise ReadError("holds no entries of RSS or Atom, nor NewsML-G2 or NITF", "convert it to .jsonl", "unsupported")
    for number, entry in enumerate(entries, start=1):
        try:
            yield _article(entry, publisher, source, options)
        except ReadError as error:
            yield error.at(f"{source.name}, entry {number}")


def _parse(data: bytes) -> ElementTree.Element:
    if _ENTITY.search(data):
        raise ReadError("declares XML entities, which are not read", "remove the DOCTYPE")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise ReadError(f"is not valid XML ({error})", "correct it") from error


def _article(entry: ElementTree.Element, publisher: str | None, source: Source, options: ReadOptions) -> Article:
    fields = {field: _first(entry, tags) for field, tags in _ELEMENTS.items()}
    text = html_to_text(fields["text"] or "")
    key = fields["url"] or fields["title"] or text
    return article_from(
        {**fields, "text": text, "publisher": publisher}, f"{source.id}-{text_digest(key)[:8]}", options
    )


def _first(entry: ElementTree.Element, tags: tuple[str, ...]) -> str | None:
    """Return the text of the first of some elements that an entry has; for a link, its address."""
    for name in tags:
        for element in entry:
            if tag(element) == name and (value := "".join(element.itertext()).strip() or element.get("href")):
                return value
    return None


def _feed_title(root: ElementTree.Element) -> str | None:
    channel = next((element for element in root if tag(element) == "channel"), root)
    return _first(channel, ("title",))


def html_to_text(markup: str) -> str:
    """Return the text of a piece of HTML, one line per block element.

    >>> html_to_text("<p>Alibaba &amp; Honor</p><p>Ein <b>Abkommen</b></p>")
    'Alibaba & Honor\\nEin Abkommen'
    """
    parser = _Text()
    parser.feed(markup)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).splitlines())
    return "\n".join(line for line in lines if line)


class _Text(LenientParser):
    _BLOCKS = frozenset({"p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "tr"})
    _HIDDEN = frozenset({"script", "style"})

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden = tag in self._HIDDEN
        if tag in self._BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False
        if tag in self._BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)
