package particular

// label is what the thing of a particular of some kind is in words for people.
func (t *Thing) label(k Kind) string {
	switch {
	case t.Role != "" && t.Noun != "":
		return t.Written + " " + t.Role
	case t.Role != "":
		return t.Role
	case t.Noun != "" && k == Count:
		return t.Written
	case t.Noun != "":
		return k.String() + ": " + t.Written
	}
	return k.String()
}
