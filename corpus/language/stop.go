package language

import "sync"

// stopWords are the words of grammar and of plain reporting.
var stopWords = English("stop", "stop words")

var lightStems = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	var st Stemmer
	for _, w := range English("stop", "light words").Words() {
		m[st.Root(w)] = true
	}
	return m
})

// IsLight reports whether a stem is so general that it says little even where a story has it seldom.
func IsLight(stem string) bool { return lightStems()[stem] }
