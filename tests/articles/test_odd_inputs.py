"""A collection of odd files: each is read or reported, and the run goes on."""

from __future__ import annotations

import gzip
import json
import logging
from pathlib import Path

import pytest

from kg.articles.article import Article
from kg.articles.failure import ReadFailure
from kg.articles.read import read_articles

GOOD = "Alibaba und Honor haben eine Kooperation verkündet."
DEEP = 100_000

BROKEN: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\r\n", "is empty"),
    "mark-only.txt": (b"\xef\xbb\xbf", "is empty"),
    "front-matter-only.md": (b"---\ntitle: x\n---\n", "is empty"),
    "binary.txt": (bytes(range(256)), "NUL"),
    "nul.txt": (b"Alibaba\0Honor", "NUL"),
    "utf-16-without-mark.txt": ("Alibaba".encode("utf-16-le"), "NUL"),
    "half-utf-16.txt": (b"\xff\xfeA\0l", "cannot be decoded as utf-16"),
    "no-encoding.txt": (b"Alibaba \x81\x8d", "cannot be decoded as cp1252"),
    "front-matter.md": (b"---\ntitle: a: b: c\n---\nAlibaba", "not valid YAML (line 2)"),
    "deep-front-matter.md": (b"---\n" + b"[" * 9000 + b"\n---\nAlibaba", "not valid YAML"),
    "line-of-50-mb.txt": (b"a" * 50_000_000, "is longer than 5,000,000 bytes"),
    "long.txt": (b"Alibaba " * 15_000, "has more than 100,000 characters; split it, or raise the limit (--max-chars)"),
    "line-of-50-mb.jsonl": (b'{"text": "' + b"a" * 50_000_000, "line 1: is longer"),
    "bomb.txt.gz": (gzip.compress(b"a" * 50_000_000), "is longer"),
    "cut.txt.gz": (gzip.compress(GOOD.encode())[:-12], "is damaged"),
    "no-gzip.txt.gz": (b"Alibaba", "Not a gzipped file"),
    "no-xz.txt.xz": (b"Alibaba", "is damaged"),
    "no-bz2.txt.bz2": (b"Alibaba", "Invalid data stream"),
    "deep.jsonl": (b"[" * DEEP, "line 1: is not usable JSON"),
    "deep.json": (b"[" * DEEP, "is not usable JSON"),
    "number.jsonl": (b'{"text": ' + b"9" * 5000 + b"}", "line 1: is not usable JSON"),
    "array.jsonl": (b"[1]", "line 1: is not a JSON object"),
    "no-text.jsonl": (b'{"title": "x"}', "line 1: has no text"),
    "text-is-a-number.jsonl": (b'{"text": 5}', "line 1: has no text"),
    "null.json": (b"null", "record 1: is not a JSON object"),
    "broken.json": (b'{"text": "Alibaba"', "is not valid JSON"),
    "no-column.csv": (b"a,b\n1,2\n", 'has no column "text" (its columns: a, b)'),
    "empty.csv": (b"", "has no column"),
    "wide.csv": (b'text\n"' + b"a" * 6_000_000, "is not a readable table"),
    "entities.xml": (b'<!DOCTYPE x [<!ENTITY a "b">]><rss>&a;</rss>', "declares XML entities"),
    "broken.rss": (b"<rss><channel>", "is not valid XML"),
    "other.xml": (b"<plist></plist>", "holds no entries"),
    "deep.xml": (b"<a>" * DEEP, "is not valid XML"),
    "picture.png": (b"\x89PNG", "is of a format without a reader (.png)"),
    "no-suffix": (b"Alibaba", "is of a format without a reader (no suffix)"),
    "empty.html": (b"<html></html>", "holds no main text"),
    "deep.html": (b"<div>" * 10_000, "holds no main text"),
}

READ: dict[str, tuple[bytes, str]] = {
    "mark.txt": (b"\xef\xbb\xbf" + GOOD.encode(), GOOD),
    "utf-16-le.txt": (b"\xff\xfe" + GOOD.encode("utf-16-le"), GOOD),
    "utf-16-be.txt": (b"\xfe\xff" + GOOD.encode("utf-16-be"), GOOD),
    "utf-16.jsonl": (json.dumps({"text": GOOD}, ensure_ascii=False).encode("utf-16"), GOOD),
    "mark.jsonl": (b"\xef\xbb\xbf" + json.dumps({"text": GOOD}).encode(), GOOD),
    "cp1252.txt": (GOOD.encode("cp1252"), GOOD),
    "line-ends.txt": (b"Alibaba\r\nHonor\rMeituan\nEnde", "Alibaba\nHonor\nMeituan\nEnde"),
    "zero-width.txt": ("Ali\u200bbaba \u2060🚀 \u202eronoH".encode(), "Ali\u200bbaba \u2060🚀 \u202eronoH"),
    "separators.txt": (
        "Alibaba\u2028Honor\x0bMeituan\x0c\x85Ende".encode(),
        "Alibaba\u2028Honor\x0bMeituan\x0c\x85Ende",
    ),
    "surrogate.jsonl": (b'{"text": "Alibaba \\ud800 Honor"}', "Alibaba \ufffd Honor"),
    "mojibake.txt": (GOOD.encode().decode("cp1252").encode(), GOOD.encode().decode("cp1252")),
    "name\nwith newline.txt": (GOOD.encode(), GOOD),
    "two.dots.in.name.txt": (GOOD.encode(), GOOD),
}


