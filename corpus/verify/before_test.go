package verify

import (
	"os"
	"path/filepath"
	"testing"

	"parallax/corpus/internal/fixture"
)

// TestBefore checks exports that the program wrote before claims had names and a silence all of its outlet's reports.
func TestBefore(t *testing.T) {
	reports := fixture.SeedSet(t).Reports
	files, _ := filepath.Glob("testdata/before/brief.*")
	if len(files) != 4 {
		t.Fatalf("there are %q", files)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		v, err := Verify(data, filepath.Base(name), reports)
		if err != nil || v.Seal != SealWhole || v.Verdict() != VerdictSealed {
			t.Errorf("%s: %v, seal %v, %v: %+v %+v", name, err, v.Seal, v.Verdict(), v.Quotations, v.Changes)
		}
	}
}
