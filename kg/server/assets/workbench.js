"use strict";
// The pages work without this script; with it, names are suggested, texts and claims light up together, and SPARQL is coloured.
(() => {
  const byId = (id) => document.getElementById(id);

  function make(tag, parent, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    parent.append(element);
    return element;
  }

  // ---- light and dark ----

  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  const switchButton = byId("theme");
  if (switchButton) switchButton.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    document.cookie = `theme=${root.dataset.theme}; path=/; samesite=lax; max-age=31536000`;
    for (const frame of document.querySelectorAll("iframe")) frame.contentWindow.location.reload();
  });

  // ---- names while typing ----

  async function suggestions(text) {
    const answer = await fetch(`/suggest?q=${encodeURIComponent(text.slice(0, 200))}`);
    return answer.ok ? answer.json() : [];
  }

  const field = byId("search"), hits = byId("hits");
  const list = field && makeHits(field, hits);

  function showHits(found) {
    hits.replaceChildren();
    found.forEach((one, i) => {
      const row = make("li", hits);
      row.id = `hit${i}`;
      row.dataset.page = one.page;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
      make("span", row, "words", one.name.slice(0, 200));
      make("span", row, "soft", one.label);
      row.addEventListener("mousedown", (event) => { event.preventDefault(); location.assign(one.page); });
    });
    list.open();
  }

  if (field) {
    field.addEventListener("input", async () => {
      const text = field.value.trim();
      const found = text ? await suggestions(text) : [];
      if (field.value.trim() === text) showHits(found);
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") { event.preventDefault(); list.next(); }
      else if (event.key === "ArrowUp") { event.preventDefault(); list.previous(); }
      else if (event.key === "Enter" && list.marked() >= 0) { event.preventDefault(); location.assign(hits.children[list.marked()].dataset.page); }
      else if (event.key === "Escape") list.close();
    });
    addEventListener("keydown", (event) => {
      const typing = /^(input|textarea|select)$/i.test(document.activeElement.tagName);
      if (event.key === "/" && !typing) { event.preventDefault(); field.focus(); field.select(); }
    });
  }

  for (const input of document.querySelectorAll("input[data-entity]")) {
    input.addEventListener("input", async () => {
      const found = await suggestions(input.value);
      byId("names").replaceChildren();
      for (const one of found) make("option", byId("names")).value = one.name;
    });
  }

  // ---- an article's words and its claims light up together ----

  const text = byId("text");
  const numbers = (list) => (list ? list.split(" ") : []);

  function light(claims) {
    for (const one of document.querySelectorAll(".told")) one.classList.toggle("lit", numbers(one.dataset.claims).some((n) => claims.includes(n)));
    for (const one of document.querySelectorAll(".claims [data-claim]")) one.classList.toggle("lit", claims.includes(one.dataset.claim));
  }

  const cardOf = (number) => document.querySelector(`.claims [data-claim="${number}"]`);

  if (text) {
    text.addEventListener("click", (event) => {
      const ref = event.target.closest(".ref"), told = event.target.closest(".told");
      if (!ref && !told) { light([]); return; }
      event.preventDefault();
      const triggered = told ? numbers(told.dataset.triggers) : [];
      const claims = ref ? [ref.dataset.claim] : triggered.length ? triggered : numbers(told.dataset.claims);
      light(claims);
      cardOf(claims[0]).scrollIntoView({ block: "nearest" });
    });
    for (const card of document.querySelectorAll(".claims [data-claim]")) {
      const choose = () => {
        light([card.dataset.claim]);
        const first = [...document.querySelectorAll(".told")].find((one) => numbers(one.dataset.claims).includes(card.dataset.claim));
        if (first) first.scrollIntoView({ block: "center" });
      };
      card.addEventListener("click", (event) => { if (!event.target.closest("a")) choose(); });
      card.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target === card) choose(); });
    }
    const lightAsked = () => {
      const asked = /^#claim-(\d+)$/.exec(location.hash);
      if (asked) light([String(Number(asked[1]) - 1)]);
    };
    addEventListener("hashchange", lightAsked);
    lightAsked();
  }

  // ---- the editor ----

  const WORDS = "ADD|ALL|AS|ASC|ASK|BASE|BIND|BY|CONSTRUCT|DESC|DESCRIBE|DISTINCT|EXISTS|FILTER|FROM|GRAPH|GROUP|HAVING|IN|LIMIT|MINUS|NAMED|NOT|OFFSET|OPTIONAL|ORDER|PREFIX|REDUCED|SELECT|UNDEF|UNION|VALUES|WHERE|COUNT|SUM|AVG|MIN|MAX|SAMPLE|GROUP_CONCAT|STR|LANG|BOUND|IF|COALESCE|CONTAINS|STRSTARTS|LCASE|REGEX|YEAR|MONTH|a";
  const TOKENS = new RegExp(`(?<c>#[^\\n]*)|(?<t>"(?:[^"\\\\\\n]|\\\\.)*"(?:@[\\w-]+)?|'(?:[^'\\\\\\n]|\\\\.)*')|(?<i><[^<>\\s]*>|\\b[\\w-]*:[\\w.-]*)|(?<v>[?$]\\w+)|(?<k>\\b(?:${WORDS})\\b)`, "gi");
  const editor = byId("sparql");

  function colour() {
    const picture = byId("colours");
    picture.replaceChildren();
    let at = 0;
    for (const found of editor.value.matchAll(TOKENS)) {
      picture.append(editor.value.slice(at, found.index));
      const kind = Object.keys(found.groups).find((name) => found.groups[name] !== undefined);
      make("span", picture, kind, found[0]);
      at = found.index + found[0].length;
    }
    picture.append(`${editor.value.slice(at)}\n`);
    picture.scrollTop = editor.scrollTop;
  }

  if (editor) {
    editor.parentElement.classList.add("coloured");
    editor.addEventListener("input", colour);
    editor.addEventListener("scroll", () => { byId("colours").scrollTop = editor.scrollTop; });
    editor.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); editor.form.requestSubmit(); }
    });
    colour();
  }

  const narrow = byId("narrow");
  if (narrow) narrow.addEventListener("input", () => {
    const wanted = narrow.value.trim().toLowerCase();
    for (const row of document.querySelectorAll(".library li")) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
  const parameters = byId("parameters");
  if (parameters) parameters.addEventListener("submit", () => {
    for (const input of parameters.elements) if (input.name && !input.value) input.disabled = true;
  });
})();
