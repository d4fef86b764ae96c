// The data, and what can be found in them. Names, events, articles are numbers: their place in their list.
const byId = id => document.getElementById(id);

const fold = s => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// load gives the data: they stand in the page, or beside it on a server.
async function load() {
  const inPage = byId("data");
  if (inPage) return JSON.parse(inPage.textContent);
  const answer = await fetch("data.json", {credentials: "same-origin"});
  if (!answer.ok) throw new Error("the server answers " + answer.status);
  return answer.json();
}

// index adds to the data what is looked up again and again.
function index(data) {
  data.eventsOf = data.names.map(() => []);
  data.tiesOf = data.names.map(() => []);
  data.events.forEach((e, i) => {
    e.names = [...new Set([...(e.roles || []).map(r => r.name), e.place].filter(n => n !== undefined))];
    for (const n of e.names) data.eventsOf[n].push(i);
  });
  data.ties.forEach((t, i) => { data.tiesOf[t.a].push(i); data.tiesOf[t.b].push(i); });
  data.byWeight = data.names.map((_, i) => i).sort((a, b) => data.names[b].weight - data.names[a].weight || a - b);
  data.nameById = new Map(data.names.map((n, i) => [n.id, i]));
  data.eventById = new Map(data.events.map((e, i) => [e.id, i]));
  const days = data.events.flatMap(e => [e.first, e.last]).filter(d => d !== undefined);
  data.firstDay = days.reduce((a, b) => Math.min(a, b), days[0] ?? 0);
  data.lastDay = days.reduce((a, b) => Math.max(a, b), days[0] ?? 0);
  return data;
}

// textOf is all of an event that a search looks through, made when first asked for.
function textOf(data, e) {
  e.text ??= fold([e.label, e.when, e.badge, e.type, ...(e.says || []), ...e.names.map(n => data.names[n].name),
    ...(e.roles || []).map(r => r.text), ...e.seen.map(s => passage(data, s).sentence)].filter(Boolean).join("\n"));
  return e.text;
}

// passage cuts the text around a sentence: the paragraph before and after it, the sentence around its trigger.
function passage(data, s) {
  const text = s.quote || data.sources[s.source].text || "";
  const from = text.lastIndexOf("\n", Math.max(s.start - 1, 0)) + 1, end = text.indexOf("\n", s.end);
  const left = s.start - from > 500 ? s.start - 500 : Math.min(from, s.start);
  const right = Math.min(end < 0 ? text.length : end, s.end + 500);
  return {
    before: (left > from ? "…" : "") + text.slice(left, s.start), after: text.slice(s.end, right),
    lead: text.slice(s.start, s.from), trigger: text.slice(s.from, s.to), rest: text.slice(s.to, s.end),
    sentence: text.slice(s.start, s.end),
  };
}

// day writes a number of days since 1970-01-01 as a date, also before our era.
function day(n) {
  const d = new Date(n * 864e5), y = d.getUTCFullYear();
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return d.getUTCDate() + " " + months[d.getUTCMonth()] + " " + (y > 0 ? y : 1 - y + " BCE");
}

const count = (n, one, more) => n + " " + (n === 1 ? one : more || one + "s");

// make is an element with its class, text and children. Text of articles gets into the page only this way: as text.
function make(tag, name, ...inside) {
  const e = document.createElement(tag);
  if (name) e.className = name;
  e.append(...inside.filter(x => x !== undefined && x !== null && x !== ""));
  return e;
}

function button(name, text, act) {
  const b = make("button", name, text);
  b.type = "button";
  b.addEventListener("click", act);
  return b;
}
