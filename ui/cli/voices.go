package cli

import (
	"fmt"
	"strings"

	"parallax/corpus/claim"
	"parallax/corpus/language"
	"parallax/corpus/page"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/corpus/voice"
)

// voicesCommand prints who is quoted.
type voicesCommand struct {
	Paths  []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	Format format   `enum:"text,json,csv,md,html" default:"text" placeholder:"FORMAT" help:"text, json, csv, md or html. (default: text)"`
	Only   string   `enum:"all,named,unnamed,media,own" default:"all" placeholder:"WHICH" help:"all, named, unnamed, media (other news outlets) or own (the outlets' own words). (default: all)"`
	weighted
}

// Help is what --help adds.
func (voicesCommand) Help() string {
	return `Every speaker with the statements that hold their words, by outlet: directly or indirectly, and with which reporting
verbs ("said 6, claimed 2"). Two spellings are one speaker's when they may be and no report tells them apart; speakers
without a name are one only when they are called the same. In JSON and CSV every voice has its words; "same_claim" says who
else makes a claim of theirs.

Examples:

  parallax voices                             in the five reports that come with it
  parallax voices --only named reports/
  parallax voices --format csv reports/ > voices.csv
  parallax voices --format html reports/ > voices.html

Exit status: 0 found, 1 nothing found, 2 something could not be read or the call was wrong.
`
}

// sortNames are what --only calls the sorts of voices.
var sortNames = map[string]voice.Sort{"named": voice.Named, "unnamed": voice.Unnamed, "media": voice.Media, "own": voice.Own}

// Run calls the roll.
func (c *voicesCommand) Run(p *program) error {
	o := p.open(c.Paths)
	if o == nil {
		return nil
	}
	links, kept, err := c.link(p, o, c.Paths)
	if err != nil {
		return err
	}
	_, claims := claimsWith(o.Corpus, links, kept)
	roll := voice.RollOf(o.Statements)
	var chosen []int
	for i := range roll.Speakers {
		if sort, one := sortNames[c.Only]; (!one || roll.Speakers[i].Sort == sort) && len(roll.Speakers[i].Places) > 0 {
			chosen = append(chosen, i)
		}
	}
	p.answered(len(chosen))
	switch c.Format {
	case asHTML, asMarkdown:
		return c.page(p, o, roll, chosen)
	case asJSON:
		return p.out.json(jsonSpeakers(o, roll, claims, chosen))
	case asCSV:
		c.table(p, o, roll, chosen)
	default:
		c.list(p, o, roll, chosen)
	}
	return nil
}

func (c *voicesCommand) list(p *program, o *opened, roll *voice.Roll, chosen []int) {
	for n, i := range chosen {
		s := &roll.Speakers[i]
		if n > 0 {
			p.out.printf("\n")
		}
		p.out.printf("%s", s.Name)
		if s.Sort != voice.Own {
			p.out.printf(" (%s)", s.Sort.String())
		}
		p.out.printf(": %s of %s", language.Counted(len(s.Places), "statement"), language.Counted(s.Outlets(), "outlet"))
		if len(s.Names) > 1 {
			p.out.printf("; as %s", strings.Join(s.Names, ", "))
		}
		p.out.printf("\n")
		for k := range s.Shares {
			share, name := &s.Shares[k], o.Statements.Outlets.All[k].Name
			switch told := share.Told(); {
			case share.Statements == 0:
				p.out.printf("  %s 0\n", name)
			case told == "":
				p.out.printf("  %s %d\n", name, share.Statements)
			default:
				p.out.printf("  %s %d: %s; %s\n", name, share.Statements, told, share.Given())
			}
		}
	}
}

// jsonSpeaker is a speaker for machines.
type jsonSpeaker struct {
	Speaker    string      `json:"speaker"`
	Names      []string    `json:"names"`
	Sort       string      `json:"sort"`
	Statements int         `json:"statements"`
	Outlets    []jsonShare `json:"outlets"`
	Words      []jsonWords `json:"words"`
}

type jsonShare struct {
	Outlet     string         `json:"outlet"`
	Statements int            `json:"statements"`
	Direct     int            `json:"direct"`
	Indirect   int            `json:"indirect"`
	Mixed      int            `json:"mixed"`
	Verbs      map[string]int `json:"verbs"` // by lemma
}

type jsonWords struct {
	Outlet    string     `json:"outlet"`
	Path      string     `json:"path"`
	Unit      string     `json:"unit,omitempty"`
	Number    int        `json:"statement"`
	Start     int        `json:"start"`
	End       int        `json:"end"`
	Verb      string     `json:"verb,omitempty"` // the lemma
	Mode      string     `json:"mode,omitempty"`
	Text      string     `json:"text"`
	SameClaim []jsonEcho `json:"same_claim,omitempty"`
}

// jsonEcho is where another speaker makes a claim of the words.
type jsonEcho struct {
	Speaker string `json:"speaker"`
	Path    string `json:"path"`
	Number  int    `json:"statement"`
}

