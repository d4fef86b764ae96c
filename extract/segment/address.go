package segment

import (
	"strings"
	"unicode/utf8"

	"dateline/extract/linear"
)

// address is where an address of the web, a mail address or the name of a file ends that begins at s.at, s.at if none does.
func (s *scanner) address() int {
	end := min(s.end, s.at+longest)
	word := s.text[s.at:end]
	web := strings.Contains(word[:min(len(word), 12)], "://") || len(word) > 4 && strings.EqualFold(word[:4], "www.")
	at := strings.IndexByte(word, '@')
	mail := at > 0 && at+1 < len(word) && isWordByte(word[at+1])
	for end > s.at && strings.IndexByte(".,;:!?'\")]}>", s.text[end-1]) >= 0 {
		end--
	}
	if !web && !mail {
		return s.dotted(end)
	}
	if !web {
		if cut := strings.IndexAny(s.text[s.at:end], "<>()[]\",;"); cut >= 0 {
			if cut < at {
				return s.at
			}
			end = s.at + cut
		}
	}
	for end < s.end && !utf8.RuneStart(s.text[end]) {
		end--
	}
	return end
}

// dotted is end if what stands before it is the name of a host, a newsgroup or a file: host.example.com, rec.arts.books,
// report-2.pdf; s.at if it is not. Of two words with a stop between them that stands inside a word decides.
func (s *scanner) dotted(end int) int {
	stops, signs, capitals := 0, 0, false
	label := s.at // begin of the one under way
	for i := s.at; i < end; i++ {
		switch c := s.text[i]; {
		case c == '.':
			if i < label+2 {
				return s.at
			}
			stops, label = stops+1, i+1
		case c == '-' || c == '#' || c == '~' || c == '_':
			signs++
		case isUpper(c):
			capitals = true
		case !isWordByte(c):
			return s.at
		}
	}
	if stops == 0 || stops == 1 && signs == 0 {
		return s.at
	}
	s.buf = linear.Fold(s.buf[:0], s.text[label:end])
	if s.is(s.buf, site|file) || stops > 1 && (s.is(s.buf, host) || !capitals && (signs == 0 || stops > 2) && !isDigit(s.text[s.at])) {
		return end
	}
	return s.at
}
