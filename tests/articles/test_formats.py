"""Parquet, archives and agencies' XML: what they give, and what is said of broken ones."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import zipfile
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from kg.articles.archive import SUFFIX
from kg.articles.article import Article
from kg.articles.failure import ReadFailure
from kg.articles.formats import READERS
from kg.articles.read import read_articles
from kg.articles.source import OPENERS

SENTENCE = "BMW arbeitet mit Alibaba zusammen."

NITF = f"""<?xml version="1.0"?><nitf><head><title>BMW</title><docdata><doc-id id-string="nfd-1"/>
<date.issue norm="20250926T083000+0200"/></docdata></head><body><body.head><hedline><hl1>BMW und Alibaba</hl1></hedline>
<byline>Ida Beispiel</byline><distributor>Nordfinanz-Dienst</distributor></body.head>
<body.content><p>{SENTENCE}</p><p>Das teilten <em>beide</em> mit.</p></body.content></body></nitf>"""
G2 = """<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:nfd:{guid}" xml:lang="de">
<itemMeta><provider><name>Nordfinanz-Dienst</name></provider><versionCreated>2025-09-26T08:30:00+02:00</versionCreated>
</itemMeta><contentMeta><headline>BMW und Alibaba</headline><by>Ida Beispiel</by><language tag="de-AT"/></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""
XHTML = f"""<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>{SENTENCE}</p>
<p>Das teilten <b>beide</b> mit.</p></body></html></inlineXML>"""
INNER = f"<inlineXML>{NITF.partition('?>')[2]}</inlineXML>"
TOLD = f"{SENTENCE}\nDas teilten beide mit."


def articles(path: Path, **options: dict[str, str]) -> list[Article]:
    items = list(read_articles([path], **options))
    assert all(isinstance(item, Article) for item in items), items
    return items  # type: ignore[return-value]


def failure(path: Path) -> str:
    (item,) = read_articles([path])
    assert isinstance(item, ReadFailure) and item.next_step
    return str(item)


# ---- Parquet


def table(path: Path, **columns: list[object]) -> Path:
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    return path


def test_parquet_rows_are_articles(tmp_path: Path) -> None:
    days = [dt.date(2025, 9, 26), dt.datetime(2025, 9, 27, 8, 30), None]
    days = pyarrow.array([str(day) if day else None for day in days])
    texts, ranks = [SENTENCE, "Zwei", "Drei"], [[1], [2], []]
    path = table(tmp_path / "a.parquet", id=[1, 2, 3], text=texts, published=days, rank=ranks)
    assert [(a.id, a.text, str(a.published)) for a in articles(path)] == [
        ("1", SENTENCE, "2025-09-26"), ("2", "Zwei", "2025-09-27"), ("3", "Drei", "None"),
    ]  # fmt: skip


