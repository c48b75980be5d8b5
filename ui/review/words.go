package review

import (
	"fmt"
	"strings"

	"parallax/corpus/review"
	"parallax/ui/key"
	"parallax/ui/linear"
)

// Words is what the review says by the line: what is asked, the claim, the keys that answer, and the chosen line.
func (r *Review) Words() linear.Page {
	p := linear.Page{Name: "Review", Field: linear.Pending(r.keys.Pending())}
	q := r.at()
	if q == nil {
		p.Add("nothing", nil, r.nothing())
		return p
	}
	set := r.now.Corpus.Statements
	p.Add("question", r.asked, r.asks(q)+" "+linear.Named(r.nameOf(q)))
	if len(q.Known) > 0 {
		p.Add("known", r.asked, "says it, as you said: "+names(set, q.Known))
	}
	place := fmt.Sprintf("line %d of %d", r.cursor+1, len(q.Rows))
	p.Add("line", [2]any{r.asked, r.cursor}, r.lineWords(q, r.cursor))
	p.Join("place", [2]any{r.asked, r.cursor}, place)
	p.Add("keys", nil, r.keyWords())
	if r.now.Review != nil {
		p.Add("progress", nil, r.progress())
	}
	p.Where = []string{linear.Named(r.nameOf(q)), place, r.progress()}
	p.Whole = []string{r.asks(q) + " " + linear.Named(r.nameOf(q))}
	for i := range q.Rows {
		p.Whole = append(p.Whole, fmt.Sprintf("line %d: ", i+1)+r.lineWords(q, i))
	}
	p.Whole = append(p.Whole, r.keyWords())
	return p
}

// asks is the question.
func (r *Review) asks(q *review.Question) string {
	if q.Kind == review.Unclaimed {
		return "Is this a claim, and which lines say it?"
	}
	return "Which lines say this?"
}

func (r *Review) keyWords() string {
	b := r.bound
	return fmt.Sprintf("%s: as the lines are marked; a number turns its line round; %s: it is no claim, or another says it; %s: later", b.Name(key.SayYes), b.Name(key.SayNo), b.Name(key.SayLater))
}

// lineWords is a line: whether it is marked as one that says the claim, its text, whose it is, and the claim's words in it.
func (r *Review) lineWords(q *review.Question, i int) string {
	set, id := r.now.Corpus.Statements, q.Rows[i].Statement
	state := "does not say it"
	if r.says(q, i) {
		state = "says it"
	}
	if r.flipped[i] {
		state += ", turned round by you"
	}
	text := state + ": " + set.Line(id) + " " + name(set, id)
	var words []string
	report := set.ReportOf(id).Text
	for _, s := range r.now.Review.Claims.WordsIn(q.Claim, id) {
		words = append(words, report[s.Start:s.End])
	}
	if len(words) > 0 {
		text += "; words: " + strings.Join(words, ", ")
	}
	return text
}
