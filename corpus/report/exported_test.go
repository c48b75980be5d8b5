package report

import (
	"strings"
	"testing"
)

// Exports as the databases lay them out (Nexis Uni's and Factiva's help on downloading, and what readers of such files document);
// the articles are ours.

const nexisOlder = `
                               1 of 2 DOCUMENTS


                                The Ald Courier

                            March 10, 2022 Thursday
                              Late Edition - Final

Weir Mended After Nine Days,
River Board Says

BYLINE: By ADA DORN and LEE van DORP; Emil Karr contributed reporting

SECTION: Section A; Column 0; Coast Desk; Pg. 1

LENGTH: 512 words

DATELINE: LOWER SANDBY

HIGHLIGHT: Boats may pass again.

BODY:


  The weir above Lower Sandby was mended on Thursday, nine days after the
storm, the river board said.

  CLOSING: nobody was hurt, the board said.

URL: https://example.org/weir

SUBJECT: RIVERS (90%); BOATS (70%)

LOAD-DATE: March 10, 2022

LANGUAGE: ENGLISH

GRAPHIC: PHOTO: The weir. (PHOTOGRAPH BY A. DORN)

PUBLICATION-TYPE: Newspaper


                     Copyright 2022 The Ald Courier Company
                              All Rights Reserved

                               2 of 2 DOCUMENTS

               Copyright 2022 Bay Post Limited
                     All Rights Reserved

                                    Bay Post

                                 March 11, 2022

Boats pass the weir

LENGTH: 80 words

Boats passed the weir on Friday for the first time.

Nobody was hurt.

LOAD-DATE: March 11, 2022
`

const nexisNewer = `User Name: reader
Date and Time: Friday, March 11, 2022 9:00:00 AM
Job Number: 1

Documents (2)

1. Weir Mended After Nine Days
Client/Matter: -None-
Search Terms: weir
2. Boats pass the weir

Page 1 of 2

Weir Mended After Nine Days

The Ald Courier

March 10, 2022 Thursday

Late Edition - Final

Copyright 2022 The Ald Courier Company All Rights Reserved

Section: Section A; Pg. 1

Length: 512 words

Byline: By Ada Dorn

Highlight: Boats may pass again.

Body

The weir above Lower Sandby was mended on Thursday, the river board said.

Note: nobody was hurt, the board said.

Link to Image

Boats pass again.

Graphic

PHOTO: The weir.

Classification

Language: ENGLISH

Load-Date: March 10, 2022

End of Document

Boats pass the weir

Bay Post

March 11, 2022

Copyright 2022 Bay Post Limited
All Rights Reserved

Length: 80 words

Body

Boats passed the weir on Friday for the first time.

Load-Date: March 11, 2022

End of Document
`

const factivaCodes = `SE  Coast
HD  Weir mended after nine days,
river board says
BY  By Ada Dorn
CR  Coast Wire
WC  512 words
PD  10 March 2022
ET  14:03
SN  The Ald Courier
SC  ALDC
PG  1
LA  English
CY  (c) 2022 The Ald Courier Company

LP
LOWER SANDBY (Coast Wire) - The weir was mended on Thursday, the river board said.

TD
IN a week boats will pass, it said.

Nobody was hurt.

CO  rivbrd : River Board
IN  iwater : Water Transport
NS  gflood : Floods | gcat : Content Types
RE  eland : Aldland
PUB  The Ald Courier Company
AN
Document ALDC000020220310ei3a0012x
HD  Boats pass the weir
WC  80 words
PD  11 March 2022
SN  Bay Post
LA  English
CY  (c) 2022 Bay Post Limited
LP  Boats passed the weir on Friday for the first time.
AN  Document BAYP000020220311ei3b00001

Search Summary
Text	weir
`

