"""Publication dates as pages and files write them."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.articles.dates import dateline_date, parse_date, parse_moment, publication_date
from kg.articles.read import read_articles

SEPTEMBER_26 = dt.date(2025, 9, 26)


@pytest.mark.parametrize(
    "words",
    [
        "2025-09-26",
        "20250926",
        "2025-09-26T08:30:00+02:00",
        "2025-09-26T23:59:59Z",
        "2025-09-26 08:30",
        "26. September 2025",
        "26. Sept. 2025",
        "26 Sep 2025",
        "Freitag, 26. September 2025, 14:30 Uhr",
        "26.09.2025",
        "26.9.25",
        "26. 9. 2025",
        "Stand: 26.09.2025 - 17:30 Uhr",
        "September 26, 2025",
        "Sept. 26th, 2025",
        "Fri, 26 Sep 2025 08:30:00 +0200",
        "Fri, 26 Sep 2025 08:30:00 GMT",
    ],
)
def test_date_is_read(words: str) -> None:
    assert parse_date(words) == SEPTEMBER_26


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1. Jänner 2025", dt.date(2025, 1, 1)),
        ("3. März 2025", dt.date(2025, 3, 3)),
        ("3. Mrz. 2025", dt.date(2025, 3, 3)),
        ("29.02.2024", dt.date(2024, 2, 29)),
        ("31. Dez. 2024", dt.date(2024, 12, 31)),
    ],
)
def test_other_months(words: str, expected: dt.date) -> None:
    assert parse_date(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "gestern",
        "heute",
        "September 2025",
        "2025",
        "29.02.2025",
        "2025-13-01",
        "99.99.9999",
        "0001-01-01",
        "12.",
        "1758844800",
    ],
)
def test_no_date_is_invented(words: str) -> None:
    assert parse_date(words) is None


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("FRANKFURT, 18. Sep 2025 (Reuters) - Der Dax", None, dt.date(2025, 9, 18)),
        ("San Francisco, 18. Sep (Reuters) - Der Chipkonzern", 2025, dt.date(2025, 9, 18)),
        ("San Francisco, 18. Sep (Reuters) - Der Chipkonzern", None, None),
        ("Nestlé feuert Chef\n\nZürich, 2. September 2025 (AWP) - Paukenschlag", None, dt.date(2025, 9, 2)),
        ("Berlin, 5. Nov - Auf seiner Messe", 2025, dt.date(2025, 11, 5)),
        ("LONDON, Sept 18 (Reuters) - The", 2025, dt.date(2025, 9, 18)),
        ("FRANKFURT (dpa-AFX) - Der Dax gewann am 18. September 2025 ein Prozent.", None, None),
    ],
)
def test_dateline(text: str, year: int | None, expected: dt.date | None) -> None:
    assert dateline_date(text, year=year) == expected


@pytest.mark.parametrize(
    ("stated", "text", "expected"),
    [
        ("2025-09-26", "Berlin, 5. Nov 2024 - Auf seiner Messe", SEPTEMBER_26),
        (None, "Stand: 26.09.2025, 14:30 Uhr\n\nAlibaba und Honor arbeiten zusammen.", SEPTEMBER_26),
        (None, "Alibaba und Honor\nFreitag, 26. September 2025\nBeide arbeiten zusammen.", SEPTEMBER_26),
        # a date in a sentence is an event's, not the article's
        (None, "Alibaba hat am 26. September 2025 eine Kooperation verkündet.", None),
        ("bald", "Alibaba und Honor arbeiten zusammen.", None),
    ],
)
def test_publication_date(stated: str | None, text: str, expected: dt.date | None) -> None:
    assert publication_date(stated, text) == expected


def test_unknown_date_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "deal.txt").write_text("Alibaba und Honor arbeiten zusammen.", encoding="utf-8")
    with caplog.at_level(logging.WARNING, "kg.articles"):
        (article,) = read_articles([tmp_path / "deal.txt"])
    assert getattr(article, "published", "") is None
    assert "day of publication is unknown" in caplog.text


@given(st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)))
def test_written_dates_come_back(day: dt.date) -> None:
    assert {parse_date(form) for form in (day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%Y%m%d}")} == {day}


@given(st.text(max_size=80))
def test_no_words_break_it(words: str) -> None:
    parse_date(words)
    publication_date(words, words)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2025-09-26T08:30:00+02:00", "2025-09-26T08:30:00+02:00"),
        ("2025-09-26T23:59:59.123Z", "2025-09-26T23:59:59+00:00"),
        ("2025-09-26 08:30", "2025-09-26T08:30:00"),
        ("20250926T083000+0200", "2025-09-26T08:30:00+02:00"),
        ("Fri, 26 Sep 2025 08:30:00 +0200", "2025-09-26T08:30:00+02:00"),
        ("Fri, 26 Sep 2025 08:30:00 GMT", "2025-09-26T08:30:00+00:00"),
        ("Freitag, 26. September 2025, 14:37 Uhr", "2025-09-26T14:37:00"),
        ("26.09.2025 - 14.37 Uhr", "2025-09-26T14:37:00"),
        ("2025-09-26", None),
        ("2025-09-26T00:00:00+02:00", None),
        ("26.09.2025", None),
        ("Fri, 26 Sep 2025", None),
        ("2025-09-26T08:30:00+02:00:30", None),
        ("08:30 Uhr", None),
        ("", None),
    ],
)
def test_a_time_of_day_is_kept_where_it_is_written(words: str, moment: str | None) -> None:
    found = parse_moment(words)
    assert (found.isoformat() if found else None) == moment


@given(st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2150, 1, 1), timezones=st.timezones() | st.none()))
@example(dt.datetime(1983, 9, 30, 23, tzinfo=ZoneInfo("Asia/Almaty")))  # an hour that came twice equals none elsewhere
def test_a_moment_lies_on_the_day_of_publication(moment: dt.datetime) -> None:
    words = moment.isoformat()
    found, written = parse_moment(words), dt.datetime.fromisoformat(words)
    assert found is None or (found.date() == parse_date(words) and found == written.replace(microsecond=0))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", "---\npublished: 2025-09-26T08:30:00+02:00\n---\nAlibaba und Honor arbeiten zusammen."),
        ("a.jsonl", '{"text": "Alibaba und Honor.", "published": "2025-09-26T08:30:00+02:00"}'),
        ("a.csv", "text,published\nAlibaba und Honor.,2025-09-26T08:30:00+02:00\n"),
        (
            "a.rss",
            "<rss><channel><title>N</title><item><title>T</title><description>Alibaba und Honor.</description>"
            "<pubDate>Fri, 26 Sep 2025 08:30:00 +0200</pubDate></item></channel></rss>",
        ),
        (
            "a.xml",
            '<nitf><head><docdata><date.issue norm="20250926T083000+0200"/></docdata></head><body><body.content>'
            "<p>Alibaba und Honor.</p></body.content></body></nitf>",
        ),
        (
            "a.html",
            '<html><head><script type="application/ld+json">{"@type": "NewsArticle", "datePublished": '
            '"2025-09-26T08:30:00+02:00"}</script></head><body><article><h1>Abkommen</h1>'
            + "<p>Alibaba und Honor arbeiten bei Software für Telefone zusammen, wie beide mitteilten.</p>" * 5
            + "</article></body></html>",
        ),
    ],
)
def test_every_format_tells_the_moment(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    (article,) = read_articles([tmp_path / name])
    assert article.published == SEPTEMBER_26
    assert article.published_at == dt.datetime(2025, 9, 26, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
