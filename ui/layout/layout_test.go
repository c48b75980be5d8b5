package layout

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the drawings anew")

// TestDrawings draws the plans that the files of testdata ask for: one letter a rectangle, a cell that belongs to none
// is a dot. A character stands for four columns; equal rows are drawn once, with their number.
func TestDrawings(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no drawings: ", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for i := range a.Files {
				got := draw(t, a.Files[i].Name)
				if *update {
					a.Files[i].Data = []byte(got)
				} else if want := string(a.Files[i].Data); got != want {
					t.Errorf("%s: got\n%swant\n%s", a.Files[i].Name, got, want)
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

// draw makes the drawing that a name asks for: "read 160x50, 5 panes", "read 80x24, 5 panes, panel 9".
func draw(t *testing.T, name string) string {
	t.Helper()
	var w, h, panes, panel int
	var p Plan
	name, digest := strings.CutSuffix(name, ", digest")
	if n, _ := fmt.Sscanf(name, "read %dx%d, %d panes, panel %d", &w, &h, &panes, &panel); n >= 3 {
		if p = Read(w, h, panes, panel); digest {
			p = p.WithDigest(panes - len(p.Panes))
		}
	} else {
		t.Fatalf("what is %q?", name)
	}
	if p.TooSmall {
		return "too small\n"
	}
	const cell = 4 // columns a character of the drawing
	rows := make([]string, h)
	for y := range h {
		row := make([]byte, 0, w)
		for x := 0; x < w; x += cell {
			row = append(row, letter(p, x, y))
		}
		rows[y] = string(row)
	}
	var b strings.Builder
	for y := 0; y < h; {
		n := 1
		for y+n < h && rows[y+n] == rows[y] {
			n++
		}
		fmt.Fprintf(&b, "%3d %s\n", n, strings.TrimRight(rows[y], " "))
		y += n
	}
	return b.String()
}

// letter names the rectangle that holds a cell.
func letter(p Plan, x, y int) byte {
	for i, r := range p.Panes {
		if r.Contains(x, y) {
			return byte('1' + i)
		}
	}
	for _, r := range named(p) {
		if r.Contains(x, y) {
			return r.letter
		}
	}
	return '.'
}

type namedRect struct {
	Rect
	letter byte
}

func named(p Plan) []namedRect {
	return []namedRect{
		{p.Header, 'h'}, {p.Strip, 's'}, {p.Rule, '-'}, {p.Titles, 't'}, {p.Below, 'b'}, {p.Panel, '/'}, {p.Footer, 'f'}, {p.Body, ' '},
	}
}

// TestEverySize checks what holds of every plan.
func TestEverySize(t *testing.T) {
	for w := 1; w <= 200; w++ {
		for _, h := range []int{1, 11, 12, 13, 14, 15, 16, 20, 24, 29, 30, 31, 40, 50, 120} {
			for _, panes := range []int{1, 2, 3, 5, 200} {
				for _, panel := range []int{0, 1, 2, 6, max(6, h*2/5), h, 2 * h} {
					read := Read(w, h, panes, panel)
					for kind, p := range map[string]Plan{"read": read, "digest": read.WithDigest(panes - len(read.Panes))} {
						if err := fault(p, w, h, panes, panel); err != nil {
							t.Fatalf("%s %dx%d, %d panes, panel %d: %v\n%+v", kind, w, h, panes, panel, err, p)
						}
					}
				}
			}
		}
	}
}

// fault says what is wrong with a plan.
func fault(p Plan, w, h, panes, panel int) error {
	if small := w < MinWidth || h < MinHeight; small || p.TooSmall {
		if small != p.TooSmall {
			return fmt.Errorf("too small: %v", p.TooSmall)
		}
		return nil
	}
	shown := named(p)[:7]
	for _, r := range p.Panes {
		shown = append(shown, namedRect{r, '1'})
	}
	rows := make([]int, h) // how often a row is taken, panes side by side once
	for i, a := range shown {
		if a.W < 0 || a.H < 0 || a.X < 0 || a.Y < 0 || a.X+a.W > w || a.Y+a.H > h {
			return fmt.Errorf("%c lies outside the screen: %+v", a.letter, a.Rect)
		}
		if i < 8 {
			for y := a.Y; y < a.Y+a.H; y++ {
				rows[y]++
			}
		}
		for _, b := range shown[i+1:] {
			if overlap(a.Rect, b.Rect) {
				return fmt.Errorf("%c and %c overlap: %+v %+v", a.letter, b.letter, a.Rect, b.Rect)
			}
		}
	}
	for y, n := range rows {
		if n != 1 {
			return fmt.Errorf("row %d belongs to %d parts", y, n)
		}
	}
	return paneFault(p, w, panes, panel)
}

func overlap(a, b Rect) bool {
	return a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H
}

func paneFault(p Plan, w, panes, panel int) error {
	if len(p.Panes) == 0 || len(p.Panes) > panes {
		return fmt.Errorf("%d panes", len(p.Panes))
	}
	for _, r := range p.Panes {
		switch {
		case r.W < MinPane:
			return fmt.Errorf("a pane of %d columns", r.W)
		case r.W != p.Panes[0].W || r.Y != p.Body.Y || r.H != p.Body.H:
			return fmt.Errorf("panes of different sizes: %+v", p.Panes)
		case panel == 0 && r.H < 3:
			return fmt.Errorf("a pane of %d rows", r.H)
		}
	}
	n := len(p.Panes)
	if n < panes && (n+1)*(MinPane+1)-1 <= w {
		return fmt.Errorf("room for a pane more than %d", n)
	}
	if p.Stacked != (w < 2*MinPane+1) {
		return fmt.Errorf("stacked: %v", p.Stacked)
	}
	if panel > 0 && p.Panel.H == 0 {
		return fmt.Errorf("no room for the panel")
	}
	return nil
}

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Read(200, 50, 5, 0)
	}
}
