"""What is fuzzed: each target takes any bytes, hands them to a parser, and asserts what must hold of the result.

The same targets serve the coverage-guided fuzzer (``python -m tests.fuzz.run``), the tests with random input, and the
replay of the corpus.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import spacy
from pyoxigraph import NamedNode
from spacy.language import Language

from kg.articles.article import Article
from kg.articles.dates import parse_date, publication_date
from kg.articles.failure import ReadError, ReadFailure
from kg.articles.formats import READERS
from kg.articles.formats.feed import html_to_text
from kg.articles.formats.page_metadata import page_metadata
from kg.articles.front_matter import split_front_matter
from kg.articles.language_id import language_of
from kg.articles.options import ReadOptions
from kg.articles.paragraphs import content_paragraphs
from kg.articles.read import _read
from kg.articles.source import Source
from kg.articles.web.addresses import target_of
from kg.claims.lexicon import load_lexicon
from kg.entities.contract import ContractError, read_claim
from kg.entities.evaluation import evaluate
from kg.graph.store import GraphStore
from kg.language.quantities import find_quantities
from kg.language.times import find_times
from kg.query.errors import QueryError
from kg.query.library import NamedQuery, QueryLibrary
from kg.query.run import run
from tests.graph.newsroom import newsroom

Target = Callable[[bytes], None]

_LIMIT = 20_000
_SUFFIXES = sorted(READERS)
_TEXTS = ("id", "text", "title", "publisher", "url", "lang", "author")


def readers(data: bytes) -> None:
    """Any file of any format gives articles and failures, nothing else; the first byte chooses the format."""
    suffix, content = _SUFFIXES[data[0] % len(_SUFFIXES)] if data else ".txt", data[1:]
    source = Source("fuzz", "fuzz", suffix, lambda: io.BufferedReader(io.BytesIO(content)))
    for item in _read(source, ReadOptions(max_bytes=_LIMIT)):
        assert isinstance(item, Article | ReadFailure)
        if isinstance(item, Article):
            _check_article(item)
        else:
            assert str(item) and item.next_step


def _check_article(article: Article) -> None:
    """An article can be written down, and its text divides into paragraphs without a gap."""
    for name in _TEXTS:
        (getattr(article, name) or "").encode("utf-8")
    assert article.text.strip("\ufeff \t\r\n") and "\0" not in article.text
    assert article.iri.isascii() and NamedNode(article.iri)
    assert article.url is None or article.url.startswith(("http://", "https://"))
    assert article.published is None or 1900 <= article.published.year < 2200
    assert article.published_at is None or article.published_at.date() == article.published
    _check_paragraphs(article.text)


def _check_paragraphs(text: str) -> None:
    place = 0
    for paragraph in content_paragraphs(text):
        assert paragraph.start == place < paragraph.end
        place = paragraph.end
    assert place == len(text)


def texts(data: bytes) -> None:
    """Any text divides into paragraphs, has a language or none, and gives plain text as HTML and as front matter."""
    text = data.decode("utf-8", errors="replace")
    _check_paragraphs(text)
    assert language_of(text) in (None, "de", "en") or str(language_of(text)).isalpha()
    assert isinstance(html_to_text(text), str) and isinstance(page_metadata(text), dict)
    try:
        fields, rest = split_front_matter(text)
        assert text.endswith(rest) and isinstance(fields, dict)
    except ReadError as error:
        assert error.next_step


def dates(data: bytes) -> None:
    """Any words are a day or none; an expression of time in a text has the words of the text."""
    text = data.decode("utf-8", errors="replace")
    for found in (parse_date(text), publication_date(text, text), publication_date(None, text, year=2025)):
        assert found is None or 1900 <= found.year < 2200
    doc = _german()(text[:2000])
    for published in (None, dt.date(2025, 9, 27)):
        for time in find_times(doc, published):
            assert doc.text[time.start : time.end] == time.text


def numbers(data: bytes) -> None:
    """An amount in a text has the words of the text and a number that can be written."""
    doc = _german()(data.decode("utf-8", errors="replace")[:2000])
    for quantity in find_quantities(doc):
        assert doc.text[quantity.start : quantity.end] == quantity.text
        assert quantity.value == quantity.value and abs(quantity.value) != float("inf")


def claims(data: bytes) -> None:
    """Any line of claims, and a claim with anything in one place, is refused with a sentence or scored against gold."""
    for line in (data.decode("utf-8", errors="replace"), _claim_with(data)):
        _score(line)


def _claim_with(data: bytes) -> str:
    """Return a whole claim with the bytes, as JSON or else as text, in the place that the first one chooses."""
    claim, place, text = json.loads(_CLAIM), data[0] if data else 0, data[1:].decode("utf-8", errors="replace")
    inner = [claim, claim["subject"], claim["evidence"], claim["attributedTo"][0]][place % 4]
    keys = sorted(inner)
    try:
        inner[keys[place // 4 % len(keys)]] = json.loads(text)
    except (ValueError, RecursionError):
        inner[keys[place // 4 % len(keys)]] = text
    return json.dumps(claim)


_CLAIM = """{"article": "a", "subject": {"id": "x", "name": "Alibaba", "type": "Company", "aliases": ["Alibaba Group"]},
"predicate": "rates", "object": {"name": "Honor"}, "value": 2.5, "status": "actual", "confidence": 0.5, "method": "m",
"qualifiers": {"amount": 53e9, "currency": "USD"}, "attributedTo": [{"name": "JPMorgan", "type": null, "aliases": []}],
"evidence": {"start": 0, "end": 7, "text": "Alibaba"}}"""


def _score(line: str) -> None:
    try:
        claim = read_claim(line)
    except ContractError as error:
        assert str(error)
        return
    figures = evaluate(_gold(), [claim | {"article": "a"}], load_lexicon().signatures, {"a": _TEXT}).figures()
    assert all(value >= 0 for value in figures.values())


_TEXT = "Alibaba arbeitet mit Honor zusammen. JPMorgan bewertet Alibaba mit Overweight."
_GOLD = {
    "article": "a",
    "entities": {name: {"names": [name], "type": "Company"} for name in ("Alibaba", "Honor", "JPMorgan")},
    "claims": [
        {"s": "Alibaba", "p": "partnersWith", "o": "Honor", "by": ["JPMorgan"]},
        {"s": "JPMorgan", "p": "rates", "o": "Alibaba", "q": {"rating": "Overweight", "targetPrice": 180}},
        {"s": "Alibaba", "p": "sharePriceChange", "o": 2.5},
    ],
}


@cache
def _gold() -> Path:
    folder = Path(tempfile.mkdtemp())
    (folder / "a.json").write_text(json.dumps(_GOLD), encoding="utf-8")
    return folder


def parameters(data: bytes) -> None:
    """Any value of a parameter is a term in its place or refused: it never changes what the query does."""
    text, head = data[2:].decode("utf-8", errors="replace"), data[:2].ljust(2, b"\0")
    named = _queries()[head[0] % len(_queries())]
    parameter = named.parameters[head[1] % len(named.parameters)]
    given = {one.name: _EXAMPLES[one.type] for one in named.parameters if one.required}
    before = len(_graph())
    try:
        run(_graph(), named, {**given, parameter.name: text})
    except QueryError as error:
        assert str(error)
    assert len(_graph()) == before


#: a value of each type that a required parameter has
_EXAMPLES = {"entity": "Alibaba", "article": "memo", "predicate": "partnersWith", "date": "2025-09-01", "text": "KI"}


@cache
def _queries() -> list[NamedQuery]:
    return sorted((one for one in QueryLibrary.shipped() if one.parameters), key=lambda one: one.name)


def sparql(data: bytes) -> None:
    """Any query is answered or refused with a sentence; none changes the graph."""
    before = len(_graph())
    try:
        run(_graph(), data.decode("utf-8", errors="replace"), limit=10)
    except QueryError as error:
        assert str(error)
    assert len(_graph()) == before


def addresses(data: bytes) -> None:
    """Any web address leads to a public host that it names, or is refused."""
    try:
        target = target_of("http://93.184.216.34/" + data.decode("utf-8", errors="replace"))
    except ReadError as error:
        assert error.next_step
        return
    assert target.address == "93.184.216.34"
    assert target.path.isascii() and not set(" \r\n") & set(target.path)


TARGETS: Mapping[str, Target] = {
    one.__name__: one for one in (readers, texts, dates, numbers, claims, parameters, sparql, addresses)
}


@cache
def _german() -> Language:
    return spacy.blank("de")


@cache
def _graph() -> GraphStore:
    graph = GraphStore()
    for story in newsroom():
        story.into(graph)
    return graph
