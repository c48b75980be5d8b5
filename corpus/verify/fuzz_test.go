package verify

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/internal/fixture/kept"
	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/corpus/statement"
)

// wholeBrief is a brief that quotes all statements of a text, and of each that is long enough its middle.
func wholeBrief(t testing.TB, text string) (*brief.Document, []report.Report) {
	t.Helper()
	fsys := fstest.MapFS{"harbour-news.txt": {Data: []byte(text)}, "valley-post.txt": {Data: []byte("Valley Post\n\nThe valley was quiet on Sunday.\n")}}
	read := source.ReadFS(context.Background(), fsys, source.Options{})
	reports, problems := read.Reports, read.Problems
	if len(problems) > 0 || len(reports) != 2 {
		return nil, nil
	}
	set := statement.Of(reports, 1)
	d := &brief.Document{Title: text, Version: "1", Sources: kept.SourcesOf(set)}
	for i := range set.All {
		id, st := statement.ID(i), &set.All[i]
		p := brief.Quote(set, id, id, st.Span)
		p.Notes, p.Tags = []brief.Note{{Text: text}}, []string{text}
		d.Items = append(d.Items, brief.Item{Passage: &p}, brief.Item{Text: &brief.Text{Text: text}})
		if m, ok := middle(set, st); ok {
			d.Items = append(d.Items, brief.Item{Claim: &brief.Claim{Lead: m, Silences: []brief.Silence{{Sources: []int{1}}}}})
		}
	}
	return d, reports
}

// middle is a selection of the inner words of a statement, with the innermost left out or a word more among them.
func middle(set *statement.Set, st *statement.Statement) (brief.Passage, bool) {
	text := set.Text(st.ID)
	words := strings.FieldsFunc(text, unicode.IsSpace)
	if len(words) < 6 {
		return brief.Passage{}, false
	}
	from := strings.Index(text, words[1])
	to := strings.LastIndex(text, words[len(words)-2]) + len(words[len(words)-2])
	p, err := brief.PassageAt(set, st.Report, report.Span{Start: st.Span.Start + from, End: st.Span.Start + to})
	if err != nil || from >= to {
		return brief.Passage{}, false
	}
	inner := set.Reports[st.Report].Text[p.Span.Start:p.Span.End]
	typed := words[1] + " [...] " + words[len(words)-2]
	if st.Number%2 == 0 {
		typed = words[1] + " [a word more] " + strings.TrimPrefix(inner, words[1])
	}
	parts, err := brief.Shorten(inner, typed)
	if err == nil && parts != nil {
		p.Quote = parts
	}
	return p, true
}

// FuzzVerifyAcceptsExports exports every statement of any text and expects the check to find them all.
func FuzzVerifyAcceptsExports(f *testing.F) {
	for _, text := range kept.OddTexts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		d, reports := wholeBrief(t, text)
		if d == nil {
			return
		}
		for _, format := range verifiable {
			file := exported(t, d, format, export.Options{})
			if !bytes.Equal(file, exported(t, d, format, export.Options{})) {
				t.Fatalf("%s: two exports differ", format)
			}
			v, err := Verify(file, "brief."+format, reports)
			if err != nil {
				t.Fatalf("%s: %v", format, err)
			}
			want := 0
			for _, it := range d.Items {
				want += len(it.Passages())
			}
			if v.Status() != 0 || v.Verdict() != VerdictSealed || len(v.Quotations) != want {
				t.Fatalf("%s: %d quotations of %d\n%s%s", format, len(v.Quotations), want, describe(v), file)
			}
		}
	})
}

// FuzzVerifyFindsLetters changes one letter of one quotation and expects that no format hides it.
func FuzzVerifyFindsLetters(f *testing.F) {
	d, reports := kept.SeedBrief(f)
	for i := range 12 {
		f.Add(uint16(7*i), uint16(31*i), rune('a'+i%26))
	}
	f.Add(uint16(2), uint16(3), 'é')
	f.Fuzz(func(t *testing.T, which, at uint16, letter rune) {
		if !unicode.IsLetter(letter) {
			return
		}
		changed, ok := changeLetter(d, int(which), int(at), letter)
		if !ok {
			return
		}
		for _, format := range verifiable {
			v, err := Verify(exported(t, changed, format, export.Options{}), "brief."+format, reports)
			if err != nil {
				t.Fatal(err)
			}
			if v.Status() != 1 {
				t.Fatalf("%s: accepted\n%s", format, describe(v))
			}
		}
	})
}

