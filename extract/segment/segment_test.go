package segment_test

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/segment"
)

func open(t testing.TB) extract.Stage {
	s, err := segment.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	return s.Stage()
}

// read runs the stage and shows tokens divided by blanks, joined ones by a bar, sentences by line feeds.
func read(t testing.TB, stage extract.Stage, text string) string {
	d := &extract.Document{Text: text}
	if err := stage.Run(d); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i, s := range d.Sentences {
		if i > 0 {
			b.WriteByte('\n')
		}
		for k := s.From; k < s.To; k++ {
			if d.Tokens[k].Joined {
				b.WriteByte('|')
			} else if k > s.From {
				b.WriteByte(' ')
			}
			b.WriteString(d.Word(k))
		}
	}
	return b.String()
}

// TestTokens shows how single words are divided.
func TestTokens(t *testing.T) {
	stage := open(t)
	for _, c := range []struct{ text, want string }{
		{"don't", "do|n't"}, {"DON’T", "DO|N’T"}, {"cannot", "can|not"}, {"it's", "it|'s"}, {"we'll", "we|'ll"},
		{"gonna", "gon|na"}, {"Ankara's", "Ankara|'s"}, {"leaders' talks", "leaders|' talks"},
		{"the 'old rules' of war", "the ' old rules ' of war"},
		{"O'Reilly d'état", "O'Reilly d'état"}, {"the 1990's", "the 1990's"}, {"Channel 4's", "Channel 4|'s"}, {"class of '72", "class of '72"},
		{"war-torn", "war - torn"}, {"anti-American", "anti-American"}, {"mid-1980s", "mid-1980s"}, {"al-Assad", "al - Assad"}, {"UN-backed", "UN - backed"},
		{"2011-2015", "2011 - 2015"}, {"555-867-5309", "555-867-5309"}, {"867-5309", "867-5309"},
		{"$25bn", "$ 25 bn"}, {"US$4.5 million", "US$ 4.5 million"}, {"£30,000", "£ 30,000"}, {"58%", "58 %"}, {"13,14", "13 , 14"},
		{"5pm", "5 pm"}, {"2010Paris", "2010 Paris"}, {"2010s", "2010s"}, {"2010IX", "2010IX"}, {"11:30", "11:30"}, {"20th", "20th"}, {"9/11", "9/11"}, {"11/28/2015", "11/28/2015"}, {"and/or", "and / or"}, {"1/2", "1 / 2"},
		{"U.S. troops", "U.S. troops"}, {"Mr. Cole", "Mr. Cole"}, {"George W. Hill", "George W. Hill"}, {"at 5 p.m. on", "at 5 p.m. on"},
		{"e.g. Rome", "e.g. Rome"}, {"well ... no", "well ... no"}, {"what?!", "what ?!"}, {"now—then", "now — then"}, {"a -- b", "a -- b"},
		{"see http://example.com/a?b=1, please", "see http://example.com/a?b=1 , please"}, {"write to a.b@example.org.", "write to a.b@example.org ."},
		{"www.example.com)", "www.example.com )"}, {"on example.com today", "on example.com today"},
		{"its not new", "it|s not new"}, {"its end", "its end"}, {"its so-called end", "its so - called end"}, {"Lets go", "Let|s go"}, {"alot", "a|lot"},
		{"the dog`s bone", "the dog|`s bone"}, {"3-5213", "3-5213"}, {"10115-0044", "10115-0044"}, {"505/555-0144", "505/555-0144"}, {"call +1 505", "call +1 505"},
		{"write <k.o...@example.org>", "write < k.o...@example.org >"}, {"rec.arts.books", "rec.arts.books"}, {"on irc.example.net", "on irc.example.net"},
		{"see minutes-2.pdf", "see minutes-2.pdf"}, {"(draft .doc)", "( draft .doc )"}, {"the end.the start", "the end .\nthe start"}, {"a 4G phone", "a 4G phone"}, {"the $$$", "the $$$"}, {"---===---", "---===---"},
		{"Wed. Sept. 20", "Wed. Sept. 20"}, {"(c. 1880)", "( c. 1880 )"}, {"Acme Inc..", "Acme Inc. ."}, {"etc..", "etc .."},
		{"AT&T", "AT&T"}, {"@mayor #vote", "@mayor #vote"}, {"“Yes,” he", "“ Yes , ” he"}, {"(\"No\")", "( \" No \" )"},
	} {
		if got := read(t, stage, c.text); got != c.want {
			t.Errorf("%q became %q, want %q", c.text, got, c.want)
		}
	}
}

