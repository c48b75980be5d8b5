package report

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageWriter writes the text of an element as a reader of the page sees it: a paragraph a line, apart from the next.
type pageWriter struct {
	writer
	title           Span
	headings, items []Span
	skip            map[string]bool // folded lines that are not the report: its title again, its byline
}

func newPageWriter(p *page) *pageWriter {
	w := &pageWriter{writer: writer{m: &Map{}}, skip: map[string]bool{}}
	for _, f := range []Fact{p.facts.Title, p.facts.Byline, p.facts.Outlet} {
		if f.Value != "" {
			w.skip[fold(f.Value)] = true
		}
	}
	return w
}

func itoa(n int) string { return strconv.Itoa(n) }

// blocks writes what is below n.
func (w *pageWriter) blocks(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *pageWriter) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.flow(n.Data)
	case n.Type != html.ElementNode || unseen(n):
	case n.DataAtom == atom.Time && sinceThen().MatchString(textOf(n)):
	case n.DataAtom == atom.Br:
		w.lineBreak()
	case n.DataAtom == atom.Pre:
		w.end(2)
		w.preformatted(n)
		w.end(2)
	case n.DataAtom == atom.Tr:
		w.end(1)
		w.row(n)
		w.end(1)
	case strikes(n):
		w.strikeOut(func() { w.blocks(n) })
	case !isBlock(n.DataAtom):
		w.blocks(n)
	case w.isNoise(n):
	case is(n, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6):
		w.heading(n)
	case n.DataAtom == atom.Li:
		w.end(1)
		if span := w.writing(func() { w.blocks(n) }); span.Len() > 0 && len(elements(n, atom.Li)) == 0 {
			w.items = append(w.items, span)
		}
		w.end(1)
	default:
		w.end(2)
		w.blocks(n)
		w.end(2)
	}
}

// lineBreak is a br: one ends the line, two end the paragraph.
func (w *pageWriter) lineBreak() {
	if strings.HasPrefix(w.pending, "\n") {
		w.end(2)
		return
	}
	w.end(1)
}

func (w *pageWriter) heading(n *html.Node) {
	w.end(2)
	span := w.writing(func() { w.blocks(n) })
	if span.Len() > 0 {
		w.headings = append(w.headings, span)
	}
	w.end(2)
}

// row writes the cells of a table's row in one line, parted by tabs, when they are data; cells that hold text of several
// lines are paragraphs.
func (w *pageWriter) row(n *html.Node) {
	var cells []*html.Node
	long := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if is(c, atom.Td, atom.Th) {
			cells = append(cells, c)
			long = long || len(elements(c, atom.Br, atom.P, atom.Div, atom.Table)) > 1 || len(textOf(c)) > 300
		}
	}
	for i, c := range cells {
		if long {
			w.end(2)
			if !w.isNoise(c) {
				w.blocks(c)
			}
			w.end(2)
			continue
		}
		if i > 0 && len(w.text) > 0 && w.pending == "" {
			w.made("\t")
		}
		if slices.ContainsFunc(elements(c, atom.Del, atom.S, atom.Strike), strikes) {
			w.blocks(c)
			continue
		}
		w.flow(textOf(c))
	}
}

func (w *pageWriter) preformatted(n *html.Node) {
	for line := range strings.Lines(rawText(n)) {
		if line = strings.TrimRight(line, " \t\r\n"); line != "" {
			w.made(strings.TrimLeft(line, "\n"))
		}
		w.end(1)
	}
}

// rawText is the text below n with its blanks and line ends.
func rawText(n *html.Node) string {
	var b strings.Builder
	walk(n, func(c *html.Node) bool {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
		return !unseen(c)
	})
	return b.String()
}

// advert are lines that stand where an advertisement does.
var advert = map[string]bool{"ad": true, "advertisement": true, "anzeige": true, "publicité": true, "publicidad": true, "реклама": true, "pubblicità": true, "advertentie": true, "reklam": true}