// changeLetter is d with one rune of the words of one quotation replaced; not ok when that changes nothing.
func changeLetter(d *brief.Document, which, at int, letter rune) (*brief.Document, bool) {
	c := *d
	c.Items = slices.Clone(d.Items)
	var all []*brief.Passage
	for i, it := range c.Items {
		if it.Claim != nil {
			claim := *it.Claim
			claim.Others = slices.Clone(claim.Others)
			c.Items[i].Claim = &claim
		}
		if it.Passage != nil {
			p := *it.Passage
			c.Items[i].Passage = &p
		}
		all = append(all, c.Items[i].Passages()...)
	}
	p := all[which%len(all)]
	p.Quote = slices.Clone(p.Quote)
	part := &p.Quote[which/len(all)%len(p.Quote)]
	if part.Kind != brief.Words {
		return nil, false
	}
	runes := []rune(part.Text)
	runes[at%len(runes)] = letter
	was := part.Text
	part.Text = string(runes)
	return &c, brief.Normal(was) != brief.Normal(part.Text)
}

// FuzzVerifyBytes changes bytes of exported files. The check must not panic, and what it finds must stand in a report.
func FuzzVerifyBytes(f *testing.F) {
	d, reports := kept.SeedBrief(f)
	files := make([][]byte, len(verifiable))
	for i, format := range verifiable {
		files[i] = exported(f, d, format, export.Options{})
	}
	f.Add(uint8(0), uint32(10), []byte("x"))
	f.Add(uint8(1), uint32(2900), []byte("<blockquote>“”"))
	f.Add(uint8(2), uint32(1000), []byte{0})
	f.Add(uint8(3), uint32(1400), []byte(`"`))
	f.Fuzz(func(t *testing.T, which uint8, at uint32, insert []byte) {
		file := slices.Clone(files[int(which)%len(files)])
		i := int(at) % len(file)
		copy(file[i:], insert)
		v, err := Verify(file, "brief."+verifiable[int(which)%len(files)], reports)
		if err != nil {
			return
		}
		for _, q := range v.Quotations {
			if q.Outcome == Verified && !stands(q, reports) {
				t.Fatalf("accepted: %q\n%s", q.Quote, describe(v))
			}
		}
	})
}

// stands looks for the words of a quotation in its outlet's report, in the plainest way.
func stands(q Finding, reports []report.Report) bool {
	for _, r := range reports {
		if r.Outlet != q.Outlet {
			continue
		}
		text := brief.Normal(r.Text)
		if hasPieces(text, q.Quote) || hasPieces(strings.NewReplacer(`"`, "'", "“", "‘", "”", "’", "„", "‚").Replace(text), q.Quote) {
			return true
		}
	}
	return false
}

func hasPieces(text, quote string) bool {
	for _, piece := range signPattern.Split(quote, -1) {
		piece = strings.TrimSpace(piece)
		i := strings.Index(text, piece)
		if i < 0 {
			return false
		}
		text = text[i+len(piece):]
	}
	return true
}

// FuzzReaders gives the check any file at all.
func FuzzReaders(f *testing.F) {
	d, reports := kept.SeedBrief(f)
	for _, format := range verifiable {
		f.Add(exported(f, d, format, export.Options{}), format)
	}
	f.Add([]byte("> “x”[^1]\n\n[^1]: A, statement 1"), "md")
	f.Add([]byte("> “[...] a [b] [...] [c]”[^1]\n\n[^1]: Press TV, statement 99999999999999999999, source 9"), "md")
	f.Add([]byte(`{"first":{"items":[{"target":{"selector":{"type":"TextQuoteSelector","exact":"a"}}}]}}`), "json")
	f.Fuzz(func(t *testing.T, file []byte, format string) {
		if len(file) > 1<<16 {
			return
		}
		if v, err := Verify(file, "brief."+format, reports); err == nil {
			for _, q := range v.Quotations {
				if !utf8.ValidString(q.Quote + q.Citation + q.Why + q.Near) {
					t.Errorf("not UTF-8: %+q", q.Quote)
				}
			}
		}
	})
}

// FuzzNormal checks that the normalisation is idempotent, over what exports print too.
func FuzzNormal(f *testing.F) {
	for _, text := range kept.OddTexts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := brief.Normal(s)
		if twice := brief.Normal(once); twice != once {
			t.Errorf("normal(%q) is %q, and again %q", s, once, twice)
		}
		if after := brief.Normal(brief.Printed(s)); after != once {
			t.Errorf("normal(%q) is %q, but of what is printed %q", s, once, after)
		}
		if strings.ContainsFunc(once, func(r rune) bool { return r < ' ' || r >= 0x7F && r < 0xA0 || r == '\u202E' || r == '\u200B' }) {
			t.Errorf("%q lets something through", once)
		}
	})
}
