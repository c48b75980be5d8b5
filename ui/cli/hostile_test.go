package cli

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var (
	hostileFiles = flag.Int("hostile", 60, "how many hostile files TestNothingHiddenGetsOut makes")
	hostileFrom  = flag.Int("hostile-from", 0, "with which file it begins, a multiple of 5")
)

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
		case unicode.Is(unicode.Variation_Selector, r) && unicode.Is(unicode.Han, before): // chooses the form of an ideograph
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cn, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
			return fmt.Sprintf("%U at byte %d", r, i)
		case marks > 9:
			return fmt.Sprintf("%d marks in a row at byte %d", marks, i)
		}
	}
	return ""
}

// shown is what is looked at of what was printed: characters that a page or a document has by their numbers as themselves,
// the parts of a document, and of JSON the values that are there to be shown.
func shown(t *testing.T, format string, out []byte) string {
	t.Helper()
	if len(out) == 0 { // a session in which nothing is kept
		return ""
	}
	switch format {
	case "html":
		return html.UnescapeString(string(out))
	case "docx", "qdpx":
		z, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			part, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(f.Name, ".txt") { // a text as it is: nothing in it is an escape
				b.Write(part)
			} else {
				b.WriteString(html.UnescapeString(string(part)))
			}
		}
		return b.String()
	case "json", "csl":
		var v any
		if err := json.Unmarshal(out, &v); err != nil {
			t.Errorf("no JSON: %v", err)
		}
		var b strings.Builder
		values(&b, v)
		return string(out) + b.String()
	case "csv":
		out = bytes.TrimPrefix(out, []byte("\uFEFF")) // which tells a spreadsheet that it is UTF-8
		if _, err := csv.NewReader(bytes.NewReader(out)).ReadAll(); err != nil {
			t.Errorf("no CSV: %v", err)
		}
	}
	return string(out)
}

// values writes the strings of JSON that are there to be shown: not those that say that they are exact.
func values(b *strings.Builder, v any) {
	switch v := v.(type) {
	case string:
		b.WriteString(v + "\n")
	case []any:
		for _, one := range v {
			values(b, one)
		}
	case map[string]any:
		for key, one := range v {
			if !strings.HasSuffix(key, "_exact") && key != "exact" && key != "prefix" && key != "suffix" {
				values(b, one)
			}
		}
	}
}

// printed runs a command and looks at all that it says.
func printed(t *testing.T, stdin string, args ...string) []byte {
	t.Helper()
	format := "text"
	if i := slices.Index(args, "--format"); i >= 0 {
		format = args[i+1]
	}
	var stdout, stderr bytes.Buffer
	if Run(args, strings.NewReader(stdin), &stdout, &stderr); t.Failed() {
		return nil
	}
	for what, out := range map[string]string{"output": shown(t, format, stdout.Bytes()), "errors": stderr.String()} {
		if hidden := getsOut(norm.NFC.String(out)); hidden != "" || !utf8.ValidString(out) {
			t.Errorf("%q: the %s hold %s", args, what, hidden)
		}
		if i := strings.IndexFunc(out, func(r rune) bool { return r > '~' }); slices.Contains(args, "--ascii") && i >= 0 {
			t.Errorf("%q: the %s have more than ASCII: %q", args, what, out[i:min(len(out), i+20)])
		}
	}
	printings++
	return stdout.Bytes()
}

var printings int // so far

// overReports is the commands that read reports, each in each of its formats and in ASCII, as the program declares them.
func overReports(t *testing.T) (all [][]string) {
	t.Helper()
	more := map[string][]string{"search": {"harbour"}, "claims": {"--all"}}
	known := reflect.TypeFor[call]()
	for i := range known.NumField() {
		field := known.Field(i)
		name := strings.ToLower(field.Name)
		if _, ok := field.Tag.Lookup("cmd"); !ok || slices.Contains([]string{"sessions", "brief", "verify", "merge", "agree", "manage", "cache", "config", "doctor", "man", "completion"}, name) {
			continue // those over what is kept, in sessions and of readings, and over an archive
		}
		format, ok := field.Type.FieldByName("Format")
		if !ok {
			t.Errorf("%s has no formats", name)
		}
		words := append([]string{name}, more[name]...)
		for f := range strings.SplitSeq(format.Tag.Get("enum"), ",") {
			if f != "" {
				all = append(all, append(slices.Clip(words), "--format", f))
			}
		}
		all = append(all, append(slices.Clip(words), "--ascii"))
	}
	return all
}

// TestNothingHiddenGetsOut reads hostile files with every command, in every format, keeps what is in them in sessions with
// hostile notes, and looks at all that is printed. It goes through every command that there is.
func TestNothingHiddenGetsOut(t *testing.T) {
	const folder = 5 // files
	commands := overReports(t)
	files := 0
	for n := *hostileFrom; n < *hostileFiles && !t.Failed(); n += folder {
		r := rand.New(rand.NewPCG(uint64(n), 8))
		dir := t.TempDir()
		t.Setenv("XDG_STATE_HOME", t.TempDir())
		t.Setenv("XDG_CACHE_HOME", t.TempDir())
		for i := range folder {
			name, data := hostileFile(r, i)
			if err := os.WriteFile(filepath.Join(dir, asFile(name)), data, 0o600); err != nil {
				t.Fatalf("%q: %v", name, err)
			}
			files++
		}
		for _, c := range commands {
			printed(t, "", append(c, dir)...)
		}
		printed(t, hostileText(r, 20), "read", "--linear", "-")
		printed(t, "", "search", hostileText(r, 2), dir)
		printed(t, "", "read", filepath.Join(dir, "none "+strings.NewReplacer("/", "", "\x00", "").Replace(hostileText(r, 2))))
		keptWork(t, r, dir)
	}
	t.Logf("%d files, looked at %d times", files, printings)
}

// asFile is a name that a file can have: on Windows some signs cannot be in one.
func asFile(name string) string {
	if runtime.GOOS != "windows" {
		return name
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return -1
		}
		return r
	}, name)
}