// isNoise reports whether a block is a short one of links, says only that there is an advertisement, or repeats what is
// known of the report.
func (w *pageWriter) isNoise(n *html.Node) bool {
	if is(n, atom.Body, atom.Article, atom.Main, atom.Section) {
		return false
	}
	all, links := lengths(n)
	if all == 0 || all > 600 {
		return false
	}
	if links*10 > all*5 && len(elements(n, atom.Br)) != 1 && !isSentence(n) && !leadsIn(n) {
		return true
	}
	text := textOf(n)
	key := fold(text)
	if is(n, atom.H1, atom.H2) && w.skip[fold(headText(n))] {
		return true
	}
	return advert[key] || len(text) < 30 && sinceThen().MatchString(text) || w.skip[key] || w.skip[fold(withoutBy(text))] || all < 200 && asides().MatchString(text) || all < longestCaption && credits(text) && !holdsBlocks(n)
}

func holdsBlocks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (isBlock(c.DataAtom) || holdsBlocks(c)) {
			return true
		}
	}
	return false
}

const longestCaption = 350 // bytes

// credits reports whether a text ends as that of a picture does.
func credits(text string) bool {
	return holdsAny(strings.ToLower(text[max(0, len(text)-80):]), creditWords) && credit().MatchString(text)
}

// creditWords are words of which every such end has one.
var creditWords = strings.Fields("photo foto image bild picture getty afp reuters epa ap dpa stock alamy alliance")

// credit is how the text of a picture ends that names who made it; an agency in brackets alone has written what stands before.
var credit = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[(\[|/©.:–—-]\s*)(?:(?:ap|file|reuters|afp|courtesy|handout)?\s?(?:photo|photograph|foto|fotos|image|bild|picture)s?\s*(?:by |credit|courtesy|von |de |di |[:/])[^.!?()\[\]]{2,60})` +
		`[)\]]?$|(?:^|[/|©] ?|[/|©(] ?[\p{L} .'’-]{0,40}[/|,] ?|via )(?:getty(?: images)?|afp|reuters|epa|ap|dpa|shutterstock|istock|adobe ?stock|alamy|picture.alliance)(?: (?:images|photo|via [\p{L} ]+))?[)\]]?$`)
})

// leadsIn reports whether a heading that is a link stands over running text beside it: what it leads to is named there, not
// something else.
func leadsIn(n *html.Node) bool {
	if !is(n, atom.H2, atom.H3, atom.H4) {
		return false
	}
	next := n.NextSibling
	for next != nil && (next.Type != html.ElementNode || proseOf(next) == 0 && len(textOf(next)) == 0) {
		next = next.NextSibling
	}
	return next != nil && next.DataAtom == atom.P && proseOf(next) > 0
}

// sinceThen is how long ago something was, as a page counts it.
var sinceThen = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? ago$|^vor \d+ (?:minuten?|stunden?|tag(?:en)?)$|^il y a \d+ (?:minutes?|heures?|jours?)$|^hace \d+ (?:minutos?|horas?|días?)$`)
})

// asides are short blocks that belong to a picture or lead elsewhere, by their first words.
var asides = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:(?:foto|fotos|photo|photos|photographs?|image|images|bild|bilder|titelbild|picture|credits?|crédits?|zdjęcie|фото|fotoğraf|imagen|immagine)(?: (?:credit|by|von|de))?\s*[:©/]|©|\(c\) ` +
		`|(?:read (?:more|also|next)|see also|related(?: (?:stories|articles|topics))?|more (?:on this|from|stories)|also read|you may also like|lesen sie (?:auch|hier|mehr)|lies auch|mehr (?:zum thema|dazu|lesen)|auch interessant|weitere (?:informationen|infos|artikel|meldungen|themen)|zum thema|das könnte (?:sie|dich) auch interessieren|lire aussi|à lire aussi|sur le même sujet|lea también|lee también|te puede interesar|leia também|leia mais|leggi anche|lees ook|läs (?:också|mer|även)|les også|czytaj (?:też|także|również)|zobacz (?:też|także)|читайте также|читайте також|ayrıca okuyun|اقرأ أيض[اً]+)(?:\s*[:…>»]|\s*$|[^.!?]*$))`)
})

// isSentence reports whether a block that is mostly a link reads as a sentence of the report.
func isSentence(n *html.Node) bool {
	text := textOf(n)
	return n.DataAtom == atom.P && utf8.RuneCountInString(text) > 60 && stopped(text)
}
