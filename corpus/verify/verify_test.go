package verify

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/internal/fixture/kept"
	"parallax/corpus/report"
)

func describe(v *Verification) string {
	s := ""
	for _, f := range v.Quotations {
		s += fmt.Sprintf("%d %s: %s | %s %d-%d | %q near %q\n", f.Place, f.Outcome, f.Why, f.Outlet, f.First, f.Last, f.Quote, f.Near)
	}
	for _, f := range v.Sources {
		s += fmt.Sprintf("source %d %s %s: %s\n", f.Number, f.Outlet, f.Outcome, f.Why)
	}
	for _, c := range v.Changes {
		s += fmt.Sprintf("%s %s (wrong %t): %s | %q became %q\n", c.Kind, c.What, c.Wrong, c.Why, c.Was, c.Now)
	}
	return s + "seal " + v.Seal.String() + " " + v.SealWhy + ", " + v.Verdict() + "\n"
}

var verifiable = []string{"md", "html", "docx", "json"}

func verify(t *testing.T, file []byte, format string, reports []report.Report) *Verification {
	t.Helper()
	v, err := Verify(file, "brief."+format, reports)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestVerifyAcceptsUntouchedExports(t *testing.T) {
	d, reports := kept.SeedBrief(t)
	for _, format := range verifiable {
		for _, name := range []string{"brief." + format, "brief"} {
			v, err := Verify(exported(t, d, format, export.Options{}), name, reports)
			if err != nil {
				t.Fatal(err)
			}
			if v.Format != format || v.Program != "1.2.3" || v.Status() != 0 || v.Verdict() != VerdictSealed || len(v.Quotations) != 6 || len(v.Sources) != 5 {
				t.Errorf("%s %s: format %s, program %q, status %d, %d quotations, %d sources\n%s", format, name, v.Format, v.Program,
					v.Status(), len(v.Quotations), len(v.Sources), describe(v))
			}
		}
	}
}

// TestVerifyCatches makes briefs that say what their sources do not, in every format.
func TestVerifyCatches(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(d *brief.Document, p *brief.Passage)
		want   Outcome
		why    string
	}{
		{"one letter", func(_ *brief.Document, p *brief.Passage) { replace(p, "premises", "premisses") }, Changed, "“premises” became “premisses”"},
		{"a name", func(_ *brief.Document, p *brief.Passage) { replace(p, "Lavrov said", "Kuleba said") }, Changed, "“Lavrov” became “Kuleba”"},
		{"case", func(_ *brief.Document, p *brief.Passage) { replace(p, "Asked", "asked") }, Changed, "“Asked” became “asked”"},
		{"a quotation mark", func(_ *brief.Document, p *brief.Passage) { replace(p, "children's", "children’s") }, Changed, "became"},
		{"a word more", func(_ *brief.Document, p *brief.Passage) { replace(p, "no patients", "almost no patients") }, Changed, "“almost” is added"},
		{"the end cut off", func(_ *brief.Document, p *brief.Passage) { replace(p, " and there were no patients there.", ".") }, Shortened, "“and there were no patients there” is left out"},
		{"the beginning cut off", func(_ *brief.Document, p *brief.Passage) {
			replace(p, "Asked about the bombing of a Ukrainian children's hospital on Wednesday, ", "")
		}, Shortened, "is left out"},
		{"the middle cut out", func(_ *brief.Document, p *brief.Passage) {
			replace(p, " Ukrainian forces had taken over the premises and", "")
		}, Shortened, "is left out"},
		{"a not dropped", func(_ *brief.Document, p *brief.Passage) { replace(p, " no patients", " patients") }, Shortened, "“no” is left out"},
		{"another outlet", func(_ *brief.Document, p *brief.Passage) { p.Source = 1 }, Misplaced, "Middle East Eye, statement 11"},
		{"another outlet and a letter", func(_ *brief.Document, p *brief.Passage) { p.Source = 1; replace(p, "premises", "premisses") }, Misplaced, "they differ"},
		{"another statement", func(_ *brief.Document, p *brief.Passage) { p.Number, p.Last = 12, 12 }, Miscited, "statement 11"},
		{"a statement that is not there", func(_ *brief.Document, p *brief.Passage) { p.Number, p.Last = 900, 900 }, Miscited, "statement 11"},
		{"more statements than quoted", func(_ *brief.Document, p *brief.Passage) { p.Last = 12 }, Miscited, "statement 11"},
		{"invented", func(_ *brief.Document, p *brief.Passage) {
			p.Quote = []brief.Part{{Kind: brief.Words, Text: "Zebras grazed quietly under seven purple umbrellas."}}
		}, Missing, "no source"},
		{"only signs", func(_ *brief.Document, p *brief.Passage) {
			p.Quote = []brief.Part{{Kind: brief.Omission}, {Kind: brief.Addition, Text: "all"}}
		}, Missing, "no words"},
		{"other title", func(d *brief.Document, p *brief.Passage) {
			retitle(d, p, func(s *brief.Source) { s.Title = "Talks end well" })
		}, Miscited, "title or date"},
		{"other date", func(d *brief.Document, p *brief.Passage) {
			retitle(d, p, func(s *brief.Source) { s.Published.Year = 2021 })
		}, Miscited, "title or date"},
		{"an omission within a word", func(_ *brief.Document, p *brief.Passage) {
			p.Quote = []brief.Part{{Kind: brief.Words, Text: "Asked about the bomb"}, {Kind: brief.Omission}, {Kind: brief.Words, Text: " there."}}
			p.Span = report.Span{} // so that the printer cannot see it
		}, Changed, ""},
	} {
		for _, format := range verifiable {
			t.Run(c.name+" "+format, func(t *testing.T) {
				d, reports := kept.SeedBrief(t)
				c.change(d, &d.Items[2].Claim.Lead)
				file := exported(t, d, format, export.Options{})
				if strings.HasPrefix(c.name, "other ") {
					file = swapList(t, file, format)
				}
				v := verify(t, file, format, reports)
				f := v.Quotations[0]
				if c.name == "an omission within a word" && f.Outcome == Shortened {
					f.Outcome = Changed // of either it is no matter
				}
				if f.Outcome != c.want || !strings.Contains(f.Why, c.why) || v.Status() != 1 {
					t.Errorf("%s (%s), want %s (%s); status %d\n%s", f.Outcome, f.Why, c.want, c.why, v.Status(), describe(v))
				}
				for _, other := range v.Quotations[1:] {
					if other.Outcome != Verified {
						t.Errorf("quotation %d is untouched, but %s: %s", other.Place, other.Outcome, other.Why)
					}
				}
			})
		}
	}
}

