package methods

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"strings"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/language"
	"parallax/corpus/match"
	"parallax/corpus/report"
)

// digestBytes is how much of a SHA-256 a digest keeps: that two of a study's few thousand claims meet by chance is less
// likely than 1 in 10^11.
const digestBytes = 8

func digest(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)[:digestBytes]) }

// Print is the fingerprint of what was found. Statements are named by their text and number, so that neither the names nor the
// order of files matter.
func Print(version string, c *corpus.Corpus, links *match.Links, claims *claim.Claims, kept *brief.Resolved) brief.Fingerprint {
	f := brief.Fingerprint{
		Version: version, Weights: links.Weights().Hash(), Threshold: links.Weights().Threshold(), OneStory: c.IsOneStory(),
		Made: kept.Brief.Made, Counts: count(c, links, claims, kept),
	}
	set := c.Statements
	for i := range c.Reports {
		if kept.IsLeftOut(report.ID(i)) {
			continue
		}
		r, h := &c.Reports[i], sha256.New()
		for _, st := range set.In(report.ID(i)) {
			fmt.Fprintln(h, st.Span.Start, st.Span.End, st.IsStory())
		}
		f.Files = append(f.Files, brief.FilePrint{File: brief.RefTo(r).File, Text: r.TextHash, Outlet: r.Outlet, Cut: digest(h)})
	}
	name := func(id int) string {
		st := &set.All[id]
		return fmt.Sprintf("%x:%s:%d", set.Reports[st.Report].TextHash, set.Reports[st.Report].Outlet, st.Number)
	}
	var lines []string
	for _, l := range links.All {
		a, b := name(int(l.A)), name(int(l.B))
		lines = append(lines, fmt.Sprintln(min(a, b), max(a, b), l.Partial, l.Differs))
	}
	f.Links = digestOf(lines)
	for i := range claims.All {
		cl := &claims.All[i]
		if len(cl.Statements) < 2 {
			continue
		}
		var of []string
		for _, id := range cl.Statements {
			of = append(of, name(int(id))+"\n")
		}
		f.Claims = append(f.Claims, brief.ClaimPrint{Name: nameOf(kept, cl), Of: digestOf(of)})
	}
	return f
}

// digestOf is the digest of lines in whatever order.
func digestOf(lines []string) string {
	slices.Sort(lines)
	h := sha256.New()
	for _, l := range lines {
		h.Write([]byte(l))
	}
	return digest(h)
}

// Difference is one thing that is not as it was.
type Difference struct {
	What string // "file", "weights", "claim", "links" ...
	Kind string // "new", "gone" or "changed"
	Name string // of which; "" where there is one only
	Was  string
	Is   string
}

// String is the difference in a line.
func (d Difference) String() string {
	s := d.What + " " + d.Kind
	if d.Name != "" {
		s += ": " + d.Name
	}
	switch {
	case d.Was != "" && d.Is != "":
		s += fmt.Sprintf(" (was %s, is %s)", d.Was, d.Is)
	case d.Was != "" || d.Is != "":
		s += " (" + d.Was + d.Is + ")"
	}
	return s
}

// Compare is what differs between two fingerprints; none when the later finds the same. The version of the program is among it
// only when something else is: by itself it changes nothing.
func Compare(was, is *brief.Fingerprint) []Difference {
	var all []Difference
	if was.Weights != is.Weights {
		all = append(all, Difference{"weights", "changed", "", fmt.Sprintf("%x", was.Weights[:digestBytes]), fmt.Sprintf("%x", is.Weights[:digestBytes])})
	}
	if was.Threshold != is.Threshold {
		all = append(all, Difference{"threshold", "changed", "", fmt.Sprintf("%.4f", was.Threshold), fmt.Sprintf("%.4f", is.Threshold)})
	}
	if was.OneStory != is.OneStory {
		all = append(all, Difference{"one story", "changed", "", fmt.Sprint(was.OneStory), fmt.Sprint(is.OneStory)})
	}
	all = append(all, compareFiles(was, is)...)
	all = append(all, compareCounts(was.Counts, is.Counts)...)
	if was.Links != is.Links {
		all = append(all, Difference{What: "links", Kind: "changed"})
	}
	all = append(all, compareClaims(was, is)...)
	if len(all) > 0 && was.Version != is.Version {
		all = append([]Difference{{"program", "changed", "", was.Version, is.Version}}, all...)
	}
	return all
}

