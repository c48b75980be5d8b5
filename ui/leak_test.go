//go:build unix

package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"go.uber.org/goleak"

	"parallax/ui/desk"
	"parallax/ui/emulator"
)

// TestNothingIsLeftRunning: after q no goroutine remains, though links were on their way and searches were asked.
func TestNothingIsLeftRunning(t *testing.T) {
	already := goleak.IgnoreCurrent()
	c := large(60, 30)
	e, err := emulator.Open(120, 40)
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() {
		ended <- run(t.Context(), Options{Corpus: c, Input: e.TTY, Output: e.TTY}, tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	}()
	if !e.Wait(patience, func() bool { return e.Shows("Large event") }) {
		t.Fatalf("no frame:\n%s", e.Text())
	}
	if err := e.Type("jjl/bridge"); err != nil {
		t.Fatal(err)
	}
	if !e.Wait(patience, func() bool { return e.Shows("/bridge") }) {
		t.Fatalf("no search:\n%s", e.Text())
	}
	began := time.Now()
	if err := e.Type("\x03"); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(patience):
		t.Fatal("the program did not end")
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v to end", took)
	}
	e.Close()
	goleak.VerifyNone(t, already)
}

// TestSearchesEnd: a query ends the one before it.
func TestSearchesEnd(t *testing.T) {
	already := goleak.IgnoreCurrent()
	ctx, cancel := context.WithCancel(t.Context())
	d := desk.New(ctx, desk.Options{Corpus: large(20, 30)})
	first := d.Search(1, "bridge", 10)
	second := d.Search(2, "water", 10)
	if msg := first(); msg != nil {
		t.Errorf("an overtaken query answered %v", msg)
	}
	msg, ok := second().(desk.Found)
	if !ok || msg.Number != 2 || msg.Result.Total == 0 || strings.Contains(msg.Result.Query, "bridge") {
		t.Errorf("the last query answered %+v", msg)
	}
	cancel()
	if msg := d.Search(3, "river", 10)(); msg != nil {
		t.Errorf("after the end a query answered %v", msg)
	}
	goleak.VerifyNone(t, already)
}
