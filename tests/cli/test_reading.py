"""What the commands that read articles take, and what they say of what they cannot read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from tests.articles.web.site import Said, site

SENTENCE = "BMW arbeitet mit Alibaba zusammen."


def extracted(*arguments: str) -> list[str]:
    """Run kg extract and return what the claims say."""
    done = CliRunner().invoke(main, ["extract", *arguments])
    assert done.exit_code == 0, done.output
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [f"{claim['subject']['name']} {claim['predicate']} {claim['object']['name']}" for claim in found]


def test_columns_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'Datum;Inhalt\n2025-09-26;"{SENTENCE}"\n', encoding="utf-8")
    given = [str(tmp_path / "a.csv"), "--column", "text=Inhalt", "--column", "published=Datum"]
    assert extracted(*given) == ["BMW partnersWith Alibaba"]


def test_pages_are_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with site() as local:
        local.pages["/a.txt"] = Said(SENTENCE.encode(), headers={"Content-Type": "text/plain"})
        assert extracted(f"{local.address}/a.txt", "--allow-private") == ["BMW partnersWith Alibaba"]
        assert (tmp_path / "newskg" / "web").is_dir()


@pytest.mark.parametrize(
    ("arguments", "status", "answer"),
    [
        (["a.csv"], 1, 'has no column "text" (its columns: Datum, Inhalt); tell which column'),
        (["a.csv", "--column", "text=Text"], 1, 'has no column "Text"'),
        (["a.csv", "--column", "words=Inhalt"], 2, "is not FIELD=NAME with one of the fields id, text, title"),
        (["a.csv", "--column", "text"], 2, "'text' is not FIELD=NAME"),
        (["a.txt", "--max-bytes", "10"], 1, "is longer than 10 bytes; split it, or raise the limit (--max-bytes)"),
        (["a.txt", "--max-chars", "10"], 1, "has more than 10 characters; split it"),
        (["http://127.0.0.1:9/a"], 1, "leads to a private address (127.0.0.1); give --allow-private"),
        (["missing.txt"], 1, "missing.txt: does not exist; check the path"),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], status: int, answer: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text("Datum;Inhalt\n2025-09-26;x\n", encoding="utf-8")
    Path("a.txt").write_text(SENTENCE, encoding="utf-8")
    done = CliRunner().invoke(main, ["extract", *arguments])
    assert (done.exit_code, answer in done.output) == (status, True), done.output
