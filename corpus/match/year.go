package match

// otherYear is 1 when the two statements do not name the same year, or only one of them names one: it may tell of an
// earlier event of the same kind.
func otherYear(p *comparison) float64 {
	a, b := p.a.year(), p.b.year()
	if a != b {
		return 1
	}
	return 0
}

// year is the last year that a statement names, "" for none.
func (x *reading) year() string {
	found := ""
	for _, w := range x.words {
		if len(w.Text) == 4 && w.Digit && (w.Text[:2] == "19" || w.Text[:2] == "20") {
			found = w.Text
		}
	}
	return found
}
