"""Make the gallery page with its pictures from the seeds: ``python docs/make_gallery.py``.

It runs the very commands that the page shows, and takes pictures of the pages with a headless Chromium.
"""

from __future__ import annotations

import shlex
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from kg.cli import main

DOCS = Path(__file__).parent
IMAGES = DOCS / "images" / "gallery"
SEEDS = DOCS.parent / "seeds"
#: pixels of a picture's longer side: small enough for a repository
_WIDTH = 1200

HEAD = """# Gallery

All pictures show the graph of the articles in `seeds/`, which `kg build seeds/` makes in about ten seconds. This page and
its pictures are made by `python docs/make_gallery.py`.
"""


def _nothing(page: Page) -> None:
    """Leave the page as it opens."""


def _open_a_line(page: Page) -> None:
    """Click on the claim that a regulator restricts a company."""
    found = "kg.data.edges.find((edge) => edge.predicate === 'restricts')"
    page.evaluate(f"kg.selectEdge({found}.id)")
    page.wait_for_timeout(600)


def _switch_to_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(600)


@dataclass(frozen=True)
class Entry:
    """A picture and the command that makes it."""

    name: str
    title: str
    text: str
    command: str
    #: what to do on the page before the picture is taken
    act: Callable[[Page], None] = _nothing


ENTRIES = (
    Entry("view", "The picture of the graph",
          "One HTML file, no request to anywhere. Lines are coloured and dashed by status and as thick as there are "
          "independent sources. A click shows the sentences behind a line, with both names and the trigger marked.",
          "kg view alibaba.html --focus Alibaba --hops 1", _open_a_line),
    Entry("view-dark", "In German, on dark ground",
          "The page speaks German and English and follows the reader's colours. Here: only what at least two "
          "independent articles say.",
          "kg view zwei-quellen.html --min-sources 2 --lang de", _switch_to_dark),
    Entry("timeline", "Timeline of an entity",
          "A lane for each relation; hollow marks are planned, possible, alleged or denied. In the page each mark leads to "
          "its sentence, and nothing in the page is a script.",
          "kg plot timeline bmw.html --entity BMW"),
    Entry("ratings", "Ratings of a share", "Price targets above, ratings below, a colour for each analyst house.",
          "kg plot ratings bmw.png --entity BMW"),
    Entry("money", "Flows of money",
          "Who pays whom: deals, stakes, investments. Pale ribbons with a dashed edge are planned.",
          "kg plot money deals.png"),
    Entry("degree", "The most connected", "By the number of entities that each is related to in claims that hold.",
          "kg plot degree connected.png --top 15 --lang de"),
    Entry("sources", "Articles over time", "By publisher; days, weeks or months as the time span asks.",
          "kg plot sources sources.png"),
)  # fmt: skip


def make() -> None:
    """Write the page and its pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _chromium() as browser:
        graph = Path(folder) / "graph"
        _run("build", str(SEEDS), "--into", str(graph))
        for entry in ENTRIES:
            _shrink(_picture(entry, graph, Path(folder), browser), IMAGES / f"{entry.name}.png")
    (DOCS / "gallery.md").write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the gallery in Markdown."""
    parts = (
        f"## {entry.title}\n\n{entry.text}\n\n```sh\n{entry.command}\n```\n\n"
        f"![{entry.title}](images/gallery/{entry.name}.png)\n"
        for entry in ENTRIES
    )
    return "\n".join([HEAD, *parts])


def _picture(entry: Entry, graph: Path, folder: Path, browser: Browser) -> Path:
    words = shlex.split(entry.command)[1:]
    place = next(number for number, word in enumerate(words) if word.endswith((".html", ".png")))
    out = folder / words[place]
    _run(*words[:place], str(out), *words[place + 1 :], "--graph", str(graph))
    return out if out.suffix == ".png" else _photograph(out, entry, browser)


def _photograph(out: Path, entry: Entry, browser: Browser) -> Path:
    view = browser.new_page(viewport={"width": 1280, "height": 800})
    view.goto(out.as_uri())
    view.wait_for_timeout(800)
    entry.act(view)
    picture = out.with_suffix(".png")
    view.screenshot(path=picture)
    view.close()
    return picture


def _shrink(picture: Path, out: Path) -> None:
    with Image.open(picture) as image:
        image.thumbnail((_WIDTH, _WIDTH))
        image.convert("RGB").quantize(method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(out, optimize=True)


def _run(*arguments: str) -> None:
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    if done.exit_code:
        raise SystemExit(done.output)


@contextmanager
def _chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


if __name__ == "__main__":
    make()
