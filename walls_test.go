package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// pkg is what go list says of a package of this module.
type pkg struct {
	ImportPath string
	Imports    []string // of its own, tests left out
	Deps       []string // Imports, and theirs
}

// packages are all packages of the module, by import path.
func packages(t *testing.T) map[string]pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Deps", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all := map[string]pkg{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF):
			if len(all) == 0 {
				t.Fatal("go list names no package of this module")
			}
			return all
		case err != nil:
			t.Fatal(err)
		}
		if ours(p.ImportPath) {
			all[p.ImportPath] = p
		}
	}
}

func ours(path string) bool { return path == "parallax" || strings.HasPrefix(path, "parallax/") }

func below(path, folder string) bool { return path == folder || strings.HasPrefix(path, folder+"/") }

// floors are the storeys of the house, from the roof down: a package imports only from floors below its own, and none
// of its own floor. What is in no list stands on no floor, and the test says so.
var floors = [][]string{
	{"parallax"},
	{"parallax/ui/cli"},
	{"parallax/ui/cli/config"},
	{"parallax/ui"},
	{"parallax/ui/reader", "parallax/ui/finder", "parallax/ui/card", "parallax/ui/table", "parallax/ui/voices", "parallax/ui/wording", "parallax/ui/timeline", "parallax/ui/help", "parallax/ui/command", "parallax/ui/palette", "parallax/ui/ask", "parallax/ui/briefing", "parallax/ui/review", "parallax/ui/reports", "parallax/ui/stories", "parallax/ui/raw", "parallax/ui/revisions", "parallax/ui/tagging", "parallax/ui/crosstab", "parallax/ui/disputes"},
	{"parallax/ui/screen", "parallax/ui/roll"},
	{"parallax/ui/pane", "parallax/ui/field", "parallax/ui/grid", "parallax/ui/desk", "parallax/ui/want", "parallax/ui/tour"},
	{"parallax/ui/linear"},
	{"parallax/ui/line"},
	{"parallax/ui/key", "parallax/ui/theme", "parallax/ui/layout", "parallax/ui/emulator"},
}

func floorOf(path string) int {
	for i, f := range floors {
		if slices.Contains(f, path) {
			return i
		}
	}
	return -1
}

// TestArrowsPointDown keeps the order main, ui/cli, ui, screens, what screens are made of, corpus.
func TestArrowsPointDown(t *testing.T) {
	for path, p := range packages(t) {
		if below(path, "parallax/corpus") || path == "parallax/seeds" {
			for _, i := range p.Imports {
				if below(i, "parallax/ui") {
					t.Errorf("%s imports %s, which is above it", path, i)
				}
			}
			continue
		}
		from := floorOf(path)
		if from < 0 {
			t.Errorf("%s stands on no floor: give it one in walls_test.go", path)
			continue
		}
		for _, i := range p.Imports {
			to := floorOf(i)
			switch {
			case !below(i, "parallax/ui") && i != "parallax":
			case to < 0:
				t.Errorf("%s imports %s, which stands on no floor", path, i)
			case to <= from:
				t.Errorf("%s imports %s, which is not below it", path, i)
			}
		}
	}
}

// terminal are the libraries that only ui may know.
var terminal = []string{"charm.land", "github.com/charmbracelet", "golang.org/x/term", "github.com/muesli", "github.com/creack/pty"}

// TestCorpusKnowsNoScreen keeps terminal libraries out of corpus, however deep.
func TestCorpusKnowsNoScreen(t *testing.T) {
	for path, p := range packages(t) {
		if !below(path, "parallax/corpus") {
			continue
		}
		for _, d := range p.Deps {
			for _, lib := range terminal {
				if below(d, lib) {
					t.Errorf("%s needs %s", path, d)
				}
			}
		}
	}
}

// rooms are what is done with a brief, and which other rooms of the brief each may know.
var rooms = map[string][]string{
	"parallax/corpus/brief":   {},
	"parallax/corpus/session": {"parallax/corpus/brief"},
	"parallax/corpus/seal":    {"parallax/corpus/brief"},
	"parallax/corpus/export":  {"parallax/corpus/brief", "parallax/corpus/seal"},
	"parallax/corpus/verify":  {"parallax/corpus/brief", "parallax/corpus/export", "parallax/corpus/seal"},
	"parallax/corpus/coding":  {"parallax/corpus/brief"},
}

