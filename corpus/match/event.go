package match

import (
	"math"
	"strings"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// event is the statements of reports on one event, read for comparison. Rarity, names and spellings are those of the
// story: "Russia" says much in a folder of many stories and nothing in a story of which every statement has it.
type event struct {
	set      *statement.Set
	of       []reading // in the order of the statements
	concepts []concept
	ids      map[string]int32
	named    language.Names
	speakers []voiced
	reports  int
}

// reading is one statement as the matching reads it.
type reading struct {
	id         statement.ID
	report     int // of the story, from 0
	words      []language.Word
	texts      []int32  // the words, one number for all that are written alike
	at         []int32  // the concept of each word, -1 for none
	own        []int32  // concepts, sorted, each once
	wide       []near   // own and whatever is related to them, by concept
	taken      []near   // concepts of the statements before it that it points back to
	before     []near   // own, taken, and those of its speakers' names
	pairs      []pairID // concepts that stand side by side, sorted, each once
	quoted     []int32  // concepts within quotation marks, sorted
	speakers   []int32  // sorted
	clauses    []clause
	said       []int32    // own without what only tells who speaks
	meant      []referent // what its general nouns stand for
	denied     []int32    // concepts that it denies, sorted
	stances    []stance   // its words that have an opposite
	times      []then     // other than its report's, sorted
	opens      []then     // those of them with which it opens
	tense      tense
	main       []float32 // of each own concept how prominent it is, 0..1
	mainWeight float64
	weight     float64 // of all own concepts
	squares    float64
	kinds      [conceptKinds]float64
	place      float64 // in its report, 0 for the first statement and 1 for the last
	number     int     // in the report's story, from 0
	story      bool    // not boilerplate
}

// concept is what words stand for once spelling, inflection and units are set aside.
type concept struct {
	key     string
	kind    conceptKind
	classes []int16
	place   int16 // index into the gazetteer, -1 for none
	weight  float64
	found   int // statements that have it
	related []near
}

type conceptKind uint8

const (
	plainWord conceptKind = iota
	nameWord
	amount
	conceptKinds
)

// near is a concept with how far it stands for another, 0..1.
type near struct {
	concept int32
	much    float32
}

// readEvent reads the statements of the given reports.
func readEvent(set *statement.Set, reports []report.ID) *event {
	s := &event{set: set, ids: make(map[string]int32), reports: len(reports)}
	for i, r := range reports {
		all := set.In(r)
		n, first := 0, len(s.of)
		stops := language.GroupsByStops(set.Reports[r].Facts.Lang.Value)
		for k := range all {
			st := &all[k]
			x := reading{id: st.ID, report: i, words: clip(set.Words(st.ID)), story: st.IsStory(), number: n}
			if stops {
				x.words = language.Regroup(x.words)
			}
			if x.story {
				n++
			}
			s.of = append(s.of, x)
		}
		for k := first; k < len(s.of); k++ {
			s.of[k].place = float64(s.of[k].number) / float64(max(1, n-1))
		}
	}
	s.joinWords()
	s.numberWords()
	s.findConcepts()
	s.refer()
	for i := range s.of {
		s.readSaid(&s.of[i])
	}
	s.findSpeakers()
	s.weigh()
	s.relate()
	s.inherit()
	for i := range s.of {
		s.cutClauses(&s.of[i])
		s.readDenials(&s.of[i])
		s.readTimes(&s.of[i])
		s.findMain(&s.of[i])
	}
	return s
}

// mostWords is how many words of a statement are read: no sentence has more, and what has more is no sentence.
const mostWords = 400

func clip(ws []language.Word) []language.Word { return ws[:min(len(ws), mostWords)] }

// joinWords makes "cease-fire" and "cease fire" the "ceasefire" that another statement of the story has.
func (s *event) joinWords() {
	seen := make(map[string]bool)
	for i := range s.of {
		for _, w := range s.of[i].words {
			if len(w.Text) >= 6 {
				seen[w.Text] = true
			}
		}
	}
	var st language.Stemmer
	for i := range s.of {
		s.of[i].words = joined(s.of[i].words, s.set.Text(s.of[i].id), seen, &st)
	}
}

// numberWords gives words that are written alike one number.
func (s *event) numberWords() {
	numbers := make(map[string]int32)
	for i := range s.of {
		x := &s.of[i]
		x.texts = make([]int32, len(x.words))
		for k := range x.words {
			n, ok := numbers[x.words[k].Text]
			if !ok {
				n = int32(len(numbers))
				numbers[x.words[k].Text] = n
			}
			x.texts[k] = n
		}
	}
}

// joined is a statement's words with those made one that seen has as one. It changes none of ws, which others read too.
func joined(ws []language.Word, text string, seen map[string]bool, st *language.Stemmer) []language.Word {
	var out []language.Word // ws up to k, once they differ
	for k := 0; k < len(ws); k++ {
		w := ws[k]
		if k+1 < len(ws) && len(w.Text) > 1 && !w.Digit {
			next := ws[k+1]
			gap := strings.Trim(text[w.End:next.Start], "-‑")
			if one := w.Text + next.Text; (gap == "" || gap == " ") && len(next.Text) > 1 && seen[one] {
				if out == nil {
					out = append(make([]language.Word, 0, len(ws)), ws[:k]...)
				}
				w.Text, w.Stem, w.End, w.Stop = one, st.Stem(one), next.End, false
				k++
			}
		}
		if out != nil {
			out = append(out, w)
		}
	}
	if out != nil {
		return out
	}
	return ws
}

func (s *event) concept(key string, kind conceptKind) int32 {
	id, ok := s.ids[key]
	if !ok {
		id = int32(len(s.concepts))
		s.ids[key] = id
		s.concepts = append(s.concepts, concept{key: key, kind: kind, place: -1})
	}
	return id
}

// others is how many statements of other matters a story is thought to stand among, so that in a very small story a word
// is not worthless because half of the statements have it.
const others = 60

// weigh gives every concept a weight by its rarity in the story (the idf of BM25, Robertson and Zaragoza 2009).
func (s *event) weigh() {
	n := float64(others)
	for i := range s.of {
		if !s.of[i].story {
			continue
		}
		n++
		for _, c := range s.of[i].own {
			s.concepts[c].found++
		}
	}
	for i := range s.concepts {
		c := &s.concepts[i]
		f := float64(c.found)
		c.weight = math.Log(1 + (n-f+0.5)/(f+0.5))
		if c.kind == plainWord && language.IsLight(c.key) {
			c.weight *= 0.6
		}
	}
	for i := range s.of {
		x := &s.of[i]
		for _, c := range x.own {
			w := s.concepts[c].weight
			x.weight += w
			x.squares += w * w
			x.kinds[s.concepts[c].kind] += w
		}
	}
}
