package cli

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/corpus/verify"
)

// verifyCommand checks the quotations of an exported brief.
type verifyCommand struct {
	File   string   `arg:"" help:"An exported brief (md, html, docx or json), or - for standard input."`
	Paths  []string `arg:"" optional:"" name:"path" help:"The reports that it quotes: files, folders, or - for standard input."`
	Sealed bool     `help:"Also exit with 1 when the brief is not as it was exported, or has no seal."`
	Format format   `enum:"text,json" default:"text" placeholder:"FORMAT" help:"text or json. (default: text)"`
}

// Help is what --help adds.
func (verifyCommand) Help() string {
	return `Every quotation is looked for in the statements that its citation names. White space and the forms
of Unicode do not count; every letter and sign does, also kinds of quotation marks and dashes, and what is left out needs
its [...]. The brief may have been edited and saved by other programs: what is checked is what its readers see.

The last line is the verdict:

  sealed     unchanged since export, all quotations right
  edited     changed since export, all quotations right: what was added, removed, reworded or moved is listed
  wrong      a quotation, or what the brief says of its sources and silences, is not right
  no seal    all quotations right; an older export, of which nobody can say what was edited
  unchecked  nothing is wrong, but something could not be checked here

The seal is a checksum, not a signature: whoever has parallax can seal other words anew. It is as good as the way on
which the brief came. What a person adds around the quotations is theirs, and not checked.

Examples:

  parallax verify brief.md                  against the five reports that come with parallax
  parallax verify brief.docx reports/
  parallax verify brief.html reports/ --format json
  parallax brief reports/ | parallax verify - reports/

Exit status: 0 sealed, edited or no seal, 1 wrong (with --sealed: anything but sealed), 2 something could not be checked
here or the call was wrong.
`
}

// Run checks.
func (c *verifyCommand) Run(p *program) error {
	file, err := c.read(p)
	if err != nil {
		return err
	}
	o := p.beside(c.Paths)
	if o == nil {
		return nil
	}
	reports, err := p.listed(file, c.File, o.Reports)
	if err != nil {
		return err
	}
	v, err := verify.Verify(file, c.File, others(reports, file))
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	status := v.Status()
	if c.Sealed && (v.Seal != verify.SealWhole || len(v.Changes) > 0) {
		status = nothing
	}
	if status == nothing || p.status == found {
		p.status = status
	}
	if c.Format == asJSON {
		return p.out.json(checked(c.File, v))
	}
	c.print(p, v)
	return nil
}

// mostBrief is how many bytes of a brief are read.
const mostBrief = 256 << 20

// read reads the brief.
func (c *verifyCommand) read(p *program) ([]byte, error) {
	if c.File != "-" {
		return source.File(c.File, report.Limits{Bytes: mostBrief, Time: p.call.Deadline})
	}
	for _, path := range c.Paths {
		if path == "-" {
			return nil, errors.New("standard input is either the brief or a report")
		}
	}
	if p.stdin == nil {
		return nil, errors.New("-: there is no standard input")
	}
	return io.ReadAll(io.LimitReader(p.stdin, mostBrief))
}

// others is the reports without the brief itself, which may lie in their folder and would confirm its own quotations.
func others(reports []report.Report, file []byte) []report.Report {
	hash := sha256.Sum256(file)
	var rest []report.Report
	for _, r := range reports {
		if r.FileHash != hash {
			r.ID = report.ID(len(rest))
			rest = append(rest, r)
		}
	}
	return rest
}

func (c *verifyCommand) print(p *program, v *verify.Verification) {
	for _, f := range v.Quotations {
		if f.Outcome == verify.Verified {
			continue
		}
		p.out.printf("%s: quotation %d, %s: %s\n", c.File, f.Place, cited(f), f.Outcome.String())
		for _, line := range []struct{ label, text string }{
			{"why", f.Why}, {"brief", quoted(f.Quote)}, {"source", near(f)}, {"differs", differs(f.Differences)},
		} {
			if line.text != "" {
				p.out.printf("  %-8s %s\n", line.label+":", line.text)
			}
		}
	}
	for _, s := range v.Sources {
		if s.Outcome != verify.Verified {
			p.out.printf("%s: source %d, %s: %s\n  %-8s %s\n", c.File, s.Number, s.Outlet, s.Outcome.String(), "why:", s.Why)
		}
	}
	for _, change := range v.Changes {
		c.printChange(p, change)
	}
	p.out.printf("%s\n%s\n", total(v), verdict(v))
}

