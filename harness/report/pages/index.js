"use strict";
const { cells, pages } = JSON.parse(document.querySelector("#data").textContent);
const byName = new Map(cells.map((cell) => [cell.name, cell]));
const dialog = document.querySelector("dialog");
const search = document.querySelector("#search");
const idp = document.querySelector("#idp");
const region = document.querySelector("#region");
const show = [...document.querySelectorAll("[data-show]")];
const table = document.querySelector(".matrix");

function wanted(link, want) {
  const cell = byName.get(link.dataset.name);
  if ((idp.value && cell.idp !== idp.value) || (region.value && cell.region !== region.value)) return false;
  if (want === "all") return true;
  if (want === "red") return cell.result === "failed" || cell.result === "error";
  return want === cell.result || want === cell.change;
}

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const want = show.find((button) => button.getAttribute("aria-pressed") === "true").dataset.show;
  let rows = 0;
  for (const body of table.tBodies) {
    let some = false;
    for (const row of body.querySelectorAll("tr[data-case]")) {
      const text = row.dataset.text;
      const seen = words.every((word) => text.includes(word)) && [...row.querySelectorAll(".cell")].some((link) => wanted(link, want));
      row.hidden = !seen;
      rows += seen;
      some = some || seen;
    }
    body.hidden = !some;
  }
  for (const it of table.querySelectorAll("[data-idp]")) {
    it.hidden = Boolean((idp.value && it.dataset.idp !== idp.value) || (region.value && it.dataset.region !== region.value));
  }
  document.querySelector("#found").textContent = `${rows} ${rows === 1 ? "scenario" : "scenarios"} shown`;
  document.querySelector("#nothing").hidden = rows > 0;
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function facts(cell) {
  const page = pages[cell.case] || { page: "", spec: "" };
  const list = element("dl", "", { class: "facts" });
  const rows = [
    ["Rule", page.spec], ["Fault", cell.fault], ["Expected", cell.expected], ["Observed", cell.observed],
    [cell.result === "skipped" ? "Skipped because" : "Why", cell.reason], ["Note", cell.note],
    ["Took", `${cell.seconds.toFixed(2)} s`], ["Seed", cell.seed],
  ];
  for (const [name, value] of rows) {
    if (!value) continue;
    list.append(element("dt", name), element("dd", value));
  }
  return list;
}

function links(cell) {
  const made = element("div");
  if (cell.folder) {
    const line = element("p");
    line.append(element("a", "Open the timeline", { href: `${cell.folder}/timeline.html`, class: "go" }), " ",
      element("a", "recording (JSON Lines)", { href: `${cell.folder}/login.jsonl` }));
    made.append(line);
  }
  const shots = element("div", "", { class: "shots" });
  for (const file of cell.pictures) {
    const link = element("a", "", { href: `${cell.folder}/${file}` });
    const words = file.replace(/^\d+-|\.jpg$/g, "").replaceAll("-", " ");
    link.append(element("img", "", { src: `${cell.folder}/${file}`, alt: "", loading: "lazy" }), words);
    shots.append(link);
  }
  made.append(shots);
  made.append(element("h3", "Again"), element("pre", cell.again, { tabindex: "0" }));
  if (cell.trace) {
    made.append(element("h3", "Playwright's trace"), element("pre", `playwright show-trace ${decodeURI(location.pathname).replace(/[^/]*$/, "")}${cell.folder}/trace.zip`, { tabindex: "0" }));
  }
  return made;
}

function open(name) {
  const cell = byName.get(name);
  if (!cell) return;
  dialog.querySelector("h2").textContent = `${cell.case} at ${cell.idp}, ${cell.region}`;
  const body = dialog.querySelector(".body");
  const badge = element("span", cell.words + (cell.change ? `, ${cell.change}` : ""), { class: `badge ${cell.result}` });
  body.replaceChildren(badge, element("p", (pages[cell.case] || { page: "" }).page, { class: "page" }), facts(cell), links(cell));
  dialog.showModal();
  history.replaceState(null, "", `#${encodeURIComponent(name)}`);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-name]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link.dataset.name);
});
table.addEventListener("keydown", (event) => {
  const here = event.target.closest(".cell");
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  if (!here || !step) return;
  const rows = [...table.querySelectorAll("tr[data-case]")].filter((row) => !row.hidden);
  let r = rows.indexOf(here.closest("tr"));
  let c = here.closest("td").cellIndex;
  let next = null;
  do {
    r += step[0];
    c += step[1];
    const place = rows[r] && rows[r].cells[c];
    if (!place || c < 1) return;
    next = place.hidden ? null : place.querySelector(".cell");
  } while (!next);
  event.preventDefault();
  next.focus();
});
show.forEach((button) => button.addEventListener("click", () => {
  show.forEach((it) => it.setAttribute("aria-pressed", String(it === button)));
  filter();
}));
[search, idp, region].forEach((it) => it.addEventListener("input", filter));
dialog.addEventListener("close", () => history.replaceState(null, "", location.pathname));
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
filter();
if (location.hash) open(decodeURIComponent(location.hash.slice(1)));
