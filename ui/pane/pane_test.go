package pane

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/txtar"

	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/theme"
)

var update = flag.Bool("update", false, "write the wanted rows anew")

var plain = theme.New(theme.BlueAndOrange(), true, false)

// wrap is a report of the text, wrapped.
func wrap(text string, width int, change ...func(*report.Report)) *Doc {
	r := report.Report{Outlet: "A", Title: "A", TitleSpan: report.Span{Start: 0, End: 1}, Text: text}
	for _, f := range change {
		f(&r)
	}
	return New(statement.Of([]report.Report{r}, 1), 0, width, "…")
}

var styles = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// drawn is one drawn line without its styles.
func drawn(d *Doc, v *View, y int) string {
	var b strings.Builder
	d.Draw(&b, v, y, plain)
	return styles.ReplaceAllString(b.String(), "")
}

// TestWrap wraps the texts of testdata, which stand there as Go strings, for the widths asked for.
func TestWrap(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases: ", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text, err := strconv.Unquote(strings.TrimSpace(string(a.Files[0].Data)))
			if err != nil || a.Files[0].Name != "text" {
				t.Fatalf("the first file must be a text in quotes: %v", err)
			}
			for i := range a.Files[1:] {
				f := &a.Files[1+i]
				var width int
				if _, err := fmt.Sscanf(f.Name, "%d columns", &width); err != nil {
					t.Fatalf("what is %q?", f.Name)
				}
				d := wrap(text, width)
				var b strings.Builder
				for y := range d.Len() {
					fmt.Fprintf(&b, "|%s|\n", drawn(d, &View{}, y))
				}
				if *update {
					f.Data = []byte(b.String())
				} else if got := b.String(); got != string(f.Data) {
					t.Errorf("%s: got\n%swant\n%s", f.Name, got, f.Data)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// odd are texts that are hard to lay out.
var odd = []string{
	"",
	"A short one.",
	"The mayor said on Monday that the bridge over the weir would stay closed until the water had gone down.",
	"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft is one word.",
	"市長は月曜日に、水が引くまで橋を閉鎖すると述べた。学校も閉まる。",
	"قال رئيس البلدية إن الجسر سيبقى مغلقا. أُغلقت المدرسة.",
	"ראש העיר אמר שהגשר יישאר סגור עד שהמים יירדו.",
	"महापौर ने सोमवार को कहा कि पुल बंद रहेगा।",
	"Z\u0301a\u0300z\u0302 cafe\u0301 o\u0308l \u0301alone.",
	"tabs\tbetween\twords\tand\ttwo  blanks   or more.",
	"a\x1b[31mred\x1b[0m b\x1b]52;c;aGk=\x07 c\r\nd\x9be\u009bf.",
	"\u202Eright to left\u202C and\u200B zero\u200Bwidth\uFEFF, \u2066isolated\u2069.",
	"👨‍👩‍👧‍👦 🇫🇷🇩🇪 👍🏽 ❤️ 1️⃣ e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301.",
	"https://example.org/a/very/long/address/that/has/no/blank/in/it/at/all/and/goes/on?and=on&and=on.",
	strings.Repeat("x", 500) + " " + strings.Repeat("界", 300) + ".",
	"ᄀᄀᄀ각ᆨᆨ ᆨ 한국어 문장입니다.",
	strings.Repeat("x", 33) + "e" + strings.Repeat("\u0301", 30) + strings.Repeat("z", 20) + ".", // more marks than are shown, where a row may end
	"\xff\xfe broken \xc3( utf8.",
}

func TestEveryRowFits(t *testing.T) {
	for _, text := range odd {
		for width := 36; width <= 200; width++ {
			if err := fault(strings.ToValidUTF8(text, "\uFFFD"), width); err != nil {
				t.Fatalf("%q at %d columns: %v", text, width, err)
			}
		}
	}
}

// fault wraps a text and says what is wrong with its rows: every row is as wide as the pane and safe, its span holds what
// it shows, and between the spans of a statement there are blanks only.
func fault(text string, width int) error {
	d := wrap(text, width)
	all := &View{Hits: func(id statement.ID) []report.Span { return []report.Span{d.set.All[id].Span} }}
	for y := -2; y < d.Len()+2; y++ {
		got := drawn(d, &View{}, y)
		if w := ansi.StringWidthWc(got); w != width {
			return fmt.Errorf("row %d takes %d columns: %q", y, w, got)
		}
		if marked := drawn(d, all, y); marked != got {
			return fmt.Errorf("row %d reads otherwise with hits: %q, %q", y, got, marked)
		}
	}
	for i := range d.set.All {
		st := &d.set.All[i]
		first, end := d.Rows(st.ID)
		at := st.Span.Start
		if first >= end {
			return fmt.Errorf("statement %d has no row", st.Number)
		}
		for r := first; r < end; r++ {
			ro := &d.rows[r]
			if ro.statement != st.ID {
				return fmt.Errorf("row %d belongs to statement %d, not %d", r, ro.statement, st.ID)
			}
			if id, ok := d.At(r); !ok || id != st.ID {
				return fmt.Errorf("at row %d stands %d, not %d", r, id, st.ID)
			}
			// a line end in a statement is a blank to its reader, on a row and where the row is broken
			if gap := safe.Line(statement.OneLine(text[at:ro.span.Start])); gap != "" && gap != " " {
				return fmt.Errorf("before row %d %q is missing", r, gap)
			}
			at = ro.span.End
		}
		if gap := text[at:st.Span.End]; gap != "" {
			return fmt.Errorf("%q is missing after statement %d", gap, st.Number)
		}
	}
	return nil
}

func FuzzWrap(f *testing.F) {
	for i, text := range odd {
		f.Add(text, uint8(i*11))
	}
	f.Fuzz(func(t *testing.T, text string, width uint8) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		if err := fault(text, 36+int(width)); err != nil {
			t.Fatalf("%q at %d columns: %v", text, 36+int(width), err)
		}
	})
}

// TestOneLongLine: a megabyte without a line end is wrapped, and any row of it is drawn, without looking at all of it.
func TestOneLongLine(t *testing.T) {
	words := strings.Repeat("the water rose and the bridge stayed closed ", 1<<20/44)
	for name, text := range map[string]string{"words": words + "end.", "one word": strings.Repeat("x", 1<<20)} {
		d := wrap(text, 40)
		if d.Len() < 1<<20/38 {
			t.Fatalf("%s: %d rows", name, d.Len())
		}
		for _, y := range []int{0, 1, d.Len() / 2, d.Len() - 1} {
			if w := ansi.StringWidthWc(drawn(d, &View{}, y)); w != 40 {
				t.Errorf("%s: row %d takes %d columns", name, y, w)
			}
		}
	}
}

func TestBeyondTheEnds(t *testing.T) {
	d := wrap("One thing happened.\nAnother thing happened.", 40)
	v := &View{Top: -2}
	for y := range 8 {
		got := strings.TrimSpace(drawn(d, v, y))
		want := map[int]string{2: "One thing happened.", 3: "Another thing happened."}[y]
		if got != want {
			t.Errorf("line %d: %q, want %q", y, got, want)
		}
	}
}

func TestInsert(t *testing.T) {
	d := wrap("One thing happened.\nAnother thing happened.\nA third thing happened.", 40)
	tests := []struct {
		at   Row
		top  Row
		want string
	}{
		{1, 0, "One|○ silent|Another|A|"},
		{0, 0, "○ silent|One|Another|A|"},
		{0, -1, "|○ silent|One|Another|A"},
		{3, 0, "One|Another|A|○ silent|"},
		{2, 1, "Another|○ silent|A||"},
		{5, 0, "One|Another|A||"},
	}
	for _, test := range tests {
		v := &View{Top: test.top, Insert: Insert{Text: " silent", At: test.at}}
		var got []string
		for y := range 5 {
			r := drawn(d, v, y)
			if ansi.StringWidthWc(r) != 40 {
				t.Errorf("insert at %d: line %d is %q", test.at, y, r)
			}
			r = strings.TrimSpace(r)
			if !strings.HasPrefix(r, "○") {
				r, _, _ = strings.Cut(r, " ")
			}
			got = append(got, r)
		}
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("insert at %d, top %d: %s, want %s", test.at, test.top, s, test.want)
		}
	}
}

// TestMarks: the gutter says what a statement is, in every theme; the text keeps its columns.
func TestMarks(t *testing.T) {
	const text = "The title\nOne long thing happened at the weir on Monday morning.\nLeave a comment\nYour email address will not be published."
	d := wrap(text, 40)
	marks := map[statement.ID]Mark{0: Same, 1: Cursor, 2: Partial}
	for name, th := range map[string]*theme.Theme{
		"dark": theme.New(theme.BlueAndOrange(), true, false), "light": theme.New(theme.BlueAndOrange(), false, false), "ascii": theme.New(theme.BlueAndOrange(), true, true),
	} {
		for y := range d.Len() {
			var b strings.Builder
			d.Draw(&b, &View{Marks: marks}, y, th)
			got := styles.ReplaceAllString(b.String(), "")
			if w := ansi.StringWidthWc(got); w != 40 {
				t.Errorf("%s: line %d takes %d columns: %q", name, y, w, got)
			}
			if th.ASCII {
				for _, r := range got {
					if r > 0x7E {
						t.Errorf("%s: line %d is not ASCII: %q", name, y, got)
					}
				}
			}
		}
	}
	var got strings.Builder
	for y := range d.Len() {
		got.WriteString(string([]rune(drawn(d, &View{Marks: marks}, y))[:4]) + "\n")
	}
	if want := "●┃Th\n▶┃On\n ┃on\n◐┊Le\n ┊Yo\n ┊pu\n"; got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
	other := &View{Marks: marks, Another: func(statement.ID) bool { return true }}
	if got := string([]rune(drawn(d, other, 0))[:4]) + string([]rune(drawn(d, other, 1))[:4]); got != "●║Th▶┃On" {
		t.Errorf("in another voice: %q", got)
	}
}

// TestHits: exactly the characters of the spans are underlined, across the end of a row too.
func TestHits(t *testing.T) {
	const text = "The mayor said on Monday that the bridge would stay closed for the week."
	d := wrap(text, 40)
	want := "that the bridge"
	at := strings.Index(text, want)
	v := &View{Hits: func(statement.ID) []report.Span { return []report.Span{{Start: at, End: at + len(want)}} }}
	var marked strings.Builder
	for y := range d.Len() {
		var b strings.Builder
		d.Draw(&b, v, y, plain)
		on := false
		rest := b.String()
		for rest != "" {
			if loc := styles.FindStringIndex(rest); loc != nil && loc[0] == 0 {
				on = strings.Contains(rest[:loc[1]], string(plain.Match)[2:len(plain.Match)-1])
				rest = rest[loc[1]:]
				continue
			}
			if on {
				marked.WriteByte(rest[0])
			}
			rest = rest[1:]
		}
		marked.WriteByte('/')
	}
	if got := strings.Trim(marked.String(), "/"); got != "that the/bridge" {
		t.Errorf("marked: %q", got)
	}
}

// TestHitsBothWays: the quick way to mark a row of plain bytes writes what the general one writes.
func TestHitsBothWays(t *testing.T) {
	const text = "The mayor said on Monday that the bridge would stay closed."
	ro := &row{text: text, columns: len(text), span: report.Span{Start: 7, End: 7 + len(text)}}
	source := strings.Repeat("x", 7) + text
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var spans []report.Span
		for at := r.IntN(20); at < len(source)+10 && len(spans) < 5; {
			s := report.Span{Start: at, End: at + 1 + r.IntN(12)}
			spans = append(spans, s)
			at = s.Start + 1 + r.IntN(20)
		}
		for _, style := range []theme.Style{"", plain.Headline} {
			var quick, general strings.Builder
			p := pen{b: &quick, on: style}
			p.bytes(ro, spans, style, style+plain.Match)
			p = pen{b: &general, on: style}
			p.clusters(ro, source, spans, style, style+plain.Match)
			if quick.String() != general.String() {
				t.Fatalf("%v: %q, %q", spans, quick.String(), general.String())
			}
		}
	}
}

