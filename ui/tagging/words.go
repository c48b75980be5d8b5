package tagging

import (
	"fmt"

	"parallax/ui/key"
	"parallax/ui/linear"
)

// Words is what the list says by the line: what is tagged, the chosen tag and whether it is on; what is asked, with the keys
// that answer.
func (s *Tagging) Words() linear.Page {
	s.rows = linear.PageRows
	p := linear.Page{Name: "Tags", Over: true, Whole: s.wholeWords()}
	p.Add("of", nil, "tags of "+s.of.What+"; "+s.bound.Name(key.Accept)+" keeps what is changed, "+s.bound.Name(key.WriteTag)+" writes a tag, "+s.bound.Name(key.Close)+" changes nothing")
	switch {
	case len(s.asked) > 0:
		p.Add("asked", s.asked[0], s.question())
	case s.field != nil:
		p.Field = s.field.Words("tags")
	case len(s.tags) == 0:
		p.Add("tag", nil, "there are no tags yet; "+s.bound.Name(key.WriteTag)+" writes one")
	default:
		p.Add("tag", s.tags[s.chosen], s.tagWords(s.chosen))
		p.Join("place", s.chosen, fmt.Sprintf("row %d of %d", s.chosen+1, len(s.tags)))
	}
	if n := len(s.changed); n > 0 {
		p.Add("changed", nil, fmt.Sprintf("%d changed", n))
	}
	return p
}

// question asks about a tag that the codebook has not.
func (s *Tagging) question() string {
	text := "“" + s.asked[0] + "” is not in the codebook: "
	if nearest, ok := s.book.Nearest(s.asked[0]); ok {
		text += s.bound.Name(key.TakeNearest) + " takes " + nearest + ", "
	}
	return text + s.bound.Name(key.AddTag) + " adds it, " + s.bound.Name(key.Close) + " to write it again"
}

// tagWords is a tag of the list: whether it is on, its key, and what it is for.
func (s *Tagging) tagWords(n int) string {
	tag := s.tags[n]
	state := "off"
	switch had := s.had[tag]; {
	case s.on(tag):
		state = "on"
	case had > 0 && !s.was(tag):
		state = fmt.Sprintf("on %d of %d", had, s.all)
	}
	label := ""
	if n < len(labels) {
		label = "key " + labels[n:n+1]
	}
	return linear.List(tag+" "+state, label, s.about(tag))
}

func (s *Tagging) wholeWords() []string {
	var said []string
	for i := range s.tags {
		said = append(said, s.tagWords(i))
	}
	return said
}
