"""Whose share, or which index, currency or raw material, a word for up or down moves."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.analyst_houses import AnalystHouses
from kg.claims.clauses import copula_subjects, governing_verb, noun_roles, phrase_preposition, verb_roles
from kg.claims.constructions.price_cues import NOUNS, Cue, PriceWords
from kg.claims.constructions.price_pairs import of_other, with_partners
from kg.claims.constructions.stretches import stretch, stretches
from kg.claims.document import is_a
from kg.claims.extractor import Tools
from kg.claims.focus import is_subject
from kg.claims.matching.repair import repaired_roles
from kg.claims.slots import is_inflected_of
from kg.language.spans import NAMING, Mention
from kg.language.syntax import Syntax

_ASSETS = ("Company", "MarketIndex", "StockExchange")
_TRADED = ("Topic",)
#: sentences between two moves of one share
_FAR = 2
#: what is a member of an index whose name stands before it in the word
_MEMBERS = ("konzern", "unternehmen", "firma", "gesellschaft", "mitglied", "schwergewicht", "neuling")
_INTRODUCING = (None, "für", "bei", "von")


def assets(tools: Tools, cue: Cue, words: PriceWords, *, has_number: bool) -> list[Mention]:
    """Return what a cue moves: by the tree, unless a free name stands beside the verb; else by word order."""
    s = tools.document.syntax
    if other := of_other(tools, cue, words):
        return [other]
    for heads in _places(tools, cue):
        found = _in_own_clause(tools, cue, _read(tools, heads, words, has_number))
        if found:
            return _beside_verb(tools, cue, found, words) or with_partners(tools.document, found, words)
    if cue.pushing or (not has_number and s.pos[cue.token] in NOUNS):
        return []
    return _by_order(tools, cue, words)


def _in_own_clause(tools: Tools, cue: Cue, found: list[Mention]) -> list[Mention]:
    """Return the assets but those behind "für" elsewhere than the cue: "für Merck bergab, für Bayer bergauf"."""
    s, (first, last) = tools.document.syntax, stretch(tools.document.syntax, cue.token)
    own = [m for m in found if first <= m.first < last]
    return own + [m for m in found if m not in own and not (own and phrase_preposition(s, m.first, 0) == "für")]


def is_asset(mention: Mention, words: PriceWords) -> bool:
    """Tell whether a mention may be what moves: a company, an index, an exchange's share, a raw material."""
    if is_a(mention.type, _TRADED):
        return words.is_material(mention.name)
    if _holds_company(mention) or _lists_share(mention, words):
        return False  # "das SDAX-Papier" is a company's, "der SDAX-Konzern" one
    return is_a(mention.type, _ASSETS) and mention.kind in ("name", "nominal", "compound")


def is_unit(tools: Tools, mention: Mention, words: PriceWords) -> bool:
    """Tell whether a name is told as that of a brand or division: "Die Marke Nivea legte um 6 Prozent zu"."""
    s, i = tools.document.syntax, mention.first - 1
    return i >= 0 and s.pos[i] == "NOUN" and s.lemmas[i].lower().endswith(words.units)


def share_focus(tools: Tools, i: int) -> Mention | None:
    """Return whose share "das Papier" is: the one judged or named just before, else the company the text is about.

    It is never that of a house that judges shares.
    """
    document, houses = tools.document, tools.lexicon.indexed(AnalystHouses, "ratings")
    told = [m for m in document.in_focus(i) if not houses.names(document, m)]
    return _owner_just_before(tools, i) or next((m for m in told if _has_shares(tools, m)), next(iter(told), None))


def _has_shares(tools: Tools, mention: Mention) -> bool:
    """Whether a company may have shares on an exchange: of a known one that has none, as of an investor, none move."""
    return tools.document.referents[mention.referent].traded is not False


def _owner_just_before(tools: Tools, i: int) -> Mention | None:
    """Return whose share the words just before judge or name; None where they name none or several."""
    s = tools.document.syntax
    is_owned = i + 1 < len(s) and s.lower[i + 1] in ("von", "vom", "der", "des", "eines", "einer")
    return None if is_owned else _judged_before(tools, i) or _told_with(tools, i) or _share_before(tools, i)


def _judged_before(tools: Tools, i: int) -> Mention | None:
    """Return whom a house judges earlier in the sentence: "Für SAP strich Jefferies das Votum, die Aktie verlor"."""
    document, houses = tools.document, tools.lexicon.indexed(AnalystHouses, "ratings")
    first, _ = document.syntax.sentence(i)
    named = [m for m in document.mentions_in(first, i) if m.type == "Company" and m.kind in NAMING]
    judged = {m.referent: m for m in named if not houses.names(document, m)}
    return next(iter(judged.values())) if len(judged) == 1 and len(judged) < len({m.referent for m in named}) else None


