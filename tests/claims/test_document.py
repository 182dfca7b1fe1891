"""What the document mends in the tree where it knows the names."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

#: text, an owner, the noun it belongs to
OWNERS = [
    ("Dabei werden Alibabas Services tief in HONORs Geräteplattform integriert.", "Alibabas", "Services"),
    ("Dabei werden Alibabas Services tief in HONORs Geräteplattform integriert.", "HONORs", "Geräteplattform"),
    ("Samsung setzt künftig auf Googles Modell Gemini.", "Googles", "Modell"),
    ("Apples Chef verkauft die Tochter Beats.", "Apples", "Chef"),
]


@pytest.mark.parametrize(("text", "owner", "noun"), OWNERS)
def test_a_name_in_the_genitive_belongs_to_the_noun_behind_it(
    reader: ClaimReader, text: str, owner: str, noun: str
) -> None:
    s = reader.document(Article("a", text)).syntax
    i = s.words.index(owner)
    assert (s.words[s.heads[i]], s.deps[i]) == (noun, "nmod")


@pytest.mark.parametrize(("text", "owner", "noun"), OWNERS)
def test_the_tree_stays_a_tree(reader: ClaimReader, text: str, owner: str, noun: str) -> None:
    s = reader.document(Article("a", text)).syntax
    roots = [i for i in range(len(s)) if s.heads[i] == i]
    assert len(roots) == len(s.sentences)
    for i in range(len(s)):
        assert s.heads[i] == i or i in s.children[s.heads[i]]
    below = {j for root in roots for j in s.subtree(root)}
    assert below == set(range(len(s)))