func jsonSpeakers(o *opened, roll *voice.Roll, claims *claim.Claims, chosen []int) []jsonSpeaker {
	speakers := make([]jsonSpeaker, 0, len(chosen))
	for _, i := range chosen {
		s := &roll.Speakers[i]
		j := jsonSpeaker{Speaker: s.Name, Names: append([]string{}, s.Names...), Sort: s.Sort.String(), Statements: len(s.Places), Words: []jsonWords{}}
		for k := range s.Shares {
			share := &s.Shares[k]
			js := jsonShare{o.Statements.Outlets.All[k].Name, share.Statements, share.Modes[statement.Direct], share.Modes[statement.Indirect], share.Modes[statement.Mixed], map[string]int{}}
			for _, v := range share.Verbs {
				js.Verbs[v.Lemma] = v.Count
			}
			j.Outlets = append(j.Outlets, js)
		}
		for _, w := range wordsOf(o, roll, i) {
			j.Words = append(j.Words, w.json(o, roll, claims, i))
		}
		speakers = append(speakers, j)
	}
	return speakers
}

// spoken is words of a speaker: a voice, or of the outlets' own a whole statement.
type spoken struct {
	in   statement.ID
	span report.Span
	verb string
	mode string
}

// wordsOf is all words of a speaker, in order.
func wordsOf(o *opened, roll *voice.Roll, speaker int) []spoken {
	var all []spoken
	for _, id := range roll.Speakers[speaker].Places {
		st := &o.Statements.All[id]
		if roll.Speakers[speaker].Sort == voice.Own {
			all = append(all, spoken{in: id, span: st.Span})
			continue
		}
		for _, v := range st.Voices {
			if roll.Of(st.Report, v.Speaker) == speaker {
				all = append(all, spoken{id, v.Span, v.Verb, v.Mode.String()})
			}
		}
	}
	return all
}

func (w *spoken) text(o *opened) string {
	return o.Statements.ReportOf(w.in).Text[w.span.Start:w.span.End]
}

func (w *spoken) json(o *opened, roll *voice.Roll, claims *claim.Claims, speaker int) jsonWords {
	r := o.Statements.ReportOf(w.in)
	at := located(r, w.span)
	j := jsonWords{Outlet: r.Outlet, Path: r.Path, Unit: unit(r), Number: o.Statements.All[w.in].Number, Start: at.Start, End: at.End, Verb: w.verb, Mode: w.mode, Text: w.text(o)}
	for _, e := range roll.Echoes(claims, speaker, w.in) {
		j.SameClaim = append(j.SameClaim, jsonEcho{roll.Speakers[e.Speaker].Name, o.Statements.ReportOf(e.Statement).Path, o.Statements.All[e.Statement].Number})
	}
	return j
}

func (c *voicesCommand) table(p *program, o *opened, roll *voice.Roll, chosen []int) {
	p.out.table([]string{"speaker", "sort", "outlet", "path", "line", "column", "statement", "mode", "verb", "words"}, func(row func(...any)) {
		for _, i := range chosen {
			s := &roll.Speakers[i]
			for _, w := range wordsOf(o, roll, i) {
				r := o.Statements.ReportOf(w.in)
				line, column := o.places.at(r, w.span)
				row(s.Name, s.Sort.String(), r.Outlet, r.Path, line, column, o.Statements.All[w.in].Number, w.mode, w.verb, w.text(o))
			}
		}
	})
}

// page prints the speakers over the reports.
func (c *voicesCommand) page(p *program, o *opened, roll *voice.Roll, chosen []int) error {
	pg := &page.Page{Title: "Voices: " + o.Name, Corner: "voice", Set: o.Statements, ASCII: p.call.ASCII, Version: o.stamp()}
	pg.About = []string{fmt.Sprintf("%s of %s", language.Counted(len(chosen), "voice"), language.Counted(len(o.Statements.Outlets.All), "outlet"))}
	for _, outlet := range o.Statements.Outlets.All {
		pg.Columns = append(pg.Columns, outlet.Name)
	}
	for _, i := range chosen {
		s := &roll.Speakers[i]
		row := page.Row{Name: s.Name, Cells: make([]page.Cell, len(s.Shares))}
		if s.Sort != voice.Own {
			row.About = s.Sort.String()
		}
		for k := range s.Shares {
			share := &s.Shares[k]
			row.Cells[k] = page.Cell{Mark: page.Mark{Sign: fmt.Sprint(share.Statements), Word: language.Counted(share.Statements, "statement")}, Text: share.Told()}
		}
		for _, id := range s.Places {
			cell := &row.Cells[o.Statements.Outlets.Of[o.Statements.All[id].Report]]
			at := page.Place{Statement: id}
			if s.Sort != voice.Own {
				at.Words = roll.Spans(i, id)
				at.Note = notesOf(o, roll, i, id)
			}
			cell.Places = append(cell.Places, at)
		}
		pg.Rows = append(pg.Rows, row)
	}
	if c.Format == asHTML {
		return page.HTML(p.out, pg)
	}
	return page.Markdown(p.out, pg)
}

// notesOf is how a statement gives a speaker's words: "said, indirect".
func notesOf(o *opened, roll *voice.Roll, speaker int, id statement.ID) string {
	var parts []string
	st := &o.Statements.All[id]
	for _, v := range st.Voices {
		if roll.Of(st.Report, v.Speaker) == speaker {
			parts = append(parts, statement.PastOf(v.Verb)+", "+v.Mode.String())
		}
	}
	return strings.Join(parts, "; ")
}
