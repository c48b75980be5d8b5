// Package plant writes made-up reports in which it is known which statements say the same: claims are drawn from a
// story's stock, each report words them anew and in its own order, among statements that no other report has. It is
// for measuring how fast and how completely they are found. All names are syllables put together; the same seed gives
// the same reports.
package plant

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"parallax/corpus/report"
)

// Field is what grew: reports, and for each report the claim that each of its statements words.
type Field struct {
	Reports []report.Report
	Claims  [][]int // by report, by statement number from 0; -1 for a statement of the report's own
}

// Options says how much to plant.
type Options struct {
	Stories    int
	Reports    int // in each story
	Statements int // in each report
	Seed       uint64
	// Mixed has the words of every story follow Zipf's law, a fifth of them shared with all other stories: stories do not
	// part neatly, and the commonest words stand in most statements.
	Mixed bool
}

// A report words 3 claims of 5 from a stock as large as it is long. Two reports of a story thus share about a third of
// their statements: 6 to 16 of 30.
const (
	ownPart   = 0.4
	stockSize = 1.0
)

// Grow writes the reports.
func Grow(o Options) *Field {
	f := &Field{}
	for s := range o.Stories {
		g := &gardener{rng: rand.New(rand.NewPCG(o.Seed, uint64(s)))}
		g.setScene()
		if o.Mixed {
			g.mix(o.Seed)
		}
		stock := make([]claim, int(stockSize*float64(o.Statements)))
		for i := range stock {
			stock[i] = g.claim()
		}
		for r := range o.Reports {
			f.add(g.report(stock, o.Statements), fmt.Sprintf("Outlet %d-%d", s+1, r+1), s*len(stock))
		}
	}
	return f
}

// line is one statement to be, with the index of its claim in the stock, -1 for none.
type line struct {
	text  string
	claim int
}

func (g *gardener) report(stock []claim, n int) []line {
	own := int(ownPart * float64(n))
	lines := make([]line, 0, n)
	for _, i := range g.rng.Perm(len(stock))[:n-own] {
		lines = append(lines, line{g.word(stock[i]), i})
	}
	for range own {
		lines = append(lines, line{g.word(g.claim()), -1})
	}
	g.rng.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	return lines
}

func (f *Field) add(lines []line, outlet string, base int) {
	var text strings.Builder
	claims := make([]int, len(lines))
	for i, l := range lines {
		text.WriteString(l.text)
		text.WriteByte('\n')
		if claims[i] = l.claim; l.claim >= 0 {
			claims[i] += base
		}
	}
	id := report.ID(len(f.Reports))
	f.Reports = append(f.Reports, report.Report{ID: id, Path: fmt.Sprintf("%04d.txt", id), Outlet: outlet, Text: text.String()})
	f.Claims = append(f.Claims, claims)
}
