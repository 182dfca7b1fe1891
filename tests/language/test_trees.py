"""However a tree is mended, it stays a tree: every word has a way up to a root, whatever the parser said."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.language.syntax import Syntax

#: words that menders look for, each with some that they do not
_FAMILIES = (
    "einem Bericht zufolge Siemens kauft ,",
    "einer eine der größten Aktionäre von Bayer",
    "Bayer macht Siemens verantwortlich für Verluste",
    "Behörde wirft dm gibt Schuld vor Verluste ,",
    "verlangt von den Wienern , Kredite zu verringern die",
    "Stellen die Bayer streicht , und ab",
    "Daten-Austausche : – Zölle kauften 25,1 Prozent sein",
    "Das kündigte Finanzchef Thomas in München an .",
    "bis zu 3 Milliarden Chips kommen Nvidia von eine",
    "SAP , das WalkMe und LeanIX hat verkauft die",
)

_POS = ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADP", "DET", "PRON", "PART", "PUNCT", "NUM")
_DEPS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "appos", "flat", "case", "det", "amod", "acl", "acl:relcl",
    "xcomp", "ccomp", "advcl", "conj", "cc", "compound:prt", "parataxis", "punct", "advmod", "aux", "mark",
)  # fmt: skip
_FEATS = ("", "VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part", "Case=Acc|Number=Sing", "PronType=Rel")


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    """Return a document of one sentence with any tree over it."""
    family = draw(st.sampled_from(_FAMILIES)).split()
    words = draw(st.lists(st.sampled_from(family), min_size=2, max_size=10))
    size = len(words)
    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for place, i in enumerate(order[1:], 1):
        heads[i] = order[draw(st.integers(0, place - 1))]
    pos, feats = (draw(st.lists(st.sampled_from(x), min_size=size, max_size=size)) for x in (_POS, _FEATS))
    deps = draw(st.lists(st.sampled_from(_DEPS), min_size=size, max_size=size))
    deps[order[0]] = "ROOT"
    return Doc(Vocab(), words=words, heads=heads, deps=deps, pos=pos, morphs=feats, lemmas=words)


@given(docs())
@settings(max_examples=300, deadline=None)
def test_every_word_has_a_way_up_to_a_root(doc: Doc) -> None:
    syntax = Syntax(doc)
    for i in range(len(syntax)):
        above = i
        for _ in range(len(syntax)):
            above = syntax.heads[above]
        assert syntax.heads[above] == above, (i, syntax.words, syntax.heads)
        assert all(syntax.heads[c] == i for c in syntax.children[i] if c != i)
