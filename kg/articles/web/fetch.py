"""Fetching with manners: robots.txt is heeded, hosts get a pause, redirects are judged like the first address."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from urllib.robotparser import RobotFileParser

from kg.articles.failure import ReadError
from kg.articles.web.addresses import Target, joined, target_of
from kg.articles.web.cache import Cache, Page, kept, now
from kg.articles.web.options import WebOptions
from kg.articles.web.request import AGENT, Answer, get

_log = logging.getLogger(__name__)
_ROBOTS_BYTES = 500_000
_OK, _NOT_MODIFIED = 200, 304
#: the longest pause that a robots.txt can ask for, in seconds
_LONGEST_PAUSE = 30.0


class Fetcher:
    """Fetches pages; remembers the rules of each site and when it was asked last."""

    def __init__(self, options: WebOptions | None = None) -> None:
        self._options = options or WebOptions()
        self._cache = Cache(self._options.cache)
        self._rules: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str, max_bytes: int) -> Page:
        """Return the page at an address, from the cache while it is fresh.

        A page that cannot be fetched now but was before is taken from the cache, with a warning. Raises
        ``ReadError`` for any other failure.
        """
        known = self._cache.get(url)
        if known and 0 <= now() - known.fetched < self._options.max_age:
            return known
        try:
            page = self._page(url, max_bytes, known)
        except ReadError as error:
            if known is None:
                raise
            _log.warning("%s: %s; what was fetched before is used", url, error.reason)
            return known
        self._cache.put(url, page)
        return page

    def _page(self, url: str, max_bytes: int, known: Page | None) -> Page:
        target, answer = self._follow(url, max_bytes, known.conditions if known else {})
        if answer.status == _NOT_MODIFIED and known:
            return replace(known, fetched=now())
        if answer.status != _OK:
            raise ReadError(f"cannot be fetched (the server says {answer.said})", "check the address")
        return Page(target.url, kept(answer.headers), answer.body, now())

    def _follow(self, url: str, max_bytes: int, conditions: Mapping[str, str]) -> tuple[Target, Answer]:
        for _ in range(self._options.max_redirects + 1):
            target = target_of(url, allow_private=self._options.allow_private)
            self._obey(target)
            answer = get(target, self._options, max_bytes, conditions)
            if answer.location is None:
                return target, answer
            url = joined(url, answer.location)
        raise ReadError(f"redirects more than {self._options.max_redirects} times", "give the address it leads to")

    def _obey(self, target: Target) -> None:
        """Wait as long as manners and the site ask; raise ``ReadError`` where its robots.txt forbids the page."""
        rules = self._rules.get(target.origin)
        if rules is None:
            self._wait(target, self._options.pause)
            rules = self._rules[target.origin] = self._read_rules(target)
        if not rules.can_fetch(AGENT, target.origin + target.path):
            raise ReadError("may not be fetched by programs (robots.txt)", "save the page and give the file")
        delay = rules.crawl_delay(AGENT)
        self._wait(target, max(self._options.pause, min(float(delay or 0), _LONGEST_PAUSE)))

    def _wait(self, target: Target, pause: float) -> None:
        last = self._asked.get(target.host)
        if last is not None:
            time.sleep(max(0.0, last + pause - time.monotonic()))
        self._asked[target.host] = time.monotonic()

    def _read_rules(self, target: Target) -> RobotFileParser:
        """Return a site's rules: none where it has no robots.txt, everything forbidden where it fails (RFC 9309)."""
        rules = RobotFileParser()
        answer = self._robots(f"{target.origin}/robots.txt")
        if answer.status == _OK:
            rules.parse(answer.body.decode("utf-8", errors="replace").splitlines())
        elif answer.status < 500:
            rules.parse([])
        else:
            raise ReadError(f"cannot be fetched (robots.txt: {answer.said})", "try again later")
        return rules

    def _robots(self, url: str) -> Answer:
        for _ in range(self._options.max_redirects + 1):
            target = target_of(url, allow_private=self._options.allow_private)
            answer = get(target, self._options, _ROBOTS_BYTES)
            if answer.location is None:
                return answer
            url = joined(url, answer.location)
        return Answer(404, {}, b"")
