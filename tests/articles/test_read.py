"""Every format gives the same article; what cannot be read is told and stops nothing."""

from __future__ import annotations

import bz2
import datetime as dt
import gzip
import io
import json
import lzma
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.articles.failure import ReadFailure
from kg.articles.read import read_articles

TEXT = "Alibaba und Honor haben am Freitag eine Kooperation verkündet.\n\nDie Aktie gewann 2,5 Prozent.\n"
ARTICLE = Article(
    id="honor-deal",
    text=TEXT,
    title="Alibaba: Ein Abkommen",
    published=dt.date(2025, 9, 26),
    publisher="Musterblatt",
    url="https://news.example/honor-deal",
    lang="de",
    author="Max Muster",
)
RECORD = {
    "id": "honor-deal",
    "text": TEXT,
    "title": "Alibaba: Ein Abkommen",
    "published": "2025-09-26",
    "publisher": "Musterblatt",
    "url": "https://news.example/honor-deal",
    "lang": "de",
    "author": "Max Muster",
}
FRONT_MATTER = "\n".join(
    ["---", *(f"{key}: {json.dumps(value)}" for key, value in RECORD.items() if key != "text"), "rank: 3", "---", ""]
)
CSV = "id,text,title,published,publisher,url,lang,author\n" + ",".join(f'"{value}"' for value in RECORD.values())

FORMATS = {
    "a.txt": FRONT_MATTER + TEXT,
    "a.md": FRONT_MATTER + TEXT,
    "a.jsonl": json.dumps(RECORD, ensure_ascii=False),
    "a.ndjson": json.dumps({**RECORD, "rank": 3}) + "\n",
    "one.json": json.dumps(RECORD, indent=2),
    "many.json": json.dumps([RECORD]),
    "a.csv": CSV,
    "semicolon.csv": CSV.replace('","', '";"').replace(
        "id,text,title,published,publisher,url,lang,author", "ID;Text;Title;Published;Publisher;URL;Lang;Author"
    ),
    "a.tsv": CSV.replace('","', '"\t"').replace(
        "id,text,title,published,publisher,url,lang,author", "id\ttext\ttitle\tpublished\tpublisher\turl\tlang\tauthor"
    ),
}
PACKERS: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def read(*paths: Path | str, **options: int) -> tuple[list[Article], list[ReadFailure]]:
    items = list(read_articles(paths, **options))
    articles = [item for item in items if isinstance(item, Article)]
    return articles, [item for item in items if isinstance(item, ReadFailure)]


def told(failures: list[ReadFailure]) -> str:
    return "\n".join(map(str, failures))


@pytest.mark.parametrize("name", FORMATS)
def test_format(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FORMATS[name], encoding="utf-8")
    assert read(tmp_path / name) == ([ARTICLE], [])


@pytest.mark.parametrize("packer", PACKERS)
@pytest.mark.parametrize("name", ["a.md", "a.jsonl", "a.csv"])
def test_compressed(tmp_path: Path, name: str, packer: str) -> None:
    file = tmp_path / f"{name}{packer}"
    file.write_bytes(PACKERS[packer](FORMATS[name].encode()))
    assert read(file) == ([ARTICLE], [])


@pytest.mark.parametrize("name", ["a.md", "a.jsonl", "many.json"])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FORMATS[name], encoding="utf-8")
    with (tmp_path / name).open("rb") as stream:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))
        assert read("-") == ([ARTICLE], [])


def test_named_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    if os.fork() == 0:
        pipe.write_text(FORMATS["a.jsonl"], encoding="utf-8")
        os._exit(0)
    assert read(pipe) == ([ARTICLE], [])


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_text_without_front_matter_is_the_files_text(tmp_path: Path, newline: str) -> None:
    file = tmp_path / "honor-deal.txt"
    file.write_bytes(TEXT.replace("\n", newline).encode())
    (article,), _ = read(file)
    assert article.text == file.read_text(encoding="utf-8")
    assert article.id == "honor-deal"


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("any") / "any.txt"
    file.write_text("Alibaba" + text, encoding="utf-8", newline="")
    (article,), failures = read(file)
    assert (article.text, failures) == (file.read_text(encoding="utf-8"), [])


@given(st.text())
def test_any_record_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("any") / "any.jsonl"
    file.write_text(json.dumps({"text": "Alibaba" + text}), encoding="utf-8")
    articles, failures = read(file)
    if "\0" in text:
        assert "NUL" in told(failures)
    else:
        assert len(articles[0].text) == len("Alibaba" + text)


