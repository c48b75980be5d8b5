package reader

import (
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/claim"
	"parallax/corpus/language"
	"parallax/corpus/statement"
	"parallax/ui/key"
	"parallax/ui/linear"
	"parallax/ui/pane"
)

// Words is what the reading screen says by the line: the statement, whose it is, its claim, and who says it too.
func (r *Reader) Words() linear.Page {
	r.been[r.at.Report] = true
	p := linear.Page{Name: "Reading", Where: r.whereWords(), Whole: r.wholeWords()}
	if r.jumping {
		p.Field = &linear.Field{Prompt: "outlet", Text: r.jump, At: len([]rune(r.jump))}
	} else {
		p.Field = linear.Pending(r.keys.Pending())
	}
	at := r.at
	if r.selecting != nil {
		p.Add("selected", r.selecting.span(), r.wordAtEnd())
		p.Join("selected words", nil, strings.TrimSpace(r.selectionFooter()))
		p.Whole = []string{r.selectedText()}
	} else if at.Statement != nowhere {
		p.Add("unsaid", at, r.unsaidWords())
		p.Add("statement", at, r.statementWords(at.Statement))
	}
	p.Add("outlet", at.Report, r.corpus.Statements.Named(at.Report))
	p.Join("number", at, r.numberWords())
	p.Tell("kept", at, r.keptWords())
	p.Add("set", r.setPlace(), r.setWords())
	p.Add("claim", r.claim, r.claimWords())
	p.Add("parts", r.claim, r.partsWords())
	p.Add("adding", r.adding != nil, r.addingWords())
	p.Add("state", nil, r.stateWords())
	return p
}

// statementWords is a statement as it is read; boilerplate is called so first.
func (r *Reader) statementWords(id statement.ID) string {
	if !r.corpus.Statements.All[id].IsStory() {
		return "boilerplate: " + r.text(id)
	}
	return r.text(id)
}

func (r *Reader) numberWords() string {
	n := len(r.corpus.Statements.In(r.at.Report))
	if r.at.Statement == nowhere {
		return "no text"
	}
	return fmt.Sprintf("statement %d of %d", r.corpus.Statements.All[r.at.Statement].Number, n)
}

func (r *Reader) keptWords() string {
	if r.at.Statement != nowhere && r.keep(r.at.Statement) {
		return "in the brief"
	}
	return ""
}

// setPlace is what setWords is about: on a hit the hit, elsewhere the set.
func (r *Reader) setPlace() any {
	if r.active != nil {
		if _, in := slices.BinarySearch(r.active.Statements, r.at.Statement); in {
			return r.at
		}
	}
	return r.active
}

// setWords is where the cursor stands in the active set.
func (r *Reader) setWords() string {
	if r.active == nil || r.active.Name == "" {
		return ""
	}
	return linear.List(r.active.Name+","+r.activePlace(), r.aboutHere())
}

func (r *Reader) claimWords() string {
	switch {
	case r.at.Statement == nowhere:
		return ""
	case r.linked == nil:
		return "not linked yet"
	case r.tally.name == "":
		return ""
	}
	text := "claim: " + linear.Named(r.tally.name)
	if r.tally.carried > 1 {
		text += fmt.Sprintf(", %d of %d here", r.tally.here, r.tally.carried)
	}
	return text
}

// manyNames is how many outlets of one part are named; of more, it is said how many there are.
const manyNames = 8

// partsWords is who says the current claim too, by name: "same: China Daily, Press TV; silent: Gossip Dad".
func (r *Reader) partsWords() string { return r.parts(manyNames) }

func (r *Reader) parts(names int) string {
	if r.tally.name == "" {
		return ""
	}
	by := make(map[string][]string)
	for i := range r.tally.outlets {
		if o := &r.tally.outlets[i]; !o.current {
			word := partWord(o)
			name := o.name
			if o.inPart && o.silent {
				name += " (taken in part)"
			}
			by[word] = append(by[word], name)
		}
	}
	var parts []string
	for _, word := range []string{"same", "in part", "differs", "linked elsewhere", "silent", "silent, as you checked", "no report of it"} {
		switch n := len(by[word]); {
		case n > names:
			parts = append(parts, word+": "+language.Counted(n, "outlet"))
		case n > 0:
			parts = append(parts, word+": "+strings.Join(by[word], ", "))
		}
	}
	if len(parts) == 0 {
		return "no other outlet"
	}
	return strings.Join(parts, "; ")
}