const factivaNone = `Weir mended after nine days
By Ada Dorn
512 words
10 March 2022
14:03
The Ald Courier
ALDC
1
English
(c) 2022 The Ald Courier Company

The weir was mended on Thursday, the river board said.

Nobody was hurt.

Document ALDC000020220310ei3a0012x

Page 1 of 2 © 2022 Factiva, Inc. All rights reserved.

Boats pass the weir
80 words
11 March 2022
Bay Post
BAYP
English
Copyright 2022 Bay Post Limited

Boats passed the weir on Friday for the first time.

Document BAYP000020220311ei3b00001
`

func cuttings(t *testing.T, name, data string) string {
	t.Helper()
	read := Read(t.Context(), File{Path: name, Name: name, Data: []byte(data)}, Limits{})
	var b strings.Builder
	for i := range read.Reports {
		r := &read.Reports[i]
		checkReport(t, r, []byte(data), 3, 9)
		b.WriteString(strings.Join([]string{r.Path, r.Outlet, r.Facts.Published.Value, r.Byline, r.Note, r.URL, r.Facts.Outlet.From, r.Text[r.TitleSpan.Start:r.TitleSpan.End]}, "|") + "\n" + r.Text + "\n\n")
	}
	for _, p := range read.Problems {
		b.WriteString(p.Error() + "\n")
	}
	return b.String()
}

func TestExported(t *testing.T) {
	const (
		second = "Boats pass the weir\n\nBoats passed the weir on Friday for the first time."
	)
	for _, c := range []struct{ name, data, want string }{
		{"older.txt", nexisOlder, `older.txt#1|The Ald Courier|2022-03-10|ADA DORN and LEE van DORP; Emil Karr contributed reporting|Section A; Column 0; Coast Desk; Pg. 1|https://example.org/weir|Nexis|Weir Mended After Nine Days, River Board Says
Weir Mended After Nine Days, River Board Says

Boats may pass again.

The weir above Lower Sandby was mended on Thursday, nine days after the storm, the river board said.

CLOSING: nobody was hurt, the board said.

older.txt#2|Bay Post|2022-03-11||||Nexis|Boats pass the weir
` + second + "\n\nNobody was hurt.\n\n"},
		{"newer.txt", nexisNewer, `newer.txt#1|The Ald Courier|2022-03-10|Ada Dorn|Section A; Pg. 1||Nexis|Weir Mended After Nine Days
Weir Mended After Nine Days

Boats may pass again.

The weir above Lower Sandby was mended on Thursday, the river board said.

Note: nobody was hurt, the board said.

Boats pass again.

newer.txt#2|Bay Post|2022-03-11||||Nexis|Boats pass the weir
` + second + "\n\n"},
		{"codes.txt", factivaCodes, `codes.txt#1|The Ald Courier|2022-03-10T14:03|Ada Dorn; Coast Wire|Coast, page 1||Factiva|Weir mended after nine days, river board says
Weir mended after nine days, river board says

LOWER SANDBY (Coast Wire) - The weir was mended on Thursday, the river board said.

IN a week boats will pass, it said.

Nobody was hurt.

codes.txt#2|Bay Post|2022-03-11||||Factiva|Boats pass the weir
` + second + "\n\n"},
		{"none.txt", factivaNone, `none.txt#1|The Ald Courier|2022-03-10T14:03|Ada Dorn|||Factiva|Weir mended after nine days
Weir mended after nine days

The weir was mended on Thursday, the river board said.

Nobody was hurt.

none.txt#2|Bay Post|2022-03-11||||Factiva|Boats pass the weir
` + second + "\n\n"},
	} {
		if got := cuttings(t, c.name, c.data); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		if got := cuttings(t, c.name, strings.ReplaceAll(c.data, "\n", "\r\n")); strings.ReplaceAll(got, "\r", "") != c.want {
			t.Errorf("%s with CR LF: got\n%s", c.name, got)
		}
	}
}

