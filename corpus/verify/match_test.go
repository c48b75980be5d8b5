package verify

import (
	"strings"
	"testing"
)

func TestHolds(t *testing.T) {
	const plain = "The minister did not refuse a meeting, he said."
	const marked = `"No," Hale's aide said, “not ‘now’ „at all”."`
	const bracketed = "He [the minister] said [...] so."
	for _, c := range []struct {
		text, quote string
		want        bool
	}{
		{plain, plain, true},
		{plain, "The minister did not refuse a meeting, he said", false},
		{plain, "the minister did not refuse a meeting, he said.", false},
		{plain, "The minister did not refuse [...]", true},
		{plain, "The minister did not refuse […]", true},
		{plain, "[...] a meeting, he said.", true},
		{plain, "a meeting, he said.", false},
		{plain, "The minister [...] he said.", true},
		{plain, "The minister he said.", false},
		{plain, "The minister [...] did [...] said.", true},
		{plain, "The minister [...] said [...] did [...]", false},
		{plain, "The minister did [...] fuse a meeting, he said.", false},
		{plain, "The minister did not re[...]fuse a meeting, he said.", true},
		{plain, "The mini [...] did not refuse a meeting, he said.", false},
		{plain, "The minister [Hale] did not refuse a meeting, he said.", true},
		{plain, "The minister [Hale] refuse a meeting, he said.", false}, // what an addition replaces needs a sign too
		{plain, "[Hale] did not refuse a meeting, he said.", false},
		{plain, "[...] [Hale] did not refuse a meeting, he said.", true},
		{plain, "[Hale] [...] did not refuse a meeting, he said.", true},
		{plain, "[t]he minister did not refuse a meeting, he said.", true},
		{plain, "[...] [D]id not refuse a meeting, he said [on Monday].", true},
		{plain, "[...] [W]id not refuse a meeting, he said.", true}, // the sign is there
		{plain, "The minister did [NOT] refuse a meeting, he said.", true},
		{plain, "The minister did not refuse a meeting, he said. [Laughter]", true},
		{plain, "The minister did not refuse a meeting, [he said.]", true},
		{plain, "The minister did not refuse a meeting, [she said.]", false},
		{plain, "The minister did [...] [not] refuse a meeting, he said.", true},
		{plain, "[...]", false},
		{plain, "[...] [a] [...]", false},
		{plain, "", false},
		{marked, marked, true}, // as briefs were written before
		{marked, "'No,' Hale's aide said, ‘not ‘now’ ‚at all’.'", true},
		{marked, "[...] Hale's aide said, ‘not ‘now’ [...]", true},
		{marked, "'No,' Hale's aide said, “not ‘now’ „at all”.'", false}, // some of them: somebody changed it
		{marked, "'No,' Hale’s aide said, ‘not ‘now’ ‚at all’.'", false}, // an apostrophe is no mark
		{marked, "No, Hale's aide said, not ‘now’ at all.", false},
		{bracketed, bracketed, true},
		{bracketed, "He [the mister] said [...] so.", false},
		{bracketed, "He [...] said [...] so.", true},
		{bracketed, "He [the minister] said [...]", true},
		{bracketed, "[...] said [...] so.", true},
		{bracketed, "He [the minister] said [now] [...] so.", true},
		{bracketed, "He [Hale] said [...] so.", false}, // the source's brackets must not pass for the reader's
		{"雨が降った。風が吹いた。", "[...] 風が [...]", true},
		{"a a a b", "[...] a b", true},
		{"a a a b", "a [...] b", true},
		{"a b a b", "a b", false},
	} {
		left := enough
		if got := holds(c.text, c.quote, &left); got != c.want {
			t.Errorf("holds(%q, %q) = %v", c.text, c.quote, got)
		}
	}
}

func TestHoldsEndsOnHostileQuotations(t *testing.T) {
	text := strings.Repeat("a b ", 2000)
	for _, quote := range []string{
		strings.Repeat("[...] a ", 500) + "c", strings.Repeat("[x] a ", 500) + "c", strings.Repeat("[a] ", 3000) + "z",
		"a " + strings.Repeat("[...] b [x] a ", 300) + "[y]z",
	} {
		left := enough
		if holds(text, quote, &left) {
			t.Errorf("%.40q is held", quote)
		}
		if used := enough - left; used > enough+effort(len(text)) {
			t.Errorf("%.40q took %d places", quote, used)
		}
	}
}
