package search

import (
	"slices"
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// What a reader has coded is not the reports' but his: it changes while he works, and the index is made once. So it is asked for
// at every statement that the words of a query leave.

// Coding is what a reader has said of a statement.
type Coding struct {
	Tags   []string
	Coders []string
}

type coded struct {
	of     map[statement.ID]Coding
	tags   map[string]bool // all there are, folded
	coders map[string]string
}

// Code tells the index what statements are coded as, for tag: and coder:. It may be called while Find runs: the next statement is
// asked anew.
func (x *Index) Code(of map[statement.ID]Coding) {
	c := &coded{of: of, tags: make(map[string]bool), coders: make(map[string]string)}
	for _, one := range of {
		for _, t := range one.Tags {
			c.tags[strings.ToLower(t)] = true
			if code, _, has := strings.Cut(t, ":"); has {
				c.tags[strings.ToLower(code)] = true
			}
		}
		for _, name := range one.Coders {
			c.coders[name] = squeeze(name)
		}
	}
	x.coded.Store(c)
}

// lets reports whether a statement passes the filters by voice, tag and coder.
func (x *Index) lets(q *query, id statement.ID) bool {
	if !x.speaks(q, id) {
		return false
	}
	if len(q.tags)+len(q.tagsX)+len(q.coders)+len(q.codersX) == 0 {
		return true
	}
	c := x.coded.Load()
	if c == nil {
		return len(q.tags)+len(q.coders) == 0
	}
	said := c.of[id]
	for _, t := range q.tags {
		if !c.bears(said.Tags, t) {
			return false
		}
	}
	for _, t := range q.tagsX {
		if c.bears(said.Tags, t) {
			return false
		}
	}
	by := func(name string) bool {
		return slices.ContainsFunc(said.Coders, func(who string) bool { return strings.Contains(c.coders[who], name) })
	}
	return (len(q.coders) == 0 || slices.ContainsFunc(q.coders, by)) && !slices.ContainsFunc(q.codersX, by)
}

// bears reports whether one of some tags is the one that is asked for.
func (c *coded) bears(tags []string, asked string) bool {
	if asked == "*" {
		return len(tags) > 0
	}
	asked = strings.ToLower(asked)
	exact := c.tags[asked]
	return slices.ContainsFunc(tags, func(t string) bool {
		t = strings.ToLower(t)
		if exact {
			code, _, _ := strings.Cut(t, ":")
			return t == asked || code == asked
		}
		return strings.HasPrefix(t, asked)
	})
}

// dated reports whether the filters by date let a day through.
func (q *query) dated(d report.Date) bool {
	if len(q.dates)+len(q.datesX) == 0 {
		return true
	}
	day := d.ISO()
	in := func(asked string) bool { return within(day, asked) }
	return (len(q.dates) == 0 || slices.ContainsFunc(q.dates, in)) && !slices.ContainsFunc(q.datesX, in)
}

// within reports whether a day as "2023-03-06" is the day, month or year that is asked for, or between two of them with ".." between
// them, either of which may be left out. A day that is not known is within none.
func within(day, asked string) bool {
	from, to, ranged := strings.Cut(asked, "..")
	switch {
	case day == "":
		return false
	case !ranged:
		return strings.HasPrefix(day, asked)
	}
	return (from == "" || day >= from) && (to == "" || day <= to || strings.HasPrefix(day, to))
}
