package source

import (
	"strings"
	"testing"
	"testing/fstest"

	"parallax/corpus/report"
)

// TestFilter: what is not asked for is passed over with why, also what says no date where dates are asked for.
func TestFilter(t *testing.T) {
	files := fstest.MapFS{
		"a.txt":        {Data: []byte("The weir burst.")},
		"b.txt":        {Data: []byte("The weir was mended.")},
		"c.txt":        {Data: []byte("The weir stands.")},
		"sources.json": {Data: []byte(`[{"file":"a.txt","outlet":"Ald Courier","published":"2022-03-09"},{"file":"b.txt","outlet":"Bay Post","published":"2022-03-12T08:00:00Z"}]`)},
	}
	day := func(s string) report.Date {
		d, _ := report.ParseDate(s)
		return d
	}
	for _, c := range []struct {
		filter Filter
		want   string // the reports
		passed string // why others are not there
	}{
		{Filter{}, "a.txt b.txt c.txt", ""},
		{Filter{Since: day("2022-03-09"), Until: day("2022-03-09")}, "a.txt", "published 12 Mar 2022, after 9 Mar 2022; says no date, and dates are asked for"},
		{Filter{Since: day("2022-03-10")}, "b.txt", "published 9 Mar 2022, before 10 Mar 2022; says no date, and dates are asked for"},
		{Filter{Until: day("2022-03")}, "a.txt b.txt", "says no date, and dates are asked for"},
		{Filter{Outlets: []string{"bay post", "C"}}, "b.txt c.txt", "is by Ald Courier, which is not asked for"},
	} {
		read := ReadFS(t.Context(), files, Options{Filter: c.filter})
		var got, why []string
		for _, r := range read.Reports {
			got = append(got, r.Path)
		}
		for _, p := range read.Passed {
			why = append(why, p.Err.Error())
		}
		if strings.Join(got, " ") != c.want || strings.Join(why, "; ") != c.passed {
			t.Errorf("%+v: %v, passed over: %v", c.filter, got, why)
		}
	}
}
