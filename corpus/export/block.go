package export

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"

	"parallax/corpus/brief"
	"parallax/corpus/language"
)

// block is one paragraph of a brief as people read it, all of its text printed: safe, on one line, and not yet escaped
// for a format.
type block struct {
	kind     blockKind
	level    int        // of a heading, from 1
	text     string     // of a quotation: without its quotation marks
	lead     string     // of a quotation: the outlet; of a note, a line about a source and the like: what it is
	citation string     // of a quotation, without the address
	url      string     // of a quotation or a source; "" when unknown
	source   int        // of a quotation: from 1
	rows     [][]string // of a table, its heading first
}

// sourceNumber ends the citation of a quotation.
func sourceNumber(b block) string { return fmt.Sprintf(", source %d", b.source) }

// headingLevel is the level of a heading on the page, where the title has the first and there are six.
func headingLevel(level int) int { return min(6, 1+level) }

type blockKind uint8

const (
	blockTitle blockKind = iota
	blockAbout
	blockHeading
	blockText
	blockLabel // begins a passage
	blockClaim // heads a claim
	blockTable
	blockQuotation
	blockSilence
	blockNote
	blockTags
	blockSource
	blockColophon // the last
)

// blocks lays a brief out: what it says, and the list of its sources at its end.
func blocks(d *brief.Document, o Options) (body, end []block) {
	l := layout{d: d, short: o.Short}
	l.add(block{kind: blockTitle, text: titleOf(d)})
	if front := front(d); front != "" {
		l.add(block{kind: blockAbout, text: front})
	}
	about := about(d)
	if about != "" && !o.Short {
		l.add(block{kind: blockAbout, text: about})
	}
	l.blocks = append(l.blocks, tables(d)...)
	for _, it := range d.Items {
		l.item(it)
	}
	body, l.blocks = l.blocks, nil
	switch {
	case o.Short:
		l.add(block{kind: blockHeading, level: 1, text: "Annex: sources, files and versions"})
		if about != "" {
			l.add(block{kind: blockAbout, text: about})
		}
	case len(d.Sources) > 0:
		l.add(block{kind: blockHeading, level: 1, text: "Sources"})
	}
	for i := range d.Sources {
		l.source(i)
	}
	l.add(block{kind: blockColophon, text: colophon(d, !o.Unsealed)})
	return body, l.blocks
}

func titleOf(d *brief.Document) string {
	if title := brief.Printed(d.Title); title != "" {
		return title
	}
	return "Brief"
}

// front is the date of the brief and who wrote it, as far as the reader says so.
func front(d *brief.Document) string {
	var said []string
	if date := d.Date.String(); date != "" {
		said = append(said, date)
	}
	if author := brief.Printed(d.Author); author != "" {
		said = append(said, author)
	}
	return strings.Join(said, ", ")
}

// about says when the brief was last changed, and by whom.
func about(d *brief.Document) string {
	var said []string
	if !d.Made.IsZero() {
		said = append(said, "Last changed "+moment(d.Made))
	}
	if d.Coder != "" {
		said = append(said, "by "+brief.Printed(d.Coder))
	}
	return strings.Join(said, " ")
}

func moment(t time.Time) string { return t.UTC().Format("2 Jan 2006 15:04 UTC") }

// Made begins the line that names the program and its version.
const Made = "Made with parallax "

// Sealed stands behind the version where the file has a seal, so that it is missed when somebody takes it out.
const Sealed = ", sealed"

func colophon(d *brief.Document, sealed bool) string {
	said := Made + version(d)
	if sealed {
		said += Sealed
	}
	return said + ". To check the quotations against the sources: parallax verify FILE SOURCES"
}

func version(d *brief.Document) string {
	if v := brief.Printed(d.Version); v != "" {
		return v
	}
	return "of unknown version"
}

type layout struct {
	d                *brief.Document
	blocks           []block
	claims, passages int // numbered so far
	level            int // of the last heading
	short            bool
}

func (l *layout) add(b block) { l.blocks = append(l.blocks, b) }

func (l *layout) item(it brief.Item) {
	switch {
	case it.Heading != nil:
		l.level = max(1, it.Heading.Level)
		l.add(block{kind: blockHeading, level: l.level, text: brief.Printed(it.Heading.Text)})
	case it.Text != nil:
		l.paragraphs(it.Text.Text)
	case it.Passage != nil:
		l.passages++
		l.add(block{kind: blockLabel, text: fmt.Sprintf("Passage %d", l.passages)})
		l.passage(it.Passage)
	case it.Claim != nil:
		l.claims++
		l.claim(it)
	}
}

// paragraphs are what blank lines part in the reader's own text.
func (l *layout) paragraphs(text string) {
	var lines []string
	for line := range strings.Lines(text + "\n\n") {
		if line = brief.Printed(line); line != "" {
			lines = append(lines, line)
		} else if len(lines) > 0 {
			l.add(block{kind: blockText, text: strings.Join(lines, " ")})
			lines = nil
		}
	}
}

