package cli

import (
	"fmt"

	"parallax/corpus/brief"
	"parallax/corpus/coding"
	"parallax/corpus/language"
)

// bind says which tags of a brief the codebook has not, and how often each is there; of whose names the brief. A tag that is
// out of the codebook is no reason to print nothing, but the status says that something is not as it should be.
func (p *program) bind(book coding.Codebook, whose string, k *brief.Kept) {
	used, n := coding.Used(k)
	for _, tag := range book.Outside(used) {
		hint := ""
		if nearest, ok := book.Nearest(tag); ok {
			hint = fmt.Sprintf("; %q is the nearest that is", nearest)
		}
		p.complain(fmt.Errorf("%s: the tag %q, which %s, is not in the codebook%s", whose, tag, bears(n[tag]), hint))
		p.status = failed
	}
}

func bears(n int) string {
	if n == 1 {
		return "1 passage bears"
	}
	return language.Counted(n, "passage") + " bear"
}
