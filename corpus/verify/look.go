package verify

import (
	"fmt"
	"slices"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/brief"
	"parallax/corpus/export"
)

// A page is read as its reader sees it. What is hidden by an element, an attribute or a style is taken out before it is
// read, so that a quotation with hidden words is short of them; what may show words that are not in the page, or others
// than it has, is told: a page with a script says what the script says. An exported page needs neither, so everything
// that it has not by itself is suspect, and only what is known to be harmless is let be.

// looker finds what a page shows otherwise than it is written.
type looker struct {
	changes []Change
	said    map[string]bool
	rules   []laid
	seal    string
	title   string
	left    int // elements that may still be held against rules
}

// maxMatches bounds how many elements are held against the rules that somebody put in.
const maxMatches = 5_000_000

// laid is a rule that an exported page does not have.
type laid struct {
	rule
	selectors []selector
	effect    styleEffect
	seen      bool // it concerns something on the page
}

// look takes out what a reader does not see; whole says that the page is one by itself, and not made from Markdown.
func look(root *html.Node, whole bool) *looker {
	l := &looker{said: make(map[string]bool), left: maxMatches}
	for _, n := range elements(root, atom.Style) {
		l.sheet(plain(n))
	}
	l.walk(root)
	for _, r := range l.rules {
		if !r.seen {
			l.tell(false, "a rule of a style that concerns nothing here was put in: "+r.selector)
		}
	}
	if whole {
		l.named(root)
	}
	return l
}

// named compares the title of the window with that of the page.
func (l *looker) named(root *html.Node) {
	if h := elements(root, atom.H1); len(h) > 0 && l.title != "" && brief.Normal(plain(h[0])) != brief.Normal(l.title) {
		l.tell(false, fmt.Sprintf("the window is titled “%s”, the page is not", brief.Normal(l.title)))
	}
}

func elements(n *html.Node, a atom.Atom) []*html.Node {
	var all []*html.Node
	if n.DataAtom == a && n.Type == html.ElementNode {
		all = append(all, n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		all = append(all, elements(c, a)...)
	}
	return all
}

// tell notes, once, that something is shown otherwise; wrong says that it may change what quotations seem to say.
func (l *looker) tell(wrong bool, why string) {
	why = brief.Normal(why)
	if !l.said[why] {
		l.said[why] = true
		l.changes = append(l.changes, Change{Kind: Shown, What: "look", Why: why, Wrong: wrong})
	}
}

// hide takes n out.
func (l *looker) hide(n *html.Node, how string) {
	if words := brief.Normal(plain(n)); words != "" {
		l.tell(false, how+" hides “"+words+"”")
	}
	n.Parent.RemoveChild(n)
}

// exportedRules are the rules of the style sheet of exported pages.
var exportedRules = sync.OnceValue(func() []rule { return rulesOf(export.PageStyle()) })

// laterRules are the rules, by their selectors, that pages of before do not have. Nobody sees less without them.
var laterRules = []string{"table", "th, td", "main th, main td", "main", ".note-mark", ".notes"}

// sheet reads a style sheet for the rules that an exported page does not have.
func (l *looker) sheet(css string) {
	have := rulesOf(css)
	for _, r := range have {
		if slices.Contains(exportedRules(), r) {
			continue
		}
		one := laid{rule: r, effect: unclear}
		if r.at {
			l.tell(true, "the style sheet was changed: "+short(r.selector))
			continue
		}
		var ok bool
		if one.selectors, ok = selectorsOf(r.selector); !ok {
			l.tell(true, "the style sheet was changed: "+short(r.selector))
			continue
		}
		one.effect = effect(declarations(r.declarations))
		l.rules = append(l.rules, one)
	}
	for _, r := range exportedRules() {
		if len(have) > 0 && !slices.Contains(have, r) && !slices.Contains(laterRules, r.selector) {
			l.tell(false, "a rule of the style sheet is gone or changed: "+short(r.selector))
		}
	}
}

func short(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + " …"
	}
	return s
}

func effect(all map[string]string) styleEffect {
	worst := harmless
	for name, value := range all {
		worst = max(worst, effectOf(name, value, all))
	}
	return worst
}

