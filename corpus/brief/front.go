package brief

import (
	"fmt"
	"strings"

	"parallax/corpus/report"
)

// Front says what stands at the head of the brief: its title, its date, and who wrote it. What is empty is left out.
type Front struct {
	Title  string `json:"title,omitempty"`
	Date   string `json:"date,omitempty"` // as report.ParseDate reads it
	Author string `json:"author,omitempty"`
}

func (Front) kind() string { return "front" }

func (c Front) Say() string {
	said := "gave the brief no title"
	if c.Title != "" {
		said = "named the brief " + Excerpt(c.Title)
	}
	if c.Date != "" {
		said += ", dated it " + c.Date
	}
	if c.Author != "" {
		said += ", by " + c.Author
	}
	return said
}

func (c Front) edit(k *Kept, _ *Action) error {
	date := strings.TrimSpace(c.Date)
	if _, ok := report.ParseDate(date); date != "" && !ok {
		return fmt.Errorf("%q is no date: write 2022-03-12", date)
	}
	k.Title, k.Date, k.Author = strings.TrimSpace(c.Title), date, strings.TrimSpace(c.Author)
	return nil
}

// frontSign parts title, date and author where they are written on one line.
const frontSign = "|"

// FrontLine is what stands at the head of the brief on one line, as ReadFront reads it: "Talks | 2022-03-12 | A. Reader".
func (k *Kept) FrontLine() string {
	return strings.TrimRight(k.Title+" "+frontSign+" "+k.Date+" "+frontSign+" "+k.Author, " ")
}

// ReadFront reads a line as FrontLine writes it. What is missing at its end is empty.
func ReadFront(line string) Front {
	parts := strings.SplitN(line, frontSign, 3)
	for len(parts) < 3 {
		parts = append(parts, "")
	}
	return Front{Title: strings.TrimSpace(parts[0]), Date: strings.TrimSpace(parts[1]), Author: strings.TrimSpace(parts[2])}
}
