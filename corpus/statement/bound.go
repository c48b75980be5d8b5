package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/report"
)

// A statement costs every later stage some hundreds of bytes, and many a step over its length. Texts of news have one in
// a hundred and fifty bytes; a file of single letters, or of one word without an end, would take gigabytes. So there is
// a bound on how many statements a text of a size is cut into, and on how long one is: what is over is cut by length, at
// line ends, sentence ends and blanks, and the set says so.

const (
	freeStatements    = 8192     // that any text may have
	bytesPerStatement = 48       // of a text, for each further one
	roughLength       = 512      // bytes of a statement, about, once there are too many
	longestStatement  = 16 << 10 // bytes
)

const (
	tooMany = "cut by length from statement %d on: it has far more lines or sentences than a text of its size"
	tooLong = "cut by length where a sentence is longer than any is"
)

// mostStatements is how many statements a text of that size is cut into before they are cut by length.
func mostStatements(size int) int { return freeStatements + size/bytesPerStatement }

// united is spans of one paragraph put together until each has about roughLength bytes.
func united(spans []report.Span) []report.Span {
	kept := spans[:0]
	for _, s := range spans {
		if n := len(kept); n > 0 && kept[n-1].Len() < roughLength {
			kept[n-1].End = s.End
			continue
		}
		kept = append(kept, s)
	}
	return kept
}

// shortened is spans with those that are too long cut into pieces, at blanks where there are any.
func shortened(text string, spans []report.Span) (pieces []report.Span, cut bool) {
	for i, s := range spans {
		if s.Len() <= longestStatement {
			if cut {
				pieces = append(pieces, s)
			}
			continue
		}
		if !cut {
			pieces, cut = append(pieces, spans[:i]...), true
		}
		for s.Len() > longestStatement {
			end := pieceEnd(text, s.Start)
			if p := trim(text, report.Span{Start: s.Start, End: end}); p.Len() > 0 {
				pieces = append(pieces, p)
			}
			s = trim(text, report.Span{Start: end, End: s.End})
		}
		if s.Len() > 0 {
			pieces = append(pieces, s)
		}
	}
	if !cut {
		return spans, false
	}
	return pieces, true
}

// pieceEnd is where a piece ends that begins at start: at the last blank within the longest length, if one stands in its
// second half.
func pieceEnd(text string, start int) int {
	end := start + longestStatement
	for !utf8.RuneStart(text[end]) {
		end--
	}
	if i := strings.LastIndexFunc(text[start:end], unicode.IsSpace); i > longestStatement/2 {
		return start + i
	}
	return end
}
