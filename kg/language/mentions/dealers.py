"""Who buys, who sells and what is sold, where later words say no more: "der Käufer", "die Übernommene"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.language.mentions.candidate import Candidate
from kg.language.mentions.discourse import Discourse, Said, company_like

#: so many sentences back a deal is looked for
_REACH = 5
#: what is a part of something
_SHARES = ("prozent", "anteil", "mehrheit", "beteiligung", "aktie", "paket", "hälfte", "drittel", "viertel")


class Dealers:
    """Finds the parties of the deal told last in one document."""

    def __init__(self, discourse: Discourse, by_token: Mapping[int, Candidate]) -> None:
        self._discourse = discourse
        self._syntax = discourse.reading.syntax
        self._by_token = by_token
        nominals = discourse.reading.lexicon.nominals
        self._parts = {word: part for part in ("buyer", "seller", "target") for word in nominals[part]}
        self._buying, self._selling = nominals["buying"], nominals["selling"]

    def part(self, word: str) -> str | None:
        """Return which part in a deal a noun tells: "Käufers" is "buyer"; None where it tells none."""
        lower = word.lower()
        forms = (lower, lower.removesuffix("s"), lower.removesuffix("n"))
        return next((self._parts[form] for form in forms if form in self._parts), None)

    def party(self, token: int, part: str) -> Said | None:
        """Return who had a part in the deal told last before a token; None where several deals are told there."""
        syntax = self._syntax
        begin, _ = syntax.sentence(token)
        for _ in range(_REACH + 1):
            found = {c.referent: c for verb in self._deals(begin, token) for c in self._parties(verb)[part]}
            if found:
                candidate = next(iter(found.values()))
                return Said(candidate, token, 0, 0, "", 0.0) if len(found) == 1 else None
            if begin == 0:
                break
            token = begin
            begin, _ = syntax.sentence(begin - 1)
        return None

    def _deals(self, first: int, last: int) -> Iterator[int]:
        lemmas = self._buying | self._selling
        s = self._syntax
        return (i for i in range(first, last) if s.lemmas[i].lower() in lemmas and s.pos[i] in ("VERB", "AUX"))

    def _parties(self, verb: int) -> dict[str, list[Candidate]]:
        """Return buyers, sellers and what changes hands by a verb, active or passive."""
        s = self._syntax
        does = self._named(*s.dep_children(verb, "nsubj"))
        done = self._named(*s.dep_children(verb, "obj", "nsubj:pass"))
        by = self._behind(verb, "von", "durch") if any(True for _ in s.dep_children(verb, "nsubj:pass")) else []
        if s.lemmas[verb].lower() in self._selling:
            buyer = [] if self._is_share(verb) else self._behind(verb, "an")
            return {"buyer": buyer, "seller": does or by, "target": done}
        return {"buyer": does or by, "seller": [], "target": done}

    def _is_share(self, verb: int) -> bool:
        """Tell whether a part is sold: "15 Prozent an Lenzing" names no buyer."""
        lemmas = (self._syntax.lemmas[i].lower() for i in self._syntax.dep_children(verb, "obj", "nsubj:pass"))
        return any(lemma.endswith(_SHARES) for lemma in lemmas)

    def _behind(self, verb: int, *prepositions: str) -> list[Candidate]:
        s = self._syntax
        phrases = [*s.dep_children(verb, "obl", "obl:agent", "obl:arg")]
        if "an" in prepositions:  # "verkauft die Sparte an Advent", where the parser hangs the buyer on what is sold
            phrases += [c for thing in s.dep_children(verb, "obj", "nsubj:pass") for c in s.dep_children(thing, "nmod")]
        return self._named(*(i for i in phrases if s.preposition(i) in prepositions))

    def _named(self, *heads: int) -> list[Candidate]:
        """Return the companies that phrases stand for: "den Wettbewerber About You"."""
        s = self._syntax
        tokens = [t for h in heads for t in (h, *s.dep_children(h, "appos", "flat"))]
        found = [c for t in tokens if (c := self._by_token.get(t)) is not None and not c.head]
        return [c for c in found if company_like(self._discourse.profiles[c.referent].type)]
