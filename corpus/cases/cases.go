// Package cases runs the cases of a package's testdata, a txtar file for each phenomenon. Only tests import it: call [Run].
package cases

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// Update is set by -update: what the code answers now is written as what a test wants.
var Update = flag.Bool("update", false, "write what the tests found into testdata")

// Case is one case.
type Case struct {
	Comment string // above the files
	Files   []txtar.File
}

// File is the text of the case's file of that name, "" when it has none.
func (c *Case) File(name string) string {
	for _, f := range c.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// Run runs the cases that pattern names. A case's file "want" is what answer makes of the others; it may be missing only
// while it is being written.
func Run(t *testing.T, pattern string, answer func(t *testing.T, c *Case) string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
			if i < 0 && !*Update {
				t.Fatal("the case has no want")
			}
			if i < 0 {
				i = len(archive.Files)
				archive.Files = append(archive.Files, txtar.File{Name: "want"})
			}
			given := slices.Delete(slices.Clone(archive.Files), i, i+1)
			got := answer(t, &Case{string(archive.Comment), given})
			if *Update {
				archive.Files[i].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(archive.Files[i].Data), got); diff != "" {
				t.Errorf("got:\n%s\nwant:\n%s\n%s", got, archive.Files[i].Data, diff)
			}
		})
	}
}
