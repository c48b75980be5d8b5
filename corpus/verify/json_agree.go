package verify

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/export"
)

// collection holds the parts of a collection of annotations against each other, where no seal vouches for all of them.
func (a *agreement) collection(c *collection) {
	if a.kept == nil {
		if c.Total != nil && *c.Total != len(c.First.Items) {
			a.tell("data", false, fmt.Sprintf("there are said to be %d annotations, and there are %d", *c.Total, len(c.First.Items)))
		}
		a.numbers(c)
	}
	for i := range c.Sources {
		a.source(i, &c.Sources[i])
	}
	a.silencesOf(c)
}

// numbers tells which annotations are gone, moved or put in, by their ids.
func (a *agreement) numbers(c *collection) {
	number := make(map[string]int)
	for i := range len(c.First.Items) + max(0, min(valueOf(c.Total), maxAnnotations)) + 1 {
		number[export.AnnotationID(c.ID, i)] = i
	}
	next := 0
	for _, raw := range c.First.Items {
		var item struct{ ID string }
		_ = json.Unmarshal(raw, &item) // what is no object has no id
		n, ok := number[item.ID]
		switch {
		case !ok:
			a.tell("data", false, "an annotation has not the id of one of this brief: "+short(brief.Normal(item.ID)))
			continue
		case n == next+1:
			a.tell("data", false, fmt.Sprintf("annotation %d is gone", next+1))
		case n > next:
			a.tell("data", false, fmt.Sprintf("annotations %d to %d are gone", next+1, n))
		case n < next:
			a.tell("data", false, fmt.Sprintf("annotation %d stands behind annotation %d", n+1, next))
		}
		next = max(next, n+1)
	}
}

// maxAnnotations bounds what a file may claim to have had.
const maxAnnotations = 100_000

func valueOf(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// source holds the values of a source against its line and its report.
func (a *agreement) source(i int, s *jsonSource) {
	line := brief.Normal(s.Citation)
	differs := func(what, has, is string) {
		a.tell("source", true, fmt.Sprintf("the %s of source %d is given as %s; it is %s", what, i+1, short(brief.Normal(has)), is))
	}
	if m := hashPattern.FindStringSubmatch(line); m != nil && s.SHA256 != "" && m[1] != s.SHA256 {
		differs("SHA-256", s.SHA256, m[1])
	}
	for _, f := range []struct{ what, has, label string }{
		{"publisher", s.Publisher, ": "}, {"title", s.Headline, ""}, {"address", s.URL, ", "}, {"file", s.File, ", file "},
	} {
		if has := brief.Normal(f.has); has != "" && !strings.Contains(line, f.label+has) {
			a.tell("source", true, fmt.Sprintf("the %s of source %d is given as %s, which its line does not have", f.what, i+1, has))
		}
	}
	if i >= len(a.sources) || a.sources[i].report < 0 || !a.sources[i].sameFile {
		return
	}
	src := brief.SourceOf(&a.set.Reports[a.sources[i].report])
	if id := export.TextID(&src); s.ID != "" && s.ID != id {
		differs("SHA-256 of the text", s.ID, id)
	}
	if date := src.Published.ISO(); date != "" && s.Published != date && !a.sources[i].kept {
		differs("date", s.Published, date)
	}
}

// silencesOf holds silences against the list of sources and what is quoted in the same claim.
func (a *agreement) silencesOf(c *collection) {
	type said struct{ claim, of, words string }
	var all []said
	quoted := make(map[string][]string) // outlets by claim
	for _, raw := range c.First.Items {
		var item struct {
			Motivation string
			Target     json.RawMessage
			Body       []struct{ Purpose, Value string }
		}
		if json.Unmarshal(raw, &item) != nil {
			continue
		}
		one := said{}
		for _, b := range item.Body {
			switch b.Purpose {
			case "classifying":
				one.claim = b.Value
			case "assessing":
				one.words = b.Value
			}
		}
		for _, b := range item.Body { // the claim stands behind the quotation
			if _, cited, ok := citedLine(b.Value); ok && b.Purpose == "describing" && item.Motivation == "highlighting" {
				quoted[one.claim] = append(quoted[one.claim], a.checker.read(brief.Normal(cited)).outlet)
			}
		}
		if item.Motivation == "assessing" && json.Unmarshal(item.Target, &one.of) == nil {
			all = append(all, one)
		}
	}
	for _, s := range all {
		a.jsonSilence(c, s.claim, s.of, brief.Normal(s.words), quoted)
	}
}

func (a *agreement) jsonSilence(c *collection, claim, of, words string, quoted map[string][]string) {
	i := slices.IndexFunc(c.Sources, func(s jsonSource) bool { return s.URL == of || s.ID == of })
	switch {
	case !usual(words):
		a.tell("silence", true, fmt.Sprintf("of %s it is said “%s”, and parallax does not say that of a silence", brief.Normal(of), words))
	case i < 0:
		a.tell("silence", true, fmt.Sprintf("%s is said to be silent, and is no source of the list", brief.Normal(of)))
	case slices.Contains(quoted[claim], brief.Normal(c.Sources[i].Publisher)):
		a.tell("silence", true, fmt.Sprintf("%s: %s is quoted, and is said to be silent", claim, brief.Normal(c.Sources[i].Publisher)))
	}
}