// printChange tells one change. What was reworded is shown as words that went and came.
func (c *verifyCommand) printChange(p *program, change verify.Change) {
	said := change.Kind.String() + ": " + change.What
	switch {
	case change.Kind == verify.Shown || change.Kind == verify.Disagrees:
		said = change.Kind.String() + ": " + change.Why
	case change.Why != "":
		said += ", " + change.Why
	}
	if change.Wrong {
		said += " (wrong)"
	}
	p.out.printf("%s: %s\n", c.File, said)
	lines := [][2]string{{"was", change.Was}, {"now", change.Now}}
	if change.Kind == verify.Moved {
		lines = lines[1:]
	}
	for _, line := range append(lines, [2]string{"differs", differs(change.Differences)}) {
		if line[1] != "" {
			p.out.printf("  %-8s %s\n", line[0]+":", line[1])
		}
	}
}

// verdict is the last line.
func verdict(v *verify.Verification) string {
	switch v.Verdict() {
	case verify.VerdictSealed:
		return "sealed: unchanged since export, all quotations right"
	case verify.VerdictEdited:
		return "edited: " + language.Counted(len(v.Changes), "change") + " since export, all quotations right" + sealNote(v)
	case verify.VerdictWrong:
		return "wrong: not all that it says of its sources is right" + sealNote(v)
	case verify.VerdictUnsealed:
		return "no seal: all quotations right; nobody can say what was edited"
	}
	return "unchecked: nothing is wrong, but not everything could be checked here" + sealNote(v)
}

// sealNote is the state of the seal where the verdict does not say it.
func sealNote(v *verify.Verification) string {
	switch v.Seal {
	case verify.SealWhole:
		return "; the seal is whole"
	case verify.Unsealed:
		return "; there is no seal"
	case verify.SealBad:
		return "; the seal is damaged"
	}
	return ""
}

// cited is which statements a quotation claims to be.
func cited(f verify.Finding) string {
	switch {
	case f.Outlet == "":
		return "without a citation that can be read"
	case f.First == 0:
		return f.Outlet
	case f.Last > f.First:
		return fmt.Sprintf("%s, statements %d-%d", f.Outlet, f.First, f.Last)
	}
	return fmt.Sprintf("%s, statement %d", f.Outlet, f.First)
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}

// near is the words of a source that come nearest, and where they stand.
func near(f verify.Finding) string {
	if f.Near == "" {
		return ""
	}
	return fmt.Sprintf("“%s” (%s, statement %d)", f.Near, f.NearOutlet, f.NearFirst)
}

// around is how much of what is the same is shown on each side of a difference, in runes.
const around = 20

// differs shows what went as [-was-] and what came as {+now+}, as word diffs do, with a little of what is around them.
func differs(ds []brief.Difference) string {
	var b strings.Builder
	for i, d := range ds {
		switch {
		case d.Was == d.Now:
			b.WriteString(shortened(d.Was, i > 0, i < len(ds)-1))
		case d.Was != "":
			b.WriteString("[-" + d.Was + "-]")
		default:
			b.WriteString("{+" + d.Now + "+}")
		}
	}
	return strings.TrimSpace(b.String())
}

// shortened is what two wordings share: its end where a difference follows, its beginning where one stands before it.
func shortened(s string, before, after bool) string {
	runes := []rune(s)
	switch {
	case len(runes) <= 2*around:
		return s
	case before && after:
		return string(runes[:around]) + " … " + string(runes[len(runes)-around:])
	case after:
		return "… " + string(runes[len(runes)-around:])
	case before:
		return string(runes[:around]) + " …"
	}
	return s
}

