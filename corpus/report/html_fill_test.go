package report

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestFill puts a paragraph back that was left out between two others, and not what is there with other marks, is of another class
// or stands outside of them.
func TestFill(t *testing.T) {
	const (
		one   = `<p class="t">The ferry to Torso was late on Monday because nobody could find the captain before nine in the morning.</p>`
		two   = `<p class="t">He was found at ten, in the bakery, where he had been since the evening before with the key in his pocket.</p>`
		three = `<p class="t">The harbour office said that it would have a second key cut<sup>1</sup> and would keep it on a nail behind the door.</p>`
		plain = `<p class="t">The harbour office said that it would have a second key cut and would keep it on a nail behind the door.</p>`
		ad    = `<p class="x">Buy two loaves at the bakery on the quay and get a third for nothing, on all days but Sunday and Monday.</p>`
		last  = `<p class="t">The captain said that he had only wanted to see how bread is made, and that it is warmer than on the lake.</p>`
		after = `<p class="t">The bakery on the quay is for sale, with all that is in it, and can be seen on Thursdays until noon at the latest.</p>`
	)
	parse := func(s string) *html.Node {
		root, err := html.Parse(strings.NewReader(s))
		if err != nil {
			t.Fatal(err)
		}
		return root
	}
	page := &page{root: parse(`<div class="s">` + one + `</div><div class="s">` + two + ad + three + last + `</div><div class="s">` + after + `</div>`)}
	found := parse(`<div class="s">` + one + `</div><div class="s">` + plain + last + `</div>`)
	page.fill(found)
	got := linesOf(found)
	if want := linesOf(parse(one + two + plain + last)); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
