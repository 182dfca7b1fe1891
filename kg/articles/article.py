"""The article: a text with what is known about its publication."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from urllib.parse import quote

ARTICLE_NAMESPACE = "https://w3id.org/newskg/article/"


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as it was read.

    ``text`` is never changed after reading: every offset in the program counts its characters.
    """

    #: short name: the file's name without its suffix, or the ``id`` of a record
    id: str
    text: str
    title: str | None = None
    #: day of publication; None where nothing says it (never today by default)
    published: dt.date | None = None
    publisher: str | None = None
    url: str | None = None
    #: ISO 639-1 code
    lang: str = "de"
    author: str | None = None
    #: moment of publication, on the day ``published``, where the metadata tell the time of day; in the zone written
    published_at: dt.datetime | None = None

    @property
    def iri(self) -> str:
        """The article's own address, or one made from its id.

        >>> Article("honor-deal", "…").iri
        'https://w3id.org/newskg/article/honor-deal'
        """
        if self.url and self.url.startswith(("http://", "https://")):
            return quote(self.url, safe=":/?#[]@!$&'()*+,;=%~")
        return ARTICLE_NAMESPACE + quote(self.id, safe="")

    @property
    def content_hash(self) -> str:
        """SHA-256 over what extraction depends on: text, publication date and language."""
        key = "\x1f".join((self.lang, str(self.published or ""), self.text))
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
