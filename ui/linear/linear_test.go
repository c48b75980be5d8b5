package linear

import (
	"strings"
	"testing"
)

// list is the page of a list at one of its rows.
func list(row, place, shown string) Page {
	p := Page{Name: "List"}
	p.Add("row", row, row).Join("place", place, place).Tell("kept", row, "").Add("shown", nil, shown)
	return p
}

// said is what a writer writes, with its line ends as a terminal in a file has them.
func said(b *strings.Builder) string {
	text := strings.ReplaceAll(b.String(), "\r\n", "\n")
	b.Reset()
	return text
}

// TestOnlyNews: a screen that comes is read whole, with its name; afterwards what is new is said, and nothing else.
func TestOnlyNews(t *testing.T) {
	var b strings.Builder
	w := New(&b, nil)
	for _, step := range []struct {
		page    Page
		message string
		want    string
	}{
		{list("first", "row 1 of 2", "shown: all"), "", "List\nfirst, row 1 of 2\nshown: all\n"},
		{list("first", "row 1 of 2", "shown: all"), "", ""},
		{list("second", "row 2 of 2", "shown: all"), "", "second, row 2 of 2\n"},
		{list("second", "row 1 of 1", "shown: marked"), "", "row 1 of 1\nshown: marked\n"},
		{list("second", "row 1 of 1", "shown: marked"), "last row", "last row\n"},
		{Page{Name: "Card", Parts: []Part{{Name: "row", Of: 1, Text: "a wording"}}}, "", "Card\na wording\n"},
		{Page{Name: "Card", Parts: []Part{{Name: "row", Of: 2, Text: "a wording"}}}, "", "a wording\n"}, // of another
		{list("second", "row 1 of 1", "shown: marked"), "", "List\nsecond, row 1 of 1\nshown: marked\n"},
	} {
		w.Tell(step.page, step.message)
		if got := said(&b); got != step.want {
			t.Errorf("got\n%swant\n%s", got, step.want)
		}
	}
}

// TestToldByMessages: what a message has told is not said twice, and is said where the cursor comes upon it.
func TestToldByMessages(t *testing.T) {
	var b strings.Builder
	w := New(&b, nil)
	marked := func(row, kept string) Page {
		p := Page{Name: "List"}
		p.Add("row", row, row).Tell("kept", row, kept)
		return p
	}
	w.Tell(marked("first", ""), "")
	said(&b)
	w.Tell(marked("first", "in the brief"), "marked")
	w.Tell(marked("second", ""), "")
	w.Tell(marked("first", "in the brief"), "")
	if got := said(&b); got != "marked\nsecond\nfirst\nin the brief\n" {
		t.Errorf("got\n%s", got)
	}
}

// TestQuestion: a question over a screen is its keys and its prompt; once it is gone the screen is not read anew.
func TestQuestion(t *testing.T) {
	var b strings.Builder
	w := New(&b, nil)
	under := list("first", "row 1 of 2", "")
	asked := func(text string) Page {
		p := Page{Name: "note", Over: true, Field: &Field{Prompt: "note", Text: text, At: len(text)}}
		p.Add("keys", nil, "enter: done")
		return p
	}
	w.Tell(under, "")
	said(&b)
	for _, text := range []string{"", "o", "od", "o", "ok"} {
		w.Tell(asked(text), "")
	}
	if got := said(&b); got != "enter: done\nnote: od\b \bk" {
		t.Errorf("got %q", got)
	}
	w.Tell(under, "noted")
	w.Tell(asked(""), "")
	w.Tell(under, "")
	if got := said(&b); got != "\nnoted\nenter: done\nnote: \nList\n" {
		t.Errorf("got %q", got)
	}
}

// TestPartsWait: what a text finds is said when nobody types any more, and only then.
func TestPartsWait(t *testing.T) {
	var b strings.Builder
	w := New(&b, nil)
	found := func(text, hits string) Page {
		p := Page{Name: "Search", Field: &Field{Prompt: "search", Text: text, At: len(text)}}
		p.Add("hits", text, hits)
		return p
	}
	w.Tell(found("", ""), "")
	for _, text := range []string{"k", "ky", "kyi"} {
		if _, waits := w.Tell(found(text, text+" 9"), ""); !waits || !w.Waits() {
			t.Errorf("%s does not wait", text)
		}
	}
	if _, waits := w.Tell(found("kyi", "kyi 3"), ""); waits || w.Waits() {
		t.Error("it waits still")
	}
	w.Tell(found("kyiv", ""), "")
	if got := said(&b); got != "Search\nsearch: kyi\nkyi 3\nsearch: kyiv" {
		t.Errorf("got %q", got)
	}
}

// TestEcho: what cannot be echoed is written anew: a change in the middle, and what has gone on to the next row.
func TestEcho(t *testing.T) {
	var b strings.Builder
	w := New(&b, nil)
	w.SetWidth(12)
	for _, f := range []Field{{"a", "one", 3}, {"a", "one", 1}, {"a", "oXne", 2}, {"a", "oXne", 4}, {"a", "one two three", 13}, {"a", "one two thre", 12}} {
		w.Tell(Page{Name: "a", Over: true, Field: &f}, "")
	}
	want := "a: one\nbefore n\na: oXne\nat the end\na: one two three\na: one two thre"
	if got := said(&b); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestAsked: what is asked for is read whenever it is asked for, and changes nothing about what is new.
func TestAsked(t *testing.T) {
	var b strings.Builder
	w := New(&b, nil)
	p := list("first", "row 1 of 2", "shown: all")
	p.Whole, p.Where = []string{"first, and all of it"}, []string{"row 1 of 2", "Folder"}
	w.Tell(p, "")
	said(&b)
	w.Whole(p)
	w.WhereAmI(p)
	w.Again()
	w.Tell(p, "")
	if got := said(&b); got != "first, and all of it\nList, row 1 of 2, Folder\nList, row 1 of 2, Folder\n" {
		t.Errorf("got\n%s", got)
	}
}

// TestRows: sentences are broken between words, and what would command the terminal is shown instead.
func TestRows(t *testing.T) {
	var b strings.Builder
	w := New(&b, strings.ToUpper)
	w.SetWidth(10)
	w.Say("one two three\x1b[31m")
	if got := said(&b); got != "ONE TWO\nTHREE␛[31\nM\n" {
		t.Errorf("got %q", got)
	}
}
