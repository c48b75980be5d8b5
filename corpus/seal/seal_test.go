package seal

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func lines(texts ...string) []Line {
	var all []Line
	for _, t := range texts {
		text, note, _ := strings.Cut(t, " | ")
		if line, ok := Of(0, text, note); ok {
			all = append(all, line)
		}
	}
	return all
}

func TestTextIsReadAgain(t *testing.T) {
	s := New(lines("Title", "“No boat left.” | Harbour News, statement 2", "<!-- --> & ünï 港"))
	text := s.Text()
	if strings.ContainsAny(text, "<>&\"'+/= \n") || strings.Contains(text, "--") {
		t.Errorf("a format would escape something of %q", text)
	}
	for _, broken := range []string{text, text[:50] + "\n  " + text[50:] + "\r\n"} {
		got, err := Read(broken)
		if err != nil || !slices.Equal(got.Lines, s.Lines) || got.Digest != s.Digest {
			t.Errorf("%q: %v, %v", broken, got, err)
		}
	}
	for name, bad := range map[string]string{
		"empty": "", "cut off": text[:len(text)-4], "another mark": "x" + text, "a later version": strings.Replace(text, ":1:", ":2:", 1),
		"other lines": text[:strings.LastIndex(text, ":")] + New(lines("Other")).Text()[len(Mark)+3+64:],
	} {
		if s, err := Read(bad); err == nil {
			t.Errorf("%s: read as %v", name, s.Lines)
		}
	}
}

func TestAgain(t *testing.T) {
	s := New([]Line{{Text: "an  old\u200Bline"}, {Text: " "}, {Level: 2, Text: "Kept", Note: "e\u0301"}})
	want := []Line{{Text: "an old<ZWSP>line"}, {Level: 2, Text: "Kept", Note: "é"}}
	if got := s.Again().Lines; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestCompare(t *testing.T) {
	was := lines("A title", "The first text of the reader.", "“No boat left the harbour.” | Harbour News, statement 2, voice: the outlet's own",
		"Tide (source 2): no counterpart found (unchecked)", "“The wall broke at night.” | Tide, statement 1, voice: a witness", "Tags: storm")
	for _, c := range []struct {
		name string
		now  []Line
		want string
	}{
		{"nothing", was, ""},
		{"one removed", slices.Delete(slices.Clone(was), 2, 3), "removed quotation false"},
		{"one added", slices.Insert(slices.Clone(was), 2, lines("Something else entirely, of no likeness.")...), "added paragraph false"},
		{"two change places", []Line{was[0], was[1], was[4], was[3], was[2], was[5]}, "moved silence false, moved quotation false"},
		{"a silence reworded", replaced(was, 3, "Tide (source 2): silence checked by reader"), "reworded silence true"},
		{"a silence of another", replaced(was, 3, "Gale (source 3): no counterpart found (unchecked)"), "reworded silence true"},
		{"a voice", replaced(was, 4, "“The wall broke at night.” | Tide, statement 1, voice: the mayor"), "reworded quotation true"},
		{"a shorter quotation", replaced(was, 4, "“The wall broke [...]” | Tide, statement 1, voice: a witness"), "reworded quotation false"},
		{"a tag", replaced(was, 5, "Tags: storm, flood"), "reworded tags false"},
		{"a silence added", append(slices.Clone(was), lines("Gale (source 3): no counterpart found (unchecked)")...), "added silence true"},
		{"all gone", nil, "removed paragraph false, removed paragraph false, removed quotation false, removed silence false, removed quotation false, removed tags false"},
	} {
		var said []string
		for _, change := range New(was).Compare(c.now) {
			said = append(said, fmt.Sprint(change.Kind, " ", change.What, " ", change.Machine()))
		}
		if got := strings.Join(said, ", "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if New(was).Holds(c.now) != (c.want == "") {
			t.Errorf("%s: the digest says otherwise", c.name)
		}
	}
}

func replaced(was []Line, i int, text string) []Line {
	now := slices.Clone(was)
	now[i] = lines(text)[0]
	return now
}

func TestOfJSON(t *testing.T) {
	const file = `{"id":"a","first":{"items":[{"id":"x","motivation":"highlighting","body":[{"purpose":"describing","type":"TextualBody","value":"“No boat.” — Harbour News, statement 2"}],"target":[{"source":"s"}]}]},"dcterms:source":[{"schema:citation":"Source 1: A"}]}`
	all, _, err := OfJSON([]byte(file))
	if err != nil || len(all) != 6 || all[3] != (Line{Text: "“No boat.”", Note: "Harbour News, statement 2"}) {
		t.Errorf("%v %v", err, all)
	}
	if Cited(all[5]) != "Source 1: A" {
		t.Errorf("%v", all[5])
	}
	spaced, _, err := OfJSON([]byte(strings.ReplaceAll(file, `,"`, " ,\n\t\"")))
	if err != nil || !slices.Equal(all, spaced) {
		t.Errorf("%v %v", err, spaced)
	}
	for name, bad := range map[string]string{
		"a key twice": `{"a":1,"a":2}`, "a key twice within": `{"a":{"b":1,"b":1}}`, "no object": `[1]`, "torn": `{"a":`,
		"more behind": `{} {}`, "deep": strings.Repeat("[", 100) + strings.Repeat("]", 100),
	} {
		if all, _, err := OfJSON([]byte(bad)); err == nil {
			t.Errorf("%s: %v", name, all)
		}
	}
}

func TestFields(t *testing.T) {
	was, now := Line{Text: `source: {"a":1,"b":{"c":"x"},"d":[1]}`}, Line{Text: `source: {"a":1,"b":{"c":"y"},"e":2}`}
	want := []string{`b.c: "x" became "y"`, `d[0]: 1 is gone`, `e: 2 is new`}
	if got := Fields(was, now); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := Fields(Line{Text: "words"}, now); got != nil {
		t.Errorf("%q", got)
	}
}

// FuzzRead reads any text as a seal; what it reads is what it would write.
func FuzzRead(f *testing.F) {
	f.Add(New(lines("a", "“b” | c")).Text())
	f.Add("parallax-seal:1:00:x")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Read(text)
		if err != nil {
			return
		}
		if again, err := Read(s.Text()); err != nil || !slices.Equal(again.Lines, s.Lines) {
			t.Errorf("%v: %v", s, err)
		}
	})
}
