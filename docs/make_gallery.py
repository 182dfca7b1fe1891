"""Make the gallery page with its pictures from the seeds: ``python docs/make_gallery.py``.

It runs the very commands that the page shows, and takes pictures of the pages with a headless Chromium.
"""

from __future__ import annotations

import datetime as dt
import random
import shlex
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party, Status
from kg.cli import main
from kg.entities.entity import Entity
from kg.entities.linked import LinkedClaim
from kg.graph.mapping import article_node, article_quads
from kg.graph.namespaces import ENTITY
from kg.graph.store import GraphStore
from kg.server.options import ServeOptions
from kg.server.serve import address, server

DOCS = Path(__file__).parent
IMAGES = DOCS / "images" / "gallery"
SEEDS = DOCS.parent / "seeds"
#: pixels of a picture's longer side: small enough for a repository
_WIDTH = 1200

#: classes of the made-up graph and what its entities are called
_CLASSES = {"Company": "Firma", "Person": "Person", "Regulator": "Behörde", "MediaOutlet": "Blatt", "Product": "Ware",
            "StockExchange": "Börse", "JointVenture": "Verbund"}  # fmt: skip
#: WebGL is drawn in software, so that every machine makes the same picture
_FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
_STATUSES: tuple[Status, ...] = ("actual",) * 8 + ("planned", "alleged")

