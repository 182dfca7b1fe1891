"""How many articles paths hold, against how many reading gives."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kg.articles.article import Article
from kg.articles.count import count_articles
from kg.articles.read import read_articles

LINES = "".join(json.dumps({"id": name, "text": f"Der Dax stieg. {name}"}) + "\n" for name in "abc") + "\n"
FILES = {
    "one.txt": b"Siemens kauft Altair.",
    "page.html": b"<html><body><p>Siemens kauft Altair.</p></body></html>",
    "lines.jsonl": LINES.encode(),
    "packed.jsonl.gz": gzip.compress(LINES.replace("Dax", "MDax").encode()),
    "table.csv": b"id,text\nx,Der Dax fiel.\ny,Der Dax stieg heute.\n",
    "list.json": json.dumps([{"id": "z", "text": "Der Euro gab nach."}]).encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_counts_as_many_articles_as_it_gives(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    assert count_articles([path]) == sum(isinstance(item, Article) for item in read_articles([path])) > 0


def test_a_folder_counts_what_its_files_hold(tmp_path: Path) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "broken.json").write_text("[{", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert count_articles([tmp_path]) == 1 + 1 + 3 + 3 + 2 + 1


@pytest.mark.parametrize("path", ["-", "https://news.example/feed.rss"])
def test_what_can_be_read_once_only_is_not_counted(tmp_path: Path, path: str) -> None:
    assert count_articles([tmp_path, path]) is None