// partWord is the part that an outlet has in the current claim.
func partWord(o *outlet) string {
	switch {
	case o.mark == pane.Same:
		return "same"
	case o.mark == pane.Partial:
		return "in part"
	case o.mark == pane.Differs:
		return "differs"
	case o.mark == pane.Elsewhere:
		return "linked elsewhere"
	case o.signed:
		return "silent, as you checked"
	}
	return "silent"
}

// unsaidWords is what others report before this statement and its outlet lacks, where that is shown.
func (r *Reader) unsaidWords() string {
	if !r.unsaid.shown {
		return ""
	}
	for _, a := range r.asides(r.at.Report) {
		if a.Before == r.at.Statement {
			return "missing here: " + linear.Named(a.Text)
		}
	}
	return ""
}

func (r *Reader) addingWords() string {
	if r.adding == nil {
		return ""
	}
	return "adding to the claim " + linear.Named(r.adding.name) + ": go to a statement that says it; " + r.bound.Asking.Name(key.Accept) + " adds it, " + r.bound.Asking.Name(key.Close) + " leaves it"
}

// stateWords is what is not as it is by itself.
func (r *Reader) stateWords() string {
	blind, unsync := "", ""
	if r.Blind {
		blind = "outlets have letters"
	}
	if r.unsync {
		unsync = "not synchronised"
	}
	return linear.List(blind, unsync, r.orderWords())
}

// wordAtEnd is the word at the end of the selection that moves.
func (r *Reader) wordAtEnd() string {
	w := r.selecting.words[r.selecting.end]
	return r.corpus.Reports[r.at.Report].Text[w.Start:w.End]
}

func (r *Reader) selectedText() string {
	span := r.selecting.span()
	return r.corpus.Reports[r.at.Report].Text[span.Start:span.End]
}

// whereWords is where the cursor is, from the statement out to the event.
func (r *Reader) whereWords() []string {
	rep := &r.corpus.Reports[r.at.Report]
	date := rep.Published.String()
	if date == "" {
		date = "date unknown"
	}
	where := []string{r.corpus.Statements.Named(rep.ID), date, r.numberWords()}
	for _, fact := range []string{r.setWords(), r.claimWords(), r.stateWords(), r.hiddenWords()} {
		if fact != "" {
			where = append(where, fact)
		}
	}
	return append(where, r.Facts()...)
}

// Facts is what is read: the event, its date, how much there is.
func (r *Reader) Facts() []string { return r.facts() }

func (r *Reader) hiddenWords() string {
	n := len(r.order) - len(r.shown())
	if n == 0 {
		return ""
	}
	return language.Counted(n, "report") + " hidden"
}

// wholeWords is the statement and every wording of its claim, outlet by outlet, then who is silent.
func (r *Reader) wholeWords() []string {
	if r.at.Statement == nowhere {
		return nil
	}
	said := []string{r.statementWords(r.at.Statement), linear.List(r.corpus.Statements.Named(r.at.Report), r.numberWords(), r.keptWords())}
	if r.claim == noClaim {
		return append(said, r.whyNoClaim())
	}
	said = append(said, r.claimWords())
	for _, id := range r.order {
		if id == r.at.Report {
			continue
		}
		for _, c := range r.counterparts(id) {
			said = append(said, r.wordingWords(c))
		}
		if s, ok := r.elsewhere(id); ok {
			said = append(said, fmt.Sprintf("linked elsewhere: %s, statement %d: %s", r.corpus.Statements.Named(id), r.corpus.Statements.All[s].Number, r.text(s)))
		}
	}
	return append(said, r.parts(len(r.tally.outlets)))
}

func (r *Reader) wordingWords(c claim.Counterpart) string {
	word := map[pane.Mark]string{pane.Same: "same", pane.Partial: "in part", pane.Differs: "differs"}[markOf(c)]
	st := &r.corpus.Statements.All[c.Statement]
	text := fmt.Sprintf("%s: %s, statement %d", word, r.corpus.Statements.Named(st.Report), st.Number)
	if r.another(c.Statement) {
		text += ", in another voice"
	}
	return text + ": " + r.text(c.Statement)
}

// orderWords is the order of the panes, where it is not that of the reports.
func (r *Reader) orderWords() string {
	if slices.Equal(r.order, r.corpus.Stories.All[r.story].Reports) {
		return ""
	}
	var names []string
	for _, id := range r.shown() {
		names = append(names, r.corpus.Statements.Named(id))
	}
	return "order: " + strings.Join(names, ", ")
}
