package match

import (
	"math"

	"parallax/corpus/language"
	"parallax/corpus/statement"
)

// voiced is one who speaks in a story, under all the spellings that its reports use.
type voiced struct {
	name   string // as first met
	found  int    // statements in which they speak
	weight float64
}

// findSpeakers finds who speaks in every statement. One speaker has one index throughout the story.
func (s *event) findSpeakers() {
	known, byKey := make(map[string]int32), make(map[string][]int32)
	for i := range s.of {
		x := &s.of[i]
		for _, v := range s.set.All[x.id].Voices {
			if v.Speaker == "" {
				continue
			}
			id, ok := known[v.Speaker]
			if !ok {
				id = s.speaker(v.Speaker, byKey)
				known[v.Speaker] = id
			}
			x.speakers = append(x.speakers, id)
		}
		x.speakers = sortedSet(x.speakers)
		for _, id := range x.speakers {
			s.speakers[id].found++
		}
		if len(x.words) > 0 && pronouns.Has(x.words[0].Text) {
			x.own = sortedSet(append(x.own, s.speakerConcepts(x)...))
		}
	}
	for i := range s.speakers {
		v := &s.speakers[i]
		v.weight = math.Log1p(float64(len(s.of)) / float64(v.found+1))
	}
}

// speaker is the index of the speaker whom a name means.
func (s *event) speaker(name string, byKey map[string][]int32) int32 {
	key := statement.SpeakerKey(name)
	for _, id := range byKey[key] {
		if statement.SameSpeaker(s.speakers[id].name, name) {
			return id
		}
	}
	id := int32(len(s.speakers))
	s.speakers = append(s.speakers, voiced{name: name})
	byKey[key] = append(byKey[key], id)
	return id
}

// speakerConcepts is the concepts of the words in the names of those who speak in the statement.
func (s *event) speakerConcepts(x *reading) []int32 {
	var ids []int32
	for _, sp := range x.speakers {
		for _, w := range language.Words(s.speakers[sp].name) {
			key := w.Stem
			if name, ok := s.named[w.Text]; ok {
				key = "n:" + name
			}
			if id, ok := s.ids[key]; ok && !w.Stop {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// sameSpeaker is the weight of the rarest speaker whom both statements have.
func sameSpeaker(p *comparison) float64 {
	most := 0.0
	for _, id := range p.a.speakers {
		if has(p.b.speakers, id) {
			most = max(most, p.s.speakers[id].weight)
		}
	}
	return most
}

// speakersApart is 1 when both statements have voices and no speaker in common.
func speakersApart(p *comparison) float64 {
	if len(p.a.speakers) > 0 && len(p.b.speakers) > 0 && sameSpeaker(p) == 0 {
		return 1
	}
	return 0
}

// bothSpeak is the number of the two that have a voice.
func bothSpeak(p *comparison) float64 {
	n := 0.0
	for _, x := range []*reading{p.a, p.b} {
		if len(x.speakers) > 0 {
			n++
		}
	}
	return n
}

// pronouns are those that, at the start of a statement, may mean who speaks in it.
var pronouns = language.English("grammar", "speaking pronouns")
