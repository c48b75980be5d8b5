package language

import "strings"

var (
	stopGroupers  = English("quantities", "stops group")
	commaGroupers = English("quantities", "commas group")
)

// GroupsByStops reports whether numbers are written "1.500" and "4,5" in the language of a tag such as "de" or "pt-BR".
func GroupsByStops(tag string) bool {
	tag = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"))
	base, _, _ := strings.Cut(tag, "-")
	return stopGroupers.Has(base) && !commaGroupers.Has(tag)
}

// Regroup is the words of a report of such a language with their numbers written "1,500" and "4.5". It changes none of ws. A
// number that is no such one, as a day "6.4." or "3.5", stays as it is.
func Regroup(ws []Word) []Word {
	var out []Word // once they differ
	for k := range ws {
		text, ok := regrouped(ws[k].Text)
		if !ws[k].Digit || !ok {
			continue
		}
		if out == nil {
			out = append(out, ws...)
		}
		out[k].Text, out[k].Stem = text, text
	}
	if out == nil {
		return ws
	}
	return out
}

// regrouped is a number whose stops part groups of three digits, or whose comma parts a fraction of one or two.
func regrouped(text string) (string, bool) {
	from := strings.IndexAny(text, "0123456789")
	if from < 0 {
		return "", false
	}
	to := from
	for to < len(text) && strings.IndexByte("0123456789.,", text[to]) >= 0 {
		to++
	}
	whole, fraction, parted := strings.Cut(text[from:to], ",")
	groups := strings.Split(whole, ".")
	switch {
	case len(groups) == 1 && (!parted || len(fraction) > 2), parted && (fraction == "" || strings.ContainsAny(fraction, ".,")):
		return "", false
	case len(groups[0]) == 0 || len(groups) > 1 && len(groups[0]) > 3:
		return "", false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return "", false
		}
	}
	number := strings.Join(groups, ",")
	if parted {
		number += "." + fraction
	}
	return text[:from] + number + text[to:], true
}
