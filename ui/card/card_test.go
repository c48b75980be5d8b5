package card

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// opened is the card of the claim that most outlets share, of those on which one is linked elsewhere and the last is silent,
// seen from its first statement.
func opened(t *testing.T) (*Card, desk.Snapshot, screen.Focus) {
	t.Helper()
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := c.Link(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := desk.New(t.Context(), desk.Options{Corpus: c})
	d.Take(desk.Linked{Linked: l})
	best, most := claim.ID(-1), 1
	for i := range l.Claims.All {
		id := claim.ID(i)
		var row claim.Row
		l.Claims.Row(id, &row)
		last := row.Cells[len(row.Cells)-1].State
		if n := l.Claims.Outlets(id); n > most && last == claim.Silent && row.Count(claim.Elsewhere) > 0 {
			best, most = id, n
		}
	}
	if best < 0 {
		t.Fatal("no claim has several outlets, one that is linked elsewhere, and a silent one")
	}
	at := screen.Focus{Statement: l.Claims.All[best].Statements[0], Claim: best, HasClaim: true}
	return New(d.Now(), at, theme.New(theme.BlueAndOrange(), true, false), &key.Default().Card), d.Now(), at
}

func press(k *Card, text string) want.Want {
	r := []rune(text)[0]
	return k.Key(tea.KeyPressMsg{Code: r, Text: text})
}

func shown(k *Card) string {
	var b strings.Builder
	k.Draw(&b, 100, 200)
	return ansi.Strip(b.String())
}

// TestEveryOutletOnce: the card names every outlet, as a wording or as one without.
func TestEveryOutletOnce(t *testing.T) {
	k, now, at := opened(t)
	text := shown(k)
	for _, o := range now.Corpus.Statements.Outlets.All {
		if !strings.Contains(text, o.Name) {
			t.Errorf("%s is not on the card:\n%s", o.Name, text)
		}
	}
	if got := len(k.wordings); got != len(now.Linked.Claims.All[at.Claim].Statements) {
		t.Errorf("%d wordings", got)
	}
}

// TestDecisions: + confirms the chosen wording's link, - takes the wording out of the claim and L lets one be chosen for it; on
// the statement under the cursor + says why not.
func TestDecisions(t *testing.T) {
	k, _, at := opened(t)
	if w, ok := press(k, "+").(want.Say); !ok || !strings.Contains(w.Text, "under the cursor") {
		t.Errorf("+ gave %+v", w)
	}
	press(k, "j")
	w, ok := press(k, "+").(want.Decide)
	if !ok || w.Kind != match.Confirmed || len(w.Pairs) == 0 {
		t.Fatalf("+ gave %+v", w)
	}
	if w, ok := press(k, "-").(want.Exclude); !ok || w.Claim != at.Claim || w.Out != k.wordings[1].statement {
		t.Errorf("- gave %+v", w)
	}
	if w, ok := press(k, "m").(want.Mark); !ok || w.Passage.Span != k.now.Corpus.Statements.All[k.wordings[1].statement].Span {
		t.Errorf("m gave %+v", w)
	}
	if w := press(k, "M"); w != (want.MarkClaim{Claim: at.Claim, From: at.Statement}) {
		t.Errorf("M gave %+v", w)
	}
	if w := press(k, "L"); w != (want.AddByHand{Claim: at.Claim, From: at.Statement}) {
		t.Errorf("L gave %+v", w)
	}
}

// TestLook: a card without a claim closes; the same snapshot changes nothing.
func TestLook(t *testing.T) {
	k, now, at := opened(t)
	press(k, "j")
	before := shown(k)
	if !k.Look(now, at) || shown(k) != before {
		t.Error("the same snapshot changed the card")
	}
	if k.Look(now, screen.Focus{Statement: statement.ID(0)}) {
		t.Error("the card stays open without a claim")
	}
}

// TestSilence: a silence is signed only once the outlet's nearest statements have been read, and 0 is for silences.
func TestSilence(t *testing.T) {
	k, now, at := opened(t)
	if w, ok := press(k, "0").(want.Say); !ok || !strings.Contains(w.Text, "j goes on to them") {
		t.Errorf("on a wording 0 gave %+v", w)
	}
	press(k, "G")
	if w, ok := press(k, "y").(want.Say); !ok || !strings.Contains(w.Text, "0 shows what comes nearest") {
		t.Errorf("on a silent outlet y gave %+v", w)
	}
	if w := press(k, "0"); w != nil || !strings.Contains(shown(k), "0 records the silence") {
		t.Fatalf("0 gave %+v:\n%s", w, shown(k))
	}
	signed, ok := press(k, "0").(want.CheckSilence)
	if !ok || signed.From != at.Statement {
		t.Fatalf("0 again gave %+v", signed)
	}
	for _, s := range now.Linked.Claims.All[at.Claim].Statements {
		if now.Corpus.Statements.All[s].Report == signed.Report {
			t.Error("the outlet that was signed as silent has a wording")
		}
	}
	press(k, "k")
	press(k, "j")
	if strings.Contains(shown(k), "0 records the silence") {
		t.Error("the nearest statements still show when the choice comes back")
	}
}

// TestOtherClaim: another claim is read from its first wording, also where the statement carries no other.
func TestOtherClaim(t *testing.T) {
	k, now, at := opened(t)
	press(k, "j")
	if w := press(k, ")"); w != (want.Step{By: 1}) {
		t.Errorf(") gave %+v", w)
	}
	k.Look(now, at)
	if k.chosen != 0 {
		t.Errorf("wording %d is chosen", k.chosen)
	}
}

// TestLinkedElsewhere: what is linked elsewhere is no silence and cannot be signed as one; of the nearest statements, which
// are numbered, one is added to the claim by its number.
func TestLinkedElsewhere(t *testing.T) {
	k, now, _ := opened(t)
	for i, o := range k.without {
		if o.elsewhere {
			k.choose(len(k.wordings) + i)
		}
	}
	o := k.without[k.chosen-len(k.wordings)]
	press(k, "0")
	if text := shown(k); strings.Contains(text, "records the silence") || !strings.Contains(text, "1-3 add it to the claim") {
		t.Fatalf("it offers\n%s", text)
	}
	if w, ok := press(k, "0").(want.Say); !ok || !strings.Contains(w.Text, "no silence") {
		t.Errorf("0 again gave %+v", w)
	}
	added, ok := press(k, "1").(want.Include)
	if !ok || added.Claim != k.claim || added.From != k.from || now.Corpus.Statements.All[added.Added].Report != o.report {
		t.Errorf("1 gave %+v", added)
	}
}

// TestSignedWins: what the reader has signed as silence is shown as that, also where a link leads elsewhere.
func TestSignedWins(t *testing.T) {
	k, now, at := opened(t)
	i := slices.IndexFunc(k.without, func(o without) bool { return o.elsewhere })
	d := desk.New(t.Context(), desk.Options{Corpus: now.Corpus})
	d.Take(desk.Linked{Linked: now.Linked})
	claim := &now.Linked.Claims.All[at.Claim]
	if _, _, err := d.Change(now.Resolved.ToggleSilence(now.Corpus.Statements, k.without[i].report, claim.Statements, at.Statement)); err != nil {
		t.Fatal(err)
	}
	if text := shown(k); !strings.Contains(text, k.without[i].outlet+": linked elsewhere") {
		t.Fatalf("before it says\n%s", text)
	}
	k.Look(d.Now(), at)
	if text := shown(k); !strings.Contains(text, k.without[i].outlet+": silence checked by reader") {
		t.Errorf("it says\n%s", text)
	}
}
