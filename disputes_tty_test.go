//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTwoCoders: two people code the same reports by keys, the second blind; what he marked verifies as it is. Their sessions are
// united, a third settles what they differ on; it is all there after a restart, and what is printed says who settled what.
func TestTwoCoders(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{
		"reports/harbour.txt": "The harbour is shut.\n\nNo boat left it on Monday.\n\nThe mayor blamed the wind.\n",
		"book.csv":            "name,definition,values\nvoice,Whose words they are.,mayor|harbour\nweather,Wind and rain.,\n",
	} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	at := func(name string) string { return filepath.Join(folder, name) }
	code := func(coder, first, third, heading string, more ...string) {
		s := begin(t, state, append(more, "--coder", coder, "--session", at(coder+".session"), "--codebook", at("book.csv"), at("reports"))...)
		s.sees("The mayor blamed the wind.")
		s.sees(heading)
		s.types("1Gt"+first, "[x]*")
		s.types("\r", "marked “The harbour")
		s.types("3Gt"+third, "[x]*")
		s.types("\r", "marked “The mayor")
		s.sees("saved, u undoes")
		s.quits("")
	}
	code("ann", "2", "1", " Harbour · ")
	code("bert", "2", "3", " A · ", "--blind")
	prints(t, state, 0, "brief", at("bert.session"), "-o", at("bert.md"))
	prints(t, state, 0, "verify", at("bert.md"), at("reports"))
	if said := prints(t, state, 0, "merge", at("ann.session"), at("bert.session"), "-o", at("both.session"), "--codebook", at("book.csv")); !strings.Contains(said, "2 disagreements on codes to settle") {
		t.Fatal(said)
	}
	s := begin(t, state, "--coder", "clara", "--session", at("both.session"), at("reports"))
	s.sees("The mayor blamed the wind.")
	s.types("gp", "Disagreements  2, 0 settled")
	s.types("1", "Disagreements  2, 1 settled")
	s.types("2", "Disagreements  2, 2 settled")
	s.types("u", "Disagreements  2, 1 settled")
	s.types("x", "Disagreements  2, 2 settled")
	s.types("q", "The harbour is shut.")
	s.quits("")

	s = begin(t, state, "--session", at("both.session"), at("reports"))
	s.sees("The mayor blamed the wind.")
	s.types("gp", "Disagreements  2, 2 settled")
	s.types("q", "The harbour is shut.")
	s.quits("")
	csv := prints(t, state, 0, "disagreements", at("both.session"), "--format", "csv")
	for _, want := range []string{",voice,ann,voice:mayor,bert,no,first,voice:mayor,clara,2", ",weather,ann,no,bert,weather,neither,no,clara,2"} {
		if !strings.Contains(csv, want) {
			t.Errorf("%q is not in\n%s", want, csv)
		}
	}
	if record := prints(t, state, 0, "methods", "--session", at("both.session"), at("reports"), "--format", "csv"); !strings.Contains(record, "decision,disagreements settled,clara,2\n") {
		t.Errorf("the methods do not say who settled:\n%s", record)
	}
	if long := prints(t, state, 0, "brief", at("both.session"), "--format", "csv", "--long"); !strings.Contains(long, "voice:mayor") || strings.Contains(long, "weather") {
		t.Errorf("the coding that was settled is not what is exported:\n%s", long)
	}
}
