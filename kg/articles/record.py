"""From the fields of a record, whatever format they came in, to an article."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from kg.articles.article import Article
from kg.articles.dates import parse_moment, publication_date
from kg.articles.encoding import looks_doubly_encoded, without_surrogates
from kg.articles.failure import ReadError
from kg.articles.language_id import language_of
from kg.articles.options import ReadOptions
from kg.articles.streams import too_long

#: the fields of a record; others are ignored
FIELDS = ("id", "text", "title", "published", "publisher", "url", "lang", "author")
DEFAULT_LANGUAGE = "de"

_log = logging.getLogger(__name__)


def article_from(record: Mapping[str, Any], default_id: str, options: ReadOptions) -> Article:
    """Make an article of a record's fields (see ``FIELDS``).

    Its text stays as it is. Its language is the one stated, else the one recognised. Raises
    ``ReadError`` where there is no text or too much of it; warns where the date is unknown.
    """
    text, stated = _text(record.get("text"), options), _line(record.get("published"))
    article = Article(
        id=_line(record.get("id")) or default_id,
        text=text,
        title=_line(record.get("title")),
        published=publication_date(stated, text),
        publisher=_line(record.get("publisher")),
        url=_web_address(_line(record.get("url"))),
        lang=_language(_line(record.get("lang"))) or language_of(text) or DEFAULT_LANGUAGE,
        author=_line(record.get("author")),
        published_at=parse_moment(stated or ""),
    )
    _warn(article, stated)
    return article


def renamed(record: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """Return a record's fields under the article's names; ``columns`` tells those that are called otherwise.

    >>> renamed({"Inhalt": "Alibaba ...", "title": "Abkommen", "rank": 3}, {"text": "Inhalt"})
    {'text': 'Alibaba ...', 'title': 'Abkommen'}
    """
    names = {name: columns.get(name, name) for name in FIELDS}
    return {name: record[column] for name, column in names.items() if column in record}


def id_by_content(prefix: str, record: Mapping[str, Any]) -> str:
    """Return an id for a record without one: it depends on the text, not on the place in the file.

    >>> id_by_content("news", {"text": "Alibaba und Honor"})
    'news-d8e65082'
    """
    text = str(record.get("text", ""))
    return f"{prefix}-{text_digest(text)[:8]}"


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _text(value: object, options: ReadOptions) -> str:
    if not isinstance(value, str):
        raise ReadError("has no text", 'give the article in a string field "text"')
    if not value.strip("\ufeff \t\r\n"):
        raise ReadError("is empty", "remove it, or give it a text")
    if "\0" in value:
        raise ReadError("holds NUL characters, so it is no text", "save it as UTF-8 text")
    if len(value) > options.max_bytes:
        raise too_long(options.max_bytes)
    if len(value) > options.max_chars:
        raise ReadError(f"has more than {options.max_chars:,} characters", "split it, or raise the limit (--max-chars)")
    return without_surrogates(value)


def _line(value: object) -> str | None:
    """Return a field as one line; a list is joined with commas, anything nested is dropped."""
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    line = " ".join(without_surrogates(str(value)).replace("\0", " ").split())
    return line or None


def _web_address(url: str | None) -> str | None:
    """Return an address of the web; None for anything else (``javascript:``, a path)."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _language(stated: str | None) -> str | None:
    """Return the ISO 639-1 code of a stated language: "de" for "de-AT"."""
    code = (stated or "").replace("_", "-").split("-")[0].lower()
    return code if len(code) in (2, 3) and code.isalpha() and code.isascii() else None


def _warn(article: Article, stated: str | None) -> None:
    if article.published is None:
        why = f"cannot be read from {stated[:60]!r}" if stated else "is unknown"
        _log.warning(
            "%s: its day of publication %s, so relative dates stay open; add published: YYYY-MM-DD", article.id, why
        )
    if looks_doubly_encoded(article.text):
        _log.warning("%s: the text looks doubly encoded (Ã¼ for ü); convert it to UTF-8 once", article.id)
