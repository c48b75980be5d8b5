package corpus_test

import (
	"crypto/sha256"
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"parallax/corpus"
	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/source"
	"parallax/seeds"
)

// memory is a store that counts.
type memory struct {
	all         map[[sha256.Size]byte][]byte
	found, kept int
}

func (m *memory) Fetch(key [sha256.Size]byte) ([]byte, bool) {
	data, ok := m.all[key]
	if ok {
		m.found++
	}
	return data, ok
}

func (m *memory) Keep(_ string, key [sha256.Size]byte, pack func() ([]byte, error)) {
	if data, err := pack(); err == nil {
		m.kept++
		m.all[key] = data
	}
}

// link links a corpus with what is in the store, and tells whether something had to be scored.
func (m *memory) link(t *testing.T, c *corpus.Corpus, decisions ...match.Decision) (l *corpus.Linked, scored bool) {
	t.Helper()
	l, err := c.Keeping(m).Link(t.Context(), decisions, func(done, total int) { scored = true })
	if err != nil {
		t.Fatal(err)
	}
	return l, scored
}

func embedded(t *testing.T) *corpus.Corpus {
	t.Helper()
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func alike(t *testing.T, want, got *corpus.Linked) {
	t.Helper()
	options := cmp.Options{cmpopts.EquateEmpty(), cmp.AllowUnexported(claim.Claim{})}
	if d := cmp.Diff(want.Claims.All, got.Claims.All, options); d != "" {
		t.Errorf("other claims:\n%s", d)
	}
	if d := cmp.Diff(want.Links.All, got.Links.All, options); d != "" {
		t.Errorf("other links:\n%s", d)
	}
}

// TestLinkedAgain: what was linked once is not linked again, and is the same.
func TestLinkedAgain(t *testing.T) {
	store := &memory{all: map[[sha256.Size]byte][]byte{}}
	want, scored := store.link(t, embedded(t))
	if !scored || store.kept != 2 {
		t.Fatalf("scored: %t, %d kept; want the scores and the claims", scored, store.kept)
	}
	got, scored := store.link(t, embedded(t))
	if scored || store.found != 2 || store.kept != 2 {
		t.Errorf("scored again: %t, %d found, %d kept", scored, store.found, store.kept)
	}
	alike(t, want, got)

	decisions := []match.Decision{{A: want.Links.All[0].A, B: want.Links.All[0].B, Kind: match.Cut}}
	decided, scored := store.link(t, embedded(t), decisions...)
	if scored || store.kept != 2 {
		t.Errorf("with a decision scored again: %t, %d kept", scored, store.kept)
	}
	plain, err := embedded(t).Link(t.Context(), decisions, nil)
	if err != nil {
		t.Fatal(err)
	}
	alike(t, plain, decided)
}

// TestLinkedAnew: whatever changes what is found is told apart.
func TestLinkedAnew(t *testing.T) {
	texts := fstest.MapFS{
		"quay.txt": {Data: []byte("The harbour of Newlyn was closed on Monday, the mayor said.\n\nTwelve boats were damaged in the storm.\n")},
		"pier.txt": {Data: []byte("Newlyn's harbour was closed on Monday after the storm.\n\nThe storm damaged a dozen boats, the mayor said.\n")},
	}
	open := func(files fstest.MapFS) *corpus.Corpus {
		c, err := corpus.OpenFS("storm", files, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	store := &memory{all: map[[sha256.Size]byte][]byte{}}
	store.link(t, open(texts))
	if _, scored := store.link(t, open(texts)); scored {
		t.Fatal("the same reports were scored again")
	}
	changed, more, dated := maps.Clone(texts), maps.Clone(texts), maps.Clone(texts)
	changed["pier.txt"] = &fstest.MapFile{Data: []byte("Newlyn's harbour was closed on Tuesday after the storm.\n\nThe storm damaged a dozen boats, the mayor said.\n")}
	more["mole.txt"] = &fstest.MapFile{Data: []byte("The mole of Newlyn held.\n")}
	dated["sources.json"] = &fstest.MapFile{Data: []byte(`[{"file": "quay.txt", "outlet": "The Quay", "published": "2022-03-07"}]`)}
	boilerplate := open(texts)
	set := *boilerplate.Statements
	set.All = slices.Clone(set.All)
	set.All[1].Boilerplate = "the reader says so"
	named := open(texts)
	named.Statements.Aliases = [][]string{{"harbour", "port"}}
	for what, c := range map[string]*corpus.Corpus{
		"a changed report": open(changed), "a report more": open(more), "a date and an outlet": open(dated),
		"boilerplate": boilerplate.With(&set), "words for one thing": named,
	} {
		got, scored := store.link(t, c)
		if !scored {
			t.Errorf("with %s the old links were taken", what)
		}
		want, err := c.Link(t.Context(), nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		alike(t, want, got)
	}
}

// TestLinkedFromRubbish: what the store gives is not trusted.
func TestLinkedFromRubbish(t *testing.T) {
	store := &memory{all: map[[sha256.Size]byte][]byte{}}
	want, _ := store.link(t, embedded(t))
	for key, data := range store.all {
		store.all[key] = data[:len(data)/2]
	}
	got, scored := store.link(t, embedded(t))
	if !scored || store.kept != 4 {
		t.Errorf("scored anew: %t, %d kept", scored, store.kept)
	}
	alike(t, want, got)
	if _, scored := store.link(t, embedded(t)); scored {
		t.Error("what was rubbish was not replaced")
	}
}
