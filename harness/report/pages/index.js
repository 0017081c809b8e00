"use strict";
const { cells, pages } = JSON.parse(document.querySelector("#data").textContent);
const words = { passed: "as expected", failed: "red", skipped: "skipped", error: "broken" };
const byName = new Map(cells.map((cell) => [`${cell.case}@${cell.idp}-${cell.region}`, cell]));
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
    ["Rule", page.spec], ["Fault", cell.fault],
    [cell.result === "skipped" ? "Skipped because" : "Why", cell.observed && (cell.reason || "").startsWith("expected: ") ? "" : cell.reason],
    ["Note", cell.note], ["Took", `${(cell.seconds || 0).toFixed(2)} s`], ["Seed", cell.seed],
  ];
  for (const [name, value] of rows) {
    if (!value) continue;
    list.append(element("dt", name), element("dd", value));
  }
  return list;
}

function verdict(cell) {
  const boxes = element("div", "", { class: `verdict ${cell.result === "error" ? "failed" : cell.result}` });
  for (const [name, value] of [["Expected", cell.expected], ["Observed", cell.observed]]) {
    if (!value) continue;
    const box = element("div");
    box.append(element("h3", name), element("p", value));
    boxes.append(box);
  }
  return boxes;
}

function command(title, text) {
  const made = element("div");
  const copy = element("button", "Copy", { type: "button", class: "copy", "aria-label": `Copy the command: ${title}` });
  copy.addEventListener("click", () => navigator.clipboard.writeText(text).then(() => { copy.textContent = "Copied"; }, () => { copy.textContent = "Not allowed"; }));
  const line = element("div", "", { class: "command" });
  line.append(element("pre", text, { tabindex: "0" }), copy);
  made.append(element("h3", title), line);
  return made;
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
  for (const file of cell.pictures || []) {
    const link = element("a", "", { href: `${cell.folder}/${file}` });
    const words = file.replace(/^\d+-|\.jpg$/g, "").replaceAll("-", " ");
    link.append(element("img", "", { src: `${cell.folder}/${file}`, alt: "", loading: "lazy" }), words);
    shots.append(link);
  }
  made.append(shots);
  made.append(command("Run it again", cell.again));
  if (cell.trace) {
    const here = location.protocol === "file:" ? decodeURI(location.pathname).replace(/[^/]*$/, "") : "";
    made.append(command("Open Playwright's trace", `playwright show-trace ${here}${cell.folder}/trace.zip`));
  }
  return made;
}

// The cells that the filter asks for, in the order of the matrix: what Previous and Next go through.
let current = "";
function walk() {
  const want = show.find((button) => button.getAttribute("aria-pressed") === "true").dataset.show;
  return [...table.querySelectorAll("tr[data-case]:not([hidden]) .cell")].filter((link) => wanted(link, want)).map((link) => link.dataset.name);
}
function go(step) {
  const names = walk();
  const name = names[names.indexOf(current) + step];
  if (names.includes(current) && name) open(name);
}

function open(name) {
  const cell = byName.get(name);
  if (!cell) return;
  dialog.querySelector("h2").textContent = `${cell.case} at ${cell.idp}, ${cell.region}`;
  const body = dialog.querySelector(".body");
  const badge = element("span", words[cell.result] + (cell.change ? `, ${cell.change}` : ""), { class: `badge ${cell.result}` });
  body.replaceChildren(badge, element("p", (pages[cell.case] || { page: "" }).page, { class: "page" }), verdict(cell), facts(cell), links(cell));
  current = name;
  const place = walk().indexOf(name);
  dialog.querySelector("#previous").disabled = place < 1;
  dialog.querySelector("#next").disabled = place < 0 || place === walk().length - 1;
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
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
dialog.querySelector("#previous").addEventListener("click", () => go(-1));
dialog.querySelector("#next").addEventListener("click", () => go(1));
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (dialog.open && (event.key === "ArrowLeft" || event.key === "ArrowRight") && event.target.tagName !== "PRE") go(event.key === "ArrowLeft" ? -1 : 1);
  if (!dialog.open && event.key === "/" && event.target !== search) {
    event.preventDefault();
    search.focus();
  }
});
[search, idp, region].forEach((it) => it.addEventListener("input", filter));
dialog.addEventListener("close", () => {
  history.replaceState(null, "", location.pathname);
  const cell = [...table.querySelectorAll(".cell")].find((link) => link.dataset.name === current);
  if (cell) cell.focus();
});
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
filter();
if (location.hash) open(decodeURIComponent(location.hash.slice(1)));
