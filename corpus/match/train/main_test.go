package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"parallax/corpus/match"
	"parallax/corpus/match/plant"
)

// mark writes an event of planted reports as readers would have marked it, and gives its folder.
func mark(t *testing.T, name string, seed uint64) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	type unit struct {
		ID    string `json:"id"`
		File  string `json:"file"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}
	var g struct {
		Cluster    string `json:"cluster"`
		Statements []unit `json:"statements"`
		Pairs      struct {
			Must [][2]string `json:"must"`
			May  [][2]string `json:"may"`
		} `json:"pairs"`
		Claims []goldClaim `json:"claims"`
		Other  []goldClaim `json:"claims_other"`
	}
	g.Cluster = name
	f := plant.Grow(plant.Options{Stories: 1, Reports: 3, Statements: 10, Seed: seed})
	byClaim := make(map[int][]string)
	for r, claims := range f.Claims {
		at := 0
		file := fmt.Sprintf("%d.txt", r)
		for i, line := range strings.Split(strings.TrimSpace(f.Reports[r].Text), "\n") {
			id := fmt.Sprintf("%d.%d", r, i)
			g.Statements = append(g.Statements, unit{id, file, at, at + len(line)})
			at += len(line) + 1
			if c := claims[i]; c >= 0 {
				for _, other := range byClaim[c] {
					g.Pairs.Must = append(g.Pairs.Must, [2]string{other, id})
				}
				byClaim[c] = append(byClaim[c], id)
			}
		}
		write(t, filepath.Join(dir, file), []byte(f.Reports[r].Text))
	}
	for i, c := range slices.Sorted(maps.Keys(byClaim)) {
		ids := byClaim[c]
		if i%2 == 0 && len(ids) > 2 {
			ids = ids[1:] // no program can know that
		}
		g.Claims = append(g.Claims, goldClaim{ids})
	}
	g.Other = g.Claims
	data, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "gold.json"), data)
	return dir
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestTrain: the weights learnt from marked events can be read and find what is marked; the same events give the same
// bytes; the weights without an event are those of the others alone.
func TestTrain(t *testing.T) {
	var dirs []string
	for i, name := range []string{"bridge", "harvest", "mill", "verdict"} {
		dirs = append(dirs, mark(t, name, uint64(i+1)))
	}
	out := t.TempDir()
	train := func(args ...string) {
		t.Helper()
		if err := run(t.Context(), args, new(bytes.Buffer), new(bytes.Buffer)); err != nil {
			t.Fatal(err)
		}
	}
	all := filepath.Join(out, "all.json")
	train(append([]string{"-o", all, "-leave-one-out", filepath.Join(out, "without")}, dirs...)...)
	again := filepath.Join(out, "again.json")
	train(append([]string{"-o", again}, dirs...)...)
	if !bytes.Equal(read(t, all), read(t, again)) {
		t.Error("the same events give other weights")
	}
	others := filepath.Join(out, "others.json")
	train(append([]string{"-o", others}, dirs[1:]...)...)
	if !bytes.Equal(read(t, others), read(t, filepath.Join(out, "without", "bridge.json"))) {
		t.Error("weights without an event are not those of the other events")
	}
	judge(t, filepath.Join(out, "without", "bridge.json"), dirs[0])
}

// TestReview: while a reader who knows the claims answers, links and claims get better, and more so when the most useful
// questions come first.
func TestReview(t *testing.T) {
	var dirs []string
	for i, name := range []string{"bridge", "harvest", "mill"} {
		dirs = append(dirs, mark(t, name, uint64(i+1)))
	}
	var out bytes.Buffer
	if err := run(t.Context(), append([]string{"-review"}, dirs...), &out, new(bytes.Buffer)); err != nil {
		t.Fatal(err)
	}
	curves := make(map[string][]float64)
	for line := range strings.Lines(out.String()) {
		if name, rest, ok := strings.Cut(line, " mean "); ok {
			_, f, _ := strings.Cut(rest, "claims F [")
			for _, v := range strings.Fields(strings.TrimRight(f, "]\n")) {
				x, err := strconv.ParseFloat(v, 64)
				if err != nil {
					t.Fatal(err)
				}
				curves[strings.TrimSpace(name)] = append(curves[strings.TrimSpace(name)], x)
			}
		}
	}
	first, random := curves["review"], curves["random order"]
	if len(curves) != 3 || len(first) != len(rounds) || len(random) != len(rounds) {
		t.Fatalf("three curves are wanted:\n%s", out.String())
	}
	if first[0] != random[0] || first[2] <= first[0] || first[1] < random[1] {
		t.Errorf("claims F %.3f in order, %.3f at random", first, random)
	}
}

// judge reads weights and scores an event with them.
func judge(t *testing.T, weights, dir string) {
	t.Helper()
	w, err := match.LoadWeights(bytes.NewReader(read(t, weights)))
	if err != nil {
		t.Fatal(err)
	}
	event, err := readGold(dir)
	if err != nil {
		t.Fatal(err)
	}
	trials, err := match.Try(t.Context(), w, event.Marked)
	if err != nil {
		t.Fatal(err)
	}
	linked, right, said := 0, 0, 0
	for _, tr := range trials {
		if tr.Linked {
			linked++
		}
		if tr.Score >= w.Threshold() {
			said++
			if tr.Linked {
				right++
			}
		}
	}
	if linked < 5 || 3*right < 2*linked || 3*right < 2*said {
		t.Errorf("%d links said, %d of them right, %d marked", said, right, linked)
	}
}

func TestTrainErrors(t *testing.T) {
	good := mark(t, "bridge", 1)
	empty, broken := t.TempDir(), t.TempDir()
	write(t, filepath.Join(broken, "gold.json"), []byte(`{"cluster": 3}`))
	nameless := t.TempDir()
	write(t, filepath.Join(nameless, "gold.json"), []byte(`{}`))
	out := filepath.Join(t.TempDir(), "w.json")
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"too few":      {[]string{good, good}, "at least three"},
		"no gold.json": {[]string{good, good, empty}, "gold.json"},
		"broken":       {[]string{good, broken, good}, broken},
		"nameless":     {[]string{good, nameless, good}, "names no event"},
		"bad flag":     {[]string{"-what"}, "what"},
		"bad path":     {[]string{"-o", filepath.Join(out, "x"), good, good, good}, out},
	} {
		err := run(t.Context(), append([]string{"-o", out}, c.args...), new(bytes.Buffer), new(bytes.Buffer))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v does not say %q", name, err, c.want)
		}
	}
}