// total counts the quotations by outcome.
func total(v *verify.Verification) string {
	counts := map[verify.Outcome]int{}
	for _, f := range v.Quotations {
		counts[f.Outcome]++
	}
	said := []string{}
	for o := verify.Verified; o <= verify.Unchecked; o++ {
		if n := counts[o]; n > 0 {
			said = append(said, fmt.Sprintf("%d %s", n, o))
		}
	}
	if len(said) == 0 {
		return "no quotations"
	}
	return language.Counted(len(v.Quotations), "quotation") + ": " + strings.Join(said, ", ")
}

// checkedFile is a check for machines.
type checkedFile struct {
	File       string             `json:"file"`
	Format     string             `json:"format"`
	Program    string             `json:"program,omitempty"` // that made the file, as it says
	Verdict    string             `json:"verdict"`           // sealed, edited, wrong, no seal or unchecked
	Seal       string             `json:"seal"`              // unchanged, changed, none or damaged
	Quotations []checkedQuotation `json:"quotations"`
	Sources    []checkedSource    `json:"sources"`
	Changes    []checkedChange    `json:"changes"` // beside the quotations
}

// checkedChange is what was done to a brief beside its quotations.
type checkedChange struct {
	Kind    string   `json:"change"` // added, removed, reworded, moved, shown otherwise or does not agree
	What    string   `json:"what"`
	Why     string   `json:"why,omitempty"`
	Was     string   `json:"was,omitempty"`
	Now     string   `json:"now,omitempty"`
	Changes []change `json:"changes,omitempty"` // from was to now
	Wrong   bool     `json:"wrong"`
}

type checkedQuotation struct {
	Place      int      `json:"quotation"` // in the file, from 1
	Outcome    string   `json:"outcome"`
	Why        string   `json:"why,omitempty"`
	Quote      string   `json:"quote"`
	Citation   string   `json:"citation,omitempty"`
	Outlet     string   `json:"outlet,omitempty"`
	First      int      `json:"statement,omitempty"`
	Last       int      `json:"last_statement,omitempty"`
	Near       string   `json:"near,omitempty"`
	NearOutlet string   `json:"near_outlet,omitempty"`
	NearFirst  int      `json:"near_statement,omitempty"`
	Changes    []change `json:"changes,omitempty"` // from near to quote
}

// change is a run of words that is the same (both), gone (was) or new (now).
type change struct {
	Was string `json:"was"`
	Now string `json:"now"`
}

type checkedSource struct {
	Number  int    `json:"source"`
	Outcome string `json:"outcome"`
	Why     string `json:"why,omitempty"`
	Outlet  string `json:"outlet"`
}

func checked(file string, v *verify.Verification) checkedFile {
	c := checkedFile{File: filepath.ToSlash(file), Format: v.Format, Program: v.Program, Verdict: v.Verdict(), Seal: v.Seal.String(), Changes: []checkedChange{}, Quotations: []checkedQuotation{}, Sources: []checkedSource{}}
	for _, f := range v.Quotations {
		q := checkedQuotation{f.Place, f.Outcome.String(), f.Why, f.Quote, f.Citation, f.Outlet, f.First, f.Last, f.Near, f.NearOutlet, f.NearFirst, nil}
		for _, d := range f.Differences {
			q.Changes = append(q.Changes, change(d))
		}
		c.Quotations = append(c.Quotations, q)
	}
	for _, one := range v.Changes {
		k := checkedChange{one.Kind.String(), one.What, one.Why, one.Was, one.Now, nil, one.Wrong}
		for _, d := range one.Differences {
			k.Changes = append(k.Changes, change(d))
		}
		c.Changes = append(c.Changes, k)
	}
	for _, s := range v.Sources {
		c.Sources = append(c.Sources, checkedSource{s.Number, s.Outcome.String(), s.Why, s.Outlet})
	}
	return c
}
