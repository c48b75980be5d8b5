package verify

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/seal"
)

// What a brief says of silences, outlets and numbers follows from what it quotes and lists. Where no seal vouches for a
// line, it must agree with the others: a silence is of an outlet of the list, by its number, and in one of two wordings;
// an outlet that is quoted in a claim is not silent in it; a claim says how many outlets it quotes; what is numbered has
// no gaps.

// unseal reads the seal and tells what it finds.
func (c *checker) unseal(v *Verification) {
	if c.sheet.sealText == "" {
		if c.sheet.wasSealed() {
			v.Changes = append(v.Changes, Change{Kind: Removed, What: "seal", Why: "the brief says that it has one; what else was taken out or reworded cannot be told"})
		}
		return
	}
	s, err := seal.Read(c.sheet.sealText)
	if err != nil {
		v.Seal, v.SealWhy = SealBad, err.Error()
		v.Changes = append(v.Changes, Change{Kind: Reworded, What: "seal", Why: v.SealWhy})
		return
	}
	if c.sheet.collection == nil {
		s = s.Again()
	}
	c.vouch(s.Lines)
	lines := c.sheet.lines()
	if v.Seal = SealWhole; !s.Holds(lines) {
		v.Seal = SealBroken
		v.Changes = append(v.Changes, changesOf(s.Compare(lines))...)
	}
}

// vouch takes note of what was sealed.
func (c *checker) vouch(lines []seal.Line) {
	c.kept, c.keptNotes = make(map[seal.Line]bool, len(lines)), make(map[string]bool)
	for _, line := range lines {
		if citation := seal.Cited(line); citation != "" {
			line = seal.Line{Text: citation}
		}
		if line, ok := seal.Of(line.Level, line.Text, line.Note); ok {
			c.kept[line], c.keptNotes[line.Note] = true, true
		}
	}
}

// group is a claim or a passage of a brief, as its lines have it.
type group struct {
	label  []string // what CountPattern finds; nil before the first
	line   seal.Line
	quoted []string // outlets
	silent []string
}

// agreement holds lines against each other.
type agreement struct {
	*checker
	groups []group
	found  []Change
}

// disagreements are what the brief says in one place and not in another.
func (c *checker) disagreements() []Change {
	a := &agreement{checker: c, groups: []group{{}}}
	if c.sheet.collection != nil {
		a.collection(c.sheet.collection)
		return a.found
	}
	for i := range c.sheet.paragraphs {
		if p := &c.sheet.paragraphs[i]; !p.note {
			a.read(p)
		}
	}
	for i := range a.groups {
		a.count(&a.groups[i])
	}
	if c.kept == nil {
		a.gaps()
	}
	return a.found
}

func (a *agreement) tell(what string, wrong bool, why string) {
	a.found = append(a.found, Change{Kind: Disagrees, What: what, Why: why, Wrong: wrong})
}

// read reads one paragraph.
func (a *agreement) read(p *sheetParagraph) {
	line, ok := p.line()
	if !ok {
		return
	}
	g := &a.groups[len(a.groups)-1]
	switch line.What() {
	case seal.Count:
		a.groups = append(a.groups, group{label: seal.CountPattern.FindStringSubmatch(line.Text), line: line})
	case seal.Heading, seal.Title:
		a.groups = append(a.groups, group{})
	case seal.Quotation:
		for _, n := range citations(*p) {
			if ref := a.checker.read(n.text); ref.outlet != "" {
				g.quoted = append(g.quoted, ref.outlet)
			}
		}
	case seal.Silence:
		if !p.apart {
			a.silence(g, line)
		}
	}
}

// usual reports whether it is what a brief says of an outlet without a wording.
func usual(said string) bool {
	return said == brief.Silence{}.String() || said == brief.Silence{Checked: true}.String() || brief.ElsewherePattern.MatchString(said)
}

// silence reads a line that says that an outlet is silent. Lines that only look like one are the reader's own.
func (a *agreement) silence(g *group, line seal.Line) {
	m := seal.SilencePattern.FindStringSubmatch(line.Text)
	outlet, said := m[1], m[3]
	known := slices.Contains(a.outlets(), outlet)
	if !known && !usual(said) {
		return
	}
	g.silent = append(g.silent, outlet)
	if a.kept[line] {
		return
	}
	if !usual(said) {
		a.tell("silence", true, fmt.Sprintf("of %s it is said “%s”, and parallax does not say that of a silence", outlet, said))
		return
	}
	for text := range strings.SplitSeq(m[2], ", ") {
		number, _ := strconv.Atoi(text)
		switch s := a.numbered(number); {
		case s == nil:
			a.tell("silence", true, fmt.Sprintf("%s is called source %d, which the list does not have", outlet, number))
		case outletIn(s.text) != outlet:
			a.tell("silence", true, fmt.Sprintf("%s is called source %d, which is %s", outlet, number, outletIn(s.text)))
		}
	}
}

