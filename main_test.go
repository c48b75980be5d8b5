package main

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts run this test's binary as parallax, as the maker of sessions, and as a parallax with a fault.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"parallax": main, "session": craftSession, "faulty": faulty})
}

// TestScripts runs the whole program by the scripts in testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_CACHE_HOME", filepath.Join(e.WorkDir, ".cache"))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status": status, "seeds": copySeeds, "write": write, "clean": clean, "json": jsonAt, "csv": csvAt, "places": places, "links": links, "edit": edit,
		},
	})
}
