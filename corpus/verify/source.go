package verify

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/seal"
	"parallax/corpus/statement"
)

// checker checks the quotations of one file.
type checker struct {
	set       *statement.Set
	sheet     *sheet
	kept      map[seal.Line]bool // the lines that were sealed; nil without a seal
	keptNotes map[string]bool    // and their citations
	sources   []listed
	texts     map[report.ID]*wordText
}

// listed is a source of the file's list.
type listed struct {
	number   int
	text     string // the line behind "Source 1: ", normalised
	fileHash string
	textHash string    // "" when it is the file's
	report   report.ID // -1 when it was not given
	changed  bool      // its hash is another one than the report's
	sameFile bool      // the hash of its file is the report's
	kept     bool      // it is as it was sealed
}

var (
	listedPattern = regexp.MustCompile(`^Source (\d{1,9}): (.+)$`)
	hashPattern   = regexp.MustCompile(`, SHA-256 ([0-9a-f]{64})(?:, SHA-256 of the text ([0-9a-f]{64}))?`)
)

// listSources reads the file's list of sources and finds each among the reports: by its hash, else by its address, its
// file's name or its outlet.
func (c *checker) listSources() {
	c.readSources()
	for i := range c.sources {
		c.findReport(&c.sources[i])
	}
}

// readSources reads the list. Of two entries with one number the last counts, since the list stands at the end.
func (c *checker) readSources() {
	for _, p := range c.sheet.paragraphs {
		m := listedPattern.FindStringSubmatch(brief.Normal(p.text))
		if m == nil || p.apart {
			continue
		}
		hashes := hashPattern.FindStringSubmatch(m[2])
		if hashes == nil {
			continue
		}
		number, _ := strconv.Atoi(m[1])
		s := listed{number: number, text: m[2], fileHash: hashes[1], textHash: hashes[2], report: -1}
		if line, ok := p.line(); ok {
			s.kept = c.kept[line]
		}
		c.sources = slices.DeleteFunc(c.sources, func(old listed) bool { return old.number == number })
		c.sources = append(c.sources, s)
	}
}

// findReport finds the report that a source of the list is.
func (c *checker) findReport(s *listed) {
	best := 0
	for i := range c.set.Reports {
		r := &c.set.Reports[i]
		score := 0
		if hex.EncodeToString(r.FileHash[:]) == s.fileHash {
			score = 8
		} else if hash := hex.EncodeToString(r.TextHash[:]); s.textHash == hash || s.fileHash == hash {
			score = 8 // the same text, saved otherwise
		}
		same := score > 0
		if same && s.textHash == hex.EncodeToString(r.TextHash[:]) {
			score += 4 // a file may hold several reports
		}
		if s.outlet(r) {
			score += 2
		}
		if address := brief.Normal(r.URL); address != "" && strings.HasSuffix(s.text, ", "+address) {
			score += 2
		}
		if strings.Contains(s.text, ", file "+brief.Normal(filepath.Base(r.Path))+",") {
			score++
		}
		if score > best {
			best, s.report, s.changed = score, report.ID(i), !same
			s.sameFile = hex.EncodeToString(r.FileHash[:]) == s.fileHash
		}
	}
}

// outlet reports whether the list has the source under the outlet of r.
func (s *listed) outlet(r *report.Report) bool {
	return strings.HasPrefix(s.text, brief.Normal(r.Outlet)+", ")
}

// outletIn is the outlet of a line that begins with outlet and title.
func outletIn(line string) string {
	end := len(line)
	for _, mark := range []string{`, "`, ", “", ", untitled"} {
		if i := strings.Index(line, mark); i >= 0 {
			end = min(end, i)
		}
	}
	return line[:end]
}

