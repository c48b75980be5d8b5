package report

import (
	"strings"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	page := strings.Repeat("The council [met](https://example.org) on *Monday* &amp; agreed\nto rebuild the old bridge – at last.\n\n", 1000)
	for _, f := range []struct {
		name, file string
		data       []byte
	}{
		{"text", "a.txt", []byte(page)},
		{"windows-1252", "a.txt", []byte(strings.ReplaceAll(page, "–", "\x96"))},
		{"markdown", "a.md", []byte(page)},
	} {
		b.Run(f.name, func(b *testing.B) {
			b.SetBytes(int64(len(f.data)))
			b.ReportAllocs()
			for b.Loop() {
				if r := Read(b.Context(), File{Name: f.file, Data: f.data}, Limits{}); len(r.Problems) > 0 {
					b.Fatal(r.Problems)
				}
			}
		})
	}
}
