package report

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Where a box has no name that tells what it is for, what can be pressed in it does: readers answer each other below a report,
// a wall asks for a subscription, a layer for consent. A box reaches as far around such a link or button as all running text in
// it is of its kind.

// furniture takes such boxes out of a page, and reports whether a wall stood before the rest of the report.
func furniture(root *html.Node, title string) (walled bool) {
	takeBars(root)
	f := fitter{title: fold(title)}
	walk(root, func(n *html.Node) bool {
		if n.Type == html.ElementNode && (is(n, atom.A, atom.Button) || attr(n, "role") == "button") {
			if said := fold(textOf(n)); len(said) > 0 && len(said) < 60 {
				f.sort(n, said)
			}
		}
		return !unseen(n)
	})
	for _, n := range f.asking {
		f.take(n, consentWords(), mostConsent)
	}
	for _, n := range f.selling {
		if box := f.take(n, subscriptionWords(), longestWall); box != nil && readOn().MatchString(textOf(box)) {
			walled = true
		}
	}
	f.takeFields(root)
	f.takeAnswers()
	f.takeTeasers(root)
	return walled
}

// fitter knows the links and buttons of a page that tell what the box around them is.
type fitter struct {
	title                      string // folded
	asking, selling, answering []*html.Node
}

const mostConsent = 6000 // bytes of prose that a layer asking for consent has at most

var (
	answers = phrases(`reply|antworten|répondre|responder|rispondi|beantwoorden|reageren|svara|svar|odpowiedz|ответить|відповісти|yanıtla|cevapla|رد`)
	sales   = phrases(`log in|login|sign in|sign up|sign up here|sign up now|subscribe|subscribe now|start trial|einloggen|anmelden|abonnieren|jetzt abonnieren|se connecter|s abonner|je m abonne|
		iniciar sesión|suscríbete|suscribirse|accedi|abbonati|inloggen|abonneren|logga in|entrar|assine|войти|подписаться|giriş yap|abone ol`)
)

// agrees is how what is pressed to consent begins.
var agrees = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:yes,? |ja,? |oui,? |sí,? |sì,? |sim,? |tak,? |да,? |так,? |evet,? )?(?:i |we |je |j.|ik |ich |jag |jeg |все |всі |tout |tous |alle[ns]? |todo |todas |tutti |tutto |tümünü |hepsini )*` +
		`(?:agree|accept|allow all|allow cookies|consent|got it|akzeptier|zustimm|stimme zu|einverstanden|einwillig|erlauben|autoriser|permettre|acept|de acuerdo|permitir|accett|acconsent|accetto|toestaan|toestemm|akkoord|akceptuj|zgadzam|zgoda|wyrażam zgodę|aceit|concord|godkänn|samtyck|tillåt|godta|принять|принимаю|соглас|прийняти|приймаю|погоджу|kabul|onayl|izin ver|hyväksy|souhlas|přijm|elfogad|αποδοχή|συμφων|同意|接受|동의|許可|قبول|موافق|مסכים|אישור)`)
})

// consentWords are words of which each paragraph of a layer for consent has one.
var consentWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)cookie|partner|consent|privacy|personal|legitimate interest|your device|identifier|agree|opt out|datenschutz|einwillig|zustimm|privatsphäre|berechtigte|werbung|ihre[mn]? gerät|données|vie privée|traceur|partenaire|votre (?:appareil|terminal)|accepter|` +
		`\bdatos\b|privacidad|socios|tu dispositivo|su dispositivo|aceptar|consenso|fornitori|tuo dispositivo|\bdati\b|toestemm|je apparaat|uw apparaat|gegevens|prywatn|zgod[ęya]|parceiros|seu dispositivo|integritet|samtyck|kakor|din enhet|соглас|конфиденц|персональн|партн[её]р|приватн|згод|партнер|çerez|gizlilik|cihazınız|onay|kişisel veri`)
})

var subscriptionWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)subscri|your inbox|newsletter|e-?mail|sign ?up|log ?in\b|sign in|trial|a month|per month|cancel any|abonn|abo\b|im monat|par mois|suscri|al mes|abbona|al mese|assina|por mês|подпис|abone|anmeld|bestätig|inscri|iscri|registr`)
})

// readOn is how a wall says that there is more of the report.
var readOn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:keep|continue) reading|to read (?:on|this|the)|(?:read|unlock) (?:the )?(?:full|rest|whole)|for subscribers|weiterlesen|lire la suite|pour lire|réservé aux abonnés|(?:seguir|continuar|sigue) leyendo|continua a leggere|verder lezen|läs vidare|чтобы (?:читать|прочитать)|devamını oku`)
})

// phrases is a set of phrases, folded.
func phrases(list string) map[string]bool {
	set := map[string]bool{}
	for p := range strings.SplitSeq(list, "|") {
		set[fold(p)] = true
	}
	return set
}

const (
	mostBoxes   = 30    // that ask for consent or sell, each, are looked at
	mostAnswers = 5_000 // of readers
)

func (f *fitter) sort(n *html.Node, said string) {
	switch {
	case answers[said] && len(f.answering) < mostAnswers:
		f.answering = append(f.answering, n)
	case agrees().MatchString(said) && len(f.asking) < mostBoxes:
		f.asking = append(f.asking, n)
	case sales[said] && len(f.selling) < mostBoxes:
		f.selling = append(f.selling, n)
	}
}

