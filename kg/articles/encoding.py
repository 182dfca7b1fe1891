"""From bytes to text: UTF-8, UTF-16 with its mark, and the old Windows encoding as a last resort."""

from __future__ import annotations

import codecs
import logging
import re

from kg.articles.failure import ReadError

_log = logging.getLogger(__name__)

#: byte order mark → encoding that removes it
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: marks of the encoding in which letters have NUL bytes
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FALLBACK = "cp1252"
_SURROGATE = re.compile("[\ud800-\udfff]")
# "ü" and "–" as they look when UTF-8 was read as cp1252
_MOJIBAKE = re.compile("Ã[\u0080-\u00bfŸœž„–¤¶¼]|â€")


def decode(data: bytes, name: str) -> str:
    """Decode the content of a file and make every line end with ``\\n``.

    ``name`` stands in the warning where the encoding had to be guessed. Raises ``ReadError`` for binary
    content (NUL characters) and for what is neither UTF-8, UTF-16 with a byte order mark nor cp1252.

    >>> decode("Müller\\r\\nMeier".encode(), "x.txt")
    'Müller\\nMeier'
    """
    if b"\0" in data and not data.startswith(_WIDE):
        raise _binary()
    text = _decode(data, encoding_of(data, name))
    if "\0" in text:
        raise _binary()
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _binary() -> ReadError:
    return ReadError("holds NUL characters, so it is no text", "save it as UTF-8 text")


def encoding_of(data: bytes, name: str) -> str:
    """Return the encoding of some bytes; warn where it is a guess."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_cut_at_end(error, data):
            return "utf-8"
        _log.warning("%s: is not UTF-8, read as %s; save it as UTF-8 to be sure", name, _FALLBACK)
        return _FALLBACK
    return "utf-8"


def _is_cut_at_end(error: UnicodeDecodeError, data: bytes) -> bool:
    return error.reason == "unexpected end of data" and error.end == len(data)


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"cannot be decoded as {encoding} at byte {error.start}", "save it as UTF-8") from error


def without_surrogates(text: str) -> str:
    """Replace lone surrogates, which no encoding can write, by U+FFFD: one character by one.

    >>> without_surrogates("a\\ud800b")
    'a\\ufffdb'
    """
    return _SURROGATE.sub("\ufffd", text)


def looks_doubly_encoded(text: str) -> bool:
    """Tell whether a text shows what UTF-8 looks like after a wrong decoding.

    >>> looks_doubly_encoded("Ã¼ber die BÃ¶rse und die Ã–lpreise")
    True
    """
    return sum(1 for _ in zip(_MOJIBAKE.finditer(text), range(3), strict=False)) == 3