// TestSentences shows where sentences end.
func TestSentences(t *testing.T) {
	stage := open(t)
	for _, c := range []struct{ text, want string }{
		{"The ministers met. They agreed on little.", "The ministers met .\nThey agreed on little ."},
		{"Mr. Cole met Dr. Hill in the U.S. on Jan. 5. It rained.", "Mr. Cole met Dr. Hill in the U.S. on Jan. 5 .\nIt rained ."},
		{"\"We will go,\" she said. \"We will win.\" Then she left.", "\" We will go , \" she said .\n\" We will win . \"\nThen she left ."},
		{"Prices rose 3.5 percent. Sales fell.", "Prices rose 3.5 percent .\nSales fell ."},
		{"He works for Acme Inc.\n\nShe does not.", "He works for Acme Inc .\nShe does not ."},
		{"It said so in The Sun. He lives in the U.S.", "It said so in The Sun .\nHe lives in the U.S."},
		{"Where they sat. Then she said no. They left No. 10.", "Where they sat .\nThen she said no .\nThey left No. 10 ."},
		{"Troops crossed the\nborder on Friday.", "Troops crossed the border on Friday ."},
		{"The vote begins at 9 a.m. Monday in Paris. She left at 5 p.m. Nobody came.", "The vote begins at 9 a.m. Monday in Paris .\nShe left at 5 p.m .\nNobody came ."},
		{"Who knew? Nobody did!", "Who knew ?\nNobody did !"},
		{"Harbour strike ends\n\nWorkers returned.", "Harbour strike ends\nWorkers returned ."},
	} {
		if got := read(t, stage, c.text); got != c.want {
			t.Errorf("%q became\n%s\nwant\n%s", c.text, got, c.want)
		}
	}
}

// check fails unless tokens are in order, on rune borders, without white space, cover all else, and fill the sentences.
func check(t interface{ Fatalf(string, ...any) }, d *extract.Document) {
	at, n := 0, 0
	for i, w := range d.Tokens {
		if w.Start < at || w.End <= w.Start || w.End > len(d.Text) || w.Joined && w.Start != at {
			t.Fatalf("token %d has span %v after %d", i, w.Span, at)
		}
		if strings.TrimSpace(d.Text[at:w.Start]) != "" || strings.ContainsFunc(d.Text[w.Start:w.End], unicode.IsSpace) {
			t.Fatalf("token %d: %q, before it %q", i, d.Text[w.Start:w.End], d.Text[at:w.Start])
		}
		if !utf8.RuneStart(d.Text[w.Start]) || w.End < len(d.Text) && !utf8.RuneStart(d.Text[w.End]) {
			t.Fatalf("token %d cuts a rune: %v", i, w.Span)
		}
		at = w.End
	}
	if strings.TrimSpace(d.Text[at:]) != "" {
		t.Fatalf("%q is in no token", d.Text[at:])
	}
	for _, s := range d.Sentences {
		if s.From != n || s.To <= s.From || s.To-s.From > segment.LongestSentence+1 ||
			s.Start != d.Tokens[s.From].Start || s.End != d.Tokens[s.To-1].End || d.Tokens[s.From].Joined {
			t.Fatalf("sentence %v after %d tokens", s, n)
		}
		n = s.To
	}
	if n != len(d.Tokens) {
		t.Fatalf("sentences hold %d of %d tokens", n, len(d.Tokens))
	}
}

