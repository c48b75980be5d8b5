package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/corpus/statement"
)

// gold is what the program reads of an event's gold.json.
type gold struct {
	Cluster    string `json:"cluster"`
	Statements []struct {
		ID         string `json:"id"`
		File       string `json:"file"`
		Start, End int
	} `json:"statements"`
	Pairs struct {
		Must [][2]string `json:"must"` // both readers linked them
		May  [][2]string `json:"may"`  // one did
	} `json:"pairs"`
	Claims      []goldClaim `json:"claims"`
	ClaimsOther []goldClaim `json:"claims_other"` // the other reader's
}

type goldClaim struct {
	Statements []string `json:"statements"`
}

// event is a marked event: its links, and its claims by each reader.
type event struct {
	match.Marked
	readers [][][]statement.ID
}

// readGold reads a folder's gold.json and texts. A folder without texts takes those of ../../seeds beside it.
func readGold(folder string) (event, error) {
	path := filepath.Join(folder, "gold.json")
	data, err := os.ReadFile(path)
	if err != nil {
		return event{}, err
	}
	var g gold
	if err := json.Unmarshal(data, &g); err != nil {
		return event{}, fmt.Errorf("%s: %w", path, err)
	}
	if g.Cluster == "" || len(g.Statements) == 0 {
		return event{}, fmt.Errorf("%s: it names no event or no statements", path)
	}
	texts := folder
	if found, _ := filepath.Glob(filepath.Join(folder, "*.txt")); len(found) == 0 {
		texts = filepath.Join(folder, "..", "..", "seeds")
	}
	read := source.Read(context.Background(), []string{texts}, source.Options{})
	reports, problems := read.Reports, read.Problems
	for _, p := range problems {
		return event{}, p
	}
	set := statement.Of(reports, 1)
	covers := g.covers(set)
	return event{
		Marked:  match.Marked{Name: g.Cluster, Set: set, Linked: g.linked(covers)},
		readers: [][][]statement.ID{carried(set, covers, g.Claims), carried(set, covers, g.ClaimsOther)},
	}, nil
}

// carried is the claims that statements of two reports carry.
func carried(set *statement.Set, covers [][]string, claims []goldClaim) [][]statement.ID {
	var all [][]statement.ID
	for _, c := range claims {
		var ids []statement.ID
		for i, units := range covers {
			if slices.ContainsFunc(units, func(u string) bool { return slices.Contains(c.Statements, u) }) {
				ids = append(ids, statement.ID(i))
			}
		}
		if len(ids) > 1 && set.All[ids[0]].Report != set.All[ids[len(ids)-1]].Report {
			all = append(all, ids)
		}
	}
	return all
}

// covers is, by statement of the set, the readers' statements for which it stands: those of which it holds at least half.
func (g *gold) covers(set *statement.Set) [][]string {
	units := make(map[string][]int)
	for i, s := range g.Statements {
		units[s.File] = append(units[s.File], i)
	}
	covers := make([][]string, len(set.All))
	for i := range set.All {
		st := &set.All[i]
		r := &set.Reports[st.Report]
		span := st.Span
		if file, ok := r.Map.File(st.Span); ok {
			span = file
		}
		for _, u := range units[filepath.Base(r.Path)] {
			want := report.Span{Start: g.Statements[u].Start, End: g.Statements[u].End}
			if both := span.Overlap(want); both > 0 && 2*both >= want.Len() {
				covers[i] = append(covers[i], g.Statements[u].ID)
			}
		}
	}
	return covers
}

// linked carries the readers' pairs over to the set's statements.
func (g *gold) linked(covers [][]string) func(a, b statement.ID) (linked, agreed bool) {
	must, may := pairSet(g.Pairs.Must), pairSet(g.Pairs.May)
	return func(a, b statement.ID) (linked, agreed bool) {
		doubt := false
		for _, x := range covers[a] {
			for _, y := range covers[b] {
				if must[key(x, y)] {
					return true, true
				}
				doubt = doubt || may[key(x, y)]
			}
		}
		return false, !doubt
	}
}

func pairSet(pairs [][2]string) map[string]bool {
	m := make(map[string]bool, len(pairs))
	for _, p := range pairs {
		m[key(p[0], p[1])] = true
	}
	return m
}

func key(a, b string) string {
	if strings.Compare(a, b) > 0 {
		a, b = b, a
	}
	return a + " " + b
}
