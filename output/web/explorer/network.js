// The network: names as nodes, all that is between two of them as one edge.
const small = 150; // so many names are laid out here; more stand where dateline has put them

// fontOf is the font of a name, bigger and bold for those that matter; widthOf measures a name in it.
const fontOf = size => (size > 0.5 ? "bold " : "") + (12 + 8 * size).toFixed(1) + "px system-ui, Helvetica, Arial, sans-serif";
const measure = document.createElement("canvas").getContext("2d");
function widthOf(name, size) {
  measure.font = fontOf(size);
  return measure.measureText(name).width;
}

function startNetwork() {
  const {data} = state, canvas = byId("canvas");
  const shapes = ["ellipse", "rectangle", "hexagon", "octagon", "cut-rectangle"];
  const places = new Map();    // where names stand that were laid out here
  const expanded = new Set();  // names whose neighbours are shown, too
  let focus = null;            // the name that the arrow keys are at
  const dark = matchMedia("(prefers-color-scheme:dark)");

  const cy = cytoscape({
    container: canvas, elements: [], layout: {name: "preset"}, minZoom: 0.03, maxZoom: 4, boxSelectionEnabled: false,
    autounselectify: true, textureOnViewport: data.names.length > 1500, hideEdgesOnViewport: data.ties.length > 1500, pixelRatio: data.names.length > 1500 ? 1 : "auto",
  });

  function paint() {
    const css = getComputedStyle(document.documentElement), color = k => css.getPropertyValue("--" + k).trim();
    const kindColor = n => color(data.kinds[n.data("kind")]);
    cy.style([
      {selector: "node", style: {
        shape: n => shapes[n.data("kind")], "background-color": color("ground"), "border-color": kindColor, "border-width": n => n.data("size") > 0.5 ? 3 : 1.5,
        width: "data(wide)", height: "data(high)", label: "data(name)", color: color("text"),
        "font-size": n => 12 + 8 * n.data("size"), "font-weight": n => n.data("size") > 0.5 ? "bold" : "normal", "text-valign": "center", "text-halign": "center",
        "min-zoomed-font-size": 6, "font-family": "system-ui, Helvetica, Arial, sans-serif"}},
      {selector: "edge", style: {
        width: "data(width)", "curve-style": "straight", "line-color": e => color(e.data("contact") || "soft"), "line-style": "data(line)", "line-opacity": 0.75,
        "mid-target-arrow-shape": e => e.data("contact") === "conflict" ? "diamond" : "none", "mid-target-arrow-color": color("conflict"), "arrow-scale": 0.8,
        label: "data(label)", "font-size": 9, color: color("text"), "text-background-color": color("ground"), "text-background-opacity": 0.85,
        "text-background-padding": 1, "min-zoomed-font-size": 8, "text-wrap": "ellipsis", "text-max-width": 90}},
      {selector: ".far", style: {opacity: 0.18}},
      {selector: ".chosen", style: {"background-color": color("mark"), "border-width": 4}},
      {selector: ".focus", style: {"overlay-color": color("accent"), "overlay-opacity": 0.25, "overlay-padding": 5}},
      {selector: "edge.chosen", style: {"line-opacity": 1, "z-index": 9, label: "data(words)"}},
    ]);
  }

  // wanted are the names to show: the weightiest that take part in what is shown, the chosen ones and those around expanded ones.
  function wanted() {
    const most = +byId("most").value, taking = new Set(state.names);
    let pool = data.byWeight;
    if (state.shown.length < data.events.length) {
      const weight = new Map();
      for (const i of state.shown) for (const n of data.events[i].names) weight.set(n, (weight.get(n) || 0) + data.events[i].weight);
      pool = [...weight.keys()].sort((a, b) => weight.get(b) - weight.get(a) || a - b);
    }
    for (const n of pool) { if (taking.size >= most) break; if (data.tiesOf[n].length) taking.add(n); }
    for (const n of expanded) for (const t of data.tiesOf[n]) { taking.add(data.ties[t].a); taking.add(data.ties[t].b); }
    return {taking, all: pool.filter(n => data.tiesOf[n].length).length};
  }

  function edgeOf(t, i, shown) {
    const events = (t.events || []).filter(e => shown.has(e)).map(e => data.events[e]);
    if (!events.length && (!t.relations || shown.size < data.events.length)) return null;
    const contacts = events.map(e => e.contact).filter(Boolean), badge = events[0]?.badge;
    const best = events.reduce((a, b) => !a || b.weight > a.weight ? b : a, null);
    const fights = contacts.filter(c => c === "conflict").length;
    return {group: "edges", data: {
      id: "t" + i, tie: i, source: "n" + t.a, target: "n" + t.b, width: 1 + Math.log2(1 + events.length),
      contact: !contacts.length ? "" : fights * 2 > contacts.length ? "conflict" : "cooperation",
      line: !badge || events.some(e => e.badge !== badge) ? "solid" : badge === "planned" || badge === "possible" ? "dashed" : "dotted",
      words: best ? best.verb + (events.length > 1 ? " +" + (events.length - 1) : "") : t.relations[0].what,
    }};
  }

  function nodeOf(n, heaviest) {
    const e = data.names[n], size = Math.sqrt(e.weight / Math.max(heaviest, 1));
    const name = e.name.length > 26 ? e.name.slice(0, 25) + "…" : e.name;
    return {group: "nodes", data: {id: "n" + n, n, name, kind: e.kind, size, wide: 24 + 1.12 * widthOf(name, size), high: 22 + 16 * size}};
  }

  function draw() {
    const {taking, all} = wanted(), shown = new Set(state.shown), heaviest = data.names[data.byWeight[0]]?.weight || 1;
    const edges = data.ties.map((t, i) => taking.has(t.a) && taking.has(t.b) ? edgeOf(t, i, shown) : null).filter(Boolean);
    for (const e of edges) e.data.label = edges.length <= 40 ? e.data.words : "";
    const joined = new Set([...state.names, ...edges.flatMap(e => [data.ties[e.data.tie].a, data.ties[e.data.tie].b])]);
    const nodes = [...taking].filter(n => joined.has(n)).sort((a, b) => a - b).map(n => nodeOf(n, heaviest));
    const few = nodes.length <= small, fresh = few ? nodes.filter(n => !places.has(n.data.n)) : [];
    for (const n of nodes) n.position = few && places.get(n.data.n) || beside(n.data.n, taking, few);
    cy.batch(() => show([...nodes, ...edges]));
    const start = few && fresh.length === nodes.length;
    if (start) tidy(); else if (few) fresh.forEach(n => places.set(n.data.n, {...n.position}));
    if (start || !few) fit();
    byId("left").textContent = nodes.length < all ? `The weightiest ${nodes.length} of ${all} names; ${count(edges.length, "link")}.` :
      `${count(nodes.length, "name")}, ${count(edges.length, "link")}.`;
    mark();
  }

  // show leaves what is there already where it is: to make thousands of elements anew takes time.
  function show(elements) {
    const ids = new Set(elements.map(e => e.data.id));
    cy.elements().filter(e => !ids.has(e.id())).remove();
    cy.add(elements.filter(e => {
      const old = cy.getElementById(e.data.id);
      if (old.empty()) return true;
      if (e.position && (old.position("x") !== e.position.x || old.position("y") !== e.position.y)) old.position(e.position);
      if (Object.keys(e.data).some(k => old.data(k) !== e.data[k])) old.data(e.data);
    }));
  }

  // beside is a place for a name that comes new: near one that it has to do with.
  function beside(n, taking, few) {
    const e = data.names[n];
    if (few) for (const t of data.tiesOf[n]) {
      const other = data.ties[t].a === n ? data.ties[t].b : data.ties[t].a, at = places.get(other);
      if (taking.has(other) && at) return {x: at.x + 130 * Math.cos(n * 2.4), y: at.y + 130 * Math.sin(n * 2.4)};
    }
    return {x: e.x * 2, y: e.y * 2};
  }

  function tidy() {
    const nodes = cy.nodes().toArray(), at = new Map(nodes.map((n, i) => [n.id(), i]));
    const boxes = nodes.map(n => ({x: n.position().x, y: n.position().y, wide: n.data("wide"), high: n.data("high")}));
    if (nodes.length <= 3 * small) arrange(boxes, cy.edges().map(e => [at.get(e.data("source")), at.get(e.data("target"))]), cy.width() / Math.max(cy.height(), 1));
    cy.batch(() => nodes.forEach((n, i) => { n.position({x: boxes[i].x, y: boxes[i].y}); places.set(n.data("n"), {x: boxes[i].x, y: boxes[i].y}); }));
    fit();
  }

  // fit shows all, but no few names enormously.
  function fit() {
    cy.fit(undefined, 24);
    if (cy.zoom() > 1.5) { cy.zoom(1.5); cy.center(); }
  }

  function mark() {
    cy.batch(() => {
      cy.elements().removeClass("far chosen focus");
      const chosen = cy.collection(state.names.map(n => cy.getElementById("n" + n)).filter(n => n.nonempty()));
      const event = state.event === null ? [] : data.events[state.event].names;
      if (chosen.nonempty() && !event.length) cy.elements().not(chosen.closedNeighborhood()).addClass("far");
      chosen.addClass("chosen");
      for (const n of event) cy.getElementById("n" + n).addClass("chosen");
      chosen.connectedEdges().addClass("chosen");
      if (event.length) cy.edges().filter(t => event.includes(data.ties[t.data("tie")].a) && event.includes(data.ties[t.data("tie")].b)).addClass("chosen");
      if (focus !== null) cy.getElementById("n" + focus).addClass("focus");
    });
    byId("expand").disabled = !state.names.length;
  }

  // walk goes to the nearest name in a direction.
  function walk(dx, dy) {
    const from = focus !== null && cy.getElementById("n" + focus).nonempty() ? cy.getElementById("n" + focus) : cy.nodes().max(n => n.data("size")).ele;
    if (!from) return;
    const p = from.position();
    let best = focus === null ? from : null, bestWay = Infinity;
    if (!best) cy.nodes().forEach(n => {
      const x = n.position().x - p.x, y = n.position().y - p.y, along = x * dx + y * dy, off = Math.abs(x * dy - y * dx);
      if (along > 1 && along + 2 * off < bestWay) { best = n; bestWay = along + 2 * off; }
    });
    if (!best) return;
    focus = best.data("n");
    say(data.names[focus].name + ", " + data.kinds[data.names[focus].kind] + ", " + count(data.eventsOf[focus].length, "event"));
    mark();
    const box = best.renderedBoundingBox();
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > cy.width() || box.y2 > cy.height()) cy.center(best);
  }

  // Nothing depends on what lies under a pointer that only moves, and to look for it among thousands takes longer than to draw them.
  const painter = cy.renderer(), nearest = painter.findNearestElement;
  painter.findNearestElement = function (...at) { return /move$/.test(window.event?.type) ? null : nearest.apply(this, at); };

  cy.on("tap", "node", e => { focus = e.target.data("n"); choose(focus, e.originalEvent?.shiftKey || e.originalEvent?.ctrlKey || e.originalEvent?.metaKey); });
  cy.on("tap", "edge", e => { const t = data.ties[e.target.data("tie")]; change({names: [t.a, t.b], event: null}); });
  cy.on("dbltap", "node", e => { expanded.add(e.target.data("n")); draw(); });
  cy.on("dragfree", "node", e => { places.set(e.target.data("n"), {...e.target.position()}); });
  canvas.addEventListener("keydown", e => {
    const way = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}[e.key];
    if (way) walk(...way);
    else if (e.key === "Enter" && focus !== null) choose(focus, e.shiftKey);
    else if (e.key === "+" || e.key === "-") cy.zoom({level: cy.zoom() * (e.key === "+" ? 1.25 : 0.8), renderedPosition: {x: cy.width() / 2, y: cy.height() / 2}});
    else return;
    e.preventDefault();
  });
  byId("most").addEventListener("change", draw);
  byId("tidy").addEventListener("click", tidy);
  byId("fit").addEventListener("click", fit);
  byId("expand").addEventListener("click", () => { for (const n of state.names) expanded.add(n); draw(); });
  dark.addEventListener("change", paint);
  new ResizeObserver(() => cy.resize()).observe(canvas);
  if (innerWidth < 700) byId("most").value = "30";
  legend(byId("legend"));
  paint();
  let waiting = 0;
  onChange((narrower, what) => {
    if (!narrower) return mark();
    clearTimeout(waiting);
    if (Object.keys(what).length > 3) draw(); else waiting = setTimeout(draw, 120);
  });
  return {picture: () => cy.png({full: true, scale: 2, bg: getComputedStyle(document.documentElement).getPropertyValue("--ground").trim(), output: "blob"}), cy};
}

function legend(box) {
  for (const k of state.data.kinds) box.append(make("span", "", make("i", k), k));
  for (const c of ["cooperation", "conflict"]) box.append(make("span", "", make("i", "line " + c, c === "conflict" ? "—◆—" : "——"), c));
}
