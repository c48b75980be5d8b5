package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"
	"golang.org/x/text/unicode/norm"

	"parallax/corpus/statement"
)

// plain answers a query without masks, shards, windows of bits or survivors: a statement at a time, a letter at a time.
func plain(set *statement.Set, text string) (found []statement.ID, scattered bool) {
	for _, one := range either(text) {
		some, loose := plainOne(set, one)
		found, scattered = append(found, some...), scattered || loose
	}
	slices.Sort(found)
	return slices.Compact(found), scattered
}

// plainOne is plain for a query without "|".
func plainOne(set *statement.Set, text string) (found []statement.ID, scattered bool) {
	q := parse(text)
	if q.empty() {
		return nil, false
	}
	for id := range set.All {
		st := &set.All[id]
		name := squeeze(set.Reports[st.Report].Outlet)
		contains := func(part string) bool { return strings.Contains(name, part) }
		if slices.ContainsFunc(q.outletsX, contains) || len(q.outlets) > 0 && !slices.ContainsFunc(q.outlets, contains) {
			continue
		}
		original := set.Text(statement.ID(id))
		f := fold(original)
		for i := range f.letters {
			if utf8.RuneStart(f.letters[i]) && f.start.get(i) != f.begins(0, len(f.letters), i) {
				panic(fmt.Sprintf("%q: whether a word may begin at letter %d", original, i))
			}
		}
		has := func(t *term) bool {
			if t.loose {
				return len(fuzzy.FindNoSort(t.text, []string{string(f.spell(nil, 0, len(f.letters)))})) > 0
			}
			return plainly(t, f, original)
		}
		if slices.ContainsFunc(q.without, has) {
			continue
		}
		if !slices.ContainsFunc(q.terms, func(t *term) bool { return !has(t) }) {
			found = append(found, statement.ID(id))
		}
	}
	switch {
	case len(found) > 0:
		return found, q.loose
	case q.shorter != "":
		return plainOne(set, q.shorter)
	}
	return nil, q.loose
}

// plainly reports whether a term is somewhere in a folded statement.
func plainly(t *term, f *folded, original string) bool {
	for at := 0; at+len(t.letters) <= len(f.letters); at++ {
		if string(f.letters[at:at+len(t.letters)]) == t.text && plainlyFits(t, f, original, at) {
			return true
		}
	}
	return false
}

// begins reports whether a word of the letters [lo, hi) may begin at i: what the bits of start say.
func (f *folded) begins(lo, hi, i int) bool {
	if i <= lo || f.gap.get(i) {
		return true
	}
	if a, b := f.letters[i-1], f.letters[i]; a < utf8.RuneSelf && b < utf8.RuneSelf {
		return !isWord(rune(a))
	}
	before, _ := utf8.DecodeLastRune(f.letters[lo:i])
	after, _ := utf8.DecodeRune(f.letters[i:hi])
	return !isWord(before) || unspaced(before) || unspaced(after)
}

func plainlyFits(t *term, f *folded, original string, at int) bool {
	n, size := len(t.letters), len(f.letters)
	begins, ends := f.begins(0, size, at), f.ends(0, size, at+n)
	if t.phrase && !begins || t.closed && !ends || t.whole && !(begins && ends) {
		return false
	}
	different := false
	parts, part := []int{}, 0 // letters of each part between the gaps of f
	var foreign []int         // the parts before which f has a blank and t nothing
	for i := range n {
		if t.exact {
			if t.upper.get(i) != f.upper.get(at+i) || t.altered.get(i) != f.altered.get(at+i) {
				return false
			}
			a, b := t.source[i], f.source[at+i]
			if t.altered.get(i) && norm.NFC.String(t.typed[a.start:a.end]) != norm.NFC.String(original[b.start:b.end]) {
				return false
			}
		}
		if i > 0 {
			different = different || t.gap.get(i) != f.gap.get(at+i) || t.space.get(i) != f.space.get(at+i)
			if f.gap.get(at + i) {
				parts, part = append(parts, part), 0
			}
			if f.space.get(at+i) && !t.gap.get(i) {
				foreign = append(foreign, len(parts))
			}
		}
		if utf8.RuneStart(f.letters[at+i]) {
			part++
		}
	}
	parts = append(parts, part)
	if different && !begins || len(foreign) > 0 && !ends {
		return false
	}
	for _, i := range foreign {
		if parts[i-1] < 3 || parts[i] < 3 {
			return false
		}
	}
	return true
}

