// The legend, which is also the filter, and the time slider.

const filterValue = { status: (claim) => claim.status, predicate: (claim) => claim.predicate, source: publisher };
const ORDER = ["actual", "planned", "possible", "alleged", "negated"];

function tally(kind) {
  const values = kind === "class" ? entities.map((one) => one.type) : claims.map(filterValue[kind]);
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  const rank = (value) => (kind === "status" ? ORDER.indexOf(value) : -counts.get(value));
  return [...counts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
const tallies = Object.fromEntries(KINDS.map((kind) => [kind, tally(kind)]));
const filterName = (kind, value) => (kind === "source" ? value || say("no_publisher") : word(kind, value));

function toggle(kind, value, on) {
  wish.off[kind][on ? "delete" : "add"](value);
  refresh();
}

function onlyThis(kind, value) {
  wish.off[kind] = new Set(tallies[kind].map(([other]) => other).filter((other) => other !== value));
  refresh();
  showFilters();
}

function filterRow(parent, kind, value, count) {
  const row = make("div", parent, "filter"), label = make("label", row), box = make("input", label);
  box.type = "checkbox";
  box.checked = !wish.off[kind].has(value);
  box.dataset.kind = kind;
  box.dataset.value = value;
  box.addEventListener("change", () => toggle(kind, value, box.checked));
  if (data.looks[kind]) swatch(label, kind, value);
  make("span", label, "words", filterName(kind, value)).title = filterName(kind, value).slice(0, 200);
  make("span", label, "count", number(count));
  const only = button(row, "only", say("only"), () => onlyThis(kind, value));
  only.setAttribute("aria-label", `${say("only")} ${filterName(kind, value)}`);
}

function showFilters() {
  const holder = byId("filters");
  holder.replaceChildren();
  for (const kind of KINDS) {
    const group = make("section", holder);
    group.setAttribute("aria-label", say(kind));
    make("h2", group, "", say(kind));
    for (const [value, count] of tallies[kind]) filterRow(group, kind, value, count);
  }
  button(holder, "reset", say("reset"), resetFilters);
  showTime();
}

function resetFilters() {
  for (const kind of KINDS) wish.off[kind].clear();
  [wish.from, wish.until] = [0, dates.length - 1];
  refresh();
  showFilters();
}

const start = Date.parse(dates[0]), span = Date.parse(dates[dates.length - 1]) - start || 1;
const place = (date) => (Date.parse(date) - start) / span;

function bars() {
  const picture = drawn(null, "svg", { viewBox: "0 0 1000 100", preserveAspectRatio: "none", "aria-hidden": "true" });
  const counts = dates.map(() => 0), places = new Map(dates.map((date, i) => [date, i]));
  for (const claim of claims) if (places.has(published(claim))) counts[places.get(published(claim))] += 1;
  const most = Math.max(...counts);
  dates.forEach((date, i) => {
    const height = 14 + 86 * (counts[i] / most), inside = i >= wish.from && i <= wish.until;
    drawn(picture, "rect", { x: place(date) * 992, y: 100 - height, width: 8, height, class: inside ? "bar in" : "bar" });
  });
  return picture;
}

const STRIDES = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity };
const within = (low, at, high) => Math.min(high, Math.max(low, at));

// Sets one end of the time span to one of the days on which articles appeared; the ends do not pass each other.
function setTime(key, at) {
  wish[key] = key === "from" ? within(0, at, wish.until) : within(wish.from, at, dates.length - 1);
  refresh();
  tellTime(key);
}

function nearestDay(share) {
  const distance = (i) => Math.abs(place(dates[i]) - share);
  return dates.reduce((best, _, i) => (distance(i) < distance(best) ? i : best), 0);
}

function slider(track, key) {
  const input = make("input", track);
  Object.assign(input, { type: "range", min: 0, max: 1000, step: 1 });
  input.dataset.key = key;
  input.setAttribute("aria-label", `${say("time")} ${say(key)}`);
  input.addEventListener("input", () => setTime(key, nearestDay(Number(input.value) / 1000)));
  input.addEventListener("change", () => rest(input, key));
  // Keys go from day to day, not through the empty time between.
  input.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(STRIDES, event.key)) return;
    event.preventDefault();
    setTime(key, wish[key] + STRIDES[event.key]);
    rest(input, key);
  });
  rest(input, key);
}

// Puts the knob where its day is.
const rest = (input, key) => { input.value = Math.round(place(dates[wish[key]]) * 1000); };

function tellTime(key) {
  const holder = byId("time"), track = holder.querySelector(".track"), told = day(dates[wish[key]]);
  track.querySelector("svg").replaceWith(bars());
  track.querySelector(`[data-key=${key}]`).setAttribute("aria-valuetext", told);
  holder.querySelector(`.${key}`).textContent = told;
}

function showTime() {
  const holder = byId("time");
  holder.hidden = dates.length < 2;
  if (holder.hidden) return;
  holder.replaceChildren();
  make("span", holder, "from");
  const track = make("div", holder, "track");
  track.append(bars());
  for (const key of ["from", "until"]) slider(track, key);
  make("span", holder, "until");
  for (const key of ["from", "until"]) tellTime(key);
}
