package report

import (
	"strings"
	"testing"
)

// TestPageOutlets reads pages that name their outlet in different places.
func TestPageOutlets(t *testing.T) {
	const body = `<h1>Dredger stays in Tarn</h1><p>The harbour office of Tarn said that the dredger would stay until the channel was four metres deep again.</p>
<p>It has been at work since the storm, and has so far brought up two anchors and a piano.</p>`
	const at = `<link rel="canonical" href="https://www.tarn-times.example/news/dredger">`
	for _, c := range []struct{ name, head, foot, want string }{
		{"a motto agreed on", `<meta property="og:site_name" content="Tarn Times - All that floats"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Dredger stays in Tarn","publisher":{"name":"Tarn Times"}}</script>`, "", "Tarn Times"},
		{"behind a section", at + `<title>Dredger stays in Tarn - Tarn Times - News</title>`, "", "Tarn Times"},
		{"a section only", at + `<title>Dredger stays in Tarn - News</title>`, "", "tarn-times.example"},
		{"another's rights", at + `<title>Dredger stays in Tarn</title>`, `<footer>© 2021 Holm Printing Ltd. All rights reserved.</footer>`, "tarn-times.example"},
		{"its own rights", at + `<title>Dredger stays in Tarn</title>`, `<footer>© 2021 The Tarn Times Ltd. All rights reserved.</footer>`, "The Tarn Times"},
		{"rights, no address", `<title>Dredger stays in Tarn</title>`, `<footer>© 2021 Holm Printing Ltd. All rights reserved.</footer>`, "Holm Printing"},
		{"a program's name", `<title>Dredger stays in Tarn</title>`, `<footer>© 2021 Proudly powered by WordPress</footer>`, "A"},
		{"noted by a browser", `<!-- saved from url=(0042)https://www.tarn-times.example/news/dredger --><title>Dredger stays in Tarn</title>`, "", "tarn-times.example"},
		{"noted by an extension", "<!--\n Page saved with SingleFile \n url: https://www.tarn-times.example/news/dredger \n saved date: Mon Nov 01 2021\n--><title>Dredger stays in Tarn</title>", "", "tarn-times.example"},
	} {
		t.Run(c.name, func(t *testing.T) {
			note, head := "", c.head
			if strings.HasPrefix(head, "<!--") {
				note, head, _ = strings.Cut(head, "-->")
				note += "-->"
			}
			page := `<!doctype html><html lang="en">` + note + `<head>` + head + `</head><body>` + body + c.foot + `</body></html>`
			r := Read(t.Context(), File{Name: "a.html", Data: []byte(page)}, Limits{})
			if len(r.Reports) != 1 || r.Reports[0].Outlet != c.want || r.Reports[0].Title != "Dredger stays in Tarn" {
				t.Errorf("%q of %v, want %q", r.Reports[0].Title, r.Reports[0].Facts.Outlet, c.want)
			}
		})
	}
}
