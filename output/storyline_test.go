package output

import (
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/graph"
)

// TestStorylineOrder: scenes in the order of time, lanes of main actors alone, each lane as long as its actor takes part.
func TestStorylineOrder(t *testing.T) {
	s := newStoryline(autumn(t), Options{})
	if len(s.Lanes) == 0 || len(s.Lanes) > readableLanes || len(s.Scenes) == 0 || len(s.Scenes) > readableScenes {
		t.Fatalf("%d lanes, %d scenes", len(s.Lanes), len(s.Scenes))
	}
	if !slices.IsSortedFunc(s.Scenes, compareScenes) {
		t.Error("scenes are not in order")
	}
	for i, l := range s.Lanes {
		if l.at != i || !slices.Contains(s.Scenes[l.First].Lanes, l) || !slices.Contains(s.Scenes[l.Last].Lanes, l) {
			t.Errorf("lane %d: %+v", i, l)
		}
	}
	for _, c := range s.Scenes {
		if len(c.Lanes) == 0 || !c.Event.When.Time.Known() {
			t.Errorf("scene %s", c.Event.ID)
		}
	}
}

// TestStorylineLanes: two who meet often stand beside each other, whoever is heavier.
func TestStorylineLanes(t *testing.T) {
	var pairs [][2]int
	for range 6 {
		pairs = append(pairs, [2]int{0, 3}, [2]int{1, 2})
	}
	pairs = append(pairs, [2]int{0, 4}, [2]int{1, 4}, [2]int{2, 5})
	at := map[string]int{}
	for i, l := range newStoryline(shape(6, pairs), Options{}).Lanes {
		at[l.Entity.ID] = i
	}
	for _, pair := range [][2]string{{"person/00000", "person/00003"}, {"person/00001", "person/00002"}} {
		if d := at[pair[0]] - at[pair[1]]; d != 1 && d != -1 {
			t.Errorf("%v are %d lanes apart", pair, d)
		}
	}
}

// TestStorylineRoom: no text reaches over the border of the picture, no two labels on the same line meet, whatever the articles say.
func TestStorylineRoom(t *testing.T) {
	for name, g := range map[string]*graph.Graph{"autumn": autumn(t), "hostile": attacked(t, hostile), "nothing": {}, "crowd": shape(60, crowd())} {
		s := newStoryline(g, Options{})
		text := s.draw()
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		var w, h float64
		fmt.Sscanf(text[strings.Index(text, "viewBox=")+9:], "0 0 %f %f", &w, &h)
		for _, m := range regexp.MustCompile(`translate\(([-\d.]+) ([-\d.]+)\) rotate\(([-\d.]+)\)"><text[^>]* textLength="([\d.]+)"`).FindAllStringSubmatch(text, -1) {
			x, y, angle, long := number64(t, m[1]), number64(t, m[2]), number64(t, m[3])*math.Pi/180, number64(t, m[4])
			if ex, ey := x+long*math.Cos(angle), y+long*math.Sin(angle); ex > w || ey < 0 || ey > h || x < 0 {
				t.Errorf("%s: a label reaches %.0f,%.0f of %.0f,%.0f", name, ex, ey, w, h)
			}
		}
		if between := sceneGap * math.Sin(slant*math.Pi/180); between < sceneText*1.2 {
			t.Errorf("slanted labels are %.1f apart", between)
		}
	}
}

func number64(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// crowd is many events between many people.
func crowd() (pairs [][2]int) {
	for i := range 400 {
		pairs = append(pairs, [2]int{i % 60, (i*7 + 3) % 60})
	}
	return pairs
}
