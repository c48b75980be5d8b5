package cli

import (
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/verify"
)

func TestDiffers(t *testing.T) {
	long := "The harbour master said on Monday that the harbour, which is old, "
	for _, test := range []struct{ was, now, want string }{
		{"a wall broke", "a wall held", "a wall [-broke-]{+held+}"},
		{"a wall broke", "a broke", "a [-wall -]broke"},
		{long + "is shut.", long + "is open.", "… r, which is old, is [-shut-]{+open+}."},
		{"It is shut. " + long, "It was shut. " + long, "It [-is-]{+was+} shut. The harbour m …"},
		{"It is shut. " + long + "is shut.", "It was shut. " + long + "is open.", "It [-is-]{+was+} shut. The harbour m … r, which is old, is [-shut-]{+open+}."},
	} {
		if got := differs(brief.Differences(test.was, test.now)); got != test.want {
			t.Errorf("from %q to %q: %q, want %q", test.was, test.now, got, test.want)
		}
	}
}

func TestTotal(t *testing.T) {
	v := &verify.Verification{}
	if got := total(v); got != "no quotations" {
		t.Errorf("of none: %q", got)
	}
	for _, o := range []verify.Outcome{verify.Unchecked, verify.Verified, verify.Changed, verify.Verified} {
		v.Quotations = append(v.Quotations, verify.Finding{Outcome: o})
	}
	if got, want := total(v), "4 quotations: 2 found, 1 changed, 1 cannot be checked here"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
