"""An HTML parser that no markup stops."""

from __future__ import annotations

from html.parser import HTMLParser


class LenientParser(HTMLParser):
    """Takes what looks like a declaration and is none ("<![)>") for a comment, as browsers do."""

    def parse_html_declaration(self, i: int) -> int:
        """Return the end of a declaration or comment that begins at ``i``, -1 where it has none yet."""
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            return self.parse_bogus_comment(i)
