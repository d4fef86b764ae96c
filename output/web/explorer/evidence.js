// The evidence: an event with its sentences, a name with its ties, or two names compared.
function startEvidence() {
  const pane = byId("evidence"), {data} = state;

  const chip = n => {
    const b = button("chip " + data.kinds[data.names[n].kind], data.names[n].name, e => choose(n, e.shiftKey || e.ctrlKey || e.metaKey));
    b.title = data.kinds[data.names[n].kind] + ": choose, or compare with Shift";
    return b;
  };

  // quoted shows one sentence in its paragraph, with the article and a citation to copy.
  function quoted(s, label) {
    const p = passage(data, s), from = data.sources[s.source];
    const cite = [from.publisher, from.published].filter(Boolean).join(", ");
    const title = from.url ? Object.assign(make("a", "", from.title), {href: from.url, rel: "noreferrer noopener", target: "_blank"}) : make("cite", "", from.title);
    const text = `“${p.sentence.trim()}” ${from.title}${cite ? ", " + cite : ""}${from.url ? ", " + from.url : ""} (bytes ${s.bytes[0]}–${s.bytes[1]})`;
    return make("figure", "",
      make("blockquote", "", p.before, make("span", "", p.lead, make("mark", "", p.trigger), p.rest), p.after),
      make("figcaption", "", title, cite ? ", " + cite : "", from.copy ? " (copy)" : "", " ",
        button("", "Copy citation", () => copy(text, label))));
  }

  function showEvent(e) {
    const roles = make("ul", "");
    for (const r of e.roles || []) roles.append(make("li", "", make("span", "soft", r.role + " "), r.name !== undefined ? chip(r.name) : make("span", "chip words", r.text)));
    if (e.place !== undefined && !(e.roles || []).some(r => r.name === e.place)) roles.append(make("li", "", make("span", "soft", "place "), chip(e.place)));
    return [
      make("h2", "", e.badge ? make("span", "badge " + e.badge, e.badge) : "", e.badge ? " " : "", e.label),
      make("p", "", make("strong", "", e.when || "No date"), e.reason ? make("span", "soft", " — " + e.reason) : ""),
      e.says ? make("p", "", "According to " + e.says.join(", ")) : "",
      ...(e.conflicts || []).map(c => make("p", "dispute", "Sources disagree: " + c)),
      roles,
      make("h3", "", count(e.articles, "article")),
      ...e.seen.map(s => quoted(s, e.label)),
      correctEvent(e),
      make("p", "soft", e.type ? "Type " + e.type + ". " : "", make("code", "", e.id)),
    ];
  }

  const eventLine = i => {
    const e = data.events[i];
    return make("li", "", make("span", "soft", (e.brief || "no date") + " "), button("plain", e.label, () => change({event: i})));
  };

  function showName(n) {
    const e = data.names[n], ties = new Map();
    for (const t of data.tiesOf[n]) {
      const tie = data.ties[t], other = tie.a === n ? tie.b : tie.a;
      ties.set(other, {events: tie.events || [], relations: tie.relations || []});
    }
    const order = [...ties.keys()].sort((a, b) => ties.get(b).events.length - ties.get(a).events.length || a - b);
    const lasting = order.flatMap(o => ties.get(o).relations.map(r => ({o, r})));
    return [
      make("h2", "", e.name),
      make("p", "soft", [data.kinds[e.kind], count(data.eventsOf[n].length, "event"), e.also ? "also " + e.also.slice(0, 8).join(", ") : ""].filter(Boolean).join(" · ")),
      make("p", "", button("", "Compare with…", () => { byId("words").dataset.beside = "1"; byId("words").focus(); say("Type the second name"); })),
      lasting.length ? make("h3", "", "Lasting ties") : "",
      make("ul", "", ...lasting.map(({o, r}) => make("li", "", r.from === n ? r.what + " " : "", chip(o), r.from === n ? "" : " " + r.what + " this", r.when ? make("span", "soft", " " + r.when) : ""))),
      order.length ? make("h3", "", "Has to do with") : "",
      make("ul", "", ...order.filter(o => ties.get(o).events.length).slice(0, 30).map(o => make("li", "", chip(o), make("span", "soft", count(ties.get(o).events.length, "event"))))),
      correctName(n),
      make("code", "", e.id),
    ];
  }

  function showPair([a, b]) {
    const both = data.eventsOf[a].filter(i => data.events[i].names.includes(b));
    const met = both.filter(i => !data.events[i].badge && (data.events[i].first ?? data.events[i].last) !== undefined);
    const friends = n => new Set(data.tiesOf[n].map(t => data.ties[t].a === n ? data.ties[t].b : data.ties[t].a));
    const ofB = friends(b), common = [...friends(a)].filter(n => ofB.has(n)).sort((x, y) => data.names[y].weight - data.names[x].weight).slice(0, 15);
    return [
      make("h2", "", data.names[a].name + " and " + data.names[b].name),
      make("p", "soft", `${data.names[a].name}: ${count(data.eventsOf[a].length, "event")}. ${data.names[b].name}: ${count(data.eventsOf[b].length, "event")}. With both: ${both.length}.`),
      make("p", "", chip(a), chip(b)),
      met.length ? make("ul", "", make("h3", "", "First"), eventLine(met[0]), make("h3", "", "Last"), eventLine(met[met.length - 1])) : make("p", "", "No dated event brings them together."),
      common.length ? make("h3", "", "Both have to do with") : "",
      make("p", "", ...common.map(chip)),
      both.length ? make("h3", "", "All with both") : "",
      make("ul", "", ...both.slice(0, 200).map(eventLine)),
    ];
  }

  onChange((_, what) => {
    const {event, names} = state;
    const inside = event !== null ? showEvent(data.events[event]) : names.length === 2 ? showPair(names) : names.length ? showName(names[0]) :
      [make("p", "soft", "Choose an event or a name. A second name, chosen with Shift, is compared with the first.")];
    pane.replaceChildren(...inside.filter(Boolean));
    if ("event" in what || "names" in what) pane.scrollTop = 0;
  });
}

// copy puts text on the clipboard, also in a page opened from a file.
async function copy(text, label) {
  try { await navigator.clipboard.writeText(text); } catch {
    const field = make("textarea", "hidden");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  say("Copied the citation of: " + label);
}
