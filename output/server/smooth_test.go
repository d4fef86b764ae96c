package server_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

// smoothFrame is what one movement may take of the processor in the page: sixty a second, on the slow machine of a test
// that has no graphics processor. Time on the clock would tell more of what else the machine does.
const smoothFrame = 16 * time.Millisecond

// TestExplorerSmooth: with 5,000 names all shown, moving, zooming, scrolling and choosing a period do not stutter.
func TestExplorerSmooth(t *testing.T) {
	b := browse(t)
	b.open(file(t, story(20_000)))
	send(b, performance.Enable, performance.EnableParams{TimeDomain: "threadTicks"})
	begin := b.processor()
	b.do(chromedp.SetValue(chromedp.CSS("#most"), "1000000"), chromedp.Evaluate[chromedp.Void](`document.getElementById("most").dispatchEvent(new Event("change"))`))
	b.waitFor(`/^5000 names/.test(document.getElementById("left").textContent)`)
	t.Logf("5,000 names drawn in %v", b.processor()-begin)
	for _, c := range []struct {
		name string
		move func(step int)
	}{
		{"move", func(step int) {
			if step == 0 {
				b.mouse(input.DispatchMouseEventTypeMouseReleased, 30, 600, 0)
				b.mouse(input.DispatchMouseEventTypeMousePressed, 30, 600, 0)
			}
			b.mouse(input.DispatchMouseEventTypeMouseMoved, 30+float64(4*step), 600-float64(3*step), 0)
		}},
		{"point", func(step int) {
			if step == 0 {
				b.mouse(input.DispatchMouseEventTypeMouseReleased, 30, 600, 0)
			}
			b.mouse(input.DispatchMouseEventTypeMouseMoved, 30+float64(4*step), 600-float64(3*step), 0)
		}},
		{"zoom", func(step int) { b.mouse(input.DispatchMouseEventTypeMouseWheel, 300, 400, float64(60-120*(step%2))) }},
		{"scroll", func(int) { b.mouse(input.DispatchMouseEventTypeMouseWheel, 800, 400, 400) }},
		{"period", func(step int) {
			b.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`(() => { const from = document.getElementById("from"); from.value = %d; from.dispatchEvent(new Event("input")); })()`, step)))
		}},
	} {
		each := time.Hour
		for try := 0; try < 4 && each > smoothFrame; try++ { // other work slows the processor down, too
			each = min(each, b.frame(c.move))
		}
		t.Logf("%s: %v a frame", c.name, each.Round(100*time.Microsecond))
		if each > smoothFrame {
			t.Errorf("%s takes %v a frame", c.name, each)
		}
	}
	b.quiet()
}

// frame is the time of the processor that one of several movements takes.
func (b *tab) frame(move func(step int)) time.Duration {
	b.t.Helper()
	time.Sleep(time.Second) // what was before has an echo
	begin := b.processor()
	const steps = 15
	for step := range steps {
		move(step)
		time.Sleep(17 * time.Millisecond)
	}
	return (b.processor() - begin) / steps
}

// TestExplorerMouse: the map is moved, a name is moved, chosen and compared where it stands.
func TestExplorerMouse(t *testing.T) {
	b := browse(t)
	b.open(file(t, story(60)))
	const cy = `document.getElementById("canvas")._cyreg.cy`
	spot := func(k int) (x, y float64) { // the middle of the kth name on the screen
		at := value[[]float64](b, fmt.Sprintf(`(() => { const p = %s.nodes()[%d].renderedPosition(), c = document.getElementById("canvas").getBoundingClientRect(); return [c.x + p.x, c.y + p.y]; })()`, cy, k))
		return at[0], at[1]
	}
	drag := func(x, y, toX, toY float64) {
		b.mouse(input.DispatchMouseEventTypeMousePressed, x, y, 0)
		for step := range 10 {
			part := float64(step+1) / 10
			b.mouse(input.DispatchMouseEventTypeMouseMoved, x+part*(toX-x), y+part*(toY-y), 0)
		}
		b.mouse(input.DispatchMouseEventTypeMouseReleased, toX, toY, 0)
	}
	corner := value[[]float64](b, `(() => { const c = document.getElementById("canvas").getBoundingClientRect(); return [c.x + 4, c.y + 4]; })()`)
	x, y := spot(0)
	drag(corner[0], corner[1], corner[0]+60, corner[1]+40)
	if atX, atY := spot(0); max(abs(atX-x-60), abs(atY-y-40)) > 12 { // cytoscape waits a few pixels before it moves
		t.Errorf("the map was moved by %.0f, %.0f, want 60, 40", atX-x, atY-y)
	}
	x, y = spot(1)
	drag(x, y, x+50, y+30)
	if atX, atY := spot(1); max(abs(atX-x-50), abs(atY-y-30)) > 12 {
		t.Errorf("a name was moved by %.0f, %.0f, want 50, 30", atX-x, atY-y)
	}
	x, y = spot(2)
	name := value[string](b, cy+`.nodes()[2].data("name")`)
	b.mouse(input.DispatchMouseEventTypeMousePressed, x, y, 0)
	b.mouse(input.DispatchMouseEventTypeMouseReleased, x, y, 0)
	b.waitFor(fmt.Sprintf(`document.querySelector("#evidence h2")?.textContent === %q`, name))
	b.quiet()
}

func abs(x float64) float64 { return max(x, -x) }

// mouse does something with the mouse; wheel is by how much it is turned.
func (b *tab) mouse(what input.DispatchMouseEventType, x, y, wheel float64) {
	b.t.Helper()
	p := input.DispatchMouseEventParams{Type: what, X: x, Y: y, Button: "left", Buttons: 1, ClickCount: 1}
	if what == input.DispatchMouseEventTypeMouseWheel {
		p = input.DispatchMouseEventParams{Type: what, X: x, Y: y, DeltaX: 0.01, DeltaY: wheel} // the protocol takes no 0
	}
	send(b, input.DispatchMouseEvent, p)
}

// processor is the time that the page has had of the processor.
func (b *tab) processor() (took time.Duration) {
	b.t.Helper()
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		r, err := cdp.Call(ctx, t, performance.GetMetrics, cdp.Empty{})
		if err != nil {
			return err
		}
		for _, m := range r.Metrics {
			if m.Name == "TaskDuration" {
				took = time.Duration(m.Value * float64(time.Second))
			}
		}
		return nil
	}))
	return took
}
