// The frame: search, filters, parts, downloads.
const say = text => { byId("said").textContent = text; };

function showPart(name) {
  document.querySelector("main").dataset.part = name;
  for (const b of document.querySelectorAll(".tabs button")) b.setAttribute("aria-pressed", b.dataset.part === name);
}

// startSearch filters as you type, and offers the names that fit.
function startSearch() {
  const {data} = state, words = byId("words"), found = byId("found");
  const folded = data.names.map(n => fold([n.name, ...(n.also || [])].join("\n")));
  let offers = [], at = -1, waiting = 0;

  function offer() {
    const wanted = fold(words.value).trim();
    offers = wanted ? data.byWeight.filter(n => folded[n].includes(wanted)).sort((a, b) => starts(b, wanted) - starts(a, wanted)).slice(0, 8) : [];
    at = -1;
    found.replaceChildren(...offers.map((n, k) => {
      const li = make("li", "", data.names[n].name, make("span", "soft", ` ${data.kinds[data.names[n].kind]}, ${count(data.eventsOf[n].length, "event")}`));
      li.id = "offer" + k;
      li.setAttribute("role", "option");
      li.addEventListener("mousedown", e => { e.preventDefault(); take(n); });
      return li;
    }));
    point(-1);
  }
  const starts = (n, wanted) => folded[n].startsWith(wanted) || folded[n].includes("\n" + wanted) || folded[n].includes(" " + wanted) ? 1 : 0;

  function point(k) {
    at = k;
    [...found.children].forEach((li, i) => li.setAttribute("aria-selected", i === k));
    if (k >= 0) words.setAttribute("aria-activedescendant", "offer" + k); else words.removeAttribute("aria-activedescendant");
    found.hidden = !offers.length || document.activeElement !== words;
    words.setAttribute("aria-expanded", !found.hidden);
  }

  function take(n) {
    const beside = words.dataset.beside === "1";
    delete words.dataset.beside;
    words.value = "";
    offer();
    state.words = "";
    if (beside && state.names[0] !== n) change({names: [state.names[0], n], event: null}); else change({names: [n], event: null});
  }

  words.addEventListener("input", () => {
    offer();
    clearTimeout(waiting);
    waiting = setTimeout(() => change({words: words.value}), 100);
  });
  words.addEventListener("keydown", e => {
    if (e.key === "ArrowDown" || e.key === "ArrowUp") { if (offers.length) { e.preventDefault(); point(e.key === "ArrowDown" ? (at + 1) % offers.length : (at <= 0 ? offers.length : at) - 1); } }
    else if (e.key === "Enter") { e.preventDefault(); if (at >= 0) { clearTimeout(waiting); take(offers[at]); } else found.hidden = true; }
    else if (e.key === "Escape" && !found.hidden) { e.stopPropagation(); offers = []; point(-1); }
  });
  words.addEventListener("blur", () => point(-1));
  words.addEventListener("focus", offer);
}

// startFilters fills the lists with what occurs.
function startFilters() {
  const {data} = state, fields = {contact: byId("contact"), status: byId("status"), place: byId("place"), sources: byId("sources")};
  for (const s of ["happened", ...new Set(data.events.map(e => e.badge).filter(Boolean))]) fields.status.add(new Option(s));
  const places = new Map();
  for (const e of data.events) if (e.place !== undefined) places.set(e.place, (places.get(e.place) || 0) + 1);
  for (const [n, k] of [...places].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 100)) fields.place.add(new Option(`${data.names[n].name} (${k})`, n));
  for (const [k, field] of Object.entries(fields)) field.addEventListener("change", () => change({[k]: k === "sources" ? +field.value : field.value, event: null}));
  const form = byId("filter");
  form.addEventListener("submit", e => e.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => change({words: "", contact: "", status: "", place: "", sources: 1, from: null, to: null, names: [], event: null})));
  onChange(() => {
    for (const [k, field] of Object.entries(fields)) {
      if (k === "place" && state.place !== "" && ![...field.options].some(o => o.value === state.place)) field.add(new Option(data.names[+state.place].name, state.place));
      field.value = state[k];
    }
    if (document.activeElement !== byId("words")) byId("words").value = state.words;
    byId("chosen").replaceChildren(...state.names.flatMap((n, i) => [i ? "and" : "",
      button("chip " + data.kinds[data.names[n].kind], data.names[n].name + " ×", () => change({names: state.names.filter(m => m !== n), event: null}))]).filter(Boolean));
  });
}