HEAD = """# Gallery

All pictures but the last show the graph of the articles in
`seeds/`, which `kg build seeds/` makes in about ten seconds. This page and
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
          "A lane for each relation; hollow marks are planned, possible, alleged or denied. In the page each mark "
          "leads to its sentence, and nothing in the page is a script.",
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


@dataclass(frozen=True)
class Shot:
    """A picture of something that no one command writes."""

    name: str
    title: str
    text: str
    command: str


WORKBENCH = (
    Shot("workbench-article", "The workbench: an article and its claims",
         "`kg serve` opens a workbench in the browser. Every claim's words are marked in the text; a click on a claim "
         "lights up its words, a click on words their claims.",
         "kg serve"),
    Shot("workbench-entity", "The workbench: an entity", "Names, claims by status, and the surroundings as a picture.",
         "kg serve"),
    Shot("workbench-query", "The workbench: queries",
         "The library beside the editor; answers as table, graph or download.", "kg serve"),
)  # fmt: skip
OVERVIEW = Shot(
    "overview", "A large graph",
    "Above 3,000 entities the picture is drawn with WebGL, with the same panel, filters and search. The seeds are too "
    "few for that: `large/` is a graph of 5,000 entities that the script behind this page makes up.",
    "kg view large.html --graph large/ --max-nodes 5000",
)  # fmt: skip


def make() -> None:
    """Write the page and its pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _chromium() as browser:
        graph = Path(folder) / "graph"
        _run("build", str(SEEDS), "--into", str(graph))
        for entry in ENTRIES:
            _shrink(_picture(entry, graph, Path(folder), browser), IMAGES / f"{entry.name}.png")
        _photograph_workbench(graph, Path(folder), browser)
        _shrink(_photograph_overview(Path(folder), browser), IMAGES / f"{OVERVIEW.name}.png", colors=24)
    (DOCS / "gallery.md").write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the gallery in Markdown."""
    parts = (
        f"## {entry.title}\n\n{entry.text}\n\n```sh\n{entry.command}\n```\n\n"
        f"![{entry.title}](images/gallery/{entry.name}.png)\n"
        for entry in (*ENTRIES, *WORKBENCH, OVERVIEW)
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
    view.set_default_timeout(300_000)
    view.goto(out.as_uri())
    view.wait_for_timeout(800)
    entry.act(view)
    picture = out.with_suffix(".png")
    view.screenshot(path=picture)
    view.close()
    return picture


def _photograph_workbench(graph: Path, folder: Path, browser: Browser) -> None:
    options = ServeOptions(graph, port=0)
    running = server(options)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    view = browser.new_page(viewport={"width": 1280, "height": 800}, locale="en")
    view.set_default_timeout(300_000)
    try:
        for shot, act in zip(WORKBENCH, (_light_up_a_claim, _open_an_entity, _run_a_query), strict=True):
            act(view, address(options, running))
            view.wait_for_load_state("networkidle")
            view.wait_for_timeout(600)
            view.screenshot(path=folder / f"{shot.name}.png")
            _shrink(folder / f"{shot.name}.png", IMAGES / f"{shot.name}.png")
    finally:
        view.close()
        running.shutdown()
        running.server_close()


def _light_up_a_claim(view: Page, home: str) -> None:
    view.goto(f"{home}articles")
    view.locator("main a[href^='/article/']").first.click()
    view.locator(".claims .card").first.click()


def _open_an_entity(view: Page, home: str) -> None:
    view.goto(f"{home}entity/alibaba")


def _run_a_query(view: Page, home: str) -> None:
    view.goto(f"{home}query?name=ratings-of&p.entity=Alibaba")


def _photograph_overview(folder: Path, browser: Browser) -> Path:
    """Run the command under the large picture, on a graph in the folder that it names."""
    _make_up(folder / "large", 5_000)
    words = shlex.split(OVERVIEW.command)[1:]
    _run(*(str(folder / word) if word in ("large.html", "large/") else word for word in words))
    out, picture = folder / "large.html", folder / "overview.png"
    view = browser.new_page(viewport={"width": 1280, "height": 800}, locale="en")
    view.set_default_timeout(300_000)
    view.goto(out.as_uri())
    view.locator("#graph .plainly").wait_for(state="hidden")
    view.locator("#zoom-in").click(click_count=2)
    view.wait_for_timeout(1500)
    view.screenshot(path=picture)
    view.close()
    return picture


def _make_up(folder: Path, count: int) -> None:
    """Write a graph with hubs, as news make them, in which nothing is true."""
    chance, network = random.Random(7), nx.barabasi_albert_graph(count, 1, seed=4)
    network.add_edges_from(nx.gnm_random_graph(count, count // 4, seed=5).edges)
    kinds = chance.choices(list(_CLASSES), [60, 18, 5, 5, 4, 4, 4], k=count)
    entities = [Entity(ENTITY(f"made-up-{n}").value, f"{_CLASSES[kind]} {n}", kind) for n, kind in enumerate(kinds)]
    article = Article("made-up", "Ausgedacht.", title="Ausgedacht", publisher="Blatt", published=dt.date(2025, 1, 1))
    claims = [_partners(entities[a], entities[b], chance.choice(_STATUSES)) for a, b in sorted(network.edges)]
    with GraphStore.open(folder) as graph:
        graph.put_article(article_node(article).value, article_quads(article, claims, version="gallery"))


def _partners(one: Entity, other: Entity, status: Status) -> LinkedClaim:
    said = Evidence(0, 11, "Ausgedacht.", 0, 10)
    first, second = (Party(entity.name, entity.type) for entity in (one, other))
    return LinkedClaim(Claim("made-up", first, "partnersWith", second, None, status, said, "gallery"), one, other)


def _shrink(picture: Path, out: Path, colors: int = 256) -> None:
    """Write a picture with few colours: half of them the most frequent as they are, half spread over all others."""
    with Image.open(picture) as image:
        image.thumbnail((_WIDTH, _WIDTH))
        full = image.convert("RGB")
    spread = full.quantize(colors // 2, Image.Quantize.MAXCOVERAGE).getpalette() or []
    counts = sorted(full.getcolors(full.width * full.height) or [], reverse=True)[: colors // 2]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*(part for _, color in counts for part in color), *spread])
    full.quantize(palette=palette, dither=Image.Dither.NONE).save(out, optimize=True)


def _run(*arguments: str) -> None:
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    if done.exit_code:
        raise SystemExit(done.output)


@contextmanager
def _chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()


if __name__ == "__main__":
    make()
