/* Sorts a table by its heads and filters it by place. Without this it stands in the order of the article, its places linked. */
(() => {
  "use strict";
  const table = document.querySelector(".x-sortable"),
    body = table.tBodies[0],
    rows = [...body.rows],
    heads = [...table.tHead.rows[0].cells],
    jump = document.querySelector(".x-jump");

  function key(row, column) {
    const cell = row.cells[column];
    return cell.dataset.sort ? Number(cell.dataset.sort) : cell.textContent.trim();
  }
  function compare(a, b) {
    return typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang);
  }
  function sort(head, column) {
    const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
    rows.sort((a, b) => sign * compare(key(a, column), key(b, column)) || compare(key(a, 0), key(b, 0)));
    body.append(...rows);
  }
  for (const [column, head] of heads.entries()) {
    if (!rows[0]?.cells[column].dataset.sort) continue;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "x-sort" });
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head, column));
    head.append(button);
  }

  const choice = document.createElement("select"),
    label = document.createElement("label");
  choice.append(new Option(table.dataset.everywhere, ""));
  for (const link of jump.querySelectorAll("a")) choice.append(new Option(link.textContent, link.dataset.place));
  choice.addEventListener("change", () => {
    table.caption.hidden = choice.value !== ""; // the choice itself says what is shown
    for (const row of rows) row.hidden = choice.value !== "" && row.dataset.place !== choice.value;
  });
  label.append(jump.firstChild, choice);
  jump.replaceChildren(label);
})();
