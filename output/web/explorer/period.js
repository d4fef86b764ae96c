// The period: how many events there were when, and the two ends to choose. Most of the width goes to the days on which
// most events were: the first and the last step stand for all that was before and after them.
const steps = 120;

function startPeriod() {
  const {data} = state, bars = byId("bars"), ends = [byId("from"), byId("to")], words = [byId("fromDay"), byId("toDay")];
  const starts = data.events.map(e => e.first ?? e.last).filter(d => d !== undefined).sort((a, b) => a - b);
  if (!starts.length) { document.querySelector("footer").hidden = true; return; }
  const low = starts[Math.floor(starts.length * 0.03)], high = Math.max(starts[Math.ceil(starts.length * 0.97) - 1], low + 1);
  const edge = k => k <= 0 ? data.firstDay : k >= steps ? data.lastDay + 1 : Math.round(low + (k - 1) / (steps - 2) * (high - low + 1));
  const stepOf = d => d < low ? 0 : d > high ? steps - 1 : Math.min(1 + Math.floor((d - low) / (high - low + 1) * (steps - 2)), steps - 2);
  bars.setAttribute("viewBox", `0 0 ${steps} 100`);
  const rects = Array.from({length: steps}, (_, k) => {
    const r = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    r.setAttribute("x", k + 0.1);
    r.setAttribute("width", 0.8);
    bars.append(r);
    return r;
  });
  ends.forEach((input, i) => {
    input.min = 0;
    input.max = steps - 1;
    input.value = i ? steps - 1 : 0;
    input.addEventListener("input", () => {
      if (+ends[0].value > +ends[1].value) ends[1 - i].value = input.value;
      const [a, b] = ends.map(e => +e.value);
      change({from: a > 0 ? edge(a) : null, to: b < steps - 1 ? edge(b + 1) - 1 : null});
    });
  });

  onChange(() => {
    const numbers = new Array(steps).fill(0), whole = state.from === null && state.to === null;
    for (const e of data.events) if ((e.first ?? e.last) !== undefined) numbers[stepOf(e.first ?? e.last)]++;
    const most = Math.max(...numbers);
    ends[0].value = state.from === null ? 0 : stepOf(state.from);
    ends[1].value = state.to === null ? steps - 1 : stepOf(state.to);
    rects.forEach((r, k) => {
      const h = numbers[k] ? Math.max(100 * Math.sqrt(numbers[k] / most), 4) : 0;
      r.setAttribute("height", h);
      r.setAttribute("y", 100 - h);
      r.setAttribute("class", whole || k >= +ends[0].value && k <= +ends[1].value ? "in" : "");
    });
    [state.from ?? data.firstDay, state.to ?? data.lastDay].forEach((d, i) => {
      words[i].value = day(d);
      ends[i].setAttribute("aria-valuetext", day(d));
    });
  });
}
