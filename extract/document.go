// Package extract is the vocabulary of reading: the Document that every stage works on, the spans and layers in it,
// and the Pipeline that runs the stages. The stages live in the folders below; they meet in the Document and never
// import each other. Only assemble.go crosses the border from words about a text to words about the world.
package extract

import (
	"strings"

	"dateline/graph"
)

// Span is a stretch of bytes of Document.Text, half open, on rune borders.
type Span struct{ Start, End int }

// Range is a stretch of tokens of Document.Tokens, half open, inside one sentence.
type Range struct{ From, To int }

// Len is the number of tokens.
func (r Range) Len() int { return r.To - r.From }

// Has tells whether token i lies in r.
func (r Range) Has(i int) bool { return r.From <= i && i < r.To }

// Document is one article on its way through the stages. Each layer is filled by one stage and then only read.
type Document struct {
	ID, Origin, Title, Publisher string
	// Text is the cleaned article, valid UTF-8, never changed after ingest. Offsets count its bytes.
	Text string
	// Published is the publication date, the zero Time where unknown; PublishedFrom says where it was found:
	// metadata, text, url, inferred, given or unknown.
	Published     graph.Time
	PublishedFrom string
	// PublishedWhy is the reason where Published is inferred, in words; empty otherwise.
	PublishedWhy string
	// Known are the dates that the user gives for named events; set before reading.
	Known []graph.KnownDate
	// Place is the dateline's place as written ("ANTALYA, Turkey"), empty if there is none.
	Place string
	// Skipped lists what ingest left out of Text as not being part of the article.
	Skipped []Skip

	// Paragraphs are the blocks of Text, sorted, without overlap. White space inside one, line feeds too, is only
	// space between words: a sentence never crosses a paragraph's end.
	Paragraphs []Paragraph
	Tokens     []Token    // sorted, without overlap
	Sentences  []Sentence // sorted; together they hold all tokens
	Mentions   []Mention  // sorted by At.From, then longer first
	Times      []Timex    // sorted by At.From, without overlap
	Clauses    []Clause   // sorted by Head
	Events     []Event    // sorted by Head
	Asides     []Event    // what is told by the way: states, habits, mere sayings; no line of a timeline; sorted by Head
	Relations  []Relation // states that last, between mentions
	Links      []Link     // ties between events
}

// Skip is a stretch that ingest left out.
type Skip struct {
	Line   int    // in the input, from 1; 0 where lines mean nothing
	Text   string // its beginning
	Reason string // such as "subscription offer"
}

// Paragraph is one block of the text.
type Paragraph struct {
	Span
	Kind ParagraphKind
}

// ParagraphKind is what a block is in the article.
type ParagraphKind uint8

// The kinds of paragraphs.
const (
	Body    ParagraphKind = iota
	Heading               // headline or crosshead: no full sentence expected
	Item                  // entry of a list
	Caption               // of a picture
)

// Token is a syntactic word in the sense of Universal Dependencies. Its text is Text[Start:End].
type Token struct {
	Span
	// Joined says that the word continues the one before it inside a multiword token ("do" + "n't").
	Joined bool
	UPOS   string // universal part of speech: NOUN
	XPOS   string // Penn Treebank tag: NNS
	Lemma  string
	Feats  string // "Number=Plur|…", may be empty
	Head   int    // index of the governing token in Tokens, -1 = root of its sentence
	Rel    string // UD relation to Head, with subtype: nsubj:pass
}

// Sentence is a run of tokens; its Span is from the first token's start to the last one's end.
type Sentence struct {
	Range
	Span
}

// Form is how a mention names its thing.
type Form string

// The forms of mentions.
const (
	Name    Form = "name"
	Nominal Form = "nominal"
	Pronoun Form = "pronoun"
)

