"""Who acts in a relative clause, where the parser names two or nobody: "Östberg, der Delivery Hero gründete".

Nominative and accusative look alike but for masculine nouns: articles, the number of the verb and names decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.syntax import Syntax

#: the gender of what a word is the article of, and whether it is one of several
_FITTING = {"der": ("Masc", False), "die": ("Fem", True), "das": ("Neut", False)}
_NOMINATIVE = frozenset({"der", "dieser", "jeder", "er", "wir", "man", "wer"})
#: verbs whose only object is in the dative
_WITH_DATIVE = frozenset({"folgen", "nachfolgen", "beispringen", "zuvorkommen", "unterliegen", "nacheifern", "gehören"})
_FEMININE = frozenset({"die", "eine", "keine", "ihre", "seine"})
#: relative pronouns behind "zu", "mit", "bei", which look like articles
_DATIVE = frozenset({"der", "dem", "denen"})
#: articles that are nominative before masculine nouns alone
_MASCULINE = frozenset({"ein", "kein", "sein", "ihr", "unser"})


def mend_subjects(syntax: Syntax, verb: int) -> None:
    """Make the object of a relative clause what cannot be its subject; give it the pronoun as subject if it has none.

    Parsers take the pronoun for an article where a noun follows: "die Allianz, die voriges Jahr Aviva gekauft hat".
    """
    if syntax.deps[verb] == "ccomp":
        _let_several_act(syntax, verb)
    if syntax.deps[verb] != "acl:relcl":
        return
    _let_noun_act(syntax, verb)
    subjects = [c for c in syntax.dep_children(verb, "nsubj") if syntax.pos[c] != "ADP"]
    told = [c for c in syntax.dep_children(verb, "obj", "cop") if syntax.lower[c] != "sich"]
    if len(subjects) == 2 and not told and syntax.is_relative(subjects[0]):
        acted_on = _object_of(syntax, verb, *subjects)
        if acted_on != -1:
            syntax.deps[acted_on] = "obj"
    elif len(subjects) == 1 and (pronoun := _one_beside_several(syntax, verb, subjects[0])) != -1:
        syntax.deps[pronoun], syntax.deps[subjects[0]] = "nsubj", "obj"
    elif len(subjects) == 1 and syntax.lemmas[verb].lower() in _WITH_DATIVE:
        _let_pronoun_follow(syntax, verb, subjects[0])
    elif len(subjects) == 1 and syntax.lower[subjects[0]] == "was":
        _let_masculine_act(syntax, verb, subjects[0])
    elif not subjects and (pronoun := _no_article(syntax, verb)) != -1:
        syntax.rehang(pronoun, verb, "nsubj")
    elif not subjects:
        _part_from_name(syntax, verb)


def _one_beside_several(syntax: Syntax, verb: int, subject: int) -> int:
    """Return the pronoun that is told as object of a verb in the singular whose subject are several; -1 for none.

    "SAP, das WalkMe und LeanIX übernahm": only SAP can have done that.
    """
    several = any(syntax.lower[c] == "und" for i in syntax.dep_children(subject, "conj") for c in syntax.children[i])
    if not several or not _acts_alone(syntax, verb):
        return -1
    objects = (c for c in syntax.dep_children(verb, "obj") if syntax.lower[c] in ("das", "die"))
    return next((c for c in objects if c < subject and syntax.words[c - 1] == ","), -1)


def _acts_alone(syntax: Syntax, verb: int) -> bool:
    """Whether a verb is in the singular, be it taken for a participle: "die VW und BMW beliefert"."""
    finite = syntax.finite_form(verb)
    if finite == -1:
        return syntax.lower[verb].endswith("t") and not any(True for _ in syntax.dep_children(verb, "aux", "aux:pass"))
    return syntax.feats[finite].get("Number") == "Sing"


def _let_several_act(syntax: Syntax, verb: int) -> None:
    """Make several people the subject of a verb in the plural behind "was": "…, was die Hamburger abstreiten"."""
    subjects, objects = [*syntax.dep_children(verb, "nsubj")], [*syntax.dep_children(verb, "obj")]
    if len(subjects) != 1 or len(objects) != 1 or syntax.lower[subjects[0]] != "was" or syntax.lower[verb][-2:] != "en":
        return
    articles = {syntax.lower[c] for c in syntax.dep_children(objects[0], "det")}
    if syntax.words[subjects[0] - 1] == "," and "die" in articles and subjects[0] < objects[0] < verb:
        syntax.deps[subjects[0]], syntax.deps[objects[0]] = "obj", "nsubj"


def _part_from_name(syntax: Syntax, verb: int) -> None:
    """Make a name the subject that a preposition and a relative pronoun stand before: "Migros, zu der Tegut gehört"."""
    if any(True for _ in syntax.dep_children(verb, "nsubj:pass", "csubj", "aux:pass", "obj")):
        return
    for name in syntax.dep_children(verb, "obl"):
        pronoun, preposition, comma = name - 1, name - 2, name - 3
        if comma < 0 or syntax.words[comma] != "," or syntax.pos[name] != "PROPN":
            continue
        if syntax.pos[preposition] == "ADP" and syntax.lower[pronoun] in _DATIVE and syntax.heads[pronoun] == name:
            syntax.rehang(pronoun, verb, "obl")
            syntax.rehang(preposition, pronoun, "case")
            syntax.rehang(name, verb, "nsubj")
            syntax.pos[pronoun] = "PRON"
            return


def _let_noun_act(syntax: Syntax, verb: int) -> None:
    """Free "den" from a noun that it is no article of: "Rompf, den Minister Schnieder ausersehen hat"."""
    if any(syntax.is_relative(i) or syntax.feats[i].get("PronType") == "Rel" for i in _before(syntax, verb)):
        return
    head, above = syntax.heads[verb], syntax.heads[syntax.heads[verb]]
    if syntax.pos[head] == "NOUN" and syntax.feats[head].get("Gender", "Masc") != "Masc":
        return  # "einen Rüffel von der Kommission, den der Minister zurückwies": another noun is meant
    parties = [*syntax.dep_children(verb, "nsubj", "nsubj:pass", "obj")]
    if len(parties) == 1 and (article := _relative_article(syntax, parties[0], verb)) != -1:
        syntax.rehang(parties[0], verb, "nsubj")
        syntax.rehang(article, verb, "obj")
    elif not parties and syntax.deps[head] == "appos" and (article := _relative_article(syntax, head, verb)) > above:
        syntax.rehang(verb, above, "acl:relcl")
        syntax.rehang(head, verb, "nsubj")
        syntax.rehang(article, verb, "obj")


def _relative_article(syntax: Syntax, noun: int, verb: int) -> int:
    """Return the "den" that hangs as article on a noun and opens a relative clause behind a comma; -1 for none."""
    article = next((i for i in syntax.dep_children(noun, "det") if syntax.lower[i] == "den"), -1)
    opens = article > 1 and syntax.words[article - 1] == "," and noun < verb and syntax.pos[noun] == "NOUN"
    return article if opens else -1


def _before(syntax: Syntax, verb: int) -> range:
    """Return the tokens of a relative clause up to its verb, from behind the last comma before it that opens one."""
    commas = (i for i in range(verb - 1, 0, -1) if syntax.words[i] == ",")
    opening = next((i for i in commas if syntax.lower[i + 1] == "den"), verb)
    return range(opening + 2, verb)


def _let_pronoun_follow(syntax: Syntax, verb: int, other: int) -> None:
    """Make "die" the subject of a verb that has no accusative: "Birgit Seeger, die Mark Wilhelms nachfolgte"."""
    objects = [c for c in syntax.dep_children(verb, "obj") if syntax.lower[c] in ("die", "das")]
    if len(objects) == 1 and objects[0] < other and syntax.pos[other] == "PROPN":
        syntax.deps[objects[0]], syntax.deps[other] = "nsubj", "obl:arg"


def _let_masculine_act(syntax: Syntax, verb: int, relative: int) -> None:
    """Make the object of "was" its subject where its article is no accusative: "was sein Anwalt bestreitet"."""
    nominative = [c for c in syntax.dep_children(verb, "obj") if _is_nominative(syntax, c)]
    if len(nominative) == 1:
        syntax.deps[relative], syntax.deps[nominative[0]] = "obj", "nsubj"


def _no_article(syntax: Syntax, verb: int) -> int:
    """Return the pronoun of a clause that hangs as article on a noun of another gender or number; -1 for none."""
    if any(True for _ in syntax.dep_children(verb, "nsubj:pass", "csubj", "aux:pass")):
        return -1
    for noun in syntax.dep_children(verb, "obj", "obl"):
        for i in syntax.dep_children(noun, "det", "nmod", "amod"):
            if i > 0 and syntax.words[i - 1] == "," and syntax.lower[i] in _FITTING and not _fits(syntax, i, noun):
                return i
    return -1


def _fits(syntax: Syntax, article: int, noun: int) -> bool:
    """Tell whether a word can be the article of a noun, in the nominative or accusative."""
    feats, (gender, plural) = syntax.feats[noun], _FITTING[syntax.lower[article]]
    if syntax.pos[noun] == "PROPN" or "Gender" not in feats:
        return True
    return plural if feats.get("Number") == "Plur" else feats["Gender"] == gender


def _object_of(syntax: Syntax, verb: int, relative: int, other: int) -> int:
    """Return which of the two is the object; -1 where nothing tells."""
    noun = syntax.heads[verb]
    if _is_nominative(syntax, other):
        return relative
    if syntax.lower[relative] == "der":
        return -1 if _is_feminine(syntax, noun) else other
    finite = syntax.finite_form(verb)
    if finite != -1 and _number(syntax, finite) != _number(syntax, noun):
        return relative
    is_told = bool(_articles(syntax, other)) and syntax.pos[noun] == "PROPN"
    return other if is_told else -1  # "Vitesco, das sich Schaeffler einverleibte" tells nothing


def _is_nominative(syntax: Syntax, i: int) -> bool:
    articles = _articles(syntax, i) | {syntax.lower[i]}
    if syntax.feats[i].get("Gender") == "Fem":
        return False
    return not _NOMINATIVE.isdisjoint(articles) or (
        syntax.feats[i].get("Gender") == "Masc" and not _MASCULINE.isdisjoint(articles)
    )


def _is_feminine(syntax: Syntax, noun: int) -> bool:
    return syntax.feats[noun].get("Gender") == "Fem" or not _FEMININE.isdisjoint(_articles(syntax, noun))


def _articles(syntax: Syntax, noun: int) -> set[str]:
    return {syntax.lower[c] for c in syntax.dep_children(noun, "det", "det:poss")}


def _number(syntax: Syntax, i: int) -> str:
    return syntax.feats[i].get("Number", "Sing")
