"""What a trigger is about, sought from it outwards.

The clause that depends on it ("wirft Nvidia vor, Auflagen missachtet zu haben"), phrases behind a preposition ("wegen
Betrugs"), its object ("untersagt die Ausfuhr von Bauteilen"), the noun that the party belongs to ("prüft den Kauf von
Covestro"), the trigger's own first part ("Patentklage"), and at last the nearest noun of the clause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from kg.claims.clauses import clause_tokens, is_subjunctive
from kg.claims.completion.sites import Site
from kg.claims.constructions.stretches import stretch
from kg.claims.positions import bare_noun, is_post

_CONTENT = ("ccomp", "xcomp", "acl", "advcl", "parataxis", "csubj", "acl:relcl")
_REASONS = frozenset({"weil", "da", "dass", "ob", "wonach", "nachdem", "obwohl"})
_LEFT_OUT = ("mark", "aux", "aux:pass", "cop", "expl", "expl:pv", "punct", "cc")
_NOMINAL = ("NOUN", "PROPN", "X")
#: relations of a clause to the one that it takes up: "…, was er bestreitet"
_BELOW = ("acl", "acl:relcl", "advcl", "parataxis", "conj")
#: relations of what a trigger governs, the likeliest first
_GOVERNED = (("obj", "nsubj:pass"), ("nmod",), ("obl:arg", "iobj"))
#: words that take up what was said
_TAKING_UP = frozenset("das dies was es derlei dergleichen alles solches beides".split())
_HEADS = ("VERB", "AUX", "ADJ", "NOUN")
_FUNCTION_WORDS = ("DET", "ADP", "PRON", "CCONJ", "ADV", "SCONJ", "PART")
#: words of a clause told as topic, at most
_LONGEST = 8


class TopicWords:
    """The lists under ``[topics]`` in ``qualifiers.toml``."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.reasons: Sequence[str] = words["topics"]["reasons"]
        self.prepositions: Sequence[str] = words["topics"]["prepositions"]
        self.vague = frozenset(words["topics"]["vague"])
        self.sayings = frozenset(words["topics"]["sayings"])
        self.actors = tuple(words["topics"]["actors"])
        self.parties = tuple(words["topics"]["parties"])
        self.measures = frozenset(words["topics"]["measures"])
        self.classes = frozenset(words["topics"]["classes"])
        #: whether a whole clause may tell it
        self.in_clauses = True


