package language

import "testing"

func TestGroupsByStops(t *testing.T) {
	for tag, want := range map[string]bool{
		"de": true, "pt-BR": true, "es_ES": true, " IT ": true, "nl": true,
		"": false, "en": false, "en-GB": false, "de-CH": false, "es-MX": false, "fr": false,
	} {
		if got := GroupsByStops(tag); got != want {
			t.Errorf("%q: %v", tag, got)
		}
	}
}

func TestRegroup(t *testing.T) {
	for text, want := range map[string]string{
		"1.500": "1,500", "12.345.678": "12,345,678", "4,5": "4.5", "1.234,50": "1,234.50", "€1.500": "€1,500", "2.000m": "2,000m",
		"1,500": "1,500", "3.5": "3.5", "6.4.2012": "6.4.2012", "1500": "1500", "1.5000": "1.5000", "1234.567": "1234.567",
		"1.500,": "1.500,", "1.500,2,3": "1.500,2,3",
	} {
		ws := []Word{{Text: "some"}, {Text: text, Stem: text, Digit: true}}
		if got := Regroup(ws); got[1].Text != want || got[1].Stem != want {
			t.Errorf("%s: %s", text, got[1].Text)
		}
		if ws[1].Text != text {
			t.Errorf("%s: the words given are changed", text)
		}
	}
}
