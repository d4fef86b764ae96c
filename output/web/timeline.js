
"use strict";
// The filter: words, a name, a status. Without this script the page shows everything.
(() => {
  const byId = id => document.getElementById(id);
  const form = document.querySelector("#filter form");
  const words = byId("words"), name = byId("name"), status = byId("status"), type = byId("type"), from = byId("from"), to = byId("to"), shown = byId("shown");
  const events = [...document.querySelectorAll(".event")];
  const parts = [...document.querySelectorAll(".part")];
  const top = document.querySelector(".top");
  const fold = s => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let texts = null; // made on first use: long pages open faster

  function filter() {
    const wanted = fold(words.value).split(/\s+/).filter(Boolean);
    const who = name.value, what = status ? status.value : "", kind = type ? type.value : "";
    const since = from ? from.value : "", until = to ? to.value : "";
    if (wanted.length && !texts) texts = events.map(e => fold(e.textContent));
    let n = 0;
    events.forEach((e, i) => {
      const fits = wanted.every(w => texts[i].includes(w)) &&
        (!who || e.dataset.names.split(" ").includes(who)) && (!what || e.dataset.status === what) &&
        (!kind || e.dataset.type === kind) && within(e.dataset, since, until);
      e.hidden = !fits;
      n += fits;
    });
    const all = !wanted.length && !who && !what && !kind && !since && !until;
    for (const p of parts) p.hidden = !p.querySelector(".event:not([hidden])");
    if (top) top.hidden = !all;
    shown.value = all ? "" : n + " of " + events.length + (n === 1 ? " event" : " events");
  }

  // within tells whether an event may have been in a period. ISO dates of our era compare as words do.
  function within({first, last}, since, until) {
    if (!since && !until) return true;
    return (first || last) && !first.startsWith("-") && (!since || !last || last >= since) && (!until || first <= until);
  }

  // A link to a hidden event shows it again; one to an event or a name unfolds it.
  function follow() {
    const id = decodeURIComponent(location.hash.slice(1));
    const e = id && byId(id);
    if (!e) return;
    if (e.hidden || e.closest("[hidden]")) { form.reset(); filter(); e.scrollIntoView(); }
    const d = e.matches(".event, .index li") && e.querySelector("details") || e.closest("details");
    if (d && !d.open) { d.open = true; e.scrollIntoView(); }
  }

  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 80); });
  form.addEventListener("submit", e => { e.preventDefault(); filter(); });
  form.addEventListener("reset", () => setTimeout(filter));
  byId("unfold").addEventListener("click", e => {
    const open = e.target.getAttribute("aria-pressed") !== "true";
    e.target.setAttribute("aria-pressed", open);
    e.target.textContent = open ? "Hide all evidence" : "Show all evidence";
    for (const d of document.querySelectorAll(".event details")) d.open = open;
  });
  // A name in an event filters by that name; with a modifier key it leads to the index as it does without script.
  document.querySelector("main").addEventListener("click", e => {
    const chip = e.target.closest("a.chip");
    if (!chip || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    const id = decodeURIComponent(chip.getAttribute("href").slice(1));
    if (![...name.options].some(o => o.value === id)) name.add(new Option(chip.textContent, id));
    e.preventDefault();
    name.value = name.value === id ? "" : id;
    filter();
    chip.closest(".event").scrollIntoView({block: "nearest"});
  });
  addEventListener("hashchange", follow);
  byId("filter").hidden = false;
  filter(); // the browser may have kept what was typed
  follow();
})();
