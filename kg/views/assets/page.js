"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const make = (tag, text, parent, name) => {
    const element = document.createElement(tag);
    if (text !== undefined && text !== null) element.textContent = text;
    if (name) element.className = name;
    if (parent) parent.append(element);
    return element;
  };
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const off = { status: new Set(), class: new Set(), predicate: new Set() };
  let around = null;
  const entity = (id) => data.entities[id];
  const shownNode = (n) => !off.class.has(entity(n.id).class) && (around === null || around.has(n.id));
  const shownEdge = (e) => !off.status.has(e.status) && !off.predicate.has(e.predicate);
  const nodeView = new vis.DataView(nodes, { filter: shownNode });
  const edgeView = new vis.DataView(edges, { filter: shownEdge });
  const ink = dark ? "#e8ecf2" : "#1b2430", halo = dark ? "#12161c" : "#fbfbfd";
  const network = new vis.Network(byId("graph"), { nodes: nodeView, edges: edgeView }, {
    physics: false,
    nodes: { scaling: { label: { enabled: true, min: 13, max: 22, drawThreshold: 3 } }, font: { size: 15, color: ink, strokeWidth: 4, strokeColor: halo }, borderWidth: 1 },
    edges: { scaling: { label: { enabled: false, drawThreshold: 4 } }, font: { size: 11, color: dark ? "#9aa6b5" : "#5b6675", strokeWidth: 3, strokeColor: halo, align: "middle" },
      arrows: { to: { enabled: true, scaleFactor: 0.5 } }, smooth: { enabled: true, type: "curvedCW", roundness: 0.12 } },
    interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false }, multiselect: false, tooltipDelay: 200 },
  });

  const panel = byId("panel");
  const quote = (claim, parent) => {
    const block = make("blockquote", undefined, parent);
    const spans = [claim.trigger];
    for (const id of [claim.s, claim.o]) {
      if (id === null) continue;
      const found = [entity(id).name, ...entity(id).aliases].map((n) => [claim.text.indexOf(n), n.length]).find(([i]) => i >= 0);
      if (found) spans.push([found[0], found[0] + found[1]]);
    }
    let at = 0;
    for (const [start, end] of spans.filter(([a, b]) => b > a && a >= 0).sort((a, b) => a[0] - b[0])) {
      if (start < at) continue;
      block.append(claim.text.slice(at, start));
      make("mark", claim.text.slice(start, end), block);
      at = end;
    }
    block.append(claim.text.slice(at));
  };
  const card = (claim) => {
    const box = make("article", undefined, panel);
    const target = claim.o !== null ? entity(claim.o).name : claim.v === null ? "" : claim.v;
    make("strong", `${entity(claim.s).name} ${claim.p} ${target}`, box);
    const tag = make("span", claim.status, box, "tag");
    tag.style.color = data.statuses[claim.status];
    quote(claim, box);
    const facts = Object.entries(claim.q).map(([k, v]) => `${k}: ${v}`).join(" · ");
    if (facts) make("p", facts, box, "soft");
    if (claim.by.length) make("p", `says ${claim.by.join(", ")}`, box, "soft");
    const article = data.articles[claim.article] || {};
    make("p", [article.headline, article.publisher, article.published].filter(Boolean).join(" · "), box, "soft");
    make("p", `${claim.article} · confidence ${claim.confidence}`, box, "soft");
  };
  const clear = (title) => { panel.replaceChildren(); make("h3", title, panel); };
  const selectEdge = (id) => {
    const edge = edges.get(id);
    clear(`${entity(edge.from).name} – ${edge.predicate} – ${entity(edge.to).name}`);
    for (const number of edge.claims) card(data.claims[number]);
    location.hash = `e${id}`;
  };
  const selectNode = (id) => {
    const one = entity(id);
    clear(one.name);
    make("p", `${one.class} · ${one.iri}`, panel, "soft");
    if (one.aliases.length) make("p", `also ${one.aliases.join(", ")}`, panel, "soft");
    for (const claim of data.claims) if (claim.s === id || claim.o === id) card(claim);
    location.hash = `n${id}`;
  };
  network.on("click", (event) => {
    if (event.nodes.length) selectNode(event.nodes[0]);
    else if (event.edges.length) selectEdge(event.edges[0]);
  });
  const showAround = (id) => {
    around = new Set([id, ...network.getConnectedNodes(id)]);
    refresh();
    network.fit({ animation: false });
  };
  network.on("doubleClick", (event) => { if (event.nodes.length) showAround(event.nodes[0]); });
  byId("fit").addEventListener("click", () => { around = null; refresh(); network.fit({ animation: false }); });
  const refresh = () => { nodeView.refresh(); edgeView.refresh(); };

  const filter = (holder, kind, values, color) => {
    for (const value of values) {
      const label = make("label", undefined, byId(holder));
      const box = make("input", undefined, label);
      box.type = "checkbox";
      box.checked = true;
      box.addEventListener("change", () => { off[kind][box.checked ? "delete" : "add"](value); refresh(); });
      if (color) make("span", "", label, "swatch").style.background = color[value] || "#888";
      label.append(value);
    }
  };
  const distinct = (values) => [...new Set(values)].sort();
  filter("statuses", "status", distinct(data.edges.map((e) => e.status)), data.statuses);
  filter("classes", "class", distinct(data.entities.map((n) => n.class)), data.colors);
  filter("predicates", "predicate", distinct(data.edges.map((e) => e.predicate)));

  for (const one of data.entities) make("option", undefined, byId("names")).value = one.name;
  byId("search").addEventListener("change", (event) => {
    const words = event.target.value.trim().toLowerCase();
    const hit = data.entities.find((n) => [n.name, ...n.aliases].some((x) => x.toLowerCase() === words))
      || data.entities.find((n) => words && n.name.toLowerCase().includes(words));
    byId("note").textContent = hit ? "" : `nothing called ${event.target.value}`;
    if (!hit) return;
    network.selectNodes([hit.id]);
    network.focus(hit.id, { scale: 1, animation: false });
    selectNode(hit.id);
  });
  if (data.leftOut) byId("note").textContent = `${data.leftOut} less connected entities are left out`;
  const state = /^#([ne])(\d+)$/.exec(location.hash);
  network.once("afterDrawing", () => {
    network.fit({ animation: false });
    if (state && state[1] === "n" && entity(+state[2])) selectNode(+state[2]);
    if (state && state[1] === "e" && edges.get(+state[2])) selectEdge(+state[2]);
  });
  window.kg = { selectEdge, selectNode, network, nodes: nodeView, edges: edgeView };
})();
