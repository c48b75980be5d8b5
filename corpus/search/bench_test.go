package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"testing"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Word lists for statements of the length and variety of news: about 124 bytes on average.
var (
	people = strings.Fields("minister mayor spokesman officials police doctors residents lawmakers teachers fishermen engineers diplomats")
	verbs  = strings.Fields("said denied confirmed announced reported claimed rejected promised expected discussed welcomed described")
	things = strings.Fields(`agreement hospital harbour budget ceasefire bridge election strike railway earthquake school
		investigation airport market tunnel treaty convoy drought festival flood ferry inquiry judgment library loan
		mine museum pipeline port protest quarry refinery reform shelter stadium summit tariff vaccine verdict village`)
	adverbs  = strings.Fields("quickly yesterday again openly finally reportedly nearly twice abroad later")
	joiners  = strings.Fields("after before because while although and that where unless since")
	stems    = strings.Fields("ka lo mi ren tor vas bel dun fer gal hem jor nis pol quar sev tul wix yor zan")
	endings  = strings.Fields("ton ville burg stad ford mouth field haven a o ia")
	datelist = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
)

// generate makes n statements in reports of 30 by 40 outlets, the same for the same n.
func generate(n int) *statement.Set {
	rng := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	place := func() string {
		name := pick(stems) + pick(stems) + pick(endings)
		return strings.ToUpper(name[:1]) + name[1:]
	}
	s := &statement.Set{Generation: 1, All: make([]statement.Statement, 0, n)}
	for len(s.All) < n {
		id := report.ID(len(s.Reports))
		var text strings.Builder
		for number := 1; number <= 30 && len(s.All) < n; number++ {
			start := text.Len()
			fmt.Fprintf(&text, "The %s of %s %s %s that the %s in %s", pick(people), place(), pick(verbs), pick(adverbs), pick(things), place())
			for range rng.IntN(3) {
				fmt.Fprintf(&text, " %s the %s's %s %s %d %s", pick(joiners), pick(people), pick(things), pick(verbs), rng.IntN(900), place())
			}
			fmt.Fprintf(&text, " on %s.", pick(datelist))
			s.All = append(s.All, statement.Statement{ID: statement.ID(len(s.All)), Report: id, Number: number,
				Span: report.Span{Start: start, End: text.Len()}})
			text.WriteByte('\n')
		}
		s.Reports = append(s.Reports, report.Report{ID: id, Outlet: fmt.Sprintf("Outlet %d", int(id)%40), Text: text.String()})
	}
	return s
}

// generated keeps the large indexes over the benchmarks of one run.
var generated = map[int]func() *Index{
	100_000:   sync.OnceValue(func() *Index { return New(generate(100_000)) }),
	1_000_000: sync.OnceValue(func() *Index { return New(generate(1_000_000)) }),
}

// BenchmarkKey types queries a key at a time, as the search field does, and reports the mean and the slowest key.
func BenchmarkKey(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		for _, query := range []string{"hospital", "grain deal", "the hospital in", "Minister", "The Minister", `"on monday"`, "hosptal", "~hosptal", "karenville strike -police"} {
			b.Run(fmt.Sprintf("%d/%s", n, query), func(b *testing.B) {
				x := generated[n]()
				b.ReportAllocs()
				slowest := make([]float64, len(query))
				runtime.GC()
				for b.Loop() {
					x.history = nil
					for end := 1; end <= len(query); end++ {
						start := b.Elapsed()
						if _, err := x.Find(context.Background(), query[:end], 200); err != nil {
							b.Fatal(err)
						}
						slowest[end-1] += float64(b.Elapsed()-start) / 1e6
					}
				}
				most := 0.0
				for _, total := range slowest {
					most = max(most, total/float64(b.N))
				}
				b.ReportMetric(float64(b.Elapsed())/1e6/float64(b.N)/float64(len(query)), "ms/key")
				b.ReportMetric(most, "ms/slowest-key")
			})
		}
	}
}

// BenchmarkPasted asks for a whole query at once, without survivors to begin with.
func BenchmarkPasted(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		for _, query := range []string{"e", "th", "hospital", "the"} {
			b.Run(fmt.Sprintf("%d/%s", n, query), func(b *testing.B) {
				x := generated[n]()
				b.ReportAllocs()
				for b.Loop() {
					x.history = nil
					if _, err := x.Find(context.Background(), query, 200); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkNew(b *testing.B) {
	s := generate(100_000)
	b.ReportAllocs()
	for b.Loop() {
		New(s)
	}
}
