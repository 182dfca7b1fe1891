"""Nouns that take up an entity: "der Konzern", "das Geldhaus", "die Walldorfer", "das Papier"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.language.gazetteer import AuthorityRecord
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.dealers import Dealers
from kg.language.mentions.discourse import Discourse, Profile, Said, company_like, stem_of
from kg.language.mentions.industries import shipped_industries
from kg.language.mentions.kin import Kin
from kg.language.mentions.lexicon import Noun
from kg.language.mentions.places import is_country, is_named_origin
from kg.language.mentions.reading import DEFINITE_ARTICLES, known_compound, known_word
from kg.language.mentions.units import Units
from kg.language.syntax import Syntax

_ORG_TYPES = frozenset({"Company", "JointVenture", "Organization"})
#: names of these classes describe a noun behind their hyphen: "der iPhone-Konzern"
_PREFIXES = frozenset({"Place", "MarketIndex", "Product"})
_TELLING = 2.5
#: a company not known as a bank, as "die Bank"
_NO_BANK = 0.15
_CONTRARY = 0.55
#: a firm or product known to be of another industry or kind than a noun tells
_OTHER_INDUSTRY = 0.15
#: a company of another size than a noun tells
_UNSUITED = 0.1
_PLACE = 3.0
_UNKNOWN_SEAT = 0.7
#: those who judge a share are seldom the company that a noun takes up
_RATER = 0.3
#: what a party that is not the subject is to its verb
_PARTIES = frozenset({"obj", "iobj", "obl:arg", "obl:agent"})
_UNTRADED = 0.25
#: a company from the country of the exchange that the sentence names, and one from another
_AT_HOME, _ABROAD = 3.0, 0.4
_UNKNOWN_HOME = 0.1
#: how likely, from 0 to 1, a firm has to be what the people of a place or somebody's firm stand for
_SURE = 0.5
#: how likely an entity has to be what any other noun takes up
_LIKELY = 0.4
#: endings of nouns that are alike in singular and plural: "der Hersteller", not "der Konzern"
_ALIKE = ("er", "el", "en")
#: what a noun is to its verb that stands behind another and is no name of it: "dem Unternehmen Schlamperei vorwerfen"
_BESIDE = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "obl:arg"})
#: prepositions that no dative follows
_WITH_ACCUSATIVE = frozenset({"gegen", "für", "durch", "ohne", "um"})
#: articles of those who act for an authority together: "den Aufsehern"
_OF_SEVERAL = frozenset({"die", "den", "der", "diese", "diesen", "dieser"})
#: groups of nouns for those who act for a body, with the class of these bodies
_ACTING_FOR = {
    "officials": "Regulator", "investigators": "GovernmentBody", "unionists": "Union",
    "ecologists": "Organization", "consumers": "Organization", "shareholders": "Organization",
}  # fmt: skip
#: the same, with the words in the names of these bodies
_NAMED_FOR = {"ecologists": "ecological", "consumers": "consumerist", "shareholders": "shareholding"}
#: what guards competition though it governs
_GUARDIAN = "EU-Kommission"
#: ends of nouns for people
_OF_PEOPLE = ("er", "wälte", "hüter", "ler", "ten")
#: classes of bodies that a noun of their class takes up, whatever it tells
_BODIES = ("Regulator", "Union", "MediaOutlet")
#: words before the name of a post in the genitive
_POSTS = ("amt", "amtes", "posten", "postens", "rolle", "position", "stuhl", "sessel", "nachfolge")
#: articles before one mother or daughter
_OF_ONE = frozenset({"die", "der", "dem", "des"})
#: clauses whose subject stands in the one above, and prepositions before whom something is done to
_WITHOUT_SUBJECT = frozenset({"xcomp", "ccomp", "conj", "advcl"})
_TOWARDS = frozenset({"an", "bei", "gegen", "um"})
#: what opens a long attribute before a noun: "der von Daniel Yu gesteuerte", "das 1926 gegründete"
_LONG = frozenset({"obl", "obl:agent", "obl:arg", "advmod", "obj"})
#: nouns that name a body by what it is for, or by the country whose it is: "die Deutsche Gesellschaft für Logistik"
_NAMED_BY_AIM = frozenset({"gesellschaft", "institut", "verein", "verband", "vereinigung", "stiftung", "zentrum"})
#: sentences to look back for the owner of a share, and for the people of a place
_FAR_REACH = 12


class Nominals:
    """Resolves the nouns of one document."""

    def __init__(self, discourse: Discourse, names: Mapping[int, Candidate], dealers: Dealers) -> None:
        self._discourse = discourse
        self._reading = discourse.reading
        self.names = names
        self._dealers = dealers
        self._kin = Kin(discourse)
        self._units = Units(discourse)
        self._industries = shipped_industries()
        groups = self._reading.lexicon.nominals
        #: nouns for those who act for a body, with its class
        self._acting = {noun: kind for group, kind in reversed(_ACTING_FOR.items()) for noun in groups[group]}

    def at(self, i: int) -> Candidate | None:
        """Return the mention by reference that the piece is, with its antecedent; None where it is none."""
        reading = self._reading
        word = reading.pieces.words[i]
        start, end = i, reading.pieces.compound_end(i + 1)
        is_small = word[0].islower() and end == i + 1
        if (owner := self.names.get(i)) is not None and owner.kind == "compound" and owner.type == "Company":
            return self._kinsman(owner, end)
        if is_small or reading.pieces.hyphen[i] or (i in self.names and not self._is_prefix(i)):
            return None
        full = reading.pieces.span(start, end)
        if self._is_share(i, full):
            return self._share(start, end)
        part = self._dealers.part(full)
        if part and (dealer := self._dealer(start, end, full, part)):
            return dealer
        if self._kin.tells(full) and (relative := self._relative(start, end, full)):
            return relative
        if self._units.tells(full) and (unit := self._unit(start, end, full)):
            return unit
        noun = self._noun(i, full)
        if noun and self._is_own(start, end, full):
            said = self._own(reading.pieces.tokens[start], noun)
            return self._mention(start, end, full, said) if said else None
        if noun is None or self._is_board(full) or not self._takes_up(start, end, full, noun):
            return None
        said = self._antecedent(start, end, full, noun)
        if said is None:
            return None
        self._learn(said.candidate.referent, full, noun)
        return self._mention(start, end, full, said)

    def _dealer(self, first: int, last: int, word: str, part: str) -> Candidate | None:
        """Return "der Käufer" or "die Übernommene" as a mention of a party of the deal told last."""
        article = self._article(first)
        several = article == "die" and not word.endswith(("in", "e"))
        if not article or several or not self.stands_alone(first, last):
            return None
        said = self._dealers.party(self._reading.pieces.tokens[first], part)
        return self._mention(first, last, word, said) if said else None

    def _relative(self, first: int, last: int, word: str) -> Candidate | None:
        """Return "die Mutter" or "der Tochter" as a mention of a company that the article names."""
        article = self._reading.word_before(first)
        if article not in _OF_ONE:
            article = self._article_of_attribute(self._reading.pieces.tokens[first])
        if article not in _OF_ONE or not self.stands_alone(first, last):
            return None
        said = self._kin.relative(self._reading.pieces.tokens[first], word)
        return self._mention(first, last, word, said) if said else None

    def _unit(self, first: int, last: int, word: str) -> Candidate | None:
        """Return "die Sparte" as a mention of the division that the article told last."""
        if not self._article(first) or not self.stands_alone(first, last):
            return None
        said = self._units.last(self._reading.pieces.tokens[first])
        return self._mention(first, last, word, said) if said else None

    def _kinsman(self, owner: Candidate, last: int) -> Candidate | None:
        """Return "die Siemens-Tochter" as a mention of the one that the article told before."""
        if not self._article(owner.first) or not self.stands_alone(owner.first, last):
            return None
        said = self._kin.of(self._reading.pieces.tokens[owner.first], owner)
        return self._mention(owner.first, last, self._reading.pieces.span(owner.first, last), said) if said else None

    def _noun(self, i: int, word: str) -> Noun | None:
        """Return the noun that a word is; None where it is none, or a name that only ends like one."""
        noun = self._officials(word) or self._reading.lexicon.noun(word) or self._by_age(i, word)
        if noun and self._reading.pos[i] == "PROPN" and word.lower() != noun.lemma:
            return noun if self._is_made_of_words(i, word) else None
        return noun

    def _is_board(self, word: str) -> bool:
        """Tell whether a word means a body, though it ends like a post: "dem Vorstand", not "dem Finanzvorstand"."""
        return word.lower() in self._reading.lexicon.nominals["boards"]

    def _is_own(self, first: int, last: int, word: str) -> bool:
        """Tell whether somebody's firm is spoken of: "sein Haus", "ihr Unternehmen"."""
        lexicon = self._reading.lexicon
        before = self._reading.word_before(first)
        owned = any(before in lexicon.pronouns[group] for group in ("possessive_mn", "possessive_fp"))
        return owned and word.lower() in lexicon.nominals["owned"] and not self.name_follows(last)

    def _own(self, token: int, noun: Noun) -> Said | None:
        return self._discourse.best(token, "own noun", self._firm, reach=4, gender=noun.gender, sure=_SURE)

    def _firm(self, referent: int) -> float:
        return float(company_like(self._discourse.profiles[referent].type))

    def _is_prefix(self, i: int) -> bool:
        """Tell whether a name just says which noun is meant: "der US-Konzern", "der Dax-Konzern", "der Chipbauer"."""
        name = self.names[i]
        return name.first == i and (name.kind == "topic" or (name.kind == "compound" and name.type in _PREFIXES))

    def _is_made_of_words(self, i: int, word: str) -> bool:
        """Tell whether a word that the model takes for a name is a compound of words or of a name and a word."""
        prefixed = i in self.names and self._is_prefix(i) and "-" in word
        return prefixed or ("-" not in word and known_compound(word))

    def _learn(self, referent: int, word: str, noun: Noun) -> None:
        """Note what was said of an entity, when the noun says more than "Konzern"."""
        stem = stem_of(word, noun)
        if stem != noun.lemma and stem not in self._reading.lexicon.nominals["company"]:
            profile = self._discourse.profiles[referent]
            profile.nouns.add(stem)
            profile.lemmas.add(noun.lemma)

    def demonym(self, candidate: Candidate) -> Said | None:
        """Return what people of a place stand for: "die Walldorfer" is the company with its seat there."""
        reading, place = self._reading, candidate.record
        token = reading.pieces.tokens[candidate.first]
        if place is None or not self._article(candidate.first):
            return None
        if self._is_person(candidate):
            return self._compatriot(token, place)

        owner = self.names.get(candidate.last + 1)
        if candidate.last < len(reading.pieces) and reading.pieces.words[candidate.last] == "von":
            known = owner is not None and company_like(owner.type)
            return Said(owner, token, 0, 0, "", 0.0) if known and owner else None

        def fits(referent: int) -> float:
            profile = self._discourse.profiles[referent]
            if not company_like(profile.type):
                return 0.0
            return 1.0 if _seated(profile, place) else 0.0 if _is_elsewhere(profile, place) else _UNKNOWN_HOME

        return self._discourse.best(token, "people", fits, reach=_FAR_REACH, sure=_SURE)

    def _compatriot(self, token: int, place: AuthorityRecord) -> Said | None:
        """Return the man that "der Texaner" is: nothing but his being in focus need tell where he is from."""

        def fits(referent: int) -> float:
            profile = self._discourse.profiles[referent]
            return float(profile.type == "Person" and profile.country in (None, place.country))

        return self._discourse.best(token, "person noun", fits, reach=4, gender="m", sure=_SURE)

    def _is_person(self, candidate: Candidate) -> bool:
        """Tell whether one man is meant and no firm: "der Portugiese", "dem Wiener", "gegen den Wiener"."""
        reading, i = self._reading, candidate.last - 1
        article, syntax, token = self._article(candidate.first), reading.syntax, reading.pieces.tokens[i]
        if article == "der" and syntax.deps[token].startswith("nsubj"):
            verb = syntax.finite_form(syntax.heads[token])
            return verb != -1 and syntax.feats[verb].get("Number") == "Sing"
        before = syntax.lower[max(0, reading.pieces.tokens[candidate.first] - 2)]
        return article in ("dem", "des") or (article == "den" and before in _WITH_ACCUSATIVE)

    def _is_share(self, i: int, word: str) -> bool:
        """Tell whether a word means a share, alone or behind an index or industry: "SDAX-Papier", "Pharma-Titel"."""
        name = self.names.get(i)
        listed = name and (name.type == "Topic" or (name.type == "MarketIndex" and self._is_prefix(i)))
        noun = (word.rpartition("-")[2] if listed else word).lower()
        return noun in self._reading.lexicon.shares or noun.removesuffix("s") in self._reading.lexicon.shares

    def _share(self, first: int, last: int) -> Candidate | None:
        """Return "das Papier", "der Titel" as a mention of the company whose share it is."""
        article = self._article(first)
        beside = self._reading.word_before(first) == article and article in DEFINITE_ARTICLES
        if not article or not beside or not self.stands_alone(first, last):
            return None
        token = self._reading.pieces.tokens[first]
        venues = frozenset(self._venues(token))
        said = self._just_moved(token) or self._discourse.best(
            token, "share", lambda r: self._tradable(r, venues), reach=_FAR_REACH
        )
        word = self._reading.pieces.span(first, last)
        head = word.rpartition("-")[2].lower()
        return self._mention(first, last, word, said, head=head) if said else None

    def _just_moved(self, token: int) -> Said | None:
        """Return the only company of which a share move was just told: "Puma sackten um 9 Prozent ab, nachdem …".

        Who does something with the share itself, such as an analyst's house, is not meant.
        """
        syntax, tokens = self._reading.syntax, self._reading.pieces.tokens
        first, _ = syntax.sentence(token)
        own = syntax.clause_head(token)
        here = [c for c in self._firms(first, token) if syntax.clause_head(tokens[c.first]) != own]
        if here or first == 0:
            return self._only_moved(here, first, token)
        begin, end = syntax.sentence(first - 1)
        return self._only_moved(self._firms(begin, end), begin, end)

    def _firms(self, begin: int, end: int) -> list[Candidate]:
        """Return the names of companies that begin in a stretch of tokens."""
        tokens = self._reading.pieces.tokens
        return [c for c in self.names.values() if begin <= tokens[c.first] < end and company_like(c.type)]

    def _only_moved(self, told: Sequence[Candidate], begin: int, end: int) -> Said | None:
        """Return the company that some names mean, if it is one, and the tokens around them tell a percentage."""
        is_move = any(self._reading.syntax.lower[i] in ("prozent", "%") for i in range(begin, end))
        if not is_move or len({c.referent for c in told}) != 1:
            return None
        return Said(told[-1], self._reading.pieces.tokens[told[-1].first], 0, 0, "", 0.0)

    def _venues(self, token: int) -> Iterator[str]:
        """Yield the countries of the exchanges and indices that a sentence names."""
        tokens, sentences = self._reading.pieces.tokens, self._reading.syntax.sent_of
        for name in self.names.values():
            lists = name.type in ("StockExchange", "MarketIndex")
            if lists and name.home and sentences[tokens[name.first]] == sentences[token]:
                yield name.home

    def _tradable(self, referent: int, venues: frozenset[str]) -> float:
        profile = self._discourse.profiles[referent]
        if not company_like(profile.type):
            return 0.0
        weight = _RATER if profile.rates else 1.0 if profile.traded else _UNTRADED
        if venues and profile.country is not None:
            weight *= _AT_HOME if profile.country in venues else _ABROAD
        return weight * (1 + self._discourse.frequency(referent))

    def _takes_up(self, first: int, last: int, word: str, noun: Noun) -> bool:
        """Tell whether a noun phrase takes up something said: definite, nobody's, not before a name."""
        reading = self._reading
        article = self._article(first)
        if noun.type == "Place" or not article or self._plural(first, article, noun):
            return False
        if self.name_follows(last) or (noun.type == "Person" and (article in ("zum", "zur") or self._is_post(first))):
            return False
        if self._is_another(first, last, word, noun):
            return False
        relational = {word.lower(), noun.lemma} & reading.lexicon.nominals["relational"]
        return self._place_before(first) is not None if relational else not self.of_somebody(first, last)

    def _is_another(self, first: int, last: int, word: str, noun: Noun) -> bool:
        """Tell whether a noun is part of another body's name: "das Ifo-Institut", "die Gesellschaft für Informatik"."""
        reading = self._reading
        if noun.lemma not in _NAMED_BY_AIM:
            return False
        if "-" in word or (first > 0 and is_named_origin(reading, first - 1)):
            return True
        if last + 1 >= len(reading.pieces) or reading.pieces.words[last] != "für" or not reading.capital(last + 1):
            return False
        aim = reading.pieces.tokens[last + 1]
        return reading.syntax.heads[aim] == reading.pieces.tokens[first] or aim == reading.pieces.tokens[first] + 2

    def _is_post(self, first: int) -> bool:
        """Tell whether a noun says which post is meant and no person: "das Amt des Vorstandschefs"."""
        syntax, token = self._reading.syntax, self._reading.pieces.tokens[first]
        if syntax.lower[token - 1] != "des" or token < 2:
            return False
        return syntax.lower[token - 2].endswith(_POSTS)

    def name_follows(self, last: int) -> bool:
        """Tell whether the noun stands in apposition to a name, known or not."""
        reading = self._reading
        if last >= len(reading.pieces) or not reading.pieces.before(last):
            return False
        if last in self.names:
            return self.names[last].kind in ("name", "compound")
        word = reading.pieces.words[last]
        if known_word(word) and reading.syntax.deps[reading.pieces.tokens[last]] in _BESIDE:
            return False
        return reading.proper(last) or (word[0].isupper() and not reading.lexicon.noun(word) and not known_word(word))

    def _article(self, i: int) -> str:
        """Return the definite article that opens the phrase, with what describes the noun between them."""
        token = self._reading.pieces.tokens[i]
        return self._article_before(token) or self._article_of_attribute(token)

    def _article_of_attribute(self, token: int) -> str:
        """Return the article before a long attribute: "der in Amsterdam ansässige Hersteller"."""
        syntax = self._reading.syntax
        children = [c for c in syntax.children[token] if c < token]
        attributes = [c for c in children if syntax.deps[c] == "amod"]
        if token - 1 not in attributes:
            return ""
        opened = {c for a in attributes for c in syntax.children[a] if c < a and syntax.deps[c] in _LONG}
        told = any(syntax.lemmas[a].lower() in self._reading.lexicon.nominals["other"] for a in attributes)
        articles = [syntax.lower[c] for c in children if syntax.deps[c] == "det" and c < min(opened, default=0)]
        return articles[0] if articles and not told and articles[0] in DEFINITE_ARTICLES else ""

    def _article_before(self, token: int) -> str:
        """Return the article with nothing but adjectives between it and the noun."""
        reading = self._reading
        for before in range(token - 1, max(token - 4, -1), -1):
            word = reading.syntax.lower[before]
            if reading.syntax.lemmas[before].lower() in reading.lexicon.nominals["other"]:
                return ""
            if word in reading.lexicon.nominals["definite"]:
                return "" if word.startswith(("sein", "ihr")) else word
            if reading.syntax.pos[before] not in ("ADJ", "ADV", "NUM") and before not in self._place_tokens():
                return ""
        return ""

    def _place_tokens(self) -> set[int]:
        return {self._reading.pieces.tokens[i] for i, c in self.names.items() if c.kind in ("demonym", "adjective")}

    def _plural(self, i: int, article: str, noun: Noun) -> bool:
        """Tell whether the phrase speaks of several: "der Autobauer" may be a genitive plural."""
        feats = self._reading.syntax.feats[self._reading.pieces.tokens[i]]
        if noun.gender == "p":
            return article not in _OF_SEVERAL
        if article in ("dem", "des", "das", "vom", "zum", "beim", "im", "am") or article.startswith("dies"):
            return False
        if article == "den" and noun.gender == "m" and self._is_accusative(i, noun):
            return False
        if article == "der" and noun.gender in "mn":
            return noun.gender == "n" or (noun.lemma.endswith(_ALIKE) and feats.get("Case") == "Gen")
        if noun.gender in "mn" and article == "die":
            return True
        return (noun.gender == "n" and article == "den") or feats.get("Number") == "Plur"

    def _is_accusative(self, i: int, noun: Noun) -> bool:
        """Tell whether a masculine noun behind "den" is one: "den Konzern", "gegen den Riesen", not "den Riesen"."""
        reading = self._reading
        token = reading.pieces.tokens[reading.pieces.compound_end(i + 1) - 1]
        if reading.syntax.lower[token].endswith(noun.lemma) and not noun.lemma.endswith("en"):
            return True
        before = next(
            (reading.syntax.lower[n - 1] for n in range(token, 0, -1) if reading.syntax.lower[n] == "den"), ""
        )
        return before in _WITH_ACCUSATIVE or reading.syntax.feats[token].get("Case") == "Acc"

    def stands_alone(self, first: int, last: int) -> bool:
        """Tell whether neither a name nor an owner tells who is meant by a phrase."""
        return not self.name_follows(last) and not self.of_somebody(first, last)

    def of_somebody(self, first: int, last: int) -> bool:
        """Tell whether a name or genitive behind says whose it is: "der Chef von X", "die Aktie des X"."""
        reading = self._reading
        if last >= len(reading.pieces) or not reading.pieces.spaced(last):
            return self.names.get(first - 1) is not None and reading.pieces.words[first - 1].endswith("s")
        word, token = reading.pieces.words[last], reading.pieces.tokens[last]
        if word in ("von", "aus"):
            return last + 1 in self.names and not (word == "aus" and self._seat(last))
        if word == "vom":
            return reading.syntax.deps[reading.syntax.heads[token]] != "obl"
        if word == "des" or last in self.names:
            return True
        is_subject = reading.syntax.deps[reading.syntax.heads[token]].startswith("nsubj")
        return word == "der" and not is_subject and reading.syntax.feats[token].get("Case") == "Gen"

    def _seat(self, i: int) -> Candidate | None:
        """Return the place in "aus Walldorf" behind a noun."""
        place = self.names.get(i + 1)
        return place if place and place.type == "Place" else None

    def _by_age(self, i: int, word: str) -> Noun | None:
        """Return the noun for somebody told by age: "der 58-Jährige", "die 54-Jährige"; "die 54-Jährigen" are many."""
        if not word.endswith(("-Jährige", "-Jährigen")):
            return None
        is_woman = (self._reading.word_before(i), word[-1]) in (("die", "e"), ("der", "n"))
        return Noun("mensch", "Person", "f" if is_woman else "m")

    def _officials(self, word: str) -> Noun | None:
        """Return those who act for a body as one noun for it: "die Wettbewerbshüter", "die Ermittler"."""
        lower = word.lower()
        noun = lower if lower in self._acting else lower.removesuffix("n")
        if noun not in self._acting:
            return None
        alone = "m" if noun.endswith("verband") else "f"
        return Noun(noun, self._acting[noun], "p" if noun.endswith(_OF_PEOPLE) else alone)

    def _acts_for(self, referent: int, noun: Noun) -> bool:
        """Tell whether a body is one of the kind for which those act whom a noun tells."""
        lexicon, own = self._reading.lexicon, self._discourse.referents[referent]
        names = " ".join((own.name, *own.aliases)).casefold()
        if noun.gender == "p" and noun.type == "Regulator" and own.type != "Regulator":
            return own.name == _GUARDIAN and noun.lemma.startswith(("wettbewerb", "kartell"))
        if noun.lemma in lexicon.nominals["investigators"]:
            return "staatsanwaltschaft" in names or "bundesanwalt" in names
        for group, named in _NAMED_FOR.items():
            if noun.lemma in lexicon.nominals[group]:
                words = names.replace("-", " ").split()
                return any(w in lexicon.nominals[named] or w.endswith("umwelthilfe") for w in words)
        return True

    def _place_before(self, i: int) -> Candidate | None:
        before = self.names.get(i - 1)
        return before if before and before.kind in ("adjective", "demonym") else None

    def _place_inside(self, i: int) -> Candidate | None:
        """Return the place in "der US-Konzern"."""
        inside = self.names.get(i)
        return inside if inside and inside.kind == "compound" and inside.type == "Place" else None

    def _antecedent(self, first: int, last: int, word: str, noun: Noun) -> Said | None:
        token = self._reading.pieces.tokens[first]
        place = self._place_before(first) or self._place_inside(first)
        if place is None and last < len(self._reading.pieces) and self._reading.pieces.words[last] == "aus":
            place = self._seat(last)
        reach = 8 if place else 5
        kind = "person noun" if noun.type == "Person" else "noun"
        gender = noun.gender.replace("p", "")
        others = self._acting_on(token) if kind == "noun" else frozenset()
        if noun.type == "Company":
            others |= self._beside(token)

        def fits(referent: int) -> float:
            return 0.0 if referent in others else self._fitness(referent, word, noun, place)

        return self._discourse.best(token, kind, fits, reach=reach, gender=gender, sure=_LIKELY)

    def _acting_on(self, token: int) -> frozenset[int]:
        """Return who acts on what a noun means, and is another: "Tether will Geld in das Unternehmen stecken"."""
        syntax = self._reading.syntax
        noun = next((i for i in range(token, min(token + 4, len(syntax))) if syntax.pos[i] == "NOUN"), -1)
        if noun == -1 or not _is_acted_on(syntax, noun):
            return frozenset()
        verb = syntax.heads[noun]
        for _ in range(4):
            subjects = [c for c in syntax.dep_children(verb, "nsubj") if c < noun]
            if subjects or syntax.deps[verb] not in _WITHOUT_SUBJECT:
                return frozenset(c for i in subjects for c in self._said_at(i))
            verb = syntax.heads[verb]
        return frozenset()

    def _said_at(self, token: int) -> Iterator[int]:
        """Yield the entities that a subject is the name of, or in whose phrase it is: "Der Herausgeber Tether"."""
        syntax = self._reading.syntax
        phrase = {token, *syntax.dep_children(token, "appos", "flat")}
        return (said.candidate.referent for said in self._discourse.said if said.token in phrase)

    def _beside(self, token: int) -> frozenset[int]:
        """Return who is another party of the verb whose subject a noun is: "das Unternehmen gehört Bosch"."""
        syntax, tokens = self._reading.syntax, self._reading.pieces.tokens
        if not syntax.deps[token].startswith("nsubj"):
            return frozenset()
        named = set()
        for name in self.names.values():
            head = syntax.top(tokens[name.first], tokens[name.last - 1] + 1)
            is_party = syntax.heads[head] == syntax.heads[token] and syntax.deps[head] in _PARTIES
            if name.kind == "name" and head > token and is_party:
                named.add(name.referent)
        return frozenset(named)

    def _fitness(self, referent: int, word: str, noun: Noun, place: Candidate | None) -> float:
        profile = self._discourse.profiles[referent]
        if not self._acts_for(referent, noun):
            return 0.0
        if not _compatible(noun.type, profile.type) and not self._is_service(word, noun, profile):
            return 0.0
        weight = self._noun_weight(referent, word, noun) * self._size(noun, profile, referent)
        if profile.rates and stem_of(word, noun) not in self._reading.lexicon.nominals["bank"]:
            weight *= _RATER
        if place is not None and place.record is not None and weight:
            if _seated(profile, place.record):
                return weight * _PLACE
            relational = stem_of(word, noun) in self._reading.lexicon.nominals["relational"]
            return 0.0 if relational or _is_elsewhere(profile, place.record) else weight * _UNKNOWN_SEAT
        return weight

    def _size(self, noun: Noun, profile: Profile, referent: int) -> float:
        """Weigh whether an entity is as big as a noun says: no start-up or fund is "der Konzern"."""
        young, big = self._reading.lexicon.nominals["young"], self._reading.lexicon.nominals["big"]
        told_young = not young.isdisjoint(profile.lemmas)
        if noun.lemma in young:
            return _UNSUITED if profile.traded and not told_young else 1.0
        invests = self._invests(profile, self._discourse.referents[referent].name.casefold())
        return _UNSUITED if noun.lemma in big and (told_young or invests) else 1.0

    def _is_service(self, word: str, noun: Noun, profile: Profile) -> bool:
        """Tell whether "die Plattform" can be a company: one that is told as a platform, a shop or a service."""
        services = self._reading.lexicon.nominals["service"]
        return (
            stem_of(word, noun) in services and company_like(profile.type) and not services.isdisjoint(profile.lemmas)
        )

    def _noun_weight(self, referent: int, word: str, noun: Noun) -> float:
        """Weigh how well a noun suits an entity: said of it before, contained in its name, or neither."""
        profile, lexicon = self._discourse.profiles[referent], self._reading.lexicon
        stem, name = stem_of(word, noun), self._discourse.referents[referent].name.casefold()
        if stem in profile.nouns or (len(stem) > 4 and name.endswith(stem)):
            return 2 * _TELLING
        if kinds := self._kinds(noun, stem, profile):
            return 2 * _TELLING if kinds & profile.kinds else _OTHER_INDUSTRY
        if noun.type not in ("Company", "Person"):
            own = self._discourse.referents[referent]
            if self._is_service(word, noun, profile):
                return 1.0
            named = any(noun.lemma in n.casefold() for n in (own.name, *own.aliases)) or noun.lemma in profile.lemmas
            is_body = noun.type in _BODIES or noun.lemma in lexicon.nominals["bodies"] or bool(self._officials(word))
            return _TELLING if named else float(is_body)
        if noun.type == "Company" and not lexicon.nominals["investor"].isdisjoint((noun.lemma, stem)):
            return 2 * _TELLING if self._invests(profile, name) else _CONTRARY
        if stem in lexicon.nominals["company"] or stem in lexicon.nominals["person"]:
            return 1.0
        means_bank = stem in lexicon.nominals["bank"]
        if noun.type == "Company" and (means_bank or "bank" in noun.lemma) != self._is_bank(profile, name):
            return _NO_BANK if means_bank else _CONTRARY
        if noun.lemma in profile.lemmas and stem == noun.lemma:
            return _TELLING
        return _CONTRARY if profile.lemmas else 1.0

    def _kinds(self, noun: Noun, stem: str, profile: Profile) -> frozenset[str]:
        """Return the industries or kinds that a noun tells, where those of the entity are known."""
        if not profile.kinds:
            return frozenset()
        if noun.type == "Company":
            return self._industries.of_firm(stem)
        return self._industries.of_product(stem) if noun.type == "Product" else frozenset()

    def _is_bank(self, profile: Profile, name: str) -> bool:
        words = name.replace("-", " ").split()
        named = "bank" in name or not self._reading.lexicon.nominals["banks"].isdisjoint(words)
        return named or any("bank" in noun or noun in ("geldhaus", "institut") for noun in profile.nouns)

    def _invests(self, profile: Profile, name: str) -> bool:
        """Tell whether a firm is known, named or told as one that puts money into others: "Silver Lake Partners"."""
        lexicon = self._reading.lexicon
        named = not lexicon.nominals["investors"].isdisjoint(name.replace("-", " ").split())
        return named or not lexicon.nominals["investor"].isdisjoint(profile.nouns)

    def _mention(self, first: int, last: int, word: str, said: Said, head: str | None = None) -> Candidate:
        return Candidate(
            first, last, word, self._discourse.referents[said.candidate.referent].type, Trust.CUE, "nominal",
            head=head, referent=said.candidate.referent,
            antecedent=self._reading.pieces.starts[said.candidate.first],
        )  # fmt: skip


