"use strict";
const hops = [...document.querySelectorAll("details.hop")];
const heads = () => hops.filter((hop) => hop.offsetParent !== null).map((hop) => hop.querySelector("summary"));
const all = document.querySelector("#all");
const files = document.querySelector("#files");

all.addEventListener("click", () => {
  const open = all.getAttribute("aria-pressed") !== "true";
  hops.forEach((hop) => { hop.open = open; });
  all.setAttribute("aria-pressed", String(open));
});
files.addEventListener("click", () => {
  const shown = document.body.classList.toggle("quiet") === false;
  files.setAttribute("aria-pressed", String(shown));
});
document.addEventListener("keydown", (event) => {
  const rows = heads();
  const at = rows.indexOf(document.activeElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined || !rows[to]) return;
  event.preventDefault();
  rows[to].focus();
});
// On paper nothing can be unfolded any more. Headers and bodies stay as they are: they would fill forty pages.
let folded = [];
window.addEventListener("beforeprint", () => {
  folded = hops.filter((it) => !it.open);
  folded.forEach((it) => { it.open = true; });
});
window.addEventListener("afterprint", () => folded.forEach((it) => { it.open = false; }));
const target = location.hash && document.getElementById(location.hash.slice(1));
if (target && target.matches("details")) target.open = true;
