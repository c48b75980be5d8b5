// Package reader is the reading screen: the reports side by side, the cursor on a statement, its counterparts in all
// other panes on the same row. It is the screen that all others stand on: make one with [New].
//
// The pane with the cursor is the anchor. Where every other pane stands is computed from it after each key
// (settle.go), so that drawing only copies rows.
package reader

import (
	"slices"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/corpus/search"
	"parallax/corpus/statement"
	"parallax/ui/key"
	"parallax/ui/layout"
	"parallax/ui/pane"
	"parallax/ui/screen"
	"parallax/ui/theme"
)

// nowhere stands for no statement: the cursor is in a report that has none.
const nowhere statement.ID = -1

// noClaim stands for no claim: nothing is linked yet, or the cursor is on boilerplate.
const noClaim claim.ID = -1

// Place is where the cursor can be.
type Place struct {
	Report    report.ID
	Statement statement.ID // nowhere in a report without statements
}

// Set is statements to step through with n and N.
type Set struct {
	Name       string
	Statements []statement.ID // in the order of reports and statements
	Spans      func(statement.ID) []report.Span
	About      func(statement.ID) string // said beside the name at one of the statements; nil for nothing
}

// Options says how the screen looks and what it knows from before.
type Options struct {
	FirstRun bool // show the most useful keys
	Blind    bool // outlets have letters: it is said in the heading
}

// Reader is the state of the reading screen.
type Reader struct {
	screen.Still
	corpus *corpus.Corpus
	linked *corpus.Linked // nil until the links are there
	done   float64        // of the linking, 0..1
	theme  *theme.Theme
	bound  *key.Keys
	say    func(message string) // shows a message until the next key
	seen   bool                 // it has been drawn
	Options
	CameFrom string // the screen that sent the cursor here and that esc goes back to, as the footer says it; "" for none

	width, height, panel int
	plan                 layout.Plan

	story  int         // that is open, an index of the corpus's stories
	order  []report.ID // the story's panes from left to right, hidden ones too
	hidden []bool      // by report
	loose  []bool      // by report: unlinked, it keeps its own place
	unsync bool        // synchronising is off

	noDigest bool       // the digest below the panes is off
	left     int        // the first pane on screen, an index of shown()
	tops     []pane.Row // by report: the row at the top of its pane
	strayed  []bool     // by report: scrolled by hand since the last move of the cursor

	at          Place
	claim       claim.ID // the current one of the statement's claims
	counterpart int      // which of several counterparts in a pane stands on the eye-line
	active      *Set
	past        []jump
	jumps       int // that there were
	future      []Place
	trail       trail
	places      map[report.ID]Place // where the cursor was in each story, by the story's first report
	been        map[report.ID]bool  // reports in which the cursor was
	known       known
	unsaid      unsaid
	row         claim.Row // of the current claim

	coded     coded
	resolved  *brief.Resolved                                // that keep, signed and named are of
	keep      func(statement.ID) bool                        // in the brief
	marked    func(report.ID, report.Span) bool              // exactly these words, by themselves
	signed    func(outlet string, claim []statement.ID) bool // the silence, by the reader
	named     func(claim.ID) string
	selecting *selection     // nil unless words are being selected
	adding    *adding        // nil unless a wording is being chosen for a claim
	toward    []statement.ID // of the claim that is to be the current one when the reader's word on it holds

	keys    key.Parser
	jumping bool   // an outlet's name is being typed
	jump    string // what was typed of it

	docs  map[report.ID]*pane.Doc // wrapped for their present width
	views []pane.View             // of the panes on screen, see settle
	marks map[statement.ID]pane.Mark
	tally tally
}

// New opens the screen on the first statement of the first report. What it has to say goes to say.
func New(c *corpus.Corpus, t *theme.Theme, bound *key.Keys, say func(string), o Options) *Reader {
	n := len(c.Reports)
	r := &Reader{
		corpus: c, theme: t, bound: bound, say: say, Options: o, claim: noClaim,
		hidden: make([]bool, n), loose: make([]bool, n), strayed: make([]bool, n), tops: make([]pane.Row, n),
		docs: make(map[report.ID]*pane.Doc), signed: func(string, []statement.ID) bool { return false },
		marked: func(report.ID, report.Span) bool { return false },
		places: make(map[report.ID]Place), been: make(map[report.ID]bool),
	}
	r.order = slices.Clone(c.Stories.All[0].Reports)
	r.at = r.start(r.order[0])
	return r
}

// start is the first place of a report.
func (r *Reader) start(id report.ID) Place {
	if sts := r.corpus.Statements.In(id); len(sts) > 0 {
		return Place{id, sts[0].ID}
	}
	return Place{id, nowhere}
}

// SetTheme changes the styles; nothing moves.
func (r *Reader) SetTheme(t *theme.Theme) { r.theme = t }

