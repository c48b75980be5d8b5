package page

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"parallax/corpus/export"
)

// Markdown writes the page as a table, and below it each row's wordings; the reports are not repeated.
func Markdown(w io.Writer, p *Page) error {
	b := bufio.NewWriter(w)
	md := func(s string) string { return export.Markdown(p.line(s)) }
	fmt.Fprintf(b, "# %s\n\n", md(p.Title))
	for _, a := range p.About {
		fmt.Fprintf(b, "%s\n\n", md(a))
	}
	key := make([]string, len(p.Marks))
	for i, m := range p.Marks {
		key[i] = md(m.Sign) + " " + md(m.Word)
	}
	if len(key) > 0 {
		fmt.Fprintf(b, "%s\n\n", strings.Join(key, ", "))
	}
	fmt.Fprintf(b, "| | %s |", md(p.Corner))
	for _, c := range p.Columns {
		fmt.Fprintf(b, " %s |", md(c))
	}
	fmt.Fprintf(b, "\n| ---: | --- |%s\n", strings.Repeat(" --- |", len(p.Columns)))
	for i := range p.Rows {
		r := &p.Rows[i]
		fmt.Fprintf(b, "| %d | %s |", i+1, md(r.Name))
		for k := range r.Cells {
			fmt.Fprintf(b, " %s |", md(r.Cells[k].told()))
		}
		fmt.Fprintln(b)
	}
	for i := range p.Rows {
		p.markdownRow(b, i, md)
	}
	if p.Version != "" {
		fmt.Fprintf(b, "\nMade with parallax %s.\n", md(p.Version))
	}
	return b.Flush()
}

// told is a cell in one line: its mark, its text, and how many sentences are behind it.
func (c *Cell) told() string {
	text := strings.TrimRight(c.Mark.Sign+" "+c.Text, " ")
	if n := len(c.Places); n > 1 && !c.Near && c.Mark.Sign != strconv.Itoa(n) {
		text += fmt.Sprintf(" (%d)", n)
	}
	return text
}

func (p *Page) markdownRow(b *bufio.Writer, i int, md func(string) string) {
	r := &p.Rows[i]
	fmt.Fprintf(b, "\n## %d. %s\n\n", i+1, md(r.Name))
	for k := range r.Cells {
		c := &r.Cells[k]
		for _, at := range c.Places {
			fmt.Fprintf(b, "- %s **%s** %d: ", md(c.Mark.Sign), md(p.Set.ReportOf(at.Statement).Outlet), p.Set.All[at.Statement].Number)
			for _, one := range p.runs(at.Statement, at.Words) {
				b.WriteString(stressed(one))
			}
			switch {
			case c.Near:
				fmt.Fprintf(b, " \\[%s\\]", md(c.Mark.Word))
			case at.Note != "":
				fmt.Fprintf(b, " \\[%s\\]", md(at.Note))
			}
			fmt.Fprintln(b)
		}
	}
}

// stressed is a run of a sentence; one that stands out is strong.
func stressed(r run) string {
	text := strings.TrimSpace(r.Text)
	if !r.Stands || text == "" {
		return export.Markdown(r.Text)
	}
	at := strings.Index(r.Text, text)
	return r.Text[:at] + "**" + export.Markdown(text) + "**" + r.Text[at+len(text):]
}
