package statement

import (
	"sync"

	"parallax/corpus/language"
)

// cut is a report's statements as pieces, which every reader of words joins into its own, and as words to compare. The
// first are made with the statements, the second when somebody compares: a start that only shows them does not.
type cut struct {
	plain  string // the text without what is struck out in it; "" where nothing is
	pieces []language.Piece
	starts []int32 // of each statement's pieces, and one past the last; nil when they are not kept
	once   sync.Once
	words  [][]language.Word
}

// mostKept is the bytes of a text whose cut is kept. No newsroom writes more in one report; what is longer is cut anew
// whenever somebody asks, so that it takes no more memory than it must.
const mostKept = 1 << 20

// cutInto cuts the statements of one report.
func (c *cut) cutInto(text string, all []Statement) {
	if len(text) > mostKept {
		return
	}
	c.pieces = make([]language.Piece, 0, len(text)/4)
	c.starts = make([]int32, 0, len(all)+1)
	for i := range all {
		c.starts = append(c.starts, int32(len(c.pieces)))
		c.pieces = language.Cut(c.pieces, text[all[i].Span.Start:all[i].Span.End])
	}
	c.starts = append(c.starts, int32(len(c.pieces)))
}

// of is the pieces of statement i of the report, whose text is given.
func (c *cut) of(i int, text string) []language.Piece {
	if c.starts == nil {
		return language.Cut(nil, text)
	}
	return c.pieces[c.starts[i]:c.starts[i+1]]
}

// cutOf is the cut that holds a statement, and the statement's index in it; nil in a set that was put together by hand.
func (s *Set) cutOf(id ID) (*cut, int) {
	r := s.All[id].Report
	if int(r) >= len(s.cuts) {
		return nil, 0
	}
	return &s.cuts[r], int(id - s.first[r])
}

// Pieces is the pieces of a statement: bytes of its own words.
func (s *Set) Pieces(id ID) []language.Piece {
	c, i := s.cutOf(id)
	if c == nil {
		return language.Cut(nil, s.Plain(id))
	}
	return c.of(i, s.Plain(id))
}

// Words is the words of a statement as statements are compared; several goroutines may ask. They are not to be changed.
func (s *Set) Words(id ID) []language.Word {
	c, i := s.cutOf(id)
	if c == nil || c.starts == nil {
		return language.Words(s.Plain(id))
	}
	c.once.Do(func() {
		all := s.In(s.All[id].Report)
		flat := make([]language.Word, 0, len(c.pieces))
		c.words = make([][]language.Word, len(all))
		for k := range all {
			from := len(flat)
			text := s.Plain(all[k].ID)
			flat = language.AppendWords(flat, text, c.of(k, text))
			c.words[k] = flat[from:len(flat):len(flat)]
		}
	})
	return c.words[i]
}