def _told_with(tools: Tools, i: int) -> Mention | None:
    """Return the one company that the sentence tells of before a share: "Bei Tesla knickte der Kurs ein".

    That is its subject, or who stands behind "bei" or "für" at its beginning; houses that judge shares are none.
    """
    document, houses = tools.document, tools.lexicon.indexed(AnalystHouses, "ratings")
    s = document.syntax
    first, _ = s.sentence(i)
    named = [m for m in document.mentions_in(first, i) if m.type == "Company" and m.kind in NAMING]
    named = [m for m in named if not houses.names(document, m)]
    if len({m.referent for m in named}) != 1:
        return None
    opens = named[0].first <= first + 2 and phrase_preposition(s, named[0].first, 0) in ("bei", "für")
    if not _has_shares(tools, named[0]):
        return None
    is_main = s.deps[s.clause_head(named[0].first)] in ("ROOT", "root", "conj", "parataxis")
    return named[0] if opens or (is_main and is_subject(s, named[0])) else None


def _share_before(tools: Tools, i: int) -> Mention | None:
    """Return the one company whose share the sentence before names: "… die Papiere von Nike. Die Aktie fiel"."""
    document, s = tools.document, tools.document.syntax
    words = tools.lexicon.indexed(PriceWords, "prices")
    start, _ = s.sentence(i)
    if document.opens_paragraph(start):
        return None
    first, last = s.sentence(start - 1)
    shares = [k for k in range(first, last) if words.is_share(s, k)]
    owners = {
        f.mention.referent: f.mention for f in tools.phrases.fillers(shares, ("Company",)) if f.mention.kind in NAMING
    }
    return next(iter(owners.values())) if len(owners) == 1 else None


def told_before(tools: Tools, cue: Cue, told: list[Mention], words: PriceWords, told_at: int) -> list[Mention]:
    """Return what the sentence before tells to move, where a move names nothing: "Zuletzt lag das Plus bei 2 Prozent".

    ``told`` are the assets of the move told last, ``told_at`` its word.
    """
    document, s = tools.document, tools.document.syntax
    start, last = s.sentence(cue.token)
    if not _names_nothing(tools, cue) or document.opens_paragraph(start):
        return []
    named = (m for m in document.mentions_in(start, last) if is_asset(m, words) and m.kind in NAMING)
    if not all(_is_venue(tools, m) for m in named):
        return []
    before = [m for m in told if s.sentence(m.first) == s.sentence(start - 1)]
    if len(before) == 1:
        return before
    if len(told) == 1 and _goes_on(tools, told_at, cue.token, words):
        return told
    owner = _share_before(tools, cue.token) or (_dealt(tools, cue.token, words) if not told else None)
    return [owner] if owner and not before else []


def _goes_on(tools: Tools, told_at: int, token: int, words: PriceWords) -> bool:
    """Whether nothing else is told of between two moves of one paragraph, the last of which names nothing.

    In another sentence that is one where "it" moves: "Am Mittwoch ging es um 6 Prozent hinunter".
    """
    document, s = tools.document, tools.document.syntax
    if told_at < 0 or "\n" in document.text[s.starts[told_at] : s.starts[token]]:
        return False
    begin, apart = s.sentence(told_at)[1], s.sent_of[token] - s.sent_of[told_at]
    if apart == 0:
        return True
    if apart > _FAR or s.pos[token] in NOUNS or any(words.is_figure(s, i) for i in range(begin, token)):
        return False
    named = (m for m in document.mentions_in(begin, token) if is_asset(m, words) and m.kind in NAMING)
    return all(_is_venue(tools, m) for m in named)


def _dealt(tools: Tools, token: int, words: PriceWords) -> Mention | None:
    """Return whom the text is about where a sentence tells a venue alone: "Auf Tradegate ging es um 5 Prozent hoch"."""
    s = tools.document.syntax
    first, last = s.sentence(token)
    venues = any(m.type == "StockExchange" for m in tools.document.mentions_in(first, last))
    after_hours = any(s.lower[i].startswith(words.hours) for i in range(first, last))
    return share_focus(tools, token) if venues or after_hours else None


