//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// portReports are four reports of one storm. That the port is closed until Thursday three of them say in much the same words,
// one of them twice over; the fourth says nothing of it.
var portReports = map[string]string{
	"ald-courier.txt": "Storm closes the port of Aldmouth\nThe harbour master Jane Pell said on Tuesday that no boat would leave the port of Aldmouth before Thursday, and that forty sailors were waiting on the quay. " +
		"Rain fell all night on the roofs of the old town. The mayor asked people to stay at home.\n",
	"bay-post.txt": "Port of Aldmouth shut by storm\nThe harbour master Jane Pell said on Tuesday that no boat would leave the port of Aldmouth before Thursday. " +
		"Forty sailors were waiting on the quay. Bread was handed out by the parish.\n",
	"coast-times.txt": "Sailors wait in Aldmouth\nForty sailors were waiting on the quay on Tuesday. Nothing will sail for two days, the port said. A tree fell on a parked lorry.\n",
	"dune-herald.txt": "Storm over Aldmouth\nThe storm reached Aldmouth late on Monday evening. The mayor asked people to stay at home. Trains ran late.\n",
}

var claimHead = regexp.MustCompile(`Claim: (.*?)(?: \(\d of \d in this statement\))?: (\d+) statements, (\d) of 4 outlets`)

// claimed is the name of the claim that the card shows, and its statements.
func (p *person) claimed() (name string, statements int) {
	p.t.Helper()
	var m []string
	if !p.Wait(patience, func() bool { m = claimHead.FindStringSubmatch(p.Text()); return m != nil }) {
		p.t.Fatalf("no claim of several is shown:\n%s", p.Text())
	}
	n, _ := strconv.Atoi(m[2])
	return m[1], n
}

// has waits until the card shows the claim of that name with so many statements.
func (p *person) has(name string, statements int) {
	p.t.Helper()
	p.matches(fmt.Sprintf(`Claim: %s[^:]*: %d statements`, regexp.QuoteMeta(name), statements))
}

// TestReadersClaim works on a claim with the card's keys, takes some of it back and does it again, leaves, and finds it as it
// was: a name, a wording from the nearest list, one chosen by hand, one taken out, and a silence signed on this claim only.
func TestReadersClaim(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	for name, text := range portReports {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p := sit(t, state, folder)
	p.types("2G", " 2/4")
	p.types("\r", "Claim: ")
	_, n := p.claimed()

	// The first outlet without a wording is below the wordings: its nearest statements are shown, and one is added.
	p.types("R", "name")
	p.types("\x15The port is closed\r", "named a claim")
	p.has("The port is closed", n)
	p.types("G", "▶")
	p.types("0", "1-3 add it to the claim")
	p.types("1", "added Dune Herald")
	p.has("The port is closed", n+1)
	p.matches(`▶ . Dune Herald · statement`) // what was added is chosen
	p.types("-", "took Dune Herald")
	p.matches(`out of “The port is closed”; cut 1 link, with Ald Courier 2`)
	p.has("The port is closed", n)

	// L goes to the reading screen, and the claim is current at the statement that is added.
	p.types("L", "adding to The port is closed")
	p.types("'co3G", "3/4")
	p.types("\r", "added Coast Times 3 to “The port is closed”")
	p.matches(`The port is closed.* \d same|The port is closed.* in part`)
	p.types("\r", "Claim: The port is closed")
	p.has("The port is closed", n+1)

	// Undone and done again.
	p.types("u", "undid: added Coast Times 3")
	p.types("\x12", "did again: added Coast Times 3") // ctrl-r
	p.types("q'al2G\r", "Claim: The port is closed")
	p.has("The port is closed", n+1)

	// The silence is signed on this claim; the statement's other claim, that sailors wait, is unsigned.
	p.types("G0", "records the silence as checked")
	p.types("0", "Dune Herald: silence checked by reader")
	p.types("gg)", "(2 of ")
	if !p.Wait(patience, func() bool { return !strings.Contains(p.Text(), "silence checked by reader") }) {
		t.Errorf("the other claim of the statement is signed too:\n%s", p.Text())
	}
	p.types("(", "Dune Herald: silence checked by reader")
	p.types("q", " 2/4")
	p.quits("")

	p = sit(t, state, folder)
	p.types("\r", "Claim: The port is closed")
	p.has("The port is closed", n+1)
	p.sees("Dune Herald: silence checked by reader")
	p.sees("Coast Times · statement 3")
	p.types(")", "(2 of ")
	if !p.Wait(patience, func() bool { return !strings.Contains(p.Text(), "silence checked by reader") }) {
		t.Errorf("after a restart the other claim is signed too:\n%s", p.Text())
	}
	p.types("q", " 2/4")
	p.quits("")

	if text := prints(t, state, 0, "claims", folder); !strings.Contains(text, "The port is closed") {
		t.Errorf("parallax claims does not know the name:\n%s", text)
	}
	if plain := prints(t, state, 0, "claims", "--plain", folder); strings.Contains(plain, "The port is closed") {
		t.Error("--plain knows the reader's name")
	}
}
