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

// smoothFrame is what one movement may take of the processor in the page: twenty a second, on the slow machine of a
// test that has no graphics processor. Time on the clock would tell more of what else the machine does.
const smoothFrame = 50 * time.Millisecond

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
			b.mouse(input.DispatchMouseEventTypeMouseMoved, 30+float64(4*step), 600-float64(3*step), 0)
		}},
		{"zoom", func(step int) { b.mouse(input.DispatchMouseEventTypeMouseWheel, 300, 400, float64(60-120*(step%2))) }},
		{"scroll", func(int) { b.mouse(input.DispatchMouseEventTypeMouseWheel, 800, 400, 400) }},
		{"period", func(step int) {
			b.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`(() => { const from = document.getElementById("from"); from.value = %d; from.dispatchEvent(new Event("input")); })()`, step)))
		}},
	} {
		if c.name == "move" {
			b.mouse(input.DispatchMouseEventTypeMousePressed, 30, 600, 0)
		}
		time.Sleep(time.Second) // what was before has an echo
		begin := b.processor()
		const steps = 15
		for step := range steps {
			c.move(step)
			time.Sleep(17 * time.Millisecond)
		}
		each := (b.processor() - begin) / steps
		t.Logf("%s: %v a frame", c.name, each.Round(100*time.Microsecond))
		if each > smoothFrame {
			t.Errorf("%s takes %v a frame", c.name, each)
		}
		if c.name == "move" {
			b.mouse(input.DispatchMouseEventTypeMouseReleased, 200, 480, 0)
		}
	}
	b.quiet()
}

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
