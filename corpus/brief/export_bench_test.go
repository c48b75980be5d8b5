package brief

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/corpus/statement"
)

// largeBrief quotes a statement of each of many reports.
func largeBrief(b *testing.B, n int) (*Document, []report.Report) {
	b.Helper()
	words := strings.Fields("the a harbour storm port minister mayor said that boats schools closed on of in after talks left coast rain night")
	random := rand.New(rand.NewPCG(1, 2))
	fsys := fstest.MapFS{}
	for i := range n {
		var text strings.Builder
		for range 30 {
			text.WriteString("The ")
			for range 20 {
				text.WriteString(words[random.IntN(len(words))] + " ")
			}
			text.WriteString("end.\n")
		}
		fsys[fmt.Sprintf("outlet-%03d.txt", i)] = &fstest.MapFile{Data: []byte(text.String())}
	}
	read := source.ReadFS(context.Background(), fsys, source.Options{})
	reports, problems := read.Reports, read.Problems
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	set := statement.Of(reports, 1)
	d := &Document{Title: "Large", Sources: sourcesOf(set)}
	for i := range reports {
		st := set.In(report.ID(i))[i%30]
		p := quote(set, st.ID, st.ID, st.Span)
		d.Items = append(d.Items, Item{Passage: &p})
	}
	return d, reports
}

func BenchmarkExport(b *testing.B) {
	d, _ := largeBrief(b, 200)
	for _, f := range Formats() {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Export(io.Discard, d, f.Name, ExportOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkVerify(b *testing.B) {
	d, reports := largeBrief(b, 200)
	lost, _ := largeBrief(b, 200)
	for i := range lost.Items {
		p := lost.Items[i].Passage
		p.Quote = []Part{{Words, strings.Replace(p.Quote[0].Text, "end", "start", 1)}}
	}
	for name, d := range map[string]*Document{"untouched": d, "all changed": lost} {
		var file strings.Builder
		if err := Export(&file, d, "md", ExportOptions{}); err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Verify([]byte(file.String()), "brief.md", reports); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