// save offers bytes as a file.
function save(name, content) {
  const a = make("a");
  a.href = URL.createObjectURL(content);
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 1000);
}

// csvField quotes, and keeps a spreadsheet from taking text for a formula.
const csvField = s => { s = String(s ?? ""); return '"' + (/^[\s\u00a0]*[=+\-@\t\r\n]/.test(s) ? "'" + s : s).replaceAll('"', '""') + '"'; };

function startDownloads(network) {
  const {data} = state, list = byId("downloads");
  const shown = () => state.shown.map(i => data.events[i]);
  const iso = d => d === undefined ? "" : new Date(d * 864e5).toISOString().replace(/T.*/, "");
  const add = (text, act) => list.append(make("li", "", button("plain", text, () => { act(); list.parentElement.open = false; })));
  add("Shown events as CSV", () => {
    const head = ["id", "earliest", "latest", "event", "status", "type", "names", "place", "sources", "sentence"];
    const lines = shown().map(e => [e.id, iso(e.first), iso(e.last), e.label, e.badge || "happened", e.type, e.names.map(n => data.names[n].name).join("; "),
      e.place === undefined ? "" : data.names[e.place].name, e.seen.map(s => data.sources[s.source].title).join("; "), passage(data, e.seen[0]).sentence]);
    save("events.csv", new Blob([[head, ...lines].map(l => l.map(csvField).join(",")).join("\r\n") + "\r\n"], {type: "text/csv"}));
  });
  add("Shown events as JSON", () => save("events.json", new Blob([JSON.stringify(shown().map(e => ({id: e.id, label: e.label, earliest: iso(e.first), latest: iso(e.last),
    status: e.badge || "happened", type: e.type, names: e.names.map(n => data.names[n].name), sentences: e.seen.map(s => passage(data, s).sentence)})), null, 1)], {type: "application/json"})));
  add("Network as PNG", () => save("network.png", network.picture()));
  // From a server, every format can be had: of what is shown, or of all.
  for (const f of JSON.parse(byId("formats")?.textContent || "[]")) {
    const line = make("li", "", Object.assign(make("a", "", "All as " + f.File), {href: "download/" + f.Name, title: f.Doc}), " ");
    line.append(button("plain", "shown", async () => {
      const answer = await fetch("download/" + f.Name, {method: "POST", credentials: "same-origin", body: JSON.stringify(shown().map(e => e.id))});
      if (answer.ok) save(f.File, await answer.blob()); else say("The server answers " + answer.status);
    }));
    list.append(line);
  }
}

async function start() {
  state.data = index(await load());
  byId("summary").textContent = state.data.summary;
  startFilters();
  startSearch();
  startList();
  startEvidence();
  startPeriod();
  const network = startNetwork();
  startDownloads(network);
  for (const b of document.querySelectorAll(".tabs button")) b.addEventListener("click", () => showPart(b.dataset.part));
  onChange((_, what) => { if (what.event !== undefined && what.event !== null && matchMedia("(max-width:44rem)").matches) showPart("evidence"); });
  addEventListener("keydown", e => {
    const typing = e.target.matches?.("input[type=search], select, textarea");
    if (e.key === "/" && !typing) { e.preventDefault(); byId("words").focus(); }
    if (e.key === "Escape") change(state.event !== null ? {event: null} : {names: [], words: ""});
  });
  addEventListener("hashchange", recall);
  recall();
  performance.mark("ready");
  document.documentElement.dataset.ready = "yes";
}

start().catch(e => { byId("left").textContent = "The explorer could not start: " + e.message; });
