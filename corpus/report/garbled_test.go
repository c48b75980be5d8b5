package report

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// What was garbled before it came here is named with its first place, and nothing of it is changed.
func TestGarbled(t *testing.T) {
	for _, whole := range []string{
		"The harbour master’s boat — the “Tern” — was late.\n",
		"Le café était fermé, a déclaré l’élève.\n",
		"Капитан сказал, что паром цел.\n",
	} {
		bad := garbleOf(whole)
		got := Read(t.Context(), File{Path: "a.txt", Name: "a.txt", Data: []byte(bad)}, Limits{})
		if len(got.Reports) != 1 || !strings.Contains(got.Reports[0].Garbled, "taken for windows-1252") {
			t.Errorf("%q: nothing is named", bad)
		} else if got.Reports[0].Text != bad {
			t.Errorf("%q was changed to %q", bad, got.Reports[0].Text)
		}
		if why := garbled(whole); why != "" {
			t.Errorf("%q: %s", whole, why)
		}
	}
	for _, fine := range []string{"CAFÉ… “À” – GÖTEBORG’S Ã and ©", "Ein Ü“ und Ö–", "«Été» à… š ž", "Nguyễn Văn Ân’s", ""} {
		if why := garbled(fine); why != "" {
			t.Errorf("%q: %s", fine, why)
		}
	}
}

// garbleOf is text taken for windows-1252.
func garbleOf(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		r := charmap.Windows1252.DecodeByte(c)
		if r == '\uFFFD' {
			r = rune(c)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// UTF-16 is read without its mark, in both orders; what only looks like it is refused as before.
func TestUnmarked(t *testing.T) {
	for _, text := range []string{
		"The ferry ran aground off the pier at dawn.\n\nNobody was hurt.\n",
		"Паром сел на мель у пирса на рассвете. Никто не пострадал.\n",
		"صعدت العبارة على الرصيف عند الفجر. لم يصب أحد.\n",
	} {
		for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
			data, err := unicode.UTF16(order, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			got := Read(t.Context(), File{Path: "a.txt", Name: "a.txt", Data: data}, Limits{})
			if len(got.Reports) != 1 || got.Reports[0].Text != text || !strings.Contains(got.Reports[0].Reader, "utf-16") {
				t.Errorf("%q is read as %+v", text, got)
			}
		}
	}
	for _, data := range []string{"a\x00b\x00\x01\x00\x02\x00c\x00d\x00e\x00f\x00g\x00", "text\x00text\x00text\x00text", "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"} {
		if d, err := decode([]byte(data)); err == nil {
			t.Errorf("%q is read as %q", data, d.text)
		}
	}
}