def test_parquet_days_and_bytes(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", text=[SENTENCE.encode()], published=[dt.date(2025, 9, 26)])
    (article,) = articles(path)
    assert (article.text, article.published) == (SENTENCE, dt.date(2025, 9, 26))


def test_parquet_columns_are_mapped(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", Inhalt=[SENTENCE], Datum=["26.09.2025"])
    (article,) = articles(path, columns={"text": "Inhalt", "published": "Datum"})
    assert article.published == dt.date(2025, 9, 26)


def test_a_bad_row_is_told_by_number(tmp_path: Path) -> None:
    items = list(read_articles([table(tmp_path / "a.parquet", text=["Eins", None, "  ", "Vier"])]))
    assert [item.source[-5:] for item in items if isinstance(item, ReadFailure)] == ["row 2", "row 3"]
    assert [item.text for item in items if isinstance(item, Article)] == ["Eins", "Vier"]


def test_what_is_no_parquet_is_told(tmp_path: Path) -> None:
    whole = table(tmp_path / "a.parquet", text=[SENTENCE] * 500).read_bytes()
    damaged = whole[:8] + b"\xff" * 40 + whole[48:]
    for name, content in {"cut": whole[:-40], "damaged": damaged, "none": b"PAR1", "empty": b""}.items():
        (tmp_path / f"{name}.parquet").write_bytes(content)
        assert "Parquet" in failure(tmp_path / f"{name}.parquet"), name
    assert 'no column "text" (its columns: Inhalt)' in failure(table(tmp_path / "b.parquet", Inhalt=["x"]))


# ---- archives


def archive(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(name, content)
    return path


def test_an_archive_is_read_like_a_folder(tmp_path: Path) -> None:
    files = {
        "b/two.md": b"---\npublished: 2025-09-26\n---\nZwei",
        "a.txt": SENTENCE.encode(),
        "c.txt.gz": gzip.compress(b"Drei"),
        "d.jsonl": b'{"id": "4", "text": "Vier"}\n',
        ".hidden.txt": b"x",
        "__MACOSX/a.txt": b"x",
        "leer/": b"",
    }
    path = archive(tmp_path / "news.zip", **files)
    expected = [("a", SENTENCE), ("two", "Zwei"), ("c", "Drei"), ("4", "Vier")]
    assert [(a.id, a.text) for a in articles(path)] == expected
    assert [(a.id, a.text) for a in articles(tmp_path)] == expected


def test_names_in_an_archive_are_no_paths(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    names = ("../../up.txt", "/etc/root.txt", "C:\\windows.txt", "a\nb.txt")
    path = archive(tmp_path / "in" / "evil.zip", **{name: name.encode() for name in names})
    assert [a.id for a in articles(path)] == ["up", "root", "C:\\windows", "a_b"]
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["evil.zip"]


def test_an_archive_cannot_fill_the_memory(tmp_path: Path) -> None:
    path = archive(tmp_path / "bomb.zip", **{"a.txt": b"a" * 50_000_000})
    assert "is longer than 5,000,000 bytes" in failure(path)


def test_broken_archives_are_told(tmp_path: Path) -> None:
    whole = archive(tmp_path / "whole.zip", **{"a.txt": SENTENCE.encode() * 50}).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "empty.zip").write_bytes(b"")
    (tmp_path / "damaged.zip").write_bytes(whole[:40] + b"\xff" * 20 + whole[60:])
    locked = bytearray(whole)
    locked[whole.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "locked.zip").write_bytes(locked)
    assert "is no readable archive" in failure(tmp_path / "cut.zip")
    assert "is no readable archive" in failure(tmp_path / "empty.zip")
    assert "is damaged" in failure(tmp_path / "damaged.zip")
    assert "locked.zip/a.txt: is encrypted" in failure(tmp_path / "locked.zip")


# ---- agencies' XML


@pytest.mark.parametrize(
    ("content", "id_", "publisher"),
    [
        (NITF, "nfd-1", "Nordfinanz-Dienst"),
        (G2.format(guid="1", content=XHTML), "urn:nfd:1", "Nordfinanz-Dienst"),
        (G2.format(guid="2", content=INNER), "urn:nfd:2", "Nordfinanz-Dienst"),
    ],
)
def test_an_agencys_item_is_an_article(tmp_path: Path, content: str, id_: str, publisher: str) -> None:
    (tmp_path / "a.xml").write_text(content, encoding="utf-8")
    (article,) = articles(tmp_path / "a.xml")
    assert (article.id, article.text, article.title, article.publisher) == (id_, TOLD, "BMW und Alibaba", publisher)
    assert (article.published, article.author, article.lang) == (dt.date(2025, 9, 26), "Ida Beispiel", "de")


def test_a_message_holds_many_items(tmp_path: Path) -> None:
    texts = ("Eins", "", "Drei")
    items = [G2.format(guid=n, content=f"<inlineData>{text}</inlineData>") for n, text in enumerate(texts)]
    inner = "".join(item.partition("?>")[2] for item in items)
    (tmp_path / "a.xml").write_text(f"<newsMessage><itemSet>{inner}</itemSet></newsMessage>", encoding="utf-8")
    found = list(read_articles([tmp_path / "a.xml"]))
    told = [item.text if isinstance(item, Article) else item.source[-6:] for item in found]
    assert told == ["Eins", "item 2", "Drei"]


def test_a_stream_is_recognised() -> None:
    from kg.articles.formats import detect_suffix

    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"text": ["x"]}), out)
    assert detect_suffix(out.getvalue()[:512]) == ".parquet"


def test_every_format_is_told_of_in_the_docs() -> None:
    told = (Path(__file__).parents[2] / "docs" / "articles.md").read_text(encoding="utf-8")
    assert [suffix for suffix in (*READERS, *OPENERS, SUFFIX) if f"`{suffix}`" not in told] == [".lzma"]
