package export

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/brief"
)

// Bylines as authors. A byline is written for people: "By Ana Silva and Lee van Dorp in Ankara; Reuters". Reference
// managers want persons in parts, and bodies as they are. What is no person beyond doubt is left whole: a body in parts
// ("Press, Associated") is wrong in a way that a person left whole is not. A name
// that begins like a family name of China, Korea or Vietnam stays whole: whether the family's is first, nothing says.

// author is who wrote a report.
type author struct {
	Whole                           string // a body, or a name that is not told apart; else the parts
	Given, Particle, Family, Suffix string // "Lee", "van", "Dorp", "Jr."
}

// bodyWords are the words of bodies that publish, and of the desks in them.
var bodyWords = strings.Fields(`agency agencies press news newsroom staff editors editorial desk team service services reporters reporter
	correspondent correspondents bureau board writers contributors radio television tv times post media network online agence agentur
	redaktion redacción rédaction editor writer`)

// particles stand before a family name and are a part of it where they are written large.
var particles = strings.Fields("van von de di da del della der den bin ibn al el abu le la st ter ten ben mac du dos das")

// familyFirst are family names that often stand first, as they are written in Latin letters.
var familyFirst = strings.Fields(`ai bai bao bui cai cao chan chang chen cheng cheung choi chu cui dai dang deng ding do dong du duan duong
	fan fang feng fu gao ge gong gu guan guo ha han hao he ho hoang hong hou hu huang hui huynh hwang jang jeon jia jiang jin kang kim kong
	kwok kwon lai lam lau lee lei leung li liang liao lim lin liu long lu luo lyu ma mao mei meng mo ngo nguyen ni nie pak pan park peng pham phan
	qi qian qiao qin qiu ren seo shao shen shi shin sim song su sun tan tang tao tian tran truong vo vu wan wang wei wen wong wu xia xiang
	xiao xie xing xiong xu xue yan yang yao ye yeung yi yin yoon yu yuan yun zeng zhai zhang zhao zheng zhong zhou zhu zou`)

// authorsOf is the authors that a byline names.
func authorsOf(s *brief.Source) []author {
	byline := brief.Printed(s.Byline)
	if head, rest, ok := strings.Cut(byline, " "); ok && strings.EqualFold(head, "by") {
		byline = rest
	}
	var all []author
	for _, part := range strings.FieldsFunc(byline, func(r rune) bool { return r == ';' || r == '&' }) {
		for _, name := range parted(strings.TrimSpace(part)) {
			if name = strings.Trim(strings.TrimSpace(name), ".,"); name != "" {
				all = append(all, authorOf(name, s.Outlet))
			}
		}
	}
	return all
}

// parted is the names of a part of a byline: "and" and commas stand between names, but for one comma that turns a
// name round or sets off a suffix.
func parted(part string) []string {
	var names []string
	for _, joined := range strings.Split(strings.ReplaceAll(part, ", and ", " and "), " and ") {
		fields := strings.Split(joined, ", ")
		if len(fields) == 2 && (turned(fields) || isSuffix(fields[1])) {
			names = append(names, joined)
			continue
		}
		names = append(names, fields...)
	}
	return names
}

// turned reports whether the two are one name with the family's first: a name of one word would not stand by itself.
func turned(fields []string) bool {
	return len(strings.Fields(fields[0])) == 1 && !isBody(fields[0]) && !isBody(fields[1]) && len(strings.Fields(fields[1])) <= 2
}

func isSuffix(word string) bool {
	return slices.Contains([]string{"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"}, word)
}

// isBody reports whether a name is a body's: it has a word of bodies, a sign or figure that no person has, or is an
// acronym.
func isBody(name string) bool {
	if strings.ContainsFunc(name, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("@/|()", r) }) {
		return true
	}
	for _, w := range strings.Fields(name) {
		if slices.Contains(bodyWords, strings.ToLower(w)) || utf8.RuneCountInString(w) > 2 && strings.ToUpper(w) == w && strings.ToLower(w) != w && !isSuffix(w) {
			return true
		}
	}
	return false
}

func authorOf(name, outlet string) author {
	if head, _, ok := strings.Cut(name, " in "); ok && len(strings.Fields(head)) > 1 {
		name = head // where it was written
	}
	whole := author{Whole: name}
	if strings.EqualFold(name, outlet) || isBody(name) {
		return whole
	}
	if family, given, ok := strings.Cut(name, ", "); ok && !isSuffix(given) {
		return familyOf(author{Given: given}, strings.Fields(family))
	}
	var a author
	words := strings.Fields(strings.ReplaceAll(name, ",", ""))
	if n := len(words); n > 2 && isSuffix(words[n-1]) {
		a.Suffix, words = words[n-1], words[:n-1]
	}
	if len(words) < 2 || len(words) > 6 || slices.Contains(familyFirst, strings.ToLower(words[0])) {
		return whole
	}
	at := len(words) - 1
	for i, w := range words[1 : len(words)-1] {
		if slices.Contains(particles, strings.ToLower(w)) {
			at = i + 1
			break
		}
	}
	a.Given = strings.Join(words[:at], " ")
	return familyOf(a, words[at:])
}

// familyOf parts what is written small before a family name from it.
func familyOf(a author, words []string) author {
	at := 0
	for at < len(words)-1 && strings.ToLower(words[at]) == words[at] {
		at++
	}
	a.Particle, a.Family = strings.Join(words[:at], " "), strings.Join(words[at:], " ")
	return a
}

// inverted is the name as bibliographies order it: "van Dorp, Lee, Jr.".
func (a author) inverted() string {
	if a.Whole != "" {
		return a.Whole
	}
	name := strings.TrimSpace(a.Particle+" "+a.Family) + ", " + a.Given
	if a.Suffix != "" {
		name += ", " + a.Suffix
	}
	return name
}
