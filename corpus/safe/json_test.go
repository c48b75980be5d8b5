package safe

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestJSON(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", `{"a":"rain","n":1,"l":["x",null,true]}`, `{"a":"rain","n":1,"l":["x",null,true]}`},
		{"selector", `{"a":"x` + "\ufe01" + `"}`, `{"a":"x<U+FE01>","a_exact":"x\ufe01"}`},
		{"emoji", `{"a":"` + "❤\ufe0f" + `"}`, `{"a":"❤\ufe0f"}`},
		{"private", `{"a":"` + "\ue000" + `","b":2}`, `{"a":"` + "\ufffd" + `","a_exact":"\ue000","b":2}`},
		{"no character", `{"a":"` + "\U0001FFFF" + `"}`, `{"a":"` + "\ufffd" + `","a_exact":"\ud83f\udfff"}`},
		{"lines stay", `{"a":"x\ny\r\nz\t"}`, `{"a":"x\ny\r\nz\t"}`},
		{"control", `{"a":"x\u001b[2J"}`, `{"a":"x␛[2J","a_exact":"x\u001b[2J"}`},
		{"list", `{"l":["x","y` + "\u202e" + `"],"m":[["\u202e"]]}`, `{"l":["x","y<RLO>"],"l_exact":["x","y\u202e"],"m":[["<RLO>"]],"m_exact":[["\u202e"]]}`},
		{"in a list", `[{"a":"` + "\u2060" + `"},{"b":{"c":"` + "\u2060" + `"}}]`, `[{"a":"<WJ>","a_exact":"\u2060"},{"b":{"c":"<WJ>","c_exact":"\u2060"}}]`},
		{"kept", `{"exact":"` + "\u2060" + `"}`, `{"exact":"\u2060"}`},
		{"key", `{"` + "\u2060" + `":"x"}`, `{"\u2060":"x"}`},
		{"marks", `{"a":"e` + strings.Repeat("\u0301", 10) + `"}`, `{"a":"e` + strings.Repeat("\u0301", 5) + strings.Repeat(`\u0301`, 3) + `<+2>","a_exact":"e` + strings.Repeat("\u0301", 5) + strings.Repeat(`\u0301`, 5) + `"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := JSON([]byte(c.in), false, "exact")
			if string(got) != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if c.name == "list" {
				return // lists of lists are shown and kept, and not read again
			}
			back, err := ExactJSON(got)
			if err != nil {
				t.Fatal(err)
			}
			if !equal(t, back, []byte(c.in)) {
				t.Errorf("comes back as %s", back)
			}
		})
	}
}

// TestExactJSONCatches: a file that shows one thing and means another.
func TestExactJSONCatches(t *testing.T) {
	for _, bad := range []string{
		`{"a":"no","a_exact":"yes"}`, `{"a":"x","a_exact":"x\u2060"}`, `{"a":["x"],"a_exact":["y"]}`, `{"a":1,"a_exact":2}`, `{"a":{},"a_exact":{}}`,
		`{"a":"x","a_exact":`, `{"a":"x","a_exact":null}`,
	} {
		if got, err := ExactJSON([]byte(bad)); err == nil {
			t.Errorf("%s is taken as %s", bad, got)
		}
	}
	for _, fine := range []string{`{"a_exact":"x"}`, `{"b":"y","a_exact":"x"}`, `{"a":"x"}`} {
		if got, err := ExactJSON([]byte(fine)); err != nil || string(got) != fine {
			t.Errorf("%s comes back as %s, %v", fine, got, err)
		}
	}
}

// FuzzJSON asks that what is shown is safe, and that what is meant comes back.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{"", "rain", "a\x1b[2J\u202e\u0085\u200b\u2028", "木 é e\u0301 😀 \U000E0041", "\x7f\"\\\n", "a\ufe00\ue000\uffff", "z" + strings.Repeat("\u0301", 30)} {
		f.Add(s, "key", false)
		f.Add(s, "", true)
	}
	f.Fuzz(func(t *testing.T, s, key string, ascii bool) {
		in, err := json.Marshal(map[string]any{key: s, "list": []string{s, "x"}, "in": []any{map[string]string{key: s}}})
		if err != nil {
			t.Fatal(err)
		}
		out := JSON(in, ascii)
		if fault := shownFault(out, ascii); fault != "" {
			t.Errorf("%q: %s", out, fault)
		}
		if strings.HasSuffix(key, exactly) {
			return // a key of that kind is ours
		}
		back, err := ExactJSON(out)
		if err != nil || !equal(t, back, in) {
			t.Errorf("%q comes back as %q, %v", in, back, err)
		}
	})
}

// shownFault says what of JSON would act on a terminal, or hide from it.
func shownFault(data []byte, ascii bool) string {
	if !json.Valid(data) {
		return "not valid"
	}
	for _, r := range string(data) {
		if r != '\n' && hostile(r, 4) || ascii && r > 0x7E {
			return "holds " + spell(string(r), 0, 0).Text
		}
	}
	return ""
}

func equal(t *testing.T, a, b []byte) bool {
	t.Helper()
	var one, other any
	if json.Unmarshal(a, &one) != nil || json.Unmarshal(b, &other) != nil {
		return bytes.Equal(a, b)
	}
	return reflect.DeepEqual(one, other)
}
