package reader

import (
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/line"
	"parallax/ui/pane"
	"parallax/ui/theme"
)

// stacked shows one report and below it the counterparts of the cursor's statement, for screens too narrow for two
// panes.
type stacked struct{}

func (stacked) draw(r *Reader, b *strings.Builder) {
	t, p := r.theme, r.plan
	b.WriteString(r.header() + "\n" + r.strip() + "\n")
	if p.Rule.H > 0 {
		b.WriteString(t.Rule.Wrap(strings.Repeat(t.Horizontal, r.width)) + "\n")
	}
	for y := range p.Titles.H {
		if y == 0 {
			b.WriteString(r.title(r.at.Report, r.width))
		} else {
			b.WriteString(line.Blank(r.width))
		}
		b.WriteByte('\n')
	}
	r.drawBody(b)
	if p.Below.H == 0 {
		return
	}
	b.WriteString(t.Rule.Wrap(strings.Repeat(t.Horizontal, r.width)) + "\n")
	r.drawBelow(b, p.Below.H-1)
}

func (stacked) cursor(r *Reader) (x, y int, ok bool) { return sideBySide{}.cursor(r) }

func (r *Reader) drawBody(b *strings.Builder) {
	doc := r.doc(r.at.Report)
	for y := range r.plan.Body.H {
		doc.Draw(b, &r.views[0], y, r.theme)
		b.WriteByte('\n')
	}
}

// wording is one outlet's part in the current claim, for the list below the report.
type wording struct {
	mark, outlet string
	number       int // of the statement, 0 for a silent outlet
	text         string
}

// wordings is the counterparts in all reports that are not on screen, then one line for all that are silent.
func (r *Reader) wordings() []wording {
	if r.claim == noClaim {
		return nil
	}
	var ws []wording
	off := r.offScreen()
	for _, id := range off {
		cs := r.counterparts(id)
		if len(cs) == 0 {
			continue
		}
		c := cs[r.counterpart%len(cs)]
		w := r.wordingOf(c.Statement, markOf(c))
		if len(cs) > 1 {
			w.text += fmt.Sprintf(" (+%d more)", len(cs)-1)
		}
		ws = append(ws, w)
	}
	for _, id := range off {
		if s, ok := r.elsewhere(id); ok {
			ws = append(ws, r.wordingOf(s, pane.Elsewhere))
		}
	}
	if silent := r.silentOutlets(off); len(silent) > 0 {
		ws = append(ws, wording{mark: r.theme.Silent, outlet: "no counterpart found", text: strings.Join(silent, ", ")})
	}
	return ws
}

func (r *Reader) wordingOf(id statement.ID, mark pane.Mark) wording {
	t := r.theme
	glyph := map[pane.Mark]string{pane.Same: t.Same, pane.Partial: t.Partial, pane.Differs: t.Differs, pane.Elsewhere: t.Elsewhere}[mark]
	set, text := r.corpus.Statements, r.text(id)
	if mark != pane.Elsewhere && r.another(id) {
		text = t.OtherVoice + " " + text
	}
	return wording{mark: glyph, outlet: set.Named(set.All[id].Report), number: set.All[id].Number, text: text}
}

// offScreen is the reports without a pane on screen.
func (r *Reader) offScreen() []report.ID {
	on := r.onScreen()
	var off []report.ID
	for _, id := range r.order {
		if !slices.Contains(on, id) {
			off = append(off, id)
		}
	}
	return off
}

// silentOutlets is the names of the outlets of these reports that are silent.
func (r *Reader) silentOutlets(ids []report.ID) []string {
	silent := make(map[string]bool)
	for _, o := range r.tally.outlets {
		silent[o.name] = o.silent
	}
	var names []string
	for _, id := range ids {
		if name := r.corpus.Reports[id].Outlet; silent[name] {
			if r.corpus.Reports[id].InPart() {
				names = append(names, name+" (taken in part)")
			} else {
				names = append(names, name)
			}
			silent[name] = false // once
		}
	}
	return names
}

func (r *Reader) text(id statement.ID) string { return safe.Line(r.corpus.Statements.Line(id)) }

// drawBelow writes rows rows of wordings: one for each first, then what is left to those that need more.
func (r *Reader) drawBelow(b *strings.Builder, rows int) {
	ws := r.wordings()
	if len(ws) == 0 {
		r.drawNote(b, rows, r.belowNote())
		return
	}
	wrapped := make([][]string, 0, len(ws))
	for _, w := range ws {
		wrapped = append(wrapped, r.wrapWording(w))
	}
	shares := share(wrapped, rows)
	for i, lines := range wrapped {
		for k := range shares[i] {
			text := lines[k]
			if k == shares[i]-1 && k < len(lines)-1 {
				text = safe.Truncate(text+" "+strings.TrimLeft(lines[k+1], " "), r.width-1, r.theme.Ellipsis)
			}
			style := theme.Style("")
			if ws[i].number == 0 {
				style = r.theme.Quiet
			}
			b.WriteString(line.New(r.width, r.theme.Ellipsis).Glyph(style, text).String())
			b.WriteByte('\n')
			rows--
		}
	}
	r.drawNote(b, rows, "")
}

// wrapWording is a wording in rows of the screen's width, its continuation indented.
func (r *Reader) wrapWording(w wording) []string {
	head := w.mark + " " + w.outlet
	if w.number > 0 {
		head += fmt.Sprintf(" %d", w.number)
	}
	return line.Wrap(head+": "+w.text, r.width-1, "  ")
}

// share gives each of the texts a row while there are rows, then the rest in turn to those that need more.
func share(texts [][]string, rows int) []int {
	shares := make([]int, len(texts))
	for given := true; given && rows > 0; {
		given = false
		for i := range texts {
			if rows > 0 && shares[i] < len(texts[i]) {
				shares[i]++
				rows--
				given = true
			}
		}
	}
	return shares
}

// belowNote is what stands below the report when there is no claim.
func (r *Reader) belowNote() string {
	if r.linked == nil {
		return "linking" + r.theme.Ellipsis
	}
	return r.whyNoClaim()
}

func (r *Reader) drawNote(b *strings.Builder, rows int, note string) {
	for y := range max(0, rows) {
		text := ""
		if y == 0 {
			text = note
		}
		b.WriteString(line.New(r.width, r.theme.Ellipsis).Put(r.theme.Quiet, text).String())
		b.WriteByte('\n')
	}
}