// TestFastIsPlain types random queries over random texts of few letters, so that nearly everything occurs.
func TestFastIsPlain(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	pieces := strings.Split(`a|b|c|ab|abc|A|B|é|É|ß|ø|’|'|-|—| | |  |"|“|木|한|.|,|1|٣|e\u0301|\u200b`, "|")
	random := func(n int) string {
		var b strings.Builder
		for range 1 + rng.IntN(n) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		return strings.NewReplacer(`\u0301`, "\u0301", `\u200b`, "\u200b").Replace(b.String())
	}
	signs := []string{"", "", "", "", "~", "~", "-", `"`, `-"`, "outlet:", "-outlet:"}
	matched, loose := 0, 0
	for round := range 30 {
		var texts [2]string
		for i := range texts {
			for range 40 {
				texts[i] += random(25) + "\n"
			}
		}
		s := set([]string{"Aé Bc", "Abc"}, texts[:])
		x := New(s)
		for range 25 {
			query := ""
			for range 1 + rng.IntN(3) {
				query += signs[rng.IntN(len(signs))] + random(4) + []string{" ", `" `, ""}[rng.IntN(3)]
			}
			for i := range query {
				typed := query[:i]
				if rng.IntN(3) == 0 {
					continue // some keys come before the last is answered
				}
				got, err := x.Find(context.Background(), typed, 0)
				if err != nil {
					t.Fatal(err)
				}
				want, scattered := plain(s, typed)
				if !slices.Equal(got.Set, want) || got.Scattered != scattered {
					t.Fatalf("round %d, %q: %v (scattered: %v), want %v (%v)", round, typed, got.Set, got.Scattered, want, scattered)
				}
				matched += len(want)
				if scattered {
					loose++
				}
			}
		}
	}
	if matched < 5_000 || loose < 10 {
		t.Errorf("only %d statements and %d scattered answers: the test does not test", matched, loose)
	}
}

// TestShardsArePlain does the same over several shards.
func TestShardsArePlain(t *testing.T) {
	s := generate(2*shardSize + 100)
	x := New(s)
	for _, query := range []string{"hospital", "harb", "Mayor", `"on monday"`, "~hsptl", "the ~hsptl", "mayor -hospital outlet:7", "the bridge", "zzz"} {
		got, err := x.Find(context.Background(), query, 50)
		if err != nil {
			t.Fatal(err)
		}
		want, scattered := plain(s, query)
		if !slices.Equal(got.Set, want) || got.Scattered != scattered || got.Total != len(want) {
			t.Errorf("%s: %d (scattered: %v), want %d (%v)", query, got.Total, got.Scattered, len(want), scattered)
		}
		total := 0
		for _, c := range got.Counts {
			total += c.Count
		}
		if total != got.Total || len(got.Hits) > 50 || len(got.Hits) < min(50, got.Total) {
			t.Errorf("%s: %d counted of %d, %d hits", query, total, got.Total, len(got.Hits))
		}
	}
}

// TestBits checks the words of bits against single ones.
func TestBits(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var b bitset
	for range 200 {
		b.set(rng.IntN(500))
	}
	for i := range 600 {
		for _, n := range []int{0, 1, 63, 64} {
			want := uint64(0)
			for k := range n {
				if b.get(i + k) {
					want |= 1 << k
				}
			}
			if got := b.window(i, n); got != want {
				t.Fatalf("window(%d, %d) = %b, want %b", i, n, got, want)
			}
		}
		want := i
		for want < 590 && !b.get(want) {
			want++
		}
		if got := b.next(i, max(i, 590)); i < 590 && got != want {
			t.Fatalf("next(%d) = %d, want %d", i, got, want)
		}
		for _, n := range []int{0, 1, 64, 130} {
			if b.any(i, n) != (b.next(i, i+n) < i+n) {
				t.Fatalf("any(%d, %d)", i, n)
			}
			if !b.equal(i, b, i, n) || n > 0 && b.get(i) != b.get(i+1) && b.equal(i, b, i+1, n) {
				t.Fatalf("equal(%d, %d)", i, n)
			}
		}
	}
}

func ExampleIndex_Find() {
	s := set([]string{"Harbour News", "Valley Post"}, []string{"The cease-fire holds.\n", "Rain is expected.\n"})
	result, _ := New(s).Find(context.Background(), "ceasefire", 10)
	for _, c := range result.Counts {
		fmt.Println(c.Outlet, c.Count)
	}
	// Output:
	// Harbour News 1
	// Valley Post 0
}