// Mention is a place in the text where someone or something is named.
type Mention struct {
	At   Range
	Head int // token
	Kind graph.Kind
	Form Form
	// Name is the best name of the thing as far as this stage knows: title split off, acronym spelled out.
	Name string
	// Also is another name that identifies the thing, though none of its mentions is written so: "Lord Falconer" of a
	// Charlie Falconer who is once called Lord. Empty if there is none.
	Also string
	// Title is the title, office or honorific that stands with the name ("President", "US Secretary of State").
	Title string
	// Known is the lexicon's ID of the thing ("place/russia"), empty if the lexicon does not know it.
	Known string
	// Wikidata is the item of what Known names, "Q30", empty where the lexicon has none.
	Wikidata string
	// Sort is what sort of thing Known is, as the lexicon says: "country", "party", "media"; empty where it does not.
	Sort string
	// Holds are the places whose names stand inside this one, nil if there are none: "University of Cambridge" holds
	// Cambridge.
	Holds []Held
	// Told is what the titles of the person tell: the gender of Mrs, the country of an office of state. Pronouns tell
	// nothing here: who they stand for is a guess.
	Told graph.Trait
	// Local says that the name means its thing within this article only: "City", "Union".
	Local bool
	// Stands is the lexicon's ID of what a seat of power stands for where it acts: place/russia for the Kremlin, or for
	// the Moscow that said something. The two are tied, never made one.
	Stands string
	// Same is the index of the first mention of the same thing; a mention that is the first names itself.
	Same int
	// Members are the indices of the mentions that a plural stands for ("the two leaders"), nil otherwise.
	Members []int
	Gender  byte    // 'm', 'f', 'n' (thing), 'p' (plural), 0 unknown
	Score   float64 // 0…1
	By      string  // rule or model that made it, and the rule that tied it
}

// Held is a name inside another.
type Held struct {
	At    Range
	Known string // the lexicon's ID
}

// Adjectival is what Mention.By says of a country's adjective that stands before a noun: "Russian" in "Russian jets".
const Adjectival = "names/adjective"

// SameName is what Mention.By says of a name that has been written so before.
const SameName = "coref/same name"

// Names tells whether m names its thing: by a name, or by the adjective of a country.
func (m *Mention) Names() bool { return m.Form == Name || m.By == Adjectival }

// Timex is a time expression with its value after TIMEX3 (TimeML 1.2.1).
type Timex struct {
	At    Range
	Type  string // DATE, TIME, DURATION or SET
	Value string // 2015-W40, P3D, PAST_REF; XXXX-10 where there is no anchor
	Mod   string // APPROX, START, BEFORE …, empty if none
	// When is the days it may mean; zero for sets, for durations that hang on no date ("four-year") and where there is
	// no anchor. "The past two years" is a duration whose When is a Stretch that ends at its anchor.
	When graph.Time
	// Before and After tell how the expression bounds what it is tied to: "since September" has After set (what is
	// told began then or later and lasts), "until Friday" has Before set. The preposition is not part of At.
	Before, After bool
	// Borrowed is set for a time of day whose own day is not said ("at 9 am"): When is of the day said last, otherwise
	// of that of the publication.
	Borrowed bool
	// Until is the index in Times of the expression that ends the range which this one begins ("from 3 to 5 May" is two
	// expressions), 0 where there is none: the last one of a range is never the first of all.
	Until  int
	Rule   string // file:line or name of the rule that made the value
	Reason string // in words: "Friday before the publication date 2015-11-16"
}

// Argument is one slot of a clause.
type Argument struct {
	// Slot is subject, object, indirect, agent (by-phrase of a passive), complement, oblique, or clause.
	Slot string
	Case string // preposition or mark, lower case: "in", "because of"; empty if none
	At   Range  // the whole phrase without its preposition; minimal: no trailing clause
	Head int    // token
	// Clause is the index of the clause that fills the slot, -1 for a phrase.
	Clause int
}

// Clause is one predicate with what depends on it.
type Clause struct {
	Predicate Range  // the verb group or noun as written
	Head      int    // its head token
	Lemma     string // of the head, with particle: "call off"
	Kind      string // verb, copula, noun
	Args      []Argument
	Sentence  int    // index in Sentences
	Parent    int    // index of the governing clause, -1 if none
	Link      string // how it hangs on Parent: ccomp, xcomp, advcl, acl:relcl, conj, parataxis
	Mark      string // conjunction or preposition that introduces it: "after", "that", "if"
	Tense     string // past, present, future, none
	Perfect   bool   // have + participle
	Progress  bool   // be + -ing
	Passive   bool
	Negated   bool
	Modal     string // lemma of the modal or "" : may, will, would
	Quoted    bool   // inside quotation marks
	// Status tells whether what the clause says happened, as far as the article says.
	Status graph.Status
	Cue    Range // the word that decided the status ("not", "may", "failed"); empty where nothing speaks against what is told
	// Fact is how likely a reader takes it that this happened or is so, 0…1, whatever the Status.
	Fact float64
	Said []Said // who says so, nearest first; nil where the article itself does
	By   string
}

