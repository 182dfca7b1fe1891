"""The lock holds what the program needs, in releases that it allows, each with its hash and from no named place."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\\n    --hash=sha256:[0-9a-f]{64}$", LOCK, re.MULTILINE))
EXTRAS = ("html", "parquet", "plots")
NEEDED = PROJECT["dependencies"] + [one for extra in EXTRAS for one in PROJECT["optional-dependencies"][extra]]


@pytest.mark.parametrize("needed", NEEDED)
def test_what_is_needed_is_locked(needed: str) -> None:
    requirement = Requirement(needed)
    version = PINNED.get(canonicalize_name(requirement.name))
    assert version is not None, f"{requirement.name} is not in requirements.lock; run: python .ci/lock.py"
    assert version in requirement.specifier


def test_every_line_has_a_hash_and_none_a_place() -> None:
    lines = [line for line in LOCK.splitlines() if not line.startswith("#")]
    assert len(lines) == 2 * len(PINNED) and not re.search(r"://|--index|--find|@ ", LOCK)


def test_licences_and_bill_of_materials_are_of_the_same_packages() -> None:
    table = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\S+) \| (\d\S*) \| .+ \|$", table, re.MULTILINE)
    told = {canonicalize_name(name): version for name, version in rows}
    bill = json.loads((ROOT / "sbom.cdx.json").read_text(encoding="utf-8"))["components"]
    assert told == PINNED == {canonicalize_name(one["name"]): one["version"] for one in bill}