// outlets is the names that may stand before a quotation, the longest first.
func (c *checker) outlets() []string {
	var names []string
	for i := range c.set.Reports {
		names = append(names, brief.Normal(c.set.Reports[i].Outlet))
	}
	for _, s := range c.sources {
		names = append(names, outletIn(s.text))
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return slices.Compact(names)
}

// sourceFindings is what the check says of the list.
func (c *checker) sourceFindings() []SourceFinding {
	var all []SourceFinding
	for i := range c.sources {
		s := &c.sources[i]
		f := SourceFinding{Number: s.number, Outlet: outletIn(s.text), Report: s.report}
		switch {
		case s.report < 0:
			f.Outcome, f.Why = Unchecked, "the source is not among the reports given"
		case s.changed:
			f.Outcome, f.Why = SourceChanged, "its SHA-256 is not that of the report given"
		case !s.outlet(&c.set.Reports[s.report]):
			f.Outcome, f.Why = c.renamed(s)
		case s.sameFile && !s.kept:
			f.Outcome, f.Why = c.described(s)
		}
		all = append(all, f)
	}
	return all
}

// renamed is what to say of a source that is listed under another name than its report has: moved to another outlet
// where that name is another report's, or where the report knows from elsewhere than its file's name who published it.
func (c *checker) renamed(s *listed) (Outcome, string) {
	r := &c.set.Reports[s.report]
	for i := range c.set.Reports {
		if s.outlet(&c.set.Reports[i]) {
			return Misplaced, fmt.Sprintf("it is listed as %s, but its SHA-256 is that of the report of %s", outletIn(s.text), brief.Normal(r.Outlet))
		}
	}
	if u, err := url.Parse(r.URL); r.Published.Known() || err == nil && u.Host != "" {
		return Misplaced, fmt.Sprintf("it is listed as %s, the report given is of %s", outletIn(s.text), brief.Normal(r.Outlet))
	}
	return Unchecked, fmt.Sprintf("it is listed as %s, the report given is called %s: nothing here says who published it", outletIn(s.text), brief.Normal(r.Outlet))
}

// numbered is the source of the list with that number, nil when there is none.
func (c *checker) numbered(n int) *listed {
	for i := range c.sources {
		if c.sources[i].number == n {
			return &c.sources[i]
		}
	}
	return nil
}

// reference is a citation read.
type reference struct {
	outlet      string
	first, last int
	source      *listed   // nil when the list does not have it
	report      report.ID // -1 when it was not given
	wrong       string    // what in it contradicts the list of sources; "" when nothing does
	rest        string    // what stands behind the numbers of the statements
}

var sourcePattern = regexp.MustCompile(`, source (\d{1,9})\b[^,]*$`)

// read reads a citation. The outlet is what a reader goes by: where outlet and number of the source disagree, the source
// is the one of the outlet.
func (c *checker) read(citation string) reference {
	ref := reference{report: -1}
	var byNumber *listed
	if m := sourcePattern.FindStringSubmatch(citation); m != nil {
		n, _ := strconv.Atoi(m[1])
		byNumber = c.numbered(n)
	}
	order := make([]*listed, 0, len(c.sources)+1)
	if byNumber != nil {
		order = append(order, byNumber)
	}
	for i := range c.sources {
		order = append(order, &c.sources[i])
	}
	matches := statementsPattern.FindAllStringSubmatchIndex(citation, -1)
	numbers := matches[0]
search:
	for _, ends := range [][]string{listedEnds, {", "}} {
		for _, s := range order {
			for _, m := range slices.Backward(matches) {
				if head := citation[:m[0]]; s.text == head || begins(s.text, head, ends) {
					ref.source, numbers = s, m
					break search
				}
			}
		}
	}
	ref.first, ref.last = numbersOf(citation, numbers)
	ref.rest = citation[max(numbers[3], numbers[5]):]
	ref.outlet = outletIn(citation[:numbers[0]])
	switch {
	case ref.source == nil && len(c.sources) > 0:
		c.guess(&ref, order)
	case ref.source != nil && byNumber == nil:
		ref.wrong = "it does not name the number of its source"
	case ref.source != byNumber:
		ref.wrong = fmt.Sprintf("it names source %d, which is %s", byNumber.number, outletIn(byNumber.text))
	}
	if ref.source != nil {
		ref.report = ref.source.report
		return ref
	}
	for i := range c.set.Reports {
		if r := &c.set.Reports[i]; strings.HasPrefix(citation, brief.Normal(r.Outlet)+", ") {
			ref.report = r.ID
			break
		}
	}
	return ref
}

// listedEnds is what may follow outlet, title and date in the list of sources. A title may hold anything, also what looks
// like the rest of a citation; the longest beginning that both share is what is cited.
var listedEnds = []string{", byline: ", ", note: ", ", file ", ", read by ", ", SHA-256 "}

func begins(text, head string, ends []string) bool {
	rest, ok := strings.CutPrefix(text, head)
	return ok && slices.ContainsFunc(ends, func(end string) bool { return strings.HasPrefix(rest, end) })
}

func numbersOf(citation string, m []int) (first, last int) {
	first, _ = strconv.Atoi(citation[m[2]:m[3]])
	last = first
	if m[4] >= 0 {
		last, _ = strconv.Atoi(citation[m[4]:m[5]])
	}
	return first, max(first, last)
}

// guess finds the source of a citation whose title or date is not the list's.
func (c *checker) guess(ref *reference, order []*listed) {
	for _, s := range order {
		if outletIn(s.text) == ref.outlet {
			ref.source, ref.wrong = s, "its title or date is not that of the source"
			return
		}
	}
	ref.wrong = fmt.Sprintf("no source of the list is called %s", ref.outlet)
}
