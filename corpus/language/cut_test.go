package language

import (
	"strings"
	"testing"
	"unicode"
)

func TestCut(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "",
		" \n ":                     "",
		"Hale's cease-fire, 1½ m":  "Hale ' s|cease - fire ,|1 ½|m",
		"U.S. \u201cdéjà\u201d vu": "U . S .|\u201c déjà \u201d|vu",
		"cafe\u0301 \u0301x":       "cafe\u0301|\u0301 x",
		"市長は月曜日に":                  "市長は月曜日に",
		"a\x00b \xffc":             "a \x00 b|\xff c",
	} {
		var words []string
		for pieces := Cut(nil, text); len(pieces) > 0; {
			n := ToBlank(pieces)
			var word []string
			for _, p := range pieces[:n] {
				word = append(word, text[p.Start:p.End])
			}
			words = append(words, strings.Join(word, " "))
			pieces = pieces[n:]
		}
		if got := strings.Join(words, "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// FuzzCut: pieces are in order, never overlap, and leave out nothing but blanks.
func FuzzCut(f *testing.F) {
	for _, s := range []string{"", "Hale's 1½ “words”", "a\x00b", "\xff\xfe", "e\u0301 \u0301", "a\u00a0b\u2003c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := int32(0)
		for _, p := range append(Cut(nil, s), Piece{Start: int32(len(s)), End: int32(len(s)) + 1}) {
			if p.Start < end || p.End <= p.Start {
				t.Fatalf("%+v after %d", p, end)
			}
			if gap := strings.TrimFunc(s[end:p.Start], unicode.IsSpace); gap != "" {
				t.Fatalf("%q is in no piece", gap)
			}
			end = p.End
		}
	})
}

// TestFoldings shows where they differ on purpose.
func TestFoldings(t *testing.T) {
	for _, c := range []struct{ s, word, name, phrase string }{
		{"Hale’s", "hale", "hale's", "hale's"},
		{"U.S.", "us", "u.s.", "u.s."},
		{"Erdoğan", "erdogan", "erdogan", "erdoğan"},
		{"Cœur", "cœur", "coeur", "cœur"},
		{"1½", "1.5", "11⁄2", "1½"},
		{"“No\u00a0more”", "“no more”", "“no more”", `"no more"`},
	} {
		if w, n, p := FoldWord(c.s), FoldName(c.s), FoldPhrase(c.s); w != c.word || n != c.name || p != c.phrase {
			t.Errorf("%q: %q, %q, %q, want %q, %q, %q", c.s, w, n, p, c.word, c.name, c.phrase)
		}
	}
}
