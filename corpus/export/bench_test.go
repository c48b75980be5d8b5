package export

import (
	"io"
	"testing"

	"parallax/corpus/internal/fixture/kept"
)

func BenchmarkExport(b *testing.B) {
	d, _ := kept.LargeBrief(b, 200)
	for _, f := range Formats() {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(io.Discard, d, f.Name, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