func (l *layout) claim(it brief.Item) {
	outlets := make(map[string]bool)
	for _, p := range it.Passages() {
		outlets[l.d.Sources[p.Source].Outlet] = true
	}
	l.add(block{kind: blockClaim, level: l.level + 1, text: fmt.Sprintf("Claim %d%s (%s)", l.claims, named(it.Claim), language.Counted(len(outlets), "outlet"))})
	for _, p := range it.Passages() {
		l.passage(p)
	}
	for _, s := range it.Claim.Silences {
		l.silence(s)
	}
	if len(it.Claim.Absent) > 0 {
		l.add(block{kind: blockNote, lead: Absent, text: brief.Listed(it.Claim.Absent)})
	}
	l.remarks(it.Claim.Notes, it.Claim.Tags)
}

// Absent begins the line that names outlets without a report of the event.
const Absent = "No report of this event"

// named is the name of a claim behind its number.
func named(c *brief.Claim) string {
	if name := brief.Printed(c.Name); name != "" {
		return ": " + name
	}
	return ""
}

// silence names the outlet by all of its reports: the silence is not of one of them.
func (l *layout) silence(s brief.Silence) {
	if len(s.Sources) == 0 {
		return
	}
	numbers := make([]string, len(s.Sources))
	for i, source := range s.Sources {
		numbers[i] = strconv.Itoa(source + 1)
	}
	word := "source "
	if len(numbers) > 1 {
		word = "sources "
	}
	outlet := brief.Printed(l.d.Sources[s.Sources[0]].Outlet)
	l.add(block{kind: blockSilence, lead: outlet + " (" + word + strings.Join(numbers, ", ") + ")", text: s.String()})
}

func (l *layout) passage(p *brief.Passage) {
	s := &l.d.Sources[p.Source]
	bare := *s
	bare.URL = ""
	l.add(block{
		kind: blockQuotation, text: brief.Inner(brief.Quotation(s, p)), lead: brief.Printed(s.Outlet), citation: brief.Citation(&bare, p),
		url: brief.Printed(s.URL), source: p.Source + 1,
	})
	if p.State == brief.Edited && p.Was != "" {
		l.add(block{kind: blockNote, lead: "As it was marked", text: brief.Printed(p.Was)})
	}
	l.remarks(p.Notes, p.Tags)
}

func (l *layout) remarks(notes []brief.Note, tags []string) {
	for _, n := range notes {
		lead := noteLead(n)
		if l.short {
			lead = "Note"
		}
		l.add(block{kind: blockNote, lead: lead, text: brief.Printed(n.Text)})
	}
	if len(tags) > 0 {
		l.add(block{kind: blockTags, lead: "Tags", text: joinTags(tags)})
	}
}

func joinTags(tags []string) string {
	safe := make([]string, len(tags))
	for i, t := range tags {
		safe[i] = brief.Printed(t)
	}
	return strings.Join(safe, ", ")
}

// noteLead is "Note", with who made it and when as far as that is known.
func noteLead(n brief.Note) string {
	var said []string
	if n.By != "" {
		said = append(said, brief.Printed(n.By))
	}
	if !n.Time.IsZero() {
		said = append(said, moment(n.Time))
	}
	if len(said) == 0 {
		return "Note"
	}
	return "Note (" + strings.Join(said, ", ") + ")"
}

// source is the line by which a source is known again: the check of an export reads its number, what a citation begins
// with, and its SHA-256.
func (l *layout) source(i int) {
	s := &l.d.Sources[i]
	said := []string{brief.Reference(s)}
	for _, f := range [][2]string{{"byline: ", s.Byline}, {"note: ", s.Note}, {"file ", s.File}, {"read by ", s.Reader}} {
		if text := brief.Printed(f[1]); text != "" {
			said = append(said, f[0]+text)
		}
	}
	said = append(said, "SHA-256 "+hex.EncodeToString(s.FileHash[:]))
	if s.TextHash != s.FileHash {
		said = append(said, "SHA-256 of the text "+hex.EncodeToString(s.TextHash[:]))
	}
	l.add(block{kind: blockSource, lead: fmt.Sprintf("Source %d", i+1), text: strings.Join(said, ", "), url: brief.Printed(s.URL)})
}

// linkable reports whether an address is safe to be followed and needs no escape in any format.
func linkable(url string) bool {
	rest, ok := strings.CutPrefix(url, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(url, "http://")
	}
	for _, r := range rest {
		if r <= ' ' || r >= 0x7F || strings.ContainsRune("<>\"'\\^`{|}", r) {
			return false
		}
	}
	return ok && rest != ""
}