// count holds what a claim says of its outlets against what it quotes.
func (a *agreement) count(g *group) {
	if g.label == nil || a.kept[g.line] && a.kept != nil {
		return
	}
	name := strings.TrimSpace(g.label[1] + g.label[4] + " " + g.label[2] + g.label[5])
	for _, outlet := range g.silent {
		if slices.Contains(g.quoted, outlet) {
			a.tell("silence", true, fmt.Sprintf("%s: %s is quoted, and is said to be silent", name, outlet))
		}
	}
	quoted := distinct(g.quoted)
	if len(quoted) == 0 {
		a.tell("quotation", false, name+": no quotation follows")
	}
	if g.label[1] == "" {
		return
	}
	if said, _ := strconv.Atoi(g.label[3]); said != len(quoted) && len(quoted) > 0 {
		a.tell("heading of a claim", true, fmt.Sprintf("%s is said to have %d outlets, and quotes %d", name, said, len(quoted)))
	}
	listed := make([]string, 0, len(a.sources))
	for i := range a.sources {
		listed = append(listed, outletIn(a.sources[i].text))
	}
	for _, outlet := range distinct(listed) {
		if !slices.Contains(quoted, outlet) && !slices.Contains(g.silent, outlet) && !a.gone() {
			a.tell("silence", false, fmt.Sprintf("%s: nothing is said of %s, neither what it says nor that it is silent", name, outlet))
		}
	}
}

// gone reports whether a report that is quoted was not among those that the brief was made from: nobody said then who is
// silent beside it.
func (a *agreement) gone() bool {
	return slices.ContainsFunc(a.sheet.paragraphs, func(p sheetParagraph) bool {
		return slices.ContainsFunc(p.notes, func(n sheetNote) bool { return strings.Contains(n.text, "not found in the source again") })
	})
}

func distinct(all []string) []string {
	all = slices.Clone(all)
	slices.Sort(all)
	return slices.Compact(all)
}

// gaps tells of what is numbered out of order, or not at all.
func (a *agreement) gaps() {
	next := map[string]int{"Claim": 1, "Passage": 1}
	for _, g := range a.groups {
		if g.label == nil {
			continue
		}
		name := g.label[1] + g.label[4]
		number, _ := strconv.Atoi(g.label[2] + g.label[5])
		switch want := next[name]; {
		case number == want+1:
			a.tell("quotation", false, fmt.Sprintf("%s %d is gone", name, want))
		case number > want:
			a.tell("quotation", false, fmt.Sprintf("%s %d to %d are gone", name, want, number-1))
		case number < want:
			a.tell("quotation", false, fmt.Sprintf("%s %d stands behind %s %d", name, number, name, want-1))
		}
		next[name] = max(next[name], number+1)
	}
	for i, mark := range a.sheet.marks {
		this, err := strconv.Atoi(mark)
		if i == 0 || err != nil {
			continue
		}
		if before, err := strconv.Atoi(a.sheet.marks[i-1]); err == nil && this < before {
			a.tell("quotation", false, fmt.Sprintf("the quotation with footnote %d stands behind that with footnote %d", this, before))
		}
	}
	for i := range a.sources {
		if n := a.sources[i].number; i > 0 && n != a.sources[i-1].number+1 || i == 0 && n != 1 {
			a.tell("source", false, fmt.Sprintf("source %d is not where the numbers would have it", n))
		}
	}
}

// described holds a line of the list of sources against the report with the same file. What the report does not know
// itself, since nothing beside its file says it, cannot be held against it.
func (c *checker) described(s *listed) (Outcome, string) {
	r := &c.set.Reports[s.report]
	src := brief.SourceOf(r)
	differs := func(what, is string) (Outcome, string) {
		return Miscited, fmt.Sprintf("its %s is not that of the report, which has %s", what, is)
	}
	title, date := brief.Normal(brief.Titled(&src)), "undated"
	if src.Published.Known() {
		date = src.Published.String()
	}
	rest := strings.TrimPrefix(s.text, brief.Normal(src.Outlet)+", ")
	after, ok := strings.CutPrefix(rest, title+", ")
	if !ok && src.Title != "" {
		return differs("title", title)
	}
	if known := src.Published.Known() || src.URL != ""; ok && known && !strings.HasPrefix(after, date+", ") {
		return differs("date", date)
	}
	for _, f := range []struct{ what, label, is string }{{"byline", "byline: ", src.Byline}, {"note", "note: ", src.Note}} {
		if is := brief.Normal(f.is); is != "" && !strings.Contains(s.text, ", "+f.label+is+", ") {
			return differs(f.what, is)
		}
	}
	if address := brief.Normal(src.URL); address != "" && !strings.HasSuffix(s.text, ", "+address) {
		return differs("address", address)
	}
	if name := brief.Normal(src.File); !strings.Contains(s.text, ", file "+name+", ") {
		for i := range c.set.Reports {
			other := brief.SourceOf(&c.set.Reports[i])
			if report.ID(i) != s.report && strings.Contains(s.text, ", file "+brief.Normal(other.File)+", ") {
				return Misplaced, fmt.Sprintf("it is listed as %s, which is the file of %s; its SHA-256 is that of %s", other.File, brief.Normal(other.Outlet), name)
			}
		}
	}
	return Verified, ""
}
