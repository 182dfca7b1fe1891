"""Whom a union, a works council, an owner or a politician blames without a name: the company that the text is about.

"Bosch streicht Stellen. „Das ist der falsche Weg“, kritisierte Bosch-Aufsichtsrat Sell", "Die Pläne seien ein
Kahlschlag, sagte IG-Metall-Chefin Benner": the deed is that of the company in focus.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kg.claims.claim import Claim
from kg.claims.clauses import surface_subjects
from kg.claims.document import Document
from kg.claims.employers import STAFF_BLAME
from kg.claims.extractor import Tools
from kg.language.spans import Mention
from kg.language.syntax import Syntax

#: verbs that blame by themselves what is told with them
_BLAMING = frozenset(
    "kritisieren bemängeln monieren rügen beklagen schimpfen wettern poltern ätzen schäumen giften anprangern".split()
)
#: words of blame in what somebody says
_BLAME = re.compile(
    r"""\b(?:(?:der|den)\ (?:völlig\ )?falschen?\ weg|das\ (?:völlig\ )?falsche\ signal|falsches\ signal|irrweg\w*
    |holzweg|kahlschlag\w*|wortbruch|vertrauensbruch|tabubruch|dammbruch|schlag\ ins\ gesicht|armutszeugnis
    |skandal(?:ös\w*)?
    |affront|zumutung|provokation|frechheit|unverschämtheit|kriegserklärung|kampfansage|bankrotterklärung
    |offenbarungseid|mogelpackung|augenwischerei|salamitaktik|erpressung|managementversagen|managementfehler\w*
    |(?:schwerer|großer|strategischer|fataler|grober|kapitaler)\ fehler|fehlentscheidung\w*|bärendienst|trauerspiel
    |unsozial\w*|inakzeptabel|unverantwortlich\w*|verantwortungslos\w*|rücksichtslos\w*|respektlos\w*|kurzsichtig\w*
    |unanständig\w*|unwürdig\w*|schäbig\w*|zynisch\w*|beschämend\w*|empörend\w*|unerträglich\w*|maßlos\w*|planlos\w*
    |konzeptlos\w*|fantasielos\w*|völlig\ überzogen\w*|völlig\ unverständlich\w*|nicht\ hinnehmbar|nicht\ hinzunehmen
    |nicht\ akzeptabel|nicht\ akzeptieren|nicht\ nachvollziehbar|nicht\ hinnehmen|keinerlei\ verständnis
    |kein\ verständnis|kein\ konzept|unakzeptabel|indiskutabel|völlig\ unzureichend\w*)""",
    re.VERBOSE,
)
#: verbs with a word of blame: "sprach von einem Armutszeugnis"
_CALLING = frozenset("sprechen nennen bezeichnen halten finden werten".split())
#: what undoes a word of blame before it
_NO = frozenset({"kein", "keine", "keinen", "nicht", "weder"})
#: parts of the words for whom the staff, or small owners, have chosen to speak
_SPEAKING_FOR_STAFF = ("betriebsrat", "betriebsrät", "gewerkschaft", "arbeitnehmer", "aktionärsschütz", "anlegerschütz")
_BOARD = ("aufsichtsrat", "aufsichtsrätin")
#: parts of the words for politicians and for those who manage others' shares
_OF_POLITICS = (
    "minister", "senator", "bürgermeister", "landrat", "landrät", "abgeordnet", "fraktionschef", "fraktionsvize",
    "parteichef", "parteivorsitz", "bundestag", "landtag", "regierungschef", "spd-", "cdu-", "csu-", "fdp-", "bsw-",
    "linken-", "grünen-",
)  # fmt: skip
_OF_OWNERS = ("fondsmanager", "aktionärsvertreter", "portfoliomanager", "governance")
#: words for what a company does to its people and sites; of these politicians speak when they blame it
_DEEDS = re.compile(
    r"stelle|job|arbeitsplä|arbeitsplatz|abbau|schließung|schliessung|werk|standort|beschäftigt|belegschaft|mitarbeiter"
    r"|kündigung|entlassung|verlagerung|konzern|unternehmen|vorstand|management|abwanderung|stellenstreichung"
)
#: classes of those who may be meant where one is named
_BLAMED = frozenset({"Company", "JointVenture", "GovernmentBody", "Regulator", "Legislation", "Place"})
#: words for others than companies
_OTHERS = ("politik", "gesetzgeber", "staat", "regierung", "arbeitgeber", "arbeitgebern", "branche", "tarifpartner")
#: tokens before a name in which "als" tells that it is only compared: "weniger als die Kollegen der Mutter Lufthansa"
_COMPARED = 5
#: how sure the company in focus is, beside one that is named
_NAMED, _FOCUS = 0.8, 0.7


def blames(tools: Tools) -> Iterator[Claim]:
    """Yield who blames the company of the text, or the one that the blame names."""
    told: set[tuple[int, int]] = set()
    for trigger, speaker in (*_blaming(tools), *_said(tools)):
        for blamed, confidence in _blamed(trigger, speaker, tools):
            if (speaker.referent, blamed.referent) not in told:
                told.add((speaker.referent, blamed.referent))
                yield tools.claim(
                    "criticizes", speaker, trigger, STAFF_BLAME,
                    object=blamed, confidence=confidence, attributed=False,
                )  # fmt: skip


def _blaming(tools: Tools) -> Iterator[tuple[int, Mention]]:
    """Yield verbs of blame without an object, with who blames: "…, kritisierte IG-Metall-Chefin Benner"."""
    s = tools.document.syntax
    for i, lemma in enumerate(s.lemmas):
        if lemma not in _BLAMING or s.pos[i] != "VERB" or any(True for _ in s.dep_children(i, "obj", "nsubj:pass")):
            continue
        told = (*s.dep_children(i, "ccomp"), *(c for c in s.dep_children(i, "parataxis") if c < i))
        tells = bool(told) or s.words[i - 1] in (",", "“", '"', "«")
        speakers = tools.phrases.fillers(surface_subjects(s, i), ("Union", "Person")) if tells else []
        yield from ((i, one.mention) for one in speakers[:1] if _speaks_for_staff(one.mention, tools))


def _said(tools: Tools) -> Iterator[tuple[int, Mention]]:
    """Yield words of blame in what somebody says, with who says it."""
    document, s = tools.document, tools.document.syntax
    for first, last in s.sentences:
        start = s.starts[first]
        for match in _BLAME.finditer(document.text[start : s.ends[last - 1]].lower()):
            begin, i = _token_at(s, start + match.start()), _token_at(s, start + match.end() - 1)
            if _NO.isdisjoint(s.lower[max(first, begin - 3) : begin]):
                told = " ".join(s.lower[first:last])
                yield from ((i, one) for one in _speakers(i, tools) if _may_blame(one, told, tools))


def _token_at(s: Syntax, offset: int) -> int:
    return bisect_right(s.starts, offset) - 1


def _speakers(word: int, tools: Tools) -> list[Mention]:
    """Return who says a word: the source of what it tells, or whoever "spricht von" or "nennt" it so."""
    s = tools.document.syntax
    sources = [one for one in tools.attribution.sources(word)[:1] if isinstance(one, Mention)]
    verb = next((i for i in s.ancestors(word) if s.pos[i] == "VERB"), -1)
    if sources or verb == -1 or s.lemmas[verb] not in _CALLING:
        return sources
    return [one.mention for one in tools.phrases.fillers(surface_subjects(s, verb), ("Union", "Person"))[:1]]


def _speaks_for_staff(speaker: Mention, tools: Tools) -> bool:
    """Tell whether a speaker is a union, or somebody whom the text tells to be of one or of a works council."""
    if speaker.type == "Union":
        return True
    return any(_is_of_staff(m, tools) for m in _told_of(speaker, tools))


def _told_of(speaker: Mention, tools: Tools) -> list[Mention]:
    """Return where the text names a person who speaks; none of a body."""
    named = (m for m in tools.document.mentions if m.referent == speaker.referent and m.kind == "name")
    return [*named] if speaker.type == "Person" else []


def _may_blame(speaker: Mention, told: str, tools: Tools) -> bool:
    """Tell whether one speaks for staff or owners, or is a politician who speaks of what companies do."""
    if _speaks_for_staff(speaker, tools):
        return True
    named = _told_of(speaker, tools)
    if any(_is_told_with(m, _OF_OWNERS, tools) for m in named):
        return True
    return _DEEDS.search(told) is not None and any(_is_told_with(m, _OF_POLITICS, tools) for m in named)


def _is_told_with(person: Mention, parts: tuple[str, ...], tools: Tools) -> bool:
    """Tell whether a word right before or behind a name has one of some parts: "Wirtschaftsminister Aiwanger"."""
    s = tools.document.syntax
    first, last = s.sentence(person.first)
    around = _undivided(tools, max(first, person.first - 2), person.first, min(last, person.last + 4))
    return any(part in s.lower[i] for i in around for part in parts)


def _is_of_staff(person: Mention, tools: Tools) -> bool:
    """Tell whether the words around a person's name tell so: "Betriebsrätin Cavallo", "Höbel von der IG Metall"."""
    s = tools.document.syntax
    first, last = s.sentence(person.first)
    around = _undivided(tools, max(first, person.first - 3), person.first, min(last, person.last + 7))
    unions = [m for m in tools.document.mentions_in(around.start, around.stop) if m.type == "Union"]
    words = [s.lower[i] for i in around]
    is_member = s.lower[person.first - 1].endswith(_BOARD)
    return bool(unions) or is_member or any(part in word for word in words for part in _SPEAKING_FOR_STAFF)


