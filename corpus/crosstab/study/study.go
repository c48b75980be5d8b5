// Package study writes the articles of a made-up study: three hundred articles by ten outlets on twelve events, of which it
// is known for every sentence what it is to be coded as, who speaks in it and with which verb. [Grow] makes them, [Study.Write]
// puts them into a folder. The same seed gives the same articles; nothing in them ever happened.
package study

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Codebook is the study's codebook, as a CSV file.
const Codebook = `name,definition,values,unit
casualties,"Numbers of dead, wounded or missing.",,statement
blame,Somebody or something is named as the cause.,,statement
aid,Help that was given or promised.,,statement
tone,How the danger is told.,alarm|calm,statement
voice,Whose words they are.,official|expert,wording
`

// Sentence is one sentence and what is true of it.
type Sentence struct {
	Text     string
	Codes    []string
	Speaker  string // "" for the outlet's own words
	Verb     string // the lemma that reports the speaker's words
	Headline bool
}

// Article is one report of an event.
type Article struct {
	File      string // its name
	Outlet    string
	Event     int // an index, from 0
	Day       time.Time
	Sentences []Sentence // the headline first
}

// Study is the articles.
type Study struct{ Articles []Article }

// Size is how many articles a whole study has.
const Size = 300

// Grow writes n articles, at most as many of each event as of any other and one. An outlet reports 2 or 3 times on most events and
// leaves some out, so that there are outlets without a report of an event.
func Grow(n int, seed uint64) *Study {
	rng := rand.New(rand.NewPCG(seed, 12))
	s := &Study{}
	for i := range n {
		e := i % len(events)
		of := (i/len(events)*7 + e*3) % (len(outlets) - 2) // two outlets leave each event out
		of = (of + e) % len(outlets)
		s.Articles = append(s.Articles, article(rng, i, e, of))
	}
	return s
}

func article(rng *rand.Rand, number, e, outlet int) Article {
	ev := &events[e]
	a := Article{
		File: fmt.Sprintf("%03d.txt", number+1), Outlet: outlets[outlet], Event: e,
		Day: time.Date(2023, time.Month(ev.month), ev.day+rng.IntN(12), 0, 0, 0, 0, time.UTC),
	}
	a.Sentences = append(a.Sentences, Sentence{Text: fill(rng, ev, headlines[rng.IntN(len(headlines))]), Headline: true})
	for _, i := range rng.Perm(len(templates))[:6+rng.IntN(5)] {
		t := &templates[i]
		if outlet%3 == 0 && t.voice == "chief" && rng.IntN(2) == 0 { // a third of the outlets quote experts less
			continue
		}
		one := Sentence{Text: fill(rng, ev, t.text), Codes: strings.Fields(t.codes), Verb: t.verb}
		switch t.voice {
		case "mayor":
			one.Speaker = ev.mayor
		case "chief":
			one.Speaker = ev.chief
		}
		a.Sentences = append(a.Sentences, one)
	}
	return a
}

// fill puts an event's words and two numbers into a sentence.
func fill(rng *rand.Rand, e *event, text string) string {
	return strings.NewReplacer("{place}", e.place, "{thing}", e.thing, "{what}", e.what, "{cause}", e.cause, "{mayor}", e.mayor,
		"{chief}", e.chief, "{n}", fmt.Sprint(3+rng.IntN(90)), "{m}", fmt.Sprint(2+rng.IntN(9))).Replace(text)
}

// Text is the article as a file: what is known of it, then a paragraph a sentence.
func (a *Article) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\noutlet: %s\ntitle: %q\ndate: %s\n---\n", a.Outlet, a.Sentences[0].Text, a.Day.Format(time.DateOnly))
	for _, s := range a.Sentences {
		b.WriteString(s.Text + "\n\n")
	}
	return b.String()
}

// Write puts the articles into a folder that is there.
func (s *Study) Write(folder string) error {
	for i := range s.Articles {
		a := &s.Articles[i]
		if err := os.WriteFile(filepath.Join(folder, a.File), []byte(a.Text()), 0o644); err != nil {
			return err
		}
	}
	return nil
}
