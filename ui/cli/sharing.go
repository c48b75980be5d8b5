package cli

import (
	"parallax/corpus/claim"
	"parallax/corpus/statement"
)

// shared is what two wordings of different outlets share.
type shared struct {
	Kind  string   `json:"kind"` // "same quotation", "credited to", "same text"
	A     wordedAt `json:"a"`
	B     wordedAt `json:"b"`
	Words int      `json:"words,omitempty"` // in a row
	Who   string   `json:"who,omitempty"`   // who is quoted, or the agency
}

// wordedAt is a wording by its place.
type wordedAt struct {
	Outlet string `json:"outlet"`
	Path   string `json:"path"`
	Number int    `json:"statement"`
}

func jsonShared(o *opened, claims *claim.Claims, id claim.ID) []shared {
	at := func(id statement.ID) wordedAt {
		r := o.Statements.ReportOf(id)
		return wordedAt{r.Outlet, r.Path, o.Statements.All[id].Number}
	}
	all := []shared{}
	for _, s := range claims.Sharings(id) {
		all = append(all, shared{s.Kind.String(), at(s.A), at(s.B), s.Words, s.Who})
	}
	return all
}

// listShared prints below a claim why its wordings have words in common.
func (p *program) listShared(o *opened, claims *claim.Claims, id claim.ID) {
	at := func(id statement.ID) string {
		return o.Statements.Cite(id)
	}
	for _, s := range claims.Sharings(id) {
		p.out.printf("  %s, %s: %s\n", at(s.A), at(s.B), s.String())
	}
}
