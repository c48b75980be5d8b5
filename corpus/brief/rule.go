package brief

import (
	"slices"
	"strings"

	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// What a key means as a change: a mark that is there already is taken out again, a silence that is signed is taken back,
// a note on what is not marked marks it.

// EntryOf is the entry that marks exactly these words of a report by themselves, nil for none.
func (r *Resolved) EntryOf(in report.ID, span report.Span) *Entry {
	for _, e := range r.Brief.Entries {
		if e.Kind != OfPassage {
			continue
		}
		if at := r.Find(e.Wordings[0].Anchor); at.State != Orphan && at.Report == in && at.Span == span {
			return e
		}
	}
	return nil
}

// EntryOfClaim is the entry that marks the claim of these statements, nil for none. A claim changes with its links, so an
// entry is that claim when most of its wordings are the claim's and they are most of the claim.
func (r *Resolved) EntryOfClaim(claim []statement.ID) *Entry {
	for _, e := range r.Brief.Entries {
		if e.Kind != OfClaim {
			continue
		}
		var wordings []statement.ID
		for _, w := range e.Wordings {
			wordings = append(wordings, r.Find(w.Anchor).First) // of an orphan -1, which no claim has
		}
		if sameClaim(wordings, claim) {
			return e
		}
	}
	return nil
}

// ToggleMark marks words of a report, or takes the mark away.
func (r *Resolved) ToggleMark(set *statement.Set, in report.ID, span report.Span) (Change, error) {
	if e := r.EntryOf(in, span); e != nil {
		return Unmark{Entry: e.ID}, nil
	}
	a, err := AnchorAt(set, in, span)
	return Mark{Wordings: []Anchor{a}}, err
}

// ToggleClaim marks a claim by its statements, the lead first, or takes the mark away.
func (r *Resolved) ToggleClaim(set *statement.Set, claim []statement.ID) Change {
	if e := r.EntryOfClaim(claim); e != nil {
		return Unmark{Entry: e.ID}
	}
	var anchors []Anchor
	for _, id := range claim {
		anchors = append(anchors, AnchorOf(set, id))
	}
	return Mark{Claim: true, Wordings: anchors}
}

// ToggleSilence signs that the outlet of a report is silent on a claim, given by its name and statements and seen from one
// of them, or takes that back. What is signed holds for that claim alone, not for others of its statements.
func (r *Resolved) ToggleSilence(set *statement.Set, in report.ID, name string, claim []statement.ID, from statement.ID) Change {
	rep := &set.Reports[in]
	if c, checked := r.Checked(rep.Outlet, claim); checked {
		return CheckSilence{Report: c.Report, Claim: c.Claim, Wordings: c.Wordings, Name: c.Name, Not: true}
	}
	signed := CheckSilence{Report: RefTo(rep), Claim: AnchorOf(set, from), Name: name}
	for _, id := range claim {
		signed.Wordings = append(signed.Wordings, AnchorOf(set, id))
	}
	return signed
}

// Noted writes a note on words of a report; where they are not marked, it marks them with the note. There is no change
// when there is nothing to write.
func (r *Resolved) Noted(set *statement.Set, in report.ID, span report.Span, text string) ([]Change, error) {
	if e := r.EntryOf(in, span); e != nil {
		return []Change{AddNote{Target: Target{Entry: e.ID}, Text: text}}, nil
	}
	a, err := AnchorAt(set, in, span)
	if err != nil || strings.TrimSpace(text) == "" {
		return nil, err
	}
	return []Change{Mark{Wordings: []Anchor{a}, Note: text}}, nil
}

// Tagged makes the tags of words of a report those of a list like "casualties, hospital"; where they are not marked, it
// marks them with the tags.
func (r *Resolved) Tagged(set *statement.Set, in report.ID, span report.Span, list string) ([]Change, error) {
	if e := r.EntryOf(in, span); e != nil {
		return Retag(Target{Entry: e.ID}, e.Tags, list), nil
	}
	a, err := AnchorAt(set, in, span)
	tags := tagsOf(list)
	if err != nil || len(tags) == 0 {
		return nil, err
	}
	return []Change{Mark{Wordings: []Anchor{a}, Tags: tags}}, nil
}

// Retag is what makes the tags of a target, which had some, those of a list like "casualties, hospital".
func Retag(t Target, had []string, list string) []Change {
	var gone []string
	now := tagsOf(list)
	for _, h := range had {
		if !slices.Contains(now, h) {
			gone = append(gone, h)
		}
	}
	fresh := slices.DeleteFunc(slices.Clone(now), func(n string) bool { return slices.Contains(had, n) })
	var changes []Change
	if len(gone) > 0 {
		changes = append(changes, Untag{Target: t, Tags: gone})
	}
	if len(fresh) > 0 {
		changes = append(changes, Tag{Target: t, Tags: fresh})
	}
	return changes
}

// tagsOf is the tags of a list.
func tagsOf(list string) []string {
	var tags []string
	for t := range strings.SplitSeq(list, ",") {
		if t = strings.TrimSpace(t); t != "" {
			tags = append(tags, t)
		}
	}
	return tags
}

// DecideOn is the reader's word on pairs of statements.
func DecideOn(set *statement.Set, kind match.DecisionKind, pairs [][2]statement.ID) Decide {
	d := Decide{Kind: kind}
	index := make(map[statement.ID]int)
	at := func(id statement.ID) int {
		i, ok := index[id]
		if !ok {
			i = len(d.Anchors)
			index[id] = i
			d.Anchors = append(d.Anchors, AnchorOf(set, id))
		}
		return i
	}
	for _, p := range pairs {
		d.Pairs = append(d.Pairs, [2]int{at(p[0]), at(p[1])})
	}
	return d
}
