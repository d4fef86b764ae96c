// What is chosen. Every change goes through change(), which tells all parts of the page.
const state = {
  data: null, words: "", contact: "", status: "", place: "", sources: 1, from: null, to: null,
  names: [],    // at most two: one is looked at, two are compared
  event: null,  // the one whose evidence is shown
  shown: [],    // events that fit, in order of time
};
const listeners = [];
const onChange = f => listeners.push(f);

function change(what) {
  Object.assign(state, what);
  const narrower = ["words", "contact", "status", "place", "sources", "from", "to", "names"].some(k => k in what);
  if (narrower) select();
  for (const f of listeners) f(narrower, what);
  remember();
}

// select finds the events that fit.
function select() {
  const {data} = state, wanted = fold(state.words).split(/\s+/).filter(Boolean);
  const whole = state.from === null && state.to === null;
  state.shown = [];
  const from = state.from ?? -Infinity, to = state.to ?? Infinity;
  data.events.forEach((e, i) => {
    if (state.contact && e.contact !== state.contact) return;
    if (state.status && (e.badge || "happened") !== state.status) return;
    if (state.place !== "" && e.place !== +state.place) return;
    if (e.articles < state.sources) return;
    if (!whole && (e.first === undefined && e.last === undefined || (e.last ?? Infinity) < from || (e.first ?? -Infinity) > to)) return;
    if (!state.names.every(n => e.names.includes(n))) return;
    if (wanted.length && !wanted.every(w => textOf(data, e).includes(w))) return;
    state.shown.push(i);
  });
}

// choose looks at a name; beside another one, it compares the two.
function choose(name, beside) {
  let names = beside && state.names.length && !state.names.includes(name) ? [state.names[0], name] : [name];
  if (!beside && state.names.length === 1 && state.names[0] === name) names = [];
  change({names, event: null});
}

// remember keeps what is chosen in the address, so that it can be shared and the way back works.
let last = "";
function remember() {
  const p = new URLSearchParams(), {data} = state;
  for (const k of ["words", "contact", "status"]) if (state[k]) p.set(k, state[k]);
  if (state.place !== "") p.set("place", data.names[+state.place].id);
  if (state.sources > 1) p.set("sources", state.sources);
  for (const k of ["from", "to"]) if (state[k] !== null) p.set(k, state[k]);
  for (const n of state.names) p.append("name", data.names[n].id);
  if (state.event !== null) p.set("event", data.events[state.event].id);
  const now = p.toString();
  if (now !== last) history.replaceState(null, "", now ? "#" + now : location.pathname + location.search);
  last = now;
}

// recall reads the address.
function recall() {
  const p = new URLSearchParams(location.hash.slice(1)), {data} = state;
  const number = k => p.has(k) && Number.isFinite(+p.get(k)) ? +p.get(k) : null;
  const place = data.nameById.get(p.get("place")), event = data.eventById.get(p.get("event"));
  change({
    words: p.get("words") || "", contact: p.get("contact") || "", status: p.get("status") || "", sources: number("sources") || 1,
    place: place === undefined ? "" : String(place), from: number("from"), to: number("to"),
    names: p.getAll("name").map(id => data.nameById.get(id)).filter(n => n !== undefined).slice(0, 2),
    event: event === undefined ? null : event,
  });
}