// Verb is the first word of the lemma, without particle or noun: "call" of "call off", "hold" of "hold talk".
func (c *Clause) Verb() string {
	verb, _, _ := strings.Cut(c.Lemma, " ")
	return verb
}

// EventRole is one participant of an Event.
type EventRole struct {
	Name    string // as graph.Role.Name
	At      Range
	Mention int    // index in Mentions, -1 if the words name no entity
	Text    string // the words, white space folded
}

// Event is one thing told by the article.
type Event struct {
	At       Range // the trigger
	Head     int
	Clause   int // index in Clauses
	Sentence int
	Type     string // PLOVER category or one of our own, empty where no rule knows it
	graph.Code
	Lemma       string
	Label       string
	Short       string // what happened in a word or two, in the past: "held talks"
	Status      graph.Status
	Cue         Range   // as Clause.Cue
	Fact        float64 // as Clause.Fact
	Roles       []EventRole
	When        graph.When
	Place       int // index in Mentions, -1 if none
	Attribution []Said
	Quantities  []graph.Quantity
	By          string
	Score       float64
}

// Said is one source of an event's claim.
type Said struct {
	Mention int // index in Mentions, -1 if the source names no entity
	Text    string
	Verb    string
	At      Range // the words that name the source; they may stand in another sentence
	Cue     int   // token of the word that says so: the verb, or the first one of "according to"
}

// Relation is a state that lasts, between two mentions: office, membership, seat.
type Relation struct {
	Type     string // head-of, member-of, located-in, spouse-of …
	From, To int    // indices in Mentions
	At       Range  // the words that say so
	When     graph.When
	By       string
}

// Link ties two events of the article: before, causes, part-of.
type Link struct {
	Type     string
	From, To int // indices in Events
	By       string
}

// Told is the time for which the article tells a state: the day it came out, or, of what it says is past, until then;
// nothing where that day is not known.
func (d *Document) Told(past bool) graph.When {
	switch {
	case !d.Published.Known() || d.Published.Open():
		return graph.When{}
	case past:
		return graph.When{Time: graph.Until(d.Published), Reason: "said to be over when the article came out"}
	}
	return graph.When{Time: d.Published, Reason: "said when the article came out"}
}

// Word is the text of token i.
func (d *Document) Word(i int) string { t := d.Tokens[i]; return d.Text[t.Start:t.End] }

// Span is the bytes that r covers; the zero Span if r is empty.
func (d *Document) Span(r Range) Span {
	if r.From >= r.To {
		return Span{}
	}
	return Span{d.Tokens[r.From].Start, d.Tokens[r.To-1].End}
}

// String is the text that r covers, with each run of white space folded into one blank.
func (d *Document) String(r Range) string {
	s := d.Span(r)
	return Fold(d.Text[s.Start:s.End])
}

// SentenceOf is the index of the sentence that holds token i, -1 if there is none.
func (d *Document) SentenceOf(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		if m := (lo + hi) / 2; d.Sentences[m].To <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(d.Sentences) && d.Sentences[lo].Has(i) {
		return lo
	}
	return -1
}

// Fold replaces each run of white space by one blank and trims the ends.
func Fold(s string) string {
	if folded(s) {
		return strings.Clone(s) // a part of Text would hold on to the whole of it
	}
	return strings.Join(strings.Fields(s), " ")
}

// folded tells whether s surely has no white space but single blanks between words.
func folded(s string) bool {
	last := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c == ' ' && last == ' ' || c == 0xc2 || c == 0xe2 || c == 0xe1 || c == 0xe3 {
			return false // a control character, two blanks, or what may begin another kind of space
		}
		last = c
	}
	return last != ' ' || s == ""
}
