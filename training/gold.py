"""Training articles as gold files of the claims contract, so that ``kg evaluate`` can score on them.

python -m training.gold FOLDER FILE... writes ``claims/ID.json`` for each article and ``articles.jsonl`` beside them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from training.articles import VALUES, AnnotatedArticle, Statement, read_articles


def gold(article: AnnotatedArticle) -> dict[str, Any]:
    """Return the gold object of an article: a claim told in several sentences stands once."""
    claims: dict[tuple[str, str, Any], dict[str, Any]] = {}
    for sentence in article.sentences:
        for statement in sentence.statements:
            key = (statement.subject, statement.predicate, _object(statement))
            claim = claims.setdefault(key, {"s": key[0], "p": key[1], "o": key[2], "status": [], "by": [], "q": {}})
            if statement.status not in claim["status"]:
                claim["status"].append(statement.status)
            claim["by"] += [b for b in statement.by if b not in claim["by"]]
            for name, value in statement.qualifiers:
                claim["q"].setdefault(name, value)
    entities = {key: {"names": list(names), "type": cls} for key, (cls, names) in article.entities.items()}
    return {
        "article": article.id, "lang": "de", "published": article.published,
        "entities": entities, "claims": list(claims.values()), "optional": [],
    }  # fmt: skip


def _object(statement: Statement) -> Any:
    if statement.predicate not in VALUES or statement.object is None:
        return statement.object
    try:
        return float(statement.object)
    except ValueError:
        return statement.object


def main(folder: str, paths: list[str]) -> None:
    """Write the gold files and the articles."""
    claims = Path(folder) / "claims"
    claims.mkdir(parents=True, exist_ok=True)
    with (Path(folder) / "articles.jsonl").open("w", encoding="utf-8") as out:
        for path in paths:
            for article in read_articles(Path(path)):
                text = json.dumps(gold(article), ensure_ascii=False)
                (claims / f"{article.id}.json").write_text(text + "\n", encoding="utf-8")
                record = {"id": article.id, "text": article.text(), "published": article.published, "lang": "de"}
                out.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
