package export

import (
	"reflect"
	"strings"
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/report"
)

// TestAuthors: persons are told apart and parted, bodies stay whole.
func TestAuthors(t *testing.T) {
	for byline, want := range map[string][]author{
		"":                      nil,
		"By Ana Silva":          {{Given: "Ana", Family: "Silva"}},
		"Ana Silva and Bo Holm": {{Given: "Ana", Family: "Silva"}, {Given: "Bo", Family: "Holm"}},
		"Ana Silva, Bo Holm, and Cem Kaya in Ankara": {{Given: "Ana", Family: "Silva"}, {Given: "Bo", Family: "Holm"}, {Given: "Cem", Family: "Kaya"}},
		"Lea van der Dorp; Reuters":                  {{Given: "Lea", Particle: "van der", Family: "Dorp"}, {Whole: "Reuters"}},
		"Ana De Souza":                               {{Given: "Ana", Family: "De Souza"}},
		"Omar al Rashid":                             {{Given: "Omar", Particle: "al", Family: "Rashid"}},
		"Silva, Ana; Berg, Ida":                      {{Given: "Ana", Family: "Silva"}, {Given: "Ida", Family: "Berg"}},
		"Xu Wei in Harbour City":                     {{Whole: "Xu Wei"}},
		"Ed Stone, Jr.":                              {{Given: "Ed", Family: "Stone", Suffix: "Jr"}},
		"Associated Press":                           {{Whole: "Associated Press"}},
		"AFP":                                        {{Whole: "AFP"}},
		"Ana Silva & Harbour News Staff":             {{Given: "Ana", Family: "Silva"}, {Whole: "Harbour News Staff"}},
		"The Ferry Gazette":                          {{Whole: "The Ferry Gazette"}},
		"李明":                                         {{Whole: "李明"}},
	} {
		if got := authorsOf(&brief.Source{Byline: byline, Outlet: "The Ferry Gazette"}); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %+v, want %+v", byline, got, want)
		}
	}
}

// TestAuthorsExported: several authors in each of the formats, in the form that each wants.
func TestAuthorsExported(t *testing.T) {
	d := &brief.Document{Sources: []brief.Source{{Outlet: "Harbour News", Title: "Ferry", Byline: "Lea van Dorp, Ed Stone III and Reuters"}, {Outlet: "Valley Post", Title: "Wall"}}}
	for format, want := range map[string][]string{
		"bib": {"{{van Dorp}, {Lea} and {Stone}, {III}, {Ed} and {Reuters}}", "{{Valley Post}}"},
		"ris": {"AU  - van Dorp, Lea\r\nAU  - Stone, Ed, III\r\nAU  - Reuters,\r\n"},
		"csl": {`"family": "Dorp"`, `"non-dropping-particle": "van"`, `"suffix": "III"`, `"literal": "Reuters"`},
	} {
		file := string(export(t, d, format, Options{}))
		for _, w := range want {
			if !strings.Contains(file, w) {
				t.Errorf("%s has not %q:\n%s", format, w, file)
			}
		}
	}
}

// TestReadAgain: what a list of sources says is read again from it, in each of the formats.
func TestReadAgain(t *testing.T) {
	d := &brief.Document{Sources: []brief.Source{
		{Outlet: "Harbour & Sons", Title: "Ferry: 50% {off} – “said”", URL: "https://example.org/a_b?c=1&d=%20", Published: report.Date{Year: 2022, Month: 3, Day: 10},
			Byline: "Lea van der Dorp; Ed Stone, III; Reuters; Müge Öz; 李明"},
		{Outlet: "Valley Post", Title: "Wall", Byline: "Ana De Souza", Published: report.Date{Year: 2021, Month: 5}},
	}}
	for _, format := range []string{"bib", "ris", "csl"} {
		list, err := report.ParseReferences(export(t, d, format, Options{}))
		if err != nil || len(list) != len(d.Sources) {
			t.Errorf("%s: %v, %v", format, list, err)
			continue
		}
		for i, r := range list {
			s, f := &d.Sources[i], r.Facts
			if f.Outlet.Value != s.Outlet || f.Title.Value != s.Title || f.URL.Value != s.URL || f.Published.Value != s.Published.ISO() || f.Byline.Value != s.Byline {
				t.Errorf("%s: %+v is read as %+v", format, s, f)
			}
		}
	}
}