// TestPreface: what is known of a report and does not stand in its text stands above it.
func TestPreface(t *testing.T) {
	d := wrap("One thing happened.", 40, func(r *report.Report) {
		r.Title, r.TitleSpan = "The \x1btitle", report.Span{}
		r.Byline, r.Note = "M. Writer", "live page"
		r.URL = "https://example.org/a/very/long/address/that/does/not/fit"
	})
	var got []string
	for y := range d.Len() {
		r := drawn(d, &View{}, y)
		if ansi.StringWidthWc(r) != 40 {
			t.Errorf("line %d: %q", y, r)
		}
		got = append(got, strings.TrimSpace(r))
	}
	want := []string{"The ␛title", "by M. Writer", "live page", "https://example.org/a/very/long/addr…", "", "One thing happened."}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
	if first, end := d.Rows(0); first != 5 || end != 6 {
		t.Errorf("the statement stands in rows %d to %d", first, end)
	}
	for _, r := range []Row{-3, 0, 4, 5, 9} {
		if id, ok := d.At(r); !ok || id != 0 {
			t.Errorf("at row %d: %d, %v", r, id, ok)
		}
	}
}

func TestEmptyReport(t *testing.T) {
	d := wrap("", 40, func(r *report.Report) { r.Title, r.TitleSpan = "", report.Span{} })
	if _, ok := d.At(0); ok {
		t.Error("an empty report has a statement")
	}
	got := strings.TrimSpace(drawn(d, &View{}, 0)) + "|" + strings.TrimSpace(drawn(d, &View{}, 1))
	if got != "untitled|this report has no text" {
		t.Errorf("got %q", got)
	}
}

