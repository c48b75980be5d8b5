package archive

import (
	"fmt"
	"strings"
	"time"

	"parallax/corpus/report"
	"parallax/corpus/source"
)

// Query says which reports are wanted. The zero Query is all of them.
type Query struct {
	Words string // all of them, in title or text; "..." a phrase, | or, - not
	source.Filter
	Like string // the text of a report of which more like it are wanted
	Lang string // the language of that text, "" when unknown
	Most int    // reports that travel; 0 for 500
}

const (
	defaultMost = 500
	mostMost    = 5000 // reports that travel at most, whatever is asked
	page        = 100  // reports an answer
)

func (q Query) most() int {
	if q.Most <= 0 {
		return defaultMost
	}
	return min(q.Most, mostMost)
}

type object = map[string]any

// ask is a query in the engine's language.
func (a *Archive) ask(q Query) (object, error) {
	must, filter := []object{}, []object{}
	if q.Words != "" {
		must = append(must, object{"simple_query_string": object{
			"query": q.Words, "fields": a.searched(), "default_operator": "and", "analyze_wildcard": false}})
	}
	if q.Like != "" {
		must = append(must, object{"more_like_this": object{
			"fields": a.alike(q.Lang), "like": q.Like[:min(len(q.Like), likeBytes)],
			"min_term_freq": 1, "min_doc_freq": 2, "max_query_terms": 25, "minimum_should_match": "30%"}})
	}
	if len(q.Outlets) > 0 {
		by, err := a.by(q.Outlets)
		if err != nil {
			return nil, err
		}
		filter = append(filter, by)
	}
	if q.Since.Known() || q.Until.Known() {
		between, err := a.between(q.Since, q.Until)
		if err != nil {
			return nil, err
		}
		filter = append(filter, between)
	}
	return object{"bool": object{"must": must, "filter": filter}}, nil
}

// likeBytes is how much of a text tells which others are like it: the beginning, where the story is told.
const likeBytes = 8 << 10

// alike is the fields in which texts of a language are like each other: its stems, which leave out the words that every text
// has, where the index has them.
func (a *Archive) alike(lang string) []string {
	if field := stemmed + "." + lang; a.kinds[field] == "text" {
		return []string{field}
	}
	return []string{a.fields.Text}
}

// searched is the fields that words are sought in.
func (a *Archive) searched() []string {
	fields := []string{a.fields.Text}
	if a.fields.Title != "" && a.kinds[a.fields.Title] != "" {
		fields = append(fields, a.fields.Title+"^2")
	}
	for name, kind := range a.kinds {
		if strings.HasPrefix(name, stemmed+".") && kind == "text" {
			return append(fields, stemmed+".*")
		}
	}
	return fields
}

// by is the filter for reports of some outlets.
func (a *Archive) by(outlets []string) (object, error) {
	if name := a.exact(a.fields.Outlet); name != "" {
		return object{"terms": object{name: outlets}}, nil
	}
	if a.fields.Outlet == "" || a.kinds[a.fields.Outlet] == "" {
		return nil, fmt.Errorf("%s: has no field of outlets: say what it calls them, as --archive-fields outlet=source", a.Name())
	}
	var any []object
	for _, outlet := range outlets {
		any = append(any, object{"match_phrase": object{a.fields.Outlet: outlet}})
	}
	return object{"bool": object{"should": any, "minimum_should_match": 1}}, nil
}

// between is the filter for reports of some days. An index that keeps dates as keywords keeps them, as far as one can know,
// in ISO 8601, where the order of letters is that of time.
func (a *Archive) between(since, until report.Date) (object, error) {
	r := object{}
	if since.Known() {
		r["gte"] = since.ISO()
	}
	switch kind := a.kinds[a.fields.Published]; {
	case a.fields.Published != "" && (kind == "date" || kind == "date_nanos"):
		if until.Known() {
			r["lt"] = after(until)
		}
		r["format"] = "yyyy-MM-dd||yyyy-MM||yyyy"
	case a.exact(a.fields.Published) != "":
		if until.Known() {
			r["lt"] = until.ISO() + "\U0010FFFF"
		}
		return object{"range": object{a.exact(a.fields.Published): r}}, nil
	case a.fields.Published == "" || kind == "":
		return nil, fmt.Errorf("%s: has no field of dates: say what it calls them, as --archive-fields published=date", a.Name())
	default:
		return nil, fmt.Errorf("%s: its field %s is no date: --since and --until cannot be asked of it", a.Name(), a.fields.Published)
	}
	return object{"range": object{a.fields.Published: r}}, nil
}

// after is the first day after a day, a month or a year.
func after(d report.Date) string {
	t := time.Date(d.Year, time.Month(max(1, d.Month)), max(1, d.Day), 0, 0, 0, 0, time.UTC)
	switch {
	case d.Month == 0:
		t = t.AddDate(1, 0, 0)
	case d.Day == 0:
		t = t.AddDate(0, 1, 0)
	default:
		t = t.AddDate(0, 0, 1)
	}
	return t.Format(time.DateOnly)
}
