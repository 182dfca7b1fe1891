"""Names that stand without an article, and what tells whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.document import Document
from kg.language.spans import Mention
from kg.language.syntax import Syntax

#: classes whose names stand without an article
BARE = ("Company", "Person", "Organization", "JointVenture")
#: articles that only an object can have
ACCUSATIVE = frozenset({"den", "einen"})


def bare_names_at(document: Document, i: int) -> Iterator[Mention]:
    """Yield the names of such classes that begin at a token."""
    for mention in document.at.get(i, ()):
        if mention.first == i and mention.kind == "name" and mention.type in BARE:
            yield mention


def is_owner(s: Syntax, mention: Mention) -> bool:
    """Tell whether a name belongs to the noun behind it: "Dabei werden Alibabas Dienste …"."""
    return s.deps[mention.first] == "nmod" and s.heads[mention.first] == mention.last
