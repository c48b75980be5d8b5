//go:build unix

package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"go.uber.org/goleak"

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
	s := newSearcher(large(20, 30).Statements)
	ctx, cancel := context.WithCancel(t.Context())
	first := s.find(ctx, 1, "bridge")
	second := s.find(ctx, 2, "water")
	if msg := first(); msg != nil {
		t.Errorf("an overtaken query answered %v", msg)
	}
	msg, ok := second().(foundMsg)
	if !ok || msg.number != 2 || msg.result.Total == 0 || strings.Contains(msg.result.Query, "bridge") {
		t.Errorf("the last query answered %+v", msg)
	}
	cancel()
	if msg := s.find(ctx, 3, "river")(); msg != nil {
		t.Errorf("after the end a query answered %v", msg)
	}
	goleak.VerifyNone(t, already)
}
