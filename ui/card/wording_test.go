package card

import (
	"regexp"
	"strings"
	"testing"

	"parallax/corpus/claim"
	"parallax/ui/screen"
)

// on is the card of the claim that two outlets' statements share, seen from the first; each is the one that has the words.
func on(t *testing.T, a, b string) *Card {
	t.Helper()
	k, now, _ := opened(t)
	set := now.Corpus.Statements
	for i := range now.Linked.Claims.All {
		has := [2]bool{}
		at := screen.Focus{Claim: claim.ID(i), HasClaim: true, Statement: -1}
		for _, s := range now.Linked.Claims.All[i].Statements {
			text := set.Line(s)
			if strings.Contains(text, a) {
				has[0], at.Statement = true, s
			}
			has[1] = has[1] || strings.Contains(text, b)
		}
		if has[0] && has[1] {
			k.Look(now, at)
			return k
		}
	}
	t.Fatalf("no claim has %q and %q", a, b)
	return nil
}

// TestFigures: what two outlets give of one thing stands below each other, the figures in one column, however it is bounded.
func TestFigures(t *testing.T) {
	k := on(t, "one-and-a-half hours", "1½ hours")
	var columns []int
	for _, row := range strings.Split(shown(k), "\n") {
		for _, figure := range []string{" 1½+ h ", " 1½ h "} {
			if at := strings.Index(row, figure); at >= 0 {
				columns = append(columns, at)
			}
		}
	}
	if len(columns) != 2 || columns[0] != columns[1] {
		t.Errorf("the figures stand at %v:\n%s", columns, shown(k))
	}
	if !regexp.MustCompile(`1½\+ h +China Daily \d+ · 11 Mar 2022`).MatchString(shown(k)) {
		t.Errorf("nobody says 1½+ h:\n%s", shown(k))
	}
}

// TestMarks: the words that the lead has not stand between signs, in their own style; the lead has none.
func TestMarks(t *testing.T) {
	k := on(t, `Kuleba described the meeting as "difficult" and accused`, `He described the meeting as "difficult"`)
	if text := shown(k); !strings.Contains(text, `‹accused his counterpart`) || !strings.Contains(text, `He described the meeting as "difficult".`) {
		t.Errorf("no signs, or some in the lead:\n%s", text)
	}
	var b strings.Builder
	k.Draw(&b, 100, 60)
	if !strings.Contains(b.String(), string(k.theme.Departs)) || !strings.Contains(b.String(), string(k.theme.Carries)+"described") {
		t.Errorf("the words have no style of their own: %q", b.String())
	}
}
