package stories

import (
	"fmt"
	"strings"
	"time"

	"parallax/corpus/language"
	"parallax/corpus/source"
	"parallax/ui/line"
)

// chart is how the archive's reports that match are spread: a row of bars, one a day, and the outlets with most. A screen
// without glyphs is told the day with most.
func (s *Stories) chart(width int) (rows []string) {
	c := s.counts()
	if c == nil {
		return nil
	}
	t := s.theme
	put := func(what, said string) {
		rows = append(rows, line.New(width, t.Ellipsis).Glyph("", " ").Put(t.Quiet, what).Put("", said).String())
	}
	put("in the archive  ", s.matching(c))
	if days := s.days(c, width); days != "" {
		put("by day          ", days)
	}
	if outlets := mostOutlets(c); outlets != "" {
		put("by outlet       ", outlets)
	}
	return rows
}

// matching is how many reports of the archive match.
func (s *Stories) matching(c *source.Counts) string {
	said := language.Counted(c.Total, "report") + " match “" + s.now.Corpus.Name + "”; " + language.Counted(len(s.now.Corpus.Reports), "report") + " here"
	if c.Shards != "" {
		said += "; " + c.Shards
	}
	return said
}

// mostOutlets is the outlets with most reports that match.
func mostOutlets(c *source.Counts) string {
	var outlets []string
	for _, o := range c.Outlets {
		outlets = append(outlets, fmt.Sprintf("%s %d", o.Name, o.Reports))
	}
	return strings.Join(outlets, ", ")
}

// peakOf is from when to when the reports that match were published, and on which day most of them.
func peakOf(c *source.Counts) (first, last, peak string) {
	most := c.Days[0]
	for _, d := range c.Days {
		if d.Reports > most.Reports {
			most = d
		}
	}
	return c.Days[0].Name, c.Days[len(c.Days)-1].Name, fmt.Sprintf("most %s, %d", most.Name, most.Reports)
}

// bars is a bar by its height, from nothing to most.
var bars = []rune(" ▁▂▃▄▅▆▇█")

// days draws the days from the first to the last, as many to a bar as it takes for all to fit.
func (s *Stories) days(c *source.Counts, width int) string {
	if len(c.Days) == 0 {
		return ""
	}
	first, last, peak := peakOf(c)
	from, err := time.Parse(time.DateOnly, first)
	if err != nil || s.theme.ASCII {
		return first + " to " + last + ", " + peak
	}
	room := max(1, width-17-len(first)-len(last)-len(peak)-6)
	to, _ := time.Parse(time.DateOnly, last)
	span := int(to.Sub(from).Hours()/24) + 1
	each := (span + room - 1) / room
	heights := make([]int, (span+each-1)/each)
	highest := 1
	for _, d := range c.Days {
		if day, err := time.Parse(time.DateOnly, d.Name); err == nil {
			i := int(day.Sub(from).Hours()/24) / each
			heights[i] += d.Reports
			highest = max(highest, heights[i])
		}
	}
	var drawn strings.Builder
	for _, h := range heights {
		drawn.WriteRune(bars[(h*(len(bars)-1)+highest-1)/highest])
	}
	return first + " " + drawn.String() + " " + last + "  " + peak
}
