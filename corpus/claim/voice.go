package claim

import (
	"slices"
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Whose says whose words a wording of a claim is.
type Whose uint8

const (
	Unclear Whose = iota // several voices, or a voice and the outlet, share the words in question
	Own                  // the outlet's
	Spoken               // a voice's
)

// mostly is the part of the words in question that one voice must hold for the wording to be its own.
const mostly = 0.6

// Voice is whose words a statement's wording of a claim is: of the words that it shares with the claim's other statements,
// who says most. A statement can report two people, or one and the outlet's own finding; only the words in question
// tell which of them makes the claim. Names of the speakers themselves do not count: "Hale said" is not what Hale said.
// Where that leaves it open, a voice of the statement whose speaker makes the claim in another wording makes it here too.
func (cs *Claims) Voice(c ID, id statement.ID) (statement.Voice, Whose) {
	v, whose := cs.voice(c, id)
	if whose != Unclear {
		return v, whose
	}
	for _, other := range cs.All[c].Statements {
		said, spoken := cs.voice(c, other)
		if other == id || spoken != Spoken {
			continue
		}
		for _, v := range cs.set.All[id].Voices {
			if statement.SameSpeaker(v.Speaker, said.Speaker) {
				return v, Spoken
			}
		}
	}
	return statement.Voice{}, Unclear
}

// VoiceIn is Voice, and of a claim that only one statement makes the voice of that statement, if it has one alone.
func (cs *Claims) VoiceIn(c ID, id statement.ID) (statement.Voice, Whose) {
	if voices := cs.set.All[id].Voices; len(cs.All[c].Statements) == 1 && len(voices) == 1 {
		return voices[0], Spoken
	}
	return cs.Voice(c, id)
}

// voice is Voice judged by the statement alone.
func (cs *Claims) voice(c ID, id statement.ID) (statement.Voice, Whose) {
	voices := cs.set.All[id].Voices
	if len(voices) == 0 {
		return statement.Voice{}, Own
	}
	held := make([]int, len(voices)+1) // bytes; the last is the outlet's own
	all := 0
	for _, span := range cs.inQuestion(c, id) {
		all += span.Len()
		rest := span.Len()
		for i, v := range voices {
			n := v.Span.Overlap(span)
			held[i] += n
			rest -= n
		}
		held[len(voices)] += max(0, rest)
	}
	for i, n := range held {
		if all == 0 || float64(n) < mostly*float64(all) {
			continue
		}
		if i == len(voices) {
			return statement.Voice{}, Own
		}
		return voices[i], Spoken
	}
	return statement.Voice{}, Unclear
}

// inQuestion is where the statement has the claim's words, without the speakers' names.
func (cs *Claims) inQuestion(c ID, id statement.ID) []report.Span {
	text := cs.set.ReportOf(id).Text
	return slices.DeleteFunc(cs.Words(c, id), func(s report.Span) bool { return cs.namesSpeaker(id, text[s.Start:s.End]) })
}

// namesSpeaker reports whether the word belongs to the name of one of the statement's speakers.
func (cs *Claims) namesSpeaker(id statement.ID, word string) bool {
	for _, v := range cs.set.All[id].Voices {
		for _, name := range strings.Fields(v.Speaker) {
			if strings.EqualFold(name, word) {
				return true
			}
		}
	}
	return false
}