def _names_nothing(tools: Tools, cue: Cue) -> bool:
    """Whether a move stands by itself: "Das entspricht einem Minus", "am Ende stand ein Plus", "es ging nach oben"."""
    s = tools.document.syntax
    if s.pos[cue.token] not in NOUNS:
        subject = s.dep_children(cue.token, "nsubj", "expl")
        return s.lemmas[cue.token].endswith("gehen") and any(s.lower[h] == "es" for h in subject)
    verb = governing_verb(s, cue.token)
    subjects = verb_roles(s, verb if verb != -1 else s.heads[cue.token]).get("subj", [])
    return s.deps[cue.token] == "nsubj" or any(s.lower[h] in ("das", "dies") for h in subjects)


def _is_venue(tools: Tools, mention: Mention) -> bool:
    """Whether a mention tells where, not what, moves: "auf Tradegate"."""
    return phrase_preposition(tools.document.syntax, mention.first, 0) in ("an", "auf", "in", "zu")


def is_free(tools: Tools, mention: Mention, prepositions: tuple[str | None, ...] = _INTRODUCING) -> bool:
    """Tell whether a name stands without a preposition, or behind one that introduces an asset."""
    if mention.kind == "compound" and not is_inflected_of(mention.head or "", tools.phrases.compound_heads):
        return False
    if mention.type == "MarketIndex" and _is_led(tools, mention):
        return False
    return phrase_preposition(tools.document.syntax, mention.first, 0) in prepositions


def _is_led(tools: Tools, index: Mention) -> bool:
    """Whether an index is what a share leads: "führte den Dax mit einem Plus von 9 Prozent an"."""
    s, head = tools.document.syntax, index.last - 1
    return s.deps[head] == "obj" and s.lemmas[s.heads[head]] == "anführen"


def _beside_verb(tools: Tools, cue: Cue, found: list[Mention], words: PriceWords) -> list[Mention]:
    """Return the subject that stands in the verb's own stretch where the tree took one from the clause before.

    "BMW gaben 0,9 Prozent nach, Mercedes-Benz verloren 1,3 Prozent": a parser gives both verbs one subject.
    """
    s = tools.document.syntax
    if s.pos[cue.token] in NOUNS or cue.causing:
        return []
    first, last = stretch(s, cue.token)
    if any(first <= m.first < last for m in found):
        return []
    return [
        m
        for m in tools.document.mentions_in(first, last)
        if is_asset(m, words) and m.kind != "nominal" and is_free(tools, m, (None,)) and _touches(tools, m, cue, first)
    ]


def _touches(tools: Tools, mention: Mention, cue: Cue, first: int) -> bool:
    """Whether a name stands right before the verb or right behind it, not as owner of something else."""
    s = tools.document.syntax
    if mention.last == cue.token:
        return s.deps[mention.last - 1] not in ("nmod:poss",)
    if mention.first == cue.token + 1:
        return s.pos[mention.last] != "NOUN" if mention.last < len(s) else True
    opens = all(s.pos[i] in ("DET", "CCONJ", "SCONJ", "ADV", "ADJ", "NOUN") for i in range(first, mention.first))
    return opens and s.feats[cue.token].get("VerbForm") == "Fin" and _ends_clause(tools, cue)


def _ends_clause(tools: Tools, cue: Cue) -> bool:
    return stretch(tools.document.syntax, cue.token)[1] <= cue.token + 2


def _by_order(tools: Tools, cue: Cue, words: PriceWords) -> list[Mention]:
    """Return the asset in the cue's stretch of the sentence, or in the one before: the backup for parse errors."""
    document, s = tools.document, tools.document.syntax
    parts = stretches(s, *s.sentence(cue.token))
    own = parts.index(stretch(s, cue.token))
    for first, last in [parts[own], *parts[max(0, own - 1) : own]]:
        found = [m for m in document.mentions_in(first, last) if is_asset(m, words) and is_free(tools, m)]
        if found:
            return [min(found, key=lambda m: abs(m.first - cue.token))]
    return []


def _named_head(s: Syntax, noun: int) -> int:
    """Return the head of a noun that the parser takes for the last part of a name: "Etwas Auftrieb"."""
    return s.heads[noun] if s.deps[noun] == "flat" else noun


