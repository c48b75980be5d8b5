package statement_test

import (
	"context"
	"strings"
	"testing"

	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
)

func seedSet(t *testing.T) *statement.Set {
	t.Helper()
	read := source.ReadFS(context.Background(), seeds.Files, source.Options{})
	reports, problems := read.Reports, read.Problems
	if len(problems) > 0 || len(reports) != 5 {
		t.Fatalf("%d reports, problems %v", len(reports), problems)
	}
	return statement.Of(reports, 1)
}

// having is the only statement of an outlet that has the words.
func having(t *testing.T, s *statement.Set, outlet, words string) *statement.Statement {
	t.Helper()
	var found *statement.Statement
	for i := range s.All {
		if s.ReportOf(s.All[i].ID).Outlet == outlet && strings.Contains(s.Text(s.All[i].ID), words) {
			if found != nil {
				t.Fatalf("%s: several statements have %q", outlet, words)
			}
			found = &s.All[i]
		}
	}
	if found == nil {
		t.Fatalf("%s: no statement has %q", outlet, words)
	}
	return found
}

func TestSeeds(t *testing.T) {
	s := seedSet(t)
	if len(s.All) != 116 {
		t.Errorf("%d statements, want 116", len(s.All))
	}
	for i := range s.All {
		st := &s.All[i]
		if st.Kind == statement.Headline && !st.IsStory() {
			t.Errorf("headline %q is boilerplate: %s", s.Text(st.ID), st.Boilerplate)
		}
	}
	story := map[string]int{}
	for i := range s.All {
		if s.All[i].IsStory() {
			story[s.ReportOf(s.All[i].ID).Outlet]++
		}
	}
	for outlet, want := range map[string]int{"Middle East Eye": 23, "China Daily": 19, "Press TV": 21, "Gossip Dad": 14, "NBC Bay Area": 20} {
		if story[outlet] != want {
			t.Errorf("%s: %d statements of the story, want %d", outlet, story[outlet], want)
		}
	}
	for _, words := range []string{"Categorized as News", "Leave a comment", "Your email address", "Required fields"} {
		if st := having(t, s, "Gossip Dad", words); st.IsStory() {
			t.Errorf("%q is not boilerplate", words)
		}
	}
	first := having(t, s, "NBC Bay Area", "They seek")
	if second := having(t, s, "NBC Bay Area", "not going to happen"); second.ID != first.ID+1 || second.Paragraph != first.Paragraph {
		t.Errorf("the quotation of two sentences is %v and %v", first, second)
	}
}

func TestSeedVoices(t *testing.T) {
	s := seedSet(t)
	for _, c := range []struct {
		outlet, words, speaker string
		mode                   statement.Mode
		verb, span             string
	}{
		{"NBC Bay Area", "He also alleged", "Sergey Lavrov", statement.Indirect, "allege", "all the patients and nurses were moved off the hospital before the assault"},
		{"NBC Bay Area", "He also alleged", "city council", statement.Indirect, "say", "a child was among the three people killed"},
		{"NBC Bay Area", "The Turkish minister", "Mevlut Cavusoglu", statement.Mixed, "say", "during the three-way talks he pushed for a “sustainable cease-fire.”"},
		{"NBC Bay Area", "They seek", "Dmytro Kuleba", statement.Direct, "say", "“They seek Ukraine’s surrender."},
		{"NBC Bay Area", "NBC News reported", "NBC News", statement.Indirect, "report", ""},
		{"China Daily", "RIA Novosti", "Dmitry Peskov", statement.Indirect, "say", "Putin will hold a meeting with Belarusian President Alexander Lukashenko in Moscow on Friday"},
		{"China Daily", "refreshed views", "Sergey Lavrov", statement.Direct, "say", ""},
		{"China Daily", "He accused the West", "Sergey Lavrov", statement.Indirect, "accuse", ""},
		{"China Daily", "slim chance", "analysts", statement.Indirect, "say", "there was only a slim chance of a breakthrough at the meeting"},
		{"Middle East Eye", "permanent ceasefire", "Recep Tayyip Erdogan", statement.Direct, "say", ""},
		{"Middle East Eye", "Asked about the bombing", "Sergei Lavrov", statement.Indirect, "say", ""},
		{"Middle East Eye", "The Ukrainian foreign minister", "Dmytro Kuleba", statement.Indirect, "say", ""},
		{"Middle East Eye", "Moscow said before", "Russia", statement.Indirect, "say", ""},
		{"Middle East Eye", "Both countries", "Russia and Ukraine", statement.Indirect, "say", "they were willing to continue talks in the future"},
		{"Gossip Dad", "genocide", "Volodymyr Zelenskiy", statement.Mixed, "say", ""},
		{"Gossip Dad", "barbaric", "White House", statement.Indirect, "call", "the attack barbaric"},
		{"Gossip Dad", "who brokered", "Mevlüt Çavu?o?lu", statement.Indirect, "say", ""},
		{"Press TV", "The Ukrainian diplomat", "Dmytro Kuleba", statement.Mixed, "say", ""},
		{"Press TV", "He had expressed hope", "Recep Tayyip Erdogan", statement.Mixed, "express", ""},
		{"Press TV", "refugee crisis", "United Nations", statement.Indirect, "describe", ""},
	} {
		st := having(t, s, c.outlet, c.words)
		found := false
		for _, v := range st.Voices {
			words := s.ReportOf(st.ID).Text[v.Span.Start:v.Span.End]
			found = found || v.Speaker == c.speaker && v.Mode == c.mode && v.Verb == c.verb && (c.span == "" || c.span == words)
		}
		if !found {
			t.Errorf("%s, %q: no voice %s, %s, %s in %+v", c.outlet, c.words, c.speaker, c.mode, c.verb, st.Voices)
		}
	}
	if st := having(t, s, "NBC Bay Area", "He also alleged"); len(st.Voices) != 2 {
		t.Errorf("%d voices in the statement of two", len(st.Voices))
	}
	for _, c := range [][2]string{
		{"Middle East Eye", "Turkish mediation"}, {"Middle East Eye", "Officials from Kyiv"}, {"China Daily", "Images of the meeting"},
		{"Press TV", "The conflict has provoked"}, {"NBC Bay Area", "Kuleba attended"}, {"Gossip Dad", "Talks got underway"},
	} {
		if st := having(t, s, c[0], c[1]); len(st.Voices) > 0 {
			t.Errorf("%s, %q: the outlet's own words have voices %+v", c[0], c[1], st.Voices)
		}
	}
}
