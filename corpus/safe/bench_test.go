package safe

import (
	"strings"
	"testing"
)

var texts = []struct{ name, text string }{
	{"ascii", strings.Repeat("The minister said on Thursday that talks would go on. ", 20)},
	{"typography", strings.Repeat("“It’s not over,” Mayor Hale said – after 1½ hours… ", 20)},
	{"cyrillic", strings.Repeat("Министр сказал в четверг, что переговоры продолжатся. ", 20)},
	{"ideographs", strings.Repeat("部长星期四表示，会谈将继续进行。", 20)},
	{"arabic", strings.Repeat("قال الوزير يوم الخميس إن المحادثات ستستمر. ", 20)},
	{"devanagari", strings.Repeat("मंत्री ने गुरुवार को कहा कि वार्ता जारी रहेगी। ", 20)},
	{"hostile", strings.Repeat("a\x1b[31m\u202eb\u200bc\u0301\xff", 40)},
}

func BenchmarkClusters(b *testing.B) {
	for _, c := range texts {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			var dst []Cluster
			for b.Loop() {
				dst = Clusters(dst[:0], c.text)
			}
		})
	}
}

func BenchmarkLine(b *testing.B) {
	for _, c := range texts {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				Line(c.text)
			}
		})
	}
}

func BenchmarkWidth(b *testing.B) {
	for _, c := range texts {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				Width(c.text)
			}
		})
	}
}
