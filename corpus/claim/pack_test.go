package claim_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// TestPack: claims that were packed are the same claims, of the same links, as sure as before.
func TestPack(t *testing.T) {
	e := openSeeds(t)
	data, err := e.claims.Pack()
	if err != nil {
		t.Fatal(err)
	}
	got, err := claim.Unpack(data, e.set, e.links)
	if err != nil {
		t.Fatal(err)
	}
	same := func(what string, want, got any) {
		t.Helper()
		if d := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmp.AllowUnexported(claim.Claim{})); d != "" {
			t.Errorf("other %s:\n%s", what, d)
		}
	}
	same("claims", e.claims.All, got.All)
	same("links", e.claims.Links().All, got.Links().All)
	for i := range e.set.All {
		same("order", e.claims.Of(statement.ID(i)), got.Of(statement.ID(i)))
	}
	for i := range got.All {
		same("doubt", e.claims.Doubt(&e.claims.All[i]), got.Doubt(&got.All[i]))
		same("topics", fmt.Sprint(e.claims.Topics(claim.ID(i))), fmt.Sprint(got.Topics(claim.ID(i))))
	}
	held := []claim.Held{{ID: 1, In: got.All[0].Statements, Out: nil}, {ID: 2, In: []statement.ID{1, 40}}}
	same("held claims", e.claims.Hold(held).All, got.Hold(held).All)
	if len(e.claims.Links().Joined()) == 0 {
		t.Error("no link stands for a common claim: nothing is tested of these")
	}
}

// TestUnpackForeign: bytes that are no claims of these links are refused, and every byte of good ones may be spoilt.
func TestUnpackForeign(t *testing.T) {
	e := openSeeds(t)
	data, err := e.claims.Pack()
	if err != nil {
		t.Fatal(err)
	}
	smaller := statement.Of(e.set.Reports[:2], 1)
	scored, err := match.Score(t.Context(), smaller, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := claim.Unpack(data, smaller, match.Apply(scored, nil)); err == nil {
		t.Error("the claims of more reports were taken")
	}
	for i := 0; i < len(data); i += 61 {
		spoilt := append([]byte(nil), data...)
		spoilt[i] ^= 0x11
		cs, err := claim.Unpack(spoilt, e.set, e.links)
		if err != nil {
			continue
		}
		for c := range cs.All { // whatever was taken holds together
			for _, s := range cs.All[c].Statements {
				cs.Counterparts(claim.ID(c), s, 0)
			}
			cs.Topics(claim.ID(c))
		}
	}
}