class ProductWords(TopicWords):
    """The same for what is delivered: other prepositions tell it, and no reason does."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        super().__init__(words)
        self.reasons = ()
        self.prepositions = words["topics"]["deliveries"]
        self.in_clauses = False


class MatterReader:
    """Seeks the topic around one trigger."""

    def __init__(self, site: Site, words: TopicWords) -> None:
        self.site = site
        self.words = words
        self.syntax = site.syntax
        #: the trigger and, for a noun, the verb it stands with
        self.centres = list(dict.fromkeys((site.trigger, self.syntax.clause_head(site.trigger))))
        # "einen Bericht über Mindestpreise": what a word without content is about
        empty = [c for i in self.centres for c in self.syntax.dep_children(i, "obj", "nsubj:pass") if self._is_vague(c)]
        self.centres += empty

    def direct(self) -> str | None:
        """Return what the trigger governs or names itself."""
        ways: tuple[Callable[[], str | None], ...] = (
            self._measure, self._caused, self._content, self._governed, self._behind, self._of_party, self._own_part,
        )  # fmt: skip
        return next((topic for way in ways if (topic := way())), None)

    def _measure(self) -> str | None:
        """Return the trigger itself where it names a measure: "Strafzölle auf Stahl", "Banklizenz"."""
        s, trigger = self.syntax, self.site.trigger
        if self.site.claim.predicate not in self.words.measures or s.pos[trigger] != "NOUN" or self._is_vague(trigger):
            return None
        return self._phrase(trigger)

    def _caused(self) -> str | None:
        """Return the phrase behind a preposition of reason, of the trigger or of its object."""
        return self._with_preposition(self.words.reasons, [c for i in self.centres for c in self._phrases(i)])

    def _behind(self) -> str | None:
        """Return the phrase of the trigger behind any other preposition."""
        return self._with_preposition(self.words.prepositions, [c for i in self.centres for c in self._phrases(i)])

    def _with_preposition(self, prepositions: Sequence[str], heads: Sequence[int]) -> str | None:
        for preposition in prepositions:
            for head in heads:
                if self.syntax.preposition(head) == preposition and self._tells(head) and not self._is_said(head):
                    return self._phrase(head)
        return None

    def _is_said(self, head: int) -> bool:
        """Whether a phrase names a source and no matter: "nach Reuters-Informationen"."""
        is_told = self.syntax.preposition(head) in ("nach", "laut")
        return is_told and self.syntax.lower[head].rpartition("-")[2] in self.words.sayings

    def _phrases(self, centre: int) -> list[int]:
        """Return the phrases of a centre and those that hang on its object."""
        s = self.syntax
        own = [c for c in s.children[centre] if s.deps[c] not in _CONTENT]
        return own + [c for o in own if s.deps[o] in ("obj", "nsubj", "nsubj:pass", "obl") for c in s.children[o]]

    def _content(self) -> str | None:
        """Return the words of the clause that says what it is about."""
        if not self.words.in_clauses:
            return None
        s = self.syntax
        below = [(c, centre) for centre in self.centres for c in s.dep_children(centre, *_CONTENT)]
        told = (self._clause(c) for c, centre in below if s.pos[c] in _HEADS and self._is_content(c, centre))
        return next((words for words in told if words), None)

    def _is_content(self, clause: int, centre: int) -> bool:
        """Whether a clause behind the trigger tells what it is about: infinitive with zu, dass, weil, subjunctive."""
        s = self.syntax
        if self.site.trigger in s.subtree(clause) or (clause < centre and s.deps[clause] != "ccomp"):
            return False
        below = {s.lower[c] for c in s.children[clause]}
        has_zu = "zu" in {*below, *s.lower[max(0, clause - 1) : clause + 2]}
        return has_zu or is_subjunctive(s, clause) or not _REASONS.isdisjoint(below)

    def _clause(self, head: int) -> str | None:
        s = self.syntax
        inside = [i for i in clause_tokens(s, head) if not self._is_speaker(i)]
        pronouns = (c for c in s.dep_children(head, "nsubj", "nsubj:pass") if s.pos[c] == "PRON")
        out = {*s.dep_children(head, *_LEFT_OUT), *pronouns, *self.site.taken}
        kept = [i for i in inside if i not in out and s.pos[i] not in ("PUNCT", "SPACE")][-_LONGEST:]
        while kept and s.pos[kept[0]] in _FUNCTION_WORDS:
            kept.pop(0)
        if not any(s.pos[i] in (*_NOMINAL, "VERB") for i in kept):
            return None
        return " ".join(s.words[i] for i in kept)

    def _is_speaker(self, i: int) -> bool:
        speaker = self.site.claim.subject.name
        return any(self.site.name(m) == speaker for m in self.site.tools.document.at.get(i, ()))

    def _governed(self) -> str | None:
        """Return the object of the trigger that is no party."""
        s = self.syntax
        below = [c for relations in _GOVERNED for i in self.centres for c in s.dep_children(i, *relations)]
        return next((self._phrase(c) for c in below if self._tells(c)), None)

    def _of_party(self) -> str | None:
        """Return the noun that the object belongs to: "prüft die Verschmelzung der Tochter Borealis"."""
        s, party = self.syntax, self.site.claim.object
        for mention in self.site.mentions():
            if party is None or self.site.name(mention) != party.name:
                continue
            for above in s.ancestors(mention.first):
                if above in self.centres or s.pos[above] in ("VERB", "AUX"):
                    break
                if self._tells(above):
                    return self._phrase(above)
        return None

    def _own_part(self) -> str | None:
        """Return the first part of a compound: "Patentklage" is about "Patent"."""
        s = self.syntax
        word = s.words[self.site.trigger]
        trigger, frames = self.site.tools.lexicon.noun_frames(s.lemmas[self.site.trigger].lower())
        if not frames or s.pos[self.site.trigger] not in _NOMINAL or word.lower().startswith(trigger):
            return None
        part = word.lower().split(trigger)[0].rstrip("-")
        is_name = any(m.kind == "compound" for m in self.site.tools.document.at.get(self.site.trigger, ()))
        return None if is_name or len(part) < 4 else word

    def takes_up(self) -> bool:
        """Whether the trigger's object is what was said before: "wies das zurück", ", was er bestreitet"."""
        s, verb = self.syntax, self.syntax.clause_head(self.site.trigger)
        return any(s.lower[c] in _TAKING_UP and s.pos[c] == "PRON" for c in s.children[verb])

    def said_before(self) -> str | None:
        """Return the words of the clause before the trigger's: the rest of its sentence, else the sentence before."""
        s, verb = self.syntax, self.syntax.clause_head(self.site.trigger)
        above = s.heads[verb]
        if above < verb and s.pos[above] in _HEADS and s.deps[verb] in _BELOW:
            return self._clause(above)
        if self.site.first == 0:
            return None
        first, last = s.sentence(self.site.first - 1)
        roots = [i for i in range(first, last) if s.heads[i] == i and s.pos[i] in _HEADS]
        told = [c for i in roots for c in (*s.dep_children(i, "ccomp", "xcomp"), i)]
        return next((words for c in told if (words := self._clause(c))), None)

    def named(self, topic: str) -> str:
        """Return a topic with the word that takes it up: "Anschuldigung: Frauen nicht eingestellt"."""
        s, verb = self.syntax, self.syntax.clause_head(self.site.trigger)
        objects = (c for c in s.dep_children(verb, "obj", "nsubj:pass") if s.pos[c] == "NOUN" and self._is_vague(c))
        word = next((s.words[c] for c in objects), None)
        return topic if word is None or word in topic else f"{word}: {topic}"

    def delivered(self) -> str | None:
        """Return what stands as an object beside the trigger, the product that the sentence names nearest to it.

        Else what carries the supplier's name.
        """
        if (beside := self._beside_verb()) is not None:
            return self._phrase(beside)
        products = [m for m in self.site.mentions() if m.type == "Product" and m.kind == "name"]
        if products:
            return min(products, key=lambda m: abs(m.first - self.site.trigger)).name
        named = next((i for i in self._named_by_supplier() if not self._is_vague(i)), None)
        if named is not None:
            return bare_noun(named, self.site.tools.document)
        if self._is_party(self.site.trigger):
            return None  # "Apples Zulieferer TSMC baut die Kapazitäten aus": they are nothing delivered
        return self._nearest(range(*stretch(self.syntax, self.site.trigger))) or self._coming()

    def _coming(self) -> str | None:
        """Return what comes from the supplier, by the main verb: "Das Getriebe kommt von Renk"."""
        s = self.syntax
        tokens = range(self.site.first, self.site.last)
        roots = [i for i in tokens if s.heads[i] == i]
        told = (c for i in roots for c in s.dep_children(i, "nsubj", "obj", "nsubj:pass"))
        return next((self._phrase(c) for c in told if s.pos[c] == "NOUN" and self._is_ware(c) and self._tells(c)), None)

    def goods_of_supplier(self) -> str | None:
        """Return goods without article that carry the supplier's name, or are told as the supplier's.

        "ein Abnehmer von Nexperia-Dioden", "setzt auf Chips von Qualcomm".
        """
        s = self.syntax
        bare = (i for i in self._named_by_supplier() if not any(True for _ in s.dep_children(i, "det", "amod")))
        goods = next((i for i in bare if s.pos[i] == "NOUN" and self._is_ware(i)), None)
        if goods is not None:
            return bare_noun(goods, self.site.tools.document)
        made = next((i for i in self._made_by_supplier() if self._is_ware(i) and self._tells(i)), None)
        return None if made is None else self._phrase(made).partition(" von ")[0]

    def _made_by_supplier(self) -> Iterator[int]:
        """Yield the nouns without article behind which the supplier stands with "von"."""
        s, supplier = self.syntax, self.site.claim.subject.name
        for mention in self.site.mentions():
            above = s.heads[mention.first]
            is_owner = s.deps[mention.first] == "nmod" and s.preposition(mention.first) == "von"
            is_bare = s.pos[above] == "NOUN" and not any(True for _ in s.dep_children(above, "det"))
            if self.site.name(mention) == supplier and is_owner and is_bare:
                yield above

    def _named_by_supplier(self) -> Iterator[int]:
        """Yield the words of the sentence that carry the supplier's name: "Nexperia-Dioden", "Nexperia-Chef"."""
        supplier = self.site.claim.subject.name
        return (m.first for m in self.site.mentions() if m.kind == "compound" and m.name == supplier)

    def _is_ware(self, i: int) -> bool:
        """Whether a noun is neither a party nor whoever acts for one: "Nexperia-Dioden", not "Nexperia-Chef"."""
        return not (self._is_vague(i) or self._is_party(i))

    def _is_actor(self, i: int) -> bool:
        """Whether a noun names who acts, its lemma left in the plural or not: "Pharmakonzerne"."""
        lemma = self.syntax.lemmas[i].lower()
        return any(form.endswith(self.words.actors) for form in (self.syntax.lower[i], lemma, lemma.removesuffix("e")))

    def _is_party(self, i: int) -> bool:
        """Tell whether a word is what a supplier or customer is called: "Auftragsfertiger"."""
        return self.syntax.pos[i] == "NOUN" and self.syntax.lemmas[i].lower().endswith(self.words.parties)

    def _beside_verb(self) -> int | None:
        """Return the nearest noun without preposition in the trigger's stretch of words, whatever the tree says."""
        s, trigger = self.syntax, self.site.trigger
        if s.pos[trigger] not in ("VERB", "AUX"):
            return None
        nouns = [i for i in range(*stretch(s, trigger)) if s.pos[i] == "NOUN" and self._tells(i) and self._is_bare(i)]
        return min(nouns, key=lambda i: abs(i - trigger), default=None)

    def _is_bare(self, noun: int) -> bool:
        """Whether a noun is neither behind a preposition nor an owner."""
        s = self.syntax
        is_owner = s.deps[noun] in ("nmod", "nmod:poss", "appos", "nsubj") or s.feats[noun].get("Case") == "Gen"
        return not is_owner and not any(s.pos[c] == "ADP" for c in s.children[noun])

    def nearest(self) -> str | None:
        """Return the nearest noun of the clause, or of the sentence, that is a matter and no party."""
        return self._nearest(range(self.site.first, self.site.last))

    def _nearest(self, tokens: Sequence[int]) -> str | None:
        s, trigger = self.syntax, self.site.trigger
        clause = frozenset(clause_tokens(s, s.clause_head(trigger)))
        nouns = [i for i in tokens if s.pos[i] == "NOUN" and self._tells(i)]
        nouns.sort(key=lambda i: (i not in clause, s.deps[i].startswith("nsubj"), s.deps[i] != "obj", abs(i - trigger)))
        return next((p for i in nouns if not self._lists_party(i, p := self._phrase(i))), None)

    def _lists_party(self, noun: int, phrase: str) -> bool:
        """Whether a phrase is a list with one of the parties in it: "Start-up Too Good To Go und der Anbieter".

        Or gives them as examples: "Investoren wie die Deka".
        """
        named = any(name and name in phrase for name in self.site.claim.names)
        as_example = " wie " in phrase and not self.site.taken.isdisjoint(self.syntax.subtree(noun))
        return (" und " in phrase and named) or as_example

    def _tells(self, head: int) -> bool:
        """Whether a noun is a matter: no party, no person or firm, no word without content."""
        s = self.syntax
        if head in self.site.taken or s.pos[head] not in _NOMINAL:
            return False
        if self._is_vague(head) or s.words[head].endswith("-") or is_post(head, self.site.tools):
            return False
        return not any(
            m.type not in self.words.classes and m.kind != "compound" for m in self.site.tools.document.at.get(head, ())
        )

    def _is_vague(self, i: int) -> bool:
        s = self.syntax
        forms = {s.lower[i], s.lemmas[i].lower(), s.lemmas[i].lower().rpartition("-")[2]}
        return bool(forms & self.words.vague) or self._is_actor(i)

    def _phrase(self, head: int) -> str:
        return self.site.tools.qualifiers.phrase(head)
