package report

import (
	"strings"
	"testing"

	"parallax/seeds"
)

func BenchmarkReadSeeds(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := ReadFS(seeds.Files, Options{}); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}

func BenchmarkCompose(b *testing.B) {
	page := strings.Repeat("The council [met](https://example.org) on *Monday* &amp; agreed\nto rebuild the old bridge – at last.\n\n", 1000)
	for _, f := range []struct {
		name   string
		format *format
		data   []byte
	}{
		{"text", plain, []byte(page)},
		{"windows-1252", plain, []byte(strings.ReplaceAll(page, "–", "\x96"))},
		{"markdown", markdown, []byte(page)},
	} {
		b.Run(f.name, func(b *testing.B) {
			b.SetBytes(int64(len(f.data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := compose(item{tree: disk{}, name: "a.txt"}, f.data, f.format); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
