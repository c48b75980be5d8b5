package seal

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Kind is what was done to a line.
type Kind uint8

// The kinds of changes.
const (
	Added Kind = iota
	Removed
	Reworded
	Moved // it stands in another order
)

// voiced parts a citation: before it stands what is cited, behind it whose words they are, and more of the source.
const voiced = ", voice: "

func (k Kind) String() string { return [...]string{"added", "removed", "reworded", "moved"}[k] }

// Change is what was done to one line since the brief was sealed.
type Change struct {
	Kind     Kind
	What     What
	Was, Now Line // the zero Line where there is none
}

// Machine reports whether the change makes the program say something else of the sources than it did: what it said was
// reworded, or a silence or a source is added that it did not name. The words of quotations are held against the sources
// instead, so that one that is added, or shortened with its sign, or cited more widely, is no such change; but whose
// words they are called must stay as long as the same statements are cited.
func (c Change) Machine() bool {
	switch c.Kind {
	case Reworded:
		if c.What == Quotation {
			was, voice, _ := strings.Cut(c.Was.Note, voiced)
			now, other, ok := strings.Cut(c.Now.Note, voiced)
			return ok && was == now && voice != other
		}
		if c.What == Count { // a claim's name may be the reader's; its numbers are not
			return !slices.Equal(numbersOf(c.Was), numbersOf(c.Now))
		}
		return c.What.machine()
	case Added:
		return c.What == Silence || c.What == Source
	}
	return false
}

// numbersOf is what the heading of a claim or a passage says besides the claim's name.
func numbersOf(l Line) []string {
	m := CountPattern.FindStringSubmatch(l.Text)
	return m[min(1, len(m)):]
}

// Compare is what was done to the sealed lines to make these of them, in the order of the file; what was removed stands
// where it stood. It is empty when nothing was.
//
// The two are compared as diff does, by a longest common subsequence. Lines that are gone at one place and have come at
// another are moved; of the rest, those of one kind that share most words are one line reworded.
func (s *Seal) Compare(now []Line) []Change {
	e := editing{was: s.Lines, now: now}
	e.align()
	e.pair(func(was, now Line) float64 {
		if was == now {
			return 1
		}
		return 0
	}, 1, false)
	e.pair(like, nearHere, true)
	e.pair(like, nearAnywhere, false)
	return e.changes()
}

// The part of their words that two lines must share to be one line reworded: in the same gap between lines that stayed,
// and anywhere.
const (
	nearHere     = 0.3
	nearAnywhere = 0.6
)

// editing finds out what was done.
type editing struct {
	was, now   []Line
	gone, came []spot // of was and of now, that have no partner yet
	pairs      [][2]spot
}

// spot is a line without a partner, and the gap that it stands in.
type spot struct{ at, gap int }

// maxCells bounds the table of the comparison. What is longer is compared without regard to its order.
const maxCells = 4_000_000

// align finds the lines that stayed and gathers the others, gap by gap.
func (e *editing) align() {
	a, b := e.was, e.now
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	keep := common(a[head:len(a)-tail], b[head:len(b)-tail])
	i, j, gap := head, head, 0
	for _, k := range append(keep, [2]int{len(a) - tail - head, len(b) - tail - head}) {
		for ; i < head+k[0]; i++ {
			e.gone = append(e.gone, spot{i, gap})
		}
		for ; j < head+k[1]; j++ {
			e.came = append(e.came, spot{j, gap})
		}
		i, j, gap = i+1, j+1, gap+1
	}
}

// common is the pairs of a longest common subsequence, in order.
func common(a, b []Line) [][2]int {
	if len(a) == 0 || len(b) == 0 || len(a) > maxCells/len(b) {
		return nil
	}
	width := len(b) + 1
	table := make([]int32, (len(a)+1)*width) // the length of the longest of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i*width+j] = table[(i+1)*width+j+1] + 1
			} else {
				table[i*width+j] = max(table[(i+1)*width+j], table[i*width+j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case table[(i+1)*width+j] >= table[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// pair makes partners of lines that are gone and lines that came, the likest first.
func (e *editing) pair(like func(was, now Line) float64, least float64, sameGap bool) {
	type candidate struct {
		i, j  int
		score float64
	}
	var all []candidate
	if len(e.gone) == 0 || len(e.came) > maxPairs/len(e.gone) {
		return
	}
	for i, g := range e.gone {
		for j, c := range e.came {
			if sameGap && g.gap != c.gap {
				continue
			}
			if score := like(e.was[g.at], e.now[c.at]); score >= least {
				all = append(all, candidate{i, j, score})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y candidate) int { return cmp.Compare(y.score, x.score) })
	goneBy, cameBy := make(map[int]bool), make(map[int]bool)
	for _, c := range all {
		if !goneBy[c.i] && !cameBy[c.j] {
			goneBy[c.i], cameBy[c.j] = true, true
			e.pairs = append(e.pairs, [2]spot{e.gone[c.i], e.came[c.j]})
		}
	}
	e.gone, e.came = without(e.gone, goneBy), without(e.came, cameBy)
}

func without(all []spot, taken map[int]bool) []spot {
	var rest []spot
	for i, s := range all {
		if !taken[i] {
			rest = append(rest, s)
		}
	}
	return rest
}

// maxPairs bounds how many pairs of lines are compared word by word, and maxWords how much of each.
const (
	maxPairs = 50_000
	maxWords = 400
	fewWords = 3 // under which letters are compared, as in scripts that do not part words
)

// like is the part of their words that two lines share; 0 when they are not of one kind.
func like(was, now Line) float64 {
	kind := was.What()
	if kind != now.What() && (kind == Quotation) == (now.What() == Quotation) && kind != Paragraph && now.What() != Paragraph {
		return 0
	}
	a, b := was.words(), now.words()
	if min(len(a), len(b)) < fewWords {
		a, b = strings.Split(was.Text, ""), strings.Split(now.Text, "")
	}
	have := make(map[string]int, len(a))
	for _, w := range a {
		have[w]++
	}
	same := 0
	for _, w := range b {
		if have[w] > 0 {
			have[w]--
			same++
		}
	}
	return 2 * float64(same) / float64(max(1, len(a)+len(b)))
}

// words are the first words of a line.
func (l Line) words() []string {
	words := strings.FieldsFunc(l.Text+" "+l.Note, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) })
	return words[:min(len(words), maxWords)]
}

// changes is the outcome.
func (e *editing) changes() []Change {
	type placed struct {
		gap, side, at int
		Change
	}
	var all []placed
	for _, g := range e.gone {
		was := e.was[g.at]
		all = append(all, placed{g.gap, 0, g.at, Change{Removed, was.What(), was, Line{}}})
	}
	for _, c := range e.came {
		now := e.now[c.at]
		all = append(all, placed{c.gap, 1, c.at, Change{Added, now.What(), Line{}, now}})
	}
	for _, p := range e.pairs {
		was, now := e.was[p[0].at], e.now[p[1].at]
		kind := Reworded
		if was == now {
			kind = Moved
		}
		all = append(all, placed{p[1].gap, 1, p[1].at, Change{kind, was.What(), was, now}})
	}
	slices.SortFunc(all, func(x, y placed) int {
		return cmp.Or(cmp.Compare(x.gap, y.gap), cmp.Compare(x.side, y.side), cmp.Compare(x.at, y.at))
	})
	var out []Change
	for _, p := range all {
		out = append(out, p.Change)
	}
	return out
}
