package graph

import (
	"reflect"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// filled sets every field below v, each to something of its own, with n in each list.
func filled(v reflect.Value, next *int) {
	*next++
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			filled(v.Field(i), next)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		filled(v.Index(0), next)
	case reflect.String:
		v.SetString("s" + strconv.Itoa(*next))
	case reflect.Int:
		v.SetInt(int64(-*next))
	case reflect.Uint8:
		v.SetUint(uint64(*next % 200))
	case reflect.Float64:
		v.SetFloat(float64(*next) + 0.1)
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic(v.Kind())
	}
}

// TestPackKeepsAll fails when a field was added to a type of Graph and packer does not know it.
func TestPackKeepsAll(t *testing.T) {
	var g Graph
	n := 0
	filled(reflect.ValueOf(&g).Elem(), &n)
	read, ok := unpack(pack(&g))
	if diff := cmp.Diff(&g, read); !ok || diff != "" {
		t.Errorf("%v: add the field to pack.go:\n%s", ok, diff)
	}
}

func TestPackLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := anyArticle().Draw(t, "article")
		read, ok := unpack(pack(g))
		if diff := cmp.Diff(Merge(g), Merge(read)); !ok || diff != "" {
			t.Fatal(diff)
		}
	})
}

// FuzzUnpack: whatever the bytes, no panic, and no more memory than they pay for.
func FuzzUnpack(f *testing.F) {
	f.Add(pack(articleOf("1", "Anna|meet|Bela|2015-11-15|in the hall")))
	f.Add("")
	f.Fuzz(func(t *testing.T, packed string) {
		if g, ok := unpack(packed); ok {
			if again, ok := unpack(pack(g)); !ok || !reflect.DeepEqual(g, again) {
				t.Error("not what was read")
			}
		}
	})
}
