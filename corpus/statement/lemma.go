package statement

import "strings"

// lemmaOf is the base form of the verb at v, as far as its ending tells, with the particle that belongs to it.
func lemmaOf(ts []token, v int) string {
	t := &ts[v]
	if t.verb != nil {
		return t.verb.lemma
	}
	lemma := baseForm(t.lower)
	if v+1 < len(ts) {
		switch p := ts[v+1].lower; p {
		case "on", "out", "back", "in", "up":
			return lemma + " " + p
		}
	}
	return lemma
}

var irregularBases = map[string]string{
	"went": "go", "began": "begin", "shot": "shoot", "bit": "bite", "broke": "break", "spoke": "speak", "cut": "cut", "hit": "hit",
	"came": "come", "held": "hold", "kept": "keep", "sang": "sing", "threw": "throw", "took": "take", "gave": "give", "read": "read",
}

// baseForm is the base form of a verb's finite form or participle by English spelling.
func baseForm(w string) string {
	if b, ok := irregularBases[w]; ok {
		return b
	}
	var stem string
	switch {
	case strings.HasSuffix(w, "ied"), strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ed") && len(w) > 4:
		stem = w[:len(w)-2]
	case strings.HasSuffix(w, "ing") && len(w) > 5:
		stem = w[:len(w)-3]
	case strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "sses"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3:
		return w[:len(w)-1]
	default:
		return w
	}
	n := len(stem)
	switch {
	case n > 2 && stem[n-1] == 'l' && !vowel(stem[n-2]) && stem[n-2] != 'l' && stem[n-2] != 'r' && stem[n-2] != 'w': // "bristled"
		return stem + "e"
	case n > 3 && stem[n-1] == stem[n-2] && !strings.HasSuffix(stem, "ll") && !strings.HasSuffix(stem, "ss"):
		return stem[:n-1]
	case strings.ContainsAny(stem[n-1:], "uvzcg") && !strings.HasSuffix(stem, "ng"), strings.HasSuffix(stem, "ngg"), n < 5 && !vowel(stem[n-1]) && vowel(stem[n-2]) && n > 2 && !vowel(stem[n-3]):
		return stem + "e"
	}
	return stem
}
