package key

import (
	"strconv"
	"strings"
)

// maxCount bounds a count, so that a long run of digits cannot keep the program busy.
const maxCount = 99999

// Parser turns key presses into actions with counts: "12G", "5j", "gg". The zero Parser is ready.
type Parser struct {
	count   int
	pending string
}

// Feed takes one key. The first key that closes forgets what is incomplete. It returns None while a count or a sequence is incomplete, and when the keys mean nothing; count
// is 0 when none was typed.
func (p *Parser) Feed(m *Map, key string) (action Action, count int) {
	if p.pending == "" && len(key) == 1 && (key[0] >= '1' && key[0] <= '9' || key[0] == '0' && p.count > 0) {
		p.count = min(maxCount, p.count*10+int(key[0]-'0'))
		return None, 0
	}
	if p.Pending() != "" && key == m.first(Close) {
		p.Reset()
		return None, 0
	}
	whole := strings.TrimLeft(p.pending+" "+key, " ")
	if m.starts(whole) {
		p.pending = whole
		return None, 0
	}
	action, count = m.Action(whole), p.count
	p.Reset()
	return action, count
}

// Pending is what has been typed of an incomplete count or sequence, for the footer.
func (p *Parser) Pending() string {
	typed := strings.ReplaceAll(p.pending, " ", "")
	if p.count == 0 {
		return typed
	}
	return strconv.Itoa(p.count) + typed
}

// Reset forgets what has been typed.
func (p *Parser) Reset() { *p = Parser{} }
