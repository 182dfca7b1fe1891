"""Staff told to be hit by what ends: "Otto schließt das Callcenter. Betroffen sind 480 Menschen"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.claim import Claim
from kg.claims.extractor import Tools
from kg.claims.qualifiers import plain_number
from kg.language.spans import Quantity

#: what takes jobs, as words of the sentence itself or of the one before
_ENDS = ("schließ", "schliess", "schloss", "still", "dichtmach", " dicht", "verlager", "abbau", "streich",
         "eingestellt", "aufgegeben", "aufgibt", "zusperr", "kündigung", "entlass", "restrukturierung", "geht weg",
         "endet", "das aus ", "macht zu", "stellt die fertigung", "stellt die produktion", "stellt den betrieb",
         "aus für")  # fmt: skip
#: what befalls staff without costing jobs
_OTHER = ("kurzarbeit", "streik", "arbeitszeit", "daten", "rückruf", "tarif", "corona", "grippe", "unfall", "verletz")
_STAFF = ("mensch", "person", "leute")
#: how sure it is, the firm being the one that the text is about
_SURE = 0.8
#: words between "betroffen" and the number, at most
_REACH = 9


def hit_staff(tools: Tools) -> Iterator[Claim]:
    """Yield the job cuts of sentences that "Betroffen" opens, behind one that tells what ends."""
    s = tools.document.syntax
    for i, word in enumerate(s.lower):
        first, last = s.sentence(i)
        if word != "betroffen" or any(s.pos[j] not in ("PUNCT", "SPACE") for j in range(first, i)):
            continue
        quantity = _staff(tools, i, last)
        if quantity is None or not _ends_jobs(tools, first, last):
            continue
        firms = [m for m in tools.document.mentions_in(first, last) if m.type == "Company" and m.kind == "name"]
        firm = firms[0] if firms else tools.document.local_focus(i)
        if firm is not None and firm.type == "Company":
            yield tools.claim(
                "cutsJobs", firm, i, "hit-staff", value=plain_number(quantity.value), status="planned", confidence=_SURE
            )


def _staff(tools: Tools, i: int, last: int) -> Quantity | None:
    """Return the number of staff behind "betroffen", up to nine words on."""
    for quantity in tools.document.quantities:
        if i < quantity.first < min(i + _REACH, last) and quantity.kind == "count":
            unit = (quantity.unit or "").lower()
            return quantity if unit.endswith(_STAFF) or tools.qualifiers.counts_jobs(quantity) else None
    return None


def _ends_jobs(tools: Tools, first: int, last: int) -> bool:
    """Tell whether the sentence, or the one before it in the paragraph, tells what takes jobs."""
    s = tools.document.syntax
    start = s.sentence(first - 1)[0] if first > 0 else first
    text = tools.document.text[s.starts[start] : s.ends[last - 1]]
    text = text.rsplit("\n", 1)[-1].lower() if "\n" in text.strip() else text.lower()
    return any(word in text for word in _ENDS) and not any(word in text for word in _OTHER)
