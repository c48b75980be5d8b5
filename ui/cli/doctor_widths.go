package cli

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"parallax/ui/theme"
)

// marks is the characters beyond ASCII on which the screen's columns depend.
func marks() []string {
	t := theme.Of(theme.Auto, true, false)
	return []string{t.Same, t.Partial, t.Differs, t.Elsewhere, t.Silent, t.Kept, t.Bar, t.Cursor}
}

// wider names the marks that do not take one column, with how many they take.
func wider(widths []int) string {
	by := map[int]string{}
	for i, n := range widths {
		if n != 1 {
			by[n] += marks()[i]
		}
	}
	var all []string
	for _, n := range slices.Sorted(maps.Keys(by)) {
		all = append(all, fmt.Sprintf("%d columns: %s", n, by[n]))
	}
	return strings.Join(all, ", ")
}

// answerTime is how long a terminal may take to say where its cursor is, also at the other end of a slow connection.
const answerTime = time.Second

// measured is how many columns each of the marks takes on the terminal; nil where it cannot be asked or does not answer.
func (p *program) measured(tty bool) []int {
	in, ok := p.stdin.(*os.File)
	if !ok || !tty || runtime.GOOS == "windows" || bare() || os.Getenv("TERM") == "" || !term.IsTerminal(in.Fd()) {
		return nil
	}
	before, err := term.MakeRaw(in.Fd())
	if err != nil {
		return nil
	}
	defer term.Restore(in.Fd(), before)
	answer := make(chan []int, 1)
	go func() { answer <- widthsOn(in, p.stdout, marks()) }()
	select {
	case widths := <-answer:
		return widths
	case <-time.After(answerTime):
		_, _ = io.WriteString(p.stdout, "\r"+ansi.EraseLineRight)
		return nil
	}
}

// cursorAt is a terminal's word where its cursor is, attributes its word what it is, which every terminal gives: after that
// no other is to come.
var (
	cursorAt   = regexp.MustCompile(`\x1b\[\d+;(\d+)R$`)
	attributes = regexp.MustCompile(`\x1b\[\?[\d;]*c$`)
)

// widthsOn draws each text at the left edge, asks where the cursor is then, and wipes the line. It is nil where the terminal
// did not say it for each.
func widthsOn(in io.Reader, out io.Writer, texts []string) []int {
	var asks strings.Builder
	for _, t := range texts {
		asks.WriteString("\r" + t + ansi.RequestCursorPositionReport)
	}
	asks.WriteString("\r" + ansi.EraseLineRight + ansi.RequestPrimaryDeviceAttributes)
	if _, err := io.WriteString(out, asks.String()); err != nil {
		return nil
	}
	var widths []int
	said := ""
	for keys := bufio.NewReader(in); ; {
		b, err := keys.ReadByte()
		if err != nil {
			return nil
		}
		said += string(rune(b))
		if at := cursorAt.FindStringSubmatch(said); at != nil {
			column, _ := strconv.Atoi(at[1])
			widths, said = append(widths, column-1), ""
		} else if attributes.MatchString(said) {
			break
		}
	}
	if len(widths) != len(texts) {
		return nil
	}
	return widths
}