# ---- where articles lie


def test_folder_is_read_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", "b/one.txt", ".hidden.txt", ".git/config.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text von {name}", encoding="utf-8")
    articles, failures = read(tmp_path)
    assert [a.id for a in articles] == ["a", "one", "two"]
    assert failures == []


def test_glob(tmp_path: Path) -> None:
    for name in ("a-1.txt", "a-2.txt", "b-1.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert [a.id for a in read(f"{tmp_path}/a-*.txt")[0]] == ["a-1", "a-2"]
    assert [a.id for a in read(f"{tmp_path}/**/*-1.txt")[0]] == ["a-1", "b-1"]


def test_symlink_loop_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Alibaba", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    articles, failures = read(tmp_path)
    assert [a.id for a in articles] == ["a"]
    assert "leads nowhere" in told(failures)


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Alibaba"}\n{"text": "Honor"}\n', encoding="utf-8")
    stream = read_articles([tmp_path / "a.jsonl", tmp_path / "missing.txt"])
    assert isinstance(next(stream), Article)
    (tmp_path / "missing.txt").write_text("Doch da", encoding="utf-8")
    assert [type(item) for item in stream] == [Article, Article]


# ---- one name, one article


def test_same_id_with_another_text_is_another_article(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(f"Bericht {folder}", encoding="utf-8")
    articles, failures = read(tmp_path)
    assert [a.id for a in articles] == ["report", "report-147d3f7f"]
    assert failures == []


def test_same_id_with_the_same_text_is_a_duplicate(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text((json.dumps(RECORD) + "\n") * 2, encoding="utf-8")
    articles, failures = read(tmp_path / "a.jsonl")
    assert articles == [ARTICLE]
    assert [(f.kind, f.reason) for f in failures] == [("duplicate", "repeats article honor-deal, word for word")]


def test_address_belongs_to_one_article(tmp_path: Path) -> None:
    records = [{"id": f"a{i}", "text": f"Text {i}", "url": "https://news.example/"} for i in range(3)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    articles, _ = read(tmp_path / "a.jsonl")
    assert [a.url for a in articles] == ["https://news.example/", None, None]
    assert len({a.iri for a in articles}) == 3


def test_id_of_a_record_does_not_depend_on_its_line(tmp_path: Path) -> None:
    lines = ['{"text": "Alibaba"}', '{"text": "Honor"}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ids = {a.text: a.id for a in read(tmp_path / "a.jsonl")[0]}
    (tmp_path / "a.jsonl").write_text("\n".join(reversed(lines)), encoding="utf-8")
    assert {a.text: a.id for a in read(tmp_path / "a.jsonl")[0]} == ids


# ---- fields


def test_column_mapping(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Nr,Inhalt,Datum\n7,Alibaba und Honor,26.09.2025\n", encoding="utf-8")
    (article,) = read_articles([tmp_path / "a.csv"], columns={"id": "Nr", "text": "Inhalt", "published": "Datum"})
    assert isinstance(article, Article)
    assert (article.id, article.text, article.published) == ("7", "Alibaba und Honor", dt.date(2025, 9, 26))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "/a/b", "https://", "http://[", "x y"])
def test_only_web_addresses_are_kept(tmp_path: Path, url: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Alibaba", "url": url}), encoding="utf-8")
    assert read(tmp_path / "a.jsonl")[0][0].url is None


@pytest.mark.parametrize(
    ("stated", "text", "lang"),
    [
        ("de-AT", "Alibaba", "de"),
        ("EN_us", "Alibaba", "en"),
        (None, "Alibaba", "de"),
        (None, "The group said that it would not sell the unit to the rival.", "en"),
        ("klingon", "Alibaba", "de"),
    ],
)
def test_language_is_stated_or_recognised(tmp_path: Path, stated: str | None, text: str, lang: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text, "lang": stated}), encoding="utf-8")
    assert read(tmp_path / "a.jsonl")[0][0].lang == lang


def test_front_matter_cannot_build_objects(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        '---\ntitle: !!python/object/apply:os.system ["true"]\n---\nAlibaba', encoding="utf-8"
    )
    (article,), _ = read(tmp_path / "a.md")
    assert article.text == "Alibaba"


@pytest.mark.parametrize("text", ["---\nEin Strich, dann Text.\n---\nMehr Text.", "--- kein Kopf\nText", "---\nnie zu"])
def test_rules_are_no_front_matter(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert read(tmp_path / "a.md")[0][0].text == text
