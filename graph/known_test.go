package graph

import (
	"strings"
	"testing"
)

func TestReadKnown(t *testing.T) {
	got, err := ReadKnown("dates.yaml", strings.NewReader("# mine\nParis attacks: 2015-11-13\nG20  summit: 2015-11-15/2015-11-16\nFall of Rome: \"0476\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := Date{2015, 11, 13}
	want := []KnownDate{{"Paris attacks", DayOf(d), "dates.yaml:2"}, {"G20 summit", StretchOf(d.AddDays(2), d.AddDays(3)), "dates.yaml:3"},
		{"Fall of Rome", YearOf(476), "dates.yaml:4"}}
	if len(got) != len(want) {
		t.Fatalf("got %v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %+v, want %+v", got[i], want[i])
		}
	}
}

func TestReadKnownFaults(t *testing.T) {
	for in, want := range map[string]string{
		"":                            "",
		"- a\n":                       "1:1: names with dates",
		"a: 2015-02-31\n":             `1:4: "2015-02-31" is not a time in EDTF`,
		"a: 2015\nb: never\nc: [1]\n": "3:4: a date should stand here",
		"Paris attacks: 2015\nparis attacks: 2016\n": `2:1: "paris attacks" stands here twice`,
		"a: 2015/..\n":    "1:4: 2015/.. has no end",
		"a: 2015: 2016\n": "1:",
		"a:\n":            "a date should stand here",
	} {
		_, err := ReadKnown("k.yaml", strings.NewReader(in))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q gives %v, want %q", in, err, want)
		}
	}
}

func FuzzReadKnown(f *testing.F) {
	f.Add("Paris attacks: 2015-11-13\n")
	f.Add("a: &x 2015\nb: *x\n")
	f.Fuzz(func(t *testing.T, s string) {
		list, err := ReadKnown("k", strings.NewReader(s))
		for _, k := range list {
			if err != nil || k.Name == "" || !k.When.Valid() || k.When.Open() || !k.When.Known() {
				t.Fatalf("%q gives %+v and %v", s, k, err)
			}
		}
	})
}
