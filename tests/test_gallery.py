"""The gallery page is the one that its script makes, and its pictures are there and small."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def gallery() -> ModuleType:
    """The script that makes the gallery."""
    spec = importlib.util.spec_from_file_location("make_gallery", DOCS / "make_gallery.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date(gallery: ModuleType) -> None:
    assert (DOCS / "gallery.md").read_text(encoding="utf-8") == gallery.page()


def test_every_picture_is_there_and_small() -> None:
    pictures = re.findall(r"\((images/[^)]+)\)", (DOCS / "gallery.md").read_text(encoding="utf-8"))
    assert len(pictures) >= 7
    for picture in pictures:
        assert (DOCS / picture).stat().st_size < 200_000
        with Image.open(DOCS / picture) as image:
            assert image.width >= 1000
