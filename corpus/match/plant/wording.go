package plant

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// gardener words the claims of one story.
type gardener struct {
	rng            *rand.Rand
	people, places []string
	units          []string
	things         [][]string // what the story is about: words for one thing
	acts           [][]string
	common, own    []string // in mixed stories: words of all stories, and of this one
	zipf           *rand.Zipf
}

// claim is who did what to what, where, with how many.
type claim struct {
	who, where string
	act, what  []string // words for it
	also       []string
	number     int
	unit       string
	words      []string // of a mixed story, in place of all the others
}

// vocabulary is how many words a mixed story draws from.
const vocabulary = 1000

// mix draws the words of a mixed story; the same seed has the same common ones.
func (g *gardener) mix(seed uint64) {
	all := gardener{rng: rand.New(rand.NewPCG(seed, ^uint64(0)))}
	for range vocabulary / 5 {
		g.common = append(g.common, strings.ToLower(all.name(3)))
	}
	for range vocabulary {
		g.own = append(g.own, strings.ToLower(g.name(4)))
	}
	g.zipf = rand.NewZipf(g.rng, 1.1, 1, vocabulary-1)
}

// mixed draws n words, every fifth rank a common one.
func (g *gardener) mixed(n int) []string {
	words := make([]string, n)
	for i := range words {
		rank := int(g.zipf.Uint64())
		if words[i] = g.own[rank]; rank%5 == 0 {
			words[i] = g.common[rank/5]
		}
	}
	return words
}

// setScene draws the people, places and things of a story.
func (g *gardener) setScene() {
	titles := []string{pick(g, roles), pick(g, roles), pick(g, roles)}
	g.units = []string{pick(g, units), pick(g, units)}
	for range 12 {
		g.people = append(g.people, pick(g, titles)+" "+g.name(2)+" "+g.name(2+g.rng.IntN(2)))
	}
	for range 10 {
		g.places = append(g.places, g.name(2+g.rng.IntN(2)))
	}
	for _, i := range g.rng.Perm(len(nouns))[:10] {
		g.things = append(g.things, nouns[i])
	}
	for range 20 { // words of the story's own trade
		w := strings.ToLower(g.name(3))
		g.things = append(g.things, []string{w, w + "s"})
	}
	for _, i := range g.rng.Perm(len(verbs))[:12] {
		g.acts = append(g.acts, verbs[i])
	}
}

func (g *gardener) claim() claim {
	if g.zipf != nil {
		return claim{words: g.mixed(10)}
	}
	c := claim{
		who: pick(g, g.people), where: pick(g, g.places), act: pick(g, g.acts), what: pick(g, g.things), also: pick(g, g.things),
	}
	if g.rng.IntN(3) == 0 {
		c.number, c.unit = 3+g.rng.IntN(900), pick(g, g.units)
	}
	return c
}

// word words a claim anew: other words for the same thing, another order, parts left out.
func (g *gardener) word(c claim) string {
	if c.words != nil { // one word in four another, in another order
		words := slices.Clone(c.words)
		for i := range words {
			if g.rng.IntN(4) == 0 {
				words[i] = g.mixed(1)[0]
			}
		}
		g.rng.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		return "The " + strings.Join(words, " ") + "."
	}
	who := c.who
	if g.rng.IntN(2) == 0 {
		who = who[strings.LastIndexByte(who, ' ')+1:]
	}
	act, what, also := g.wording(c.act), g.wording(c.what), g.wording(c.also)
	where := pick(g, []string{"in", "near", "outside"}) + " " + c.where
	number := ""
	if c.number > 0 {
		number = " with " + strconv.Itoa(c.number) + " " + c.unit
	}
	switch g.rng.IntN(5) {
	case 0:
		return who + " " + act + " the " + what + " of the " + also + " " + where + number + "."
	case 1:
		return upper(where) + ", the " + what + " was " + act + " by " + who + " over the " + also + number + "."
	case 2:
		return "Over the " + also + ", " + who + " has " + act + " a " + what + " " + where + "."
	case 3:
		return pick(g, openings) + " " + who + " " + act + " the " + also + " " + what + " " + where + number + "."
	default:
		return "The " + what + " " + where + " was " + act + " after the " + also + ", " + who + " said" + number + "."
	}
}

func (g *gardener) name(syllables int) string {
	var b strings.Builder
	for range syllables {
		b.WriteString(pick(g, onsets))
		b.WriteString(pick(g, rimes))
	}
	return upper(b.String())
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// wording picks a word for a thing: mostly the usual one.
func (g *gardener) wording(from []string) string {
	if g.rng.IntN(5) < 3 {
		return from[0]
	}
	return pick(g, from)
}

func pick[T any](g *gardener, from []T) T { return from[g.rng.IntN(len(from))] }