// TestExportedIn: the same exports as RTF, docx and pages give the same articles.
func TestExportedIn(t *testing.T) {
	rtf := func(text string) string {
		var b strings.Builder
		b.WriteString(`{\rtf1\ansi `)
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if code, rest, ok := strings.Cut(line, "  "); ok && len(code) < 4 {
				b.WriteString(`\trowd\pard\intbl {\b ` + code + `}\cell {` + rest + `}\cell\row` + "\n")
				continue
			}
			b.WriteString(line + `\par` + "\n")
		}
		return b.String() + "}"
	}
	docx := func(text string) string {
		var b strings.Builder
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" {
				b.WriteString("<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>")
			}
		}
		return string(zipped(t, "word/document.xml", `<w:document xmlns:w="w"><w:body>`+b.String()+`</w:body></w:document>`))
	}
	page := func(text string) string {
		var b strings.Builder
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if code, rest, ok := strings.Cut(line, "  "); ok && len(code) < 4 {
				b.WriteString("<table><tr><td><b>" + code + "</b>&nbsp;</td><td>" + rest + "</td></tr></table>")
			} else if line != "" {
				b.WriteString("<p class=articleParagraph>" + line + "</p>")
			}
		}
		return "<!doctype html><html><title>Factiva</title><body><div class=article>" + b.String() + "</div></body></html>"
	}
	oneLined := strings.ReplaceAll(factivaCodes, "days,\nriver", "days, river")
	for _, c := range []struct{ name, data, like, likeName string }{
		{"a.rtf", rtf(nexisNewer), nexisNewer, "a.txt"}, {"a.rtf", rtf(factivaNone), factivaNone, "a.txt"}, {"a.rtf", rtf(oneLined), oneLined, "a.txt"},
		{"a.docx", docx(nexisNewer), nexisNewer, "a.txt"}, {"a.docx", docx(factivaNone), factivaNone, "a.txt"},
		{"a.html", page(oneLined), oneLined, "a.txt"}, {"a.html", page(factivaNone), factivaNone, "a.txt"}, {"a.html", page(nexisNewer), nexisNewer, "a.txt"},
	} {
		want := strings.ReplaceAll(cuttings(t, c.likeName, c.like), "a.txt#", c.name+"#")
		if got := cuttings(t, c.name, c.data); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, want)
		}
	}
}

// TestNotExported: a story that has a word of an export in it is no export, and an article without a text is said.
func TestNotExported(t *testing.T) {
	for _, text := range []string{
		"A clerk's day\n\nEnd of Document\n\nis what the clerk wrote below each.\n\nLength: a page.",
		"1 of 2 documents\n\nThe clerk found one of two documents.", "Document ALDC000020220310ei3a0012x\n\nwas the number on the page.", "512 words\n\nThe clerk counted them.",
	} {
		if by := exportedBy(text); by != "" {
			t.Errorf("%q is taken for an export of %s", text, by)
		}
	}
	got := cuttings(t, "a.txt", "1 of 1 DOCUMENTS\n\nAld Courier\n\nMarch 10, 2022\n\nA headline\n\nLENGTH: 3 words\n\nLOAD-DATE: March 10, 2022\n")
	if !strings.Contains(got, "a.txt#1: an article without a text") {
		t.Error(got)
	}
	read := Read(t.Context(), File{Path: "a.txt", Name: "a.txt", Data: []byte(nexisOlder)}, Limits{Entries: 1})
	if len(read.Reports) != 1 || len(read.Problems) != 1 || !strings.Contains(read.Problems[0].Error(), "limit of 1 articles") {
		t.Errorf("%d reports, %v", len(read.Reports), read.Problems)
	}
}

func FuzzExported(f *testing.F) {
	for _, s := range []string{nexisOlder, nexisNewer, factivaCodes, factivaNone} {
		f.Add([]byte(s), 0, 20)
	}
	f.Fuzz(func(t *testing.T, data []byte, start, length int) { checkRead(t, "a.txt", data, start, length) })
}
