// Package particular reads what outlets may give differently of one thing: numbers with what they count, durations, days,
// times of day, percentages, money, distances, ages, ordinals. Call [Of] for a statement's particulars, or ask a [Book],
// which reads each statement once, and [Compare] for two of them: whether they are of one thing at all, and if so whether
// they are equal, or within each other's bounds, or differ.
//
// Nothing here says which of two is right. A figure that differs may be a later one, or one of another day; who says it,
// and when, stands beside it wherever it is shown.
package particular

import "parallax/corpus/report"

// Kind is what a particular is.
type Kind uint8

const (
	Count    Kind = iota // of whatever has no unit; also magnitudes
	Duration             // seconds
	Date                 // a day, a month or a year
	Clock                // a time of day, in minutes
	Percent
	Money
	Length // metres
	Weight // kilograms
	Speed
	Area
	Degree
	Age      // years
	Ordinal  // "the third round"
	Term     // a few words in quotation marks
	Polarity // words that another outlet denies or says the opposite of; never read from one statement alone
)

var kindNames = [...]string{"count", "duration", "date", "time of day", "percentage", "money", "length", "weight", "speed", "area", "degrees", "age", "ordinal", "quoted term", "polarity"}

func (k Kind) String() string { return kindNames[k] }

// Bound is how exactly a particular is given.
type Bound uint8

const (
	Exact   Bound = iota
	Just          // "just", "only": exact, and said to be little
	AtLeast       // "at least 24"
	Over          // "more than 200"
	AtMost        // "up to 300"
	Under         // "nearly 300", "fewer than 300"
	About         // "about 50"
	Vague         // "dozens"
)

var boundNames = [...]string{"", "just", "at least", "more than", "at most", "under", "about", "vague"}

func (b Bound) String() string { return boundNames[b] }

// Particular is one figure of a statement.
type Particular struct {
	Kind      Kind
	Bound     Bound
	Value     float64 // in the kind's unit, which for a Clock is minutes after midnight and for a Date nothing
	Low, High float64 // what the value may be, for how it is rounded and bounded; both count
	Day       Day     // of a Date
	edge      edge    // likewise
	Unit      string  // of a Clock its zone: "GMT", "local"; of Money its currency: "$"; "" when none is named
	Thing     Thing
	Span      report.Span // of the figure with its unit and bound, bytes of the report's Text
	Core      report.Span // the figure alone, without the words that bound it
	Figure    string      // the figure in short, safe to cut: "24", "3+", "1½ h"; text of the report may stand in it
}

// Thing is what a particular is of. Words in it are stems.
type Thing struct {
	Role    string   // what happened to what is counted, or what is measured: "dead", "depth"; "" for neither
	Noun    string   // what is counted, "" when it is not named or is people in general
	Written string   // Noun as the report writes it
	Of      bool     // it is tied to the number by "of" or "in": "three days of talks"; of a Term, two things are joined in it
	Classes []int16  // of related words to which the noun belongs
	Part    []string // the words of place that make it one of a part, as a district's toll is; empty for one of the whole
	Place   string   // of a part, as the report writes it
	Whole   bool     // its place is the one that the report is about
	Some    bool     // some of what there is, perhaps not all: "another two", "a child", "25 of the injured"
	Saying  bool     // of a Date: when somebody spoke
	When    Day      // the event's, where the words name one
	Past    bool     // which lies so far back that it is another event\'s than the report\'s
	Places  []string // names of its place, as folded words; of a Term its words
	About   []string // the other words near it that say what it is of, sorted
	related []related
}

// Label is what the particular is of in words for people: "dead", "injured", "depth", "houses damaged"; "" when nothing is
// known but its kind.
func (p *Particular) Label() string { return p.Thing.label(p.Kind) }