// compareFiles tells files by their text where that is the same, else by name.
func compareFiles(was, is *brief.Fingerprint) []Difference {
	type known struct {
		text   brief.Hash
		outlet string
	}
	texts, names := make(map[known][]brief.FilePrint), make(map[string]brief.FilePrint)
	for _, f := range was.Files {
		texts[known{f.Text, f.Outlet}] = append(texts[known{f.Text, f.Outlet}], f)
	}
	var left []brief.FilePrint // of another text than any that was
	var all []Difference
	for _, f := range is.Files {
		same := texts[known{f.Text, f.Outlet}]
		if len(same) == 0 {
			left = append(left, f)
			continue
		}
		texts[known{f.Text, f.Outlet}] = same[1:]
		if same[0].Cut != f.Cut {
			all = append(all, Difference{What: "statements of file", Kind: "changed", Name: f.File})
		}
	}
	for _, fs := range texts {
		for _, f := range fs {
			names[f.File] = f
		}
	}
	for _, f := range left {
		switch old, ok := names[f.File]; {
		case !ok:
			all = append(all, Difference{What: "file", Kind: "new", Name: f.File})
		case old.Text == f.Text:
			all = append(all, Difference{"file's outlet", "changed", f.File, old.Outlet, f.Outlet})
		default:
			all = append(all, Difference{"file", "changed", f.File, fmt.Sprintf("%x", old.Text[:digestBytes]), fmt.Sprintf("%x", f.Text[:digestBytes])})
		}
		delete(names, f.File)
	}
	for _, f := range was.Files {
		if _, gone := names[f.File]; gone {
			all = append(all, Difference{What: "file", Kind: "gone", Name: f.File})
		}
	}
	return all
}

func compareCounts(was, is brief.Counts) []Difference {
	var all []Difference
	w, i := counted(was), counted(is)
	for k := range w {
		if w[k].n != i[k].n {
			all = append(all, Difference{"number of " + w[k].name, "changed", "", fmt.Sprint(w[k].n), fmt.Sprint(i[k].n)})
		}
	}
	return all
}

// tally is a count with its name.
type tally struct {
	name string
	n    int
}

func counted(n brief.Counts) []tally {
	return []tally{
		{"reports", n.Reports}, {"outlets", n.Outlets}, {"stories", n.Stories}, {"statements", n.Statements}, {"boilerplate statements", n.Boilerplate},
		{"links", n.Links}, {"links in part", n.InPart}, {"links that differ", n.Differing}, {"claims", n.Claims}, {"claims of one statement", n.Alone},
	}
}

// compareClaims tells claims by their statements, and those of other statements by their name.
func compareClaims(was, is *brief.Fingerprint) []Difference {
	old := make(map[string]int)
	for _, c := range was.Claims {
		old[c.Of]++
	}
	var fresh []brief.ClaimPrint
	for _, c := range is.Claims {
		if old[c.Of] > 0 {
			old[c.Of]--
		} else {
			fresh = append(fresh, c)
		}
	}
	gone := make(map[string]int)
	var order []string
	for _, c := range was.Claims {
		if old[c.Of] > 0 {
			old[c.Of]--
			gone[c.Name]++
			order = append(order, c.Name)
		}
	}
	var all []Difference
	for _, c := range fresh {
		kind := "new"
		if gone[c.Name] > 0 {
			gone[c.Name]--
			kind = "changed"
		}
		all = append(all, Difference{What: "claim", Kind: kind, Name: c.Name})
	}
	for _, name := range order {
		if gone[name] > 0 {
			gone[name]--
			all = append(all, Difference{What: "claim", Kind: "gone", Name: name})
		}
	}
	return all
}

// Summary says how much differs: "2 files changed, 1 claim new".
func Summary(all []Difference) string {
	n, order := make(map[[2]string]int), [][2]string(nil)
	for _, d := range all {
		k := [2]string{d.What, d.Kind}
		if n[k] == 0 {
			order = append(order, k)
		}
		n[k]++
	}
	s := ""
	for i, k := range order {
		if i > 0 {
			s += ", "
		}
		switch k[0] {
		case "file", "claim", "passage", "report left out":
			s += counting(n[k], k[0]) + " " + k[1]
		default:
			s += k[0] + " " + k[1]
		}
	}
	return s
}

// nameOf is the reader's name of a claim, else the program's.
func nameOf(kept *brief.Resolved, c *claim.Claim) string {
	return cmp.Or(kept.ClaimName(c.Statements), c.Name)
}

// counting is a number of things, of which the first word may be the noun.
func counting(n int, what string) string {
	noun, rest, _ := strings.Cut(what, " ")
	return strings.TrimSpace(language.Counted(n, noun) + " " + rest)
}
