"""Lock what the program is made of: requirements.lock, docs/licences.md and sbom.cdx.json (``python .ci/lock.py``).

The lock names every package that an install with all extras of users brings, with version and hash, for CPython 3.11 on
Linux (x86-64); it names no index. The bill of materials is written by cyclonedx-py where that is installed.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCK, LICENCES, SBOM = ROOT / "requirements.lock", ROOT / "docs" / "licences.md", ROOT / "sbom.cdx.json"
EXTRAS = "html,parquet,plots"
OWN = "newskg"

HEAD = """# What an install with the extras {extras} brings, for CPython 3.11 on Linux (x86-64).
# Made by .ci/lock.py. To install exactly this:
# pip install --require-hashes -r requirements.lock && pip install --no-deps .
"""
INTRO = """# Licences of what comes along

What an install with the extras {extras} brings, and under which licence, as the packages themselves say.
Made by `python .ci/lock.py` together with `requirements.lock`.

| package | version | licence |
|---|---|---|
"""


def main() -> None:
    """Write the three files."""
    packages = sorted(_resolved(), key=lambda one: _normal(one["metadata"]["name"]))
    LOCK.write_text(HEAD.format(extras=EXTRAS) + "".join(map(_pinned, packages)), encoding="utf-8")
    LICENCES.write_text(INTRO.format(extras=EXTRAS) + "".join(map(_licensed, packages)), encoding="utf-8")
    if tool := shutil.which("cyclonedx-py"):
        given = ["requirements", str(LOCK), "--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible"]
        subprocess.run([tool, *given, "--of", "JSON", "-o", str(SBOM)], check=True)


def _resolved() -> list[dict[str, Any]]:
    """Return what pip would install, without installing it."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        given = ["install", "--dry-run", "--quiet", "--ignore-installed", "--report", str(report), f"{ROOT}[{EXTRAS}]"]
        subprocess.run([sys.executable, "-m", "pip", *given], check=True)
        found: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["install"]
    return [one for one in found if _normal(one["metadata"]["name"]) != OWN]


def _pinned(package: dict[str, Any]) -> str:
    name, version = _normal(package["metadata"]["name"]), package["metadata"]["version"]
    return f"{name}=={version} \\\n    --hash=sha256:{package['download_info']['archive_info']['hashes']['sha256']}\n"


def _licensed(package: dict[str, Any]) -> str:
    metadata = package["metadata"]
    return f"| {metadata['name']} | {metadata['version']} | {_licence(metadata)} |\n"


def _licence(metadata: dict[str, Any]) -> str:
    """Return a licence in few words: the SPDX expression, else the classifiers, else what stands in the old field."""
    classifiers = [one.split(" :: ")[-1] for one in metadata.get("classifier", []) if one.startswith("License ::")]
    old = str(metadata.get("license") or "").partition("\n")[0].strip(" =")
    stated = metadata.get("license_expression") or _expression(metadata["name"])
    return str(stated or ", ".join(classifiers) or old or "not stated").replace("|", "/")


def _expression(name: str) -> str | None:
    """Return the SPDX expression of an installed package; older releases of pip do not report it."""
    with suppress(importlib.metadata.PackageNotFoundError):
        return importlib.metadata.metadata(name).get("License-Expression")
    return None


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    main()
