package brief

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// How a passage is quoted. Its parts are printed one behind the other: an omission as [...], an addition as [text], words
// as they are; the blanks between them follow from the source, so words carry none at their ends.
//
// A quotation is honest when its words stand in the passage in that order without overlap, and between any two that do
// not meet there, before the first and after the last, is an omission. An addition adds and hides nothing; only a letter
// may change its case in one ("[T]he" for "the"). Words may occur more than once, so the places are found by trying, with
// a memory of what has failed: at most parts x length steps. The check of an exported brief has the same rules.

// checkParts sees to it that a quotation is honest. No parts are the whole passage.
func checkParts(exact string, parts []Part) error {
	if parts == nil {
		return nil
	}
	for i, p := range parts {
		if i > 0 && p.Kind == Words && parts[i-1].Kind == Words {
			return fmt.Errorf("between the words before and %s stands no sign", Excerpt(p.Text))
		}
		if p.Kind > Addition || p.Kind == Addition && strings.TrimSpace(p.Text) == "" {
			return errors.New("an addition has no words")
		}
		if p.Kind == Words && (isBlank(p.Text) || !strings.Contains(exact, p.Text)) {
			return notSaid(p)
		}
	}
	_, err := fit(exact, parts)
	return err
}

func notSaid(p Part) error {
	return fmt.Errorf("%s is not what the source says there", Excerpt(p.Text))
}

// fit is where each part with words stands in exact; -1 for the other parts.
func fit(exact string, parts []Part) ([]int, error) {
	f := &fitting{exact: exact, parts: parts, at: make([]int, len(parts)), failed: make(map[[2]int]bool)}
	if !f.from(0, 0) {
		if f.furthest < len(parts) {
			return nil, fmt.Errorf("%w, or something before it is left out without a sign", notSaid(parts[f.furthest]))
		}
		return nil, errors.New("the end is left out without a sign")
	}
	for i := range parts {
		if f.at[i] >= 0 {
			return f.at, nil
		}
	}
	return nil, errors.New("nothing of the source is left")
}

type fitting struct {
	exact    string
	parts    []Part
	at       []int
	failed   map[[2]int]bool // part and position from which the rest does not fit
	furthest int
}

// from places parts[i:] in exact[pos:].
func (f *fitting) from(i, pos int) bool {
	f.furthest = max(f.furthest, i)
	if i == len(f.parts) {
		return f.mayPass(i, f.exact[pos:])
	}
	if f.parts[i].Kind != Words {
		f.at[i] = -1
		return f.from(i+1, pos)
	}
	if f.failed[[2]int{i, pos}] {
		return false
	}
	words := f.parts[i].Text
	for _, at := range occurrences(f.exact[pos:], words) {
		if !f.mayPass(i, f.exact[pos:pos+at]) {
			continue
		}
		f.at[i] = pos + at
		if f.from(i+1, pos+at+len(words)) {
			return true
		}
	}
	f.failed[[2]int{i, pos}] = true
	return false
}

// mayPass reports whether skipped may be left out between part i and the words before it.
func (f *fitting) mayPass(i int, skipped string) bool {
	added := ""
	for i--; i >= 0 && f.parts[i].Kind != Words; i-- {
		if f.parts[i].Kind == Omission {
			return true
		}
		added = strings.TrimSpace(f.parts[i].Text) + added
	}
	skipped = strings.Trim(skipped, blanks)
	return skipped == "" || strings.EqualFold(skipped, added)
}

func isBlank(s string) bool { return strings.Trim(s, blanks) == "" }

// Shorten makes the parts of a quotation of what the reader typed over it: "[...]" or "[…]" leaves words out, "[words]"
// adds some, and all else has to stand in exact. Brackets that the source has itself are its words. What is left out at
// the beginning or the end, or beside an addition that was put in its place, gets a sign if it has none. The result is nil
// when the whole is quoted.
func Shorten(exact, typed string) ([]Part, error) {
	typed = strings.Trim(typed, blanks)
	if slices.Equal(strings.Fields(typed), strings.Fields(exact)) {
		return nil, nil
	}
	parts := split(exact, typed)
	for i, p := range parts {
		if p.Kind == Words && !strings.Contains(exact, p.Text) {
			parts[i].Text = reflowed(exact, p.Text)
		}
	}
	if _, err := fit(exact, parts); err != nil {
		parts = withSigns(parts)
	}
	at, err := fit(exact, parts)
	if err != nil {
		return nil, err
	}
	if parts = withoutIdle(exact, parts, at); len(parts) == 1 && parts[0].Kind == Words {
		return nil, nil
	}
	return parts, nil
}

// withSigns puts an omission wherever words may have been left out without one.
func withSigns(parts []Part) []Part {
	signs := []Part{{Kind: Omission}}
	for _, p := range parts {
		if p.Kind == Addition {
			signs = append(signs, Part{Kind: Omission})
		}
		signs = append(signs, p)
	}
	return append(signs, Part{Kind: Omission})
}

// withoutIdle drops the omissions that leave nothing out, and all but the first between two runs of words. Runs with
// nothing between them any more become one.
func withoutIdle(exact string, parts []Part, at []int) []Part {
	var busy []Part
	start, end := -1, 0 // of the words before
	var signs []Part
	until := func(next int) {
		idle := (&fitting{parts: additions(signs)}).mayPass(len(additions(signs)), exact[end:next])
		for _, p := range signs {
			if p.Kind == Omission && idle {
				continue
			}
			idle = idle || p.Kind == Omission
			busy = append(busy, p)
		}
		signs = nil
	}
	for i, p := range parts {
		if p.Kind != Words {
			signs = append(signs, p)
			continue
		}
		until(at[i])
		end = at[i] + len(p.Text)
		if n := len(busy); n > 0 && busy[n-1].Kind == Words {
			busy[n-1].Text = exact[start:end]
			continue
		}
		busy, start = append(busy, p), at[i]
	}
	until(len(exact))
	return busy
}

// additions is the parts that are additions.
func additions(parts []Part) []Part {
	return slices.DeleteFunc(slices.Clone(parts), func(p Part) bool { return p.Kind != Addition })
}

// reflowed is the words as exact has them, where only the blanks differ: a line end in the source may have become a blank
// under the reader's hands. Words that are not in exact stay as they are.
func reflowed(exact, words string) string {
	fields := strings.Fields(words)
	for i, f := range fields {
		fields[i] = regexp.QuoteMeta(f)
	}
	pattern, err := regexp.Compile(strings.Join(fields, `[\s\x{a0}]+`))
	if err != nil {
		return words // words too long for a pattern
	}
	if found := pattern.FindString(exact); found != "" {
		return found
	}
	return words
}

// split cuts typed into words, omissions and additions.
func split(exact, typed string) []Part {
	var parts []Part
	from := 0
	words := func(to int) {
		if s := strings.Trim(typed[from:to], blanks); s != "" {
			parts = append(parts, Part{Words, s})
		}
	}
	for at := 0; at < len(typed); {
		n := strings.IndexByte(typed[at:], ']') + 1
		if typed[at] != '[' || n == 0 || strings.Contains(exact, typed[at:at+n]) {
			at++
			continue
		}
		words(at)
		switch inside := strings.TrimSpace(typed[at+1 : at+n-1]); inside {
		case "...", "…":
			parts = append(parts, Part{Kind: Omission})
		case "":
		default:
			parts = append(parts, Part{Addition, inside})
		}
		at += n
		from = at
	}
	words(len(typed))
	return parts
}
