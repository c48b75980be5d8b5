package table

import (
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/search"
	"parallax/corpus/statement"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/want"
)

// close ends the query and the voice, and without any the screen.
func (s *Table) close(pressed string) want.Want {
	if c := &s.arranged.choice; s.table != nil && (c.Found != nil || c.Voice != "") && pressed == s.bound.Name(key.Close) {
		c.Found, c.Voice, s.arranged.query = nil, "", ""
		s.list()
		return nil
	}
	return want.Close{}
}

// move goes from outlet to outlet, and from wording to wording of one; taken is false for any other action.
func (s *Table) move(a key.Action, n int) (w want.Want, taken bool) {
	switch a {
	case key.NextOutlet:
		s.goColumn(s.column + n)
	case key.PrevOutlet:
		s.goColumn(s.column - n)
	case key.LineStart:
		s.goColumn(0)
	case key.LineEnd:
		s.goColumn(len(s.table.Columns) - 1)
	case key.NextCounterpart, key.PrevCounterpart:
		if _, c, ok := s.cell(); !ok || len(c.Wordings) < 2 {
			return want.Say{Text: "there is no other wording in this cell"}, true
		}
		if a == key.PrevCounterpart {
			n = -n
		}
		s.wording += n
	default:
		return nil, false
	}
	return nil, true
}

// arrange says which claims are shown, in which order, over which columns; taken is false for any other action.
func (s *Table) arrange(a key.Action) (w want.Want, taken bool) {
	c := &s.arranged.choice
	switch a {
	case key.NextFilter:
		c.Filter = next(claim.Filters(), c.Filter, 1)
	case key.PrevFilter:
		c.Filter = next(claim.Filters(), c.Filter, -1)
	case key.NextSorting:
		c.Sort = next(claim.Sortings(), c.Sort, 1)
	case key.SortAsHere:
		c.Sort, c.Column = claim.AsInColumn, s.column
	case key.Fold:
		s.fold()
	case key.ByVoice:
		return s.byVoice(), true
	case key.Narrow:
		return want.Ask{Prompt: "claims with", Text: s.arranged.query, Done: s.ask}, true
	default:
		return nil, false
	}
	s.list()
	return nil, true
}

// next is what comes after (1) or before (-1) one of several, round the ends; what is not among them begins anew.
func next[T comparable](all []T, one T, by int) T {
	i := slices.Index(all, one)
	if i < 0 {
		return all[0]
	}
	return all[(i+by+len(all))%len(all)]
}

// fold folds copies or unfolds them; the choice stays on its outlet.
func (s *Table) fold() {
	outlet := s.table.Columns[s.column].Outlets[0]
	e, had := s.entry()
	s.arranged.fold = !s.arranged.fold
	if c := &s.arranged.choice; c.Sort == claim.AsInColumn {
		c.Sort = claim.AsMet // the columns are others now
	}
	s.remake()
	s.column = s.table.ColumnOf(outlet)
	if had {
		s.choose(s.placeOf(e.Claim))
	}
}

// byVoice keeps to the claims of the voice of the wording below, or of any again.
func (s *Table) byVoice() want.Want {
	c := &s.arranged.choice
	if c.Voice != "" {
		c.Voice = ""
		s.list()
		return nil
	}
	w, ok := s.said()
	if !ok {
		return want.Say{Text: "there is no wording here, and no voice"}
	}
	e, _ := s.entry()
	switch v, whose := s.now.Linked.Claims.VoiceIn(e.Claim, w); whose {
	case claim.Spoken:
		c.Voice = v.Speaker
		s.list()
		return nil
	case claim.Own:
		return want.Say{Text: "these are the outlet's own words; " + s.bound.Name(key.ByVoice) + " is for those of a voice"}
	}
	return want.Say{Text: "whose words these are is not clear"}
}

// ask asks for the statements that answer a query.
func (s *Table) ask(query string) want.Want {
	s.number++
	s.arranged.query = strings.TrimSpace(query)
	if s.arranged.query == "" {
		s.arranged.choice.Found = nil
		s.list()
		return nil
	}
	return want.Find{Number: s.number, Query: s.arranged.query}
}

// Answer takes the answer to the query.
func (s *Table) Answer(found desk.Found) want.Want {
	if found.Number != s.number || s.table == nil {
		return nil
	}
	return s.narrow(found.Result)
}

