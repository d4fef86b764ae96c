package annotate

import (
	"bufio"

	"dateline/extract"
)

func writeText(w *bufio.Writer, d *extract.Document) error {
	return line(w, struct {
		ID        string `json:"id"`
		Origin    string `json:"origin"`
		Title     string `json:"title"`
		Published string `json:"published"`
		Text      string `json:"text"`
	}{d.ID, d.Origin, d.Title, boundsOf(d.Published).EDTF, d.Text})
}
