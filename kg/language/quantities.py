"""Amounts of money, percentages, index points, counts and plain numbers in a text."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from kg.language.alignment import tokens_of
from kg.language.de.amounts import Amount, amounts, halves, is_no_amount
from kg.language.de.neighbours import join
from kg.language.de.units import COUNTED, crown
from kg.language.spans import Quantity
from kg.language.times import time_spans


def find_quantities(doc: Doc) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order.

    Numbers that belong to a date, a year, a time of day or a name are left out, and so are indefinite
    ones ("mehrere Hundert Millionen Euro").

    >>> import spacy
    >>> doc = spacy.blank("de")("Das Ziel steigt von 58 auf 64 Euro, ein Drittel von 3.900 Stellen fällt weg")
    >>> for quantity in find_quantities(doc):
    ...     print(quantity.text, round(quantity.value, 2), quantity.unit)
    58 58.0 EUR
    64 Euro 64.0 EUR
    ein Drittel 33.33 percent
    3.900 Stellen 3900.0 Stelle
    """
    text = doc.text
    taken = {i for start, end in time_spans(text) for i in range(start, end)}
    found = join(text, [_unless_name(doc, amount) for amount in amounts(text, taken)])
    kept = [amount for amount in found if not (amount.bare and is_no_amount(text, amount))]
    quantities = [_quantity(doc, text, a) for a in sorted([*kept, *halves(text)], key=lambda a: a.start)]
    return tuple(_in_crowns(quantities, text))


def _in_crowns(found: list[Quantity], text: str) -> list[Quantity]:
    """Return quantities with bare crowns as money, where the text speaks of one country that has them."""
    if not any(q.unit == "Krone" for q in found):
        return found
    code = crown(text)
    return [replace(q, kind="money", unit=code) if q.unit == "Krone" and code else q for q in found]


def _unless_name(doc: Doc, amount: Amount) -> Amount:
    """Return the amount without its counted noun where the tagger calls that a proper name."""
    if amount.noun is None or amount.unit.name in COUNTED:
        return amount
    _, last = tokens_of(doc, amount.noun, amount.end)
    return amount.without_unit() if doc[last - 1].pos_ == "PROPN" else amount


def _quantity(doc: Doc, text: str, amount: Amount) -> Quantity:
    first, last = tokens_of(doc, amount.start, amount.end)
    return Quantity(
        start=amount.start,
        end=amount.end,
        first=first,
        last=last,
        text=text[amount.start : amount.end],
        value=amount.value,
        kind=amount.unit.kind,
        unit=amount.unit.name,
        upper=amount.upper,
    )