// TestRoomsHaveDoors: what a brief is knows nothing of how it is kept, printed, checked or compared; match knows no brief.
func TestRoomsHaveDoors(t *testing.T) {
	all := packages(t)
	for path, may := range rooms {
		if _, ok := all[path]; !ok {
			t.Errorf("%s is not there", path)
		}
		for _, i := range all[path].Imports {
			if _, isRoom := rooms[i]; isRoom && !slices.Contains(may, i) {
				t.Errorf("%s imports %s", path, i)
			}
		}
	}
	for _, d := range all["parallax/corpus/match"].Deps {
		if _, isRoom := rooms[d]; isRoom {
			t.Errorf("corpus/match needs %s", d)
		}
	}
}

// TestReportStandsAlone: report is the first stage that has an opinion and knows no other but safe; safe, language
// and crew know none. source hands files to report, which does not know where they come from.
func TestReportStandsAlone(t *testing.T) {
	all := packages(t)
	allowed := map[string][]string{
		"parallax/corpus/safe":          {},
		"parallax/corpus/whole":         {},
		"parallax/corpus/internal/crew": {},
		"parallax/corpus/language":      {},
		"parallax/corpus/report":        {"parallax/corpus/safe"},
		"parallax/corpus/cache":         {"parallax/corpus/report", "parallax/corpus/safe", "parallax/corpus/whole"},
		"parallax/corpus/source":        {"parallax/corpus/report", "parallax/corpus/safe"},
		"parallax/corpus/statement":     {"parallax/corpus/report", "parallax/corpus/safe", "parallax/corpus/language", "parallax/corpus/internal/crew"},
		"parallax/corpus/particular":    {"parallax/corpus/report", "parallax/corpus/safe", "parallax/corpus/language", "parallax/corpus/statement", "parallax/corpus/internal/crew"},
		"parallax/corpus/story":         {"parallax/corpus/report", "parallax/corpus/safe", "parallax/corpus/language", "parallax/corpus/statement", "parallax/corpus/internal/crew"},
		"parallax/corpus/search":        {"parallax/corpus/report", "parallax/corpus/safe", "parallax/corpus/language", "parallax/corpus/statement", "parallax/corpus/internal/crew"},
	}
	for path, may := range allowed {
		p, ok := all[path]
		if !ok {
			t.Errorf("%s is not there", path)
		}
		for _, d := range p.Deps {
			if ours(d) && !slices.Contains(may, d) {
				t.Errorf("%s needs %s", path, d)
			}
		}
	}
}

// TestScreensOpenNoFile: reports reach the screens through corpus only, so nothing in ui but cli, which is no screen,
// reads files: none imports what could, and none calls source.Read.
func TestScreensOpenNoFile(t *testing.T) {
	for path, p := range packages(t) {
		if !below(path, "parallax/ui") || below(path, "parallax/ui/cli") {
			continue
		}
		for _, i := range p.Imports {
			if i == "embed" && path == "parallax/ui/key" {
				continue // it embeds the names of its own actions
			}
			switch i {
			case "io/ioutil", "io/fs", "embed", "parallax/seeds":
				t.Errorf("%s imports %s: reports are opened by corpus", path, i)
			}
		}
		for name, where := range calls(t, path) {
			t.Errorf("%s: %s opens files: reports are opened by corpus", where, name)
		}
	}
}

// doors are the packages that may know the network, and by which of Go's: report has net/http for the answers that web archives
// keep, which it parses.
var doors = map[string][]string{
	"parallax/corpus/archive": {"net", "net/http", "crypto/tls"},
	"parallax/corpus/report":  {"net/http"},
}

// TestNetworkHasOneDoor: what opens files has nothing to open a socket with; what its libraries could do, TestNoSocket and the
// tests of report watch.
func TestNetworkHasOneDoor(t *testing.T) {
	for path, p := range packages(t) {
		for _, i := range p.Imports {
			switch i {
			case "net", "net/http", "net/rpc", "net/smtp", "crypto/tls", "golang.org/x/net/websocket", "golang.org/x/net/proxy":
				if !slices.Contains(doors[path], i) {
					t.Errorf("%s imports %s: only archives are asked over the network", path, i)
				}
			}
		}
	}
}