def _is_acted_on(syntax: Syntax, noun: int) -> bool:
    """Tell whether a noun is the object of its verb, or where something goes to: "in das Unternehmen"."""
    if syntax.deps[noun] == "obj":
        return True
    before = syntax.preposition(noun)
    if syntax.deps[noun] not in ("obl", "obl:arg") or before is None:
        return False
    article = next((syntax.lower[c] for c in syntax.dep_children(noun, "det")), "")
    return before in _TOWARDS or (before == "in" and article in ("das", "den", "die"))


def _compatible(noun_type: str, type: str) -> bool:
    if noun_type == "Organization":
        return type in ("Organization", "Union")
    if noun_type == "Company":
        return type in _ORG_TYPES
    if noun_type in ("Regulator", "GovernmentBody"):
        return type in ("Regulator", "GovernmentBody")
    return noun_type == type


def _is_elsewhere(profile: Profile, place: AuthorityRecord) -> bool:
    """Tell whether an entity is known to sit outside a country, or elsewhere than in a city or region of it."""
    if profile.country is not None and profile.country != place.country:
        return True
    return profile.country is not None if is_country(place) else len(profile.places) > 1


def _seated(profile: Profile, place: AuthorityRecord) -> bool:
    """Tell whether an entity belongs to a country, or has its seat in a city or region."""
    if is_country(place):
        return place.country is not None and profile.country == place.country
    return place.name.casefold() in profile.places
