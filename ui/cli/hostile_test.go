package cli

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var hostileFiles = flag.Int("hostile", 60, "how many hostile files TestNothingHiddenGetsOut makes")

// pieces is what hostile files are made of: what commands a terminal, turns the order of letters round, hides, carries a
// hidden message or runs over the lines around it, between words, in the markup of the formats that are read.
var pieces = []string{
	"The harbour was closed on Monday", "the minister said", "nobody was hurt", "24 people died", "“We agreed,” said Orla Finn", "港は閉鎖", "الميناء مغلق", "❤\uFE0F", "👩\u200d👩\u200d👧",
	"\x1b[31m", "\x1b]0;title\x07", "\x1b]52;c;aGk=\x07", "\x1bP1$r\x1b\\", "\u009b31m", "\x85", "\x00", "\x08\x08\x08", "\x7f", "\xff\xfe", "\xc3(",
	"\u202Eover\u202C", "\u2066iso\u2069", "\u200F", "zero\u200Bwidth", "\uFEFF", "\u00AD", "\u2028", "\u2029", "\u3164", "\u115F", "\u180E", "\U0001D173", "\U000E0041\U000E007F",
	"a\uFE00\uFE0E", "\uFE0F", "b\U000E0148\U000E0155\U000E01EF", "\uE000", "\U000F0001", "\U0010FFFD", "\uFFFE", "\uFDD0", "\U0001FFFF", "\u0378",
	"e" + strings.Repeat("\u0301", 12), "Z" + strings.Repeat("\u0335\u0321", 20), strings.Repeat("\u0489", 30), "क्\u200dष", "می\u200cخواهم",
	"<b>", "</p><p>", "<script>alert(1)</script>", "<!--", "-->", "&#x1b;[2J", "&#x202e;", "&#xFE00;", "**", "~~gone~~", "[x](y)", "`", "| a | b |", "# ", "> ", "\n\n", "\r", "\t", "=1+1", "\"", ",",
}

// hostileText is some of them.
func hostileText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range 1 + r.IntN(n) {
		b.WriteString(pieces[r.IntN(len(pieces))])
		b.WriteString([]string{" ", "", ". ", "\n"}[r.IntN(4)])
	}
	return b.String()
}

// hostileFile is one file of a folder: its name, which hides things too, and its bytes.
func hostileFile(r *rand.Rand, n int) (name string, data []byte) {
	stem := strings.NewReplacer("/", "", "\x00", "", "\n", " ").Replace(pieces[r.IntN(len(pieces))])
	text := hostileText(r, 40)
	switch r.IntN(6) {
	case 0:
		return fmt.Sprintf("%d %s.html", n, stem), []byte("<html><head><title>" + hostileText(r, 3) + "</title><meta property=\"og:site_name\" content=\"" + hostileText(r, 2) + "\"></head><body><p>" + text + "</p><p>The harbour was closed.</p></body></html>")
	case 1:
		return fmt.Sprintf("%d %s.md", n, stem), []byte("---\ntitle: " + hostileText(r, 2) + "\noutlet: " + hostileText(r, 2) + "\n---\n\n" + text)
	case 2:
		return fmt.Sprintf("%d.eml", n), []byte("From: " + strings.ReplaceAll(hostileText(r, 2), "\n", "") + " <a@example.org>\nSubject: " + strings.ReplaceAll(hostileText(r, 2), "\n", "") + "\nDate: Thu, 10 Mar 2022 10:00:00 +0000\n\n" + text)
	case 3:
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		if w, err := z.Create(stem + ".txt"); err == nil {
			_, _ = w.Write([]byte(text))
		}
		z.Close()
		return fmt.Sprintf("%d.zip", n), b.Bytes()
	}
	return fmt.Sprintf("%d %s.txt", n, stem), []byte(hostileText(r, 3) + "\n\n" + text + "\nThe harbour was closed on Monday, the minister said.\n")
}

// getsOut says which character in what the program wrote acts on a terminal, hides from its reader or says nothing to
// anybody; "" when none does.
func getsOut(data string) string {
	if !utf8.ValidString(data) {
		return "bytes that are no UTF-8"
	}
	marks := 0
	for i, r := range data {
		before, _ := utf8.DecodeLastRuneInString(data[:i])
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		switch {
		case r == '\n', r == '\t':
		case r == '\r' && strings.HasPrefix(data[i:], "\r\n"): // CSV
		case r == 0x200C, r == 0x200D, r == 0xFE0F: // inside words and emoji: package safe's own tests say where
			if before < 0x300 {
				return fmt.Sprintf("%U behind %q", r, before)
			}
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cn, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
			return fmt.Sprintf("%U at byte %d", r, i)
		case marks > 9:
			return fmt.Sprintf("%d marks in a row at byte %d", marks, i)
		}
	}
	return ""
}

// TestNothingHiddenGetsOut reads hostile files with every command, in every format, and looks at all that is printed.
func TestNothingHiddenGetsOut(t *testing.T) {
	const folder = 5 // files
	var commands [][]string
	for _, c := range []string{"", "claims", "links", "review", "sources", "search harbour"} {
		words := append([]string{}, strings.Fields(c)...)
		if len(words) == 0 {
			words = []string{"read"}
		}
		for _, f := range []string{"text", "json", "csv", "md", "html"} {
			commands = append(commands, append(append([]string{}, words...), "--format", f))
		}
		commands = append(commands, append(append([]string{}, words...), "--ascii"), append(append([]string{}, words...), "--linear"))
	}
	for n := 0; n < *hostileFiles; n += folder {
		r := rand.New(rand.NewPCG(uint64(n), 8))
		dir := t.TempDir()
		for i := range folder {
			name, data := hostileFile(r, i)
			if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
				t.Fatalf("%q: %v", name, err)
			}
		}
		for _, c := range commands {
			var stdout, stderr bytes.Buffer
			Run(append(append([]string{}, c...), dir), strings.NewReader(""), &stdout, &stderr)
			for what, out := range map[string]string{"output": stdout.String(), "errors": stderr.String()} {
				if hidden := getsOut(norm.NFC.String(out)); hidden != "" || !utf8.ValidString(out) {
					t.Errorf("folder %d, %q: the %s hold %s", n, c, what, hidden)
				}
			}
			if c[len(c)-1] == "json" && stdout.Len() > 0 && !json.Valid(stdout.Bytes()) {
				t.Errorf("folder %d, %q: no JSON", n, c)
			}
		}
	}
}
