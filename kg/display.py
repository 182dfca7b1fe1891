"""HTML for notebooks. Every text in it comes from an article or a user: none of it is ever markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

#: start, end, and what the words are
Span = tuple[int, int, str]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the cells are HTML already.

    >>> table(["a"], [["1"]])
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>'
    """
    heads = "".join(f"<th>{escape(name)}</th>" for name in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Return names and values, one below the other.

    >>> facts([("<b>", "1 & 2")])
    '<table><tbody><tr><th>&lt;b&gt;</th><td>1 &amp; 2</td></tr></tbody></table>'
    """
    lines = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in pairs)
    return f"<table><tbody>{lines}</tbody></table>"


def marked(text: str, spans: Iterable[Span]) -> str:
    """Return text with words marked; of spans that overlap the first counts, and those outside the text do not.

    >>> marked("A & B", [(0, 1, "subject")])
    '<mark title="subject">A</mark> &amp; B'
    """
    parts, place = [], 0
    for start, end, title in sorted(spans):
        if place <= start < end <= len(text):
            parts.append(escape(text[place:start]))
            parts.append(f'<mark title="{escape(title)}">{escape(text[start:end])}</mark>')
            place = end
    return "".join([*parts, escape(text[place:])])
