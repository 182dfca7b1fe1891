"""How certain a claim is: negation, modality, plans and allegations around its trigger.

The cue words lie in ``status.toml`` of the language's lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from kg.claims.claim import Status
from kg.claims.clauses import clause_tokens, governing_verb, is_embedded, preposition_before
from kg.language.syntax import Syntax

#: from firm to denied; of several cues the later one wins
ORDER: tuple[Status, ...] = get_args(Status)
_RANK = {status: rank for rank, status in enumerate(ORDER)}
_CLAUSAL = ("ccomp", "xcomp", "acl", "advcl", "csubj", "conj", "parataxis")
#: prepositions before what talks, plans and interest are about
_ABOUT = ("über", "um", "an", "zu", "für")
_ARGUMENTS = ("obj", "nsubj", "nsubj:pass", "obl")

Cues = dict[str, Status]


def weakest(*found: Status | None) -> Status:
    """Return the least certain of several statuses.

    >>> weakest("planned", None, "possible")
    'possible'
    """
    return max((f for f in found if f), key=_RANK.__getitem__, default="actual")


#: ends as "Produktionsende" does and says no end of anything
_CHAIR = "vorsitzende"


class StatusReader:
    """Reads the status of a trigger from its surroundings."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.governors = _cues(words["governors"])
        self.adverbs = _cues(words["adverbs"])
        self.adjectives = _cues(words["adjectives"])
        self.nouns = _cues(words["nouns"])
        self.carrying_out, self.closing = frozenset(words["carrying_out"]), frozenset(words["closing"])
        self.present_is_ahead = {predicate: frozenset(verbs) for predicate, verbs in words["present_is_ahead"].items()}
        self.conjunctions = _cues(words["conjunctions"])
        self.modals = _cues(words["modals"])
        self.phrases = _cues(words["phrases"])
        self.idioms = tuple(tuple(idiom.split()) for idiom in words["idioms"]["negated"])
        self.itself = {predicate: tuple(nouns) for predicate, nouns in words["itself"].items()}
        self.standing = {predicate: frozenset(verbs) for predicate, verbs in words["standing"].items()}
        self.presupposed = {predicate: tuple(nouns) for predicate, nouns in words["presupposed"].items()}
        self.subjunctive = frozenset(words["modals"]["subjunctive_possible"])
        self.hearsay = frozenset(words["modals"]["hearsay"])
        self.managed = frozenset(words["modals"]["managed"])
        self.nearly = frozenset(words["adverbs"]["nearly"])
        self.shaking = frozenset(words["adverbs"]["shaking"])
        self.not_negating = frozenset(words["adverbs"]["not_negating"])
        self.commenting = frozenset(words["adverbs"]["commenting"])
        self.determiners = frozenset(words["adjectives"]["determiners"])
        self.former = tuple(words["adjectives"]["former"])
        self.announcing = frozenset(words["governors"]["announced"])
        self.striving = frozenset(words["governors"]["striving"])
        self.compelling = frozenset(words["governors"]["compelling"])
        self.announced_is_actual = frozenset(words["announced_is_actual"])
        self.deals = frozenset(words["deals"])
        self.announced_there = frozenset(words["announced_there"])
        self.announcing_there = frozenset(words["announcing"])
        self.permits = tuple(words["permits"])
        self.at_risk = frozenset(words["at_risk"])
        self.asking = frozenset(words["asking"])
        self.awaited = {predicate: _cues(table) for predicate, table in words["awaited"].items()}
        self.foretelling = {predicate: frozenset(verbs) for predicate, verbs in words["foretelling"].items()}
        self.looking_back = frozenset(words["looking_back"]) | self.carrying_out
        self.effects = frozenset(words["effects"])
        self.lasting = frozenset(words["lasting"])
        self.ending = {predicate: frozenset(verbs) for predicate, verbs in words["ending"].items()}
        self.talking = frozenset(words["talking"])
        self.arising_verbs = frozenset(words["arising"]["verbs"])
        self.arising_sites = tuple(words["arising"]["sites"])

    def read(self, s: Syntax, trigger: int, predicate: str) -> Status:
        """Return the status of the claim that a trigger states."""
        if s.pos[trigger] in ("VERB", "AUX", "ADJ") and s.deps[trigger] != "amod":
            return self._verb(s, trigger, predicate)
        return self._noun(s, trigger, predicate)

    def read_attribute(self, s: Syntax, noun: int) -> Status:
        """Return the status of what a noun says of the name beside it: only its own attributes count.

        "Nicht die JCDecaux-Tochter Wall" denies something else of it.
        """
        plain = not any(self.adverbs.get(s.lower[c]) == "negated" for c in s.dep_children(noun, "advmod"))
        return weakest(*self._attribute_cues(s, noun)) if plain else "actual"

    def read_becoming(self, s: Syntax, noun: int) -> Status:
        """Return how certain it is that somebody becomes what a noun says: "soll Teilhaber von Tiktok werden"."""
        verb = s.heads[noun]
        if s.lemmas[verb] != "werden" or s.deps[noun] not in ("obj", "xcomp", "nsubj") or s.pos[verb] == "NOUN":
            return "actual"
        if s.deps[noun] == "nsubj" and "-" in s.words[noun]:
            return "actual"  # "womit EPH-Eigner Kretinsky zum Aktionär wird": he owns EPH already
        told = self._verb(s, verb, "")
        is_present = s.feats[verb].get("Tense") == "Pres" and s.feats[verb].get("VerbForm") == "Fin"
        return weakest(told, "planned") if is_present else told

    def tells_end(self, s: Syntax, trigger: int, predicate: str) -> bool:
        """Tell whether a clause says until when something lasts: "die Zusammenarbeit läuft Ende 2026 aus"."""
        verbs = self.ending.get(predicate, ())
        return any(s.lemmas[i] in verbs for i in (trigger, s.clause_head(trigger)))

    def of_word(self, s: Syntax, i: int) -> Status | None:
        """Return what a word tells wherever it stands: "angeblich", "Pläne", "absagen", "keine"; None for most."""
        lower, lemma = s.lower[i], s.lemmas[i]
        if lower.startswith("kein"):
            return None if _compares(s, i) else "negated"
        if s.pos[i] in ("VERB", "AUX"):
            return self.governors.get(lemma) or self.modals.get(lemma)
        if s.pos[i] == "NOUN":
            return self._noun_cue(s, i)
        return self.adverbs.get(lower) or self.adjectives.get(lemma.lower()) or self.conjunctions.get(lower)

    def is_given(self, s: Syntax, noun: int, predicate: str) -> bool:
        """Tell whether a noun and its owner before it are taken as given: "will seine Beteiligung verkaufen"."""
        if predicate == "operatesIn" and self._closed(s, noun) == "negated":
            return False  # "hatte ihr Werk stillgelegt"
        return s.lemmas[noun].lower().endswith(self.presupposed.get(predicate, ())) and any(
            c < noun and s.preposition(c) is None and s.pos[c] != "ADJ"
            for c in s.dep_children(noun, "det:poss", "nmod", "nmod:poss")
        )

    # -- verbs -------------------------------------------------------------------------------------------

    def _verb(self, s: Syntax, verb: int, predicate: str) -> Status:
        tokens = clause_tokens(s, verb)
        cues: list[Status | None] = [self._modal(s, verb), *self._adverbs(s, verb, tokens)]
        cues.append(self._conjunction(s, verb))
        cues.append(self._verb_first(s, verb))
        cues.append(self._nearly(s, verb, tokens))
        cues += [self._negative_determiner(s, c) for c in s.dep_children(verb, *_ARGUMENTS)]
        own = weakest(*cues, self._announced_deal(s, verb, predicate))
        return self._double(own, self._governed(s, verb, predicate))

    def _nearly(self, s: Syntax, verb: int, tokens: Sequence[int]) -> Status | None:
        """What nearly came about did not: "beinahe hätte X Y übernommen", "wären um ein Haar verschmolzen"."""
        forms = (s.feats[i] for i in s.dep_children(verb, "aux", "aux:pass") if s.lemmas[i] in ("haben", "sein"))
        unreal = any(f.get("Mood") == "Sub" and f.get("Tense") == "Past" for f in forms)
        told = any(s.lower[i] in self.nearly and s.pos[i + 1 : i + 2] != ["NUM"] for i in tokens)
        return "negated" if unreal and told else None

    def _announced_deal(self, s: Syntax, verb: int, predicate: str) -> Status | None:
        """A deal told in the present is announced and not yet closed: "Novartis kauft Avidity für 12 Milliarden"."""
        feats = s.feats[verb]
        is_present = feats.get("VerbForm") == "Fin" and feats.get("Tense") == "Pres" and feats.get("Mood") == "Ind"
        is_whole = not any(True for _ in s.dep_children(verb, "aux", "aux:pass"))  # "wurde herausgelöst" is no present
        is_deal = predicate in self.deals or (predicate in self.announced_there and self._tells_plans(s))
        is_deal = is_deal or s.lemmas[verb] in self.present_is_ahead.get(predicate, ())
        is_open = is_present and is_whole and is_deal and s.lemmas[verb] not in self.looking_back
        return "planned" if is_open else None

    def _tells_plans(self, s: Syntax) -> bool:
        """Whether a text tells of an announcement or a plan anywhere: "streicht 6000 Stellen … wie VW mitteilte"."""
        return not self.announcing_there.isdisjoint(s.lemmas)

    def _opposed_deal(self, s: Syntax, noun: int, predicate: str) -> Status | None:
        """A deal that somebody is against is still to come: "sprach sich gegen die Übernahme aus"."""
        return "planned" if predicate in self.deals and s.preposition(noun) == "gegen" else None

    def _talked_of(self, s: Syntax, noun: int) -> Status | None:
        """What is talked about is possible: "sprechen über eine Fusion", "sind in Gesprächen über einen Kauf"."""
        if s.preposition(noun) != "über":
            return None
        case = next(c for c in s.dep_children(noun, "case"))
        if case > 0 and s.pos[case - 1] == "NOUN" and (cue := self._noun_cue(s, case - 1)):
            return cue
        is_the = any(s.feats[c].get("Definite") == "Def" for c in s.dep_children(noun, "det"))
        return "possible" if s.lemmas[s.heads[noun]] in self.talking and not is_the else None

    def _is_lasting(self, s: Syntax, noun: int, predicate: str) -> bool:
        """Whether a clause tells what follows from something there: "die Insolvenz könnte auch Zulieferer treffen"."""
        is_the = any(s.feats[c].get("Definite") == "Def" for c in s.dep_children(noun, "det"))
        if predicate not in self.lasting or not is_the:
            return False
        if s.deps[noun] == "nsubj" and s.lemmas[s.heads[noun]] in self.effects:
            return True
        return predicate == "strikesAt" and s.preposition(noun) == "mit"

    def _permitted_deal(self, s: Syntax, noun: int, predicate: str) -> Status | None:
        """A deal that is allowed is not yet closed: "die Erlaubnis für die Übernahme"."""
        if predicate not in self.deals:
            return None
        before = preposition_before(s, noun, s.sentence(noun)[0])  # parsers hang "für die Übernahme" on the verb
        above = (s.heads[noun], before - 1) if before > 0 else (s.heads[noun],)
        return "planned" if any(s.lemmas[i].lower().endswith(self.permits) for i in above) else None

    def _double(self, own: Status, above: Status) -> Status:
        """Combine a clause's own status with that from above; two negations leave a possibility."""
        if own == above == "negated":
            return "possible"
        return weakest(own, above)

    def _modal(self, s: Syntax, verb: int) -> Status | None:
        found: list[Status | None] = []
        auxiliaries = [c for c in s.children[verb] if s.deps[c] in ("aux", "aux:pass")]
        for c in auxiliaries:
            found.append(self._auxiliary(s, c, verb, auxiliaries))
        return weakest(*found)

    def _auxiliary(self, s: Syntax, c: int, verb: int, auxiliaries: list[int]) -> Status | None:
        lemma, feats = s.lemmas[c], s.feats[c]
        past_subjunctive = feats.get("Mood") == "Sub" and feats.get("Tense") == "Past"
        if lemma in self.subjunctive and (past_subjunctive or _is_conditional_form(s.lower[c])):
            return "possible"
        if lemma in self.hearsay and any(s.lemmas[a] in ("haben", "sein") for a in auxiliaries):
            return "alleged"
        if lemma == "werden":
            is_future = s.deps[c] == "aux" and s.feats[verb].get("VerbForm") == "Inf"
            return "planned" if is_future and feats.get("VerbForm") != "Part" else None
        if lemma == "haben" and past_subjunctive:
            return None
        if s.lower[c] in self.managed:
            return None  # "konnte zulegen": it did
        return self.modals.get(lemma)

    def _adverbs(self, s: Syntax, verb: int, tokens: list[int]) -> Iterator[Status | None]:
        for i in tokens:
            status = self.adverbs.get(s.lower[i])
            if status is None or s.pos[i] == "NOUN":
                continue
            denied = _denied(s, i)
            if status == "negated" and (self._is_idle_negation(s, i) or denied not in (verb, s.heads[verb], i)):
                continue
            yield status

    def _is_idle_negation(self, s: Syntax, i: int) -> bool:
        """Tell whether a negation denies nothing: "nicht nur", "wie seit Langem nicht", "so viele wie nie"."""
        if s.lemmas[s.heads[i]] in self.shaking:
            return True
        compares = s.lower[i] == "nicht" and {"wie", "seit"} <= {*s.lower[max(0, i - 5) : i]}
        compares |= s.lower[i] == "nie" and s.lower[i - 1] == "wie"
        return compares or (i + 1 < len(s) and s.lower[i + 1] in self.not_negating)

    def _conjunction(self, s: Syntax, verb: int) -> Status | None:
        return weakest(
            *(self.conjunctions.get(s.lower[c]) for c in s.dep_children(verb, "mark", "cc", "case")),
            self._opening(s, verb),
        )

    def _opening(self, s: Syntax, verb: int) -> Status | None:
        """ "Statt auf die Cloud von Amazon zu setzen, …": parsers hang the conjunction on the noun behind it."""
        first = clause_tokens(s, verb)[0]
        status = self.conjunctions.get(s.lower[first])
        return status if status == "negated" and s.deps[first] == "case" and s.has_zu(verb) else None

    def _verb_first(self, s: Syntax, verb: int) -> Status | None:
        """A sentence that opens with its finite verb is a condition ("Stimmt die Behörde zu, …")."""
        first = s.sentence(verb)[0]
        if first == verb and s.feats[verb].get("VerbForm") == "Fin" and s.deps[verb] in ("advcl", "ccomp", "csubj"):
            return "possible"
        return None

    def _negative_determiner(self, s: Syntax, noun: int) -> Status | None:
        for c in s.dep_children(noun, "det", "advmod", "cc:preconj", "cc"):
            if s.lemmas[c].lower() in self.determiners or s.lower[c].startswith("kein"):
                return None if _compares(s, c) else "negated"
        return None

    def _governed(self, s: Syntax, verb: int, predicate: str) -> Status:
        """Return the status that the clauses above give to this one."""
        relation, head = s.deps[verb], s.heads[verb]
        if head == verb or relation not in _CLAUSAL:
            return "actual"
        if relation == "conj" and not is_embedded(s, verb):
            return self._coordinated(s, verb, head, predicate)
        if relation in ("advcl", "parataxis") and not self._is_infinitive(s, verb):
            return "actual"
        if relation == "acl" and s.feats[verb].get("VerbForm") == "Part":
            return weakest(self._noun_cue(s, head))  # "soll den Motor, entwickelt mit Ford, einbauen": that is done
        if relation == "acl" and s.pos[head] == "NOUN":
            return weakest(self._noun_cue(s, head), self._noun(s, head, predicate))
        if s.pos[head] in ("VERB", "AUX", "ADJ"):
            return self._under(s, head, verb, predicate)
        return weakest(self._noun_cue(s, head))

    def _coordinated(self, s: Syntax, verb: int, head: int, predicate: str) -> Status:
        """A coordinated verb shares modals and governors of the first, unless it has its own finite form."""
        is_finite = s.feats[verb].get("VerbForm") == "Fin" and not self._is_shared_infinitive(s, verb, head)
        if is_finite or s.pos[head] not in ("VERB", "AUX"):
            return "actual"
        return weakest(self._modal(s, head), self._governed(s, head, predicate))

    def _is_shared_infinitive(self, s: Syntax, verb: int, head: int) -> bool:
        """Tell whether a verb that the tagger takes for finite is an infinitive: "will sparen und Stellen streichen".

        A finite one would stand right behind the conjunction: "wollen sparen und streichen Stellen".
        """
        same_form = s.lower[verb] == s.lemmas[verb].lower() and s.feats[head].get("VerbForm") == "Inf"
        has_subject = any(True for _ in s.dep_children(verb, "nsubj", "nsubj:pass"))
        stands_behind = any(c < verb and s.deps[c] not in ("cc", "punct") for c in s.children[verb])
        return same_form and stands_behind and not has_subject

    def _is_infinitive(self, s: Syntax, verb: int) -> bool:
        return s.feats[verb].get("VerbForm") == "Inf" or s.has_zu(verb)

    def _under(self, s: Syntax, governor: int, below: int, predicate: str) -> Status:
        if self._is_question(s, below):
            return "actual"  # "wie viele Stellen wegfallen, sagte er nicht": that some do is not denied
        cue = weakest(self._governor_cue(s, governor, below, predicate), self._named_before(s, governor, below))
        return self._double(cue, self._told_by(s, governor, predicate))

    def _named_before(self, s: Syntax, governor: int, below: int) -> Status | None:
        """ "kritisiert Pläne, Stellen zu streichen": parsers hang on the verb what the noun before it is about."""
        if not s.has_zu(below):
            return None
        first = clause_tokens(s, below)[0]
        nouns = (c for c in s.dep_children(governor, "obj", "obl", "obl:arg") if governor < c < first)
        told = (self._noun_cue(s, c) for c in nouns if s.pos[c] == "NOUN")
        return next((status for status in told if status in ("planned", "possible")), None)

    def _told_by(self, s: Syntax, verb: int, predicate: str) -> Status:
        """Return the status of a verb for what it tells: "wollte den Kauf nicht kommentieren" denies nothing."""
        status = self._verb(s, verb, predicate)
        return "actual" if status == "negated" and s.lemmas[verb] in self.commenting else status

    def _is_question(self, s: Syntax, verb: int) -> bool:
        """Whether a clause asks for a part of what it takes as given: "wann X den Rivalen übernimmt"."""
        return s.deps[verb] in ("ccomp", "csubj", "csubj:pass") and any(
            s.lower[i] in self.asking and s.feats[i].get("PronType") != "Rel" for i in clause_tokens(s, verb)[:3]
        )

    def _governor_cue(self, s: Syntax, governor: int, below: int, predicate: str) -> Status | None:
        lemma = s.lemmas[governor]
        if lemma in self.striving and below != governor and self._is_infinitive(s, below):
            return "planned"  # "arbeitet daran, den Dienst zu integrieren"
        if lemma in self.compelling and s.is_past(governor):
            return None
        reflexive = "sich " + lemma if s.reflexive[governor] else lemma
        if lemma in self.standing.get(predicate, ()):
            return None
        if lemma in self.announcing or reflexive in self.announcing:
            return "planned" if self._is_infinitive(s, below) or predicate not in self.announced_is_actual else None
        return self.governors.get(reflexive) or self.governors.get(lemma) or self.adjectives.get(lemma)

    # -- nouns -------------------------------------------------------------------------------------------

    def _closed(self, s: Syntax, noun: int) -> Status | None:
        """Whether a site is there no longer, "hat das Werk stillgelegt", or still, "will es schließen"; else None."""
        verb = s.heads[noun]
        if s.deps[noun] not in ("obj", "nsubj:pass", "nsubj") or s.lemmas[verb] not in self.closing:
            return None
        has_modal = any(s.lemmas[i] in self.modals for i in s.dep_children(verb, "aux"))
        return "negated" if not has_modal and self._has_happened(s, verb) else "actual"

    def _is_carried_out(self, s: Syntax, noun: int) -> bool:
        """Whether a deal is told to be done, however it was called: "hat den angekündigten Verkauf nun vollzogen"."""
        verb = s.heads[noun]
        is_object = s.deps[noun] in ("obj", "nsubj:pass") and s.lemmas[verb] in self.carrying_out
        return is_object and self._has_happened(s, verb)

    def _has_happened(self, s: Syntax, verb: int) -> bool:
        """Whether a verb tells what is past and done."""
        is_past = s.is_past(verb) or s.feats[verb].get("VerbForm") == "Part"
        return is_past and self._verb(s, verb, "") == "actual"

    def _noun(self, s: Syntax, noun: int, predicate: str) -> Status:
        if self._is_called_off(s, noun):
            return "negated"
        if self._is_carried_out(s, noun):
            return "actual"
        if predicate == "operatesIn" and (closed := self._closed(s, noun)) is not None:
            return closed
        cues = self._attribute_cues(s, noun)
        head = s.heads[noun]
        if s.pos[head] == "NOUN" and head != noun and s.deps[noun] not in ("conj", "appos"):
            cues.append(self._noun_cue(s, head))
        cues.append(self._permitted_deal(s, noun, predicate))
        cues.append(self._compound_cue(s, noun, predicate))
        cues.append(self._beside_object(s, noun))
        cues.append(self._phrase_cue(s, noun) if any(True for _ in s.dep_children(noun, "cop")) else None)
        cues.append(self._opposed_deal(s, noun, predicate))
        cues.append(self._talked_of(s, noun))
        is_past = s.preposition(noun) == "seit" or (predicate == "filesForInsolvency" and s.preposition(noun) == "nach")
        if self._is_lasting(s, noun, predicate) or is_past:
            return weakest(*cues)  # "seit dem Kauf von X", "nach der Insolvenz": that is done, whatever the verb tells
        verb = governing_verb(s, noun)
        if verb == -1 and s.deps[noun] in ("nsubj", "nsubj:pass") and self._tells_of_subject(s, head):
            verb = head
        if head == verb and s.deps[noun] in _ARGUMENTS:
            cues.remove(self._negative_determiner(s, noun))  # "keine" negates once: the verb counts it
        cues.append(self._ahead(s, noun, verb, predicate))
        own = weakest(*cues)
        if verb == -1 or self._is_addressed(s, noun):
            return own
        above = self._double(weakest(self._object_cue(s, verb, predicate)), self._told_by(s, verb, predicate))
        return self._double(own, above)

    def _is_addressed(self, s: Syntax, noun: int) -> bool:
        """Whether a verb tells a noun what to do and nothing of it: "verbot dem Joint Venture, Daten zu tauschen"."""
        is_dative = s.deps[noun] in ("iobj", "obl:arg") and s.preposition(noun) is None
        return is_dative and any(s.dep_children(s.heads[noun], "obj", "xcomp", "ccomp"))

    def _ahead(self, s: Syntax, noun: int, verb: int, predicate: str) -> Status | None:
        """ "steht vor der Zulassung", "steht kurz vor dem Verkauf": it lies ahead; an approval may still fail.

        So it does in a heading without a verb: "Thyssenkrupp vor Verkauf der Werft an Carlyle".
        """
        if s.preposition(noun) != "vor":
            return None
        is_heading = verb == -1 and predicate in self.deals and _has_no_verb(s, noun)
        if not is_heading and (verb == -1 or s.lemmas[verb] != "stehen"):
            return None
        return "possible" if predicate == "approves" else "planned"

    def _is_called_off(self, s: Syntax, noun: int) -> bool:
        """Whether an idiom in the clause around a noun denies it: "ist für Orlopp kein Thema mehr"."""
        head = s.clause_head(noun)
        verbs = (head, *s.dep_children(head, "xcomp"))
        if noun not in verbs and s.heads[noun] not in verbs:
            return False  # "am Rande des Banking Summit winkte er ab": it takes place
        inside = (i for verb in verbs for i in clause_tokens(s, verb))
        words = [s.lower[i] for i in sorted(inside)]
        return any(_holds_in_order(words, idiom) for idiom in self.idioms)

    def _beside_object(self, s: Syntax, noun: int) -> Status | None:
        """ "führt Gespräche mit EFG über eine Fusion": parsers hang what the talks are about on the verb."""
        if s.preposition(noun) not in _ABOUT or s.deps[noun] not in ("obl", "obl:arg"):
            return None
        objects = (c for c in s.dep_children(s.heads[noun], "obj") if c < noun and s.pos[c] == "NOUN")
        return weakest(*(self._noun_cue(s, c) for c in objects))

    def _tells_of_subject(self, s: Syntax, head: int) -> bool:
        return s.pos[head] in ("VERB", "AUX", "ADJ") or self._phrase_cue(s, head) is not None

    def _phrase_cue(self, s: Syntax, head: int) -> Status | None:
        """ "vom Tisch", whether the phrase hangs on its verb or stands above it, or above "ist"."""
        parts = [head, *s.dep_children(head, "obl", "obl:arg", "nmod", "advmod")]
        parts += [s.heads[head]] if s.deps[head] == "cop" else []
        return next(filter(None, (self.phrases.get(f"{s.preposition(i)} {s.lemmas[i].lower()}") for i in parts)), None)

    def _attribute_cues(self, s: Syntax, noun: int) -> list[Status | None]:
        cues: list[Status | None] = [self._negative_determiner(s, noun)]
        for c in s.dep_children(noun, "amod", "advmod"):
            adjective = "früher" if s.lower[c].startswith("frühere") else s.lemmas[c].lower()
            cues.append(self.adjectives.get(adjective) or self.adverbs.get(s.lower[c]))
        is_absent = s.preposition(noun) == "ohne"  # "ohne Entlassungen"
        cues.append("negated" if is_absent or s.lower[noun].startswith(self.former) else None)
        return cues

    def _object_cue(self, s: Syntax, verb: int, predicate: str) -> Status | None:
        cue = self._governor_cue(s, verb, verb, predicate) or self._phrase_cue(s, verb)
        if cue is None and s.lemmas[verb] in self.announcing and predicate not in self.announced_is_actual:
            return "planned"
        return cue

    def _noun_cue(self, s: Syntax, noun: int) -> Status | None:
        lemma = s.lemmas[noun].lower()
        for word, status in self.nouns.items():
            if lemma == word or (len(word) > 4 and lemma.endswith(word)):
                return status
        return None

    def _compound_cue(self, s: Syntax, noun: int, predicate: str) -> Status | None:
        """ "Übernahmepläne", "Fusionsgespräche": the last part says how certain the first is."""
        lemma = s.lemmas[noun].lower()
        if lemma.endswith((_CHAIR, *self.itself.get(predicate, ()))):
            return None
        for word, status in self.nouns.items():
            if len(word) > 3 and lemma.endswith(word):
                return None if lemma == word else status
        return None


def _holds_in_order(words: Sequence[str], idiom: Sequence[str]) -> bool:
    """Tell whether words hold those of an idiom in its order, others between them or not."""
    rest = iter(words)
    return all(word in rest for word in idiom)


def _compares(s: Syntax, i: int) -> bool:
    """Tell whether "kein" only sets one above all others: "kein anderer Wert im Dax", "keine andere Bank"."""
    return any(word.startswith("ander") for word in s.lower[i + 1 : i + 2])


def _is_conditional_form(form: str) -> bool:
    return form.startswith(("könnt", "dürft", "müsst", "würd", "möcht", "wär"))


def _has_no_verb(s: Syntax, i: int) -> bool:
    return not any(s.feats[j].get("VerbForm") == "Fin" for j in range(*s.sentence(i)))


def _denied(s: Syntax, i: int) -> int:
    """Return what a negation is said of; of "wird nicht mehr auf Broadcom setzen" the verb above "mehr"."""
    head = s.heads[i]
    return s.heads[head] if s.lower[head] == "mehr" and head == i + 1 else head


def _cues(table: Mapping[str, Any]) -> Cues:
    return {word: status for status in ORDER for word in table.get(status, ())}
