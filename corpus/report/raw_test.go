package report

import (
	"strings"
	"testing"
)

// TestRawParts: each line of a file was taken or left, and what a report has once was taken once.
func TestRawParts(t *testing.T) {
	const text = "The ferry Skua sank\nSport was far from the minds of those who stood on the quay.\nNobody was hurt.\n"
	for _, c := range []struct{ name, raw, want string }{
		{"menu", "Sport\nNews\nThe ferry Skua sank\nSport was far from the minds of those who stood on the quay.\nNobody was hurt.", "--+++"},
		{"the same headline below", "The ferry Skua sank\nSport was far from the minds of those who stood on the quay.\nNobody was hurt.\nThe ferry Skua sank\nNobody was hurt.", "+++--"},
		{"another order", "Nobody was hurt.\n- The ferry Skua sank\nSport was far from the minds of those who stood on the quay.", "+++"},
		{"lines of one paragraph", "The ferry Skua sank\nSport was far from the minds\nof those who stood on the quay.\nNobody", "++++"},
		{"part of a word", "Nobod\nThe ferry Skua sank", "-+"},
	} {
		r := Report{Text: text, Raw: c.raw}
		var got strings.Builder
		for _, p := range r.RawParts() {
			if p.Left {
				got.WriteByte('-')
			} else {
				got.WriteByte('+')
			}
		}
		if got.String() != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.String(), c.want)
		}
	}
}
