package statement

// What someone is in the habit of saying, or said later, is theirs although a modal or an infinitive says so.

// habitual reports whether the modal at j says what someone used to say, or said later, rather than what they might say:
// "would later recall", "it was, he would explain, an accident".
func habitual(ts []token, j, v int) bool {
	if ts[j].lower != "would" || ts[v].form&base == 0 {
		return false
	}
	if j+1 < v {
		switch ts[j+1].lower {
		case "later", "often", "always", "sometimes", "only", "still", "then", "frequently", "usually", "eventually":
			return true
		}
		return false
	}
	return j > 2 && ts[j-1].is(pronoun) && ts[j-2].kind == comma && v+1 < len(ts) && (ts[v+1].kind == comma || ts[v+1].lower == "to")
}

// usedTo is the verb before an infinitive at v that says what someone is in the habit of saying: "used to say", "likes to
// say"; v itself for none.
func usedTo(ts []token, v int) int {
	if v > 1 && ts[v-1].lower == "to" && ts[v].form&base != 0 {
		switch ts[v-2].lower {
		case "used", "likes", "liked", "loves", "loved":
			return v - 2
		}
	}
	return v
}
