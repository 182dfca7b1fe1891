"""How to read: limits and the names of columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.articles.web.options import WebOptions

#: bytes of one article as it comes: a page is much longer than its text
MAX_BYTES = 5_000_000
#: characters of an article's text: reading takes about a gigabyte of memory for 200,000 of them
MAX_CHARS = 100_000
#: a file that has to be read as a whole (JSON array, feed) may be this many articles' limit long
WHOLE_FILE_FACTOR = 20


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user may adjust."""

    #: a longer article is reported, not read
    max_bytes: int = MAX_BYTES
    #: an article with a longer text is reported, not read
    max_chars: int = MAX_CHARS
    #: field of the article → its name in the file: {"text": "Inhalt", "published": "Datum"}
    columns: Mapping[str, str] = field(default_factory=dict)
    web: WebOptions = field(default_factory=WebOptions)

    @property
    def max_file_bytes(self) -> int:
        """Limit for a file that has to be read as a whole and holds many articles."""
        return self.max_bytes * WHOLE_FILE_FACTOR
