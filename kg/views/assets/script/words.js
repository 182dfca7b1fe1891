// What the page says, and how it writes numbers and dates. Every text goes in as text, never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
let language = data.lang;

const say = (key, values = {}) =>
  data.texts[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
const sayCount = (key, count) => say(count === 1 ? `${key}_one` : `${key}_many`, { count: number(count) });
const word = (kind, name) =>
  Object.hasOwn(data.words[language][kind], name) ? data.words[language][kind][name] : name;

// Returns an element with a text; words of articles get a box of their own against stray writing directions.
function make(tag, parent, className = "", text = null) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== null) element.textContent = text;
  if (parent) parent.append(element);
  return element;
}

function button(parent, className, text, onClick) {
  const element = make("button", parent, className, text);
  element.type = "button";
  element.addEventListener("click", onClick);
  return element;
}

function drawn(parent, tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (parent) parent.append(element);
  return element;
}

// A name for the canvas: one line without signs that turn the writing direction.
const plain = (text) =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f]/g, " ").trim();

const number = (value, options = {}) => new Intl.NumberFormat(language, options).format(value);
const isNumber = (text) => /^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text);

function quantity(text) {
  if (!isNumber(text)) return text;
  const value = Number(text);
  return Math.abs(value) < 1e6
    ? number(value, { maximumFractionDigits: 2 })
    : number(value, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 });
}

// Dates may lack day or month: 2025-11-17, 2025-11, 2025; anything else stays as it is.
function day(text) {
  const found = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text);
  if (!found) return text;
  const date = new Date(Date.UTC(+found[1], +found[2] - 1, +(found[3] || 1)));
  const form = { year: "numeric", month: "short", timeZone: "UTC", ...(found[3] ? { day: "numeric" } : {}) };
  return Number.isNaN(date.getTime()) ? text : new Intl.DateTimeFormat(language, form).format(date);
}

const metric = (text) =>
  Object.hasOwn(data.texts[language].metric, text) ? data.texts[language].metric[text] : text;

const identifierName = (kind) =>
  Object.hasOwn(data.texts[language].identifier, kind) ? data.texts[language].identifier[kind] : kind;

// The currency belongs to the value where no qualifier is an amount of money.
function currencyOfValue(claim) {
  const given = Object.fromEntries(claim.qualifiers);
  return Object.keys(given).some((name) => MONEY.has(name)) ? "" : given.currency || "";
}

function valueText(claim) {
  if (claim.value === null) return "";
  if (claim.predicate === "sharePriceChange" && isNumber(claim.value)) {
    return `${number(Number(claim.value), { signDisplay: "exceptZero" })} %`;
  }
  if (!isNumber(claim.value)) return metric(day(claim.value));
  return [quantity(claim.value), currencyOfValue(claim)].filter(Boolean).join(" ");
}

const MONEY = new Set(["amount", "price", "targetPrice", "previousTargetPrice"]);
const PERCENT = new Set(["percent", "changePercent"]);

function qualifierText(name, text) {
  if (name === "date" || name === "period") return day(text);
  return MONEY.has(name) || PERCENT.has(name) || name === "value" ? quantity(text) : text;
}

// The qualifiers as label and text, currency and unit set beside their number.
function qualifierTexts(claim) {
  const given = Object.fromEntries(claim.qualifiers);
  const money = Object.keys(given).some((name) => MONEY.has(name));
  const unit = (name) => (MONEY.has(name) ? given.currency : name === "value" ? given.unit : PERCENT.has(name) ? "%" : "");
  return Object.entries(given)
    .filter(([name]) => !(name === "currency" && (money || isNumber(claim.value ?? ""))))
    .filter(([name]) => !(name === "unit" && given.value))
    .map(([name, text]) => `${word("qualifier", name)}: ${[qualifierText(name, text), unit(name)].filter(Boolean).join(" ")}`);
}