// take takes out the largest box around n whose every run of text has one of the words, and is that box; nil when there is none.
func (f *fitter) take(n *html.Node, words *regexp.Regexp, most int) *html.Node {
	var box *html.Node
	for b := n.Parent; b != nil && f.beside(b); b = b.Parent {
		runs := runsOf(b)
		prose := 0
		for _, run := range runs {
			if prose += len(run); prose > most || !words.MatchString(run) {
				runs = nil
				break
			}
		}
		if len(runs) == 0 && prose > 0 {
			break
		}
		box = b
	}
	if box == nil || box.Parent == nil || !words.MatchString(textOf(box)) || !elsewhere(box, proseOf(rootOf(box))-proseOf(box)) {
		return nil
	}
	remove(box)
	return box
}

// beside reports whether an element can be a box beside a report: it holds no headline, and is not marked as the report.
func (f *fitter) beside(n *html.Node) bool {
	if n.Type != html.ElementNode || is(n, atom.Html, atom.Body, atom.Main, atom.Article) || attr(n, "itemprop") == "articleBody" {
		return false
	}
	for _, h := range elements(n, atom.H1, atom.H2, atom.H3) {
		if h.DataAtom == atom.H1 || f.title != "" && fold(textOf(h)) == f.title {
			return false
		}
	}
	return true
}

// takeAnswers takes out the boxes in which readers can be answered, of which there are several beside each other, and the box
// around them when it holds nothing else.
func (f *fitter) takeAnswers() {
	f.answering = slices.DeleteFunc(f.answering, func(n *html.Node) bool { return rootOf(n).Type != html.DocumentNode }) // taken already
	if len(f.answering) < 2 {
		return
	}
	around := f.answering[0]
	for _, n := range f.answering[1:] {
		around = aroundBoth(around, n)
	}
	var boxes []*html.Node
	prose := 0
	met := map[*html.Node]bool{}
	for _, n := range f.answering {
		for n != around && n.Parent != around {
			n = n.Parent
		}
		if !met[n] && n != around && f.beside(n) {
			boxes, prose = append(boxes, n), prose+proseOf(n)
		}
		met[n] = true
	}
	if len(boxes) == 0 || !elsewhere(around, proseOf(rootOf(around))-prose) {
		return
	}
	for _, b := range boxes {
		remove(b)
	}
	if f.beside(around) && proseOf(around) == 0 {
		remove(around)
	}
}

const (
	leastTeasers = 3
	mostTeaser   = 300 // bytes of prose
)

// takeTeasers takes out three or more boxes beside each other that each have a heading that leads elsewhere and little text.
func (f *fitter) takeTeasers(root *html.Node) {
	walk(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode || unseen(n) {
			return n.Type == html.DocumentNode
		}
		if !severalIn(n) {
			return true
		}
		var boxes []*html.Node
		prose := 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && teases(c) && f.beside(c) {
				boxes, prose = append(boxes, c), prose+proseOf(c)
			}
		}
		if len(boxes) >= leastTeasers && elsewhere(n, proseOf(root)-prose) {
			for _, b := range boxes {
				remove(b)
			}
		}
		return true
	})
}

// severalIn reports whether an element holds as many others as make a list of teasers.
func severalIn(n *html.Node) bool {
	count := 0
	for c := n.FirstChild; c != nil && count < leastTeasers; c = c.NextSibling {
		if c.Type == html.ElementNode {
			count++
		}
	}
	return count >= leastTeasers
}

// teases reports whether a box is a heading that leads elsewhere with at most some lines under it.
func teases(n *html.Node) bool {
	heads := elements(n, atom.H2, atom.H3, atom.H4, atom.H5)
	if len(heads) != 1 {
		return false
	}
	link := nearest(heads[0], atom.A)
	if inner := elements(heads[0], atom.A); len(inner) > 0 {
		link = inner[0]
	}
	return link != nil && leadsAway(link) && proseOf(n) <= mostTeaser
}

// leadsAway reports whether a link leads to another page: not to a place on its own, nor to what a script does.
func leadsAway(a *html.Node) bool {
	to := strings.ToLower(attr(a, "href"))
	return to != "" && !strings.HasPrefix(to, "#") && !strings.HasPrefix(to, "javascript:")
}

// aroundBoth is the smallest element in which both lie.
func aroundBoth(a, b *html.Node) *html.Node {
	above := map[*html.Node]bool{}
	for n := a; n != nil; n = n.Parent {
		above[n] = true
	}
	for ; !above[b]; b = b.Parent {
	}
	return b
}

func rootOf(n *html.Node) *html.Node {
	for n.Parent != nil {
		n = n.Parent
	}
	return n
}

// leastBar is the bytes of text beside its buttons below which a box is there for them.
const leastBar = 60

// takeBars takes out boxes that are there for the two or more buttons in them.
func takeBars(root *html.Node) {
	walk(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode || is(n, atom.Html, atom.Body, atom.Main, atom.Article) {
			return true
		}
		buttons, pressed := 0, 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Button {
				buttons, pressed = buttons+1, pressed+len(textOf(c))
			}
		}
		if buttons > 1 && len(textOf(n))-pressed < leastBar && len(elements(n, atom.H1, atom.H2, atom.P, atom.Time)) == 0 {
			remove(n)
			return false
		}
		return true
	})
}
