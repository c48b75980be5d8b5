package particular

// label is what the thing of a particular of some kind is in words for people, with its place where it is of a part:
// "dead", "houses damaged in Norland district".
func (t *Thing) label(k Kind) string {
	of := t.of(k)
	if t.Place == "" || t.Part[0] == "alone" || !k.placed() || t.magnitude() {
		return of
	}
	if within(t.Part[0]) {
		return of + " " + t.Part[0] + " " + t.Place
	}
	return of + " in " + t.Place
}

func (t *Thing) of(k Kind) string {
	switch {
	case t.Role != "" && k == Money:
		return t.Role
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
