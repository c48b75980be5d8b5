package language

import "testing"

// TestNamesAcrossScripts: a name within a sentence is the same word in Cyrillic and in Latin letters.
func TestNamesAcrossScripts(t *testing.T) {
	last := func(text string) string {
		ws := Words(text)
		return ws[len(ws)-1].Text
	}
	for _, pair := range [][2]string{
		{"говорил Лавров", "said Lavrov"}, {"сказав Кулеба", "said Kuleba"}, {"город Москва", "the city of Moskva"}, {"Bakan Çavuşoğlu", "minister Cavusoglu"},
	} {
		if a, b := last(pair[0]), last(pair[1]); a != b {
			t.Errorf("%q and %q are %q and %q", pair[0], pair[1], a, b)
		}
	}
	if got := last("старый мост"); got != "мост" {
		t.Errorf("a common word became %q", got)
	}
}
