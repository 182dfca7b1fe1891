"""The YAML block at the head of a text file that tells title, date, publisher and address."""

from __future__ import annotations

import re
from typing import Any

import yaml

from kg.articles.failure import ReadError

#: characters within which the block must end
_LONGEST = 20_000
_BLOCK = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Separate front matter from the text: its fields, and everything after it.

    All scalars stay strings ("2025-09-26", "0123"). A text without front matter comes back as it is.
    Raises ``ReadError`` where the block is not valid YAML.

    >>> split_front_matter("---\\ntitle: Ein Abkommen\\n---\\nAlibaba und Honor ...")
    ({'title': 'Ein Abkommen'}, 'Alibaba und Honor ...')
    """
    block = _BLOCK.match(text, 0, _LONGEST)
    if block is None:
        return {}, text
    fields = _parse(block.group(1))
    if not isinstance(fields, dict):  # two rules with prose between them
        return {}, text
    return fields, text[block.end() :]


def _parse(block: str) -> Any:
    try:
        # the base loader makes strings, lists and mappings only
        return yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f" (line {line + 2})" if line is not None else ""
        raise ReadError(
            f"has front matter that is not valid YAML{where}",
            'put values that hold ": " into quotes, or remove the block',
        ) from error
