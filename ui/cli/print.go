package cli

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"parallax/corpus/safe"
)

// format is how a command prints.
type format string

const (
	text   format = "text"
	asJSON format = "json"
	asCSV  format = "csv"

	asMarkdown format = "md"
	asHTML     format = "html"
)

// printer writes plain output. All text from outside passes through one of its methods.
type printer struct {
	w     *bufio.Writer
	ascii bool
	err   error
}

func newPrinter(w io.Writer) *printer { return &printer{w: bufio.NewWriter(w)} }

// Write is for text of the program's own.
func (p *printer) Write(b []byte) (int, error) {
	n, err := p.w.Write(b)
	if err != nil && p.err == nil {
		p.err = err
	}
	return n, err
}

// printf is fmt.Fprintf with every string argument made safe to show on one line.
func (p *printer) printf(format string, args ...any) {
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = p.safe(s)
		}
	}
	fmt.Fprintf(p, format, args...)
}

func (p *printer) safe(s string) string {
	if p.ascii {
		return safe.ASCII(s)
	}
	return safe.Line(s)
}

// json writes v on one line. Strings stay exact: characters that must not reach a terminal are written as \u escapes.
func (p *printer) json(v any) error {
	data, err := marshal(v)
	if err != nil {
		return err
	}
	p.Write(append(escape(data, p.ascii), '\n'))
	return nil
}

func marshal(v any) ([]byte, error) {
	w := &trimmed{}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return w.data[:len(w.data)-1], nil
}

type trimmed struct{ data []byte }

func (w *trimmed) Write(b []byte) (int, error) {
	w.data = append(w.data, b...)
	return len(b), nil
}

// escape writes the characters of JSON text that a terminal would act on, or not show, as \u escapes. They can only
// stand within strings.
func escape(data []byte, ascii bool) []byte {
	out := make([]byte, 0, len(data))
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r >= 0x20 && r < 0x7F:
			out = append(out, byte(r))
		case ascii || acts(r):
			for _, unit := range utf16.Encode([]rune{r}) {
				out = fmt.Appendf(out, `\u%04x`, unit)
			}
		default:
			out = append(out, data[:size]...)
		}
		data = data[size:]
	}
	return out
}

// acts reports whether r does something to its neighbours instead of being seen.
func acts(r rune) bool {
	return r < 0xA0 || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point)
}

// table writes CSV with a heading.
func (p *printer) table(heading []string, rows func(yield func(cells ...any))) {
	w := csv.NewWriter(p)
	w.Write(heading)
	rows(func(cells ...any) {
		row := make([]string, len(cells))
		for i, c := range cells {
			if s, ok := c.(string); ok {
				row[i] = safe.CSV(p.safe(s))
				continue
			}
			row[i] = fmt.Sprint(c)
		}
		w.Write(row)
	})
	w.Flush()
}

func (p *printer) flush() error {
	if err := p.w.Flush(); p.err == nil {
		p.err = err
	}
	if p.err != nil {
		return fmt.Errorf("standard output: %w", p.err)
	}
	return nil
}