func BenchmarkWrap(b *testing.B) {
	text := strings.Repeat("The mayor said on Monday that the bridge would stay closed for the week.\n", 30)
	r := report.Report{Outlet: "A", Text: text}
	set := statement.Of([]report.Report{r}, 1)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		New(set, 0, 40, "…")
	}
}

func BenchmarkDraw(b *testing.B) {
	d := wrap(strings.Repeat("The mayor said on Monday that the bridge would stay closed for the week.\n", 30), 40)
	v := &View{Marks: map[statement.ID]Mark{3: Cursor}}
	var s strings.Builder
	b.ReportAllocs()
	for b.Loop() {
		s.Reset()
		for y := range 45 {
			d.Draw(&s, v, y, plain)
		}
	}
}

// TestGarbled: a report that was garbled before it came here says so above its text, which is left as it is.
func TestGarbled(t *testing.T) {
	d := wrap("The master\u00e2\u20ac\u2122s boat.", 80, func(r *report.Report) { r.Garbled = "its text is garbled" })
	if got := strings.TrimSpace(drawn(d, &View{}, 0)); got != "its text is garbled" {
		t.Errorf("above it stands %q", got)
	}
	if got := d.set.ReportOf(0).Text; got != "The master\u00e2\u20ac\u2122s boat." {
		t.Errorf("the text is %q", got)
	}
}

// TestReadPlainly: a report that was not read as others are says so above its text.
func TestReadPlainly(t *testing.T) {
	d := wrap("One thing happened.", 80, func(r *report.Report) { r.Plainly = "nested too deeply for markdown" })
	if got := strings.TrimSpace(drawn(d, &View{}, 0)); got != "read as plain text: nested too deeply for markdown" {
		t.Errorf("above it stands %q", got)
	}
	d = wrap(strings.Repeat("a\n", 100_000), 80)
	if got := drawn(d, &View{}, 0); !strings.Contains(got, "cut by length") {
		t.Errorf("above it stands %q", got)
	}
}
