package voices

import (
	"fmt"
	"strings"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/corpus/voice"
	"parallax/ui/grid"
	"parallax/ui/key"
	"parallax/ui/want"
)

// accept goes to the words that are shown, or to the speaker's first, and makes all of them the active set.
func (v *Voices) accept() want.Want {
	i, ok := v.chosen()
	if !ok {
		return nil
	}
	s, roll, set, linked := &v.roll.Speakers[i], v.roll, v.now.Corpus.Statements, v.now.Linked
	if len(s.Places) == 0 {
		return nil
	}
	to, _ := v.at(v.places())
	if to == nowhere {
		to = s.Places[0]
	}
	name := "voice " + s.Name
	if s.Sort == voice.Own {
		name = "the outlets' own words"
	}
	return want.GoThrough{
		Name: name, Statements: s.Places, To: to,
		Spans: func(id statement.ID) []report.Span { return roll.Spans(i, id) },
		About: func(id statement.ID) string {
			if linked == nil {
				return ""
			}
			return said(set, roll, roll.Echoes(linked.Claims, i, id))
		},
	}
}

// said says who else makes a claim of the words: "same claim: Dmytro Kuleba (NBC Bay Area 14)"; "" for nobody.
func said(set *statement.Set, roll *voice.Roll, echoes []voice.Echo) string {
	var parts []string
	for _, e := range echoes {
		who := roll.Speakers[e.Speaker].Name
		if roll.Speakers[e.Speaker].Sort == voice.Own {
			who = "the outlet's own words"
		}
		parts = append(parts, who+" ("+grid.Cite(set, e.Statement)+")")
	}
	if len(parts) == 0 {
		return ""
	}
	return "same claim: " + strings.Join(parts, ", ")
}

// Draw writes the screen and returns the cell of the choice.
func (v *Voices) Draw(b *strings.Builder, width, rows int) (x, y int) {
	return v.grid.Screen(b, v.theme, width, rows, max(4, min(11, rows/3)), "Voices", v.shown(), v.detail())
}

// shown is which voices are shown.
func (v *Voices) shown() string {
	if v.only != all {
		return voice.Sort(v.only).String()
	}
	return "all voices"
}

// none says why no voice is listed, and what to do.
func (v *Voices) none() string {
	if v.only != all {
		return "no such voice; " + v.bound.Name(key.NextFilter) + " shows others"
	}
	return "nobody's words were found in these reports"
}

// detail is what the chosen outlet has of the chosen speaker.
func (v *Voices) detail() *grid.Detail {
	d := &grid.Detail{Set: v.now.Corpus.Statements, Statement: nowhere}
	i, ok := v.chosen()
	if !ok {
		d.Facts = []string{v.none()}
		return d
	}
	s := &v.roll.Speakers[i]
	share := &s.Shares[v.grid.Column]
	d.Name = v.grid.Columns[v.grid.Column]
	places := v.places()
	id, n := v.at(places)
	switch {
	case id == nowhere && s.Sort == voice.Own:
		d.Facts = []string{"no statement of its own words"}
	case id == nowhere:
		d.Facts = []string{"does not quote " + s.Name}
	case s.Sort == voice.Own:
		d.Facts = []string{language.Counted(share.Statements, "statement")}
	default:
		d.Facts = []string{share.Told(), share.Given()}
	}
	if id == nowhere {
		return d
	}
	d.Statement, d.Marked = id, v.roll.Spans(i, id)
	if s.Sort == voice.Own {
		d.Marked = nil
	}
	d.Facts = append(d.Facts, fmt.Sprintf("statement %d, %d of %d here", d.Set.All[id].Number, n+1, len(places)))
	if v.now.Linked != nil {
		if same := said(d.Set, v.roll, v.roll.Echoes(v.now.Linked.Claims, i, id)); same != "" {
			d.Notes = append(d.Notes, same)
		}
	}
	return d
}
