// Package card is the claim card: every wording of one claim below the other, with outlet, statement number, score and
// the reasons for the link.
package card

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Card is the state of the claim card.
type Card struct {
	screen.Still
	now   desk.Snapshot
	theme *theme.Theme
	bound *key.Map
	keys  key.Parser

	claim    claim.ID
	from     statement.ID // the statement under the cursor: scores and reasons are those of its links
	wordings []wording
	row      claim.Row      // of the claim
	without  []without      // outlets without a wording
	absent   []string       // outlets without a report of the event
	chosen   int            // an index of wordings, then of silent
	nearest  bool           // the nearest statements of the chosen outlet without a wording are shown,
	nearby   []claim.Nearby // which are these
	untaken  string         // what the outlet's files have besides and its reports have not; "" for nothing
	added    statement.ID   // to the claim just now: its wording is chosen once it is there; -1 for none
	top      int            // the first row on screen
	rows     int            // on screen
}

// without is an outlet without a wording of the claim, by its first report: what comes nearest to the claim there, and
// whether that is linked to it and stands in other claims, or the outlet is silent.
type without struct {
	id        report.OutletID
	outlet    string
	report    report.ID
	elsewhere bool
	near      claim.Near
	inPart    bool // a report of its was taken in part
}

type wording struct {
	statement statement.ID
	link      match.Link
	direct    bool // linked with the statement under the cursor, not only through others
	score     float64
	partial   bool
	differs   bool
	words     string        // that carry the claim, and
	voice     string        // whose they are; "" in a claim of one
	reasons   string        // for its link
	shares    []string      // why it has words in common with wordings of other outlets
	carry     []report.Span // the same words, and
	departs   []report.Span // those that the claim's lead has not, as bytes of the report's text
}

// New opens the card of the claim that the cursor is on.
func New(now desk.Snapshot, at screen.Focus, t *theme.Theme, bound *key.Map) *Card {
	k := &Card{now: now, theme: t, bound: bound, added: -1}
	k.show(at.Claim, at.Statement)
	return k
}

// Place leaves the strip to be seen.
func (k *Card) Place() screen.Place { return screen.Below }

// Keys is the card's.
func (k *Card) Keys() *key.Map { return k.bound }

// Look shows the claim as it is now; after a decision the choice stays on its row. Without a claim there is no card.
func (k *Card) Look(now desk.Snapshot, at screen.Focus) (stays bool) {
	if !at.HasClaim {
		return false
	}
	chosen, decided := k.chosen, now.Linked != k.now.Linked
	same := !decided && at.Claim == k.claim && at.Statement == k.from
	k.now = now
	if !same {
		k.show(at.Claim, at.Statement)
	}
	if decided {
		if i := slices.IndexFunc(k.wordings, func(w wording) bool { return w.statement == k.added }); i >= 0 {
			chosen = i
		}
		k.choose(chosen)
		k.added = -1
	}
	return true
}

// SetTheme changes the styles.
func (k *Card) SetTheme(t *theme.Theme) { k.theme = t }

// show turns the card to a claim of the statement.
func (k *Card) show(id claim.ID, from statement.ID) {
	k.claim, k.from, k.chosen, k.top, k.nearest = id, from, 0, 0, false
	k.wordings = []wording{{statement: from}}
	k.without = nil
	set := k.now.Corpus.Statements
	for _, s := range k.now.Linked.Claims.All[id].Statements {
		if s != from && set.All[s].Report == set.All[from].Report {
			k.wordings = append(k.wordings, wording{statement: s})
		}
	}
	for _, c := range k.now.Linked.Claims.Wordings(id, from) {
		k.wordings = append(k.wordings, wording{statement: c.Statement, link: c.Link, direct: c.Link != (match.Link{}), score: c.Score, partial: c.Partial, differs: c.Differs})
	}
	for i := range k.wordings {
		w := &k.wordings[i]
		w.reasons = k.reasons(*w)
		w.carry, w.departs = k.now.Linked.Claims.Words(id, w.statement), k.now.Linked.Claims.Departs(id, w.statement)
		if len(k.now.Linked.Claims.All[id].Statements) > 1 {
			w.voice, w.words = k.voice(w.statement), k.words(w.statement)
		}
	}
	k.share()
	k.now.Linked.Claims.Row(id, &k.row)
	k.now.Linked.Claims.Nearest(id, &k.row)
	for o := range k.row.Without {
		outlet, cell := set.Outlets.All[o], &k.row.Cells[o]
		k.without = append(k.without, without{o, outlet.Name, outlet.Reports[0], cell.State == claim.Elsewhere, cell.Near, cell.InPart})
	}
	k.absent = nil
	for o := range k.row.Cells {
		if k.row.Cells[o].State == claim.Absent {
			k.absent = append(k.absent, set.Outlets.All[o].Name)
		}
	}
}