// TestCover checks that every byte that is not space lies in a token and every token in a sentence, for any text.
func TestCover(t *testing.T) {
	stage := open(t)
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		" ", "\n\n", ".", "...", "…", "'", "’", "“", "\"", "(", ":)", "-", "--", "–", "/", "@", "#", "$", "%", "1", "1,000", "3.5", "U.S.",
		"Mr.", "a", "Ankara", "don't", "cannot", "anti-", "http://", "www.", "a@b.c", "é", "日本", "\u200b", "etc.", "s'", "'s", "'72", "&",
	}))
	rapid.Check(t, func(t *rapid.T) {
		d := &extract.Document{Text: strings.ToValidUTF8(strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), ""), "")}
		if err := stage.Run(d); err != nil {
			t.Fatal(err)
		}
		check(t, d)
	})
}

func FuzzSegment(f *testing.F) {
	stage := open(f)
	f.Add("Mr. O'Neill can't pay $5.50/day... (see www.example.com).")
	f.Add("“No,” he said—twice. 1990's '72 anti-war 555-867-5309 a@b.c")
	f.Fuzz(func(t *testing.T, text string) {
		d := &extract.Document{Text: strings.ToValidUTF8(text, "?")}
		if err := stage.Run(d); err != nil {
			t.Fatal(err)
		}
		check(t, d)
	})
}

// TestHostile checks that text made to be slow is not: each takes a fraction of a second, not minutes.
func TestHostile(t *testing.T) {
	stage := open(t)
	size := 1_000_000
	if testing.Short() {
		size = 100_000 // as with -race, which is slow
	}
	for _, piece := range []string{
		"a", "word ", "1", "1,", "a-", "1-", "'", "s'", "s' ", "(", ":", ".", "a.", "a/", "@a", "http://", "a'", "www.a", "…", "é", "x' ", "\n\n", "&a", "U.S.", "a@", "<a", "bc.", "-=", "its a ",
	} {
		d := &extract.Document{Text: strings.Repeat(piece, size/len(piece))}
		start := time.Now()
		if err := stage.Run(d); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%d bytes of %q took %v", size, piece, took)
		}
		check(t, d)
	}
}

// TestParagraphs checks that nothing outside the given paragraphs is read and no sentence crosses their ends.
func TestParagraphs(t *testing.T) {
	d := &extract.Document{Text: "Left out. One here two there left out"}
	d.Paragraphs = []extract.Paragraph{{Span: extract.Span{Start: 10, End: 18}}, {Span: extract.Span{Start: 19, End: 28}}}
	if err := open(t).Run(d); err != nil {
		t.Fatal(err)
	}
	if len(d.Sentences) != 2 || d.Word(0) != "One" || d.Word(3) != "there" || len(d.Tokens) != 4 {
		t.Errorf("tokens %v, sentences %v", d.Tokens, d.Sentences)
	}
}

// TestAllocations checks that dividing a text again into the same Document needs no memory per token.
func TestAllocations(t *testing.T) {
	if testing.Short() {
		t.Skip("with -race, which goes with -short, a sync.Pool forgets now and then")
	}
	stage := open(t)
	d := &extract.Document{Text: strings.Repeat("The leaders' talks didn't end in Ankara, he said. ", 50)}
	d.Paragraphs = []extract.Paragraph{{Span: extract.Span{Start: 0, End: len(d.Text)}}}
	n := testing.AllocsPerRun(10, func() {
		d.Tokens, d.Sentences = d.Tokens[:0], d.Sentences[:0]
		stage.Run(d)
	})
	if n > 5 {
		t.Errorf("%v allocations for %d tokens", n, len(d.Tokens))
	}
}

func BenchmarkSegment(b *testing.B) {
	stage := open(b)
	text := strings.Repeat("The leaders' talks didn't end in Ankara, Mr. Hill said on Jan. 5. \"It's over,\" he added. ", 100)
	d := &extract.Document{Text: text}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d.Tokens, d.Sentences = d.Tokens[:0], d.Sentences[:0]
		stage.Run(d)
	}
}
