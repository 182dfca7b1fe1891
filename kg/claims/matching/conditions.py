"""What else a frame asks for: words in a role, near the trigger, or anywhere in the clause."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.lexicon import Frame
from kg.claims.matching.site import Site, segment
from kg.language.syntax import Syntax, dictionary_lemma


def unmet(syntax: Syntax, frame: Frame, site: Site) -> str | None:
    """Return what a frame asks for and does not find, or finds and must not; None where all is well."""
    for role, lemmas in frame.require.items():
        if not _present(syntax, role, lemmas, site) and not (role == "any" and _stands_near(syntax, lemmas, site)):
            return f"needs {role}: {', '.join(lemmas[:4])}"
    for role, lemmas in frame.forbid.items():
        if _present(syntax, role, lemmas, site):
            return f"must not stand with {role}: {', '.join(lemmas[:4])}"
    return None


def _stands_near(syntax: Syntax, lemmas: Sequence[str], site: Site) -> bool:
    """Whether a word stands by the trigger where the tree has it in another clause: "holt X an Bord - Y baut"."""
    near = [i for i in segment(syntax, site.trigger) if site.trigger < i <= site.trigger + 5]
    return any(is_word(syntax, i, lemmas) for i in near)


def _present(syntax: Syntax, role: str, lemmas: Sequence[str], site: Site) -> bool:
    if role == "verb":
        tokens: Sequence[int] = [site.light] if site.light != -1 else []
    elif role == "any":
        tokens = site.span
    else:
        tokens = [c for h in site.all_roles().get(role, ()) for c in syntax.conjuncts(h)]
    return any(is_word(syntax, i, lemmas) for i in tokens) or (role == "any" and _phrase_in(syntax, lemmas, site))


def is_word(syntax: Syntax, i: int, lemmas: Sequence[str]) -> bool:
    """Tell whether a token is one of some words, or a compound that ends in one."""
    lemma, lower = syntax.lemmas[i].lower(), syntax.lower[i]
    if lemma in lemmas or lower in lemmas or dictionary_lemma(syntax.words[i]).lower() in lemmas:
        return True
    heads = tuple(w for w in lemmas if len(w) > 3)
    return lemma.endswith(heads) or lower.endswith(heads)


def _phrase_in(syntax: Syntax, lemmas: Sequence[str], site: Site) -> bool:
    phrases = [w for w in lemmas if " " in w]
    if not phrases:
        return False
    text = " ".join(syntax.lower[i] for i in site.span)
    return any(w in text for w in phrases)