def _places(tools: Tools, cue: Cue) -> Iterator[list[int]]:
    """Yield where the asset may stand, best first."""
    s = tools.document.syntax
    if s.pos[cue.token] in NOUNS:
        own = noun_roles(s, cue.token)
        yield from (own.get(role, []) for role in ("gen", "poss", "bei", "für"))
        head = _named_head(s, cue.token)
        verb = governing_verb(s, head)
        governed = verb_roles(s, verb if verb != -1 else s.heads[head])
        yield from (governed.get(role, []) for role in ("subj", "für", "bei", "obj"))
        above = s.heads[head]  # "war mit einem Gewinn Spitzenreiter": the parser hangs it on the copula
        yield copula_subjects(s, s.heads[above] if s.deps[above] == "cop" else above)
        return
    roles = repaired_roles(tools.document, cue.token, verb_roles(s, cue.token))
    order = ("obj", "für", "bei") if cue.causing else ("subj", "für", "bei", "mit")
    yield from (roles.get(role, []) for role in order)
    if not cue.causing:  # "die Aktie war geklettert" is none of the passives that the parser takes it for
        yield list(s.dep_children(cue.token, "nsubj:pass"))


def _read(tools: Tools, heads: list[int], words: PriceWords, has_number: bool) -> list[Mention]:
    told = [f.mention for f in tools.phrases.fillers(heads, _ASSETS)]
    if told and all(_holds_company(m) for m in told):
        own = [f.mention for f in tools.phrases.fillers(heads, ("Company",))]
        return own or [m for m in (share_focus(tools, told[0].first),) if m]
    found = [m for m in told if not _lists_share(m, words)]
    if found and all(m.kind == "nominal" and words.is_share(tools.document.syntax, m.last - 1) for m in found):
        owner = _owner_just_before(tools, found[0].last - 1)
        return [owner] if owner else found
    if not found and has_number:
        traded = [f.mention for f in tools.phrases.fillers(heads, _TRADED)]
        found = [m for m in traded if words.is_material(m.name)]
    if found or not heads:
        return found
    if any(words.is_share(tools.document.syntax, h) for h in heads):
        focus = _owner(tools, heads[0], words)
        return [focus] if focus else []
    return _taken_up(tools, heads, words) if has_number else []


def _owner(tools: Tools, share: int, words: PriceWords) -> Mention | None:
    """Return whose a share is that no name stands behind: of the land told with it, not that of "der Konkurrenten"."""
    document, s = tools.document, tools.document.syntax
    if share + 2 < len(s) and s.lower[share + 1] in ("der", "des", "von"):
        if s.lower[share + 2] in words.strangers:
            return None
        places = [m for m in document.at.get(share + 2, ()) if m.kind == "demonym"]
        lands = {document.referents[m.referent].country for m in places} - {None}
        if lands:
            return _at_home(tools, share, lands)
    return share_focus(tools, share)


def _at_home(tools: Tools, share: int, lands: set[str | None]) -> Mention | None:
    """Return the company of a land, or of none that is known, told last in the paragraph; analysts' houses are none."""
    document, houses = tools.document, tools.lexicon.indexed(AnalystHouses, "ratings")
    before = [m for m in document.earlier_in_paragraph(share) if m.type in _ASSETS and m.kind in NAMING]
    told = [(m, document.referents[m.referent].country) for m in before if not houses.names(document, m)]
    here = [m for m, country in told if country in lands] or [m for m, country in told if country is None]
    return here[-1] if here else None


def _taken_up(tools: Tools, heads: list[int], words: PriceWords) -> list[Mention]:
    """Return whose shares "sie" takes up: "Die Aktien von Krones waren gefragt. Sie gewannen 5 Prozent"."""
    s = tools.document.syntax
    pronoun = next((h for h in heads if s.lower[h] == "sie" and _is_plural(s, h)), -1)
    if pronoun == -1:
        return []
    first = s.sentence(max(0, s.sentence(pronoun)[0] - 1))[0]
    shares = (i for i in range(pronoun - 1, first - 1, -1) if words.is_share(s, i))
    named = next((i for i in shares if s.feats[i].get("Number") == "Plur"), -1)
    return _read(tools, [named], words, has_number=True) if named != -1 else []


def _is_plural(s: Syntax, pronoun: int) -> bool:
    """Whether a pronoun stands for several, by itself or by its verb: "sie" alone may be one or many."""
    return "Plur" in (s.feats[pronoun].get("Number"), s.feats[s.heads[pronoun]].get("Number"))


def _holds_company(mention: Mention) -> bool:
    """Tell whether an index is told as that of a company: "der MDAX-Konzern"."""
    return mention.type == "MarketIndex" and is_inflected_of(mention.head or "", _MEMBERS)


def _lists_share(mention: Mention, words: PriceWords) -> bool:
    """ "der MDAX-Titel" is a share that the index holds; the index itself does not move."""
    return mention.type == "MarketIndex" and is_inflected_of(mention.head or "", words.shares)
