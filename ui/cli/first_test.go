package cli

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/adrg/xdg"
)

// stateIn makes folder the state folder for one test.
func stateIn(t *testing.T, folder string) {
	t.Helper()
	t.Setenv("XDG_STATE_HOME", folder)
	xdg.Reload()
	t.Cleanup(xdg.Reload)
}

func TestFirstRun(t *testing.T) {
	stateIn(t, filepath.Join(t.TempDir(), "not", "there", "yet"))
	if first, noted := firstRun(); !first || !noted {
		t.Errorf("the first run is a first one: %v, noted: %v", first, noted)
	}
	if first, _ := firstRun(); first {
		t.Error("the second run is a first one")
	}
}

// TestFirstRunWithoutState: a state folder that cannot be made is no error.
func TestFirstRunWithoutState(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	stateIn(t, filepath.Join(file, "below"))
	for range 2 {
		if first, noted := firstRun(); !first || noted {
			t.Errorf("what could not be noted is remembered: a first run: %v, noted: %v", first, noted)
		}
	}
}
