package reader

import (
	"fmt"
	"strings"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/pane"
	"parallax/ui/theme"
)

// header is the first row: what is read, how the linking goes, and what else there is.
func (r *Reader) header() string {
	t := r.theme
	l := line.New(r.width, t.Ellipsis)
	l.Glyph(t.Brand, " parallax")
	dot := " " + t.Dot + " "
	state := r.state()
	right := r.help()
	room := r.width - safe.Width(state) - safe.Width(right) - 4
	facts := r.facts()
	for i, f := range facts {
		sep := dot
		if i == 0 {
			sep = "  "
		}
		if i > 0 && l.Columns()+safe.Width(sep+f) > room {
			break
		}
		if i == 0 {
			f = safe.Truncate(f, max(4, room-l.Columns()-2), t.Ellipsis)
		}
		l.Glyph("", sep).Put("", f)
	}
	if state != "" {
		l.Glyph("", "  ").Glyph(t.Warning, state)
	}
	l.Right(t.Quiet, right)
	return l.String()
}

// state is what asks for attention: links still on their way, panes that do not follow.
func (r *Reader) state() string {
	var states []string
	if r.Blind {
		states = append(states, "BLIND")
	}
	switch {
	case r.unsync:
		states = append(states, "NOT SYNCHRONISED")
	case r.linked == nil:
		states = append(states, fmt.Sprintf("linking %d%%", int(100*r.done)))
	}
	return strings.Join(states, "  ")
}

func (r *Reader) help() string {
	hint := r.bound.Reading.Name(key.OpenHelp) + " " + r.bound.Reading.Short(key.OpenHelp) + " "
	if r.width < 60 {
		return hint
	}
	return "Read    " + hint
}

// facts is what is read: the event or the story, its date, how much there is, and what became of the files when some gave
// nothing.
func (r *Reader) facts() []string {
	c := r.corpus
	name, date := c.Name, c.Date
	if len(c.Stories.All) > 1 {
		st := &c.Stories.All[r.story]
		name, date = st.Name(c.Reports), st.From
	}
	facts := []string{name}
	if date.Known() {
		facts = append(facts, date.String())
	}
	outlets, statements := make(map[report.OutletID]bool), 0
	for _, id := range r.order {
		outlets[c.Statements.Outlets.Of[id]] = true
		statements += len(c.Statements.In(id))
	}
	facts = append(facts, language.Counted(len(outlets), "outlet"), language.Counted(statements, "statement"))
	if len(c.Problems)+len(c.Passed) > 0 {
		facts = append(facts, c.Came())
	}
	return facts
}

// strip is the second row: every outlet's part in the current claim, also of those off screen. What does not fit is
// shortened: the names first, then left out, then counted.
func (r *Reader) strip() string {
	texts := append([]string(nil), r.tally.texts(r.theme.Dot, r.theme.Ellipsis)...)
	if len(texts) == 0 {
		texts = []string{r.whyNoClaimShort(), ""}
	}
	whole := make([]string, len(r.tally.outlets))
	for i, o := range r.tally.outlets {
		whole[i] = o.name
	}
	for _, names := range [][]string{whole, line.FirstWords(whole, r.theme.Short, r.theme.Ellipsis)} {
		for _, text := range texts[:len(texts)-1] {
			if l, ok := r.stripWith(names, text); ok {
				return l
			}
		}
	}
	for _, text := range texts {
		if r.width-safe.Width(text)-3 >= min(2*len(r.tally.outlets), 20) || text == "" {
			return r.stripMarks(text)
		}
	}
	return r.stripMarks("")
}

func (r *Reader) whyNoClaimShort() string {
	if r.linked == nil || r.at.Statement == nowhere {
		return ""
	}
	return "boilerplate, not linked"
}

// stripWith is the strip with such a name for every outlet; ok is false when it is too long.
func (r *Reader) stripWith(names []string, text string) (s string, ok bool) {
	t := r.theme
	columns := 1
	for _, name := range names {
		columns += 2 + safe.Width(name) + 2
	}
	if columns+safe.Width(text) > r.width {
		return "", false
	}
	gap := "  "
	if columns+len(r.tally.outlets)+safe.Width(text) <= r.width {
		gap = "   "
	}
	l := line.New(r.width, t.Ellipsis)
	l.Glyph("", " ")
	for i, o := range r.tally.outlets {
		if i > 0 {
			l.Glyph("", gap)
		}
		r.putMark(l, o)
		l.Glyph("", " ").Put(r.nameStyle(o), names[i])
	}
	l.Right(t.Quiet, text+" ")
	return l.String(), true
}