// shown are elements that show what they hold, and no more.
var shown = map[atom.Atom]bool{
	atom.Html: true, atom.Body: true, atom.Main: true, atom.Header: true, atom.Footer: true, atom.Section: true, atom.Article: true,
	atom.Div: true, atom.P: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Figure: true, atom.Figcaption: true, atom.Blockquote: true, atom.A: true,
	atom.B: true, atom.Strong: true, atom.I: true, atom.Em: true, atom.Span: true, atom.Br: true, atom.Hr: true, atom.Sup: true,
	atom.Sub: true, atom.Code: true, atom.Pre: true, atom.Table: true, atom.Thead: true, atom.Tbody: true, atom.Tfoot: true,
	atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Abbr: true,
	atom.Cite: true, atom.Mark: true, atom.Small: true, atom.U: true, atom.Ins: true, atom.Kbd: true, atom.Samp: true,
	atom.Var: true, atom.Time: true, atom.Data: true, atom.Bdi: true, atom.Tt: true, atom.Font: true, atom.Wbr: true,
	atom.Aside: true, atom.Nav: true, atom.Address: true, atom.Center: true, atom.Big: true, atom.Dfn: true, atom.Colgroup: true,
	atom.Col: true, atom.Hgroup: true, atom.Label: true,
}

// unread are elements that a browser shows nothing of.
var unread = map[atom.Atom]string{
	atom.Del: "it is struck out: <del>", atom.S: "it is struck out: <s>", atom.Strike: "it is struck out: <strike>",
	atom.Noscript: "<noscript>", atom.Template: "<template>", atom.Datalist: "<datalist>", atom.Dialog: "<dialog>",
	atom.Param: "<param>", atom.Noframes: "<noframes>", atom.Noembed: "<noembed>", atom.Rp: "<rp>",
}

func (l *looker) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch c.Type {
		case html.CommentNode:
			l.comment(c)
		case html.ElementNode:
			l.element(c)
		}
		c = next
	}
}

func (l *looker) element(n *html.Node) {
	if n.Namespace != "" || n.DataAtom == 0 {
		l.odd(n)
		return
	}
	switch how := unread[n.DataAtom]; {
	case n.DataAtom == atom.Head:
		l.head(n)
		n.Parent.RemoveChild(n)
		return
	case n.DataAtom == atom.Template && attribute(n, "shadowrootmode") != "":
		l.tell(true, "a <template> stands in the place of what the page says")
	case n.DataAtom == atom.Style:
		n.Parent.RemoveChild(n)
		return
	case n.DataAtom == atom.Meta, n.DataAtom == atom.Link, n.DataAtom == atom.Base, n.DataAtom == atom.Title:
		l.headElement(n)
		return
	case how != "" && !(n.DataAtom == atom.Dialog && has(n, "open")):
		l.hide(n, how)
		return
	case n.DataAtom == atom.Details && !has(n, "open"):
		l.closed(n)
	case n.DataAtom == atom.Input && attribute(n, "type") == "checkbox" && has(n, "disabled"): // of a list in Markdown
	case !shown[n.DataAtom] && n.DataAtom != atom.Details && n.DataAtom != atom.Summary && n.DataAtom != atom.Dialog:
		l.odd(n)
		return
	}
	if how := l.hidden(n); how != "" {
		l.hide(n, how)
		return
	}
	if isBackreference(n) {
		n.Parent.RemoveChild(n)
		return
	}
	l.walk(n)
	if n.DataAtom == atom.A {
		l.link(n)
	}
}

// odd is an element that shows something of its own.
func (l *looker) odd(n *html.Node) {
	words := ""
	if src := attribute(n, "src"); src != "" {
		words = " of " + short(src)
	}
	beside := (n.DataAtom == atom.Img || n.DataAtom == atom.Picture) && !within(n, atom.Blockquote, atom.Figure)
	l.tell(!beside, fmt.Sprintf("<%s>%s can show what the page does not say", n.Data, words))
	n.Parent.RemoveChild(n)
}

// within reports whether n stands in one of such elements.
func within(n *html.Node, in ...atom.Atom) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if slices.Contains(in, n.DataAtom) {
			return true
		}
	}
	return false
}

// closed takes out what a closed <details> does not show.
func (l *looker) closed(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.DataAtom != atom.Summary {
			l.hide(c, "a closed <details>")
		}
		c = next
	}
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}
