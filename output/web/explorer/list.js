// The timeline: only the rows that can be seen exist, so that many thousands cost nothing.
const rowHeight = 58;

function startList() {
  const box = byId("events"), rows = byId("rows");
  let printing = false;

  function row(place) {
    const i = state.shown[place], e = state.data.events[i];
    const day = make("div", "day", make("span", "", e.brief || "no date"));
    if (e.contact === "conflict") day.append(make("span", "fight", "◆ conflict"));
    if (e.badge) day.append(make("span", "badge " + e.badge, e.badge));
    if (e.conflicts) day.append(make("span", "badge", "disputed"));
    if (e.articles > 1) day.append(make("span", "", count(e.articles, "article")));
    const r = make("div", "row " + (e.contact || "") + (e.articles > 1 ? " many" : ""), day, make("div", "what", e.label));
    r.id = "row" + i;
    r.title = e.label;
    r.setAttribute("role", "option");
    r.setAttribute("aria-selected", i === state.event);
    r.setAttribute("aria-setsize", state.shown.length);
    r.setAttribute("aria-posinset", place + 1);
    r.style.transform = `translateY(${place * rowHeight}px)`;
    r.addEventListener("click", () => change({event: i}));
    return r;
  }

  function draw() {
    const n = state.shown.length;
    const from = printing ? 0 : Math.max(Math.floor(box.scrollTop / rowHeight) - 5, 0);
    const to = printing ? Math.min(n, 2000) : Math.min(n, Math.ceil((box.scrollTop + (box.clientHeight || 800)) / rowHeight) + 5);
    rows.replaceChildren(...Array.from({length: Math.max(to - from, 0)}, (_, k) => row(from + k)));
    if (state.event !== null && byId("row" + state.event)) box.setAttribute("aria-activedescendant", "row" + state.event);
    else box.removeAttribute("aria-activedescendant");
  }

  function reveal() {
    const at = state.shown.indexOf(state.event) * rowHeight;
    if (at < 0) return;
    if (at < box.scrollTop || at + rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = at - box.clientHeight / 3;
  }

  onChange(narrower => {
    byId("count").textContent = state.shown.length === state.data.events.length ? count(state.shown.length, "event") :
      state.shown.length + " of " + count(state.data.events.length, "event");
    if (narrower && state.event === null) box.scrollTop = 0;
    rows.style.height = state.shown.length * rowHeight + "px"; // before the box is asked to scroll in it
    reveal();
    draw();
  });
  let waiting = 0;
  box.addEventListener("scroll", () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(draw); });
  addEventListener("resize", draw);
  addEventListener("beforeprint", () => { printing = true; draw(); });
  addEventListener("afterprint", () => { printing = false; draw(); });
  box.addEventListener("keydown", e => {
    const page = Math.max(Math.floor(box.clientHeight / rowHeight) - 1, 1), n = state.shown.length;
    const step = {ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -n, End: n}[e.key];
    if (e.key === "Enter") { byId("evidence").focus(); showPart("evidence"); }
    if (!step || !n) return;
    e.preventDefault();
    const at = state.shown.indexOf(state.event);
    change({event: state.shown[Math.min(Math.max(at < 0 ? (step > 0 ? 0 : n - 1) : at + step, 0), n - 1)]});
  });
}
