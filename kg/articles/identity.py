"""Every article under a name of its own, however sloppy the names of files and records are."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace

from kg.articles.article import Article
from kg.articles.failure import ReadError
from kg.articles.record import text_digest

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Identities:
    """The ids and addresses that one run has given away.

    The same id with the same text is a duplicate and is not read again. The same id with another text
    (``a/report.txt`` and ``b/report.txt``) is another article: the later one gets the first digits of
    its text's hash behind its id. An address that already belongs to another text (many records carry
    their publisher's front page) is taken away, so that no two articles share an IRI.
    """

    #: id → digest of the text
    _texts: dict[str, str] = field(default_factory=dict)
    #: addresses given away
    _urls: set[str] = field(default_factory=set)

    def admit(self, article: Article) -> Article:
        """Return the article under a free name; raise ``ReadError`` for a duplicate."""
        digest = text_digest(article.text)
        article = self._with_free_id(article, digest)
        self._texts[article.id] = digest
        return self._with_free_url(article)

    def _with_free_id(self, article: Article, digest: str) -> Article:
        known = self._texts.get(article.id)
        if known is None:
            return article
        if known == digest:
            raise _duplicate(article.id)
        renamed = replace(article, id=f"{article.id}-{digest[:8]}")
        if renamed.id in self._texts:
            raise _duplicate(renamed.id)
        _log.warning("%s: another text has this id, so it is called %s here", article.id, renamed.id)
        return renamed

    def _with_free_url(self, article: Article) -> Article:
        if article.url is None or article.url not in self._urls:
            self._urls |= {article.url} if article.url else set()
            return article
        _log.warning("%s: another article has the address %s, so it is read without", article.id, article.url)
        return replace(article, url=None)


def _duplicate(article_id: str) -> ReadError:
    return ReadError(
        f"repeats article {article_id}, word for word",
        "nothing is lost; remove one of the two to silence this",
        "duplicate",
    )