func (s *Table) narrow(r search.Result) want.Want {
	if r.Total == 0 {
		query := s.arranged.query
		s.arranged.query, s.arranged.choice.Found = "", nil
		s.list()
		return want.Say{Text: "nothing answers " + query}
	}
	s.arranged.choice.Found = r.Set
	s.list()
	return nil
}

// act is what a key does to the chosen claim or cell.
func (s *Table) act(a key.Action) want.Want {
	id, c, ok := s.cell()
	if !ok {
		return nil
	}
	cl := &s.now.Linked.Claims.All[id]
	switch a {
	case key.Accept:
		return s.goThere(id, c)
	case key.Mark:
		return want.MarkClaim{Claim: id, From: cl.Lead}
	case key.TagAll:
		return want.TagClaim{Claim: id}
	case key.OpenFigures:
		return want.Figures{Claim: id}
	case key.CopyClaim:
		return want.CopyClaim{Claim: id, From: cl.Lead}
	case key.OpenReview:
		return want.ReviewClaim{Claim: id}
	case key.Rename:
		return want.Ask{Prompt: "name", About: fmt.Sprint("claim ", cl.Statements), Text: s.now.ClaimName(id), Done: func(text string) want.Want {
			return want.NameClaim{Claim: cl.Statements, Name: text}
		}}
	case key.CheckSilence:
		return s.signSilence(id, c)
	case key.Note, key.Tag, key.Copy, key.Differ:
		return s.onWording(a, cl)
	}
	return nil
}

// goThere goes to the wording below the table, or to what comes nearest to the claim.
func (s *Table) goThere(id claim.ID, c *claim.TableCell) want.Want {
	if w, ok := s.said(); ok {
		return want.GoWording{Statement: w, Claim: id}
	}
	near := c.Near
	if !near.Known {
		near = s.nearestIn(id)
	}
	if !near.Known {
		return want.Say{Text: "nothing in " + s.table.Columns[s.column].Name + " comes near this claim"}
	}
	return want.Go{Statement: near.Statement}
}

// signSilence signs the silence of the column's outlet, or takes that back.
func (s *Table) signSilence(id claim.ID, c *claim.TableCell) want.Want {
	column := &s.table.Columns[s.column]
	switch {
	case c.Part.Says():
		return want.Say{Text: column.Name + " says this; " + s.bound.Name(key.CheckSilence) + " is for an outlet that is silent"}
	case c.Part == claim.PartElsewhere:
		return want.Say{Text: column.Name + " is linked elsewhere: that is no silence; the claim card adds its statement"}
	case c.Part == claim.PartAbsent:
		return want.Say{Text: column.Name + ": " + brief.NoReport + "; that is no silence"}
	case len(column.Outlets) > 1:
		return want.Say{Text: "these are several outlets; " + s.bound.Name(key.Fold) + " unfolds them"}
	}
	reports := s.now.Corpus.Statements.Outlets.All[column.Outlets[0]].Reports
	return want.CheckSilence{Report: reports[0], Claim: id, From: s.now.Linked.Claims.All[id].Lead}
}

// onWording is what a key does to the wording below the table.
func (s *Table) onWording(a key.Action, cl *claim.Claim) want.Want {
	w, ok := s.said()
	if !ok {
		return want.Say{Text: s.table.Columns[s.column].Name + " has no wording of this claim"}
	}
	st := &s.now.Corpus.Statements.All[w]
	p := want.Passage{Report: st.Report, Span: st.Span}
	switch a {
	case key.Note:
		return want.Note{Passage: p}
	case key.Tag:
		return want.Tag{Passages: []want.Passage{p}, What: "the wording"}
	case key.Copy:
		return want.Copy{Passage: p}
	}
	return s.differ(cl, w)
}

// differ records that a wording differs from the claim's lead, or takes that back.
func (s *Table) differ(cl *claim.Claim, w statement.ID) want.Want {
	set := s.now.Corpus.Statements
	switch {
	case w == cl.Lead:
		return want.Say{Text: "this is the claim's lead; choose the wording that differs from it"}
	case set.All[w].Report == set.All[cl.Lead].Report:
		return want.Say{Text: "this is the report of the claim's lead, which is not compared with itself"}
	}
	kind := match.Differing
	if l, ok := s.now.Linked.Links.Between(w, cl.Lead); ok && l.Decided == match.Differing {
		kind = match.Undecided
	}
	return want.Decide{Kind: kind, Pairs: [][2]statement.ID{{w, cl.Lead}}}
}
