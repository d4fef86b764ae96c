// Package graph is what dateline remembers: the sources it read, the entities and events they tell of, and the
// relations between them, each fact with the bytes it was read from.
//
// An article is read into a small Graph, and many Graphs merge into a Graph. There is no second result type and no
// builder with state: the same Merge serves two articles, a folder, and an update of yesterday's file. The package
// knows nothing of text processing and nothing of drawing.
//
// The way of a graph: Merge makes one of many by keys alone; Unify, once, makes one what is told in other words, marks
// copies and contradictions; Order numbers the events; Select and Trim take a part, NewNetwork shows who has to do with
// whom; EncodeYAML, EncodeJSON and Read carry it to files and back. Check says whether all promises hold.
package graph

// Graph is all that is known. Its lists are sorted by ID and hold no ID twice; every ID that one of them names
// exists in it. Check says whether that holds.
type Graph struct {
	Sources   []Source   `json:"sources" yaml:"sources"`
	Entities  []Entity   `json:"entities" yaml:"entities"`
	Events    []Event    `json:"events" yaml:"events"`
	Relations []Relation `json:"relations" yaml:"relations"`
}

// Source is one article that was read.
type Source struct {
	// ID names the article within the graph: file name without its ending, or the id field of its record.
	ID        string `json:"id" yaml:"id"`
	Title     string `json:"title" yaml:"title"`
	Origin    string `json:"origin" yaml:"origin"` // path or address it came from
	Publisher string `json:"publisher" yaml:"publisher"`
	// Published is the publication date; the zero Time where it is not known.
	Published Time `json:"published" yaml:"published"`
	// PublishedFrom tells where Published was found: metadata, text, url, inferred, given or unknown.
	PublishedFrom string `json:"publishedFrom" yaml:"publishedFrom"`
	// PublishedWhy is the reason for a Published that is inferred, in words; empty otherwise.
	PublishedWhy string `json:"publishedWhy,omitempty" yaml:"publishedWhy,omitempty"`
	// Hash is "sha256:" and the hex digest of Text.
	Hash string `json:"hash" yaml:"hash"`
	// CopyOf is the ID of an earlier source of which this is a near copy, empty if it stands on its own. Set by Unify.
	CopyOf string `json:"copyOf,omitempty" yaml:"copyOf,omitempty"`
	// Text is the cleaned article, UTF-8; all offsets of Evidence count bytes of it.
	Text string `json:"text,omitempty" yaml:"text,omitempty"`
}

// PublishedInferred is what PublishedFrom says of bounds that were worked out, never found.
const PublishedInferred = "inferred"

// Span is a stretch of bytes of a source's text, half open.
type Span struct {
	Start int `json:"start" yaml:"start"`
	End   int `json:"end" yaml:"end"`
}

// Evidence leads a fact back to the words it was read from.
type Evidence struct {
	Source   string `json:"source" yaml:"source"`     // ID of the source
	Sentence int    `json:"sentence" yaml:"sentence"` // number of the sentence in the source, from 0
	// Start and End are the bytes of the sentence (for an entity: of the mention itself), half open.
	Start int `json:"start" yaml:"start"`
	End   int `json:"end" yaml:"end"`
	// Trigger is the word or words that name the event, relation or entity; it lies within Start and End.
	Trigger Span `json:"trigger" yaml:"trigger"`
	// Cue is the word that decided an event's status, such as "not" or "may"; zero where nothing speaks against what is
	// told. It lies within Start and End.
	Cue Span `json:"cue,omitzero" yaml:"cue,omitempty"`
	// Quote equals the source's Text[Start:End].
	Quote string `json:"quote" yaml:"quote"`
	// By names the stage and rule, such as "events/consult.yaml:12".
	By string `json:"by" yaml:"by"`
	// Score is how sure the rule is, 0…1; 0 where it does not say.
	Score float64 `json:"score,omitempty" yaml:"score,omitempty"`
}

