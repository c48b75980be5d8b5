package cli

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"

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

// json writes v on one line. A string that must not be shown as it is has the exact one beside it: see [safe.JSON].
func (p *printer) json(v any) error {
	data, err := marshal(v)
	if err != nil {
		return err
	}
	p.Write(append(safe.JSON(data, p.ascii), '\n'))
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
