package verify

import (
	"slices"
	"strings"
	"testing"

	"parallax/corpus/export"
)

// TestUnsealedBriefs: exports of before there were seals are checked as they were.
func TestUnsealedBriefs(t *testing.T) {
	d, reports := asRead(t)
	for _, format := range verifiable {
		v := verify(t, exported(t, d, format, export.Options{Unsealed: true}), format, reports)
		if v.Verdict() != VerdictUnsealed || v.Status() != 0 || len(v.Changes) != 0 || v.Seal != Unsealed {
			t.Errorf("%s\n%s", format, describe(v))
		}
	}
}

// byTheSealOnly are the tamperings that nothing but a seal can tell: the reader's own words, and what the program might
// as well have said.
var byTheSealOnly = []string{
	"the title", "a heading", "a heading with a claim", "the reader's text", "a note", "a note on a quotation", "who made a note",
	"when a note was made", "a tag", "a tag more", "when it was changed", "by whom it was changed", "the version",
	"an omission widened", "an addition reworded", "the mode is in part", "a silence is checked", "a checked silence is unchecked",
	"the reader listed", "the file listed is nobody's", "a note is listed", "the claim of a quotation", "an addition reworded in print",
	"a note is gone", "a note on a quotation is gone", "the tags are gone", "a heading is gone", "the reader's text is gone",
	"the name of a claim", "the name of a claim is gone", "who made it is gone", "the last passage is gone", "another quotation of a claim is gone",
	"two quotations of a claim change places", "quotations of a claim and a passage change places", "two passages change places",
	"two silences change places", "two headings change places", "a note is put to another quotation", "a quotation stands twice",
	"a passage stands twice", "a silence stands twice", "a heading is put in", "a text is put in", "a text is put in at the end",
	"a made up quotation in a text", "a made up quotation in straight marks", "a made up tag", "a made up note",
	"a silence is gone", "a checked silence is gone", "both silences are gone", "a passage is gone", "the outlet listed",
	"who made a note", "a value put in", "a motivation", "a quotation in a heading", "a heading is none", "a quotation as code",
}

// TestTamperingsWithoutASeal: what contradicts the sources, or another line of the brief, is told without a seal too.
func TestTamperingsWithoutASeal(t *testing.T) {
	d, reports := asRead(t)
	told, all := 0, 0
	for _, c := range slices.Concat(wordings, arrangements, pageLooks, wordLooks, markdownLooks, dataLooks) {
		for _, format := range strings.Fields(c.formats) {
			file, ok := done(t, c, format, exported(t, d, format, export.Options{Unsealed: true}))
			if !ok {
				continue // it is done to the seal, or to where it stands
			}
			all++
			v, err := Verify(file, "brief."+format, reports)
			if err != nil || v.Verdict() != VerdictUnsealed {
				told++
			} else if !slices.Contains(byTheSealOnly, c.name) {
				t.Errorf("%s, %s: %s", c.name, format, v.Verdict())
			}
		}
	}
	t.Logf("%d of %d tamperings told without a seal", told, all)
}