// Resize tells the size of the screen in columns and rows, and how many rows at its foot a list takes.
func (r *Reader) Resize(width, height, panel int) {
	if width == r.width && height == r.height && panel == r.panel {
		return
	}
	eye, ok := r.eyeRow()
	share := 0.0
	if ok && r.plan.Body.H > 0 {
		share = float64(eye) / float64(r.plan.Body.H)
	}
	if width != r.width {
		clear(r.docs)
	}
	r.width, r.height, r.panel = width, height, panel
	r.replan()
	// The eye-line keeps its share of the height, so that a smaller screen shows the same statement.
	if doc := r.doc(r.at.Report); doc != nil && ok {
		first, _ := doc.Rows(r.at.Statement)
		r.tops[r.at.Report] = max(0, first-pane.Row(share*float64(r.plan.Body.H)))
	}
	r.settle(true)
}

// HaveBeen notes that the cursor was in a report at an earlier time.
func (r *Reader) HaveBeen(id report.ID) { r.been[id] = true }

// At is where the cursor is.
func (r *Reader) At() Place { return r.at }

// Claim is the current claim; ok is false without one.
func (r *Reader) Claim() (id claim.ID, ok bool) { return r.claim, r.claim != noClaim }

// Snapshot is what the search puts back when it is left.
type Snapshot struct {
	at          Place
	order       []report.ID
	claim       claim.ID
	counterpart int
	left        int
	tops        []pane.Row
	strayed     []bool
	hidden      []bool
	width       int
	height      int
}

// Snapshot remembers where everything stands.
func (r *Reader) Snapshot() Snapshot {
	return Snapshot{
		r.at, slices.Clone(r.order), r.claim, r.counterpart, r.left, slices.Clone(r.tops), slices.Clone(r.strayed), slices.Clone(r.hidden),
		r.width, r.height,
	}
}

// Restore puts everything back where it stood.
func (r *Reader) Restore(s Snapshot) {
	if r.story != r.corpus.Stories.Of[s.at.Report] { // the hits led to another story
		r.story, r.order = r.corpus.Stories.Of[s.at.Report], slices.Clone(s.order)
		r.replan()
	}
	r.at, r.claim, r.counterpart, r.left = s.at, s.claim, s.counterpart, s.left
	copy(r.tops, s.tops)
	copy(r.strayed, s.strayed)
	if !slices.Equal(r.hidden, s.hidden) { // the hits' panes were shown
		copy(r.hidden, s.hidden)
		r.replan()
	}
	if r.claim == noClaim {
		r.chooseClaim(noClaim)
	}
	r.settle(s.height != r.height || s.width != r.width)
}

// Show puts the cursor on a statement without remembering where it was: the panes follow a list.
func (r *Reader) Show(id statement.ID) {
	r.enter(r.corpus.Stories.Of[r.corpus.Statements.All[id].Report])
	r.unhide(r.corpus.Statements.All[id].Report)
	r.put(Place{r.corpus.Statements.All[id].Report, id}, noClaim)
}

// Go puts the cursor on a statement; ctrl-o leads back.
func (r *Reader) Go(id statement.ID) {
	r.remember()
	r.Show(id)
}

// GoWording is Go to a wording of a claim, which becomes the current one.
func (r *Reader) GoWording(id statement.ID, c claim.ID) {
	r.remember()
	in := r.corpus.Statements.All[id].Report
	r.unhide(in)
	r.put(Place{in, id}, c)
}

// GoFrom is Go from a place that the panes have meanwhile left.
func (r *Reader) GoFrom(s Snapshot, id statement.ID) {
	r.push(s.at)
	r.Show(id)
}

// Activate makes a search's hits the active set.
func (r *Reader) Activate(name string, res search.Result, spans func(statement.ID) []report.Span) {
	r.active = &Set{Name: name, Statements: res.Set, Spans: spans}
	r.settle(false)
}

// Preview underlines a search's hits while it is typed; nil spans end it.
func (r *Reader) Preview(spans func(statement.ID) []report.Span) {
	if r.active = nil; spans != nil {
		r.active = &Set{Spans: spans}
	}
	r.settle(false)
}

// Active is the active set, nil when n and N step through shared statements.
func (r *Reader) Active() *Set { return r.active }

// SetActive puts a set back that Active returned before.
func (r *Reader) SetActive(s *Set) {
	r.active = s
	r.settle(false)
}

// GoNumber goes to the statement of that number, from 1, in the cursor's report.
func (r *Reader) GoNumber(n int) { r.goNumber(n) }

// EndActive ends the active set.
func (r *Reader) EndActive() { r.endActive() }

// ToggleSync switches synchronising on or off.
func (r *Reader) ToggleSync() { r.toggleSync() }
