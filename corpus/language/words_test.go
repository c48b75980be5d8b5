package language

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"Hale's dog didn't bark.":      "hale dog didn't bark",
		"Çavdaroğlu and Çavdaro?lu":    "cavdaroglu and cavdaro?lu",
		"the U.S. and the USA":         "the us and the usa",
		"1,500 or 2.5%, $3.5bn":        "1,500 or 2.5 $3.5bn",
		"cease-fire/truce—ends":        "cease fire truce ends",
		"1½ hours":                     "1.5 hours",
		"What? Nothing!":               "what nothing",
		"‘quoted’ “words” and 'these'": "quoted words and these",
	} {
		var got []string
		for _, w := range Words(text) {
			got = append(got, w.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestWordsQuoted(t *testing.T) {
	for text, want := range map[string]string{
		`He called it "very hard" work.`:  "very hard",
		"He called it “very hard” work.":  "very hard",
		"He called it 'very hard' work.":  "very hard",
		"The girls' school isn't theirs.": "",
		`"We will go," he said.`:          "we will go",
	} {
		var got []string
		for _, w := range Words(text) {
			if w.Quoted {
				got = append(got, w.Text)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q is quoted", text, got)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "Hale's 1½ “words”", "a.b.C.D 'x' ?", "\xff\xfe", "U.S.", "$ 3 % ½", "’’’", "é\u0301x", "the letter Ъ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ws := Words(s)
		last := 0
		for _, w := range ws {
			if w.Start < last || w.End <= w.Start || w.End > len(s) || w.Text == "" {
				t.Fatalf("word %+v after %d", w, last)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[w.Start:w.End]) {
				t.Fatalf("word %+v cuts a rune", w)
			}
			last = w.End
		}
		for _, q := range Quantities(s, ws) {
			if q.Word < 0 || q.Words < 1 || q.Word+q.Words > len(ws) {
				t.Fatalf("quantity %+v of %d words", q, len(ws))
			}
		}
	})
}

// wantQuantity is what a test looks at of a Quantity.
type wantQuantity struct {
	Value       float64
	Of          Dimension
	Word, Words int
}

func TestQuantities(t *testing.T) {
	for text, want := range map[string]wantQuantity{
		"some 1,500 houses":                    {1500, Count, 1, 1},
		"a 12m-wide hole":                      {12, Length, 1, 1},
		"a 40-foot-wide hole":                  {12.192, Length, 1, 2},
		"40,000km away":                        {40e6, Length, 0, 1},
		"one-and-a-half hours":                 {5400, Duration, 0, 5},
		"1½ hours":                             {5400, Duration, 0, 2},
		"$2.5bn":                               {2.5e9, Money, 0, 1},
		"2.5 billion dollars":                  {2.5e9, Money, 0, 3},
		"US$3 million":                         {3e6, Money, 0, 2},
		"7.1 percent":                          {7.1, Percent, 0, 2},
		"7.1 per cent":                         {7.1, Percent, 0, 3},
		"7.1%":                                 {7.1, Percent, 0, 1},
		"6 April":                              {406, Day, 0, 1},
		"on April 6":                           {406, Day, 2, 1},
		"April 6th":                            {406, Day, 1, 1},
		"seventeen people":                     {17, Count, 0, 1},
		"a 6.1-magnitude tremor":               {6.1, Count, 1, 1},
		"three dozen boats":                    {36, Count, 0, 2},
		"twenty-four boats":                    {24, Count, 0, 2},
		"one hundred and twenty boats":         {120, Count, 0, 4},
		"two thousand three hundred and five":  {2305, Count, 0, 6},
		"a hundred and fifty boats":            {150, Count, 0, 4},
		"three hundred thousand homes":         {300e3, Count, 0, 3},
		"two hundred and forty-one kilometres": {241e3, Length, 0, 6},
		"about 30 kilometres off":              {30000, Length, 1, 2},
	} {
		got := Quantities(text, Words(text))
		if len(got) != 1 || got[0].Of != want.Of || got[0].Word != want.Word || got[0].Words != want.Words ||
			got[0].Value < want.Value*0.9999 || got[0].Value > want.Value*1.0001 {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
	for _, text := range []string{"one of two", "half of it", "the may queen", "a second time"} {
		if got := Quantities(text, Words(text)); len(got) > 0 {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// TestAmounts: what only stands for a number is an amount too, and no quantity that is evidence.
func TestAmounts(t *testing.T) {
	for text, want := range map[string]struct {
		wantQuantity
		most float64
	}{
		"one was hurt":                 {wantQuantity{1, Count, 0, 1}, 0},
		"dozens more":                  {wantQuantity{24, Count, 0, 1}, 100},
		"a few boats":                  {wantQuantity{3, Count, 0, 2}, 10},
		"a dozen boats":                {wantQuantity{12, Count, 0, 2}, 0},
		"tens of thousands in tents":   {wantQuantity{20e3, Count, 0, 3}, 100e3},
		"hundreds of thousands in all": {wantQuantity{200e3, Count, 0, 3}, 1e6},
		"a month of talks":             {wantQuantity{2629800, Duration, 0, 2}, 0},
		"half an hour":                 {wantQuantity{1800, Duration, 0, 3}, 0},
		"half a million":               {wantQuantity{500e3, Count, 0, 3}, 0},
	} {
		got := Amounts(text, Words(text))
		if len(got) != 1 || (wantQuantity{got[0].Value, got[0].Of, got[0].Word, got[0].Words}) != want.wantQuantity || got[0].Most != want.most || !got[0].Slight {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
		if got := Quantities(text, Words(text)); len(got) > 0 {
			t.Errorf("%q as evidence: %+v", text, got)
		}
	}
}

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"orlan", "orlan", 0}, {"sergei", "sergey", 1}, {"zelemsky", "zelemskyy", 1}, {"brian", "brain", 1},
		{"cavdaro?lu", "cavdaroglu", 0}, {"", "abc", 3}, {"kitten", "sitting", 3},
	} {
		if got := editDistance(c.a, c.b); got != c.want || editDistance(c.b, c.a) != c.want {
			t.Errorf("%q and %q: %d, not %d", c.a, c.b, got, c.want)
		}
	}
}

func TestSameSpelling(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"sergei", "sergey", true}, {"zelemskiy", "zelemskyy", true}, {"cavdaro?lu", "cavdaroglu", true},
		{"martin", "kartin", false}, {"chad", "chadwick", false}, {"hale", "hall", true}, {"north", "south", false},
	} {
		if got := sameSpelling(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

func TestClasses(t *testing.T) {
	for _, w := range []string{"kill", "earthquak", "ceasefir"} {
		if len(words().classes[w]) == 0 {
			t.Errorf("%q is in no class", w)
		}
	}
}
