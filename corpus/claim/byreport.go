package claim

import (
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// ReportPart is one report's part in a claim, as a [Cell] is an outlet's.
type ReportPart struct {
	State    State
	Wordings []statement.ID // the report's statements that carry the claim, in order
	Near     float64        // 0..1: of the best link, where Elsewhere
}

// Reports is the part of each report, by report.ID, in a claim: a report of another event is Absent. Where an outlet has a
// wording, another report of it may still be silent.
func (cs *Claims) Reports(c ID) []ReportPart {
	parts := make([]ReportPart, len(cs.set.Reports))
	of := cs.All[c].Statements
	for i := range parts {
		if !cs.tells(report.ID(i), of) {
			parts[i].State = Absent
		}
	}
	for _, w := range of {
		p := &parts[cs.set.All[w].Report]
		p.State, p.Wordings = Said, append(p.Wordings, w)
	}
	for _, w := range of {
		for l := range cs.links.Of(w) {
			o := l.Other(w)
			p := &parts[cs.set.All[o].Report]
			if p.State == Said || p.State == Absent || l.Score <= p.Near || len(cs.of[o]) == 0 {
				continue
			}
			p.State, p.Near = Elsewhere, l.Score
		}
	}
	return parts
}
