package report

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// takeFields takes out the boxes around fields in which readers leave an address of theirs or a password: they sign up or log in
// there. Such a box reaches as far as its text is little, and is not the form that some pages wrap all of themselves in.
func (f *fitter) takeFields(root *html.Node) {
	var fields []*html.Node
	walk(root, func(n *html.Node) bool {
		if n.DataAtom == atom.Input && asksAddress(n) && len(fields) < mostBoxes {
			fields = append(fields, n)
		}
		return n.Type != html.ElementNode || !unseen(n)
	})
	for _, n := range fields {
		var box *html.Node
		prose := 0
		for b := n.Parent; b != nil && f.beside(b) && !namedBody(b) && len(textOf(b)) <= mostBesideField; b = b.Parent {
			more := proseOf(b)
			if b.DataAtom != atom.Form && more-prose > mostAroundField && slices.ContainsFunc(runsOf(b), func(run string) bool {
				return !subscriptionWords().MatchString(run) && !consentWords().MatchString(run)
			}) {
				break
			}
			box, prose = b, more
		}
		if box != nil && box.Parent != nil && rootOf(box).Type == html.DocumentNode && elsewhere(box, proseOf(root)-proseOf(box)) {
			remove(box)
		}
	}
}

const (
	mostBesideField = 900 // bytes of text in the box around a field for an address
	mostAroundField = 240 // bytes of prose by which an element around it may be more than the one inside, unless all of it is of signing up
)

// asksAddress reports whether a field is for a mail address or a password.
func asksAddress(n *html.Node) bool {
	switch attr(n, "type") {
	case "email", "password":
		return true
	case "hidden", "submit", "checkbox", "radio", "button", "search":
		return false
	}
	name := strings.ToLower(attr(n, "name") + " " + attr(n, "id") + " " + attr(n, "placeholder"))
	return strings.Contains(name, "email") || strings.Contains(name, "e-mail")
}