def _undivided(tools: Tools, first: int, person: int, last: int) -> range:
    """Return the stretch around a person that no verb divides."""
    s = tools.document.syntax
    begin = next((i + 1 for i in range(person - 1, first - 1, -1) if s.pos[i] in ("VERB", "AUX")), first)
    end = next((i for i in range(person, last) if s.pos[i] in ("VERB", "AUX")), last)
    return range(begin, end)


def _blamed(trigger: int, speaker: Mention, tools: Tools) -> list[tuple[Mention, float]]:
    """Return the only body that the sentence names beside the speaker, else the company in focus."""
    document, s = tools.document, tools.document.syntax
    first, last = s.sentence(trigger)
    near = range(speaker.first - 3, speaker.last + 8) if first <= speaker.first < last else range(0)
    bodies = [m for m in document.mentions_in(first, last) if m.type in _BLAMED and m.first not in near]
    beside = [m for m in bodies if "als" not in s.lower[max(first, m.first - _COMPARED) : m.first]]
    named = {m.referent: m for m in beside if m.kind in ("name", "nominal", "pronoun") and m.type != "Place"}
    focus = _told_before(first, document) or document.local_focus(trigger)
    if len(named) == 1:
        return [(m, _NAMED) for m in named.values()]
    if named:
        return [(focus, _FOCUS)] if focus is not None and focus.referent in named else []
    if any(s.lower[i].endswith(_OTHERS) for i in range(first, last) if s.pos[i] == "NOUN" and i not in near):
        return []
    return [(focus, _FOCUS)] if focus is not None else []


def _told_before(sentence: int, document: Document) -> Mention | None:
    """Return the only company that the sentence before names, where both stand in one paragraph."""
    if document.opens_paragraph(sentence):
        return None
    first, last = document.syntax.sentence(sentence - 1)
    named = {m.referent: m for m in document.mentions_in(first, last) if m.type == "Company" and m.kind == "name"}
    return next(iter(named.values())) if len(named) == 1 else None
