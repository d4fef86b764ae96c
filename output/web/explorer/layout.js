// arrange gives some names places: linked ones near each other, boxes never on top of each other, the whole in the
// shape of the window (its width by its height). Springs and repulsion as in Fruchterman and Reingold (1991), then overlaps are pushed apart.
// boxes: {x, y, wide, high}, changed in place; links: pairs of places in boxes. Nothing is random.
function arrange(boxes, links, shape) {
  const n = boxes.length, length = 95;
  const force = boxes.map(() => [0, 0]);
  for (let round = 0, rounds = 400; round < rounds; round++) {
    for (let i = 0; i < n; i++) {
      const a = boxes[i];
      force[i][0] -= 0.32 * a.x * Math.sqrt(n) / shape;
      force[i][1] -= 0.32 * a.y * Math.sqrt(n) * shape;
      for (let k = 0; k < i; k++) {
        const b = boxes[k], dx = a.x - b.x || 0.1, dy = a.y - b.y || 0.1, by = length * length / (dx * dx + dy * dy);
        force[i][0] += dx * by; force[i][1] += dy * by; force[k][0] -= dx * by; force[k][1] -= dy * by;
      }
    }
    for (const [i, k] of links) {
      const a = boxes[i], b = boxes[k], dx = b.x - a.x, dy = b.y - a.y, by = Math.hypot(dx, dy) / length * 0.5;
      force[i][0] += dx * by; force[i][1] += dy * by; force[k][0] -= dx * by; force[k][1] -= dy * by;
    }
    const most = length * (1 - round / rounds) + 0.5;
    for (let i = 0; i < n; i++) {
      const [x, y] = force[i], by = Math.min(1, most / (Math.hypot(x, y) || 1));
      boxes[i].x += x * by;
      boxes[i].y += y * by;
      force[i] = [0, 0];
    }
  }
  stretch(boxes, shape);
  for (let round = 0, moved = true; moved && round < 200; round++) {
    moved = false;
    for (let i = 0; i < n; i++) for (let k = 0; k < i; k++) {
      const a = boxes[i], b = boxes[k], dx = a.x - b.x, dy = a.y - b.y;
      const over = (a.wide + b.wide) / 2 + 14 - Math.abs(dx), under = (a.high + b.high) / 2 + 18 - Math.abs(dy);
      if (over <= 0 || under <= 0) continue;
      moved = true;
      if (over < under) { const by = (dx < 0 ? -1 : 1) * over / 2; a.x += by; b.x -= by; }
      else { const by = (dy < 0 ? -1 : 1) * under / 2; a.y += by; b.y -= by; }
    }
  }
}

// stretch gives boxes the shape of the window, so that they can be shown as big as it allows.
function stretch(boxes, shape) {
  const low = p => Math.min(...boxes.map(b => b[p])), high = p => Math.max(...boxes.map(b => b[p]));
  const wide = high("x") - low("x"), tall = high("y") - low("y");
  if (!wide || !tall) return;
  const by = Math.min(Math.max(Math.sqrt(shape * tall / wide), 0.6), 1.6);
  for (const b of boxes) { b.x *= by; b.y /= by; }
}
