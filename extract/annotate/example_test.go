package annotate_test

import (
	"os"

	"dateline/extract"
	"dateline/extract/annotate"
)

func ExampleFormat_Write() {
	d := &extract.Document{ID: "visit", Title: "A visit", Text: "Ada Berg flew to Rome on Friday."}
	f, _ := annotate.Find("text")
	_ = f.Write(os.Stdout, d)
	// Output:
	// {"id":"visit","origin":"","title":"A visit","published":"","text":"Ada Berg flew to Rome on Friday."}
}