// Key takes one key press.
func (k *Card) Key(msg tea.KeyPressMsg) want.Want {
	if name := msg.String(); k.nearest && k.keys.Pending() == "" && k.bound.Action(name) == key.AddNearest {
		return k.addNearestTo(int(name[0] - '0')) // the list has numbers: a digit is no count there
	}
	action, count := k.keys.Feed(k.bound, msg.String())
	if to, ok := key.InList(action, count, k.chosen, len(k.wordings)+len(k.without), k.rows/4); ok {
		k.choose(to)
		return nil
	}
	switch action {
	case key.NextClaim:
		k.choose(0)
		return want.Step{By: 1}
	case key.PrevClaim:
		k.choose(0)
		return want.Step{By: -1}
	case key.CopyClaim:
		return want.CopyClaim{Claim: k.claim, From: k.from}
	case key.MarkClaim:
		return want.MarkClaim{Claim: k.claim, From: k.from}
	case key.TagAll:
		return want.TagClaim{Claim: k.claim}
	case key.OpenFigures:
		return want.Figures{Claim: k.claim}
	case key.Rename:
		return k.rename()
	case key.AddByHand:
		return want.AddByHand{Claim: k.claim, From: k.from}
	case key.Accept, key.Mark, key.Copy, key.Note, key.Tag, key.Confirm, key.Cut, key.CheckSilence:
		return k.act(action)
	}
	return want.Usual(action)
}

// Wheel moves the choice.
func (k *Card) Wheel(_, _, by int) (taken bool) {
	k.choose(k.chosen + by)
	return true
}

// Click does nothing.
func (k *Card) Click(int, int) (taken bool) { return true }

// Paste takes no text.
func (k *Card) Paste(string) (want.Want, bool) { return nil, false }

func (k *Card) choose(i int) {
	if i = max(0, min(i, len(k.wordings)+len(k.without)-1)); i != k.chosen {
		k.chosen, k.nearest = i, false
	}
}

// Draw writes rows rows of width columns and returns the cell of the chosen wording, from the card's corner.
func (k *Card) Draw(b *strings.Builder, width, rows int) (x, y int) {
	lines, starts := k.lines(width)
	k.rows = rows
	end := len(lines)
	if k.chosen+1 < len(starts) {
		end = starts[k.chosen+1]
	}
	if first := starts[k.chosen]; first < k.top || end-first > rows {
		k.top = first
	} else if end > k.top+rows {
		k.top = end - rows
	}
	if k.chosen == 0 && starts[0] < rows {
		k.top = 0
	}
	for i := range rows {
		switch {
		case i == rows-1 && k.top+rows < len(lines):
			b.WriteString(line.New(width, k.theme.Ellipsis).Glyph(k.theme.Quiet, fmt.Sprintf(" %s %d more rows", k.theme.Ellipsis, len(lines)-k.top-rows+1)).String())
		case k.top+i < len(lines):
			b.WriteString(lines[k.top+i])
		default:
			b.WriteString(line.Blank(width))
		}
		b.WriteByte('\n')
	}
	return 2, starts[k.chosen] - k.top
}

// measure is the most columns that a line of text takes: a longer one is hard to read.
const measure = 110

// lines is the whole card, and the line with which each wording begins.
func (k *Card) lines(width int) (lines []string, starts []int) {
	t := k.theme
	add := func(s theme.Style, text string) {
		for _, row := range line.Wrap(text, min(width-6, measure), "") {
			lines = append(lines, line.New(width, t.Ellipsis).Glyph("", "    ").Glyph(s, row).String())
		}
	}
	blank := func() { lines = append(lines, line.Blank(width)) }

	lines = append(lines, line.New(width, t.Ellipsis).Glyph("", " ").Glyph(t.Brand, k.head()).String())
	blank()
	if figures := k.figureRows(width); len(figures) > 0 {
		lines = append(lines, figures...)
		blank()
	}
	for i, w := range k.wordings {
		starts = append(starts, len(lines))
		lines = append(lines, k.heading(i, w, width))
		lines = append(lines, k.wordingRows(w, i == k.chosen, width)...)
		if w.words != "" {
			add(t.Name, "words: "+w.words)
		}
		if w.reasons != "" {
			add(t.Quiet, w.reasons)
		}
		for _, shares := range w.shares {
			add(t.Quiet, shares)
		}
		blank()
	}
	for i, o := range k.without {
		starts = append(starts, len(lines))
		lines = append(lines, k.withoutRow(len(k.wordings)+i, o, width))
		if k.isElsewhere(o) {
			add(t.Quiet, k.now.Corpus.Statements.Line(o.near.Statement))
		}
		if k.nearest && k.chosen == len(k.wordings)+i {
			k.addNearest(o, add)
		}
	}
	if len(k.absent) > 0 {
		add(t.Quiet, t.Absent+" "+brief.NoReport+": "+brief.Listed(k.absent))
	}
	return lines, starts
}

