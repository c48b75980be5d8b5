package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode"
)

// FuzzEscape asks that JSON stays what it was and holds nothing that acts on a terminal.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"", "rain", "a\x1b[2J\u202e\u0085\u200b\u2028", "木 é e\u0301 😀 \U000E0041", "\x7f\"\\\n"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, ascii bool) {
		s = strings.ToValidUTF8(s, "?")
		data, err := marshal(map[string]string{"key": s})
		if err != nil {
			t.Fatal(err)
		}
		data = escape(data, ascii)
		for _, r := range string(data) {
			if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || ascii && r > 0x7E {
				t.Errorf("%q holds %U", data, r)
			}
		}
		var back map[string]string
		if err := json.Unmarshal(data, &back); err != nil || back["key"] != s {
			t.Errorf("%q comes back as %q, %v", s, back["key"], err)
		}
	})
}

// full takes some bytes and no more, as a disk does.
type full struct{ room int }

func (f *full) Write(b []byte) (int, error) {
	if len(b) > f.room {
		return 0, errors.New("no space left")
	}
	f.room -= len(b)
	return len(b), nil
}

// TestFullDisk: output that is lost is a failure.
func TestFullDisk(t *testing.T) {
	var stderr bytes.Buffer
	if status := Run(nil, strings.NewReader(""), &full{room: 100}, &stderr); status != failed {
		t.Errorf("exit status %d", status)
	}
	if !strings.Contains(stderr.String(), "no space left") {
		t.Errorf("standard error: %q", &stderr)
	}
}
