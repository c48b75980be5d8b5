package report

import "testing"

// TestPageDates reads pages that say in different places when they were published.
func TestPageDates(t *testing.T) {
	const body = `<p>The harbour office of Tarn said that the dredger would stay until the channel was four metres deep again.</p>
<p>It has been at work since the storm, and has so far brought up two anchors and a piano.</p>`
	for _, c := range []struct{ name, head, top, want string }{
		{"spelt by a program", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dredger stays","datePublished":"Tue Jul 30 09:35:14 CEST 2019"}</script>`, "", "2019-07-30"},
		{"without leading zeros", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dredger stays","datePublished":"2022-5-5 22:17:36"}</script>`, "", "2022-05-05"},
		{"no date in its data", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dredger stays","datePublished":"soon"}</script><meta name="date" content="2022-05-06">`, "", "2022-05-06"},
		{"the outlet's day", `<link rel="canonical" href="https://tarn.example/2023/11/08/dredger/"><meta property="article:published_time" content="2023-11-09T03:12:00Z">`, "", "2023-11-08"},
		{"another day in the address", `<link rel="canonical" href="https://tarn.example/2023/10/01/dredger/"><meta property="article:published_time" content="2023-11-09T03:12:00Z">`, "", "2023-11-09"},
		{"a zone is the outlet's", `<link rel="canonical" href="https://tarn.example/2023/11/08/dredger/"><meta property="article:published_time" content="2023-11-09T03:12:00+01:00">`, "", "2023-11-09"},
		{"figures in the address", `<link rel="canonical" href="https://tarn.example/news/20200413/dredger">`, "", "2020-04-13"},
		{"microdata", "", `<span itemprop="datePublished"> May 19, 2020 </span>`, "2020-05-19"},
		{"beside a section", "", `<p><a href="/harbour">Harbour</a> 24 April 2020 | <a href="/press">Press</a></p>`, "2020-04-24"},
		{"a short year", "", `<p>Published 31.10.23</p>`, "2023-10-31"},
		{"a time runs into it", "", `<p><span>28.09.19</span><span>12:44</span></p>`, ""},
		{"day or month", "", `<p>05/06/2022</p>`, ""},
		{"no such month", "", `<p>05/26/2022</p>`, "2022-05-26"},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := `<!doctype html><html lang="en"><head><title>Dredger stays</title>` + c.head + `</head><body><h1>Dredger stays</h1>` + c.top + body + `</body></html>`
			r := Read(t.Context(), File{Name: "a.html", Data: []byte(page)}, Limits{})
			if len(r.Reports) != 1 || r.Reports[0].Published.ISO() != c.want {
				t.Errorf("%v, want %q", r.Reports[0].Facts.Published, c.want)
			}
		})
	}
	t.Run("day or month in French", func(t *testing.T) {
		page := `<!doctype html><html lang="fr"><head><title>La drague reste</title></head><body><h1>La drague reste</h1><p>05/06/2022</p>` + body + `</body></html>`
		if r := Read(t.Context(), File{Name: "a.html", Data: []byte(page)}, Limits{}); r.Reports[0].Published.ISO() != "2022-06-05" {
			t.Errorf("%v", r.Reports[0].Facts.Published)
		}
	})
}
