// Corrections: what a person knows better. Only a server that was started to take them gives the page a secret; without
// one nothing is offered.
const secret = document.querySelector("meta[name=secret]")?.content;

// What was written down before the page was loaded again.
const corrected = sessionStorage.getItem("corrected");
sessionStorage.removeItem("corrected");
if (secret && corrected) document.querySelector("header").append(Object.assign(make("p", "", corrected), {id: "corrected"}));

async function sendCorrection(what, answer) {
  answer.textContent = "…";
  try {
    const got = await fetch("corrections", {method: "POST", credentials: "same-origin",
      headers: {"Content-Type": "application/json", "X-Dateline-Secret": secret}, body: JSON.stringify(what)});
    const text = (await got.text()).trim();
    if (!got.ok) throw new Error(text);
    sessionStorage.setItem("corrected", text);
    location.reload(); // the address keeps what is looked at
  } catch (e) {
    answer.textContent = e.message;
  }
}

// The fields that a correction may need; each gives what is in it.
const textField = (key, label, value, hint) => {
  const input = Object.assign(make("input"), {type: "text", value: value || "", placeholder: hint || "", required: true, autocomplete: "off"});
  return {key, input, view: make("label", "", label + " ", input), get: () => input.value};
};
const choiceField = (key, label, choices) => {
  const select = make("select");
  for (const [value, text] of choices) select.append(Object.assign(make("option", "", text), {value}));
  return {key, input: select, view: make("label", "", label + " ", select), get: () => key === "seen" ? +select.value : select.value};
};

// correctionForm offers deeds, each {do, says, field} with a function that makes its field, or none.
function correctionForm(id, deeds) {
  const form = make("form", "correct"), answer = make("p", "soft"), place = make("div"), because = textField("because", "Because");
  because.input.required = false;
  answer.setAttribute("role", "status");
  const what = choiceField("do", "", deeds.map(d => [d.do, d.says]));
  what.input.setAttribute("aria-label", "What is to be corrected");
  let field = null;
  const chosen = () => deeds.find(d => d.do === what.get());
  const show = () => { field = chosen().field?.() || null; place.replaceChildren(...field ? [field.view] : []); answer.textContent = ""; };
  what.input.addEventListener("change", show);
  form.append(what.view, place, because.view, Object.assign(make("button", "", "Write down"), {type: "submit"}), answer);
  form.addEventListener("submit", e => {
    e.preventDefault();
    sendCorrection({do: what.get(), id, because: because.get(), ...field ? {[field.key]: field.get()} : {}}, answer);
  });
  show();
  return make("details", "correct", make("summary", "", "Correct"), form);
}

const iso = d => d === undefined ? "" : new Date(d * 864e5).toISOString().replace(/T.*/, "");

// alikeEvents are those that an event may be one with: with a name in common, the nearest in time first.
function alikeEvents(e) {
  const {data} = state, at = x => x.first ?? x.last ?? 0, found = new Set();
  for (const n of e.names) for (const i of data.eventsOf[n]) if (data.events[i] !== e) found.add(data.events[i]);
  return [...found].sort((a, b) => Math.abs(at(a) - at(e)) - Math.abs(at(b) - at(e)) || (a.id < b.id ? -1 : 1)).slice(0, 80);
}

// alikeNames are those that a name may be one with: with a word in common first, then the weightiest of its kind.
function alikeNames(n) {
  const {data} = state, words = i => fold([data.names[i].name, ...(data.names[i].also || [])].join(" ")).split(/[^\p{L}\p{N}]+/u).filter(w => w.length > 2);
  const own = new Set(words(n)), shared = i => words(i).some(w => own.has(w)) ? 1 : 0;
  const all = data.byWeight.filter(i => i !== n), near = all.filter(i => shared(i));
  return [...near, ...all.filter(i => data.names[i].kind === data.names[n].kind && !near.includes(i))].slice(0, 80);
}

function correctEvent(e) {
  if (!secret) return "";
  const {data} = state, others = alikeEvents(e);
  const time = e.first === e.last ? iso(e.first) : [iso(e.first) || "..", iso(e.last) || ".."].join("/");
  return correctionForm(e.id, [
    {do: "confirm", says: "It is right"},
    {do: "reject", says: "It is wrong: leave it out"},
    {do: "retime", says: "It was at another time", field: () => textField("to", "Time", time, "2015-11-15, 2015-11 or 2015-11-15/2015-11-16")},
    {do: "relocate", says: "It was elsewhere", field: () => textField("to", "Place", e.place !== undefined ? data.names[e.place].name : "", "a place of the network")},
    {do: "rename", says: "It should be called otherwise", field: () => textField("to", "Words", e.label)},
    {do: "retype", says: "It is of another type", field: () => textField("to", "Type", e.type, "CONSULT")},
    others.length && {do: "same", says: "It is the same as another", field: () => choiceField("other", "Which", others.map(o => [o.id, (o.brief || "no date") + " " + o.label]))},
    e.seen.length > 1 && {do: "not-same", says: "A sentence tells of another", field: () => choiceField("seen", "Which", e.seen.map((s, k) => [k, passage(data, s).sentence.trim()]))},
    {do: "note", says: "Note"},
  ].filter(Boolean));
}

function correctName(n) {
  if (!secret) return "";
  const {data} = state, e = data.names[n], forms = [e.name, ...(e.also || [])], others = alikeNames(n);
  return correctionForm(e.id, [
    {do: "confirm", says: "It is right"},
    {do: "reject", says: "It is no name: leave it out"},
    {do: "rename", says: "It should be called otherwise", field: () => textField("to", "Name", e.name)},
    {do: "retype", says: "It is of another kind", field: () => choiceField("to", "Kind", ["person", "organization", "place", "group", "event", "work", "product", "law", "other"].map(k => [k, k]))},
    others.length && {do: "same", says: "It is the same as another", field: () => choiceField("other", "Which", others.map(o => [data.names[o].id, data.names[o].name]))},
    forms.length > 1 && {do: "not-same", says: "One of its names means another", field: () => choiceField("name", "Which", forms.map(f => [f, f]))},
    {do: "note", says: "Note"},
  ].filter(Boolean));
}