// head is the claim by its name, and how many say it.
func (k *Card) head() string {
	c := k.now.Linked.Claims.All[k.claim]
	head := "Claim: " + safe.Line(k.now.ClaimName(k.claim))
	if here := k.now.Linked.Claims.Of(k.from); len(here) > 1 {
		for i, id := range here {
			if id == k.claim {
				head += fmt.Sprintf(" (%d of %d in this statement)", i+1, len(here))
			}
		}
	}
	outlets := k.now.Linked.Claims.Outlets(k.claim)
	if len(c.Statements) == 1 {
		head += ": only this statement"
	} else {
		head += fmt.Sprintf(": %d statements, %d of %d outlets", len(c.Statements), outlets, outlets+len(k.without))
		if n := k.now.Linked.Claims.Origins(k.claim); n == 1 && outlets > 1 {
			head += ", all of one origin"
		} else if n < outlets {
			head += fmt.Sprintf(", of %d origins", n)
		}
	}
	return head
}

func (k *Card) heading(i int, w wording, width int) string {
	t := k.theme
	set := k.now.Corpus.Statements
	l := line.New(width, t.Ellipsis)
	if i == k.chosen {
		l.Glyph(t.Shared, t.Chosen+" ")
	} else {
		l.Glyph("", "  ")
	}
	mark, kind := t.Same, ""
	switch {
	case w.differs:
		mark, kind = t.Differs, "differs"
	case w.partial:
		mark, kind = t.Partial, "in part"
	}
	l.Glyph(t.Shared, mark).Glyph("", " ")
	rep := set.ReportOf(w.statement)
	l.Put(t.Name, safe.Truncate(safe.Line(set.Named(rep.ID)), max(safe.Width(rep.Outlet), width-58), t.Ellipsis)) // the rest of the line is worth more than a long title
	if k.now.Kept(w.statement) {
		l.Glyph(t.Shared, " "+t.Kept)
	}
	l.Glyph(t.Quiet, fmt.Sprintf(" %s statement %d", t.Dot, set.All[w.statement].Number))
	if w.voice != "" {
		l.Put(t.Quiet, " "+t.Dot+" "+w.voice)
	}
	switch {
	case w.statement == k.from:
		kind = "under the cursor"
	case w.direct:
		kind = strings.TrimLeft(kind+" score "+fmt.Sprintf("%.2f", w.score), " ")
	case set.All[w.statement].Report == set.All[k.from].Report:
		kind = "same report"
	default:
		kind = strings.TrimLeft(kind+" through other wordings", " ")
	}
	l.Right(t.Quiet, kind+"  ")
	return l.String()
}

// words is the words by which a statement carries the claim; those that stand side by side are one.
func (k *Card) words(id statement.ID) string {
	text := k.now.Corpus.Statements.ReportOf(id).Text
	var parts []string
	end := -1
	for _, s := range k.now.Linked.Claims.Words(k.claim, id) {
		if end >= 0 && strings.TrimSpace(text[min(end, s.Start):s.Start]) == "" {
			parts[len(parts)-1] += " " + text[s.Start:s.End]
		} else {
			parts = append(parts, text[s.Start:s.End])
		}
		end = s.End
	}
	return statement.OneLine(strings.Join(parts, " "+k.theme.Dot+" "))
}

// voice is whose words the wording is.
func (k *Card) voice(id statement.ID) string {
	v, whose := k.now.Linked.Claims.Voice(k.claim, id)
	switch whose {
	case claim.Spoken:
		return fmt.Sprintf("%s (%s)", v.Speaker, v.Mode)
	case claim.Own:
		return "the outlet's own words"
	}
	return "voice unclear"
}

// reasons is why the wording is linked with the statement under the cursor, or, if it is not, with its best partner.
func (k *Card) reasons(w wording) string {
	if w.statement == k.from {
		return ""
	}
	if w.direct {
		return join(k.now.Linked.Links.Reasons(w.link))
	}
	for l := range k.now.Linked.Links.Of(w.statement) {
		for _, s := range k.now.Linked.Claims.All[k.claim].Statements {
			if l.Other(w.statement) == s {
				set := k.now.Corpus.Statements
				return fmt.Sprintf("with %s: %s", set.Cite(s), join(k.now.Linked.Links.Reasons(l)))
			}
		}
	}
	return ""
}

func join(reasons []match.Reason) string {
	words := make([]string, len(reasons))
	for i, r := range reasons {
		words[i] = r.String()
	}
	return safe.Line(strings.Join(words, "; "))
}