def write(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("name", BROKEN)
def test_broken_input_is_reported_and_the_next_is_read(tmp_path: Path, name: str) -> None:
    content, reason = BROKEN[name]
    items = list(read_articles([write(tmp_path, name, content), write(tmp_path, "good.txt", GOOD.encode())]))
    assert [type(item) for item in items] == [ReadFailure, Article]
    assert reason in str(items[0])
    assert isinstance(items[0], ReadFailure)
    assert items[0].next_step


@pytest.mark.parametrize("name", READ)
def test_odd_input_is_read(tmp_path: Path, name: str) -> None:
    content, text = READ[name]
    (article,) = read_articles([write(tmp_path, name, content)])
    assert isinstance(article, Article)
    assert article.text == text
    assert article.id.isprintable()
    assert article.iri.isascii()


def test_whole_collection_in_one_run(tmp_path: Path) -> None:
    for name, (content, _) in (BROKEN | READ).items():
        write(tmp_path, name, content)
    items = list(read_articles([tmp_path]))
    assert sum(1 for item in items if isinstance(item, Article)) == len(READ)
    assert sum(1 for item in items if isinstance(item, ReadFailure)) == len(BROKEN)


def test_bad_lines_are_told_by_number(tmp_path: Path) -> None:
    lines = [
        b'{"text": "eins"}',
        b"{broken",
        b"",
        b'{"text": "vier"}',
        b'{"text": "\xff\xfe\x81"}',
        b'{"text": "sechs"}',
    ]
    items = list(read_articles([write(tmp_path, "a.jsonl", b"\n".join(lines))]))
    assert [item.text for item in items if isinstance(item, Article)] == ["eins", "vier", "sechs"]
    assert [item.source[-6:] for item in items if isinstance(item, ReadFailure)] == ["line 2", "line 5"]


def test_line_behind_one_too_long_is_read(tmp_path: Path) -> None:
    content = b'{"text": "' + b"a" * 50_000 + b'"}\n{"text": "Alibaba"}\n'
    items = list(read_articles([write(tmp_path, "a.jsonl", content)], max_bytes=10_000))
    assert [type(item) for item in items] == [ReadFailure, Article]


def test_what_came_before_the_damage_counts(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": str(i), "text": f"Text {i} {i * 7919}"}) for i in range(20_000))
    packed = gzip.compress(lines.encode())
    items = list(read_articles([write(tmp_path, "a.jsonl.gz", packed[: len(packed) // 2])]))
    assert sum(1 for item in items if isinstance(item, Article)) > 1_000
    assert "is damaged" in str(items[-1])


def test_guesses_are_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    mojibake = "Müller über Ölpreise – äußert sich".encode().decode("cp1252")
    files = [write(tmp_path, "a.txt", GOOD.encode("cp1252")), write(tmp_path, "b.txt", mojibake.encode())]
    with caplog.at_level(logging.WARNING, "kg.articles"):
        list(read_articles(files))
    assert "is not UTF-8, read as cp1252" in caplog.text
    assert "looks doubly encoded" in caplog.text


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing.txt", "does not exist"),
        ("*.nothing", "matches no file"),
        ("https://127.0.0.1:1/a", "leads to a private address"),
        ("/dev/null", "is neither a file nor a folder"),
        ("with\0nul.txt", "is no path"),
        ("n" * 5000, "is no path"),
    ],
)
def test_path_that_gives_nothing(path: str, reason: str) -> None:
    (failure,) = read_articles([path])
    assert isinstance(failure, ReadFailure)
    assert reason in failure.reason


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = write(tmp_path, "a.txt", GOOD.encode())
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        (failure,) = read_articles([file])
        assert "chmod" in str(failure)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "iterdir", refuse)
        (failure,) = read_articles([tmp_path])
        assert "cannot be listed" in str(failure)
