package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/session"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
)

// craftSession is the command with which scripts make a session without a screen:
//
//	session FILE [coder=NAME] [PATH...] -- ACTION...
//
// FILE - is the session that belongs to the reports, in the state folder. An ACTION is one argument: a word, and what it
// is about. FILE:N is the statement N of the report in that file, given without its folder and ending.
//
//	mark FILE:N            claim FILE:N FILE:N ...      words FILE:N WORDS
//	note TEXT              tag TAG                      on the entry that was made last
//	note-from FILE                                      what the file holds
//	heading TEXT           text TEXT                    at the end
//	front TITLE | DATE | AUTHOR
//	confirm FILE:N FILE:N  cut FILE:N FILE:N            silence FILE FILE:N
//	undo                   redo
//
// The clock begins at the same moment in every session and goes on by a minute with every action.
func craftSession() {
	if err := craft(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "session:", err)
		os.Exit(1)
	}
}

func craft(args []string) error {
	if len(args) == 0 {
		return errors.New("usage: session FILE [coder=NAME] [PATH...] -- ACTION...")
	}
	file, paths, o := args[0], []string(nil), session.Options{Now: ticking()}
	for args = args[1:]; len(args) > 0 && args[0] != "--"; args = args[1:] {
		if name, ok := strings.CutPrefix(args[0], "coder="); ok {
			o.Coder = name
			continue
		}
		paths = append(paths, args[0])
	}
	c, err := openCorpus(paths)
	if err != nil {
		return err
	}
	s, err := openSession(file, c, paths, o)
	if err != nil {
		return err
	}
	w := &crafting{set: c.Statements, session: s}
	for _, action := range args[1:] {
		if err := w.do(action); err != nil {
			return fmt.Errorf("%s: %w", action, err)
		}
	}
	return s.Close()
}

func ticking() func() time.Time {
	now := time.Date(2022, 3, 11, 9, 0, 0, 0, time.UTC)
	return func() time.Time {
		now = now.Add(time.Minute)
		return now
	}
}

func openCorpus(paths []string) (*corpus.Corpus, error) {
	if len(paths) == 0 {
		return corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	}
	return corpus.Open(paths, source.Options{})
}

func openSession(file string, c *corpus.Corpus, paths []string, o session.Options) (*session.Session, error) {
	reports := brief.Opening{Event: c.Name}
	for _, path := range paths {
		path, err := filepath.Abs(path)
		if err != nil {
			return nil, err
		}
		reports.Roots = append(reports.Roots, path)
	}
	for i := range c.Reports {
		reports.Reports = append(reports.Reports, brief.RefTo(&c.Reports[i]))
	}
	if file == "-" {
		return session.DefaultStore().Open(reports, false, o)
	}
	s, err := session.OpenFile(file, o)
	if err == nil {
		s.Note(reports)
	}
	return s, err
}

// crafting makes a session.
type crafting struct {
	set     *statement.Set
	session *session.Session
}

func (w *crafting) do(action string) error {
	verb, rest, _ := strings.Cut(action, " ")
	switch verb {
	case "undo":
		_, err := w.session.Undo()
		return err
	case "redo":
		_, err := w.session.Redo()
		return err
	}
	c, err := w.change(verb, rest)
	if err != nil {
		return err
	}
	_, err = w.session.Do(c)
	return err
}

func (w *crafting) change(verb, rest string) (brief.Change, error) {
	last := brief.Target{}
	if entries := w.session.Brief().Entries; len(entries) > 0 {
		last.Entry = entries[len(entries)-1].ID
	}
	switch verb {
	case "note":
		return brief.AddNote{Target: last, Text: rest}, nil
	case "note-from":
		text, err := os.ReadFile(rest)
		return brief.AddNote{Target: last, Text: string(text)}, err
	case "tag":
		return brief.Tag{Target: last, Tags: []string{rest}}, nil
	case "heading":
		return brief.Insert{After: last.Entry, Level: 1, Text: rest}, nil
	case "text":
		return brief.Insert{After: last.Entry, Text: rest}, nil
	case "front":
		return brief.ReadFront(rest), nil
	case "words":
		return w.words(rest)
	case "silence":
		return w.silence(rest)
	}
	var anchors []brief.Anchor
	for name := range strings.FieldsSeq(rest) {
		a, err := w.anchor(name)
		if err != nil {
			return nil, err
		}
		anchors = append(anchors, a)
	}
	switch verb {
	case "mark", "claim":
		return brief.Mark{Claim: verb == "claim", Wordings: anchors}, nil
	case "confirm":
		return brief.Decide{Kind: match.Confirmed, Anchors: anchors, Pairs: [][2]int{{0, 1}}}, nil
	case "cut":
		return brief.Decide{Kind: match.Cut, Anchors: anchors, Pairs: [][2]int{{0, 1}}}, nil
	}
	return nil, errors.New("there is no such action")
}

// words marks words of a statement.
func (w *crafting) words(rest string) (brief.Change, error) {
	name, words, _ := strings.Cut(rest, " ")
	whole, err := w.anchor(name)
	if err != nil {
		return nil, err
	}
	at := strings.Index(whole.Exact, words)
	if at < 0 {
		return nil, errors.New("the statement has no such words")
	}
	r, _ := w.report(name)
	a, err := brief.AnchorAt(w.set, r, report.Span{Start: whole.Start + at, End: whole.Start + at + len(words)})
	return brief.Mark{Wordings: []brief.Anchor{a}}, err
}

// silence records that a report was looked through for a claim.
func (w *crafting) silence(rest string) (brief.Change, error) {
	silent, claim, _ := strings.Cut(rest, " ")
	r, err := w.report(silent)
	if err != nil {
		return nil, err
	}
	a, err := w.anchor(claim)
	return brief.CheckSilence{Report: brief.RefTo(&w.set.Reports[r]), Claim: a}, err
}

// anchor is FILE:N.
func (w *crafting) anchor(name string) (brief.Anchor, error) {
	r, err := w.report(name)
	if err != nil {
		return brief.Anchor{}, err
	}
	_, number, _ := strings.Cut(name, ":")
	n, err := strconv.Atoi(number)
	if all := w.set.In(r); err == nil && n >= 1 && n <= len(all) {
		return brief.AnchorOf(w.set, all[n-1].ID), nil
	}
	return brief.Anchor{}, fmt.Errorf("%s is no statement", name)
}

// report is the report in FILE, of FILE or FILE:N.
func (w *crafting) report(name string) (report.ID, error) {
	file, _, _ := strings.Cut(name, ":")
	for i := range w.set.Reports {
		base := filepath.Base(w.set.Reports[i].Path)
		if strings.TrimSuffix(base, filepath.Ext(base)) == file {
			return report.ID(i), nil
		}
	}
	return -1, fmt.Errorf("there is no report %s", file)
}

// edit FROM TO OLD NEW copies a file with its one OLD replaced by NEW, which may have Go's escapes.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: edit FROM TO OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if n := strings.Count(text, args[2]); n != 1 {
		ts.Fatalf("%q stands in %s %d times", args[2], args[0], n)
	}
	now, err := strconv.Unquote(`"` + strings.ReplaceAll(args[3], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.Replace(text, args[2], now, 1)), 0o644))
}
