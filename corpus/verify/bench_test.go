package verify

import (
	"strings"
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/internal/fixture/kept"
)

func BenchmarkVerify(b *testing.B) {
	d, reports := kept.LargeBrief(b, 200)
	lost, _ := kept.LargeBrief(b, 200)
	for i := range lost.Items {
		p := lost.Items[i].Passage
		p.Quote = []brief.Part{{Kind: brief.Words, Text: strings.Replace(p.Quote[0].Text, "end", "start", 1)}}
	}
	for name, d := range map[string]*brief.Document{"untouched": d, "all changed": lost} {
		var file strings.Builder
		if err := export.Write(&file, d, "md", export.Options{}); err != nil {
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