func (r *Reader) nameStyle(o outlet) theme.Style {
	switch {
	case o.current:
		return r.theme.NameHere
	case o.hidden || o.silent || o.mark == pane.Elsewhere:
		return r.theme.Quiet
	}
	return r.theme.Name
}

func (r *Reader) putMark(l *line.Line, o outlet) {
	t := r.theme
	switch {
	case o.mark == pane.Same:
		l.Glyph(t.Shared, t.Same)
	case o.mark == pane.Partial:
		l.Glyph(t.Shared, t.Partial)
	case o.mark == pane.Differs:
		l.Glyph(t.Shared, t.Differs)
	case o.mark == pane.Elsewhere:
		l.Glyph(t.Quiet, t.Elsewhere)
	case o.signed:
		l.Glyph(t.Quiet, t.Signed)
	case o.silent:
		l.Glyph(t.Quiet, t.Silent)
	default:
		l.Glyph("", " ")
	}
}

// stripMarks is the strip without names: a mark an outlet, and what does not fit counted: "+37: 12● 3◐ 22○".
func (r *Reader) stripMarks(text string) string {
	t := r.theme
	l := line.New(r.width, t.Ellipsis)
	l.Glyph("", " ")
	outlets := r.tally.outlets
	room := r.width - 2 - safe.Width(text) - 2
	fits := len(outlets)
	if fits > room {
		fits = max(0, room-len("+999: 999* 999+ 999# 999> 999-"))
	}
	for _, o := range outlets[:fits] {
		r.putMark(l, o)
	}
	if rest := outlets[fits:]; len(rest) > 0 {
		l.Glyph(t.Quiet, r.counted(rest))
	}
	l.Right(t.Quiet, text+" ")
	return l.String()
}

// counted is how many of the outlets, the cursor's left out, have which mark: " +37: 12● 3◐ 22○".
func (r *Reader) counted(outlets []outlet) string {
	var c counts
	for i := range outlets {
		c.add(&outlets[i])
	}
	text := fmt.Sprintf(" +%d:", c.same+c.partial+c.differs+c.elsewhere+c.silent)
	t := r.theme
	for _, p := range []struct {
		n    int
		mark string
	}{{c.same, t.Same}, {c.partial, t.Partial}, {c.differs, t.Differs}, {c.elsewhere, t.Elsewhere}, {c.silent, t.Silent}} {
		if p.n > 0 {
			text += fmt.Sprintf(" %d%s", p.n, p.mark)
		}
	}
	return text
}

// title is the heading of a pane: outlet, date, and how far the cursor is.
func (r *Reader) title(id report.ID, width int) string {
	t, rep := r.theme, &r.corpus.Reports[id]
	l := line.New(width, t.Ellipsis)
	sts := r.corpus.Statements.In(id)
	place := language.Counted(len(sts), "statement")
	if width < MinTitle {
		place = fmt.Sprint(len(sts))
	}
	style := t.Name
	if id == r.at.Report {
		style = t.NameHere
		if r.at.Statement != nowhere {
			place = fmt.Sprintf("%d/%d", r.corpus.Statements.All[r.at.Statement].Number, len(sts))
		}
	}
	if r.loose[id] {
		place = "unlinked " + place
	}
	if rep.InPart() {
		place = taken(rep) + "  " + place
	}
	date := rep.Published.String()
	if date == "" {
		date = "date unknown"
	}
	name := safe.Truncate(rep.Outlet, max(8, width-safe.Width(place)-4), t.Ellipsis)
	if which := safe.Line(r.corpus.Statements.Which(id)); which != "" { // as far as there is room for it
		room := width - safe.Width(name) - safe.Width(place) - 7
		date = safe.Truncate(which, max(room, safe.Width(date)), t.Ellipsis)
	}
	if lang := rep.Language(); lang != "" && lang != "en" {
		date += " " + t.Dot + " " + safe.Line(lang)
	}
	l.Glyph("", " ").Glyph(style, name).Glyph(t.Quiet, " "+t.Dot+" "+date)
	if l.Left() <= safe.Width(place)+1 {
		l = line.New(width, t.Ellipsis)
		l.Glyph("", " ").Glyph(style, name)
		if short := " " + t.Dot + " " + date; l.Left() > safe.Width(place)+safe.Width(short)+1 {
			l.Glyph(t.Quiet, short)
		}
	}
	l.Right(t.Quiet, place+" ")
	return l.String()
}

// taken says how much of a report's file was taken, where that is not all.
func taken(rep *report.Report) string {
	if part := rep.Taken(); rep.Whole > 0 && part < 0.995 {
		return fmt.Sprintf("%.0f%% taken", 100*part)
	}
	return "in part"
}

// MinTitle is the columns from which a pane's heading spells out what it counts.
const MinTitle = 60
