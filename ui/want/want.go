// Package want is what screens say to the program: each value is one thing that a screen wants done and cannot do
// itself. A nil Want is nothing. The set is closed: every Want names the method of [Handler] that carries it out, so that
// one which nobody handles does not compile.
package want

import (
	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/search"
	"parallax/corpus/statement"
	"parallax/ui/key"
)

// Want is one of the types of this package.
type Want interface {
	// Do has h carry it out.
	Do(h Handler) tea.Cmd
}

// Usual is what the keys want that screens have in common: undo, redo, help, the way back and out; nil for any other.
func Usual(a key.Action) Want {
	switch a {
	case key.Undo:
		return Undo{}
	case key.Redo:
		return Redo{}
	case key.OpenHelp:
		return Open{Screen: a}
	case key.Close:
		return Close{}
	case key.Quit:
		return Quit{}
	}
	return nil
}

// Passage is words of a report: a whole statement, or a selection.
type Passage = brief.Place

type (
	// Open asks for the screen that an action names, on top of the present one.
	Open struct{ Screen key.Action }
	// Close closes the screen that says it.
	Close struct{}
	// Quit ends the program.
	Quit struct{}
	// Suspend stops the program as ctrl-z does in a shell.
	Suspend struct{}
	// Redraw draws the whole screen anew.
	Redraw struct{}
	// ToggleMouse gives the mouse to the program or back to the terminal.
	ToggleMouse struct{}
	// Copy puts the passage, as it will be quoted, into the clipboard.
	Copy struct{ Passage Passage }
	// CopyClaim copies every wording of a claim, seen from a statement.
	CopyClaim struct {
		Claim claim.ID
		From  statement.ID
	}
	// Mark keeps a passage in the brief, or takes it out again.
	Mark struct{ Passage Passage }
	// MarkClaim keeps a claim, seen from a statement, or takes it out again.
	MarkClaim struct {
		Claim claim.ID
		From  statement.ID
	}
	// Note asks for a note on a passage, which marks it; Noted is what was written.
	Note  struct{ Passage Passage }
	Noted struct {
		Passage Passage
		Text    string
	}
	// Tag asks for the tags of passages and of entries of the brief; passages are marked with them. What names them all.
	Tag struct {
		Passages []Passage
		Entries  []uint64
		What     string
	}
	// TagClaim asks for tags for every wording of a claim.
	TagClaim struct{ Claim claim.ID }
	// Tagged puts tags on all that was asked for, and takes others off.
	Tagged struct {
		Of      Tag
		On, Off []string
	}
	// ChosenTags is Tagged by the list of tags, which closes.
	ChosenTags Tagged
	// Boilerplate turns a statement into boilerplate or back.
	Boilerplate struct{ Statement statement.ID }
	// Undo takes the last change to the brief back, Redo makes it again.
	Undo struct{}
	Redo struct{}
	// Decide records the reader's word on pairs of statements.
	Decide struct {
		Kind  match.DecisionKind
		Pairs [][2]statement.ID
	}
	// Judge records the reader's answer about a claim.
	Judge struct {
		Verdict claim.Verdict
		Name    string // of the claim
	}
	// CheckSilence records that a report has been searched for a claim, seen from one of its statements, in vain.
	CheckSilence struct {
		Report report.ID
		Claim  claim.ID
		From   statement.ID
	}
	// NameClaim gives the claim of these statements a name of the reader's.
	NameClaim struct {
		Claim []statement.ID
		Name  string
	}
	// AddByHand lets the reader choose a wording for a claim on the reading screen, seen from a wording of it.
	AddByHand struct {
		Claim claim.ID
		From  statement.ID
	}
	// Include adds a statement to a claim, seen from a wording of it, and links the two; Exclude takes a wording out of it.
	Include struct {
		Claim       claim.ID
		From, Added statement.ID
	}
	Exclude struct {
		Claim claim.ID
		Out   statement.ID
	}
	// Change makes changes to the brief, one after the other.
	Change struct{ Changes []brief.Change }
	// CopyText copies a text; Said names it in the message.
	CopyText struct{ Text, Said string }
	// Answer ends a text field with what was written in it; LeaveField ends it without; Editor lets its text be written in
	// $EDITOR.
	Answer struct {
		Asked Ask
		Text  string
	}
	LeaveField struct {
		Asked Ask
		Text  string
	}
	Editor struct {
		Asked Ask
		Text  string
	}
	// Ask opens a text field below the screen; what is written comes back to Done.
	Ask struct {
		Prompt string
		About  string // what the text is for: a text that was left or refused comes back in a field for the same; "" keeps none
		Text   string
		Empty  string // what an empty text stands for, "" for nothing
		Tags   bool   // tab completes known tags
		Done   func(text string) Want
	}
	// Export writes the brief to a file; one that is there already only with Over.
	Export struct {
		Path string
		Over bool
	}
	// Alias says that words name one thing; words that the reader said to do so already are taken back.
	Alias struct{ Words []string }
	// GoThrough goes to a statement and makes some statements, in order, the active set. About says of one of them what is
	// to be known beside the set's name, "" for nothing.
	GoThrough struct {
		Name       string
		Statements []statement.ID
		To         statement.ID
		Spans      func(statement.ID) []report.Span // to mark
		About      func(statement.ID) string
	}
	// Go puts the cursor on a statement and closes what is open.
	Go struct{ Statement statement.ID }
	// GoWording is Go to a wording of a claim, which becomes the current one.
	GoWording struct {
		Statement statement.ID
		Claim     claim.ID
	}
	// Figures opens the figures that a claim's wordings give.
	Figures struct{ Claim claim.ID }
	// ReviewClaim opens the review with the questions about one claim.
	ReviewClaim struct{ Claim claim.ID }
	// GoReport puts the cursor into a report, where it was there, and closes what is open.
	GoReport struct{ Report report.ID }
	// OpenStory shows the reports of a story, an index of the corpus's stories, and closes what is open.
	OpenStory struct{ Story int }
	// Raw shows the whole text of a report's file.
	Raw struct{ Report report.ID }
	// Revisions shows the texts that a report has had.
	Revisions struct{ Report report.ID }
	// FindMore asks the archive for more reports of the story under the cursor.
	FindMore struct{}
	// Rescan reads the files and folders again.
	Rescan struct{}
	// Preview shows a statement in the panes without leaving the search. Without Found, the place from before shows.
	Preview struct {
		Statement statement.ID
		Found     bool
		Query     string
	}
	// Stay ends the search at a hit and makes all hits the active set.
	Stay struct {
		Statement statement.ID
		Result    search.Result
		Query     string
	}
	// Cancel ends the search where the cursor was before it.
	Cancel struct{}
	// Press does what keys do, a sequence of them standing apart: on the screen below the one that says it, or with Below on the
	// reading screen.
	Press struct {
		Keys  string
		Below bool
	}
	// Run runs a command line, without its colon.
	Run struct{ Command string }
	// Find asks for the answer to a query; it comes back later, under the same number.
	Find struct {
		Number int
		Query  string
	}
	// Step asks the reading screen for the next (1) or the previous (-1) claim of the statement.
	Step struct{ By int }
	// Say shows a short message.
	Say struct{ Text string }
)
