package page

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"sync"

	"parallax/corpus/statement"
)

//go:embed page.html.tmpl
var source string

var tmpl = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(source)) })

// What the template reads.
type (
	htmlPage struct {
		Title, Corner, Version string
		About                  []string
		Columns                []string
		Upright                bool // the columns are so many that their names stand upright
		Rows                   []htmlRow
		Marks                  []Mark
		Reports                []htmlReport
	}
	htmlRow struct {
		Number      int
		Name, About string
		Cells       []htmlCell
		Wordings    []htmlWording
	}
	htmlCell struct {
		Sign, Word, Column, Text string
		Anchor                   string // of its first sentence, "" for none
		More                     []htmlMore
	}
	htmlMore struct {
		Anchor string
		Number int
	}
	htmlWording struct {
		Sign, Word, Outlet, Note string
		Anchor                   string
		Number                   int
		Runs                     []run
		Near                     bool
	}
	htmlReport struct {
		Anchor, Outlet, About, URL string
		Paragraphs                 []htmlParagraph
	}
	htmlParagraph struct {
		Heading, Item bool
		Statements    []htmlStatement
	}
	htmlStatement struct {
		Anchor      string
		Number      int
		Text        string
		Boilerplate bool
		Rows        []int
	}
)

// upright is the number of columns from which their names stand upright.
const upright = 9

// HTML writes the page as one file that needs no other and runs no script: styles within, for screens light and dark and for
// paper; every cell leads to its sentence, every sentence back to its rows, by links that the keyboard reaches.
func HTML(w io.Writer, p *Page) error {
	h := htmlPage{Title: p.line(p.Title), Corner: p.line(p.Corner), Version: p.line(p.Version), Upright: len(p.Columns) >= upright, Marks: slices.Clone(p.Marks)}
	for _, a := range p.About {
		h.About = append(h.About, p.line(a))
	}
	for _, c := range p.Columns {
		h.Columns = append(h.Columns, p.line(c))
	}
	rows := make(map[statement.ID][]int)
	for i := range h.Marks {
		h.Marks[i] = p.mark(h.Marks[i])
	}
	for i := range p.Rows {
		h.Rows = append(h.Rows, p.htmlRow(i, rows))
	}
	for i := range p.Set.Reports {
		h.Reports = append(h.Reports, p.htmlReport(i, rows))
	}
	return tmpl().Execute(w, h)
}

// htmlRow is row i; rows notes it at each sentence that says what it says.
func (p *Page) htmlRow(i int, rows map[statement.ID][]int) htmlRow {
	r := &p.Rows[i]
	h := htmlRow{Number: i + 1, Name: p.line(r.Name), About: p.line(r.About)}
	for k := range r.Cells {
		c := &r.Cells[k]
		mark := p.mark(c.Mark)
		cell := htmlCell{Sign: mark.Sign, Word: mark.Word, Column: p.line(p.Columns[k]), Text: p.line(c.Text)}
		for n, at := range c.Places {
			if n == 0 {
				cell.Anchor = anchor(at.Statement)
			} else {
				cell.More = append(cell.More, htmlMore{anchor(at.Statement), n + 1})
			}
			if !c.Near {
				rows[at.Statement] = append(rows[at.Statement], h.Number)
			}
			h.Wordings = append(h.Wordings, htmlWording{
				mark.Sign, mark.Word, p.line(p.Set.ReportOf(at.Statement).Outlet), p.line(at.Note), anchor(at.Statement),
				p.Set.All[at.Statement].Number, p.runs(at.Statement, at.Words), c.Near,
			})
		}
		h.Cells = append(h.Cells, cell)
	}
	return h
}

func (p *Page) htmlReport(i int, rows map[statement.ID][]int) htmlReport {
	r := &p.Set.Reports[i]
	h := htmlReport{Anchor: fmt.Sprintf("o%d", i+1), Outlet: p.line(r.Outlet), About: p.source(r), URL: p.line(r.URL)}
	last := -1
	for _, st := range p.Set.In(r.ID) {
		if st.Paragraph != last || len(h.Paragraphs) == 0 {
			last = st.Paragraph
			h.Paragraphs = append(h.Paragraphs, htmlParagraph{
				Heading: st.Kind == statement.Headline || st.Kind == statement.Subheading, Item: st.Kind == statement.Item,
			})
		}
		to := &h.Paragraphs[len(h.Paragraphs)-1]
		to.Statements = append(to.Statements, htmlStatement{
			anchor(st.ID), st.Number, p.line(p.Set.Line(st.ID)), !st.IsStory(), once(rows[st.ID]),
		})
	}
	return h
}

// once is numbers that rise, each once.
func once(numbers []int) []int {
	var all []int
	for _, n := range numbers {
		if len(all) == 0 || all[len(all)-1] != n {
			all = append(all, n)
		}
	}
	return all
}