// Kind is what sort of thing an entity is.
type Kind string

// The kinds of entities.
const (
	Person       Kind = "person"
	Organization Kind = "organization"
	Place        Kind = "place" // countries and cities too
	Group        Kind = "group" // nationalities, religions, parties' followers
	Occasion     Kind = "event" // events with names, such as "G20 summit"
	Work         Kind = "work"
	Product      Kind = "product"
	Law          Kind = "law"
	Other        Kind = "other"
)

// Entity is someone or something that events happen to.
type Entity struct {
	// ID is kind and slug of the name, such as "person/barack-obama"; made from content, never from the run.
	ID      string   `json:"id" yaml:"id"`
	Name    string   `json:"name" yaml:"name"`
	Kind    Kind     `json:"type" yaml:"type"`
	Aliases []string `json:"aliases,omitempty" yaml:"aliases,omitempty,flow"` // other names seen, sorted
	// Mentions is len(Seen); Sources is the number of sources among Seen. Both are filled by Merge.
	Mentions int `json:"mentions" yaml:"mentions"`
	Sources  int `json:"sources" yaml:"sources"`
	// Keys identify: two entities are one if and only if they share a key. Sorted, never empty. A key is
	// "kind:folded name" (see KeyOf), "known:ID" for an entry of the lexicon, "wikidata:Q30" for an item there, or
	// "kind:folded name@source" for a name that means somebody in that article only, such as a surname.
	Keys []string `json:"keys" yaml:"keys,flow"`
	// Traits are what sources say of a person that tells namesakes apart, sorted.
	Traits []Trait `json:"traits,omitempty" yaml:"traits,omitempty"`
	// Why has one line for each tie that made names or mentions one, sorted; shown by explain.
	Why []string `json:"why,omitempty" yaml:"why,omitempty"`
	// Seen has one Evidence per mention that names it; never empty.
	Seen []Evidence `json:"evidence" yaml:"evidence"`
}

// Status is whether an event really happened.
type Status string

// The statuses of events.
const (
	Happened  Status = "happened"
	Planned   Status = "planned"
	Possible  Status = "possible"
	Denied    Status = "denied" // said not to have happened, or negated
	Cancelled Status = "cancelled"
	Reported  Status = "reported" // the claim of a source that the article does not share
	Unknown   Status = "unknown"
)

// Role is one participant of an event.
type Role struct {
	// Name is agent, patient, recipient, instrument, topic, origin, destination, place, beneficiary, cause or audience. The
	// audience is a paper or broadcaster that is told something: a witness, who has no contact by it.
	Name   string `json:"role" yaml:"role"`
	Entity string `json:"entity,omitempty" yaml:"entity,omitempty"` // ID, empty where the words name no entity
	Text   string `json:"text,omitempty" yaml:"text,omitempty"`     // the words, empty where they are only the entity's name
}

// Attribution tells who says that an event happened.
type Attribution struct {
	Source string `json:"source,omitempty" yaml:"source,omitempty"` // ID of an entity, empty where it has none
	Text   string `json:"text,omitempty" yaml:"text,omitempty"`     // the words, such as "a US official"
	Verb   string `json:"verb" yaml:"verb"`                         // lemma or words, such as "said", "according to"
}

// Quantity is a number that an event comes with.
type Quantity struct {
	What    string  `json:"what" yaml:"what"` // what is counted, such as "killed"
	Value   float64 `json:"value,omitempty" yaml:"value,omitempty"`
	AtLeast float64 `json:"atLeast,omitempty" yaml:"atLeast,omitempty"`
	AtMost  float64 `json:"atMost,omitempty" yaml:"atMost,omitempty"`
	About   bool    `json:"about,omitempty" yaml:"about,omitempty"`
	Unit    string  `json:"unit,omitempty" yaml:"unit,omitempty"`
	// Source is the ID of the entity that claims the number, Text its words where it is no entity; empty where the
	// article itself says so.
	Source string `json:"source,omitempty" yaml:"source,omitempty"`
	Text   string `json:"text,omitempty" yaml:"text,omitempty"`
}

