"""Fetching from a site on this machine: what comes in, what is refused, and with what manners."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.articles.article import Article
from kg.articles.failure import ReadError, ReadFailure
from kg.articles.options import ReadOptions
from kg.articles.read import read_articles
from kg.articles.web.fetch import Fetcher
from kg.articles.web.options import WebOptions
from tests.articles.web.site import Said, Site, site

SENTENCE = "Der Autobauer BMW arbeitet in China mit dem Internetkonzern Alibaba zusammen, teilten beide mit."
PAGE = f"""<!doctype html><html lang="de"><head><title>BMW und Alibaba</title>
<meta property="article:published_time" content="2025-09-26T08:30:00+02:00"></head><body><nav>Start Börse</nav>
<article><h1>BMW und Alibaba</h1><p>{SENTENCE}</p><p>Die Grüße des Vorstands gingen nach Hangzhou, hieß es.
Der Konzern will das Modell im kommenden Jahr in seine Fahrzeuge einbauen.</p></article></body></html>"""
FEED = f"""<?xml version="1.0"?><rss><channel><title>Börsenblick</title><item><title>BMW</title>
<link>https://boersenblick.example/bmw</link><pubDate>Fri, 26 Sep 2025 08:30:00 +0200</pubDate>
<description>{SENTENCE}</description></item></channel></rss>"""


@pytest.fixture
def local() -> Iterator[Site]:
    with site() as found:
        yield found


@pytest.fixture
def options(tmp_path: Path) -> WebOptions:
    return WebOptions(allow_private=True, pause=0.0, timeout=2.0, cache=tmp_path / "cache")


def read(url: str, web: WebOptions) -> list[Article | ReadFailure]:
    return list(read_articles([url], ReadOptions(web=web)))


def test_a_page_becomes_an_article(local: Site, options: WebOptions) -> None:
    local.pages["/wirtschaft/bmw-alibaba.html"] = Said(PAGE.encode())
    (article,) = read(f"{local.address}/wirtschaft/bmw-alibaba.html", options)
    assert isinstance(article, Article)
    assert (article.id, article.title, str(article.published)) == (
        "127.0.0.1-bmw-alibaba", "BMW und Alibaba", "2025-09-26",
    )  # fmt: skip
    assert article.url == f"{local.address}/wirtschaft/bmw-alibaba.html" and SENTENCE in article.text
    _, headers = local.asked[-1]
    assert headers["User-Agent"].startswith("newskg/") and not {"Cookie", "Referer"} & set(headers)


def test_a_feed_gives_its_entries(local: Site, options: WebOptions) -> None:
    local.pages["/feed"] = Said(FEED.encode(), headers={"Content-Type": "application/rss+xml"})
    (article,) = read(f"{local.address}/feed", options)
    assert isinstance(article, Article)
    assert (article.publisher, article.url) == ("Börsenblick", "https://boersenblick.example/bmw")


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Type": "text/plain; charset=iso-8859-1"}, SENTENCE.encode("iso-8859-1")),
        ({"Content-Type": "text/plain", "Content-Encoding": "gzip"}, gzip.compress(SENTENCE.encode())),
        ({"Content-Type": "text/plain; charset=nonsense"}, SENTENCE.encode()),
        ({}, SENTENCE.encode()),
    ],
)
def test_types_and_encodings(local: Site, options: WebOptions, headers: dict[str, str], body: bytes) -> None:
    local.pages["/a.txt"] = Said(body, headers=headers)
    (article,) = read(f"{local.address}/a.txt", options)
    assert isinstance(article, Article) and article.text == SENTENCE


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Said(b"", 404), "the server says 404 Not Found"),
        (Said(b"", 500), "the server says 500 Internal Server Error"),
        (Said(b"", 799), "the server says 799"),
        (Said(b"", 302, {"Location": "/page"}), "redirects more than 5 times"),
        (Said(b"", 302, {"Location": "file:///etc/passwd"}), "is no web address"),
        (Said(b"", 302, {"Location": "http://["}), "is no web address"),
        (Said(b"a" * 3_000_000), "is longer than 2,000,000 bytes"),
        (Said(gzip.compress(b"a" * 9_000_000), headers={"Content-Encoding": "gzip"}), "is longer than"),
        (Said(b"no gzip", headers={"Content-Encoding": "gzip"}), "cannot be fetched"),
        (Said(b"a" * 900_000, pause=0.3), "answers too slowly"),
        (Said(b"a", headers={"Content-Type": "video/mp4"}), "is of a format without a reader"),
        (Said(b"", headers={"Content-Type": "text/html"}), "holds no main text"),
    ],
)
def test_what_gives_no_article_is_told(local: Site, options: WebOptions, said: Said, reason: str) -> None:
    local.pages["/page"] = said
    limits = ReadOptions(max_bytes=100_000, web=replace(options, total_timeout=1.0))
    (failure,) = read_articles([f"{local.address}/page"], limits)
    assert isinstance(failure, ReadFailure) and reason in failure.reason and failure.next_step


def test_the_next_input_is_read_after_a_failure(local: Site, options: WebOptions) -> None:
    local.pages["/a.txt"] = Said(SENTENCE.encode(), headers={"Content-Type": "text/plain"})
    items = list(read_articles([f"{local.address}/b", f"{local.address}/a.txt"], ReadOptions(web=options)))
    assert [type(item) for item in items] == [ReadFailure, Article]


def test_robots_are_heeded(local: Site, options: WebOptions) -> None:
    local.pages |= {
        "/robots.txt": Said(b"User-agent: *\nDisallow: /intern/\n", headers={"Content-Type": "text/plain"}),
        "/intern/a": Said(PAGE.encode()),
        "/a": Said(PAGE.encode()),
        "/b": Said(b"", 302, {"Location": "/intern/a"}),
    }
    fetcher = Fetcher(options)
    assert fetcher.fetch(f"{local.address}/a", 10**6).body
    for path in ("/intern/a", "/b"):
        with pytest.raises(ReadError, match="robots"):
            fetcher.fetch(local.address + path, 10**6)
    assert local.paths == ["/robots.txt", "/a", "/b"]


def test_a_site_whose_rules_fail_is_left_alone(local: Site, options: WebOptions) -> None:
    local.pages |= {"/robots.txt": Said(b"", 503), "/a": Said(PAGE.encode())}
    with pytest.raises(ReadError, match=r"robots\.txt: 503"):
        Fetcher(options).fetch(f"{local.address}/a", 10**6)


def test_hosts_get_a_pause(local: Site, options: WebOptions) -> None:
    local.pages |= {"/a": Said(PAGE.encode()), "/b": Said(PAGE.encode())}
    fetcher, started = Fetcher(replace(options, pause=0.3)), time.monotonic()
    for path in "ab":
        fetcher.fetch(f"{local.address}/{path}", 10**6)
    assert time.monotonic() - started >= 0.6


def test_fresh_pages_come_from_the_cache_and_old_ones_are_asked_for(local: Site, options: WebOptions) -> None:
    local.pages["/a"] = Said(PAGE.encode(), headers={"ETag": '"1"', "Content-Type": "text/html"})
    url = f"{local.address}/a"
    first = Fetcher(options).fetch(url, 10**6)
    assert Fetcher(options).fetch(url, 10**6) == first and local.paths.count("/a") == 1
    again = Fetcher(replace(options, max_age=0.0)).fetch(url, 10**6)
    assert again.body == first.body and local.asked[-1][1]["If-None-Match"] == '"1"'


def test_a_lost_network_leaves_what_was_fetched(options: WebOptions) -> None:
    with site() as gone:
        gone.pages["/a"] = Said(PAGE.encode())
        url = f"{gone.address}/a"
        Fetcher(options).fetch(url, 10**6)
    stale = replace(options, max_age=0.0)
    assert Fetcher(stale).fetch(url, 10**6).body == PAGE.encode()
    with pytest.raises(ReadError, match="Connection refused"):
        Fetcher(replace(stale, cache=options.cache / "other")).fetch(url, 10**6)


def test_a_damaged_cache_is_no_error(local: Site, options: WebOptions) -> None:
    local.pages["/a"] = Said(PAGE.encode())
    Fetcher(options).fetch(f"{local.address}/a", 10**6)
    for file in options.cache.iterdir():
        file.write_bytes(b"{}")
    assert Fetcher(options).fetch(f"{local.address}/a", 10**6).body == PAGE.encode()
    assert local.paths.count("/a") == 2


def test_a_cache_that_cannot_be_written_is_no_error(local: Site, options: WebOptions, tmp_path: Path) -> None:
    local.pages["/a"] = Said(PAGE.encode())
    (tmp_path / "file").write_text("")
    assert Fetcher(replace(options, cache=tmp_path / "file" / "cache")).fetch(f"{local.address}/a", 10**6).body


def test_no_private_address_is_asked(local: Site, options: WebOptions) -> None:
    public = replace(options, allow_private=False)
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0"):
        (failure,) = read(f"http://{host}:{local.address.rpartition(':')[2]}/a", public)
        assert isinstance(failure, ReadFailure) and "private address" in failure.reason, host
    assert local.asked == []
