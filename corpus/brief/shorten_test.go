package brief

import (
	"strings"
	"testing"
)

// shown is parts in one line: words, [...] and [additions], a bar between them.
// Shown is the parts of a quotation in a few words.
func Shown(parts []Part) string {
	var out []string
	for _, p := range parts {
		switch p.Kind {
		case Words:
			out = append(out, p.Text)
		case Omission:
			out = append(out, "[...]")
		case Addition:
			out = append(out, "["+p.Text+"]")
		}
	}
	return strings.Join(out, "|")
}

func TestShorten(t *testing.T) {
	const exact = "He said that no boat, not even the ferry, left the old harbour."
	for _, c := range []struct{ exact, typed, want string }{
		{exact, exact, ""},
		{exact, " " + exact + " ", ""},
		{exact, "He said that no boat [...] left the old harbour.", "He said that no boat|[...]|left the old harbour."},
		{exact, "He said that no boat […] left the old harbour.", "He said that no boat|[...]|left the old harbour."},
		{exact, "no boat", "[...]|no boat|[...]"},
		{exact, "He said that no boat", "He said that no boat|[...]"},
		{exact, "left the old harbour.", "[...]|left the old harbour."},
		{exact, "[...] left the old harbour.", "[...]|left the old harbour."},
		{exact, "[The mayor] said that no boat [...]", "[...]|[The mayor]|said that no boat|[...]"},
		{exact, "[...] [the mayor] said that no boat", "[...]|[the mayor]|said that no boat|[...]"},
		{exact, "[h]e said that no boat", "[h]|e said that no boat|[...]"},
		{exact, "He said that [...] no boat [...]", "He said that no boat|[...]"},
		{exact, "He [the mayor] said that no boat [...]", "He|[the mayor]|said that no boat|[...]"},
		{exact, "[N]o boat [...] left the old harbour.", "[...]|[N]|o boat|[...]|left the old harbour."},
		{exact, "He said [...] [...] the ferry [...]", "He said|[...]|the ferry|[...]"},
		{"He wrote [sic] that [...] boats left.", "He wrote [sic] that [...] boats left.", ""},
		{"He wrote [sic] that boats left.", "He wrote [sic] that [the] boats left.", "He wrote [sic] that|[the]|boats left."},
		{"No, no, no boat left.", "no boat left.", "[...]|no boat left."},
		{"No boat left\nthe old harbour.\nTrains ran.", "No boat  left the old harbour. Trains ran.", ""},
		{"No boat left\nthe old harbour.\nTrains ran.", "No boat left the [...] harbour. Trains ran.", "No boat left\nthe|[...]|harbour.\nTrains ran."},
		{"港口关闭了三天。", "港口[...]三天。", "港口|[...]|三天。"},
	} {
		parts, err := Shorten(c.exact, c.typed)
		if err != nil || Shown(parts) != c.want {
			t.Errorf("%q: got %s, want %s (%v)", c.typed, Shown(parts), c.want, err)
		}
		again, err := Shorten(c.exact, Quoted(c.exact, parts))
		if err != nil || Shown(again) != c.want {
			t.Errorf("%q: what is quoted, %q, is read as %s (%v)", c.typed, Quoted(c.exact, parts), Shown(again), err)
		}
		if err := checkParts(c.exact, parts); err != nil {
			t.Errorf("%q: %v", c.typed, err)
		}
	}
}

func TestShortenRefuses(t *testing.T) {
	const exact = "He said that no boat, not even the ferry, left the old harbour."
	for typed, why := range map[string]string{
		"He said that no ship [...]":            "“He said that no ship” is not what",
		"He said that left the old harbour.":    "is not what the source says there",
		"left [...] He said":                    "“He said”",
		"":                                      "nothing of the source",
		"[...]":                                 "nothing of the source",
		"[No boat]":                             "nothing of the source",
		"He said that no boat left the harbour": "is not what",
	} {
		parts, err := Shorten(exact, typed)
		if err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%q: got %s, %v", typed, Shown(parts), err)
		}
	}
}

func TestCheckParts(t *testing.T) {
	const exact = "a b a c"
	for _, c := range []struct {
		parts []Part
		ok    bool
	}{
		{nil, true},
		{[]Part{{Words, exact}}, true},
		{[]Part{{Kind: Omission}, {Words, "a"}, {Kind: Omission}}, true},
		{[]Part{{Kind: Omission}, {Words, "a c"}}, true},
		{[]Part{{Kind: Omission}, {Words, "a"}, {Words, "c"}}, false},
		{[]Part{{Words, "a b"}, {Words, "c"}}, false},
		{[]Part{{Words, "a b a"}}, false},
		{[]Part{{Words, "b a c"}}, false},
		{[]Part{{Words, "c"}, {Kind: Omission}, {Words, "a"}}, false},
		{[]Part{}, false},
		{[]Part{{Kind: Omission}}, false},
		{[]Part{{Words, exact}, {Addition, " "}}, false},
		{[]Part{{Words, exact}, {Kind: 7}}, false},
		{[]Part{{Addition, "x"}, {Words, "b a c"}}, false},
		{[]Part{{Addition, "A"}, {Words, "b a c"}}, true},
		{[]Part{{Words, "a b a"}, {Addition, "C"}}, true},
	} {
		if err := checkParts(exact, c.parts); (err == nil) != c.ok {
			t.Errorf("%s: %v", Shown(c.parts), err)
		}
	}
}

// FuzzShorten types anything over anything: what is accepted is honest, and what it shows as words stands in the source.
func FuzzShorten(f *testing.F) {
	f.Add("He said that no boat left.", "He [...] no boat [ever] left.")
	f.Add("aaaa", "[...]a[...]a")
	f.Fuzz(func(t *testing.T, exact, typed string) {
		parts, err := Shorten(exact, typed)
		if err != nil || parts == nil {
			return
		}
		if err := checkParts(exact, parts); err != nil {
			t.Fatalf("%q over %q is %s: %v", typed, exact, Shown(parts), err)
		}
	})
}
