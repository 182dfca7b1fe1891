"""What else a frame asks for: words in a role, near the trigger, or anywhere in the clause."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.asked_words import AskedWords
from kg.claims.clauses import is_passive
from kg.claims.lexicon import Frame
from kg.claims.matching.site import Site, segment
from kg.language.syntax import Syntax, dictionary_lemma


def unmet(syntax: Syntax, frame: Frame, site: Site) -> str | None:
    """Return what a frame asks for and does not find, or finds and must not; None where all is well."""
    if frame.active and is_passive(syntax, site.trigger):
        return "needs the active voice"
    for role, asked in frame.require.items():
        if not _present(syntax, role, asked, site) and not (role == "any" and _stands_near(syntax, asked, site)):
            return f"needs {role}: {', '.join(asked.listed[:4])}"
    for role, asked in frame.forbid.items():
        if _present(syntax, role, asked, site):
            return f"must not stand with {role}: {', '.join(asked.listed[:4])}"
    return None


def _stands_near(syntax: Syntax, asked: AskedWords, site: Site) -> bool:
    """Whether a word stands by the trigger where the tree has it in another clause: "holt X an Bord - Y baut"."""
    near = [i for i in segment(syntax, site.trigger) if site.trigger < i <= site.trigger + 5]
    return any(is_word(syntax, i, asked) for i in near)


def _present(syntax: Syntax, role: str, asked: AskedWords, site: Site) -> bool:
    if role == "verb":
        return site.light != -1 and _is_verb(syntax, site.light, asked)
    if role == "any":
        tokens: Sequence[int] = site.span
    elif role == "told":
        roles = site.all_roles()
        subjects = (*roles.get("dass", ()), *roles.get("ob", ()))
        tokens = [i for h in subjects for i in syntax.verb_group(syntax.clause_head(h))]
    else:
        heads = [c for h in site.all_roles().get(role, ()) for c in syntax.conjuncts(h)]
        tokens = [*heads, *(c for h in heads for c in _counted_by(syntax, h))]
    return any(is_word(syntax, i, asked) for i in tokens) or (role == "any" and _phrase_in(syntax, asked, site))


def _counted_by(syntax: Syntax, head: int) -> Sequence[int]:
    """Return of what a bare number counts some: in "430 der 6000 Beschäftigten" the staff."""
    return [c for c in syntax.dep_children(head, "nmod") if c > head] if syntax.pos[head] == "NUM" else []


def _is_verb(syntax: Syntax, i: int, asked: AskedWords) -> bool:
    """Tell whether a verb is one of some, its prefix included: "kündigte … an" is no "kündigen"."""
    if syntax.lemmas[i] in asked.known:
        return True
    has_particle = any(True for _ in syntax.dep_children(i, "compound:prt"))
    return not has_particle and dictionary_lemma(syntax.words[i]).lower() in asked.known


def is_word(syntax: Syntax, i: int, asked: AskedWords) -> bool:
    """Tell whether a token is one of some words, or a compound that ends in one."""
    lemma, lower = syntax.lemmas[i].lower(), syntax.lower[i]
    if lemma in asked.known or lower in asked.known or dictionary_lemma(syntax.words[i]).lower() in asked.known:
        return True
    return lemma.endswith(asked.endings) or lower.endswith(asked.endings)


def _phrase_in(syntax: Syntax, asked: AskedWords, site: Site) -> bool:
    if not asked.phrases:
        return False
    text = " ".join(syntax.lower[i] for i in site.span)
    return any(phrase in text for phrase in asked.phrases)
