package statement

import "parallax/corpus/report"

// Mode is how a voice's words are given.
type Mode uint8

const (
	Indirect Mode = iota // in the outlet's words
	Direct               // all in quotation marks
	Mixed                // in the outlet's words, with quoted words among them
)

func (m Mode) String() string { return [...]string{"indirect", "direct", "mixed"}[m] }

// Voice is whose words a part of a statement reports. What stands outside every voice is the outlet's own.
type Voice struct {
	Speaker string // a person or body, under the fullest name that the report gives
	Mode    Mode
	Verb    string      // the reporting verb's lemma: "say"
	Span    report.Span // the words that are the speaker's, bytes of the report's Text
}