// Code is what the event ontologies CAMEO and PLOVER say of an event besides its type; zero where they say nothing.
type Code struct {
	CAMEO string `json:"cameo,omitempty" yaml:"cameo,omitempty"` // root code, two digits
	// Quad is 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
	Quad    int      `json:"quad,omitempty" yaml:"quad,omitempty"`
	Mode    string   `json:"mode,omitempty" yaml:"mode,omitempty"`            // in which way: "visit", "aerial"
	Context []string `json:"context,omitempty" yaml:"context,omitempty,flow"` // what it is about: "economic"; sorted
	Scale   float64  `json:"scale,omitempty" yaml:"scale,omitempty"`          // from -10, conflict, to 10, cooperation
}

// Event is something that happened, will, may, or did not.
type Event struct {
	// ID is "event/", the date, the type or lemma in lower case, and the participants' slugs joined by "+".
	ID string `json:"id" yaml:"id"`
	// Apart parts an event from another of which all that is known agrees, but which a person says is not the same.
	Apart string `json:"apart,omitempty" yaml:"apart,omitempty"`
	// Type is a PLOVER category, or one of our own for what is no politics, in capitals; empty where none fits.
	Type    string `json:"type" yaml:"type"`
	Code    `yaml:",inline"`
	Trigger string `json:"trigger" yaml:"trigger"` // the word as written
	Lemma   string `json:"lemma" yaml:"lemma"`     // of the trigger: "meet", "call off"
	Label   string `json:"label" yaml:"label"`     // an editor's line: "Barack Obama met Vladimir Putin"
	// Short is what happened in a word or two, as an edge of a map says it: "held talks", "annexation".
	Short string `json:"short,omitempty" yaml:"short,omitempty"`
	When  When   `json:"when" yaml:"when"`
	// Order is the place in the whole timeline from 1; equal means same time; 0 where no order is known.
	Order       int           `json:"order,omitempty" yaml:"order,omitempty"`
	Roles       []Role        `json:"roles" yaml:"roles"`
	Place       string        `json:"place,omitempty" yaml:"place,omitempty"` // ID of an entity, as a rule of kind place
	Status      Status        `json:"status" yaml:"status"`
	Attribution []Attribution `json:"attribution,omitempty" yaml:"attribution,omitempty"`
	Quantities  []Quantity    `json:"quantities,omitempty" yaml:"quantities,omitempty"`
	// Articles is the number of independent sources, copies folded. Filled by Merge and Unify.
	Articles  int      `json:"articles" yaml:"articles"`
	Conflicts []string `json:"conflicts" yaml:"conflicts"` // what sources disagree on, a line each
	// Disputes says the same as records, with the sentences of all sides; filled by Unify.
	Disputes []Dispute `json:"disputes,omitempty" yaml:"disputes,omitempty"`
	// Tellings are the versions of the sources, where they differ; see Versions.
	Tellings []Telling `json:"tellings,omitempty" yaml:"tellings,omitempty"`
	// Why has one line for each merge of events, sorted; shown by explain.
	Why  []string   `json:"why,omitempty" yaml:"why,omitempty"`
	Seen []Evidence `json:"evidence" yaml:"evidence"` // never empty; sorted by source, then Start
}

// Relation is a state that lasts (head-of, member-of, located-in) between two entities, or a tie between two events
// (before, causes, part-of).
type Relation struct {
	ID   string     `json:"id" yaml:"id"`
	Type string     `json:"type" yaml:"type"`
	From string     `json:"from" yaml:"from"`
	To   string     `json:"to" yaml:"to"`
	When When       `json:"when" yaml:"when"`
	Seen []Evidence `json:"evidence" yaml:"evidence"`
}

// SubEvent is the type of relations from an event to the one in whose course it happened: the press conference at the
// summit, the deaths in the attack.
const SubEvent = "part-of"
