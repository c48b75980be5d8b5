package voice

import (
	"slices"

	"parallax/corpus/claim"
	"parallax/corpus/statement"
)

// Echo is a claim of a speaker that another speaker makes too, or an outlet in its own words.
type Echo struct {
	Statement statement.ID
	Speaker   int // an index of Roll.Speakers
}

// Echoes is where others make the claims that a statement gives as a speaker's, in the order of statements: one for each
// of them.
func (r *Roll) Echoes(claims *claim.Claims, speaker int, id statement.ID) []Echo {
	var echoes []Echo
	for _, c := range claims.Of(id) {
		if r.speaks(claims, c, id) != speaker {
			continue
		}
		for _, o := range claims.All[c].Statements {
			if o == id {
				continue
			}
			who := r.speaks(claims, c, o)
			if who < 0 || who == speaker || slices.ContainsFunc(echoes, func(e Echo) bool { return e.Speaker == who }) {
				continue
			}
			echoes = append(echoes, Echo{o, who})
		}
	}
	slices.SortFunc(echoes, func(a, b Echo) int { return int(a.Statement - b.Statement) })
	return echoes
}

// speaks is who makes a claim in a statement: a speaker, the outlets' own voice, or -1 where that is unclear.
func (r *Roll) speaks(claims *claim.Claims, c claim.ID, id statement.ID) int {
	switch v, whose := claims.VoiceIn(c, id); whose {
	case claim.Spoken:
		return r.Of(r.set.All[id].Report, v.Speaker)
	case claim.Own:
		return len(r.Speakers) - 1
	}
	return -1
}
