package names

import "dateline/extract"

// recased is a copy of a sample as careless people write: two sentences in three all in small letters, every third all in
// capitals. Only ASCII letters change, so that all spans stay.
func recased(s Sample) Sample {
	text := []byte(s.Doc.Text)
	for k, sent := range s.Doc.Sentences {
		if sent.Len() == 0 {
			continue
		}
		from, to := s.Doc.Tokens[sent.From].Start, s.Doc.Tokens[sent.To-1].End
		for i := from; i < to; i++ {
			switch c := text[i]; {
			case k%3 < 2 && 'A' <= c && c <= 'Z':
				text[i] = c + 'a' - 'A'
			case k%3 == 2 && 'a' <= c && c <= 'z':
				text[i] = c - 'a' + 'A'
			}
		}
	}
	d := *s.Doc
	d.Text = string(text)
	d.Tokens = append([]extract.Token(nil), d.Tokens...)
	s.Doc, s.Times = &d, 1
	return s
}