// replace changes the words of a quotation, and only them: the passage still says where it was marked.
func replace(p *brief.Passage, old, new string) {
	p.Quote = slices.Clone(p.Quote)
	if !strings.Contains(p.Quote[0].Text, old) {
		panic("the quotation does not say " + old)
	}
	p.Quote[0].Text = strings.Replace(p.Quote[0].Text, old, new, 1)
}

// retitle gives the passage a source of its own, like the one it has but for the change.
func retitle(d *brief.Document, p *brief.Passage, change func(s *brief.Source)) {
	s := d.Sources[p.Source]
	change(&s)
	d.Sources = append(slices.Clone(d.Sources), s)
	p.Source = len(d.Sources) - 1
}

// swapList takes the sixth source out of the list, and makes its citation name the first.
func swapList(t *testing.T, file []byte, format string) []byte {
	t.Helper()
	return edited(t, file, format, func(s string) string {
		s = strings.ReplaceAll(s, "source 6", "source 1")
		return strings.ReplaceAll(s, "Source 6: ", "Once source 6: ")
	})
}

// edited changes the text of a file in any format.
func edited(t *testing.T, file []byte, format string, change func(string) string) []byte {
	t.Helper()
	if format != "docx" {
		return []byte(change(string(file)))
	}
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		data, err := part(in, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, change(string(data))); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestVerifyCatchesEdits changes the files themselves.
func TestVerifyCatchesEdits(t *testing.T) {
	for _, c := range []struct {
		name, format, old, new string
		outcome                Outcome
		status                 int
	}{
		{"letter", "md", "the premises and", "the premises amd", Changed, 1},
		{"letter", "html", "the premises and", "the premises amd", Changed, 1},
		{"letter", "docx", "the premises and", "the premises amd", Changed, 1},
		{"letter as printed", "json", "“Asked about", "“Asket about", Changed, 1},
		{"letter selected", "json", `"exact": "Asked about`, `"exact": "Asket about`, Changed, 1},
		{"prefix", "json", `"prefix": "o continue`, `"prefix": "o kontinue`, Changed, 1},
		{"suffix", "json", `"suffix": "\nUkraine has`, `"suffix": "\nUkraine had`, Changed, 1},
		{"position", "json", `"start": 1390`, `"start": 1391`, Miscited, 1},
		{"hidden letter", "html", "the premises and", "the pre<b></b>mises <i>a</i>nd", Verified, 0},
		{"word in markup", "html", "there were no patients", "there were <b>not</b> no patients", Changed, 1},
		{"shortened", "md", "had taken over the premises and there were no patients there.", "had taken over the premises.", Shortened, 1},
		{"shortened", "html", "had taken over the premises and there were no patients there.", "had taken over the premises.", Shortened, 1},
		{"shortened", "docx", "had taken over the premises and there were no patients there.", "had taken over the premises.", Shortened, 1},
		{"shortened with a sign", "md", "had taken over the premises and there were no patients there.", "had taken over the premises [...]", Verified, 0},
		{"shortened with a sign", "docx", "had taken over the premises and there were no patients there.", "had taken over the premises […]", Verified, 0},
		{"words put in", "md", "Lavrov said it", `Lavrov \[the minister\] said it`, Verified, 0},
		{"footnote swapped", "md", "no patients there.”[^1]", "no patients there.”[^4]", Misplaced, 1},
		{"outlet before it", "md", "**Middle East Eye:** “Asked", "**NBC Bay Area:** “Asked", Misplaced, 1},
		{"outlet before it", "docx", "Middle East Eye: </w:t>", "NBC Bay Area: </w:t>", Misplaced, 1},
		{"outlet cited", "md", "[^1]: Middle East Eye", "[^1]: NBC Bay Area", Misplaced, 1},
		{"outlet cited", "html", "<figcaption>Middle East Eye", "<figcaption>NBC Bay Area", Misplaced, 1},
		{"outlet cited", "docx", "> Middle East Eye", "> NBC Bay Area", Misplaced, 1},
		{"outlet cited", "json", "” — Middle East Eye", "” — NBC Bay Area", Misplaced, 1},
		{"outlet nobody has", "md", "[^1]: Middle East Eye", "[^1]: Harbour News", Misplaced, 1},
		{"number of the source", "md", "node/245156>, source 1", "node/245156>, source 3", Miscited, 1},
		{"quotation marks gone", "md", "no patients there.”[^1]", "no patients there.[^1]", Missing, 1},
		{"citation gone", "md", "no patients there.”[^1]", "no patients there.”", Unchecked, 2},
		{"citation gone", "html", "<figcaption>Middle East Eye", "<figcaption hidden>By Middle East", Unchecked, 2},
	} {
		t.Run(c.name+" "+c.format, func(t *testing.T) {
			d, reports := kept.SeedBrief(t)
			done := false
			file := edited(t, exported(t, d, c.format, export.Options{}), c.format, func(s string) string {
				if done || !strings.Contains(s, c.old) {
					return s
				}
				done = true
				return strings.Replace(s, c.old, c.new, 1)
			})
			if !done {
				t.Fatalf("the file does not have %q", c.old)
			}
			v := verify(t, file, c.format, reports)
			if f := v.Quotations[0]; f.Outcome != c.outcome || v.Status() != c.status {
				t.Errorf("%s (%s), status %d; want %s, status %d\n%s", f.Outcome, f.Why, v.Status(), c.outcome, c.status, describe(v))
			}
		})
	}
}

func TestVerifyCatchesChangedSources(t *testing.T) {
	d, reports := kept.SeedBrief(t)
	for _, format := range verifiable {
		file := exported(t, d, format, export.Options{})

		later := slices.Clone(reports)
		touch(&later[0], reports[0].Text+"\nA correction was added to this report.\n")
		v := verify(t, file, format, later)
		if v.Status() != 1 || v.Sources[0].Outcome != SourceChanged || v.Quotations[0].Outcome != SourceChanged || v.Quotations[1].Outcome != Verified {
			t.Errorf("%s, a sentence more: status %d\n%s", format, v.Status(), describe(v))
		}

		touch(&later[0], strings.Replace(reports[0].Text, "no patients there", "few patients there", 1))
		v = verify(t, file, format, later)
		if f := v.Quotations[0]; v.Status() != 1 || f.Outcome != Changed || !strings.Contains(f.Why, "“few” became “no”") {
			t.Errorf("%s, the sentence changed: status %d\n%s", format, v.Status(), describe(v))
		}

		v = verify(t, file, format, reports[1:])
		if f := v.Quotations[0]; v.Status() != 2 || f.Outcome != Unchecked || v.Sources[0].Outcome != Unchecked || v.Quotations[1].Outcome != Verified {
			t.Errorf("%s, the source is not given: status %d\n%s", format, v.Status(), describe(v))
		}

		v = verify(t, file, format, nil)
		if v.Status() != 2 || len(v.Quotations) != 6 {
			t.Errorf("%s, no source is given: status %d\n%s", format, v.Status(), describe(v))
		}
	}
}

func touch(r *report.Report, text string) {
	r.Text = text
	r.TextHash, r.FileHash = sha256.Sum256([]byte(text)), sha256.Sum256([]byte(text))
}

// TestVerifyNames gives the sources as files without any word on who published them.
func TestVerifyNames(t *testing.T) {
	d, reports := kept.SeedBrief(t)
	file := exported(t, d, "md", export.Options{})
	bare := slices.Clone(reports)
	for i := range bare {
		bare[i].Outlet, bare[i].Title, bare[i].URL, bare[i].Published = fmt.Sprint("file ", i), "", "", report.Date{}
	}
	v := verify(t, file, "md", bare)
	if v.Status() != 2 || v.Quotations[0].Outcome != Verified || v.Sources[0].Outcome != Unchecked {
		t.Errorf("status %d\n%s", v.Status(), describe(v))
	}
	renamed := bytes.ReplaceAll(file, []byte("Middle East Eye"), []byte("Harbour News"))
	if v := verify(t, renamed, "md", reports); v.Status() != 1 || v.Sources[0].Outcome != Misplaced {
		t.Errorf("status %d\n%s", v.Status(), describe(v))
	}
	swapped := bytes.ReplaceAll(file, []byte("Middle East Eye"), []byte("China Daily"))
	if v := verify(t, swapped, "md", reports); v.Status() != 1 || v.Sources[0].Outcome != Misplaced {
		t.Errorf("status %d\n%s", v.Status(), describe(v))
	}
}

// TestVerifySurvives edits what surrounds the quotations, in the way of people and of programs that save files again.
func TestVerifySurvives(t *testing.T) {
	d, reports := kept.SeedBrief(t)
	for name, c := range map[string]struct {
		format string
		change func(s string) string
	}{
		"paragraphs": {"md", func(s string) string {
			return "Dear all,\n\nplease read this.[^a]\n\n[^a]: By Monday.\n\n" + s + "\n\nBest\n"
		}},
		"crlf":             {"md", func(s string) string { return "\uFEFF" + strings.ReplaceAll(s, "\n", "\r\n") }},
		"decomposed":       {"md", func(s string) string { return strings.ReplaceAll(s, "Ç", "C\u0327") }},
		"wrapped":          {"md", func(s string) string { return strings.ReplaceAll(s, " premises", "\npremises") }},
		"notes first":      {"md", notesFirst},
		"a quotation gone": {"md", func(s string) string { return regexp.MustCompile(`(?m)^> .*\[\^2\]\n`).ReplaceAllString(s, "") }},
		"in running text": {"md", func(s string) string {
			return strings.ReplaceAll(s, "> **Middle East Eye:** “Asked", "As they “put it”: “Asked")
		}},
		"emphasis": {"md", func(s string) string { return strings.ReplaceAll(s, "taken over", "**taken** *over*") }},
		"own quotation": {"md", func(s string) string {
			return strings.Replace(s, "## The hospital", "> No citation here\n\n## The hospital", 1)
		}},
		"saved page": {"html", func(s string) string {
			return strings.ReplaceAll(s, "<blockquote", "<!-- saved -->\n<blockquote class=\"x\"\n style=\"\"")
		}},
		"no figures": {"html", func(s string) string {
			return regexp.MustCompile(`</?(figure|figcaption)>`).ReplaceAllString(strings.ReplaceAll(s, "<figcaption>", "<p>"), "")
		}},
		"split runs": {"docx", splitRuns},
		"tracked": {"docx", func(s string) string {
			return strings.ReplaceAll(s, "<w:r><w:t", `<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t`)
		}},
		"proof marks": {"docx", func(s string) string {
			return strings.ReplaceAll(s, "<w:r>", `<w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1">`)
		}},
		"no style": {"docx", func(s string) string { return strings.ReplaceAll(s, `<w:pStyle w:val="Quote"/>`, "") }},
		"other style id": {"docx", func(s string) string {
			return strings.ReplaceAll(strings.ReplaceAll(s, `w:val="Quote"`, `w:val="a3"`), `w:styleId="Quote"><w:name w:val="a3"`, `w:styleId="a3"><w:name w:val="Quote"`)
		}},
		"reordered": {"json", func(s string) string { return strings.ReplaceAll(s, "\n ", "") }},
	} {
		t.Run(name, func(t *testing.T) {
			file := edited(t, exported(t, d, c.format, export.Options{}), c.format, c.change)
			v := verify(t, file, c.format, reports)
			want := 6
			if name == "a quotation gone" {
				want = 5
			}
			if verdict := v.Verdict(); verdict != VerdictSealed && verdict != VerdictEdited || v.Status() != 0 || len(v.Quotations) != want || len(v.Sources) != 5 {
				t.Errorf("status %d, %d quotations\n%s", v.Status(), len(v.Quotations), describe(v))
			}
		})
	}
}

// notesFirst puts the footnotes before all else.
func notesFirst(s string) string {
	var notes, rest []string
	for _, line := range strings.Split(s, "\n\n") {
		if strings.HasPrefix(line, "[^") {
			notes = append(notes, line)
		} else {
			rest = append(rest, line)
		}
	}
	return strings.Join(append(notes, rest...), "\n\n")
}

var runPattern = regexp.MustCompile(`<w:r>(<w:rPr>(?:<[^>]*/>)*</w:rPr>)?<w:t xml:space="preserve">([^<&]{4,})</w:t></w:r>`)

// splitRuns parts every run in the middle of a word, as word processors do.
func splitRuns(s string) string {
	return runPattern.ReplaceAllStringFunc(s, func(run string) string {
		m := runPattern.FindStringSubmatch(run)
		text := []rune(m[2])
		half := len(text) / 2
		one := func(s []rune) string {
			return "<w:r>" + m[1] + `<w:t xml:space="preserve">` + string(s) + "</w:t></w:r>"
		}
		return one(text[:half]) + one(text[half:])
	})
}

func TestVerifyRefuses(t *testing.T) {
	d, reports := kept.SeedBrief(t)
	docx := exported(t, d, "docx", export.Options{})
	for name, c := range map[string]struct {
		file []byte
		name string
	}{
		"no brief":     {[]byte("# A letter\n\nDear all,\n"), "letter.md"},
		"empty":        {nil, "brief.md"},
		"other format": {exported(t, d, "csv", export.Options{}), "brief.csv"},
		"not a zip":    {[]byte("hello"), "brief.docx"},
		"torn zip":     {docx[:len(docx)/2], "brief.docx"},
		"not json":     {[]byte("{"), "brief.json"},
		"other json":   {[]byte(`{"a": 1}`), "brief.json"},
	} {
		if v, err := Verify(c.file, c.name, reports); err == nil {
			t.Errorf("%s: no error\n%s", name, describe(v))
		}
	}
}

func TestVerifyBriefWithoutQuotations(t *testing.T) {
	d, reports := kept.SeedBrief(t)
	d.Items = d.Items[:2]
	for _, format := range verifiable {
		if v := verify(t, exported(t, d, format, export.Options{}), format, reports); v.Status() != 0 || len(v.Quotations) != 0 {
			t.Errorf("%s: status %d\n%s", format, v.Status(), describe(v))
		}
	}
}
