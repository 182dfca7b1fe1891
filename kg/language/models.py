"""The shipped pipelines, found without loading spaCy."""

from __future__ import annotations

from pathlib import Path

#: language → folder of its spaCy pipeline
MODELS = {path.parent.parent.name: path.parent for path in sorted(Path(__file__).parent.glob("*/model/meta.json"))}
