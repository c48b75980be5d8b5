package report

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzPlain(f *testing.F) {
	for _, s := range stories {
		data, _ := s.encoding.NewEncoder().Bytes([]byte(s.text))
		f.Add(data, 0, 9)
	}
	f.Add([]byte("---\ntitle: x\n---\r\nBody \xff text\r\n"), 1, 5)
	f.Add([]byte("+++\ntitle = 'x'\n+++\nBody"), 0, 4)
	f.Fuzz(func(t *testing.T, data []byte, start, length int) { checkRead(t, "a.txt", data, start, length) })
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"# T\n\nA *b* [c](d) `e` &amp; \\* <b>f</b>\ng  \nh\n\n- i\n  - j\n\n1. k\n\n> l\n\n| m | n |\n|---|---|\n| o | p |\n",
		"---\ntitle: x\n---\n\n```\ncode\n```\n\n    more\n\n<div>\n<p>html &lt; <!-- no -->\n</div>\n\n[^1]\n\n[^1]: note\n",
		"<script>\nno\n</script>\n<?php ?>\n<!x>\n<![CDATA[x]]>\n", "a\r\nb\r\n\r\n***\r\n\t- c\r\n", "![a\nb](c) <https://d.e> ~~f~~ - [x] g",
		"`` a\nb ``\n\\\n&#0;&nGg;&#x110000;&copy\n", "> - ```\n> - x\n\ty\n  z", "\uFEFF# \xff\u00e9\u00e9\u00e9",
	} {
		f.Add([]byte(s), 0, 9)
	}
	f.Fuzz(func(t *testing.T, data []byte, start, length int) { checkRead(t, "a.md", data, start, length) })
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		"<html lang=en><title>A b c - D</title><h1>A b c</h1><p>By E F, 3 May 2001<p>The mayor said on Monday that it would rain again.<p>Nobody else did.",
		`<!doctype html><script type="application/ld+json">[{"@type":["NewsArticle"],"headline":"A","author":[{"name":"B"},"C"],"datePublished":"2020-01-02","publisher":{"name":{"name":"D"}}}]</script><article><h2>A</h2><p>One sentence that is long enough to be the prose of an article, and more of it.</article><article><h2>B</h2><p>One sentence that is long enough to be the prose of an article, and more of it.</article>`,
		"<html><table><tr><td>a<br><br>b<td>c</table><pre>d\n e</pre><ul><li>f<li>g</ul>", "<?xml version='1.0'?><html><body class='ad'><form><div id=comments>x</div>",
		"<html><body><h1>A</h1><p>One sentence that is long enough to be the prose of an article, and more of it.<div><p>We and our partners use cookies and ask for your consent.<a>Agree</a><a>Reply</a></div><div><p>b<a>Reply</a></div><div><p>c<a>Reply</a><p>Subscribe to keep reading<a>Log in</a></div><div><button>x</button><button>y</button></div>",
		"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00a\x00", "<html>" + strings.Repeat("<div>", 600) + "deep", "<html><meta charset=shift_jis>\x93\xfa\x96\x7b",
	} {
		f.Add([]byte(s), 0, 9)
	}
	f.Fuzz(func(t *testing.T, data []byte, start, length int) { checkRead(t, "a.html", data, start, length) })
}

// checkRead reads a file and checks what holds whatever is in it, also for a span of its text.
func checkRead(t *testing.T, name string, data []byte, start, length int) {
	read := Read(t.Context(), File{Path: name, Name: name, Data: data}, Limits{})
	if len(read.Reports)+len(read.Problems)+len(read.Passed) == 0 {
		t.Fatal("neither read nor refused")
	}
	for i := range read.Reports {
		checkReport(t, &read.Reports[i], data, start, length)
	}
}

// checkReport checks what holds of every report of a file, also for a span of its text.
func checkReport(t *testing.T, r *Report, data []byte, start, length int) {
	if !utf8.ValidString(r.Text) || !utf8.ValidString(r.Title) {
		t.Fatalf("not UTF-8: %q, %q", r.Title, r.Text)
	}
	for _, s := range append([]Span{r.TitleSpan}, append(r.Headings, r.Items...)...) {
		if s.Start < 0 || s.End < s.Start || s.End > len(r.Text) || !onBorder(r.Text, s.Start) || !onBorder(r.Text, s.End) {
			t.Fatalf("span %v of %q", s, r.Text)
		}
	}
	checkMap(t, r.Text, r.Map, data)
	if r.Map == nil || len(r.Text) == 0 {
		return
	}
	s := Span{Start: int(uint(start) % uint(len(r.Text)))}
	s.End = s.Start + int(uint(length)%uint(len(r.Text)-s.Start+1))
	file, ok := r.Map.File(s)
	if !ok {
		return
	}
	if file.Start < 0 || file.End < file.Start || file.End > len(data) {
		t.Fatalf("%v of %q is at %v of %q", s, r.Text, file, data)
	}
	for _, p := range r.Map.pieces {
		if p.units == 0 && int(p.text) <= s.Start && s.End <= p.textEnd() && s.Len() > 0 && !bytes.Equal(data[file.Start:file.End], []byte(r.Text[s.Start:s.End])) {
			t.Fatalf("%q of the text is %q in the file", r.Text[s.Start:s.End], data[file.Start:file.End])
		}
	}
}

func onBorder(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }
