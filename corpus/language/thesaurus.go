package language

import (
	"slices"
	"strings"
	"sync"
)

// thesaurus knows which words news reports use for one another. It holds no sentence of any report: two word lists
// written by hand, one of general words in classes, one of places with their people and capitals.
type thesaurus struct {
	classes map[string][]int16 // of a stem
	size    []int              // words in each class
	phrases map[string][]phrase
	places  map[string]int16 // of a folded word, or words joined by "_"
	longest map[string]int   // words in the longest name of a place that begins with this word
}

// phrase is the rest of a two-word or three-word entry, and its class.
type phrase struct {
	rest  []string // stems
	class int16
}

// words loads the lists once; they are then only read.
var words = sync.OnceValue(func() *thesaurus {
	t := &thesaurus{
		classes: make(map[string][]int16), phrases: make(map[string][]phrase),
		places: make(map[string]int16), longest: make(map[string]int),
	}
	var st Stemmer
	for _, line := range English("related", "related").Lines() {
		fields := strings.Fields(line)
		class := int16(len(t.size))
		t.size = append(t.size, len(fields))
		for _, f := range fields {
			parts := strings.Split(f, "_")
			for i := range parts {
				parts[i] = st.Root(parts[i])
			}
			if len(parts) > 1 {
				t.phrases[parts[0]] = append(t.phrases[parts[0]], phrase{parts[1:], class})
			} else if c := t.classes[parts[0]]; len(c) == 0 || c[len(c)-1] != class {
				t.classes[parts[0]] = append(c, class)
			}
		}
	}
	for place, names := range Places() {
		for _, name := range names {
			ws := Words(name)
			for i := range ws[1:] {
				ws[0].Text += "_" + ws[1+i].Text
			}
			f := ws[0].Text
			t.places[f] = int16(place)
			first, _, _ := strings.Cut(f, "_")
			t.longest[first] = max(t.longest[first], len(ws))
		}
	}
	return t
})

// ClassesAt appends to dst the classes of related words to which the word at i belongs, alone or as the head of a phrase.
func ClassesAt(ws []Word, i int, dst []int16) []int16 {
	t := words()
	dst = append(dst, t.classes[ws[i].Stem]...)
	for _, p := range t.phrases[ws[i].Stem] {
		if follows(ws[i+1:], p.rest) {
			dst = append(dst, p.class)
		}
	}
	return dst
}

// Related is the words and phrases that news reports use for a word, as the list has them, without other forms of the word
// itself: "injure", "hurt" for "wounded".
func Related(word string) []string {
	ws := Words(word)
	if len(ws) != 1 {
		return nil
	}
	var related []string
	lines := English("related", "related").Lines()
	for _, class := range ClassesAt(ws, 0, nil) {
		for w := range strings.FieldsSeq(lines[class]) {
			w = strings.ReplaceAll(w, "_", " ")
			if same := Words(w); len(same) == 1 && same[0].Stem == ws[0].Stem || slices.Contains(related, w) {
				continue
			}
			related = append(related, w)
		}
	}
	return related
}

// follows reports whether the stems of rest come next, with at most one other word before each ("laid them off").
func follows(ws []Word, rest []string) bool {
	for _, want := range rest {
		switch {
		case len(ws) > 0 && ws[0].Stem == want:
			ws = ws[1:]
		case len(ws) > 1 && ws[1].Stem == want:
			ws = ws[2:]
		default:
			return false
		}
	}
	return true
}

// PlaceAt is the place whose name begins at word i, and how many words the name takes; 0 words when there is none.
// Names are told from other words by their capital ("turkey", "chad").
func PlaceAt(ws []Word, i int) (place int16, n int) {
	if !ws[i].Capital {
		return 0, 0
	}
	t := words()
	name := ""
	for k := range min(t.longest[ws[i].Text], len(ws)-i) {
		if k > 0 {
			name += "_"
		}
		name += ws[i+k].Text
		if p, ok := t.places[name]; ok {
			place, n = p, k+1
		}
	}
	return place, n
}

// Phrasal is the phrase of the lexicon that begins with the word at i, which alone would say nothing ("take over");
// "" when none does.
func Phrasal(ws []Word, i int) string {
	for _, p := range words().phrases[ws[i].Stem] {
		if follows(ws[i+1:], p.rest) {
			return ws[i].Stem + " " + strings.Join(p.rest, " ")
		}
	}
	return ""
}

// ClassSize is the number of words in a class of related words.
func ClassSize(class int16) int { return words().size[class] }
