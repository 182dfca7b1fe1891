// The list of hits under a search field: which row is marked, and when the list closes.

function makeHits(field, hits) {
  let marked = -1;

  function close() {
    hits.hidden = true;
    marked = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  // Marks a row; before the first comes the last.
  function mark(position) {
    const rows = [...hits.children].filter((row) => row.id);
    if (!rows.length) return;
    marked = (position + rows.length) % rows.length;
    rows.forEach((row, i) => row.setAttribute("aria-selected", String(i === marked)));
    field.setAttribute("aria-activedescendant", rows[marked].id);
    rows[marked].scrollIntoView({ block: "nearest" });
  }

  // Shows the rows that the list now holds, none of them marked.
  function open() {
    marked = -1;
    field.removeAttribute("aria-activedescendant");
    hits.hidden = !hits.children.length;
    field.setAttribute("aria-expanded", String(!hits.hidden));
  }

  const next = () => mark(marked + 1);
  const previous = () => mark(marked < 0 ? -1 : marked - 1);
  field.addEventListener("blur", close);
  return { close, mark, open, next, previous, marked: () => marked };
}
