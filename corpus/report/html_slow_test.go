package report

import (
	"strings"
	"testing"
	"time"
)

// TestSlowPages reads pages that are made to take long; each must be read, or refused, within its time.
func TestSlowPages(t *testing.T) {
	long := "The council said on Monday that the harbour would be dredged before the winter, at last. "
	for name, page := range map[string]string{
		"open formatting":   strings.Repeat("<b><p>x", 20_000),
		"open links":        strings.Repeat("<a><p>"+long, 2_000),
		"nested lists":      strings.Repeat("<ul><li>", 250) + strings.Repeat("<p>"+long, 2_000),
		"nested boxes":      strings.Repeat("<div class='ad comment'>", 500) + strings.Repeat("<p>"+long, 2_000),
		"many boxes":        strings.Repeat("<div class='newsletter'><p>"+long+"</div>", 5_000),
		"many articles":     strings.Repeat("<article><h2>"+long+"</h2><p>"+long+long+"</article>", 3_000),
		"many headings":     "<title>" + long + "</title>" + strings.Repeat("<h1>"+long+"</h1>", 5_000),
		"nested tables":     strings.Repeat("<table><tr><td>", 150) + strings.Repeat("<p>"+long, 500),
		"line breaks":       strings.Repeat("x<br><br>", 40_000),
		"many attributes":   "<div " + strings.Repeat("a=b ", 100_000) + ">" + long,
		"deep JSON":         `<script type="application/ld+json">` + strings.Repeat("[", 50_000) + "</script>" + long,
		"one line":          strings.Repeat(long, 20_000),
		"many short spans":  strings.Repeat("<span>a</span> ", 50_000),
		"nested formatting": strings.Repeat("<font><b><i><u>", 120) + strings.Repeat("<p>"+long, 300),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			r := Read(t.Context(), File{Name: "a.html", Data: []byte("<!doctype html><html><body>" + page)}, Limits{Time: 5 * time.Second})
			if len(r.Reports)+len(r.Problems) == 0 {
				t.Error("neither read nor refused")
			}
			t.Log(time.Since(start), len(r.Reports), r.Problems)
		})
	}
}
