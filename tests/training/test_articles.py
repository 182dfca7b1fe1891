"""The format of training articles: what is read, what is refused and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.articles import FOLDER, FormatError, read_articles
from training.gold import gold

ARTICLE = """\
## t-001 | 2025-10-22 | agency
! Company: Nvidia; Intel|Intels
! Regulator: SAMR
! MediaOutlet: Reuters

Nvidia steigt bei Intel ein

Der Konzern zahlt laut Reuters fünf Milliarden Dollar.
= Der Konzern: Nvidia
> Nvidia ownsStakeIn Intel | amount=5000000000 | currency=USD | by=Reuters
Die SAMR prüft den Fall.
> SAMR investigates Nvidia | status=planned
"""
BROKEN = [
    ("> Nvidia ownsStakeIn AMD", "not declared"),
    ("> Nvidia loves Intel", "SUBJECT predicate OBJECT"),
    ("> Nvidia ownsStakeIn Intel | status=sure", "no status"),
    ("> Nvidia ownsStakeIn Intel | colour=red", "no qualifier"),
    ("> Nvidia reports sales", "no metric"),
    ("= Der Rivale: Nvidia", "has no"),
]


def written(folder: Path, text: str) -> Path:
    path = folder / "t.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_article_is_read_with_what_its_sentences_state(tmp_path: Path) -> None:
    (article,) = read_articles(written(tmp_path, ARTICLE))
    text = article.text()
    assert text == (
        "Nvidia steigt bei Intel ein\n\nDer Konzern zahlt laut Reuters fünf Milliarden Dollar. Die SAMR prüft den Fall."
    )
    assert all(text[s.start : s.start + len(s.text)] == s.text for s in article.sentences)
    stake, check = (c for s in article.sentences for c in s.statements)
    assert (stake.subject, stake.object, stake.by) == ("Nvidia", "Intel", ("Reuters",))
    assert check.status == "planned"
    assert article.sentences[1].references == [("Der Konzern", "Nvidia")]


@pytest.mark.parametrize(("line", "reason"), BROKEN)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, reason: str) -> None:
    with pytest.raises(FormatError, match=reason):
        list(read_articles(written(tmp_path, ARTICLE + line + "\n")))


def test_gold_tells_a_claim_once(tmp_path: Path) -> None:
    told_twice = ARTICLE + "Nvidia hält nun einen Anteil an Intel.\n> Nvidia ownsStakeIn Intel | percent=4\n"
    (article,) = read_articles(written(tmp_path, told_twice))
    stakes = [c for c in gold(article)["claims"] if c["p"] == "ownsStakeIn"]
    assert stakes == [
        {
            "s": "Nvidia",
            "p": "ownsStakeIn",
            "o": "Intel",
            "status": ["actual"],
            "by": ["Reuters"],
            "q": {"amount": "5000000000", "currency": "USD", "percent": "4"},
        }
    ]


def test_the_corpus_is_sound() -> None:
    articles = [a for path in sorted(FOLDER.glob("*.txt")) for a in read_articles(path)]
    assert len(articles) > 500
    assert len({a.id for a in articles}) == len(articles)
