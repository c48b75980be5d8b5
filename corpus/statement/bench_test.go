package statement

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/corpus/report"
)

// generated makes reports of sentences put together from word lists, so that a benchmark needs no texts.
func generated(reports, sentences int) []report.Report {
	subjects := strings.Split("the mayor|the minister|Ada Hale|Mayor Tom Reed|officials|residents of the town|the Harbour Council|a police spokesman|she|he", "|")
	verbs := strings.Split("said|said that|told reporters that|warned|denied that|added that|claimed|insisted that", "|")
	things := strings.Split("the bridge|the harbour|the northern road|the new school|the water supply|the ferry|the old market|the power station", "|")
	deeds := strings.Split("was closed on Monday|had been repaired|would open in March|was damaged by the storm|cost $4.5 million|served 1,200 families|needs more money", "|")
	places := strings.Split("in the valley|near the border|outside the capital|by the river|after the flood|before the vote", "|")
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	made := make([]report.Report, reports)
	for i := range made {
		var b strings.Builder
		b.WriteString("Storm damages the bridge\n")
		for k := range sentences - 1 {
			s := fmt.Sprintf("%s %s %s %s", pick(things), pick(deeds), pick(places), "and people stayed at home")
			switch r.IntN(4) {
			case 0:
				s = pick(subjects) + " " + pick(verbs) + " " + s
			case 1:
				s = `"` + strings.ToUpper(s[:1]) + s[1:] + `," ` + pick(subjects) + " said"
			case 2:
				s = s + ", " + pick(subjects) + " said on Tuesday"
			}
			if s[0] != '"' {
				s = strings.ToUpper(s[:1]) + s[1:]
			}
			b.WriteString(s + ".")
			b.WriteByte(" \n"[k%2])
		}
		made[i] = report.Report{ID: report.ID(i), Outlet: fmt.Sprintf("Outlet %d", i), Text: b.String()}
	}
	return made
}

func BenchmarkOf(b *testing.B) {
	for _, n := range []int{5, 1000} {
		b.Run(fmt.Sprintf("%d reports", n), func(b *testing.B) {
			reports := generated(n, 30)
			size := 0
			for i := range reports {
				size += len(reports[i].Text)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			var s *Set
			for b.Loop() {
				s = Of(reports, 1)
			}
			b.ReportMetric(float64(len(s.All)), "statements")
		})
	}
}
